"""What the first page says of a document: reference, date, type, subject and the rest, each with a confidence."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePath

from delegate_desk.core import references
from delegate_desk.core.documents import Header, SubjectCode
from delegate_desk.core.references import Reference
from delegate_desk.core.text import fold, tidy
from delegate_desk.parsing import dates, header_layout, headings, language, mentions, own_number, vocabulary
from delegate_desk.parsing.blocks import Block, Source
from delegate_desk.parsing.header_layout import Layout

_PROCEDURE = re.compile(r"\b((?:19|20)\d{2}/\d{4})\s?\(([A-Z]{3})\)")
_ORIGINAL = re.compile(r"\(\s*OR\.?\s*([a-z]{2})\b[^)]*\)", re.IGNORECASE)
_CODE = re.compile(
    r"(?<![\w/])(?!(?:ST|SN|CM|DS|XT|XN|WK|EUCO|CG|CONV|CIG|REV|ADD|COR|DCL|INIT|AMD|EXT|DG|PE-CONS|COM|SWD|SEC|JOIN)\b)"
    r"([A-Z]{1,12}(?:[/&.-][A-Z0-9]+)*(?: (?:CO|CONS|EUR|CRP[12]?))?) ?(\d{1,4})(?![\d/.,])"
)
_LONGEST_LINE = 150
_STAMP = ("PU", "B", "LI", "C")


@dataclass(frozen=True, slots=True)
class Understood:
    """A header read, and what stands behind it.

    Attributes:
        header: Its language is not yet told.
        label_language: In which the labels are printed; None where there are none.
        top: The lines above the labels.
        run_on: True if the header came without line breaks.
    """

    header: Header
    body: tuple[Block, ...]
    label_language: str | None
    top: tuple[str, ...]
    run_on: bool = False


def read(source: Source, file_name: str) -> Understood:
    """Read the header of a document."""
    layout = header_layout.find(source.blocks)
    top = _split_top(layout.top)
    confidence: dict[str, float] = {}
    named = references.parse(PurePath(file_name).stem) or references.parse(file_name)
    reference, confidence["reference"] = own_number.find(top, source.running, named)
    head = top if layout.entries else top[: _end_of_top(top)]
    date, confidence["date"] = _date(head, layout)
    label, kind, confidence["document_type"] = _type(head, layout)
    marking, confidence["marking"] = _marking(head, source.running, layout)
    codes = _codes(head, layout)
    found = bool(layout.entries)
    header = Header(
        language="",
        reference=reference,
        original_language=_original(head),
        date=date,
        marking=marking,
        public=_is_public(head, source.running),
        document_type=kind,
        document_type_label=label,
        sender=_without_codes(layout.value("from")) or None,
        recipient=layout.value("to") or None,
        subject=_without_codes(tidy(layout.value("subject"))),
        subject_codes=codes,
        interinstitutional_files=_procedures((*head, layout.value("interinstitutional_file"))),
        previous_documents=_linked(layout, "prev_doc", council_only=True),
        commission_documents=_linked(layout, "cion_doc", council_only=False),
    )
    confidence.update(_plain_confidence(header, layout, found=found))
    body = layout.body if found else tuple(source.blocks[_blocks_of_top(source.blocks, head) :])
    body = tuple(block for block in body if not _is_foot(block, source.running))
    return Understood(replace(header, confidence=confidence), body, layout.language, top, layout.run_on)


def _split_top(top: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in (" ".join(part.split()) for part in top) if line)


def _plain_confidence(header: Header, layout: Layout, *, found: bool) -> dict[str, float]:
    """How sure the fields are that are read off their labels: less where values were guessed, little where none is."""
    by_key = {entry.key: entry for entry in layout.entries}

    def of(key: str, value: object) -> float:
        entry = by_key.get(key)
        if layout.run_on:
            return 0.4 if value else 0.2
        if entry is None:
            return 0.8 if found else 0.3
        return (0.95 if entry.beside else 0.85) if value else 0.4

    return {
        "sender": of("from", header.sender),
        "recipient": of("to", header.recipient),
        "subject": of("subject", header.subject),
        "previous_documents": of("prev_doc", header.previous_documents),
        "commission_documents": of("cion_doc", header.commission_documents),
        "original_language": 0.98 if header.original_language else 0.6,
        "public": 0.9,
        "classification": 0.95,
        "subject_codes": 0.95 if header.subject_codes else 0.6,
        "interinstitutional_files": 0.97 if header.interinstitutional_files else 0.8,
    }


def _end_of_top(top: Sequence[str]) -> int:
    """Where a header without labels ends: behind the last line that only a header has."""
    end = 0
    for n, line in enumerate(top[:25], start=1):
        if len(line) > _LONGEST_LINE or headings.begins("delegations_find", line, vocabulary.languages()):
            break
        told = (
            own_number.is_suffix(line)
            or _ORIGINAL.search(line)
            or (own_number.in_line(line) and len(line) < 40)
            or line in ("LIMITE", "PUBLIC")
            or _is_codes(line)
            or (dates.in_text(line) and dates.is_of_place(line))
            or vocabulary.heading_key(line) in vocabulary.document_types()
            or fold(line) in _institutions()
        )
        if told:
            end = n
    return end


@cache
def _institutions() -> frozenset[str]:
    return frozenset(fold(name) for key in ("council", "european_council") for name in vocabulary.words(key))


def _blocks_of_top(blocks: Sequence[Block], head: Sequence[str]) -> int:
    """How many blocks hold the lines of a header."""
    lines = 0
    for n, block in enumerate(blocks):
        if lines >= len(head):
            return n
        lines += sum(1 for part in block.text.replace("\v", "\n").split("\n") if part.strip())
    return len(blocks) if lines <= len(head) else 0


def _is_foot(block: Block, running: Sequence[str]) -> bool:
    """True for a piece of the page foot that is left on the first page, where it is laid out by itself."""
    text = " ".join(block.text.split())
    if block.page != 1 or not re.search(r"\d/\d|^[A-Za-z]{1,5}/[A-Za-z/]{1,12}$", text):
        return False
    return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", line) for line in running)


def _date(top: Sequence[str], layout: Layout) -> tuple[datetime.date | None, float]:
    """The date beside the place; that of a label where there is none."""
    for n, line in enumerate(top):
        if dates.is_of_place(line):
            found = dates.in_text(line, layout.language) or (
                dates.in_text(top[n + 1], layout.language) if n + 1 < len(top) else None
            )
            if found:
                return found, 0.98
    for line in top:
        found = dates.in_text(line, layout.language)
        if found:
            return found, 0.8
    found = dates.in_text(layout.value("date"))
    return found, 0.5 if found else 0.3


def _type(top: Sequence[str], layout: Layout) -> tuple[str | None, str | None, float]:
    """The heading that names the type: as printed, its key, and how sure that is."""
    known = vocabulary.document_types()
    for n in range(len(top) - 1, -1, -1):
        for line in (" ".join(top[n : n + 2]), top[n]):
            key = vocabulary.heading_key(line)
            if key in known and not (key in _NOT_ALONE and n < len(top) - 3):
                sure = 0.97 if layout.language in vocabulary.heading_languages()[key] else 0.85
                return line, known[key], sure
        kind = _changed(top[n])
        if kind:
            return top[n], kind, 0.9
    if layout.run_on:
        return _type_in_dump(top[-1] if top else "")
    if layout.entries and top and top[-1].isupper() and not _is_codes(top[-1]) and not own_number.in_line(top[-1]):
        english = layout.language == "en"
        return top[-1], re.sub(r"\W+", "_", vocabulary.heading_key(top[-1])).strip("_") if english else None, 0.5
    return None, None, 0.4


def _changed(line: str) -> str | None:
    """The type of what changes another document: ``ADDENDUM 3 TO "A" ITEM NOTE``, ``CORRIGENDUM TO NOTE``."""
    if not line.isupper():
        return None
    words = vocabulary.heading_key(line).split()
    kind = vocabulary.document_types().get(words[0]) if words else None
    return kind if kind in ("addendum", "corrigendum") else None


_NOT_ALONE = frozenset({"annex", "list", "letter"})


def _type_in_dump(text: str) -> tuple[str | None, str | None, float]:
    """The last known heading in capitals in text without line breaks, the longest where several end there."""
    best: tuple[int, int, str] | None = None
    for heading in vocabulary.document_types():
        for match in re.finditer(rf"(?<!\w){re.escape(heading)}(?!\w)", fold(text)):
            printed = text[match.start() : match.end()] if len(fold(text)) == len(text) else heading.upper()
            if printed.isupper() and (best is None or (match.end(), len(heading)) > best[:2]):
                best = (match.end(), len(heading), printed)
    if best is None:
        return None, None, 0.3
    return best[2], vocabulary.document_types()[vocabulary.heading_key(best[2])], 0.8


def _marking(top: Sequence[str], running: Sequence[str], layout: Layout) -> tuple[str | None, float]:
    in_head = any(line == "LIMITE" or (layout.run_on and re.search(r"\bLIMITE\b", line)) for line in top)
    at_foot = any(re.search(r"\bLIMITE\b", line) for line in running)
    if in_head or at_foot:
        return "LIMITE", 0.99 if in_head and at_foot else 0.95
    return None, 0.9 if layout.entries else 0.6


def _is_public(top: Sequence[str], running: Sequence[str]) -> bool:
    """True for the stamp PUBLIC, which old files print in four tilted pieces."""
    lines = [part.strip() for line in (*top, *running) for part in line.splitlines()]
    return "PUBLIC" in lines or all(piece in lines for piece in _STAMP)


def _original(top: Sequence[str]) -> str | None:
    for line in top:
        match = _ORIGINAL.search(line)
        if match:
            return match[1].lower()
    return None


def _is_codes(line: str) -> bool:
    return bool(_CODE.search(line)) and not re.sub(r"[\s,;]+", "", _CODE.sub("", line))


def _codes(top: Sequence[str], layout: Layout) -> tuple[SubjectCode, ...]:
    """The subject codes: on lines of their own, or in a row where line breaks are lost."""
    found: list[SubjectCode] = []
    for line in top:
        if _is_codes(line):
            found.extend(SubjectCode(code, int(number)) for code, number in _CODE.findall(line))
    if not found and layout.run_on:
        for line in (*top, layout.value("from")[:200], layout.value("subject")[:200]):
            runs = re.finditer(rf"(?:{_CODE.pattern}[\s,]*)+", line)
            best = max(runs, key=lambda run: len(run.group()), default=None)
            if best and not own_number.in_line(best.group()):
                found.extend(SubjectCode(code, int(number)) for code, number in _CODE.findall(best.group()))
                break
    return tuple(dict.fromkeys(found))


def _without_codes(subject: str) -> str:
    """A value without the codes that lost line breaks put before it."""
    codes = re.match(rf"(?:{_CODE.pattern}\s*){{2,}}(?=[^\W\d_])", subject)
    return subject[codes.end() :] if codes else subject


def _procedures(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{number}({code})" for line in lines for number, code in _PROCEDURE.findall(line)))


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
    return language.detect(text, [hint for hint in hints if hint])


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
