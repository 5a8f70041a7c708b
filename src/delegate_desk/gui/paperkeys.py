"""What the keys do on the paper: from paragraph to paragraph, and with Shift by characters, words and sentences.

Not with Alt and Shift together: many desktops change the keyboard's layout by these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from delegate_desk.gui.selection import Spot

if TYPE_CHECKING:
    from delegate_desk.gui.views.paper import Paper

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def press(paper: Paper, event: QKeyEvent) -> bool:
    """Do what a key means on the paper; False for a key that means nothing here."""
    if not paper.paragraphs.units:
        return False
    shift, control = bool(event.modifiers() & _SHIFT), bool(event.modifiers() & _CONTROL)
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return False
    key = Qt.Key(event.key())
    if control and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        return False
    if shift and control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        _extend_by_sentence(paper, 1 if key is Qt.Key.Key_Down else -1)
    elif event.text() in _SENTENCES and not control:
        _choose_sentence(paper, _SENTENCES[event.text()])
    elif shift and key in _CHOOSING:
        _choose(paper, key, control=control)
    elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        _move_caret(paper, 1 if key is Qt.Key.Key_Right else -1, word=control)
    elif key in _ROWS:
        _move_row(paper, key)
    elif key is Qt.Key.Key_Escape and not paper.chosen.is_empty():
        paper.go(paper.row())
    elif event.text().isdecimal() and not control:
        paper.typed.emit(event.text())
    else:
        return False
    return True


_ROWS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
)
_SENTENCES = {".": 1, ",": -1}
"""Keys that choose a sentence: the next one, the one before."""
_CHOOSING = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


def _move_row(paper: Paper, key: Qt.Key) -> None:
    row, last = paper.row(), len(paper.paragraphs.units) - 1
    if key is Qt.Key.Key_Home:
        paper.go(0)
    elif key is Qt.Key.Key_End:
        paper.go(last)
    elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        by = 1 if key is Qt.Key.Key_Down else -1
        if not paper.read_on(by):
            paper.go(min(max(row + by, 0), last))
    else:
        _turn_page(paper, down=key is not Qt.Key.Key_PageUp)


def _turn_page(paper: Paper, *, down: bool) -> None:
    """A pane further; the paragraph at hand keeps its height in the pane."""
    y = paper.turn(1 if down else -1)
    if y is None:
        paper.go(len(paper.paragraphs.units) - 1 if down else 0)
        return
    spot = paper.spot_at(QPoint(paper.viewport().width() // 2, y))
    paper.go(spot.row if spot else 0)


def _start(paper: Paper) -> Spot:
    """Where choosing begins: at the caret on the row at hand, else at the beginning of that row."""
    caret = paper.chosen.caret
    return caret if caret and caret.row == paper.row() else Spot(paper.row(), 0)


def _move_caret(paper: Paper, by: int, *, word: bool) -> None:
    start = _start(paper)
    bounds = paper.chosen.bounds()
    if bounds and not word:
        spot = bounds[1] if by > 0 else bounds[0]
    else:
        spot = paper.chosen.step(start, by, word=word) if paper.caret_shown else start
    paper.chosen.clear()
    paper.chosen.put(spot)
    paper.extend(spot)


def _begin(paper: Paper) -> Spot:
    """Where the choice goes on from; it begins there where there is none."""
    start = _start(paper)
    if paper.chosen.anchor is None or paper.chosen.caret != start:
        paper.chosen.clear()
        paper.chosen.put(start)
    return start


def _extend_by_sentence(paper: Paper, by: int) -> None:
    paper.extend(paper.chosen.step_sentence(_begin(paper), by))


def _choose_sentence(paper: Paper, by: int) -> None:
    """Choose one sentence of the paragraph at hand whole, the one behind or before that which is chosen."""
    row = paper.row()
    found = paper.chosen.other_sentence(row, by)
    if found is not None:
        paper.chosen.choose(row, *found)
        paper.extend(Spot(row, found[1]))


def _choose(paper: Paper, key: Qt.Key, *, control: bool) -> None:
    start = _begin(paper)
    end = len(paper.paragraphs.setting(start.row).text)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        spot = paper.chosen.step(start, 1 if key is Qt.Key.Key_Right else -1, word=control)
    elif key is Qt.Key.Key_Home:
        spot = Spot(0, 0) if control else Spot(start.row, 0)
    elif key is Qt.Key.Key_End:
        last = len(paper.paragraphs.units) - 1
        spot = Spot(last, len(paper.paragraphs.setting(last).text)) if control else Spot(start.row, end)
    else:
        spot = _other_line(paper, start, down=key is Qt.Key.Key_Down)
    paper.extend(spot)


def _other_line(paper: Paper, start: Spot, *, down: bool) -> Spot:
    """The spot a line below or above, on the next row where the row ends."""
    lines = paper.rows_flow.lines(start.row)
    caret = lines.caret(start.at)
    target = caret.center()
    target.setY(caret.center().y() + (lines.leading if down else -lines.leading))
    if 0 <= target.y() < lines.height:
        return Spot(start.row, lines.offset_at(target))
    text = paper.paragraphs.setting(start.row).text
    if down:
        return Spot(start.row + 1, 0) if start.row + 1 < len(paper.paragraphs.units) else Spot(start.row, len(text))
    return Spot(start.row - 1, len(paper.paragraphs.setting(start.row - 1).text)) if start.row else Spot(0, 0)
