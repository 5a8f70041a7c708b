"""Language detection by common words and characteristic letters."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import cache

from delegate_desk import paths
from delegate_desk.parsing import vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000
_SURE = 30.0
_SHORTEST = 2  # letters of a word of headers that tells nothing
_HEADER_WORD = 0.6
_OFTEN = 3  # times that one such word counts
_HINT = 2.0  # as much as two words of its own


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Return the weight of each word for each language: less if several share it."""
    languages = paths.load_table("language_words")["languages"]
    shared = Counter(word for language in languages.values() for word in language["words"])
    weights: dict[str, dict[str, float]] = {}
    for code, language in languages.items():
        for word in language["words"]:
            weights.setdefault(word, {})[code] = 1.0 / shared[word]
    return weights


_HEADER = (
    "council", "gsc", "coreper", "commission", "european_council", "presidency", "delegations", "working_party",
    "council_conclusions", "delegations_find", "interinstitutional_file", "prev_doc", "enclosure",
)  # fmt: skip


@cache
def _header_weights() -> dict[str, dict[str, float]]:
    """Return the weight of header words for each language: less than that of a common word."""
    by_word: dict[str, set[str]] = {}
    for code in codes():
        text = " ".join(word for key in _HEADER for word in vocabulary.terms(key, code)).lower()
        for word in _WORD.findall(text):
            if len(word) > _SHORTEST:
                by_word.setdefault(word, set()).add(code)
    return {word: dict.fromkeys(languages, _HEADER_WORD / len(languages)) for word, languages in by_word.items()}


@cache
def _letters() -> dict[str, frozenset[str]]:
    languages = paths.load_table("language_words")["languages"]
    letters: dict[str, set[str]] = {}
    for code, language in languages.items():
        for letter in language["letters"]:
            letters.setdefault(letter, set()).add(code)
    return {letter: frozenset(codes) for letter, codes in letters.items()}


@cache
def codes() -> tuple[str, ...]:
    """Return the languages that can be detected, ISO 639-1 in lower case."""
    return tuple(paths.load_table("language_words")["languages"])


def scores(text: str) -> dict[str, float]:
    """Return the score of a text for each language; only differences between scores are meaningful."""
    if len(text) > 3 * _SAMPLE:  # beginning, middle and end, as an act may have a cover in another language
        middle = len(text) // 2
        text = text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]
    sample = unicodedata.normalize("NFC", text).lower()
    found = Counter(_WORD.findall(sample))
    letters = _letters()
    result = word_scores(sample)
    for word, count in found.items():
        for code, weight in _header_weights().get(word, {}).items():
            result[code] += weight * min(count, _OFTEN)
    for letter, count in Counter(sample).items():
        for code in letters.get(letter, ()):
            result[code] += 0.25 * count / len(letters[letter])
    if _share(sample, "GREEK") > 0.5:
        result["el"] += sum(found.values())
    if _share(sample, "CYRILLIC") > 0.5:
        result["bg"] += sum(found.values())
    return result


def word_scores(text: str) -> dict[str, float]:
    """Weighted count of the common words of each language in a text; words shared by several languages count less."""
    weights = _weights()
    result: dict[str, float] = dict.fromkeys(codes(), 0.0)
    for word, count in Counter(_WORD.findall(text.lower())).items():
        for code, weight in weights.get(word, {}).items():
            result[code] += weight * count
    return result


def is_common(word: str, code: str | None) -> bool:
    """True for a common word of a language, or of any if none is given."""
    languages = _weights().get(word.lower(), {})
    return code in languages if code else bool(languages)


def detect(text: str, hints: Collection[str] = ()) -> tuple[str, float]:
    """Return the language of a text and the confidence, in 0..1; English with 0 if nothing is recognised.

    Args:
        hints: Languages suggested by other evidence; they decide if the text is too short.
    """
    found = scores(text)
    for hint in hints:
        found[hint] = found.get(hint, 0.0) + _HINT
    ranked = sorted(found.items(), key=lambda item: -item[1])
    (best, high), (_, second) = ranked[0], ranked[1]
    if high <= 0:
        return "en", 0.0
    lead = (high - second) / high
    evidence = min(1.0, math.log1p(high) / math.log1p(_SURE))
    return best, round(min(0.99, 0.3 + 0.4 * min(1.0, 2 * lead) + 0.29 * evidence), 2)


def _share(text: str, script: str) -> float:
    letters = [c for c in text[:4000] if c.isalpha()]
    if not letters:
        return 0.0
    return sum(unicodedata.name(c, "").startswith(script) for c in letters) / len(letters)
