"""Interventions of a meeting: those recorded so far, and the controller of the line that records them.

The text follows the typed place. The line is interpreted as if it had not: a place such as ``(b)`` is relative to the
paragraph that was current before.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.citations import citation, labels_to
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.capture_parser import LineReader
from delegate_desk.core.meetings.meeting import (
    CapturedLine,
    CaptureDraft,
    Intervention,
    LineId,
    MeetingId,
    ParsedIntervention,
)
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.capture_line import CaptureChip, CaptureLine
from delegate_desk.gui.meetings.meeting_content import AgendaEntry
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    column_layout,
    label,
    popup_menu,
    set_part,
    show_text,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import Autosave
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import (
    CENTER,
    Index,
    RowDelegate,
    RowList,
    RowMenus,
    RowModel,
    draw_chip,
    is_hovered,
    is_selected,
    write_line,
)
from delegate_desk.paths import load_table

_MOST_CODES = 8
_MOST_DRAWN = 400
"""Maximum number of characters drawn of a row."""


@dataclass(frozen=True, slots=True)
class InterventionRow:
    intervention: Intervention
    when: str
    speakers: str
    place: str

    @property
    def words(self) -> str:
        """Return the free words; the line as typed if nothing else was recognised."""
        intervention = self.intervention
        return intervention.text or (intervention.line.text if not intervention.delegations else "")


class InterventionsModel(RowModel[InterventionRow]):
    def show(
        self,
        interventions: Sequence[Intervention],
        label: Callable[[Place], str],
        days: dict[MeetingId, date | None] | None = None,
    ) -> None:
        rows = []
        previous: LineId | None = None
        for intervention in interventions:
            line = intervention.line
            day = days.get(line.meeting) if days is not None else None
            when = f"{day:%d.%m.%y}" if day else f"{local_time(line.created):%H:%M}"
            place = label(intervention.place) if intervention.place else ""
            codes = intervention.delegations
            count_text = self.tr("{n} delegations").format(n=len(codes))
            speakers = " ".join(codes) if len(codes) <= _MOST_CODES else count_text
            rows.append(InterventionRow(intervention, "" if line.id == previous else when, speakers, place))
            previous = line.id
        self.set_rows(rows)

    @override
    def key(self, row: InterventionRow) -> object:
        return row.intervention.line.id

    @override
    def place(self, row: InterventionRow) -> Place | None:
        return row.intervention.place

    @override
    def text(self, row: InterventionRow) -> str:
        return row.words

    @override
    def tool_tip(self, row: InterventionRow) -> str:
        return row.intervention.line.text

    @override
    def accessible_text(self, row: InterventionRow) -> str:
        intervention = row.intervention
        time_of_day = f"{local_time(intervention.line.created):%H:%M}"
        stance = terms.stance_label(intervention.stance) if intervention.stance else self.tr("note")
        conclusion = self.tr("conclusion") if intervention.conclusion else ""
        parts = (time_of_day, " ".join(intervention.delegations), conclusion or stance, row.place, row.words)
        return ", ".join(filter(None, parts))


_WIDEST_CODES, _WIDEST_PLACE = 132, 84
_MOVE = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_M)


class InterventionsView(StyledPane):
    edit_requested = Signal(object)  # CapturedLine
    removed = Signal(object)  # LineId
    moved = Signal(object, object)  # LineId, number of the item or None
    opened = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[AgendaEntry] = ()
        self.model = InterventionsModel(self)
        self.head_label = label("", "head")
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setObjectName("said_list")
        self.list.setItemDelegate(_InterventionDelegate(self.list, self.model))
        self.list.setUniformItemSizes(True)
        self.list.installEventFilter(self)
        self.list.setAccessibleName(self.tr("Interventions"))
        self.empty_label = label("", "soft", wrap=True)
        self.setFocusProxy(self.list)
        column_layout(self.head_label, self.empty_label, (self.list, 1), within=self, margins=(24, 4, 24, 4), spacing=2)
        set_part(self, "canvas")
        self.list.activated.connect(self._request_edit)
        RowMenus(self.list, self._menu_for_index)

    def show_interventions(
        self,
        interventions: Sequence[Intervention],
        entries: Sequence[AgendaEntry],
        place: Callable[[Place], str],
        head: str,
        empty: str,
        days: dict[MeetingId, date | None] | None = None,
    ) -> None:
        bar = self.list.verticalScrollBar()
        at_end, top = bar.value() >= bar.maximum() - theme.row_height(), bar.value()
        chosen = self.current_line()
        self._entries = entries
        self.model.show(interventions, place, days)
        show_text(self.head_label, head)
        self.empty_label.setText(empty)
        self.empty_label.setVisible(not interventions)
        self.list.setVisible(bool(interventions))
        row = self.model.find(chosen.id) if chosen else None
        if row is not None and self.list.hasFocus():
            self.list.setCurrentIndex(self.model.index(row))
        elif self.model.rows:
            self.list.setCurrentIndex(self.model.index(len(self.model.rows) - 1))
        self.list.doItemsLayout()
        bar.setValue(bar.maximum() if at_end else top)

    def current_line(self) -> CapturedLine | None:
        row = self.model.row(self.list.currentIndex())
        return row.intervention.line if row else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Edit, delete or move the current row by a key; keys for moving are those of a position."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F2:
            event.accept()  # the window renames a document by it
        elif event.type() != QEvent.Type.KeyPress:
            return False
        elif event.keyCombination() == _MOVE:
            menu, box = self._items_menu(), self.list.visualRect(self.list.currentIndex())
            if menu is not None:
                menu.popup(self.list.viewport().mapToGlobal(box.bottomLeft() + QPoint(48, 0)))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request_edit(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self._request_removal()
        else:
            return False
        return True

    def _items_menu(self) -> QMenu | None:
        line = self.current_line()
        if line is None:
            return None
        menu = popup_menu(self)
        menu.setTitle(self.tr("Move to item"))
        items = [entry.item for entry in self._entries if entry.item is not None]
        choices: list[tuple[str | None, str]] = [
            (item.number, f"&{item.number}  {item.title.replace('&', '&&')}") for item in items
        ]
        for number, title in (*choices, (None, self.tr("&Meeting as a whole"))):
            if number != line.item:
                action = menu.addAction(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 360))
                action.triggered.connect(lambda _=False, number=number: self.moved.emit(line.id, number))
        return menu

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        row, moving = self.model.row(index), self._items_menu()
        if row is None or moving is None:
            return None
        menu = QMenu(self)
        menu.addAction(self.tr("&Edit\tF2")).triggered.connect(lambda: self._request_edit(self.list.currentIndex()))
        menu.addMenu(moving)
        place = row.intervention.place
        if place is not None:
            menu.addAction(self.tr("&Go to paragraph")).triggered.connect(lambda: self.opened.emit(place))
        menu.addAction(self.tr("&Delete\tDel")).triggered.connect(self._request_removal)
        return menu

    def _request_edit(self, index: Index) -> None:
        row = self.model.row(index)
        if row is not None:
            self.edit_requested.emit(row.intervention.line)

    def _request_removal(self) -> None:
        line = self.current_line()
        if line is not None:
            self.removed.emit(line.id)


class _InterventionDelegate(RowDelegate[InterventionRow]):
    @override
    def _height(self, row: InterventionRow) -> int:
        return theme.row_height()

    @override
    def _paint(self, painter: QPainter, row: InterventionRow, index: Index, option: Any) -> None:
        box: QRect = option.rect
        if is_selected(option) and self._view.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(theme.color("tint"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -1.5), 4, 4)
        elif is_hovered(option):
            painter.fillRect(box, theme.color("side"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("hairline"))
        box = box.adjusted(4, 0, -4, -1)
        stance, conclusion = row.intervention.stance, row.intervention.conclusion
        bold, plain = QFontMetrics(theme.ui_font(theme.SMALL, bold=True)), QFontMetrics(theme.ui_font())
        widest_codes = max((bold.horizontalAdvance(row.speakers) + 14 for row in self._model.rows), default=0)
        widest_place = max((plain.horizontalAdvance(row.place) + 1 for row in self._model.rows), default=0)
        codes = min(max(widest_codes, 40), _WIDEST_CODES)
        place = min(max(widest_place, 20), _WIDEST_PLACE)
        write_line(painter, box, row.when, "soft")
        x = box.left() + (64 if any(len(other.when) > 5 for other in self._model.rows) else 46)
        if row.speakers:
            painter.setFont(theme.ui_font(theme.SMALL, bold=True))
            chip_width = min(painter.fontMetrics().horizontalAdvance(row.speakers) + 14, codes)
            chip = QRect(x, box.top() + 4, chip_width, box.height() - 8)
            draw_chip(painter, row.speakers, chip, role="ink", outline=theme.color("hairline"), ground="paper")
        x += codes + 8
        if stance is not None:
            role = "accent" if conclusion else "soft" if stance is Stance.STATEMENT else terms.STANCE_ROLES[stance]
            sign, square = "=" if conclusion else terms.STANCE_SIGNS[stance], QRect(x, box.top(), 18, box.height())
            write_line(painter, square, sign, role, bold=True, size=theme.LARGE, align=CENTER)
        x += 24
        write_line(painter, QRect(x, box.top(), place, box.height()), row.place, "soft")
        x += place + 10
        words = " ".join(row.words[:_MOST_DRAWN].split())
        write_line(painter, QRect(x, box.top(), box.right() - x, box.height()), words, "ink")


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
        """Go to the last place of the current document that the line names, or is alone."""
        self.pause.stop()
        reader, place = self._reader(), self.place()
        if reader is None or place is None:
            return
        line = self.line
        edited = self._lines.get(line.edited_line) if line.edited_line is not None else None
        if edited is not None and edited.item != self.number:
            return
        addresses = [
            intervention.address
            for intervention in line.reading.interventions
            if intervention.address is not None and intervention.label
        ]
        address = addresses[-1] if addresses else self._lone_place(line.edit.text())
        if address is None or address == place.address:
            return
        origin, target = self._current_place(), Place(place.document, address)
        self._followed = (origin, target) if target != origin else None
        if not reader.go_to(address):
            self._followed = None

    def return_to_place_before(self) -> bool:
        """Return to the paragraph that was current before the text followed the line; False if it did not follow."""
        reader, (origin, target) = self._reader(), self._followed or (None, None)
        if reader is None or origin is None or self.place() != target:
            return False
        self.pause.stop()
        self._followed = None
        return reader.go_to(origin.address)

    def _lone_place(self, text: str) -> Address | None:
        reader, typed = self._reader(), text.strip()
        is_short = len(typed) <= _LONGEST_PLACE and any(map(str.isdecimal, typed))
        if reader is None or not is_short or self._names_delegations():
            return None
        return find_place(typed, {unit.address for unit in reader.paper.paragraphs.units})

    def _names_delegations(self) -> bool:
        return any(intervention.delegations for intervention in self.line.reading.interventions)

    # Entering

    def _on_line_entered(self, text: str) -> None:
        self._follow_place()
        edited = self.line.edited_line
        if edited is not None:
            self._tasks.write(lambda: self._desk.meetings.edit_line(edited, text))
            self.line.end_editing()
        elif (group := _GROUP.fullmatch(text)) is not None:
            name, codes = group["name"], re.findall(r"[^\W\d_]+", group["codes"])

            def show_group(_: Changes) -> None:
                members = " ".join(dict.fromkeys(filter(None, map(delegation, codes))))
                text = self.tr("{name} now means {codes}") if members else self.tr("{name} is no longer a group")
                self.line.replace_text("")
                self.line.chips.show_chips([CaptureChip(text.format(name=name, codes=members), "support")])

            self._tasks.write(lambda: self._desk.meetings.set_group(name, codes), while_alive(self.line, show_group))
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
        speakers = [intervention.delegations for intervention in line.reading.interventions if intervention.delegations]

        def capture() -> Changes:
            return meetings.capture(key, text, item=number, at_hand=place, language=language)[0]

        def restore_text(error: Exception) -> None:
            if isValid(line) and not line.edit.text():
                line.replace_text(text)
            else:
                self._tasks.unsaved.add(object(), error, capture, text, lambda: None)
            self._tasks.failed.emit(error)

        message = self.tr("{what}: recorded").format(what=line.chips.accessible_text())
        announce = while_alive(line, lambda _: accessibility.announce(line, message))
        self._tasks.write(capture, announce, failed=restore_text)
        line.replace_text("")  # the draft is emptied behind the line
        if speakers:
            count_text = self.tr("{n} delegations").format(n=len(speakers[-1]))
            self._speakers = " ".join(speakers[-1]) if len(speakers[-1]) <= _MANY else count_text
            self._spoke_at = time.monotonic()
        self.saved.emit()

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
