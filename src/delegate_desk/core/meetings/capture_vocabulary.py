"""The vocabulary of the capture line: all languages at once, as they are mixed in the room."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.text import fold, tidy
from delegate_desk.core.values import dataclass

LIFT = "lift"
IGNORED = "ignored"
HIDDEN = "\0"
"""Replaces each character of a quoted wording: neither a letter nor a space, and never in normalised text."""
_APART = r"\.?[ '\-]{0,2}"
_WORD = re.compile(r"[^\W\d_]{6,}")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1b\x7f-\x9f]")


def clean_line(line: str) -> str:
    """Return a line for interpretation: normalised, without control characters and direction marks."""
    return tidy(_CONTROL.sub(" ", _UNSEEN.sub("", line)))


def fold_in_place(text: str) -> str:
    """Fold for comparison, one code point for each of the text, so that offsets carry over."""
    return "".join(_level(character) for character in text)


@lru_cache(maxsize=4096)
def _level(character: str) -> str:
    folded = fold(character)
    if len(folded) == 1:
        return folded
    lower = character.lower()
    return lower if len(lower) == 1 else character


def phrase_pattern(words: str) -> str:
    """Return the pattern of a phrase in folded text: ``res d examen``, ``scrutin*``."""
    parts = [
        re.escape(part.rstrip("*")) + (r"\w*" if part.endswith("*") else "") for part in fold_in_place(words).split()
    ]
    return _APART.join(parts)


def words_pattern(phrases: Iterable[str], *, ends: str = r"(?!\w)") -> re.Pattern[str]:
    """Return a pattern of whole words, the longest phrase first; it matches nothing if there are none."""
    ordered = sorted({p for p in phrases if p}, key=lambda p: (-len(p.split()), -len(p)))
    if not ordered:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrase_pattern(p) for p in ordered)})\.?{ends}")


@dataclass(frozen=True, slots=True)
class CaptureVocabulary:
    """Vocabulary for reading a capture line.

    Attributes:
        stances: Pattern by category: the values of Stance, ``lift`` and ``ignored``; the group names it.
        kinds: The word that ``find_place`` knows, by folded word.
        known: Words of the stances with six letters or more, by first letter; those with an asterisk are beginnings.
    """

    codes: Mapping[str, str]
    named: Mapping[str, str]
    common: frozenset[str]
    keys: Mapping[int, int]
    signs: Mapping[str, Stance]
    stances: re.Pattern[str]
    categories: tuple[str, ...]
    first: Mapping[Stance, re.Pattern[str]]
    alone: Mapping[Stance, re.Pattern[str]]
    kinds: Mapping[str, str]
    kind: str
    known: Mapping[str, tuple[str, ...]]
    names: re.Pattern[str]
    phrases: Mapping[str, re.Pattern[str]]

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self.phrases[name]

    def code(self, typed: str) -> str | None:
        levelled = fold_in_place(typed)
        found = self.codes.get(levelled)
        if found is None and len(levelled) in range(2, 6):
            is_greek = all(unicodedata.name(character, "").startswith("GREEK") for character in levelled)
            found = self.codes.get(levelled.translate(self.keys)) if is_greek else None
        return found


_LISTS = (
    *"if if_sign not not_yet concludes previous before as everyone others but and".split(),
    *"article on says of elsewhere units note".split(),
)


def build_vocabulary(table: Mapping[str, Any]) -> CaptureVocabulary:
    """Build the vocabulary; ``table`` is resources/tables/capture_words.json."""
    languages = [entry for name, entry in table.items() if len(name) == 2]
    codes = {fold_in_place(code): code for code in (*PROTOCOL_ORDER, *table["bodies"])}
    named: dict[str, str] = {}
    for language in languages:
        for code, forms in language["codes"].items():
            codes |= {fold_in_place(form): code for form in forms}
        for code, forms in language["names"].items():
            named |= {fold_in_place(form): code for form in forms}
    kinds = {
        fold_in_place(form): kind for entry in languages for kind, forms in entry["kinds"].items() for form in forms
    }
    kind_of_phrase = {p: kind for entry in languages for kind, phrases in entry["stances"].items() for p in phrases}
    ordered = sorted(kind_of_phrase, key=lambda p: (-len(p.split()), -len(p)))
    alternatives = "|".join(f"({phrase_pattern(p)})" for p in ordered)
    long_words: dict[str, set[str]] = {}
    for entry in languages:
        for phrases in entry["stances"].values():
            for word in (w for p in phrases for w in fold_in_place(p).split() if len(w.rstrip("*")) >= 6):
                long_words.setdefault(word[0], set()).add(word)
    (greek, latin), *_ = table["greek_keys"].items()
    return CaptureVocabulary(
        codes=codes,
        named=named,
        common=frozenset(fold_in_place(word) for entry in languages for word in entry["common"]),
        keys=str.maketrans(greek, latin),
        signs={sign: Stance(stance) for sign, stance in table["signs"].items()},
        stances=re.compile(rf"(?<!\w)(?:{alternatives})\.?(?!\w)"),
        categories=tuple(kind_of_phrase[p] for p in ordered),
        first=_by_stance(languages, "first", r"(?!\w)"),
        alone=_by_stance(languages, "alone", r"(?=\s*(?:[,;:.!]|$))"),
        kinds=kinds,
        kind="|".join(_kind(form) for form in sorted(kinds, key=len, reverse=True)),
        known={letter: tuple(sorted(words)) for letter, words in long_words.items()},
        names=words_pattern(named),
        phrases={name: words_pattern(p for entry in languages for p in entry[name]) for name in _LISTS},
    )


def _by_stance(languages: Iterable[Mapping[str, Any]], key: str, ends: str) -> dict[Stance, re.Pattern[str]]:
    found: dict[Stance, list[str]] = {}
    for entry in languages:
        for stance, phrases in entry[key].items():
            found.setdefault(Stance(stance), []).extend(phrases)
    return {stance: words_pattern(phrases, ends=ends) for stance, phrases in found.items()}


def _kind(form: str) -> str:
    return phrase_pattern(form) + (r"(?=\.?\s?\d)" if len(form) == 1 and form.isalpha() else r"(?![^\W\d_])")


def correct_slips(text: str, vocabulary: Mapping[str, tuple[str, ...]]) -> tuple[str, list[int]]:
    """Return folded text with typing errors in long words corrected, and the offset of each character in the text.

    An error is one letter too many, too few, wrong, or two transposed; the first letter is right.
    """
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _WORD.finditer(text):
        better = _corrected(match[0], vocabulary.get(match[0][0], ()))
        parts.append(text[done : match.start()])
        places += range(done, match.start())
        parts.append(better)
        places += (min(match.start() + n, match.end() - 1) for n in range(len(better)))
        done = match.end()
    parts.append(text[done:])
    places += range(done, len(text) + 1)
    return "".join(parts), places


def _corrected(word: str, vocabulary: tuple[str, ...]) -> str:
    stems = [(stem.rstrip("*"), stem.endswith("*")) for stem in vocabulary]
    if any(word == stem or (is_prefix and word.startswith(stem)) for stem, is_prefix in stems):
        return word
    from rapidfuzz.distance import OSA  # not before a meeting

    for stem, is_prefix in stems:
        sizes = (0, 1, -1) if is_prefix else (len(word) - len(stem),)
        for size in sizes:
            if abs(size) <= 1 and OSA.distance(word[: len(stem) + size], stem) <= 1:
                return stem + word[len(stem) + size :]
    return word


_OPENS = re.compile(r"""["“”„‟«»″]|(?<!\w)[‘’‚‛‹›'](?=\w)""")
_CLOSE = {"'": "'’", "‘": "’'", "‚": "‘’'", "‛": "’'", "’": "’'", "‹": "›", "›": "‹"}


def hide_quoted(line: str, folded: str) -> tuple[str, tuple[str, ...]]:
    """Return the folded line with quoted words hidden, and those words in order, as typed.

    All kinds of quotation marks are accepted; an unclosed double one extends to the end of the line.
    """
    wordings: list[str] = []
    hidden = list(folded)
    offset = 0
    while opened := _OPENS.search(line, offset):
        single = opened[0] in _CLOSE
        closing = rf"[{_CLOSE[opened[0]]}](?!\w)" if single else r'["“”„‟«»″]'  # a single one is an apostrophe too
        closed = re.compile(closing).search(line, opened.end())
        begins_word = opened.start() == 0 or not line[opened.start() - 1].isalnum()
        if closed is None and (single or not begins_word):
            offset = opened.end()
            continue
        end = closed.start() if closed else len(line)
        offset = closed.end() if closed else len(line)
        if words := line[opened.end() : end].strip():
            wordings.append(words)
        for n in range(opened.start(), offset):
            hidden[n] = HIDDEN
    return "".join(hidden), tuple(wordings)
