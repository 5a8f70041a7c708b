"""How an annotated text is laid out: all of it with its own marks, and beside it what we say.

In tracked changes what we propose is in the text, else it is in the comments too, so that the text's own marks are told
from ours.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from delegate_desk.core.documents.document import Address, Call, Document, Mark, Paragraph, Reading, Span, View
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.positions.position import Does
from delegate_desk.core.word_diff import Change, Words
from delegate_desk.export.blocks import Cell, Comment, Footnote, Row, Run, Sheet, Table, Text
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.internal_content import Internal, InternalProvision, Note
from delegate_desk.export.labels import Labels
from delegate_desk.export.layouts.provision_page import ProvisionPage
from delegate_desk.export.layouts.unit_styles import gap_of, style_of
from delegate_desk.export.position_paper import Paper, Provision, Remark, as_unit
from delegate_desk.export.redline.content import Line
from delegate_desk.export.redline.provision_order import COMING, Order, row_of


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on some words of a unit: 0-based, end-exclusive, in code points of its text after marked changes.

    Attributes:
        end: None for all of the unit, its label too.
    """

    comment: Comment
    start: int = 0
    end: int | None = None


def whole(said: Sequence[Said]) -> tuple[Comment, ...]:
    """The comments on all of a unit."""
    return tuple(one.comment for one in said if one.end is None)


def runs(
    unit: Paragraph, words: Words | None, said: Sequence[Said], notes: dict[Address, Footnote], language: str
) -> Iterator[Run]:
    """The words of a unit.

    Args:
        unit: Of a text.
        words: From its text after marked changes to what is proposed; None to show it as marked.
        said: What is said of it.
        notes: The footnotes of the text.
        language: As Word names it.
    """
    view = View.MARKED if words is None else View.AFTER
    reading = unit.reading(view)
    placed = _placed(unit, said, view, len(reading.text))
    if words is None:
        words = ((Change.EQUAL, reading.text),) if reading.text else ()
    calls = list(reading.calls)
    cuts = _cuts(reading, placed)
    yield from _called(calls, 0, notes, language, Change.EQUAL)
    at = 0
    for change, text in words:
        if change is Change.INSERT:
            yield Run(text, language, change=change, comments=whole(said))
            continue
        begin, at = at, at + len(text)
        for a, b in pairwise([begin, *(cut for cut in cuts if begin < cut < at), at]):
            about = tuple(one.comment for one, start, end in placed if start <= a and b <= end)
            yield Run(reading.text[a:b], language, _look(reading.spans, a), change, comments=about)
            yield from _called(calls, b, notes, language, change)


def _called(calls: list[Call], at: int, notes: dict[Address, Footnote], language: str, change: Change) -> Iterator[Run]:
    """The footnotes that are called at an offset, each once."""
    while calls and calls[0].offset <= at:
        note = notes.get(calls.pop(0).note)
        if note is not None:
            yield Run("", language, change=change, note=note)


def _placed(unit: Paragraph, said: Sequence[Said], view: View, length: int) -> list[tuple[Said, int, int]]:
    """Where comments stand in a view; those that are on no words of it are on all."""
    kept = unit.kept(View.AFTER) if view is View.MARKED else range(length)
    placed = []
    for one in said:
        if one.end is None or not 0 <= one.start < one.end <= len(kept):
            placed.append((one, 0, length))
        else:
            placed.append((one, kept[one.start], kept[one.end - 1] + 1))
    return placed


def _cuts(reading: Reading, placed: Sequence[tuple[Said, int, int]]) -> list[int]:
    edges = {edge for span in reading.spans for edge in (span.start, span.end)}
    edges |= {edge for _, start, end in placed for edge in (start, end)}
    return sorted(edges | {call.offset for call in reading.calls})


def _look(spans: Sequence[Span], at: int) -> Style | None:
    """How the words at an offset are marked by the text itself."""
    marks = {span.mark for span in spans if span.start <= at < span.end}
    looks = ((Mark.REMOVED, Style.DELETED), (Mark.ADDED, Style.ADDED), (Mark.BOLD, Style.STRONG))
    return next((look for mark, look in looks if mark in marks), None)


def lay_out(
    document: Document, paper: Paper, labels: Labels, markup: MarkupStyle, internal: Internal | None = None
) -> Sheet:
    """Lay the whole text out with what circulates or, with what is internal, for the capital."""
    return _Layout(document, paper, labels, markup, internal).sheet()


class _Layout(ProvisionPage):
    """One text."""

    def __init__(
        self, document: Document, paper: Paper, labels: Labels, markup: MarkupStyle, internal: Internal | None
    ) -> None:
        super().__init__(paper.cover, labels, markup, internal=internal is not None)
        self._document = document
        self._paper = paper
        self._inside = internal
        self._is_tracked = markup is MarkupStyle.TRACKED
        self._said = {one.address: one for one in paper.provisions}
        self._more = {one.address: one for one in (internal.provisions if internal else ())}
        lines = [Line(one.address, one.does, None, one.after, one.label, ()) for one in paper.provisions]
        self._order = Order(document, lines)
        self._behind = self._order.behind()
        coming = [line for some in self._behind.values() for line in some]
        moved = [line.address for line in coming if line.does is Does.MOVE]
        self._leaving = (
            {unit.address for one in moved for unit in self._order.subtree(one)} if self._is_tracked else set()
        )
        self._told = {unit.address for unit in document.units()} | {line.address for line in coming}
        self._notes: dict[Address, Footnote] = {}

    def sheet(self) -> Sheet:
        named = self.words["annotated"]
        author = self.labels.delegation(self._paper.delegation)
        self._notes = {note.address: self._note(note) for note in self._document.footnotes}
        general = self.general(self._paper, self._inside)
        heading = [Text((self.label(self.words["general"]),), Style.HEADING)] if general else []
        title = f"{named} – {self.cover.name}"
        blocks = (
            *self.notice(),
            Text((self.label(named),), Style.TITLE),
            Text((Run(self.cover.name),), Style.SUBTITLE),
            *self.details([*self.about(), (self.words["date"], self.label(self.labels.date(self._paper.date)))]),
            *heading,
            *general,
            Text((self.label(self.words["annotated_text"]),), Style.HEADING),
            Text((self.label(self.words[f"legend_annotated_{self.markup}"]),), Style.LEGEND),
            *self._coming(Address("")),
            *self._blocks(),
            *self._uncalled(),
            *self._unplaced(),
        )
        return self.whole(self._paper, title, f"{author} · {named} · {self.cover.name}", blocks)

    # The text

    def _blocks(self) -> Iterator[Text | Table]:
        paragraphs = self._document.paragraphs
        for table, units in groupby(paragraphs, lambda unit: _table_of(unit.address)):
            if table:
                yield self._table(list(units))
                continue
            for unit in units:
                yield from self._unit(unit)
                yield from self._coming(unit.address)

    def _unit(self, unit: Paragraph) -> Iterator[Text]:
        said = self._all_said(unit)
        if not (unit.label or unit.marked or said):
            return
        own = self._said.get(unit.address)
        goes = unit.address in self._leaving or (self._is_tracked and own is not None and own.does is Does.DELETE)
        yield self._paragraph(unit, self._words(unit), said, Change.DELETE if goes else Change.EQUAL)

    def _words(self, unit: Paragraph) -> Words | None:
        """What we change in a unit; None where it stands as it is."""
        own = self._said.get(unit.address)
        if unit.address in self._leaving:
            return ((Change.DELETE, unit.text),) if unit.text else ()
        if not self._is_tracked or own is None or own.does not in (Does.REWORD, Does.DELETE):
            return None
        return own.words

    def _paragraph(self, unit: Paragraph, words: Words | None, said: list[Said], change: Change) -> Text:
        style = style_of(unit, labelled=bool(unit.label))
        label = [Run(unit.label, self.own, change=change, comments=whole(said))] if unit.label else []
        body = list(runs(unit, words, said, self._notes, self.own))
        gap = gap_of(style)
        has_gap = bool(gap) and (gap == "\t" or bool(label and body))
        made = (*label, *([Run(gap, change=change)] if has_gap else []), *body) or (Run("", comments=whole(said)),)
        return Text(made, style, keep_next=style is Style.PART, change=change)

    def _coming(self, anchor: Address) -> Iterator[Text]:
        """What we want to stand behind a unit, where changes are tracked; else the comment on the unit says it."""
        for line in self._behind.get(anchor, ()) if self._is_tracked else ():
            own = self._said[line.address]
            if line.does is Does.INSERT:
                new = as_unit(own.address, own.label)
                yield self._paragraph(new, own.words, self._on(own, own.address), Change.INSERT)
                continue
            for unit in self._order.subtree(line.address):
                there = self._said.get(unit.address)
                if there is None or there.does is not Does.DELETE:
                    yield self._arrived(unit, there)

    def _arrived(self, unit: Paragraph, own: Provision | None) -> Text:
        """A unit that moved, where it is to stand."""
        words = own.words if own else ((Change.EQUAL, unit.text),) if unit.text else ()
        text = self._paragraph(unit, words, [], Change.INSERT)
        kept = (run for run in text.runs if run.change is not Change.DELETE)
        return replace(text, runs=tuple(replace(run, change=Change.INSERT) for run in kept))

    def _table(self, cells: list[Paragraph]) -> Table:
        columns = max(_column(unit) for unit in cells)
        rows = []
        for _, some in groupby(cells, lambda unit: unit.address.rpartition("__")[0]):
            found = {_column(unit): unit for unit in some}
            rows.append(Row(tuple(self._cell(found.get(n)) for n in range(1, columns + 1)), splits=True))
        return Table((TEXT_WIDTH // columns,) * columns, tuple(rows), self.words["annotated_text"])

    def _cell(self, unit: Paragraph | None) -> Cell:
        if unit is None:
            return Cell((Text((), Style.PROVISION_TEXT),))
        said = self._all_said(unit)
        made = tuple(runs(unit, self._words(unit), said, self._notes, self.own)) or (Run("", comments=whole(said)),)
        further = (replace(text, style=Style.PROVISION_TEXT) for text in self._coming(unit.address))
        return Cell((Text(made, Style.PROVISION_TEXT), *further))

    def _note(self, note: Paragraph) -> Footnote:
        made = tuple(runs(note, self._words(note), self._all_said(note), {}, self.own))
        return Footnote((Text(made or (Run("", self.own),)),), note.label)

    def _uncalled(self) -> Iterator[Text]:
        """The footnotes that no unit calls."""
        called = {call.note for unit in self._document.paragraphs for call in unit.calls}
        left = [note for note in self._document.footnotes if note.address not in called]
        if left:
            yield Text((self.label(self.words["footnotes"]),), Style.HEADING)
        for note in left:
            yield from self._unit(note)

    # What is said of it

    def _all_said(self, unit: Paragraph) -> list[Said]:
        """The comments on a unit, also on what is to stand behind it where changes are not tracked."""
        said = self._on(self._said.get(unit.address), unit.address)
        if not self._is_tracked:
            is_first = unit is self._document.paragraphs[0]
            lines = [*(self._behind.get(Address(""), ()) if is_first else ()), *self._behind.get(unit.address, ())]
            new = [line.address for line in lines if line.does is Does.INSERT]
            said += [one for address in new for one in self._on(self._said[address], address)]
        return said

    def _on(self, own: Provision | None, address: Address) -> list[Said]:
        more = self._more.get(address)
        said: list[Said] = []
        if own and (texts := self._line(own)):
            said.append(Said(self._comment(texts)))
        said += [self._remark(one) for one in (own.remarks if own else ())]
        if more:
            texts = self.instructions(replace(more, notes=()), Style.NORMAL)
            said += [Said(self._comment(texts))] if texts else []
            said += [self._remark(one) for one in more.notes]
        return said

    def _line(self, own: Provision) -> list[Text]:
        """Our line on a provision: what is asked, the stance, the comment."""
        texts = []
        if own.does is Does.MOVE or (not self._is_tracked and own.does in (*COMING, Does.DELETE)):
            texts.append(Text((self.label(self.place(own), Style.STRONG),)))
        texts += [replace(text, style=Style.NORMAL) for text in self.stance_line(own)]
        if not self._is_tracked and own.does in (Does.REWORD, Does.INSERT, Does.MOVE) and _differs(own):
            head = self.label(self.words["proposal"] + self.words["colon"], Style.STRONG)
            texts.append(Text((head, *self.marked(own.words, self.markup, self.own))))
        return texts + self.comments(replace(own, remarks=()), Style.NORMAL)

    def _remark(self, one: Remark | Note) -> Said:
        """A note on words, or on all of a unit."""
        is_on_words = one.start is not None and bool(one.quote)
        shown = replace(one, quote="") if is_on_words else one
        texts = self.note(shown, Style.NORMAL, self.own) if isinstance(shown, Note) else self._open(shown)
        comment = self._comment(texts)
        return (
            Said(comment, one.start, one.start + len(one.quote))
            if one.start is not None and is_on_words
            else Said(comment)
        )

    def _comment(self, texts: Iterable[Text]) -> Comment:
        return Comment(tuple(texts), initials=self._paper.delegation or "")

    def _open(self, remark: Remark) -> list[Text]:
        return self.remark(remark, Style.NORMAL, language=self.own)

    def _unplaced(self) -> Iterator[Text]:
        """What is said on provisions that the text does not have."""
        said: dict[Address, Provision | InternalProvision] = {**self._more, **self._said}
        left = [one for address, one in said.items() if address not in self._told]
        if left:
            yield Text((self.label(self.words["unplaced"]),), Style.HEADING)
        for one in left:
            yield Text((self.label(self.place(one)),), Style.PROVISION)
            for about in self._on(self._said.get(one.address), one.address):
                yield from about.comment.texts


def _differs(own: Provision) -> bool:
    return any(change is not Change.EQUAL for change, _ in own.words)


def _table_of(address: Address) -> str:
    """The table of a cell; empty for what is none."""
    return address.rsplit("__", 2)[0] if row_of(address) else ""


def _column(unit: Paragraph) -> int:
    row = row_of(unit.address)
    assert row is not None
    return row[1]
