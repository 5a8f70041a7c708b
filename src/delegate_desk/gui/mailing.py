"""What leaves by mail, in the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from delegate_desk.core.export import Mail


def keep(mail: Mail) -> None:
    """Put a file in the clipboard: as a page with its marks where a mail takes them, as text elsewhere."""
    data = QMimeData()
    data.setText(mail.text)
    data.setHtml(mail.html)
    QGuiApplication.clipboard().setMimeData(data)
