"""Annotations to files and from files, on the person's word."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.changes import Changes
from delegate_desk.core.exchange.annotation_exchange import (
    AnnotationImportResult,
    ParsedAnnotationFile,
    PendingAnnotations,
    RejectedAnnotations,
    RejectionReason,
)
from delegate_desk.gui.context import Context
from delegate_desk.gui.widgets.labels import terms

_SHOWN = 80
"""How many characters are shown of what a file calls a document."""


class Exchanging(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._desk, self._tasks, self._notify = context.desk, context.tasks, context.notify
        usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._folder = usual if usual.is_dir() else Path.home()
        context.tasks.changed.connect(self._settle)

    # Out

    def export(self) -> None:
        desk = self._desk

        def gather(_: Changes) -> None:
            self._tasks.read(lambda: desk.annotation_list.entries_for_annotations(desk.annotations.all()), self._ask)

        self._tasks.flush()
        self._tasks.write(Changes, gather)  # behind what was typed: it is to leave too

    def _ask(self, entries: list[AnnotationEntry]) -> None:
        from delegate_desk.gui.export.export_dialog import ExportDialog
        from delegate_desk.gui.export.exports import annotations_export

        if entries:
            ExportDialog(self._desk, self._tasks, annotations_export(self._desk, entries), self._context.window).open()
        else:
            self._notify.show_notice(
                self.tr("Nothing to export"), [self.tr("There are no annotations in the library yet.")]
            )

    # In

    def prompt_import(self) -> None:
        kinds = self.tr("Web annotations (*.jsonld *.json)") + ";;" + self.tr("All files (*)")
        title, window = self.tr("Import Annotations"), self._context.window
        chosen, _ = QFileDialog.getOpenFileName(window, title, str(self._folder), kinds)
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        desk = self._desk
        self._folder = file.parent
        self._tasks.read(
            lambda: desk.exchange.read(file), self._keep, what=self.tr("Reading {file}").format(file=file.name)
        )

    def _keep(self, parcel: ParsedAnnotationFile) -> None:
        desk, at_hand = self._desk, self._context.navigate.current_document()
        receipts: list[AnnotationImportResult] = []

        def keep() -> Changes:
            receipts.append(desk.exchange.import_annotations(parcel, at_hand, offer=True))
            return receipts[0].changes

        self._tasks.write(keep, lambda _: self._tell_taken(receipts[0]))

    def _tell_taken(self, receipt: AnnotationImportResult) -> None:
        counts = {
            self.tr("New"): receipt.added,
            self.tr("Updated"): receipt.updated,
            self.tr("Already in library"): receipt.already_present,
            self.tr("Left in the trash"): receipt.trashed,
        }
        parts = [terms.format_labelled(name, terms.format_number(count)) for name, count in counts.items() if count]
        texts = [" · ".join(parts) if parts else self.tr("There was nothing to import.")]
        if receipt.unplaced:
            sentence = self.tr("Not placed, listed under “Unplaced Notes”: {count}.")
            texts.append(sentence.format(count=terms.format_number(receipt.unplaced)))
        texts += [self._wait(annotations) for annotations in receipt.pending]
        texts += [self._refusal(annotations) for annotations in receipt.rejected]
        self._notify.show_notice(self.tr("Annotations imported"), texts)

    def _wait(self, annotations: PendingAnnotations) -> str:
        name = annotations.original.reference or self.tr("A document without a reference")
        sentence = self.tr("Waiting for {name} ({language}) to be imported: {count}.")
        language = terms.language_name(annotations.original.language)
        return sentence.format(name=name, language=language, count=terms.format_number(annotations.count))

    def _refusal(self, annotations: RejectedAnnotations) -> str:
        sentence = {
            RejectionReason.NO_DOCUMENT: self.tr(
                "Not imported, because {name} is not in the library and no document is open: {count}."
            ),
            RejectionReason.NO_PLACE: self.tr(
                "Not imported, because their words could not be located in {name}: {count}."
            ),
            RejectionReason.NO_ANNOTATION: self.tr("Not imported, because they are not annotations: {count}."),
            RejectionReason.SAYS_NOTHING: self.tr("Not imported, because they are empty: {count}."),
            RejectionReason.TOO_LONG: self.tr("Not imported, because they are too long: {count}."),
        }[annotations.reason]
        line = " ".join("".join(c if c.isprintable() else " " for c in annotations.name).split())
        name = f"{line[:_SHOWN]}…" if len(line) > _SHOWN else line or self.tr("their document")
        return sentence.format(name=name, count=terms.format_number(annotations.count))

    def _settle(self, changes: Changes) -> None:
        desk = self._desk
        if changes.documents and (desk.exchange.pending_annotations() or desk.packages.count_pending_notes()):
            self._tasks.write(desk.exchange.place_orphaned)
