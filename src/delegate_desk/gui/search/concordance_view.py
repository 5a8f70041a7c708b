"""Concordance: how a phrase is rendered in another language, and where a document renders it differently."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QListView, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.core.search import Hit, HitKind
from delegate_desk.core.translations.translation import Concordance, ConcordancePassage, PassagePair
from delegate_desk.gui.context import Context
from delegate_desk.gui.search.hit_list import HitDelegate, HitGroup, HitsModel, Row
from delegate_desk.gui.tab_page import PageState, TabPage
from delegate_desk.gui.widgets import accessibility
from delegate_desk.gui.widgets.basic_widgets import FlowRow, column_layout, label, row_layout, search_field, set_part
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import add_action, set_up_list


class ConcordanceView(TabPage):
    """The renderings of a phrase, the usual one first, each passage with its counterpart."""

    help_page = "languages"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._newest = LatestOnly(context.tasks, self)
        self._rows_of: dict[int, tuple[PassagePair, Concordance, ConcordancePassage]] = {}
        self.found: tuple[Concordance, ...] = ()
        set_part(self, "paper")
        self.name = self.tr("Concordance")
        self.phrase_edit = search_field(self.tr("Words to look up"))
        self.from_combo, self.to_combo = QComboBox(), QComboBox()
        for combo in (self.from_combo, self.to_combo):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.from_combo.setAccessibleName(self.tr("Language of the words"))
        self.to_combo.setAccessibleName(self.tr("Language of the translations"))
        self.odd_button = QPushButton(self.tr("Unusual Translations in This Document"))
        self.export_button = QPushButton(self.tr("Export Table…"))
        self.message_label = label("", "soft", wrap=True)
        self.list = QListView()
        set_up_list(self.list)
        self.list.setAccessibleName(self.tr("Passages"))
        self.model = HitsModel(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list, self.model))
        self._document: DocumentId | None = None
        head = row_layout((self.phrase_edit, 1), self.from_combo, self.to_combo, spacing=8)
        buttons = FlowRow((self.odd_button, self.export_button), 8)
        layout = column_layout(head, buttons, self.message_label, (self.list, 1), margins=(22, 12, 12, 0), spacing=8)
        self.setLayout(layout)
        self.setFocusProxy(self.phrase_edit)
        self.phrase_edit.returnPressed.connect(self.run)
        self.from_combo.activated.connect(lambda _: self.run())
        self.to_combo.activated.connect(lambda _: self.run())
        self.odd_button.clicked.connect(self.find_odd)
        self.export_button.clicked.connect(self._export)
        self.list.activated.connect(lambda _: self._open())
        add_action(self.list, self.tr("Linguistic Reservation"), self._reserve, [QKeySequence("L")])
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @override
    def state(self) -> PageState:
        return PageState(text=self.tr("Enter opens a passage · L linguistic reservation"))

    # Queries

    def look_up(self, phrase: str, source: str, languages: Sequence[str], document: DocumentId | None) -> None:
        """Look a phrase up.

        Args:
            phrase: Words of a text; empty to type them.
            source: Their language.
            languages: Languages of the library, the best one for the translations first.
            document: The document to search for unusual translations; None if there is none.
        """
        self._document = document
        self.odd_button.setEnabled(document is not None)
        for combo, chosen in ((self.from_combo, source), (self.to_combo, next(iter(languages), ""))):
            combo.clear()
            for code in dict.fromkeys((*languages, source)):
                combo.addItem(terms.language_name(code), code)
            combo.setCurrentIndex(combo.findData(chosen))
        self.phrase_edit.setText(phrase)
        if phrase.strip():
            self.run()
        else:
            self.phrase_edit.setFocus()

    def run(self) -> None:
        phrase, source, target = self.phrase_edit.text().strip(), *self._languages()
        if not phrase or source == target:
            self._say(self.tr("Type some words and choose two languages."))
            return
        find = self._context.desk.translations.concordance.find
        self._newest.run(
            lambda _: find(phrase, source, target, patient=False),
            self.show_concordance,
            self._context.notify.show_error,
        )

    def find_odd(self) -> None:
        document, (source, target) = self._document, self._languages()
        if document is None or source == target:
            return
        self._say(self.tr("Comparing the two versions…"))
        odd = self._context.desk.translations.concordance.odd_renderings
        self._newest.run(lambda _: odd(document, source, target), self._show_odd, self._context.notify.show_error)

    def _languages(self) -> tuple[str, str]:
        return str(self.from_combo.currentData() or ""), str(self.to_combo.currentData() or "")

    # Content

    def show_concordance(self, found: Concordance) -> None:
        groups = []
        for rendering, pairs in found.groups():
            usual = self.tr("usual") if pairs[0].is_usual else self.tr("exception")
            words = rendering.text if rendering else self.tr("Other wording")
            groups.append((HitGroup(words, usual, None, rendering.count if rendering else len(pairs)), pairs, found))
        self._show((found,), groups)
        if found.pairs:
            count = terms.format_count(len(found.pairs), self.tr("1 passage"), self.tr("{n} passages"))
            if found.total > len(found.pairs):
                of_all = self.tr("{passages} of {all}")
                count = of_all.format(passages=count, all=terms.format_number(found.total))
            unusual = sum(not pair.is_usual for pair in found.pairs)
            self._say(self.tr("{passages}, {n} not as usual").format(passages=count, n=unusual))
        elif self._context.desk.translations.learning.can_translate():
            self._say(self.tr("These words do not occur in a document that the library has in both languages."))
        else:
            self._say(self.tr("Nothing to compare yet. Import a document in two languages."))

    def _show_odd(self, found: Sequence[Concordance]) -> None:
        groups = []
        for odd in found:
            usual = odd.usual and self.tr("usually “{words}” ({n})").format(words=odd.usual.text, n=odd.usual.count)
            groups.append((HitGroup(odd.phrase, usual or "", None, len(odd.pairs)), odd.pairs, odd))
        self._show(found, groups)
        none = self.tr("No unusual translations were found.")
        self._say(terms.format_count(len(found), self.tr("1 phrase"), self.tr("{n} phrases")) if found else none)

    def _show(
        self, found: Sequence[Concordance], groups: Sequence[tuple[HitGroup, Sequence[PassagePair], Concordance]]
    ) -> None:
        """Show groups of passages, with the focus on the first passage."""
        self.found = tuple(found)
        self._rows_of = {}
        rows: list[Row] = []
        for head, pairs, concordance in groups:
            rows.append(head)
            for pair in pairs:
                self.model.members[pair.source.document] = pair.source.name
                for passage in (pair.source, pair.target):
                    self._rows_of[len(rows)] = pair, concordance, passage
                    name, place = passage.name, (passage.language, None, passage.address, passage.label)
                    words = (passage.text, passage.highlights, ())
                    rows.append(Hit(HitKind.PARAGRAPH, passage.document, name, name, "", *place, *words))
        self.model.set_rows(rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(self.model.first()))
            self.list.setFocus()

    def _say(self, text: str) -> None:
        self.message_label.setText(text)
        accessibility.announce(self.window(), text, about=self)

    # Actions on a passage

    def _current(self) -> tuple[PassagePair, Concordance, ConcordancePassage] | None:
        return self._rows_of.get(self.list.currentIndex().row())

    def _open(self) -> None:
        current = self._current()
        if current is not None:
            self._context.navigate.open_place(Place(current[2].document, current[2].address))

    def _reserve(self) -> None:
        """Write a linguistic reservation on the counterpart, and open it."""
        current = self._current()
        if current is None:
            return
        context, (pair, found, _) = self._context, current
        target, annotations = pair.target, context.desk.annotations
        words = [target.text[start:end] for start, end in target.highlights]
        text = f"{found.phrase} → {found.usual.text}" if found.usual and not pair.is_usual else found.phrase
        place = Place(target.document, target.address)
        made: list[Annotation] = []

        def write() -> Changes:
            kind = AnnotationKind.LINGUISTIC_RESERVATION
            made.append(annotations.new(place, kind, text=text, words=words[0] if words else None))
            return annotations.save(made[0])

        context.tasks.write(write, lambda _: context.navigate.open_annotation(made[0]))

    def _export(self) -> None:
        if not any(one.pairs for one in self.found):
            self._say(self.tr("There is no table to export."))
        else:
            self._context.navigate.show_export(ExportKind.CONCORDANCE, self.found, origin=self.name)


def open_concordance(context: Context) -> None:
    """Open the concordance with the words selected in the current text."""
    view = next(iter(context.navigate.pages(ConcordanceView)), None) or ConcordanceView(context)
    document = context.navigate.current_document() or next(iter(context.navigate.documents_in_front()), None)
    reader = context.navigate.current_reader()
    selected: Callable[[], str] = getattr(reader, "selected_words", str)
    phrase = " ".join(selected().split())
    desk = context.desk

    def load() -> tuple[str, list[str]]:
        source = desk.documents.get(document).header.language if document else terms.window_language()
        read = terms.reading_languages(context.settings.reading_languages)
        held, partners = desk.translations.learning.languages(), desk.translations.learning.partners(source)
        others = (code for code in held if code != source)
        return source, sorted(others, key=lambda code: (code not in partners, code not in read))

    context.navigate.show_page(view, view.name)
    context.tasks.read(load, lambda found: view.look_up(phrase, *found, document))
