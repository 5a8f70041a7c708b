"""Files that come from archives, e-mails, folders, watched folders and the clipboard."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import ImportResult, ImportStatus
from delegate_desk.core.errors import AlreadyInLibraryError, ImportFailure, UnreadableDocumentError
from delegate_desk.core.library.errors import InsideLibraryError
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.documents import documents
from support.document_values import QUIET_HOURS, quiet_hours
from support.watching import import_new_files


def bundle(path: Path, entries: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def outcomes(items: list[ImportResult], folder: Path) -> dict[str, str]:
    """By path below a folder, the outcome of each file."""
    return {Path(item.path).relative_to(folder).as_posix(): _outcome(item) for item in items}


def _outcome(item: ImportResult) -> str:
    return item.error.reason if isinstance(item.error, UnreadableDocumentError) else str(item.status)


def test_each_file_in_an_archive_is_an_item_of_its_own(desk: Desk, tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b.txt", f"{QUIET_HOURS}\n4. More.\n")
    path = bundle(
        tmp_path / "meeting.zip",
        {"papers/a.txt": QUIET_HOURS, "papers/again.txt": QUIET_HOURS, "c.ods": "x", "in.zip": inner.getvalue()},
    )
    assert outcomes(list(desk.documents.import_files([path])), tmp_path) == {
        "meeting.zip/papers/a.txt": "imported",
        "meeting.zip/papers/again.txt": "duplicate",
        "meeting.zip/c.ods": "unsupported",
        "meeting.zip/in.zip/b.txt": "imported",
    }
    assert sorted(held.file_name for held in desk.documents.all()) == ["a.txt", "b.txt"]


def test_nothing_of_an_archive_stays_but_what_is_in_the_library(desk: Desk, tmp_path: Path) -> None:
    path = bundle(tmp_path / "a.zip", {"a.txt": QUIET_HOURS, "b.ods": "x"})
    batch = desk.documents.import_files([path])
    assert next(batch).status is ImportStatus.IMPORTED
    del batch
    assert list((desk.folder / "originals" / "incoming").iterdir()) == []
    list(desk.documents.import_files([path]))
    kept = [file for file in (desk.folder / "originals").rglob("*") if file.is_file()]
    assert [file.read_text(encoding="utf-8") for file in kept] == [QUIET_HOURS]
    assert list((desk.folder / "originals" / "incoming").iterdir()) == []
    assert desk.check().ok


def test_what_a_killed_program_unpacked_is_swept(desk: Desk, tmp_path: Path) -> None:
    incoming = desk.folder / "originals" / "incoming"
    (incoming / ".desk-left").mkdir(parents=True)
    (incoming / ".desk-left" / "lock").write_bytes(b"")
    (incoming / ".desk-left" / "00000.txt").write_text("half")
    list(desk.documents.import_files([quiet_hours(tmp_path)]))
    assert list(incoming.iterdir()) == []


def test_a_room_in_use_is_not_swept(desk: Desk, tmp_path: Path) -> None:
    opened = desk.documents.open(bundle(tmp_path / "a.zip", {"a.txt": QUIET_HOURS}))
    desk.documents.discard(desk.documents.read(quiet_hours(tmp_path)))
    assert opened.arrivals[0].path.read_text(encoding="utf-8") == QUIET_HOURS
    desk.documents.close(opened)
    desk.documents.close(opened)
    assert not opened.folder.exists()


def test_a_mail_brings_what_is_attached_and_a_damaged_archive_is_one_refused_item(desk: Desk, tmp_path: Path) -> None:
    head = "From: a@example.eu\nSubject: Papers\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    body = f'--x\n\nAttached.\n--x\nContent-Disposition: attachment; filename="a.txt"\n\n{QUIET_HOURS}\n--x--\n'
    (tmp_path / "mail.eml").write_text(head + body)
    items = list(desk.documents.import_files([tmp_path / "mail.eml"]))
    assert outcomes(items, tmp_path) == {"mail.eml/a.txt": "imported"}
    assert [held.name for held in desk.documents.all()] == ["ST 7001/26"]
    (tmp_path / "a.zip").write_bytes(b"PK\3\4 and then nothing")
    assert outcomes(list(desk.documents.import_files([tmp_path / "a.zip"])), tmp_path) == {"a.zip": "damaged"}


def test_folders_are_gone_through_by_name(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    for name in ("b/2.txt", "a/1.txt", "c.txt", ".git/x.txt", "Thumbs.db", "~$c.docx"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    names = [arrival.path.relative_to(folder).as_posix() for arrival in desk.documents.arrivals([folder])]
    assert names == ["a/1.txt", "b/2.txt", "c.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_folders_are_not_followed(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "loop").symlink_to(folder)
    (folder / "a.txt").symlink_to(quiet_hours(tmp_path))
    assert list(desk.documents.arrivals([folder])) == []


def test_a_folder_of_too_much_ends_with_an_error(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_FILES", 2)
    for name in "abc":
        quiet_hours(tmp_path, name=f"{name}.txt")
    found = list(desk.documents.arrivals([tmp_path]))
    assert [arrival.error is None for arrival in found[:2]] == [True, True]
    assert found[2].error
    assert found[2].error.reason is ImportFailure.TOO_LARGE


def test_words_are_pasted_once_with_their_looks_and_lists_if_they_have_any(desk: Desk) -> None:
    words = "1. The Council notes the report.\n\n2. The Council will revert.\n"
    desk.documents.add(desk.documents.paste(words))
    (held,) = desk.documents.all()
    assert (held.name, held.file_name) == ("#1", "pasted.txt")
    assert [unit.address for unit in desk.documents.content(held.id).paragraphs] == ["para_1", "para_2"]
    with pytest.raises(AlreadyInLibraryError):
        desk.documents.paste(words)
    page = '<meta charset="windows-1252"><ol><li>Το Συμβούλιο <b>σημειώνει</b> την έκθεση.</li><li>Τέλος.</li></ol>'
    (key,) = desk.documents.add(desk.documents.paste("not looked at", page)).documents
    first = desk.documents.content(key).paragraphs[0]
    assert (first.label, first.text) == ("1.", "Το Συμβούλιο σημειώνει την έκθεση.")
    assert desk.documents.get(key).header.language == "el"
    for nothing in ("", "  \n", "– –"):
        with pytest.raises(UnreadableDocumentError) as caught:
            desk.documents.paste(nothing)
        assert caught.value.reason is ImportFailure.NO_TEXT
    assert list((desk.folder / "originals" / "incoming").iterdir()) == []


LONG_AGO = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    (made / "inner").mkdir(parents=True)
    return made


@pytest.fixture
def watched(desk: Desk, folder: Path) -> Desk:
    desk.watched_folders.watch(folder)
    return desk


def put(folder: Path, name: str, text: str = QUIET_HOURS, *, when: int = LONG_AGO) -> Path:
    """A file that has not changed for long."""
    path = quiet_hours(folder, name=name, text=text)
    os.utime(path, (when, when))
    return path


def test_the_library_is_not_watched_and_not_taken_in(desk: Desk, tmp_path: Path) -> None:
    for inside in (desk.folder, desk.folder / "originals"):
        with pytest.raises(InsideLibraryError):
            desk.watched_folders.watch(inside)
    assert desk.watched_folders.folders() == []
    put(tmp_path, "a.txt")
    desk.watched_folders.watch(tmp_path)
    assert len(list(import_new_files(desk))) == 1
    assert desk.watched_folders.find_new_files() == []


def test_what_is_put_into_a_watched_folder_is_imported_once_until_it_changes(watched: Desk, folder: Path) -> None:
    put(folder / "inner", "a.txt")
    assert [item.status for item in import_new_files(watched)] == [ImportStatus.IMPORTED]
    assert list(import_new_files(watched)) == []
    put(folder, "b.txt", f"{QUIET_HOURS}\n4. More.\n")
    assert [Path(item.path).name for item in import_new_files(watched)] == ["b.txt"]
    put(folder / "inner", "a.txt", f"{QUIET_HOURS}\n4. Still more.\n", when=LONG_AGO + 9)
    assert [item.status for item in import_new_files(watched)] == [ImportStatus.IMPORTED]
    assert len(watched.documents.all()) == 3


def test_what_is_half_there_still_written_or_refused_is_passed_over(watched: Desk, folder: Path) -> None:
    for name in ("a.pdf.crdownload", "~$a.docx", ".a.txt", "a.part"):
        put(folder, name)
    assert watched.watched_folders.find_new_files() == []
    now = quiet_hours(folder, name="a.txt")
    assert watched.watched_folders.find_new_files() == []
    assert watched.watched_folders.find_new_files() == [now]
    now.unlink()
    put(folder, "a.ods")
    assert [item.status for item in import_new_files(watched)] == [ImportStatus.REFUSED]
    assert list(import_new_files(watched)) == []


def test_what_was_seen_is_kept_with_the_library(tmp_path: Path, folder: Path) -> None:
    put(folder, "a.txt")
    with open_desk(tmp_path / "library") as desk:
        desk.watched_folders.watch(folder)
        assert len(list(import_new_files(desk))) == 1
    with open_desk(tmp_path / "library") as desk:
        assert desk.watched_folders.folders() == [folder]
        assert desk.watched_folders.find_new_files() == []


def test_a_folder_that_is_gone_or_watched_no_more_brings_nothing(watched: Desk, folder: Path) -> None:
    (folder / "inner").rmdir()
    folder.rmdir()
    assert watched.watched_folders.find_new_files() == []
    assert watched.watched_folders.folders() == [folder]
    folder.mkdir()
    put(folder, "a.txt")
    watched.watched_folders.unwatch(folder)
    assert watched.watched_folders.find_new_files() == []
    assert watched.watched_folders.folders() == []
