"""Results of a search."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.errors import DeskError
from delegate_desk.core.search import (
    HitKind,
    QueryChange,
    QueryChip,
    SavedSearch,
    SearchResults,
    Sort,
    Suggestion,
    TypedQuery,
)
from delegate_desk.core.translations.translation import AcrossResults
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_search import Ui_Search
from delegate_desk.gui.search import facets_pane
from delegate_desk.gui.search.facets_pane import FacetsPane, QueryChips
from delegate_desk.gui.search.hit_list import HitList, family_of_hit
from delegate_desk.gui.tab_page import PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import handle_escape, set_part, show_text
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import column_geometry

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
        self._show_stemming(on=True)
        self._show_nothing()

    @override
    def state(self) -> PageState:
        enabled = frozenset({"action_facets", "action_across"})
        return PageState(marking=self.marking, text=key_bindings.results_hint(), side=self.facets, enabled=enabled)

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.SEARCH)

    @override
    def saved_entry(self) -> TabEntry:
        """Return the entry with the number of the query among the recent queries, which the library stores."""
        query, search = self.query.strip(), self._desk.search
        with suppress(DeskError):
            if query:
                if query not in search.recent():
                    search.remember(query)
                return replace(self.entry(), place=str(search.recent().index(query)))
        return self.entry()

    @property
    def marking(self) -> str | None:
        """Return the marking of the hits: ``LIMITE`` if any of them has it."""
        hits = self.results.hits if self.results else ()
        return next((hit.marking for hit in hits if hit.marking), None)

    # Queries

    def search(self, text: str) -> None:
        """Search for a text; the previous results stay until the answer comes."""
        if text != self.query:
            self.query = text
            self._limit = _FIRST
            self._newest_across.cancel()
            self._run_query()

    def search_saved(self, search: SavedSearch) -> None:
        """Run a saved search, with its order and its setting for endings."""
        combo, button = self.ui.sort_combo, self.ui.ending_button
        with QSignalBlocker(combo), QSignalBlocker(button):
            combo.setCurrentIndex(_SORTS.index(search.sort))
            button.setChecked(search.stemming)
        self._show_stemming(on=search.stemming)
        self.query = ""  # it is asked for even where it is what was asked last
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
        find = self._desk.search.find
        self._newest.run(
            lambda stopped: find(query, limit=limit, sort=sort, patient=False, stopped=stopped),
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
        if not self.hits.model.rowCount():
            text = self.tr("No results. Try fewer words, or the beginning of a word followed by <b>*</b>.")
            if results.is_partial or results.is_truncated:
                text = self.tr("No results so far.")
            elif not results.parsed_query.chips:
                text = self.tr("Type something to search for.")
            self._show_message(text)
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
        ui, understood = self.ui, results.parsed_query
        ui.head_widget.show()
        counts, elapsed = self._counts(results), self.tr("{ms} ms").format(ms=max(1, round(results.elapsed_ms)))
        ui.count_label.setText(" · ".join([*counts, elapsed]))
        said = self.tr("Understood as: {text}").format(text=understood.description)
        self.chips.show_chips(understood.chips)
        self.chips.setAccessibleDescription(said)
        lines = list(understood.hints)
        if understood.description and not understood.chips:
            lines.insert(0, said)
        show_text(ui.understood_label, "\n".join(lines))
        lacks = self._lacks(results)
        show_text(ui.notice_label, " ".join(lacks))
        text = ". ".join((", ".join(counts), *lacks))
        if not same or text != self._announced:
            accessibility.announce(ui.head_widget.window(), text, about=ui.head_widget)
        self._announced = text

    def _show_stemming(self, on: bool) -> None:
        self.ui.ending_button.setText(self.tr("all word forms") if on else self.tr("exact forms"))

    def _lacks(self, results: SearchResults) -> list[str]:
        """Return why there may be more than is shown, in one sentence each."""
        texts = []
        if results.is_partial:
            texts.append(self.tr("The search index is being rebuilt. Results are incomplete until this has finished."))
        elif results.pending_count:
            value = self.tr("1 recent change is not yet indexed.")
            many = self.tr("{n} recent changes are not yet indexed.")
            texts.append(terms.format_count(results.pending_count, value, many))
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
        named = {
            HitKind.ANNOTATION: (self.tr("1 note"), self.tr("{n} notes")),
            HitKind.POSITION: (self.tr("1 position entry"), self.tr("{n} position entries")),
            HitKind.INTERVENTION: (self.tr("1 intervention"), self.tr("{n} interventions")),
        }
        counts += [terms.format_count(kinds[kind], *forms) for kind, forms in named.items() if kinds[kind]]
        nothing = self.tr("No results so far") if results.is_partial or results.is_truncated else self.tr("No results")
        return counts or [nothing]

    # Changing the query

    def _on_facet_switched(self, facet: str, value: str, on: bool) -> None:
        search, language = self._desk.search, terms.window_language()
        change = search.with_value if on else search.without_value
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
            of = self.tr("{n} of {count}").format(n=terms.format_number(number), count=total)
            self.ui.position_label.setText(of if number else "")

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
