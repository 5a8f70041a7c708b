import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import archive, reading
from delegate_desk.parsing.office import mail

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
    with pytest.raises(UnreadableDocumentError) as caught:
        unpack(tmp_path, data)
    assert caught.value.reason is ImportFailure.DAMAGED


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
