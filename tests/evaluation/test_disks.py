"""Disks that are full, read-only, or disconnected: small file systems of our own, which only root may mount."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.errors import DiskFullError, ImportFailure, SystemFault
from delegate_desk.desk import open_desk
from delegate_desk.parsing.archive import unpack
from delegate_desk.parsing.reading_process import ReadingProcess
from evaluation.disks import TROUBLES, can_mount, full, pulled_away, stick, trial
from support.refusals import refusal

pytestmark = pytest.mark.skipif(not can_mount(), reason="needs to mount small file systems, as root")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with stick(tmp_path / "stick") as mounted:
        yield mounted


@pytest.mark.parametrize("trouble", TROUBLES)
def test_each_deed_comes_through_or_says_why_and_continues_afterwards(
    folder: Path, tmp_path: Path, trouble: str
) -> None:
    found = list(trial(folder, tmp_path / "papers", trouble))
    assert not [one for one in found if one[2]]
    refused = {name: said for name, said, _ in found if said}
    assert {"import", "backup", "index", "export"} <= refused.keys()
    assert all(said.endswith(".") and "\n" not in said for said in refused.values())


def test_a_library_that_cannot_be_opened_on_a_full_disk_says_so(folder: Path) -> None:
    open_desk(folder / "library").close()
    with full(folder), pytest.raises(DiskFullError):
        open_desk(folder / "library")
    open_desk(folder / "library").close()


def test_an_archive_that_a_full_disk_cannot_take_is_not_called_damaged(folder: Path, tmp_path: Path) -> None:
    path, nested = tmp_path / "a.zip", io.BytesIO()
    with zipfile.ZipFile(nested, "w") as archive:
        archive.writestr("b.txt", "Who rings the bell?")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Who oils the clapper?")
        archive.writestr("b.zip", nested.getvalue())
    with full(folder):
        members = unpack(path, path.name, folder)
    assert [(one.name, one.reason, one.detail) for one in members] == [
        (name, ImportFailure.UNREADABLE, SystemFault.FULL.value) for name in ("a.txt", "b.zip")
    ]


def test_a_term_base_that_a_full_disk_cannot_take_says_so(folder: Path, tmp_path: Path) -> None:
    path, into, reader = tmp_path / "a.csv", folder / "into", ReadingProcess()
    path.write_text("en;el\nrope;σχοινί\n", encoding="utf-8")
    into.mkdir()
    with full(folder):
        error = refusal(reader.unpack_terms, path, path.name, into)
    reader.close()
    assert (error.reason, error.detail) == (ImportFailure.UNREADABLE, SystemFault.FULL.value)


def test_a_stick_pulled_away_is_noticed_and_is_whole_when_it_is_back(tmp_path: Path) -> None:
    found = list(pulled_away(tmp_path / "stick", tmp_path / "papers"))
    assert not [one for one in found if one[2]]
    assert {"import", "annotate", "position", "capture", "draft", "backup", "index"} <= {
        name for name, said, _ in found if said
    }
    left = [path.name for path in (tmp_path / "stick" / "library").rglob("*")]
    assert not left  # nothing of a library is written to the mount point
