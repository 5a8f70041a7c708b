"""Exchange from the window: packages and their authors, files of annotations, the shared folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QFileSystemWatcher, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library.errors import SharedFolderAbsentError
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import default_folder, prompt_folder, prompt_open

if TYPE_CHECKING:
    from delegate_desk.core.exchange.annotation_exchange import AnnotationImportResult, ParsedAnnotationFile
    from delegate_desk.core.exchange.package import FolderExchangeResult, PackageImport, PackagePreview, SharedFolder


T = TypeVar("T")


def _format_counts(counts: Mapping[str, int]) -> str:
    parts = ((name, terms.format_number(count)) for name, count in counts.items() if count)
    return " · ".join(terms.format_labelled(*part) for part in parts)


def _read_after_typing(tasks: Tasks, job: Callable[[], T], done: Callable[[T], object]) -> None:
    """Load what leaves the library, once what is being typed is in it: it is to leave too."""
    tasks.flush()
    tasks.write(Changes, lambda _: tasks.read(job, done))


class Packing(Controller):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pending_paths: list[Path] = []

    def pack(self) -> None:
        from delegate_desk.gui.exchange.package_dialogs import Packable, PackingDialog, load_packable

        desk, tasks, window = self._desk, self._tasks, self._context.window
        document = self._context.navigate.current_document()

        def show(packable: Packable) -> None:
            if packable.document_count:
                PackingDialog(desk, tasks, packable, window).open()
            else:
                head = self.tr("Nothing to export")
                self._notify.show_notice(head, [self.tr("There are no documents in the library yet.")])

        _read_after_typing(tasks, lambda: load_packable(desk, document), show)

    def choose(self) -> None:
        from delegate_desk.core.exchange.package import SUFFIX

        kinds = self.tr("Packages (*{suffix})").format(suffix=SUFFIX) + ";;" + self.tr("All files (*)")
        chosen = prompt_open(self._context.window, self.tr("Import Package"), kinds)
        if chosen is not None:
            self.open_packages([chosen])

    def open_packages_among(self, paths: Iterable[Path]) -> list[Path]:
        """Open the packages among some files, one after the other; return the other files."""
        from delegate_desk.core.exchange.package import SUFFIX

        files = list(paths)
        packages = [path for path in files if path.suffix.lower() == SUFFIX]
        if packages:
            self.open_packages(packages)
        return [path for path in files if path not in packages]

    def open_packages(self, packages: list[Path]) -> None:
        self._pending_paths += packages
        if len(self._pending_paths) == len(packages):
            self._next()

    def show_people(self) -> None:
        from delegate_desk.gui.exchange.package_dialogs import PeopleDialog

        PeopleDialog(self._desk, self._tasks, self._context.window).open()

    def _next(self) -> None:
        if not self._pending_paths:
            return
        packages, path = self._desk.packages, self._pending_paths[0]

        def show(preview: PackagePreview) -> None:
            from delegate_desk.gui.exchange.package_dialogs import UnpackingDialog

            dialog = UnpackingDialog(self._desk, self._tasks, preview, path, self._context.window)
            dialog.imported.connect(self._report_package)
            dialog.finished.connect(self._continue)
            dialog.open()

        self._tasks.flush()
        what = self.tr("Reading {file}").format(file=path.name)
        self._tasks.read(lambda: packages.preview(packages.read(path)), show, failed=self._on_read_failed, what=what)

    def _continue(self) -> None:
        self._pending_paths = self._pending_paths[1:]
        self._next()

    def _on_read_failed(self, error: Exception) -> None:
        self._notify.show_error(error)
        self._continue()

    def _report_package(self, result: PackageImport) -> None:
        preview, packages = result.preview, self._desk.packages
        counts = {
            self.tr("New"): preview.count("new"),
            self.tr("Changed"): preview.count("changed"),
            self.tr("Changed on both sides"): preview.count("both"),
            self.tr("Withdrawn"): preview.count("withdrawn"),
            self.tr("Already in library"): preview.count("known"),
            self.tr("Documents"): len(result.documents),
            self.tr("Term bases"): len(result.term_bases),
        }
        texts = [_format_counts(counts) or self.tr("There was nothing to import.")]
        if preview.pending_count:
            sentence = self.tr("Waiting for their documents to be imported: {count}.")
            texts.append(sentence.format(count=terms.format_number(preview.pending_count)))
        texts += [explain(error) for error in result.failures if isinstance(error, DeskError)]
        head = self.tr("Imported from {person}").format(person=terms.format_person(preview.package.person))
        key = preview.package.id

        def remove() -> None:
            self._tasks.write(lambda: packages.remove_from_package(key))
            self._notify.hide_notice()

        def show(items: Collection[object]) -> None:
            self._notify.show_notice(head, texts, (self.tr("Undo this import"), remove) if items else None)

        self._tasks.read(lambda: packages.items_from_package(key), show)


_SHOWN = 80
"""Maximum number of characters shown of a document's name in a file."""


class Exchanging(Controller):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._folder = default_folder()
        context.tasks.changed.connect(self._place_pending)

    # Export

    def export(self) -> None:
        annotations, annotation_list = self._desk.annotations, self._desk.annotation_list

        def show(entries: list[AnnotationEntry]) -> None:
            if entries:
                self._context.navigate.show_export(ExportKind.ANNOTATIONS, entries)
            else:
                text = self.tr("There are no notes in the library yet.")
                self._notify.show_notice(self.tr("Nothing to export"), [text])

        _read_after_typing(self._tasks, lambda: annotation_list.entries_for_annotations(annotations.all()), show)

    # Import

    def prompt_import(self) -> None:
        kinds = self.tr("Web Annotations (*.jsonld *.json)") + ";;" + self.tr("All files (*)")
        chosen = prompt_open(self._context.window, self.tr("Import Notes"), kinds, self._folder)
        if chosen is not None:
            self.import_file(chosen)

    def import_file(self, file: Path) -> None:
        exchange = self._desk.exchange
        self._folder = file.parent
        receipts: list[AnnotationImportResult] = []

        def apply(parsed: ParsedAnnotationFile) -> None:
            document = self._context.navigate.current_document()

            def write() -> Changes:
                receipts.append(exchange.import_annotations(parsed, document, offer=True))
                return receipts[0].changes

            self._tasks.write(write, lambda _: self._report_annotations(receipts[0]))

        self._tasks.read(lambda: exchange.read(file), apply, what=self.tr("Reading {file}").format(file=file.name))

    def _report_annotations(self, receipt: AnnotationImportResult) -> None:
        from delegate_desk.core.exchange.annotation_exchange import RejectionReason

        counts = {
            self.tr("New"): receipt.added,
            self.tr("Updated"): receipt.updated,
            self.tr("Already in library"): receipt.already_present,
            self.tr("Left in the trash"): receipt.trashed,
        }
        texts = [_format_counts(counts) or self.tr("There was nothing to import.")]
        if receipt.unplaced:
            sentence = self.tr("Not placed, listed under “Unplaced Notes”: {count}.")
            texts.append(sentence.format(count=terms.format_number(receipt.unplaced)))
        waiting = self.tr("Waiting for {name} ({language}) to be imported: {count}.")
        for pending in receipt.pending:
            name = pending.original.reference or self.tr("A document without a reference")
            language, count = terms.language_name(pending.original.language), terms.format_number(pending.count)
            texts.append(waiting.format(name=name, language=language, count=count))
        reasons = {
            RejectionReason.NO_DOCUMENT: self.tr(
                "Not imported, because {name} is not in the library and no document is open: {count}."
            ),
            RejectionReason.NO_PLACE: self.tr(
                "Not imported, because their words could not be located in {name}: {count}."
            ),
            RejectionReason.NO_ANNOTATION: self.tr("Not imported, because they are not notes: {count}."),
            RejectionReason.SAYS_NOTHING: self.tr("Not imported, because they are empty: {count}."),
            RejectionReason.TOO_LONG: self.tr("Not imported, because they are too long: {count}."),
        }
        for rejected in receipt.rejected:
            line = " ".join("".join(c if c.isprintable() else " " for c in rejected.name).split())
            name = f"{line[:_SHOWN]}…" if len(line) > _SHOWN else line or self.tr("their document")
            texts.append(reasons[rejected.reason].format(name=name, count=terms.format_number(rejected.count)))
        self._notify.show_notice(self.tr("Notes imported"), texts)

    def _place_pending(self, changes: Changes) -> None:
        desk, tasks = self._desk, self._tasks

        def is_waiting() -> bool:
            return bool(desk.exchange.pending_annotations() or desk.packages.count_pending_notes())

        if changes.documents:
            tasks.read(is_waiting, lambda waiting: tasks.write(desk.exchange.place_orphaned) if waiting else None)


class SharingDialog(QDialog):
    exchange_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        from delegate_desk.gui.forms.ui_sharing import Ui_Sharing

        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._folder: SharedFolder | None = None
        self.ui = Ui_Sharing()
        self.ui.setupUi(self)
        ui = self.ui
        ui.choose_button.clicked.connect(self._choose)
        ui.stop_button.clicked.connect(self._stop)
        ui.originals_check.clicked.connect(self._change)
        ui.internal_check.clicked.connect(self._change)
        ui.exchange_button.clicked.connect(self.exchange_requested)
        ui.close_button.clicked.connect(self.close)
        self._load()

    def show_result(self, sentences: list[str]) -> None:
        self.ui.state_label.setText("\n".join(sentences))

    def set_folder(self, folder: Path) -> None:
        originals, internal = self.ui.originals_check.isChecked(), self.ui.internal_check.isChecked()
        share = partial(self._desk.shared_folder.start_sharing, folder, internal=internal, originals=originals)

        def begin(_: Changes) -> None:
            self._load()
            self.exchange_requested.emit()

        self._tasks.write(share, while_alive(self, begin))

    def _load(self) -> None:
        self._tasks.read(self._desk.shared_folder.folder, while_alive(self, self._show))

    def _show(self, folder: SharedFolder | None) -> None:
        ui = self.ui
        self._folder = folder
        if folder is not None:
            ui.originals_check.setChecked(folder.originals)
            ui.internal_check.setChecked(folder.internal)
        text = self.tr("Not shared yet.")
        ui.folder_label.setText(text if folder is None else self.tr("Shared in {folder}").format(folder=folder.path))
        ui.stop_button.setEnabled(folder is not None)
        ui.exchange_button.setEnabled(folder is not None)

    def _choose(self) -> None:
        chosen = prompt_folder(self, self.tr("Choose Shared Folder"), self._folder.path if self._folder else None)
        if chosen is not None:
            self.set_folder(chosen)

    def _change(self) -> None:
        if self._folder is not None:
            self.set_folder(self._folder.path)

    def _stop(self) -> None:
        def show(_: Changes) -> None:
            self.show_result([self.tr("Sharing stopped. Existing items stay here and in the folder.")])
            self._load()

        self._tasks.write(self._desk.shared_folder.stop_sharing, while_alive(self, show))


_PAUSE = 60 * 1000
"""Milliseconds between two looks; a network drive reports nothing by itself."""
_ARRIVAL_PAUSE = 3 * 1000
"""Milliseconds to wait after a file arrived, as usually several do."""


class SharedFolderController(Controller):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dialog: SharingDialog | None = None
        self._job: Job | None = None
        self._is_absence_reported = False
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, interval=_PAUSE)
        self._soon_timer = QTimer(self, singleShot=True, interval=_ARRIVAL_PAUSE)
        self._timer.timeout.connect(self.exchange)
        self._soon_timer.timeout.connect(self.exchange)
        self._watcher.directoryChanged.connect(lambda _: self._soon_timer.start())
        self._timer.start()
        self._soon_timer.start()

    def show(self) -> None:
        dialog = SharingDialog(self._desk, self._tasks, self._context.window)
        self._dialog = dialog
        dialog.exchange_requested.connect(lambda: self.exchange(is_requested=True))
        dialog.finished.connect(self._drop_dialog)
        dialog.open()

    def exchange(self, *, is_requested: bool = False) -> None:
        if self._job is not None:
            return
        if is_requested:
            self._tasks.flush()
        self._job = self._tasks.read(
            self._work,
            while_alive(self, partial(self._end, is_requested=is_requested)),
            failed=while_alive(self, partial(self._fail, is_requested=is_requested)),
        )

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _work(self) -> Steps[tuple[FolderExchangeResult, list[str]]]:
        """Run an exchange on the thread of the job, and report the folders to watch."""
        sharing = self._desk.shared_folder
        exchanged = yield from sharing.exchange()
        folder = sharing.folder()
        paths = [] if folder is None else [folder.path, *(path for path in folder.path.glob("*") if path.is_dir())]
        return exchanged, list(map(str, paths))

    def _end(self, outcome: tuple[FolderExchangeResult, list[str]], *, is_requested: bool) -> None:
        exchanged, folders = outcome
        self._job = None
        self._is_absence_reported = False
        watched = set(self._watcher.directories())
        if removed := watched.difference(folders):
            self._watcher.removePaths(list(removed))
        if new := set(folders) - watched:
            self._watcher.addPaths(list(new))
        if exchanged.changes:
            follow = self._desk.meetings.reparse_after_changes
            self._tasks.write(lambda: exchanged.changes | follow(exchanged.changes))
        sent, texts = exchanged.sent, []
        if sent is not None:
            notes, lines = terms.format_number(sent.notes), terms.format_number(sent.position_entries)
            texts.append(self.tr("Shared: notes {notes}, position entries {lines}.").format(notes=notes, lines=lines))
        if exchanged.packages:
            count_text = terms.format_number(exchanged.things)
            texts.append(self.tr("New or changed by others: {several}.").format(several=count_text))
        later = self.tr("{file} cannot be read yet; it may still be syncing.")
        texts += [later.format(file=file.name) for file in exchanged.unread]
        texts += [explain(error) for error in exchanged.failures if isinstance(error, DeskError)]
        sentences = texts or [self.tr("Everything is up to date.")]
        if self._dialog is not None:
            self._dialog.show_result(sentences)
        elif is_requested or exchanged.things or exchanged.failures:
            self._notify.show_notice(self.tr("From the shared folder"), sentences)

    def _fail(self, error: Exception, *, is_requested: bool) -> None:
        self._job = None
        if not self._tasks.is_known(error):
            return
        if self._dialog is not None:
            self._dialog.show_result([explain(error)])
        elif is_requested or not (self._is_absence_reported and isinstance(error, SharedFolderAbsentError)):
            self._is_absence_reported = True
            later = self.tr("Your changes will be shared as soon as the folder is available.")
            self._notify.show_notice(self.tr("Shared folder"), [explain(error), later])

    def _drop_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
