import os
from pathlib import Path

import pytest

from delegate_desk.core.errors import ExportFailedError
from delegate_desk.export.saving import save


def test_a_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    save(b"new", tmp_path / "out.docx")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("out.docx", b"new")]


def test_a_file_that_is_there_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    target.write_bytes(b"old")
    save(b"new", target)
    assert target.read_bytes() == b"new"


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportFailedError) as refused:
        save(b"new", tmp_path / "none" / "out.docx")
    assert refused.value.file.endswith("out.docx")
    assert refused.value.reason
    assert not (tmp_path / "none").exists()


def test_a_folder_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.docx").mkdir()
    with pytest.raises(ExportFailedError):
        save(b"new", tmp_path / "out.docx")
    assert [f.name for f in tmp_path.iterdir()] == ["out.docx"]


def test_a_disk_that_fills_up_leaves_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(ExportFailedError, match="No space left"):
        save(b"new", target)
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("out.docx", b"old")]


def test_a_file_held_open_by_word_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    target = tmp_path / "out.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ExportFailedError):
        save(b"new", target)
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("out.docx", b"old")]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept.docx"
    kept.write_bytes(b"old")
    link = tmp_path / "link.docx"
    link.symlink_to(kept)
    save(b"new", link)
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"
