"""The formulas that divide a text, in every language: citations, recitals, what enacts an act and what ends it."""

from functools import cache

from delegate_desk import paths
from delegate_desk.core.text import fold
from delegate_desk.parsing import vocabulary

_WHOLE_WORDS = frozenset({"citation", "recital"})
"""Formulas that end with a word of their own; others may be the stem of one."""


@cache
def formulas(key: str, language: str) -> tuple[str, ...]:
    """The formulas of one language for something."""
    return (*paths.load_table("structure_words").get(key, {}).get(language, ()), *vocabulary.terms(key, language))


@cache
def _folded(key: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    found = {fold(word).rstrip(":., ") for language in languages for word in formulas(key, language)}
    return tuple(sorted(found, key=len, reverse=True))


def is_formula(key: str, text: str, languages: tuple[str, ...]) -> bool:
    """True if a text is one of the formulas for something, such as ``recitals_intro``."""
    return fold(text[:200]).rstrip(":., ") in _folded(key, languages)


def begins(key: str, text: str, languages: tuple[str, ...]) -> bool:
    """True if a text begins with one of the formulas for something, such as ``citation``."""
    folded = fold(text[:200])
    if key not in _WHOLE_WORDS:
        return folded.startswith(_folded(key, languages))
    return any(
        folded.startswith(word) and (word.endswith("'") or not folded[len(word) : len(word) + 1].isalnum())
        for word in _folded(key, languages)
    )
