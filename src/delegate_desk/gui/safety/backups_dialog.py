"""The existing backups, here and at the second location, why each is kept, and which are deleted next."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from typing_extensions import override

from delegate_desk.core.library.backup import MOST, UPGRADE_DAYS, Backup, BackupOverview, BackupResult, RetentionTier
from delegate_desk.desk import Desk
from delegate_desk.gui.context import WindowSettings
from delegate_desk.gui.forms.ui_backups import Ui_Backups
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property, show_text, while_alive
from delegate_desk.gui.widgets.jobs import JobDialog
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import prompt_folder

_BACKUP = Qt.ItemDataRole.UserRole
_WIDTHS = (170, 100, 130, 220)
"""Widths of all columns but the last, in pixels."""


class BackupsDialog(JobDialog):
    """Lists the backups; makes one, chooses the second location, and requests restoring one."""

    restore_requested = Signal(object)  # with the path of the backup

    def __init__(self, desk: Desk, tasks: Tasks, places: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._desk = desk
        self._places = places
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_Backups()
        ui.setupUi(self)
        self.bar = ui.progress_bar
        days, weeks, months = (
            MOST[kind] for kind in (RetentionTier.DAILY, RetentionTier.WEEKLY, RetentionTier.MONTHLY)
        )
        rule = self.tr(
            "Delegate Desk keeps {days} daily, {weeks} weekly and {months} monthly backups, and copies made before "
            "an upgrade for {upgrade} days. Until they expire, they still contain documents you have deleted "
            "permanently. A backup is made when you close the program and once a day while it is open, if anything "
            "has changed."
        )
        ui.rule_label.setText(rule.format(days=days, weeks=weeks, months=months, upgrade=UPGRADE_DAYS))
        for column, width in enumerate(_WIDTHS):
            ui.backup_list.setColumnWidth(column, width)
        ui.make_button.clicked.connect(self._back_up)
        ui.restore_button.clicked.connect(self._restore)
        ui.choose_button.clicked.connect(self._choose)
        ui.without_button.clicked.connect(self._do_without)
        ui.stop_button.clicked.connect(self._stop)
        ui.close_button.clicked.connect(self.close)
        ui.backup_list.itemSelectionChanged.connect(self._update_buttons)
        ui.backup_list.itemActivated.connect(lambda *_: self._restore())
        self._update_buttons()
        self._reload()

    # Content

    def _reload(self) -> None:
        second = self._places.second_place
        self._tasks.read(lambda: self._desk.backups.overview(second), self._show, failed=self._fail)

    def _show(self, overview: BackupOverview) -> None:
        tier_names = {
            RetentionTier.DAILY: self.tr("daily"),
            RetentionTier.WEEKLY: self.tr("weekly"),
            RetentionTier.MONTHLY: self.tr("monthly"),
            RetentionTier.UPGRADE: self.tr("before an upgrade"),
        }
        self.ui.backup_list.clear()
        for backup in overview.backups:
            where = self.tr("second location") if backup.is_at_second_place else self.tr("library")
            expires = self.tr("at the next backup") if backup.is_next_to_delete or not backup.tiers else ""
            made, size = terms.format_timestamp(backup.made), terms.format_size(backup.size)
            kept_as = ", ".join(tier_names[kind] for kind in backup.tiers)
            item = QTreeWidgetItem([made, size, where, kept_as, expires])
            item.setData(0, _BACKUP, backup)
            item.setToolTip(0, str(backup.path))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.ui.backup_list.addTopLevelItem(item)
        newest = self.ui.backup_list.topLevelItem(0)
        if newest is not None:
            self.ui.backup_list.setCurrentItem(newest)
        elif not self.is_busy and not self.ui.note_label.text():
            self._note(self.tr("No backups yet. The first one is made when you close the program."), "soft")
        if overview.second is None:
            text = self.tr("No second location. Choose a USB stick or another drive in case the laptop is lost.")
        elif overview.is_second_reachable:
            text = self.tr("Second location: {folder}").format(folder=overview.second)
        else:
            text = self.tr("Second location: {folder}. It is not available now; Delegate Desk will try again.")
            text = text.format(folder=overview.second)
        self.ui.second_label.setText(text)
        self.ui.without_button.setVisible(overview.second is not None)
        self._update_buttons()

    def _selected_backup(self) -> Backup | None:
        items = self.ui.backup_list.selectedItems()
        found = items[0].data(0, _BACKUP) if items else None
        return found if isinstance(found, Backup) else None

    @override
    def _update_buttons(self) -> None:
        super()._update_buttons()
        self.ui.stop_button.setVisible(self.is_busy)
        self.ui.restore_button.setEnabled(not self.is_busy and self._selected_backup() is not None)
        for button in (self.ui.make_button, self.ui.choose_button, self.ui.without_button):
            button.setEnabled(not self.is_busy)

    # Actions

    def _back_up(self) -> None:
        second = self._places.second_place
        self._note("", "soft")
        what = self.tr("Making a backup")
        self._start(what, lambda: self._desk.backups.back_up(second), self._finish, self._show_failure)

    def _finish(self, made: BackupResult) -> None:
        gone = len(made.deleted)
        text = self.tr("Backup verified.")
        if gone:
            text += " " + terms.format_count(
                gone, self.tr("1 expired backup was deleted."), self.tr("{n} expired backups were deleted.")
            )
        if made.second_fault is not None:
            text += " " + explain(made.second_fault)
        self._note(text, "danger" if made.second_fault is not None else "certain")
        self._reload()

    def _choose(self) -> None:
        usual = self._places.second_place or Path.home()
        chosen = prompt_folder(self, self.tr("Second Backup Location"), usual)
        if chosen is not None:
            self.set_second_place(chosen)

    def set_second_place(self, folder: Path) -> None:
        def keep(_: None) -> None:
            self._places.save_second_place(folder)
            self._back_up()

        self._tasks.read(lambda: self._desk.backups.choose_second(folder), while_alive(self, keep), failed=self._fail)

    def _do_without(self) -> None:
        self._places.save_second_place(None)
        self._note(self.tr("Backups are no longer copied to a second location. Existing copies stay there."), "soft")
        self._reload()

    def _restore(self) -> None:
        selected = self._selected_backup()
        if selected is not None and not self.is_busy:
            self.close()
            self.restore_requested.emit(selected.path)

    def _stop(self) -> None:
        if self._cancel():
            self._note(self.tr("Stopped. The unfinished backup was deleted."), "soft")
            self._reload()

    def _show_failure(self, sentence: str) -> None:
        self._note(sentence, "danger")
        self._reload()

    def _fail(self, error: Exception) -> None:
        if self._tasks.is_known(error):
            self._note(explain(error), "danger")

    def _note(self, text: str, part: str) -> None:
        set_property(self.ui.note_label, "part", part)
        show_text(self.ui.note_label, text)
