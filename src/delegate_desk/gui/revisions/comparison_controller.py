"""Comparisons and amended acts in the window: choosing the texts, and the commands of their tabs."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, cast

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.library.document_chooser_dialog import choose_document
from delegate_desk.gui.reader.reader_commands import READINGS, WRITING_COMMANDS, next_reading, show_reading
from delegate_desk.gui.tab_page import TabEntry, TabKind, TabPage, TabType
from delegate_desk.gui.widgets.filter_dialog import choose_below

if TYPE_CHECKING:
    from delegate_desk.gui.revisions.amended_view import AmendedView
    from delegate_desk.gui.revisions.comparison_view import ComparisonView


class ComparisonController(Controller):
    def __init__(self, context: Context, files: Callable[[], Any]) -> None:
        """Initialise; ``files`` returns the controller of the paragraph's file, which keys of a view write into."""
        super().__init__(context)
        self._files = files
        context.navigate.page_changed.connect(self._tick_columns)

    def tab_types(self) -> list[TabType]:
        one_column = self._navigate.action("action_one_column")
        shared: dict[str, Callable[[Any], object]] = {
            "action_next": lambda view: view.page.step(1),
            "action_previous": lambda view: view.page.step(-1),
            "action_next_change": lambda view: view.page.step_change(1),
            "action_previous_change": lambda view: view.page.step_change(-1),
            "action_one_column": lambda view: view.ui.columns_button.setChecked(one_column.isChecked()),
            **WRITING_COMMANDS,
        }
        comparison: dict[str, Callable[[Any], object]] = {
            **shared,
            "action_export": self.export,
            "action_next_reading": lambda view: view.show_view(next_reading(view.reading)),
            **{name: partial(show_reading, reading) for name, reading in READINGS.items()},
        }
        amended = {**shared, "action_export": self._export_amended}
        return [
            TabType(TabKind.COMPARISON, self._restore, (int,), comparison, has_more_keys=True),
            TabType(
                TabKind.AMENDED,
                lambda entry: self.open_amended(*entry.documents),
                (int, int),
                amended,
                has_more_keys=True,
            ),
        ]

    def open(self, old: DocumentId, new: DocumentId) -> ComparisonView:
        """Show the comparison of two documents, in its existing tab or in a new tab."""
        from delegate_desk.gui.revisions.comparison_view import ComparisonView

        wanted = TabEntry(TabKind.COMPARISON, (int(old), int(new)))  # an amended act is of the same two
        view = next((view for view in self._navigate.pages(ComparisonView) if view.entry() == wanted), None)
        if view is None:
            view = ComparisonView(self._desk, self._tasks, old, new)
            self._connect_view(view)
            view.ui.counterpart_button.clicked.connect(partial(self._choose_counterpart, view))
        self._navigate.show_page(view)
        return view

    def _restore(self, entry: TabEntry) -> None:
        old, *others = entry.documents
        if not others:
            self._show_none(old)
        else:
            view = self.open(old, *others)
            if entry.place:
                view.follow(Address(entry.place))

    def _show_none(self, document: DocumentId) -> None:
        """Show that a document has no other revision to be compared with, and what can be done."""
        from delegate_desk.gui.revisions.comparison_view import NoComparisonView

        view = next((view for view in self._navigate.pages(NoComparisonView) if view.document.id == document), None)
        if view is None:
            view = NoComparisonView(self._desk.documents.get(document))
            view.import_button.clicked.connect(self._navigate.action("action_bring_in").trigger)
            view.compare_button.clicked.connect(self.compare_with)
        self._navigate.show_page(view)

    # Choosing the texts

    def compare_with_previous(self, document: DocumentId | None = None) -> None:
        """Compare a document with its previous revision, the first with the next; by default the current document."""
        document = document or self.document()
        if document is not None:
            find = self._desk.comparisons.previous
            self._tasks.read(lambda: find(document), lambda pairs: self._on_previous_found(document, pairs))

    def _on_previous_found(self, document: DocumentId, pairs: list[tuple[LibraryDocument, LibraryDocument]]) -> None:
        if len(pairs) == 1:
            self._navigate.open_comparison(pairs[0][0].id, pairs[0][1].id)
        elif pairs:
            later = {old.id: new.id for old, new in pairs}
            open_pair = self._navigate.open_comparison
            among = [old for old, _ in pairs]
            choose_document(self._context, document, lambda held: open_pair(held.id, later[held.id]), among)
        else:
            self._show_none(document)

    def _compare_paragraph(self) -> None:
        """Compare the current paragraph of a text with the previous revision, unless there is none."""
        place, find = self._navigate.current_place(), self._desk.comparisons.previous
        if place is None:
            return

        def show(pairs: list[tuple[LibraryDocument, LibraryDocument]]) -> None:
            if pairs:
                self._on_previous_found(place.document, pairs)
            else:
                self._notify.pass_by(self.tr("The library has no other revision of this document"))
            if len(pairs) == 1:
                self.open(pairs[0][0].id, pairs[0][1].id).go_to_place(place)

        self._tasks.read(lambda: find(place.document), show)

    def _choose_counterpart(self, view: ComparisonView) -> None:
        """Offer what the newer document can be compared with: its revisions, its languages, any other document."""
        from delegate_desk.gui.widgets.labels.comparison import counterpart_name

        document = self._desk.documents.get(view.new)
        languages = self._other_languages(view.new)
        found = {held.id: held for held in (*self._desk.comparisons.revisions(view.new), *languages)}
        found.setdefault(view.old, self._desk.documents.get(view.old))
        choices: list[tuple[str, object]] = [
            (counterpart_name(held, document), key) for key, held in found.items() if key != view.new
        ]
        choices.append((self.tr("Another document…"), ""))

        def compare(other: DocumentId | Literal[""]) -> None:
            if other:
                self.open_pair(document, self._desk.documents.get(other))
            else:
                self.compare_with()

        choose_below(view.ui.counterpart_button, choices, view.old).chosen.connect(compare)

    def compare_with(self) -> None:
        two = self._navigate.library_selection()
        if self._navigate.is_library_focused() and len(two) == 2:
            self.open_pair(*two)
            return
        document = self.document()
        if document is not None:
            choose_document(self._context, document, partial(self.open_pair, self._desk.documents.get(document)))

    def compare_languages(self) -> None:
        document = self.document()
        if document is None:
            return
        others = self._other_languages(document)
        if len(others) == 1:
            self._navigate.open_comparison(document, others[0].id)
        elif others:
            compare = self._navigate.open_comparison
            choose_document(self._context, document, lambda held: compare(document, held.id), others)
        else:
            name = self._desk.documents.get(document).name
            self._notify.show_notice(self.tr("{name} is not in the library in any other language").format(name=name))

    def open_pair(self, document: LibraryDocument, other: LibraryDocument) -> None:
        old, new = sorted((document, other), key=age) if document.name != other.name else (document, other)
        self._navigate.open_comparison(old.id, new.id)

    def _other_languages(self, document: DocumentId) -> list[LibraryDocument]:
        language = self._desk.documents.get(document).header.language
        versions = sorted(self._desk.documents.versions(document), key=lambda held: held.id)
        latest = {version.header.language: version for version in versions}
        return [latest[code] for code in sorted(latest) if code != language]

    def document(self) -> DocumentId | None:
        navigate = self._context.navigate
        pair = navigate.documents_in_front()
        document = pair[1] if len(pair) > 1 else navigate.current_document()
        if document is not None:
            return document
        chosen = self._navigate.library_selection()
        return chosen[0].id if chosen and chosen[0].trashed is None else None

    # Content of the tab

    def _connect_view(self, view: ComparisonView) -> None:
        view.opened.connect(self._navigate.open_place)
        self._files().connect_reader(view)
        view.size_changed.connect(self._navigate.set_reading_size)
        view.ui.columns_button.toggled.connect(self._navigate.action("action_one_column").setChecked)

    def export(self, view: ComparisonView) -> None:
        if view.compared is not None and view.is_shown:
            comparison = view.compared.comparison
            self._navigate.show_export(ExportKind.COMPARISON, comparison, origin=self.tr("Compare"))

    # Amended acts

    def open_amended(self, base: DocumentId, *amending: DocumentId) -> AmendedView:
        """Show an act as amended by one or more acts in order, in its existing tab or in a new tab."""
        from delegate_desk.gui.revisions.amended_view import AmendedView

        navigate = self._navigate
        views = navigate.pages(AmendedView)
        view = next((view for view in views if (view.old, view.amending) == (base, amending)), None)
        if view is None:
            view = AmendedView(self._desk, self._tasks, base, amending)
            self._connect_view(view)
            view.further_requested.connect(partial(self._choose_further, view))
        name = self._desk.documents.get(base).name
        navigate.show_page(view, self.tr("Amended · {name}").format(name=name))
        return view

    def _amend_current(self) -> None:
        """Apply the current document to the act that its title names; with several, ask which."""
        document, find = self._navigate.current_document(), self._desk.amending.candidates
        if document is None:
            return

        def choose(found: list[LibraryDocument]) -> None:
            if len(found) == 1:
                self.open_amended(found[0].id, document)
                return
            among = found or [held for held in self._desk.documents.all() if held.id != document]
            hint = self.tr("The act that {name} amends: type a reference or words from the subject")
            self._ask(document, among, hint, lambda base: self.open_amended(base, document))

        self._tasks.read(lambda: find(document), choose)

    def _choose_further(self, view: AmendedView) -> None:
        shown = self._desk.documents.get(view.old)
        among = [
            held
            for held in self._desk.documents.all()
            if held.id not in (view.old, *view.amending) and held.header.language == shown.header.language
        ]
        hint = self.tr("The act that amends {name} next: type a reference or words from the subject")
        self._ask(view.old, among, hint, lambda further: self.open_amended(view.old, *view.amending, further))

    def _ask(
        self, document: DocumentId, among: list[LibraryDocument], hint: str, use: Callable[[DocumentId], object]
    ) -> None:
        title = self.tr("Amended act")
        choose_document(self._context, document, lambda held: use(held.id), among, title=title, hint=hint)

    def _export_amended(self, view: AmendedView) -> None:
        if view.act is not None and view.is_shown:
            self._navigate.show_export(ExportKind.AMENDED, view.act, origin=self.tr("Amended act"))

    # Commands

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_compare_previous": self.compare_with_previous,
            "action_compare_paragraph": self._compare_paragraph,
            "action_compare": self.compare_with,
            "action_compare_languages": self.compare_languages,
            "action_amended": self._amend_current,
        }

    def _tick_columns(self) -> None:
        view = self._navigate.current_page()
        entry = view.entry() if isinstance(view, TabPage) else None
        if entry is not None and entry.kind in (TabKind.COMPARISON, TabKind.AMENDED) and len(entry.keys) > 1:
            is_one = cast("ComparisonView", view).ui.columns_button.isChecked()
            self._navigate.action("action_one_column").setChecked(is_one)


def age(document: LibraryDocument) -> tuple[datetime.date, int, int]:
    """Return the key that sorts documents, the oldest first."""
    reference = document.header.reference
    return document.header.date or datetime.date.min, reference.revision if reference else 0, document.id
