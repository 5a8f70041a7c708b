"""The text of the cover page: what stands between the header and the document that it covers."""

from collections.abc import Sequence

from delegate_desk.parsing import headings, labels
from delegate_desk.parsing.blocks import Block

_AT_MOST = 4
_LONGEST = 1500


def split(blocks: Sequence[Block], languages: tuple[str, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split what stands behind the header into the cover's text and the rest.

    The cover's text ends where a heading, a number or another page begins. Where nothing like that comes, or only after
    many blocks, the text is the document's own and there is no cover.
    """
    end = len(blocks)
    for n, block in enumerate(blocks):
        text = " ".join(block.text.split())
        turned = n > 0 and block.page is not None and block.page != blocks[0].page
        if (
            turned
            or block.label
            or block.cell
            or labels.read(text)
            or headings.numbered(text, languages)
            or headings.is_heading(block, text)
        ):
            end = n
            break
    formula = any(headings.begins("delegations_find", " ".join(b.text.split()), languages) for b in blocks[:end])
    short = end <= _AT_MOST and sum(len(block.text) for block in blocks[:end]) <= _LONGEST
    if end and (formula or (short and end < len(blocks) and _covers(blocks[end], languages))):
        return tuple(blocks[:end]), tuple(blocks[end:])
    return (), tuple(blocks)


def _covers(block: Block, languages: tuple[str, ...]) -> bool:
    """True if a document of its own begins with a block, rather than the first numbered paragraph of a note."""
    text = " ".join(block.text.split())
    return (
        not block.label
        and labels.read(text) is None
        and bool(headings.numbered(text, languages) or headings.is_heading(block, text))
    )
