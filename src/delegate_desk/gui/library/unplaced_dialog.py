"""Items that lost their place when a document was re-read: shown beside the text, to be fixed to a paragraph."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from delegate_desk.core.annotations.anchoring import UnanchoredItem
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Paragraph, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import clear_layout, label, make_card, set_part, while_alive
from delegate_desk.gui.widgets.labels import terms

_WIDTH, _HEIGHT = 420, 480
_WORDS = 24
_Listed = tuple[UnanchoredItem, Sequence[tuple[Paragraph, str]]]
"""What has no place, and where it may belong, each with the place in words."""


class UnplacedDialog(QDialog):
    """Lists annotations and position entries without a place; the window stays usable, to navigate to their place."""

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
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(16, 8, 16, 16)
        self._cards.setSpacing(8)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        set_part(area, "canvas")
        head = label(intro, "soft", wrap=True)
        head.setContentsMargins(16, 12, 16, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(head)
        layout.addWidget(area, 1)
        self.resize(_WIDTH, _HEIGHT)
        self.buttons: list[tuple[QPushButton, QPushButton]] = []
        self.proposed: list[QPushButton] = []
        tasks.changed.connect(self._on_changes)
        self._load()

    def _on_changes(self, changes: Changes) -> None:
        if changes:
            self._load()

    def _load(self) -> None:
        key, language = self._document, terms.window_language()
        self._tasks.read(lambda: _load(self._desk, key, language), while_alive(self, self._show))

    def _show(self, listed: Sequence[_Listed]) -> None:
        if not listed:
            self.close()
            return
        clear_layout(self._cards)
        self.buttons.clear()
        self.proposed.clear()
        for one, proposals in listed:
            self._cards.addWidget(self._card(one, proposals))
        self._cards.addStretch(1)
        (self.proposed[0] if self.proposed else self.buttons[0][0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, one: UnanchoredItem, proposals: Sequence[tuple[Paragraph, str]]) -> QWidget:
        frame, inside = make_card()
        kind = terms.kind_label(one.annotation.kind) if one.annotation else self.tr("Our position")
        said = one.annotation.text if one.annotation else one.item.proposal or one.item.comment if one.item else ""
        inside.addWidget(label(kind, "facet"))
        if said:
            inside.addWidget(label(said, "plain", wrap=True))
        inside.addWidget(label(_beginning(one.text), "quote", wrap=True))
        for unit, citation in proposals:
            take = QPushButton(self.tr("Attach to {place}").format(place=citation))
            take.setAutoDefault(False)
            take.setAccessibleName(f"{take.text()}: {kind}. {_beginning(unit.text)}")
            take.clicked.connect(lambda _=False, unit=unit: self._fix_to(one, unit.address))
            self.proposed.append(take)
            inside.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
            inside.addWidget(label(_beginning(unit.text), "soft", wrap=True))
        line = QHBoxLayout()
        fix = QPushButton(self.tr("Attach to Current Paragraph"))
        drop = QPushButton(self.tr("Discard"))
        for button in (fix, drop):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()}: {kind}")
            line.addWidget(button)
        line.addStretch(1)
        inside.addLayout(line)
        fix.clicked.connect(lambda: self._fix(one))
        drop.clicked.connect(lambda: self._tasks.write(lambda: self._desk.reparse.drop(one)))
        self.buttons.append((fix, drop))
        return frame

    def _fix(self, one: UnanchoredItem) -> None:
        here = self._here()
        if here is not None and here.document == self._document:
            self._fix_to(one, here.address)

    def _fix_to(self, one: UnanchoredItem, address: Address) -> None:
        self._tasks.write(lambda: self._desk.reparse.place(one, address))


def _load(desk: Desk, document: DocumentId, language: str) -> list[_Listed]:
    listed = desk.reparse.unplaced(document)
    return [
        (
            one,
            [
                (unit, desk.documents.citation(Place(document, unit.address), language))
                for unit in desk.reparse.proposals(one)
            ],
        )
        for one in listed
    ]


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
