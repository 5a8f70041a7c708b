import os
import time
from pathlib import Path

import pytest

from delegate_desk.core.library.records import SidecarSubject, sidecar_header
from delegate_desk.storage.files.sidecars import SidecarFiles


@pytest.mark.parametrize("key", ["../../escape", "/etc/passwd", "CON", "a" * 400, "", "é", "x\0y", "."])
def test_no_key_leads_out_of_the_folder(tmp_path: Path, key: str) -> None:
    for subject in SidecarSubject:
        place = SidecarFiles(tmp_path).place(subject, key)
        assert (tmp_path / "sidecars").resolve() in place.resolve().parents
        assert len(place.name) < 120


def test_what_a_killed_program_left_is_swept_later(tmp_path: Path) -> None:
    files = SidecarFiles(tmp_path)
    beside = files.prepare(SidecarSubject.LIBRARY, "library", sidecar_header(SidecarSubject.LIBRARY)).temporary
    assert beside
    files.delete_leftovers()
    assert beside.exists()  # it may belong to another program
    os.utime(beside, (time.time() - 3600, time.time() - 3600))
    files.delete_leftovers()
    assert not beside.exists()


def test_a_folder_with_the_name_of_a_sidecar_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "sidecars" / "library.jsonld").mkdir(parents=True)
    found = SidecarFiles(tmp_path).read(SidecarSubject.LIBRARY, "library.jsonld")
    assert found.content is None
