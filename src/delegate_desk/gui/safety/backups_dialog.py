"""The backups there are, here and at the second place: what each is kept as, and which go next."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from delegate_desk.core.errors import DeskError
from delegate_desk.core.library.backup import MOST, UPGRADE_DAYS, Backup, BackupOverview, BackupResult, RetentionTier
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import label, set_property, while_alive
from delegate_desk.gui.widgets.labels import terms

_BACKUP = Qt.ItemDataRole.UserRole
_WHOLE = 1000
_WIDTHS = (170, 100, 130, 220)
"""Of the columns but the last, in pixels."""


class SecondLocation(Protocol):
    """Who remembers the second place."""

    @property
    def second_place(self) -> Path | None: ...

    def save_second_place(self, folder: Path | None) -> None: ...


class BackupsDialog(QDialog):
    """Lists the backups; makes one, chooses the second place, and asks for one to be restored.

    Signals:
        restore_asked: A backup is to be restored, with its path.
    """

    restore_requested = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, places: SecondLocation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._places = places
        self._ticket: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups"))
        self.resize(860, 520)
        self._make()
        self._lay_out()
        tasks.progressed.connect(self._show_progress)
        self.backup_list.itemSelectionChanged.connect(self._update_buttons)
        self.backup_list.itemActivated.connect(lambda *_: self._restore())
        self.make_button.clicked.connect(self._back_up)
        self.restore_button.clicked.connect(self._restore)
        self.choose_button.clicked.connect(self._choose)
        self.without_button.clicked.connect(self._do_without)
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.close)
        self._reload()

    def _make(self) -> None:
        days, weeks, months = (
            MOST[kind] for kind in (RetentionTier.DAILY, RetentionTier.WEEKLY, RetentionTier.MONTHLY)
        )
        rule = self.tr(
            "Delegate Desk keeps {days} daily, {weeks} weekly and {months} monthly backups, and copies made before "
            "an upgrade for {upgrade} days. Until they expire, they still contain documents you have deleted "
            "permanently. A backup is made when you close the program and once a day while it is open, if anything "
            "has changed."
        )
        self.rule_label = label(
            rule.format(days=days, weeks=weeks, months=months, upgrade=UPGRADE_DAYS), "soft", wrap=True
        )
        self.backup_list = QTreeWidget()
        self.backup_list.setAccessibleName(self.tr("Backups"))
        self.backup_list.setRootIsDecorated(False)
        self.backup_list.setUniformRowHeights(True)
        self.backup_list.setAlternatingRowColors(False)
        heads = (self.tr("Created"), self.tr("Size"), self.tr("Location"), self.tr("Type"), self.tr("Expires"))
        self.backup_list.setHeaderLabels(list(heads))
        self.backup_list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            self.backup_list.setColumnWidth(column, width)
        self.backup_list.header().setStretchLastSection(True)
        self.second_label = label("", "text", wrap=True)
        self.note_label = label("", "soft", wrap=True)
        self.progress_bar = QProgressBar()
        self.progress_bar.setAccessibleName(self.tr("Backup progress"))
        self.progress_bar.setRange(0, _WHOLE)
        self.progress_bar.setTextVisible(False)
        self.make_button = QPushButton(self.tr("&Back Up Now"))
        self.restore_button = QPushButton(self.tr("&Restore to Another Folder…"))
        self.choose_button = QPushButton(self.tr("Choose &Second Location…"))
        self.without_button = QPushButton(self.tr("Remo&ve Second Location"))
        self.stop_button = QPushButton(self.tr("S&top"))
        self.close_button = QPushButton(self.tr("&Close"))
        self.make_button.setDefault(True)
        self._show_working(False)

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.addWidget(self.second_label, 1)
        for button in (self.choose_button, self.without_button):
            second.addWidget(button)
        under_way = QHBoxLayout()
        under_way.addWidget(self.progress_bar, 1)
        under_way.addWidget(self.stop_button)
        row = QHBoxLayout()
        row.addWidget(self.restore_button)
        row.addStretch(1)
        for button in (self.make_button, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.rule_label)
        layout.addWidget(self.backup_list, 1)
        layout.addLayout(second)
        layout.addWidget(self.note_label)
        layout.addLayout(under_way)
        layout.addLayout(row)

    # What there is

    def _reload(self) -> None:
        second = self._places.second_place
        self._tasks.read(
            lambda: self._desk.backups.overview(second),
            while_alive(self, self._show),
            failed=while_alive(self, self._fail),
        )

    def _show(self, overview: BackupOverview) -> None:
        self.backup_list.clear()
        for one in overview.backups:
            item = QTreeWidgetItem(
                [self._made(one), terms.format_size(one.size), self._where(one), self._retention_text(one), ""]
            )
            item.setText(4, self._expiry_text(one))
            item.setData(0, _BACKUP, one)
            item.setToolTip(0, str(one.path))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.backup_list.addTopLevelItem(item)
        newest = self.backup_list.topLevelItem(0)
        if newest is not None:
            self.backup_list.setCurrentItem(newest)
        elif self._ticket is None and not self.note_label.text():
            self._note(self.tr("No backups yet. The first one is made when you close the program."), "soft")
        if overview.second is None:
            said = self.tr("No second location. Choose a USB stick or another drive in case the laptop is lost.")
        elif overview.is_second_reachable:
            said = self.tr("Second location: {folder}").format(folder=overview.second)
        else:
            said = self.tr("Second location: {folder}. It is not available now; Delegate Desk will try again.")
            said = said.format(folder=overview.second)
        self.second_label.setText(said)
        self.without_button.setVisible(overview.second is not None)
        self._update_buttons()

    def _made(self, one: Backup) -> str:
        return terms.format_timestamp(one.made)

    def _where(self, one: Backup) -> str:
        return self.tr("second location") if one.is_at_second_place else self.tr("library")

    def _retention_text(self, one: Backup) -> str:
        said = {
            RetentionTier.DAILY: self.tr("daily"),
            RetentionTier.WEEKLY: self.tr("weekly"),
            RetentionTier.MONTHLY: self.tr("monthly"),
            RetentionTier.UPGRADE: self.tr("before an upgrade"),
        }
        return ", ".join(said[kind] for kind in one.tiers)

    def _expiry_text(self, one: Backup) -> str:
        return self.tr("at the next backup") if one.is_next_to_delete or not one.tiers else ""

    def _selected(self) -> Backup | None:
        items = self.backup_list.selectedItems()
        found = items[0].data(0, _BACKUP) if items else None
        return found if isinstance(found, Backup) else None

    def _update_buttons(self) -> None:
        idle = self._ticket is None
        self.restore_button.setEnabled(idle and self._selected() is not None)
        for button in (self.make_button, self.choose_button, self.without_button):
            button.setEnabled(idle)

    # What is done

    def _back_up(self) -> None:
        second = self._places.second_place
        self._note("", "soft")
        self._ticket = self._tasks.read(
            lambda: self._desk.backups.back_up(second),
            while_alive(self, self._finish),
            failed=while_alive(self, self._fail),
            what=self.tr("Making a backup"),
        )
        self._show_working(True)
        self._update_buttons()

    def _finish(self, made: BackupResult) -> None:
        self._end()
        gone = len(made.deleted)
        said = self.tr("Backup verified.")
        if gone:
            said += " " + terms.format_count(
                gone, self.tr("1 expired backup was deleted."), self.tr("{n} expired backups were deleted.")
            )
        if made.second_fault is not None:
            said += " " + explain(made.second_fault)
        self._note(said, "danger" if made.second_fault is not None else "certain")

    def _choose(self) -> None:
        usual = str(self._places.second_place or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Second Backup Location"), usual)
        if chosen:
            self.set_second_place(Path(chosen))

    def set_second_place(self, folder: Path) -> None:
        """Take a folder for the second place, and the newest backup to it."""

        def choose() -> None:
            self._desk.backups.choose_second(folder)

        def keep(_: None) -> None:
            self._places.save_second_place(folder)
            self._back_up()

        self._tasks.read(choose, while_alive(self, keep), failed=while_alive(self, self._fail))

    def _do_without(self) -> None:
        self._places.save_second_place(None)
        self._note(self.tr("Backups are no longer copied to a second location. Existing copies stay there."), "soft")
        self._reload()

    def _restore(self) -> None:
        selected = self._selected()
        if selected is not None and self._ticket is None:
            self.close()
            self.restore_requested.emit(selected.path)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._end()
            self._note(self.tr("Stopped. The unfinished backup was deleted."), "soft")

    def _fail(self, error: Exception) -> None:
        self._end()
        if isinstance(error, DeskError):
            self._note(explain(error), "danger")
        else:
            self._tasks.failed.emit(error)

    def _end(self) -> None:
        self._ticket = None
        self._show_working(False)
        self._reload()

    def _note(self, said: str, part: str) -> None:
        set_property(self.note_label, "part", part)
        self.note_label.setText(said)
        self.note_label.setVisible(bool(said))

    def _show_working(self, working: bool) -> None:
        self.progress_bar.setValue(0)
        for widget in (self.progress_bar, self.stop_button):
            widget.setVisible(working)

    def _show_progress(self, what: str, done: int, of: int) -> None:
        if self._ticket is not None and what == self._ticket.what and of:
            self.progress_bar.setValue(done * _WHOLE // of)
