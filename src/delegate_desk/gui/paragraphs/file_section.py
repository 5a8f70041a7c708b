"""Section of a paragraph's file: a foldable header, and the content or a quiet line."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from html import escape
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind, AnnotationStatus
from delegate_desk.core.documents.addresses import parent
from delegate_desk.core.documents.citations import ReferenceTarget
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Mention, Paragraph, Place
from delegate_desk.core.exchange.package import Person
from delegate_desk.core.meetings.allies import PlaceAllies
from delegate_desk.core.meetings.meeting import Intervention, MeetingId
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.core.positions.requested_wordings import apply_wording
from delegate_desk.core.revisions.comparison import CarriedItem, CarriedKind
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    column_layout,
    handle_escape,
    label,
    link_label,
    row_layout,
    set_part,
    set_property,
    show_text,
)
from delegate_desk.gui.widgets.display_widgets import ShortenedButton, ShortenedLabel
from delegate_desk.gui.widgets.labels import comparison, terms

NamedDocument = tuple[Mention, LibraryDocument | None, str]
"""A document cited by a paragraph, and the label of the footnote that cites it; empty for the paragraph itself."""


@dataclass(frozen=True, slots=True)
class CarryOrigin:
    carried: CarriedItem
    library_document: LibraryDocument
    citation: str

    @property
    def place(self) -> Place:
        return Place(self.library_document.id, self.carried.old)


@dataclass(frozen=True, slots=True)
class OwnPosition:
    """Our position on a paragraph.

    Attributes:
        document: Its document: another language version if only that has an entry.
        entry: Empty if there is none.
        source: The text it is drafted on; None for a new provision.
        origin: The document that it was carried over from.
        is_noted: True if the entry is taken from our notes and not in the position yet.
    """

    document: LibraryDocument
    entry: PositionEntry
    source: str | None
    position: Position
    origin: CarryOrigin | None = None
    is_noted: bool = False


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """The text of a paragraph in another language.

    Attributes:
        is_doubtful: True if the other text has only the parent of the paragraph.
    """

    document: LibraryDocument
    place: Place
    citation: str
    text: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphContext:
    """Everything on a paragraph except its comparison with other revisions, which takes longer.

    Attributes:
        revisions: The revisions of the document in its language, newest first.
        unit: The paragraph; None for the whole document, and for a provision that we add.
    """

    place: Place
    citation: str
    annotations: tuple[Annotation, ...]
    footnotes: tuple[Paragraph, ...]
    named: tuple[NamedDocument, ...]
    places: tuple[tuple[ReferenceTarget, str], ...]
    versions: tuple[TranslatedText, ...]
    tags: tuple[str, ...]
    mentions: tuple[tuple[Mention, LibraryDocument | None], ...]
    revisions: tuple[LibraryDocument, ...]
    other_version_annotations: tuple[tuple[LibraryDocument, Annotation], ...] = ()
    origins: Mapping[AnnotationId, CarryOrigin] = field(default_factory=dict)
    document: LibraryDocument | None = None
    interventions: tuple[tuple[Intervention, CarryOrigin | None], ...] = ()
    meeting_days: Mapping[MeetingId, date] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    own: OwnPosition | None = None
    delegation: str | None = None
    allies: PlaceAllies | None = None
    unit: Paragraph | None = None


def load_context(desk: Desk, place: Place, language: str, cached: ParagraphContext | None = None) -> ParagraphContext:
    """Load the context of a paragraph in the window's language, without what a known one of its document has already.

    Quick; safe on any thread.
    """
    unit = desk.documents.unit(place)
    calls = dict.fromkeys(call.note for call in unit.calls) if unit else {}
    notes = [desk.documents.unit(Place(place.document, note)) for note in calls]
    footnotes = tuple(note for note in notes if note)
    labels = {place.address: "", **{note.address: note.label for note in footnotes}}
    is_same = cached is not None and cached.place.document == place.document
    mentions = cached.mentions if cached and is_same else tuple(desk.documents.mentions(place.document))
    revisions = cached.revisions if cached and is_same else tuple(desk.comparisons.revisions(place.document))
    named = tuple(
        (mention, document, labels[mention.address])
        for mention, document in mentions
        if mention.address in labels and not (document and document.id == place.document)
    )
    versions = tuple(_language_texts(desk, place, language))
    others = _other_version_annotations(desk, place.address, [version.document for version in versions])
    tags = tuple(desk.annotations.tags())
    origins = [
        CarryOrigin(
            carried_from.carried,
            carried_from.old,
            desk.documents.citation(Place(carried_from.old.id, carried_from.carried.old), language),
        )
        for carried_from in desk.carryover.carried_to_place(place)
    ]
    annotations = tuple(desk.annotations.for_place(place))
    interventions = _interventions(desk, place, origins)
    days = {i.line.meeting: desk.meetings.get(i.line.meeting).date for i, _ in interventions}
    return ParagraphContext(
        place,
        desk.documents.citation(place, language) if unit else "",
        annotations,
        footnotes,
        named,
        _cited_places(desk, place, language),
        versions,
        tags,
        mentions,
        revisions,
        others,
        {AnnotationId(origin.carried.copy_id): origin for origin in origins if origin.carried.copy_id},
        desk.documents.get(place.document),
        interventions,
        {meeting: day for meeting, day in days.items() if day is not None},
        _people(desk),
        _own_position(desk, place, unit, [version.document for version in versions], annotations, origins),
        desk.positions.delegation(),
        desk.allies.at(place) if interventions else None,
        unit,
    )


def with_changed_annotations(desk: Desk, context: ParagraphContext, places: Collection[Place]) -> ParagraphContext:
    """Return a context with the annotations at some places loaded again. Safe on any thread."""
    own_annotations, others = context.annotations, context.other_version_annotations
    if context.place in places:
        own_annotations = tuple(desk.annotations.for_place(context.place))
    if any(place != context.place for place in places):
        versions = [version.document for version in context.versions]
        others = _other_version_annotations(desk, context.place.address, versions)
    written = [*own_annotations, *(annotation for _, annotation in others)]
    tags = {*context.tags, *(tag for annotation in written for tag in annotation.tags)}
    people = context.people
    if {annotation.author for annotation in written if annotation.author} - people.keys():
        people = _people(desk)
    return replace(
        context,
        annotations=own_annotations,
        other_version_annotations=others,
        tags=tuple(sorted(tags, key=str.casefold)),
        people=people,
    )


def _people(desk: Desk) -> dict[str, Person]:
    return {str(key): person for key, person in desk.people.all().items()}


def _other_version_annotations(
    desk: Desk, address: Address, versions: Iterable[LibraryDocument]
) -> tuple[tuple[LibraryDocument, Annotation], ...]:
    return tuple(
        (version, annotation)
        for version in versions
        for annotation in desk.annotations.for_place(Place(version.id, address))
    )


def _language_texts(desk: Desk, place: Place, language: str) -> Iterator[TranslatedText]:
    for version in desk.documents.versions(place.document):
        unit, address = None, str(place.address)
        while address and (unit := desk.documents.unit(Place(version.id, Address(address)))) is None:
            address = parent(address) or ""
        if unit is not None:
            version_place = Place(version.id, unit.address)
            citation = desk.documents.citation(version_place, language)
            yield TranslatedText(version, version_place, citation, unit.text, unit.address != place.address)


def _own_position(
    desk: Desk,
    place: Place,
    unit: Paragraph | None,
    versions: Sequence[LibraryDocument],
    annotations: Iterable[Annotation],
    origins: Sequence[CarryOrigin],
) -> OwnPosition:
    document = desk.documents.get(place.document)
    position = desk.positions.get(document.id)
    item, source = position.entry_at(place.address), unit.text if unit else None
    if not item.is_empty():
        carried = (o for o in origins if o.carried.kind is CarriedKind.POSITION)
        return OwnPosition(document, item, source, position, next(carried, None))
    from_notes = item  # made from our open notes of support and drafting suggestions
    for note in annotations:
        if note.author or note.reply_to or note.status is AnnotationStatus.DONE:
            continue
        if note.kind is AnnotationKind.SUPPORT and from_notes.stance is None:
            from_notes = replace(from_notes, stance=Stance.SUPPORT)
        elif note.kind is AnnotationKind.DRAFTING_SUGGESTION and from_notes.proposal is None and note.text.strip():
            from_notes = replace(from_notes, proposal=apply_wording(note.text.strip(), source or "", note.quote))
    if not from_notes.is_empty():
        return OwnPosition(document, from_notes, source, position, is_noted=True)
    for version in versions:
        other = desk.positions.get(version.id)
        if not (entry := other.entry_at(place.address)).is_empty():
            version_unit = desk.documents.unit(Place(version.id, place.address))
            return OwnPosition(version, entry, version_unit.text if version_unit else None, other)
    return OwnPosition(document, item, source, position)


def _interventions(
    desk: Desk, place: Place, origins: Sequence[CarryOrigin]
) -> tuple[tuple[Intervention, CarryOrigin | None], ...]:
    on_place = {intervention.id for intervention in desk.meetings.interventions_for_place(place)}
    linked = {o.carried.key: o for o in origins if o.carried.kind is CarriedKind.INTERVENTION}
    return tuple(
        (intervention, None if intervention.id in on_place else linked[intervention.id])
        for intervention in desk.meetings.interventions_by_id(on_place | linked.keys())
    )


def _cited_places(desk: Desk, place: Place, language: str) -> tuple[tuple[ReferenceTarget, str], ...]:
    cited: dict[Place, tuple[ReferenceTarget, str]] = {}
    for target in desk.documents.targets_for_place(place):
        if target.document is not None and target.address:
            cited_place = Place(target.document.id, target.address)
            cited.setdefault(cited_place, (target, desk.documents.citation(cited_place, language)))
    return tuple(cited.values())


translate = QCoreApplication.translate


class QuietLine(QWidget):
    """Line of an empty section; a click opens the section for adding."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text_label = link_label("soft")
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.key_label = label("", "keycap")
        self.key_label.hide()
        row_layout((self.text_label, 1), self.key_label, within=self, margins=(0, 6, 0, 7))

    def show_text(self, title: str, text: str) -> None:
        self.text_label.setText(theme.semi_bold(f"<b>{escape(title)}</b> — {escape(text)}"))
        self.text_label.setAccessibleName(f"{title}: {text}")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class FileSection(StyledPane):
    """A section, used for all paragraphs.

    Attributes:
        key: Its name in the settings.
        folded_under: Window width below which it is folded by default.
        is_folded: True if only the header is shown, whatever the paragraph.

    Signals:
        folding_chosen: The user folded or unfolded it.
        opened: A place is to be shown, with the ``Place``.
        annotation_requested: An annotation is to be shown at its place, with the ``Annotation``.
        left: Esc was pressed in it.
    """

    key: ClassVar[str] = ""
    folded_under: ClassVar[int] = 0
    folding_chosen = Signal()
    opened = Signal(object)
    annotation_requested = Signal(object)
    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, beside: Sequence[QWidget] = ()) -> None:
        super().__init__(parent)
        set_part(self, "file_section")
        self.title = title
        self.is_folded = False
        self._has_content = False
        self.header = ShortenedButton(title)
        set_part(self.header, "section")
        self.header.setAutoDefault(False)
        self.header.setCursor(Qt.CursorShape.PointingHandCursor)
        self.count_label = label("", "small")
        self.badge_label, self.key_label = label("", "badge"), label("", "keycap")
        self.fact_label = ShortenedLabel()
        set_part(self.fact_label, "small")
        self.fact_label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fact_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the header has priority
        self.key_label.hide()
        self.quiet_line = QuietLine()
        self.body = QWidget()
        self.body_layout: QVBoxLayout = column_layout(within=self.body, margins=(0, 0, 0, 6), spacing=4)
        right_widgets = (self.key_label, self.fact_label, self.badge_label, *beside)
        parts = ((part, 1000 * (part is self.fact_label), Qt.AlignmentFlag.AlignVCenter) for part in right_widgets)
        header_row = row_layout(self.header, self.count_label, None, *parts, margins=0, spacing=6)
        self._head = QWidget()
        self._head.setLayout(header_row)
        column_layout(self._head, self.quiet_line, self.body, within=self, margins=(0, 1, 0, 0), spacing=0)
        self.header.clicked.connect(lambda: self.choose_folded(folded=not self.is_folded))
        self.badge_label.hide()
        self.hide()

    def show_content(self, count: int = 0, *, of: int = 0, badge: str = "", role: str = "soft", fact: str = "") -> None:
        """Show the header with the number of entries, and the body unless it is folded: then a fact from it.

        A number of 0 is not shown; the badge is a word at the right, in the colour of a role.
        """
        self.fact_label.setText(fact)
        self._has_content = True
        text = translate("context", "{n} of {count}") if of else "{n}"
        numbers = {"n": terms.format_number(count), "count": terms.format_number(of)}
        self.count_label.setText(text.format(**numbers) if count else "")
        show_text(self.badge_label, badge)
        set_property(self.badge_label, "role", role)
        self.quiet_line.hide()
        self._head.show()
        self.set_folded(folded=self.is_folded)
        self.show()

    def show_nothing(self, text: str = "") -> None:
        """Show one quiet line instead of the content; nothing at all without a text."""
        self._has_content = False
        self._head.hide()
        self.body.hide()
        self.quiet_line.show_text(self.title, text)
        self.setAccessibleName(f"{self.title}: {text}")
        self.quiet_line.show()
        self.setVisible(bool(text))

    def show_entries(self, count: int, otherwise: str = "", *, fact: str = "") -> None:
        """Show the entries, or a quiet line if there are none; nothing at all without a text."""
        if count:
            self.show_content(count, fact=fact)
        else:
            self.show_nothing(otherwise)

    def choose_folded(self, *, folded: bool) -> None:
        self.set_folded(folded=folded)
        self.folding_chosen.emit()

    def set_folded(self, *, folded: bool) -> None:
        self.is_folded = folded
        self.fact_label.setVisible(folded and bool(self.fact_label.text()))
        self.header.setIcon(theme.icon("chevron-right" if folded else "chevron-down"))
        self.body.setVisible(self._has_content and not folded)
        state = self.tr("folded") if folded else self.tr("expanded")
        count = self.count_label.text()
        for named in (self, self.header):
            named.setAccessibleName(", ".join(filter(None, (self.title, count, self.badge_label.text(), state))))

    def press_key(self) -> None:
        """Unfold the section and focus its first entry; fold it if it has the focus already."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused) and self.body.isVisible():
            self.choose_folded(folded=True)
            self.left.emit()
            return
        self.choose_folded(folded=False)
        self.focus_first()

    def focus_first(self) -> None:
        entry = next(iter(self.entries()), self.header if self._has_content else None)
        if entry is not None:
            entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def note_load(self) -> None:
        """Record that the next content is loaded from now on: text typed meanwhile is newer."""

    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        """Show the content for some paragraphs: for several, the entries of each below its name; for none, nothing."""

    def add_entries(self, entries: Sequence[QWidget], paragraph: ParagraphContext, *, is_named: bool) -> None:
        """Append the entries on a paragraph, if there are any, below its name if it is to be named."""
        if is_named and entries:
            self.body_layout.addWidget(label(paragraph.citation, "column_key", wrap=True))
        for entry in entries:
            self.body_layout.addWidget(entry)
            entry.show()

    def fit(self, room: int, below: int) -> None:
        """Use the room to the end of the column, where the headers below need a part, if the section is flexible."""

    def entries(self) -> list[QWidget]:
        # itemAt(n).widget() is not called: Python would keep the wrapper, and reuse it for another item at its address
        shown = [child for child in self.body.children() if isinstance(child, QWidget) and child.isVisibleTo(self)]
        entries = [widget for widget in shown if widget.focusPolicy() and self.body_layout.indexOf(widget) >= 0]
        return sorted(entries, key=self.body_layout.indexOf)


class ReadingCard(QFrame):
    """A card of labels for reading, marked while it has the focus."""

    activated = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = column_layout(within=self, margins=(12, 8, 12, 8), spacing=4)

    def _add_row(self, before: Sequence[QWidget], after: Sequence[QWidget] = (), *, spacing: int = 4) -> None:
        self._column.addLayout(row_layout(*before, None, *after, spacing=spacing))

    def _add_text(self, text: str, name: str, *, is_selectable: bool = False) -> None:
        if text:
            shown = label(text, name, wrap=True)
            if is_selectable:
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(shown)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_property(self, "current", event.type() == QEvent.Type.FocusIn)
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.activated.emit()


def place_from_link(link: str) -> Place:
    document, _, address = link.partition(" ")
    return Place(DocumentId(int(document)), Address(address))


def place_link(target: Place, text: str, role: str = "accent") -> str:
    colour = theme.color(role).name()
    href = escape(f"{target.document} {target.address}")
    return f'<a href="{href}" style="color:{colour}; text-decoration:none">{escape(text)}</a>'


def in_color(text: str, role: str) -> str:
    return f'<span style="color:{theme.color(role).name()}">{escape(text)}</span>'


def fill_origin(origin_label: QLabel, origin: CarryOrigin) -> None:
    """Show the origin of a carried-over item, with a link: ``from ST 7001/26, paragraph 3 · reworded``."""
    source = translate("context", "from {name}, {place}").format(
        name=origin.library_document.name, place=origin.citation
    )
    outcome, _ = comparison.carried_label(origin.carried)
    origin_label.setText(f"{place_link(origin.place, source)} · {escape(outcome)}")
    origin_label.setAccessibleName(f"{source} · {outcome}")
