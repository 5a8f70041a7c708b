"""Originals: opening them in their program, re-reading, and placing items that lost their place."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.errors import DeskError
from delegate_desk.core.positions.position import UnanchoredItem
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import (
    Part,
    clear_layout,
    column_layout,
    confirm,
    label,
    make_card,
    message_box,
    push_button,
    row_layout,
    scroll_area,
    while_alive,
)
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.save_file_dialog import default_file, prompt_save

translate = QCoreApplication.translate


def open_original(parent: QWidget, desk: Desk, tasks: Tasks, key: DocumentId) -> None:
    def open_file(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def prompt_save_copy(document: LibraryDocument) -> None:
        more = translate(
            "originals",
            "This library is encrypted, so another program can open {name} only as an unencrypted copy. Choose where "
            "to save it; it stays there until you delete it.",
        ).format(name=document.file_name)
        box = message_box(
            translate("originals", "Save a copy that can be read without the passphrase?"),
            more,
            parent.window(),
            title=translate("originals", "Show the original"),
        )
        if not confirm(box, translate("originals", "Save a Copy…"), QMessageBox.ButtonRole.AcceptRole):
            return
        title = translate("originals", "Save Unencrypted Copy")
        chosen = prompt_save(parent.window(), title, default_file(document.file_name), "")
        if chosen is not None:
            tasks.read(lambda: desk.documents.save_original(document.id, chosen), lambda _: open_file(chosen))

    if desk.cipher.seals:
        tasks.read(lambda: desk.documents.get(key), prompt_save_copy)
    else:
        tasks.read(lambda: desk.documents.original(key), open_file)


_WIDTH, _HEIGHT = 420, 480
_WORDS = 24
_Listed = tuple[UnanchoredItem, Sequence[tuple[Paragraph, str]]]
"""Items without a place and their possible places, each with the place in words."""


class UnplacedDialog(QDialog):
    def __init__(
        self, desk: Desk, tasks: Tasks, document: DocumentId, here: Callable[[], Place | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._here = here
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unplaced Notes"))
        intro = self.tr(
            "Accept the suggested place, or go to the right paragraph and attach the note there. Nothing is lost."
        )
        inside = QWidget()
        self._cards = column_layout(within=inside, margins=(16, 8, 16, 16), spacing=8)
        head = label(intro, "soft", wrap=True)
        head.setContentsMargins(16, 12, 16, 0)
        column_layout(head, (scroll_area(inside), 1), within=self, margins=0)
        self.resize(_WIDTH, _HEIGHT)
        self.buttons: list[tuple[QPushButton, QPushButton]] = []
        self.proposed: list[QPushButton] = []
        tasks.changed.connect(self._on_changes)
        self._load()

    def _on_changes(self, changes: Changes) -> None:
        if changes:
            self._load()

    def _load(self) -> None:
        desk, document, language = self._desk, self._document, terms.window_language()

        def read() -> list[_Listed]:
            listed: list[_Listed] = []
            for item in desk.reparse.unplaced(document):
                units = desk.reparse.proposals(item)
                places = [desk.documents.citation(Place(document, unit.address), language) for unit in units]
                listed.append((item, list(zip(units, places, strict=True))))
            return listed

        self._tasks.read(read, while_alive(self, self._show))

    def _show(self, listed: Sequence[_Listed]) -> None:
        if not listed:
            self.close()
            return
        clear_layout(self._cards)
        self.buttons.clear()
        self.proposed.clear()
        for item, proposals in listed:
            self._cards.addWidget(self._card(item, proposals))
        self._cards.addStretch(1)
        (self.proposed[0] if self.proposed else self.buttons[0][0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, item: UnanchoredItem, proposals: Sequence[tuple[Paragraph, str]]) -> QWidget:
        kind = terms.kind_label(item.annotation.kind) if item.annotation else self.tr("Our position")
        text = item.annotation.text if item.annotation else item.item.proposal or item.item.comment if item.item else ""
        texts = ((kind, "facet"), (text, "plain"), (_beginning(item.text), "quote"))
        parts: list[Part] = [label(text, part, wrap=part != "facet") for text, part in texts if text]
        for unit, citation in proposals:
            fix_here = partial(self._fix, item, Place(self._document, unit.address))
            take = push_button(self.tr("Attach to {place}").format(place=citation), fix_here, default=False)
            take.setAccessibleName(f"{take.text()}: {kind}. {_beginning(unit.text)}")
            self.proposed.append(take)
            parts += [(take, 0, Qt.AlignmentFlag.AlignLeft), label(_beginning(unit.text), "soft", wrap=True)]
        drop_item = partial(self._tasks.write, lambda: self._desk.reparse.drop(item))
        fix = push_button(self.tr("Attach to Current Paragraph"), lambda: self._fix(item, self._here()), default=False)
        drop = push_button(self.tr("Discard"), drop_item, default=False)
        for button in (fix, drop):
            button.setAccessibleName(f"{button.text()}: {kind}")
        self.buttons.append((fix, drop))
        return make_card(*parts, row_layout(fix, drop, None))[0]

    def _fix(self, item: UnanchoredItem, place: Place | None) -> None:
        if place is not None and place.document == self._document:
            self._tasks.write(lambda: self._desk.reparse.place(item, place.address))


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


class ReparseController(Controller):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._queue: deque[LibraryDocument] = deque()
        self._total = 0
        self._errors: list[DeskError] = []

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "action_reread": self.reparse_current,
            "action_reread_outdated": self.reparse_outdated,
            "action_unplaced": self.show_unplaced,
        }

    def reparse_current(self) -> None:
        key = self._navigate.current_document()
        if key is not None:
            self._start_batch([self._desk.documents.get(key)])

    def reparse_outdated(self) -> None:
        self._tasks.read(self._desk.reparse.list_outdated, self._on_outdated_found)

    def stop(self) -> None:
        """Stop re-reading; documents already re-read stay so."""
        self._queue.clear()

    def show_unplaced(self) -> None:
        key = self._navigate.current_document()
        if key is not None:
            UnplacedDialog(self._desk, self._tasks, key, self._navigate.current_place, self._window).show()

    def _on_outdated_found(self, outdated: Sequence[LibraryDocument]) -> None:
        if outdated:
            self._start_batch(outdated)
        else:
            sentence = self.tr("All documents are up to date with this version.")
            self._notify.show_notice(self.tr("Nothing to re-import"), [sentence])

    def _start_batch(self, documents: Sequence[LibraryDocument]) -> None:
        if self._total:  # one batch at a time
            return
        self._tasks.flush()
        self._queue.extend(documents)
        self._total = len(documents)
        self._next()

    def _next(self) -> None:
        if not self._queue:
            refused, self._errors, self._total = self._errors, [], 0
            self._notify.hide_progress()
            if refused:
                sentences = [explain(error) for error in refused]
                self._notify.show_notice(self.tr("Some documents were not re-imported"), sentences)
            return
        document, rereading, tasks = self._queue.popleft(), self._desk.reparse, self._tasks
        self._notify.show_import(document.name, self._total - len(self._queue) - 1, self._total)
        tasks.read(
            lambda: rereading.read(document.id),
            lambda read: tasks.write(
                lambda: rereading.renew(document.id, read),
                lambda _: self._next(),
                failed=self._on_reparse_failed,
                behind=True,
            ),
            failed=self._on_reparse_failed,
        )

    def _on_reparse_failed(self, error: Exception) -> None:
        if self._tasks.is_known(error):
            self._errors.append(error)
        self._next()
