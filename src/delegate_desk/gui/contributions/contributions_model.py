"""What others wrote on a document, as rows: first what has no place, then by provision, then general comments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.contributions.contribution import Contribution, ContributionId, Placed
from delegate_desk.core.documents.document import Address, Document, DocumentId, Held, Paragraph, Place
from delegate_desk.core.word_diff import WordChange, compare
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.meeting_model import short_place
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListRow,
    Row,
    shortened,
)

translate = QCoreApplication.translate
MOST = 9
"""How many places can be picked: one for each figure."""


@dataclass(frozen=True, slots=True)
class ContributionEntry:
    """One part of a contribution.

    Attributes:
        number: Among the parts of its contribution, from 0.
        candidates: Where it may belong, of one without a place, the likeliest first.
    """

    contribution: ContributionId
    number: int
    placed: Placed
    candidates: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class ContributionsState:
    """All that others wrote on a document, ready to be shown.

    Attributes:
        papers: Each contribution with its paper, in the order in which they came in.
        parts: By the key of their rows.
    """

    on: Held
    papers: tuple[tuple[Contribution, Held], ...]
    rows: tuple[Row, ...]
    parts: Mapping[str, ContributionEntry]

    @property
    def unplaced(self) -> int:
        """How many parts have no place."""
        return sum(len(one.unplaced) for one, _ in self.papers)


def load_written(desk: Desk, document: DocumentId) -> ContributionsState:
    """Gather what others wrote: slow, safe on any thread."""
    held, text = desk.documents.get(document), desk.documents.content(document)
    papers = tuple((one, desk.documents.get(one.paper)) for one in desk.contributions.of(document))
    parts: dict[str, tuple[ContributionEntry, Held]] = {}
    for one, paper in papers:
        candidates = desk.contributions.candidates(one) if one.unplaced else {}
        for n, placed in enumerate(one.placed):
            part = ContributionEntry(one.id, n, placed, candidates.get(n, ())[:MOST])
            parts[f"{one.id} {n}"] = (part, paper)
    rows = tuple(_ContributionRows(text, document).rows(parts))
    return ContributionsState(held, papers, rows, {key: part for key, (part, _) in parts.items()})


class _ContributionRows:
    """Tells of the parts, with their words."""

    def __init__(self, text: Document, document: DocumentId) -> None:
        self._document = document
        self._units: Mapping[Address, Paragraph] = {unit.address: unit for unit in text.units()}
        self._order = {address: n for n, address in enumerate(self._units)}

    def rows(self, parts: Mapping[str, tuple[ContributionEntry, Held]]) -> Iterator[Row]:
        """All of them, in three groups; those on provisions in the document's order."""
        placed = {k: v for k, v in parts.items() if v[0].placed.address is not None}
        general = {k: v for k, v in parts.items() if v[0].placed.general}
        lost = {k: v for k, v in parts.items() if k not in placed and k not in general}
        groups = (
            (translate("contribution", "Without a place"), list(lost.items())),
            (
                translate("contribution", "By provision"),
                sorted(placed.items(), key=lambda item: self._rank(item[1][0].placed)),
            ),
            (translate("contribution", "General comments"), list(general.items())),
        )
        for title, some in groups:
            if some:
                yield ChangeListHead(title, len(some))
                yield from (self._tell(key, part, paper) for key, (part, paper) in some)

    def _rank(self, placed: Placed) -> int:
        spot = placed.address if placed.after is None else placed.after
        return 2 * self._order.get(spot or Address(""), -1) + (placed.after is not None)

    def _tell(self, key: str, part: ContributionEntry, paper: Held) -> ChangeListRow:
        placed = part.placed
        written = placed.written
        who = ", ".join(written.delegations) or translate("contribution", "no delegation named")
        where = "" if placed.address is None else self._short(placed.address)
        label = written.label or translate("contribution", "no provision named")
        waits = placed.address is None and not placed.general
        outcome = paper.name
        if placed.after is not None:
            outcome = translate("contribution", "new · {paper}").format(paper=paper.name)
        return ChangeListRow(
            key,
            where,
            f"{who} · {label}" if not placed.general else who,
            outcome,
            "soft",
            None,
            written.comment,
            tuple(self._passages(part)),
            place=self._place(placed),
            before=Place(paper.id, Address("")),
            waits=waits,
        )

    def _place(self, placed: Placed) -> Place | None:
        spot = placed.address if placed.after is None else placed.after
        return Place(self._document, spot) if spot else None

    def _passages(self, part: ContributionEntry) -> Iterator[ChangedPassage]:
        placed = part.placed
        written = placed.written
        if placed.words:
            yield ChangedPassage(translate("contribution", "drafting"), shortened(placed.words))
        elif written.proposal is not None:
            words = compare(written.quoted, written.proposal)
            yield ChangedPassage(translate("contribution", "drafting"), shortened(words, context=24))
        elif written.quoted and placed.address is None:
            yield ChangedPassage(
                translate("contribution", "on"), shortened(((WordChange.EQUAL, written.quoted),), longest=60)
            )
        said = written.quoted or written.proposal or ""
        for n, address in enumerate(part.candidates, 1):
            there = self._units[address].text
            words = compare(said, there)
            kept = sum(len(text) for change, text in words if change is WordChange.EQUAL)
            if 2 * kept < max(len(said), len(there)):  # marks would hide what it says
                words = ((WordChange.EQUAL, there),)
            yield ChangedPassage(self._short(address), shortened(words, context=24, longest=40), str(n))

    def _short(self, address: Address) -> str:
        return short_place(address, self._units)
