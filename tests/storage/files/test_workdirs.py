import os
import sys
import time
from pathlib import Path

import pytest

from delegate_desk.storage.files.filesystem import delete_leftovers, temporary_workdir


def test_a_room_is_gone_when_it_is_left_and_what_was_renamed_away_stays(tmp_path: Path) -> None:
    with temporary_workdir(tmp_path, "making") as folder:
        (folder / "half").touch()
        assert folder.name.startswith(".making-")
    assert list(tmp_path.iterdir()) == []
    with temporary_workdir(tmp_path, "making") as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "whole").touch()
        (folder / "inner").rename(tmp_path / "kept")
    assert [path.name for path in tmp_path.rglob("*")] == ["kept", "whole"]


@pytest.mark.skipif(sys.platform == "win32", reason="locks are others there")
def test_a_room_in_use_is_not_swept_and_those_of_the_killed_are(tmp_path: Path) -> None:
    for name in (".making-locked-by-nobody", ".making-just-made", ".making-being-renamed", ".making-long-ago"):
        (tmp_path / name).mkdir()
    (tmp_path / ".making-locked-by-nobody" / "lock").touch()
    (tmp_path / ".making-being-renamed" / "whole").touch()
    (tmp_path / ".making-long-ago" / "whole").touch()
    old = time.time() - 7200
    os.utime(tmp_path / ".making-long-ago", (old, old))
    with temporary_workdir(tmp_path, "making") as folder:
        (folder / "half").touch()
        delete_leftovers(tmp_path, "making")
        assert {path.name for path in tmp_path.iterdir()} == {folder.name, ".making-being-renamed"}
        assert (folder / "half").exists()
