"""Editor of a wording: the source's own text is edited, and insertions and deletions are marked while typing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.positions.pasted_text import clean_pasted_text, clean_to_one_line
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit
from delegate_desk.gui.widgets.text import our_marks
from delegate_desk.gui.widgets.text.page_metrics import TextLines, char_format
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle, from_qt, to_qt

Part = tuple[WordChange, str]
_LETTERS = {WordChange.EQUAL: "=", WordChange.INSERT: "+", WordChange.DELETE: "-"}
_SENTENCE = re.compile(r"[.;:!?…·][\"'”’»)\]]*\s+")
_END = re.compile(r"[.;:!?…·][\"'”’»)\]]*$")
_SPACE = re.compile(r"\s+")
_LONG = 120
_MARGIN = 60
"""Within a sentence it is divided where so many characters did not change, so many of them left to what is compared."""


def source_text(parts: Iterable[Part]) -> str:
    """Return the source text of the parts."""
    return "".join(text for change, text in parts if change is not WordChange.INSERT)


def proposal_text(parts: Iterable[Part]) -> str:
    """Return the proposed text of the parts."""
    return "".join(text for change, text in parts if change is not WordChange.DELETE)


def displayed_text(parts: Iterable[Part]) -> str:
    """All of it, as it stands on the screen."""
    return "".join(text for _, text in parts)


def mark_letters(parts: Iterable[Part]) -> str:
    """A letter for each character: how it is marked."""
    return "".join(_LETTERS[change] * len(text) for change, text in parts)


def split_parts(parts: Sequence[Part], at: int) -> tuple[list[Part], list[Part]]:
    """Parts before and after a place."""
    for n, (change, text) in enumerate(parts):
        if at < len(text):
            head = [(change, text[:at])] if at > 0 else []
            return [*parts[:n], *head], [(change, text[max(at, 0) :]), *parts[n + 1 :]]
        at -= len(text)
    return list(parts), []


def last_parts(parts: Sequence[Part], length: int) -> list[Part]:
    """The last of the parts, up to a length."""
    return split_parts(parts, len(displayed_text(parts)) - length)[1] if length > 0 else []


def merged_parts(parts: Iterable[Part]) -> list[Part]:
    """Parts that follow each other and are alike, as one; none is empty."""
    made: list[Part] = []
    for change, text in parts:
        if made and made[-1][0] is change:
            made[-1] = (change, made[-1][1] + text)
        elif text:
            made.append((change, text))
    return made


def unchanged_before(parts: list[Part]) -> list[Part]:
    """Return the parts before an edit that stay unchanged: up to the end of a sentence, or far from the edit."""
    for n in range(len(parts) - 1, -1, -1):
        change, text = parts[n]
        if change is not WordChange.EQUAL:
            continue
        ends = [match.end() for match in _SENTENCE.finditer(text)]
        at = ends[-1] if ends else _sentence_start(parts[:n], text)
        if len(text) - (at or 0) > _LONG:
            at = max(at or 0, _next_word(text, len(text) - _MARGIN))
        if at is not None:
            return [*parts[:n], (change, text[:at])]
    return []


def unchanged_after(parts: list[Part]) -> list[Part]:
    """Return the parts after an edit that stay unchanged."""
    for n, (change, text) in enumerate(parts):
        if change is not WordChange.EQUAL:
            continue
        end = _SENTENCE.search(text)
        at = end.end() if end else 0
        if (at or len(text)) > _LONG:
            at = _next_word(text, _MARGIN) or at
        if at and at < len(text):
            return [(change, text[at:]), *parts[n + 1 :]]
    return []


def _sentence_start(before: Sequence[Part], text: str) -> int | None:
    """Return the start of a sentence at the beginning of a part, in both source and proposal; else None."""
    readings = [reading[-6:] for reading in (source_text(before), proposal_text(before))]
    if all(reading != reading.rstrip() and _END.search(reading.rstrip()) for reading in readings):
        return 0
    space = _SPACE.match(text)
    return space.end() if space and all(_END.search(reading) for reading in readings) else None


def _next_word(text: str, at: int) -> int:
    """Return the start of the first word after a place; 0 where there is none."""
    match = _SPACE.search(text, at)
    return match.end() if match else 0


def common_prefix_length(one: str, other: str) -> int:
    """Return the length of the common prefix, by binary search: a loop over characters is too slow between two keys."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix_length(one: str, other: str, longest: int) -> int:
    """Return the length of the common suffix of two texts, up to a maximum."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle :] == other[len(other) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low


_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Patch:
    """Replacement in a displayed text: from ``start`` to ``end`` by some parts."""

    start: int
    end: int
    parts: tuple[Part, ...]


class DraftedWording:
    """The text as displayed, with both deleted and inserted words.

    While typing only the current sentence is compared again, so that the marks of all others stay unchanged;
    ``settle`` compares the whole.

    Attributes:
        source: The wording that is drafted on.
        proposal: The wording proposed.
        shown: The text on the screen, deleted words included.
        is_settled: True if the whole was compared since the last edit.
    """

    def __init__(self, source: str, proposal: str | None = None) -> None:
        self.source = source
        self.proposal = source if proposal is None else proposal
        self.is_settled = True
        self._parts: list[Part] = list(diff_words(source, self.proposal))
        self._shown_marks = mark_letters(self._parts)
        self.shown = displayed_text(self._parts)
        self._unedited: tuple[list[Part], list[Part]] | None = None
        """What stands before and behind the edits since the last patch; None where there was none."""

    def edit(self, at: int, removed: int, added: str) -> None:
        """Take in that words on the screen were replaced. Struck words that are removed stay struck."""
        self.is_settled = False
        before, rest = split_parts(self._parts, at)
        _, after = split_parts(rest, removed)
        if self._unedited is None:
            self._unedited = (before, after)
        else:
            self._unedited = (
                split_parts(self._unedited[0], at)[0],
                last_parts(self._unedited[1], len(self.shown) - at - removed),
            )
        self._parts = [*before, *([(WordChange.INSERT, added)] if added else []), *after]
        self.proposal = proposal_text(self._parts)
        self._shown_marks = self._shown_marks[:at] + _UNKNOWN * len(added) + self._shown_marks[at + removed :]
        self.shown = self.shown[:at] + added + self.shown[at + removed :]

    def propose(self, proposal: str) -> None:
        """Take another proposal; where it says what the present one says, the marks stay."""
        self.is_settled = False
        head = common_prefix_length(self.proposal, proposal)
        tail = common_suffix_length(self.proposal, proposal, min(len(self.proposal), len(proposal)) - head)
        start, end = self.to_screen(head), self.to_screen(len(self.proposal) - tail, behind_struck=True)
        before, rest = split_parts(self._parts, start)
        after = split_parts(rest, max(0, end - start))[1]
        if self._unedited is not None:
            before, after = (
                split_parts(self._unedited[0], start)[0],
                last_parts(self._unedited[1], len(self.shown) - max(start, end)),
            )
        self._unedited = (before, after)
        self.proposal = proposal

    def mark_for_full_comparison(self) -> None:
        """Have the whole compared by the next patch, as it is compared when it leaves."""
        self._unedited = ([], [])
        self.is_settled = True

    def patch(self) -> Patch:
        """Compare anew what was edited, and say what has to be replaced so that the screen shows it."""
        if self._unedited is not None:
            self._parts = self._compared(*self._unedited)
            self._unedited = None
        shown, shown_as = displayed_text(self._parts), mark_letters(self._parts)
        head = min(common_prefix_length(self.shown, shown), common_prefix_length(self._shown_marks, shown_as))
        longest = min(len(self.shown), len(shown)) - head
        tail = min(
            common_suffix_length(self.shown, shown, longest), common_suffix_length(self._shown_marks, shown_as, longest)
        )
        patch = Patch(head, len(self.shown) - tail, self.between(head, len(shown) - tail))
        self.shown, self._shown_marks = shown, shown_as
        return patch

    def _compared(self, before: list[Part], after: list[Part]) -> list[Part]:
        if self.proposal == self.source:
            return merged_parts([(WordChange.EQUAL, self.source)])
        before, after = unchanged_before(before), unchanged_after(after)
        old = self.source[len(source_text(before)) : len(self.source) - len(source_text(after))]
        new = self.proposal[len(proposal_text(before)) : len(self.proposal) - len(proposal_text(after))]
        return merged_parts([*before, *diff_words(old, new), *after])

    # Single changes

    def changes(self) -> list[tuple[int, int]]:
        """Return the spans of changes on the screen, in order: a deletion and its replacement are one."""
        found: list[tuple[int, int]] = []
        at = 0
        for change, text in self._parts:
            end = at + len(text)
            if change is not WordChange.EQUAL:
                if found and found[-1][1] == at:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((at, end))
            at = end
        return found

    def change_at(self, at: int) -> tuple[int, int] | None:
        """Return the change that contains or touches a place on the screen; the change after it rather than before."""
        touching = [change for change in self.changes() if change[0] <= at <= change[1]]
        return touching[-1] if touching else None

    def without(self, start: int, end: int) -> str:
        """The wording that would be proposed if the source stood again between two places on the screen."""
        before, rest = split_parts(self._parts, start)
        inside, after = split_parts(rest, end - start)
        return proposal_text(before) + source_text(inside) + proposal_text(after)

    # Places

    def between(self, start: int, end: int) -> tuple[Part, ...]:
        """The parts between two places on the screen."""
        _, rest = split_parts(self._parts, start)
        inside, _ = split_parts(rest, end - start)
        return tuple(inside)

    def unstruck_text(self, start: int, end: int) -> str:
        """Return the text between two places on the screen, without deleted words."""
        return proposal_text(self.between(start, end))

    def to_proposal(self, at: int) -> int:
        """The place in the proposal of a place on the screen; places in struck words are one, their seam."""
        return len(self.unstruck_text(0, at))

    def to_screen(self, place: int, *, behind_struck: bool = False) -> int:
        """A place of the proposal on the screen; where words are struck there, before or behind them."""
        at = passed = 0
        for change, text in self._parts:
            if change is WordChange.DELETE:
                if passed == place and not behind_struck:
                    return at
            elif passed + len(text) > place or (passed + len(text) == place and not behind_struck):
                return at + place - passed
            else:
                passed += len(text)
            at += len(text)
        return at

    @property
    def words(self) -> WordDiff:
        """The comparison as it is shown."""
        return tuple(self._parts)

    @property
    def is_changed(self) -> bool:
        """True if the proposal differs from the source."""
        return self.proposal != self.source


_LINE_HEIGHT = 27


class WordingEdit(GrowingEdit):
    """A wording drafted in place.

    Our changes look as they do in the reader; what is typed is never lost to the marking, which waits while an input
    method composes.

    Signals:
        proposed: The wording proposed has changed; with the wording.
        replaced: A command put another wording in its place, which is one step to undo; with the wording.
        changes_passed: F8 was pressed behind the last change, or Shift+F8 before the first; with 1 or -1.
    """

    proposed = Signal(str)
    replaced = Signal(str)
    changes_passed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._drafted = DraftedWording("")
        super().__init__(parent, name="wording")
        self._reported = ""
        self._drawing = self._composing = self._draw_pending = self._forward = False
        self.setAcceptDrops(False)
        self.document().contentsChange.connect(self._on_contents_changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def proposal(self) -> str:
        """The wording proposed; the source where nothing was changed."""
        return self._drafted.proposal

    @property
    def drafted(self) -> DraftedWording:
        """The wording with its marks."""
        return self._drafted

    def set_wording(self, source: str, proposal: str | None) -> None:
        """Show a proposal on a source; the caret stays at its words."""
        wanted = source if proposal is None else proposal
        if source == self._drafted.source and wanted == self._drafted.proposal:
            return
        self.undoing.steps.record_external(wanted)
        if source != self._drafted.source:
            self._drafted = DraftedWording(source, wanted)
            self._draw_all()
            return
        place = self._drafted.to_proposal(self._caret())
        self._drafted.propose(wanted)
        self._draw(min(place, len(wanted)))

    def propose(self, wording: str) -> None:
        """Replace the proposed wording, in a single step."""
        if wording != self.proposal:
            self.undoing.steps.record_edit(wording, len(wording))
            self.set_wording(self._drafted.source, wording)
            self.replaced.emit(wording)

    def tidy(self) -> None:
        """Take out the spaces that deleted words left behind, and mark all as it leaves."""
        tidied = clean_to_one_line(self.proposal)
        if tidied != self.proposal and self.proposal != self._drafted.source:
            self.undoing.steps.replace_current(tidied)
            self.set_wording(self._drafted.source, tidied)
            self.proposed.emit(tidied)
        if not self._drafted.is_settled:
            place = self._drafted.to_proposal(self._caret())
            self._drafted.mark_for_full_comparison()
            self._draw(place)

    @override
    def _now(self) -> tuple[str, int]:
        return self.proposal, self._drafted.to_proposal(self._caret())

    @override
    def _put_back(self, text: str, caret: int) -> None:
        self._drafted.propose(text)
        self._draw(caret)
        self.proposed.emit(text)

    # Single changes

    def step_change(self, by: int) -> bool:
        """Select the next change, or the previous; return False where there is none."""
        cursor, changes = self.textCursor(), self._drafted.changes()
        start, end = self._selection(cursor)
        later = [change for change in changes if change[0] >= end and change != (start, end)]
        earlier = [change for change in changes if change[1] <= start and change != (start, end)]
        found = later[:1] if by > 0 else earlier[-1:]
        for change in found:
            self._select(*change)
        return bool(found)

    def enter_changes(self, by: int) -> bool:
        """Select the first change, or the last; False where there is none."""
        self._put_caret(0 if by > 0 else len(self._drafted.shown))
        changes = self._drafted.changes()
        if changes:
            self._select(*changes[0 if by > 0 else -1])
        return bool(changes)

    def revert_change(self) -> bool:
        """Let the source stand again at the change that the caret is in, or at all changes in what is selected."""
        start, end = self._selection(self.textCursor())
        at_caret = self._drafted.change_at(start)
        if start == end and at_caret is not None:
            start, end = at_caret
        if not any(change[0] < end and start < change[1] for change in self._drafted.changes()):
            return False
        whole = self._drafted.without(start, end)
        place = self._drafted.to_proposal(start)
        self.propose(whole)
        self._put_caret(self._drafted.to_screen(place))
        return True

    def selected(self) -> tuple[int, int]:
        """Return the selection in the proposed wording: 0-based, end-exclusive."""
        start, end = self._selection(self.textCursor())
        return self._drafted.to_proposal(start), self._drafted.to_proposal(end)

    def _selection(self, cursor: QTextCursor) -> tuple[int, int]:
        shown = self._drafted.shown
        return from_qt(shown, cursor.selectionStart()), from_qt(shown, cursor.selectionEnd())

    def _select(self, start: int, end: int) -> None:
        shown, cursor = self._drafted.shown, self.textCursor()
        cursor.setPosition(to_qt(shown, start))
        cursor.setPosition(to_qt(shown, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _put_caret(self, at: int) -> None:
        self._select(at, at)

    @override
    def event(self, event: QEvent) -> bool:
        """F8 steps here, whatever it does elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and step_for_key(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step_for_key(event):
            if not self.step_change(step_for_key(event)):
                self.changes_passed.emit(step_for_key(event))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()  # a provision is one paragraph
            return
        self._forward = event.key() == Qt.Key.Key_Delete and not self.textCursor().hasSelection()
        super().keyPressEvent(event)
        self._forward = False

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._draw_pending and not self._composing:
            self._draw(self._drafted.to_proposal(self._caret()))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() or source.hasHtml():
            self.textCursor().insertText(clean_to_one_line(clean_pasted_text(source.text(), source.html())))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, shown = self.textCursor(), self._drafted.shown
        data = QMimeData()
        start, end = (from_qt(shown, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(self._drafted.unstruck_text(start, end))
        return data

    def _on_contents_changed(self, position: int, _removed: int, added: int) -> None:
        """Carry an edit of what is shown back to the proposal."""
        if self._drawing:
            return
        before, after = self._drafted.shown, self.document().toRawText()
        if before == after:
            return
        start = from_qt(after, position)
        new = after[start : from_qt(after, position + added)]
        removed = max(0, len(before) - len(after) + len(new))
        backward = not new and not self._forward
        self._drafted.edit(start, removed, new)
        place = self._drafted.to_proposal(start + len(new))
        gone_were_struck = not new and self._drafted.proposal == self._reported
        if self._composing:
            self._draw_pending = True
        elif gone_were_struck:  # the caret goes over struck words as it goes over any
            self._draw(place, at=start if backward else start + removed)
        else:
            self._draw(place, behind_struck=not new and not backward)
        if not gone_were_struck:
            self._reported = self._drafted.proposal
            self.proposed.emit(self._reported)

    def _draw(self, place: int, *, behind_struck: bool = False, at: int | None = None) -> None:
        """Mark anew what is added and struck, and put the caret back to its place in the proposal."""
        self._draw_pending = False
        patch = self._drafted.patch()
        if not self._is_drawn(patch):
            self._drawing = True
            shown = self.document().toRawText()
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            cursor.setPosition(to_qt(shown, patch.start))
            cursor.setPosition(to_qt(shown, patch.end), QTextCursor.MoveMode.KeepAnchor)
            if patch.start != patch.end:
                cursor.removeSelectedText()
            self._write(cursor, patch.parts)
            cursor.endEditBlock()
            self._drawing = False
        self._reported = self._drafted.proposal
        caret = self._drafted.to_screen(place, behind_struck=behind_struck) if at is None else at
        moved = self.textCursor()
        moved.setPosition(to_qt(self._drafted.shown, caret))
        self.setTextCursor(moved)

    def _is_drawn(self, patch: Patch) -> bool:
        """True if what is to be drawn is there already: a letter typed among added ones is marked as they are."""
        if not patch.parts:
            return patch.start == patch.end
        (change, text), *more = patch.parts
        if more or len(text) != 1 or text.isspace() or patch.end - patch.start != 1:
            return False
        shown = self.document().toRawText()
        if shown[patch.start : patch.end] != text:
            return False
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_qt(shown, patch.end))
        return cursor.charFormat() == self._formats[change]

    def _draw_all(self) -> None:
        self._drawing = True
        self.document().clear()
        cursor = QTextCursor(self.document())
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(lines)
        self._write(cursor, self._drafted.words)
        self._drawing = False
        self._reported = self._drafted.proposal

    def _write(self, cursor: QTextCursor, parts: Iterable[tuple[WordChange, str]]) -> None:
        """Write words, each as it is marked."""
        for mark, piece in _marked(parts):
            cursor.insertText(piece, self._formats[mark])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._composing:
            return
        layout, shown = self.document().firstBlock().layout(), self._drafted.shown
        lines = TextLines(layout, shown, _LINE_HEIGHT, layout.boundingRect().height())
        setting = our_marks.typeset_words(tuple(_marked(self._drafted.words)))
        our_marks.draw(QPainter(self.viewport()), setting, lines, layout.position(), theme.reading_font())

    def _caret(self) -> int:
        return from_qt(self._drafted.shown, self.textCursor().position())

    def _restyle(self) -> None:
        self._formats = {change: _format(change) for change in WordChange}
        caret = self.textCursor().position()
        self._draw_all()
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)


def step_for_key(event: QKeyEvent) -> int:
    """In which direction a key steps from change to change; 0 for other keys."""
    return key_bindings.direction(event, "action_next_change", "action_previous_change")


def _format(change: WordChange) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.reading_font())
    made.setForeground(theme.color("ink"))
    if change is WordChange.INSERT:
        made.merge(char_format([TextStyle.WE_ADD]))
    return made


def _marked(parts: Iterable[Part]) -> Iterator[Part]:
    """Parts as they are marked; spaces at their ends bear no mark unless they are all that changed."""
    for change, text in parts:
        bare = text.strip() if change is not WordChange.EQUAL else ""
        start = text.index(bare) if bare else 0
        end = start + len(bare) if bare else len(text)
        pieces = ((WordChange.EQUAL, text[:start]), (change, text[start:end]), (WordChange.EQUAL, text[end:]))
        yield from (piece for piece in pieces if piece[1])
