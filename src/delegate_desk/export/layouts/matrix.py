"""Layout of a meeting's matrix as Word tables: delegations by places, a sign and a colour per cell, in landscape.

A ``MatrixPaper`` circulates and has no red line; for the capital, red lines are passed separately.
"""

from collections import Counter
from collections.abc import Collection, Mapping

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.meetings.meeting import Matrix
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import WIDE_TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts.meeting_report import MeetingPage
from delegate_desk.export.layouts.page import HEAD_GROUND, capital
from delegate_desk.export.meeting_report import Locate, MeetingDetails

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
    """The places of one document, in reading order."""

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


def build(
    sitting: MeetingDetails, matrix: Matrix, *, locate: Locate, named: bool = True
) -> tuple[MatrixPaper, RedLines]:
    """Return the circulating content of a matrix, and the red lines in it."""
    parts: dict[str, list[MatrixColumn]] = {}
    order: dict[str, int] = {}
    red_lines = set()
    for place in matrix.places:
        spot = locate(place)
        part = order.setdefault(spot.name, len(order))
        columns = parts.setdefault(spot.name, [])
        cells = [matrix.cells[code, place] for code in matrix.delegations if (code, place) in matrix.cells]
        red_lines |= {(cell.delegation, part, len(columns)) for cell in cells if cell.stance is Stance.RED_LINE}
        columns.append(MatrixColumn(spot.citation, {cell.delegation: cell.stance.circulated for cell in cells}))
    made = tuple(MatrixSection(name, tuple(columns)) for name, columns in parts.items())
    return MatrixPaper(sitting, matrix.delegations, made, named), frozenset(red_lines)


def lay_out(paper: MatrixPaper, labels: ExportLabels, red_lines: RedLines | None = None) -> ExportDocument:
    """Lay out the matrix for circulation or, with its red lines, for the capital."""
    page = _MatrixLayout(paper, labels, red_lines)
    return page.build_export_document(page.tables(), top=page.top())


class _MatrixLayout(MeetingPage):
    def __init__(self, paper: MatrixPaper, labels: ExportLabels, red_lines: RedLines | None) -> None:
        super().__init__(paper.sitting, labels, "matrix", internal=red_lines is not None, wide=True)
        self._paper = paper
        self._red_lines = red_lines or ()

    def top(self) -> list[ExportParagraph]:
        known = [value for _, value in self.sittings_details()]
        runs = [run for n, value in enumerate(known) for run in ((StyledRun(" · "),) if n else ()) + (value,)]
        return [
            *self._banner(),
            *self.title(),
            ExportParagraph(tuple(runs), Style.COLUMN_HEAD),
            ExportParagraph(self._legend(), Style.LEGEND),
        ]

    def _banner(self) -> list[ExportParagraph]:
        if not self.is_internal:
            return []
        banner = self.label(self.words["internal_banner"], Style.INTERNAL_SIGN)
        return [ExportParagraph((banner, self.label(f"  {self.words['internal_matrix']}")), Style.NOTICE)]

    def tables(self) -> list[ExportParagraph | ExportTable]:
        """Return tables for the places of a document that fit side by side.

        With one row per delegation each fills a page.
        """
        made: list[ExportParagraph | ExportTable] = []
        for number, part in enumerate(self._paper.parts):
            several = -(-len(part.columns) // _MOST)
            size = -(-len(part.columns) // several)
            columns = tuple(enumerate(part.columns))
            for start in range(0, len(columns), size):
                if made:
                    made.append(
                        ExportParagraph((), Style.TABLE_END, new_page=True)
                        if self._paper.named
                        else ExportParagraph(())
                    )
                made.append(self._table(number, part, columns[start : start + size]))
        return made

    def _table(self, number: int, part: MatrixSection, columns: tuple[tuple[int, MatrixColumn], ...]) -> ExportTable:
        width = min(_WIDEST, (WIDE_TEXT_WIDTH - _FIRST_WIDTH) // len(columns))
        above = self.line(part.document, Style.MATRIX_DELEGATION, keep_next=True)
        heads = [_header_cell(ExportParagraph((), Style.MATRIX_HEAD))]
        for _, column in columns:
            name = capital(column.citation) or self.words["as_a_whole"]
            heads.append(_header_cell(self.line(name, Style.MATRIX_HEAD)))
        document = TableCell((above,), span=len(columns) + 1, ground=HEAD_GROUND)
        rows = [TableRow((document,), is_header=True), TableRow(tuple(heads), is_header=True)]
        heard = {code for _, column in columns for code in column.stances}
        shown = [code for code in self._paper.delegations if code in PROTOCOL_ORDER or code in heard]
        if self._paper.named:
            rows.append(self._counts(number, columns))
        else:
            rows += self._tally(columns)
            shown = [code for code in shown if code not in PROTOCOL_ORDER]
        rows += [self._delegation(code, number, columns) for code in shown]
        return ExportTable((_FIRST_WIDTH, *[width] * len(columns)), tuple(rows), part.document, Style.MATRIX_TABLE)

    def _delegation(self, code: str, number: int, columns: tuple[tuple[int, MatrixColumn], ...]) -> TableRow:
        cells = [TableCell((ExportParagraph((StyledRun(code),), Style.MATRIX_DELEGATION),))]
        for n, column in columns:
            stance = self._stance(code, number, n, column)
            sign = (StyledRun(self.labels.signs[stance]),) if stance else ()
            cells.append(
                TableCell((ExportParagraph(sign, Style.MATRIX_SIGN),), ground=_GROUNDS[stance] if stance else "")
            )
        return TableRow(tuple(cells))

    def _counts(self, number: int, columns: tuple[tuple[int, MatrixColumn], ...]) -> TableRow:
        cells = [_header_cell(self.line(self.words["count"], Style.MATRIX_DELEGATION))]
        for n, column in columns:
            counts = Counter(self._stance(code, number, n, column) for code in column.stances if code in PROTOCOL_ORDER)
            text = "   ".join(
                f"{self.labels.signs[stance]}\u00a0{counts[stance]}" for stance in Stance if counts[stance]
            )
            cells.append(_header_cell(ExportParagraph((StyledRun(text),), Style.MATRIX_SIGN)))
        return TableRow(tuple(cells))

    def _tally(self, columns: tuple[tuple[int, MatrixColumn], ...]) -> list[TableRow]:
        counts = [
            Counter(stance for code, stance in column.stances.items() if code in PROTOCOL_ORDER)
            for _, column in columns
        ]
        rows = []
        for stance in Stance:
            if any(count[stance] for count in counts):
                first = TableCell(
                    (ExportParagraph((StyledRun(self.labels.signs[stance]),), Style.MATRIX_SIGN),),
                    ground=_GROUNDS[stance],
                )
                figures = (str(count[stance] or "") for count in counts)
                cells = (
                    TableCell((ExportParagraph((StyledRun(figure),) if figure else (), Style.MATRIX_SIGN),))
                    for figure in figures
                )
                rows.append(TableRow((first, *cells)))
        return rows

    def _legend(self) -> tuple[StyledRun, ...]:
        used = {
            self._stance(code, number, n, column)
            for number, part in enumerate(self._paper.parts)
            for n, column in enumerate(part.columns)
            for code in column.stances
        }
        signs, names = self.labels.signs, self.labels.stances
        entries = (f"{signs[stance]} = {names[stance]}".replace(" ", "\u00a0") for stance in Stance if stance in used)
        return (self.label("   ".join(entries)),)

    def _stance(self, code: str, number: int, n: int, column: MatrixColumn) -> Stance | None:
        return Stance.RED_LINE if (code, number, n) in self._red_lines else column.stances.get(code)


def _header_cell(text: ExportParagraph) -> TableCell:
    return TableCell((text,), ground=HEAD_GROUND)
