"""Messages to and from the reading process: search terms for a page, and their positions."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.documents.original_pages import PageSearchTerms, PageText

_MOST = 2000
LETTERS = 50_000  # of one page
_LONGEST = 400  # characters of a phrase


def pack(wanted: Sequence[PageSearchTerms]) -> list[Any]:
    return [
        [
            [words[:_LONGEST] for words in sought.terms],
            [_edges(box) for box in sought.within],
            sought.which,
        ]
        for sought in wanted[:_MOST]
    ]


def find(path: Path, number: int, packed: Sequence[Any]) -> list[list[list[float]]]:
    """Return the packed positions of each packed search term on a page; slow, and only for the reading process.

    Raises:
        UnreadableDocumentError: If the file cannot be opened or has no such page.
    """
    from delegate_desk.parsing.pdf import word_positions as pdf_places  # the window's process never loads PDFium

    wanted = [
        PageSearchTerms(tuple(words), tuple(PageBox(number, *edges) for edges in within), tuple(map(tuple, which)))
        for words, within, which in packed
    ]
    found = pdf_places.find(path, number, wanted)
    return [[list(_edges(box)) for box in boxes] for boxes in found]


def unpack(number: int, packed: Sequence[Any]) -> list[list[PageBox]]:
    """Build the boxes that were packed, those of a page that makes sense."""
    return [_boxes(number, boxes) for boxes in packed[:_MOST]]


def read(path: Path, number: int) -> dict[str, Any]:
    """Return the text of a page, packed: the edges of its letters one after the other, in tenths of a point.

    Slow, and only for the reading process.

    Raises:
        UnreadableDocumentError: If the file cannot be opened or has no such page.
    """
    from delegate_desk.parsing.pdf import word_positions as pdf_places

    page = pdf_places.read(path, number)
    edges: list[int] = []
    for box in page.boxes:
        edges += (0, 0, 0, 0) if box is None else (round(10 * edge) for edge in _edges(box))
    return {"text": page.text, "edges": edges}


def unpack_text(number: int, packed: Mapping[str, Any]) -> PageText:
    """Build the letters that were packed, so many as a page may have.

    Raises:
        ValueError, TypeError: If that were no letters with a place for each.
    """
    edges, text = packed["edges"], str(packed["text"])[:LETTERS]
    quads = [edges[at : at + 4] for at in range(0, 4 * len(text), 4)]
    boxes = [PageBox(number, *(int(edge) / 10 for edge in quad)) if any(quad) else None for quad in quads]
    if len(edges) < 4 * len(text):
        raise ValueError("letters without a place")
    return PageText(number, text, tuple(boxes))


def _edges(box: PageBox) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def _boxes(number: int, packed: Sequence[Any]) -> list[PageBox]:
    boxes = [PageBox(number, *map(float, edges)) for edges in packed[:_MOST]]
    return [box for box in boxes if all(map(math.isfinite, _edges(box)))]
