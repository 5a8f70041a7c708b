"""How a file of annotations is laid out: documents under each other, each with a table of its provisions."""

import datetime

from delegate_desk.export.annotation_export import Circulating, Inside, OnDocument, Remarks, Sheaf
from delegate_desk.export.blocks import Cell, Row, Run, Sheet, Table, Text
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.labels import Labels, word_language
from delegate_desk.export.layouts.page import HEAD_GROUND, INTERNAL_GROUND, Page, capital

_TEXT_WIDTH = 4677
WIDTHS = (_TEXT_WIDTH, TEXT_WIDTH - _TEXT_WIDTH)
_SHORT_LABEL = 5
"""A longer label stands above its text, not in the margin."""
_LONG_CELL = 400
"""A row with more characters than this in a cell, about a dozen lines, may be broken by a page."""


def lay_out(sheaf: Sheaf[Circulating] | Sheaf[Inside], labels: Labels, *, internal: bool) -> Sheet:
    """Lay annotations out for circulation or, with what is internal, for the capital."""
    return _Layout(sheaf, labels, internal=internal).sheet()


class _Layout(Page):
    """One file with what its parts share."""

    def __init__(self, sheaf: Sheaf[Circulating] | Sheaf[Inside], labels: Labels, *, internal: bool) -> None:
        super().__init__(labels, sheaf.marking, internal=internal)
        self._sheaf = sheaf

    def sheet(self) -> Sheet:
        title, author = self.words["annotations"], self.labels.delegation(self._sheaf.delegation)
        covers = [one.cover for one in self._sheaf.documents]
        named = covers[0].name if len(covers) == 1 else title
        heads = [Text((self.label(author),), Style.TITLE), Text((self.label(title),), Style.SUBTITLE)]
        blocks: list[Text | Table] = [
            *self.notice(),
            *heads,
            *self.details([(self.words["date"], self.label(self.labels.date(self._sheaf.date)))]),
        ]
        for one in self._sheaf.documents:
            blocks += self._document(one)
        return Sheet(
            title=title,
            author=author,
            language=word_language(covers[0].language) if len(covers) == 1 else self.said,
            blocks=tuple(blocks),
            first_head=self.first_head(),
            head=self.head(f"{author} · {named}"),
            foot=self.foot(named),
        )

    def _document(self, one: OnDocument[Circulating] | OnDocument[Inside]) -> list[Text | Table]:
        cover, language = one.cover, word_language(one.cover.language)
        marking = [Run("  "), Run(cover.marking, style=Style.MARKING_SIGN)] if cover.marking else []
        head = Text((self.label(cover.name), *marking), Style.HEADING, keep_next=True)
        subject = [Text((Run(cover.subject, language),), Style.LEGEND, keep_next=True)] if cover.subject else []
        names = (self.words["annotated_text"], self.words["annotations"])
        heads = Row(tuple(Cell((Text((self.label(name),), Style.COLUMN_HEAD),)) for name in names), head=True)
        rows = [row for unit in one.units for row in self._unit(unit, language)]
        return [head, *subject, Table(WIDTHS, (heads, *rows), cover.name)]

    def _unit(self, unit: Remarks[Circulating] | Remarks[Inside], language: str) -> list[Row]:
        """A provision's name, its text, and beside it what is said; what is internal below, shaded."""
        name = capital(unit.citation) if unit.citation else self.words["unplaced"]
        head = Row((Cell((Text((self.label(name),), Style.PROVISION, keep_next=True),), span=2, ground=HEAD_GROUND),))
        open_: list[Text] = []
        shut: list[Text] = []
        for remark in unit.remarks:
            if isinstance(remark, Inside) and remark.internal:
                shut += [*self._remark(remark, language, self.sign()), *self._more(remark)]
            elif isinstance(remark, Inside):
                open_ += self._remark(remark.leaves(), language)
                shut += self._besides(remark)
            else:
                open_ += self._remark(remark, language)
        text = self._text(unit, language)
        said = sum(len(run.text) for one in open_ for run in one.runs)
        long = max(len(unit.text), said) > _LONG_CELL
        rows = [head, Row((Cell(text), Cell(tuple(open_) or (Text((), Style.COMMENT),))), splits=long)]
        if shut:
            rows.append(Row((Cell(tuple(shut), span=2, ground=INTERNAL_GROUND),), splits=True))
        return rows

    def _text(self, unit: Remarks[Circulating] | Remarks[Inside], language: str) -> tuple[Text, ...]:
        body = Run(unit.text, language)
        if not unit.label:
            return (Text((body,), Style.PROVISION_TEXT),)
        if len(unit.label) > _SHORT_LABEL:
            return (Text((Run(unit.label, language),), Style.PROVISION_LABEL), Text((body,), Style.PROVISION_TEXT))
        return (Text((Run(unit.label, language), Run("\t"), body), Style.NUMBERED_TEXT),)

    def _remark(self, remark: Circulating | Inside, language: str, *sign: Run) -> list[Text]:
        head = [*sign, self._kind(remark)]
        if remark.quote:
            head += [self.label(self.words["colon"]), Run(self.labels.quote(remark.quote), language)]
        if remark.text.strip():
            head.append(self.label(" – " if remark.quote else self.words["colon"]))
        return self.lines(remark.text, Style.INTERNAL if sign else Style.COMMENT, *head, language=language)

    def _besides(self, remark: Inside) -> list[Text]:
        """What does not circulate of an annotation that does: that it is a red line, its tags, its deadline."""
        more = self._parts(remark)
        if not more and remark.kind is remark.leaves().kind:
            return []
        told = [self.label(self.words["colon"] + " · ".join(more), Style.SOFT)] if more else []
        return [Text((self.sign(), self._kind(remark), *told), Style.INTERNAL)]

    def _more(self, remark: Inside) -> list[Text]:
        """A line with what the capital sees of an internal annotation besides."""
        parts = self._parts(remark)
        return [Text((self.label(" · ".join(parts), Style.SOFT),), Style.INTERNAL)] if parts else []

    def _kind(self, remark: Circulating | Inside) -> Run:
        kind = self.labels.kinds[remark.kind]
        return self.label(f"{remark.holder}: {kind}" if remark.holder else kind, Style.STRONG)

    def _parts(self, remark: Inside) -> list[str]:
        parts = [f"#{tag}" for tag in remark.tags]
        if remark.due:
            parts.append(self.words["deadline"].format(when=self._moment(remark.due)))
        if remark.done:
            parts.append(self.words["done"])
        return parts

    def _moment(self, due: datetime.datetime) -> str:
        local = due.astimezone()
        return f"{self.labels.date(local.date())}, {local:%H:%M}"
