"""The manual, read in the program."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from delegate_desk import paths
from delegate_desk.gui import theme

translate = QCoreApplication.translate
_MARGIN = 32


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
    browser.setMarkdown((paths.RESOURCES / "help" / "manual.md").read_text(encoding="utf-8"))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(browser)
    dialog.resize(760, 720)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    browser.setFocus()
