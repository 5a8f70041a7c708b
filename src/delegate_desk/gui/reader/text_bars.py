"""Around a text: its options, the bars that find words and go to a place, its footnotes and references."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents import columns
from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.citations import ReferenceTarget
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, MarkUp, Place, View
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.text import fold, word_spans
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.reader.paragraph_model import ReaderDocument, WideTable
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import popup_menu
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.text_find import FoldedText, Found, fold_document

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
        note_row = paper.paragraphs.row_for_address(note)
        if note_row is None:
            return
        unit = paper.paragraphs.units[note_row]
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
        openable = list({(t.document.id, t.address): (t, n) for t, n in reversed(named) if t.document}.values())[::-1]
        if len(openable) == 1:
            self._open(openable[0][0])
            return
        menu = QMenu(self._paper)
        for target, name in openable:
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
        letter = self._paper.position_at(point)
        if letter is None:
            return None
        model = self._paper.paragraphs
        place = model.place(letter.row)
        if self._known is None or self._known[0] != place:
            if self._requested != place:
                self._requested = place
                find = self._desk.documents.targets_for_place
                self._loader.run(lambda _: find(place), partial(self._on_targets, place))
            return None
        for target in self._known[1]:
            start, end = _typeset_span(self._paper, letter.row, target)
            if target.document and start <= letter.at < end and self._paper.is_text_at(letter.row, start, end, point):
                return target, letter.row, start, end
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
            link = self.target_at(event.position().toPoint())
            self._set_link(link[1:] if link else None)
        elif event.type() == QEvent.Type.MouseButtonPress and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            link = self.target_at(event.position().toPoint())
            if link:
                self._open(link[0])
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
    start = text.find(target.text)
    return (start, start + len(target.text)) if start >= 0 else (0, 0)


def _targets_with_names(desk: Desk, place: Place, language: str) -> list[tuple[ReferenceTarget, str]]:
    named = []
    for target in desk.documents.targets_for_place(place):
        target_place = Place(target.document.id, target.address) if target.document and target.address else None
        cited = desk.documents.citation(target_place, language) if target_place else ""
        name = target.document.name if target.document and target.reference else ""
        texts = (cited[:1].upper() + cited[1:], name)
        named.append((target, " · ".join(text for text in texts if text) or target.text))
    return named


_LONGEST = 40


def reading_names() -> dict[View, str]:
    """Return the views of a text with marked changes by name."""
    translate = QCoreApplication.translate
    return {
        View.MARKED: translate("TextOptions", "With mark-up"),
        View.BEFORE: translate("TextOptions", "Before changes"),
        View.AFTER: translate("TextOptions", "After changes"),
    }


def readings_menu(button: QWidget, current: View, choose: Callable[[View], object]) -> QMenu:
    menu = popup_menu(button)
    for view, text in reading_names().items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(view is current)
        action.triggered.connect(lambda _=False, view=view: choose(view))
    return menu


def pop_up_below(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


class TextOptions(QObject):
    """Fills the buttons, and opens the menus behind them."""

    reading_requested = Signal(object)  # Another view of the text was requested, with the ``View``
    drafting_toggled = Signal(bool)  # Whether our drafting is shown in the text

    def __init__(self, desk: Desk, tasks: Tasks, ui: Ui_Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._ui = desk, tasks, ui
        self._paper = ui.paper
        ui.reading_button.clicked.connect(self._show_readings)
        ui.drafting_button.clicked.connect(self.drafting_toggled)
        ui.columns_button.clicked.connect(self._show_columns)
        ui.columns_button.hide()  # until it is known whether the text has a table

    @property
    def _shown(self) -> ReaderDocument | None:
        return self._paper.paragraphs.shown

    def update(self) -> None:
        model, shown, button = self._paper.paragraphs, self._shown, self._ui.reading_button
        if shown is None:
            return
        decision, is_marked = self._own_decision(), model.marks_changes()
        button.setVisible(is_marked or decision is not None)
        if not is_marked:
            text = self.tr("You set bold and underlined text to mean emphasis.")
        elif decision is not None:
            text = self.tr("You set bold and underlined text to mean changes.")
        else:
            text = self.tr("This text contains marked changes.")
        button.setText((reading_names()[model.view] if is_marked else self.tr("Emphasis only")) + " ⌄")
        button.setToolTip(" ".join(filter(None, (text, self._reason()))))
        is_drafted = bool(shown.proposals) and model.reading() is not View.BEFORE
        self._ui.drafting_button.setVisible(is_drafted)
        is_drawn = model.drafting_shown.get(model.reading(), False)
        self._ui.drafting_button.setChecked(is_drawn)
        self._ui.drafting_button.setText(("✓ " if is_drawn else "") + self.tr("Our drafting"))
        table = self._table()
        self._ui.columns_button.setVisible(table is not None)
        if table is not None:
            count = table.columns - len(self._paper.row_layout.hidden)
            all_columns, some_columns = self.tr("Columns: all {count}"), self.tr("Columns: {n} of {count}")
            form = all_columns if count == table.columns else some_columns
            self._ui.columns_button.setText(form.format(n=count, count=table.columns) + " ⌄")

    # View

    def _show_readings(self) -> None:
        model, button = self._paper.paragraphs, self._ui.reading_button
        if not model.marks_changes():
            self.show_interpretations()
            return
        menu = readings_menu(button, model.view, self.reading_requested.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Interpret bold as…")).triggered.connect(self.show_interpretations)
        pop_up_below(menu, button)

    def _reason(self) -> str:
        reason = terms.markup_reason_label(self._shown.document.why) if self._shown and self._shown.document.why else ""
        return f"{reason[:1].upper()}{reason[1:]}." if reason else ""

    def show_interpretations(self) -> None:
        """Offer the possible meanings of bold and underlined text in this document."""
        chosen = self._own_decision()
        menu = popup_menu(self._paper)
        if reason := self._reason():
            menu.addAction(reason).setEnabled(False)
            menu.addSeparator()
        group = QActionGroup(menu)
        for text, bold_is_new, checked in (
            (self.tr("&Automatic"), None, chosen is None),
            (self.tr("&Changes: bold or underlined is new, struck through is deleted"), True, chosen == MarkUp.PRINTED),
            (self.tr("&Emphasis only"), False, chosen == MarkUp.NONE),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(checked)
            group.addAction(action)
            action.triggered.connect(lambda _=False, new=bold_is_new: self._overrule(new))
        button, paper = self._ui.reading_button, self._paper
        corner = button.mapToGlobal(button.rect().bottomLeft()) if button.isVisible() else None
        menu.popup(corner or paper.mapToGlobal(QPoint(24, 8)))

    def _overrule(self, bold_is_new: bool | None) -> None:
        if self._shown is not None:
            key, corrections = self._shown.library_document.id, self._desk.corrections
            self._tasks.write(lambda: corrections.overrule(key, bold_is_new))

    def _own_decision(self) -> str | None:
        corrections = self._shown.corrections if self._shown is not None else ()
        decisions = [correction.value for correction in corrections if correction.field is CorrectableField.MARK_UP]
        return decisions[-1] if decisions else None

    # Columns

    def _table(self) -> WideTable | None:
        cell = self._paper.row_layout.cell(self._paper.current_row())
        return cell.table if cell is not None else None

    def _show_columns(self) -> None:
        """Offer the columns by the names in the header or the document, with ticks; the last visible one stays."""
        table, layout, units = self._table(), self._paper.row_layout, self._paper.paragraphs.units
        if table is None:
            return
        names = [self.tr("Column {n}").format(n=n + 1) for n in range(table.columns)]
        fields = columns.column_names(self._shown.document) if self._shown is not None else ()
        if len(fields) == table.columns:
            names = [terms.column_label(column) for column in fields]
        for row in layout.header_rows(table.rows.start):
            cell, words = layout.cell(row), " ".join(units[row].marked.split())
            if cell is not None and words:
                names[cell.column] = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        hidden = layout.hidden
        menu = popup_menu(self._ui.columns_button)
        for number, name in enumerate(names):
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number not in hidden)
            action.setEnabled(number in hidden or len(hidden) < table.columns - 1)
            action.triggered.connect(lambda _=False, number=number: self._paper.hide_columns(hidden ^ {number}))
        menu.addSeparator()
        menu.addAction(self.tr("All columns")).triggered.connect(lambda: self._paper.hide_columns(frozenset()))
        pop_up_below(menu, self._ui.columns_button)


Marks = Sequence[tuple[int, int]]
"""Parts of a text: 0-based, end-exclusive, in code points."""


class FindBar(QObject):
    """Matches in the document, highlighted and counted: of the text typed, else of a search."""

    highlights_changed = Signal()
    left = Signal(object)  # Place

    def __init__(self, ui: Ui_Reader, current_place: Callable[[], Place | None], parent: QObject) -> None:
        super().__init__(parent)
        self._place = current_place
        self._place_bar = ui.place_bar
        self._bar = ui.find_bar
        self._paper = ui.paper
        self._marks: Mapping[Address, Marks] = {}
        self._text: FoldedText | None = None
        self._found: list[Found] = []
        self._at = -1
        self._place_before: Place | None = None
        self._start_row = self._last_row = -1
        self._bar.set_hint(self.tr("Find in this document"))
        self._bar.typed.connect(self.find)
        self._bar.entered.connect(self.step)
        self._bar.left.connect(self.close)
        ui.paper.tick_bar.ticked.connect(self._go_to_match_in_row)
        ui.paper.paragraphs.modelReset.connect(self._invalidate_text)
        ui.paper.paragraphs.dataChanged.connect(self._invalidate_text)

    def open(self) -> None:
        chosen = self._paper.selection.text()
        self._place_bar.hide()
        if not self.is_open():
            self._place_before = self._place()
        self._bar.ask(chosen if chosen and "\n" not in chosen else None)

    def close(self) -> None:
        self._bar.leave()
        self._highlight(self._search_hits(), None)
        self._paper.setFocus()
        previous, self._place_before = self._place_before, None
        self._report_left(previous)

    def find(self, typed: str) -> None:
        hits = self._matches()
        current = self._paper.current_row()
        if current != self._last_row:
            self._start_row = current
        if not typed.strip():
            self._highlight(hits, None)
            return
        self._highlight(hits, next((n for n, f in enumerate(hits) if f[0] >= self._start_row), 0 if hits else -1))
        if hits:
            self._paper.go_to_row(hits[self._at][0], far=True)
        self._last_row = self._paper.current_row()

    def highlight_again(self) -> None:
        self._highlight(self._matches(), None)

    def update_current_match(self) -> None:
        self._highlight(self._found, None)

    def highlight_search_hits(self, marks: Mapping[Address, Marks]) -> None:
        self._marks = marks
        if not self._bar.typed_words():
            self._highlight(self._search_hits(), None)

    def step(self, by: int) -> None:
        """Go to another match, cyclically: the next after the current paragraph, or the previous."""
        if self._found:
            current, matches = self._paper.current_row(), self._found
            if 0 <= self._at < len(matches) and matches[self._at][0] == current:
                number = self._at + by
            elif by > 0:
                number = next((n for n, f in enumerate(matches) if f[0] > current), len(matches))
            else:
                number = next((n for n in range(len(matches) - 1, -1, -1) if matches[n][0] < current), -1)
            self._highlight(matches, number % len(matches))
            self._paper.go_to_row(self._found[self._at][0], far=True)

    def is_open(self) -> bool:
        return not self._bar.isHidden()

    def _go_to_match_in_row(self, row: int) -> None:
        previous = self._place()
        self._paper.go_to_row(row, far=True)
        self.update_current_match()
        self._report_left(previous)

    def highlighted_words(self, row: int) -> PageSearchTerms:
        """Return the highlighted words of a row, each whole and once, and which of its occurrences are highlighted."""
        text, highlights = self._paper.paragraphs.typeset_text(row).text, self._paper.rows_painter.hits.get(row, ())
        spans = []
        for start, end in highlights:
            while start > 0 and text[start - 1].isalpha() and text[start].isalpha():
                start -= 1
            while end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
                end += 1
            spans.append((start, end))
        folded_words = [(span, fold(text[slice(*span)])) for span in word_spans(text)]
        distinct = list(dict.fromkeys(text[slice(*span)] for span in spans))
        masks = []
        for word in distinct:
            folded = fold(word)
            mask = tuple(span in spans for span, value in folded_words if value == folded)
            masks.append(() if all(mask) else mask)
        return PageSearchTerms(tuple(distinct), which=tuple(masks))

    def _report_left(self, previous: Place | None) -> None:
        if previous is not None and previous != self._place():
            self.left.emit(previous)

    def _matches(self) -> list[Found]:
        words = self._bar.typed_words()
        if not words:
            return self._search_hits()
        if self._text is None:
            model = self._paper.paragraphs
            self._text = fold_document(model.units, model.view, model.visible_proposals())
        return self._text.find(words)

    def _search_hits(self) -> list[Found]:
        model = self._paper.paragraphs
        rows = [
            (row, marks)
            for address, marks in self._marks.items()
            if (row := model.row_for_address(address)) is not None
        ]
        return [(row, *span) for row, marks in rows for mark in marks for span in model.typeset_text(row).ranges(*mark)]

    def _invalidate_text(self) -> None:
        self._text = None

    def _highlight(self, matches: list[Found], number: int | None) -> None:
        """Highlight matches with a current one: by default the first in the current paragraph, if it has one."""
        if number is None:
            number = next((n for n, f in enumerate(matches) if f[0] == self._paper.current_row()), -1)
        self._found, self._at = matches, number
        hits: dict[int, list[tuple[int, int]]] = {}
        for row, start, end in matches:
            hits.setdefault(row, []).append((start, end))
        changed = hits != self._paper.rows_painter.hits
        self._paper.highlight(hits, matches[number] if 0 <= number < len(matches) else None)
        self._bar.show_count(number, len(matches), self.tr("Not found in this document"))
        if changed:
            self.highlights_changed.emit()


class PlaceBar(QObject):
    def __init__(self, ui: Ui_Reader, go_to: Callable[[Address], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._bar = ui.place_bar
        self._go_to = go_to
        self._bar.close_button.hide()
        self._bar.set_hint(self.tr("Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9"), self.tr("Go to a place"))
        self._bar.typed.connect(self._preview)
        self._bar.entered.connect(self._go_to_typed)
        self._bar.left.connect(self.close)

    def open(self, typed: str = "") -> None:
        self._ui.find_bar.hide()
        self._bar.ask(typed, steps=False)
        self._bar.edit.deselect()
        self._preview()

    def close(self) -> None:
        self._bar.hide()
        self._ui.paper.setFocus()

    def _address(self) -> Address | None:
        return find_place(self._bar.edit.text(), set(self._ui.paper.paragraphs.addresses()))

    def _preview(self) -> None:
        model, address = self._ui.paper.paragraphs, self._address()
        row = model.row_for_address(address) if address else None
        unit = model.units[row] if row is not None else None
        label = terms.margin_label(unit.address, unit.label) if unit else ""
        self._bar.show_place(unit.text if unit else None, self.tr("Not found in this document"), label)

    def _go_to_typed(self) -> None:
        address = self._address()
        if address is not None:
            self.close()
            self._go_to(address)
