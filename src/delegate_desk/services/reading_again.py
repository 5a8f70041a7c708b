"""Originals read again into a database that was made from sidecars, which have the text of few places only."""

import contextlib
import logging
import re
from collections.abc import Iterable
from pathlib import Path

from delegate_desk.core.documents.document import Document, DocumentId, Held
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.core.library.repair_results import ReadAgain
from delegate_desk.core.progress import Steps
from delegate_desk.parsing.process.reading_process import Reader
from delegate_desk.parsing.reader_version import VERSION
from delegate_desk.services.corrections import Corrections
from delegate_desk.services.history import History
from delegate_desk.services.rereading import Reread, Rereading, Stores
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.carryover import CarryingStore
from delegate_desk.storage.db.stores.corrections import CorrectionStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.meetings import MeetingStore
from delegate_desk.storage.db.stores.position_history import PositionHistoryStore
from delegate_desk.storage.db.stores.positions import PositionStore
from delegate_desk.storage.db.stores.unanchored import UnplacedStore
from delegate_desk.storage.files.originals import Originals

_log = logging.getLogger(__name__)
_HASH = re.compile(r"[0-9a-f]{64}")


class ReadingAgain:
    """Gives documents their text back: what reads as it did stays, else all that stands on it is fixed anew."""

    def __init__(self, database: Database, originals: Originals, reader: Reader) -> None:
        self._database = database
        self._originals = originals
        self._reader = reader
        self._documents = DocumentStore(database)
        annotations = AnnotationStore(database)
        history = History()
        self._corrections = Corrections(CorrectionStore(database), self._documents, annotations, database, history)
        stores = Stores(
            self._documents,
            annotations,
            PositionStore(database),
            UnplacedStore(database, annotations),
            MeetingStore(database),
            CarryingStore(database),
            PositionHistoryStore(database),
        )
        self._rereading = Rereading(stores, originals, reader, self._corrections, database, history)

    def run(self, documents: Iterable[DocumentId], told: ReadAgain) -> Steps[None]:
        """Read the originals of some documents, telling how many are done: slow."""
        keys = sorted(documents)
        for done, key in enumerate(keys, 1):
            held = self._documents.get(key)
            if held:
                self._read(held, told)
            yield done, len(keys)

    def take_in_strays(self, told: ReadAgain) -> Steps[None]:
        """Make documents of the originals that none names, in the order of their hashes: slow."""
        held = self._documents.hashes()
        strays = [(sha256, path) for sha256, path in self._originals.all() if sha256 not in held]
        for done, (sha256, path) in enumerate(strays, 1):
            document = self._read_file(sha256, path) if _HASH.fullmatch(sha256) else None
            if document is None:
                told.strange.append(path.name)
            else:
                told.alone[self._documents.add(document, sha256, path.name, VERSION)] = path.name
            yield done, len(strays)

    def _read_file(self, sha256: str, path: Path) -> Document | None:
        with contextlib.suppress(OSError, UnreadableDocumentError):
            if path.is_file() and not path.is_symlink() and self._originals.is_whole(sha256, path):
                return self._reader.read(path, path.name)
        return None

    def _read(self, held: Held, told: ReadAgain) -> None:
        path = self._originals.path(held.sha256, Path(held.file_name).suffix)
        if not path.is_file():
            told.missing[held.id] = held.file_name
            return
        if not self._is_whole(held, path):
            told.damaged[held.id] = held.file_name
            return
        try:
            anew = self._rereading.read(held.id)
        except UnreadableDocumentError:
            told.unreadable[held.id] = held.file_name
            return
        if self._agrees(held, anew.document):
            self._put(anew)
            told.same += 1
        else:
            self._rereading.renew(anew)
            told.moved[held.id] = held.file_name

    def _is_whole(self, held: Held, path: Path) -> bool:
        with contextlib.suppress(OSError):  # a disk that cannot read it
            return self._originals.is_whole(held.sha256, path)
        return False

    def _agrees(self, held: Held, document: Document) -> bool:
        """True if all that the sidecar has the text of stands where it stood."""
        now = {unit.address: unit.marked for unit in document.units()}
        return all(now.get(unit.address) == unit.marked for unit in self._documents.content(held).units())

    def _put(self, anew: Reread) -> None:
        with self._database.write():
            document = self._corrections.renewed(anew.key, anew.document)
            self._documents.replace(anew.key, document, VERSION)
            self._corrections.keep_overruled(anew.key)
