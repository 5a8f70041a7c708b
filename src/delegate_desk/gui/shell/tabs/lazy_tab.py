"""Placeholder of a tab until it is first shown."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.gui.tab_page import TabEntry, TabPage


class LazyTab(TabPage):
    """Placeholder in a tab until the tab is shown: its content is created then."""

    def __init__(self, entry: TabEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry

    @override
    def entry(self) -> TabEntry:
        return self._entry
