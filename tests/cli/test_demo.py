import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from delegate_desk import app, paths, settings
from delegate_desk.cli import demo
from delegate_desk.cli.commands import parser
from delegate_desk.cli.demo import (
    ANNOTATIONS,
    IMPORT_SAMPLES,
    POSITION,
    SEARCH_OWN_WORDS,
    SEARCHES,
    DemoStep,
    export_to,
    prepare,
    run_demo,
)
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import LibraryUnwritableError
from delegate_desk.desk import open_desk
from delegate_desk.gui import interface_language
from delegate_desk.services.documents.samples import MARKER
from delegate_desk.settings import Settings

STEPS = (IMPORT_SAMPLES, *SEARCHES, *ANNOTATIONS, *POSITION, SEARCH_OWN_WORDS, export_to(Path("position.docx")))
SAMPLES = len(list((paths.RESOURCES / "samples").glob("*.*")))


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if sys.platform in ("darwin", "win32"):
        pytest.skip("a screen is taken for granted there")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window is not drawn: most tests need no screenshot."""

    def draw(_: Path, picture: Path) -> bool:
        picture.write_bytes(b"")
        return True

    monkeypatch.setattr(demo, "_draw", draw)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A screen is simulated; returns the libraries that windows were opened on."""
    libraries: list[Path] = []

    def run(library: Path, files: list[Path]) -> int:
        assert files == []
        libraries.append(library)
        return 0

    monkeypatch.setattr(demo, "is_screen_there", lambda: True)
    monkeypatch.setattr(app, "run", run)
    return libraries


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Callable[[], dict[str, object]]:
    def run() -> dict[str, object]:
        assert run_demo(fresh=False, as_json=True) == 0
        told = json.loads(capsys.readouterr().out)
        assert isinstance(told, dict)
        return told

    return run


@pytest.mark.usefixtures("no_screen", "undrawn")
def test_without_a_screen_each_step_is_told_with_its_command_and_cost(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_demo(fresh=False, as_json=False) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    for step in STEPS[:-1]:
        assert f". {step.title} · " in printed.out
        assert f" ms\n   $ delegate-desk {step.command}\n" in printed.out
    assert "[-[seven]-]{+eight+}" in printed.out
    assert "The files are in" in printed.out


@pytest.mark.usefixtures("no_screen", "undrawn")
def test_without_a_screen_the_position_is_left_as_a_word_file_in_a_fresh_folder(
    ask: Callable[[], dict[str, object]],
) -> None:
    told, again = ask(), ask()
    assert told["folder"] != again["folder"]
    assert not paths.demo_library().exists()
    files = [Path(str(file)) for file in told["files"]] if isinstance(told["files"], list) else []
    assert told["screen"] is False
    assert [file.suffix for file in files] == [".docx", ".png"]
    assert {str(file.parent) for file in files} == {told["folder"]}
    written = docx.Document(str(files[0]))
    text = "\n".join(cell.text for table in written.tables for row in table.rows for cell in row.cells)
    assert "the residents" in text
    assert "Seven only where the residents agree" not in text


@pytest.mark.usefixtures("no_screen")
def test_the_window_is_drawn_without_a_screen(ask: Callable[[], dict[str, object]]) -> None:
    told = ask()
    (picture,) = Path(str(told["folder"])).glob("*.png")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_step_finds_what_it_promises(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        for step in (IMPORT_SAMPLES, *ANNOTATIONS, *POSITION):
            assert demo._do(desk, step).reasons == []
        assert len(desk.documents.all()) == SAMPLES
        for step in (*SEARCHES, SEARCH_OWN_WORDS):
            assert demo._do(desk, step).data["total"] > 0, step.command
        greek, stems, across = (demo._do(desk, step).data for step in SEARCHES[1:])
        assert {hit["language"] for hit in across["across"]["hits"]} <= {"en", "fr"}
        assert across["across"]["total"] > 0
        assert {hit["language"] for hit in greek["hits"]} == {"el"}
        assert {why for hit in stems["hits"] for why in hit["why"]} & {"stem"}
        assert len(desk.annotations.all()) == 3
        (document,) = desk.positions.documents()
        assert len(desk.positions.get(document).items) == 2


@pytest.mark.parametrize("step", STEPS, ids=lambda step: str(step.title))
def test_a_command_shown_can_be_typed(step: DemoStep) -> None:
    assert parser().parse_args(step.arguments)


def test_a_screen_that_is_not_named_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(subprocess, "run", pytest.fail)
    assert not demo.is_screen_there()


@pytest.mark.usefixtures("no_screen")
def test_a_screen_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":98765")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert not demo.is_screen_there()


def test_the_window_opens_on_the_demo_library_and_shows_documents_that_were_worked_on(opened: list[Path]) -> None:
    assert run_demo(fresh=False, as_json=False) == 0
    assert opened == [paths.demo_library()]
    kept = settings.load(paths.settings_file())
    library = str(opened[0])
    with open_desk(opened[0]) as desk:
        assert len(desk.documents.all()) == SAMPLES
        assert len(desk.annotations.all()) == 3
        assert len(desk.positions.documents()) == 1
        assert desk.positions.delegation() == "EL"
        shown = [desk.documents.get(DocumentId(key)) for key in kept.open_documents[library]]
        assert [(held.name, held.header.language) for held in shown] == [("ST 99101/26", "el"), ("ST 99140/26", "en")]
        for held in shown:
            place = Place(held.id, Address(kept.places[library][str(held.id)]))
            assert desk.annotations.for_place(place)
    settings.save(paths.settings_file(), Settings())
    assert run_demo(fresh=False, as_json=False) == 0
    assert settings.load(paths.settings_file()).open_documents == {}


def test_the_work_in_the_demo_is_in_the_language_of_the_window(opened: list[Path]) -> None:
    settings.save(paths.settings_file(), Settings(language="el"))
    assert run_demo(fresh=True, as_json=False) == 0
    with open_desk(opened[0]) as desk:
        (document,) = desk.positions.documents()
        assert desk.documents.get(document).header.language == "el"
        assert document in settings.load(paths.settings_file()).open_documents[str(opened[0])]
        assert {meeting.body for meeting in desk.meetings.all()} == {"Ομάδα «Ναυτιλία»"}


def test_the_demo_takes_the_language_of_the_system_as_the_window_does(
    opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "el_GR.UTF-8")
    monkeypatch.setattr(interface_language, "resolve_language", {"system": "fr"}.__getitem__)
    assert run_demo(fresh=True, as_json=False) == 0
    with open_desk(opened[0]) as desk:
        (document,) = desk.positions.documents()
        assert desk.documents.get(document).header.language == "fr"


def test_the_demo_library_is_found_as_it_was_left_filled_if_it_was_cut_short_or_started_over(tmp_path: Path) -> None:
    library = tmp_path / "demo"
    assert prepare(library, fresh=False)
    with open_desk(library) as desk:
        desk.annotations.remove(desk.annotations.all()[0].id)
        desk.documents.remove(desk.documents.find("CM 9917/26", "en").id)
    assert not prepare(library, fresh=False, language="el")
    with open_desk(library) as desk:
        assert len(desk.annotations.all()) == 2
        assert len(desk.documents.all()) == SAMPLES - 1
        (on,) = desk.positions.documents()
        assert desk.documents.get(on).header.language == "en"
    assert prepare(library, fresh=True)
    with open_desk(library) as desk:
        assert len(desk.documents.all()) == SAMPLES
    (library / MARKER).write_text("filling", encoding="utf-8")
    with open_desk(library) as desk:
        desk.positions.set_general(desk.documents.find("99140/26", "en").id, "")
    prepare(library, fresh=False)
    with open_desk(library) as desk:
        assert len(desk.documents.all()) == SAMPLES
        assert len(desk.annotations.all()) == 3
        assert desk.positions.get(desk.documents.find("99140/26", "en").id).general


def test_a_library_that_the_demo_did_not_make_or_cannot_make_is_said_and_left(
    opened: list[Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = paths.demo_library()
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    assert run_demo(fresh=True, as_json=False) == 1
    assert "the demo did not make it" in capsys.readouterr().err
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert opened == []
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryUnwritableError):
        prepare(tmp_path / "file" / "demo", fresh=False)
