"""The text of the cover page: what stands between the header and the document that it covers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Header
from delegate_desk.core.documents.references import COMMISSION_SERIES
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.header import top_lines
from delegate_desk.parsing.structure import block_labels, enacting_formulas, headings

_AHEAD = 20
_LINES = 8
_LONGEST_LINE = 700
_SURE = 0.85
_ENDS = re.compile(r"[{(\[]")  # other documents, and whether it is of the EEA's concern


def completed(header: Header, blocks: Sequence[Block], languages: tuple[str, ...]) -> Header:
    """The header of a Commission document without labels, with what its first page tells."""
    reference = header.reference
    if reference is None or reference.series not in COMMISSION_SERIES or header.subject:
        return header
    lines = [" ".join(block.text.split()) for block in blocks[:_AHEAD]]
    own = next((n for n, line in enumerate(lines) if references.parse_reference(line) == reference), None)
    if own is None:
        return header
    at = own + 1
    while at < len(lines) and _is_head_line(lines[at]):
        at += 1
    title = _title(blocks[at:_AHEAD], lines[at:], languages)
    if not title:
        return header
    kind = vocabulary.document_types().get(vocabulary.heading_key(title[0].split()[0]))
    sure = {"subject": _SURE, **({"document_type": _SURE} if kind else {})}
    return replace(
        header,
        subject=" ".join(title),
        document_type=header.document_type or kind,
        document_type_label=header.document_type_label or (title[0].split()[0] if kind else None),
        interinstitutional_files=header.interinstitutional_files or top_lines.procedures(lines[:at]),
        confidence={**header.confidence, **sure},
    )


def _is_head_line(line: str) -> bool:
    """True for a number, a procedure, a marking: no word in small letters."""
    return (
        not line or references.parse_reference(line) is not None or bool(top_lines.procedures([line])) or len(line) < 3
    )


def _title(blocks: Sequence[Block], lines: Sequence[str], languages: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for block, line in zip(blocks[:_LINES], lines, strict=False):
        ended = found and (
            _ENDS.match(line)
            or block_labels.read(line)
            or block.label
            or headings.numbered(line, languages, block)
            or enacting_formulas.begins("citation", line, languages)
            or line.endswith((".", ";", ":"))
            or block.page not in (None, blocks[0].page)
            or (line.isupper() and not found[-1].endswith((" a", " of", " the")) and len(found) > 2)
        )
        if ended or len(line) > _LONGEST_LINE:
            break
        found.append(line)
    return found


_AT_MOST = 4
_LONGEST = 1500


def split(blocks: Sequence[Block], languages: tuple[str, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split what stands behind the header into the cover's text and the rest.

    The cover's text ends where a heading, a number or another page begins. Where nothing like that comes, or only after
    many blocks, the text is the document's own and there is no cover.
    """
    if blocks and blocks[0].page not in (None, 1):
        return (), tuple(blocks)
    ends = (n for n, block in enumerate(blocks) if _ends_cover(block, blocks[0], languages, first=n == 0))
    end = next(ends, len(blocks))
    formula = any(enacting_formulas.begins("delegations_find", _line(block), languages) for block in blocks[:end])
    short = end <= _AT_MOST and sum(len(block.text) for block in blocks[:end]) <= _LONGEST
    if end and (formula or (short and end < len(blocks) and _is_headed(blocks[end], languages))):
        return tuple(blocks[:end]), tuple(blocks[end:])
    return (), tuple(blocks)


def _line(block: Block) -> str:
    return " ".join(block.text.split())


def _ends_cover(block: Block, start: Block, languages: tuple[str, ...], *, first: bool) -> bool:
    """True if a block is no part of the cover's text."""
    turned = block.page is not None and block.page != start.page
    if turned or block.label or block.cell or block_labels.read(_line(block)):
        return True
    line = _line(block)
    is_annex = ":" not in line and headings.numbered(line, languages, block) is not None  # one word for both: BIJLAGE
    if enacting_formulas.begins("enclosure", line, languages) and not is_annex:
        return False
    return _has_heading(block, languages) or (not first and headings.is_short_title(_line(block)))


def _is_headed(block: Block, languages: tuple[str, ...]) -> bool:
    """True if a document of its own begins with a block, rather than the first numbered paragraph of a note."""
    if block.label or block_labels.read(_line(block)):
        return False
    return _has_heading(block, languages) or headings.is_short_title(_line(block))


def _has_heading(block: Block, languages: tuple[str, ...]) -> bool:
    text = _line(block)
    return headings.numbered(text, languages, block) is not None or headings.is_heading(block, text)
