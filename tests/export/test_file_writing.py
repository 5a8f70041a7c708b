import os
import sys
from pathlib import Path

import pytest

from delegate_desk.core.errors import ExportFailedError, FileOpenError
from delegate_desk.export.file_writing import save


@pytest.mark.parametrize("name", ["out.docx", f"{'ν' * 110}.docx"])
def test_a_file_is_written_and_nothing_beside_it_even_under_the_longest_name(tmp_path: Path, name: str) -> None:
    save(b"new", tmp_path / name)
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [(name, b"new")]


def test_a_missing_folder_or_one_in_the_way_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportFailedError) as refused:
        save(b"new", tmp_path / "none" / "out.docx")
    assert refused.value.file.endswith("out.docx")
    assert refused.value.reason
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


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("position.docx", "~$sition.docx"),
        ("reports.docx", "~$eports.docx"),
        ("report.docx", "~$report.docx"),
        ("θέση.docx", "~$θέση.docx"),
        ("position.docx", ".~lock.position.docx#"),
    ],
)
def test_a_file_that_is_open_in_a_word_processor_is_refused(tmp_path: Path, name: str, mark: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"old")
    (tmp_path / mark).write_bytes(b"who")
    with pytest.raises(FileOpenError) as refused:
        save(b"new", target)
    assert refused.value.mark == mark
    assert target.read_bytes() == b"old"
    assert {f.name for f in tmp_path.iterdir()} == {name, mark}


def test_another_file_that_is_open_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "~$her.docx").write_bytes(b"who")
    (tmp_path / ".~lock.other.docx#").write_bytes(b"who")
    save(b"new", tmp_path / "position.docx")
    assert (tmp_path / "position.docx").read_bytes() == b"new"


@pytest.mark.parametrize("code", [None, 5, 32, 33])
def test_what_windows_says_of_a_file_held_open_is_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int | None
) -> None:
    def held(self: Path, target: Path) -> Path:
        error = PermissionError(13, "Access is denied", str(target))
        if code is not None:
            error.winerror = code  # type: ignore[attr-defined]  # there on Windows alone
        raise error

    target = tmp_path / "out.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileOpenError if code else ExportFailedError):
        save(b"new", target)
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("out.docx", b"old")]


def test_a_name_that_the_system_keeps_for_a_device_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> str:
        raise OSError(22, "The parameter is incorrect")

    monkeypatch.setattr(os.path, "realpath", refused)
    with pytest.raises(ExportFailedError, match="The parameter is incorrect"):
        save(b"new", tmp_path / "con.docx")


@pytest.mark.skipif(sys.platform == "win32", reason="there a link takes a right that few people have")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept.docx"
    kept.write_bytes(b"old")
    link = tmp_path / "link.docx"
    link.symlink_to(kept)
    save(b"new", link)
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"
