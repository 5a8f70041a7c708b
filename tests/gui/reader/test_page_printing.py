from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import PageNotDrawnError
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.page_printing import print_pages
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import take_in
from support.handwritten_pdf import SENTENCE, Paper
from support.main_windows import run_action, settle, show_document


@pytest.fixture
def turned(desk: Desk, tmp_path: Path) -> DocumentId:
    """A document of three pages, the second one in landscape."""
    made = Paper(boxes={1: (842, 595)})
    for number in range(3):
        made.page()
        made.paragraph(57, 500, f"{number + 1}. {SENTENCE}.")
    return take_in(desk, made.save(tmp_path / "turned.pdf"))


def test_pages_are_printed_each_on_a_sheet_of_its_size(
    desk: Desk, turned: DocumentId, tmp_path: Path, qapp: QApplication
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    told = list(print_pages(desk, turned, desk.original_pages.sizes(turned), [1, 2], printer))
    assert told == [(1, 2), (2, 2)]
    with pdfium.PdfDocument(tmp_path / "printed.pdf") as printed:
        sizes = [printed.get_page_size(n) for n in range(len(printed))]
        assert [(round(width, -1), round(height, -1)) for width, height in sizes] == [(600, 840), (840, 600)]
        shown = printed[0].render(scale=1, grayscale=True)
        grey = bytes(shown.buffer)
        assert min(grey) < 100  # words are printed on it
        assert grey.count(255) > len(grey) // 2


def test_a_printer_is_let_go_where_a_page_cannot_be_drawn(
    desk: Desk, turned: DocumentId, tmp_path: Path, qapp: QApplication
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    sizes = [*desk.original_pages.sizes(turned), (595.0, 842.0)]
    with pytest.raises(PageNotDrawnError) as caught:
        list(print_pages(desk, turned, sizes, [1, 4], printer))
    assert caught.value.number == 4
    assert not printer.paintingActive()


def test_the_dialog_offers_the_pages_that_there_are(window: MainWindow, turned: DocumentId, qtbot: QtBot) -> None:
    show_document(window, turned)
    assert window.ui.action_print_pages.isEnabled()
    run_action(window, window.ui.action_print_pages)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    dialog.reject()
    settle(window)


def test_what_has_no_pages_is_not_printed(reading: MainWindow) -> None:
    assert not reading.ui.action_print_pages.isEnabled()
