"""Consequences of a revision for our items and those of other delegations on its predecessor."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache, cached_property

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import (
    RESERVATIONS,
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Quote,
)
from delegate_desk.core.documents.document import Address, Document, DocumentId, Place
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import RESERVED, PositionEntry, Stance
from delegate_desk.core.positions.requested_wordings import (
    apply_wording,
    count_wording,
    is_distinctive,
    missing_words,
    quoted_wordings,
)
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption, SignificantWords, measure_adoption
from delegate_desk.core.revisions.comparison import (
    CarriedItem,
    CarriedKind,
    Carry,
    CarryVerdict,
    Comparison,
    DeletedEarlier,
    UnitOutcome,
    Verdict,
)
from delegate_desk.core.revisions.consequences import (
    AdoptedRequest,
    AffectedItem,
    Consequences,
    ProposalOutcome,
    UnfinishedItem,
    is_touched,
)
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.search.engine import analysis
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.meetings.meetings import Meetings
from delegate_desk.services.positions.positions import Positions

_BETTER = 0.3
"""How much more of a proposal a new unit must contain than the provision itself to count as its new place."""


@cache
def counting(language: str) -> SignificantWords:
    common = frozenset(paths.load_table("common_words")["languages"].get(language, "").split())

    def stem(word: str) -> str:
        stems = analysis.form(word, language).stems
        return stems[-1] if stems else word

    decisive = paths.load_table("decisive_words")
    numbers, conditions = (
        frozenset(filter(None, decisive[kind].get(language, "").split(","))) for kind in ("numbers", "conditions")
    )
    return SignificantWords(common, stem, numbers, conditions)


class ProposalJudge:
    def __init__(self, comparison: Comparison, old: Document, new: Document) -> None:
        view = comparison.view
        self._comparison = comparison
        self._old_texts = {unit.address: unit.in_view(view).text for unit in old.units()}
        self.new_texts = {unit.address: unit.in_view(view).text for unit in new.units()}
        self._counting = counting(new.header.language)
        self._of_old: dict[Address, list[UnitOutcome]] = {}
        self._of_new: dict[Address, list[UnitOutcome]] = {}
        for outcome in (*comparison.outcomes, *comparison.rows):
            if outcome.old is not None:
                self._of_old.setdefault(outcome.old, []).append(outcome)
            if outcome.new is not None:
                self._of_new.setdefault(outcome.new, []).append(outcome)

    def place_uncarried(self, kind: CarriedKind, key: str, address: Address, *, is_placed: bool = False) -> CarriedItem:
        outcomes = self._of_old.get(address, [])
        is_known = bool(outcomes) and all(outcome.is_sure for outcome in outcomes)
        verdict = CarryVerdict(outcomes[0].verdict) if is_known else CarryVerdict.DOUBTFUL
        proposals = () if is_known else tuple(a for f in outcomes for a in ((f.new,) if f.new else ()) + f.alternatives)
        new = outcomes[0].new if is_placed and is_known else None
        return CarriedItem(kind, key, address, new, verdict, proposals, self._old_texts.get(address, ""))

    def outcomes(self, carried: CarriedItem) -> tuple[UnitOutcome, ...]:
        outcomes = tuple(self._of_old.get(carried.old, ()))
        if carried.decided is None:
            return outcomes
        if carried.new is None:
            return (UnitOutcome(carried.old, None, Verdict.DELETED, 0.0, ((WordChange.DELETE, self.text(carried)),)),)
        unit_outcomes = [outcome for outcome in outcomes if outcome.new == carried.new]
        if unit_outcomes:
            return tuple(replace(outcome, alternatives=()) for outcome in unit_outcomes)
        words = diff_words(self.text(carried), self.new_texts.get(carried.new, ""))
        return (UnitOutcome(carried.old, carried.new, Verdict.REWORDED, 0.0, words),)

    def differs(self, carried: CarriedItem) -> bool:
        """True if a unit of texts in two languages differs noticeably from its counterpart, or has none."""
        outcomes = self.outcomes(carried)
        differing = self._comparison.differing or {}
        return not outcomes or any(f.new is None or not f.is_sure or bool(differing.get(f.new)) for f in outcomes)

    def text(self, carried: CarriedItem) -> str:
        return self._old_texts.get(carried.old, carried.text)

    def wordings_outcome(
        self, carried: CarriedItem, wordings: Sequence[str], quote: Quote | None = None
    ) -> ProposalOutcome | None:
        """Return what became of wordings, proposed as a replacement or an addition.

        A wording that is now in the text word for word is adopted; of an added wording only words new to the text
        count.
        """
        old = proposed = measured = self.text(carried)
        for wording in wordings:
            applied = apply_wording(wording, proposed, quote)
            is_added = applied.startswith(proposed.rstrip(" .;")) and applied != wording
            extended = f"{measured} {missing_words(wording, measured)}"
            measured = extended if is_added else apply_wording(wording, measured, quote)
            proposed, quote = applied, None
        proposal = self.proposal_outcome(carried, proposed, measured)
        if proposal is None or proposal.new is None or self._comparison.is_cross_language:
            return proposal
        new_texts = [self.new_texts.get(outcome.new, "") for outcome in self.outcomes(carried) if outcome.new]
        if all(count_wording(wording, new_texts) > count_wording(wording, [old]) for wording in wordings):
            added = tuple((word, True) for word, _ in proposal.adoption.added)
            return replace(
                proposal, adoption=replace(proposal.adoption, outcome=AdoptionOutcome.TAKEN, rate=1.0, added=added)
            )
        return proposal

    def proposal_outcome(
        self, carried: CarriedItem, proposed: str, measured: str | None = None
    ) -> ProposalOutcome | None:
        old = self.text(carried)
        measured = proposed if measured is None else measured
        if proposed == old:
            return None
        outcomes = self.outcomes(carried)
        base = ProposalOutcome(
            (), None, carried.old, None, diff_words(old, proposed), (), ProposalAdoption(AdoptionOutcome.UNKNOWN, 0.0),
            carried=carried,
        )  # fmt: skip
        if self._comparison.is_cross_language:
            return replace(base, new=outcomes[0].new if len(outcomes) == 1 and outcomes[0].is_sure else None)
        if not outcomes and carried.old not in self._old_texts:  # a provision that we propose to add
            return self._elsewhere(
                replace(base, adoption=ProposalAdoption(AdoptionOutcome.NOT_TAKEN, 0.0)), "", measured, ""
            )
        if not outcomes or not all(unit.is_sure for unit in outcomes):
            return base
        places = [unit.new for unit in outcomes if unit.new is not None]
        if not places:
            outcome, measure = (AdoptionOutcome.GONE, 0.0) if proposed.strip() else (AdoptionOutcome.TAKEN, 1.0)
            return self._elsewhere(replace(base, adoption=ProposalAdoption(outcome, measure)), old, measured, "")
        before, after = self._texts_around(carried.old, outcomes, old)
        adoption = measure_adoption(before, before.replace(old, measured, 1), after, self._counting)
        diff = outcomes[0].words if len(outcomes) == 1 else diff_words(old, after)
        return self._elsewhere(replace(base, new=places[0], actual_diff=diff, adoption=adoption), old, measured, after)

    def _texts_around(self, address: Address, outcomes: tuple[UnitOutcome, ...], old: str) -> tuple[str, str]:
        after = " ".join(self.new_texts.get(outcome.new, "") for outcome in outcomes if outcome.new)
        if outcomes[0].verdict is not Verdict.MERGED or outcomes[0].new is None:
            return old, after
        merged = [outcome.old for outcome in self._of_new[outcomes[0].new] if outcome.old]
        texts = [self._old_texts.get(source, "") for source in dict.fromkeys([address, *merged])]
        return " ".join(texts), after

    def _elsewhere(self, proposal: ProposalOutcome, old: str, proposed: str, after: str) -> ProposalOutcome:
        """Return a proposal that a new unit adopted where its own provision did not."""
        best = proposal
        new_terms = self._term_keys(proposed) - self._term_keys(old)
        for address, (inserted, inserted_terms) in self._inserted.items():
            if len(new_terms & inserted_terms) < max(1, _BETTER * len(new_terms)) or best.adoption.rate + _BETTER > 1:
                continue  # it cannot have so much more
            adoption = measure_adoption(old, proposed, f"{after} {inserted}", self._counting)
            is_adopted = any(is_in for _, is_in in adoption.added)
            if is_adopted and adoption.rate >= best.adoption.rate + _BETTER:
                best = replace(proposal, adoption=adoption, elsewhere=address)
        return best

    def _term_keys(self, text: str) -> frozenset[str]:
        return frozenset(key for _, key in self._counting.significant_words(text))

    @cached_property
    def _inserted(self) -> dict[Address, tuple[str, frozenset[str]]]:
        new = [unit.new for unit in self._comparison.outcomes if unit.verdict is Verdict.INSERTED and unit.new]
        texts = {address: self.new_texts[address] for address in new if address in self.new_texts}
        return {address: (text, self._term_keys(text)) for address, text in texts.items()}

    def find_new_wording(self, wording: str, carried: CarriedItem | None) -> Address | None:
        """Return the address of a new wording; of one or two words, only in the provision it was requested for."""
        if self._comparison.is_cross_language:
            return None
        outcomes = self.outcomes(carried) if carried else ()
        if carried and outcomes and all(outcome.is_sure for outcome in outcomes):
            before, _ = self._texts_around(carried.old, outcomes, self.text(carried))
            old_count = count_wording(wording, [before])
            for outcome in outcomes:
                if outcome.new and count_wording(wording, [self.new_texts.get(outcome.new, "")]) > old_count:
                    return outcome.new
        if not is_distinctive(wording) or count_wording(wording, self._old_texts.values()):
            return None
        return next((address for address, text in self.new_texts.items() if count_wording(wording, [text])), None)


@dataclass(frozen=True, slots=True)
class OwnItems:
    judge: ProposalJudge
    annotations: Sequence[Annotation]
    items: Sequence[PositionEntry]
    interventions: Sequence[Intervention] = ()
    carried: Mapping[tuple[CarriedKind, str], CarriedItem] = field(default_factory=dict)
    is_in_other_language: bool = False

    def place_of_annotation(self, annotation: Annotation) -> CarriedItem:
        return self._place(CarriedKind.ANNOTATION, annotation.id, annotation.place.address)

    def place_of_entry(self, item: PositionEntry) -> CarriedItem:
        return self._place(CarriedKind.POSITION, item.address, item.address)

    def place_of_intervention(self, intervention: Intervention) -> CarriedItem | None:
        place = intervention.place
        return self._place(CarriedKind.INTERVENTION, intervention.id, place.address) if place else None

    def _place(self, kind: CarriedKind, key: str, address: Address) -> CarriedItem:
        carried_item = self.carried.get((kind, key))
        return carried_item or self.judge.place_uncarried(kind, key, address, is_placed=self.is_in_other_language)


@dataclass(frozen=True, eq=False)
class RevisionConsequences:
    documents: Documents
    annotations: Annotations
    positions: Positions
    meetings: Meetings
    carried: Callable[[DocumentId, DocumentId], Carry]

    def for_comparison(self, comparison: Comparison) -> Consequences:
        carry = self.carried(comparison.old, comparison.new)
        old, new = self.documents.content(comparison.old), self.documents.content(comparison.new)
        judge = ProposalJudge(comparison, old, new)
        position = self.positions.get(comparison.old)
        interventions = [entry for entry in self._interventions(comparison.old, carry) if not entry.conclusion]
        items = [item for item in position.items if not item.is_empty()]
        own = OwnItems(
            judge, self._threads(comparison.old), items, interventions, {(i.kind, i.key): i for i in carry.items}
        )
        others = self._items_in_other_languages(comparison, old, new, {item.address for item in items})
        builder = _ConsequencesBuilder(comparison, old, new, [own, *others], self.positions.delegation())
        found = Consequences(
            old=self.documents.get(comparison.old),
            new=self.documents.get(comparison.new),
            comparison=comparison,
            carry=carry,
            proposals=builder.proposals(),
            red_lines=builder.affected_items({AnnotationKind.RED_LINE}, {Stance.RED_LINE}),
            reservations=builder.affected_items(RESERVATIONS, RESERVED),
            questions=builder.affected_items({AnnotationKind.QUESTION, AnnotationKind.NOTE}, {Stance.QUESTION}),
            deleted_earlier=tuple(map(self._unfinished_item, carry.earlier)),
            done_earlier=tuple(map(self._unfinished_item, carry.done_earlier)),
            adopted_requests=builder.adopted_requests(),
            versions=frozenset(version.id for version in self.documents.versions(comparison.old)),
        )
        return replace(found, other_outcomes=builder.other_changes(found))

    def _unfinished_item(self, earlier: DeletedEarlier) -> UnfinishedItem:
        carried = earlier.carried
        if carried.kind is CarriedKind.ANNOTATION:
            return UnfinishedItem(earlier, annotation=self.annotations.get(AnnotationId(carried.key)))
        if carried.kind is CarriedKind.POSITION:
            return UnfinishedItem(earlier, item=self.positions.get(earlier.old.id).entry_at(carried.old))
        return UnfinishedItem(earlier, intervention=next(iter(self.meetings.interventions_by_id({carried.key})), None))

    def _threads(self, document: DocumentId) -> list[Annotation]:
        return [note for note in self.annotations.own_for_document(document) if note.reply_to is None]

    def _items_in_other_languages(
        self, comparison: Comparison, old: Document, new: Document, covered: set[Address]
    ) -> Iterator[OwnItems]:
        """Return our items on the other language versions of the old document, by shared address.

        A person's decision in the carry-over to the new document of that language applies; of several entries of our
        position at an address the first is used.
        """
        judge = ProposalJudge(replace(comparison, is_cross_language=True), old, new)
        later = {version.header.language: version.id for version in self.documents.versions(comparison.new)}
        for version in self.documents.versions(comparison.old):
            carried: Mapping[tuple[CarriedKind, str], CarriedItem] = {}
            if version.id != comparison.new and version.header.language in later:
                rows = self.carried(version.id, later[version.header.language]).items
                carried = {(row.kind, row.key): row for row in rows if row.new is None or row.new in judge.new_texts}
            annotations = [replace(annotation, quote=None) for annotation in self._threads(version.id)]
            entries = self.positions.get(version.id).items
            items = [item for item in entries if not item.is_empty() and item.address not in covered]
            covered |= {item.address for item in items}
            yield OwnItems(judge, annotations, items, carried=carried, is_in_other_language=True)

    def _interventions(self, document: DocumentId, carry: Carry) -> list[Intervention]:
        interventions = self.meetings.interventions_for_document(document)
        places = {item.key: item.old for item in carry.items if item.kind is CarriedKind.INTERVENTION}
        for intervention in self.meetings.interventions_by_id(
            places.keys() - {intervention.id for intervention in interventions}
        ):
            interventions.append(replace(intervention, place=Place(document, places[intervention.id])))
        return interventions


class _ConsequencesBuilder:
    def __init__(
        self, comparison: Comparison, old: Document, new: Document, sources: Sequence[OwnItems], code: str | None
    ) -> None:
        self._comparison = comparison
        self._sources = sources
        self._counting = counting(new.header.language)
        self._order = {unit.address: n for n, unit in enumerate(old.units())}
        self._own_delegation = code

    def proposals(self) -> tuple[ProposalOutcome, ...]:
        outcomes = [proposal for source in self._sources for proposal in self._proposals(source) if proposal]
        return tuple(sorted(outcomes, key=lambda outcome: (outcome.delegations, self._place(outcome.old))))

    def _proposals(self, source: OwnItems) -> Iterator[ProposalOutcome | None]:
        judge = source.judge
        for item in source.items:
            if item.proposal is not None:
                outcome = judge.proposal_outcome(source.place_of_entry(item), item.proposal)
                yield outcome and replace(outcome, item=item)
        for annotation in source.annotations:
            if annotation.kind is AnnotationKind.DRAFTING_SUGGESTION:
                place, wordings = source.place_of_annotation(annotation), quoted_wordings(annotation.text)
                outcome = judge.wordings_outcome(place, wordings, annotation.quote)
                holder = () if annotation.holder in ("", self._own_delegation) else (annotation.holder,)
                yield outcome and replace(outcome, annotation=annotation, delegations=holder)
        for intervention in source.interventions:
            carried = source.place_of_intervention(intervention)
            for wording in intervention.wordings:
                if carried and not count_wording(wording, [judge.text(carried)]):
                    outcome = judge.wordings_outcome(carried, (wording,))
                    yield outcome and replace(outcome, intervention=intervention, delegations=intervention.delegations)

    def affected_items(
        self, kinds: Collection[AnnotationKind], stances: Collection[Stance]
    ) -> tuple[AffectedItem, ...]:
        """Return our open items of some kinds, those affected first; notes only if they are."""
        affected = []
        for source in self._sources:
            affected += [
                self._affected_item(source, source.place_of_annotation(annotation), annotation=annotation)
                for annotation in source.annotations
                if annotation.kind in kinds and annotation.holder in ("", self._own_delegation)
                if annotation.status is not AnnotationStatus.DONE
            ]
            entries = (item for item in source.items if item.stance in stances)
            affected += [self._affected_item(source, source.place_of_entry(item), item=item) for item in entries]
        shown = (
            row
            for row in affected
            if row.was_touched is not False or not (row.annotation and row.annotation.kind is AnnotationKind.NOTE)
        )
        return tuple(sorted(shown, key=lambda row: (not row.was_touched, self._place(row.carried.old))))

    def _place(self, address: Address) -> int:
        return self._order.get(address, len(self._order))

    def _affected_item(
        self,
        source: OwnItems,
        carried: CarriedItem,
        *,
        annotation: Annotation | None = None,
        item: PositionEntry | None = None,
    ) -> AffectedItem:
        outcomes = source.judge.outcomes(carried)
        quote = annotation.quote if annotation else None
        is_known = not self._comparison.is_cross_language
        touched = is_touched(outcomes, quote) if is_known else source.judge.differs(carried) or None
        return AffectedItem(carried, annotation, item, touched, outcomes)

    def adopted_requests(self) -> tuple[AdoptedRequest, ...]:
        own_items = self._sources[0]
        adopted = []
        for intervention in own_items.interventions:
            if self._own_delegation is not None and intervention.delegations == (self._own_delegation,):
                continue
            for wording in intervention.wordings:
                address = own_items.judge.find_new_wording(wording, own_items.place_of_intervention(intervention))
                if address:
                    adopted.append(AdoptedRequest(intervention, wording, address))
        order = {address: n for n, address in enumerate(own_items.judge.new_texts)}
        return tuple(sorted(adopted, key=lambda request: order[request.new]))

    def other_changes(self, so_far: Consequences) -> tuple[UnitOutcome, ...]:
        own_addresses = {proposal.old for proposal in so_far.proposals if not proposal.delegations}
        own_addresses |= {item.carried.old for item in (*so_far.red_lines, *so_far.reservations, *so_far.questions)}
        small = {Verdict.SAME, Verdict.RENUMBERED}
        outcomes = [f for f in self._comparison.outcomes if f.verdict not in small and f.old not in own_addresses]
        weights = {n: self._counting.weigh(outcome.words) for n, outcome in enumerate(outcomes)}
        return tuple(outcomes[n] for n in sorted(weights, key=lambda n: (-weights[n], n)))
