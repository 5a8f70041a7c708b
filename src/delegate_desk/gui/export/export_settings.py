"""ExportChoices for exports of a document, saved from one file to the next and from one start to the next.

The audience of a file is not saved: it is for circulation until another is chosen for that file.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from delegate_desk import settings
from delegate_desk.core.positions.export_options import (
    LABEL_LANGUAGES,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
    default_columns,
)
from delegate_desk.settings import Settings

WITH_COLUMNS = frozenset({ExportKind.POSITION, ExportKind.COMMENTS_TABLE, ExportKind.COMPILATION})
"""The kinds of file whose table can have one set of columns or another."""
_MOST_TEMPLATES = 5
E = TypeVar("E", bound=StrEnum)


class ExportChoices(QObject):
    """The choices of a person.

    Signals:
        changed: Something else is chosen now.
    """

    changed = Signal()

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        """Take up what was chosen last.

        Args:
            file: The settings; None to keep nothing.
            parent: What it ends with.
        """
        super().__init__(parent)
        self._file = file
        self._settings = settings.load(file) if file else Settings()

    @property
    def kind(self) -> ExportKind:
        """Return the kind of file exported."""
        return _known_value(ExportKind, self._settings.export_kind) or ExportKind.POSITION

    @property
    def markup(self) -> MarkupStyle:
        """Return the mark-up style of its changes."""
        return _known_value(MarkupStyle, self._settings.export_markup) or MarkupStyle.COUNCIL

    @property
    def template(self) -> Path | None:
        """The template of the house; None for our own look."""
        return Path(self._settings.export_template) if self._settings.export_template else None

    @property
    def templates(self) -> list[Path]:
        """Return the templates used before, the last used first."""
        return [Path(name) for name in self._settings.export_templates if isinstance(name, str)]

    def columns(self, kind: ExportKind) -> ProvisionColumns:
        """The columns of the table in a kind of file."""
        return _known_value(ProvisionColumns, self._settings.export_columns.get(kind, "")) or default_columns(kind)

    def labels(self, language: str) -> str:
        """The language of the labels for a document in some language."""
        own = language if language in LABEL_LANGUAGES else "en"
        chosen = self._settings.export_labels.get(language, own)
        return chosen if chosen in LABEL_LANGUAGES else own

    def options(
        self, language: str, audience: Audience = Audience.CIRCULATION, delegation: str | None = None
    ) -> ExportOptions:
        """All that is chosen, for a document in some language."""
        columns = self.columns(self.kind)
        return ExportOptions(self.markup, audience, delegation, self.labels(language), self.template, columns)

    def choose_kind(self, kind: ExportKind) -> None:
        self._save(replace(self._settings, export_kind=str(kind)))

    def choose_markup(self, markup: MarkupStyle) -> None:
        self._save(replace(self._settings, export_markup=str(markup)))

    def choose_columns(self, kind: ExportKind, columns: ProvisionColumns) -> None:
        self._save(replace(self._settings, export_columns={**self._settings.export_columns, str(kind): str(columns)}))

    def choose_labels(self, language: str, labels: str) -> None:
        self._save(replace(self._settings, export_labels={**self._settings.export_labels, language: labels}))

    def choose_template(self, template: Path | None) -> None:
        """Use a template, and name it first among those used; None for our own look."""
        if template is None:
            self._save(replace(self._settings, export_template=""))
            return
        known: Sequence[str] = [str(template), *(str(one) for one in self.templates if one != template)]
        kept = replace(self._settings, export_template=str(template), export_templates=tuple(known[:_MOST_TEMPLATES]))
        self._save(kept)

    def _save(self, chosen: Settings) -> None:
        if chosen == self._settings:
            return
        self._settings = chosen
        if self._file is not None:  # the window keeps its own there, and another one may have since
            ours = {name: getattr(chosen, name) for name in chosen.__slots__ if name.startswith("export_")}
            settings.save(self._file, replace(settings.load(self._file), **ours))
        self.changed.emit()


def _known_value(values: type[E], kept: str) -> E | None:
    """A value that was kept, if it is one still."""
    return values(kept) if kept in list(values) else None
