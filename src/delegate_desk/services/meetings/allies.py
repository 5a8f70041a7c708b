"""Votes and voting weights, and agreement between delegations in meetings and in writing; allies are in no export."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.errors import FiguresFault, UnusableFiguresError
from delegate_desk.core.meetings import voting
from delegate_desk.core.meetings.allies import (
    AgreementTable,
    MeetingAgreement,
    PlaceAllies,
    agreement_table,
    place_allies,
    side_of,
    wording_sides,
)
from delegate_desk.core.meetings.meeting import Intervention, Meeting, MeetingId
from delegate_desk.core.meetings.voting import Figures, VotingTables, format_figure
from delegate_desk.core.values import dataclass
from delegate_desk.paths import load_table
from delegate_desk.services.contributions import Contributions
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.documents.dossiers import Dossiers
from delegate_desk.services.meetings.meetings import Meetings
from delegate_desk.services.positions.positions import Positions
from delegate_desk.services.revisions.carryover import Carryover
from delegate_desk.storage.db.stores.meetings import VotingStore

_Names = Callable[[DocumentId], str]
_SLACK = 13
"""Tolerance for the sum of 27 rounded percentages, in hundredths."""


class Voting:
    def __init__(self, store: VotingStore) -> None:
        self._store = store

    def tables(self) -> VotingTables:
        entered = {figures.year: figures for figures in self._store.all()}
        return VotingTables(_shipped_figures() | entered, load_table("voting")["participation"])

    def supplied_tables(self) -> VotingTables:
        return VotingTables(_shipped_figures(), load_table("voting")["participation"])

    def partial_figures(self, year: int) -> dict[str, str]:
        if figures := self.tables().by_year.get(year):
            return {code: format_figure(value, exact=figures.exact) for code, value in figures.populations.items()}
        members = load_table("voting")["years"].get(str(year), {}).get("members", {})
        return {code: str(value["population"]) for code, value in members.items() if value["population"]}

    def set_figures(self, year: int, populations: Mapping[str, int], *, exact: bool, source: str) -> Changes:
        """Store the populations of a year, dated now.

        Raises:
            UnusableFiguresError: If a Member State is missing, unknown or has no population, percentages do not add up
                to 100, or there is no source.
        """
        shipped = load_table("voting")["years"].get(str(year))
        members = tuple(shipped["members"]) if shipped else PROTOCOL_ORDER
        if unknown := [code for code in populations if code not in members]:
            raise UnusableFiguresError(FiguresFault.UNKNOWN, ", ".join(unknown))
        if missing := [code for code in members if code not in populations]:
            raise UnusableFiguresError(FiguresFault.MISSING, ", ".join(missing))
        if empty := [code for code in members if populations[code] <= 0]:
            raise UnusableFiguresError(FiguresFault.NOT_POSITIVE, ", ".join(empty))
        total = sum(populations.values())
        if not exact and abs(total - 10_000) > _SLACK:
            raise UnusableFiguresError(FiguresFault.NO_HUNDRED, format_figure(total, exact=False))
        if not source.strip():
            raise UnusableFiguresError(FiguresFault.NO_SOURCE, "")
        ordered = {code: populations[code] for code in voting.in_order(populations)}
        self._store.save(Figures(year, ordered, exact, source.strip()), datetime.now(UTC))
        return Changes(settings=True)

    def revert_figures(self, year: int) -> Changes:
        self._store.remove(year)
        return Changes(settings=True)


@cache
def _shipped_figures() -> dict[int, Figures]:
    found = {}
    for year, value in load_table("voting")["years"].items():
        if value["counts"]:
            exact = value["counts"] == "population"
            populations = {
                code: member["population"] if exact else int(member["percentage"].replace(".", ""))
                for code, member in value["members"].items()
            }
            found[int(year)] = Figures(int(year), populations, exact, value["source"])
    return found


@dataclass(frozen=True, eq=False)
class Allies:
    """Computes the agreement of delegations. Slow for many meetings; changes nothing; safe on any thread.

    A stance on an earlier revision counts on the paragraph to which it was carried over.
    """

    documents: Documents
    dossiers: Dossiers
    meetings: Meetings
    positions: Positions
    contributions: Contributions
    carryover: Carryover
    voting: Voting

    def table(
        self,
        meetings: Iterable[MeetingId] = (),
        *,
        documents: Iterable[DocumentId] = (),
        since: date | None = None,
        written: bool = False,
    ) -> AgreementTable:
        """Return the agreement of delegations with each other and with us.

        Args:
            meetings: Only what was said in these; all meetings if none is given.
            documents: Only paragraphs of these, in any language; all if none is given.
            since: Only meetings from this day on.
            written: True to count wordings proposed in writing too.

        Raises:
            UnknownMeetingError: If there is no such meeting.
        """
        names = self._names()
        only = {names(key) for key in documents}
        meeting_ids = list(meetings)
        chosen = [self.meetings.get(key) for key in meeting_ids] if meeting_ids else self.meetings.all()
        spoken: dict[str, dict[str, str]] = {}
        for meeting in _sorted_by_date(chosen, since):
            self._add_interventions(spoken, meeting, names, only)
        sides = [spoken, self._written_sides(names, only)] if written else [spoken]
        return agreement_table(sides, self._own_sides(names), self.positions.delegation())

    def over_time(self, *, documents: Iterable[DocumentId] = (), since: date | None = None) -> list[MeetingAgreement]:
        """Return the agreement with us by meeting, oldest first, without meetings that have none."""
        names = self._names()
        only = {names(key) for key in documents}
        own_sides, delegation = self._own_sides(names), self.positions.delegation()
        agreements = []
        for meeting in _sorted_by_date(self.meetings.all(), since):
            spoken: dict[str, dict[str, str]] = {}
            self._add_interventions(spoken, meeting, names, only)
            if with_us := agreement_table([spoken], own_sides, delegation).with_us:
                agreements.append(MeetingAgreement(meeting.date, meeting.body, with_us))
        return agreements

    def dossier(self, document: DocumentId | None) -> list[DocumentId]:
        if document is None:
            return []
        return [member.id for member in self.dossiers.for_document(document).documents]

    @staticmethod
    def recent() -> date:
        """Return the first day of the last twelve months."""
        return datetime.now(UTC).date() - timedelta(days=365)

    def at(self, place: Place) -> PlaceAllies | None:
        """Return the delegations with us and against us on a paragraph, spoken and written; None if we took no side."""
        names = self._names()
        name = names(place.document)
        key = f"{name} {place.address}"
        own_sides = self._own_sides_in(place.document, names)
        if key not in own_sides:
            return None
        spoken: dict[str, dict[str, str]] = {}
        linked = self.carryover.newest_places()
        earlier = [key for key, newest in linked.items() if names(newest.document) == name]
        for intervention in self.meetings.interventions_by_id(earlier):
            _add(spoken, intervention, f"{name} {linked[intervention.id].address}")
        for intervention in self.meetings.interventions_for_document(place.document):
            if intervention.place is not None:
                _add(spoken, intervention, f"{name} {intervention.place.address}")
        delegation = self.positions.delegation()
        table = agreement_table([spoken, self._written_sides(names, {name})], own_sides, delegation)
        return place_allies(spoken.get(key, {}), own_sides[key], delegation, table, self.voting.tables().figures())

    def _names(self) -> _Names:
        """Return the names of documents, looked up once; language versions of a document have the same name."""
        return cache(lambda key: self.documents.get(key).name)

    def _add_interventions(
        self, sides: dict[str, dict[str, str]], meeting: Meeting, names: _Names, only: Collection[str]
    ) -> None:
        """Note the sides that delegations took in a meeting, on paragraphs of the documents with these names."""
        newest = self.carryover.newest_places()
        for intervention in sorted(self.meetings.interventions(meeting.id), key=lambda entry: entry.line.order):
            if intervention.place is None:
                continue
            place = newest.get(intervention.id, intervention.place)
            if not only or {names(place.document), names(intervention.place.document)} & set(only):
                _add(sides, intervention, f"{names(place.document)} {place.address}")

    def _written_sides(self, names: _Names, only: set[str]) -> dict[str, dict[str, str]]:
        proposals: dict[str, dict[str, str]] = {}
        for key in self.contributions.documents():
            name = names(key)
            if only and name not in only:
                continue
            for part in (part for contribution in self.contributions.for_document(key) for part in contribution.placed):
                wording = part.provision_comment.proposal
                for code in part.provision_comment.delegations:
                    if part.address is not None and wording is not None and code in PROTOCOL_ORDER:
                        proposals.setdefault(f"{name} {part.address}", {})[code] = wording
        return {place: wording_sides(wordings) for place, wordings in proposals.items()}

    def _own_sides(self, names: _Names) -> dict[str, str]:
        sides: dict[str, str] = {}
        for summary in self.positions.summaries():
            sides |= self._own_sides_in(summary.document, names)
        return sides

    def _own_sides_in(self, document: DocumentId, names: _Names) -> dict[str, str]:
        sides = {item.address: side_of(item.stance) for item in self.positions.get(document).items}
        return {f"{names(document)} {address}": side for address, side in sides.items() if side is not None}


def _sorted_by_date(meetings: Iterable[Meeting], since: date | None) -> list[Meeting]:
    chosen = (meeting for meeting in meetings if not since or (meeting.date is not None and meeting.date >= since))
    return sorted(chosen, key=lambda meeting: (meeting.date or date.min, meeting.created))


def _add(sides: dict[str, dict[str, str]], intervention: Intervention, place: str) -> None:
    """Note the side that delegations took on a paragraph; the last side counts."""
    side = side_of(intervention.stance)
    if side is not None and not intervention.conclusion:
        place_sides = sides.setdefault(place, {})
        place_sides.update((code, side) for code in intervention.delegations if code in PROTOCOL_ORDER)
