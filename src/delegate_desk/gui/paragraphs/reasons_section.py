"""Section on the recitals of an article, and on the articles of a recital."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address, LibraryDocument, Place
from delegate_desk.core.documents.recital_links import RelatedUnit
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import FileSection, coloured, place_from_link, place_link, translate
from delegate_desk.gui.paragraphs.paragraph_context import ParagraphContext
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import clear_layout, link_label, while_alive

_PAUSE = 300
"""Milliseconds that a paragraph is current before the links of its document are worked out."""
_LONGEST = 110  # characters

Links = Mapping[Address, Sequence[RelatedUnit]]


class ReasonsSection(FileSection):
    """Recitals and articles that belong together by their words; those of a document are worked out once."""

    key = "reasons"
    folded_under = 1400

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Recitals and articles"), parent)
        self._desk = desk
        self._tasks = tasks
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._loaded: tuple[LibraryDocument, Links] | None = None
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._load)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        self._paragraphs = [context for context in paragraphs if context.place.address.startswith(("art_", "rec_"))]
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._timer.stop()
        if self._paragraphs and (self._loaded is None or self._loaded[0] != self._paragraphs[0].document):
            self.show_nothing()
            self._timer.start()
        else:
            self._show_links()

    def _load(self) -> None:
        document = self._paragraphs[0].document if self._paragraphs else None
        if document is None:
            return

        def load() -> tuple[LibraryDocument, Links]:
            return document, self._desk.cross_references.recitals_and_articles(document.id)

        self._job = self._tasks.read(load, while_alive(self, self._show))

    def _show(self, loaded: tuple[LibraryDocument, Links]) -> None:
        self._job, self._loaded = None, loaded
        self._show_links()

    def _show_links(self) -> None:
        clear_layout(self.body_layout)
        count = 0
        for context in self._paragraphs:
            address = Address(context.place.address.partition("__")[0])
            related = self._loaded[1].get(address, ()) if self._loaded else ()
            entries = [self._entry(context.place, unit) for unit in related]
            self.add_entries(entries, context, is_named=len(self._paragraphs) > 1)
            count += len(entries)
        if count:
            self.show_content(count)
        else:
            self.show_nothing()

    def _entry(self, place: Place, unit: RelatedUnit) -> QWidget:
        shown = link_label("plain")
        link = place_link(Place(place.document, unit.address), unit.label)
        shown.setText(f"{link} {coloured(shorten(unit.text, _LONGEST, placeholder='…'), 'soft')}")
        shown.linkActivated.connect(lambda link: self.opened.emit(place_from_link(link)))
        shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return shown
