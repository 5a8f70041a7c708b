"""The guide over the samples: six steps, each moving on by itself when it was really done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Context
from delegate_desk.gui.library import library_switcher
from delegate_desk.gui.tab_page import TabKind, TabPage
from delegate_desk.gui.widgets import key_bindings, screen_reader, theme
from delegate_desk.gui.widgets.basic_widgets import label, set_part, while_alive

if TYPE_CHECKING:
    from delegate_desk.gui.reader.reader_view import ReaderView


class TourStrip(QFrame):
    """Shows the next step and the progress, with buttons to skip it or leave.

    Signals:
        skipped: The step is to be skipped; on the last page, return to the user's own library.
        left: The guide is over.
    """

    skip_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "guide")
        self.setProperty("help", "begin#welcome")
        self.setAccessibleName(self.tr("Tour"))
        self.progress_label = label("", "soft")
        self.name_label = label("", "guide_name")
        self.message_label = label("", "guide_said", wrap=True)
        self.skip_button = QPushButton()
        self.leave_button = QPushButton(self.tr("Close Tour"))
        for button in (self.skip_button, self.leave_button):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.skip_button.clicked.connect(self.skip_requested)
        self.leave_button.clicked.connect(self.leave_requested)
        head = QHBoxLayout()
        head.setSpacing(theme.APART)
        head.addWidget(self.name_label)
        head.addWidget(self.progress_label)
        head.addStretch(1)
        head.addWidget(self.skip_button)
        head.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.BROAD, theme.NEAR, theme.WIDE, theme.APART)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(head)
        layout.addWidget(self.message_label)
        self.hide()

    def show_step(self, name: str, said: str, progress: str, skip: str) -> None:
        """Show a step.

        Args:
            name: Its subject.
            said: The instructions, with the keys.
            progress: The progress so far.
            skip: The text of the first button.
        """
        self.name_label.setText(name)
        self.message_label.setText(said)
        self.progress_label.setText(progress)
        self.skip_button.setText(skip)
        self.setAccessibleDescription(f"{name}. {said}")
        self.show()
        screen_reader.announce(self, f"{progress}: {name}. {said}" if progress else f"{name}. {said}")


FIND, GO, NOTE, DRAFT, SEND, REVISION = range(1, 7)
STEPS = REVISION
"""How many steps there are."""
PROVISION, REVISED = "3(2)", "ST 99101/1/26 REV 1"
"""Where one goes in the samples, and what came in after what."""
_END = STEPS + 1
_REST = 900
"""Milliseconds without a change after which it is looked whether what was typed does what a step asks for."""


class TourController(QObject):
    """Leads through the samples.

    Attributes:
        strip: Its instructions, below the work area.
        step: The current step, from 1; 0 where the guide is over.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._before: frozenset[str] = frozenset()
        self.step = 0
        self.strip = TourStrip()
        self.strip.skip_requested.connect(self._skip)
        self.strip.leave_requested.connect(lambda: self.show_step(0))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._check_step)
        context.navigate.reader_made.connect(self._connect)
        context.navigate.page_changed.connect(self._on_tab_changed)
        context.tasks.changed.connect(self._on_changes)
        key_bindings.subscribe_to_keys(self, self._update_strip)
        if library_switcher.is_sample_library(context.desk.folder):
            QTimer.singleShot(0, self, lambda: self.show_step(context.settings.load().guide))

    def show_step(self, step: int) -> None:
        """Show a step, from 1; 0 leaves the guide."""
        context = self._context
        self.step = step if 0 < step <= _END else 0
        context.settings.save(guide=self.step if self.step <= STEPS else 0)
        self._rest.stop()
        self._update_strip()
        if self.step in (NOTE, DRAFT):
            step_now, done = self.step, _what_is_done(context.desk, self.step)
            context.tasks.read(done, while_alive(self, lambda found: self._note_before(step_now, found)))

    def _update_strip(self) -> None:
        """Say the step at hand, with the keys of now."""
        if self.step == 0:
            self.strip.hide()
            return
        if self.step == _END:
            name, said = self._end_step()
            self.strip.show_step(name, said, "", self.tr("Back to My Library"))
        else:
            name, said = self._steps()[self.step - 1]()
            progress = self.tr("{n} of {count}").format(n=self.step, count=STEPS)
            self.strip.show_step(name, said, progress, self.tr("Skip Step"))

    def complete_step(self, step: int) -> None:
        """Something was done: if it is what is asked for now, the guide goes on."""
        if step == self.step:
            self.show_step(step + 1)

    def _skip(self) -> None:
        if self.step == _END:
            self.show_step(0)
            library_switcher.open_own_library(self._context)
        else:
            self.show_step(self.step + 1)

    # What was done

    def _connect(self, reader: ReaderView) -> None:
        reader.jumped.connect(lambda _: self.complete_step(GO))

    def _on_tab_changed(self) -> None:
        shown: QWidget | None = self._context.navigate.current_page()
        entry = shown.entry() if isinstance(shown, TabPage) else None
        if entry is not None and entry.kind in (TabKind.COMPARISON, TabKind.CONSEQUENCES, TabKind.MEETING):
            self.complete_step(REVISION)

    def _on_changes(self, changes: Changes) -> None:
        if (self.step == NOTE and changes.annotations) or (self.step == DRAFT and changes.positions):
            self._rest.start()

    def _note_before(self, step: int, found: frozenset[str]) -> None:
        if step == self.step:
            self._before = found

    def _check_step(self) -> None:
        step = self.step
        if step in (NOTE, DRAFT):
            self._context.tasks.read(
                _what_is_done(self._context.desk, step),
                while_alive(self, lambda found: self._complete_if_changed(step, found)),
            )

    def _complete_if_changed(self, step: int, found: frozenset[str]) -> None:
        if found - self._before:
            self.complete_step(step)

    # What is said

    def _steps(self) -> Sequence[Callable[[], tuple[str, str]]]:
        return (self._find, self._navigate_step, self._annotate, self._draft, self._send, self._revise)

    def _find(self) -> tuple[str, str]:
        said = self.tr("Press {key}, type “{words}”, then press Enter to open the result.")
        words = self._context.desk.samples.passage(interface_language.language())
        return self.tr("Search for a passage"), said.format(
            key=_key(self._context.navigate.action("action_search")), words=words
        )

    def _navigate_step(self) -> tuple[str, str]:
        said = self.tr("Press {key}, type “{place}”, and press Enter. J and K move from paragraph to paragraph.")
        return self.tr("Go to a provision"), said.format(
            key=_key(self._context.navigate.action("action_place")), place=PROVISION
        )

    def _annotate(self) -> tuple[str, str]:
        said = self.tr("Select a paragraph, press {key} for a red line and type the reason. Esc returns to the text.")
        return self.tr("Record a red line"), said.format(
            key=_key(self._context.navigate.action("action_annotate_red_line"))
        )

    def _draft(self) -> tuple[str, str]:
        said = self.tr("Press {key} on a paragraph and edit its text. Your changes are marked as you type.")
        return self.tr("Make a drafting suggestion"), said.format(
            key=_key(self._context.navigate.action("action_position"))
        )

    def _send(self) -> tuple[str, str]:
        said = self.tr("Press {key}, check what will be circulated and what stays internal, then export to Word.")
        return self.tr("Export a position"), said.format(key=_key(self._context.navigate.action("action_export")))

    def _revise(self) -> tuple[str, str]:
        said = self.tr("Press {library}, open {name} with Enter, then press {compare} to see what has changed.")
        action = self._context.navigate.action
        library, compare = _key(action("action_library")), _key(action("action_compare_previous"))
        return self.tr("Compare the revision"), said.format(library=library, name=REVISED, compare=compare)

    def _end_step(self) -> tuple[str, str]:
        said = self.tr(
            "You have searched, annotated, drafted, exported and compared. {commands} lists all other commands, "
            "{meeting} starts meeting mode, and the samples are yours to experiment with."
        )
        action = self._context.navigate.action
        return self.tr("Tour complete"), said.format(
            commands=_key(action("action_commands")), meeting=_key(action("action_meeting"))
        )


def _key(action: QAction) -> str:
    """The key of a command as this computer writes it, or its name where it has none."""
    return key_bindings.first_key_text(action.objectName()) or action.text().replace("&", "")


def _what_is_done(desk: Desk, step: int) -> Callable[[], frozenset[str]]:
    """A job that tells the red lines with a text, or the wordings, there are."""

    def red_lines() -> frozenset[str]:
        found = (one for one in desk.annotations.all() if one.kind is AnnotationKind.RED_LINE and one.text.strip())
        return frozenset(str(one.id) for one in found)

    def wordings() -> frozenset[str]:
        positions = map(desk.positions.get, desk.positions.documents())
        items = ((position.document, item) for position in positions for item in position.items)
        return frozenset(f"{document} {item.address} {item.proposal}" for document, item in items if item.proposal)

    return red_lines if step == NOTE else wordings
