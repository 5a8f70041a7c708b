"""What the first page says of a document: reference, date, type, subject and the rest, each with a confidence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Box, Header
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.text import tidy
from delegate_desk.parsing import (
    header_boxes,
    header_layout,
    header_lines,
    header_sureness,
    header_top,
    header_unlabelled,
    language,
    mentions,
    own_files,
    own_number,
)
from delegate_desk.parsing.blocks import Block, Source
from delegate_desk.parsing.header_layout import Layout
from delegate_desk.parsing.header_lines import Line
from delegate_desk.parsing.header_values import UNKNOWN

_AGREED = 0.95  # of a language that the text speaks and something else names


@dataclass(frozen=True, slots=True)
class Understood:
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
    boxes: Mapping[str, tuple[Box, ...]] = field(default_factory=dict)
    notice: Mapping[str, str] = field(default_factory=dict)


def read(source: Source, file_name: str) -> Understood:
    """Read the header of a document."""
    layout = header_layout.find(source.blocks)
    found = bool(layout.entries)
    lines = layout.top if found else layout.top[: header_top.end([line.text for line in layout.top])]
    if not found:
        layout = header_unlabelled.find_unlabelled(layout, lines, source.blocks)
    head = [line.text for line in lines]
    confidence: dict[str, float] = {}
    named = references.parse(PurePath(file_name).stem) or references.parse(file_name)
    every = [line.text for line in layout.top]
    reference, confidence["reference"] = own_number.find(every, source.running, named, labelled=found)
    date, confidence["date"] = header_top.date(head, layout, reference)
    if date is None and not found:
        date, confidence["date"] = header_top.stray_date(every)
    label, kind, confidence["document_type"] = header_top.document_type(head, layout)
    marking, confidence["marking"] = header_top.marking(head, source.running, layout)
    header = Header(
        language="",
        reference=reference,
        original_language=header_top.original_language(head),
        date=date,
        marking=marking,
        public=header_top.is_public(head, source.running, run_on=layout.run_on),
        document_type=kind,
        document_type_label=label,
        sender=_without_codes(layout.value("from")) or own_files.delegation(head),
        recipient=layout.value("to") or None,
        subject=_without_codes(tidy(layout.value("subject"))),
        subject_codes=header_top.subject_codes(head, layout),
        interinstitutional_files=header_top.procedures((*head, layout.value("interinstitutional_file"))),
        previous_documents=_linked(layout, "prev_doc", council_only=True),
        commission_documents=_linked(layout, "cion_doc", council_only=False),
    )
    confidence.update(header_sureness.of_labels(header, layout))
    if not layout.entries and lines and header.reference and header.reference.is_council:
        header = replace(header, subject=header_unlabelled.title(lines, layout.top[len(lines) :]))
    body = layout.body if layout.entries else tuple(source.blocks[_blocks_of(lines) :])
    body = tuple(block for block in body if not _is_foot(block, source.running))
    boxes = header_boxes.find(header, layout, lines, source.blocks)
    head_seen = tuple(head) if layout.entries or head else ()
    said = replace(header, confidence=confidence)
    return Understood(said, body, layout.language, head_seen, layout.run_on, boxes, _notice(header, layout))


def _notice(header: Header, layout: Layout) -> dict[str, str]:
    """What a notice of meeting says behind its labels; what stands under a label that is not known goes with its own.

    ``Time:`` stands under the date, ``Tel.:`` under the contact.
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


def _blocks_of(lines: Sequence[Line]) -> int:
    """How many blocks hold the lines of a header."""
    return max((line.block + 1 for line in lines), default=0)


def _is_foot(block: Block, running: Sequence[str]) -> bool:
    """True for a piece of the page foot that is left on the first page, where it is laid out by itself."""
    text = " ".join(block.text.split())
    if block.page != 1 or not re.search(r"\d/\d|^[A-Za-z]{1,5}/[A-Za-z/]{1,12}$", text):
        return False
    return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", line) for line in running)


def _without_codes(value: str) -> str:
    """A value without the codes that lost line breaks put before it."""
    codes = re.match(rf"(?:{header_lines.CODE.pattern}\s*){{2,}}(?=[^\W\d_])", value)
    return value[codes.end() :] if codes else value


def _linked(layout: Layout, key: str, *, council_only: bool) -> tuple[Reference, ...]:
    """The documents named behind a label; ``+ COR 1`` is one of the document before it."""
    found: list[Reference] = []
    for entry in layout.entries:
        if entry.key == key:
            found.extend(mention.target for mention in mentions.documents(entry.value))
    return tuple(dict.fromkeys(r for r in found if r.is_council or not council_only))


def language_of(understood: Understood, source: Source, file_name: str, text: str) -> tuple[str, float]:
    """The language of the text; the file's name, page feet and labels tell where the text is too short to."""
    hints = (_named_language(file_name), _foot_language(source.running), understood.label_language)
    code, sure = language.detect(text, [hint for hint in hints if hint])
    return code, max(sure, _AGREED) if code in hints and sure else sure


def _named_language(file_name: str) -> str | None:
    stem = PurePath(file_name).name
    match = re.search(r"\.([a-z]{2})\d{2}(?:\.\w+)?$", stem) or re.search(r"[_-]([a-z]{2})(?:\.\w+)?$", stem)
    return match[1] if match and match[1] in language.codes() else None


def _foot_language(running: Sequence[str]) -> str | None:
    for line in running:
        match = re.search(r"\b([A-Z]{2})$", line)
        if match and match[1].lower() in language.codes():
            return match[1].lower()
    return None
