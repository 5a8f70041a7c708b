"""The head of a document in the reader: what its first page says, in three lines above the text."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat

from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.page_metrics import PageMetrics, TextLines, format_range, lay_out_plain

_TOP = 20
_BOTTOM = 24


class DocumentHeader:
    """The head of one document on one page."""

    def __init__(self, shown: ReaderDocument, page: PageMetrics, *, bare: bool = False, larger: float = 1.0) -> None:
        """Lay the head out.

        Args:
            shown: The document.
            page: The measures of the page.
            bare: True for what the document says alone, without what is said of its reading.
            larger: How many times as large as beside the desk.
        """
        held = shown.library_document
        self._page = page
        self._bare = bare
        self.first = first_line(held)
        self.second = second_line(held)
        self.title = held.header.subject
        self.question = question(held)
        self.corrected = format_corrections(shown.corrections)
        self.remarks = terms.join_statements(terms.reading_remark_label(remark) for remark in shown.document.remarks)
        self.unplaced = format_unplaced_count(len(shown.unplaced))
        lines = [
            (_bold_start(self.first, held.name), theme.ui_font(theme.LARGE * larger), 21.0 * larger, 0.0, "soft"),
            ((self.second, ()), theme.ui_font(theme.BASE * larger), 19.0 * larger, 3.0, "soft"),
            ((self.title, ()), _title_font(theme.TITLE * larger), 26.0 * larger, 12.0, "ink"),
            *(
                ((said, ()), theme.ui_font(theme.SMALL), 19.0, 0.0 if n else 8.0, role)
                for n, (said, role) in enumerate(self._remark_lines())
            ),
        ]
        self._rows: list[tuple[TextLines, float, str]] = []
        self._asking = QRectF()
        y = float(_TOP)
        for (text, formats), font, leading, above, role in lines:
            if text:
                laid = lay_out_plain(text, font, page.measure, leading, [format_range(text, *f) for f in formats])
                self._rows.append((laid, y + above, role))
                if text in (self.question, self.corrected):
                    box = QRectF(page.text_left, y + above, laid.layout.lineAt(0).naturalTextWidth(), laid.height)
                    self._asking = self._asking.united(box)
                y += above + laid.height
        self.rule = round(y + 14) + 0.5
        self.height = self.rule + _BOTTOM

    def _remark_lines(self) -> list[tuple[str, str]]:
        """Return the remarks on the reading below the title, each with its colour."""
        if self._bare:
            return []
        said = [
            (self.question, "scrutiny_reservation"),
            (self.remarks[:1].upper() + self.remarks[1:], "scrutiny_reservation"),
            (self.unplaced, "scrutiny_reservation"),
            (self.corrected, "soft"),
        ]
        return [one for one in said if one[0]]

    def accessible_text(self) -> str:
        """The head as a screen reader says it."""
        parts = (self.first, self.second, self.title, *(said for said, _ in self._remark_lines()))
        return ". ".join(part.rstrip(".") for part in parts if part)

    def is_question_at(self, point: QPointF) -> bool:
        """True where the words stand that ask to look at what was read."""
        return self._asking.contains(point)

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw the head from a height on."""
        for laid, y, role in self._rows:
            painter.setPen(theme.color(role))
            laid.layout.draw(painter, QPointF(self._page.text_left, top + y))
        painter.setPen(theme.color("hairline"))
        y = top + self.rule
        painter.drawLine(QPointF(self._page.left, y), QPointF(self._page.right, y))


def first_line(held: LibraryDocument) -> str:
    """Reference, type and date: ``ST 12862/19 · Outcome of proceedings · 8 October 2019``."""
    header = held.header
    kind = terms.document_type_label(header.document_type) if header.document_type else header.document_type_label
    day = header.date
    date = QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy") if day else None
    return " · ".join(part for part in (held.name, kind, date) if part)


def second_line(held: LibraryDocument) -> str:
    """Sender and recipient, subject codes, files, and the documents before."""
    header = held.header
    parts = [" → ".join(part for part in (header.sender, header.recipient) if part)]
    parts.append(", ".join(map(str, header.subject_codes)))
    parts.append(", ".join(header.interinstitutional_files))
    if header.previous_documents:
        before = ", ".join(map(str, header.previous_documents))
        parts.append(QCoreApplication.translate("DocumentHeader", "previous: {documents}").format(documents=before))
    return " · ".join(part for part in parts if part)


def question(held: LibraryDocument) -> str:
    """Return the question on the fields read with little confidence; empty where there are none."""
    unsure = ", ".join(
        terms.header_field_label(CorrectableField(name))
        for name in held.header.uncertain_fields()
        if name in set(CorrectableField)
    )
    if not unsure:
        return ""
    said = QCoreApplication.translate("DocumentHeader", "Please check: {fields}.").format(fields=unsure)
    mended = key_bindings.fill_in_keys(
        QCoreApplication.translate("DocumentHeader", "{key} to correct."), key="action_header"
    )
    return f"{said} {mended}".strip()


def format_unplaced_count(count: int) -> str:
    """Return the message on notes and position entries that lost their place; empty where none did."""
    if not count:
        return ""
    one = QCoreApplication.translate("DocumentHeader", "1 annotation or position entry could not be placed")
    many = QCoreApplication.translate("DocumentHeader", "{n} annotations or position entries could not be placed")
    key = key_bindings.first_key_text("action_unplaced")
    return terms.format_count(count, one, many) + (f": {key}." if key else ".")


def format_corrections(corrections: Sequence[Correction]) -> str:
    """Return the message on the fields that a person corrected."""
    fields = ", ".join(terms.header_field_label(one.field) for one in corrections)
    return QCoreApplication.translate("DocumentHeader", "Edited: {fields}").format(fields=fields) if fields else ""


def _bold_start(text: str, start: str) -> tuple[str, tuple[tuple[int, int, QTextCharFormat], ...]]:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(theme.color("ink"))
    return text, ((0, len(start), look),)


def _title_font(size: float) -> QFont:
    font = theme.reading_font(size)
    font.setWeight(QFont.Weight.DemiBold)
    return font
