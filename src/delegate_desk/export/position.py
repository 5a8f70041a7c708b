"""How a position paper is laid out: its heads, its general comments, and the table of provisions."""

from dataclasses import replace

from delegate_desk.core.export import MarkupStyle
from delegate_desk.core.words import Change
from delegate_desk.export.blocks import Cell, Row, Run, Sheet, Table, Text
from delegate_desk.export.internal import Internal, InternalProvision
from delegate_desk.export.labels import Labels, word_language
from delegate_desk.export.page import HEAD_GROUND, INTERNAL_GROUND, Page, capital
from delegate_desk.export.paper import Paper, Provision
from delegate_desk.export.template import TEXT_WIDTH, Style

_SUGGESTIONS_WIDTH = 5700
WIDTHS = (_SUGGESTIONS_WIDTH, TEXT_WIDTH - _SUGGESTIONS_WIDTH)
_SHORT_LABEL = 5
"""A longer label stands above its text, not in the margin."""
_LONG_CELL = 500
"""A row with more characters than this in a cell, about a dozen lines, may be broken by a page."""


def lay_out(paper: Paper, labels: Labels, markup: MarkupStyle, internal: Internal | None = None) -> Sheet:
    """Lay the paper out for circulation or, with what is internal, for the capital."""
    return _Layout(paper, labels, markup, internal).sheet()


class _Layout(Page):
    """One paper with what its parts share: the words of the labels, and the two languages."""

    def __init__(self, paper: Paper, labels: Labels, markup: MarkupStyle, internal: Internal | None) -> None:
        super().__init__(labels, paper.cover.marking, internal=internal is not None)
        self._paper = paper
        self._markup = markup
        self._inside = internal
        self._own = word_language(paper.cover.language)

    def sheet(self) -> Sheet:
        title = self.words["comments_on"].format(name=self._paper.cover.name)
        author = self.labels.delegation(self._paper.delegation)
        blocks: list[Text | Table] = [
            *self.notice(),
            Text((self.label(author),), Style.TITLE),
            Text((self.label(title),), Style.SUBTITLE),
            *self._details(),
            *self._general(),
        ]
        rows = self._rows()
        if rows:
            heading = self.words["provisions"]
            legend = self.words[f"legend_{self._markup}"]
            blocks += [
                Text((self.label(heading),), Style.HEADING),
                *([Text((self.label(legend),), Style.LEGEND)] if self._changes() else []),
                Table(WIDTHS, (self._column_heads(), *rows), heading),
            ]
        return Sheet(
            title=title,
            author=author,
            language=self._own,
            blocks=tuple(blocks),
            first_head=self.first_head(),
            head=self.head(f"{author} · {self._paper.cover.name}"),
            foot=self.foot(self._paper.cover.name),
            tracked=self._markup is MarkupStyle.TRACKED,
        )

    def _text(self, text: str) -> Run:
        return Run(text, self._own)

    def _details(self) -> list[Text]:
        cover = self._paper.cover
        words = self.words
        document = cover.name
        if cover.date:
            document = words["document_dated"].format(name=cover.name, date=self.labels.date(cover.date))
        details = [(words["document"], self.label(document))]
        if cover.interinstitutional_files:
            details.append((words["file"], Run(", ".join(cover.interinstitutional_files))))
        if cover.subject:
            details.append((words["subject"], self._text(cover.subject)))
        details.append((words["date"], self.label(self.labels.date(self._paper.date))))
        return self.details(details)

    def _general(self) -> list[Text | Table]:
        blocks: list[Text | Table] = []
        internal = self._inside.general.strip() if self._inside else ""
        if self._paper.general.strip() or internal:
            blocks.append(Text((self.label(self.words["general"]),), Style.HEADING))
        blocks += self.lines(self._paper.general, Style.NORMAL, language=self._own)
        if internal:
            blocks += self.internal_lines(internal, Style.INTERNAL_NOTE, self._own)
        return blocks

    def _column_heads(self) -> Row:
        names = (self.words["suggestions"], self.words["comments"])
        return Row(tuple(Cell((Text((self.label(name),), Style.COLUMN_HEAD),)) for name in names), head=True)

    def _changes(self) -> bool:
        return any(change is not Change.EQUAL for p in self._paper.provisions for change, _ in p.words)

    def _rows(self) -> list[Row]:
        """What circulates and what is internal on a provision stand under one head, in the document's order."""
        said = {(p.order, p.citation): p for p in self._paper.provisions}
        inside = {(p.order, p.citation): p for p in (self._inside.provisions if self._inside else ())}
        rows: list[Row] = []
        for key in sorted(said.keys() | inside.keys()):
            own, more = said.get(key), inside.get(key)
            shown = own or more
            if shown is None:
                continue
            row = self._provision_row(shown, own)
            rows.append(self._provision_head(shown.citation, own))
            rows += [_kept_with_next(row), self._internal_row(more)] if more else [row]
        return rows

    def _provision_head(self, citation: str, own: Provision | None) -> Row:
        name = capital(citation)
        stance = (self.label(self.labels.stances[own.stance]),) if own and own.stance else ()
        cells = (
            Cell((Text((self.label(name),), Style.PROVISION),), ground=HEAD_GROUND),
            Cell((Text(stance, Style.STANCE),), ground=HEAD_GROUND),
        )
        return Row(cells)

    def _provision_row(self, shown: Provision | InternalProvision, own: Provision | None) -> Row:
        comments: list[Text] = []
        if own:
            comments += self.lines(own.comment, Style.COMMENT, language=self._own)
            for remark in own.remarks:
                comments += self.remark(remark, Style.COMMENT, language=self._own)
        long = max(sum(len(text) for _, text in shown.words), sum(len(r.text) for t in comments for r in t.runs))
        return Row(
            (Cell(self._wording(shown)), Cell(tuple(comments) or (Text((), Style.COMMENT),))), splits=long > _LONG_CELL
        )

    def _wording(self, shown: Provision | InternalProvision) -> tuple[Text, ...]:
        runs = self.marked(shown.words, self._markup, self._own)
        if not shown.label:
            return (Text(runs, Style.PROVISION_TEXT),)
        if shown.heading or len(shown.label) > _SHORT_LABEL:
            head = Text((self._text(shown.label),), Style.PROVISION_LABEL)
            return (head, Text(runs, Style.PROVISION_TEXT)) if runs else (head,)
        return (Text((self._text(shown.label), Run("\t"), *runs), Style.NUMBERED_TEXT),)

    def _internal_row(self, more: InternalProvision) -> Row:
        texts: list[Text] = []
        if more.stance:
            name = self.words["internal_stance"].format(stance=self.labels.stances[more.stance])
            texts.append(Text((self.sign(), self.label(name)), Style.INTERNAL))
        if more.text.strip():
            texts += self.internal_lines(more.text, Style.INTERNAL, self._own)
        for note in more.notes:
            texts += self.note(note, Style.INTERNAL, self._own)
        return Row((Cell(tuple(texts), span=2, ground=INTERNAL_GROUND),), splits=True)


def _kept_with_next(row: Row) -> Row:
    """A short row stays on one page with the one after it."""
    if row.splits:
        return row
    cells = (replace(cell, texts=tuple(replace(text, keep_next=True) for text in cell.texts)) for cell in row.cells)
    return replace(row, cells=tuple(cells))
