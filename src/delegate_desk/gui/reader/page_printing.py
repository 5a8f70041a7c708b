"""The pages of an original on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.jobs import unless_asked
from delegate_desk.gui.widgets.printing import new_printer, print_dialog

translate = QCoreApplication.translate
_DOTS = 300
"""Printing resolution in dots per inch, whatever the printer's."""
_POINTS = 72


def prompt_print_original(desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget) -> None:
    def show_dialog(pages: tuple[str, Sequence[tuple[float, float]]]) -> None:
        name, sizes = pages
        printer = new_printer(name)
        printer.setFullPage(True)

        def print_chosen() -> Steps[int]:
            first, last = printer.fromPage() or 1, printer.toPage() or len(sizes)
            numbers = range(first, min(last, len(sizes)) + 1)
            return (yield from print_pages(desk, document, sizes, numbers, printer))

        title = translate("pageprinting", "Print Original Pages")
        dialog = print_dialog(printer, title, print_chosen, tasks, parent)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(sizes))
        dialog.setFromTo(1, len(sizes))
        QDialog.open(dialog)

    def load() -> tuple[str, Sequence[tuple[float, float]]]:
        return desk.documents.get(document).name, desk.original_pages.sizes(document)

    tasks.read(load, unless_asked(parent, show_dialog))


def print_pages(
    desk: Desk, document: DocumentId, sizes: Sequence[tuple[float, float]], numbers: Sequence[int], printer: QPrinter
) -> Steps[int]:
    """Print pages of an original, each on a sheet of its size, reporting progress; return their number.

    Slow; safe on any thread.

    Raises:
        ExportFailedError: If the printer does not accept them.
        PageNotDrawnError: If a page cannot be rendered.
    """
    painter = QPainter()
    try:
        for done, number in enumerate(numbers, 1):
            width, height = sizes[number - 1]
            orientation = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
            paper = QSizeF(min(width, height), max(width, height))
            paper_size = QPageSize(paper, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
            printer.setPageLayout(QPageLayout(paper_size, orientation, QMarginsF(0, 0, 0, 0)))
            picture = desk.original_pages.draw(document, number, round(width / _POINTS * _DOTS))
            if done > 1:
                printer.newPage()
            elif not painter.begin(printer):
                reason = translate("pageprinting", "it is not accepting anything to print")
                raise ExportFailedError(printer.outputFileName() or printer.printerName(), reason)
            size = (picture.columns, picture.rows, picture.columns * 4)
            image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32)
            printable = QRectF(QPointF(0, 0), printer.paperRect(QPrinter.Unit.DevicePixel).size())
            fitted = QSizeF(width, height).scaled(printable.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown = QRectF(QPointF(0, 0), fitted)
            shown.moveCenter(printable.center())
            painter.drawImage(shown, image)
            yield done, len(numbers)
    finally:
        if painter.isActive():
            painter.end()
    return len(numbers)
