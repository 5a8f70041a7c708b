"""Context of one paragraph, as the right column shows it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind, AnnotationStatus
from delegate_desk.core.documents.addresses import parent
from delegate_desk.core.documents.citations import ReferenceTarget
from delegate_desk.core.documents.document import Address, LibraryDocument, Mention, Paragraph, Place
from delegate_desk.core.exchange.package import Person
from delegate_desk.core.meetings.allies import PlaceAllies
from delegate_desk.core.meetings.meeting import Intervention, MeetingId
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.core.positions.requested_wordings import apply_wording
from delegate_desk.core.revisions.comparison import CarriedItem, CarriedKind
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk

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
        position: The position that contains it.
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


def load_context(desk: Desk, place: Place, language: str, known: ParagraphContext | None = None) -> ParagraphContext:
    """Load the context of a paragraph in the window's language, without what a known one of its document has already.

    Quick; safe on any thread.
    """
    unit = desk.documents.unit(place)
    calls = dict.fromkeys(call.note for call in unit.calls) if unit else {}
    notes = [desk.documents.unit(Place(place.document, note)) for note in calls]
    footnotes = tuple(note for note in notes if note)
    where = {place.address: "", **{note.address: note.label for note in footnotes}}
    same = known is not None and known.place.document == place.document
    mentions = known.mentions if known and same else tuple(desk.documents.mentions(place.document))
    revisions = known.revisions if known and same else tuple(desk.comparisons.revisions(place.document))
    named = tuple(
        (mention, held, where[mention.address])
        for mention, held in mentions
        if mention.address in where and not (held and held.id == place.document)
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
    )


def with_changed_annotations(desk: Desk, context: ParagraphContext, places: Collection[Place]) -> ParagraphContext:
    """Return a context with the annotations at some places loaded again. Safe on any thread."""
    own, others = context.annotations, context.other_version_annotations
    if context.place in places:
        own = tuple(desk.annotations.for_place(context.place))
    if any(place != context.place for place in places):
        versions = [version.document for version in context.versions]
        others = _other_version_annotations(desk, context.place.address, versions)
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


def _language_texts(desk: Desk, place: Place, language: str) -> Iterator[TranslatedText]:
    for version in desk.documents.versions(place.document):
        there, address = None, str(place.address)
        while address and (there := desk.documents.unit(Place(version.id, Address(address)))) is None:
            address = parent(address) or ""
        if there is not None:
            found = Place(version.id, there.address)
            citation = desk.documents.citation(found, language)
            yield TranslatedText(version, found, citation, there.text, there.address != place.address)


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
    noted = item  # made from our open notes of support and drafting suggestions
    for note in annotations:
        if note.author or note.reply_to or note.status is AnnotationStatus.DONE:
            continue
        if note.kind is AnnotationKind.SUPPORT and noted.stance is None:
            noted = replace(noted, stance=Stance.SUPPORT)
        elif note.kind is AnnotationKind.DRAFTING_SUGGESTION and noted.proposal is None and note.text.strip():
            noted = replace(noted, proposal=apply_wording(note.text.strip(), source or "", note.quote))
    if not noted.is_empty():
        return OwnPosition(document, noted, source, position, is_noted=True)
    for version in versions:
        theirs = desk.positions.get(version.id)
        if not (entry := theirs.entry_at(place.address)).is_empty():
            there = desk.documents.unit(Place(version.id, place.address))
            return OwnPosition(version, entry, there.text if there else None, theirs)
    return OwnPosition(document, item, source, position)


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
    for target in desk.documents.targets_for_place(place):
        if target.document is not None and target.address:
            there = Place(target.document.id, target.address)
            found.setdefault(there, (target, desk.documents.citation(there, language)))
    return tuple(found.values())
