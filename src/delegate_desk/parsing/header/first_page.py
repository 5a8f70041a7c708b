"""Metadata from the first page of a document: reference, date, type, subject and the rest, each with a confidence."""

import datetime
import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from pathlib import PurePath

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Header, Kind, PageBox, SubjectCode
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.text import fold, fold_with_places, tidy
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import language_detection, vocabulary
from delegate_desk.parsing.blocks import Block, SourceText
from delegate_desk.parsing.contributions.vocabulary import own_delegation
from delegate_desk.parsing.header import dates, document_number, field_labels, header_lines, page_feet, value_assignment
from delegate_desk.parsing.header.header_lines import HeaderLine
from delegate_desk.parsing.header.layout import HeaderLayout, find_layout
from delegate_desk.parsing.header.value_assignment import UNKNOWN, HeaderField
from delegate_desk.parsing.references import document_references
from delegate_desk.parsing.structure import block_labels, headings

_PROCEDURE = re.compile(r"\b((?:19|20)\d{2}/\d{4})[\s*]{0,2}\(\s?([A-Z]{3})\s?\)")
_NOT_ALONE = frozenset({"annex", "list", "letter"})
_LONGEST_LINE = 150
_SHORT_LINE = 80
_NEAR = 0.8
_BETWEEN = 6  # words
_SHORTEST_DAMAGED = 3
_DATED_LINES = 12


def _end_of_head(top: Sequence[str]) -> int:
    """Return the end of a header without labels: after the last line that only a header has."""
    end = 0
    has_heading = False  # the heading that names the type is below the codes
    for n, line in enumerate(top[:25], start=1):
        is_sentence = len(line) > _SENTENCE and line.endswith(".") and not document_number.find_number(line[:40])
        heading = headings.parse(line, vocabulary.languages())
        is_article = heading is not None and heading.kind is Kind.ARTICLE
        if len(line) > _LONGEST_LINE or is_sentence or is_article or _opens(line):
            break
        # near the beginning, with no mention of it above
        is_at_start = n <= _FIRST and not any(
            earlier.endswith((".", ":", ",")) or len(earlier) > _SHORT_LINE for earlier in top[:n]
        )
        is_header_line = (
            (header_lines.is_furniture(line) and (end > 0 or not header_lines.level_in_line(line) or is_at_start))
            or header_lines.ORIGINAL.search(line)
            or (len(line) < 40 and document_number.find_number(line) and not document_number.is_running_text(line))
            or (header_lines.is_codes(line) and (not has_heading or header_lines.has_known_codes(line)))
            or (dates.find_date(line) and dates.is_place_line(line))
            or vocabulary.heading_key(line) in vocabulary.document_types()
            or fold(line) in _institutions()
        )
        has_heading = has_heading or vocabulary.heading_key(line) in vocabulary.document_types()
        if is_header_line and n - end <= _APART:
            end = n
    return end


_SENTENCE = 60
_FIRST = 3
_APART = 8  # lines between what only headers have: a list far down is none


@cache
def _institutions() -> frozenset[str]:
    return frozenset(fold(name) for key in ("council", "european_council") for name in vocabulary.terms(key))


def _date(top: Sequence[str], layout: HeaderLayout, reference: Reference | None) -> tuple[datetime.date | None, float]:
    for n, line in enumerate(top):
        if dates.is_place_line(line):
            following = top[n + 1] if n + 1 < len(top) else ""
            joined = f"{line} {following}" if _YEAR.match(following) else line
            found = dates.find_date(joined, layout.language) or dates.find_date(following, layout.language)
            if found:
                return found, 0.98
    for line in top:
        found = dates.find_date(line, layout.language)
        if found:
            return found, 0.8
    if reference:
        dated = (line for line in top if dates.is_place_line(line))
        days = (dates.without_year(line, reference.year, layout.language) for line in dated)
        found = next((day for day in days if day), None)
        if found:
            return found, 0.7
    found = dates.find_date(layout.value("date"))
    return found, 0.5 if found else 0.6


def _document_type(top: Sequence[str], layout: HeaderLayout) -> tuple[str | None, str | None, float]:
    """Return the heading that names the type: as printed, its key, and the confidence."""
    if layout.run_on:
        return _type_in_dump(top[-1] if top else "")
    types = vocabulary.document_types()
    top = [_CALL.sub("", line) for line in top]
    for n in range(len(top) - 1, -1, -1):
        for line in (" ".join(top[n : n + 2]), top[n]):
            key = vocabulary.heading_key(line)
            if key in types and not (key in _NOT_ALONE and n < len(top) - 3):
                confidence = 0.97 if layout.language in vocabulary.heading_languages()[key] else 0.85
                return line, types[key], confidence
        kind = _changing_type(top[n])
        if kind:
            return top[n], kind, 0.9
    return _unknown_type(top, layout)


_YEAR = re.compile(r"(?:19|20)\d{2}(?![\d/])")
_CALL = re.compile(r"(?<=[^\W\d_]) ?(?:\d|[¹²³]|\*)$")  # of a footnote


def _unknown_type(top: Sequence[str], layout: HeaderLayout) -> tuple[str | None, str | None, float]:
    """Return the line in capitals above the labels if no table has it: a damaged or unknown type."""
    if not (layout.entries and top):
        return None, None, 0.6
    line = next((line for line in reversed(top) if not _is_other_text(line)), "")
    if not line or not any(c.isalpha() for c in line) or (line != line.upper() and line != top[-1]):
        return None, None, 0.4
    # it may have lost letters
    letters, languages = vocabulary.heading_key(line).replace(" ", ""), vocabulary.heading_languages()
    joined = {heading.replace(" ", ""): heading for heading, codes in languages.items() if layout.language in codes}
    nearest = difflib.get_close_matches(letters, joined, 1, _NEAR) if len(letters) >= _SHORTEST_DAMAGED else []
    if nearest:
        return line, vocabulary.document_types()[joined[nearest[0]]], 0.7
    if not line.isupper() or fold(line) in _institutions():
        return None, None, 0.4
    english = re.sub(r"\W+", "_", vocabulary.heading_key(line)).strip("_") if layout.language == "en" else None
    return line, english, 0.5


def _is_other_text(line: str) -> bool:
    return bool(
        header_lines.is_furniture(line)
        or header_lines.is_codes(line)
        or document_number.find_number(line)
        or _PROCEDURE.search(line)
        or dates.find_date(line)
        or line.endswith(":")
    )


def _changing_type(line: str) -> str | None:
    """Return the type of a document that changes another: ``ADDENDUM 3 TO "A" ITEM NOTE``, ``CORRIGENDUM TO NOTE``."""
    if not line.isupper():
        return None
    words = vocabulary.heading_key(line).split()
    kind = vocabulary.document_types().get(words[0]) if words else None
    return kind if kind in ("addendum", "corrigendum") else None


def _type_in_dump(text: str) -> tuple[str | None, str | None, float]:
    """Return the last known heading in capitals in text without line breaks, the longest if several end there."""
    best: tuple[int, int, str] | None = None
    letters, origins = fold_with_places(text)
    positions = [n for n, letter in enumerate(letters) if letter not in "\"'"]
    folded = "".join(letters[n] for n in positions).replace("α", "a")  # character by character
    for heading in vocabulary.document_types():
        if heading not in folded:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(heading)}(?!\w)", folded):
            start, end = origins[positions[match.start()]], origins[positions[match.end() - 1]] + 1
            quoted = text[start - 1 : start] in _OPENING, text[end : end + 1] in _CLOSING
            heading_text = text[start - quoted[0] : end + quoted[1]]
            capitals = [character.isupper() for character in heading_text if character.isalpha()]
            is_capital = sum(capitals) > _CAPITALS * len(capitals)  # except for a prefix: ``NA nIMEACHTAÍ``
            if is_capital and (best is None or (match.end(), len(heading)) > best[:2]):
                best = (match.end(), len(heading), heading_text)
    if best is None:
        return None, None, 0.3
    heading = best[2]
    words = text[: text.rfind(heading)].rstrip().split(" ")[-_BETWEEN:]
    for n in range(len(words)):  # it may end the heading of a document that changes another: RECTIFICATIF À LA NOTE
        changed = " ".join([*words[n:], heading])
        kind = _changing_type(changed)
        if kind:
            return changed, kind, 0.8
    return heading, vocabulary.document_types()[vocabulary.heading_key(heading)], 0.8


_OPENING, _CLOSING = tuple("\"'„“‘«"), tuple("\"'”“’»")
_CAPITALS = 0.9


def _marking(top: Sequence[str], running: Sequence[str], layout: HeaderLayout) -> tuple[str | None, float]:
    """Return LIMITE if it is on the first page or at the feet of the others."""
    in_head = any(header_lines.is_limite(line) or (layout.run_on and _LIMITE.search(line)) for line in top)
    at_foot = any(_LIMITE.search(line) for line in running)
    if in_head or at_foot:
        return "LIMITE", 0.99 if in_head and at_foot else 0.95
    return None, 0.9 if layout.entries else 0.75


_LIMITE = re.compile(r"\b(?:LIMITE|L I M I T E)\b")

_STAMPED = re.compile(r"\bP ?U ?B ?L ?I ?C\b")


def subject_codes(top: Sequence[str], layout: HeaderLayout) -> tuple[SubjectCode, ...]:
    """Return the subject codes: on separate lines, or in a row if line breaks are lost."""
    found: list[SubjectCode] = []
    for line in top:
        if header_lines.is_codes(line):
            found.extend(header_lines.codes(line))
        elif (words := re.split(r"[\s,;]+", line.strip())) and header_lines.known_codes().issuperset(words):
            found.extend(map(SubjectCode, words))  # without numbers, as agendas print them
        elif (number := document_number.leading(line)) and header_lines.is_codes(line[len(number) :].strip()):
            found.extend(header_lines.codes(line[len(number) :]))
    if not found and layout.run_on:
        values = [layout.value(key)[:200] for key in ("from", "subject")]
        for line in (*top, *filter(header_lines.has_known_codes, values)):
            runs = re.finditer(rf"(?:{header_lines.CODE.pattern}[\s,]*)+", line)
            best = max(runs, key=lambda run: len(run.group()), default=None)
            if best and not document_number.find_number(best.group()):
                found.extend(header_lines.codes(best.group()))
                break
    return tuple(dict.fromkeys(found))


def procedures(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{number}({code})" for line in lines for number, code in _PROCEDURE.findall(line)))


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
    """Return the areas of the blocks with each field; empty for files without positions."""
    if not any(block.boxes for block in blocks[:20]):
        return {}
    found: dict[str, tuple[PageBox, ...]] = {}
    for name, key in _LABELLED.items():
        entry = layout.entry(key)
        if entry:
            found[name] = _boxes(blocks[place] for place in entry.blocks)
    label = header.document_type_label or ""
    tests: dict[str, Callable[[str], bool]] = {
        "reference": lambda text: bool(
            document_number.find_number(text) or document_number.SUFFIX_LINE.fullmatch(text)
        ),
        "date": lambda text: dates.is_place_line(text) and dates.find_date(text) is not None,
        "original_language": lambda text: header_lines.ORIGINAL.search(text) is not None,
        "marking": header_lines.is_limite,
        "public": lambda text: header.public and header_lines.is_stamp_piece(text),
        "document_type": lambda text: bool(text) and text in label,
        "subject_codes": header_lines.is_codes,
        "interinstitutional_files": lambda text: bool(procedures([text])),
    }
    for name, is_field in tests.items():
        found[name] = _boxes(line.source_block for line in lines if is_field(line.text))
    return {name: boxes for name, boxes in found.items() if boxes}


def _boxes(blocks: Iterable[Block]) -> tuple[PageBox, ...]:
    return tuple(dict.fromkeys(box for block in blocks for box in block.boxes))


_BESIDE = 0.97  # label and value on one line
_BELOW = 0.95  # the value in another cell, or on the line below
_NOT_LABELLED = 0.88  # other labels were found, not this one: the field is empty, or its label unknown
_GUESSED = 0.85  # recognised by its form among values apart from their labels
_GUESSED_IN_A_RUN = 0.65  # cut out of text without line breaks
_DAMAGED = 0.65  # the labels have lost letters
_MISSED_IN_A_RUN = 0.6
_EMPTY = 0.4  # labelled, but nothing after the label was recognised
_LOST = 0.3  # a Council number above no labels
_NO_HEADER = 0.75  # a paper of others, which names no sender in such a way


def label_confidence(header: Header, layout: HeaderLayout) -> dict[str, float]:
    """Return the confidence of each field: less if values were guessed, little if none was found."""
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
    """Return the subject of a cover without labels: the text between heading and date, or the line after its head."""
    types = vocabulary.document_types()
    heading = max((n for n, line in enumerate(head) if vocabulary.heading_key(line.text) in types), default=len(head))
    texts = [line.text for line in head[heading + 1 :]]
    dated = next((n for n, text in enumerate(texts) if dates.is_place_line(text) and dates.find_date(text)), 0)
    if 0 < dated <= _TITLE_LINES:
        return " ".join(texts[:dated])
    found: list[str] = []
    for n, line in enumerate(following[:_TITLE_LINES]):
        last = following[max(n - 1, 0)]
        alike = line.text[:1].islower() or (line.text.isupper() and last.text.isupper())
        continues = line.block == last.block or line.text[:1] in "-–—" or (alike and line.source_block.gap is not True)
        is_end = line.text.endswith((".", ":", ";", ",")) and not value_assignment.is_abbreviated(line.text)
        is_text = block_labels.read(line.text) or _opens(line.text) or field_labels.at_start(line.text)
        if not continues or (is_end and not found) or len(line.text) > _LONGEST_TITLE or is_text:
            break
        found.append(line.text)
        if is_end:
            break
    return " ".join(found)


def _opens(line: str) -> bool:
    return vocabulary.begins_formula("delegations_find", line, vocabulary.languages())


_AGREED = 0.95  # of a language that the text speaks and something else names


@dataclass(frozen=True, slots=True)
class ParsedFirstPage:
    """A parsed header, and the text after it.

    Attributes:
        header: Without the language, which is detected later.
        label_language: Language of the labels; None if there are none.
        top: The lines above the labels, or the whole header if there are none.
        run_on: True if the header had no line breaks.
        boxes: The area of each field in a PDF.
        notice: The details of a meeting in a notice, as printed.
    """

    header: Header
    body: tuple[Block, ...]
    label_language: str | None
    top: tuple[str, ...]
    run_on: bool = False
    boxes: Mapping[str, tuple[PageBox, ...]] = field(default_factory=dict)
    notice: Mapping[str, str] = field(default_factory=dict)


def read(source: SourceText, file_name: str) -> ParsedFirstPage:
    layout = find_layout(source.blocks)
    found = bool(layout.entries)
    lines = layout.top if found else layout.top[: _end_of_head([line.text for line in layout.top])]
    if not found:
        layout = find_unlabelled(layout, lines, source.blocks)
    head = [line.text for line in lines]
    confidence: dict[str, float] = {}
    named = references.parse_reference(PurePath(file_name).stem) or references.parse_reference(file_name)
    all_lines = [line.text for line in layout.top]
    reference, confidence["reference"] = document_number.find(all_lines, source.running, named, labelled=found)
    date, confidence["date"] = _date(head, layout, reference)
    if date is None and not found:
        short = (line for line in all_lines[:_DATED_LINES] if len(line) <= _SHORT_LINE)
        date = next((day for line in short if (day := dates.find_date(line))), None)
        confidence["date"] = 0.5 if date else 0.6
    label, kind, confidence["document_type"] = _document_type(head, layout)
    marking, confidence["marking"] = _marking(head, source.running, layout)
    originals = filter(None, map(header_lines.ORIGINAL.search, head))
    parts = [part for line in (*head, *source.running) for part in line.splitlines()]
    header = Header(
        language="",
        reference=reference,
        original_language=next((match[1].lower() for match in originals), None),
        date=date,
        marking=marking,
        # old files print the stamp PUBLIC in rotated pieces
        public=header_lines.is_stamped(parts) or (layout.run_on and any(map(_STAMPED.search, head))),
        document_type=kind,
        document_type_label=label,
        sender=_without_codes(layout.value("from")) or own_delegation(head),
        recipient=layout.value("to") or None,
        subject=_without_codes(tidy(layout.value("subject"))),
        subject_codes=subject_codes(head, layout),
        interinstitutional_files=procedures((*head, layout.value("interinstitutional_file"))),
        previous_documents=_linked_documents(layout, "prev_doc", council_only=True),
        commission_documents=_linked_documents(layout, "cion_doc", council_only=False),
    )
    confidence.update(label_confidence(header, layout))
    if not layout.entries and lines and header.reference and header.reference.is_council:
        header = replace(header, subject=title(lines, layout.top[len(lines) :]))
    body = layout.body if layout.entries else tuple(source.blocks[max((line.block + 1 for line in lines), default=0) :])
    body = tuple(block for block in body if not _is_foot(block, source.running))
    boxes = find(header, layout, lines, source.blocks)
    rated = replace(header, confidence=confidence)
    return ParsedFirstPage(rated, body, layout.language, tuple(head), layout.run_on, boxes, _notice(header, layout))


def _notice(header: Header, layout: HeaderLayout) -> dict[str, str]:
    """Return the labelled values of a notice of meeting: an unknown label, ``Time:``, belongs to that above."""
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


def _is_foot(block: Block, running: Sequence[str]) -> bool:
    """True for a part of the page foot left on the first page, where it is laid out separately."""
    text = block.line
    if block.page != 1 or not page_feet.foot_parts(text):
        return False
    return any(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", line) for line in running)


def _without_codes(value: str) -> str:
    codes = re.match(rf"(?:{header_lines.CODE.pattern}\s*){{2,}}(?=[^\W\d_])", value)
    return value[codes.end() :] if codes else value


def _linked_documents(layout: HeaderLayout, key: str, *, council_only: bool) -> tuple[Reference, ...]:
    """Return the documents named after a label; ``+ COR 1`` is a corrigendum of the document before it."""
    found: list[Reference] = []
    for entry in layout.entries:
        if entry.key == key:
            found.extend(mention.target for mention in document_references.documents(entry.value))
    return tuple(dict.fromkeys(r for r in found if r.is_council or not council_only))


def document_language(page: ParsedFirstPage, source: SourceText, file_name: str, text: str) -> tuple[str, float]:
    """Return the language of the text; file name, page feet and labels decide if the text is too short."""
    codes = language_detection.codes()
    name = PurePath(file_name).name
    named = re.search(r"\.([a-z]{2})\d{2}(?:\.\w+)?$", name) or re.search(r"[_-]([a-z]{2})(?:\.\w+)?$", name)
    feet = filter(None, (re.search(r"\b([A-Z]{2})$", line) for line in source.running))
    foot = next((found[1].lower() for found in feet if found[1].lower() in codes), None)
    hints = (named[1] if named and named[1] in codes else None, foot, page.label_language)
    code, confidence = language_detection.detect(text, [hint for hint in hints if hint])
    return code, max(confidence, _AGREED) if code in hints and confidence else confidence
