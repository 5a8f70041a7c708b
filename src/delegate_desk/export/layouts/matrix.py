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
        known = [value for _, value in self.sittings_details()]
        runs = [run for n, value in enumerate(known) for run in ((StyledRun(" · "),) if n else ()) + (value,)]
        return [
            *self._banner(),
            *self.title(),
            ExportParagraph(tuple(runs), Style.COLUMN_HEAD),
            self.line(self._legend(), Style.LEGEND),
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
        between = ExportParagraph((), Style.TABLE_END, new_page=True) if self._paper.named else ExportParagraph(())
        for document, columns in self._parts:
            size = -(-len(columns) // -(-len(columns) // _MOST))
            for start in range(0, len(columns), size):
                made += [between] if made else []
                made.append(self._table(document, columns[start : start + size]))
        return made

    def _table(self, document: str, columns: list[_Column]) -> ExportTable:
        width = min(_WIDEST, (WIDE_TEXT_WIDTH - _FIRST_WIDTH) // len(columns))
        above = self.line(document, Style.MATRIX_DELEGATION, keep_next=True)
        heads = [ExportParagraph((), Style.MATRIX_HEAD), *(self.line(name, Style.MATRIX_HEAD) for name, _ in columns)]
        rows = [
            TableRow((TableCell((above,), span=len(columns) + 1, ground=HEAD_GROUND),), is_header=True),
            TableRow(tuple(TableCell((head,), ground=HEAD_GROUND) for head in heads), is_header=True),
        ]
        shown = [
            code
            for code in self._paper.delegations
            if (self._paper.named if code in PROTOCOL_ORDER else any(code in stances for _, stances in columns))
        ]
        counts = [Counter(stances[code] for code in stances if code in PROTOCOL_ORDER) for _, stances in columns]
        rows += [self._counts(counts)] if self._paper.named else self._tally(counts)
        for code in shown:
            heard = [stances.get(code) for _, stances in columns]
            cells = [_sign(self.labels.signs[one], _GROUNDS[one]) if one else _sign("") for one in heard]
            rows.append(TableRow((_sign(code, style=Style.MATRIX_DELEGATION), *cells)))
        return ExportTable((_FIRST_WIDTH, *[width] * len(columns)), tuple(rows), document, Style.MATRIX_TABLE)

    def _counts(self, counts: list[Counter[Stance]]) -> TableRow:
        cells = [TableCell((self.line(self.words["count"], Style.MATRIX_DELEGATION),), ground=HEAD_GROUND)]
        for count in counts:
            signs = (f"{self.labels.signs[one]}\u00a0{count[one]}" for one in Stance if count[one])
            text = ExportParagraph((StyledRun("   ".join(signs)),), Style.MATRIX_SIGN)
            cells.append(TableCell((text,), ground=HEAD_GROUND))
        return TableRow(tuple(cells))

    def _tally(self, counts: list[Counter[Stance]]) -> list[TableRow]:
        return [
            TableRow(
                (
                    _sign(self.labels.signs[stance], _GROUNDS[stance]),
                    *(_sign(str(count[stance] or "")) for count in counts),
                )
            )
            for stance in Stance
            if any(count[stance] for count in counts)
        ]

    def _legend(self) -> str:
        used = {one for _, columns in self._parts for _, stances in columns for one in stances.values()}
        signs, names = self.labels.signs, self.labels.stances
        return "   ".join(f"{signs[one]} = {names[one]}".replace(" ", "\u00a0") for one in Stance if one in used)


def _sign(text: str, ground: str = "", style: Style = Style.MATRIX_SIGN) -> TableCell:
    return TableCell((ExportParagraph((StyledRun(text),) if text else (), style),), ground=ground)
