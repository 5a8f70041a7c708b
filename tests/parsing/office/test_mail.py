import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure
from delegate_desk.core.zip_checks import COMPOUND_FILE
from delegate_desk.parsing import archive, reading
from delegate_desk.parsing.office import mail
from support.office_files import Attached, Tree, compound_file, outlook_mail
from support.refusals import refusal

LONG = "Our delegation cannot accept the second paragraph as it stands, for reasons that we set out below. " * 6


def message(text: str = "Please find attached.\n", *, html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Anna Example <anna@example.eu>"
    made["To"] = "delegations@example.eu"
    made["Date"] = "Wed, 04 Mar 2026 10:00:00 +0100"
    made["Subject"] = "Comments on quiet hours in ports"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def attach(made: EmailMessage, data: bytes, name: str, kind: str = "application/octet-stream") -> None:
    main, sub = kind.split("/")
    made.add_attachment(data, maintype=main, subtype=sub, filename=name)


def unpack(tmp_path: Path, made: EmailMessage | bytes) -> dict[str, ImportFailure | None]:
    path, into = tmp_path / "mail.eml", tmp_path / "into"
    path.write_bytes(made if isinstance(made, bytes) else made.as_bytes())
    into.mkdir()
    return {member.name: member.reason for member in archive.unpack(path, path.name, into)}


def test_what_is_attached_is_imported_and_a_covering_line_is_not(tmp_path: Path) -> None:
    made = message()
    attach(made, b"%PDF-1.7", "Πρόταση.pdf", "application/pdf")
    attach(made, b"x", "../../b.docx")
    assert unpack(tmp_path, made) == {"Πρόταση.pdf": None, "b.docx": None}


def test_a_mail_that_says_something_is_a_document_too(tmp_path: Path) -> None:
    made = message(LONG)
    attach(made, b"one", "a.txt")
    assert list(unpack(tmp_path, made)) == ["", "a.txt"]


def test_a_mail_with_nothing_attached_is_its_text(tmp_path: Path) -> None:
    assert unpack(tmp_path, message()) == {"": None}


def test_a_reply_that_merely_quotes_says_nothing(tmp_path: Path) -> None:
    made = message("See below.\n" + "".join(f"> {LONG}\n" for _ in range(3)))
    attach(made, b"one", "a.txt")
    assert list(unpack(tmp_path, made)) == ["a.txt"]


def test_mails_and_archives_in_mails_are_opened(tmp_path: Path) -> None:
    inner = message(LONG)
    attach(inner, b"one", "inner.txt")
    bundle = tmp_path / "b.zip"
    with zipfile.ZipFile(bundle, "w") as file:
        file.writestr("two.txt", b"two")
    made = message()
    made.add_attachment(inner)
    attach(made, bundle.read_bytes(), "papers.zip", "application/zip")
    name = "Comments on quiet hours in ports.eml"
    assert list(unpack(tmp_path, made)) == [name, f"{name}/inner.txt", "papers.zip/two.txt"]


def test_pictures_in_the_text_and_signatures_are_passed_over(tmp_path: Path) -> None:
    made = message(html="<p>Please find attached <img src='cid:1'></p>")
    payload = made.get_payload()
    assert isinstance(payload, list)
    payload[1].add_related(b"\x89PNG", "image", "png", cid="<1>")  # type: ignore[union-attr]  # a part of ours
    attach(made, b"x", "smime.p7s", "application/pkcs7-signature")
    attach(made, b"one", "a.txt")
    assert list(unpack(tmp_path, made)) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("smime.p7m", "application/pkcs7-mime"),
        ("smime.p7m", "application/octet-stream"),
        ("message.rpmsg", "application/x-microsoft-rpmsg-message"),
        ("Message.RPMSG", "application/octet-stream"),
    ],
)
def test_what_is_encrypted_says_so(tmp_path: Path, name: str, kind: str) -> None:
    made = message()
    attach(made, b"x", name, kind)
    assert unpack(tmp_path, made) == {name: ImportFailure.ENCRYPTED}


@pytest.mark.parametrize(
    "data",
    [b"no mail at all", b"\0\1\2\3" * 100, b"PK\3\4"],
)
def test_what_is_no_mail_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(unpack, tmp_path, data).reason is ImportFailure.DAMAGED


def test_a_mail_reads_as_a_document_with_sender_and_subject(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(message(f"Dear all,\n\n{LONG}\n\n1. First.\n\n2. Second.\n").as_bytes())
    document = reading.read(path, path.name)
    header = document.header
    assert header.subject == "Comments on quiet hours in ports"
    assert header.sender == "Anna Example <anna@example.eu>"
    assert str(header.date) == "2026-03-04"
    assert {"para_1", "para_2"} <= {str(unit.address) for unit in document.paragraphs}


def test_the_richer_of_two_texts_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(message("plain words", html="<ol><li>rich</li><li>words</li></ol>").as_bytes())
    source = mail.read(path)
    assert [(block.label, block.text) for block in source.blocks[-2:]] == [("1.", "rich"), ("2.", "words")]


def test_only_alternatives_replace_each_other(tmp_path: Path) -> None:
    path, part = tmp_path / "mail.eml", EmailMessage()
    part.set_content("<p>Sent through the list.</p>", subtype="html")
    for html, said in (("", "plain words"), ("<p>rich words</p>", "rich words")):
        made = message("plain words", html=html)
        made.make_mixed()
        made.attach(part)
        path.write_bytes(made.as_bytes())
        assert [block.text for block in mail.read(path).blocks[-2:]] == [said, "Sent through the list."]


@pytest.mark.parametrize("order", [("html", "plain"), ("plain", "html")])
def test_the_same_words_in_two_forms_are_read_once_though_they_are_declared_as_two_texts(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    said = {
        "html": "<p>Ropes  are <b>long</b>.</p><ol><li>Of hemp.</li></ol>",
        "plain": "Ropes are long.\n\n1. Of hemp.",
    }
    path, made, other = tmp_path / "mail.eml", message(), EmailMessage()
    made.make_mixed()
    other.set_content("Ropes are short.")
    for form in order:
        part = EmailMessage()
        part.set_content(said[form], subtype=form)
        made.attach(part)
    made.attach(other)
    path.write_bytes(made.as_bytes())
    texts = [block.text for block in mail.read(path).blocks]
    assert texts[-3:] == ["Ropes are long.", "Of hemp.", "Ropes are short."]
    assert texts.count("Ropes are long.") == 1


def test_what_follows_a_text_with_footnotes_is_read(tmp_path: Path) -> None:
    page = '<p>A rope<a href="#n" id="c"><sup>1</sup></a> is long.</p><p id="n"><a href="#c">1</a> Of hemp.</p>'
    made = message(html=page)
    made.make_mixed()
    for said in ("<p>A second rope is short.</p>", page):
        part = EmailMessage()
        part.set_content(said, subtype="html")
        made.attach(part)
    path = tmp_path / "mail.eml"
    path.write_bytes(made.as_bytes())
    found = reading.read(path, path.name)
    texts = [unit.text for unit in found.paragraphs]
    assert [text for text in texts if "rope" in text] == [
        "A rope is long.",
        "A second rope is short.",
        "A rope is long.",
    ]
    assert [note.text for note in found.footnotes] == ["Of hemp."] * 2


@pytest.mark.parametrize("charset", ["iso-8859-7", "x-unknown", "utf-8"])
def test_a_text_in_an_odd_charset_is_read(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "mail.eml"
    words = "Η Προεδρία σημειώνει τις παρατηρήσεις των αντιπροσωπιών."
    data = words.encode("utf-8" if charset == "x-unknown" else charset)
    head = f'Subject: a\nContent-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: 8bit\n\n'
    path.write_bytes(head.encode() + data)
    text = " ".join(block.text for block in mail.read(path).blocks)
    assert words in text or charset == "x-unknown"


def test_a_header_without_end_is_no_work(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(
        b"From: " + b"a,(\\<" * 100_000 + b"\nSubject: =?utf-8?q?=CE=A3=CF=87=CF=8C=CE=BB=CE=B9=CE=B1?=\n\nText.\n"
    )
    assert mail.read(path).blocks[1].text == "Subject: Σχόλια"


def test_a_header_in_plain_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes("Subject: Σχόλια\nDate: no day at all\n\nText.\n".encode())
    assert [block.text for block in mail.read(path).blocks] == ["Subject: Σχόλια", "Text."]


SENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
HEAD: dict[int, str | bytes | int | datetime] = {
    0x0037001F: "Bells: our questions",
    0x0C1A001F: "Άννα",
    0x0C1F001F: "anna@example.eu",
    0x00390040: SENT,
}
TO = (("Georgios", "georgios@example.eu", 1), ("Marie", "/O=EXCHANGE/CN=MARIE", 1), ("Jean", "jean@example.eu", 2))


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


def test_what_is_no_mail_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    for data in (COMPOUND_FILE, compound_file({"other": b"x"}), compound_file(outlook_mail(HEAD))[:900]):
        path.write_bytes(data)
        assert refusal(archive.unpack, path, path.name, tmp_path).reason is ImportFailure.DAMAGED


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
    error = refusal(archive.unpack, path, path.name, tmp_path)
    assert error.explain().startswith(f"mail.msg was not imported: it is {what}")


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
    path = written(tmp_path, {}, ("Next", inner))
    assert refusal(archive.unpack, path, path.name, tmp_path).reason is ImportFailure.TOO_LARGE
    monkeypatch.setattr(mail, "LARGEST", 20_000)
    written(tmp_path, {}, ("a", bytes(9_000)), ("b", bytes(9_000)))
    assert refusal(archive.unpack, path, path.name, tmp_path).reason is ImportFailure.TOO_LARGE
