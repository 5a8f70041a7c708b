"""Annotations as the window shows them: what belongs to one paragraph."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLabel, QWidget

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.citations import ReferenceTarget
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Mention, Paragraph, Place
from delegate_desk.core.exchange.merge_rules import Person
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.core.revisions.carried_items import CarriedItem, CarriedKind
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import clear_layout, link_label
from delegate_desk.gui.widgets.labels import comparison, terms

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document that a paragraph names.

    Attributes:
        footnote: The label of the footnote that names it; empty where the paragraph does.
    """

    mention: Mention
    library_document: LibraryDocument | None
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class CarryOrigin:
    carried: CarriedItem
    library_document: LibraryDocument
    citation: str

    @property
    def place(self) -> Place:
        return Place(self.library_document.id, self.carried.old)


@dataclass(frozen=True, slots=True)
class OwnPositionEntry:
    """Our position on a paragraph.

    Attributes:
        word_diff: From the paragraph's text to our drafting; all of that where it is on another language version.
        position: The whole that it is part of.
        origin: Where it was carried from.
    """

    document: LibraryDocument
    entry: PositionEntry
    word_diff: WordDiff
    position: Position
    origin: CarryOrigin | None = None


@dataclass(frozen=True, slots=True)
class ParagraphContext:
    place: Place
    citation: str
    annotations: tuple[Annotation, ...]
    footnotes: tuple[Paragraph, ...]
    named: tuple[NamedDocument, ...]
    places: tuple[tuple[ReferenceTarget, str], ...]
    versions: tuple[tuple[LibraryDocument, str], ...]
    tags: tuple[str, ...]
    mentions: tuple[tuple[Mention, LibraryDocument | None], ...]
    other_version_annotations: tuple[tuple[LibraryDocument, Annotation], ...] = ()
    origins: Mapping[AnnotationId, CarryOrigin] = field(default_factory=dict)
    name: str = ""
    interventions: tuple[tuple[Intervention, CarryOrigin | None], ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    own_entry: OwnPositionEntry | None = None


def load_context(desk: Desk, place: Place, language: str, known: ParagraphContext | None = None) -> ParagraphContext:
    """Load the context of a paragraph: quick, safe on any thread."""
    unit = desk.documents.unit(place)
    calls = dict.fromkeys(call.note for call in unit.calls) if unit else {}
    notes = [desk.documents.unit(Place(place.document, note)) for note in calls]
    footnotes = tuple(note for note in notes if note)
    where = {place.address: "", **{note.address: note.label for note in footnotes}}
    same = known is not None and known.place.document == place.document
    mentions = known.mentions if known and same else tuple(desk.documents.mentions(place.document))
    named = tuple(
        NamedDocument(mention, held, where[mention.address])
        for mention, held in mentions
        if mention.address in where and not (held and held.id == place.document)
    )
    versions = tuple(
        (version, desk.documents.citation(Place(version.id, place.address), language))
        for version in desk.documents.versions(place.document)
        if desk.documents.unit(Place(version.id, place.address))
    )
    others = _other_version_annotations(desk, place.address, [document for document, _ in versions])
    tags = tuple(desk.annotations.tags())
    origins = [
        CarryOrigin(
            carried_from.carried,
            carried_from.old,
            desk.documents.citation(Place(carried_from.old.id, carried_from.carried.old), language),
        )
        for carried_from in desk.carryover.carried_to_place(place)
    ]
    return ParagraphContext(
        place,
        desk.documents.citation(place, language) if unit else "",
        tuple(desk.annotations.for_place(place)),
        footnotes,
        named,
        _cited_places(desk, place, language),
        versions,
        tags,
        mentions,
        others,
        {AnnotationId(origin.carried.copy_id): origin for origin in origins if origin.carried.copy_id},
        desk.documents.get(place.document).name,
        _interventions(desk, place, origins),
        _people(desk),
        _own_entry(desk, place, [held for held, _ in versions], origins),
    )


def with_changed_annotations(desk: Desk, context: ParagraphContext, places: Collection[Place]) -> ParagraphContext:
    """Return a context with the annotations at some places read again, and all else as it was: safe on any thread."""
    own, others = context.annotations, context.other_version_annotations
    if context.place in places:
        own = tuple(desk.annotations.for_place(context.place))
    if any(place != context.place for place in places):
        others = _other_version_annotations(desk, context.place.address, [document for document, _ in context.versions])
    written = [*own, *(annotation for _, annotation in others)]
    tags = {*context.tags, *(tag for annotation in written for tag in annotation.tags)}
    people = context.people
    if {annotation.author for annotation in written if annotation.author} - people.keys():
        people = _people(desk)
    return replace(
        context,
        annotations=own,
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


def _own_entry(
    desk: Desk, place: Place, versions: Sequence[LibraryDocument], origins: Sequence[CarryOrigin]
) -> OwnPositionEntry | None:
    for document in (desk.documents.get(place.document), *versions):
        position = desk.positions.get(document.id)
        item = position.entry_at(place.address)
        if not item.is_empty():
            own = document.id == place.document
            words = (
                desk.positions.word_changes(document.id, item) if own else ((WordChange.INSERT, item.proposal or ""),)
            )
            carried = (o for o in origins if own and o.carried.kind is CarriedKind.POSITION)
            return OwnPositionEntry(document, item, words, position, next(carried, None))
    return None


def _interventions(
    desk: Desk, place: Place, origins: Sequence[CarryOrigin]
) -> tuple[tuple[Intervention, CarryOrigin | None], ...]:
    here = {intervention.id for intervention in desk.meetings.interventions_for_place(place)}
    linked = {o.carried.key: o for o in origins if o.carried.kind is CarriedKind.INTERVENTION}
    return tuple(
        (intervention, None if intervention.id in here else linked[intervention.id])
        for intervention in desk.meetings.interventions_by_id(here | linked.keys())
    )


def _cited_places(desk: Desk, place: Place, language: str) -> tuple[tuple[ReferenceTarget, str], ...]:
    found: dict[Place, tuple[ReferenceTarget, str]] = {}
    for target in desk.cross_references.targets_for_place(place):
        if target.document is not None and target.address:
            there = Place(target.document.id, target.address)
            found.setdefault(there, (target, desk.documents.citation(there, language)))
    return tuple(found.values())


translate = QCoreApplication.translate
_MOST = 12
"""Of what was said, how much is shown: the newest."""


def place_from_link(link: str) -> Place:
    document, _, address = link.partition(" ")
    return Place(DocumentId(int(document)), Address(address))


def fill_card(head: QWidget, card: QWidget, lines: Sequence[str], opened: Callable[[Place], object]) -> None:
    head.setVisible(bool(lines))
    card.setVisible(bool(lines))
    layout = card.layout()
    assert layout is not None  # the form gives each card one
    clear_layout(layout)
    for line in lines:
        shown = link_label("plain")
        shown.setText(line)
        shown.linkActivated.connect(lambda link: opened(place_from_link(link)))
        layout.addWidget(shown)


def reference_lines(context: ParagraphContext) -> list[str]:
    lines = [_cited_place(*led) for led in context.places]
    lines += [_named_document(named) for named in context.named]
    return list(dict.fromkeys(lines))


def footnote_lines(context: ParagraphContext) -> list[str]:
    return [f"{escape(note.label)}&nbsp; {escape(note.text)}" for note in context.footnotes]


def version_lines(context: ParagraphContext) -> list[str]:
    return [
        f"{_link(Place(document.id, context.place.address), terms.language_name(document.header.language))} · "
        f"{escape(words)}"
        for document, words in context.versions
    ]


def intervention_lines(context: ParagraphContext) -> list[str]:
    lines = [_intervention_line(*value) for value in context.interventions[-_MOST:]]
    before = len(context.interventions) - len(lines)
    if before:
        more = translate("context", "{n} earlier").format(n=terms.format_number(before))
        lines.insert(0, _coloured(more, "soft"))
    return lines


def fill_origin(shown: QLabel, origin: CarryOrigin) -> None:
    """Show the origin of what was carried over, with a link: ``from ST 7001/26, paragraph 3 · reworded``."""
    where = translate("context", "from {name}, {place}").format(
        name=origin.library_document.name, place=origin.citation
    )
    outcome, _ = comparison.carried_label(origin.carried)
    shown.setText(f"{_link(origin.place, where)} · {escape(outcome)}")
    shown.setAccessibleName(f"{where} · {outcome}")


def _intervention_line(intervention: Intervention, origin: CarryOrigin | None) -> str:
    who = " ".join(map(_chip, intervention.delegations))
    sign = (
        _coloured(terms.STANCE_SIGNS[intervention.stance], terms.STANCE_ROLES[intervention.stance], bold=True)
        if intervention.stance
        else ""
    )
    words = escape(
        intervention.text
        or (terms.stance_label(intervention.stance) if intervention.stance else intervention.line.text)
    )
    parts = " ".join(filter(None, (who, sign, words)))
    if origin is None:
        return parts
    there = translate("context", "on {name}, {place}").format(name=origin.library_document.name, place=origin.citation)
    return f"{parts} · {_link(origin.place, there)}"


def _cited_place(target: ReferenceTarget, citation: str) -> str:
    assert target.document is not None  # those are left out before
    other = f" · {escape(target.document.name)}" if target.reference is not None else ""
    return _link(Place(target.document.id, target.address or Address("")), citation[:1].upper() + citation[1:]) + other


def _named_document(named: NamedDocument) -> str:
    label = translate("context", "footnote {label}: ")
    before = label.format(label=named.footnote) if named.footnote else ""
    target = str(named.mention.target)
    if named.library_document:
        return escape(before) + _link(Place(named.library_document.id, Address("")), target)
    if not named.mention.target.is_council:
        return escape(before + target)
    missing = translate("context", "{reference} is not in the library").format(reference=target)
    return escape(before) + _coloured(missing, "scrutiny_reservation")


def _link(target: Place, text: str) -> str:
    colour = theme.color("accent").name()
    href = escape(f"{target.document} {target.address}")
    return f'<a href="{href}" style="color:{colour}; text-decoration:none">{escape(text)}</a>'


def _chip(code: str) -> str:
    ground = theme.color("side").name()
    return f'<span style="background-color:{ground}; font-weight:600">&nbsp;{escape(code)}&nbsp;</span>'


def _coloured(text: str, role: str, *, bold: bool = False) -> str:
    weight = "; font-weight:600" if bold else ""
    return f'<span style="color:{theme.color(role).name()}{weight}">{escape(text)}</span>'
