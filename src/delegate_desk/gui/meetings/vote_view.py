"""The vote so far: a few lines below the agenda of a meeting, and a view with bars to count it by member."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QStyle, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.meetings.voting import (
    Figures,
    Participation,
    VoteOutcome,
    Votes,
    VotingRule,
    VotingTables,
    count_votes,
    votes_from_stances,
)
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_vote import Ui_Vote
from delegate_desk.gui.tab_page import PageState, TabEntry, TabPage, entry_of_document
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    StyledPane,
    column_layout,
    fill_combo,
    flat_button,
    handle_escape,
    label,
    row_layout,
    set_part,
    set_property,
    show_text,
    while_alive,
)
from delegate_desk.gui.widgets.key_bindings import physical_letter
from delegate_desk.gui.widgets.labels import terms, voting
from delegate_desk.gui.widgets.labels.voting import BY_HAND, ROLES, SIGNS, VoteChoice
from delegate_desk.gui.widgets.rows.row_list import CENTER, RIGHT, Index, RowDelegate, RowList, RowModel, write_line


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
        codes = {
            choice: frozenset(c for c in self.participating if self._choices.get(c) is choice) for choice in VoteChoice
        }
        declared = codes[VoteChoice.DECLARES]
        formal = declared if self.setting.rule is VotingRule.UNANIMITY else frozenset()
        return Votes(codes[VoteChoice.FOR], codes[VoteChoice.AGAINST], codes[VoteChoice.ABSTAINS] | declared, formal)

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


_THIN, _THICK = 8, 14
_CORNER = 2
_FIGURE = re.compile(r"\d[\d.,]*(\s%)?")
_MEMBER_PERCENTS = {VotingRule.QMV: 55, VotingRule.REINFORCED: 72}


class VoteBar(QWidget):
    """One bar, in percent; a thick one has the mark of the share required in favour labelled below."""

    def __init__(self, *, is_thick: bool) -> None:
        super().__init__()
        self._is_thick = is_thick
        self._in_favour = self._against = self._mark = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.subscribe_to_theme(self, self.update)
        label_height = round(QFontMetricsF(theme.ui_font(theme.SMALL)).height()) + 2 if is_thick else 2
        self.setFixedHeight((_THICK if is_thick else _THIN) + 4 + label_height)

    def show_share(self, in_favour: float, against: float, mark: float) -> None:
        self._in_favour, self._against, self._mark = in_favour, against, mark
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, mark = QPainter(self), self._mark
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 4, self.width(), _THICK if self._is_thick else _THIN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hairline"))
        painter.drawRoundedRect(bar, _CORNER, _CORNER)
        for role, percent, from_left in (("support", self._in_favour, True), ("red_line", self._against, False)):
            part = QRectF(bar)
            part.setWidth(bar.width() * percent / 100)
            if not from_left:
                part.moveRight(bar.right())
            painter.setBrush(theme.color(role))
            painter.drawRoundedRect(part, _CORNER, _CORNER)
        x = round(bar.width() * mark / 100)
        painter.fillRect(QRectF(x - 2, bar.top() - 3, 4, bar.height() + 6), theme.color("paper"))
        painter.fillRect(QRectF(x - 1, bar.top() - 3, 2, bar.height() + 6), theme.color("ink"))
        if self._is_thick:
            painter.setFont(theme.ui_font(theme.SMALL))
            painter.setPen(theme.color("soft"))
            label_box = QRectF(x - 40, bar.bottom(), 80, self.height() - bar.bottom())
            text = terms.format_decimal(mark, 0 if mark == round(mark) else 1)
            painter.drawText(label_box, Qt.AlignmentFlag.AlignCenter, f"{text} %")


class VoteBars(QWidget):
    """Two bars with labels: the members, and their population if the rule counts it."""

    def __init__(self, *, is_thick: bool = False) -> None:
        super().__init__()
        self._is_thick = is_thick
        self.members_label = label("", "line", wrap=True, rich=True)
        self.population_label = label("", "line", wrap=True, rich=True)
        self._members_needed, self._population_needed = label("", "soft"), label("", "soft")
        self.members_bar, self.population_bar = VoteBar(is_thick=is_thick), VoteBar(is_thick=is_thick)
        members = row_layout((self.members_label, 1), self._members_needed)
        self._population = QWidget()
        population = row_layout((self.population_label, 1), self._population_needed)
        column_layout(population, self.population_bar, within=self._population, margins=0, spacing=0)
        between = 8 if is_thick else 0
        column_layout(members, self.members_bar, between, self._population, within=self, margins=0, spacing=0)

    def show_vote(self, model: VoteModel) -> None:
        outcome, votes = model.outcome, model.votes()
        against = votes.against | (votes.abstaining if outcome.rule.counts_population else frozenset())
        self._show_count(self.members_label, voting.members_count(outcome, len(against), in_words=self._is_thick))
        self._members_needed.setText(voting.needed_label(str(outcome.members_needed), in_words=self._is_thick))
        members = len(outcome.participating)
        mark = _MEMBER_PERCENTS.get(outcome.rule, 100 * outcome.members_needed / members)
        self.members_bar.show_share(100 * outcome.members_for / members, 100 * len(against) / members, mark)
        percent = outcome.population_needed_percent
        self._population.setVisible(percent is not None)
        if percent is not None:
            total = sum(map(model.share, outcome.participating)) or 1
            opposed = 100 * sum(map(model.share, against)) / total
            count = voting.population_count(outcome, opposed, in_words=self._is_thick)
            self._show_count(self.population_label, count)
            self._population_needed.setText(voting.needed_label(f"{percent:g} %", in_words=self._is_thick))
            self.population_bar.show_share(outcome.population_for_percent, opposed, percent)

    def _show_count(self, target: QLabel, text: str) -> None:
        """Show a count; above a thick bar its name is semi-bold, above a thin one its first figure."""
        name, _, figures = escape(text).partition(":")
        if self._is_thick:
            rich = f"<b>{name.rstrip()}</b>&nbsp; {figures.strip()}"
        else:
            rich = f"{name}:" + _FIGURE.sub(r"<b>\g<0></b>", figures, count=1)
        target.setText(theme.semi_bold(rich))
        target.setAccessibleName(text)


_COLUMNS, _ROW, _BETWEEN = 3, 30, 28
_NARROWEST = 226
"""Minimum width of a column: sign, code, name and share, and the space to the next."""
_KEYS = {
    "+": VoteChoice.FOR,
    "=": VoteChoice.FOR,
    "-": VoteChoice.AGAINST,
    "−": VoteChoice.AGAINST,
    "0": VoteChoice.ABSTAINS,
    "~": VoteChoice.ABSTAINS,
    "!": VoteChoice.DECLARES,
    "?": VoteChoice.NOT_HEARD,
}
_ROUND = (VoteChoice.NOT_HEARD, VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAINS)


class MemberList(RowList):
    toggled = Signal(str)

    def __init__(self, model: VoteModel) -> None:
        super().__init__()
        self._model = model
        self._typed = ""
        self.setModel(model)
        self.setItemDelegate(_MemberDelegate(self, model))
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("member_list")
        self.setAccessibleName(self.tr("Members and their votes"))
        self._update_height()
        self.clicked.connect(lambda index: self._cycle_vote(index.row()))
        self.setCurrentIndex(model.index(0))
        model.modelReset.connect(self._update_height)
        model.modelReset.connect(lambda: self.setCurrentIndex(model.index(0)))

    def code(self) -> str:
        return self._model.rows[max(0, self.currentIndex().row())]

    def select_member(self, code: str) -> None:
        self.setCurrentIndex(self._model.index(self._model.rows.index(code)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        choice = VoteChoice.NOT_HEARD if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) else _KEYS.get(text)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif choice is not None:
            if choice is not VoteChoice.DECLARES or self._model.setting.rule is VotingRule.UNANIMITY:
                row = self.currentIndex().row()
                self._typed = ""
                self._model.choose({self.code(): choice})
                self.setCurrentIndex(self._model.index(min(row + 1, self._model.rowCount() - 1)))
        elif key is Qt.Key.Key_Space:
            self._cycle_vote(self.currentIndex().row())
        elif text == "/":
            self.toggled.emit(self.code())
        elif text.isalpha():
            letter = text if text.isascii() else physical_letter(event) or ""
            self._typed = (self._typed + letter.upper())[-2:]
            code = self._typed if self._typed in self._model.rows else delegation(self._typed)
            if code in self._model.rows and code is not None:
                self.select_member(code)
                self._typed = ""
        else:
            super().keyPressEvent(event)

    def _cycle_vote(self, row: int) -> None:
        code = self._model.rows[row]
        choice = self._model.choice(code)
        index = _ROUND.index(choice) if choice in _ROUND else -1
        self._model.choose({code: _ROUND[(index + 1) % len(_ROUND)]})

    def _update_height(self) -> None:
        self.setFixedHeight(_ROW * -(-self._model.rowCount() // self._columns()) + 4)

    def _columns(self) -> int:
        return min(max((self.width() + _BETWEEN) // _NARROWEST, 1), _COLUMNS)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_height()
        self.setGridSize(QSize((self.viewport().width() + _BETWEEN) // self._columns(), _ROW))


class _MemberDelegate(RowDelegate[str]):
    _model: VoteModel

    @override
    def _height(self, row: str) -> int:
        return _ROW

    @override
    def _paint(self, painter: QPainter, row: str, index: Index, option: Any) -> None:
        choice = self._model.choice(row)
        box = option.rect.adjusted(0, 0, -_BETWEEN, 0)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("hairline"))
        if self._view.currentIndex().row() == index.row():
            painter.fillRect(box, theme.color("tint"))
            is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.fillRect(box.left(), box.top(), 3, box.height(), theme.color("accent" if is_focused else "soft"))
        is_outside = choice is VoteChoice.OUTSIDE
        role = "soft" if is_outside else "ink"
        sign = QRect(box.left(), box.top(), 26, box.height())
        write_line(painter, sign, SIGNS[choice], ROLES[choice], bold=True, size=theme.LARGE, align=CENTER)
        bold = theme.ui_font(bold=True)
        bold.setStrikeOut(is_outside)
        write_line(painter, box.adjusted(28, 0, 0, 0), row, role, font=bold)
        write_line(painter, box.adjusted(58, 0, -58, 0), terms.state_name(row), role)
        share = terms.format_decimal(self._model.share(row), 2)
        write_line(painter, box.adjusted(0, 0, -8, 0), share, "soft", align=RIGHT)


class VotePane(StyledPane):
    """Likely vote according to the interventions: members in favour, their population, blocking members.

    Support and acceptance count as votes in favour; opposition, a red line and a reservation as votes against;
    everything else as not heard yet. The calculator, which a button opens, starts from that, and changes in it stay
    there, except for the rule, the year and the participants.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.place = ""
        self.model = VoteModel(desk.voting.supplied_tables(), self)
        self.head_label = label(self.tr("Vote"), "head", wrap=True)
        self.rule_label = label("", "small", wrap=True)
        self.bars = VoteBars()
        self.minority_label = label("", "line", wrap=True)
        self.rounding_label = label(voting.rounding_note(), "warning", wrap=True)
        self.count_button = flat_button(self.tr("Calculator…"), self.tr("Enter the vote member by member"))
        top = row_layout((self.head_label, 1), self.count_button)
        parts = (self.bars, self.minority_label, self.rounding_label, self.rule_label)
        lines = column_layout(*parts, margins=(4, 0, 0, 0), spacing=2)  # where the head begins
        column_layout(top, lines, within=self, margins=(12, 4, 8, 8), spacing=2)
        self.setAccessibleName(self.tr("Vote: state of play"))
        self.setToolTip(
            self.tr(
                "{no_result} In favour: support, can accept. Against: oppose, red line, reservation. All others, "
                "including scrutiny reservations and conditional support, count as undeclared."
            ).format(no_result=voting.unofficial_note())
        )
        self.model.counted.connect(self._show)
        self._show()

    def show_stances(self, stances: Mapping[str, Stance], tables: VotingTables, place: str = "") -> None:
        """Count the stances recorded on a place, or without a place on the whole item."""
        self.place = place
        self.head_label.setText(self.tr("Vote · {place}").format(place=place) if place else self.tr("Vote"))
        self.model.set_tables(tables)
        self.model.set_votes(votes_from_stances(stances))

    def _show(self) -> None:
        outcome = self.model.outcome
        self.bars.show_vote(self.model)
        _show_minority(self.minority_label, self.model)
        self.rounding_label.setVisible(outcome.decided_by_rounding)
        words = [voting.rule_label(outcome.rule), str(outcome.year)]
        if self.model.setting.participation != "all":
            words.append(voting.participation_label(self.model.setting.participation))
        self.rule_label.setText(f"{' · '.join(words)}\n{voting.unofficial_note()}")


class VoteCalculator(StyledPane):
    """Counts a vote member by member.

    Attributes:
        choices: Rule, year and participants, for the line above it.

    Signals:
        setting_changed: The rule, the year or the participants changed, with the ``VoteSettings``.
        left: Esc was pressed.
    """

    setting_changed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.ui = ui = Ui_Vote()
        ui.setupUi(self)
        set_part(self, "paper")
        self._place = ""
        self.model = VoteModel(desk.voting.supplied_tables(), self)
        self.list, self.bars, self.choices = MemberList(self.model), VoteBars(is_thick=True), ui.choices
        ui.rounding_label.setText(voting.rounding_note())
        ui.list_layout.addWidget(self.list)
        ui.bars_layout.addWidget(self.bars)
        ui.below_layout.insertWidget(0, FlowRow([ui.for_button, ui.clear_button, ui.figures_button], 8), 1)
        ui.area.installEventFilter(self)
        self._show_sources(False)
        self.setFocusProxy(self.list)
        for combo in (ui.rule_combo, ui.year_combo, ui.part_combo):
            combo.currentIndexChanged.connect(self._on_combo_changed)
        self.list.toggled.connect(lambda code: self._apply_settings(self.model.settings_with_toggled(code)))
        self.model.counted.connect(self._show)
        self.list.selectionModel().currentChanged.connect(lambda index, _: self._scroll_to(index))
        ui.for_button.clicked.connect(
            lambda: self.model.choose(dict.fromkeys(self.model.outcome.not_heard, VoteChoice.FOR))
        )
        ui.clear_button.clicked.connect(lambda: self.model.set_votes(Votes()))
        ui.sources_button.toggled.connect(self._show_sources)
        ui.figures_button.clicked.connect(self.edit_figures)
        tasks.changed.connect(self._on_changes)
        self._fill_combos()
        self._show()

    @staticmethod
    def hint() -> str:
        return QCoreApplication.translate(
            "VoteCalculator",
            "+ for · − against · 0 abstain · Del undeclared · / participating or not · two letters: jump to a member",
        )

    def start(
        self, tables: VotingTables, votes: Votes, setting: VoteSettings | None = None, *, place: str = ""
    ) -> None:
        """Start with the votes on a place, at the top; without settings, with the last settings."""
        self._place = place
        self.model.set_tables(tables)
        self.model.set_settings(setting or self.model.setting)
        self.model.set_votes(votes)
        self._fill_combos()
        self.ui.area.verticalScrollBar().setValue(0)

    @override
    def event(self, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys with Alt from the scroll area, which takes the arrows."""
        is_passed = isinstance(event, QKeyEvent) and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_passed:
            event.ignore()
        return is_passed

    def _scroll_to(self, index: QModelIndex) -> None:
        content = self.ui.area.widget()
        if content is not None:
            center = self.list.viewport().mapTo(content, self.list.visualRect(index).center())
            self.ui.area.ensureVisible(center.x(), center.y(), 0, _ROW)

    def edit_figures(self) -> None:
        from delegate_desk.gui.meetings.allies_view import PopulationDialog

        PopulationDialog(self._desk, self._tasks, self.model.figures.year, self).open()

    def _show_sources(self, shown: bool) -> None:
        self.ui.sources_button.setIcon(theme.icon("chevron-down" if shown else "chevron-right"))
        self.ui.basis_label.setVisible(shown)
        self.ui.source_label.setVisible(shown)
        self.ui.completions_label.setVisible(shown and bool(self.ui.completions_label.text()))

    def _fill_combos(self) -> None:
        setting, model, ui = self.model.setting, self.model, self.ui
        rules = {rule: voting.rule_label(rule) for rule in VotingRule}
        years = {year: str(year) for year in model.tables.years()}
        parts = {key: voting.participation_label(key) for key in (*model.choices, BY_HAND)}
        fill_combo(ui.rule_combo, rules, setting.rule)
        fill_combo(ui.year_combo, years, model.figures.year)
        fill_combo(ui.part_combo, parts, setting.participation)

    def _on_combo_changed(self) -> None:
        key = self.ui.part_combo.currentData()
        by_hand = self.model.participating if key == BY_HAND else ()
        rule = VotingRule(self.ui.rule_combo.currentData())
        self._apply_settings(VoteSettings(rule, self.ui.year_combo.currentData(), key, tuple(by_hand)))

    def _apply_settings(self, setting: VoteSettings) -> None:
        member = self.list.code()
        self.model.set_settings(setting)
        if member in self.model.rows:
            self.list.select_member(member)
        self._fill_combos()
        self.setting_changed.emit(setting)

    def _on_changes(self, changes: Changes) -> None:
        def show(tables: VotingTables) -> None:
            self.model.set_tables(tables)
            self._fill_combos()

        if changes.settings:
            self._tasks.read(self._desk.voting.tables, while_alive(self, show))

    def _show(self) -> None:
        outcome = self.model.outcome
        self.ui.verdict_label.setText(voting.vote_verdict_label(outcome))
        self.bars.show_vote(self.model)
        self.ui.count_label.setText(voting.count_line(outcome, len(self.model.votes().against), self._place))
        _show_minority(self.ui.minority_label, self.model)
        head, comma, others = escape(self.ui.minority_label.text()).partition(", ")
        self.ui.minority_label.setText(theme.semi_bold(f"<b>{head}</b>{comma}{others}"))
        sets = [voting.join_codes(completion) for completion in outcome.completions]
        has_others = outcome.completing > len(outcome.completing_always)
        text = self.tr("For example: {sets}").format(sets=terms.join_statements(sets))
        self.ui.completions_label.setText(text if sets and has_others else "")
        self._show_sources(self.ui.sources_button.isChecked())
        self.ui.rounding_label.setVisible(outcome.decided_by_rounding)
        self.ui.source_label.setText(voting.figures_source(self.model.figures))
        words = [voting.rule_basis(self.model.setting.rule)]
        if len(self.model.participating) < len(self.model.rows):
            words.append(self.tr("Article 238(3) TFEU: only those who take part are counted."))
        choice = self.model.choices.get(self.model.setting.participation)
        for source in choice.sources if choice else ():
            basis = f"{', '.join(source.legal_basis)}: " if source.legal_basis else ""
            words.append(f"{basis}{source.text} ({source.seen})")
        self.ui.basis_label.setText("\n".join(words))


def _show_minority(line: QLabel, model: VoteModel) -> None:
    show_text(line, voting.blocking_minority(model.outcome))
    set_property(line, "tone", "blocks" if model.outcome.opposed_block else "waits")


class VoteView(TabPage):
    """The calculator outside a meeting; Esc returns to the previous view."""

    help_page = "meeting#vote"
    names_place = True

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self.before: QWidget | None = None
        self.calculator = VoteCalculator(desk, tasks)
        line, title = StyledPane(), label(self.calculator.accessibleName(), "facet")
        set_part(line, "breadcrumb")
        choices = FlowRow((title, self.calculator.choices), 4, ends_right=True)
        row_layout(choices, within=line, margins=(16, 2, 16, 2))
        column_layout(line, (self.calculator, 1), within=self, margins=0, spacing=0)
        self.setFocusProxy(self.calculator)

    @override
    def entry(self) -> TabEntry | None:
        return entry_of_document(self.before)

    @override
    def state(self) -> PageState:
        previous = self.before
        shown = previous.state() if isinstance(previous, TabPage) and isValid(previous) else PageState()
        return PageState(shown.document, shown.place, shown.marking, VoteCalculator.hint(), number=shown.number)
