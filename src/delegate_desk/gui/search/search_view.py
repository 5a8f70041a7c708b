"""Results of a search, and the concordance of a phrase."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QListView, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.core.search import (
    Hit,
    HitKind,
    QueryChange,
    QueryChip,
    SavedSearch,
    SearchResults,
    Sort,
    Suggestion,
    TypedQuery,
)
from delegate_desk.core.translations.translation import AcrossResults, Concordance, ConcordancePassage, PassagePair
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_search import Ui_Search
from delegate_desk.gui.search import facets_pane
from delegate_desk.gui.search.facets_pane import FacetsPane, QueryChips
from delegate_desk.gui.search.hit_list import HitDelegate, HitGroup, HitList, HitsModel, Row, family_of_hit
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    column_layout,
    handle_escape,
    label,
    row_layout,
    search_field,
    set_part,
    show_text,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import add_action, column_geometry, set_up_list

_FIRST = 30
"""Number of hits shown at first."""
_MORE = 400
_ACROSS = 20
"""Maximum number of hits in other languages shown."""
_SORTS = (Sort.RELEVANCE, Sort.DATE)


class SearchView(TabPage):
    help_page = "finding"
    query_changed = Signal(str)  # by a filter
    left = Signal()  # back to the box
    answered = Signal(object)  # SearchResults
    index_update_requested = Signal()
    saved = Signal(object)  # SavedSearch
    side_pane_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._newest = LatestOnly(tasks, self)
        self._newest_across = LatestOnly(tasks, self)
        self.across_languages: Callable[[], Sequence[str] | None] = lambda: None
        self.query = ""
        self.is_forgotten = False  # the library keeps no recent searches before the next query
        self._limit = _FIRST
        self._stale = self._rebuilt = self._enter_when_ready = False
        self.results: SearchResults | None = None
        self.typed_query = TypedQuery("")
        self._shown: tuple[object, ...] = ()
        self._announced = ""
        self.ui = Ui_Search()
        self.ui.setupUi(self)
        set_part(self, "paper")
        self.facets = FacetsPane()
        self.chips = QueryChips(self.ui.ending_button)
        self.ui.chips_layout.addWidget(self.chips)
        self.hits = HitList(self.ui.hit_list)
        ui = self.ui
        accessibility.set_tab_order(ui.sort_combo, (ui.ending_button, ui.name_edit, ui.hit_list))
        ui.sort_combo.currentIndexChanged.connect(self._run_query)
        ui.ending_button.toggled.connect(self._show_stemming)
        ui.ending_button.toggled.connect(self._run_query)
        ui.name_edit.installEventFilter(self)
        ui.name_edit.returnPressed.connect(self._save)
        self.facets.switched.connect(self._on_facet_switched)
        self.facets.cleared.connect(self._clear_filters)
        self.facets.left.connect(self.enter)
        self.chips.removed.connect(self._remove_chip)
        self.chips.left.connect(self.left)
        hits = self.hits
        hits.suggested.connect(self._apply_suggestion)
        hits.more_requested.connect(self._show_more)
        hits.chosen.connect(self._on_current_changed)
        hits.left.connect(self.left)
        self._show_stemming(is_on=True)
        self._show_nothing()

    @override
    def state(self) -> PageState:
        enabled = frozenset({"action_facets", "action_across"})
        return PageState(marking=self.marking, text=key_bindings.results_hint(), side=self.facets, enabled=enabled)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.SEARCH, place=self.query.strip())

    @property
    def marking(self) -> str | None:
        """Return the marking of the hits: ``LIMITE`` if any of them has it."""
        hits = self.results.hits if self.results else ()
        return next((hit.marking for hit in hits if hit.marking), None)

    # Queries

    def search(self, text: str) -> None:
        """Search for a text; the previous results stay until the answer comes."""
        if text != self.query:
            self.query, self.is_forgotten = text, False
            self._limit = _FIRST
            self._newest_across.cancel()
            self._run_query()

    def search_saved(self, search: SavedSearch) -> None:
        """Run a saved search, with its order and its setting for endings."""
        combo, button = self.ui.sort_combo, self.ui.ending_button
        with QSignalBlocker(combo), QSignalBlocker(button):
            combo.setCurrentIndex(_SORTS.index(search.sort))
            button.setChecked(search.stemming)
        self._show_stemming(is_on=search.stemming)
        self.query = ""  # so that the same query runs again
        self.search(search.query)

    def refresh(self) -> None:
        """Search again, now or when the view is next shown, after changes of the content."""
        if self.isVisible():
            self._run_query()
        else:
            self._stale = True

    def prompt_name(self) -> None:
        if self.query.strip():
            text = self.results.parsed_query.description if self.results else ""
            self.ui.head_widget.show()
            self.ui.name_edit.setText(text or self.query)
            self._show_name_field(shown=True)
            self.ui.name_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ui.name_edit.selectAll()

    def _show_name_field(self, *, shown: bool) -> None:
        self.ui.name_edit.setVisible(shown)
        self.ui.name_label.setVisible(shown)

    def _leave_name(self) -> None:
        self._show_name_field(shown=False)
        self.enter()

    def _run_query(self) -> None:
        self._stale = False
        if not self.query.strip():
            self._newest.cancel()
            self._show_nothing()
            return
        stemming, limit = self.ui.ending_button.isChecked(), self._limit
        query = TypedQuery(self.query, stemming=stemming, language=terms.window_language())
        sort = _SORTS[self.ui.sort_combo.currentIndex()]
        desk = self._desk
        self._newest.run(
            lambda stopped: desk.search.find(query, limit=limit, sort=sort, patient=False, stopped=stopped),
            lambda results: self._on_results(query, sort, results),
            self._fail,
        )

    def _show_more(self) -> None:
        self._limit += _MORE
        self._run_query()

    def _on_results(self, query: TypedQuery, sort: Sort, results: SearchResults) -> None:
        self._rebuilt = (self._rebuilt and not results.is_partial) or results.was_rebuilt
        shown = (query.text, query.stemming, sort)
        same = self.results is not None and shown == self._shown
        self.typed_query, self.results, self._shown = query, results, shown
        self.ui.empty_label.hide()
        self.ui.hit_list.show()
        self._show_head(results, same=same)
        self.hits.show(results, same=same)
        self.facets.show_facets(results.facets, results.parsed_query.chips)
        self._on_current_changed()
        if not self.hits.model.direct:
            text = self.tr("No results. Try fewer words, or the beginning of a word followed by <b>*</b>.")
            if results.is_partial or results.is_truncated:
                text = self.tr("No results so far.")
            elif not results.parsed_query.chips:
                text = self.tr("Type something to search for.")
            self._show_message(text, with_list=bool(self.hits.model.rowCount()))
        self.answered.emit(results)
        self.state_changed.emit()
        self._find_across(query, sort)
        if self._enter_when_ready:
            self._enter_when_ready = False
            self.hits.enter()
        if results.is_partial or results.pending_count:
            self.index_update_requested.emit()

    def _find_across(self, query: TypedQuery, sort: Sort) -> None:
        """Find the query's meaning in other languages, unless the delegate has hidden that."""
        languages = self.across_languages()
        if languages is None:
            self._newest_across.cancel()
            self.hits.model.show_across(None)
            return
        find = self._desk.translations.across.find
        self._newest_across.run(
            lambda stopped: find(query, limit=_ACROSS, sort=sort, reading=languages, patient=False, stopped=stopped),
            self._show_across,
            self._tasks.say_once,
        )

    def _show_across(self, found: AcrossResults) -> None:
        self.hits.model.show_across(found)
        if self.hits.model.rowCount():
            self.ui.hit_list.show()

    def _fail(self, error: Exception) -> None:
        self._show_message(self.tr("The search failed. The list still shows the previous results."), with_list=True)
        self._tasks.failed.emit(error)

    # Content

    def _show_nothing(self) -> None:
        self.results = None
        self._rebuilt = False
        self.hits.show(None)
        self.ui.head_widget.hide()
        self.facets.show_facets({})
        self._show_message(
            self.tr(
                "Type words, a phrase in quotes, or a filter such as <b>lang:el</b>, <b>after:2019-06</b> or "
                "<b>in:notes</b> into the box above."
            )
        )

    def _show_message(self, text: str, *, with_list: bool = False) -> None:
        self.ui.empty_label.setText(theme.semi_bold(text))
        self.ui.empty_label.show()
        self.ui.hit_list.setVisible(with_list)

    # Head

    def _show_head(self, results: SearchResults, *, same: bool) -> None:
        """Describe an answer; the same answer to the same query is not announced again."""
        ui, parsed = self.ui, results.parsed_query
        ui.head_widget.show()
        counts, elapsed = self._counts(results), self.tr("{ms} ms").format(ms=max(1, round(results.elapsed_ms)))
        ui.count_label.setText(" · ".join([*counts, elapsed]))
        description = self.tr("Understood as: {text}").format(text=parsed.description)
        self.chips.show_chips(parsed.chips)
        self.chips.setAccessibleDescription(description)
        lines = list(parsed.hints)
        if parsed.description and not parsed.chips:
            lines.insert(0, description)
        show_text(ui.understood_label, "\n".join(lines))
        notices = self._incompleteness(results)
        show_text(ui.notice_label, " ".join(notices))
        text = ". ".join((", ".join(counts), *notices))
        if not same or text != self._announced:
            accessibility.announce(ui.head_widget.window(), text, about=ui.head_widget)
        self._announced = text

    def _show_stemming(self, is_on: bool) -> None:
        self.ui.ending_button.setText(self.tr("all word forms") if is_on else self.tr("exact forms"))

    def _incompleteness(self, results: SearchResults) -> list[str]:
        """Return why there may be more than is shown, in one sentence each."""
        texts = []
        if results.is_partial:
            texts.append(self.tr("The search index is being rebuilt. Results are incomplete until this has finished."))
        elif results.pending_count:
            singular = self.tr("1 recent change is not yet indexed.")
            plural = self.tr("{n} recent changes are not yet indexed.")
            texts.append(terms.format_count(results.pending_count, singular, plural))
        if results.is_truncated and not results.is_partial:
            texts.append(self.tr("The search took too long; there may be more results."))
        if (results.was_rebuilt or self._rebuilt) and not results.is_partial:
            texts.append(
                self.tr("The search index was missing, damaged or from another version, and has been rebuilt.")
            )
        return texts

    def _counts(self, results: SearchResults) -> list[str]:
        shown = len(results.hits)
        if results.total > shown:
            hits = terms.format_count(results.total, self.tr("1 result"), self.tr("{n} results"))
            return [hits, terms.format_count(shown, self.tr("first result shown"), self.tr("first {n} shown"))]
        kinds = Counter(hit.kind for hit in results.hits)
        counts = []
        if kinds[HitKind.PARAGRAPH]:
            documents = len({family_of_hit(hit) for hit in results.hits if hit.kind is HitKind.PARAGRAPH})
            within = terms.format_count(documents, self.tr("1 document"), self.tr("{n} documents"))
            found = terms.format_count(kinds[HitKind.PARAGRAPH], self.tr("1 paragraph"), self.tr("{n} paragraphs"))
            counts.append(self.tr("{paragraphs} in {documents}").format(paragraphs=found, documents=within))
        labels = {
            HitKind.ANNOTATION: (self.tr("1 note"), self.tr("{n} notes")),
            HitKind.POSITION: (self.tr("1 position entry"), self.tr("{n} position entries")),
            HitKind.INTERVENTION: (self.tr("1 intervention"), self.tr("{n} interventions")),
        }
        counts += [terms.format_count(kinds[kind], *forms) for kind, forms in labels.items() if kinds[kind]]
        nothing = self.tr("No results so far") if results.is_partial or results.is_truncated else self.tr("No results")
        return counts or [nothing]

    # Changing the query

    def _on_facet_switched(self, facet: str, value: str, is_on: bool) -> None:
        search, language = self._desk.search, terms.window_language()
        change = search.with_value if is_on else search.without_value
        self._change_query(change(self.query, *facets_pane.filter_for_facet(facet, value), language=language))

    def _remove_chip(self, chip: QueryChip) -> None:
        self._change_query(self._desk.search.without(self.query, chip, language=terms.window_language()))

    def _clear_filters(self) -> None:
        query, chips = self.query, self.results.parsed_query.chips if self.results else ()
        for chip in reversed(chips):  # from the right, so that the offsets of the others stay
            if chip.field in facets_pane.FACET_FIELDS and not chip.is_excluded:
                query = self._desk.search.without(query, chip, language=terms.window_language())
        self._change_query(query)

    def _apply_suggestion(self, suggestion: Suggestion) -> None:
        if suggestion.change is QueryChange.STEMMING and not self.ui.ending_button.isChecked():
            self.ui.ending_button.setChecked(True)
        if suggestion.query != self.query:
            self._change_query(suggestion.query)

    def _change_query(self, query: str) -> None:
        self.query_changed.emit(query)
        self.search(query)

    def _save(self) -> None:
        name = " ".join(self.ui.name_edit.text().split())
        if name:
            self._leave_name()
            sort = _SORTS[self.ui.sort_combo.currentIndex()]
            self.saved.emit(SavedSearch(name, self.query, sort, self.ui.ending_button.isChecked()))

    # Selecting and opening

    def enter(self) -> None:
        """Focus the hits; during a search, when it is done."""
        self._enter_when_ready = self._newest.is_busy
        if not self._enter_when_ready:
            self.hits.enter()

    def switch_side(self) -> None:
        """Move the focus between the hits and the pane beside them."""
        if self.facets.has_keys():
            self.enter()
        else:
            self.side_pane_requested.emit()
            self.facets.enter()

    def _on_current_changed(self) -> None:
        if self.results is not None:
            number, total = self.hits.number(), terms.format_number(self.results.total)
            position = self.tr("{n} of {count}").format(n=terms.format_number(number), count=total)
            self.ui.position_label.setText(position if number else "")

    # Events

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the field for a name with Esc."""
        return handle_escape(event, self._leave_name)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._run_query()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = column_geometry(self.width())
        right = self.width() - left - width
        self.ui.head_layout.setContentsMargins(left + 22, 0, right + 12, 4)
        self.ui.empty_label.setContentsMargins(left, 0, right, 0)


class ConcordanceView(TabPage):
    """The renderings of a phrase, the usual one first, each passage with its counterpart."""

    help_page = "languages"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._newest = LatestOnly(context.tasks, self)
        self._passages: dict[int, tuple[PassagePair, Concordance, ConcordancePassage]] = {}
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
            self._report(self.tr("Type some words and choose two languages."))
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
        self._report(self.tr("Comparing the two versions…"))
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
            self._report(self.tr("{passages}, {n} not as usual").format(passages=count, n=unusual))
        elif self._context.desk.translations.learning.can_translate():
            self._report(self.tr("These words do not occur in a document that the library has in both languages."))
        else:
            self._report(self.tr("Nothing to compare yet. Import a document in two languages."))

    def _show_odd(self, found: Sequence[Concordance]) -> None:
        groups = []
        for odd in found:
            usual = odd.usual and self.tr("usually “{words}” ({n})").format(words=odd.usual.text, n=odd.usual.count)
            groups.append((HitGroup(odd.phrase, usual or "", None, len(odd.pairs)), odd.pairs, odd))
        self._show(found, groups)
        none = self.tr("No unusual translations were found.")
        self._report(terms.format_count(len(found), self.tr("1 phrase"), self.tr("{n} phrases")) if found else none)

    def _show(
        self, concordances: Sequence[Concordance], groups: Sequence[tuple[HitGroup, Sequence[PassagePair], Concordance]]
    ) -> None:
        """Show groups of passages, with the focus on the first passage."""
        self.found = tuple(concordances)
        self._passages = {}
        rows: list[Row] = []
        for head, pairs, concordance in groups:
            rows.append(head)
            for pair in pairs:
                self.model.members[pair.source.document] = pair.source.name
                for passage in (pair.source, pair.target):
                    self._passages[len(rows)] = pair, concordance, passage
                    name, place = passage.name, (passage.language, None, passage.address, passage.label)
                    words = (passage.text, passage.highlights, ())
                    rows.append(Hit(HitKind.PARAGRAPH, passage.document, name, name, "", *place, *words))
        self.model.set_rows(rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(self.model.first()))
            self.list.setFocus()

    def _report(self, text: str) -> None:
        self.message_label.setText(text)
        accessibility.announce(self.window(), text, about=self)

    # Actions on a passage

    def _current(self) -> tuple[PassagePair, Concordance, ConcordancePassage] | None:
        return self._passages.get(self.list.currentIndex().row())

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
        reservations: list[Annotation] = []

        def write() -> Changes:
            kind = AnnotationKind.LINGUISTIC_RESERVATION
            reservations.append(annotations.new(place, kind, text=text, words=words[0] if words else None))
            return annotations.save(reservations[0])

        context.tasks.write(write, lambda _: context.navigate.open_annotation(reservations[0]))

    def _export(self) -> None:
        if not any(concordance.pairs for concordance in self.found):
            self._report(self.tr("There is no table to export."))
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
        reading = terms.reading_languages(context.settings.reading_languages)
        languages, partners = desk.translations.learning.languages(), desk.translations.learning.partners(source)
        others = (code for code in languages if code != source)
        return source, sorted(others, key=lambda code: (code not in partners, code not in reading))

    context.navigate.show_page(view, view.name)
    context.tasks.read(load, lambda found: view.look_up(phrase, *found, document))
