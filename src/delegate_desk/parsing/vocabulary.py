"""Words and formulas printed in Council documents, in every language, from the tables in ``resources/tables``.

Each word there is marked ``seen`` (read in a real document or an authority table) or ``known`` (general knowledge).
"""

from functools import cache

from delegate_desk import paths
from delegate_desk.core.text import fold

_WHOLE_WORDS = frozenset({"citation", "recital"})
"""Formulas that end with a complete word; others may be the stem of one."""


@cache
def formulas(key: str, language: str) -> tuple[str, ...]:
    return (*paths.load_table("structure_words").get(key, {}).get(language, ()), *terms(key, language))


@cache
def _fold(key: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    found = {fold(word).rstrip(":., ") for language in languages for word in formulas(key, language)}
    return tuple(sorted(found, key=len, reverse=True))


def is_formula(key: str, text: str, languages: tuple[str, ...]) -> bool:
    """True if a text is one of the formulas for something, such as ``recitals_intro``."""
    return fold(text[:200]).rstrip(":., ") in _fold(key, languages)


def begins_formula(key: str, text: str, languages: tuple[str, ...]) -> bool:
    """True if a text begins with one of the formulas for something, such as ``citation``."""
    folded = fold(text[:200])
    if key not in _WHOLE_WORDS:
        return folded.startswith(_fold(key, languages))
    return any(
        folded.startswith(word) and (word.endswith("'") or not folded[len(word) : len(word) + 1].isalnum())
        for word in _fold(key, languages)
    )


@cache
def terms(key: str, language: str | None = None) -> tuple[str, ...]:
    """Return the words for one thing, in one language or in all, longest first."""
    cells = paths.load_table("header_words")["words"].get(key, {})
    chosen = cells.values() if language is None else [cells.get(language, {})]
    return tuple(sorted({word for cell in chosen for word in cell}, key=lambda word: (-len(word), word)))


@cache
def languages() -> tuple[str, ...]:
    return tuple(paths.load_table("header_words")["months"])


@cache
def document_types() -> dict[str, str]:
    """Return the key of each heading that names a type, by the heading folded without quotation marks."""
    return {
        heading_key(heading): key
        for key, languages in reversed(paths.load_table("header_words")["types"].items())
        for cell in languages.values()
        for heading in cell
    }


@cache
def heading_languages() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for languages in paths.load_table("header_words")["types"].values():
        for language, cell in languages.items():
            for heading in cell:
                found.setdefault(heading_key(heading), set()).add(language)
    return {heading: frozenset(languages) for heading, languages in found.items()}


def heading_key(heading: str) -> str:
    """Return a heading for comparison: folded, without quotation marks, look-alike letters unified."""
    key = fold(heading).replace('"', "").replace("'", "").replace("α", "a")
    return " ".join(key.split())


@cache
def months(language: str | None = None) -> dict[str, int]:
    """Return the number of each month by its name, folded, in all languages.

    If a name is another month in another language (``listopada``), the language given takes precedence.
    """
    tables = paths.load_table("header_words")["months"]
    found: dict[str, int] = {}
    for code in sorted(tables, key=lambda code: code == language):
        for number, forms in enumerate(tables[code], start=1):
            found.update({fold(form): number for form in forms})
    return found
