"""Mails (.eml, Outlook's .msg): the text as a document, and the files attached (RFC 5322, RFC 2045 to 2047)."""

import contextlib
import email
import io
import logging
import mimetypes
import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.encoders import encode_base64
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk.core.documents.reading_remarks import ReadingRemark, RemarkKind
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError, UnsupportedFormat
from delegate_desk.core.values import dataclass
from delegate_desk.core.zip_checks import COMPOUND_FILE
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.html import reader
from delegate_desk.parsing.in_memory_files import damaged_where_it_fails
from delegate_desk.parsing.office import rtf

if TYPE_CHECKING:
    from olefile import OleFileIO

LARGEST = 100_000_000  # bytes
_SAYS_SOMETHING = 400  # characters; fewer merely hand over what is attached
_MOST_PARTS = 1_000
_MOST_CONTAINERS = 300  # in each other they take Python's parser long
_MOST_LINES = 20_000  # that may each begin a part
_LONGEST_HEADER = 2_000
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_ENCRYPTED_KINDS = ("/pkcs7-mime", "/x-pkcs7-mime", "/pgp-encrypted", "/x-microsoft-rpmsg-message")
_ENCRYPTED_NAMES = (".p7m", ".rpmsg")  # some servers send them as a file of any kind (RFC 8551, 3.2.1)
_ELSEWHERE = "message/external-body"
_WHOLE = frozenset({"message/rfc822", _ELSEWHERE})
_DEEPEST = 20  # parts in each other
_RICH = ("text/html", "text/rtf")
_ITEM = "X-Outlook-Item"  # the class that Outlook gave it (MS-OXOMSG, 2.2), which no mail on the way has
_HEADERS = (("From", "from"), ("To", "to"), ("Cc", "cc"))
_QUOTED_LINE = re.compile(r"^\s*>.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file attached, or the reason why its data is not available."""

    name: str
    data: bytes
    reason: ImportFailure | None = None


def parts(data: bytes, file_name: str) -> tuple[bool, tuple[Attachment, ...]]:
    """Return whether a mail's own text is worth importing, and the files attached.

    Raises:
        UnreadableDocumentError: If it is not a mail or too large.
    """
    message = _message(data, file_name)
    with damaged_where_it_fails(file_name):
        attached = tuple(_attachments(message))
        text = _QUOTED_LINE.sub("", "\n".join(block.text for block in _body(message).blocks))
        return not attached or len("".join(text.split())) >= _SAYS_SOMETHING, attached


def read(path: Path) -> SourceText:
    """Read a mail's own text: sender, recipients, date and subject, then the body."""
    with path.open("rb") as file:
        message = _message(file.read(LARGEST + 1), path.name)
    with damaged_where_it_fails(path.name):
        lines = [f"{shown}: {value}" for shown, name in _HEADERS if (value := _header(message, name))]
        with contextlib.suppress(ValueError):  # no date, or none that can be read
            sent = parsedate_to_datetime(_header(message, "date"))
            lines.insert(1 if lines else 0, f"Date: {sent.day} {sent:%B %Y}")
        lines.append(f"Subject: {_header(message, 'subject')}")
        body = _body(message)
    head = tuple(Block((TextRun(line),), begins=True) for line in lines)
    return SourceText((*head, *body.blocks), body.notes, remarks=body.remarks)


def _message(data: bytes, file_name: str) -> Message:
    if len(data) > LARGEST:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"{LARGEST // 1_000_000} MB")
    of_outlook = data.startswith(COMPOUND_FILE)
    if not of_outlook and (data.count(b"\n--") > _MOST_LINES or data.count(b"multipart/") > _MOST_CONTAINERS):
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {_MOST_PARTS} parts")
    with damaged_where_it_fails(file_name):
        if of_outlook:
            from olefile import OleFileIO

            with OleFileIO(io.BytesIO(data)) as file:
                if sum(entry.size for entry in file.direntries if entry) > LARGEST:
                    raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, "all that is attached")
                found: Message = _MessageReader(file, file_name).message("")
        else:
            found = email.message_from_bytes(data)
        item = ".".join(found.get(_ITEM, "").lower().split(".")[:2])
        is_contact = item in UnsupportedFormat.CONTACT.split()
        is_other = item in f"{UnsupportedFormat.APPOINTMENT} {UnsupportedFormat.TASK}".split()
        if is_contact or (is_other and not _body(found).blocks and not any(_attachments(found))):
            raise UnreadableDocumentError(file_name, ImportFailure.UNSUPPORTED, item)
        if not any(name in found for name in ("from", "subject", "date", "received", "message-id", _ITEM)):
            raise UnreadableDocumentError(file_name, ImportFailure.DAMAGED, "no mail")
        return found


def _header(message: Message, name: str) -> str:
    """Return a header on one line; empty if it is absent."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    return _decode_header(raw[:_LONGEST_HEADER])


def _decode_header(raw: str) -> str:
    """Return a header's decoded value: encoded following RFC 2047, or in UTF-8."""
    text = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with contextlib.suppress(HeaderParseError, LookupError, ValueError):  # it is shown as it came
        text = str(make_header(decode_header(text)))
    return " ".join(text.split())


def _walk(message: Message, depth: int = 0) -> Iterator[Message]:
    """Yield the parts that are no containers, without those of nested mails."""
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
        is_encrypted = kind.endswith(_ENCRYPTED_KINDS) or name.lower().endswith(_ENCRYPTED_NAMES)
        if is_encrypted and part.get_param("smime-type") != "signed-data":
            yield Attachment(name or "smime.p7m", b"", ImportFailure.ENCRYPTED)
        elif kind == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            data = first.as_bytes() if isinstance(first, Message) else b""
            shown = name or (_header(first, "subject") if isinstance(first, Message) else "") or f"mail {number}"
            yield Attachment(shown if shown.lower().endswith(".eml") else f"{shown.replace('/', '-')}.eml", data)
        else:
            yield Attachment(name or f"attachment {number}{mimetypes.guess_extension(kind) or ''}", _content(part))


def _is_text(part: Message) -> bool:
    return part.get_content_type() in ("text/plain", *_RICH) and part.get_content_disposition() != "attachment"


def _texts(message: Message, depth: int = 0) -> list[Message]:
    """Return the parts with the text; of alternatives those in the form with the most structure."""
    if message.get_content_type() in _WHOLE or not message.is_multipart() or depth > _DEEPEST:
        return [message] if _is_text(message) and not message.get_filename() else []
    parts = [_texts(part, depth + 1) for part in message.get_payload() if isinstance(part, Message)]
    if message.get_content_type() == "multipart/alternative":
        by_form = ([part for part in parts if form in (text.get_content_type() for text in part)] for form in _RICH)
        parts = next(filter(None, by_form), parts)
    return [text for part in parts for text in part]


def _body(message: Message) -> SourceText:
    elsewhere = (part for part in _walk(message) if part.get_content_type() == _ELSEWHERE)
    remarks = [ReadingRemark(RemarkKind.EXTERNAL_PARTS, 1) for _ in elsewhere]
    found = [(part.get_content_type(), _source(part)) for part in _texts(message)]
    rich = {_words(source) for form, source in found if form in _RICH}  # some programs send both forms as two texts
    sources = [source for form, source in found if form in _RICH or _words(source) not in rich]
    blocks = [block for source in sources for block in source.blocks]
    notes = [note for source in sources for note in source.notes]
    remarks += [remark for source in sources for remark in source.remarks]
    return SourceText(tuple(blocks), tuple(notes), remarks=tuple(dict.fromkeys(remarks)))


def _source(part: Message) -> SourceText:
    form = part.get_content_type()
    if form == "text/rtf":
        return rtf.source(_content(part))
    if form == "text/html":
        return reader.source(_decode(part))
    return text_reader.source(_decode(part))


def _words(source: SourceText) -> str:
    return "".join("".join(f"{block.label or ''}{block.text}" for block in source.blocks).split())


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _decode(part: Message) -> str:
    data = _content(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", errors="replace").replace("\r\n", "\n")


_log = logging.getLogger(__name__)

_DEEPEST_MESSAGE = 10
_MOST = 1_000  # recipients, and files attached
_PROPERTIES = "__properties_version1.0"
_HEADS = {"": 32, "__substg1.0_3701000D": 24}  # bytes before the properties of a mail, and of one inside another
_HEAD = 8  # of a recipient or a file attached
_KEPT_KINDS = re.compile(r"(?:image|application)/[\w.+-]+|text/calendar")
_PAGES = {65001: "utf-8", 1200: "utf-16-le", 20127: "ascii", 20866: "koi8-r", 21866: "koi8-u"}

# Properties, MS-OXPROPS
_CLASS, _SUBJECT, _BODY, _HTML, _RTF, _HEADERS_STREAM = 0x001A, 0x0037, 0x1000, 0x1013, 0x1009, 0x007D
_SENT, _DELIVERED = 0x0039, 0x0E06
_SENDERS = ((0x0042, (0x5D02, 0x0065)), (0x0C1A, (0x5D01, 0x0C1F)))  # the name, and where the address may be
_TO = (("To", 1, 0x0E04), ("Cc", 2, 0x0E03))
_NAME, _ADDRESSES, _KIND_OF_RECIPIENT = 0x3001, (0x39FE, 0x3003), 0x0C15
_DATA, _FILE_NAMES, _MEDIA_TYPE, _CONTENT_ID = 0x3701, (0x3707, 0x3704, 0x3001), 0x370E, 0x3712
_CODE_PAGE, _INTERNET_CODE_PAGE = 0x3FFD, 0x3FDE


class _MessageReader:
    """Reads a compound file as a mail with its attachments, at most as many bytes as a mail may have."""

    def __init__(self, file: "OleFileIO", file_name: str) -> None:
        self._file, self._file_name, self._left = file, file_name, LARGEST

    def message(self, folder: str, depth: int = 1) -> Message:
        if depth > _DEEPEST_MESSAGE:
            raise UnreadableDocumentError(
                self._file_name, ImportFailure.TOO_LARGE, f"more than {_DEEPEST_MESSAGE} mails inside"
            )
        found = MIMEMultipart()
        transport = email.message_from_string(self._text(folder, _HEADERS_STREAM))
        for name, value in self._headers(folder):
            if shown := transport.get(name) or value:
                found[name] = " ".join(shown.split())
        bodies = list(self._bodies(folder))
        for part in (*bodies, *self._attachments(folder, depth, is_signed=not bodies)):
            found.attach(part)
        return found

    def _headers(self, folder: str) -> Iterator[tuple[str, str]]:
        senders = (self._person(folder, name, addresses) for name, addresses in _SENDERS)
        yield "From", next(filter(None, senders), "")
        recipients = self._folders(folder, "__recip_version1.0_#")
        for name, kind, shown in _TO:
            people = [
                self._person(person, _NAME, _ADDRESSES)
                for person in recipients
                if self._number(person, _KIND_OF_RECIPIENT) == kind
            ]
            yield name, ", ".join(filter(None, people)) or self._text(folder, shown)
        ticks = self._number(folder, _SENT) or self._number(folder, _DELIVERED)
        sent = ""
        with contextlib.suppress(OverflowError):  # ticks are tenths of a microsecond since 1601
            elapsed = timedelta(microseconds=ticks // 10)
            sent = format_datetime(datetime(1601, 1, 1, tzinfo=UTC) + elapsed) if ticks else ""
        yield "Date", sent
        yield "Subject", self._text(folder, _SUBJECT)
        yield _ITEM, self._text(folder, _CLASS)

    def _person(self, folder: str, name: int, addresses: tuple[int, ...]) -> str:
        address = next((found for number in addresses if "@" in (found := self._text(folder, number))), "")
        shown = self._text(folder, name)
        return f"{shown} <{address}>" if shown and address and shown != address else shown or address

    def _bodies(self, folder: str) -> Iterator[Message]:
        """Yield the text, in the form with the most formatting."""
        page = self._text(folder, _HTML) or self._page(folder)
        if page:
            yield MIMEText(page, "html", "utf-8")
        elif rich := self._rich(folder):
            yield _part("text/rtf", rich)
        elif words := self._text(folder, _BODY):
            yield MIMEText(words, "plain", "utf-8")

    def _page(self, folder: str) -> str:
        data = self._stream(f"{folder}__substg1.0_{_HTML:04X}0102")
        try:
            return data.decode(self._encoding(folder, _INTERNET_CODE_PAGE))
        except UnicodeDecodeError:
            return reader.decode(data)

    def _rich(self, folder: str) -> bytes:
        from compressed_rtf.compressed_rtf import decompress

        data, text = self._stream(f"{folder}__substg1.0_{_RTF:04X}0102"), b""
        try:
            text = decompress(data) if data else b""
        except MemoryError:
            raise
        except Exception:  # what it raises is no more precise
            _log.debug("The rich text of a mail is damaged; its plain text is read")
        return text if text.startswith(b"{\\rtf") else b""

    def _attachments(self, folder: str, depth: int, *, is_signed: bool) -> Iterator[Message]:
        for attached in self._folders(folder, "__attach_version1.0_#"):
            name = next(filter(None, (self._text(attached, number) for number in _FILE_NAMES)), "")
            kind = self._text(attached, _MEDIA_TYPE).lower()
            inside = f"{attached}__substg1.0_{_DATA:04X}000D/"
            if self._file.exists(inside + _PROPERTIES):
                part: Message = MIMEBase("message", "rfc822")
                part.set_payload([self.message(inside, depth + 1)])
            elif kind == "multipart/signed" and is_signed:  # the mail as it was sent
                part = email.message_from_bytes(self._stream(f"{attached}__substg1.0_{_DATA:04X}0102"))
                name = ""
            else:
                data = self._stream(f"{attached}__substg1.0_{_DATA:04X}0102")
                part = _part(kind if _KEPT_KINDS.fullmatch(kind) else "application/octet-stream", data)
            if name:
                in_text = kind.startswith("image/") and self._text(attached, _CONTENT_ID)
                disposition = "inline" if in_text else "attachment"
                part.add_header("Content-Disposition", disposition, filename=("utf-8", "", name))
            yield part

    # Properties

    def _folders(self, folder: str, beginning: str) -> list[str]:
        names = self._file.listdir(streams=False, storages=True)
        parent = folder.split("/")[:-1]
        found = [name for name in names if name[:-1] == parent and name[-1].startswith(beginning)]
        if len(found) > _MOST:
            raise UnreadableDocumentError(self._file_name, ImportFailure.TOO_LARGE, f"more than {_MOST} parts")
        return [f"{'/'.join(name)}/" for name in found]

    def _stream(self, name: str) -> bytes:
        if not self._file.exists(name):
            return b""
        data = bytes(self._file.openstream(name).read())
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableDocumentError(self._file_name, ImportFailure.TOO_LARGE, "all that is attached")
        return data

    def _text(self, folder: str, number: int) -> str:
        stem = f"{folder}__substg1.0_{number:04X}"
        text = self._stream(f"{stem}001F").decode("utf-16-le", "replace")
        text = text or self._stream(f"{stem}001E").decode(self._encoding("", _CODE_PAGE), "replace")
        return text.rstrip("\0")

    def _encoding(self, folder: str, number: int) -> str:
        page = self._number(folder, number) or self._number(folder, _CODE_PAGE) or 1252
        name = _PAGES.get(page) or (f"iso8859-{page - 28590}" if 28590 < page < 28606 else f"cp{page}")
        try:
            "".encode(name)
        except LookupError:
            return "cp1252"
        return name

    def _number(self, folder: str, number: int) -> int:
        """Return a property of fixed length: a number, or a time in ticks; 0 if there is none."""
        head = _HEADS.get(folder.rstrip("/").rpartition("/")[2], _HEAD)
        data = self._stream(folder + _PROPERTIES)[head:]
        for tag, _, value in struct.iter_unpack("<IIQ", data[: len(data) // 16 * 16]):
            if tag >> 16 == number:
                return int(value)
        return 0


def _part(kind: str, data: bytes) -> Message:
    part = MIMEBase(*kind.split("/"))
    part.set_payload(data)
    encode_base64(part)
    return part
