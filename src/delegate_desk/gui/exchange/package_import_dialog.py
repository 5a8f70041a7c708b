"""Preview of a package's content, before import."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from delegate_desk.core.documents.document import Address
from delegate_desk.core.exchange.package import (
    ExchangedKind,
    PackageDocument,
    PackageImport,
    PackageItem,
    PackagePreview,
)
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_unpacking import Ui_Unpacking
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property
from delegate_desk.gui.widgets.jobs import JobDialog
from delegate_desk.gui.widgets.labels import terms

_SHOWN = 300
"""Maximum number of items listed of one kind."""


class UnpackingDialog(JobDialog):
    """Shows what is new, changed by both, withdrawn and refused; nothing is imported without confirmation.

    Signals:
        imported: The package was imported, with the ``PackageImport``.
    """

    imported = Signal(object)

    def __init__(
        self, desk: Desk, tasks: Tasks, preview: PackagePreview, path: Path, parent: QWidget | None = None
    ) -> None:
        self.ui = Ui_Unpacking()
        super().__init__(tasks, parent)
        self.ui.setupUi(self)
        self.bar = self.ui.progress_bar
        self._desk = desk
        self._preview = preview
        self._path = path
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tell()
        self._list()
        self.ui.take_button.clicked.connect(self._take)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.take_button.setFocus()

    def _tell(self) -> None:
        ui, preview = self.ui, self._preview
        package = preview.package
        who = terms.format_person(package.person)
        text = self.tr("{file}, created by {person}, {moment}")
        ui.from_label.setText(
            text.format(file=package.file_name, person=who, moment=terms.format_timestamp(package.moment))
        )
        ui.signed_label.setText(self._signature_text())
        set_property(ui.signed_label, "part", "certain" if preview.key and preview.key.verified else "soft")
        ui.internal_label.setText(self.tr("It contains internal notes, included on purpose. Do not pass it on."))
        ui.internal_label.setVisible(package.internal)
        counts = [
            (self.tr("new: {n}"), preview.count("new")),
            (self.tr("changed: {n}"), preview.count("changed")),
            (self.tr("changed on both sides: {n}"), preview.count("both")),
            (self.tr("withdrawn: {n}"), preview.count("withdrawn")),
            (self.tr("already in library: {n}"), preview.count("known")),
            (self.tr("removed here, not imported: {n}"), preview.count("removed")),
            (self.tr("ours, unchanged: {n}"), preview.count("ours")),
            (self.tr("documents included: {n}"), len(preview.new_documents)),
            (self.tr("term bases: {n}"), len(package.term_bases)),
        ]
        parts = [words.format(n=terms.format_number(n)) for words, n in counts if n]
        line = " · ".join(parts) or self.tr("it is empty")
        ui.counts_label.setText(f"{line[:1].upper()}{line[1:]}.")
        notes = [
            self.tr(
                "Your own notes and positions are not changed. Those of others are shown next to them, with "
                "their names."
            )
        ]
        if preview.was_imported_before:
            notes.append(self.tr("This package has been imported before; importing it again does no harm."))
        if preview.pending_count:
            words = self.tr("Waiting for their documents to be imported: {n}.")
            notes.append(words.format(n=terms.format_number(preview.pending_count)))
        if package.malformed_count:
            words = self.tr("Left out, because they are not notes or position entries: {n}.")
            notes.append(words.format(n=terms.format_number(package.malformed_count)))
        if package.unknown_parts:
            notes.append(
                self.tr(
                    "It was created by a newer version of Delegate Desk. Content unknown to this version is left out."
                )
            )
        self._note(" ".join(notes), "soft")

    def _signature_text(self) -> str:
        key = self._preview.key
        if key is None:
            return self.tr("Not signed: created by Delegate Desk 0.8. It does not prove who created it.")
        who = terms.format_person(self._preview.package.person)
        if key.verified:
            text = self.tr("Signed by {person}, whose key you compared on {date}.").format(
                person=who, date=terms.format_timestamp(key.verified)
            )
        else:
            text = self.tr(
                "Signed by {person}. Key not compared yet: {words}. Compare it under People in the preferences."
            ).format(person=who, words=key.fingerprint)
        sealed = self.tr("Sealed: only recipients can open it.")
        return f"{text} {sealed}" if self._preview.package.is_sealed else text

    def _list(self) -> None:
        heads = {
            "both": self.tr("Changed on both sides: theirs is shown next to ours"),
            "new": self.tr("New"),
            "changed": self.tr("Changed"),
            "withdrawn": self.tr("Withdrawn by the author"),
            "removed": self.tr("Removed here, not imported"),
            "ours": self.tr("Ours, unchanged"),
            "known": self.tr("Already in library"),
        }
        documents = {
            self.tr("Documents included"): self._preview.new_documents,
            self.tr("Documents not in library"): self._preview.missing_documents,
        }
        for head, enclosed in documents.items():
            self._group(head, [self._document(document) for document in enclosed], is_open=True)
        bases = [base.name for base in self._preview.package.term_bases]
        self._group(self.tr("Term bases; those of the same name are replaced"), bases, is_open=True)
        for sort, head in heads.items():
            several = [item for item in self._preview.items if item.status == sort]
            self._group(head, [self._said(item) for item in several], is_open=sort not in ("known", "ours"))

    def _group(self, head: str, lines: list[str], *, is_open: bool) -> None:
        if not lines:
            return
        tree = self.ui.things_tree
        group = QTreeWidgetItem(tree, [f"{head} ({terms.format_number(len(lines))})"])
        for line in lines[:_SHOWN]:
            QTreeWidgetItem(group, [line]).setToolTip(0, line)
        if len(lines) > _SHOWN:
            more = self.tr("… and {n} more").format(n=terms.format_number(len(lines) - _SHOWN))
            QTreeWidgetItem(group, [more])
        group.setExpanded(is_open)

    def _document(self, document: PackageDocument) -> str:
        parts = (
            document.original.reference,
            terms.language_name(document.original.language),
            document.subject or document.file_name,
        )
        return " · ".join(filter(None, parts))

    def _said(self, came: PackageItem) -> str:
        thing = came.item
        kind = self.tr("note") if thing.key.kind is ExchangedKind.NOTE else self.tr("position entry")
        people = {person.id: person for person in self._preview.package.people}
        author = thing.key.author
        whose = terms.format_person(people.get(author)) if author != self._preview.package.person.id else ""
        place = terms.margin_label(Address(came.address), came.label) or came.address
        where = ", ".join(filter(None, (thing.original.reference, place)))
        waits = self.tr("waiting for its document") if came.is_pending else ""
        return " · ".join(filter(None, (kind, where, whose, waits, came.text)))

    def _note(self, text: str, part: str) -> None:
        set_property(self.ui.note_label, "part", part)
        self.ui.note_label.setText(text)

    def _take(self) -> None:
        package, path = self._preview.package, self._path
        self.ui.take_button.setEnabled(False)
        what = self.tr("Importing {file}").format(file=path.name)
        self._start(what, lambda: self._desk.packages.import_package(package, path), self._finish, self._show_failure)

    def _finish(self, taken: PackageImport) -> None:
        self._tasks.write(lambda: taken.changes)  # written already: it is told to all
        self.imported.emit(taken)
        self.accept()

    def _show_failure(self, sentence: str) -> None:
        self._note(sentence, "danger")
