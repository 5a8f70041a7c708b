"""The box about the program, and the licences of what others made of it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QMessageBox,
    QWidget,
)

from delegate_desk import __version__
from delegate_desk.gui.views.licences import LicencesDialog

translate = QCoreApplication.translate


def show_about(window: QWidget) -> None:
    """Say what the program is, and lead to whose work it stands on."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("about", "About Delegate Desk"))
    box.setText(translate("about", "Delegate Desk {version}").format(version=__version__))
    box.setInformativeText(
        translate("about", "Council documents on the delegate’s own desk. It opens no network connection.")
        + "\n\n"
        + translate("about", "Built on open-source software: Qt, Python, fonts and icons.")
    )
    licences = box.addButton(translate("about", "&Licences…"), QMessageBox.ButtonRole.ActionRole)
    close = box.addButton(translate("about", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    licences.clicked.connect(lambda: LicencesDialog(window).open())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
