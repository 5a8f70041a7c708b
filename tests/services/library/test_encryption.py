"""A library encrypted, used and decrypted: its contents stay, whenever it is killed, and no plain text is left."""

import contextlib
import random
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Generator, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from delegate_desk.cipher import SealedCipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, ImportStatus, Place
from delegate_desk.core.errors import DiskFullError, ImportFailure, LibraryBusyError, UnreadableDocumentError
from delegate_desk.core.library.errors import LibraryLockedError
from delegate_desk.core.meetings.meeting import CaptureDraft, MeetingId
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete, delete_tree
from delegate_desk.services.library import encryption
from delegate_desk.services.library.backups import Backups
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.files.originals import Originals
from evaluation.encryption import Trial, content
from evaluation.encryption_life import WORDS, do_all
from evaluation.killed_life import TESTS
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.handwritten_pdf import Paper
from support.package_exchange import pack
from support.plaintext_search import leaks

_STAGES = {"recovering", "converted", "arriving", "replaced"}
TOKEN = "qzyxwvutsrqponml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    scratch = tmp_path_factory.mktemp("made")
    folder = scratch / "library"
    with open_desk(folder) as desk:
        do_all(desk, scratch, TOKEN, 1)
    (folder / "originals" / "incoming" / "left.txt").write_text(TOKEN)
    (folder / "draft.json.77.new").write_text(TOKEN)
    aside = folder / "damaged" / "2026-01-01T000000Z"
    aside.mkdir(parents=True)
    (aside / "library.sqlite3").write_text(TOKEN)
    (folder / "backups" / "broken.ddbackup").write_text(TOKEN)
    old = folder / "backups" / "library-before-step-3.sqlite3"
    with contextlib.closing(sqlite_engine.connect(old)) as connection:
        migrations.migrate(connection, old, migrations.STEPS[:2])
        connection.execute(f"CREATE TABLE word AS SELECT '{TOKEN}' AS text")
    shutil.rmtree(folder / "backups" / "backups", ignore_errors=True)
    return folder


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A plain library with one of each thing, all with the token, and the leftovers of a long life."""
    return shutil.copytree(made, tmp_path / "library")


def test_all_is_there_afterwards_and_nothing_plain(library: Path) -> None:
    with open_desk(library) as desk:
        before = content(desk)
    others = (library / "my own list.txt", library / "backups" / "why.txt")
    for other in others:
        other.write_text("mine")
    assert leaks([library], [TOKEN])
    finish(encryption.turn_on(library, WORDS))
    assert [other.read_text() for other in others] == ["mine", "mine"]
    assert leaks([library], [TOKEN]) == []
    with pytest.raises(LibraryLockedError):
        open_desk(library)
    with open_desk(library, encryption.unlock(library, WORDS)) as desk:
        assert content(desk) == before
        assert desk.capture_draft.get()
        assert desk.check().ok
        assert desk.search.find(TOKEN).total
    assert leaks([library], [TOKEN]) == []


def test_and_back(library: Path) -> None:
    names = {path.relative_to(library).as_posix() for path in library.rglob("*") if path.is_file()}
    with open_desk(library) as desk:
        before = content(desk)
    finish(encryption.turn_off(library, finish(encryption.turn_on(library, WORDS))))
    assert not encryption.is_encrypted(library)
    assert not {path.name for path in library.iterdir()} & {".made", ".unpacked"}  # of a backup that is damaged
    with open_desk(library) as desk:
        assert content(desk) == before
        assert desk.check().ok
    lost = names - {path.relative_to(library).as_posix() for path in library.rglob("*") if path.is_file()}
    assert {name for name in lost if not name.startswith("index/")} == {
        "draft.json.77.new",
        "originals/incoming/left.txt",
    }
    assert (library / "damaged" / "2026-01-01T000000Z" / "library.sqlite3").read_text() == TOKEN


def test_backups_go_along_and_open_with_the_passphrase(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        before = content(desk)
    (backup,) = (library / "backups").glob("2*.ddbackup")
    finish(encryption.turn_on(library, WORDS))
    restored = finish(Backups.restore(backup, tmp_path / "restored"))
    assert restored.missing == 0
    assert leaks([tmp_path / "restored"], [TOKEN]) == []
    with open_desk(tmp_path / "restored", encryption.unlock(tmp_path / "restored", WORDS)) as desk:
        assert content(desk) == before
    finish(encryption.turn_off(library, encryption.unlock(library, WORDS)))
    finish(Backups.restore(backup, tmp_path / "plain"))
    with open_desk(tmp_path / "plain") as desk:
        assert content(desk) == before


def test_the_copy_before_an_upgrade_goes_along(library: Path) -> None:
    cipher = finish(encryption.turn_on(library, WORDS))
    copy = library / "backups" / "library-before-step-3.sqlite3"
    with contextlib.closing(sqlite_engine.connect(copy, cipher)) as connection:
        assert connection.execute("SELECT text FROM word").fetchone()[0] == TOKEN
        assert migrations.version(connection) == 2


def test_a_new_library_can_begin_encrypted(tmp_path: Path) -> None:
    cipher = finish(encryption.turn_on(tmp_path / "new", WORDS))
    with open_desk(tmp_path / "new", cipher) as desk:
        assert desk.documents.all() == []


def test_a_library_that_is_open_elsewhere_is_left_alone(library: Path) -> None:
    opening = (
        "import sys, pathlib; from delegate_desk.desk import open_desk\n"
        "with open_desk(pathlib.Path(sys.argv[1])): print('open', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", opening, str(library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(LibraryBusyError):
            finish(encryption.turn_on(library, WORDS))
        other.communicate("\n")
    assert not encryption.is_encrypted(library)
    finish(encryption.turn_on(library, WORDS))


def test_nobody_opens_it_meanwhile(library: Path) -> None:
    steps = encryption.turn_on(library, WORDS)
    for _ in range(3):
        next(steps)
    opening = (
        "import sys, pathlib; from delegate_desk.storage.db import database; database.PATIENCE = 0.2\n"
        "from delegate_desk.core.errors import LibraryBusyError\n"
        "try: database.Database(pathlib.Path(sys.argv[1]))\n"
        "except LibraryBusyError: print('busy')"
    )
    command = [sys.executable, "-c", opening, str(library)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "busy\n"
    steps.close()
    assert not encryption.is_encrypted(library)
    assert not (library / "recovering").exists()


@pytest.mark.parametrize("begun", ["plain", "encrypted"])
def test_who_waited_meanwhile_is_not_left_with_what_was_replaced(library: Path, begun: str) -> None:
    steps: Generator[object, None, object] = encryption.turn_on(library, WORDS)
    if begun == "encrypted":
        steps = encryption.turn_off(library, finish(encryption.turn_on(library, WORDS)))
    for _ in range(3):
        next(steps)
    opening = (
        "import sys, pathlib; from delegate_desk.storage.db import database, passphrase\n"
        "from delegate_desk.core.errors import DeskError\n"
        "library = pathlib.Path(sys.argv[1])\n"
        "cipher = passphrase.unlock(library, sys.argv[2])\n"
        "print('ready', flush=True)\n"
        "try: database.Database(library, cipher)\n"
        "except DeskError as error: print(type(error).__name__)\n"
        "else: print('opened')"
    )
    command = [sys.executable, "-c", opening, str(library), WORDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "ready\n"
        time.sleep(0.5)
        finish(steps)
        assert other.stdout.read() in ("LibraryBusyError\n", "LibraryLockedError\n")
    assert encryption.is_encrypted(library) is (begun == "plain")


def test_no_room_is_said_before_anything_is_done(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(library)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFullError):
        finish(encryption.turn_on(library, WORDS))
    with open_desk(library) as desk:
        assert desk.check().database == "ok"


def _converted(library: Path, instant: int) -> str:
    """Convert with a kill at an instant; returns the output if it reaches the end."""
    command = [sys.executable, "-m", "evaluation.encryption_life", "convert", str(library), str(instant)]
    said = subprocess.run(command, cwd=TESTS, capture_output=True, text=True)
    assert said.returncode in (0, 9), said.stderr
    return said.stdout.split("\n")[1]


def test_a_kill_at_any_instant_loses_nothing(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        before = content(desk)
    encrypted = tmp_path / "encrypted"
    shutil.copytree(library, encrypted)
    swaps = [int(instant) for instant in _converted(encrypted, 10**9).split()]
    stages = set()
    for begun in (library, encrypted):
        for instant in (swaps[0] // 2, swaps[1], swaps[len(swaps) // 2], swaps[-1]):
            killed = tmp_path / "killed"
            shutil.copytree(begun, killed)
            _converted(killed, instant)
            stages |= {path.name for path in killed.iterdir()} & _STAGES
            is_encrypted = encryption.is_encrypted(killed)
            if is_encrypted:
                assert leaks([killed], [TOKEN]) == [], instant
            with open_desk(killed, encryption.unlock(killed, WORDS)) as desk:
                assert content(desk) == before, instant
            assert not {path.name for path in killed.iterdir()} & _STAGES, instant
            delete_tree(killed)
    assert stages == _STAGES


def test_a_short_trial_of_all(tmp_path: Path) -> None:
    trial = Trial(tmp_path, random.Random(7))
    trial.live(0.6)
    trial.convert(0.3)
    trial.encrypt()
    assert trial.found.problems == []


KEY = SealedCipher(b"k" * 32)
SEALED_WORD = "Zyxwvutsrqzan"


@pytest.fixture
def shut(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def sealed(shut: Path) -> Iterator[Desk]:
    with open_desk(shut, KEY) as opened:
        yield opened


def _mail(folder: Path) -> Path:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = f"On {SEALED_WORD}", "a@example.org", "b@example.org"
    mail.set_content(f"The mail of {SEALED_WORD} says that quiet is kept at night.")
    mail.add_attachment(QUIET_HOURS.replace("7001", "7009") + SEALED_WORD, filename=f"{SEALED_WORD}.txt")
    file = folder / "mail.eml"
    file.write_bytes(mail.as_bytes())
    return file


def _archive(folder: Path) -> Path:
    inner = folder / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", QUIET_HOURS.replace("7001", "7003") + f"\n{SEALED_WORD} deep\n")
    outer = folder / "outer.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "inner.zip")
        archive.writestr(f"{SEALED_WORD}.txt", QUIET_HOURS.replace("7001", "7004") + f"\n{SEALED_WORD} here\n")
    return outer


def test_files_of_every_kind_come_in_and_leave_no_plain_word(sealed: Desk, shut: Path, tmp_path: Path) -> None:
    plain = quiet_hours(tmp_path, text=f"{QUIET_HOURS}\n{SEALED_WORD} is quiet.\n")
    pdf = Paper()
    pdf.page()
    pdf.text(70, 700, f"{SEALED_WORD} is printed here, and the harbour is quiet at night.")
    given = [plain, pdf.save(tmp_path / "paper.pdf"), _archive(tmp_path), _mail(tmp_path)]
    taken = list(sealed.documents.import_files(given))
    assert [one.status for one in taken] == [ImportStatus.IMPORTED] * 5, taken
    assert any(
        SEALED_WORD in unit.text
        for one in taken
        if one.document
        for unit in sealed.documents.content(one.document.id).units()
    )
    assert leaks([shut], [SEALED_WORD]) == []
    assert sealed.check().damaged == ()
    (drawn,) = (one.document.id for one in taken if one.document and one.document.file_name == "paper.pdf")
    assert sealed.original_pages.draw(drawn, 1, 300).columns == 300
    again = list(sealed.documents.import_files([plain]))
    assert [one.status for one in again] == [ImportStatus.DUPLICATE]


def test_what_is_unpacked_or_received_is_sealed_while_it_waits(sealed: Desk, shut: Path, tmp_path: Path) -> None:
    opened = sealed.documents.open(_archive(tmp_path))
    received = sealed.documents.receive([("pasted.txt", f"{SEALED_WORD} pasted".encode())])
    try:
        assert len([path for path in opened.folder.iterdir() if path.name != "lock"]) == 2
        assert leaks([shut], [SEALED_WORD]) == []
    finally:
        sealed.documents.close(opened)
        sealed.documents.close(received)


def test_work_is_kept_and_read_again(shut: Path, tmp_path: Path) -> None:
    with open_desk(shut, KEY) as desk:
        key = take_in(desk, quiet_hours(tmp_path))
        where = Place(key, Address("para_1"))
        desk.annotations.save(desk.annotations.new(where, AnnotationKind.NOTE, text=f"{SEALED_WORD} noted"))
        desk.capture_draft.save(CaptureDraft(MeetingId("m"), None, f"{SEALED_WORD} drafted"))
        assert leaks([shut], [SEALED_WORD]) == []
    assert leaks([shut], [SEALED_WORD]) == []
    with open_desk(shut, KEY) as desk:
        assert [one.text for one in desk.annotations.for_document(key)] == [f"{SEALED_WORD} noted"]
        draft = desk.capture_draft.get()
        assert draft
        assert draft.text == f"{SEALED_WORD} drafted"
        desk.reparse.reread(key)
        assert desk.documents.original_bytes(key) == quiet_hours(tmp_path).read_bytes()


def test_an_original_that_was_touched_is_found_and_not_read(sealed: Desk, shut: Path, tmp_path: Path) -> None:
    key = take_in(sealed, quiet_hours(tmp_path))
    path = sealed.documents.original(key)
    path.chmod(0o600)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))
    assert len(sealed.check().damaged) == 1
    with pytest.raises(UnreadableDocumentError) as refused:
        sealed.reparse.reread(key)
    assert refused.value.reason is ImportFailure.DAMAGED


def test_originals_cannot_change_places(shut: Path, tmp_path: Path) -> None:
    originals = Originals(shut, KEY)
    kept = []
    for words in ("one", "two"):
        (tmp_path / "a.txt").write_text(words)
        incoming = originals.copy_in(tmp_path / "a.txt")
        kept.append((incoming.sha256, originals.store(incoming)))
    (one, first), (two, second) = kept
    assert originals.is_intact(one, first)
    delete(second)  # it is read-only, so Windows would not replace it
    first.rename(second)
    assert not originals.is_intact(two, second)


def test_a_file_that_changes_while_it_is_read_is_refused(
    shut: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    originals = Originals(shut, KEY)
    seal = KEY.copy_in

    def slow(*given: object) -> None:
        file.write_text("two")
        seal(*given)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(KEY, "copy_in", slow)
    with pytest.raises(UnreadableDocumentError):
        originals.copy_in(file)
    assert not list(shut.rglob("*.txt"))


def test_a_term_base_comes_out_of_a_package_and_leaves_no_plain_word(sealed: Desk, shut: Path, tmp_path: Path) -> None:
    path, file = tmp_path / "terms.csv", tmp_path / "x.ddpack"
    path.write_text(f"en;el\n{SEALED_WORD};ναυάγιο\n", encoding="utf-8")
    sealed.translations.bases.import_file(path, "ours")
    assert pack(sealed, file, term_bases=True).term_bases == 1
    sealed.translations.bases.remove("ours")
    assert sealed.packages.merge(file).term_bases == ("ours",)
    assert [one.word for one in sealed.translations.across.translations("ναυάγιο", "el", "en")] == [SEALED_WORD]
    assert leaks([shut], [SEALED_WORD]) == []
    with open_desk(tmp_path / "plain") as plain:
        assert plain.packages.merge(file).term_bases == ("ours",)
