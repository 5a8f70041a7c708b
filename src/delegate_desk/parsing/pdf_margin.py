"""What stands on a PDF's page and is no text of it: watermarks behind the lines, numbers of lines in the margin."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from delegate_desk.parsing.pdf_letters import Piece

_HUGE = 2.0  # times the size of the text
_FEW = 50  # a page with more large words is a poster
_LONGEST = 5  # digits
_LEAST_NUMBERS = 10
_STEPS = (1, 5, 10)
_ROOM = 4.0  # points: between such a number and the text
_MOSTLY = 0.9


def watermarks(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces much larger than the text that stand across its lines."""
    size = _size_of(pieces)
    huge = [piece for piece in pieces if piece.look.size > _HUGE * size]
    return [
        piece for piece in huge if any(_crosses(piece, other) for other in pieces if other.look.size < _HUGE * size)
    ]


def line_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The numbers that are printed beside each line, or each fifth, in the left margin."""
    words = [piece for piece in pieces if not _is_number(piece)]
    if not words:
        return []
    left = Counter(round(piece.x0) for piece in words).most_common(1)[0][0]
    found = [piece for piece in pieces if _is_number(piece) and piece.x1 < left - _ROOM]
    found.sort(key=lambda piece: -piece.base)
    if len(found) < _LEAST_NUMBERS / 2:
        return []
    lines = {round(piece.base) for piece in words if piece.base >= found[-1].base - 1}
    steps = Counter(int(b.text) - int(a.text) for a, b in pairwise(found))
    step, times = steps.most_common(1)[0]
    beside_all = step in _STEPS and len(found) * step >= max(_LEAST_NUMBERS, _MOSTLY * len(lines) - step)
    return found if beside_all and times >= _MOSTLY * (len(found) - 1) else []


def _is_number(piece: Piece) -> bool:
    bare = piece.text.strip()
    return bare.isdecimal() and len(bare) <= _LONGEST


def _size_of(pieces: Sequence[Piece]) -> float:
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.look.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _crosses(huge: Piece, other: Piece) -> bool:
    """True if a line of text runs through letters much larger."""
    beside = other.x1 < huge.x0 or other.x0 > huge.x1
    return not beside and huge.base - 0.1 * huge.look.size < other.base < huge.base + 0.7 * huge.look.size
