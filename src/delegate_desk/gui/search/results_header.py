"""Header above the hits: their number, the interpretation of the query, and what the answer lacks."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from delegate_desk.core.search import HitKind, Results
from delegate_desk.gui.forms.ui_search import Ui_Search
from delegate_desk.gui.search.query_chips import QueryChips
from delegate_desk.gui.widgets import screen_reader
from delegate_desk.gui.widgets.labels import terms


class AnswerHead(QObject):
    """Fills the head of the results.

    Signals:
        named: The search is to be kept under a name.
        name_left: The field for a name was closed.
    """

    named = Signal(str)
    name_left = Signal()

    def __init__(self, ui: Ui_Search, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._said = ""
        self.chips = QueryChips(ui.ending_button)
        ui.chips_layout.addWidget(self.chips)
        for before, after in pairwise((ui.sort_combo, ui.ending_button, ui.name_edit, ui.hit_list)):
            QWidget.setTabOrder(before, after)
        ui.ending_button.toggled.connect(self.say_ending)
        ui.name_edit.installEventFilter(self)
        ui.name_edit.returnPressed.connect(self._take_name)
        self.say_ending(on=True)

    def show(self, results: Results, *, rebuilt: bool, same: bool) -> None:
        """Tell of an answer.

        Args:
            results: The answer.
            rebuilt: True where the index was made anew lately.
            same: True where the same was asked before: then it is heard only if it is another now.
        """
        ui, understood = self._ui, results.understood
        ui.head_widget.show()
        ui.count_label.setText(self._count(results))
        self.chips.show_chips(understood.chips)
        self.chips.setAccessibleDescription(self.tr("Understood as: {text}").format(text=understood.said))
        lines = list(understood.hints)
        if understood.said and not understood.chips:
            lines.insert(0, self.tr("Understood as: {text}").format(text=understood.said))
        _set(ui.understood_label, "\n".join(lines))
        lacks = self._lacks(results, rebuilt=rebuilt)
        _set(ui.notice_label, " ".join(lacks))
        counts = ", ".join(self._counts(results)) or self._nothing(results)
        said = ". ".join((counts, *lacks))
        if not same or said != self._said:
            screen_reader.announce(ui.head_widget, said)
        self._said = said

    def show_position(self, number: int, results: Results) -> None:
        """Tell which hit of all is at hand; 0 for none."""
        of = self.tr("{n} of {count}").format(n=terms.figure(number), count=terms.figure(results.total))
        self._ui.position_label.setText(of if number else "")

    def hide(self) -> None:
        """There is no answer to tell of."""
        self._ui.head_widget.hide()

    def ask_name(self, proposed: str) -> None:
        """Let the search be given a name."""
        ui = self._ui
        ui.head_widget.show()
        ui.name_edit.setText(proposed)
        ui.name_edit.show()
        ui.name_label.show()
        ui.name_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        ui.name_edit.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._close_name()
            event.accept()
            return True
        return False

    def _take_name(self) -> None:
        name = " ".join(self._ui.name_edit.text().split())
        if name:
            self._close_name()
            self.named.emit(name)

    def _close_name(self) -> None:
        self._ui.name_edit.hide()
        self._ui.name_label.hide()
        self.name_left.emit()

    def say_ending(self, on: bool) -> None:
        """Let the switch say whether other endings count."""
        self._ui.ending_button.setText(self.tr("all word forms") if on else self.tr("exact forms"))

    def _lacks(self, results: Results, *, rebuilt: bool) -> list[str]:
        """Why there may be more than is shown, in one sentence each."""
        said = []
        if results.partial:
            said.append(self.tr("The search index is being rebuilt. Results are incomplete until this has finished."))
        elif results.waiting:
            one = self.tr("1 recent change is not yet indexed.")
            many = self.tr("{n} recent changes are not yet indexed.")
            said.append(terms.counted(results.waiting, one, many))
        if results.cut and not results.partial:
            said.append(self.tr("The search took too long; there may be more results."))
        if (results.rebuilt or rebuilt) and not results.partial:
            said.append(self.tr("The search index was missing or damaged and has been rebuilt."))
        return said

    def _count(self, results: Results) -> str:
        elapsed = self.tr("{ms} ms").format(ms=max(1, round(results.elapsed_ms)))
        return " · ".join([*(self._counts(results) or [self._nothing(results)]), elapsed])

    def _nothing(self, results: Results) -> str:
        if results.partial or results.cut:
            return self.tr("No results so far")
        return self.tr("No results")

    def _counts(self, results: Results) -> list[str]:
        shown = len(results.hits)
        if results.total > shown:
            hits = terms.counted(results.total, self.tr("1 result"), self.tr("{n} results"))
            return [hits, terms.counted(shown, self.tr("first result shown"), self.tr("first {n} shown"))]
        paragraphs = sum(hit.kind is HitKind.PARAGRAPH for hit in results.hits)
        notes = sum(hit.kind is HitKind.ANNOTATION for hit in results.hits)
        counts = []
        if paragraphs:
            documents = len({hit.document for hit in results.hits if hit.kind is HitKind.PARAGRAPH})
            within = terms.counted(documents, self.tr("1 document"), self.tr("{n} documents"))
            found = terms.counted(paragraphs, self.tr("1 paragraph"), self.tr("{n} paragraphs"))
            counts.append(self.tr("{paragraphs} in {documents}").format(paragraphs=found, documents=within))
        if notes:
            counts.append(terms.counted(notes, self.tr("1 note"), self.tr("{n} notes")))
        entries = sum(hit.kind is HitKind.POSITION for hit in results.hits)
        if entries:
            counts.append(terms.counted(entries, self.tr("1 position entry"), self.tr("{n} position entries")))
        if said := shown - paragraphs - notes - entries:
            counts.append(terms.counted(said, self.tr("1 intervention"), self.tr("{n} interventions")))
        return counts


def _set(label: QLabel, text: str) -> None:
    """Show a label while it has something to say."""
    label.setText(text)
    label.setVisible(bool(text))
