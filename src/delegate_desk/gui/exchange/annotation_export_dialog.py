"""The export of annotations: as what, for whom, and how many of them leave."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.exchange.annotation_exchange import Outgoing
from delegate_desk.core.positions.export_options import Audience
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_annotation_export import Ui_AnnotationExport
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property, while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.save_file_dialog import FileDialog, default_folder

_AUDIENCES = (Audience.CIRCULATION, Audience.CAPITAL)
_FIRST = (".docx", ".csv", ".jsonld")


class AnnotationExportDialog(FileDialog):
    """Says what leaves before it is written."""

    ui: Ui_AnnotationExport

    def __init__(
        self, desk: Desk, tasks: Tasks, entries: Sequence[AnnotationEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._desk = desk
        self._entries = entries
        self.ui = Ui_AnnotationExport()
        self.ui.setupUi(self)
        self._offer()
        ui = self.ui
        ui.type_combo.currentIndexChanged.connect(self._change_type)
        ui.audience_combo.currentIndexChanged.connect(self._tell)
        ui.file_edit.textChanged.connect(self._tell)
        ui.file_button.clicked.connect(self._choose_file)
        ui.export_button.clicked.connect(self._export)
        ui.close_button.clicked.connect(self.close)
        ui.open_button.clicked.connect(self._open_file)
        ui.open_button.hide()
        self._tell()

    @property
    def internal(self) -> bool:
        return _AUDIENCES[self.ui.audience_combo.currentIndex()] is Audience.CAPITAL

    @property
    @override
    def target(self) -> Path:
        typed, suffix = Path(self.ui.file_edit.text().strip()).expanduser(), str(self.ui.type_combo.currentData())
        return typed if typed.suffix.lower() == suffix else typed.with_name(f"{typed.name}{suffix}")

    def entries_to_export(self) -> list[AnnotationEntry]:
        return [e for e in self._entries if self.internal or e.annotation.visibility is Visibility.CIRCULATION]

    def _offer(self) -> None:
        said = {
            ".docx": self.tr("Word document (.docx), by document in reading order"),
            ".csv": self.tr("Table for a spreadsheet (.csv)"),
            ".jsonld": self.tr("Web Annotations (.jsonld), for other programs"),
        }
        ui, suffixes = self.ui, self._desk.exchange.suffixes()
        for suffix in sorted(suffixes, key=lambda one: _FIRST.index(one) if one in _FIRST else len(_FIRST)):
            ui.type_combo.addItem(said.get(suffix, suffix), suffix)
        ui.audience_combo.addItem(self.tr("For circulation: internal annotations are left out"))
        ui.audience_combo.addItem(self.tr("For the capital: internal annotations included"))
        ui.file_edit.setText(str(default_folder() / f"{self.tr('annotations')}{ui.type_combo.currentData()}"))

    def _change_type(self) -> None:
        typed = Path(self.ui.file_edit.text().strip())
        known = tuple(self.ui.type_combo.itemData(n) for n in range(self.ui.type_combo.count()))
        if typed.suffix.lower() in known:
            typed = typed.with_suffix("")
        self.ui.file_edit.setText(f"{typed}{self.ui.type_combo.currentData()}")
        self._tell()

    def _tell(self) -> None:
        ui, leaving = self.ui, self.entries_to_export()
        inside = sum(entry.annotation.visibility is Visibility.INTERNAL for entry in leaving)
        back = len(self._entries) - len(leaving)
        said = terms.format_count(
            len(leaving), self.tr("1 annotation will be exported."), self.tr("{n} annotations will be exported.")
        )
        if inside:
            said += " " + terms.format_count(
                inside, self.tr("1 of them is internal."), self.tr("{n} of them are internal.")
            )
        if back:
            said += " " + terms.format_count(
                back, self.tr("1 internal annotation is left out."), self.tr("{n} internal annotations are left out.")
            )
        ui.leaves_label.setText(said)
        set_property(ui.leaves_label, "part", "danger" if inside else "certain")
        marking = next((entry.document.header.marking for entry in leaving if entry.document.header.marking), None)
        ui.limite_label.setText(marking or "")
        ui.limite_label.setVisible(marking is not None)
        named = bool(ui.file_edit.text().strip())
        ui.export_button.setEnabled(bool(leaving) and named)
        self._update_overwrite_note()

    def _export(self) -> None:
        target, internal, keys = self.target, self.internal, [entry.id for entry in self.entries_to_export()]
        self.ui.export_button.setEnabled(False)
        self._tasks.read(
            lambda: self._desk.exchange.write(target, internal=internal, only=keys),
            while_alive(self, lambda outgoing: self._finish(target, outgoing)),
            failed=while_alive(self, self._fail),
            what=self.tr("Saving {file}").format(file=target.name),
        )

    def _finish(self, target: Path, outgoing: Outgoing) -> None:
        self._written = target
        self._tell()
        count = len(outgoing.annotations)
        counted = terms.format_count(count, self.tr("1 annotation"), self.tr("{n} annotations"))
        self._note(self.tr("Saved: {file} ({counted})").format(file=target, counted=counted), "soft")
        self.ui.open_button.show()
        self.ui.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.exported.emit(target)

    @override
    def _fail(self, error: Exception) -> None:
        self._tell()
        super()._fail(error)

    def _choose_file(self) -> None:
        self._prompt_file([f"{self.ui.type_combo.currentText()} (*{self.ui.type_combo.currentData()})"])
