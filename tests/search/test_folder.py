from pathlib import Path

from delegate_desk.search.folder import Lock, Storage, delete


def test_a_lock_has_one_holder(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert one.wait(0)
    assert not other.wait(0)
    one.release()
    assert other.wait(0)
    other.release()


def test_what_was_left_open_is_closed(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(b"x")
    storage = Storage(tmp_path)
    file = storage.open_file("part")
    storage.tidy()
    assert file.is_closed
    storage.tidy()


def test_deleting_what_is_gone_is_no_error(tmp_path: Path) -> None:
    delete(tmp_path / "gone.seg")
