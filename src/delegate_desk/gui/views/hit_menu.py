"""What can be done with a hit, and where else its words stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from delegate_desk.gui import names
from delegate_desk.gui.models.hits import Link


class HitMenu(QMenu):
    """The menu of a hit.

    Signals:
        open_asked: The hit is to be opened; with True for a tab of its own.
        look_asked: It is to be looked at beside the list.
        link_asked: Its words are to be opened elsewhere, with the ``Link``.
    """

    open_asked = Signal(bool)
    look_asked = Signal()
    link_asked = Signal(object)

    def __init__(self, links: Sequence[Link], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addAction(self.tr("&Open")).triggered.connect(lambda _=False: self.open_asked.emit(False))
        self.addAction(self.tr("Open in New &Tab")).triggered.connect(lambda _=False: self.open_asked.emit(True))
        self.addAction(self.tr("&Preview")).triggered.connect(lambda _=False: self.look_asked.emit())
        if links:
            self.addSeparator()
        for link in links:
            said = self.tr("Open in {language}").format(language=names.language(link.language))
            if link.revision is not None:
                said = self.tr("Open {document}").format(document=link.revision.name)
            self.addAction(said.replace("&", "&&")).triggered.connect(
                lambda _=False, link=link: self.link_asked.emit(link)
            )
