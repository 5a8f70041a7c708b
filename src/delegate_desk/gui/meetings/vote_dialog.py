"""The vote as it stands: a few lines beside a meeting, and a dialog to count one member by member."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QListView, QStyle, QVBoxLayout, QWidget
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
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    column_layout,
    flat_button,
    label,
    row_layout,
    scroll_area,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.key_bindings import physical_letter
from delegate_desk.gui.widgets.labels import terms, voting
from delegate_desk.gui.widgets.labels.voting import BY_HAND, ROLES, SIGNS, VoteChoice
from delegate_desk.gui.widgets.rows.row_list import RowList
from delegate_desk.gui.widgets.rows.row_model import Index, RowModel
from delegate_desk.gui.widgets.rows.row_painting import LEFT, RIGHT, RowDelegate, draw_ground, write_line


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
        """Return the votes of the participants; a declared abstention counts as such under unanimity alone."""
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
        """The setting in which a member takes part no more, or does again; somebody always does."""
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


_COLUMNS = 3
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

    def __init__(self, model: VoteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        model.modelReset.connect(self._on_model_reset)

    def code(self) -> str:
        return self._model.rows[max(0, self.currentIndex().row())]

    def select_member(self, code: str) -> None:
        self.setCurrentIndex(self._model.index(self._model.rows.index(code)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = self._action(event)
        if done is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            done()
            event.accept()

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, text = Qt.Key(event.key()), event.text()
        choice = VoteChoice.NOT_HEARD if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) else _KEYS.get(text)
        if choice is VoteChoice.DECLARES and self._model.setting.rule is not VotingRule.UNANIMITY:
            return lambda: None
        if choice is not None:
            return lambda: self._set_vote(choice)
        if key is Qt.Key.Key_Space:
            return lambda: self._cycle_vote(self.currentIndex().row())
        if text == "/":
            return lambda: self.toggled.emit(self.code())
        if text.isalpha():
            return lambda: self._select_by_letters(event)
        return None

    def _set_vote(self, choice: VoteChoice) -> None:
        row = self.currentIndex().row()
        self._typed = ""
        self._model.choose({self.code(): choice})
        self.setCurrentIndex(self._model.index(min(row + 1, self._model.rowCount() - 1)))

    def _cycle_vote(self, row: int) -> None:
        code = self._model.rows[row]
        now = self._model.choice(code)
        at = _ROUND.index(now) if now in _ROUND else -1
        self._model.choose({code: _ROUND[(at + 1) % len(_ROUND)]})

    def _select_by_letters(self, event: QKeyEvent) -> None:
        letter = event.text() if event.text().isascii() else physical_letter(event) or ""
        self._typed = (self._typed + letter.upper())[-2:]
        code = self._typed if self._typed in self._model.rows else delegation(self._typed)
        if code in self._model.rows and code is not None:
            self.select_member(code)
            self._typed = ""

    def _on_model_reset(self) -> None:
        self._update_height()
        self.setCurrentIndex(self._model.index(0))

    def _update_height(self) -> None:
        self.setFixedHeight(theme.row_height() * -(-self._model.rowCount() // _COLUMNS) + 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setGridSize(QSize(self.viewport().width() // _COLUMNS - 1, theme.row_height()))


class _MemberDelegate(RowDelegate[str]):
    _model: VoteModel

    @override
    def _height(self, row: str) -> int:
        return theme.row_height()

    @override
    def _paint(self, painter: QPainter, row: str, index: Index, option: Any) -> None:
        choice = self._model.choice(row)
        box = option.rect.adjusted(2, 1, -6, -1)
        if self._view.currentIndex().row() == index.row():
            draw_ground(painter, box, tinted=True, ring=bool(option.state & QStyle.StateFlag.State_HasFocus))
        outside = choice is VoteChoice.OUTSIDE
        role = "soft" if outside else "ink"
        painter.setPen(theme.color(ROLES[choice]))
        painter.setFont(theme.ui_font(theme.LARGE, bold=True))
        painter.drawText(QRect(box.left(), box.top(), 26, box.height()), Qt.AlignmentFlag.AlignCenter, SIGNS[choice])
        bold = theme.ui_font(bold=True)
        bold.setStrikeOut(outside)
        painter.setFont(bold)
        painter.setPen(theme.color(role))
        painter.drawText(box.adjusted(28, 0, 0, 0), LEFT, row)
        write_line(painter, box.adjusted(58, 0, -58, 0), terms.state_name(row), role)
        share = terms.format_decimal(self._model.share(row), 2)
        write_line(painter, box.adjusted(0, 0, -8, 0), share, "soft", size=theme.SMALL, align=RIGHT)


_WIDTH, _HEIGHT = 760, 640


class VotePane(StyledPane):
    """Likely vote according to the interventions: members in favour, their population, blocking members.

    Support, and what can be accepted, counts in favour; opposition, a red line and a reservation against; all
    else as not heard yet. The dialog starts from that, and trials in it stay there, but for the rule, the year
    and who takes part.
    """

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.model = VoteModel(desk.voting.supplied_tables(), self)
        self.head_label = label(self.tr("Vote: state of play"), "head", wrap=True)
        self.rule_label = label("", "small", wrap=True)
        self.members_label = label("", "line")
        self.population_label = label("", "line")
        self.minority_label = label("", "line", wrap=True)
        self.rounding_label = label(voting.rounding_note(), "warning", wrap=True)
        self.count_button = flat_button(self.tr("Calculator…"), self.tr("Enter the vote member by member"))
        top = row_layout((self.head_label, 1), self.count_button)
        layout = column_layout(top, within=self, margins=(12, 4, 8, 8), spacing=2)
        lines = QVBoxLayout()
        lines.setContentsMargins(4, 0, 0, 0)  # where the head begins
        lines.setSpacing(2)
        for line in (
            self.members_label,
            self.population_label,
            self.minority_label,
            self.rounding_label,
            self.rule_label,
        ):
            lines.addWidget(line)
        layout.addLayout(lines)
        self.setAccessibleName(self.tr("Vote: state of play"))
        self.setToolTip(
            self.tr(
                "{no_result} In favour: support, can accept. Against: oppose, red line, reservation. All others, "
                "including scrutiny reservations and conditional support, count as undeclared."
            ).format(no_result=voting.unofficial_note())
        )
        self.count_button.clicked.connect(self.open_dialog)
        self.model.counted.connect(self._show)
        self._show()

    def show_stances(self, stances: Mapping[str, Stance], tables: VotingTables) -> None:
        self.model.set_tables(tables)
        self.model.set_votes(votes_from_stances(stances))

    def open_dialog(self) -> "VoteDialog":
        dialog = VoteDialog(
            self._desk,
            self._tasks,
            self.model.tables,
            self.window(),
            votes=self.model.votes(),
            setting=self.model.setting,
        )
        dialog.setting_changed.connect(self.model.set_settings)
        dialog.open()
        return dialog

    def _show(self) -> None:
        outcome = self.model.outcome
        self.members_label.setText(voting.members_in_favour(outcome))
        self.population_label.setText(voting.population_in_favour(outcome))
        self.population_label.setVisible(outcome.population_needed_percent is not None)
        _show_minority(self.minority_label, self.model)
        self.rounding_label.setVisible(outcome.decided_by_rounding)
        words = [voting.rule_label(outcome.rule), str(outcome.year)]
        if self.model.setting.participation != "all":
            words.append(voting.participation_label(self.model.setting.participation))
        self.rule_label.setText(f"{' · '.join(words)}\n{voting.unofficial_note()}")


class VoteDialog(QDialog):
    setting_changed = Signal(object)  # VoteSettings

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        tables: VotingTables,
        parent: QWidget | None = None,
        *,
        votes: Votes | None = None,
        setting: VoteSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._is_filling = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Voting Calculator"))
        self.model = VoteModel(tables, self)
        if setting is not None:
            self.model.set_settings(setting)
        self.model.set_votes(votes or Votes())
        self.rule_combo, self.year_combo, self.part_combo = QComboBox(), QComboBox(), QComboBox()
        self.rule_combo.setAccessibleName(self.tr("Rule"))
        self.year_combo.setAccessibleName(self.tr("Reference year"))
        self.part_combo.setAccessibleName(self.tr("Participating members"))
        self.list = MemberList(self.model)
        self.verdict_label = label("", "title")
        self.count_label = label("", "line", wrap=True)
        self.minority_label = label("", "line", wrap=True)
        self.completions_label = label("", "soft", wrap=True)
        self.rounding_label = label(voting.rounding_note(), "warning", wrap=True)
        self.source_label = label("", "small", wrap=True)
        self.basis_label = label("", "small", wrap=True)
        self.result_label = label(voting.unofficial_note(), "facet", wrap=True)
        self.keys_label = label(
            self.tr(
                "+ for · − against · 0 abstain · Del undeclared · Space next of these · / participating or not · two "
                "letters: jump to a member"
            ),
            "soft",
            wrap=True,
        )
        self.for_button = flat_button(self.tr("Rest in Favour"), self.tr("Count all undeclared members as in favour"))
        self.clear_button = flat_button(self.tr("Reset"), self.tr("Reset all votes"))
        self.figures_button = flat_button(
            self.tr("Population Figures…"), self.tr("View and edit the population figures")
        )
        self.close_button = flat_button(self.tr("Close"), self.tr("Close"))
        self._arrange()
        self._connect()
        self._fill_combos()
        self._show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for combo, stretch in ((self.rule_combo, 3), (self.year_combo, 1), (self.part_combo, 3)):
            choices.addWidget(combo, stretch)
        widget = QWidget()
        column_layout(
            self.verdict_label,
            self.count_label,
            self.minority_label,
            self.completions_label,
            self.rounding_label,
            self.result_label,
            self.basis_label,
            self.source_label,
            None,
            within=widget,
            margins=(0, 4, 0, 4),
            spacing=4,
        )
        buttons = QHBoxLayout()
        for button in (self.for_button, self.clear_button, self.figures_button, self.close_button):
            set_part(button, "button")
            buttons.addWidget(button)
        buttons.insertStretch(3, 1)
        parts = (choices, self.list, self.keys_label, (scroll_area(widget), 1), buttons)
        column_layout(*parts, within=self, margins=(16, 16, 16, 12), spacing=8)
        above = self.parentWidget()
        self.resize(_WIDTH, min(_HEIGHT, above.height() - 40) if above else _HEIGHT)

    def _connect(self) -> None:
        for combo in (self.rule_combo, self.year_combo, self.part_combo):
            combo.currentIndexChanged.connect(self._on_combo_changed)
        self.list.toggled.connect(lambda code: self._apply_settings(self.model.settings_with_toggled(code)))
        self.model.counted.connect(self._show)
        self.for_button.clicked.connect(
            lambda: self.model.choose(dict.fromkeys(self.model.outcome.not_heard, VoteChoice.FOR))
        )
        self.clear_button.clicked.connect(lambda: self.model.set_votes(Votes()))
        self.figures_button.clicked.connect(self.edit_figures)
        self.close_button.clicked.connect(self.close)
        self._tasks.changed.connect(self._on_changes)

    def edit_figures(self) -> None:
        from delegate_desk.gui.meetings.population_dialog import PopulationDialog

        PopulationDialog(self._desk, self._tasks, self.model.figures.year, self).open()

    def _fill_combos(self) -> None:
        self._is_filling = True
        for combo in (self.rule_combo, self.year_combo, self.part_combo):
            combo.clear()
        setting = self.model.setting
        for rule in VotingRule:
            self.rule_combo.addItem(voting.rule_label(rule), rule)
        for year in self.model.tables.years():
            self.year_combo.addItem(str(year), year)
        for key in (*self.model.choices, BY_HAND):
            self.part_combo.addItem(voting.participation_label(key), key)
        self.rule_combo.setCurrentIndex(list(VotingRule).index(setting.rule))
        self.year_combo.setCurrentIndex(self.year_combo.findData(self.model.figures.year))
        self.part_combo.setCurrentIndex(self.part_combo.findData(setting.participation))
        self._is_filling = False

    def _on_combo_changed(self) -> None:
        if not self._is_filling:
            key = self.part_combo.currentData()
            by_hand = self.model.participating if key == BY_HAND else ()
            rule = VotingRule(self.rule_combo.currentData())
            self._apply_settings(VoteSettings(rule, self.year_combo.currentData(), key, tuple(by_hand)))

    def _apply_settings(self, setting: VoteSettings) -> None:
        at_hand = self.list.code()
        self.model.set_settings(setting)
        if at_hand in self.model.rows:
            self.list.select_member(at_hand)
        self._fill_combos()
        self.setting_changed.emit(setting)

    def _on_changes(self, changes: Changes) -> None:
        if changes.settings:
            self._tasks.read(self._desk.voting.tables, while_alive(self, self._set_tables))

    def _set_tables(self, tables: VotingTables) -> None:
        self.model.set_tables(tables)
        self._fill_combos()

    def _show(self) -> None:
        outcome = self.model.outcome
        self.verdict_label.setText(voting.vote_verdict_label(outcome))
        count = [voting.members_in_favour(outcome), voting.population_in_favour(outcome)]
        if outcome.not_heard:
            count.append(voting.format_not_heard(outcome))
        self.count_label.setText(" · ".join(word for word in count if word))
        _show_minority(self.minority_label, self.model)
        sets = [voting.join_codes(completion) for completion in outcome.completions]
        several = outcome.completing - len(outcome.completing_always) > 0
        self.completions_label.setText(self.tr("For example: {sets}").format(sets=terms.join_statements(sets)))
        self.completions_label.setVisible(bool(sets) and several)
        self.rounding_label.setVisible(outcome.decided_by_rounding)
        self.source_label.setText(voting.figures_source(self.model.figures))
        self.basis_label.setText(self._basis_text())

    def _basis_text(self) -> str:
        words = [voting.rule_basis(self.model.setting.rule)]
        if len(self.model.participating) < len(self.model.rows):
            words.append(self.tr("Article 238(3) TFEU: only those who take part are counted."))
        choice = self.model.choices.get(self.model.setting.participation)
        for source in choice.sources if choice else ():
            where = f"{', '.join(source.legal_basis)}: " if source.legal_basis else ""
            words += [f"{where}{source.text} ({source.seen})"]
        return "\n".join(words)


def _show_minority(line: QLabel, model: VoteModel) -> None:
    text = voting.blocking_minority(model.outcome)
    line.setText(text)
    line.setVisible(bool(text))
    set_property(line, "tone", "blocks" if model.outcome.opposed_block else "waits")
