"""Dialogs of exchange: the content of a package to be exported, or imported, and the people who sent packages."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QTreeWidgetItem, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.exchange.package import (
    SUFFIX,
    ExchangedKind,
    KnownPerson,
    PackageContents,
    PackageImport,
    PackageItem,
    PackagePreview,
    PackageSummary,
    Person,
    PersonId,
)
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_packing import Ui_Packing
from delegate_desk.gui.forms.ui_people import Ui_People
from delegate_desk.gui.forms.ui_unpacking import Ui_Unpacking
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property, show_text, while_alive
from delegate_desk.gui.widgets.jobs import JobDialog, LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import default_file

_PERSON = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Packable:
    own_person: Person
    name: str
    current_documents: frozenset[DocumentId]
    dossier: frozenset[DocumentId]
    worked_on: frozenset[DocumentId]
    document_count: int
    recipients: tuple[KnownPerson, ...] = ()
    has_term_bases: bool = False


def load_packable(desk: Desk, current: DocumentId | None) -> Packable:
    documents = {document.id: document for document in desk.documents.all()}
    current_document = documents.get(current) if current is not None else None
    dossier = desk.dossiers.for_document(current_document.id).documents if current_document else ()
    worked_on = {annotation.place.document for annotation in desk.annotations.all()} | set(desk.positions.documents())
    return Packable(
        desk.people.own_person(),
        current_document.name if current_document else "",
        frozenset({current_document.id} if current_document else ()),
        frozenset(document.id for document in dossier),
        frozenset(worked_on & documents.keys()),
        len(documents),
        tuple(person for person in desk.people.other_people() if person.key),
        bool(desk.translations.bases.all()),
    )


class PackingDialog(JobDialog):
    """Asks for the content of a package, and writes it.

    Signals:
        exported: The file was written, with its path.
    """

    exported = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, packable: Packable, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._written: Path | None = None
        self._previews = LatestOnly(tasks, self)
        self._summary: PackageSummary | None = None
        self.ui = Ui_Packing()
        self.ui.setupUi(self)
        ui = self.ui
        self.bar = ui.progress_bar
        own = self._own_person = packable.own_person
        ui.name_edit.setText(own.name)
        ui.name_edit.setPlaceholderText(own.delegation or self.tr("a colleague"))
        ui.internal_label.setText(
            self.tr(
                "Internal are notes marked as internal, and the fallbacks, red lines, instructions and internal "
                "notes of positions. Your colleague would see them all. The package states that it contains them."
            )
        )
        self._fill_contents(packable)
        for person in packable.recipients:
            name = text = terms.format_person(person.person)
            if person.key and not person.key.verified:
                text = self.tr("{person} – key not compared: {words}").format(person=name, words=person.key.fingerprint)
            item = QTreeWidgetItem(ui.sealed_tree, [text])
            item.setData(0, _PERSON, person.person.id)
            item.setData(0, _NAME, name)
            item.setToolTip(0, person.key.fingerprint if person.key else "")
            item.setCheckState(0, Qt.CheckState.Unchecked)
        ui.sealed_tree.setVisible(bool(packable.recipients))
        ui.sealed_label.setVisible(bool(packable.recipients))
        ui.documents_combo.currentIndexChanged.connect(self._load_summary)
        ui.originals_check.toggled.connect(self._load_summary)
        ui.internal_check.toggled.connect(self._load_summary)
        ui.terms_check.toggled.connect(self._load_summary)
        ui.terms_check.setVisible(packable.has_term_bases)
        ui.file_edit.textChanged.connect(self._update_state)
        ui.file_button.clicked.connect(self._prompt_file)
        ui.pack_button.clicked.connect(self._pack)
        ui.close_button.clicked.connect(self.close)
        self._load_summary()

    @property
    def target(self) -> Path:
        typed = Path(self.ui.file_edit.text().strip()).expanduser()
        return typed if typed.suffix.lower() == SUFFIX else typed.with_name(f"{typed.name}{SUFFIX}")

    @property
    def choice(self) -> PackageContents:
        ui = self.ui
        return PackageContents(
            ui.documents_combo.currentData(),
            originals=ui.originals_check.isChecked(),
            internal=ui.internal_check.isChecked(),
            recipients=frozenset(item.data(0, _PERSON) for item in self._recipients()),
            term_bases=ui.terms_check.isChecked(),
        )

    def _fill_contents(self, packable: Packable) -> None:
        ui, dossier, worked_on = self.ui, packable.dossier, packable.worked_on
        offers: dict[str, frozenset[DocumentId] | None] = {}
        name = packable.name or self.tr("package")
        if packable.current_documents:
            offers[self.tr("{name}, the document in front").format(name=name)] = packable.current_documents
            if len(dossier) > 1:
                text = self.tr("Its dossier: {n} documents").format(n=terms.format_number(len(dossier)))
                offers[text] = dossier
        if worked_on and worked_on not in offers.values():
            text = self.tr("All with notes or a position: {n}").format(n=terms.format_number(len(worked_on)))
            offers[text] = worked_on
        offers[self.tr("Everything in the library: {n}").format(n=terms.format_number(packable.document_count))] = None
        for text, documents in offers.items():
            ui.documents_combo.addItem(text, documents)
        ui.file_edit.setText(str(default_file(f"{name}{SUFFIX}")))

    def _recipients(self) -> list[QTreeWidgetItem]:
        tree = self.ui.sealed_tree
        items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
        return [item for item in items if item and item.checkState(0) is Qt.CheckState.Checked]

    def _load_summary(self) -> None:
        choice, self._summary = self.choice, None
        self.ui.internal_label.setVisible(choice.internal)
        self.ui.pack_button.setEnabled(False)
        preview = self._desk.packages.preview_contents
        self._previews.run(lambda _: preview(choice), self._show, self._tasks.explained(self._show_failure))

    def _show(self, summary: PackageSummary) -> None:
        self._summary, ui = summary, self.ui
        parts: Mapping[str, int] = {
            self.tr("Documents: {n}"): summary.documents,
            self.tr("their files: {n}"): summary.originals,
            self.tr("notes: {n}"): summary.notes,
            self.tr("position entries: {n}"): summary.position_entries,
            self.tr("forwarded from others: {n}"): summary.from_others,
            self.tr("withdrawn: {n}"): summary.withdrawn,
            self.tr("term bases: {n}"): summary.term_bases,
        }
        counts = " · ".join(template.format(n=terms.format_number(n)) for template, n in parts.items() if n)
        texts = [self.tr("To be exported: {counted}.").format(counted=counts)]
        if summary.internal:
            texts.append(self.tr("Of these internal: {n}.").format(n=terms.format_number(summary.internal)))
        if summary.withheld_count:
            texts.append(self.tr("Internal, not included: {n}.").format(n=terms.format_number(summary.withheld_count)))
        ui.leaves_label.setText(" ".join(texts))
        set_property(ui.leaves_label, "part", "danger" if summary.internal else "certain")
        show_text(ui.limite_label, summary.marking)
        self._update_state()

    def _update_state(self) -> None:
        has_name = bool(self.ui.file_edit.text().strip())
        is_ready = self._summary is not None and not self._summary.is_empty() and not self.is_busy
        self.ui.pack_button.setEnabled(has_name and is_ready)
        is_there = has_name and self.target.is_file() and self.target != self._written
        self._note(self.tr("A file with this name exists and will be replaced.") if is_there else "", "soft")

    def _prompt_file(self) -> None:
        kinds, target = self.tr("Packages (*{s})").format(s=SUFFIX), str(self.target)
        replaces = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), target, kinds, options=replaces)
        if chosen:
            self.ui.file_edit.setText(chosen)

    def _note(self, text: str, part: str) -> None:
        set_property(self.ui.note_label, "part", part)
        self.ui.note_label.setText(text)

    def _pack(self) -> None:
        name = self.ui.name_edit.text()
        self.ui.pack_button.setEnabled(False)
        if name != self._own_person.name:
            self._tasks.write(lambda: self._desk.people.set_name(name), self._write)
        else:
            self._write()

    def _write(self, _: Changes | None = None) -> None:
        target, choice = self.target, self.choice

        def pack() -> Steps[tuple[PackageSummary, int]]:
            packed = yield from self._desk.packages.write(target, choice)
            return packed, target.stat().st_size

        def finish(written: tuple[PackageSummary, int]) -> None:
            packed, size = written
            self._written = target
            self._update_buttons()
            self._update_state()
            kilobytes = self.tr("{kilobytes} kB").format(kilobytes=terms.format_number(max(1, size // 1000)))
            remarks = " " + self.tr("It contains internal notes.") if packed.internal else ""
            if names := ", ".join(item.data(0, _NAME) for item in self._recipients()):
                remarks += " " + self.tr("Sealed to: {people}.").format(people=names)
            self._note(self.tr("Saved: {file}, {size}.").format(file=target, size=kilobytes) + remarks, "soft")
            self.ui.close_button.setFocus()
            self.exported.emit(target)

        what = self.tr("Exporting {file}").format(file=target.name)
        self._start(what, pack, finish, self._show_failure)

    def _show_failure(self, sentence: str) -> None:
        self._update_state()
        self._note(sentence, "danger")


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
        self._describe_package()
        self._list_items()
        self.ui.take_button.clicked.connect(self._import_package)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.take_button.setFocus()

    def _describe_package(self) -> None:
        ui, preview = self.ui, self._preview
        package = preview.package
        sender = terms.format_person(package.person)
        text, created = self.tr("{file}, created by {person}, {moment}"), terms.format_timestamp(package.moment)
        ui.from_label.setText(text.format(file=package.file_name, person=sender, moment=created))
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
        repeated = self.tr("This package has been imported before; importing it again does no harm.")
        waiting = self.tr("Waiting for their documents to be imported: {n}.")
        malformed = self.tr("Left out, because they are not notes or position entries: {n}.")
        newer = self.tr(
            "It was created by a newer version of Delegate Desk. Content unknown to this version is left out."
        )
        notes = [
            self.tr(
                "Your own notes and positions are not changed. Those of others are shown next to them, with "
                "their names."
            ),
            repeated if preview.was_imported_before else "",
            waiting.format(n=terms.format_number(preview.pending_count)) if preview.pending_count else "",
            malformed.format(n=terms.format_number(package.malformed_count)) if package.malformed_count else "",
            newer if package.unknown_parts else "",
        ]
        self._note(" ".join(filter(None, notes)), "soft")

    def _signature_text(self) -> str:
        key = self._preview.key
        if key is None:
            return self.tr("Not signed: created by Delegate Desk 0.8. It does not prove who created it.")
        sender = terms.format_person(self._preview.package.person)
        text = self.tr("Signed by {person}. Key not compared yet: {words}. Compare it under People in the preferences.")
        if key.verified:
            text = self.tr("Signed by {person}, whose key you compared on {date}.")
        date = terms.format_timestamp(key.verified) if key.verified else ""
        text = text.format(person=sender, date=date, words=key.fingerprint)
        sealed = self.tr("Sealed: only recipients can open it.")
        return f"{text} {sealed}" if self._preview.package.is_sealed else text

    def _list_items(self) -> None:
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
            lines = []
            for document in enclosed:
                original, language = document.original, terms.language_name(document.original.language)
                parts = (original.reference, language, document.subject or document.file_name)
                lines.append(" · ".join(filter(None, parts)))
            self._group(head, lines, is_open=True)
        bases = [base.name for base in self._preview.package.term_bases]
        self._group(self.tr("Term bases; those of the same name are replaced"), bases, is_open=True)
        for status, head in heads.items():
            item_lines = [self._describe_item(item) for item in self._preview.items if item.status == status]
            self._group(head, item_lines, is_open=status not in ("known", "ours"))

    def _group(self, head: str, lines: list[str], *, is_open: bool) -> None:
        if not lines:
            return
        tree = self.ui.things_tree
        group = QTreeWidgetItem(tree, [f"{head} ({terms.format_number(len(lines))})"])
        for line in lines[:_SHOWN]:
            QTreeWidgetItem(group, [line]).setToolTip(0, line)
        if len(lines) > _SHOWN:
            rest = self.tr("… and {n} more").format(n=terms.format_number(len(lines) - _SHOWN))
            QTreeWidgetItem(group, [rest])
        group.setExpanded(is_open)

    def _describe_item(self, package_item: PackageItem) -> str:
        item = package_item.item
        kind = self.tr("note") if item.key.kind is ExchangedKind.NOTE else self.tr("position entry")
        people = {person.id: person for person in self._preview.package.people}
        author = item.key.author
        author_name = terms.format_person(people.get(author)) if author != self._preview.package.person.id else ""
        place = terms.margin_label(Address(package_item.address), package_item.label) or package_item.address
        location = ", ".join(filter(None, (item.original.reference, place)))
        pending = self.tr("waiting for its document") if package_item.is_pending else ""
        return " · ".join(filter(None, (kind, location, author_name, pending, package_item.text)))

    def _note(self, text: str, part: str) -> None:
        set_property(self.ui.note_label, "part", part)
        self.ui.note_label.setText(text)

    def _import_package(self) -> None:
        package, path = self._preview.package, self._path
        self.ui.take_button.setEnabled(False)

        def finish(result: PackageImport) -> None:
            self._tasks.write(lambda: result.changes)  # written already: it is told to all
            self.imported.emit(result)
            self.accept()

        what = self.tr("Importing {file}").format(file=path.name)
        job, fail = partial(self._desk.packages.import_package, package, path), partial(self._note, part="danger")
        self._start(what, job, finish, fail)


class PeopleDialog(QDialog):
    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._name = ""
        self._blocked: frozenset[PersonId] = frozenset()
        self._people: dict[str, KnownPerson] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_People()
        self.ui.setupUi(self)
        ui = self.ui
        ui.people_tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ui.people_tree.header().setStretchLastSection(False)
        ui.people_tree.itemSelectionChanged.connect(self._update_actions)
        ui.remove_button.clicked.connect(self._remove)
        ui.refuse_button.clicked.connect(self._toggle_block)
        ui.verify_button.clicked.connect(lambda: self._change_key(self._desk.people.verify))
        ui.remove_key_button.clicked.connect(lambda: self._change_key(self._desk.people.remove_key))
        ui.close_button.clicked.connect(self.close)
        ui.name_edit.editingFinished.connect(self._rename)
        tasks.changed.connect(self._on_changes)
        self._update_actions()
        self._load()

    @override
    def done(self, result: int) -> None:
        self._rename()
        super().done(result)

    def _load(self) -> None:
        people, sharing = self._desk.people, self._desk.shared_folder

        def load() -> tuple[Person, str, list[KnownPerson], frozenset[PersonId], bool]:
            own, words, shares = people.own_person(), people.own_fingerprint(), sharing.folder() is not None
            return own, words, people.other_people(), sharing.blocked_people(), shares

        self._tasks.read(load, while_alive(self, lambda found: self._show(*found)))

    def _show(
        self, own: Person, words: str, people: list[KnownPerson], blocked: frozenset[PersonId], shares: bool
    ) -> None:
        ui = self.ui
        self._blocked = blocked
        self._people = {person.person.id: person for person in people}
        ui.own_words_label.setText(words)
        ui.refuse_button.setVisible(shares or bool(blocked))
        if not ui.name_edit.hasFocus() or not ui.name_edit.isModified():
            ui.name_edit.setText(own.name)
        self._name = own.name
        ui.name_edit.setPlaceholderText(own.delegation or self.tr("a colleague"))
        chosen = self._selected_person()
        ui.people_tree.clear()
        for person in people:
            seen = terms.format_timestamp(person.last_seen) if person.last_seen else ""
            name = terms.format_person(person.person)
            if person.person.id in blocked:
                name = self.tr("{person} (blocked)").format(person=name)
            columns = [name, terms.format_number(person.notes), terms.format_number(person.position_entries), seen]
            state = self.tr("none")
            if person.key is not None:
                state = self.tr("compared") if person.key.verified else self.tr("not compared")
            columns.append(state)
            item = QTreeWidgetItem(ui.people_tree, columns)
            item.setData(0, _PERSON, person.person.id)
            item.setSelected(person.person.id == chosen)
        for column in range(1, 5):
            ui.people_tree.resizeColumnToContents(column)
        if not people:
            ui.note_label.setText(self.tr("No packages received yet. Use File > Library > Import Package."))
        self._update_actions()

    def _selected_person(self) -> str | None:
        selected = self.ui.people_tree.selectedItems()
        return str(selected[0].data(0, _PERSON)) if selected else None

    def _update_actions(self) -> None:
        chosen = self._selected_person()
        self.ui.remove_button.setEnabled(chosen is not None)
        self.ui.refuse_button.setEnabled(chosen is not None)
        is_accepted = chosen not in self._blocked
        self.ui.refuse_button.setText(self.tr("&Block") if is_accepted else self.tr("Un&block"))
        person = self._people.get(chosen or "")
        key = person.key if person else None
        text = "" if person is None else self.tr("No signed package from them was imported yet.")
        if person and key:
            if key.verified:
                text = self.tr("Key of {person}: {words}. Compared on {date}.")
            else:
                text = self.tr(
                    "Key of {person}: {words}. Not compared yet: have them read the words under “Your key” to you."
                )
            date = terms.format_timestamp(key.verified) if key.verified else ""
            text = text.format(person=terms.format_person(person.person), words=key.fingerprint, date=date)
        self.ui.key_label.setText(text)
        self.ui.verify_button.setEnabled(key is not None and key.verified is None)
        self.ui.remove_key_button.setEnabled(key is not None)

    def _change_key(self, change: Callable[[PersonId], Changes]) -> None:
        chosen = self._selected_person()
        if chosen is not None:
            self._tasks.write(lambda: change(PersonId(chosen)))

    def _rename(self) -> None:
        typed = self.ui.name_edit.text().strip()
        if typed != self._name:
            self._name = typed
            self._tasks.write(lambda: self._desk.people.set_name(typed))

    def _remove(self) -> None:
        chosen = self._selected_person()
        if chosen is None:
            return
        text = self.tr(
            "Removed, and will stay removed if sent again. New notes from them will still arrive. Undo restores what "
            "was removed."
        )
        self._write(lambda: self._desk.packages.remove_all_from_person(PersonId(chosen)), text)

    def _toggle_block(self) -> None:
        chosen = self._selected_person()
        if chosen is None:
            return
        person, sharing = PersonId(chosen), self._desk.shared_folder
        if person in self._blocked:
            text = self.tr("New items from them in the shared folder will be imported again from the next sync.")
            self._write(lambda: sharing.unblock_person(person), text)
        else:
            text = self.tr(
                "New items from them in the shared folder are ignored. Existing ones stay until you remove them. "
                "Packages you open yourself are still imported."
            )
            self._write(lambda: sharing.block_person(person), text)

    def _write(self, job: Callable[[], Changes], text: str) -> None:
        self._tasks.write(job, while_alive(self, lambda _: self.ui.note_label.setText(text)))

    def _on_changes(self, changes: Changes) -> None:
        if changes:
            self._load()
