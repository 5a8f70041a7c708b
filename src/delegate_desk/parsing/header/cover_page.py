"""The text of the cover page: what stands between the header and the document that it covers."""

from collections.abc import Sequence

from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.structure import block_labels, enacting_formulas, headings

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
