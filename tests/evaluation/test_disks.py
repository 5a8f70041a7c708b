"""Disks that are full, read-only, or disconnected: small file systems of our own, which only root may mount."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.errors import DiskFullError
from delegate_desk.desk import open_desk
from evaluation.disks import TROUBLES, can_mount, full, pulled_away, stick, trial

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


def test_a_stick_pulled_away_is_noticed_and_is_whole_when_it_is_back(tmp_path: Path) -> None:
    found = list(pulled_away(tmp_path / "stick", tmp_path / "papers"))
    assert not [one for one in found if one[2]]
    assert {"import", "annotate", "position", "capture", "draft", "backup", "index"} <= {
        name for name, said, _ in found if said
    }
    left = [path.name for path in (tmp_path / "stick" / "library").rglob("*")]
    assert not left  # nothing of a library is written to the mount point
