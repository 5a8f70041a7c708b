"""Backups of an encrypted library are encrypted, and open with its passphrase."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.cipher import Cipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.library.errors import LibraryLockedError
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.library import encryption
from delegate_desk.services.library.backups import Backups
from support.document_values import quiet_hours
from support.job_steps import done

WORDS = "correct horse battery staple"
TOKEN = "zanzibar"


@pytest.fixture
def cipher(tmp_path: Path) -> Cipher:
    """That of a library with a paper, encrypted."""
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
    shutil.rmtree(sealed.folder / "originals")
    newest = next(one for one in sealed.backups.overview(stick).backups if one.is_at_second_place)
    restored = done(Backups.restore(newest.path, tmp_path / "again"))
    with open_desk(restored.folder, encryption.unlock(restored.folder, WORDS)) as again:
        assert again.check().ok
