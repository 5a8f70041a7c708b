"""Messages to the delegate: the status bar, and the notices under the tabs.

The bar takes no focus, blocks nothing, and is announced to screen readers.
One notice is shown at a time. A notice that only reports success disappears by itself; an error or a question stays
until it is closed. A newer notice is shown in front of a question, which comes back after it.
Esc closes it wherever the focus is, after what Esc means in a field that is typed in, a selection or a popup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QFrame, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from delegate_desk.core.errors import DeskError
from delegate_desk.core.values import dataclass
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.forms.ui_notices import Ui_Notices
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.basic_widgets import handle_escape, set_property, show_text

Link = tuple[str, Callable[[], object]]
"""Button of a notice: its label and its action."""
_PASSES = 6000
"""Milliseconds for which a temporary message is shown."""
_LONG_SAVE = 300
"""Milliseconds after which a save is named; shorter ones would only flicker beside what is typed."""
_LONGEST = 40
"""Length of a file name in it."""
_MOST_LINES = 6
_MOST_WAITING = 3
_BRIEF = 8000
"""Milliseconds for which a temporary notice is shown."""
TYPED_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


@dataclass(frozen=True, slots=True)
class _Notice:
    head: str
    sentences: Sequence[str]
    link: Link | None = None
    passes: bool = False


class Notices(QFrame):
    """Shows sentences without taking the focus or blocking anything: in one line, and in more where asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_Notices()
        ui.setupUi(self)
        self.head, self.text, self.link = ui.head_label, ui.text_label, ui.link_button
        self._shown: _Notice | None = None
        self._queued: list[_Notice] = []
        self._close_timer = QTimer(self, singleShot=True)
        self._close_timer.timeout.connect(self._close_if_idle)
        ui.close_button.setIcon(theme.icon("x"))
        ui.close_button.clicked.connect(self.close_notice)
        ui.more_button.setIcon(theme.icon("chevron-up"))
        ui.more_button.toggled.connect(ui.area.setVisible)
        ui.more_button.toggled.connect(ui.line_label.setHidden)
        ui.link_button.clicked.connect(self._on_link_clicked)
        ui.text_label.setContentsMargins(16, 0, 16, 8)
        ui.head_label.setFont(theme.ui_font(bold=True))

    def show_notice(
        self,
        head: str,
        sentences: Sequence[str] = (),
        link: Link | None = None,
        *,
        anew: bool = False,
        after: bool = False,
    ) -> None:
        """Show sentences until they are closed.

        Args:
            link: A link: its text and its action. A notice with one is not lost when another is shown.
            anew: True if they repeat and extend the current notice.
            after: True to wait until the current notice is closed.
        """
        self._show_or_queue(_Notice(head, sentences, link), anew=anew, after=after)

    def show_briefly(
        self, head: str, sentences: Sequence[str] = (), link: Link | None = None, *, after: bool = False
    ) -> None:
        """Report success; the notice and its link disappear after some seconds."""
        self._show_or_queue(_Notice(head, sentences, link, passes=True), after=after)

    def close_notice(self) -> None:
        """Close the current notice; one that waits for an answer returns."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self) and self.window().isActiveWindow()
        self.hide()
        if self._queued:
            self._show(self._queued.pop())
        elif had_focus:
            self.window().setFocus()

    def _show_or_queue(self, notice: _Notice, *, anew: bool = False, after: bool = False) -> None:
        if after and not self.isHidden():
            self._queued = [*self._queued, notice][-_MOST_WAITING:]
            return
        current = self._shown
        has_open_link = current is not None and current.link is not None and not current.passes
        if current is not None and has_open_link and not anew and current.head != notice.head and self.isVisible():
            self._queued = [*(value for value in self._queued if value.head != current.head), current][-_MOST_WAITING:]
        self._show(notice)

    def _show(self, notice: _Notice) -> None:
        self._close_timer.stop()
        self._shown = notice
        link, sentences = notice.link, notice.sentences
        if notice.passes:
            self._close_timer.start(_BRIEF)
        self.link.setText(link[0] if link else "")
        self.link.setVisible(link is not None)
        self.head.setText(notice.head)
        self.text.setText("\n".join(sentences))
        self.ui.line_label.setText(" ".join(sentences))
        self.ui.more_button.setChecked(False)
        self.ui.area.hide()
        self.ui.line_label.setVisible(bool(sentences))
        self._fit_height()
        self.setAccessibleName(notice.head)
        self.setAccessibleDescription("\n".join(sentences))
        self.show()
        self.ui.area.setAccessibleName(notice.head)
        accessibility.announce(self, "\n".join((notice.head, *sentences)))

    def _close_if_idle(self) -> None:
        """Close a temporary notice, unless it is in use."""
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._close_timer.start(_BRIEF)
        else:
            self.close_notice()

    def _fit_height(self) -> None:
        """Fit the height to the lines of the sentences, with a maximum; one line has no more to show."""
        needed = self.ui.line_label.sizeHint().width() if self.ui.line_label.text() else 0
        others = [self.head, *(button for button in (self.link, self.ui.close_button) if not button.isHidden())]
        space = self.width() - 24 - sum(widget.sizeHint().width() + 12 for widget in others)
        self.ui.more_button.setVisible(needed > space or self.ui.more_button.isChecked())
        limit = self.text.fontMetrics().lineSpacing() * _MOST_LINES
        height = self.text.heightForWidth(max(self.ui.area.viewport().width(), 1))
        self.ui.area.setFixedHeight(min(height, limit) + 6)
        is_scrolled = height > limit
        self.ui.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_scrolled else Qt.FocusPolicy.NoFocus)

    # Esc

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the notice with Esc, unless it has another meaning where the focus is."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers()
        if not is_escape or QApplication.activePopupWidget() is not None or not isinstance(watched, QWidget):
            return False
        window = self.window()
        if watched is window:  # which gets the unused keys of a field
            return handle_escape(event, self.close_notice)
        if watched is not QApplication.focusWidget() or watched.window() is not window:
            return False
        from delegate_desk.gui.reader.paragraph_model import TextRange

        is_typed_in = isinstance(watched, TYPED_FIELDS) and not watched.isReadOnly()
        selection = getattr(watched, "selection", None)  # lists have another member of that name
        is_chosen_in = isinstance(selection, TextRange) and not selection.is_empty()
        popups = window.findChildren(QFrame, "note_popup")  # of footnotes
        if is_typed_in or is_chosen_in or any(popup.isVisible() for popup in popups):
            return False
        return handle_escape(event, self.close_notice)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _on_link_clicked(self) -> None:
        link = self._shown.link if self._shown is not None else None
        self.close_notice()
        if link is not None:
            link[1]()


class Notifier(QObject):
    """Messages from anywhere in the program: notices, errors, the status bar and the progress of work in it."""

    stop_requested = Signal()  # The work whose progress is shown is to be cancelled

    def __init__(
        self, ui: Ui_MainWindow, tasks: Tasks, notices: Notices, report_fault: Callable[[Exception], object]
    ) -> None:
        super().__init__(notices)
        self._ui, self._notices, self._report_fault = ui, notices, report_fault
        self.show_notice, self.show_briefly = notices.show_notice, notices.show_briefly
        self._unsaved = tasks.unsaved
        self._is_importing = False
        self._shown_text = ("", "")
        self._passing_timer = QTimer(self, singleShot=True, interval=_PASSES)
        self._passing_timer.timeout.connect(lambda: self.show_text(*self._shown_text))
        self._is_announced_unsaved = False
        self.hide_progress()
        self._saving_timer = QTimer(self, singleShot=True, interval=_LONG_SAVE)
        self._saving_timer.timeout.connect(lambda: ui.saved_label.setText(self.tr("Saving…")))
        tasks.saving.connect(self._saving_timer.start)
        tasks.idle.connect(self._show_saved)
        tasks.unsaved.changed.connect(self._show_saved)
        self._show_saved()

    # Notices

    def add_to_notice(self, head: str, sentences: Sequence[str], link: Link) -> None:
        """Show a notice in addition to the sentences of the current notice, unless that has a link."""
        notice = self._notices
        is_added = notice.isVisible() and notice.link.isHidden()
        previous = [f"{notice.head.text()}: {line}" for line in notice.text.text().splitlines()] if is_added else []
        notice.show_notice(head, [*sentences, *previous], link, anew=is_added)

    def hide_notice(self, head: str = "") -> None:
        """Close the notice that is shown; with a head, only the notice of that head."""
        if not head or self._notices.head.text() == head:
            self._notices.hide()

    def show_error(self, error: Exception) -> None:
        """Show the sentence of an error; report anything else as a fault of the program."""
        if isinstance(error, DeskError):
            self._notices.show_notice(self.tr("Operation failed"), [explain(error)])
        else:
            self._report_fault(error)

    # The status bar

    def _show_saved(self) -> None:
        self._saving_timer.stop()
        saved_label, unsaved = self._ui.saved_label, bool(self._unsaved)
        text = self.tr("Not saved") if unsaved else self.tr("Saved")
        if unsaved != self._is_announced_unsaved:  # the usual state is not announced
            accessibility.announce(saved_label, text, assertive=unsaved)
            self._is_announced_unsaved = unsaved
        saved_label.setText(text)
        set_property(saved_label, "part", "danger" if unsaved else "status")

    def show_marking(self, marking: str | None) -> None:
        show_text(self._ui.marking_label, marking or "")
        text = self.tr("Marking: {marking}").format(marking=marking) if marking else ""
        self._ui.marking_label.setAccessibleName(text)

    def show_text(self, text: str, place: str = "") -> None:
        """Show the name of the current view, and the place in it; a change of these ends a temporary message."""
        if (text, place) != self._shown_text:
            self._passing_timer.stop()
        self._shown_text = (text, place)
        if not self._passing_timer.isActive():
            self._ui.document_label.setText(text)
            self._ui.place_label.setText(place)

    def pass_by(self, text: str) -> None:
        """Show a temporary message instead of the view and place, for some seconds."""
        self._ui.document_label.setText(text)
        self._ui.place_label.setText("")
        self._passing_timer.start()
        accessibility.announce(self._ui.document_label, text)

    def show_superseded(self, text: str) -> None:
        """Show that the page in front has a newer revision; empty for none."""
        show_text(self._ui.superseded_label, text)

    def show_indexing(self, done: int, total: int) -> None:
        self.show_progress(self.tr("Indexing: {n} of {of}").format(n=done, of=total), done, total)

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Show the progress of work, unless documents are being read."""
        if not self._is_importing:
            self._ui.progress_label.setText(what)
            self._show_bar(done, total)

    def end_progress(self) -> None:
        """Remove the progress, unless it is that of an import."""
        if not self._is_importing:
            self.hide_progress()

    def show_import(self, name: str, done: int, total: int) -> None:
        """Show the progress of an import, in front of any other."""
        ui = self._ui
        self._is_importing = True
        text = self.tr("Reading {name}") if total == 1 else self.tr("Reading {n} of {of}: {name}")
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 12]}…{name[-11:]}"
        ui.progress_label.setText(text.format(n=done + 1, of=total, name=short))
        self._show_bar(done, total)

    def hide_progress(self) -> None:
        self._is_importing = False
        progress_label = self._ui.progress_label
        if progress_label.isVisible():
            text = self.tr("{what}: done").format(what=progress_label.text().rstrip(" …"))
            accessibility.announce(self._ui.saved_label, text, about="progress")
        for widget in (self._ui.progress_label, self._ui.progress_bar, self._ui.stop_button):
            widget.hide()

    def _show_bar(self, done: int, total: int) -> None:
        ui = self._ui
        ui.progress_bar.setRange(0, total if total > 1 else 0)
        ui.progress_bar.setValue(done)
        for widget in (ui.progress_label, ui.progress_bar, ui.stop_button):
            widget.show()
