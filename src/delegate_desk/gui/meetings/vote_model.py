"""Counting of a vote: votes, rule and populations."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from delegate_desk.core.meetings.voting import (
    Figures,
    Participation,
    VoteOutcome,
    Votes,
    VotingRule,
    VotingTables,
    count_votes,
)
from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets.labels import terms, voting
from delegate_desk.gui.widgets.labels.voting import BY_HAND, VoteChoice
from delegate_desk.gui.widgets.rows.row_list import RowModel


@dataclass(frozen=True, slots=True)
class VoteSettings:
    """Settings of a vote.

    Attributes:
        year: None for the newest populations.
        participation: The key of a choice, or ``by_hand``.
        members: Participating members, if chosen by hand.
    """

    rule: VotingRule = VotingRule.QMV
    year: int | None = None
    participation: str = "all"
    members: tuple[str, ...] = ()


class VoteModel(RowModel[str]):
    counted = Signal()

    def __init__(self, tables: VotingTables, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, VoteChoice] = {}
        self.tables = tables
        self.setting = VoteSettings()
        self._load()

    def _load(self) -> None:
        tables, setting = self.tables, self.setting
        # the populations of a year that a person entered may no longer exist
        year = setting.year if setting.year in tables.by_year else None
        self.figures: Figures = tables.figures(year)
        self.choices: dict[str, Participation] = {
            participation.key: participation for participation in tables.participations(self.figures.year)
        }
        self.rows = self.choices["all"].members
        if setting.participation == BY_HAND:
            chosen = tuple(code for code in self.rows if code in setting.members)
        else:
            chosen = self.choices[setting.participation].members
        self.participating = chosen or self.rows
        self._count()

    def _count(self) -> None:
        self.outcome: VoteOutcome = count_votes(self.setting.rule, self.figures, self.votes(), self.participating)

    def votes(self) -> Votes:
        """Return the votes of the participants; a declared abstention counts as such only under unanimity."""
        by = {
            choice: frozenset(c for c in self.participating if self._choices.get(c) is choice) for choice in VoteChoice
        }
        declared = by[VoteChoice.DECLARES]
        formal = declared if self.setting.rule is VotingRule.UNANIMITY else frozenset()
        return Votes(by[VoteChoice.FOR], by[VoteChoice.AGAINST], by[VoteChoice.ABSTAINS] | declared, formal)

    def set_votes(self, votes: Votes) -> None:
        self._choices = {
            **dict.fromkeys(votes.in_favour, VoteChoice.FOR),
            **dict.fromkeys(votes.against, VoteChoice.AGAINST),
            **dict.fromkeys(votes.abstaining, VoteChoice.ABSTAINS),
            **dict.fromkeys(votes.declared, VoteChoice.DECLARES),
        }
        self._recount()

    def set_settings(self, setting: VoteSettings) -> None:
        self.beginResetModel()
        self.setting = setting
        self._load()
        self.endResetModel()
        self.counted.emit()

    def set_tables(self, tables: VotingTables) -> None:
        if tables != self.tables:
            self.tables = tables
            self.set_settings(self.setting)

    def choice(self, code: str) -> VoteChoice:
        return self._choices.get(code, VoteChoice.NOT_HEARD) if code in self.participating else VoteChoice.OUTSIDE

    def choose(self, choices: Mapping[str, VoteChoice]) -> None:
        self._choices |= {code: choice for code, choice in choices.items() if code in self.participating}
        self._recount()

    def settings_with_toggled(self, code: str) -> VoteSettings:
        """Return the settings with a member's participation toggled; at least one member participates."""
        changed = [row for row in self.rows if (row in self.participating) != (row == code)]
        return VoteSettings(self.setting.rule, self.setting.year, BY_HAND, tuple(changed) or self.participating)

    def share(self, code: str) -> float:
        return 100 * self.figures.populations[code] / sum(self.figures.populations.values())

    def _recount(self) -> None:
        self._count()
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.counted.emit()

    @override
    def text(self, row: str) -> str:
        return row

    @override
    def accessible_text(self, row: str) -> str:
        share = terms.format_decimal(self.share(row), 2)
        return f"{terms.state_name(row)}, {voting.vote_choice_label(self.choice(row))}, {share} %"
