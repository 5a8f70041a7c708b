"""The reader: one document on paper, with finding in it and going to a place."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from typing_extensions import override

from delegate_desk.core.addresses import find_place
from delegate_desk.core.annotations import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import Address, DocumentId, Held, Place, View
from delegate_desk.desk import Desk
from delegate_desk.gui import icons, names
from delegate_desk.gui.find import Found, find_text, find_words
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.models.paragraphs import Shown
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.typography import LARGEST, SMALLEST


def load(desk: Desk, document: DocumentId) -> Shown:
    """Gather all that the reader shows of a document."""
    position = desk.positions.get(document)
    proposed = [item for item in position.items if item.proposal is not None]
    return Shown(
        desk.documents.get(document),
        desk.documents.content(document),
        tuple(desk.annotations.of(document)),
        {item.address: desk.positions.words(document, item) for item in proposed},
        frozenset(item.address for item in position.items),
        tuple(desk.documents.versions(document)),
    )


class ReaderView(QWidget):
    """Shows one document and says which paragraph is at hand.

    Signals:
        loaded: The document is shown, with its ``Shown``.
        place_changed: Another paragraph is at hand, with its ``Place``.
        annotate_requested: A kind's key was pressed: the kind, the place, and the words chosen in the text after its
            changes as (start, end) or None.
        draft_requested: A wording is to be proposed on a place.
        size_changed: The reading size was changed here.
    """

    loaded = Signal(object)
    place_changed = Signal(object)
    annotate_requested = Signal(object, object, object)
    draft_requested = Signal(object)
    size_changed = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.document: DocumentId | None = None
        self._wanted: tuple[Address | None, Collection[str]] = (None, ())
        self._found: list[Found] = []
        self._at_found = -1
        self._back_to: int | None = None
        self.ui = Ui_Reader()
        self.ui.setupUi(self)
        self.paper = self.ui.paper
        self.setFocusProxy(self.paper)
        for bar in (self.ui.views_bar, self.ui.find_bar, self.ui.place_bar):
            bar.hide()
        self.ui.find_previous_button.setIcon(icons.icon("chevron-up"))
        self.ui.find_next_button.setIcon(icons.icon("chevron-down"))
        self.ui.find_close_button.setIcon(icons.icon("x"))
        self.ui.find_edit.textChanged.connect(self._find)
        self.ui.find_edit.returnPressed.connect(self.find_next)
        self.ui.find_next_button.clicked.connect(self.find_next)
        self.ui.find_previous_button.clicked.connect(self.find_previous)
        self.ui.find_close_button.clicked.connect(self.close_bars)
        self.ui.place_edit.textChanged.connect(self._preview_place)
        self.ui.place_edit.returnPressed.connect(self._take_place)
        self.ui.marked_button.clicked.connect(lambda: self.show_view(View.MARKED))
        self.ui.before_button.clicked.connect(lambda: self.show_view(View.BEFORE))
        self.ui.after_button.clicked.connect(lambda: self.show_view(View.AFTER))
        self.paper.row_changed.connect(self._tell_place)
        self.paper.typed.connect(self.ask_place)
        self.paper.note_asked.connect(self.go_to)
        self.paper.size_asked.connect(lambda by: self.set_reading_size(self.paper.reading_size + by))
        self.paper.viewport().installEventFilter(self)
        self.ui.find_edit.installEventFilter(self)
        self.ui.place_edit.installEventFilter(self)
        tasks.changed.connect(self._refresh)

    # Opening

    def open(self, document: DocumentId, address: Address | None = None, words: Collection[str] = ()) -> None:
        """Show a document, at an address, with some words lit."""
        self._wanted = (address, words)
        if document == self.document and self.paper.paragraphs.shown:
            self._take_wanted()
            return
        self.document = document
        self._tasks.read(lambda: load(self._desk, document), self._show)

    def held(self) -> Held | None:
        """The document shown."""
        return self.paper.paragraphs.shown.held if self.paper.paragraphs.shown else None

    def place(self) -> Place | None:
        """The paragraph at hand."""
        row = self.paper.row()
        return self.paper.paragraphs.place(row) if row >= 0 else None

    def span(self) -> tuple[int, int] | None:
        """The words chosen in the paragraph at hand, in its text after its changes."""
        row = self.paper.row()
        chosen = self.paper.chosen.in_row(row)
        if chosen is None:
            return None
        start, end = self.paper.paragraphs.setting(row).span(*chosen)
        return (start, end) if start < end else None

    def go_to(self, address: Address | str, *, far: bool = True) -> bool:
        """Take the paragraph at an address to hand; False where there is none."""
        row = self.paper.paragraphs.row_of(Address(address))
        if row is None:
            return False
        self.paper.go(row, top=far)
        return True

    def _show(self, shown: Shown) -> None:
        self.paper.show_document(shown)
        self.paper.setAccessibleName(self.paper.masthead.text() if self.paper.masthead else "")
        self.ui.views_bar.setVisible(self.paper.paragraphs.marks_changes())
        self._take_wanted()
        self.loaded.emit(shown)
        self._tell_place(self.paper.row())

    def _take_wanted(self) -> None:
        (address, words), self._wanted = self._wanted, (None, ())
        if words:
            self.light(words)
        if address is not None:
            self.go_to(address)
            self._at_found = next((n for n, f in enumerate(self._found) if f[0] == self.paper.row()), -1)
            self._show_found()

    def _refresh(self, changes: Changes) -> None:
        document = self.document
        if document is None or self.paper.paragraphs.shown is None:
            return
        if document in changes.positions or any(place.document == document for place in changes.annotations):
            self._tasks.read(lambda: load(self._desk, document), self._renew, failed=lambda _: None)

    def _renew(self, shown: Shown) -> None:
        if self.held() is not None and shown.held.id == self.document:
            self.paper.refresh(shown)

    def _tell_place(self, row: int) -> None:
        if row >= 0 and self.paper.paragraphs.shown:
            self.place_changed.emit(self.paper.paragraphs.place(row))

    # What the window's commands ask

    def annotate(self, kind: AnnotationKind) -> None:
        """Ask for an annotation on the words chosen, or on the paragraph at hand."""
        place = self.place()
        if place is not None:
            self.annotate_requested.emit(kind, place, self.span())

    def draft(self) -> None:
        """Ask for a proposal on the paragraph at hand."""
        place = self.place()
        if place is not None:
            self.draft_requested.emit(place)

    def step(self, by: int) -> None:
        """Take the next or the previous paragraph to hand."""
        self.paper.go(self.paper.row() + by)

    def step_heading(self, by: int) -> None:
        """Take the next or the previous heading to hand."""
        model = self.paper.paragraphs
        end = len(model.units) if by > 0 else -1
        row = next((row for row in range(self.paper.row() + by, end, by) if model.is_heading(row)), None)
        if row is not None:
            self.paper.go(row, top=True)

    def copy(self) -> None:
        """Copy the words chosen, or the paragraph at hand with its label."""
        text = self.paper.chosen.text()
        row = self.paper.row()
        if not text and row >= 0:
            text = str(self.paper.paragraphs.index(row).data())
        QGuiApplication.clipboard().setText(text)

    def copy_with_citation(self) -> None:
        """Copy the words chosen, or the paragraph's text, in quotation marks and with their place."""
        place, held = self.place(), self.held()
        if place is None or held is None:
            return
        text = self.paper.chosen.text() or self.paper.paragraphs.units[self.paper.row()].text
        self._tasks.read(
            lambda: self._desk.documents.citation(place),
            lambda cited: QGuiApplication.clipboard().setText(f"“{text}” ({held.name}, {cited})"),
        )

    def set_reading_size(self, size: int) -> None:
        """Set the letters' size, within its limits."""
        wanted = min(max(size, SMALLEST), LARGEST)
        if wanted != self.paper.reading_size:
            self.paper.set_reading_size(wanted)
            self.size_changed.emit(wanted)

    def show_view(self, view: View) -> None:
        """Show the text as marked, before its changes, or after them."""
        buttons = {
            View.MARKED: self.ui.marked_button,
            View.BEFORE: self.ui.before_button,
            View.AFTER: self.ui.after_button,
        }
        buttons[view].setChecked(True)
        self._set_view(view, proposals=self.paper.paragraphs.proposals_shown)

    def show_proposals(self, shown: bool) -> None:
        """Show what we propose in the text, or the text alone."""
        self._set_view(self.paper.paragraphs.view, proposals=shown)

    def _set_view(self, view: View, *, proposals: bool) -> None:
        self.paper.paragraphs.set_view(view, proposals=proposals)
        self.paper.show_view(range(len(self.paper.paragraphs.units)))
        self._find(self.ui.find_edit.text())

    # Finding

    def ask_find(self) -> None:
        """Open the find bar, with the words chosen."""
        chosen = self.paper.chosen.text()
        self.ui.place_bar.hide()
        self.ui.find_bar.show()
        if chosen and "\n" not in chosen:
            self.ui.find_edit.setText(chosen)
        self.ui.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.find_edit.selectAll()

    def light(self, words: Collection[str]) -> None:
        """Light some words wherever they stand, ready to be stepped through."""
        self._found = find_words(self.paper.paragraphs, words)
        self._at_found = -1
        self._show_found()

    def find_next(self) -> None:
        """Go to the next place found."""
        self.step_found(1)

    def find_previous(self) -> None:
        """Go to the place found before."""
        self.step_found(-1)

    def has_found(self, by: int) -> bool:
        """True if there is a place found further on; in the find bar one goes round the corner."""
        further = 0 <= self._at_found + by < len(self._found)
        return further or (bool(self._found) and self.ui.find_bar.isVisible())

    def _find(self, typed: str) -> None:
        self._found = find_text(self.paper.paragraphs, typed)
        here = self.paper.row()
        self._at_found = next((n for n, f in enumerate(self._found) if f[0] >= here), 0 if self._found else -1)
        self._show_found()
        if typed and self._found:
            self.paper.go(self._found[self._at_found][0], top=True)

    def step_found(self, by: int) -> None:
        """Go to another place found."""
        if self._found:
            self._at_found = (self._at_found + by) % len(self._found)
            self.paper.go(self._found[self._at_found][0], top=True)
            self._show_found()

    def _show_found(self) -> None:
        hits: dict[int, list[tuple[int, int]]] = {}
        for row, start, end in self._found:
            hits.setdefault(row, []).append((start, end))
        painter = self.paper.rows_painter
        painter.hits = dict(hits)
        painter.hit_at_hand = self._found[self._at_found] if 0 <= self._at_found < len(self._found) else None
        self.paper.viewport().update()
        if self._found:
            text = self.tr("{n} of {count}").format(n=self._at_found + 1, count=len(self._found))
        else:
            text = self.tr("Not in this document") if self.ui.find_edit.text() else ""
        self.ui.find_label.setText(text)

    # Going to a place

    def ask_place(self, typed: str = "") -> None:
        """Open the bar to go to a place, with what was typed already."""
        self._back_to = self.paper.row()
        self.ui.find_bar.hide()
        self.ui.place_bar.show()
        self.ui.place_edit.setText(typed)
        self.ui.place_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._preview_place(typed)

    def close_bars(self) -> None:
        """Close the bars and put their lights out."""
        self.ui.find_bar.hide()
        self.ui.place_bar.hide()
        self.ui.find_edit.blockSignals(True)
        self.ui.find_edit.clear()
        self.ui.find_edit.blockSignals(False)
        self._found = []
        self._show_found()
        self.paper.setFocus()

    def _typed_address(self) -> Address | None:
        return find_place(self.ui.place_edit.text(), set(self.paper.paragraphs.addresses()))

    def _preview_place(self, typed: str) -> None:
        address = self._typed_address()
        if address is not None:
            row = self.paper.paragraphs.row_of(address) or 0
            unit = self.paper.paragraphs.units[row]
            words = " ".join(unit.text.split()[:9])
            self.ui.place_label.setText(f"{names.margin_label(unit.address, unit.label)}  {words} …".strip())
        else:
            self.ui.place_label.setText(self.tr("No such place here") if typed.strip() else "")

    def _take_place(self) -> None:
        address = self._typed_address()
        if address is not None:
            self.ui.place_bar.hide()
            self.paper.setFocus()
            self.go_to(address)

    # Events of what it holds

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_in_bar(event)
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event), self.paper.viewport())
            return True
        return False

    def _key_in_bar(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bars()
            return True
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
            return True
        return False

    def _tip(self, event: QHelpEvent) -> str:
        """The footnote whose call the mouse is on, or the annotations of the words there."""
        note = self.paper.call_at(event.pos())
        if note is not None:
            row = self.paper.paragraphs.row_of(note)
            return _wrapped(str(self.paper.paragraphs.index(row).data())) if row is not None else ""
        spot = self.paper.spot_at(event.pos())
        if spot is None:
            return ""
        setting = self.paper.paragraphs.setting(spot.row)
        texts = [
            f"{names.kind(a.kind)}: {a.text}"
            for a in self.paper.paragraphs.annotations(spot.row)
            if a.quote and any(s <= spot.at <= e for s, e in setting.ranges(a.quote.start, a.quote.end))
        ]
        return _wrapped("\n".join(texts))


def _wrapped(text: str) -> str:
    """A tool tip of several lines; Qt wraps what is rich text."""
    if not text:
        return ""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")
    return f"<qt>{safe}</qt>"
