"""How a word or a field's value at the cursor may go on."""

import re

from delegate_desk.core.text import fold
from delegate_desk.search.engine.analysis import folded
from delegate_desk.search.engine.index_terms import field_names
from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query import rewriting
from delegate_desk.storage.db.stores.search_texts import TextStore

_MOST = 8
_SHORTEST = 2
_CHUNK = re.compile(r"[^\s\"“”„«»()]*$")
_WORD = re.compile(r"[^\W_]+$")
_REST_OF_WORD = re.compile(r"[^\W_]*")
_REST_OF_VALUE = re.compile(r"[^\s\"“”„«»()|]*")


class Completing:
    """Completes queries from what the library holds, and from the language of the box."""

    def __init__(self, index: SearchIndex, texts: TextStore) -> None:
        self._index = index
        self._texts = texts

    def complete(self, text: str, at: int, language: str) -> list[str]:
        """Whole queries in which the word or the field's value at the cursor goes on, the likeliest first."""
        chunk = _CHUNK.search(text[:at])
        name, colon, begun = chunk.group().partition(":") if chunk else ("", "", "")
        field = field_names(language).get(fold(name)) if colon else None
        known = rewriting.completions(text, at, language) or []
        if field:
            start = at - len(begun.rpartition("|")[2])
            found = _put(text, start, at, self._values(field, text[start:at]), _REST_OF_VALUE)
        else:
            found = [] if colon else self._words(text, at)
        return list(dict.fromkeys([*found, *known]))[:_MOST]

    def _words(self, text: str, at: int) -> list[str]:
        word = _WORD.search(text[:at])
        if word is None or len(word.group()) < _SHORTEST:
            return []
        return _put(text, word.start(), at, self._index.complete(folded(word.group()), _MOST), _REST_OF_WORD)

    def _values(self, field: str, begun: str) -> list[str]:
        """The values held of a field that begin so, or have a word that does."""
        start = fold(begun)
        fits = [
            value
            for value in self._texts.values(field)
            if any(part.startswith(start) for part in _beginnings(fold(value)))
        ]
        return [f'"{value}"' if re.search(r"\s", value) else value for value in fits[:_MOST]]


def _put(text: str, start: int, at: int, found: list[str], rest: re.Pattern[str]) -> list[str]:
    """The query with each of what was found in the place of what is typed."""
    match = rest.match(text, at)
    end = match.end() if match else at
    return [f"{text[:start]}{one}{text[end:]}" for one in found if one != text[start:end]]


def _beginnings(value: str) -> list[str]:
    """A value and what follows each space in it."""
    return [value, *(value[match.end() :] for match in re.finditer(r"\s", value))]
