"""Indexes by our writer and by stock Whoosh, for tests that compare their answers."""

from abc import abstractmethod
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from typing_extensions import override
from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import create_in
from whoosh.writing import SegmentWriter

from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine import schema
from delegate_desk.search.engine.analysis import WordForm, forms
from delegate_desk.search.engine.evaluator import Snapshot
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.schema import NUMBERS, Facts, LanguageText, TitleText, encoded, title_terms
from delegate_desk.search.engine.segment_file import SegmentFile
from delegate_desk.search.engine.segment_reader import entries_with_term
from delegate_desk.search.engine.writer import IndexWriter


def create(folder: Path) -> Storage:
    """An empty index of ours in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    storage = Storage(folder, "a library")
    storage.commit([], 0)
    return storage


def commit(storage: Storage, gone: Iterable[str], entries: Iterable[IndexEntry]) -> None:
    """One commit by our writer."""
    fill(IndexWriter(storage), gone, entries).commit()


def fill(writer: IndexWriter, gone: Iterable[str], entries: Iterable[IndexEntry]) -> IndexWriter:
    """A writer that has deleted groups and taken entries."""
    for group in gone:
        writer.delete_by_term("fact", f"group {group}")
    for order, entry in enumerate(entries):
        writer.add_document(schema.row(entry, order))
    return writer


def snapshot(storage: Storage) -> Snapshot:
    return Snapshot(storage, storage.table().segments)


def terms(file: SegmentFile, field: str) -> list[str]:
    """The terms of a field, in order."""
    text, ends = file[f"{field}.terms"].tobytes(), file[f"{field}.ends"].tolist()
    return [text[low:high].decode() for low, high in pairwise(ends)]


def key(file: SegmentFile, entry: int) -> bytes:
    """The stored key of an entry."""
    low, high = file["key.ends"][entry : entry + 2].tolist()
    return file["key.bytes"][low:high].tobytes()


def keys(storage: Storage) -> list[bytes]:
    """The keys of all entries, deleted entries too."""
    files = [storage.file(segment) for segment in storage.table().segments]
    return [key(file, entry) for file in files for entry in range(file.size)]


def places(storage: Storage, word: str, field: str = "exact") -> list[str]:
    """Addresses of the entries that have a term, in reading order."""
    found: list[tuple[int, str]] = []
    for segment in storage.table().segments:
        file = storage.file(segment)
        entries = entries_with_term(file, field, encoded(word)).astype(np.intp)
        entries = entries if segment.deletions is None else entries[~segment.deletions[entries]]
        found += [(int(file["place.col"][n]), str(schema.unpack_key(key(file, n))[2])) for n in entries.tolist()]
    return [address for _, address in sorted(found)]


# Stock Whoosh


def create_stock(folder: Path) -> Any:
    """An empty index of stock Whoosh, with the same terms."""
    folder.mkdir(parents=True, exist_ok=True)
    return create_in(str(folder), make_schema())


def stock_commit(index: Any, gone: Iterable[str], entries: Iterable[IndexEntry]) -> None:
    """One commit by Whoosh's own; emptied segments go, as with ours."""
    writer: Any = SegmentWriter(index, codec=W3Codec())
    for group in gone:
        writer.delete_by_term("fact", f"group {group}")
    for order, entry in enumerate(entries):
        # The hash of words is reckoned for many entries at once: what stock Whoosh keeps instead is of no interest.
        writer.add_document(**{**schema.row(entry, order), "same": order})
    writer.commit(mergetype=lambda _, segments: [s for s in segments if s.doc_count()])


class WordPositions(formats.Positions):
    """Positions of a word: word numbers as an array of 32 bits (stock Whoosh pickles them)."""

    @override
    def encode(self, poslist: Sequence[int]) -> bytes:
        return array("I", poslist).tobytes()

    @override
    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring).tolist()

    @override
    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // 4


Posting = tuple[bytes, int, float, bytes]


class _WordField(fields.FieldType):
    """Words of a text: where each stands is kept."""

    def __init__(self) -> None:
        super().__init__(WordPositions(), None, scorable=True)  # type: ignore[no-untyped-call]  # Whoosh has no types

    @abstractmethod
    def _terms(self, form: WordForm) -> Iterable[str]:
        """The terms of one word."""

    @override
    def index(self, value: LanguageText, **_: object) -> Iterator[Posting]:
        places: dict[str, list[int]] = {}
        for position, (_start, _end, form) in enumerate(forms(value.text, value.language)):
            for term in self._terms(form):
                places.setdefault(term, []).append(position)
        for term, found in places.items():
            yield term.encode(), len(found), float(len(found)), array("I", found).tobytes()


class Exact(_WordField):
    """Every word of a text, folded."""

    @override
    def _terms(self, form: WordForm) -> Iterable[str]:
        return (form.exact,)


class Stems(_WordField):
    """The stems of a text's words; a word has none, one, or two at the same place."""

    @override
    def _terms(self, form: WordForm) -> Iterable[str]:
        return form.stems


class _Terms(fields.FieldType):
    """Terms of which only is known that they are there."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)  # type: ignore[no-untyped-call]  # the same

    @abstractmethod
    def _terms(self, value: Any) -> Iterable[str]:
        """The terms of a value."""

    @override
    def index(self, value: Any, **_: object) -> Iterator[Posting]:
        for term in sorted({encoded(term) for term in self._terms(value)}):
            yield term, 1, 1.0, b""


class Accented(_Terms):
    """The words of a text as printed but for case, where folding takes something from them."""

    @override
    def _terms(self, value: LanguageText) -> Iterable[str]:
        return {form.accented for _, _, form in forms(value.text, value.language) if form.accented}


class Titles(_Terms):
    """Words of a title, each by its stems and, behind an equals sign, its very form."""

    @override
    def _terms(self, value: TitleText) -> Iterable[str]:
        for text in {value.subject, value.heading}:
            for _, _, form in forms(text, value.language):
                yield from title_terms(form)


class Sets(_Terms):
    """Facts."""

    @override
    def _terms(self, value: Facts) -> Iterable[str]:
        return value.shared | value.own


def make_schema() -> Any:
    """The schema of the index."""
    return fields.Schema(
        exact=Exact(),
        stem=Stems(),
        accented=Accented(),
        title=Titles(),
        fact=Sets(),
        facets=fields.COLUMN(columns.RefBytesColumn()),
        same=fields.COLUMN(columns.NumericColumn("q")),
        **{name: fields.COLUMN(columns.NumericColumn("q")) for name in NUMBERS},
        key=fields.STORED(),
    )
