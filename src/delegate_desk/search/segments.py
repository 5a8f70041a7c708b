"""Segments: what one file of the index holds, as plain values.

Whoosh's posting lists, columns and lists of terms are read here and nowhere else.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any


class Columns:
    """What a segment holds by entry; a segment never changes, so the next state of the index may take it over."""

    def __init__(self) -> None:
        self.facets: list[bytes] = []
        self.places: list[int] = []
        self.dates: list[int] = []
        self.lengths: dict[str, list[int]] = {}


class Segment:
    """One segment of a state of the index; its entries are numbered from 0."""

    def __init__(self, reader: Any, known: Mapping[str, Columns]) -> None:
        from whoosh.reading import TermNotFound

        self._absent = TermNotFound
        self._reader = reader
        self._size = reader.doc_count_all()
        self.name = str(reader.segment().segment_id())
        self.columns = known.get(self.name) or Columns()

    def probe(self) -> None:
        """Touch each part, so that damage shows before a search relies on it."""
        for name in ("exact", "stem", "fact"):
            term = next(self._reader.lexicon(name), None)
            if term is not None:
                matcher = self._reader.postings(name, term)
                _ = matcher.is_active() and matcher.id()
        for column in ("facets", "place", "date"):
            _ = self._column(column)[self._size - 1]
        self.key(self._size - 1)

    # By entry

    def entries(self) -> Iterator[int]:
        """All entries, in order, without those dropped."""
        yield from self._reader.all_doc_ids()

    def key(self, entry: int) -> tuple[str, int, str, str | None]:
        """Kind, document, address and annotation of an entry."""
        kind, document, address, annotation = self._reader.stored_fields(entry)["key"]
        return kind, document, address, annotation

    @property
    def facets(self) -> list[bytes]:
        """By entry, its values in all facets, packed."""
        self.columns.facets = self.columns.facets or list(self._column("facets"))
        return self.columns.facets

    @property
    def places(self) -> list[int]:
        """By entry, a number that puts entries in order of document, kind and reading."""
        self.columns.places = self.columns.places or list(self._column("place"))
        return self.columns.places

    @property
    def dates(self) -> list[int]:
        """By entry, the document's date as the number YYYYMMDD; 0 where it has none."""
        self.columns.dates = self.columns.dates or list(self._column("date"))
        return self.columns.dates

    def lengths(self, name: str) -> list[int]:
        """By entry, about how many words a field has: Whoosh keeps it in one byte."""
        lengths = self.columns.lengths.get(name)
        if lengths is None:
            length = self._reader.doc_field_length
            lengths = self.columns.lengths[name] = [length(entry, name) or 0 for entry in range(self._size)]
        return lengths

    def _column(self, name: str) -> Any:
        return self._reader.column_reader(name, translate=False)

    # By term

    def terms(self, name: str, prefix: str) -> Iterator[str]:
        """A field's terms that begin so, in order."""
        for term in self._reader.expand_prefix(name, prefix):
            yield term.decode()

    def having(self, name: str, term: str) -> Iterator[int]:
        """Entries that have a term, in order."""
        matcher = self._postings(name, term)
        while matcher and matcher.is_active():
            yield matcher.id()
            matcher.next()

    def counts(self, name: str, term: str) -> Iterator[tuple[int, float]]:
        """Entries that have a term and how often, in order."""
        matcher = self._postings(name, term)
        while matcher and matcher.is_active():
            yield matcher.id(), matcher.weight()
            matcher.next()

    def positions(self, name: str, terms: Iterable[str], entries: Iterable[int]) -> dict[int, set[int]]:
        """By entry, which of its words are any of some terms."""
        found: dict[int, set[int]] = {entry: set() for entry in entries}
        for term in terms:
            matcher = self._postings(name, term)
            while matcher and matcher.is_active():
                places = found.get(matcher.id())
                if places is not None:
                    places.update(matcher.value_as("positions"))
                matcher.next()
        return found

    def _postings(self, name: str, term: str) -> Any:
        try:
            return self._reader.postings(name, term.encode())
        except self._absent:
            return None
