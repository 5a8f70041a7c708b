"""Error messages of the window."""

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.errors import DeskError


def explain(error: DeskError) -> str:
    """Return the sentence for an error, in the language of the window."""
    return error.explain(lambda text: QCoreApplication.translate("errors", text))
