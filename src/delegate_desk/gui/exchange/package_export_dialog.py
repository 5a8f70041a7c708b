"""Packing for a colleague: which documents, with or without their files and internal content."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.exchange.package import SUFFIX, KnownPerson, PackageContents, PackageSummary, Person
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_packing import Ui_Packing
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property, show_text
from delegate_desk.gui.widgets.jobs import JobDialog, LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.save_file_dialog import default_file

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


def load_packable(desk: Desk, front: DocumentId | None) -> Packable:
    held = {document.id: document for document in desk.documents.all()}
    before = held.get(front) if front is not None else None
    dossier = desk.dossiers.for_document(before.id).documents if before else ()
    noted = {annotation.place.document for annotation in desk.annotations.all()} | set(desk.positions.documents())
    return Packable(
        desk.people.own_person(),
        before.name if before else "",
        frozenset({before.id} if before else ()),
        frozenset(document.id for document in dossier),
        frozenset(noted & held.keys()),
        len(held),
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
        self._leaves: PackageSummary | None = None
        self.ui = Ui_Packing()
        self.ui.setupUi(self)
        ui = self.ui
        self.bar = ui.progress_bar
        ours = self._ours = packable.own_person
        ui.name_edit.setText(ours.name)
        ui.name_edit.setPlaceholderText(ours.delegation or self.tr("a colleague"))
        ui.internal_label.setText(
            self.tr(
                "Internal are notes marked as internal, and the fallbacks, red lines, instructions and internal "
                "notes of positions. Your colleague would see them all. The package states that it contains them."
            )
        )
        self._offer(packable)
        self._offer_recipients(packable.recipients)
        ui.documents_combo.currentIndexChanged.connect(self._look)
        ui.originals_check.toggled.connect(self._look)
        ui.internal_check.toggled.connect(self._look)
        ui.terms_check.toggled.connect(self._look)
        ui.terms_check.setVisible(packable.has_term_bases)
        ui.file_edit.textChanged.connect(self._tell)
        ui.file_button.clicked.connect(self._prompt_file)
        ui.pack_button.clicked.connect(self._pack)
        ui.close_button.clicked.connect(self.close)
        self._look()

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

    def _offer(self, packable: Packable) -> None:
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

    def _offer_recipients(self, people: Sequence[KnownPerson]) -> None:
        ui = self.ui
        for person in people:
            name = text = terms.format_person(person.person)
            if person.key and not person.key.verified:
                text = self.tr("{person} – key not compared: {words}").format(person=name, words=person.key.fingerprint)
            item = QTreeWidgetItem(ui.sealed_tree, [text])
            item.setData(0, _PERSON, person.person.id)
            item.setData(0, _NAME, name)
            item.setToolTip(0, person.key.fingerprint if person.key else "")
            item.setCheckState(0, Qt.CheckState.Unchecked)
        ui.sealed_tree.setVisible(bool(people))
        ui.sealed_label.setVisible(bool(people))

    def _recipients(self) -> list[QTreeWidgetItem]:
        tree = self.ui.sealed_tree
        items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
        return [item for item in items if item and item.checkState(0) is Qt.CheckState.Checked]

    def _look(self) -> None:
        choice, self._leaves = self.choice, None
        self.ui.internal_label.setVisible(choice.internal)
        self.ui.pack_button.setEnabled(False)
        preview = self._desk.packages.preview_contents
        self._previews.run(lambda _: preview(choice), self._show, self._fail)

    def _show(self, leaves: PackageSummary) -> None:
        self._leaves, ui = leaves, self.ui
        parts: Mapping[str, int] = {
            self.tr("Documents: {n}"): leaves.documents,
            self.tr("their files: {n}"): leaves.originals,
            self.tr("notes: {n}"): leaves.notes,
            self.tr("position entries: {n}"): leaves.position_entries,
            self.tr("forwarded from others: {n}"): leaves.from_others,
            self.tr("withdrawn: {n}"): leaves.withdrawn,
            self.tr("term bases: {n}"): leaves.term_bases,
        }
        counted = " · ".join(said.format(n=terms.format_number(n)) for said, n in parts.items() if n)
        texts = [self.tr("To be exported: {counted}.").format(counted=counted)]
        if leaves.internal:
            texts.append(self.tr("Of these internal: {n}.").format(n=terms.format_number(leaves.internal)))
        if leaves.withheld_count:
            texts.append(self.tr("Internal, not included: {n}.").format(n=terms.format_number(leaves.withheld_count)))
        ui.leaves_label.setText(" ".join(texts))
        set_property(ui.leaves_label, "part", "danger" if leaves.internal else "certain")
        show_text(ui.limite_label, leaves.marking)
        self._tell()

    def _tell(self) -> None:
        named = bool(self.ui.file_edit.text().strip())
        ready = self._leaves is not None and not self._leaves.is_empty() and not self.is_busy
        self.ui.pack_button.setEnabled(named and ready)
        is_there = named and self.target.is_file() and self.target != self._written
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
        if name != self._ours.name:
            self._tasks.write(lambda: self._desk.people.set_name(name), self._write)
        else:
            self._write()

    def _write(self, _: Changes | None = None) -> None:
        target, choice = self.target, self.choice

        def pack() -> Steps[tuple[PackageSummary, int]]:
            packed = yield from self._desk.packages.write(target, choice)
            return packed, target.stat().st_size

        def finish(written: tuple[PackageSummary, int]) -> None:
            self._finish(target, *written)

        what = self.tr("Exporting {file}").format(file=target.name)
        self._start(what, pack, finish, self._show_failure)

    def _finish(self, target: Path, packed: PackageSummary, size: int) -> None:
        self._written = target
        self._update_buttons()
        self._tell()
        kilobytes = self.tr("{kilobytes} kB").format(kilobytes=terms.format_number(max(1, size // 1000)))
        inside = " " + self.tr("It contains internal notes.") if packed.internal else ""
        if names := ", ".join(item.data(0, _NAME) for item in self._recipients()):
            inside += " " + self.tr("Sealed to: {people}.").format(people=names)
        self._note(self.tr("Saved: {file}, {size}.").format(file=target, size=kilobytes) + inside, "soft")
        self.ui.close_button.setFocus()
        self.exported.emit(target)

    def _fail(self, error: Exception) -> None:
        if self._tasks.is_known(error):
            self._show_failure(explain(error))

    def _show_failure(self, sentence: str) -> None:
        self._tell()
        self._note(sentence, "danger")
