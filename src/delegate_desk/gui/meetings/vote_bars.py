"""Bars of a vote: those in favour from the left, those against from the right, and the mark that is needed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.meetings.voting import VoteOutcome, VotingRule
from delegate_desk.core.values import dataclass
from delegate_desk.gui.meetings.vote_model import VoteModel
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label
from delegate_desk.gui.widgets.labels import terms, voting

_THIN, _THICK = 8, 14
_CORNER = 2
_MEMBER_PERCENTS = {VotingRule.QMV: 55, VotingRule.REINFORCED: 72}


@dataclass(frozen=True, slots=True)
class VoteShare:
    """The parts of a bar, in percent.

    Attributes:
        mark: What is needed in favour.
    """

    in_favour: float
    against: float
    mark: float


class VoteBar(QWidget):
    """One bar; a thick one has its mark labelled below."""

    def __init__(self, *, is_thick: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_thick = is_thick
        self._share = VoteShare(0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.subscribe_to_theme(self, self.update)
        below = round(QFontMetricsF(theme.ui_font(theme.SMALL)).height()) + 2 if is_thick else 2
        self.setFixedHeight((_THICK if is_thick else _THIN) + 4 + below)

    def show_share(self, share: VoteShare) -> None:
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, share = QPainter(self), self._share
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 4, self.width(), _THICK if self._is_thick else _THIN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hairline"))
        painter.drawRoundedRect(bar, _CORNER, _CORNER)
        for role, percent, from_left in (("support", share.in_favour, True), ("red_line", share.against, False)):
            part = QRectF(bar)
            part.setWidth(bar.width() * percent / 100)
            if not from_left:
                part.moveRight(bar.right())
            painter.setBrush(theme.color(role))
            painter.drawRoundedRect(part, _CORNER, _CORNER)
        x = round(bar.width() * share.mark / 100)
        painter.fillRect(QRectF(x - 1, bar.top() - 3, 2, bar.height() + 6), theme.color("ink"))
        if self._is_thick:
            painter.setFont(theme.ui_font(theme.SMALL))
            painter.setPen(theme.color("soft"))
            below = QRectF(x - 40, bar.bottom(), 80, self.height() - bar.bottom())
            mark = terms.format_decimal(share.mark, 0 if share.mark == round(share.mark) else 1)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"{mark} %")


class VoteBars(QWidget):
    """Two lines with their bars: the members, and their population where the rule counts it."""

    def __init__(self, *, is_thick: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members_label, self.population_label = label("", "line"), label("", "line")
        self.members_bar, self.population_bar = VoteBar(is_thick=is_thick), VoteBar(is_thick=is_thick)
        widgets = (self.members_label, self.members_bar, self.population_label, self.population_bar)
        column_layout(*widgets, within=self, margins=(0, 0, 0, 0), spacing=0)

    def show_vote(self, model: VoteModel) -> None:
        outcome, votes = model.outcome, model.votes()
        against = votes.against | (votes.abstaining if outcome.rule.counts_population else frozenset())
        self.members_label.setText(voting.members_in_favour(outcome))
        self.members_bar.show_share(_members_share(outcome, against))
        self.population_label.setText(voting.population_in_favour(outcome))
        needed = outcome.population_needed_percent
        for widget in (self.population_label, self.population_bar):
            widget.setVisible(needed is not None)
        if needed is not None:
            total = sum(map(model.share, outcome.participating)) or 1
            opposed = 100 * sum(map(model.share, against)) / total
            self.population_bar.show_share(VoteShare(outcome.population_for_percent, opposed, needed))


def _members_share(outcome: VoteOutcome, against: frozenset[str]) -> VoteShare:
    members = len(outcome.participating)
    mark = _MEMBER_PERCENTS.get(outcome.rule, 100 * outcome.members_needed / members)
    return VoteShare(100 * outcome.members_for / members, 100 * len(against) / members, mark)
