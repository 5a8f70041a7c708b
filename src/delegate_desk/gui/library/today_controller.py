"""Today in the window: shown in the middle while no tab is open, and in the first tab on demand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.library.documents_model import TODAY
from delegate_desk.gui.library.documents_view import DocumentsView

if TYPE_CHECKING:
    from delegate_desk.gui.library.today_page import Openers, TodayPage


class TodayController(Controller):
    """Creates the page on first use.

    Attributes:
        page: The page in the middle of the window; None until a library with documents has no open tab.
    """

    def __init__(
        self,
        context: Context,
        documents: DocumentsView,
        middle: QBoxLayout,
        frame: Callable[[QWidget, str], QWidget],
        openers: Openers,
    ) -> None:
        super().__init__(context)
        self._documents, self._middle, self._frame = documents, middle, frame
        self._openers = openers
        self.page: TodayPage | None = None
        documents.today_requested.connect(self.show)

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"action_today": self.show}

    def show(self) -> None:
        """Show the page in the middle, or otherwise its tab, which is the first."""
        if self.page is not None and self.page.isVisible():
            self.page.setFocus()
        elif self._context.navigate.has_pages():
            from delegate_desk.gui.library.today_page import TodayPage

            open_page = next(iter(self._context.navigate.pages(TodayPage)), None)
            self._context.navigate.show_page(open_page or self._make_page(), self.tr("Today"), first=True)

    def show_in_middle(self, *, shown: bool) -> None:
        """Show the page while no tab is open, or hide it; the first time it has the focus, unless a field has it."""
        focus = self._context.window.focusWidget()
        is_first = shown and self.page is None and not isinstance(focus, QLineEdit)
        if shown and self.page is None:
            self.page = self._make_page()
            self._shown = self._frame(self.page, self.tr("Today"))
            self._middle.insertWidget(0, self._shown, 1)
        if self.page is not None:
            self._shown.setVisible(shown)
            if shown:
                self._documents.set_current(TODAY)
            if is_first or (shown and focus is None):
                self.page.setFocus()

    def _make_page(self) -> TodayPage:
        from delegate_desk.gui.library.today_page import TodayPage

        return TodayPage(self._context, self._documents, self._openers)
