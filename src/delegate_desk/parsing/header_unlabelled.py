"""Headers that lost their labels, or never had any: who sends, who receives and the subject by their places."""

from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.parsing import dates, formulas, header_labels, header_values, labels, vocabulary
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.header_layout import Layout
from delegate_desk.parsing.header_lines import Line
from delegate_desk.parsing.header_values import Entry

_AT_MOST = 8
_LONGEST = 200
_TITLE_LINES = 5
_LONGEST_TITLE = 400


def find_unlabelled(layout: Layout, head: Sequence[Line], blocks: Sequence[Block]) -> Layout:
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


def title(head: Sequence[Line], following: Sequence[Line]) -> str:
    """What a cover without labels is about: what stands between its heading and a date, or the line behind its head."""
    known = vocabulary.document_types()
    heading = max((n for n, line in enumerate(head) if vocabulary.heading_key(line.text) in known), default=len(head))
    below = [line.text for line in head[heading + 1 :]]
    dated = next((n for n, text in enumerate(below) if dates.is_of_place(text) and dates.in_text(text)), 0)
    if 0 < dated <= _TITLE_LINES:
        return " ".join(below[:dated])
    found: list[str] = []
    for n, line in enumerate(following[:_TITLE_LINES]):
        goes_on = n == 0 or _goes_on(following[n - 1], line)
        ends = line.text.endswith((".", ":", ";", ",")) and not header_values.is_abbreviated(line.text)
        if not goes_on or (ends and not found) or len(line.text) > _LONGEST_TITLE or _is_text(line):
            break
        found.append(line.text)
        if ends:
            break
    return " ".join(found)


def _goes_on(above: Line, line: Line) -> bool:
    if line.block == above.block or line.text[:1] in "-–—":
        return True
    alike = line.text[:1].islower() or (line.text.isupper() and above.text.isupper())
    return alike and line.of.gap is not True


def _is_text(line: Line) -> bool:
    """True for a numbered paragraph, the words that open a text, or a label that was not understood."""
    return bool(labels.read(line.text)) or _opens(line.text) or header_labels.begins(line.text)


def _opens(line: str) -> bool:
    return formulas.begins("delegations_find", line, vocabulary.languages())
