"""The cells of a contribution: wordings proposed, original wordings, and the comments of each delegation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from delegate_desk.core.documents.document import Mark, MarkUp, Paragraph, Span, View
from delegate_desk.parsing.contributions import vocabulary as words
from delegate_desk.parsing.contributions.vocabulary import CommentColumn

_LOOKS = (Mark.BOLD, Mark.UNDERLINE)
_ALL = 0.95
"""A cell that is printed in bold from end to end marks nothing by it."""
_NAME = 60
_CODE = r"[A-Z]{2,5}"
_CODES = rf"{_CODE}(?:(?:\s?[,/&+]\s?|\s(?:and|et|και)\s){_CODE})*"
_VOICE = re.compile(
    rf"(?:(?<!\S)(?P<who>{_CODES})\s?(?=[:(–]))?\s?(?:\((?P<what>[^()]{{3,30}})\)\s?)?(?(what):?|(?(who)[:–]|(?!)))\s?"
)


@dataclass(frozen=True, slots=True)
class ProposedWording:
    """Wording proposed in a cell.

    Attributes:
        before: The wording without its additions.
        after: The whole wording proposed.
        is_marked: True if the cell marks any change.
    """

    before: str
    after: str
    is_marked: bool


def wording(cell: Paragraph, mark_up: MarkUp) -> ProposedWording:
    """The wordings that a cell of drafting suggestions has.

    Where the paper does not mark changes throughout, words in bold or underlined are new in such a cell all the same,
    and struck ones are gone: that is what the column is for.
    """
    if mark_up is MarkUp.NONE:
        cell = replace(cell, spans=(*cell.spans, *_meant(cell)))
    marked = any(span.mark in (Mark.ADDED, Mark.REMOVED) for span in cell.spans)
    return ProposedWording(cell.in_view(View.BEFORE).text, cell.in_view(View.AFTER).text, marked)


def _meant(cell: Paragraph) -> Iterator[Span]:
    gone = {i for span in cell.spans if span.mark is Mark.STRIKE for i in range(span.start, span.end)}
    new = {i for span in cell.spans if span.mark in _LOOKS for i in range(span.start, span.end)} - gone
    if len(new) >= _ALL * len(cell.marked):
        new = set()
    for mark, offsets in ((Mark.ADDED, new), (Mark.REMOVED, gone)):
        yield from (Span(i, i + 1, mark) for i in sorted(offsets))


def is_title(cell: Paragraph) -> bool:
    """True for a short text in bold throughout that is not marked as new by a line under it."""
    if any(span.mark in (Mark.UNDERLINE, Mark.STRIKE) for span in cell.spans):
        return False
    bold = sum(span.end - span.start for span in cell.spans if span.mark is Mark.BOLD)
    return bold >= _ALL * len(cell.marked) and len(cell.marked) <= 2 * _NAME


@dataclass(frozen=True, slots=True)
class CellComment:
    """Comment of one delegation in a cell.

    Attributes:
        who: Empty if the cell does not say.
        column: The kind that it declares; None if it declares none.
    """

    who: tuple[str, ...]
    column: CommentColumn | None
    cell: Paragraph


def comments_in_cell(cell: Paragraph) -> list[CellComment]:
    """Return the comments of a cell, by delegation: ``DE (Drafting): … FR: …``; a single comment if it names none."""
    found: list[CellComment] = []
    who: tuple[str, ...] = ()
    column: CommentColumn | None = None
    start = 0
    head, colon, _ = cell.marked.partition(":")
    if colon and len(head) <= _NAME and not _VOICE.match(head + colon) and (named := words.named_alone(head)):
        who, start = named, len(head) + 1  # the name of a State
    for match in _VOICE.finditer(cell.marked):
        named = _codes(match["who"]) if match["who"] else ()
        what = words.heading(match["what"]) if match["what"] else None
        said = (
            what.column
            if what and what.column in (CommentColumn.PROPOSAL, CommentColumn.COMMENT, CommentColumn.JUSTIFICATION)
            else None
        )
        if not named and said is None:
            continue
        if cell.marked[start : match.start()].strip():
            found.append(CellComment(who, column, cut(cell, start, match.start())))
        who, column = (named, said) if named else (who, said)
        start = match.end()
        if match["what"] and said is None:  # brackets that say something else belong to the words
            start = match.start("what") - 1
    if cell.marked[start:].strip():
        found.append(CellComment(who, column, cut(cell, start, len(cell.marked))))
    return found


def _codes(printed: str) -> tuple[str, ...]:
    found = tuple(words.code(one) for one in re.findall(_CODE, printed))
    return tuple(one for one in found if one) if all(found) else ()


def cut(cell: Paragraph, start: int, end: int) -> Paragraph:
    """Some words of a cell with what they bear, without space around them."""
    text = cell.marked[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    spans = (Span(max(s.start, start) - start, min(s.end, end) - start, s.mark) for s in cell.spans)
    return replace(
        cell, marked=cell.marked[start:end], spans=tuple(s for s in spans if s.start < s.end), calls=(), boxes=()
    )
