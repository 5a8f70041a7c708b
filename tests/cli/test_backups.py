import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from delegate_desk import paths, settings
from delegate_desk.cli.main import main
from delegate_desk.desk import open_desk
from delegate_desk.files import delete
from support.document_values import quiet_hours


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with open_desk(folder) as desk:
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
    return folder


def asked(capsys: pytest.CaptureFixture[str], library: Path, *words: str, status: int = 0) -> dict[str, Any]:
    assert main(["--json", "--library", str(library), *words]) == status
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_library_goes_into_one_file_and_comes_out_again(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, again = tmp_path / "all.ddbackup", tmp_path / "again"
    made = asked(capsys, library, "backup", str(file))
    assert (made["file"], made["documents"], made["originals"], made["missing"]) == (str(file), 1, 1, [])
    restored = asked(capsys, again, "restore", str(file))
    assert (restored["library"], restored["made"], restored["missing"]) == (str(again), made["made"], 0)
    assert asked(capsys, again, "documents") == asked(capsys, library, "documents")


def test_a_restore_over_something_is_refused(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "all.ddbackup"
    asked(capsys, library, "backup", str(file))
    assert "not empty" in asked(capsys, library, "restore", str(file), status=1)["error"]
    assert (
        "not a Delegate Desk backup"
        in asked(capsys, tmp_path / "new", "restore", str(tmp_path / "quiet hours.txt"), status=1)["error"]
    )
    assert not (tmp_path / "new").exists()
    assert "could not be saved" in asked(capsys, library, "backup", str(library / "x.ddbackup"), status=1)["error"]


def test_a_missing_original_is_named_and_the_rest_is_done(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    delete(next((library / "originals").glob("??/*")))
    assert main(["--library", str(library), "backup", str(tmp_path / "all.ddbackup")]) == 1
    assert "The original of quiet hours.txt is missing" in capsys.readouterr().err
    assert asked(capsys, tmp_path / "again", "restore", str(tmp_path / "all.ddbackup"), status=1)["missing"] == 1


def test_the_backups_are_listed_with_what_each_is_kept_as(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    settings.save(paths.settings_file(), replace(settings.Settings(), second_places={str(library): str(stick)}))
    with open_desk(library) as desk:
        desk.backups.choose_second(stick)
        for _ in desk.backups.back_up(stick):
            pass
    listed = asked(capsys, library, "backups")
    assert listed["second_place"] == {"folder": str(stick), "present": True}
    assert sorted(one["place"] for one in listed["backups"]) == ["library", "second"]
    assert {tuple(one["kept_as"]) for one in listed["backups"]} == {("daily", "weekly", "monthly")}
    assert main(["--library", str(library), "backups"]) == 0
    assert "7 daily, 4 weekly, 6 monthly" in capsys.readouterr().out
