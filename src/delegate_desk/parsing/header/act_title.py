"""Titles without labels: of an act in the Official Journal, and of a Commission document on its cover."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Header
from delegate_desk.core.documents.references import ACTS, COMMISSION_SERIES, Reference
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.header import dates, first_page
from delegate_desk.parsing.references import document_references
from delegate_desk.parsing.structure import block_labels, headings

_AHEAD = 12
_LINES = 8
_LONGEST_LINE = 900
_NUMBER_WITHIN = 110  # maximum number of characters of a title before its number
_FEW_WORDS = 6
_BEHIND = 4  # blocks after a title: perhaps its number, the author, the citations
_TITLE_LINES = 3  # kind, date, subject
_NUMBER_BEHIND = re.compile(r"\((\d{1,4}/\d{1,4}(?:/[^\W\d_]{2,9})?)\)$")
_CAPITALS = 3  # words
_LONG_NAME = 14  # letters, of one of two words
_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_NAME = re.compile(rf"{_WORD} {_WORD}(?: {_WORD})?")
_SMALL_WORDS = 2
_FORMULA = 100  # characters, more than any has
_LONGEST_RUN = 2_000  # characters
_CORRECTED = "corrigendum"
_DATED = re.compile(r"(?:\d{4}\s?(?:r|г)|\d\s?d)\.$")
_YEAR = re.compile(r"(?<=\s)(?:19|20)\d{2}\.$")
_STOPPED_YEARS = frozenset({"hr"})
_SURE_ENOUGH = 0.8
_CELEX = re.compile(r"(?<![0-9A-Za-z])[0356](?P<year>\d{4})(?P<kind>PC|DC|SC|JC|R|L|D|F|H)(?P<number>\d{4})(?!R\()")


@dataclass(frozen=True, slots=True)
class ActTitle:
    """An act's title.

    Attributes:
        reference: None for an act without a number.
        text: The title on one line, without ``(Text with EEA relevance)``.
        series: One of ``ACTS``.
    """

    reference: Reference | None
    date: datetime.date
    text: str
    kind: str
    series: str


def complete_from_act_title(
    header: Header, body: Sequence[Block], evidence: Sequence[str], languages: Sequence[str]
) -> Header:
    """Complete a header from an act's title, where nothing more certain is known.

    Args:
        evidence: Information outside the text, including the file name: perhaps a CELEX number.
        languages: Languages whose words may name the act, the document's own first.
    """
    if header.reference and (header.reference.is_council or header.confidence.get("reference", 0) >= _SURE_ENOUGH):
        return header
    title = read(body, languages)
    filed = next((found for line in evidence if (found := reference_in(line))), None)
    if title is None:
        if filed is None or (header.reference and header.reference != filed):
            return header
        confidences = {**header.confidence, "reference": 0.85}
        kind = header.document_type or _type_of(filed.series)
        return replace(header, reference=header.reference or filed, document_type=kind, confidence=confidences)
    reference = title.reference or header.reference or filed
    agreed = filed is not None and reference is not None and filed.family == reference.family
    confidence = 0.95 if title.reference else 0.85
    confidences = {
        "reference": 0.99 if agreed and title.reference else confidence,
        "document_type": 0.95,
        "subject": 0.9,
        "date": 0.95,
    }
    return replace(
        header,
        reference=reference,
        date=title.date,
        document_type=_type_of(title.series),
        document_type_label=title.kind,
        subject=title.text,
        confidence={**header.confidence, **confidences},
    )


def _type_of(series: str) -> str | None:
    return series.lower().replace(" ", "_") if series in ACTS else None


def reference_in(line: str) -> Reference | None:
    """Return the document for a CELEX number (EUR-Lex, "How CELEX numbers are composed"), or the act in a page's foot.

    The foot has the act's address; that of a corrigendum has its act's with an additional word.
    """
    celex = _CELEX.search(unquote(line))
    found = celex and document_references.celex_document(celex["kind"], int(celex["year"]), int(celex["number"]))
    if found:
        return found
    registered = document_references.registered_documents(line)
    return next((target for words, target, _ in registered if "eli/" in words and _CORRECTED not in words), None)


def read(body: Sequence[Block], languages: Sequence[str]) -> ActTitle | None:
    """Return the title among the first blocks; None if there is none."""
    for n, block in enumerate(body[:_AHEAD]):
        line = _cut(block.line, tuple(languages))
        found = _own_number(line, languages)
        if found is None:
            unnumbered = _without_number(line, body[n:], languages)
            if unnumbered:
                return unnumbered
            continue
        lines = _lines(body[n:], tuple(languages))
        date = next((day for value in lines if (day := dates.find_date(value, languages[0]))), None)
        if date is None:  # a paper on the act, rather than the act
            return None
        return ActTitle(found[0], date, " ".join(lines), found[1], found[0].series)
    return None


def _without_number(line: str, body: Sequence[Block], languages: Sequence[str]) -> ActTitle | None:
    """Return the title of an act with its number after it, or none: ``COUNCIL DECISION``, then ``(2010/413/CFSP)``."""
    kind = document_references.kinds_of_act(line)
    if len(kind) != 1 or len(line.split()) > _FEW_WORDS or not line.isupper() or any(map(str.isdigit, line)):
        return None
    lines = _lines(body, tuple(languages))
    date = next((day for value in lines[:3] if (day := dates.find_date(value, languages[0]))), None)
    following = [block.line for block in body[len(lines) : len(lines) + _BEHIND]]
    acts = any(
        vocabulary.begins_formula("citation", value, tuple(languages)) or (value.isupper() and _is_capital(value))
        for value in following
    )
    if date is None or not acts or len(lines) < _TITLE_LINES:
        return None
    series = next((kind for kind, *_ in document_references.act_vocabulary().kinds(line)), "")
    numbers = (_NUMBER_BEHIND.match(value) for value in following)
    named = (document_references.documents(f"{series} {match[1]}", languages[0]) for match in numbers if match)
    targets = (document.target for found in named for document in found)
    reference = next((target for target in targets if target.series == series), None)
    return ActTitle(reference, date, " ".join(lines), kind[0], series)


def _own_number(line: str, languages: Sequence[str]) -> tuple[Reference, str] | None:
    """Return the number that a title begins with, and the word for its kind; empty if another act is named first."""
    if not line[:1].isupper() or len(line) > _LONGEST_LINE or _ends_sentence(line, languages[0]):
        return None
    if vocabulary.document_types().get(vocabulary.heading_key(line.split(maxsplit=1)[0])) == "corrigendum":
        return None
    document = next(iter(document_references.documents(line, languages[0])), None)
    if document is None or document.target.series not in ACTS or document.start > _NUMBER_WITHIN:
        return None
    before = line[: document.start].strip()
    kinds = document_references.kinds_of_act(before)
    kinds_after = document_references.kinds_of_act(line[document.end :][:40])
    is_first = len(kinds) == 1 or (not kinds and bool(kinds_after))
    is_short = before.isupper() or len(before.split()) <= _FEW_WORDS
    return (document.target, (kinds or kinds_after)[0]) if is_first and is_short else None


def _lines(body: Sequence[Block], languages: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for block in body[:_LINES]:
        line = _cut(block.line, languages)
        ends = found and (
            (line.isupper() and line.endswith(","))
            or (_is_capital(line) and sum(word.islower() for word in found[-1].split()) >= _SMALL_WORDS)
            or vocabulary.begins_formula("citation", line, languages)
            or vocabulary.is_formula("recitals_intro", line, languages)
            or headings.parse(line, languages, block)
            or (block_labels.read(line) and not line.startswith("("))
            or line.endswith(",")
            or _ends_sentence(line, languages[0])
            or len(line) > _LONGEST_LINE
        )
        if ends:
            break
        if found and line.startswith("(") and line.endswith(")") and dates.find_date(line) is None:
            break
        found.append(line)
    return found


def _ends_sentence(line: str, language: str) -> bool:
    """True for a final full stop that belongs to no date, as that of ``z dnia 5 czerwca 2024 r.`` does."""
    dated = _DATED.search(line) or (language in _STOPPED_YEARS and _YEAR.search(line))
    return line.endswith((";", ":")) or (line.endswith(".") and not dated)


def _cut(line: str, languages: tuple[str, ...]) -> str:
    """Return a title without the text that lost line breaks joined to it: its author in capitals, or citations."""
    small = 0
    for word in re.finditer(r"\S+", line[:_LONGEST_RUN]):
        rest = line[word.start() : word.start() + _FORMULA]
        acts = word.group().isupper() and _is_capital(rest)
        if small >= _SMALL_WORDS and (acts or vocabulary.begins_formula("citation", rest, languages)):
            return line[: word.start()].rstrip()
        small += word.group().islower()
    return line


def _is_capital(line: str) -> bool:
    """True for a line that begins with words in capitals, as the author is printed: ``THE COUNCIL OF``."""
    match = _NAME.match(line)
    words = match.group().split() if match else []
    is_long = len(words) == _CAPITALS or sum(map(len, words)) >= _LONG_NAME
    return is_long and all(sum(c.isupper() for c in word) > len(word) / 2 for word in words)


_AHEAD_COVER = 20
_LINES_COVER = 8
_LONGEST_LINE_COVER = 700
_SURE = 0.85
_ENDS = re.compile(r"[{(\[]")  # other documents, and whether it is of the EEA's concern


def complete_from_cover(header: Header, blocks: Sequence[Block], languages: tuple[str, ...]) -> Header:
    """Complete the header of a Commission document without labels from its first page."""
    reference = header.reference
    if reference is None or reference.series not in COMMISSION_SERIES or header.subject:
        return header
    lines = [block.line for block in blocks[:_AHEAD_COVER]]
    number_line = next((n for n, line in enumerate(lines) if references.parse_reference(line) == reference), None)
    if number_line is None:
        return header
    start = number_line + 1
    while start < len(lines) and (
        len(lines[start]) < 3 or references.parse_reference(lines[start]) or first_page.procedures([lines[start]])
    ):
        start += 1
    title = _title(blocks[start:_AHEAD_COVER], lines[start:], languages)
    if not title:
        return header
    kind = vocabulary.document_types().get(vocabulary.heading_key(title[0].split()[0]))
    confidences = {"subject": _SURE, **({"document_type": _SURE} if kind else {})}
    return replace(
        header,
        subject=" ".join(title),
        document_type=header.document_type or kind,
        document_type_label=header.document_type_label or (title[0].split()[0] if kind else None),
        interinstitutional_files=header.interinstitutional_files or first_page.procedures(lines[:start]),
        confidence={**header.confidence, **confidences},
    )


def _title(blocks: Sequence[Block], lines: Sequence[str], languages: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for block, line in zip(blocks[:_LINES_COVER], lines, strict=False):
        ended = found and (
            _ENDS.match(line)
            or block_labels.read(line)
            or block.label
            or headings.parse(line, languages, block)
            or vocabulary.begins_formula("citation", line, languages)
            or line.endswith((".", ";", ":"))
            or block.page not in (None, blocks[0].page)
            or (line.isupper() and not found[-1].endswith((" a", " of", " the")) and len(found) > 2)
        )
        if ended or len(line) > _LONGEST_LINE_COVER:
            break
        found.append(line)
    return found


_AT_MOST = 4
_LONGEST = 1500


def split_cover(blocks: Sequence[Block], languages: tuple[str, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split the blocks after the header into the cover's text and the rest.

    The cover's text ends at a heading, a number or another page. If none comes, or only after many blocks, the text is
    the document's own and there is no cover.
    """
    if blocks and blocks[0].page not in (None, 1):
        return (), tuple(blocks)
    ends = (n for n, block in enumerate(blocks) if _ends_cover(block, blocks[0], languages, first=n == 0))
    end = next(ends, len(blocks))
    begins = any(vocabulary.begins_formula("delegations_find", block.line, languages) for block in blocks[:end])
    is_short = end <= _AT_MOST and sum(len(block.text) for block in blocks[:end]) <= _LONGEST
    if end and is_short and end < len(blocks) and not begins:
        # a document of its own begins, rather than the first numbered paragraph of a note
        first = blocks[end]
        is_numbered = first.label or block_labels.read(first.line)
        begins = not is_numbered and (_has_heading(first, languages) or headings.is_short_title(first.line))
    return (tuple(blocks[:end]), tuple(blocks[end:])) if end and begins else ((), tuple(blocks))


def _ends_cover(block: Block, start: Block, languages: tuple[str, ...], *, first: bool) -> bool:
    """True if a block does not belong to the cover's text."""
    turned = block.page is not None and block.page != start.page
    if turned or block.label or block.cell or block_labels.read(block.line):
        return True
    line = block.line
    is_annex = ":" not in line and headings.parse(line, languages, block) is not None  # one word for both: BIJLAGE
    if vocabulary.begins_formula("enclosure", line, languages) and not is_annex:
        return False
    return _has_heading(block, languages) or (not first and headings.is_short_title(block.line))


def _has_heading(block: Block, languages: tuple[str, ...]) -> bool:
    text = block.line
    return headings.parse(text, languages, block) is not None or headings.is_heading(block, text)
