"""The box about the program."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QMessageBox,
    QWidget,
)

from delegate_desk import __version__

translate = QCoreApplication.translate


def show_about(window: QWidget) -> None:
    """Say what the program is, and whose fonts and icons it shows."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("about", "About Delegate Desk"))
    box.setText(translate("about", "Delegate Desk {version}").format(version=__version__))
    box.setInformativeText(
        translate("about", "Council documents on the delegate's own desk. It opens no network connection.")
        + "\n\n"
        + translate(
            "about",
            "Type: Source Serif 4 and Inter, under the SIL Open Font License. Icons: Lucide, under the ISC license.",
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
