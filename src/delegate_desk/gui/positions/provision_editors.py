"""Editors of a provision: its stance and marks as chips, and its wording, drafted in place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QMenu, QPushButton, QTextEdit
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.delegations import PROTOCOL_ORDER, delegation
from delegate_desk.core.positions.drafted_wording import (
    DraftedWording,
    Part,
    Patch,
    clean_pasted_text,
    clean_to_one_line,
)
from delegate_desk.core.positions.position import PositionStatus, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.outline_view import OptionsRow
from delegate_desk.gui.reader.reader_commands import STANCE_ACTIONS
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    Chip,
    FlowRow,
    GrowingEdit,
    column_layout,
    cursor_over,
    label,
    popup_menu,
    push_button,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.key_bindings import physical_letter
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text import page_metrics
from delegate_desk.gui.widgets.text.page_metrics import TextLines, char_format
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle, from_qt, to_qt

_COLUMNS = 4


class DelegationChooser(QFrame):
    """All delegations in protocol order, by column; typing two letters selects one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_part(self, "card")
        self.setAccessibleName(self.tr("Your delegation"))
        self._typed = ""
        self._buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(2)
        rows = -(-len(PROTOCOL_ORDER) // _COLUMNS)
        for n, code in enumerate(PROTOCOL_ORDER):
            button = QPushButton(f"{code}   {terms.state_name(code)}")
            button.setAccessibleName(terms.state_name(code))
            button.setAutoDefault(False)
            set_part(button, "choice")
            button.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            grid.addWidget(button, n % rows, n // rows)
            self._buttons[code] = button
        self.setFocusProxy(self._buttons[PROTOCOL_ORDER[0]])
        question = label(self.tr("Whose position is this?"), "facet")
        text = self.tr(
            "Choose your delegation or type its two-letter code. You are asked only once; it is saved with this "
            "library."
        )
        column_layout(question, label(text, "soft", wrap=True), grid, within=self, margins=(16, 12, 16, 12), spacing=8)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        if not event.text().isalpha():
            super().keyPressEvent(event)
            return
        letter = event.text() if event.text().isascii() else physical_letter(event) or ""
        self._typed = (self._typed + letter.upper())[-2:]
        code = delegation(self._typed)
        if code is not None:
            self._buttons[code].setFocus(Qt.FocusReason.TabFocusReason)
            self._typed = ""


class PositionOptions(OptionsRow):
    """The next steps of a position, at the right end of the line that names the place."""

    def __init__(self) -> None:
        super().__init__()
        self.versions_button = self._button(
            self.tr("Versions…"), self.tr("Compare versions and see the history of each field")
        )
        self.clear_button = self._button(self.tr("Mark as Cleared…"), self.tr("Record who cleared the position"))
        self.send_button = self._button(self.tr("Mark as Sent…"), self.tr("Record the recipient of the position"))
        self.export_button = self._button(self.tr("Export…"), self.tr("Preview, then export, print or copy"))
        set_part(self.export_button, "main")
        self._steps = {PositionStatus.DRAFT: self.clear_button, PositionStatus.CLEARED: self.send_button}
        self.show_widgets((self.versions_button, self.clear_button, self.send_button, self.export_button))
        self.show_status(PositionStatus.DRAFT)

    def show_status(self, status: PositionStatus) -> None:
        for status_before, button in self._steps.items():
            button.setVisible(status_before is status)

    def _button(self, text: str, hint: str) -> QPushButton:
        button = push_button(text, default=False)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


_GAP = 4


class StanceChip(Chip):
    """A stance or a mark, which Down opens too."""

    def __init__(self, text: str, role: str, row: FlowRow) -> None:
        super().__init__(text, "stance_chip", row)
        set_property(self, "role", role)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)


class StanceChips(FlowRow):
    """The chips, in as many lines as needed."""

    stance_chosen = Signal(object)  # Another stance, or None
    mark_opened = Signal(object)  # The words of a mark are to be shown, with the ``Annotation``
    mark_removed = Signal(object)  # A mark is to be removed, with the ``Annotation``

    def __init__(self) -> None:
        super().__init__((), _GAP)
        self._shown_stance: tuple[object, ...] = ()
        self.chips: list[StanceChip] = []

    def show_stance(
        self, stance: Stance | None, marks: Sequence[Annotation] = (), *, is_noted: bool = False, editable: bool = True
    ) -> None:
        shown = (stance, tuple(marks), is_noted, editable)
        if shown == self._shown_stance:
            return
        self._shown_stance = shown
        self.chips = [self._stance_chip(stance, is_noted=is_noted, editable=editable)] if stance or editable else []
        for mark in marks:
            name = " · ".join(filter(None, (terms.kind_label(mark.kind), mark.holder)))
            chip = StanceChip(f"{mark_sign(mark.kind)} {name}", mark.kind.value, self)
            words = " · ".join(filter(None, (mark.quote.exact if mark.quote else "", mark.text)))
            chip.setToolTip(words or self.tr("Show the words of this mark"))
            chip.setAccessibleName(self.tr("Mark: {kind}").format(kind=name))
            chip.setAccessibleDescription(words)
            chip.clicked.connect(partial(self.mark_opened.emit, mark))
            chip.removed.connect(partial(self.mark_removed.emit, mark))
            self.chips.append(chip)
        self.setVisible(bool(self.chips))
        for chip in self.chips[1:]:
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.replace_widgets(self.chips)
        self.setMinimumWidth(max((chip.sizeHint().width() for chip in self.chips), default=0))

    def stance_menu(self) -> QMenu:
        menu = popup_menu(self, self.tr("Stance"))
        for stance, command in STANCE_ACTIONS.items():
            key = key_bindings.first_key_text(command)
            text = f"{terms.STANCE_SIGNS[stance]}  {terms.stance_label(stance)}"
            action = menu.addAction("\t".join(filter(None, (text, key))))
            action.triggered.connect(lambda _=False, stance=stance: self.stance_chosen.emit(stance))
        menu.addSeparator()
        menu.addAction(self.tr("No stance")).triggered.connect(lambda: self.stance_chosen.emit(None))
        return menu

    def _stance_chip(self, stance: Stance | None, *, is_noted: bool, editable: bool) -> StanceChip:
        name = terms.stance_label(stance) if stance else self.tr("Stance")
        text = f"{terms.STANCE_SIGNS[stance]} {name}" if stance else name
        if is_noted:
            text = self.tr("{stance} · from a note").format(stance=text)
        role = terms.STANCE_ROLES[stance] if stance else "soft"
        chip = StanceChip(f"{text} ⌄" if editable else text, role, self)
        chip.setAccessibleName(self.tr("Stance: {stance}").format(stance=name if stance else self.tr("No stance")))
        if editable:
            chip.clicked.connect(lambda: self.stance_menu().popup(chip.mapToGlobal(chip.rect().bottomLeft())))
            chip.removed.connect(lambda: self.stance_chosen.emit(None))
        return chip


def mark_sign(kind: AnnotationKind) -> str:
    return terms.STANCE_SIGNS[Stance(kind.value)] if kind.value in list(Stance) else "±"


class ToggleSwitch(QCheckBox):
    """A check box without words that looks like a switch."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(32, 20)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(3, (self.height() - 14) / 2, 26, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if self.isChecked() else "soft"))
        painter.drawRoundedRect(body, 7, 7)
        painter.setBrush(theme.color("paper"))
        painter.drawEllipse(QPointF(body.right() - 7 if self.isChecked() else body.left() + 7, body.center().y()), 5, 5)
        if self.property("ring"):
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(-2, -2, 2, 2), 9, 9)


_LINE_HEIGHT = {theme.READING: 27, theme.COLUMN: 20}
"""Relative to the font size, in pixels."""


class WordingEdit(GrowingEdit):
    """A wording drafted in place.

    Our changes look as in the reader; marking never loses typed text, and waits while an input method composes.

    Signals:
        proposed: The wording proposed has changed; with the wording.
        replaced: A command put another wording in its place, which is one step to undo; with the wording.
        changes_passed: F8 was pressed after the last change, or Shift+F8 before the first; with 1 or -1.
    """

    proposed = Signal(str)
    replaced = Signal(str)
    changes_passed = Signal(int)

    def __init__(self, *, size: int = theme.READING) -> None:
        self.drafted = DraftedWording("")
        self._size, self._line_height = size, _LINE_HEIGHT[size]
        super().__init__(name="wording" if size == theme.READING else "column_wording")
        self._reported = ""
        self._drawing = self._composing = self._draw_pending = self._forward = False
        self.setAcceptDrops(False)
        self.document().contentsChange.connect(self._on_contents_changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def proposal(self) -> str:
        return self.drafted.proposal

    def set_wording(self, source: str, proposal: str | None) -> None:
        wording = source if proposal is None else proposal
        if source == self.drafted.source and wording == self.drafted.proposal:
            return
        self.undoing.steps.record_external(wording)
        if source != self.drafted.source:
            self.drafted = DraftedWording(source, wording)
            self._draw_all()
            return
        offset, growth = self.drafted.to_proposal(self._caret()), len(wording) - len(self.proposal)
        is_before_caret = self.proposal[offset:] == wording[max(0, offset + growth) :]
        self.drafted.propose(wording)
        self._draw(min(offset + growth if is_before_caret else offset, len(wording)))

    def propose(self, wording: str) -> None:
        if wording != self.proposal:
            self.undoing.steps.record_edit(wording, len(wording))
            self.set_wording(self.drafted.source, wording)
            self.replaced.emit(wording)

    def tidy(self) -> None:
        tidied = clean_to_one_line(self.proposal)
        if tidied != self.proposal and self.proposal != self.drafted.source:
            self.undoing.steps.replace_current(tidied)
            self.set_wording(self.drafted.source, tidied)
            self.undoing.stepping.emit()  # removing spaces is no separate edit
            self.proposed.emit(tidied)
        if not self.drafted.is_settled:
            offset = self.drafted.to_proposal(self._caret())
            self.drafted.mark_for_full_comparison()
            self._draw(offset)

    @override
    def _text_and_caret(self) -> tuple[str, int]:
        return self.proposal, self.drafted.to_proposal(self._caret())

    @override
    def _write_step(self, text: str, caret: int) -> None:
        self.drafted.propose(text)
        self._draw(caret)
        self.proposed.emit(text)

    # Single changes

    def step_change(self, by: int) -> bool:
        start, end = self._selection()
        changes = [change for change in self.drafted.changes() if change != (start, end)]
        later = [change for change in changes if change[0] >= end]
        earlier = [change for change in changes if change[1] <= start]
        target = later[:1] if by > 0 else earlier[-1:]
        for change in target:
            self._select(*change)
        return bool(target)

    def enter_changes(self, by: int) -> bool:
        edge = 0 if by > 0 else len(self.drafted.shown)
        self._select(edge, edge)
        changes = self.drafted.changes()
        if changes:
            self._select(*changes[0 if by > 0 else -1])
        return bool(changes)

    def revert_change(self) -> bool:
        start, end = self._selection()
        at_caret = self.drafted.change_at(start)
        if start == end and at_caret is not None:
            start, end = at_caret
        if not any(change[0] < end and start < change[1] for change in self.drafted.changes()):
            return False
        offset = self.drafted.to_proposal(start)
        self.propose(self.drafted.without(start, end))
        caret = self.drafted.to_screen(offset)
        self._select(caret, caret)
        return True

    def selection(self) -> tuple[int, int]:
        """Return the selection in the proposed wording: 0-based, end-exclusive."""
        start, end = self._selection()
        return self.drafted.to_proposal(start), self.drafted.to_proposal(end)

    def select_source(self, start: int, end: int) -> None:
        """Select words of the source, including those that our drafting deletes: 0-based, end-exclusive."""
        span, source_offset, shown_offset = [0, len(self.drafted.shown)], 0, 0
        for change, text in self.drafted.words:
            if change is not WordChange.INSERT:
                for n, offset in enumerate((start, end)):
                    if source_offset <= offset <= source_offset + len(text):
                        span[n] = shown_offset + offset - source_offset
                source_offset += len(text)
            shown_offset += len(text)
        self._select(*span)

    def _selection(self) -> tuple[int, int]:
        cursor, shown = self.textCursor(), self.drafted.shown
        return from_qt(shown, cursor.selectionStart()), from_qt(shown, cursor.selectionEnd())

    def _select(self, start: int, end: int) -> None:
        self.setTextCursor(cursor_over(self, start, end))

    @override
    def event(self, event: QEvent) -> bool:
        """F8 steps through changes here, whatever it does elsewhere."""
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
            self._draw(self.drafted.to_proposal(self._caret()))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() or source.hasHtml():
            self.textCursor().insertText(clean_to_one_line(clean_pasted_text(source.text(), source.html())))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.drafted.unstruck_text(*self._selection()))
        return data

    def _on_contents_changed(self, position: int, _removed: int, added: int) -> None:
        if self._drawing:
            return
        before, after = self.drafted.shown, self.document().toRawText()
        if before == after:
            return
        start = from_qt(after, position)
        new = after[start : from_qt(after, position + added)]
        removed = max(0, len(before) - len(after) + len(new))
        is_backward = not new and not self._forward
        self.drafted.edit(start, removed, new)
        offset = self.drafted.to_proposal(start + len(new))
        only_struck_removed = not new and self.drafted.proposal == self._reported
        if self._composing:
            self._draw_pending = True
        elif only_struck_removed:  # the caret moves over struck words
            self._draw(offset, at=start if is_backward else start + removed)
        else:
            self._draw(offset, behind_struck=not new and not is_backward)
        if not only_struck_removed:
            self._reported = self.drafted.proposal
            self.proposed.emit(self._reported)

    def _draw(self, offset: int, *, behind_struck: bool = False, at: int | None = None) -> None:
        self._draw_pending = False
        patch = self.drafted.patch()
        if not self._is_drawn(patch):
            self._drawing = True
            cursor = cursor_over(self, patch.start, patch.end)
            cursor.beginEditBlock()
            if patch.start != patch.end:
                cursor.removeSelectedText()
            self._write(cursor, patch.parts)
            cursor.endEditBlock()
            self._drawing = False
        self._reported = self.drafted.proposal
        caret = self.drafted.to_screen(offset, behind_struck=behind_struck) if at is None else at
        moved = self.textCursor()
        moved.setPosition(to_qt(self.drafted.shown, caret))
        self.setTextCursor(moved)

    def _is_drawn(self, patch: Patch) -> bool:
        """True if nothing needs redrawing: a letter typed among added ones is marked like them."""
        if not patch.parts:
            return patch.start == patch.end
        (change, text), *others = patch.parts
        if others or len(text) != 1 or text.isspace() or patch.end - patch.start != 1:
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
        lines.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(lines)
        self._write(cursor, self.drafted.words)
        self._drawing = False
        self._reported = self.drafted.proposal

    def _write(self, cursor: QTextCursor, parts: Iterable[tuple[WordChange, str]]) -> None:
        for mark, piece in _trim_marks(parts):
            cursor.insertText(piece, self._formats[mark])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._composing:
            return
        layout, shown = self.document().firstBlock().layout(), self.drafted.shown
        lines = TextLines(layout, shown, self._line_height, layout.boundingRect().height())
        typeset = page_metrics.typeset_words(tuple(_trim_marks(self.drafted.words)))
        page_metrics.draw(QPainter(self.viewport()), typeset, lines, layout.position(), theme.reading_font(self._size))

    def _caret(self) -> int:
        return from_qt(self.drafted.shown, self.textCursor().position())

    def _restyle(self) -> None:
        plain = QTextCharFormat()
        plain.setFont(theme.reading_font(self._size))
        plain.setForeground(theme.color("ink"))
        inserted = QTextCharFormat(plain)
        inserted.merge(char_format([TextStyle.WE_ADD]))
        self._formats = {WordChange.EQUAL: plain, WordChange.DELETE: plain, WordChange.INSERT: inserted}
        caret = self.textCursor().position()
        self._draw_all()
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)


def step_for_key(event: QKeyEvent) -> int:
    """Return the direction in which a key moves between changes; 0 for other keys."""
    return key_bindings.direction(event, "action_next_change", "action_previous_change")


def _trim_marks(parts: Iterable[Part]) -> Iterator[Part]:
    """Return parts with their marks; spaces at their ends are not marked unless nothing else changed."""
    for change, text in parts:
        stripped = text.strip() if change is not WordChange.EQUAL else ""
        start = text.index(stripped) if stripped else 0
        end = start + len(stripped) if stripped else len(text)
        pieces = ((WordChange.EQUAL, text[:start]), (change, text[start:end]), (WordChange.EQUAL, text[end:]))
        yield from (piece for piece in pieces if piece[1])


_PAUSE = 500
"""Milliseconds without a change before a text is checked."""
_WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class SpellingMarks(QObject):
    """Checks a field in the background; of a wording, the words that its source does not have.

    The marks are only drawn: neither the text nor its formats change.
    """

    def __init__(self, edit: GrowingEdit, desk: Desk, tasks: Tasks, language: str) -> None:
        super().__init__(edit)
        self._edit, self._desk, self._language = edit, desk, language
        self._loader = LatestOnly(tasks, self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._check)
        edit.textChanged.connect(self._timer.start)
        edit.entered.connect(self._timer.start)
        edit.menu_opened.connect(self._extend_menu)

    def _check(self) -> None:
        edit = self._edit
        text = edit.proposal if isinstance(edit, WordingEdit) else edit.toPlainText()
        source = edit.drafted.source if isinstance(edit, WordingEdit) else ""
        spelling = self._desk.spelling
        self._loader.run(lambda _: spelling.find_misspelled(text, self._language, source), partial(self._show, text))

    def _show(self, text: str, spans: list[tuple[int, int]]) -> None:
        edit = self._edit
        drafted = edit.drafted if isinstance(edit, WordingEdit) else None
        if text != (drafted.proposal if drafted is not None else edit.toPlainText()):
            return  # it is checked again after the pause
        marks = [selection for selection in edit.extraSelections() if not _is_mark(selection)]
        for start, end in spans:
            if drafted is not None:
                start, end = drafted.to_screen(start), drafted.to_screen(end - 1) + 1
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor_over(edit, start, end)
            mark.format = QTextCharFormat()
            mark.format.setUnderlineStyle(_WAVE)
            mark.format.setUnderlineColor(theme.color("red_line"))
            marks.append(mark)
        edit.setExtraSelections(marks)

    def _extend_menu(self, menu: QMenu, position: int) -> None:
        """Offer suggestions for the misspelled word at a position, as soon as they are found."""
        marks = [QTextCursor(selection.cursor) for selection in self._edit.extraSelections() if _is_mark(selection)]
        word = next((cursor for cursor in marks if cursor.selectionStart() <= position <= cursor.selectionEnd()), None)
        if word is None or self._edit.isReadOnly():
            return
        spelling, text = self._desk.spelling, word.selectedText()
        self._loader.run(
            lambda _: spelling.suggestions(text, self._language),
            while_alive(menu, partial(self._show_suggestions, menu, QTextCursor(word))),
        )

    def _show_suggestions(self, menu: QMenu, word: QTextCursor, suggestions: list[str]) -> None:
        first = menu.actions()[0]
        for suggestion in suggestions:
            action = menu.addAction(suggestion)
            menu.insertAction(first, action)
            action.triggered.connect(partial(word.insertText, suggestion))
        if not suggestions:
            menu.insertAction(first, no_suggestions := menu.addAction(self.tr("No suggestions")))
            no_suggestions.setEnabled(False)
        menu.insertSeparator(first)


def _is_mark(selection: QTextEdit.ExtraSelection) -> bool:
    return selection.format.underlineStyle() == _WAVE
