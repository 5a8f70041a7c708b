"""Layouts of a meeting: its report by item, the speaking note, and the matrix of delegations by places.

The report has the Presidency's conclusions and the interventions with their speakers. In the matrix each cell has a
sign and a colour, in landscape. A ``MatrixPaper`` circulates and has no red line; for the capital, red lines are passed
separately.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.meetings.meeting import Matrix
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.internal_content import Internal, InternalProvision
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import HEAD_GROUND, PageLayout, ProvisionPage, capital, changes, pair_provisions
from delegate_desk.export.meeting_report import (
    InternalItem,
    InternalReport,
    Locate,
    MeetingDetails,
    MeetingReport,
    ReportItem,
    Statement,
)
from delegate_desk.export.position_paper import PaperProvision, PositionPaper


class MeetingPage(PageLayout):
    def __init__(
        self, sitting: MeetingDetails, labels: ExportLabels, name: str, *, internal: bool, wide: bool = False
    ) -> None:
        super().__init__(labels, sitting.marking, internal=internal, wide=wide)
        self._sitting = sitting
        self._name = self.words[name]
        self._author = self.labels.delegation(sitting.delegation)
        self.agenda_language = word_language(sitting.language) if sitting.language else ""

    def build_export_document(
        self, blocks: Sequence[ExportParagraph | ExportTable], *, top: Sequence[ExportParagraph] = ()
    ) -> ExportDocument:
        """Return the whole file: its title and meeting, or another opening, then the blocks."""
        opening = top or [*self.notice("internal_report"), *self.title(), *self.details(self.sittings_details())]
        head, foot = f"{self._author} · {self._name}", self._sitting.reference
        title = f"{self._name} – {self._sitting.body}"
        return self.document(title, self._author, self.label_language, (*opening, *blocks), head=head, foot=foot)

    def title(self) -> list[ExportParagraph]:
        """Return delegation and title of the file, in one line if little else is on the page."""
        if self._wide:
            runs = (self.label(self._name, Style.STRONG), self.label(f" · {self._author}"))
            return [ExportParagraph(runs, Style.WIDE_TITLE)]
        return [self.line(self._author, Style.TITLE), self.line(self._name, Style.SUBTITLE)]

    def sittings_details(self) -> list[tuple[str, StyledRun]]:
        sitting = self._sitting
        found = [(self.words["body"], StyledRun(sitting.body, self.agenda_language))]
        when = self.day()
        if when:
            found.append((self.words["date"], self.label(when)))
        if sitting.place:
            found.append((self.words["place"], StyledRun(sitting.place, self.agenda_language)))
        if sitting.reference:
            found.append((self.words["agenda"], StyledRun(sitting.reference)))
        return found

    def day(self) -> str:
        """Return the date of the meeting; empty if it is unknown."""
        sitting = self._sitting
        if sitting.date is None:
            return ""
        date = self.labels.date(sitting.date)
        if sitting.begins is None:
            return date
        return self.words["meeting_day"].format(date=date, time=sitting.begins.strftime("%H:%M"))

    def item_heading(self, number: str, title: str) -> ExportParagraph:
        """Return the heading of an agenda item; one without a number is the meeting as a whole."""
        if not number:
            return self.line(self.words["whole"], Style.HEADING)
        return ExportParagraph((StyledRun(f"{number}. "), StyledRun(title, self.agenda_language)), Style.HEADING)

    def stance(self, stance: Stance) -> str:
        return f"{self.labels.signs[stance]}\u00a0{self.labels.stances[stance]}"


_CODE_WIDTH, _PLACE_WIDTH = 1640, 2400
_LONG = 700
"""Number of characters in a row, about ten lines, above which a page break is allowed in it."""


def lay_out(report: MeetingReport, labels: ExportLabels, internal: InternalReport | None = None) -> ExportDocument:
    """Lay out the report for circulation or, with internal content, for the capital."""
    page = _MeetingReportLayout(report, labels, internal)
    return page.build_export_document(page.blocks())


class _MeetingReportLayout(MeetingPage):
    def __init__(self, report: MeetingReport, labels: ExportLabels, internal: InternalReport | None) -> None:
        super().__init__(report.sitting, labels, "report", internal=internal is not None)
        self._report = report
        self._inside = internal

    def blocks(self) -> list[ExportParagraph | ExportTable]:
        blocks: list[ExportParagraph | ExportTable] = [*self._texts("summary", self._report.summary)]
        inside = dict(self._inside or {})
        for item in self._report.items:
            blocks += self._item(item, inside.pop(item.number, InternalItem()))
        general = inside.get("")
        if general and general.count():
            blocks += [self.item_heading("", ""), *self._internal_texts(general)]
        return blocks

    def _item(self, item: ReportItem, inside: InternalItem) -> list[ExportParagraph | ExportTable]:
        blocks: list[ExportParagraph | ExportTable] = [self.item_heading(item.number, item.title)]
        if item.documents:
            named = self.words["documents"].format(names=", ".join(item.documents))
            blocks.append(self.line(named, look=Style.SOFT, keep_next=True))
        blocks += self._texts("outcome", item.conclusions)
        blocks += self._texts("next_steps", item.next_steps)
        blocks += self._positions(item)
        if item.reservations:
            blocks.append(self.line(self.words["reservations"], Style.PART))
            for reservation in item.reservations:
                delegations = ", ".join(reservation.codes) or self._count(reservation.count)
                place = f" – {reservation.citation}" if reservation.citation else ""
                name = self.label(self.stance(reservation.stance) + self.words["colon"], Style.STRONG)
                blocks.append(ExportParagraph((name, self.label(delegations + place)), Style.STATEMENT))
        if item.is_empty() and not item.divided:
            blocks.append(self.line(self.words["nothing_said"], look=Style.SOFT))
        return blocks + self._internal_texts(inside)

    def _texts(self, name: str, texts: Sequence[str]) -> list[ExportParagraph]:
        if not texts:
            return []
        lines = (line for text in texts for line in self.lines(text, Style.NORMAL))
        return [self.line(self.words[name], Style.PART), *lines]

    def _positions(self, item: ReportItem) -> list[ExportParagraph | ExportTable]:
        whole = self.words["no_place" if item.number else "whole"]
        rows = []
        for passage in item.passages:
            texts = [self._statement(entry, "", self._count(entry.count)) for entry in passage.statements]
            rows.append(_row(self.line(capital(passage.name) or whole, Style.COMMENT, look=Style.STRONG), texts))
        speakers = []
        for speaker in item.speakers:
            texts = [self._statement(entry, entry.citation, "") for entry in _merge_statements(speaker.statements)]
            name = StyledRun(speaker.name, style=Style.STRONG)
            speakers.append(_row(ExportParagraph((name,), Style.COMMENT), texts))
        tables = []
        heading = self.words["positions"]
        if rows:
            tables.append(self._table(_PLACE_WIDTH, "where", rows, heading))
        if speakers:
            tables.append(self._table(_CODE_WIDTH, "speaker", speakers, heading))
        blocks: list[ExportParagraph | ExportTable] = [self.line(heading, Style.PART)] if tables else []
        for table in tables:
            blocks += [table, ExportParagraph((), Style.TABLE_END)]
        return blocks

    def _table(self, width: int, first: str, rows: Iterable[TableRow], caption: str) -> ExportTable:
        names = (self.words[first], self.words["said"])
        head = self.header_row(names)
        return ExportTable((width, TEXT_WIDTH - width), (head, *rows), caption)

    def _count(self, count: int) -> str:
        return self.words["delegations_one"] if count == 1 else self.words["delegations"].format(n=count)

    def _statement(self, statement: Statement, citation: str, speakers: str) -> list[ExportParagraph]:
        words = self._statement_text(statement)
        prefix: list[StyledRun] = []
        if citation:
            prefix.append(self.label(capital(citation) + self.words["colon"]))
        if statement.stance is not Stance.STATEMENT or not words:
            prefix.append(self.label(self.stance(statement.stance), Style.STRONG))
        if speakers:
            prefix.append(self.label(f" ({speakers})" if prefix else f"({speakers})"))
        if words and (speakers or statement.stance is not Stance.STATEMENT):
            prefix.append(StyledRun(" – "))
        return self.lines(words, Style.STATEMENT, *prefix)

    def _statement_text(self, statement: Statement) -> str:
        """Return the words, with proposed wordings in quotation marks of the labels' language, or after them."""
        words = statement.text
        missing = []
        for wording in statement.wordings:
            mark = re.compile(f"[\"'“”„‟«»‹›‘’]\\s*{re.escape(wording)}\\s*[\"'“”„‟«»‹›‘’]")
            quoted = self.labels.quote(wording)
            found = mark.search(words)
            if found:
                words = words[: found.start()] + quoted + words[found.end() :]
            else:
                missing.append(quoted)
        typed = self.words["wording"].format(text=", ".join(missing)) if missing else ""
        return "; ".join(filter(None, (words, typed)))

    def _internal_texts(self, inside: InternalItem) -> list[ExportParagraph | ExportTable]:
        blocks: list[ExportParagraph | ExportTable] = []
        if inside.red_lines:
            blocks.append(self._internal_heading("red_lines"))
            for code, citation in inside.red_lines:
                place = f" – {citation}" if citation else ""
                blocks.append(
                    ExportParagraph((StyledRun(code, style=Style.STRONG), self.label(place)), Style.INTERNAL_NOTE)
                )
        if inside.follow_ups:
            blocks.append(self._internal_heading("follow_up"))
            for task in inside.follow_ups:
                runs = [StyledRun("☐ ")]
                if task.due:
                    due = self.labels.format_time(task.due, "due") + self.words["colon"]
                    runs.append(self.label(due, Style.STRONG))
                runs.append(StyledRun(task.what) if task.what else self.label(self.labels.kinds[task.kind]))
                runs.append(self.label(f" ({task.citation})", Style.SOFT))
                blocks.append(ExportParagraph(tuple(runs), Style.INTERNAL_NOTE))
        if inside.notes:
            blocks.append(self._internal_heading("own_notes"))
            for time, text in inside.notes:
                blocks += self.lines(text, Style.INTERNAL_NOTE, StyledRun(f"{time:%H:%M}  ", style=Style.SOFT))
        return blocks

    def _internal_heading(self, name: str) -> ExportParagraph:
        return ExportParagraph((self.sign(), self.label(self.words[name], Style.STRONG)), Style.INTERNAL_PART)


def _merge_statements(statements: Iterable[Statement]) -> list[Statement]:
    merged: list[Statement] = []
    for statement in statements:
        last = merged[-1] if merged else None
        if last and statement.citation and statement == replace(last, citation=statement.citation):
            merged[-1] = replace(last, citation=f"{last.citation}; {statement.citation}")
        else:
            merged.append(statement)
    return merged


def _row(first: ExportParagraph, statements: Iterable[Iterable[ExportParagraph]]) -> TableRow:
    texts = tuple(text for statement in statements for text in statement)
    is_long = sum(len(run.text) for text in texts for run in text.runs) > _LONG
    return TableRow((TableCell((first,)), TableCell(texts)), splits=is_long)


@dataclass(frozen=True, slots=True)
class NoteItem:
    """An item of the agenda.

    Attributes:
        papers: Our positions on its documents, in the order printed; empty if we have none.
        divided: True if it has sub-items.
    """

    number: str
    title: str
    papers: tuple[PositionPaper, ...]
    divided: bool = False


Internals = Mapping[tuple[str, str], Internal]
"""Internal content on a document, by its name and language."""


def lay_out_note(
    sitting: MeetingDetails, items: Iterable[NoteItem], labels: ExportLabels, internals: Internals | None = None
) -> ExportDocument:
    """Lay out the note for circulation or, with internal content, for the capital."""
    page = _SpeakingNoteLayout(sitting, labels, "note", internal=internals is not None)
    return page.build_export_document(page.blocks(items, internals or {}))


class _SpeakingNoteLayout(MeetingPage):
    def blocks(self, items: Iterable[NoteItem], internals: Internals) -> list[ExportParagraph | ExportTable]:
        blocks: list[ExportParagraph | ExportTable] = []
        for item in items:
            blocks.append(self.item_heading(item.number, item.title))
            for paper in item.papers:
                inside = internals.get((paper.cover.name, paper.cover.language), Internal("", ()))
                blocks += self._position_paper(paper, inside)
            if not item.papers and not item.divided:
                blocks.append(self.line(self.words["nothing_to_say"], look=Style.SOFT))
        return blocks

    def _position_paper(self, paper: PositionPaper, inside: Internal) -> list[ExportParagraph]:
        language = word_language(paper.cover.language)
        name = self.words["on_document"].format(name=paper.cover.name)
        texts = [self.line(name, look=Style.SOFT, keep_next=True)]
        texts += self.lines(paper.general, Style.NORMAL, language=language)
        if inside.general.strip():
            texts += self.lines(inside.general, Style.INTERNAL_NOTE, self.sign(), language=language)
        page = ProvisionPage(paper, self.labels, MarkupStyle.COUNCIL, inside if self.is_internal else None)
        for provision, internal in pair_provisions(paper.provisions, inside.provisions):
            texts += self._provision(page, provision, internal)
        return texts

    def _provision(
        self, page: ProvisionPage, provision: PaperProvision | None, internal: InternalProvision | None
    ) -> list[ExportParagraph]:
        shown = provision or internal
        assert shown is not None
        stance = f": {self.stance(provision.stance)}" if provision and provision.stance else ""
        texts = [self.line(page.place(shown) + stance, Style.PART)]
        if provision:
            texts += self.lines(provision.comment, Style.NORMAL, language=page.own)
            if changes((provision,)):
                run = self.label(self.words["proposal"] + self.words["colon"], Style.SOFT)
                label = (
                    (StyledRun(f"{provision.label} ", page.own),) if provision.label and not provision.heading else ()
                )
                wording = self.mark_changes(provision.word_changes, MarkupStyle.COUNCIL, page.own)
                texts.append(ExportParagraph((run, *label, *wording)))
            texts += page.comments(replace(provision, comment=""), Style.NORMAL)
        return texts + (page.instructions(internal, Style.INTERNAL_NOTE) if internal else [])


_FIRST_WIDTH = 1100
_WIDEST, _MOST = 2200, 10
"""Maximum column width, and maximum number of columns beside the first, so that a long word still fits."""
_GROUNDS = {
    Stance.SUPPORT: "D5EDDD",
    Stance.CAN_ACCEPT: "E9F5EC",
    Stance.SUPPORT_IF: "EEF4D3",
    Stance.QUESTION: "D9E7F6",
    Stance.SCRUTINY_RESERVATION: "FAE9C3",
    Stance.PARLIAMENTARY_RESERVATION: "E6DDF3",
    Stance.LINGUISTIC_RESERVATION: "D6ECEA",
    Stance.RESERVATION: "F5DCE8",
    Stance.OPPOSE: "F7D6D2",
    Stance.RED_LINE: "EFB5AF",
    Stance.STATEMENT: "",
}

RedLines = Collection[tuple[str, int, int]]
"""For the capital: delegations whose stance, by part and column, is a red line."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """The stances on one place.

    Attributes:
        citation: In the words of the labels' language; empty for the document as a whole.
        stances: By code; never a red line.
    """

    citation: str
    stances: Mapping[str, Stance]

    def __post_init__(self) -> None:
        if Stance.RED_LINE in self.stances.values():
            raise ValueError(Stance.RED_LINE)


@dataclass(frozen=True, slots=True)
class MatrixSection:
    document: str
    columns: tuple[MatrixColumn, ...]


@dataclass(frozen=True, slots=True)
class MatrixPaper:
    """The matrix of a meeting.

    Attributes:
        delegations: The rows: the Member States in protocol order, then other speakers.
        parts: By document, in the order of the agenda.
        named: False to show only counts of the Member States' stances.
    """

    sitting: MeetingDetails
    delegations: tuple[str, ...]
    parts: tuple[MatrixSection, ...]
    named: bool = True


def build_matrix(
    sitting: MeetingDetails, matrix: Matrix, *, locate: Locate, named: bool = True
) -> tuple[MatrixPaper, RedLines]:
    """Return the circulating content of a matrix, and the red lines in it."""
    parts: dict[str, list[MatrixColumn]] = {}
    order: dict[str, int] = {}
    red_lines = set()
    for place in matrix.places:
        report_place = locate(place)
        part = order.setdefault(report_place.name, len(order))
        columns = parts.setdefault(report_place.name, [])
        cells = [matrix.cells[code, place] for code in matrix.delegations if (code, place) in matrix.cells]
        red_lines |= {(cell.delegation, part, len(columns)) for cell in cells if cell.stance is Stance.RED_LINE}
        columns.append(MatrixColumn(report_place.citation, {cell.delegation: cell.stance.circulated for cell in cells}))
    sections = tuple(MatrixSection(name, tuple(columns)) for name, columns in parts.items())
    return MatrixPaper(sitting, matrix.delegations, sections, named), frozenset(red_lines)


def lay_out_matrix(paper: MatrixPaper, labels: ExportLabels, red_lines: RedLines | None = None) -> ExportDocument:
    """Lay out the matrix for circulation or, with its red lines, for the capital."""
    page = _MatrixLayout(paper, labels, red_lines)
    return page.build_export_document(page.tables(), top=page.top())


_Column = tuple[str, Mapping[str, Stance]]
"""The heading of a column, and the stances by delegation, with red lines for the capital."""


class _MatrixLayout(MeetingPage):
    def __init__(self, paper: MatrixPaper, labels: ExportLabels, red_lines: RedLines | None) -> None:
        super().__init__(paper.sitting, labels, "matrix", internal=red_lines is not None, wide=True)
        self._paper = paper
        self._parts: list[tuple[str, list[_Column]]] = []
        for part, section in enumerate(paper.parts):
            columns: list[_Column] = []
            for n, column in enumerate(section.columns):
                red = {code: Stance.RED_LINE for code in column.stances if (code, part, n) in (red_lines or ())}
                columns.append((capital(column.citation) or self.words["as_a_whole"], {**column.stances, **red}))
            self._parts.append((section.document, columns))

    def top(self) -> list[ExportParagraph]:
        details = [value for _, value in self.sittings_details()]
        runs = [run for n, value in enumerate(details) for run in ((StyledRun(" · "),) if n else ()) + (value,)]
        banner = (
            self.label(self.words["internal_banner"], Style.INTERNAL_SIGN),
            self.label(f"  {self.words['internal_matrix']}"),
        )
        used = {stance for _, columns in self._parts for _, stances in columns for stance in stances.values()}
        signs, names = self.labels.signs, self.labels.stances
        legend = (f"{signs[stance]} = {names[stance]}".replace(" ", "\u00a0") for stance in Stance if stance in used)
        return [
            *([ExportParagraph(banner, Style.NOTICE)] if self.is_internal else []),
            *self.title(),
            ExportParagraph(tuple(runs), Style.COLUMN_HEAD),
            self.line("   ".join(legend), Style.LEGEND),
        ]

    def tables(self) -> list[ExportParagraph | ExportTable]:
        """Return tables for the places of a document that fit side by side.

        With one row per delegation each fills a page.
        """
        blocks: list[ExportParagraph | ExportTable] = []
        between = ExportParagraph((), Style.TABLE_END, new_page=True) if self._paper.named else ExportParagraph(())
        for document, columns in self._parts:
            size = -(-len(columns) // -(-len(columns) // _MOST))
            for start in range(0, len(columns), size):
                blocks += [between] if blocks else []
                blocks.append(self._table(document, columns[start : start + size]))
        return blocks

    def _table(self, document: str, columns: list[_Column]) -> ExportTable:
        width = min(_WIDEST, (WIDE_TEXT_WIDTH - _FIRST_WIDTH) // len(columns))
        title = self.line(document, Style.MATRIX_DELEGATION, keep_next=True)
        heads = [ExportParagraph((), Style.MATRIX_HEAD), *(self.line(name, Style.MATRIX_HEAD) for name, _ in columns)]
        rows = [
            TableRow((TableCell((title,), span=len(columns) + 1, ground=HEAD_GROUND),), is_header=True),
            TableRow(tuple(TableCell((head,), ground=HEAD_GROUND) for head in heads), is_header=True),
        ]
        shown = [
            code
            for code in self._paper.delegations
            if (self._paper.named if code in PROTOCOL_ORDER else any(code in stances for _, stances in columns))
        ]
        counts = [Counter(stances[code] for code in stances if code in PROTOCOL_ORDER) for _, stances in columns]
        if self._paper.named:
            cells = [TableCell((self.line(self.words["count"], Style.MATRIX_DELEGATION),), ground=HEAD_GROUND)]
            for count in counts:
                signs = (f"{self.labels.signs[value]}\u00a0{count[value]}" for value in Stance if count[value])
                text = ExportParagraph((StyledRun("   ".join(signs)),), Style.MATRIX_SIGN)
                cells.append(TableCell((text,), ground=HEAD_GROUND))
            rows.append(TableRow(tuple(cells)))
        for stance in () if self._paper.named else Stance:
            if any(count[stance] for count in counts):
                numbers = (_sign(str(count[stance] or "")) for count in counts)
                rows.append(TableRow((_sign(self.labels.signs[stance], _GROUNDS[stance]), *numbers)))
        for code in shown:
            row_stances = [stances.get(code) for _, stances in columns]
            cells = [_sign(self.labels.signs[value], _GROUNDS[value]) if value else _sign("") for value in row_stances]
            rows.append(TableRow((_sign(code, style=Style.MATRIX_DELEGATION), *cells)))
        return ExportTable((_FIRST_WIDTH, *[width] * len(columns)), tuple(rows), document, Style.MATRIX_TABLE)


def _sign(text: str, ground: str = "", style: Style = Style.MATRIX_SIGN) -> TableCell:
    return TableCell((ExportParagraph((StyledRun(text),) if text else (), style),), ground=ground)
