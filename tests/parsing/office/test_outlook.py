from datetime import UTC, datetime
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.zip_checks import COMPOUND_FILE
from delegate_desk.parsing import archive
from delegate_desk.parsing.office import mail
from support.office_files import Attached, Tree, compound_file, outlook_mail

SENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
HEAD: dict[int, str | bytes | int | datetime] = {
    0x0037001F: "Bells: our questions",
    0x0C1A001F: "Άννα",
    0x0C1F001F: "anna@example.eu",
    0x00390040: SENT,
}
TO = (("Georgios", "georgios@example.eu", 1), ("Marie", "/O=EXCHANGE/CN=MARIE", 1), ("Jean", "jean@example.eu", 2))
LONG = "Our delegation cannot accept the second paragraph as it stands, for reasons that we set out below. " * 6


def written(
    tmp_path: Path, values: dict[int, str | bytes | int | datetime], *attached: Attached, head: bool = True
) -> Path:
    path = tmp_path / "mail.msg"
    tree = outlook_mail({**(HEAD if head else {}), **values}, attached, TO if head else ())
    path.write_bytes(compound_file(tree))
    return path


def lines(path: Path) -> list[str]:
    return [block.text for block in mail.read(path).blocks]


def unpacked(path: Path) -> dict[str, bytes | ImportFailure]:
    into = path.parent / "into"
    into.mkdir()
    members = archive.unpack(path, path.name, into)
    return {member.name: member.reason or (into / member.file).read_bytes() for member in members}


def test_who_wrote_to_whom_when_and_what(tmp_path: Path) -> None:
    assert lines(written(tmp_path, {0x1000001F: "Dear all,\r\n\r\nwho oils the clapper?\r\n"})) == [
        "From: Άννα <anna@example.eu>",
        "Date: 5 March 2026",
        "To: Georgios <georgios@example.eu>, Marie",
        "Cc: Jean <jean@example.eu>",
        "Subject: Bells: our questions",
        "Dear all,",
        "who oils the clapper?",
    ]


def test_the_headers_of_a_mail_that_was_received_are_its_own(tmp_path: Path) -> None:
    sent = "From: =?utf-8?b?zobOvc69zrE=?= <a@example.eu>\r\nDate: Wed, 4 Mar 2026 23:30:00 -0500\r\n\r\n"
    read = lines(written(tmp_path, {0x007D001F: sent, 0x1000001F: "Hello."}))
    assert read[:2] == ["From: Άννα <a@example.eu>", "Date: 4 March 2026"]


@pytest.mark.parametrize(
    "page",
    [
        {0x10130102: "<p>one <b>two</b></p><p>καμπάνα</p>".encode("cp1253"), 0x3FDE0003: 1253},
        {0x10130102: "<p>one <b>two</b></p><p>καμπάνα</p>".encode(), 0x3FDE0003: 65001},
        {0x10130102: "<meta charset='utf-8'><p>one <b>two</b></p><p>καμπάνα</p>".encode(), 0x3FDE0003: 20127},
        {0x1013001F: "<p>one <b>two</b></p><p>καμπάνα</p>"},
    ],
)
def test_a_page_inside_is_read_in_its_code_page(tmp_path: Path, page: dict[int, str | bytes | int | datetime]) -> None:
    source = mail.read(written(tmp_path, {**page, 0x1000001F: "plain"}))
    body = source.blocks[-2:]
    assert [block.text for block in body] == ["one two", "καμπάνα"]
    assert [run.marks for run in body[0].runs if run.text == "two"] == [{Mark.BOLD}]


def test_rich_text_is_read_where_there_is_no_page(tmp_path: Path) -> None:
    from compressed_rtf.compressed_rtf import compress

    rich = compress(rb"{\rtf1\ansi\pard one {\strike two}\par}")
    source = mail.read(written(tmp_path, {0x10090102: rich, 0x1000001F: "one two"}))
    assert [(run.text, run.marks) for run in source.blocks[-1].runs] == [("one ", frozenset()), ("two", {Mark.STRIKE})]
    assert lines(written(tmp_path, {0x10090102: rich[:-9], 0x1000001F: "plain"}))[-1] == "plain"


def test_texts_of_before_unicode_have_their_code_page(tmp_path: Path) -> None:
    values: dict[int, str | bytes | int | datetime] = {
        0x0037001E: "Καμπάνες".encode("cp1253"),
        0x3FFD0003: 1253,
        0x1000001E: "λόγος".encode("cp1253"),
    }
    assert lines(written(tmp_path, values, head=False)) == ["Subject: Καμπάνες", "λόγος"]


def test_what_is_attached_is_imported(tmp_path: Path) -> None:
    inner = outlook_mail({0x0037001F: "Inside", 0x1000001F: LONG}, [("a.txt", b"two")], head=24)
    path = written(tmp_path, {0x1000001F: LONG}, ("Πρόταση.pdf", b"%PDF-1.7" + bytes(9000)), ("Inside", inner))
    found = unpacked(path)
    assert list(found) == ["", "Πρόταση.pdf", "Inside.eml", "Inside.eml/a.txt"]
    assert found[""] == path.read_bytes()
    assert found["Πρόταση.pdf"] == b"%PDF-1.7" + bytes(9000)
    assert found["Inside.eml/a.txt"] == b"two"


def test_a_covering_line_is_no_document(tmp_path: Path) -> None:
    assert list(unpacked(written(tmp_path, {0x1000001F: "Please find attached."}, ("a.txt", b"one")))) == ["a.txt"]


def test_a_picture_in_the_text_is_no_attachment(tmp_path: Path) -> None:
    path = tmp_path / "mail.msg"
    tree = outlook_mail({**HEAD, 0x1000001F: LONG}, [("logo.png", b"x")])
    picture = tree["__attach_version1.0_#00000000"]
    assert isinstance(picture, dict)
    picture |= {
        "__substg1.0_3712001F": "id".encode("utf-16-le"),
        "__substg1.0_370E001F": "image/png".encode("utf-16-le"),
    }
    path.write_bytes(compound_file(tree))
    assert list(unpacked(path)) == [""]


def kind_of_attached(tree: Tree, kind: str) -> Tree:
    attached = tree["__attach_version1.0_#00000000"]
    assert isinstance(attached, dict)
    attached["__substg1.0_370E001F"] = kind.encode("utf-16-le")
    return tree


def test_a_sealed_mail_says_so_and_a_signed_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mail.msg"
    path.write_bytes(
        compound_file(kind_of_attached(outlook_mail(HEAD, [("smime.p7m", b"x")]), "application/pkcs7-mime"))
    )
    assert unpacked(path) == {"smime.p7m": ImportFailure.ENCRYPTED}
    signed = b"Content-Type: multipart/signed; boundary=b\n\n--b\n\nWho oils the clapper?\n--b--\n"
    path.write_bytes(compound_file(kind_of_attached(outlook_mail(HEAD, [("smime.p7m", signed)]), "multipart/signed")))
    assert lines(path)[-1] == "Who oils the clapper?"


def refusal(path: Path) -> ImportFailure:
    with pytest.raises(UnreadableDocumentError) as caught:
        archive.unpack(path, path.name, path.parent)
    return caught.value.reason


def test_what_is_no_mail_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    for data in (COMPOUND_FILE, compound_file({"other": b"x"}), compound_file(outlook_mail(HEAD))[:900]):
        path.write_bytes(data)
        assert refusal(path) is ImportFailure.DAMAGED


@pytest.mark.parametrize(
    ("item", "words", "what"),
    [
        ("IPM.Contact", LONG, "an Outlook contact"),
        ("IPM.Contact.Ministry", "", "an Outlook contact"),
        ("IPM.DistList", "", "an Outlook contact"),
        ("IPM.Appointment", "", "an Outlook appointment"),
        ("IPM.Schedule.Meeting.Resp.Pos", "", "an Outlook appointment"),
        ("IPM.Task", "", "an Outlook task"),
        ("IPM.TaskRequest.Accept", "", "an Outlook task"),
        ("IPM.StickyNote", "", "an Outlook task or note"),
        ("IPM.Activity", "", "an Outlook task or note"),
    ],
)
@pytest.mark.parametrize("subject", ["", "Bells"])
def test_an_item_that_is_no_mail_is_named(tmp_path: Path, item: str, words: str, what: str, subject: str) -> None:
    path = written(tmp_path, {0x001A001F: item, 0x0037001F: subject, 0x1000001F: words}, head=False)
    with pytest.raises(UnreadableDocumentError) as caught:
        archive.unpack(path, path.name, tmp_path)
    assert caught.value.explain().startswith(f"mail.msg was not imported: it is {what}")


@pytest.mark.parametrize(
    "item",
    [
        "IPM.Note", "IPM.Note.SMIME", "IPM.Note.Ministry", "IPM.Post", "IPM.Schedule.Meeting.Request",
        "REPORT.IPM.Note.NDR", "IPM.Appointment", "IPM.Task", "IPM.StickyNote", "IPM.Document.Word.Document.12",
    ],
)  # fmt: skip
def test_an_item_with_text_or_attachments_is_imported(tmp_path: Path, item: str) -> None:
    path = written(tmp_path, {0x001A001F: item, 0x1000001F: LONG}, head=False)  # without a subject too
    assert mail.read(path).blocks[-1].text == LONG.strip()
    path = written(tmp_path, {0x001A001F: item, 0x0037001F: "Bells"}, ("a.txt", b"one"), head=False)
    assert unpacked(path) == {"a.txt": b"one"}


def test_a_contact_inside_a_mail_is_named_and_the_mail_is_read(tmp_path: Path) -> None:
    contact = outlook_mail({0x001A001F: "IPM.Contact", 0x0037001F: "Anna"}, head=24)
    path = written(tmp_path, {0x001A001F: "IPM.Note", 0x1000001F: LONG}, ("Anna", contact))
    assert unpacked(path) == {"": path.read_bytes(), "Anna.eml": ImportFailure.UNSUPPORTED}


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = outlook_mail({0x0037001F: "Last"}, head=24)
    for _ in range(mail._DEEPEST):
        inner = outlook_mail({0x0037001F: "Next"}, [("Next", inner)], head=24)
    assert refusal(written(tmp_path, {}, ("Next", inner))) is ImportFailure.TOO_LARGE
    monkeypatch.setattr(mail, "LARGEST", 20_000)
    assert refusal(written(tmp_path, {}, ("a", bytes(9_000)), ("b", bytes(9_000)))) is ImportFailure.TOO_LARGE
