"""Words in the index: one folding, and a stem by the language of the document.

Index and query use the same functions, so that typed and printed words always match.
"""

import re
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from delegate_desk.core.text import fold, word_spans

_ALGORITHMS = {
    "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "et": "estonian",
    "fi": "finnish", "fr": "french", "ga": "irish", "hu": "hungarian", "it": "italian", "lt": "lithuanian",
    "nl": "dutch", "pl": "polish", "pt": "portuguese", "ro": "romanian", "sv": "swedish",
}  # fmt: skip
STEMMED = frozenset(_ALGORITHMS) & {code for code, name in _ALGORITHMS.items() if name in Stemmer.algorithms()}
"""Languages that have a stemmer; words of the other official languages are found by their forms alone."""

VERSION = f"3, snowball {Stemmer.version()}, unicode {unicodedata.unidata_version}"
"""Changed whenever the same text may give other words; an index made with another version is rebuilt."""

_GREEK = re.compile(r"(.{3,}?)(?:ι(?:α|ασ|εσ|ων|ου|ο|οσ|οι|ουσ)?|ε(?:ασ|α|ισ|ων))|(.+ικ)ων")
"""Endings that Snowball's Greek stemmer (version 3) removes in one case but not in another."""

_LONGEST = 200
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class WordForm(NamedTuple):
    """One word.

    Attributes:
        stems: Its stems, each with its language as prefix; none if the language has no stemmer.
        accented: Its letters as printed but in lower case, if folding changed them; else None.
    """

    exact: str
    stems: tuple[str, ...]
    accented: str | None


def letters(word: str) -> str:
    """Return the letters of a word in lower case, for comparing accents."""
    if word.isascii():
        return word.lower()[:_LONGEST]
    return unicodedata.normalize("NFC", word.casefold()).translate(_INVISIBLE)[:_LONGEST]


def fold_word(word: str) -> str:
    """Return a word in the form for lookup; empty if nothing of it can be looked up."""
    if word.isascii() and word.isalnum():
        return word.lower()[:_LONGEST]
    # half of a surrogate pair cannot be written to a file
    return fold(word if word.isascii() else word.encode("utf-8", "replace").decode("utf-8")).strip()[:_LONGEST]


class _Stemmers(threading.local):
    """Snowball's stemmers by language, which are for one thread (PyStemmer's README)."""

    def __init__(self) -> None:
        self.found: dict[str, Callable[[str], str]] = {}


_stemmers = _Stemmers()


_MOST_KNOWN = 50_000
_known: dict[tuple[str, str], WordForm] = {}
"""The first words, which include the common ones: they are kept, as a large import reads each word once."""


def form(word: str, language: str) -> WordForm:
    """Return the forms of a word in a language; safe on any thread."""
    found = _known.get((word, language))
    if found is None:
        exact, printed = fold_word(word), letters(word)
        found = WordForm("", (), None)
        if exact:
            found = WordForm(exact, _stems(exact, printed, language), printed if printed != exact else None)
        if len(_known) < _MOST_KNOWN:
            _known[word, language] = found
    return found


def _stems(exact: str, printed: str, language: str) -> tuple[str, ...]:
    """Return the stem of the folded word, and a second stem that matches its other forms if the first does not.

    In Czech or Hungarian endings are recognised by their accents (``nařízeních``), but a typed word may have none: with
    the stem of the accented word as well, each finds the other. For Greek see ``_GREEK``.
    """
    # Latin words in a Greek or Bulgarian text count as English
    if exact.isascii():
        language = "en" if language in ("el", "bg") and not exact.isdecimal() else language
    elif "\u0370" <= exact[0] <= "\u03ff":
        language = "el"
    if not exact or language not in STEMMED or exact.isdecimal():
        return ()
    stem = _stemmers.found.get(language)
    if stem is None:
        # callers cache results: Snowball's own cache would only cost time
        stem = _stemmers.found[language] = Stemmer.Stemmer(_ALGORITHMS[language], 0).stemWord
    plain = stem(exact) or exact
    if language == "el":
        ending = _GREEK.fullmatch(exact)
        second = (ending[1] or ending[2]) if ending else plain
    else:
        second = plain if printed == exact else fold(stem(printed)).strip() or plain
    return (f"{language} {plain}",) if plain == second else (f"{language} {plain}", f"{language} {second}")


def forms(text: str, language: str) -> Iterator[tuple[int, int, WordForm]]:
    """Return the words of a text with their offsets, in order; those that fold to nothing are left out."""
    for start, end in word_spans(text):
        found = form(text[start:end], language)
        if found.exact:
            yield start, end, found


def stems(exact: str, printed: str, languages: Iterable[str]) -> frozenset[str]:
    """Return the possible stems of a word in texts of these languages; ``printed`` has its accents."""
    return frozenset(stem for language in languages for stem in _stems(exact, printed, language))


@lru_cache(maxsize=64)
def pattern_expression(pattern: str) -> re.Pattern[str]:
    """Return a regular expression for a folded word with ``*`` and ``?`` that never backtracks.

    Text skipped by one ``*`` is not tried again for the next (``(?>…)``), so that no word takes long.
    """
    first, *others = (re.escape(part).replace(r"\?", ".") for part in re.split(r"\*+", pattern))
    if not others:
        return re.compile(first, re.DOTALL)
    skipped = "".join(f"(?>.*?{part})" for part in others[:-1])
    return re.compile(f"{first}{skipped}.*{others[-1]}", re.DOTALL)
