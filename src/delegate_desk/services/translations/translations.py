"""Services on translations: setup for a library, and its term bases."""

import csv
import io
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from delegate_desk.cipher import Cipher
from delegate_desk.core.documents.corrections import LANGUAGES
from delegate_desk.core.errors import (
    ImportFailure,
    TermFileError,
    TermFileFault,
    UnknownTermBaseError,
    UnreadableDocumentError,
)
from delegate_desk.core.text import tidy, without_half_characters
from delegate_desk.core.translations.translation import TermBase
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.services.search.search import HitDetails
from delegate_desk.services.translations.across import AcrossSearch
from delegate_desk.services.translations.concordance import Concordances
from delegate_desk.services.translations.learning import Learning
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.search_texts import TextStore
from delegate_desk.storage.db.stores.translations import LanguageVersionStore, TermBaseStore
from delegate_desk.storage.files.originals import Originals

_LARGEST_CHUNK = 1 << 26
_FAULTS = {
    ImportFailure.UNSUPPORTED: TermFileFault.FORMAT,
    ImportFailure.NO_TEXT: TermFileFault.NO_TERMS,
    ImportFailure.DAMAGED: TermFileFault.DAMAGED,
    ImportFailure.TOO_LARGE: TermFileFault.TOO_LARGE,
}


class TermBases:
    def __init__(self, store: TermBaseStore, originals: Originals, reader: ReadingProcess) -> None:
        self._store = store
        self._originals = originals
        self._reader = reader

    def all(self) -> list[TermBase]:
        """Return the term bases by name."""
        return sorted(self._store.numbers().values(), key=lambda base: base.name)

    def import_file(self, path: Path, name: str = "") -> TermBase:
        """Import a term base, replacing one with the same name. Slow.

        Args:
            path: The file.
            name: Its name; by default the file name without its extension.

        Raises:
            TermFileError: If the file is not a term base.
        """
        called = tidy(without_half_characters(name or path.stem)) or path.name
        try:
            with self._originals.workdir() as room:
                found = self._reader.unpack_terms(path, path.name, room.folder, room.key)
                base = TermBase(called, tuple(found["languages"]), found["entries"])
                self._store.save(base, self._chunks(room.folder, found["chunks"], path.name))
        except UnreadableDocumentError as error:
            raise TermFileError(path.name, _FAULTS.get(error.reason, TermFileFault.UNREADABLE), error.detail) from error
        return base

    def _chunks(self, folder: Path, count: int, file_name: str) -> Iterator[bytes]:
        """Return the chunks written by the reading process, each verified."""
        for number in range(count):
            path = folder / str(number)
            content = self._originals.content(path)
            packed = path.read_bytes() if content is None else content
            try:
                entries = json.loads(zlib.decompressobj().decompress(packed, _LARGEST_CHUNK))
                sound = [
                    {
                        language: [str(term) for term in terms]
                        for language, terms in entry.items()
                        if language in LANGUAGES
                    }
                    for entry in entries
                ]
            except (ValueError, TypeError, AttributeError, zlib.error) as error:
                raise TermFileError(file_name, TermFileFault.UNREADABLE) from error
            yield zlib.compress(json.dumps(sound, ensure_ascii=False).encode(), 1)

    def table(self, name: str) -> Iterator[bytes]:
        """Return the entries of a term base as a table in IATE's form, a row for each term.

        Raises:
            UnknownTermBaseError: If there is none with that name.
        """
        number = next((number for number, base in self._store.numbers().items() if base.name == name), None)
        if number is None:
            raise UnknownTermBaseError(name)
        yield b"E_ID,L_CODE,T_TERM\r\n"
        for n, entry in enumerate(self._store.entries(number)):
            out = io.StringIO(newline="")
            rows = ((n, language, term) for language, terms in entry.items() for term in terms)
            csv.writer(out).writerows(rows)
            yield out.getvalue().encode("utf-8", "replace")

    def remove(self, name: str) -> None:
        """Remove a term base.

        Raises:
            UnknownTermBaseError: If there is none with that name.
        """
        if not self._store.remove(name):
            raise UnknownTermBaseError(name)


SECONDS = 300.0
"""Maximum time for reading a term base, in seconds."""


class Translations:
    """Services on translations.

    Attributes:
        learning: Learns from the library and from term bases.
        across: Finds passages in other languages.
        concordance: Shows how a phrase is rendered.
        bases: Imports, lists and removes term bases.
    """

    def __init__(
        self,
        folder: Path,
        cipher: Cipher,
        database: Database,
        indexing: Indexing,
        originals: Originals,
        reader: ReadingProcess,
    ) -> None:
        versions, terms, texts = LanguageVersionStore(database), TermBaseStore(database), TextStore(database)
        self.learning = Learning(
            folder,
            cipher,
            versions,
            terms,
            texts,
            lambda language: indexing.ask(lambda state: state.stems(language), []),
        )
        self.across = AcrossSearch(indexing, self.learning, HitDetails(texts))
        self.concordance = Concordances(indexing, self.learning, versions, texts)
        self.bases = TermBases(terms, originals, reader)
