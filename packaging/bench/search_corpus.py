"""A generated library of Council-like documents for bench_search.py: the same on every machine.

Seven languages, each with some 30,000 word forms: stems of ``search_words.json`` and stems made of its syllables, with
endings that the language's stemmer removes. Words follow Zipf's law, and a document returns to its own topics, so that
several words have hits together; sequences of common words form phrases. Documents come in families: revisions repeat
most paragraphs, and some families are in several languages.
"""

import datetime
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, count, islice
from pathlib import Path
from typing import Any, NamedTuple

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Header, SubjectCode
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.search import HitKind, IndexEntry

VERSION = 1
"""Increase it if the same number of paragraphs gives other documents: those in the temporary folder are regenerated."""

FORMS = 30_000
TOPICS = 25
SEED = 20_251_125
TYPES = ("note", "outcome_of_proceedings", "cover_note", "working_document", "agenda", "conclusions", "opinion")
TYPE_SHARES = (40, 15, 14, 10, 9, 7, 5)
CODES = (
    "ENFOPOL JAI COSI FRONT ASIM MIGR COMIX DATAPROTECT DAPIX ENV CLIMA ENER AGRI PECHE ECOFIN FISC TELECOM TRANS SOC"
).split()
NAMES = "Europol Frontex Eurojust Schengen LIMITE COSI eu-LISA Coreper".split()
FRESH = 60
"""Paragraphs of a document that is added while the benchmark runs."""

_Words = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its notes, as the index receives them."""

    header: Header
    entries: tuple[IndexEntry, ...]


class _Unit(NamedTuple):
    address: str
    text: str
    is_heading: bool


class _Language:
    """The words of one language and their frequencies."""

    def __init__(self, code: str, words: _Words) -> None:
        self.code = code
        self.runs: list[str] = words["runs"]
        self.senders: list[str] = words["senders"]
        rng = random.Random(f"{SEED} {code}")
        stems = [(stem, group["endings"].split()) for group in words["classes"] for stem in group["stems"].split()]
        rng.shuffle(stems)
        classes = [ending for _, ending in stems]
        while sum(len(endings) for _, endings in stems) < FORMS * 1.1:
            stems.append((_syllables(words["syllables"], rng), rng.choice(classes)))
        ranked: dict[str, int] = {}
        for rank, (stem, endings) in enumerate(stems, 1):
            for use, ending in enumerate(rng.sample(endings, len(endings)), 1):
                ranked.setdefault(stem + ending, rank * use)
        common = list(dict.fromkeys(words["common"].split()))
        rest = sorted(ranked.keys() - set(common), key=lambda form: (ranked[form], form))
        self.forms = [*common, *rest][:FORMS]
        self.shares = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(self.forms))))

    def text(self, rng: random.Random, size: int, topics: Sequence[str] = ()) -> str:
        """Return one sentence or several with about a number of words."""
        words = rng.choices(self.forms, cum_weights=self.shares, k=size)
        for _ in range(size // 9 if topics else 0):
            words[rng.randrange(size)] = rng.choice(topics)
        for _ in range(size // 25):
            words[rng.randrange(size)] = rng.choice(self.runs)
        chance = rng.random()
        if chance < 0.2:
            words[rng.randrange(size)] = f"{rng.randint(1000, 16999)}/{rng.randint(15, 25)}"
        elif chance < 0.3:
            words[rng.randrange(size)] = rng.choice(NAMES)
        for comma in range(11, size - 3, 17):
            words[comma] += ","
        text = " ".join(words)
        return f"{text[0].upper()}{text[1:]}."

    def topics(self, rng: random.Random) -> list[str]:
        """Return the words that a document returns to, some of them rare."""
        return [self.forms[min(len(self.forms) - 1, int(60 + rng.paretovariate(0.55) * 40))] for _ in range(TOPICS)]


def _syllables(parts: Sequence[str], rng: random.Random) -> str:
    onsets, vowels, codas = (part.split() for part in parts)
    made = "".join(rng.choice(onsets) + rng.choice(vowels) for _ in range(rng.choices((1, 2, 3), (2, 5, 3))[0]))
    return made + rng.choice(onsets)[0] + rng.choice(vowels) + rng.choice(codas)


@cache
def languages() -> dict[str, tuple[_Language, int]]:
    """Each language by its code, and its share of the documents in percent."""
    words = json.loads((Path(__file__).parent / "search_words.json").read_text(encoding="utf-8"))
    return {code: (_Language(code, of), of["share"]) for code, of in words.items()}


class _Family:
    """Return a document, its revisions, and its other languages."""

    def __init__(self, rng: random.Random, number: int) -> None:
        self._rng = rng
        spoken = languages()
        first = rng.choices(list(spoken), [share for _, share in spoken.values()])[0]
        others = rng.sample([code for code in spoken if code != first], rng.choices((0, 1, 2), (70, 20, 10))[0])
        self._languages = [first, *others]
        self._revisions = rng.choices(range(4), (70, 20, 7, 3))[0]
        self._year = 2015 + number % 11
        self._number = 5000 + number // 11 % 12_000
        self._date = datetime.date(self._year, 1, 1) + datetime.timedelta(rng.randrange(360))
        self._about: _Words = {
            "type": rng.choices(TYPES, TYPE_SHARES)[0],
            "codes": [[code, rng.randint(1, 999)] for code in rng.sample(CODES, rng.choices((1, 2, 3), (5, 3, 2))[0])],
            "file": _file(min(199, int(rng.paretovariate(0.7)))) if rng.random() < 0.6 else None,
            "marking": "LIMITE" if rng.random() < 0.55 else None,
        }

    def papers(self, size: int | None = None) -> Iterator[_Words]:
        """Return each as JSON; with ``size`` only the first, with that length."""
        for code in self._languages:
            language = languages()[code][0]
            topics = language.topics(self._rng)
            units = self._units(language, topics, size or min(140, max(6, int(self._rng.gauss(50, 15)))))
            subject, sender = (
                language.text(self._rng, self._rng.randint(7, 14), topics),
                self._rng.choice(language.senders),
            )
            for revision in range(1 if size else self._revisions + 1):
                if revision:
                    units = self._revised(units, language, topics)
                if size or code == self._languages[0] or self._rng.random() < 0.6:
                    yield {
                        **self._about,
                        "language": code,
                        "number": [self._number, self._year, revision],
                        "date": str(self._date + datetime.timedelta(23 * revision)),
                        "subject": subject,
                        "sender": sender,
                        "units": units,
                        "notes": [] if size else self._notes(units, language, topics),
                    }
            if size:
                return

    def _units(self, language: _Language, topics: Sequence[str], size: int) -> list[_Unit]:
        rng, units, section, place = self._rng, [], 1, 0
        for _ in range(size):
            place += 1
            if rng.random() < 0.1:
                section, place = section + 1, 0
                heading = language.text(rng, rng.randint(2, 7), topics).rstrip(".")
                units.append(_Unit(f"sec_{section}__hd_1", heading, True))
                continue
            kind = "art" if section % 2 else "rec"
            text = language.text(rng, max(6, int(rng.lognormvariate(4.1, 0.5))), topics)
            units.append(_Unit(f"{kind}_{section}__para_{place}", text, False))
        return units

    def _revised(self, units: list[_Unit], language: _Language, topics: Sequence[str]) -> list[_Unit]:
        """Return most paragraphs unchanged, some reworded, some deleted, some new."""
        rng, revised = self._rng, []
        for unit in units:
            chance = rng.random()
            if chance > 0.03:
                words = unit.text.split(" ")
                if chance < 0.12:
                    for _ in range(rng.randint(1, 4)):
                        words[rng.randrange(len(words))] = rng.choice(topics)
                revised.append(unit._replace(text=" ".join(words)))
            if chance > 0.97:
                text = language.text(rng, max(6, int(rng.lognormvariate(4.1, 0.5))), topics)
                revised.append(_Unit(f"{unit.address}__sub_1", text, False))
        return revised

    def _notes(self, units: Sequence[_Unit], language: _Language, topics: Sequence[str]) -> list[list[str]]:
        """Return a delegate's notes on a document: on most, none."""
        many = self._rng.randint(1, 5) if self._rng.random() < 0.25 else 0
        on = self._rng.sample(units, min(many, len(units)))
        return [[unit.address, language.text(self._rng, self._rng.randint(8, 25), topics)] for unit in on]


def _file(number: int) -> str:
    return f"{2015 + number % 11}/{number * 37 % 400 + 1:04d}(COD)"


def _raw(rng: random.Random) -> Iterator[_Words]:
    """Yield documents without end; those of a hundred families at a time by date, so that revisions are apart."""
    numbers = count(1)
    while True:
        families = [paper for number in islice(numbers, 100) for paper in _Family(rng, number).papers()]
        yield from sorted(families, key=lambda paper: (paper["date"], paper["number"], paper["language"]))


def _paper(raw: _Words, key: int) -> Paper:
    number, year, revision = raw["number"]
    header = Header(
        language=raw["language"],
        reference=Reference("ST", number, year, revision),
        date=datetime.date.fromisoformat(raw["date"]),
        document_type=raw["type"],
        document_type_label=raw["type"].replace("_", " ").upper(),
        sender=raw["sender"],
        subject=raw["subject"],
        subject_codes=tuple(SubjectCode(code, running) for code, running in raw["codes"]),
        interinstitutional_files=(raw["file"],) if raw["file"] else (),
        marking=raw["marking"],
    )
    document = DocumentId(key)
    entries = [
        IndexEntry(
            f"document {key}", HitKind.PARAGRAPH, document, Address(address), text, header, is_heading=is_heading
        )
        for address, text, is_heading in raw["units"]
    ]
    for n, (address, text) in enumerate(raw["notes"]):
        note = f"{key}-{n}"
        entries.append(
            IndexEntry(
                f"annotation {note}", HitKind.ANNOTATION, document, Address(address), text, header, AnnotationId(note),
                "question" if n % 3 == 1 else "note",
            )
        )  # fmt: skip
    return Paper(header, tuple(entries))


def write(path: Path, size: int) -> None:
    """Write a library with a number of entries, one document a line."""
    left = size
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="utf-8") as file:
        for raw in _raw(random.Random(SEED)):
            raw["units"] = raw["units"][:left]
            left -= len(raw["units"])
            raw["notes"] = raw["notes"][:left]
            left -= len(raw["notes"])
            file.write(json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n")
            if not left:
                break
    beside.replace(path)


def read(path: Path) -> Iterator[Paper]:
    """Return the documents of a library, in the order of their import; numbered from 1."""
    with path.open(encoding="utf-8") as file:
        for key, line in enumerate(file, 1):
            yield _paper(json.loads(line), key)


def library(size: int) -> Path:
    """Return the file of a library with a number of entries, generated once and kept in the temporary folder."""
    folder = Path(tempfile.gettempdir()) / "delegate-desk-bench"
    folder.mkdir(exist_ok=True)
    path = folder / f"library-{VERSION}-{size}.jsonl"
    if not path.exists():
        write(path, size)
    return path


def fresh(many: int) -> list[Paper]:
    """Return documents of ``FRESH`` paragraphs each that are in no library; numbered from ten million."""
    rng = random.Random(SEED + 1)
    made = (next(_Family(rng, 1_000_000 + n).papers(FRESH)) for n in range(many))
    return [_paper(raw, 10_000_000 + n) for n, raw in enumerate(made)]
