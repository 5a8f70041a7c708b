"""Metadata from the first page of a document: reference, date, type, subject and the rest, each with a confidence."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Header, PageBox
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.text import tidy
from delegate_desk.parsing import language_detection, vocabulary
from delegate_desk.parsing.blocks import Block, SourceText
from delegate_desk.parsing.contributions import own_exports
from delegate_desk.parsing.header import dates, document_number, field_labels, page_feet, top_lines, value_assignment
from delegate_desk.parsing.header import layout as header_layout
from delegate_desk.parsing.header import lines as header_lines
from delegate_desk.parsing.header.layout import HeaderLayout
from delegate_desk.parsing.header.lines import HeaderLine
from delegate_desk.parsing.header.value_assignment import UNKNOWN, HeaderField
from delegate_desk.parsing.references import document_references
from delegate_desk.parsing.structure import block_labels

_LABELLED = {
    "sender": "from",
    "recipient": "to",
    "subject": "subject",
    "previous_documents": "prev_doc",
    "commission_documents": "cion_doc",
}


def find(
    header: Header, layout: HeaderLayout, lines: Sequence[HeaderLine], blocks: Sequence[Block]
) -> dict[str, tuple[PageBox, ...]]:
    """By the name of a field, the rectangles of the blocks that say it; nothing for files without places."""
    if not any(block.boxes for block in blocks[:20]):
        return {}
    found: dict[str, tuple[PageBox, ...]] = {}
    for name, key in _LABELLED.items():
        entry = layout.entry(key)
        if entry:
            found[name] = _boxes(blocks[place] for place in entry.blocks)
    for name, says in _tests(header).items():
        found[name] = _boxes(line.source_block for line in lines if says(line.text))
    return {name: boxes for name, boxes in found.items() if boxes}


def _tests(header: Header) -> dict[str, Callable[[str], bool]]:
    """By the name of a field above the labels, what tells the lines that say it."""
    label = header.document_type_label or ""
    return {
        "reference": lambda text: bool(document_number.find_number(text)) or document_number.is_suffix(text),
        "date": lambda text: dates.is_place_line(text) and dates.find_date(text) is not None,
        "original_language": lambda text: header_lines.ORIGINAL.search(text) is not None,
        "marking": header_lines.is_limite,
        "public": lambda text: header.public and header_lines.is_stamp_piece(text),
        "document_type": lambda text: bool(text) and text in label,
        "subject_codes": header_lines.is_codes,
        "interinstitutional_files": lambda text: bool(top_lines.procedures([text])),
    }


def _boxes(blocks: Iterable[Block]) -> tuple[PageBox, ...]:
    return tuple(dict.fromkeys(box for block in blocks for box in block.boxes))


_BESIDE = 0.97  # label and value on one line
_BELOW = 0.95  # the value in another cell, or on the line below
_NOT_LABELLED = 0.88  # other labels were found, not this one: the field is empty, or its label unknown
_GUESSED = 0.85  # told by its shape among values that stand apart from their labels
_GUESSED_IN_A_RUN = 0.65  # cut out of text without line breaks
_DAMAGED = 0.65  # the labels have lost letters
_MISSED_IN_A_RUN = 0.6
_EMPTY = 0.4  # labelled, and nothing understood behind the label
_LOST = 0.3  # a Council number above no labels
_NO_HEADER = 0.75  # a paper of others, which names no sender in such a way


def label_confidence(header: Header, layout: HeaderLayout) -> dict[str, float]:
    """By the name of a field: less where values were guessed, little where none is."""
    is_council = header.reference is not None and header.reference.is_council

    def of(key: str, value: object) -> float:
        entry = layout.entry(key)
        if layout.run_on:
            return _GUESSED_IN_A_RUN if value else _MISSED_IN_A_RUN
        if entry is None:
            return _NOT_LABELLED if layout.entries else _LOST if is_council else _NO_HEADER
        if not value:
            return _EMPTY
        if layout.damaged:
            return _DAMAGED
        return _GUESSED if entry.guessed else _BESIDE if entry.is_same_line else _BELOW

    return {
        "sender": of("from", header.sender),
        "recipient": of("to", header.recipient),
        "subject": of("subject", header.subject) if header.subject or layout.entries else _LOST,
        "previous_documents": of("prev_doc", header.previous_documents),
        "commission_documents": of("cion_doc", header.commission_documents),
        "original_language": 0.98 if header.original_language else 0.8,
        "public": 0.9,
        "classification": 0.95,
        "subject_codes": 0.95 if header.subject_codes else 0.75,
        "interinstitutional_files": 0.97 if header.interinstitutional_files else 0.8,
    }


_AT_MOST = 8
_LONGEST = 200
_TITLE_LINES = 5
_LONGEST_TITLE = 400


def find_unlabelled(layout: HeaderLayout, head: Sequence[HeaderLine], blocks: Sequence[Block]) -> HeaderLayout:
    """Read the lines between the last line that only a header has and the words that open the text.

    Without those words, or without a known sender at the beginning, nothing is guessed.
    """
    following = layout.top[len(head) : len(head) + _AT_MOST + 1]
    opening = next((n for n, line in enumerate(following) if _opens(line.text)), None)
    if not head or not opening or any(len(line.text) > _LONGEST for line in following[:opening]):
        return layout
    entries: list[HeaderField] = []
    rest = list(following[:opening])
    for key in ("from", "to"):
        if rest and value_assignment.party(rest[0].text) == len(rest[0].text):
            line = rest.pop(0)
            entries.append(HeaderField(key, [line.text], guessed=True, blocks=[line.block]))
    if not entries or not rest:
        return layout
    subject = [line.text for line in rest]
    entries.append(HeaderField("subject", subject, guessed=True, blocks=[line.block for line in rest]))
    body = tuple(blocks[following[opening].block :])
    return replace(layout, top=tuple(head), entries=tuple(entries), body=body)


def title(head: Sequence[HeaderLine], following: Sequence[HeaderLine]) -> str:
    """Subject of a cover without labels: the text between its heading and a date, or the line behind its head."""
    known = vocabulary.document_types()
    heading = max((n for n, line in enumerate(head) if vocabulary.heading_key(line.text) in known), default=len(head))
    below = [line.text for line in head[heading + 1 :]]
    dated = next((n for n, text in enumerate(below) if dates.is_place_line(text) and dates.find_date(text)), 0)
    if 0 < dated <= _TITLE_LINES:
        return " ".join(below[:dated])
    found: list[str] = []
    for n, line in enumerate(following[:_TITLE_LINES]):
        goes_on = n == 0 or _continues_title(following[n - 1], line)
        ends = line.text.endswith((".", ":", ";", ",")) and not value_assignment.is_abbreviated(line.text)
        if not goes_on or (ends and not found) or len(line.text) > _LONGEST_TITLE or _is_text(line):
            break
        found.append(line.text)
        if ends:
            break
    return " ".join(found)


def _continues_title(above: HeaderLine, line: HeaderLine) -> bool:
    if line.block == above.block or line.text[:1] in "-–—":
        return True
    alike = line.text[:1].islower() or (line.text.isupper() and above.text.isupper())
    return alike and line.source_block.gap is not True


def _is_text(line: HeaderLine) -> bool:
    """True for a numbered paragraph, the words that open a text, or a label that was not understood."""
    return bool(block_labels.read(line.text)) or _opens(line.text) or field_labels.begins(line.text)


def _opens(line: str) -> bool:
    return vocabulary.begins_formula("delegations_find", line, vocabulary.languages())


_AGREED = 0.95  # of a language that the text speaks and something else names


@dataclass(frozen=True, slots=True)
class ParsedFirstPage:
    """A header read, and what stands behind it.

    Attributes:
        header: Its language is not yet told.
        label_language: In which the labels are printed; None where there are none.
        top: The lines above the labels, or of all the header where there are none.
        run_on: True if the header came without line breaks.
        boxes: By the name of a field, where it stands in a PDF.
        notice: What a paper that calls a meeting says of it, as printed.
    """

    header: Header
    body: tuple[Block, ...]
    label_language: str | None
    top: tuple[str, ...]
    run_on: bool = False
    boxes: Mapping[str, tuple[PageBox, ...]] = field(default_factory=dict)
    notice: Mapping[str, str] = field(default_factory=dict)


def read(source: SourceText, file_name: str) -> ParsedFirstPage:
    """Read the header of a document."""
    layout = header_layout.find(source.blocks)
    found = bool(layout.entries)
    lines = layout.top if found else layout.top[: top_lines.end([line.text for line in layout.top])]
    if not found:
        layout = find_unlabelled(layout, lines, source.blocks)
    head = [line.text for line in lines]
    confidence: dict[str, float] = {}
    named = references.parse_reference(PurePath(file_name).stem) or references.parse_reference(file_name)
    every = [line.text for line in layout.top]
    reference, confidence["reference"] = document_number.find(every, source.running, named, labelled=found)
    date, confidence["date"] = top_lines.date(head, layout, reference)
    if date is None and not found:
        date, confidence["date"] = top_lines.stray_date(every)
    label, kind, confidence["document_type"] = top_lines.document_type(head, layout)
    marking, confidence["marking"] = top_lines.marking(head, source.running, layout)
    header = Header(
        language="",
        reference=reference,
        original_language=top_lines.original_language(head),
        date=date,
        marking=marking,
        public=top_lines.is_public(head, source.running, run_on=layout.run_on),
        document_type=kind,
        document_type_label=label,
        sender=_without_codes(layout.value("from")) or own_exports.delegation(head),
        recipient=layout.value("to") or None,
        subject=_without_codes(tidy(layout.value("subject"))),
        subject_codes=top_lines.subject_codes(head, layout),
        interinstitutional_files=top_lines.procedures((*head, layout.value("interinstitutional_file"))),
        previous_documents=_linked(layout, "prev_doc", council_only=True),
        commission_documents=_linked(layout, "cion_doc", council_only=False),
    )
    confidence.update(label_confidence(header, layout))
    if not layout.entries and lines and header.reference and header.reference.is_council:
        header = replace(header, subject=title(lines, layout.top[len(lines) :]))
    body = layout.body if layout.entries else tuple(source.blocks[_count_blocks(lines) :])
    body = tuple(block for block in body if not _is_foot(block, source.running))
    boxes = find(header, layout, lines, source.blocks)
    head_seen = tuple(head) if layout.entries or head else ()
    said = replace(header, confidence=confidence)
    return ParsedFirstPage(said, body, layout.language, head_seen, layout.run_on, boxes, _notice(header, layout))


def _notice(header: Header, layout: HeaderLayout) -> dict[str, str]:
    """Return the labelled values of a notice of meeting; values under an unknown label belong to the label above.

    ``Time:`` comes under the date, ``Tel.:`` under the contact.
    """
    series = header.reference.series if header.reference else ""
    if series != "CM" and "agenda" not in (header.document_type or ""):
        return {}
    names = {"date": "date", "venue": "place", "contact": "contact"}
    found: dict[str, list[str]] = {}
    last = ""
    for entry in layout.entries:
        last = names.get(entry.key, last if entry.key == UNKNOWN else "")
        if last and entry.value:
            found.setdefault(last, []).append(tidy(entry.value))
    return {name: ", ".join(values) for name, values in found.items()}


def _count_blocks(lines: Sequence[HeaderLine]) -> int:
    """Return the number of blocks that hold the lines of a header."""
    return max((line.block + 1 for line in lines), default=0)


def _is_foot(block: Block, running: Sequence[str]) -> bool:
    """True for a piece of the page foot that is left on the first page, where it is laid out by itself."""
    text = " ".join(block.text.split())
    if block.page != 1 or not page_feet.is_part(text):
        return False
    return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", line) for line in running)


def _without_codes(value: str) -> str:
    """A value without the codes that lost line breaks put before it."""
    codes = re.match(rf"(?:{header_lines.CODE.pattern}\s*){{2,}}(?=[^\W\d_])", value)
    return value[codes.end() :] if codes else value


def _linked(layout: HeaderLayout, key: str, *, council_only: bool) -> tuple[Reference, ...]:
    """The documents named behind a label; ``+ COR 1`` is one of the document before it."""
    found: list[Reference] = []
    for entry in layout.entries:
        if entry.key == key:
            found.extend(mention.target for mention in document_references.documents(entry.value))
    return tuple(dict.fromkeys(r for r in found if r.is_council or not council_only))


def document_language(understood: ParsedFirstPage, source: SourceText, file_name: str, text: str) -> tuple[str, float]:
    """The language of the text; the file's name, page feet and labels tell where the text is too short to."""
    hints = (_named_language(file_name), _foot_language(source.running), understood.label_language)
    code, sure = language_detection.detect(text, [hint for hint in hints if hint])
    return code, max(sure, _AGREED) if code in hints and sure else sure


def _named_language(file_name: str) -> str | None:
    stem = PurePath(file_name).name
    match = re.search(r"\.([a-z]{2})\d{2}(?:\.\w+)?$", stem) or re.search(r"[_-]([a-z]{2})(?:\.\w+)?$", stem)
    return match[1] if match and match[1] in language_detection.codes() else None


def _foot_language(running: Sequence[str]) -> str | None:
    for line in running:
        match = re.search(r"\b([A-Z]{2})$", line)
        if match and match[1].lower() in language_detection.codes():
            return match[1].lower()
    return None
