"""Packages from the window: packed for a colleague, looked at, unpacked; and the people whom they name."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.package import SUFFIX, PackageImport, PackagePreview
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.exchange.package_export_dialog import Packable, load_packable
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.save_file_dialog import default_folder


class Packing(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._desk, self._tasks, self._notify = context.desk, context.tasks, context.notify
        self._waiting: list[Path] = []

    def pack(self) -> None:
        desk, tasks, window = self._desk, self._tasks, self._context.window

        def look(_: Changes) -> None:
            front = self._context.navigate.current_document()
            tasks.read(lambda: load_packable(desk, front), ask)

        def ask(packable: Packable) -> None:
            from delegate_desk.gui.exchange.package_export_dialog import PackingDialog

            if packable.document_count:
                PackingDialog(desk, tasks, packable, window).open()
            else:
                head = self.tr("Nothing to export")
                self._notify.show_notice(head, [self.tr("There are no documents in the library yet.")])

        tasks.flush()
        tasks.write(Changes, look)  # behind what was typed: it is to leave too

    def choose(self) -> None:
        kinds = self.tr("Packages (*{suffix})").format(suffix=SUFFIX) + ";;" + self.tr("All files (*)")
        title = self.tr("Import Package")
        chosen, _ = QFileDialog.getOpenFileName(self._context.window, title, str(default_folder()), kinds)
        if chosen:
            self.open_packages([Path(chosen)])

    def open_packages_among(self, paths: Iterable[Path]) -> list[Path]:
        """Open the packages among some files, one after the other; return the other files."""
        given = list(paths)
        packages = [path for path in given if path.suffix.lower() == SUFFIX]
        if packages:
            self.open_packages(packages)
        return [path for path in given if path not in packages]

    def open_packages(self, packages: list[Path]) -> None:
        self._waiting += packages
        if len(self._waiting) == len(packages):
            self._next()

    def show_people(self) -> None:
        from delegate_desk.gui.exchange.people_dialog import PeopleDialog

        PeopleDialog(self._desk, self._tasks, self._context.window).open()

    def _next(self) -> None:
        if not self._waiting:
            return
        packages, path = self._desk.packages, self._waiting[0]
        self._tasks.flush()
        self._tasks.read(
            lambda: packages.preview(packages.read(path)),
            lambda preview: self._ask(path, preview),
            failed=self._refuse,
            what=self.tr("Reading {file}").format(file=path.name),
        )

    def _ask(self, path: Path, preview: PackagePreview) -> None:
        from delegate_desk.gui.exchange.package_import_dialog import UnpackingDialog

        dialog = UnpackingDialog(self._desk, self._tasks, preview, path, self._context.window)
        dialog.imported.connect(self._tell)
        dialog.finished.connect(self._go_on)
        dialog.open()

    def _go_on(self) -> None:
        self._waiting = self._waiting[1:]
        self._next()

    def _refuse(self, error: Exception) -> None:
        self._notify.show_error(error)
        self._go_on()

    def _tell(self, taken: PackageImport) -> None:
        preview, packages = taken.preview, self._desk.packages
        counts = {
            self.tr("New"): preview.count("new"),
            self.tr("Changed"): preview.count("changed"),
            self.tr("Changed on both sides"): preview.count("both"),
            self.tr("Withdrawn"): preview.count("withdrawn"),
            self.tr("Already in library"): preview.count("known"),
            self.tr("Documents"): len(taken.documents),
        }
        parts = [f"{name}: {terms.format_number(count)}" for name, count in counts.items() if count]
        texts = [" · ".join(parts) if parts else self.tr("There was nothing to import.")]
        if preview.pending_count:
            sentence = self.tr("Waiting for their documents to be imported: {count}.")
            texts.append(sentence.format(count=terms.format_number(preview.pending_count)))
        texts += [explain(error) for error in taken.failures if isinstance(error, DeskError)]
        head = self.tr("Imported from {person}").format(person=terms.format_person(preview.package.person))
        key = preview.package.id

        def remove() -> None:
            self._tasks.write(lambda: packages.remove_from_package(key))
            self._notify.hide_notice()

        link = (self.tr("Undo this import"), remove) if packages.items_from_package(key) else None
        self._notify.show_notice(head, texts, link)
