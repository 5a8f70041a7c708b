"""Checks of a position before it is sent."""

from collections.abc import Iterator
from functools import cache

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import (
    CONFIDENCE_THRESHOLD,
    Address,
    DocumentId,
    Kind,
    LibraryDocument,
    Paragraph,
    Place,
)
from delegate_desk.core.positions import export_checks
from delegate_desk.core.positions.export_checks import CheckFinding, Concern
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, Audience, ExportOptions
from delegate_desk.core.positions.position import Position, ProposedAction
from delegate_desk.core.revisions.predecessors import is_revision_of, part_suffixes, revision_numbers
from delegate_desk.export import labels
from delegate_desk.parsing.references.provision_references import dead
from delegate_desk.storage.db.library_stores import LibraryStores

_NEED_WORDS = frozenset({AnnotationKind.NOTE, AnnotationKind.QUESTION, AnnotationKind.DRAFTING_SUGGESTION})
_ALWAYS_MARKED = frozenset({"WK", "DS"})
"""Series of documents that are marked LIMITE."""


class Checklist:
    def __init__(self, stores: LibraryStores) -> None:
        self._documents = stores.documents
        self._annotations = stores.annotations
        self._positions = stores.positions
        self._database = stores.database

    def findings_for_document(self, document: DocumentId, options: ExportOptions | None = None) -> list[CheckFinding]:
        """Return the findings on our position on a document: general ones first, then by provision.

        Slow; changes nothing.

        Args:
            options: Options of the export; None for the defaults.

        Raises:
            UnknownDocumentError: If there is no such document.
        """
        stored = self._documents.held(document)
        chosen = options or ExportOptions()
        position = self._positions.get(document)
        units = {item.address: self._documents.unit(Place(document, item.address)) for item in position.items}
        sources = {address: unit.text for address, unit in units.items() if unit}
        words = paths.load_table("position_words")
        verbs: dict[str, list[str]] = words["unsuitable_verbs"].get(stored.header.language, {})
        findings = [
            *self._delegation(position, chosen),
            *self._newer(stored),
            *self._marking(stored),
            *export_checks.check_provisions(position, sources),
            *export_checks.check_drafting(position, sources, verbs),
            *self._dead_references(stored, position, units),
        ]
        findings += [
            CheckFinding(Concern.EMPTY_COMMENT, note.place.address, "annotation")
            for note in self._annotations.for_document(document)
            if not note.author and note.visibility is Visibility.CIRCULATION
            if note.kind in _NEED_WORDS and not note.text.strip()
        ]
        if chosen.audience is Audience.CIRCULATION:
            findings += export_checks.check_internal_words(position, sources, tuple(words["internal"]))
        order = {address: n for n, address in enumerate(["", *(item.address for item in position.items)])}
        return sorted(findings, key=lambda finding: order.get(finding.address, len(order)))

    def _delegation(self, position: Position, chosen: ExportOptions) -> Iterator[CheckFinding]:
        own = self._database.delegation()
        speaker = chosen.delegation or own
        if speaker is None:
            yield CheckFinding(Concern.NO_DELEGATION)
            return
        if own and speaker != own:
            yield CheckFinding(Concern.OTHER_DELEGATION, words=speaker)
        for item in position.items:
            if speaker in item.joint:
                yield CheckFinding(Concern.JOINT_WITH_OURSELVES, item.address, "joint", speaker)
        yield from export_checks.check_speakers(position, _names(), [speaker])

    def _newer(self, document: LibraryDocument) -> Iterator[CheckFinding]:
        own_reference = document.header.reference
        if own_reference is None:
            return
        others = [(value.header.reference, value) for value in self._documents.all() if value.header.reference]
        revisions = [pair for pair in others if is_revision_of(pair[0], own_reference)]
        if revisions:
            newest, _ = max(revisions, key=lambda pair: revision_numbers(pair[0]))
            yield CheckFinding(Concern.OUTDATED, words=str(newest))
            return
        followers = [
            reference
            for reference, value in others
            if part_suffixes(reference) == part_suffixes(own_reference)
            and reference.family != own_reference.family
            and value.header.document_type == document.header.document_type
            and own_reference.key in {before.key for before in value.header.previous_documents}
        ]
        if followers:
            yield CheckFinding(Concern.OUTDATED, words=str(followers[0]))  # the newest date first

    def _marking(self, document: LibraryDocument) -> Iterator[CheckFinding]:
        header = document.header
        if header.marking or header.public:
            return
        reference = header.reference
        family = [
            value for value in self._documents.all()
            if reference and value.header.reference and value.header.reference.family == reference.family
        ]  # fmt: skip
        unsure = header.confidence.get("marking", 1.0) < CONFIDENCE_THRESHOLD
        always = reference is not None and reference.series in _ALWAYS_MARKED
        if unsure or always or any(value.header.marking for value in family):
            yield CheckFinding(Concern.NO_MARKING)

    def _dead_references(
        self, document: LibraryDocument, position: Position, units: dict[Address, Paragraph | None]
    ) -> Iterator[CheckFinding]:
        existing = frozenset(self._documents.addresses(document.id))
        actions = {item.address: item.proposed_action(is_there=item.address in existing) for item in position.items}
        deleted = {address for address, action in actions.items() if action is ProposedAction.DELETE}
        before = existing | {address for address, action in actions.items() if action is ProposedAction.INSERT}
        after = frozenset(value for value in before if not any(f"{value}__".startswith(f"{d}__") for d in deleted))
        for address, field, text in export_checks.circulating_texts(position):
            addresses = after if field == "proposal" else before
            unit = Paragraph(address, Kind.PARAGRAPH, "", text)
            source = units.get(address)
            dead_before = dead(source, addresses, document.header.language) if source else []
            for words in dead(unit, addresses, document.header.language):
                if words not in dead_before or field != "proposal":
                    yield CheckFinding(Concern.DEAD_REFERENCE, address, field, words)
        drafted = {item.address for item in position.items if item.proposal is not None}
        for citing in self._documents.content(document).units() if deleted else ():
            if citing.address in after and citing.address not in drafted:
                dead_before = dead(citing, before, document.header.language)
                for words in dead(citing, after, document.header.language):
                    if words not in dead_before:
                        yield CheckFinding(Concern.BROKEN_REFERENCE, citing.address, words=words)


@cache
def _names() -> dict[str, list[str]]:
    languages = [labels.load(language).delegations["names"] for language in LABEL_LANGUAGES]
    return {code: [names[code] for names in languages if code in names] for code in PROTOCOL_ORDER}
