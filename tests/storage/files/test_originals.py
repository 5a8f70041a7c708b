import hashlib
from pathlib import Path

import pytest

from delegate_desk.core.errors import ImportFailure, LibraryUnwritableError, UnreadableDocumentError
from delegate_desk.storage.files import originals as module
from delegate_desk.storage.files.originals import Originals


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "Paper.TXT"
    file.write_bytes(b"quiet hours\n")
    return file


def test_an_original_is_kept_under_its_hash(library: Path, source: Path) -> None:
    originals = Originals(library)
    incoming = originals.copy_in(source)
    kept = originals.store(incoming)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert kept == library / "originals" / digest[:2] / f"{digest}.txt"
    assert kept.read_bytes() == source.read_bytes()
    assert list(originals.all()) == [(digest, kept)]
    assert originals.is_intact(digest, kept)
    assert list((library / "originals" / "incoming").iterdir()) == []


def test_what_is_discarded_leaves_nothing(library: Path, source: Path) -> None:
    originals = Originals(library)
    originals.discard(originals.copy_in(source))
    assert [path for path in library.rglob("*") if path.is_file()] == []


def test_what_a_killed_program_left_is_swept_and_what_is_in_work_is_not(library: Path, source: Path) -> None:
    originals = Originals(library)
    ours = originals.copy_in(source)
    left = library / "originals" / "incoming" / ".desk-left"
    left.mkdir()
    for name in ("lock", "original.txt"):
        (left / name).write_bytes(b"half")
    again = Originals(library).copy_in(source)
    assert not left.exists()
    assert ours.path.exists()
    for incoming in (ours, again):
        originals.discard(incoming)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, ImportFailure.UNREADABLE), (b"", ImportFailure.NO_TEXT), (b"x" * 11, ImportFailure.TOO_LARGE)],
)
def test_what_cannot_be_taken_is_refused(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, reason: ImportFailure
) -> None:
    monkeypatch.setattr(module, "LARGEST", 10)
    file = tmp_path / "paper.pdf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UnreadableDocumentError) as caught:
        Originals(library).copy_in(file)
    assert (caught.value.file_name, caught.value.reason) == ("paper.pdf", reason)
    assert [path for path in library.rglob("*") if path.is_file()] == []


def test_a_folder_is_no_file(library: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError):
        Originals(library).copy_in(tmp_path)


def test_a_library_that_cannot_be_written_is_not_the_files_fault(library: Path, source: Path) -> None:
    (library / "originals").write_text("in the way")
    with pytest.raises(LibraryUnwritableError):
        Originals(library).copy_in(source)


def test_a_library_that_is_gone_is_not_made_again(library: Path, source: Path) -> None:
    library.rmdir()
    with pytest.raises(LibraryUnwritableError):
        Originals(library).copy_in(source)
    assert not library.exists()


def test_changed_bytes_are_noticed(library: Path, source: Path) -> None:
    originals = Originals(library)
    incoming = originals.copy_in(source)
    kept = originals.store(incoming)
    kept.chmod(0o600)
    kept.write_bytes(b"changed")
    assert not originals.is_intact(incoming.sha256, kept)
