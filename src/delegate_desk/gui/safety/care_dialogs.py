"""Dialogs that look after the library: its check, its backups, and the report for support."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHeaderView, QMessageBox, QTreeWidgetItem, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.library.backup import MOST, UPGRADE_DAYS, Backup, BackupOverview, BackupResult, RetentionTier
from delegate_desk.desk import Desk
from delegate_desk.gui.context import LOCKED, Context, Ending, WindowSettings, Work
from delegate_desk.gui.forms.ui_backups import Ui_Backups
from delegate_desk.gui.forms.ui_check import Ui_Check
from delegate_desk.gui.forms.ui_support import Ui_Support
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property, show_text, while_alive
from delegate_desk.gui.widgets.jobs import JobDialog
from delegate_desk.gui.widgets.labels import library_check, terms
from delegate_desk.gui.widgets.output import copy_text, default_file, prompt_folder, prompt_save
from delegate_desk.libraries import backup_folders_at, clear_damage, note_damage, rebuild

if TYPE_CHECKING:
    from delegate_desk.core.library.reports import Check, RepairResult, SupportReport


class SupportDialog(QDialog):
    """Creates the report in the background and shows all of it."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_Support()
        ui.setupUi(self)
        ui.copy_button.clicked.connect(self._copy)
        ui.save_button.clicked.connect(self._save)
        ui.close_button.clicked.connect(self.reject)
        tasks.read(desk.repair.report, self._show)

    def _show(self, report: SupportReport) -> None:
        lines = [
            f"Qt: {qVersion()} with PySide6 {PySide6.__version__} on {QGuiApplication.platformName()}",
            *(
                f"screen {n}: {screen.size().width()} × {screen.size().height()}, {screen.devicePixelRatio():g}"
                for n, screen in enumerate(QGuiApplication.screens(), start=1)
            ),
            "",
        ]
        self.ui.report_text.setPlainText("\n".join(lines + report.lines()))
        for button in (self.ui.copy_button, self.ui.save_button):
            button.setEnabled(True)

    def _copy(self) -> None:
        copy_text(self.ui.report_text.toPlainText())
        show_text(self.ui.note_label, self.tr("Report copied."))

    def _save(self) -> None:
        proposed = default_file("delegate-desk-report.txt")
        chosen = prompt_save(self, self.windowTitle(), proposed, self.tr("Text files (*.txt)"))
        if chosen is not None:
            self.save(chosen)

    def save(self, file: Path) -> None:
        try:
            file.write_text(self.ui.report_text.toPlainText() + "\n", encoding="utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            text = self.tr("{file} could not be saved: {reason}.").format(file=file, reason=reason)
        else:
            text = self.tr("Report saved to {file}.").format(file=file)
        show_text(self.ui.note_label, text)


class CheckDialog(JobDialog):
    """Checks the library as soon as it is shown, and repairs it on confirmation."""

    recovery_requested = Signal()  # of the database, for which the window has to close
    rebuild_requested = Signal()  # from originals and sidecars, for which the window has to close

    def __init__(self, desk: Desk, tasks: Tasks, second_place: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_Check()
        ui.setupUi(self)
        self.bar = ui.progress_bar
        self._desk = desk
        self._second_place = second_place
        self._state: Check | None = None
        self._done: list[str] = []
        ui.repair_button.clicked.connect(self._repair)
        ui.rebuild_button.clicked.connect(self._rebuild)
        ui.again_button.clicked.connect(self.check)
        ui.stop_button.clicked.connect(self._stop)
        ui.close_button.clicked.connect(self.close)
        self.check()

    def check(self) -> None:
        self._done = []
        self._start_check()

    def _start_check(self) -> None:
        self._start_shown(self.tr("Checking the library…"), self._desk.check_in_steps, self._show)

    def _start_shown(self, what: str, job: Callable[[], object], done: Callable[..., object]) -> None:
        self.ui.head_label.setText(what)
        self._start(what, job, done, self._show_failure)

    def _show(self, state: Check) -> None:
        self._state = state
        if state.ok:
            clear_damage(self._desk.folder)
        is_whole = not library_check.can_repair(state)
        self.ui.head_label.setText(self.tr("No problems found.") if is_whole else self.tr("Problems found:"))
        self.ui.findings_text.setPlainText("\n\n".join([*self._done, *library_check.findings(state)]))
        self._update_buttons()
        (self.ui.close_button if is_whole else self.ui.repair_button).setFocus()

    def _repair(self) -> None:
        if self._state is not None and self._state.database != "ok":
            self.recovery_requested.emit()
            return

        def show(result: RepairResult) -> None:
            self._done = library_check.report_sentences().repair(result)
            documents = self._desk.documents.all
            self._tasks.write(lambda: Changes(documents=frozenset(item.id for item in documents())))  # to be read
            self._start_check()

        repair, second = self._desk.repair.run, self._second_place
        self._start_shown(self.tr("Repairing the library…"), lambda: repair(backup_folders_at(second)), show)

    def _rebuild(self) -> None:
        question = self.tr(
            "The database will be rebuilt from the originals and the plain-text copies stored with it. The window "
            "closes meanwhile, and the present database is kept. This may take as long as importing all documents "
            "again. Continue?"
        )
        buttons = QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel
        answer = QMessageBox.question(self, self.windowTitle(), question, buttons, QMessageBox.StandardButton.Cancel)
        if answer == QMessageBox.StandardButton.Ok:
            self.rebuild_requested.emit()

    def _stop(self) -> None:
        if self._cancel():
            self.ui.head_label.setText(self.tr("Stopped. Repairs made so far are kept."))
            self._update_buttons()

    def _show_failure(self, sentence: str) -> None:
        self.ui.head_label.setText(self.tr("The library could not be checked."))
        self.ui.findings_text.setPlainText(sentence)

    @override
    def _update_buttons(self) -> None:
        super()._update_buttons()
        self.ui.stop_button.setVisible(self.is_busy)
        self.ui.again_button.setEnabled(not self.is_busy)
        self.ui.rebuild_button.setEnabled(not self.is_busy)
        can_repair = self._state is not None and library_check.can_repair(self._state)
        self.ui.repair_button.setEnabled(not self.is_busy and can_repair)


def check_in_background(context: Context) -> None:
    """Check the whole database in the background, from time to time, and report damage."""
    translate = QCoreApplication.translate

    def report(damage: list[str]) -> None:
        if damage:
            text = translate(
                "CheckDialog",
                "Part of its database cannot be read. Delegate Desk will recover what it can and restore the rest "
                "from the latest backup, now or at the next start.",
            )
            link = translate("CheckDialog", "Check the library"), lambda: show_check_dialog(context)
            context.notify.show_notice(translate("CheckDialog", "The library is damaged"), [text], link)

    context.tasks.read(context.desk.find_damage, while_alive(context.window, report))


def show_check_dialog(context: Context) -> CheckDialog:
    """Check the library in a dialog; repairs that need it closed close the window and open it again."""
    dialog = CheckDialog(context.desk, context.tasks, context.settings.second_place, context.window)
    folder, cipher = context.desk.folder, context.desk.cipher

    def recover() -> None:
        note_damage(folder)  # which the next start of the window asks about
        context.navigate.leave(LOCKED)

    def work() -> Work:
        yield from rebuild(folder, cipher)
        return cipher

    what = QCoreApplication.translate("CheckDialog", "Rebuilding the library from its originals…")
    dialog.recovery_requested.connect(recover)
    dialog.rebuild_requested.connect(lambda: context.navigate.leave(Ending(what=what, work=work)))
    dialog.open()
    return dialog


_BACKUP = Qt.ItemDataRole.UserRole


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
        tiers = RetentionTier.DAILY, RetentionTier.WEEKLY, RetentionTier.MONTHLY
        days, weeks, months = (MOST[tier] for tier in tiers)
        rule = self.tr(
            "Delegate Desk keeps {days} daily, {weeks} weekly and {months} monthly backups, and copies made before "
            "an upgrade for {upgrade} days. Until they expire, they still contain documents you have deleted "
            "permanently. A backup is made when you close the program and once a day while it is open, if anything "
            "has changed."
        )
        ui.rule_label.setText(rule.format(days=days, weeks=weeks, months=months, upgrade=UPGRADE_DAYS))
        ui.backup_list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        ui.make_button.clicked.connect(self._back_up)
        ui.restore_button.clicked.connect(self._restore)
        ui.choose_button.clicked.connect(self._choose)
        ui.without_button.clicked.connect(self._stop_second_place)
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
            place = self.tr("second location") if backup.is_at_second_place else self.tr("library")
            expires = self.tr("at the next backup") if backup.is_next_to_delete or not backup.tiers else ""
            created, size = terms.format_timestamp(backup.made), terms.format_size(backup.size)
            tier_text = ", ".join(tier_names[kind] for kind in backup.tiers)
            item = QTreeWidgetItem([created, size, place, tier_text, expires])
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
        backup = items[0].data(0, _BACKUP) if items else None
        return backup if isinstance(backup, Backup) else None

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

    def _finish(self, result: BackupResult) -> None:
        deleted = len(result.deleted)
        text = self.tr("Backup verified.")
        if deleted:
            text += " " + terms.format_count(
                deleted, self.tr("1 expired backup was deleted."), self.tr("{n} expired backups were deleted.")
            )
        if result.second_fault is not None:
            text += " " + explain(result.second_fault)
        self._note(text, "danger" if result.second_fault is not None else "certain")
        self._reload()

    def _choose(self) -> None:
        start_folder = self._places.second_place or Path.home()
        chosen = prompt_folder(self, self.tr("Second Backup Location"), start_folder)
        if chosen is not None:
            self.set_second_place(chosen)

    def set_second_place(self, folder: Path) -> None:
        def save(_: None) -> None:
            self._places.save_second_place(folder)
            self._back_up()

        self._tasks.read(lambda: self._desk.backups.choose_second(folder), while_alive(self, save), failed=self._fail)

    def _stop_second_place(self) -> None:
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
