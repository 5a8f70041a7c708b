import contextlib
import sqlite3

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk
from delegate_desk.storage.db.database import FILE_NAME


def test_a_whole_library_is_ok(desk: Desk, held: DocumentId) -> None:
    state = desk.check()
    assert state.ok
    assert (state.database, state.index, state.checked, state.orphans) == ("ok", "ok", 1, 0)


def test_damaged_missing_and_orphaned_originals_are_told(desk: Desk, held: DocumentId) -> None:
    original = desk.documents.original(held)
    orphan = original.with_name("0" * 64 + ".txt")
    orphan.write_bytes(b"nobody's")
    original.chmod(0o600)
    original.write_bytes(b"changed")
    state = desk.check()
    assert (state.ok, state.damaged, state.orphans) == (False, ("quiet hours.txt",), 1)
    original.unlink()
    assert desk.check().missing == ("quiet hours.txt",)


def test_a_document_whose_original_is_gone_takes_no_other(desk: Desk, held: DocumentId) -> None:
    original = desk.documents.original(held)
    original.rename(original.with_name("0" * 64 + ".txt"))
    finish(desk.repair.run())
    assert desk.documents.get(held).sha256 == original.stem


def test_a_note_whose_kind_is_none_is_damage_and_not_a_fault(desk: Desk, held: DocumentId) -> None:
    place = Place(held, desk.documents.content(held).units()[0].address)
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="ours"))
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE annotation SET kind = 'nove'")
    assert "annotation" in desk.check().database
