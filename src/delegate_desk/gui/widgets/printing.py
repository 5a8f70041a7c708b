"""Pages on paper or in a PDF, with headers and footers, rendered from the HTML of a mail."""

import logging
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUuid
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.core.progress import Steps
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme

translate = QCoreApplication.translate

_log = logging.getLogger(__name__)
_DOTS, _INCH = 96, 72
"""Dots and points per inch: the units of the page's style (CSS Values and Units 4, section 6.2)."""
_HEAD, _FOOT = 30.0, 34.0
_POINTS = re.compile(r"([0-9.]+)pt\b")
_DATED = re.compile(rb"(/(?:Creation|Mod)Date \(D:)[0-9]{14}[^)]*\)|((?:Create|Modify|Metadata)Date=\")[0-9T:+.Z-]+")
_GAP = "\N{NO-BREAK SPACE} "
"""Separator between a label and its text in a mail."""


def new_printer(title: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Delegate Desk")
    printer.setPageLayout(_page_layout())
    return printer


def prompt_print(make: Callable[[], Mail], title: str, tasks: Tasks, parent: QWidget) -> QPrintDialog:
    """Ask for a printer, or a PDF, and print in the background."""
    printer = new_printer(title)

    def printing() -> Steps[int]:
        mail = make()
        printer.setPageLayout(_page_layout(is_landscape=mail.landscape))
        return (yield from draw_pages(mail, printer))

    dialog = print_dialog(printer, translate("printing", "Print"), printing, tasks, parent)
    QDialog.open(dialog)
    return dialog


def print_dialog(
    printer: QPrinter, title: str, printing: Callable[[], Steps[int]], tasks: Tasks, parent: QWidget
) -> QPrintDialog:
    """Return a dialog that asks for a printer, and prints in the background once it is chosen."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    log = partial(_log.info, "Printed %d pages")
    dialog.accepted.connect(lambda: tasks.read(printing, log, what=translate("printing", "Printing")))
    return dialog


def pdf_for_mail(mail: Mail) -> bytes:
    """Return an export as a PDF; the same page and time give the same bytes. Slow; safe on any thread."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(1200)
    writer.setTitle(mail.title)
    writer.setCreator("Delegate Desk")
    writer.setDocumentId(QUuid(str(uuid.uuid5(uuid.NAMESPACE_OID, mail.html))))
    writer.setPageLayout(_page_layout(is_landscape=mail.landscape))
    for _ in draw_pages(mail, writer):
        pass
    del writer
    buffer.close()
    return _with_date(bytes(content.data()), mail.moment)


def draw_pages(mail: Mail, device: QPagedPaintDevice) -> Steps[int]:
    """Paint the pages of an export, reporting progress; return their number.

    Raises:
        ExportFailedError: If the printer does not accept them.
    """
    painter = QPainter()
    if not painter.begin(device):
        target = (device.outputFileName() or device.printerName()) if isinstance(device, QPrinter) else mail.title
        raise ExportFailedError(target, translate("printing", "the printer is not accepting anything to print"))
    scale = device.logicalDpiX() / _DOTS
    pages = PrintedPages(mail, device.pageLayout())
    painter.scale(scale, scale)
    for number in range(pages.count):
        if number:
            device.newPage()
        pages.draw(painter, number)
        yield number + 1, pages.count
    painter.end()
    return pages.count


class PrintedPages:
    """Pages of an export as printed: slow to create, on any thread; then each can be drawn.

    Attributes:
        size: Size of a sheet, in points.
        document: Their content, without headers and footers.
    """

    def __init__(self, mail: Mail, layout: QPageLayout) -> None:
        self._mail = mail
        area = layout.paintRect(QPageLayout.Unit.Inch)
        self._corner = area.topLeft() * _INCH
        self._page = QSizeF(area.width() * _DOTS, area.height() * _DOTS)
        self.document = document = QTextDocument()
        document.setDefaultFont(_font(theme.PRINT * _DOTS / _INCH))
        document.setDocumentMargin(0)
        document.setHtml(_POINTS.sub(lambda match: f"{float(match[1]) * _DOTS / _INCH:.1f}px", mail.html))
        document.setPageSize(QSizeF(self._page.width(), self._page.height() - _HEAD - _FOOT))
        block = document.begin()
        while block.isValid():  # hanging text begins under its other lines, after its label; a mail has no tab there
            block_format, place = block.blockFormat(), block.text().find(_GAP)
            if block_format.textIndent() < 0 <= place:
                cursor = QTextCursor(block)
                block_format.setTabPositions([QTextOption.Tab(-block_format.textIndent(), QTextOption.TabType.LeftTab)])
                cursor.setBlockFormat(block_format)
                cursor.setPosition(block.position() + place)
                cursor.setPosition(block.position() + place + len(_GAP), QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText("\t")
            block = block.next()
        self.count = self.document.pageCount()
        self.size = layout.fullRect(QPageLayout.Unit.Point).size()

    def text(self, number: int) -> str:
        height, layout = self.document.pageSize().height(), self.document.documentLayout()
        block, lines = self.document.begin(), []
        while block.isValid():
            if int(layout.blockBoundingRect(block).top() / height) == number and block.text():
                lines.append(block.text())
            block = block.next()
        return "\n".join(lines)

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw the content inside the margins of a page, numbered from 0, in units of 1/96 inch."""
        body, page, mail = self.document.pageSize(), self._page, self._mail
        top, bottom = QRectF(0, 0, page.width(), 18), QRectF(0, page.height() - 18, page.width(), 18)
        left, middle, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
        if number:
            _draw_text(painter, top, left, mail.head[:1], "soft")
            _draw_text(painter, top, right, mail.head[1:], "red_line")
        _draw_text(painter, bottom, left, mail.foot[:1], "soft")
        _draw_text(painter, bottom, middle, mail.foot[1:], "red_line")
        _draw_text(painter, bottom, right, (f"{number + 1}/{self.count}",), "soft")
        painter.save()
        painter.translate(0, _HEAD - number * body.height())
        context, palette = QAbstractTextDocumentLayout.PaintContext(), QPalette()
        context.clip = QRectF(0, number * body.height(), body.width(), body.height())
        painter.setClipRect(context.clip)
        palette.setColor(QPalette.ColorRole.Text, theme.color_on_white("ink"))  # the sheet is white in every theme
        context.palette = palette
        self.document.documentLayout().draw(painter, context)
        painter.restore()

    def draw_sheet(self, painter: QPainter, number: int) -> None:
        painter.save()
        painter.translate(self._corner)
        painter.scale(_INCH / _DOTS, _INCH / _DOTS)
        self.draw(painter, number)
        painter.restore()


def lay_out_pages(mail: Mail) -> PrintedPages:
    """Lay out an export on A4 for the window, which then draws its pages. Slow; safe on any thread."""
    pages, application = PrintedPages(mail, _page_layout(is_landscape=mail.landscape)), QCoreApplication.instance()
    if application is not None:
        pages.document.moveToThread(application.thread())
    return pages


def _page_layout(*, is_landscape: bool = False) -> QPageLayout:
    orientation = QPageLayout.Orientation.Landscape if is_landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(20, 14, 20, 12)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, margins, QPageLayout.Unit.Millimeter)


def _draw_text(painter: QPainter, area: QRectF, side: Qt.AlignmentFlag, texts: tuple[str, ...], role: str) -> None:
    painter.setFont(_font(theme.PRINT_SMALL * _DOTS / _INCH, bold=role == "red_line"))
    painter.setPen(theme.color_on_white(role))
    painter.drawText(area, side | Qt.AlignmentFlag.AlignBottom, "  ".join(texts))


def _font(size: float, *, bold: bool = False) -> QFont:
    font = theme.reading_font(size)
    font.setFeature(QFont.Tag("liga"), 0)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _with_date(content: bytes, timestamp: datetime) -> bytes:
    """Return the same PDF with another date of the same length, as its parts are found by their offsets."""
    timestamp = timestamp.astimezone(UTC)

    def replace_date(match: re.Match[bytes]) -> bytes:
        if match[1]:
            data = f"{timestamp:%Y%m%d%H%M%S}".encode()
            return match[1] + data + match[0][len(match[1]) + len(data) :]
        data = f"{timestamp:%Y-%m-%dT%H:%M:%S}".encode()
        return match[2] + data + match[0][len(match[2]) + len(data) :]

    return _DATED.sub(replace_date, content)
