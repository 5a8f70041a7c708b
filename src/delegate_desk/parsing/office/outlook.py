"""Outlook's mails (.msg) as mails of the form that every program reads: a compound file of properties (MS-OXMSG).

olefile opens the compound file. extract-msg was judged, whose licence (GPL) does not fit this program's, and
python-oxmsg, which reads no mail inside another and trips over a property that is missing.
"""

import email
import io
import logging
import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.encoders import encode_base64
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from typing import TYPE_CHECKING

from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing.html import reader

if TYPE_CHECKING:
    from olefile import OleFileIO

_log = logging.getLogger(__name__)

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DEEPEST = 10
_MOST = 1_000  # recipients, and files attached
_PROPERTIES = "__properties_version1.0"
_HEADS = {"": 32, "__substg1.0_3701000D": 24}  # bytes before the properties of a mail, and of one inside another
_HEAD = 8  # of a recipient or a file attached
_KEPT_KINDS = re.compile(r"(?:image|application)/[\w.+-]+|text/calendar")
_PAGES = {65001: "utf-8", 1200: "utf-16-le", 20127: "ascii", 20866: "koi8-r", 21866: "koi8-u"}

# Properties, MS-OXPROPS
_SUBJECT, _BODY, _HTML, _RTF, _HEADERS = 0x0037, 0x1000, 0x1013, 0x1009, 0x007D
_SENT, _DELIVERED = 0x0039, 0x0E06
_SENDERS = ((0x0042, (0x5D02, 0x0065)), (0x0C1A, (0x5D01, 0x0C1F)))  # the name, and where the address may stand
_TO = (("To", 1, 0x0E04), ("Cc", 2, 0x0E03))
_NAME, _ADDRESSES, _KIND_OF_RECIPIENT = 0x3001, (0x39FE, 0x3003), 0x0C15
_DATA, _FILE_NAMES, _MEDIA_TYPE, _CONTENT_ID = 0x3701, (0x3707, 0x3704, 0x3001), 0x370E, 0x3712
_CODE_PAGE, _INTERNET_CODE_PAGE = 0x3FFD, 0x3FDE


def message(data: bytes, file_name: str, most: int) -> Message:
    """The mail that a compound file holds, with what is attached to it.

    Args:
        data: The file.
        file_name: For what is said of it.
        most: How many bytes all that is in it may have.

    Raises:
        UnreadableDocumentError: If it holds more.
        Exception: Whatever olefile raises for a damaged file.
    """
    from olefile import OleFileIO

    with OleFileIO(io.BytesIO(data)) as file:
        return _MessageReader(file, file_name, most).message("")


class _MessageReader:
    def __init__(self, file: "OleFileIO", file_name: str, most: int) -> None:
        self._file, self._file_name, self._left = file, file_name, most

    def message(self, folder: str, depth: int = 1) -> Message:
        if depth > _DEEPEST:
            raise UnreadableDocumentError(
                self._file_name, ImportFailure.TOO_LARGE, f"more than {_DEEPEST} mails inside"
            )
        found = MIMEMultipart()
        transport = email.message_from_string(self._text(folder, _HEADERS))
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
        yield "Date", _moment(ticks) if ticks else ""
        yield "Subject", self._text(folder, _SUBJECT)

    def _person(self, folder: str, name: int, addresses: tuple[int, ...]) -> str:
        address = next((found for number in addresses if "@" in (found := self._text(folder, number))), "")
        shown = self._text(folder, name)
        return f"{shown} <{address}>" if shown and address and shown != address else shown or address

    def _bodies(self, folder: str) -> Iterator[Message]:
        """The text, in the form that keeps most of its looks."""
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
        above = folder.split("/")[:-1]
        found = [name for name in names if name[:-1] == above and name[-1].startswith(beginning)]
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
        """A property of fixed length: a number, or a moment in ticks; 0 where there is none."""
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


def _moment(ticks: int) -> str:
    """A moment in tenths of a microsecond since 1601, as mails give it; empty for one beyond all calendars."""
    try:
        return format_datetime(datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10))
    except OverflowError:
        return ""
