"""Full screen: only the text for reading, and the presenter's view beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.shell.family_controller import FamilyController
from delegate_desk.gui.shell.tabs import Tabs
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets.basic_widgets import is_escape

if TYPE_CHECKING:
    from delegate_desk.gui.reader.presenter import PresenterWindow
    from delegate_desk.gui.reader.reader_view import ReaderView


class FullScreenController(QObject):
    """Shows the text in full screen, and makes the presenter's view follow the current paragraph."""

    def __init__(self, context: Context, ui: Ui_MainWindow, tabs: Tabs, families: FamilyController) -> None:
        super().__init__(context.window)
        self._context, self._ui, self._tabs, self._families = context, ui, tabs, families
        self._window = context.window
        self._columns: tuple[bool, bool] | None = None
        self._was_maximised = False
        self._with_pages: list[TabPage] = []
        self.presenter: PresenterWindow | None = None
        tabs.reader_made.connect(self._connect_reader)
        tabs.currentChanged.connect(self._update_presenter)
        ui.action_full_screen.toggled.connect(self.set_full_screen)
        ui.action_presenter.toggled.connect(self.set_presenter_shown)
        self._window.installEventFilter(self)

    def close(self) -> None:
        self._tabs.close_windows()
        if self.presenter is not None:
            self.presenter.close()

    # Reading

    def set_full_screen(self, full: bool) -> None:
        """Show only the text on the whole screen, or restore the window."""
        window, ui = self._window, self._ui
        if full and self._columns is None:
            self._was_maximised = window.isMaximized()
            self._columns = (ui.action_left.isChecked(), ui.action_right.isChecked())
            ui.action_left.setChecked(False)
            ui.action_right.setChecked(False)
            ui.top_bar.hide()
            self._tabs.show_bars(shown=False)
            self._with_pages = [page for page in self._tabs.pages(TabPage) if page.pages_shown]
            for page in self._with_pages:
                page.show_pages(shown=False)
            window.showFullScreen()
        elif not full and self._columns is not None:
            left, right = self._columns
            self._columns = None
            ui.top_bar.show()
            self._tabs.show_bars(shown=True)
            for page in filter(isValid, self._with_pages):
                page.show_pages(shown=True)
            ui.action_left.setChecked(left)
            ui.action_right.setChecked(right)
            if window.isVisible():
                window.showMaximized() if self._was_maximised else window.showNormal()
        self._context.navigate.focus_text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc without another meaning leaves the full screen; a closing window is restored."""
        if watched is not self._window or self._columns is None:
            return False
        if is_escape(event) or event.type() == QEvent.Type.Close:
            self._ui.action_full_screen.setChecked(False)
        return is_escape(event)

    # Presenting

    def set_presenter_shown(self, shown: bool) -> None:
        if shown and self.presenter is None:
            from delegate_desk.gui.reader.presenter import PresenterWindow

            presenter = self.presenter = PresenterWindow()
            presenter.closed.connect(self._on_presenter_closed)
            presenter.stepped.connect(self._step)
            presenter.show_on_screen(self._window.screen())
            self._update_presenter()
        elif not shown and self.presenter is not None:
            self.presenter.close()

    def _on_presenter_closed(self) -> None:
        presenter, self.presenter = self.presenter, None
        if presenter is not None:
            presenter.deleteLater()
        self._ui.action_presenter.setChecked(False)

    def _connect_reader(self, reader: ReaderView) -> None:
        reader.place_changed.connect(self._update_presenter)
        reader.size_changed.connect(self._update_presenter)
        reader.paper.paragraphs.dataChanged.connect(self._update_presenter)

    def _update_presenter(self) -> None:
        reader = self._tabs.current_reader()
        if self.presenter is not None and reader is not None and reader.library_document() is not None:
            model, newer = reader.paper.paragraphs, self._families.superseded_text
            self.presenter.show_place(model, reader.paper.current_row(), reader.paper.reading_size, newer)

    def _step(self, by: int) -> None:
        reader = self._tabs.current_reader()
        if reader is not None:
            reader.step(by)
