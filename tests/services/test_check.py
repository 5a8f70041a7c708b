from delegate_desk.core.documents import DocumentId
from delegate_desk.desk import Desk


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
