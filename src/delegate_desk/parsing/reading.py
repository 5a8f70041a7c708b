"""Reading a file: the reader for its suffix finds the text, then one builder understands it as a document."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from delegate_desk.core.documents.document import Address, Document, Header, Kind, MarkUp, Mention, Paragraph
from delegate_desk.core.errors import Refusal, UnreadableDocumentError
from delegate_desk.parsing import (
    act_title,
    classification,
    commission_title,
    cover,
    header,
    headings,
    journal,
    kinds,
    markup,
    mentions,
    notes,
    structure,
    text,
)
from delegate_desk.parsing.blocks import Source

LARGEST = 200_000_000  # bytes
HEADER = Address("")


def _read_pdf(path: Path) -> Source:
    from delegate_desk.parsing import pdf

    return pdf.read(path)


def _read_word(path: Path) -> Source:
    from delegate_desk.parsing import word

    return word.read(path)


def _read_html(path: Path) -> Source:
    from delegate_desk.parsing import html

    return html.read(path)


def _read_mail(path: Path) -> Source:
    from delegate_desk.parsing import mail

    return mail.read(path)


READERS: dict[str, Callable[[Path], Source]] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".pdf": _read_pdf,
    ".docx": _read_word,
    ".docm": _read_word,
    ".dotx": _read_word,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".eml": _read_mail,
    ".mht": _read_mail,
    ".mhtml": _read_mail,
}


def read(path: Path, file_name: str) -> Document:
    """Read a document with the reader for its suffix: slow, touches nothing, safe in any process.

    Raises:
        UnreadableDocumentError: If no reader knows the suffix, or the file is too large, cannot be read, has no text or
            is classified.
    """
    suffix = Path(file_name).suffix.lower()
    try:
        reader = READERS.get(suffix) or READERS.get(kinds.suffix_of(path))
        if reader is None:
            raise UnreadableDocumentError(file_name, Refusal.UNSUPPORTED, suffix)
        size = path.stat().st_size
        if size > LARGEST:
            raise UnreadableDocumentError(file_name, Refusal.TOO_LARGE, f"{LARGEST // 1_000_000} MB")
        source = reader(path)
    except text.NotTextError as error:
        raise UnreadableDocumentError(file_name, Refusal.UNREADABLE) from error
    except OSError as error:
        raise UnreadableDocumentError(file_name, Refusal.UNREADABLE, error.strerror or "") from error
    return understand(source, file_name)


def understand(source: Source, file_name: str) -> Document:
    """Understand a file's text as a document.

    Raises:
        UnreadableDocumentError: If it has no text or is classified.
    """
    if not any(character.isalnum() for block in source.blocks for character in block.text):
        raise UnreadableDocumentError(file_name, Refusal.NO_TEXT)
    source = journal.apart(source)
    found = header.read(source, file_name)
    level = classification.own_marking(found.top, source.running, found.header.reference, run_on=found.run_on)
    if level:
        raise UnreadableDocumentError(file_name, Refusal.CLASSIFIED, level)
    language, sure = header.language_of(found, source, file_name, _sample(found))
    languages = tuple(dict.fromkeys((language, found.label_language or language, "en")))
    paragraphs, footnotes = _units(source, found, languages)
    if not (paragraphs or footnotes or found.header.reference or found.header.subject):
        if not found.top:
            raise UnreadableDocumentError(file_name, Refusal.NO_TEXT)
        # all of it was taken for a head, and would be lost
        found = replace(found, body=source.blocks)
        paragraphs, footnotes = _units(source, found, languages)
    head = replace(found.header, language=language, confidence={**found.header.confidence, "language": sure})
    head = act_title.completed(head, found.body, (*source.running, file_name), languages)
    head = commission_title.completed(head, source.blocks, languages)
    judged = markup.judge(paragraphs, f"{head.subject} {_cover_text(paragraphs)}", revisions=source.revisions)
    if judged.mark_up is MarkUp.PRINTED:
        paragraphs = tuple(map(markup.with_meaning, paragraphs))
        footnotes = tuple(map(markup.with_meaning, footnotes))
    if not head.subject:
        head = _named(head, paragraphs)
    named = _mentions(head, (*paragraphs, *footnotes))
    boxes, notice = found.boxes, found.notice
    return Document(head, paragraphs, footnotes, named, judged.mark_up, judged.why, boxes, source.remarks, notice)


def _sample(found: header.Understood) -> str:
    """The text that tells the language: what stands behind the header, unless there is next to nothing."""
    body = "\n".join(block.text for block in found.body)
    return body if len(body) > 200 else "\n".join((body, found.header.subject, *found.top))


def _units(
    source: Source, found: header.Understood, languages: tuple[str, ...]
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    footnotes, addresses = notes.footnotes(source.notes)
    builder = structure.Structure(languages)
    covering, body = cover.split(found.body, languages) if found.label_language else ((), found.body)
    builder.add_cover(covering)
    builder.add(body)
    return builder.paragraphs(addresses), footnotes


def _named(head: Header, paragraphs: Sequence[Paragraph]) -> Header:
    """A paper that states no subject is known by the heading or the short line at its beginning."""
    title = next((unit.text for unit in paragraphs[:3] if unit.kind is Kind.HEADING), "")
    first = paragraphs[0] if paragraphs else None
    if not title and first and not first.label and headings.is_short_title(first.text):
        title = first.text
    return replace(head, subject=title, confidence={**head.confidence, "subject": 0.3})


def _cover_text(paragraphs: Sequence[Paragraph]) -> str:
    return next((paragraph.marked for paragraph in paragraphs if paragraph.kind is Kind.COVER), "")


def _mentions(head: Header, units: Sequence[Paragraph]) -> tuple[Mention, ...]:
    """The documents named in the header, then in each unit."""
    found = [Mention(str(r), r, HEADER) for r in (*head.previous_documents, *head.commission_documents)]
    found += [
        Mention(one.text, one.target, unit.address)
        for unit in units
        for one in mentions.documents(unit.marked, head.language)
        if one.target != head.reference
    ]
    return tuple(found)
