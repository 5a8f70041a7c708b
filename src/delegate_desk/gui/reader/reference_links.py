"""References and footnotes in the text: shown under the mouse or by a key, and followed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout
from typing_extensions import override

from delegate_desk.core.documents.citations import ReferenceTarget
from delegate_desk.core.documents.document import Address, Place, View
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms

_WIDEST = 420
_GAP = 4
_MARGIN = 12
_LEAVES = frozenset({QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.Resize})


class FootnotePopup(QFrame):
    """Popup near a footnote reference; Esc closes it, Enter goes to the footnote."""

    def __init__(self, paper: DocumentView) -> None:
        super().__init__(paper.viewport())
        self._paper = paper
        self.note: Address | None = None
        self._by_mouse = False
        self.setObjectName("note_popup")
        self.text_label = QLabel()
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._inside.addWidget(self.text_label)
        self.hide()
        paper.installEventFilter(self)
        paper.viewport().installEventFilter(self)
        paper.verticalScrollBar().valueChanged.connect(self.close_note)

    def show_note(self, note: Address, row: int, start: int, end: int, *, by_mouse: bool = False) -> None:
        paper = self._paper
        at = paper.paragraphs.row_for_address(note)
        if at is None:
            return
        unit = paper.paragraphs.units[at]
        self.note, self._by_mouse = note, by_mouse
        self.text_label.setFont(theme.reading_font(max(paper.reading_size - 3, 12)))
        text = f"{unit.label}  {unit.text}".strip()
        self.text_label.setText(text)
        self.setAccessibleName(f"{terms.margin_label(note, unit.label)}: {unit.text}")
        words = self.text_label.fontMetrics().horizontalAdvance(text) + 2 * _MARGIN + 2
        width = min(_WIDEST, words, max(paper.viewport().width() - 32, 120))
        self.setFixedWidth(width)
        self.setFixedHeight(self._inside.heightForWidth(width))
        # under the reference, or above it if there is no space; always inside the pane
        call, pane = paper.box_for_span(row, start, end), paper.viewport().rect()
        x = min(max(call.left() - 24, 8), max(pane.width() - self.width() - 8, 8))
        y = call.bottom() + _GAP
        if y + self.height() > pane.height() and call.top() - _GAP - self.height() >= 0:
            y = call.top() - _GAP - self.height()
        self.move(x, y)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def close_note(self) -> None:
        self.note = None
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._paper:
            note, key = self.note, Qt.Key(event.key())
            self.close_note()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and note is not None:
                self._paper.footnote_requested.emit(note)
                return True
            return key is Qt.Key.Key_Escape
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if self._by_mouse and self._paper.call_at(event.position().toPoint()) != self.note:
                self.close_note()
        elif event.type() in _LEAVES or (event.type() == QEvent.Type.FocusOut and watched is self._paper):
            self.close_note()
        return False


class ReferenceLinks(QObject):
    """Resolves the references of a paragraph when the mouse or caret comes near."""

    place_requested = Signal(object)  # Place

    def __init__(self, desk: Desk, tasks: Tasks, paper: DocumentView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._paper = paper
        self._known: tuple[Place, list[ReferenceTarget]] | None = None
        self._requested: Place | None = None
        self._loader = LatestOnly(tasks, self)
        paper.viewport().installEventFilter(self)
        paper.paragraphs.modelReset.connect(self._invalidate)
        tasks.changed.connect(lambda changes: self._invalidate() if changes.documents else None)

    def open_reference(self) -> None:
        if self._paper.current_row() >= 0:
            place = self._paper.paragraphs.place(self._paper.current_row())
            language = self.tr("en", "the code of the language that the window speaks: en, el or fr")
            self._tasks.read(lambda: _targets_with_names(self._desk, place, language), self._show_menu)

    def _show_menu(self, named: list[tuple[ReferenceTarget, str]]) -> None:
        targets = [target for target, _ in named]
        open_to = list({(t.document.id, t.address): (t, name) for t, name in reversed(named) if t.document}.values())[
            ::-1
        ]
        if len(open_to) == 1:
            self._open(open_to[0][0])
            return
        menu = QMenu(self._paper)
        for target, name in open_to:
            menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, target=target: self._open(target))
        missing = dict.fromkeys(str(target.reference) for target in targets if target.document is None)
        for name in missing:
            menu.addAction(self.tr("{reference} is not in the library").format(reference=name)).setEnabled(False)
        if menu.isEmpty():
            menu.addAction(self.tr("No reference in this paragraph")).setEnabled(False)
        self._paper.popup_below_row(menu)

    def _open(self, target: ReferenceTarget) -> None:
        if target.document is not None:
            self.place_requested.emit(Place(target.document.id, target.address))

    def _invalidate(self) -> None:
        self._known = self._requested = None
        self._paper.link = None

    # Mouse

    def target_at(self, point: QPoint) -> tuple[ReferenceTarget, int, int, int] | None:
        """Return the known target of the reference at a point, with its row and the span in the typeset text."""
        spot = self._paper.position_at(point)
        if spot is None:
            return None
        model = self._paper.paragraphs
        place = model.place(spot.row)
        if self._known is None or self._known[0] != place:
            if self._requested != place:
                self._requested = place
                find = self._desk.documents.targets_for_place
                self._loader.run(lambda _: find(place), partial(self._on_targets, place))
            return None
        for target in self._known[1]:
            start, end = _typeset_span(self._paper, spot.row, target)
            if target.document and start <= spot.at < end and self._paper.is_text_at(spot.row, start, end, point):
                return target, spot.row, start, end
        return None

    def _on_targets(self, place: Place, targets: list[ReferenceTarget]) -> None:
        self._known, self._requested = (place, targets), None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.Leave:
                self._set_link(None)
            return False
        if event.type() == QEvent.Type.MouseMove and not event.buttons():
            found = self.target_at(event.position().toPoint())
            self._set_link(found[1:] if found else None)
        elif event.type() == QEvent.Type.MouseButtonPress and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            found = self.target_at(event.position().toPoint())
            if found:
                self._open(found[0])
                return True
        return False

    def _set_link(self, link: tuple[int, int, int] | None) -> None:
        if link != self._paper.link:
            self._paper.link = link
            self._paper.viewport().setToolTip(self.tr("Ctrl+click to follow") if link else "")
            self._paper.viewport().update()


def _typeset_span(paper: DocumentView, row: int, target: ReferenceTarget) -> tuple[int, int]:
    """Return the span of a target's words in the typeset text of a row; empty if they are hidden."""
    unit = paper.paragraphs.units[row]
    text = paper.paragraphs.typeset_text(row).text
    if (
        paper.paragraphs.view is View.MARKED
        and unit.marked[target.start : target.end] == text[target.start : target.end]
    ):
        return target.start, target.end
    at = text.find(target.text)
    return (at, at + len(target.text)) if at >= 0 else (0, 0)


def _targets_with_names(desk: Desk, place: Place, language: str) -> list[tuple[ReferenceTarget, str]]:
    named = []
    for target in desk.documents.targets_for_place(place):
        there = Place(target.document.id, target.address) if target.document and target.address else None
        cited = desk.documents.citation(there, language) if there else ""
        other = target.document.name if target.document and target.reference else ""
        parts = (cited[:1].upper() + cited[1:], other)
        named.append((target, " · ".join(part for part in parts if part) or target.text))
    return named
