"""What a revision means for all that we and others said on its predecessor."""

import datetime
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from delegate_desk.core.annotations.annotation import (
    RESERVATIONS,
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
)
from delegate_desk.core.documents.document import Address, Document, DocumentId, Held, Place
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.core.positions.position import RESERVED, PositionEntry, Stance
from delegate_desk.core.revisions.carryover.carried_items import Carried, CarriedKind, Carry, Earlier
from delegate_desk.core.revisions.comparison import Comparison, Fate, Verdict
from delegate_desk.core.revisions.consequences import Consequences, Proposed, Stood, Unfinished, Wish
from delegate_desk.core.revisions.touched_words import is_touched
from delegate_desk.export import html, text
from delegate_desk.export.blocks import Sheet
from delegate_desk.export.file_writing import save
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.labels import load as labels_of
from delegate_desk.export.layouts import consequences as layout
from delegate_desk.export.layouts.comparison import ComparedText
from delegate_desk.export.layouts.consequences import ConsequencesReport
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.comparison_files import name
from delegate_desk.services.export.export import date_of, now
from delegate_desk.services.export.export_builder import cites
from delegate_desk.services.meetings.meetings import Meetings
from delegate_desk.services.positions.positions import Positions
from delegate_desk.services.revisions.adoption import Judge, counting

_log = logging.getLogger(__name__)


class Carries(Protocol):
    """What is known of things carried over."""

    def carried(self, old: DocumentId, new: DocumentId) -> Carry:
        """What is recorded."""


class WhatChanged:
    """Tells what revisions mean for us."""

    def __init__(
        self,
        documents: Documents,
        annotations: Annotations,
        positions: Positions,
        meetings: Meetings,
        carrying: Carries,
    ) -> None:
        self._documents = documents
        self._annotations = annotations
        self._positions = positions
        self._meetings = meetings
        self._carrying = carrying

    def of(self, comparison: Comparison) -> Consequences:
        """What a revision means for us, after things were carried to it: slow, changes nothing, safe on any thread.

        Args:
            comparison: In the reading after marked changes, which annotations and positions are about.
        """
        carry = self._carrying.carried(comparison.old, comparison.new)
        gathered = _Gathered(
            comparison,
            carry,
            self._documents.content(comparison.old),
            self._documents.content(comparison.new),
            [one for one in self._annotations.ours_of(comparison.old) if one.reply_to is None],
            self._positions.get(comparison.old).items,
            self._said(comparison.old, carry),
            self._positions.delegation(),
        )
        found = Consequences(
            old=self._documents.get(comparison.old),
            new=self._documents.get(comparison.new),
            comparison=comparison,
            carry=gathered.carry,
            proposals=gathered.proposals(),
            red_lines=gathered.stood({AnnotationKind.RED_LINE}, {Stance.RED_LINE}),
            reservations=gathered.stood(RESERVATIONS, RESERVED, is_open=True),
            questions=gathered.stood({AnnotationKind.QUESTION}, {Stance.QUESTION}, is_open=True),
            deleted_earlier=tuple(map(self._unfinished, gathered.carry.earlier)),
            wishes=gathered.wishes(),
        )
        return replace(found, rest=gathered.rest(found))

    def export(self, consequences: Consequences, target: Path, labels: str | None = None) -> None:
        """Write the page for the capital: slow, changes nothing in the library.

        Args:
            consequences: What it tells.
            target: A Word file; plain text where it is called ``.txt``, a page where it is called ``.html``.
            labels: One of ``LABEL_LANGUAGES``; None for the new document's where it is one of them, else English.

        Raises:
            ExportFailedError: If the file cannot be written; what was there is untouched.
        """
        from delegate_desk.export.docx import renderer

        moment = now()
        sheet = self._sheet(consequences, labels, moment)
        write = {".txt": text.render, ".html": html.render}.get(target.suffix.lower())
        save(write(sheet).encode() if write else renderer.render(sheet, moment), target)
        _log.info("Wrote what changed from document %d to %d", consequences.old.id, consequences.new.id)

    def mail(self, consequences: Consequences, labels: str | None = None) -> Mail:
        """The page as the text of a mail to the capital; ``labels`` as in ``export``."""
        sheet = self._sheet(consequences, labels, now())
        return Mail(text.render(sheet), html.render(sheet))

    def _sheet(self, consequences: Consequences, language: str | None, moment: datetime.datetime) -> Sheet:
        known = labels_of(language or consequences.new.header.language)
        old, new = (
            ComparedText(name(held, consequences.comparison), document, cites(document, (), known))
            for held in (consequences.old, consequences.new)
            for document in [self._documents.content(held.id)]
        )
        earlier = {one.earlier.old.id: one.earlier.old for one in consequences.deleted_earlier}
        sides = {key: self._side(held, known) for key, held in earlier.items()}
        date = known.date(date_of(moment))
        return layout.lay_out(
            ConsequencesReport(consequences, old, new, self._positions.delegation(), date, sides), known
        )

    def _side(self, held: Held, known: ExportLabels) -> ComparedText:
        document = self._documents.content(held.id)
        return ComparedText(held.name, document, cites(document, (), known))

    def _unfinished(self, earlier: Earlier) -> Unfinished:
        """Something that an earlier revision deleted, with what it says."""
        carried = earlier.carried
        if carried.kind is CarriedKind.ANNOTATION:
            return Unfinished(earlier, annotation=self._annotations.get(AnnotationId(carried.key)))
        if carried.kind is CarriedKind.POSITION:
            return Unfinished(earlier, item=self._positions.get(earlier.old.id).item(carried.old))
        return Unfinished(earlier, intervention=next(iter(self._meetings.named({carried.key})), None))

    def _said(self, document: DocumentId, carry: Carry) -> list[Intervention]:
        """What was said on the old document, and on those before it where it was carried on."""
        said = self._meetings.said_on(document)
        places = {item.key: item.old for item in carry.items if item.kind is CarriedKind.INTERVENTION}
        for one in self._meetings.named(places.keys() - {one.id for one in said}):
            said.append(replace(one, place=Place(document, places[one.id])))
        return said


class _Gathered:
    """All that the page is made of."""

    def __init__(
        self,
        comparison: Comparison,
        carry: Carry,
        old: Document,
        new: Document,
        annotations: Iterable[Annotation],
        items: Iterable[PositionEntry],
        said: Iterable[Intervention],
        own: str | None,
    ) -> None:
        self.carry = carry
        self._comparison = comparison
        self._judge = Judge(comparison, old, new)
        self._counting = counting(new.header.language)
        self._order = {unit.address: n for n, unit in enumerate(old.units())}
        self._annotations = list(annotations)
        self._items = [item for item in items if not item.is_empty()]
        self._said = [one for one in said if not one.conclusion]
        self._own = own
        self._carried = {(item.kind, item.key): item for item in carry.items}

    # Proposals

    def proposals(self) -> tuple[Proposed, ...]:
        """Ours in the order of the document, then others' by delegation."""
        found = [one for one in (*self._of_items(), *self._of_annotations(), *self._of_meetings()) if one]
        found.sort(key=lambda one: (one.delegations, self._order.get(one.old, len(self._order))))
        return tuple(found)

    def _of_items(self) -> Iterator[Proposed | None]:
        for item in self._items:
            if item.proposal is not None:
                carried = self._place(CarriedKind.POSITION, item.address, item.address)
                found = self._judge.proposal(carried, item.proposal)
                yield found and replace(found, item=item)

    def _of_annotations(self) -> Iterator[Proposed | None]:
        for one in self._annotations:
            if one.kind is AnnotationKind.DRAFTING_SUGGESTION:
                carried = self._place(CarriedKind.ANNOTATION, one.id, one.place.address)
                found = self._judge.remark(carried, one.text, one.quote)
                holder = () if one.holder in ("", self._own) else (one.holder,)
                yield found and replace(found, annotation=one, delegations=holder)

    def _of_meetings(self) -> Iterator[Proposed | None]:
        for one in self._said:
            if one.place is None:
                continue
            carried = self._place(CarriedKind.INTERVENTION, one.id, one.place.address)
            for wording in one.wordings:
                found = self._judge.wording(carried, wording)
                yield found and replace(found, intervention=one, delegations=one.delegations)

    # What stood

    def stood(
        self, kinds: Iterable[AnnotationKind], stances: Iterable[Stance], *, is_open: bool = False
    ) -> tuple[Stood, ...]:
        """What of ours is of some kinds or takes some stances, touched ones first.

        Args:
            kinds: Of annotations.
            stances: Of our line.
            is_open: Only annotations that are not done.
        """
        kinds, stances = frozenset(kinds), frozenset(stances)
        found = []
        for one in self._annotations:
            is_ours = one.holder in ("", self._own)
            if one.kind in kinds and is_ours and not (is_open and one.status is AnnotationStatus.DONE):
                carried = self._place(CarriedKind.ANNOTATION, one.id, one.place.address)
                found.append(self._one(carried, annotation=one))
        for item in self._items:
            if item.stance in stances:
                carried = self._place(CarriedKind.POSITION, item.address, item.address)
                found.append(self._one(carried, item=item))
        found.sort(key=lambda one: (not one.touched, self._order.get(one.carried.old, len(self._order))))
        return tuple(found)

    def _one(
        self, carried: Carried, *, annotation: Annotation | None = None, item: PositionEntry | None = None
    ) -> Stood:
        fates = self._judge.fates(carried)
        quote = annotation.quote if annotation else None
        touched = (self._judge.differs(carried) or None) if self._comparison.across else is_touched(fates, quote)
        return Stood(carried, annotation, item, touched, fates)

    def _place(self, kind: CarriedKind, key: str, address: Address) -> Carried:
        """What became of one thing; of one that was not carried, what became of its unit."""
        found = self._carried.get((kind, key))
        return found or self._judge.uncarried(kind, key, address)

    # Wishes and the rest

    def wishes(self) -> tuple[Wish, ...]:
        """What others asked for in meetings and the text now says, in its order."""
        found = []
        for one in self._said:
            if self._own is not None and one.delegations == (self._own,):
                continue
            for wording in one.wordings:
                carried = self._place(CarriedKind.INTERVENTION, one.id, one.place.address) if one.place else None
                address = self._judge.now_says(wording, carried)
                if address:
                    found.append(Wish(one, wording, address))
        order = {address: n for n, address in enumerate(self._judge.new_texts)}
        return tuple(sorted(found, key=lambda wish: order[wish.new]))

    def rest(self, found: Consequences) -> tuple[Fate, ...]:
        """The changes of units on which nothing of ours stood that has a part of the page."""
        ours = {one.old for one in found.proposals if not one.delegations}
        ours |= {one.carried.old for one in (*found.red_lines, *found.reservations, *found.questions)}
        small = {Verdict.SAME, Verdict.RENUMBERED}
        fates = [f for f in self._comparison.fates if f.verdict not in small and f.old not in ours]
        weights = {n: self._counting.weigh(fate.words) for n, fate in enumerate(fates)}
        return tuple(fates[n] for n in sorted(weights, key=lambda n: (-weights[n], n)))
