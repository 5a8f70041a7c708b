"""The first page of a Commission document: below its number the procedure, then what it is and what it is about."""

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
    own = next((n for n, line in enumerate(lines) if references.parse(line) == reference), None)
    if own is None:
        return header
    at = own + 1
    while at < len(lines) and _is_of_the_head(lines[at]):
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


def _is_of_the_head(line: str) -> bool:
    """True for a number, a procedure, a marking: no word in small letters."""
    return not line or references.parse(line) is not None or bool(top_lines.procedures([line])) or len(line) < 3


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
