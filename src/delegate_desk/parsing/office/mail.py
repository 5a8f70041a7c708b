"""Mails (.eml, Outlook's .msg): the text as a document, and the files attached (RFC 5322, RFC 2045 to 2047)."""

import contextlib
import email
import mimetypes
import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path

from delegate_desk.core.documents.reading_remarks import ReadingRemark, RemarkKind
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.html import reader
from delegate_desk.parsing.in_memory_files import damaged_where_it_fails
from delegate_desk.parsing.office import outlook, rtf

LARGEST = 100_000_000  # bytes
_SAYS_SOMETHING = 400  # characters; fewer merely hand over what is attached
_MOST_PARTS = 1_000
_MOST_CONTAINERS = 300  # in each other they take Python's parser long
_MOST_LINES = 20_000  # that may each begin a part
_LONGEST_HEADER = 2_000
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_ENCRYPTED = frozenset(
    {
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
        "application/pgp-encrypted",
        "application/x-microsoft-rpmsg-message",
    }
)
_ELSEWHERE = "message/external-body"
_WHOLE = frozenset({"message/rfc822", _ELSEWHERE})
_DEEPEST = 20  # parts in each other
_RICH = ("text/html", "text/rtf")
_HEADERS = (("From", "from"), ("To", "to"), ("Cc", "cc"))
_QUOTED_LINE = re.compile(r"^\s*>.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file attached.

    Attributes:
        reason: Why it cannot be had; None where ``data`` is all of it.
    """

    name: str
    data: bytes
    reason: ImportFailure | None = None


@dataclass(frozen=True, slots=True)
class MailParts:
    """A mail taken apart.

    Attributes:
        has_text: True if its own text is worth keeping as a document.
    """

    has_text: bool
    attachments: tuple[Attachment, ...]


def parts(data: bytes, file_name: str) -> MailParts:
    """Take a mail apart.

    Raises:
        UnreadableDocumentError: If it is no mail or too large.
    """
    message = _message(data, file_name)
    with damaged_where_it_fails(file_name):
        attached = tuple(_attachments(message))
        text = _QUOTED_LINE.sub("", "\n".join(block.text for block in _body(message).blocks))
        return MailParts(not attached or len("".join(text.split())) >= _SAYS_SOMETHING, attached)


def read(path: Path) -> SourceText:
    """Read a mail's own text: who wrote to whom, when and on what, then what they say.

    Raises:
        UnreadableDocumentError: If it is no mail or too large.
    """
    with path.open("rb") as file:
        message = _message(file.read(LARGEST + 1), path.name)
    with damaged_where_it_fails(path.name):
        lines = [f"{shown}: {value}" for shown, name in _HEADERS if (value := _header(message, name))]
        sent = _sent(message)
        if sent:
            lines.insert(1 if lines else 0, f"Date: {sent.day} {sent:%B %Y}")
        lines.append(f"Subject: {_header(message, 'subject')}")
        body = _body(message)
    head = tuple(Block((TextRun(line),), begins=True) for line in lines)
    return SourceText((*head, *body.blocks), body.notes, remarks=body.remarks)


def _message(data: bytes, file_name: str) -> Message:
    if len(data) > LARGEST:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"{LARGEST // 1_000_000} MB")
    if data.startswith(outlook.MAGIC):
        with damaged_where_it_fails(file_name):
            return _as_mail(outlook.message(data, file_name, LARGEST), file_name)
    if data.count(b"\n--") > _MOST_LINES or data.count(b"multipart/") > _MOST_CONTAINERS:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {_MOST_PARTS} parts")
    with damaged_where_it_fails(file_name):
        return _as_mail(email.message_from_bytes(data), file_name)


def _as_mail(message: Message, file_name: str) -> Message:
    if not any(name in message for name in ("from", "subject", "date", "received", "message-id")):
        raise UnreadableDocumentError(file_name, ImportFailure.DAMAGED, "no mail")
    return message


def _header(message: Message, name: str) -> str:
    """A header on one line; empty where it is absent."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    return _decode_header(raw[:_LONGEST_HEADER])


def _decode_header(raw: str) -> str:
    """A header's value in words: encoded as RFC 2047 has it, or in UTF-8 as it is."""
    text = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with contextlib.suppress(HeaderParseError, LookupError, ValueError):  # it is shown as it came
        text = str(make_header(decode_header(text)))
    return " ".join(text.split())


def _sent(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "date"))
    except ValueError:
        return None


def _walk(message: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that are no containers, those of mails inside apart."""
    if message.get_content_type() in _WHOLE or not message.is_multipart() or depth > _DEEPEST:
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, Message):
            yield from _walk(part, depth + 1)


def _attachments(message: Message) -> Iterator[Attachment]:
    for number, part in enumerate(_walk(message), start=1):
        if number > _MOST_PARTS:
            raise UnreadableDocumentError("", ImportFailure.TOO_LARGE, f"more than {_MOST_PARTS} parts")
        kind = part.get_content_type()
        name = _decode_header((part.get_filename() or "")[:_LONGEST_HEADER])
        if kind in _SIGNATURES or (_is_text(part) and not name) or kind in ("text/calendar", _ELSEWHERE):
            continue
        if kind.startswith("image/") and part.get_content_disposition() != "attachment":
            continue  # a picture in the text
        if kind in _ENCRYPTED and part.get_param("smime-type") != "signed-data":
            yield Attachment(name or "smime.p7m", b"", ImportFailure.ENCRYPTED)
        elif kind == "message/rfc822":
            yield _mail_inside(part, name, number)
        else:
            yield Attachment(name or f"attachment {number}{mimetypes.guess_extension(kind) or ''}", _content(part))


def _mail_inside(part: Message, name: str, number: int) -> Attachment:
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else None
    data = first.as_bytes() if isinstance(first, Message) else b""
    shown = name or (_header(first, "subject") if isinstance(first, Message) else "") or f"mail {number}"
    return Attachment(shown if shown.lower().endswith(".eml") else f"{shown.replace('/', '-')}.eml", data)


def _is_text(part: Message) -> bool:
    return part.get_content_type() in ("text/plain", *_RICH) and part.get_content_disposition() != "attachment"


def _body(message: Message) -> SourceText:
    """The text: in the form that knows most of lists and tables."""
    messages = [part for part in _walk(message) if _is_text(part) and not part.get_filename()]
    by_form = ([part for part in messages if part.get_content_type() == form] for form in _RICH)
    chosen = next(filter(None, by_form), messages)
    blocks: list[Block] = []
    remarks: list[ReadingRemark] = []
    if any(part.get_content_type() == _ELSEWHERE for part in _walk(message)):
        remarks.append(ReadingRemark(RemarkKind.EXTERNAL_PARTS, 1))
    for part in chosen:
        found = _source(part)
        blocks += found.blocks
        remarks += found.remarks
        if found.notes:
            return SourceText(tuple(blocks), found.notes, remarks=tuple(dict.fromkeys(remarks)))
    return SourceText(tuple(blocks), remarks=tuple(dict.fromkeys(remarks)))


def _source(part: Message) -> SourceText:
    form = part.get_content_type()
    if form == "text/rtf":
        return rtf.source(_content(part))
    return reader.source(_decoded(part)) if form == "text/html" else text_reader.source(_decoded(part))


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: Message) -> str:
    data = _content(part)
    charset = part.get_content_charset()
    try:
        return data.decode(charset or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", errors="replace").replace("\r\n", "\n")
