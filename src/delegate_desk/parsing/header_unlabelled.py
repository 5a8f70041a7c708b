"""Headers that lost their labels, or never had any: who sends, who receives and the subject by their places."""

from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.parsing import formulas, header_values, vocabulary
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.header_layout import Layout
from delegate_desk.parsing.header_lines import Line
from delegate_desk.parsing.header_values import Entry

_AT_MOST = 8
_LONGEST = 200


def find(layout: Layout, head: Sequence[Line], blocks: Sequence[Block]) -> Layout:
    """Read the lines between the last one that only a header has and the words that open the text.

    Without those words, or without a known sender at the beginning, nothing is guessed.
    """
    following = layout.top[len(head) : len(head) + _AT_MOST + 1]
    opening = next((n for n, line in enumerate(following) if _opens(line.text)), None)
    if not head or not opening or any(len(line.text) > _LONGEST for line in following[:opening]):
        return layout
    entries: list[Entry] = []
    rest = list(following[:opening])
    for key in ("from", "to"):
        if rest and header_values.party(rest[0].text) == len(rest[0].text):
            line = rest.pop(0)
            entries.append(Entry(key, [line.text], guessed=True, blocks=[line.block]))
    if not entries or not rest:
        return layout
    subject = [line.text for line in rest]
    entries.append(Entry("subject", subject, guessed=True, blocks=[line.block for line in rest]))
    body = tuple(blocks[following[opening].block :])
    return replace(layout, top=tuple(head), entries=tuple(entries), body=body)


def _opens(line: str) -> bool:
    return formulas.begins("delegations_find", line, vocabulary.languages())
