"""Reading a file: the reader for its suffix extracts the text, and a builder makes a document of it."""

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from delegate_desk.core.documents.document import Address, Document, Header, Kind, MarkUp, Mention, Paragraph
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.zip_checks import BROKEN_ZIP, COMPOUND_FILE, LARGEST_DIRECTORY, directory_size
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.header import act_title, first_page, header_lines, page_feet
from delegate_desk.parsing.references import document_references
from delegate_desk.parsing.structure import addressed_units, builder, change_markup, column_tables, headings

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)

_PACKAGES = {
    "word/document.xml": ".docx",
    "xl/workbook.xml": ".xlsx",
    "ppt/presentation.xml": ".pptx",
    "content.xml": ".odt",
}
"""The suffix of a package by the part that identifies it."""
_COMPOUND_FILES = {
    "WordDocument": ".doc",
    "Workbook": ".xls",
    "Book": ".xls",
    "PowerPoint Document": ".ppt",
    "EncryptedPackage": ".docx",
    "__properties_version1.0": ".msg",
}
"""The suffix of a compound file by the stream that identifies it; an encrypted one may be any package."""
_BEGINNINGS = {b"%PDF-": ".pdf", b"{\\rtf": ".rtf", b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"7z\xbc\xaf": ".7z"}


def detect_suffix(file: BinaryIO) -> str:
    """Return the suffix that an open file should have, such as ``.pdf``; empty if its content does not tell."""
    beginning = file.read(2000)
    if beginning.startswith(b"PK\3\4"):
        if directory_size(file) > LARGEST_DIRECTORY:
            return ""
        try:
            with zipfile.ZipFile(file) as package:
                names = set(package.namelist())
        except BROKEN_ZIP:
            return ""
        damaged_package = names & {"[Content_Types].xml", "mimetype"}
        return next((suffix for part, suffix in _PACKAGES.items() if part in names), "" if damaged_package else ".zip")
    if beginning.startswith(COMPOUND_FILE):
        from olefile import OleFileIO

        try:
            with OleFileIO(file) as compound:
                return next((suffix for stream, suffix in _COMPOUND_FILES.items() if compound.exists(stream)), "")
        except Exception:  # what it raises is no more precise
            return ""
    if _PAGE.match(beginning.removeprefix(b"\xef\xbb\xbf")):
        return ".html"
    return next((suffix for start, suffix in _BEGINNINGS.items() if beginning.startswith(start)), "")


LARGEST = 200_000_000  # bytes
_SHORTEST_SAMPLE = 200  # characters of text that tell its language without the header
HEADER = Address("")

READERS = {
    suffix: module
    for module, suffixes in {
        "text_reader": ".txt .text .md",
        "pdf.reader": ".pdf",
        "word.reader": ".docx .docm .dotx",
        "html.reader": ".html .htm .xhtml",
        "office.mail": ".eml .msg .oft .mht .mhtml",
        "office.opendocument": ".odt .ott",
        "office.rtf": ".rtf",
        "office.sheets": ".xlsx .xlsm .xltx",
        "office.slides": ".pptx .pptm .ppsx",
    }.items()
    for suffix in suffixes.split()
}
"""The module that reads files with a suffix; imported on first use.

Its ``read`` is slow, changes nothing, and raises ``UnreadableDocumentError``, or ``NotTextError`` for a text, if the
file is encrypted, damaged, too large when unpacked, or not of this format.
"""
_LARGEST_READ = {"text_reader": 30_000_000, "html.reader": 50_000_000, "office.rtf": 100_000_000}
"""Maximum size in bytes for some readers: of a text, some forty times the longest printed in one piece."""


def reader_for(suffix: str) -> Callable[[Path], SourceText] | None:
    if suffix not in READERS:
        return None
    read: Callable[[Path], SourceText] = import_module(f"delegate_desk.parsing.{READERS[suffix]}").read
    return read


def read(path: Path, file_name: str) -> Document:
    """Read a document by its content, or by its suffix if that does not tell. Slow; changes nothing.

    Raises:
        UnreadableDocumentError: If no reader supports the suffix, or the file is too large, cannot be read, has no text
            or is classified.
    """
    suffix = Path(file_name).suffix.lower()
    try:
        with path.open("rb") as file:
            detected = detect_suffix(file)
        is_format_of_its_own = detected == ".zip" and suffix not in READERS  # such as our package
        kind = suffix if is_format_of_its_own else detected or suffix
        reader = reader_for(kind)
        # the attachments of a mail are lost unless its suffix announces that it contains files
        is_misnamed_mail = kind == ".msg" and suffix != ".zip" and READERS.get(suffix) != READERS[kind]
        if reader is None or is_misnamed_mail:
            raise UnreadableDocumentError(file_name, ImportFailure.UNSUPPORTED, kind)
        limit = _LARGEST_READ.get(READERS[kind], LARGEST)
        if path.stat().st_size > limit:
            raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"{limit // 1_000_000} MB")
        source = reader(path)
    except text_reader.NotTextError as error:
        raise UnreadableDocumentError(file_name, ImportFailure.UNREADABLE) from error
    except OSError as error:
        raise UnreadableDocumentError(file_name, ImportFailure.UNREADABLE, error.strerror or "") from error
    return understand(source, file_name)


def understand(source: SourceText, file_name: str) -> Document:
    """Make a document of a file's text.

    Raises:
        UnreadableDocumentError: If it has no text or is classified.
    """
    if not any(character.isalnum() for block in source.blocks for character in block.text):
        raise UnreadableDocumentError(file_name, ImportFailure.NO_TEXT)
    source = page_feet.separate_frame(source)
    start = column_tables.table_start(source.blocks)
    parsed = first_page.read(replace(source, blocks=source.blocks[:start]), file_name)
    parsed = replace(parsed, body=(*parsed.body, *source.blocks[start:]))
    level = header_lines.own_marking(parsed.top, source.running, parsed.header.reference, run_on=parsed.run_on)
    if level:
        raise UnreadableDocumentError(file_name, ImportFailure.CLASSIFIED, level)
    sample = "\n".join(block.text for block in parsed.body)
    if len(sample) <= _SHORTEST_SAMPLE:
        sample = "\n".join((sample, parsed.header.subject, *parsed.top))
    language, confidence = first_page.document_language(parsed, source, file_name, sample)
    languages = tuple(dict.fromkeys((language, parsed.label_language or language, "en")))
    paragraphs, footnotes, details = _units(source, parsed, languages)
    if not (paragraphs or footnotes or parsed.header.reference or parsed.header.subject):
        if not parsed.top:
            raise UnreadableDocumentError(file_name, ImportFailure.NO_TEXT)
        # all of it was taken for a header, and would be lost
        parsed = replace(parsed, body=source.blocks)
        paragraphs, footnotes, details = _units(source, parsed, languages)
    header = replace(parsed.header, language=language, confidence={**parsed.header.confidence, "language": confidence})
    header = act_title.complete_from_act_title(header, parsed.body, (*source.running, file_name), languages)
    header = act_title.complete_from_cover(header, source.blocks, languages)
    cover = next((paragraph.marked for paragraph in paragraphs if paragraph.kind is Kind.COVER), "")
    mark_up, reason = change_markup.judge(
        # in four columns bold type marks what differs from column to column
        () if details and not source.revisions else paragraphs,
        f"{header.subject} {cover}",
        revisions=source.revisions,
    )
    if mark_up is MarkUp.PRINTED:
        paragraphs = tuple(map(change_markup.with_meaning, paragraphs))
        footnotes = tuple(map(change_markup.with_meaning, footnotes))
    if not header.subject:
        header = _with_subject(header, paragraphs)
    mentions = _mentions(header, (*paragraphs, *footnotes))
    notice = {**parsed.notice, **details}
    return Document(header, paragraphs, footnotes, mentions, mark_up, reason, parsed.boxes, source.remarks, notice)


def _units(
    source: SourceText, parsed: first_page.ParsedFirstPage, languages: tuple[str, ...]
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], dict[str, str]]:
    footnotes, addresses = addressed_units.footnotes(source.notes)
    structure = builder.Structure(languages)
    covering, body = act_title.split_cover(parsed.body, languages) if parsed.label_language else ((), parsed.body)
    structure.add_cover(covering)
    before, columns, rows, after = column_tables.separate(body, source.fills, languages)
    structure.add(before)
    details = {"columns": " ".join(columns), **structure.add_rows(rows)} if columns else {}
    if after:
        structure.add(after)
    return structure.paragraphs(addresses), footnotes, details


def _with_subject(head: Header, paragraphs: Sequence[Paragraph]) -> Header:
    """Use the heading or short first line as the subject of a document that states none."""
    title = next((unit.text for unit in paragraphs[:3] if unit.kind is Kind.HEADING), "")
    first = paragraphs[0] if paragraphs else None
    if not title and first and not first.label and headings.is_short_title(first.text):
        title = first.text
    return replace(head, subject=title, confidence={**head.confidence, "subject": 0.3})


def _mentions(head: Header, units: Sequence[Paragraph]) -> tuple[Mention, ...]:
    found = [Mention(str(r), r, HEADER) for r in (*head.previous_documents, *head.commission_documents)]
    found += [
        Mention(document.text, document.target, unit.address)
        for unit in units
        for document in document_references.documents(unit.marked, head.language)
        if document.target != head.reference
    ]
    return tuple(found)
