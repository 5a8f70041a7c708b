"""A desk on an encrypted library works as any other, and none of its words is on the disk in plain text."""

import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from delegate_desk.cipher import SealedCipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, ImportStatus, Paragraph, Place
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.meetings.meeting import CaptureDraft, MeetingId
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete
from delegate_desk.storage.files.originals import Originals
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.handwritten_pdf import Paper
from support.package_exchange import pack
from support.plaintext_search import leaks

KEY = SealedCipher(b"k" * 32)
TOKEN = "Zyxwvutsrqzan"


@pytest.fixture
def sealed(library: Path) -> Iterator[Desk]:
    with open_desk(library, KEY) as opened:
        yield opened


def _mail(folder: Path) -> Path:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = f"On {TOKEN}", "a@example.org", "b@example.org"
    mail.set_content(f"The mail of {TOKEN} says that quiet is kept at night.")
    mail.add_attachment(QUIET_HOURS.replace("7001", "7009") + TOKEN, filename=f"{TOKEN}.txt")
    file = folder / "mail.eml"
    file.write_bytes(mail.as_bytes())
    return file


def _archive(folder: Path) -> Path:
    inner = folder / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", QUIET_HOURS.replace("7001", "7003") + f"\n{TOKEN} deep\n")
    outer = folder / "outer.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "inner.zip")
        archive.writestr(f"{TOKEN}.txt", QUIET_HOURS.replace("7001", "7004") + f"\n{TOKEN} here\n")
    return outer


def test_files_of_every_kind_come_in_and_leave_no_plain_word(sealed: Desk, library: Path, tmp_path: Path) -> None:
    plain = quiet_hours(tmp_path, text=f"{QUIET_HOURS}\n{TOKEN} is quiet.\n")
    pdf = Paper()
    pdf.page()
    pdf.text(70, 700, f"{TOKEN} is printed here, and the harbour is quiet at night.")
    given = [plain, pdf.save(tmp_path / "paper.pdf"), _archive(tmp_path), _mail(tmp_path)]
    taken = list(sealed.documents.import_files(given))
    assert [one.status for one in taken] == [ImportStatus.IMPORTED] * 5, taken
    assert any(TOKEN in unit.text for one in taken if one.document for unit in _units(sealed, one.document.id))
    assert leaks([library], [TOKEN]) == []
    assert sealed.check().damaged == ()
    again = list(sealed.documents.import_files([plain]))
    assert [one.status for one in again] == [ImportStatus.DUPLICATE]


def _units(desk: Desk, key: DocumentId) -> Iterator[Paragraph]:
    return iter(desk.documents.content(key).units())


def test_what_is_unpacked_or_received_is_sealed_while_it_waits(sealed: Desk, library: Path, tmp_path: Path) -> None:
    opened = sealed.documents.open(_archive(tmp_path))
    received = sealed.documents.receive([("pasted.txt", f"{TOKEN} pasted".encode())])
    try:
        assert len([path for path in opened.folder.iterdir() if path.name != "lock"]) == 2
        assert leaks([library], [TOKEN]) == []
    finally:
        sealed.documents.close(opened)
        sealed.documents.close(received)


def test_work_is_kept_and_read_again(library: Path, tmp_path: Path) -> None:
    with open_desk(library, KEY) as desk:
        key = take_in(desk, quiet_hours(tmp_path))
        where = Place(key, Address("para_1"))
        desk.annotations.save(desk.annotations.new(where, AnnotationKind.NOTE, text=f"{TOKEN} noted"))
        desk.capture_draft.save(CaptureDraft(MeetingId("m"), None, f"{TOKEN} drafted"))
        assert leaks([library], [TOKEN]) == []
    assert leaks([library], [TOKEN]) == []
    with open_desk(library, KEY) as desk:
        assert [one.text for one in desk.annotations.for_document(key)] == [f"{TOKEN} noted"]
        draft = desk.capture_draft.get()
        assert draft
        assert draft.text == f"{TOKEN} drafted"
        desk.reparse.reread(key)
        assert desk.documents.original_bytes(key) == quiet_hours(tmp_path).read_bytes()


def test_pages_are_drawn_and_words_found_on_them(sealed: Desk, tmp_path: Path) -> None:
    pdf = Paper()
    pdf.page()
    pdf.text(70, 700, "The harbour is quiet at night, and so are the boats.")
    key = take_in(sealed, pdf.save(tmp_path / "paper.pdf"))
    assert sealed.original_pages.draw(key, 1, 300).columns == 300


def test_an_original_that_was_touched_is_found_and_not_read(sealed: Desk, library: Path, tmp_path: Path) -> None:
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


def test_originals_cannot_change_places(library: Path, tmp_path: Path) -> None:
    originals = Originals(library, KEY)
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
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    originals = Originals(library, KEY)
    seal = KEY.copy_in

    def slow(*given: object) -> None:
        file.write_text("two")
        seal(*given)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(KEY, "copy_in", slow)
    with pytest.raises(UnreadableDocumentError):
        originals.copy_in(file)
    assert not list(library.rglob("*.txt"))


def test_a_term_base_comes_out_of_a_package_and_leaves_no_plain_word(
    sealed: Desk, library: Path, tmp_path: Path
) -> None:
    path, file = tmp_path / "terms.csv", tmp_path / "x.ddpack"
    path.write_text(f"en;el\n{TOKEN};ναυάγιο\n", encoding="utf-8")
    sealed.translations.bases.import_file(path, "ours")
    assert pack(sealed, file, term_bases=True).term_bases == 1
    sealed.translations.bases.remove("ours")
    assert sealed.packages.merge(file).term_bases == ("ours",)
    assert [one.word for one in sealed.translations.across.translations("ναυάγιο", "el", "en")] == [TOKEN]
    assert leaks([library], [TOKEN]) == []
    with open_desk(tmp_path / "plain") as plain:
        assert plain.packages.merge(file).term_bases == ("ours",)
