"""The line at the bottom: marking, document, place, and whether all is saved."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import screen_reader
from delegate_desk.gui.widgets.basic_widgets import set_property

_PASSES = 6000
"""Milliseconds for which something is said in passing."""


class StatusBarController(QObject):
    """Fills the labels of the line."""

    def __init__(self, ui: Ui_MainWindow, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._unsaved = tasks.unsaved
        self._reading = False
        self._said = ("", "")
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_PASSES)
        self._passing.timeout.connect(lambda: self.show_text(*self._said))
        self._is_announced_unsaved = False
        self._superseded = QLabel()
        ui.status_layout.insertWidget(ui.status_layout.indexOf(ui.place_label) + 1, self._superseded)
        self._superseded.setProperty("part", "superseded")
        self._superseded.hide()
        for label in (
            ui.document_label,
            ui.place_label,
            ui.progress_label,
            ui.saved_label,
            ui.watched_label,
            ui.offline_label,
        ):
            label.setProperty("part", "status")
        ui.marking_label.setProperty("part", "marking")
        ui.marking_label.hide()
        ui.stop_button.setProperty("part", "status")
        self.hide_progress()
        tasks.saving.connect(lambda: ui.saved_label.setText(self.tr("Saving…")))
        tasks.idle.connect(self._show_saved)
        tasks.unsaved.changed.connect(self._show_saved)
        self._show_saved()

    def _show_saved(self) -> None:
        label, unsaved = self._ui.saved_label, bool(self._unsaved)
        said = self.tr("Not saved") if unsaved else self.tr("Saved")
        if unsaved != self._is_announced_unsaved:  # that all is saved as usual is not worth a word
            screen_reader.announce(label, said, assertive=unsaved)
            self._is_announced_unsaved = unsaved
        label.setText(said)
        set_property(label, "part", "danger" if unsaved else "status")

    def show_marking(self, marking: str | None) -> None:
        """Show a marking in its corner, or none."""
        self._ui.marking_label.setText(marking or "")
        self._ui.marking_label.setVisible(bool(marking))
        self._ui.marking_label.setAccessibleName(
            self.tr("Marking: {marking}").format(marking=marking) if marking else ""
        )

    def show_text(self, text: str, place: str = "") -> None:
        """Show the name of the current view, and the place in it; another view or place ends a passing message."""
        if (text, place) != self._said:
            self._passing.stop()
        self._said = (text, place)
        if not self._passing.isActive():
            self._ui.document_label.setText(text)
            self._ui.place_label.setText(place)

    def pass_by(self, text: str) -> None:
        """Say something in place of what is in front, for some seconds."""
        self._ui.document_label.setText(text)
        self._ui.place_label.setText("")
        self._passing.start()
        screen_reader.announce(self._ui.document_label, text)

    def show_superseded(self, said: str) -> None:
        """Show that what is in front has a newer revision; empty where it has none."""
        self._superseded.setText(said)
        self._superseded.setVisible(bool(said))

    def superseded(self) -> str:
        """Message about a newer revision; empty where there is none."""
        return self._superseded.text()

    def show_indexing(self, done: int, of: int) -> None:
        """Show how far the search has come with what is new, unless documents are being read."""
        ui = self._ui
        if not self._reading:
            ui.progress_label.setText(self.tr("Indexing: {n} of {of}").format(n=done, of=of))
            self._show_bar(done, of)

    def show_work(self, what: str, done: int, of: int) -> None:
        """Show how far other work has come, unless documents are being read."""
        if not self._reading:
            self._ui.progress_label.setText(what)
            self._show_bar(done, of)

    def end_indexing(self) -> None:
        if not self._reading:
            self.hide_progress()

    def show_import(self, name: str, done: int, of: int) -> None:
        ui = self._ui
        self._reading = True
        ui.progress_label.setText(
            self.tr("Reading {name}").format(name=_short(name))
            if of == 1
            else self.tr("Reading {n} of {of}: {name}").format(n=done + 1, of=of, name=_short(name))
        )
        self._show_bar(done, of)

    def hide_progress(self) -> None:
        """Nothing is under way any more."""
        self._reading = False
        label = self._ui.progress_label
        if label.isVisible():
            said = self.tr("{what}: done").format(what=label.text().rstrip(" …"))
            screen_reader.announce(self._ui.saved_label, said, about="progress")
        for widget in (self._ui.progress_label, self._ui.progress_bar, self._ui.stop_button):
            widget.hide()

    def _show_bar(self, done: int, of: int) -> None:
        ui = self._ui
        ui.progress_bar.setRange(0, of if of > 1 else 0)
        ui.progress_bar.setValue(done)
        for widget in (ui.progress_label, ui.progress_bar, ui.stop_button):
            widget.show()


def _short(name: str) -> str:
    longest = 40
    return name if len(name) <= longest else f"{name[: longest - 12]}…{name[-11:]}"
