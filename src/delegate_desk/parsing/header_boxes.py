"""Where the fields of a header stand on the pages of a PDF."""

from collections.abc import Callable, Iterable, Sequence

from delegate_desk.core.documents.document import Box, Header
from delegate_desk.parsing import dates, header_lines, header_top, own_number
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.header_layout import Layout
from delegate_desk.parsing.header_lines import Line

_LABELLED = {
    "sender": "from",
    "recipient": "to",
    "subject": "subject",
    "previous_documents": "prev_doc",
    "commission_documents": "cion_doc",
}


def find(header: Header, layout: Layout, lines: Sequence[Line], blocks: Sequence[Block]) -> dict[str, tuple[Box, ...]]:
    """By the name of a field, the rectangles of the blocks that say it; nothing for files without places."""
    if not any(block.boxes for block in blocks[:20]):
        return {}
    found: dict[str, tuple[Box, ...]] = {}
    for name, key in _LABELLED.items():
        entry = layout.entry(key)
        if entry:
            found[name] = _boxes(blocks[place] for place in entry.blocks)
    for name, says in _tests(header).items():
        found[name] = _boxes(line.of for line in lines if says(line.text))
    return {name: boxes for name, boxes in found.items() if boxes}


def _tests(header: Header) -> dict[str, Callable[[str], bool]]:
    """By the name of a field above the labels, what tells the lines that say it."""
    label = header.document_type_label or ""
    return {
        "reference": lambda text: bool(own_number.in_line(text)) or own_number.is_suffix(text),
        "date": lambda text: dates.is_of_place(text) and dates.in_text(text) is not None,
        "original_language": lambda text: header_lines.ORIGINAL.search(text) is not None,
        "marking": header_lines.is_limite,
        "public": lambda text: header.public and header_lines.is_stamp_piece(text),
        "document_type": lambda text: bool(text) and text in label,
        "subject_codes": header_lines.is_codes,
        "interinstitutional_files": lambda text: bool(header_top.procedures([text])),
    }


def _boxes(blocks: Iterable[Block]) -> tuple[Box, ...]:
    return tuple(dict.fromkeys(box for block in blocks for box in block.boxes))
