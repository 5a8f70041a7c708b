"""What can be done with a tab, in a menu on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow


def offer(window: MainWindow, view: QWidget, point: QPoint) -> None:
    """Offer at a place on the screen what can be done with the tab of a view, which comes to the front."""
    ui, tabs = window.ui, window.tabs
    tabs.setCurrentWidget(view)
    shown = tabs.currentWidget()  # what only waited to be looked at is made by that
    if shown is None:
        return
    window.commands.fit()
    menu = QMenu(shown)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(ui.action_close_tab)
    group = tabs.front
    close = menu.addAction(QCoreApplication.translate("tabmenu", "Close &Other Tabs"))
    close.setEnabled(group.count() > 1)

    def close_others() -> None:
        for other in group.views():
            if other is not shown:
                tabs.close_view(other)

    close.triggered.connect(lambda _=False: close_others())
    menu.addSeparator()
    menu.addActions([ui.action_split_right, ui.action_split_down, ui.action_tab_to_side])
    menu.addActions([ui.action_tab_to_window, ui.action_tab_back])
    menu.popup(point)
