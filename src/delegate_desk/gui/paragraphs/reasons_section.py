"""Section on the recitals of an article, the articles of a recital, and the terms that they define."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address, LibraryDocument, Place
from delegate_desk.core.documents.explanations import DefinedTerm, RelatedUnit
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import FileSection, in_color, place_from_link, place_link, translate
from delegate_desk.gui.paragraphs.paragraph_context import ParagraphContext
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import clear_layout, link_label
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms

_PAUSE = 300
"""Milliseconds that a paragraph is current before the links of its document are computed."""
_LONGEST = 110  # characters

Links = Mapping[Address, Sequence[RelatedUnit]]


class ReasonsSection(FileSection):
    """Recitals and articles that belong together by their words; those of a document are computed once."""

    key = "reasons"
    folded_under = 1400

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Recitals, articles and terms"), parent)
        self._desk = desk
        self._loader = LatestOnly(tasks, self)
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._loading: LibraryDocument | None = None
        self._loaded: tuple[LibraryDocument, Links, Sequence[DefinedTerm]] | None = None
        self._words = ""
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._load)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        self._paragraphs = [context for context in paragraphs if context.place.address.startswith(("art_", "rec_"))]
        self._timer.stop()
        self._show_links()
        if self._paragraphs and self._links() is None:
            self._timer.start()

    def show_words(self, words: str) -> None:
        """Show first the whole definitions of terms that some words of the paragraph are, or are a part of."""
        if words != self._words:
            self._words = words
            self._show_links()

    def _load(self) -> None:
        document = self._paragraphs[0].document if self._paragraphs else None
        if document is None or (self._loader.is_busy and document == self._loading):
            return
        self._loading = document
        recitals_and_terms = self._desk.documents.recitals_and_terms
        self._loader.run(lambda _: (document, *recitals_and_terms(document.id)), self._show)

    def _show(self, loaded: tuple[LibraryDocument, Links, Sequence[DefinedTerm]]) -> None:
        if not self._paragraphs or self._paragraphs[0].document == loaded[0]:
            self._loaded = loaded
            self._show_links()

    def _links(self) -> tuple[Links, Sequence[DefinedTerm]] | None:
        """Return the links and the terms of the current document; None while they are not computed."""
        if self._loaded is None or not self._paragraphs or self._loaded[0] != self._paragraphs[0].document:
            return None
        return self._loaded[1:]

    def _show_links(self) -> None:
        clear_layout(self.body_layout)
        count = 0
        links, all_terms = self._links() or ({}, ())
        for context in self._paragraphs:
            related = links.get(Address(context.place.address.partition("__")[0]), ())
            entries = list(self._asked_definitions(context, all_terms))
            entries += [self._entry(context.place, unit.address, unit.label, unit.text) for unit in related]
            entries += self._terms(context, all_terms)
            self.add_entries(entries, context, is_named=len(self._paragraphs) > 1)
            count += len(entries)
        self.show_entries(count)

    def _asked_definitions(self, context: ParagraphContext, all_terms: Sequence[DefinedTerm]) -> Iterator[QWidget]:
        """Return the complete definitions of the requested terms, while their words are in the paragraph."""
        text = (context.own.source if context.own else None) or ""
        for defined in all_terms if self._words and self._words in text else ():
            if defined.is_in(text) and defined.has_words(self._words):
                yield self._entry(
                    context.place, defined.unit.address, terms.quote(defined.term), defined.unit.text, whole=True
                )

    def _terms(self, context: ParagraphContext, all_terms: Sequence[DefinedTerm]) -> Iterator[QWidget]:
        """The definitions of the terms in a paragraph; of its own and those below, if and where they are used."""
        own = context.place.address
        text = (context.own.source if context.own else None) or ""
        for defined in all_terms:
            unit = defined.unit
            if unit.address != own and not unit.address.startswith(f"{own}__"):
                if defined.is_in(text):
                    yield self._entry(context.place, unit.address, terms.quote(defined.term), unit.text)
            elif not defined.uses:
                told = translate("context", "This term is not used in the articles.")
                yield self._entry(context.place, unit.address, terms.quote(defined.term), told)
            elif defined.early:
                told = translate("context", "used before it is defined")
                yield self._entry(context.place, defined.early[0], terms.quote(defined.term), told)

    def _entry(self, place: Place, address: Address, name: str, text: str, *, whole: bool = False) -> QWidget:
        shown = link_label("plain")
        link = place_link(Place(place.document, address), name)
        told = text if whole else shorten(text, _LONGEST, placeholder="…")
        shown.setText(f"{link} {in_color(told, 'soft')}")
        shown.linkActivated.connect(lambda link: self.opened.emit(place_from_link(link)))
        shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return shown
