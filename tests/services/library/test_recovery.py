import contextlib
import dataclasses
import json
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.errors import LibraryBusyError, LibraryDamagedError
from delegate_desk.core.library.errors import NotRecoveredError
from delegate_desk.core.library.reports import RecoveryOrigin
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete_tree
from delegate_desk.services.library import recovery
from delegate_desk.services.library.recovery import recover
from delegate_desk.storage.db import damaged_database
from delegate_desk.storage.db import recovery as database_recovery
from delegate_desk.storage.db.database import FILE_NAME
from support import ntfs_rules
from support.damaged_libraries import HARMS, fill, pages, put, zeroed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with open_desk(folder / "library") as desk:
        fill(desk, folder / "papers", papers=3, notes=10)
        finish(desk.backups.back_up())
    return folder / "library"


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A library with documents, notes and a backup, that is not open."""
    return shutil.copytree(made, tmp_path / "library")


def _notes(desk: Desk) -> list[str]:
    return sorted(f"{note.id} {note.text}" for note in desk.annotations.all())


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_library_is_noticed_recovered_and_kept_aside(library: Path, harm: str) -> None:
    with open_desk(library) as desk:
        notes = _notes(desk)
    broken = HARMS[harm]((library / FILE_NAME).read_bytes())
    put(library, broken)
    with pytest.raises(LibraryDamagedError):
        open_desk(library)
    assert broken is None or (library / FILE_NAME).read_bytes() == broken
    found = finish(recover(library))
    assert found.saved_at.parent == library / "damaged"
    if broken is not None:
        assert (found.saved_at / FILE_NAME).read_bytes() == broken
    with open_desk(library) as desk:
        assert _notes(desk) == notes
        finish(desk.repair.run())
        assert desk.check().ok
        assert desk.search.find("wording").total


def test_a_schema_that_is_no_text_is_damage(library: Path) -> None:
    whole = (library / FILE_NAME).read_bytes()
    put(library, whole.replace(b"CREATE TABLE seen_file", b"CREATE \xceABLE seen_file"))
    with pytest.raises(LibraryDamagedError):
        open_desk(library)
    finish(recover(library))
    with open_desk(library) as desk:
        assert desk.check().ok


def test_what_came_from_where_is_counted_kept_and_not_logged(library: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_desk(library) as desk:
        name = desk.documents.all()[0].name
    put(library, HARMS["garbage"](b""))
    caplog.set_level("DEBUG")
    found = finish(recover(library))
    assert "quiet hours" not in caplog.text
    assert "1000/26" not in caplog.text
    assert [source.origin for source in found.sources][:1] == [RecoveryOrigin.BACKUP]
    source = found.sources[0]
    assert (source.rows["document"], source.rows["annotation"]) == (3, 30)
    assert name in source.documents
    kept = json.loads((found.saved_at / damaged_database.RECOVERED_LIST).read_text(encoding="utf-8"))
    assert kept["sources"][0]["rows"]["annotation"] == 30


def test_notes_written_after_the_backup_are_read_from_what_is_left(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        fill(desk, tmp_path / "later", papers=2, notes=3, first=10)
        notes = _notes(desk)
    whole = (library / FILE_NAME).read_bytes()
    put(library, zeroed(whole, pages(library / FILE_NAME, "paragraph")[-1]))
    shutil.rmtree(library / "sidecars")
    found = finish(recover(library))
    assert found.sources[0].origin is RecoveryOrigin.READ
    with open_desk(library) as desk:
        assert set(_notes(desk)) >= set(notes)


def test_without_backups_texts_are_read_again_from_the_originals(library: Path) -> None:
    shutil.rmtree(library / "backups")
    shutil.rmtree(library / "sidecars", ignore_errors=True)
    with open_desk(library) as desk:
        notes = _notes(desk)
        texts = {held.name: desk.documents.content(held.id).paragraphs for held in desk.documents.all()}
    harmed = _without(library / FILE_NAME, "paragraph")
    put(library, harmed)
    found = finish(recover(library))
    assert sorted(found.to_read) == sorted(texts)
    with open_desk(library) as desk:
        mended = finish(desk.repair.run())
        assert sorted(mended.reread) == sorted(texts)
        assert {held.name: desk.documents.content(held.id).paragraphs for held in desk.documents.all()} == texts
        assert _notes(desk) == notes
        assert all(note.place.address for note in desk.annotations.all())


def test_what_belongs_to_a_row_that_is_left_comes_from_the_sidecars(library: Path) -> None:
    """The items of a meeting, its interventions and the figures of a year are on pages of their own."""
    shutil.rmtree(library / "backups")
    with open_desk(library) as desk:
        meeting = desk.meetings.new("Working Party on Ports", items=["Quiet hours", "Ferries"])
        desk.meetings.save(meeting)
        desk.meetings.capture(meeting.id, "DE+ as before", item="2")
        said = desk.meetings.interventions(meeting.id)
        people = {code: 1_000_000 * n for n, code in enumerate(PROTOCOL_ORDER, 1)}
        desk.voting.set_figures(2026, people, exact=True, source="OJ L, 2025/1")
    file = library / FILE_NAME
    lost = [number for table in ("agenda_item", "intervention", "voting_population") for number in pages(file, table)]
    put(library, zeroed(file.read_bytes(), *lost))
    finish(recover(library))
    with open_desk(library) as desk:
        assert desk.meetings.get(meeting.id).items == meeting.items
        assert desk.meetings.interventions(meeting.id) == said
        assert desk.voting.tables().figures(2026).populations == people


def test_figures_of_a_year_that_are_lost_for_good_are_those_of_the_program(library: Path) -> None:
    for folder in ("backups", "sidecars"):
        shutil.rmtree(library / folder, ignore_errors=True)
    with open_desk(library) as desk:
        figures = desk.voting.tables().figures()
        desk.voting.set_figures(figures.year, figures.populations, exact=False, source="a newspaper")
    shutil.rmtree(library / "sidecars")
    put(library, zeroed((library / FILE_NAME).read_bytes(), *pages(library / FILE_NAME, "voting_population")))
    finish(recover(library))
    with open_desk(library) as desk:
        assert desk.voting.tables().figures() == figures


def test_a_document_read_with_a_flipped_bit_in_its_hash_is_no_second_document(library: Path) -> None:
    with open_desk(library) as desk:
        notes, documents = _notes(desk), desk.documents.all()
    with contextlib.closing(sqlite3.connect(library / FILE_NAME)) as connection, connection:
        found = connection.execute("SELECT sha256 FROM document WHERE id = 2").fetchone()[0]
        other = found[:-1] + ("0" if found[-1] != "0" else "1")
        connection.execute("UPDATE document SET sha256 = ? WHERE id = 2", (other,))
    put(library, _without(library / FILE_NAME, "paragraph"))
    finish(recover(library))
    with open_desk(library) as desk:
        finish(desk.repair.run())
        assert desk.check().ok
        assert desk.documents.all() == documents
        assert _notes(desk) == notes


def test_with_nothing_but_originals_they_are_documents_again(library: Path) -> None:
    shutil.rmtree(library / "backups")
    shutil.rmtree(library / "sidecars", ignore_errors=True)
    put(library, None)
    found = finish(recover(library))
    assert found.documents == 0
    with open_desk(library) as desk:
        assert len(finish(desk.repair.run()).adopted_originals) == 3
        assert len(desk.documents.all()) == 3
        assert desk.check().ok


def _without(database: Path, table: str) -> bytes:
    """A database in which the pages of a table are zeros."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return zeroed(database.read_bytes(), *pages(database, table))


@pytest.mark.parametrize("is_windows", [False, True])
def test_a_library_that_is_open_is_not_recovered(
    library: Path, monkeypatch: pytest.MonkeyPatch, is_windows: bool
) -> None:
    if is_windows and sys.platform != "win32":
        monkeypatch.setitem(sys.modules, "msvcrt", ntfs_rules.locking_module())
        monkeypatch.setattr(damaged_database, "fcntl", None)
        monkeypatch.setattr(damaged_database, "_lock_file", lambda path: path.open("wb"))  # it calls Windows
    held = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(library)], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert held.stdout is not None
    assert held.stdin is not None
    assert held.stdout.readline() == "open\n"
    try:
        with pytest.raises(LibraryBusyError):
            finish(recover(library))
    finally:
        held.communicate("\n")


_HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from delegate_desk.desk import open_desk
with open_desk(Path(sys.argv[1])) as desk:
    desk.annotations.all()
    print("open", flush=True)
    sys.stdin.readline()
"""
_KILLED = """
import os, sys
from pathlib import Path
from delegate_desk.services.library.recovery import recover
after, calls = int(sys.argv[2]), 0
def kill(event, _):
    global calls
    if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "shutil.rmtree", "sqlite3.connect"):
        calls += 1
        if calls > after:
            os._exit(9)
sys.addaudithook(kill)
for _ in recover(Path(sys.argv[1])):
    pass
"""


def test_killed_at_any_step_it_can_be_run_again(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        notes = _notes(desk)
    broken = HARMS["first page"]((library / FILE_NAME).read_bytes())
    assert broken is not None
    put(library, broken)
    shutil.copytree(library, tmp_path / "kept")
    done, after = False, 0
    while not done:
        delete_tree(library)
        shutil.copytree(tmp_path / "kept", library)
        ran = subprocess.run(
            [sys.executable, "-c", _KILLED, str(library), str(after)], capture_output=True, check=False
        )
        done = ran.returncode == 0
        assert done or ran.returncode == 9, ran.stderr
        try:
            opened = open_desk(library)
        except LibraryDamagedError:
            finish(recover(library))
            opened = open_desk(library)
        with opened as desk:
            assert _notes(desk) == notes
        kept = list((library / "damaged").glob("*/library.sqlite3"))
        assert any(file.read_bytes() == broken for file in kept)
        assert not (library / "recovered").exists()
        after += 25  # at each step it takes minutes


def test_what_is_not_whole_is_not_put_in_place(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = HARMS["truncated"]((library / FILE_NAME).read_bytes())
    put(library, broken)
    monkeypatch.setattr(database_recovery, "problems", lambda *_: ["a hole"])
    with pytest.raises(NotRecoveredError):
        finish(recovery.recover(library))
    assert (library / FILE_NAME).read_bytes() == broken
    assert not (library / "recovering").exists()


def test_a_backup_that_does_not_open_gives_way_to_an_older_one(library: Path) -> None:
    good = next((library / "backups").glob("*.ddbackup"))
    newer = good.with_name(f"2999-01-01T000000Z{good.name[18:]}")
    newer.write_bytes(good.read_bytes()[:2000])
    put(library, None)
    found = finish(recover(library))
    assert found.unusable == (newer.name,)
    assert found.documents == 3


def test_notes_newer_than_the_backup_come_from_the_sidecars(library: Path) -> None:
    with open_desk(library) as desk:
        note = desk.annotations.all()[0]
        desk.annotations.save(dataclasses.replace(note, text="changed after the backup", modified=datetime.now(UTC)))
        place = dataclasses.replace(note.place)
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="written after the backup"))
        notes = _notes(desk)
    put(library, None)
    found = finish(recover(library))
    assert [source.origin for source in found.sources] == [RecoveryOrigin.BACKUP, RecoveryOrigin.SIDECARS]
    assert [source.rows["annotation"] for source in found.sources] == [30, 1]  # each from its first source
    with open_desk(library) as desk:
        assert _notes(desk) == notes


def test_with_originals_and_sidecars_alone_the_work_is_there_again(library: Path) -> None:
    with open_desk(library) as desk:
        notes, names = _notes(desk), [held.name for held in desk.documents.all()]
    shutil.rmtree(library / "backups")
    put(library, b"")
    finish(recover(library))
    with open_desk(library) as desk:
        finish(desk.repair.run())
        assert _notes(desk) == notes
        assert [held.name for held in desk.documents.all()] == names
        assert desk.check().ok


def test_damaged_missing_and_orphaned_originals_are_told_and_else_all_is_ok(desk: Desk, held: DocumentId) -> None:
    state = desk.check()
    assert state.ok
    assert (state.database, state.index, state.checked, state.orphans) == ("ok", "ok", 1, 0)
    original = desk.documents.original(held)
    orphan = original.with_name("0" * 64 + ".txt")
    orphan.write_bytes(b"nobody's")
    original.chmod(0o600)
    original.write_bytes(b"changed")
    state = desk.check()
    assert (state.ok, state.damaged, state.orphans) == (False, ("quiet hours.txt",), 1)
    original.unlink()
    assert desk.check().missing == ("quiet hours.txt",)


def test_a_document_whose_original_is_gone_takes_no_other(desk: Desk, held: DocumentId) -> None:
    original = desk.documents.original(held)
    original.rename(original.with_name("0" * 64 + ".txt"))
    finish(desk.repair.run())
    assert desk.documents.get(held).sha256 == original.stem


def test_a_note_whose_kind_is_none_is_damage_and_not_a_fault(desk: Desk, held: DocumentId) -> None:
    place = Place(held, desk.documents.content(held).units()[0].address)
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="ours"))
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE annotation SET kind = 'nove'")
    assert "annotation" in desk.check().database
