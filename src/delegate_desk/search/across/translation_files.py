"""Translations of words between two languages, and terms of one, in files that can be deleted and rebuilt.

Besides the sum, a table stores the contribution of each pair of documents, so that a pair can be added or removed.
Terms of a list are looked up by their words; the entry leads to other languages. A word has as its key its stem, or its
beginning if the language has no stemmer.
"""

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.text import word_spans
from delegate_desk.core.translations.word_alignment import AlignedWords, Bitext, learn
from delegate_desk.core.values import dataclass
from delegate_desk.files import move
from delegate_desk.search.engine import SUFFIX, analysis
from delegate_desk.search.engine.analysis import STEMMED, WordForm, fold_word
from delegate_desk.search.engine.segment_builder import pack_terms
from delegate_desk.search.engine.segment_file import Array, ArrayFileWriter, SegmentFile
from delegate_desk.search.engine.segment_reader import TermDictionary

_KEPT = 0.7
"""Number of letters that stand for the stem, in a language without a stemmer."""
_SHORTEST = 4


def word_key(form: WordForm, language: str) -> str:
    """Return the key of a word in a text of a language; of two stems in Greek the second, which all cases have."""
    if form.stems and language in STEMMED:
        return form.stems[-1 if language == "el" else 0].partition(" ")[2]
    return form.exact[: max(_SHORTEST, round(len(form.exact) * _KEPT))]


def key_terms(found: str, forms_of: tuple[str, ...], language: str) -> list[tuple[str, str]]:
    """Return the index fields and terms for a key: its stem, or otherwise each of its forms."""
    if language in STEMMED:
        return [("stem", f"{language} {found}")]
    return [("exact", form) for form in dict.fromkeys(map(fold_word, forms_of))]


KeptWord = tuple[int, int, str]
"""A word of a text: its span, and its key."""


class WordKeys(dict[str, str]):
    """Keys of the words of many texts in a language, by printed word, and the folded forms by key."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.forms: dict[str, set[str]] = {}

    def __missing__(self, word: str) -> str:
        form = analysis.form(word, self._language)
        found = ""
        if len(form.exact) > 1 and not form.exact.isdecimal():
            found = word_key(form, self._language)
            self.forms.setdefault(found, set()).add(form.exact)
        self[word] = found
        return found

    def kept(self, text: str) -> list[KeptWord]:
        """The words of a text, in order; numbers and single letters are left out."""
        return [(start, end, key) for start, end in word_spans(text) if (key := self[text[start:end]])]


FORMAT = 5
_FORMS = 12
"""Maximum number of forms of a word stored, the most frequent first."""
_JOINT = 3_000_000
"""Up to this number of pairs of words in a unit, everything is learned together when something is added."""
_SMOOTH = 0.25
"""Assumed number of other renderings of a word, so that a single occurrence is not certain."""

Units = Sequence[tuple[str, str]]
"""Texts that translate each other, in the first and the second language."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts to learn from, loaded on demand; the name is of a pair of documents, and changes when they do."""

    name: str
    units: Callable[[], Units]


class PairTable:
    """The translations of a pair of languages; safe on any thread.

    Args:
        path: The file, named ``FIRST-SECOND`` with any suffix.

    Attributes:
        lessons: The names of its lessons, each with its number of pairs of words in a unit.

    Raises:
        OSError: If it is missing or incomplete.
        SealBrokenError: If it was sealed and has been changed.
    """

    def __init__(self, path: Path, cipher: Cipher = PLAIN) -> None:
        self._file = SegmentFile.open_shared(path, cipher)
        self._sides = {
            language: (side, TermDictionary(self._file, side), TermDictionary(self._file, f"{side}.forms"))
            for language, side in zip(languages_of(path), ("first", "second"), strict=True)
        }
        header = json.loads(bytes(self._file["about"]))
        if header["format"] != FORMAT:
            raise OSError("of another version")
        self.lessons: dict[str, int] = header["lessons"]

    def number(self, language: str, key: str) -> int:
        """Return the number of a word; -1 if it is unknown or has no translation."""
        side, words, _ = self._sides[language]
        number = words.number(key.encode("utf-8", "replace"))
        bounds = self._file[f"{side}.start"]
        return number if number >= 0 and bounds[number + 1] > bounds[number] else -1

    def translations(self, language: str, key: str, limit: int = 8) -> list[tuple[str, float]]:
        """Return words of the other language with the probability that each renders a word, most likely first."""
        number = self.number(language, key)
        if number < 0:
            return []
        side, _, _ = self._sides[language]
        other = next(words for own, (_, words, _) in self._sides.items() if own != language)
        low, high = self._file[f"{side}.start"][number : number + 2].tolist()
        chosen = np.arange(low, high) if side == "first" else self._file["second.order"][low:high]
        counts = self._file["counts"][chosen]
        others = self._file["columns" if side == "first" else "rows"][chosen]
        other_sums = self._file["second.sums" if side == "first" else "first.sums"][others]
        chances = counts / (counts.sum() + _SMOOTH)
        # a word that renders many others rarely renders this one
        scores = chances * np.sqrt(counts / other_sums)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [
            (other.term(int(others[i])).decode(), float(np.sqrt(chances[i] * counts[i] / (other_sums[i] + _SMOOTH))))
            for i in best
        ]

    def forms(self, language: str, key: str) -> tuple[str, ...]:
        """Return the forms of a word in texts, ignoring case, most frequent first."""
        _, words, forms = self._sides[language]
        number = words.number(key.encode("utf-8", "replace"))
        return tuple(forms.term(number).decode().split("\n")) if number >= 0 else ()

    def words(self, language: str) -> list[str]:
        _, words, _ = self._sides[language]
        return [words.term(number).decode() for number in range(words.count)]

    def known_words(self) -> tuple[list[dict[str, Counter[str]]], dict[str, AlignedWords]]:
        """Return words with forms by language, and the contribution by lesson, by the numbers of these words."""
        vocabularies = []
        for _, words, forms in self._sides.values():
            rows = range(words.count)
            vocabularies.append(
                {
                    words.term(n).decode(): Counter(
                        {form: _FORMS - rank for rank, form in enumerate(forms.term(n).decode().split("\n"))}
                    )
                    for n in rows
                }
            )
        bounds = self._file["part.start"].tolist()
        parts = {
            name: AlignedWords(*(self._file[f"part.{part}"][low:high] for part in ("rows", "columns", "counts")))
            for name, low, high in zip(self.lessons, bounds, bounds[1:], strict=False)
        }
        return vocabularies, parts


def languages_of(path: Path) -> tuple[str, str]:
    first, second = path.name.split(".")[0].split("-")[:2]
    return first, second


def update(path: Path, lessons: Sequence[Lesson], cipher: Cipher = PLAIN) -> None:
    """Update a table to a list of lessons: new ones are learned, and missing ones are removed. Slow."""
    languages = languages_of(path)
    try:
        table = PairTable(path, cipher)
        (words, parts), sizes = table.known_words(), table.lessons
    except (OSError, KeyError, ValueError):
        words, parts, sizes = [{}, {}], {}, {}
    by_name = {lesson.name: lesson for lesson in lessons}
    parts = {name: part for name, part in parts.items() if name in by_name}
    new = [lesson for lesson in lessons if lesson.name not in parts]
    if new and sum(sizes[name] for name in parts) <= _JOINT:
        new, parts = list(lessons), {}
    lists = [list(vocabulary) for vocabulary in words]
    numbers = [{word: number for number, word in enumerate(row)} for row in lists]
    batch: list[tuple[str, Bitext]] = []
    size = 0
    for lesson in new:
        bitext = _number_words(lesson.units(), languages, words, numbers)
        batch.append((lesson.name, bitext))
        pairs = zip(bitext.first, bitext.second, strict=True)
        sizes[lesson.name] = sum(len(first) * len(other) for first, other in pairs)
        size += sizes[lesson.name]
        if size > _JOINT:
            _learn(batch, numbers, parts)
            batch, size = [], 0
    _learn(batch, numbers, parts)
    _write(path, words, numbers, {name: (sizes[name], parts[name]) for name in by_name}, cipher)


def _number_words(
    units: Units, languages: Sequence[str], words: Sequence[dict[str, Counter[str]]], numbers: Sequence[dict[str, int]]
) -> Bitext:
    sides: list[list[Array]] = [[], []]
    keys = [WordKeys(language) for language in languages]
    for unit in units:
        for text, own, vocabulary, word_numbers, side in zip(unit, keys, words, numbers, sides, strict=True):
            found: set[int] = set()
            for start, end, key in own.kept(text):
                number = word_numbers.setdefault(key, len(word_numbers))
                vocabulary.setdefault(key, Counter())[text[start:end].lower()] += 1
                found.add(number)
            side.append(np.array(sorted(found), np.int32))
    return Bitext(*sides)


def _learn(
    batch: Sequence[tuple[str, Bitext]], numbers: Sequence[Mapping[str, int]], parts: dict[str, AlignedWords]
) -> None:
    """Learn some lessons together and store them under the first; each by itself if there is much."""
    if not batch:
        return
    height, width = len(numbers[0]), len(numbers[1])
    earlier = AlignedWords.total(list(parts.values()), width)
    joined = Bitext([row for _, b in batch for row in b.first], [row for _, b in batch for row in b.second])
    found = [learn(bitext, height, width, earlier) for bitext in joined.parts()]
    shared = AlignedWords.total([earlier, *found], width)
    for name, bitext in batch:
        own = [learn(part, height, width, shared) for part in bitext.parts()] if len(batch) > 1 else found
        parts[name] = AlignedWords.total(own, width)


def _write(
    path: Path,
    words: Sequence[Mapping[str, Counter[str]]],
    numbers: Sequence[Mapping[str, int]],
    lessons: Mapping[str, tuple[int, AlignedWords]],
    cipher: Cipher,
) -> None:
    width, parts = len(numbers[1]), [part for _, part in lessons.values()]
    total = AlignedWords.total(parts, max(width, 1))
    orders = []
    for side, used in zip(numbers, (total.rows, total.columns), strict=True):
        is_used = np.zeros(len(side), np.bool_)
        is_used[used] = True
        ordered = sorted(word for word, number in side.items() if is_used[number])
        order = np.full(len(side), -1, np.int32)
        order[[side[word] for word in ordered]] = np.arange(len(ordered), dtype=np.int32)
        orders.append((ordered, order))
    parts = [AlignedWords(orders[0][1][part.rows], orders[1][1][part.columns], part.counts) for part in parts]
    height, width = len(orders[0][0]), len(orders[1][0])
    total = AlignedWords.total(parts, max(width, 1))
    with written(path, height, cipher) as file:
        header = {"format": FORMAT, "lessons": {name: size for name, (size, _) in lessons.items()}}
        file.append("about", np.frombuffer(json.dumps(header).encode(), np.uint8))
        for name, (ordered, _), vocabulary in zip(("first", "second"), orders, words, strict=True):
            write_strings(file, name, ordered)
            forms = ["\n".join(form for form, _ in vocabulary[word].most_common(_FORMS)) for word in ordered]
            write_strings(file, f"{name}.forms", forms)
        order = np.lexsort((total.rows, total.columns)).astype(np.int32)
        file.append("first.start", np.searchsorted(total.rows, np.arange(height + 1)).astype(np.int64))
        file.append("second.start", np.searchsorted(total.columns[order], np.arange(width + 1)).astype(np.int64))
        file.append("second.order", order)
        file.append("first.sums", np.bincount(total.rows, total.counts, height).astype(np.float32))
        file.append("second.sums", np.bincount(total.columns, total.counts, width).astype(np.float32))
        for array_name, array in (("rows", total.rows), ("columns", total.columns), ("counts", total.counts)):
            file.append(array_name, array)
        sizes = [len(part.counts) for part in parts]
        file.append("part.start", np.cumsum([0, *sizes]).astype(np.int64))
        for array_name in ("rows", "columns", "counts"):
            arrays = [getattr(part, array_name) for part in parts]
            kind = np.float32 if array_name == "counts" else np.int32
            file.append(f"part.{array_name}", np.concatenate([np.zeros(0, kind), *arrays]))


@contextlib.contextmanager
def written(path: Path, entries: int, cipher: Cipher) -> Iterator[ArrayFileWriter]:
    """Write a file beside its target, and move it there once it is whole."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    new_path = path.with_name(f"{path.name}.new")
    with ArrayFileWriter(new_path, entries, path.name.removesuffix(SUFFIX), cipher) as file:
        yield file
    move(new_path, path)


def write_strings(file: ArrayFileWriter, name: str, strings: Iterable[str]) -> None:
    """Write texts under a name, in the form that ``TermDictionary`` reads."""
    for part, items in pack_terms(name, [text.encode("utf-8", "replace") for text in strings]).items():
        file.append(part, items)


LONGEST = 6
"""Maximum number of words of a term that is looked up as a whole."""


def term_key(text: str, language: str) -> str:
    return " ".join(key for _, _, key in WordKeys(language).kept(text))


class TermFile:
    """The terms of one language; safe on any thread.

    Raises:
        OSError: If it is missing, incomplete, or of another version.
        KeyError: If it is from before versions were recorded.
        SealBrokenError: If it was sealed and has been changed.
    """

    def __init__(self, path: Path, cipher: Cipher = PLAIN) -> None:
        self._file = SegmentFile.open_shared(path, cipher)
        if self._file["format"].tolist() != [FORMAT]:
            raise OSError("of another version")
        self._keys = TermDictionary(self._file, "keys")
        self._texts = TermDictionary(self._file, "texts")

    def entries(self, key: str) -> list[int]:
        """Return the entries that have a term with these words."""
        number = self._keys.number(key.encode("utf-8", "replace")) if key else -1
        if number < 0:
            return []
        low, high = self._file["start"][number : number + 2].tolist()
        found: list[int] = self._file["entries"][low:high].tolist()
        return found

    def texts(self, entry: int) -> list[str]:
        """Return the terms of an entry, the preferred one first."""
        found = self._texts.term(entry).decode() if entry < self._texts.count else ""
        return found.split("\n") if found else []


def write_terms(path: Path, language: str, entries: Iterable[Sequence[str]], cipher: Cipher = PLAIN) -> None:
    """Write the terms of a language, entry by entry; an entry may have none."""
    texts: list[str] = []
    keys: dict[str, list[int]] = {}
    for number, terms in enumerate(entries):
        texts.append("\n".join(terms))
        for term in terms:
            key = term_key(term, language)
            if key and key.count(" ") < LONGEST:
                keys.setdefault(key, []).append(number)
    ordered = sorted(keys)
    with written(path, len(texts), cipher) as file:
        file.append("format", np.array([FORMAT], np.int64))
        write_strings(file, "keys", ordered)
        write_strings(file, "texts", texts)
        file.append("start", np.cumsum([0, *(len(keys[key]) for key in ordered)]).astype(np.int64))
        file.append("entries", np.array([number for key in ordered for number in keys[key]], np.int32))
