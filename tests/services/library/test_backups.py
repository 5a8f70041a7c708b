"""Backups are made during writes, opened again, rotated, copied elsewhere, and restored."""

import contextlib
import shutil
import sqlite3
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegate_desk.cipher import Cipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.library.backup import DATABASE, BackupResult, RetentionTier
from delegate_desk.core.library.errors import (
    BackupNotKeptError,
    BackupTargetError,
    InsideLibraryError,
    LibraryLockedError,
    RestoreTargetError,
    SecondPlaceAbsentError,
)
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete_tree
from delegate_desk.services.library import encryption
from delegate_desk.services.library.backups import Backups
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.files import backup_archive
from delegate_desk.storage.files.originals import Originals
from support.document_values import quiet_hours
from support.full_library import lost, made_by_step, whole_library
from support.job_steps import done

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(desk: Desk, clock: Clock) -> Iterator[Backups]:
    """The backups of the desk's library, with a simulated clock."""
    database = Database(desk.folder)
    yield Backups(database, Originals(desk.folder), settle=desk.sidecars.finish, now=clock)
    database.close()


def note(desk: Desk, place: Place, text: str) -> None:
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=text))


def evenings(
    backups: Backups, clock: Clock, desk: Desk, first: Place, many: int, second: Path | None = None
) -> BackupResult:
    """A backup on each of a number of evenings."""
    for n in range(many):
        clock.now += timedelta(days=1)
        note(desk, first, f"evening {n}")
        made = done(backups.back_up(second))
    return made


# The exercise: create, damage, restore, compare


@pytest.mark.parametrize("complete", [True, False])
def test_a_library_that_is_damaged_is_whole_again_from_its_backup(tmp_path: Path, complete: bool) -> None:
    folder = whole_library(tmp_path / "library")
    kept = tmp_path / "kept.sqlite3"
    with open_desk(folder) as desk:
        made = done(desk.backups.write(tmp_path / "all.ddbackup") if complete else desk.backups.back_up())
        check = desk.check()
    shutil.copy(folder / FILE_NAME, kept)
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek(4096)
        file.write(b"\0" * 100_000)
    if complete:
        delete_tree(folder / "originals")
    restored = done(Backups.restore(made.path, tmp_path / "again"))
    assert lost(kept, restored.folder / FILE_NAME) == lost(restored.folder / FILE_NAME, kept) == []
    assert (restored.documents, restored.originals, restored.missing) == (4, 4, 0)
    with open_desk(restored.folder) as desk:
        again = desk.check()
        assert again.ok
        assert (again.checked, again.orphans) == (check.checked, 0)
        assert desk.search.find("noise").total >= 3
    assert not (restored.folder / "lock").exists()


def test_a_backup_holds_no_index_and_knows_its_library(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    desk.indexing.make_ready()
    made = done(desk.backups.write(tmp_path / "all.ddbackup"))
    with backup_archive.OpenedBackup(made.path) as opened:
        names = {member.name.partition("/")[0] for member in opened.manifest.members}
    assert names <= {"library.sqlite3", "originals", "sidecars", "draft.json"}
    restored = done(Backups.restore(made.path, tmp_path / "again"))
    with open_desk(desk.folder) as ours, open_desk(restored.folder) as theirs:
        assert theirs._database.library_id() == ours._database.library_id() == made.manifest.library


# While it is in use


def test_a_backup_is_one_state_while_others_write(desk: Desk, first: Place, tmp_path: Path) -> None:
    stop, wrote = threading.Event(), threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            note(desk, first, f"{number}")
            number += 1
            wrote.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        wrote.wait()
        for n in range(6):
            before = len(desk.annotations.all())
            made = done(desk.backups.back_up())
            restored = done(Backups.restore(made.path, tmp_path / str(n)))
            with open_desk(restored.folder) as copy:
                found = sorted(int(one.text) for one in copy.annotations.all())
            assert found == list(range(len(found)))
            assert len(found) >= before
    finally:
        stop.set()
        writer.join()


def test_what_is_written_meanwhile_is_not_in_it(desk: Desk, first: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    real = backup_archive.count_rows

    def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
        counts = real(connection)
        writer = threading.Thread(target=note, args=(desk, first, "meanwhile"))
        writer.start()
        writer.join()
        return counts

    monkeypatch.setattr(backup_archive, "count_rows", count_rows)
    assert done(desk.backups.back_up()).manifest.counts["annotation"] == 0


def test_a_backup_given_up_leaves_nothing_and_what_a_killed_one_left_is_swept(desk: Desk, held: DocumentId) -> None:
    for steps in range(1, 6):
        going = desk.backups.back_up()
        for _ in range(steps):
            if next(going, None) is None:
                break
        going.close()
    assert [path.name for path in (desk.folder / "backups").iterdir() if path.name.startswith(".")] == []
    left = desk.folder / "backups" / ".making-1"
    left.mkdir()
    (left / "lock").touch()
    (left / DATABASE).write_bytes(b"half")
    done(desk.backups.back_up())
    assert not left.exists()


def test_a_library_that_did_not_change_is_not_due(desk: Desk, first: Place, backups: Backups, clock: Clock) -> None:
    assert backups.is_due()
    done(backups.back_up())
    assert not backups.is_due()
    with open_desk(desk.folder) as other:
        other.documents.all()
    assert not backups.is_due()
    clock.now += timedelta(days=1)
    assert not backups.is_due_today()
    note(desk, first, "new")
    assert backups.is_due()
    assert backups.is_due_today()
    clock.now -= timedelta(days=1)
    assert not backups.is_due_today()


# Only complete backups


def test_a_backup_that_is_not_whole_is_not_kept(
    desk: Desk, held: DocumentId, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    good = done(desk.backups.back_up())
    real = backup_archive.pack

    def torn(target: Path, *given: object) -> Steps[object]:
        manifest = yield from real(target, *given)  # type: ignore[arg-type]  # as pack takes it
        with target.open("r+b") as file:
            file.seek(2000)
            file.write(b"torn" * 20)
        return manifest

    monkeypatch.setattr(backup_archive, "pack", torn)
    with pytest.raises(BackupNotKeptError):
        done(desk.backups.back_up())
    with pytest.raises(BackupNotKeptError):
        done(desk.backups.write(tmp_path / "all.ddbackup"))
    assert [one.path for one in desk.backups.overview().backups] == [good.path]
    assert not (tmp_path / "all.ddbackup").exists()


def test_a_damaged_library_is_not_backed_up_over_good_ones(desk: Desk, held: DocumentId) -> None:
    good = done(desk.backups.back_up())
    desk.close()
    with contextlib.closing(sqlite3.connect(desk.folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        never = "subject TEXT NOT NULL CHECK (subject = 7)"
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'subject TEXT NOT NULL', ?) WHERE name = 'document'", (never,)
        )
    with open_desk(desk.folder) as again:
        with pytest.raises(BackupNotKeptError, match="CHECK"):
            done(again.backups.back_up())
        assert [one.path for one in again.backups.overview().backups] == [good.path]


def test_missing_and_damaged_originals_are_named(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    (path,) = (desk.folder / "originals").glob("??/*")
    path.chmod(0o600)
    whole = path.read_bytes()
    path.write_bytes(b"changed")
    assert done(desk.backups.write(tmp_path / "one.ddbackup")).damaged == ("quiet hours.txt",)
    path.unlink()
    assert done(desk.backups.write(tmp_path / "two.ddbackup")).missing == ("quiet hours.txt",)
    assert done(Backups.restore(tmp_path / "two.ddbackup", tmp_path / "again")).missing == 1
    path.write_bytes(whole)


def test_only_an_older_backup_is_replaced(desk: Desk, first: Place, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    done(desk.backups.write(target))
    note(desk, first, "new")
    made = done(desk.backups.write(target))
    assert made.manifest.counts["annotation"] == 1
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    for wrong in (tmp_path / "thesis.docx", tmp_path, desk.folder / "originals" / "a.ddbackup"):
        with pytest.raises(BackupTargetError):
            done(desk.backups.write(wrong))
    assert (tmp_path / "thesis.docx").read_bytes() == b"years of work"
    with pytest.raises(ExportFailedError):
        done(desk.backups.write(tmp_path / "nowhere" / "a.ddbackup"))


# Rotation


def test_old_backups_go_and_it_is_said_which(desk: Desk, first: Place, backups: Backups, clock: Clock) -> None:
    made = evenings(backups, clock, desk, first, 40)
    overview = backups.overview().backups
    kinds = [kind for one in overview for kind in one.tiers]
    tiers = (RetentionTier.DAILY, RetentionTier.WEEKLY, RetentionTier.MONTHLY)
    assert [kinds.count(kind) for kind in tiers] == [7, 4, 3]
    assert sorted(path.name for path in (desk.folder / "backups").iterdir()) == sorted(o.path.name for o in overview)
    going = [one.path for one in overview if one.is_next_to_delete]
    assert [one.path for one in evenings(backups, clock, desk, first, 1).deleted] == going
    assert all(one.path not in going for one in made.deleted)


def test_copies_made_before_upgrades_go_in_time(desk: Desk, first: Place, backups: Backups, clock: Clock) -> None:
    copy = desk.folder / "backups" / "library-before-step-3.sqlite3"
    copy.parent.mkdir()
    shutil.copy(desk.folder / FILE_NAME, copy)
    clock.now = datetime.now(UTC) + timedelta(days=80)
    evenings(backups, clock, desk, first, 3)
    assert [one.tiers for one in backups.overview().backups if one.path == copy] == [(RetentionTier.UPGRADE,)]
    clock.now += timedelta(days=10)
    assert copy in [one.path for one in evenings(backups, clock, desk, first, 1).deleted]
    assert not copy.exists()


# The second place


def test_the_second_place_has_each_original_once(
    desk: Desk, first: Place, backups: Backups, clock: Clock, stick: Path, tmp_path: Path
) -> None:
    backups.choose_second(stick)
    made = evenings(backups, clock, desk, first, 2, stick)
    assert (made.second, made.second_fault) == (1, None)
    (folder,) = stick.iterdir()
    there = [path for path in folder.rglob("*") if path.is_file()]
    assert sorted(path.suffix for path in there) == [".ddbackup", ".ddbackup", ".txt"]
    overview = backups.overview(stick)
    assert (len(overview.backups), overview.is_second_reachable) == (4, True)
    newest = next(one for one in overview.backups if one.is_at_second_place)
    delete_tree(desk.folder / "originals")
    restored = done(Backups.restore(newest.path, tmp_path / "again"))
    with open_desk(restored.folder) as again:
        assert again.check().ok
        assert len(again.annotations.all()) == 2


def test_a_stick_that_is_not_plugged_in_is_said_and_tried_again(
    desk: Desk, first: Place, backups: Backups, clock: Clock, stick: Path, tmp_path: Path
) -> None:
    backups.choose_second(stick)
    away = tmp_path / "pocket"
    stick.rename(away)
    stick.mkdir()  # its usual place
    made = evenings(backups, clock, desk, first, 1, stick)
    assert isinstance(made.second_fault, SecondPlaceAbsentError)
    assert made.path.exists()
    assert list(stick.iterdir()) == []
    assert not backups.is_second_outdated(stick)
    assert backups.overview(stick).is_second_reachable is False
    stick.rmdir()
    with pytest.raises(SecondPlaceAbsentError):
        done(backups.send(stick))
    away.rename(stick)
    assert backups.is_second_outdated(stick)
    assert done(backups.send(stick)) == 2
    assert not backups.is_second_outdated(stick)


def test_what_no_backup_names_goes_from_the_second_place_too(
    desk: Desk, first: Place, backups: Backups, clock: Clock, stick: Path
) -> None:
    backups.choose_second(stick)
    evenings(backups, clock, desk, first, 1, stick)
    desk.documents.remove(first.document)
    desk.documents.empty_trash()
    for _ in range(8):
        clock.now += timedelta(days=31)
        desk.positions.set_delegation("EL")
        done(backups.back_up(stick))
    assert list(stick.glob("*/originals/??/*")) == []
    assert len(list(stick.glob("*/*.ddbackup"))) == 7


def test_the_second_place_is_outside_and_without_damage(
    desk: Desk, first: Place, backups: Backups, stick: Path
) -> None:
    backups.choose_second(stick)
    (path,) = (desk.folder / "originals").glob("??/*")
    path.chmod(0o600)
    path.write_bytes(b"changed")
    done(backups.back_up(stick))
    assert list(stick.glob("*/originals/??/*")) == []
    for inside in (desk.folder, desk.folder / "backups"):
        with pytest.raises(InsideLibraryError):
            backups.choose_second(inside)


# Never overwritten


def test_a_restore_replaces_and_leaves_nothing(desk: Desk, first: Place, tmp_path: Path, held: DocumentId) -> None:
    made = done(desk.backups.write(tmp_path / "all.ddbackup"))
    note(desk, first, "newer")
    with pytest.raises(RestoreTargetError):
        done(Backups.restore(made.path, desk.folder))
    assert [one.text for one in desk.annotations.all()] == ["newer"]
    (tmp_path / "file").touch()
    with pytest.raises(RestoreTargetError):
        done(Backups.restore(made.path, tmp_path / "file"))
    (tmp_path / "empty").mkdir()
    assert done(Backups.restore(made.path, tmp_path / "empty")).documents == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
    going = Backups.restore(made.path, tmp_path / "deep" / "again")
    next(going)
    going.close()
    assert list((tmp_path / "deep").iterdir()) == []


def test_a_copy_made_before_an_upgrade_is_restored(tmp_path: Path) -> None:
    full = whole_library(tmp_path / "full")
    folder = made_by_step(4, full, tmp_path / "library")
    Database(folder).close()
    (copy,) = (folder / "backups").iterdir()
    restored = done(Backups.restore(copy, tmp_path / "again"))
    assert (restored.documents, restored.missing, restored.made) == (4, 0, None)
    with open_desk(restored.folder) as desk:
        assert desk.check().ok
    assert lost(copy, restored.folder / FILE_NAME) == []


WORDS = "correct horse battery staple"
TOKEN = "zanzibar"


@pytest.fixture
def cipher(tmp_path: Path) -> Cipher:
    open_desk(tmp_path / "library").close()
    return done(encryption.turn_on(tmp_path / "library", WORDS))


@pytest.fixture
def sealed(tmp_path: Path, cipher: Cipher) -> Iterator[Desk]:
    with open_desk(tmp_path / "library", cipher) as desk:
        (key,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents
        note = desk.annotations.new(Place(key, Address("para_1")), AnnotationKind.NOTE, text=TOKEN)
        desk.annotations.save(note)
        yield desk


@pytest.mark.parametrize("complete", [True, False])
def test_a_backup_of_an_encrypted_library_opens_with_its_passphrase(
    sealed: Desk, tmp_path: Path, complete: bool
) -> None:
    made = done(sealed.backups.write(tmp_path / "all.ddbackup") if complete else sealed.backups.back_up())
    assert made.damaged == made.missing == ()
    with zipfile.ZipFile(made.path) as archive:
        contents = [archive.read(name) for name in archive.namelist()]
        assert "library.key" in archive.namelist()
    for content in contents:
        assert TOKEN.encode() not in content
        assert b"quiet hours" not in content.lower()
        assert b"SQLite format 3" not in content
    restored = done(Backups.restore(made.path, tmp_path / "again"))
    assert (restored.encrypted, restored.missing, restored.documents) == (True, 0, 1)
    with pytest.raises(LibraryLockedError):
        open_desk(restored.folder)
    with open_desk(restored.folder, encryption.unlock(restored.folder, WORDS)) as again:
        assert [note.text for note in again.annotations.all()] == [TOKEN]
        assert again.check().ok


def test_the_second_place_holds_nothing_in_plain(sealed: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    sealed.backups.choose_second(stick)
    made = done(sealed.backups.back_up(stick))
    assert (made.second, made.second_fault) == (2, None)
    assert not sealed.backups.is_due()
    files = [path for path in stick.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert all(TOKEN.encode() not in path.read_bytes() for path in files)
    assert all(b"quiet hours" not in path.read_bytes().lower() for path in files)
    delete_tree(sealed.folder / "originals")
    newest = next(one for one in sealed.backups.overview(stick).backups if one.is_at_second_place)
    restored = done(Backups.restore(newest.path, tmp_path / "again"))
    with open_desk(restored.folder, encryption.unlock(restored.folder, WORDS)) as again:
        assert again.check().ok
