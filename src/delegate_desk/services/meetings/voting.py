"""Votes: figures by year, participants, and the state of a vote."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.errors import FiguresFault, UnusableFiguresError
from delegate_desk.core.meetings import voting
from delegate_desk.core.meetings.voting import Figures, VotingTables, format_figure
from delegate_desk.paths import load_table
from delegate_desk.storage.db.stores.meetings import VotingStore

_SLACK = 13
"""How far rounded percentages of 27 members may add up beside 100, in hundredths."""


class Voting:
    def __init__(self, store: VotingStore) -> None:
        self._store = store

    def tables(self) -> VotingTables:
        entered = {figures.year: figures for figures in self._store.all()}
        return VotingTables(_shipped() | entered, load_table("voting")["participation"])

    def supplied_tables(self) -> VotingTables:
        return VotingTables(_shipped(), load_table("voting")["participation"])

    def partial_figures(self, year: int) -> dict[str, str]:
        if figures := self.tables().by_year.get(year):
            return {code: format_figure(value, exact=figures.exact) for code, value in figures.populations.items()}
        members = _tables().get(str(year), {}).get("members", {})
        return {code: str(value["population"]) for code, value in members.items() if value["population"]}

    def set_figures(self, year: int, populations: Mapping[str, int], *, exact: bool, source: str) -> Changes:
        """Keep the figures of a year, dated now.

        Raises:
            UnusableFiguresError: If a member is missing or unknown or has no population, percentages do not add up to
                100, or there is no source.
        """
        shipped = _tables().get(str(year))
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
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = load_table("voting")["years"]
    return tables


@cache
def _shipped() -> dict[int, Figures]:
    found = {}
    for year, value in _tables().items():
        if value["counts"]:
            exact = value["counts"] == "population"
            populations = {
                code: member["population"] if exact else int(member["percentage"].replace(".", ""))
                for code, member in value["members"].items()
            }
            found[int(year)] = Figures(int(year), populations, exact, value["source"])
    return found
