"""A list of annotations on paper: to a printer, or to a PDF, as it is shown."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from delegate_desk.core.annotations.annotation import AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.progress import Steps
from delegate_desk.gui.annotations.annotation_list_model import AnnotationRow, GroupHead
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import annotations, terms

translate = QCoreApplication.translate

_log = logging.getLogger(__name__)
_HEAD, _FOOT = 26.0, 22.0
_POINTS = 72


def prompt_print_annotations(rows: Sequence[AnnotationRow], now: datetime, tasks: Tasks, parent: QWidget) -> None:
    """Ask which printer, a PDF among them, and print what is shown, beside the window."""
    printer = made_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("printing", "Print the annotations"))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        steps: Callable[[], Steps[int]] = partial(print_rows, rows, now, printer)
        tasks.read(steps, _log_pages, what=translate("printing", "Printing"))


def made_printer() -> QPrinter:
    """A printer for A4 with the margins of a letter."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(18, 16, 18, 16),
            QPageLayout.Unit.Millimeter,
        )
    )
    printer.setDocName(translate("printing", "Annotations"))
    printer.setCreator("Delegate Desk")
    return printer


def print_rows(rows: Sequence[AnnotationRow], now: datetime, printer: QPrinter) -> Steps[int]:
    """Print rows: on each page what it is, whether any of it is internal, the marking, and the number of the page.

    Slow, safe on any thread; tells of each page, and answers how many there are.

    Raises:
        ExportFailedError: If the printer takes nothing, or the file of a PDF cannot be written.
    """
    scale = printer.resolution() / _POINTS
    area = printer.pageRect(QPrinter.Unit.DevicePixel)
    page = QSizeF(area.width() / scale, area.height() / scale)
    document = QTextDocument()
    document.setDefaultFont(_font(theme.PRINT))
    document.setDocumentMargin(0)
    document.setHtml(html_for_rows(rows, now))
    body = QSizeF(page.width(), page.height() - _HEAD - _FOOT)
    document.setPageSize(body)
    entries = [row for row in rows if isinstance(row, AnnotationEntry)]
    marking = next((entry.document.header.marking for entry in entries if entry.document.header.marking), "") or ""
    internal = any(entry.annotation.visibility is Visibility.INTERNAL for entry in entries)
    painter = QPainter()
    if not painter.begin(printer):
        raise ExportFailedError(
            printer.outputFileName() or printer.printerName(),
            translate("printing", "the printer is not accepting anything to print"),
        )
    painter.scale(scale, scale)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        _frame(painter, page, marking, internal=internal, number=number + 1, of=document.pageCount(), now=now)
        painter.save()
        painter.translate(0, _HEAD - number * body.height())
        document.drawContents(painter, QRectF(0, number * body.height(), body.width(), body.height()))
        painter.restore()
        yield number + 1, document.pageCount()
    painter.end()
    return document.pageCount()


def html_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> str:
    """Return the printed list as HTML for Qt."""
    return theme.semi_bold("".join(_head(row) if isinstance(row, GroupHead) else _entry(row, now) for row in rows))


def _on_paper(role: str) -> str:
    """The colour of a role on paper, which is white in the dark too."""
    return theme.color_on_white(role).name()


def _log_pages(pages: int) -> None:
    _log.info("Printed %d pages of annotations", pages)


def _head(head: GroupHead) -> str:
    marking = f' <span style="color:{_on_paper("red_line")}">{escape(head.marking)}</span>' if head.marking else ""
    aside = (
        f' <span style="color:{_on_paper("soft")}; font-weight:400">{escape(head.details)}</span>'
        if head.details
        else ""
    )
    look = f"color:{_on_paper('ink')}; margin:14px 0 4px 0; font-size:{theme.PRINT}pt; font-weight:600"
    return f'<h3 style="{look}">{escape(head.title)}{marking}{aside}</h3>'


def _entry(entry: AnnotationEntry, now: datetime) -> str:
    one = entry.annotation
    kind = escape(f"{one.holder} {terms.kind_label(one.kind)}".strip())
    asides = [escape(annotations.annotation_place(entry)), escape(entry.document.header.language)]
    internal = one.visibility is Visibility.INTERNAL
    word = escape(annotations.visibility_label(one.visibility))
    asides.append(f'<b><span style="color:{_on_paper("red_line")}">{word}</span></b>' if internal else word)
    if one.status is AnnotationStatus.DONE:
        asides.append(escape(annotations.status_label(one.status)))
    if one.due:
        asides.append(escape(translate("printing", "due {when}").format(when=annotations.format_due(one, now))))
    asides += map(escape, one.tags)
    lines = [f'<b>{kind}</b> <span style="color:{_on_paper("soft")}">{" · ".join(asides)}</span>']
    if one.quote:
        lines.append(f'<i style="color:{_on_paper("soft")}">{terms.quote(escape(one.quote.exact))}</i>')
    lines += [escape(line) for line in one.text.splitlines() if line.strip()]
    return f'<p style="color:{_on_paper("ink")}; margin:5px 0 7px 12px">{"<br>".join(lines)}</p>'


def _frame(
    painter: QPainter, page: QSizeF, marking: str, *, internal: bool, number: int, of: int, now: datetime
) -> None:
    """The head and the foot of a page."""
    moment = now.astimezone().strftime("%Y-%m-%d %H:%M")
    top, bottom = QRectF(0, 0, page.width(), 14), QRectF(0, page.height() - 14, page.width(), 14)
    left, middle, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
    painter.setFont(_font(theme.PRINT_SMALL))
    painter.setPen(theme.color_on_white("soft"))
    painter.drawText(top, left, f"{translate('printing', 'Annotations')} · {moment}")
    painter.drawText(bottom, right, f"{number}/{of}")
    painter.setFont(_font(theme.PRINT_SMALL, bold=True))
    painter.setPen(theme.color_on_white("red_line"))
    painter.drawText(top, right, marking)
    painter.drawText(bottom, middle, marking)
    if internal:
        painter.drawText(bottom, left, translate("printing", "INTERNAL"))


def _font(points: float, *, bold: bool = False) -> QFont:
    """The type of the texts without ligatures: in a PDF these, and figures of one width, lose their characters."""
    font = theme.reading_font(points)  # the painter counts in points
    font.setFeature(QFont.Tag("liga"), 0)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
