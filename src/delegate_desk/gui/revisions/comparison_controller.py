"""Comparisons and amended acts in the window: choosing the texts, and the commands of their tabs."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, cast

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.library.document_chooser_dialog import Choices, DocumentChooserDialog
from delegate_desk.gui.reader.reader_commands import READINGS, WRITING_COMMANDS, next_reading, show_reading
from delegate_desk.gui.tab_page import TabEntry, TabKind, TabPage, TabType
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.filter_dialog import choose_below
from delegate_desk.gui.widgets.jobs import LatestOnly

if TYPE_CHECKING:
    from delegate_desk.gui.revisions.amended_view import AmendedView
    from delegate_desk.gui.revisions.comparison_view import ComparisonView


class ComparisonController(Controller):
    def __init__(self, context: Context, files: Callable[[], Any]) -> None:
        """Initialise; ``files`` returns the controller of the paragraph's file, which keys of a view write into."""
        super().__init__(context)
        self._files = files
        self._questions = LatestOnly(context.tasks, self)
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

        entry = TabEntry(TabKind.COMPARISON, (int(old), int(new)))  # an amended act has the same two
        view = next((view for view in self._navigate.pages(ComparisonView) if view.entry() == entry), None)
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

        view = next((view for view in self._navigate.pages(NoComparisonView) if view.document == document), None)
        if view is None:
            view = NoComparisonView(self._desk, self._tasks, document)
            view.import_button.clicked.connect(self._navigate.action("action_bring_in").trigger)
            view.compare_button.clicked.connect(self.compare_with)
        self._navigate.show_page(view)

    # Choosing the texts

    def compare_with_previous(self, document: DocumentId | None = None) -> None:
        """Compare a document with its previous revision, the first with the next; by default the current document."""
        document = document or self.document()
        if document is not None:
            find = self._desk.comparisons.previous
            self._questions.run(lambda _: find(document), lambda pairs: self._on_previous_found(document, pairs))

    def _on_previous_found(self, document: DocumentId, pairs: list[tuple[LibraryDocument, LibraryDocument]]) -> None:
        for held in (held for pair in pairs for held in pair):
            self._navigate.note_unlisted(held)  # its tab is that of its family at once, not when the list has it
        if len(pairs) == 1:
            self._navigate.open_comparison(pairs[0][0].id, pairs[0][1].id)
        elif pairs:
            later = {old.id: new.id for old, new in pairs}
            compare, among = self._navigate.open_comparison, [old for old, _ in pairs]
            DocumentChooserDialog(
                self._context, document, lambda chosen: compare(chosen.id, later[chosen.id]), lambda _: among
            ).open()
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

        self._questions.run(lambda _: find(place.document), show)

    def _choose_counterpart(self, view: ComparisonView) -> None:
        """Offer what the newer document can be compared with: its revisions, its languages, any other document."""
        from delegate_desk.gui.widgets.labels.comparison import counterpart_name

        desk, old, new = self._desk, view.old, view.new

        def find(_: Callable[[], bool]) -> list[LibraryDocument]:
            document, languages = self._other_languages(new)
            return [document, *desk.comparisons.revisions(new), *languages, desk.documents.get(old)]

        def show_choices(documents: list[LibraryDocument]) -> None:
            document, by_id = documents[0], {text.id: text for text in documents[1:] if text.id != new}
            choices: list[tuple[str, object]] = [(counterpart_name(text, document), key) for key, text in by_id.items()]
            choices.append((self.tr("Another document…"), ""))

            def compare(other: DocumentId | Literal[""]) -> None:
                if other:
                    self.open_pair(document, by_id[other])
                else:
                    self.compare_with()

            choose_below(view.ui.counterpart_button, choices, old).chosen.connect(compare)

        self._questions.run(find, while_alive(view, show_choices))

    def compare_with(self) -> None:
        selection = self._navigate.library_selection()
        if self._navigate.is_library_focused() and len(selection) == 2:
            self.open_pair(*selection)
            return
        document = self.document()
        if document is not None:
            dialog = DocumentChooserDialog(
                self._context, document, lambda other: self.open_pair(dialog.document, other)
            )
            dialog.open()

    def compare_languages(self) -> None:
        document = self.document()
        if document is None:
            return
        compare = self._navigate.open_comparison

        def show(versions: tuple[LibraryDocument, list[LibraryDocument]]) -> None:
            current, others = versions
            if len(others) == 1:
                compare(current.id, others[0].id)
            elif others:
                DocumentChooserDialog(
                    self._context, current.id, lambda other: compare(current.id, other.id), lambda _: others
                ).open()
            else:
                text = self.tr("{name} is not in the library in any other language").format(name=current.name)
                self._notify.show_notice(text)

        self._questions.run(lambda _: self._other_languages(document), show)

    def open_pair(self, document: LibraryDocument, other: LibraryDocument) -> None:
        old, new = sorted((document, other), key=age) if document.name != other.name else (document, other)
        self._navigate.open_comparison(old.id, new.id)

    def _other_languages(self, document: DocumentId) -> tuple[LibraryDocument, list[LibraryDocument]]:
        """Return a document, and its latest import in each other language; on another thread."""
        current = self._desk.documents.get(document)
        versions = sorted(self._desk.documents.versions(document), key=lambda version: version.id)
        latest = {version.header.language: version for version in versions}
        return current, [latest[code] for code in sorted(latest) if code != current.header.language]

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
            view.named.connect(partial(navigate.rename_page, view))
        navigate.show_page(view, self.tr("Amended act"))
        return view

    def _amend_current(self) -> None:
        """Apply the current document to the act that its title names; with several, ask which."""
        document, find = self._navigate.current_document(), self._desk.amending.candidates
        if document is None:
            return

        def choose(acts: list[LibraryDocument]) -> None:
            if len(acts) == 1:
                self.open_amended(acts[0].id, document)
                return
            all_documents = self._desk.documents.all
            hint = self.tr("The act that {name} amends: type a reference or words from the subject")
            self._ask(
                document,
                lambda current: acts or [other for other in all_documents() if other.id != current.id],
                hint,
                lambda base: self.open_amended(base, document),
            )

        self._questions.run(lambda _: find(document), choose)

    def _choose_further(self, view: AmendedView) -> None:
        all_documents, texts = self._desk.documents.all, (view.old, *view.amending)

        def among(base: LibraryDocument) -> list[LibraryDocument]:
            language = base.header.language
            return [act for act in all_documents() if act.id not in texts and act.header.language == language]

        hint = self.tr("The act that amends {name} next: type a reference or words from the subject")
        self._ask(view.old, among, hint, lambda further: self.open_amended(view.old, *view.amending, further))

    def _ask(self, document: DocumentId, among: Choices, hint: str, use: Callable[[DocumentId], object]) -> None:
        title = self.tr("Amended act")
        DocumentChooserDialog(self._context, document, lambda act: use(act.id), among, title=title, hint=hint).open()

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
            is_single = cast("ComparisonView", view).ui.columns_button.isChecked()
            self._navigate.action("action_one_column").setChecked(is_single)


def age(document: LibraryDocument) -> tuple[datetime.date, int, int]:
    """Return the key that sorts documents, the oldest first."""
    reference = document.header.reference
    return document.header.date or datetime.date.min, reference.revision if reference else 0, document.id
