"""What is sought on a page and where it stands, as they travel to the reading process and back."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from delegate_desk.core.documents import Box
from delegate_desk.core.pages import Sought

_MOST = 2000
_LONGEST = 400  # characters of a phrase


def pack(wanted: Sequence[Sought]) -> list[Any]:
    """What is sought, as JSON has it."""
    return [
        [
            [words[:_LONGEST] for words in sought.words],
            [[box.left, box.top, box.right, box.bottom] for box in sought.within],
            sought.which,
        ]
        for sought in wanted[:_MOST]
    ]


def find(path: Path, number: int, packed: Sequence[Any]) -> list[list[float]]:
    """Where it stands on a page, packed again; slow, and only for the reading process.

    Raises:
        UnreadableDocumentError: If the file cannot be opened or has no such page.
    """
    from delegate_desk.parsing import pdf_places  # the window's process never loads PDFium

    wanted = [
        Sought(tuple(words), tuple(Box(number, *edges) for edges in within), tuple(map(tuple, which)))
        for words, within, which in packed
    ]
    return [[box.left, box.top, box.right, box.bottom] for box in pdf_places.find(path, number, wanted)]


def unpack(number: int, packed: Sequence[Any]) -> list[Box]:
    """Build the boxes that were packed, those of a page that makes sense."""
    boxes = [Box(number, *map(float, edges)) for edges in packed[:_MOST]]
    return [box for box in boxes if all(map(math.isfinite, (box.left, box.top, box.right, box.bottom)))]
