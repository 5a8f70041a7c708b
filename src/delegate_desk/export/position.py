"""How a position paper is laid out: its heads, its general comments, and the table of provisions."""

from dataclasses import replace

from delegate_desk.core.export import MarkupStyle
from delegate_desk.core.words import Change, Words
from delegate_desk.export.blocks import Cell, Field, Row, Run, Sheet, Table, Text
from delegate_desk.export.internal import Internal, InternalProvision, Note
from delegate_desk.export.labels import Labels, word_language
from delegate_desk.export.paper import Paper, Provision, Remark
from delegate_desk.export.template import TEXT_WIDTH, Style

_SUGGESTIONS_WIDTH = 5700
WIDTHS = (_SUGGESTIONS_WIDTH, TEXT_WIDTH - _SUGGESTIONS_WIDTH)
HEAD_GROUND = "F1EFEA"
INTERNAL_GROUND = "FBF3E0"
_SHORT_LABEL = 5
"""A longer label stands above its text, not in the margin."""
_LONG_CELL = 500
"""A row with more characters than this in a cell, about a dozen lines, may be broken by a page."""


def lay_out(paper: Paper, labels: Labels, markup: MarkupStyle, internal: Internal | None = None) -> Sheet:
    """Lay the paper out for circulation or, with what is internal, for the capital."""
    return _Layout(paper, labels, markup, internal).sheet()


class _Layout:
    """One paper with what its parts share: the words of the labels, and the two languages."""

    def __init__(self, paper: Paper, labels: Labels, markup: MarkupStyle, internal: Internal | None) -> None:
        self._paper = paper
        self._labels = labels
        self._words = labels.words
        self._markup = markup
        self._internal = internal
        self._own = word_language(paper.cover.language)
        self._said = word_language(labels.language)

    def sheet(self) -> Sheet:
        title = self._words["comments_on"].format(name=self._paper.cover.name)
        author = self._labels.delegation(self._paper.delegation)
        blocks: list[Text | Table] = [
            *self._notice(),
            Text((self._label(author),), Style.TITLE),
            Text((self._label(title),), Style.SUBTITLE),
            *self._details(),
            *self._general(),
        ]
        rows = self._rows()
        if rows:
            heading = self._words["provisions"]
            legend = self._words[f"legend_{self._markup}"]
            blocks += [
                Text((self._label(heading),), Style.HEADING),
                *([Text((self._label(legend),), Style.LEGEND)] if self._changes() else []),
                Table(WIDTHS, (self._column_heads(), *rows), heading),
            ]
        return Sheet(
            title=title,
            author=author,
            language=self._own,
            blocks=tuple(blocks),
            first_head=self._first_head(),
            head=(self._head(f"{author} · {self._paper.cover.name}"),),
            foot=(self._foot(),),
            tracked=self._markup is MarkupStyle.TRACKED,
        )

    def _label(self, text: str, style: Style | None = None) -> Run:
        return Run(text, self._said, style)

    def _text(self, text: str) -> Run:
        return Run(text, self._own)

    def _first_head(self) -> tuple[Text, ...]:
        marking = self._paper.cover.marking
        return (Text((Run(marking),), Style.MARKING),) if marking else (Text((), Style.RUNNING_HEAD),)

    def _head(self, text: str) -> Text:
        runs = [self._label(text)]
        if self._internal:
            runs += [self._label("   "), self._label(self._words["internal_banner"], Style.INTERNAL_SIGN)]
        if self._paper.cover.marking:
            runs += [Run("\t"), self._marking_sign(self._paper.cover.marking)]
        return Text(tuple(runs), Style.RUNNING_HEAD)

    def _foot(self) -> Text:
        marking = self._paper.cover.marking
        pages = (Run("\t"), Run("1", field=Field.PAGE), Run("/"), Run("1", field=Field.PAGES))
        middle = (Run("\t"), *((self._marking_sign(marking),) if marking else ()))
        return Text((Run(self._paper.cover.name), *middle, *pages), Style.RUNNING_FOOT)

    def _marking_sign(self, marking: str) -> Run:
        return Run(marking, style=Style.MARKING_SIGN)

    def _notice(self) -> list[Text]:
        """Who this copy is for, where it is not for all."""
        if not self._internal:
            return []
        banner = self._label(self._words["internal_banner"], Style.INTERNAL_SIGN)
        return [Text((banner,), Style.NOTICE), Text((self._label(self._words["internal_notice"]),), Style.NOTICE)]

    def _details(self) -> list[Text]:
        cover = self._paper.cover
        words = self._words
        document = cover.name
        if cover.date:
            document = words["document_dated"].format(name=cover.name, date=self._labels.date(cover.date))
        details = [(words["document"], self._label(document))]
        if cover.interinstitutional_files:
            details.append((words["file"], Run(", ".join(cover.interinstitutional_files))))
        if cover.subject:
            details.append((words["subject"], self._text(cover.subject)))
        details.append((words["date"], self._label(self._labels.date(self._paper.date))))
        lines = [(self._label(name, Style.SOFT), Run("\t"), value) for name, value in details]
        return [Text(line, Style.DETAIL) for line in lines[:-1]] + [Text(lines[-1], Style.LAST_DETAIL)]

    def _general(self) -> list[Text | Table]:
        blocks: list[Text | Table] = []
        internal = self._internal.general.strip() if self._internal else ""
        if self._paper.general.strip() or internal:
            blocks.append(Text((self._label(self._words["general"]),), Style.HEADING))
        blocks += self._lines(self._paper.general, Style.NORMAL)
        if internal:
            blocks += self._marked_internal(internal, Style.INTERNAL_NOTE)
        return blocks

    def _lines(self, text: str, style: Style, *before: Run) -> list[Text]:
        """A text's lines as paragraphs, something before the first."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            return [Text(before, style)] if before else []
        return [Text((*(before if n == 0 else ()), self._text(line)), style) for n, line in enumerate(lines)]

    def _marked_internal(self, text: str, style: Style) -> list[Text]:
        return self._lines(text, style, *self._sign())

    def _sign(self) -> tuple[Run, ...]:
        sign = self._words["internal"] + self._words["colon"]
        return (self._label(sign, Style.INTERNAL_SIGN),)

    def _column_heads(self) -> Row:
        names = (self._words["suggestions"], self._words["comments"])
        return Row(tuple(Cell((Text((self._label(name),), Style.COLUMN_HEAD),)) for name in names), head=True)

    def _changes(self) -> bool:
        return any(change is not Change.EQUAL for p in self._paper.provisions for change, _ in p.words)

    def _rows(self) -> list[Row]:
        """What circulates and what is internal on a provision stand under one head, in the document's order."""
        said = {(p.order, p.citation): p for p in self._paper.provisions}
        inside = {(p.order, p.citation): p for p in (self._internal.provisions if self._internal else ())}
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
        name = citation[:1].upper() + citation[1:]
        stance = (self._label(self._labels.stances[own.stance]),) if own and own.stance else ()
        cells = (
            Cell((Text((self._label(name),), Style.PROVISION),), ground=HEAD_GROUND),
            Cell((Text(stance, Style.STANCE),), ground=HEAD_GROUND),
        )
        return Row(cells)

    def _provision_row(self, shown: Provision | InternalProvision, own: Provision | None) -> Row:
        comments: list[Text] = []
        if own:
            comments += self._lines(own.comment, Style.COMMENT)
            for remark in own.remarks:
                comments += self._remark(remark)
        long = max(sum(len(text) for _, text in shown.words), sum(len(r.text) for t in comments for r in t.runs))
        return Row(
            (Cell(self._wording(shown)), Cell(tuple(comments) or (Text((), Style.COMMENT),))), splits=long > _LONG_CELL
        )

    def _wording(self, shown: Provision | InternalProvision) -> tuple[Text, ...]:
        runs = self._runs(shown.words)
        if not shown.label:
            return (Text(runs, Style.PROVISION_TEXT),)
        if shown.heading or len(shown.label) > _SHORT_LABEL:
            head = Text((self._text(shown.label),), Style.PROVISION_LABEL)
            return (head, Text(runs, Style.PROVISION_TEXT)) if runs else (head,)
        return (Text((self._text(shown.label), Run("\t"), *runs), Style.NUMBERED_TEXT),)

    def _runs(self, words: Words) -> tuple[Run, ...]:
        if self._markup is MarkupStyle.TRACKED:
            return tuple(Run(text, self._own, change=change) for change, text in words)
        looks = {Change.EQUAL: None, Change.INSERT: Style.ADDED, Change.DELETE: Style.DELETED}
        return tuple(Run(text, self._own, looks[change]) for change, text in words)

    def _remark(self, remark: Remark | Note, *before: Run, style: Style = Style.COMMENT) -> list[Text]:
        head = [*before, self._label(self._labels.kinds[remark.kind], Style.STRONG)]
        if remark.quote:
            head += [self._label(self._words["colon"]), self._text(self._labels.quote(remark.quote))]
        if remark.text.strip():
            head.append(self._label(self._words["colon"] if not remark.quote else " – "))
        return self._lines(remark.text, style, *head)

    def _internal_row(self, more: InternalProvision) -> Row:
        texts: list[Text] = []
        if more.stance:
            name = self._words["internal_stance"].format(stance=self._labels.stances[more.stance])
            texts.append(Text((*self._sign(), self._label(name)), Style.INTERNAL))
        if more.text.strip():
            texts += self._marked_internal(more.text, Style.INTERNAL)
        for note in more.notes:
            texts += self._remark(note, *self._sign(), style=Style.INTERNAL)
            if note.tags:
                texts.append(Text((Run(" ".join(f"#{tag}" for tag in note.tags), style=Style.SOFT),), Style.INTERNAL))
        return Row((Cell(tuple(texts), span=2, ground=INTERNAL_GROUND),), splits=True)


def _kept_with_next(row: Row) -> Row:
    """A short row stays on one page with the one after it."""
    if row.splits:
        return row
    cells = (replace(cell, texts=tuple(replace(text, keep_next=True) for text in cell.texts)) for cell in row.cells)
    return replace(row, cells=tuple(cells))
