"""Controller of a meeting's capture line: a line is interpreted, saved, edited, moved or removed.

The text follows the typed place. The line is interpreted as if it had not: a place such as ``(b)`` is relative to the
paragraph that was current before.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.citations import citation, labels_to
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.meetings.capture_parser import LineReader
from delegate_desk.core.meetings.meeting import CapturedLine, CaptureDraft, LineId, MeetingId, ParsedIntervention
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.capture_line import CaptureChip, CaptureLine
from delegate_desk.gui.meetings.interventions_list import InterventionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import screen_reader
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.jobs import Autosave
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.paths import load_table

_LONGEST = 3600
_MANY = 4
_GROUP = re.compile(r"\s*(?P<name>[^\W\d_]\w{0,23})\s*:=(?P<codes>[\s,;/\w]*)")
_NUMBERED = re.compile(r"\d[\w().\s-]{0,24}")
_LONGEST_PLACE = 40
_PAUSE = 200
"""Milliseconds without a key after which the text follows the typed place: ``1`` may become ``10``."""


class CaptureController(QObject):
    saved = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, key: MeetingId, reader: Callable[[], ReaderView | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._key, self._reader = desk, tasks, key, reader
        self._lines: dict[LineId, CapturedLine] = {}
        self.line_reader: LineReader | None = None
        self.number: str | None = None
        self._draft = Autosave(self)
        self._followed: tuple[Place | None, Place] | None = None
        """The paragraph that was current before the text followed the line, and the one that it went to."""
        self.pause = pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.pause.timeout.connect(self._follow_place)
        self._speakers, self._spoke_at = "", 0.0
        self.line = line = CaptureLine(self._parse, self._place_label)
        line.entered.connect(self._on_line_entered)
        line.typed.connect(self._save_draft)
        line.edit.textEdited.connect(lambda _: pause.start())
        line.stepped.connect(self._step_paragraph)
        self.interventions = InterventionsView()
        self.interventions.edit_requested.connect(self._edit_line)
        self.interventions.removed.connect(lambda key: tasks.write(lambda: desk.meetings.remove_line(key)))
        self.interventions.moved.connect(
            lambda line, number: tasks.write(lambda: desk.meetings.move_line(line, number))
        )

    def set_lines(self, lines: list[CapturedLine]) -> None:
        self._lines |= {line.id: line for line in lines}
        self.line.history = lines

    def restore_draft(self, draft: CaptureDraft) -> None:
        field, meetings = self.line, self._desk.meetings
        if field.edit.text():
            return
        if draft.line is None:
            field.replace_text(draft.text)
            return

        def restore(lines: list[CapturedLine]) -> None:
            line = next((line for line in lines if line.id == draft.line), None)
            if line is None:
                field.replace_text(draft.text)
            else:
                field.replace_text(draft.aside)
                self._edit_line(line)
                field.edit.setText(draft.text)

        self._tasks.read(lambda: meetings.lines(draft.meeting), while_alive(field, restore))

    def _parse(self, text: str, edited: LineId | None) -> ParsedIntervention:
        if self.line_reader is None:
            return ParsedIntervention(())
        line = self._lines.get(edited) if edited is not None else None
        return self.line_reader.read(
            text,
            item=line.item if line else self.number,
            at_hand=line.current_place if line else self._current_place(),
            language=terms.window_language(),
            line=line,
        )

    def _place_label(self, address: Address) -> str:
        reader = self._reader()
        if reader is None:
            return str(address)
        units = {unit.address: unit for unit in reader.paper.paragraphs.units}
        tables = load_table("citations")
        words: Mapping[str, str] = tables.get(terms.window_language(), tables["en"])
        return citation(address, labels_to(address, units), words) or str(address)

    def place(self) -> Place | None:
        reader = self._reader()
        return reader.place() if reader is not None else None

    def _current_place(self) -> Place | None:
        place = self.place()
        return self._followed[0] if self._followed is not None and place == self._followed[1] else place

    def speaking_time(self) -> str:
        """Return who spoke last and since when, ``FI 0:41``; empty without a speaker, and after an hour."""
        spent = int(time.monotonic() - self._spoke_at)
        return f"{self._speakers} {spent // 60}:{spent % 60:02d}" if self._speakers and spent <= _LONGEST else ""

    # Following the line

    def on_place_changed(self, place: Place | None) -> None:
        """Handle a change of the current paragraph: if the person went there, the line is about it."""
        if self._followed is not None and place != self._followed[1]:
            self._followed = None

    def _follow_place(self) -> None:
        self.pause.stop()
        reader, place = self._reader(), self.place()
        if reader is None or place is None:
            return
        address = self._typed_place()
        if address is None or address == place.address:
            return
        left, target = self._current_place(), Place(place.document, address)
        self._followed = (left, target) if target != left else None
        if not reader.go_to(address):
            self._followed = None

    def return_to_place_before(self) -> bool:
        """Return to the paragraph that was current before the text followed the line; False if it did not follow."""
        reader, (before, target) = self._reader(), self._followed or (None, None)
        if reader is None or before is None or self.place() != target:
            return False
        self.pause.stop()
        self._followed = None
        return reader.go_to(before.address)

    def _typed_place(self) -> Address | None:
        """Return the last place of the current document that the line names, or is alone."""
        line = self.line
        mended = self._lines.get(line.edited_line) if line.edited_line is not None else None
        if mended is not None and mended.item != self.number:
            return None
        named = [
            intervention.address
            for intervention in line.reading.interventions
            if intervention.address is not None and intervention.label
        ]
        return named[-1] if named else self._lone_place(line.edit.text())

    def _lone_place(self, text: str) -> Address | None:
        reader, typed = self._reader(), text.strip()
        is_short = len(typed) <= _LONGEST_PLACE and any(map(str.isdecimal, typed))
        if reader is None or not is_short or self._names_delegations():
            return None
        return find_place(typed, {unit.address for unit in reader.paper.paragraphs.units})

    def _names_delegations(self) -> bool:
        return any(spoken.delegations for spoken in self.line.reading.interventions)

    # Entering

    def _on_line_entered(self, text: str) -> None:
        self._follow_place()
        mended = self.line.edited_line
        if mended is not None:
            self._tasks.write(lambda: self._desk.meetings.edit_line(mended, text))
            self.line.end_editing()
        elif (group := _GROUP.fullmatch(text)) is not None:
            self._define_group(group["name"], re.findall(r"[^\W\d_]+", group["codes"]))
        elif not self._go_to_lone_place(text):
            self._capture(text)

    def _go_to_lone_place(self, text: str) -> bool:
        """Go to the paragraph of a line with only a place; True if that was done."""
        reader, typed, address = self._reader(), text.strip(), self._lone_place(text)
        if reader is not None and address is not None:
            self.line.replace_text("")
            reader.go_to(address)
            return True
        if not self._names_delegations() and len(typed) <= _LONGEST_PLACE and _NUMBERED.fullmatch(typed):
            message = self.tr("There is no {place} here. Press Enter again to save it as a note.").format(place=typed)
            return self.line.warn(text, message)
        return False

    def _capture(self, text: str) -> None:
        line, key, number, place = self.line, self._key, self.number, self._current_place()
        language, meetings = terms.window_language(), self._desk.meetings
        spoken = [intervention.delegations for intervention in line.reading.interventions if intervention.delegations]

        def capture() -> Changes:
            return meetings.capture(key, text, item=number, at_hand=place, language=language)[0]

        def keep(error: Exception) -> None:
            if isValid(line) and not line.edit.text():
                line.replace_text(text)
            else:
                self._tasks.unsaved.add(object(), error, capture, text, lambda: None)
            self._tasks.failed.emit(error)

        message = self.tr("{what}: recorded").format(what=line.chips.accessible_text())
        announce = while_alive(line, lambda _: screen_reader.announce(line, message))
        self._tasks.write(capture, announce, failed=keep)
        line.replace_text("")  # the draft is emptied behind the line
        if spoken:
            several = self.tr("{n} delegations").format(n=len(spoken[-1]))
            self._speakers = " ".join(spoken[-1]) if len(spoken[-1]) <= _MANY else several
            self._spoke_at = time.monotonic()
        self.saved.emit()

    def _define_group(self, name: str, codes: list[str]) -> None:
        def show_group(_: Changes) -> None:
            known = " ".join(dict.fromkeys(filter(None, map(delegation, codes))))
            text = self.tr("{name} now means {codes}") if known else self.tr("{name} is no longer a group")
            self.line.replace_text("")
            self.line.chips.show_chips([CaptureChip(text.format(name=name, codes=known), "support")])

        self._tasks.write(lambda: self._desk.meetings.set_group(name, codes), while_alive(self.line, show_group))

    # Rest

    def _edit_line(self, line: CapturedLine) -> None:
        self._lines[line.id] = line
        self.line.edit_line(line)

    def _step_paragraph(self, by: int) -> None:
        reader = self._reader()
        if reader is not None:
            reader.step(by)

    def _save_draft(self, text: str) -> None:
        if not text.strip():
            self._followed = None
        draft = CaptureDraft(self._key, self.number, text, self.line.edited_line, self.line.unsent_text)
        drafts = self._desk.capture_draft
        self._draft.write(self._tasks, lambda: drafts.save(draft), words=text)
