"""Benchmark of search across languages, for bench.py: recall by language, cost of learning, and query times.

Recall is measured with the titles of the articles of Regulation (EU) 2016/679, searched in each language against the
English act: the share of titles for which one of the first ten hits in English is in their article. Time and memory of
learning are those of generated acts, with sentences of invented words in two languages.
"""

import argparse
import csv
import html
import itertools
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from delegate_desk.core.documents.document import Address, Document, Header, Kind, Paragraph
from delegate_desk.core.documents.references import Reference
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LANGUAGES = "bg cs da de el es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()
UNITS = 1_000
"""Units of a generated act, with about the given number of words each."""
_WORDS = 24
_TOP = 10
_FIRST = 5
CHILDREN = "COM_2022_209_EN_csa-regulation.html"
ACTS = (1, 10, 100)
LIBRARY = 500_000


def titles(language: str) -> list[tuple[str, int]]:
    """Return the titles of the articles in a language, with the numbers of the articles."""
    source = (SHARED / "headings24" / f"toc_{language}.html").read_text(encoding="utf-8")
    source = re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", "|", source)))
    found = re.finditer(r"\|\|([^|]+?) - \|\(([^|)]*?)\)", source)
    return [(match[1].strip(), int(number[0])) for match in found if (number := re.search(r"\d+", match[2]))]


def recall(desk: Desk, asked: Sequence[tuple[str, int]], missed: list[str] | None = None) -> float:
    """Return the share of titles whose article is among the first ten hits in English."""
    hits = 0
    for title, number in asked:
        query = "lang:en " + re.sub(r'["“”„«»()‘’\':~*-]', " ", title)
        found = desk.translations.across.find(query, limit=_TOP, patient=False).hits
        right = any(re.match(rf"art_{number}(__|$)", hit.hit.address) for hit in found)
        hits += right
        if missed is not None and not right:
            missed.append(title)
    return hits / len(asked) if asked else 0.0


def _act(language: str) -> Path:
    return SHARED / "eurlex" / f"CELEX_32016R0679_{language.upper()}_TXT.html"


def quality(languages: Sequence[str], *, show: bool) -> None:
    base = SHARED / "eurovoc" / "labels.tsv"
    with tempfile.TemporaryDirectory() as folder:
        with open_desk(Path(folder) / "english") as desk:
            list(desk.documents.import_files([_act("en")]))
            desk.indexing.make_ready()
            desk.translations.bases.import_file(base)
            began = time.perf_counter()
            desk.translations.learning.try_to_learn(list(languages), ["en"])
            print(f"  term base learned for {len(list(languages))} pairs in {time.perf_counter() - began:.1f} s")
            found = {}
            for language in languages:
                missed: list[str] = []
                found[language] = recall(desk, titles(language), missed)
                print(f"  term base  {language}  recall@10 {found[language]:.2f}  of {len(titles(language))}")
                if show:
                    print("     ", " | ".join(missed))
            if len(found) < len(LANGUAGES):
                return
            print(f"  term base alone: mean {statistics.mean(found.values()):.3f}, least {min(found.values()):.2f}")
        with open_desk(Path(folder) / "both") as desk:
            list(desk.documents.import_files([_act("en"), _act("hu")]))
            desk.indexing.make_ready()
            desk.translations.learning.try_to_learn()
            asked = titles("hu")
            print(f"  learned from the whole act  hu  {recall(desk, asked):.2f}")
            desk.translations.bases.import_file(base)
            desk.translations.learning.try_to_learn(["hu"], ["en"])
            print(f"  learned and term base  hu  all {recall(desk, asked):.2f}")


def half(languages: Sequence[str] = ("en", "hu")) -> None:
    """Learn from one half of the articles of an act, and search for the titles of the other half."""
    with tempfile.TemporaryDirectory() as folder:
        with open_desk(Path(folder) / "whole") as whole:
            list(whole.documents.import_files(map(_act, languages)))
            documents = [(library.header, whole.documents.content(library.id)) for library in whole.documents.all()]
        for base in ("", str(SHARED / "eurovoc" / "labels.tsv")):
            with open_desk(Path(folder) / f"half{bool(base)}") as desk:
                database = Database(desk.folder)
                for n, (header, content) in enumerate(documents):
                    units = [unit for unit in content.units() if header.language == "en" or _is_seen(unit.address)]
                    kept = Document(header, tuple(unit for unit in units if unit.kind != Kind.FOOTNOTE))
                    DocumentStore(database).add(kept, f"{n:064x}", "a.html")
                database.close()
                desk.indexing.make_ready()
                if base:
                    desk.translations.bases.import_file(Path(base))
                desk.translations.learning.try_to_learn(["hu"], ["en"])
                asked = [(title, number) for title, number in titles("hu") if not _is_seen(Address(f"art_{number}"))]
                missed: list[str] = []
                share = recall(desk, asked, missed)
                print(f"  unseen half  hu  {'with' if base else 'without'} term base {share:.2f} of {len(asked)}")
                print("     ", " | ".join(missed))


def judged() -> None:
    """Print how many of the first five hits are relevant to each of the queries in ``judged_queries.tsv``.

    The queries and the relevant words were written before any result was seen. A hit is relevant if its own text, or a
    heading above it, contains the words of the third column.
    """
    with (Path(__file__).parent / "judged_queries.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder) / "judged") as desk:
        list(desk.documents.import_files([_act("en"), _act("hu"), SHARED / "eurlex" / CHILDREN]))
        desk.indexing.make_ready()
        desk.translations.bases.import_file(SHARED / "eurovoc" / "labels.tsv")
        desk.translations.learning.try_to_learn({row["language"] for row in rows}, ["en"])
        texts = {
            (document.id, unit.address): unit.text
            for document in desk.documents.all()
            for unit in desk.documents.content(document.id).units()
        }
        counts = []
        for row in rows:
            found = desk.translations.across.find(f"lang:en {row['query']}", limit=_FIRST, patient=False).hits
            relevant = 0
            for hit in found:
                parts = hit.hit.address.split("__")
                above = (Address("__".join(parts[:size])) for size in range(1, len(parts) + 1))
                said = " ".join(texts.get((hit.hit.document, address), "") for address in above)
                relevant += bool(re.search(row["relevant"], said, re.IGNORECASE))
            counts.append((relevant, len(found)))
            print(f"    {row['language']}  {relevant} of {len(found)}  {row['query']}")
        good, shown = map(sum, zip(*counts, strict=True))
        none = sum(not found for _, found in counts)
        every = good / (shown + _FIRST * none)
        print(f"  judged queries: {good / shown:.2f} of the first {_FIRST} hits are relevant")
        print(f"  {none} queries without hits; with these counted as {_FIRST} wrong ones each {every:.2f}")


def _is_seen(address: Address) -> bool:
    """True for recitals, chapters and every second article."""
    found = re.match(r"art_(\d+)", address)
    return found is None or int(found[1]) % 2 == 0


# Generated acts


def made_act(language: str, number: int, units: int = UNITS) -> Document:
    """An act of invented words; language versions with the same number have the same meaning."""
    dice = random.Random(number)
    made = []
    for n in range(1, units + 1):
        words = [int(dice.paretovariate(0.7)) % 20_000 for _ in range(_WORDS)]
        text = " ".join(_word(language, word) for word in words)
        made.append(Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", f"{text}."))
    return Document(Header(language, Reference("ST", number, 2026), subject="An act"), tuple(made))


def _word(language: str, number: int) -> str:
    letters = "bdfgklmnprstvz" if language == "en" else "βδζθκλμνξπρστφ"
    vowels = "aeiou" if language == "en" else "αεηιο"
    word = ""
    for _ in range(4):
        number, rest = divmod(number, len(letters) * len(vowels))
        word += letters[rest // len(vowels)] + vowels[rest % len(vowels)]
    return word


def fill(folder: Path, acts: int, languages: Sequence[str] = ("en", "el"), units: int = UNITS) -> None:
    Database(folder).close()
    database = Database(folder)
    store = DocumentStore(database)
    for n, (number, language) in enumerate(itertools.product(range(1, acts + 1), languages)):
        store.add(made_act(language, number, units), f"{n:064x}", "a.txt")
    database.close()


def learn_once(folder: Path) -> None:
    """Learn in this process, and return the cost."""
    with open_desk(folder) as desk:
        versions = desk.translations.learning
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        began = time.process_time()
        versions.try_to_learn()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        size = sum(path.stat().st_size for path in (folder / "translations").iterdir())
        spent = time.process_time() - began
        print(f"{spent:.1f} s CPU, peak {peak} MB ({before} MB before), {size / 1e6:.1f} MB on disk")


def learning(acts: Iterable[int]) -> None:
    for count in acts:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "library"
            folder.mkdir()
            fill(folder, count)
            for named in (f"{count} acts", "one more"):
                if named == "one more":
                    database = Database(folder)
                    for n, language in enumerate(("en", "el")):
                        DocumentStore(database).add(made_act(language, 900), f"{n + 9_000:064x}", "a.txt")
                    database.close()
                told = subprocess.run(
                    [sys.executable, __file__, "--learn", str(folder)], capture_output=True, text=True, check=True
                )
                print(f"  learning {named}: {told.stdout.strip()}")


def queries(paragraphs: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "library"
        folder.mkdir()
        fill(folder, max(1, paragraphs // UNITS // 2))
        with open_desk(folder) as desk:
            desk.indexing.make_ready()
            desk.translations.learning.try_to_learn()
            dice = random.Random(1)
            times: dict[str, list[float]] = {"direct": [], "across": [], "concordance": []}
            for _ in range(60):
                words = [_word("el", int(dice.paretovariate(0.7)) % 20_000) for _ in range(dice.choice((1, 2, 4)))]
                text = " ".join(words)
                for name, find in (
                    ("direct", lambda text=text: desk.search.find(text, limit=20, patient=False)),
                    ("across", lambda text=text: desk.translations.across.find(text, limit=20, patient=False)),
                ):
                    best = min(_timed(find) for _ in range(2))
                    times[name].append(best)
                word = _word("en", int(dice.paretovariate(0.5)) % 20_000 + 20)
                times["concordance"].append(
                    _timed(lambda word=word: desk.translations.concordance.find(word, "en", "el", patient=False))
                )
            for name, some in times.items():
                some.sort()
                p95 = some[int(0.95 * len(some))]
                print(f"  {name}: p50 {statistics.median(some):.1f} ms, p95 {p95:.1f} ms, {desk.indexing.mark()}")


def _timed(job: object) -> float:
    """Milliseconds of processor time, which depends little on other programs."""
    began = time.process_time()
    job()  # type: ignore[operator]  # each is a function
    return (time.process_time() - began) * 1000


def term_base(entries: int) -> None:
    """Time the import of a term base in three languages."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "large.tsv"
        with path.open("w", encoding="utf-8", newline="") as file:
            written = csv.writer(file, delimiter="\t")
            written.writerow(("en", "el", "fr"))
            for n in range(entries):
                written.writerow(
                    (f"{_word('en', n)} {_word('en', n * 7)}", f"{_word('el', n)} {_word('el', n * 7)}", f"mot {n}")
                )
        with open_desk(Path(place) / "library") as desk:
            began = time.perf_counter()  # a separate process reads the file
            desk.translations.bases.import_file(path)
            print(f"  term base of {entries:,} entries imported in {time.perf_counter() - began:.1f} s")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="dev.py bench across", description=__doc__)
    parser.add_argument("--learn", metavar="FOLDER", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--languages", default=",".join(LANGUAGES), help="of the titles asked")
    parser.add_argument("--paragraphs", type=int, default=LIBRARY, help="of the library that is queried")
    parser.add_argument("--parts", default="recall,half,judged,learning,queries,terms", help="what is measured")
    parser.add_argument("--missed", action="store_true", help="show the titles that were not found")
    given = parser.parse_args(arguments)
    if given.learn:
        learn_once(given.learn)
        return
    parts = given.parts.split(",")
    has_corpus = SHARED.is_dir()
    if not has_corpus:
        print("  the corpus is absent: recall is not measured")
    if has_corpus and "recall" in parts:
        quality(given.languages.split(","), show=given.missed)
    if has_corpus and "half" in parts:
        half()
    if has_corpus and "judged" in parts:
        judged()
    if "learning" in parts:
        learning(ACTS if given.paragraphs >= LIBRARY else ACTS[:1])
    if "queries" in parts:
        queries(given.paragraphs)
    if "terms" in parts:
        term_base(500_000 if given.paragraphs >= LIBRARY else 5_000)


if __name__ == "__main__":
    main()
