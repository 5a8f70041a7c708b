"""The manual, read in the program."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from delegate_desk import paths
from delegate_desk.gui import theme

translate = QCoreApplication.translate
_MARGIN = 32
_ABOVE_HEADING = 24
_BETWEEN = 8


def show_manual(window: QWidget) -> None:
    """Show the manual beside the work: it does not block the window."""
    dialog = QDialog(window)
    dialog.setWindowTitle(translate("manual", "Manual"))
    browser = QTextBrowser(dialog)
    browser.setAccessibleName(translate("manual", "Manual"))
    browser.setFrameShape(QTextBrowser.Shape.NoFrame)
    browser.setOpenLinks(False)  # nothing is fetched, whatever the text names
    browser.document().setDefaultFont(theme.ui_font(14))
    browser.document().setDocumentMargin(_MARGIN)
    browser.setSearchPaths([str(paths.RESOURCES / "help")])
    browser.setMarkdown((paths.RESOURCES / "help" / "manual.md").read_text(encoding="utf-8"))
    _space(browser.document())
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(browser)
    dialog.resize(760, 720)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    browser.setFocus()


def _space(document: QTextDocument) -> None:
    """Give headings and paragraphs room; those in tables have that of their cells."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            shape = block.blockFormat()
            shape.setTopMargin(_ABOVE_HEADING if shape.headingLevel() else _BETWEEN)
            shape.setBottomMargin(_BETWEEN)
            cursor.setBlockFormat(shape)
        block = block.next()
