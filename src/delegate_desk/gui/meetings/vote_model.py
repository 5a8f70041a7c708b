"""A vote member by member: who takes part, how each votes, and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from delegate_desk.core.meetings.voting import Figures, Participation, VoteOutcome, Votes, VotingRule, VotingTables
from delegate_desk.gui.widgets.labels import terms, voting
from delegate_desk.gui.widgets.labels.voting import BY_HAND, VoteChoice
from delegate_desk.gui.widgets.rows.row_model import RowModel


@dataclass(frozen=True, slots=True)
class VoteSettings:
    """By what a vote is counted.

    Attributes:
        year: None for the newest figures.
        participation: The key of a choice, or ``by_hand``.
        members: Who takes part, where that was chosen by hand.
    """

    rule: VotingRule = VotingRule.QMV
    year: int | None = None
    participation: str = "all"
    members: tuple[str, ...] = ()


class VoteModel(RowModel[str]):
    """The members of a year in protocol order, each with its vote.

    Signals:
        counted: The outcome is another.
    """

    counted = Signal()

    def __init__(self, tables: VotingTables, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, VoteChoice] = {}
        self.tables = tables
        self.setting = VoteSettings()
        self._load()

    def _load(self) -> None:
        tables, setting = self.tables, self.setting
        # a year whose figures were entered by a person may have none any more
        year = setting.year if setting.year in tables.by_year else None
        self.figures: Figures = tables.figures(year)
        self.choices: dict[str, Participation] = {one.key: one for one in tables.participations(self.figures.year)}
        self.rows = self.choices["all"].members
        if setting.participation == BY_HAND:
            chosen = tuple(code for code in self.rows if code in setting.members)
        else:
            chosen = self.choices[setting.participation].members
        self.participating = chosen or self.rows
        self._count()

    def _count(self) -> None:
        self.outcome: VoteOutcome = self.tables.outcome(
            self.setting.rule, self.votes(), year=self.figures.year, participating=self.participating
        )

    def votes(self) -> Votes:
        """Return the votes of the participants; a declared abstention counts as such under unanimity alone."""
        by = {
            choice: frozenset(c for c in self.participating if self._choices.get(c) is choice) for choice in VoteChoice
        }
        declared = by[VoteChoice.DECLARES]
        formal = declared if self.setting.rule is VotingRule.UNANIMITY else frozenset()
        return Votes(by[VoteChoice.FOR], by[VoteChoice.AGAINST], by[VoteChoice.ABSTAINS] | declared, formal)

    def set_votes(self, votes: Votes) -> None:
        """Take these votes; who is not in them has not been heard."""
        self._choices = {
            **dict.fromkeys(votes.in_favour, VoteChoice.FOR),
            **dict.fromkeys(votes.against, VoteChoice.AGAINST),
            **dict.fromkeys(votes.abstaining, VoteChoice.ABSTAINS),
            **dict.fromkeys(votes.declared, VoteChoice.DECLARES),
        }
        self._recount()

    def set_settings(self, setting: VoteSettings) -> None:
        """Count by another rule, by other figures, or of other members."""
        self.beginResetModel()
        self.setting = setting
        self._load()
        self.endResetModel()
        self.counted.emit()

    def set_tables(self, tables: VotingTables) -> None:
        """Count by other figures, as they are saved now."""
        if tables != self.tables:
            self.tables = tables
            self.set_settings(self.setting)

    def choice(self, code: str) -> VoteChoice:
        """Return the vote of a member."""
        return self._choices.get(code, VoteChoice.NOT_HEARD) if code in self.participating else VoteChoice.OUTSIDE

    def choose(self, choices: Mapping[str, VoteChoice]) -> None:
        """Let members that take part vote so."""
        self._choices |= {code: choice for code, choice in choices.items() if code in self.participating}
        self._recount()

    def settings_with_toggled(self, code: str) -> VoteSettings:
        """The setting in which a member takes part no more, or does again; somebody always does."""
        changed = [one for one in self.rows if (one in self.participating) != (one == code)]
        return VoteSettings(self.setting.rule, self.setting.year, BY_HAND, tuple(changed) or self.participating)

    def share(self, code: str) -> float:
        """The population of a member in percent of all."""
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
