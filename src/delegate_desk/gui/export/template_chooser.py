"""The templates of the house, to choose from."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from delegate_desk.gui.export.export_settings import ExportChoices
from delegate_desk.gui.widgets.labels import export
from delegate_desk.gui.widgets.save_file_dialog import default_folder

OTHER = "other"
"""Stands for a template that is not known yet."""


def templates(choices: ExportChoices) -> list[tuple[str, object]]:
    """Return the templates to choose from: our own style, those used before, and another file."""
    known: list[tuple[str, object]] = [(export.template_label(None), None)]
    known += ((export.template_label(one), one) for one in choices.templates)
    return [*known, (QCoreApplication.translate("send", "Another template…"), OTHER)]


def prompt_template(choices: ExportChoices, parent: QWidget) -> None:
    """Ask for a template of the house, and use it from now on."""
    translate = QCoreApplication.translate
    folder = choices.templates[0].parent if choices.templates else default_folder()
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("send", "Choose Template"),
        str(folder),
        translate("send", "Word documents and templates (*.docx *.dotx)"),
    )
    if name:
        choices.choose_template(Path(name))
