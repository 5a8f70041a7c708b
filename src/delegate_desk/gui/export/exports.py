"""Exports of the window: an entry for each, from which its view is made, and the person's choices.

Choices for exports of a document are saved for the next export and the next start. The audience is not: a file is for
circulation until another is chosen for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from delegate_desk import settings
from delegate_desk.core.amending.amended import AmendedAct
from delegate_desk.core.annotations.annotation import Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    LABEL_LANGUAGES,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
    default_columns,
)
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.core.revisions.consequences import Consequences
from delegate_desk.core.translations.translation import Concordance
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import comparison as comparison_labels
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.output import prompt_open
from delegate_desk.settings import Settings

translate = QCoreApplication.translate
_COMMON = frozenset({"audience", "labels", "delegation"})
_POSITION = _COMMON | {"kind", "markup", "columns", "template"}
_KINDS: Mapping[ExportKind, tuple[str, frozenset[str]]] = {
    ExportKind.POSITION: ("position", _POSITION),
    ExportKind.REDLINE: ("redline", _POSITION - {"columns", "template"}),  # a redline is its own template
    ExportKind.ANNOTATED: ("annotated text", _POSITION - {"columns"}),
    ExportKind.COMMENTS_TABLE: ("table of comments", _POSITION),
    ExportKind.COMPILATION: ("compilation", _POSITION),
    ExportKind.REPORT: ("report", _COMMON | {"names"}),
    ExportKind.MATRIX: ("matrix", _COMMON | {"names"}),
    ExportKind.NOTE: ("speaking note", _COMMON),
    ExportKind.COMPARISON: ("comparison", frozenset({"markup", "labels"})),
    ExportKind.CONSEQUENCES: ("what changed for us", frozenset({"labels"})),
    ExportKind.ANNOTATIONS: ("notes", frozenset({"audience", "labels"})),
    ExportKind.CALENDAR: ("calendar", frozenset({"labels"})),
    ExportKind.AMENDED: ("amended act", frozenset({"labels"})),
    ExportKind.CONCORDANCE: ("concordance", frozenset({"labels"})),
    ExportKind.COLUMNS: ("four columns", frozenset()),
}
"""The file name of each kind of export, before the name of its subject, and its options."""


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """Something that can be exported.

    Attributes:
        subject: Its subject, in the form for ``Export``.
        language: Language of its text, ISO 639-1; empty if it has none.
        audience: The initial audience; if it is no option, the only one.
        markup: Default style of changes.
        selected: For annotations, the number selected; those not in the file are internal.
        formats: Further formats, by suffix, with their writers.
        suffix: Suffix of the default format.
        delegation: Our delegation; None if it is not chosen yet.
    """

    subject: Any
    kinds: Sequence[ExportKind]
    title: str
    name: str
    language: str
    help: str
    audience: Audience = Audience.CIRCULATION
    markup: MarkupStyle = MarkupStyle.COUNCIL
    without: frozenset[str] = frozenset()
    selected: int = 0
    formats: Mapping[str, Callable[[Path, ExportOptions], object]] = field(default_factory=dict)
    suffix: str = ".docx"
    document: DocumentId | None = None
    delegation: str | None = None

    def options(self, kind: ExportKind) -> frozenset[str]:
        return _KINDS[kind][1] - self.without

    def file_name(self, kind: ExportKind, audience: Audience) -> str:
        """The name proposed for a file, without suffix."""
        name, options = _KINDS[kind]
        capital = " for the capital" if audience is Audience.CAPITAL and "audience" in options else ""
        return f"{name} {self.name}".strip() + capital  # lest one is sent for the other


def document_export(desk: Desk, document: DocumentId) -> ExportEntry:
    item = desk.documents.get(document)
    title = translate("exports", "Position on {name}").format(name=item.name)
    return ExportEntry(document, DOCUMENT_KINDS, title, item.name, item.header.language, "exporting", document=document)


def meeting_export(desk: Desk, kind: ExportKind, key: MeetingId) -> ExportEntry:
    """The export of a meeting's report or matrix, or of our speaking note for it."""
    meeting, agenda = desk.meetings.get(key), desk.meetings.agenda(key)
    title = {
        ExportKind.REPORT: translate("exports", "Report on {body}"),
        ExportKind.MATRIX: translate("exports", "Matrix of {body}"),
        ExportKind.NOTE: translate("exports", "Speaking note for {body}"),
    }[kind]
    title = title.format(body=meeting.body)
    reference = str(meeting.reference) if meeting.reference else meeting.body[:40].strip()
    name = f"{reference} {meeting.date.isoformat() if meeting.date else ''}".strip()
    return ExportEntry(key, (kind,), title, name, agenda.header.language if agenda else "", "meeting#files")


def comparison_export(desk: Desk, comparison: Comparison) -> ExportEntry:
    old, new = desk.documents.get(comparison.old), desk.documents.get(comparison.new)
    across, kinds = comparison.is_cross_language, (ExportKind.COMPARISON,)
    side_by_side, full = translate("exports", "{names}, side by side"), translate("exports", "{names}, full text")
    title = (side_by_side if across else full).format(names=comparison_labels.document_names(old, new))
    name, language = comparison_labels.pair_title(old, new).replace("→", "with"), new.header.language
    without: frozenset[str] = frozenset({"markup"}) if across else frozenset()
    entry = ExportEntry(comparison, kinds, title, name, language, "revisions#to-word", document=new.id)
    return replace(entry, markup=MarkupStyle.TRACKED, without=without)


def amended_export(desk: Desk, act: AmendedAct) -> ExportEntry:
    base, amending = desk.documents.get(act.base), desk.documents.get(act.amending[0])
    title = translate("exports", "{base}, as amended by {amending}").format(base=base.name, amending=amending.name)
    name = f"{base.name} with {amending.name}"
    return ExportEntry(act, (ExportKind.AMENDED,), title, name, base.header.language, "amending", document=base.id)


def columns_export(desk: Desk, texts: Sequence[DocumentId]) -> ExportEntry:
    names = [desk.documents.get(text).name for text in texts]
    title = translate("exports", "Four-column table of {names}").format(names=" · ".join(names))
    return ExportEntry(tuple(texts), (ExportKind.COLUMNS,), title, " ".join(names), "en", "revisions#columns")


def consequences_export(_: Desk, consequences: Consequences) -> ExportEntry:
    """Return the export of the consequences of a revision, for the capital only."""
    new, kinds, page = consequences.new, (ExportKind.CONSEQUENCES,), "revisions#consequences"
    title, language = translate("exports", "What changed for us in {name}").format(name=new.name), new.header.language
    return ExportEntry(consequences, kinds, title, new.name, language, page, Audience.CAPITAL, document=new.id)


def annotations_export(desk: Desk, entries: Sequence[AnnotationEntry]) -> ExportEntry:
    """Return the export of annotations, internal ones for the capital only."""
    internal = {entry.id for entry in entries if entry.annotation.visibility is Visibility.INTERNAL}
    keys = tuple(entry.id for entry in entries)
    languages = {entry.document.header.language for entry in entries}
    language = languages.pop() if len(languages) == 1 else ""

    def write(target: Path, options: ExportOptions) -> None:
        capital = options.audience is Audience.CAPITAL
        only = [key for key in keys if capital or key not in internal]
        desk.exchange.write(target, internal=capital, only=only)

    kinds, title, page = (ExportKind.ANNOTATIONS,), translate("exports", "Notes"), "exchanging#annotations"
    formats = {".csv": write, ".jsonld": write}
    return ExportEntry(keys, kinds, title, "", language, page, selected=len(keys), formats=formats)


def concordance_export(desk: Desk, results: tuple[Concordance, ...]) -> ExportEntry:
    """The export of a concordance, or of the unusual translations in a document."""
    title, subject = translate("exports", "Translations of “{phrase}”"), results[0].phrase
    if results[0].is_unusual:
        title, subject = translate("exports", "Unusual translations in {document}"), results[0].pairs[0].source.name
    title, language = title.format(phrase=subject, document=subject), terms.window_language()
    formats = {".csv": partial(desk.export.write, results, ExportKind.CONCORDANCE)}
    page = "languages#concordance"
    return ExportEntry(results, (ExportKind.CONCORDANCE,), title, subject, language, page, formats=formats)


def calendar_export(desk: Desk) -> ExportEntry:
    """Return the export of all meetings and deadlines, for the capital only."""
    title, language = translate("exports", "Meetings and deadlines"), terms.window_language()
    formats = {".ics": partial(desk.export.write, (), ExportKind.CALENDAR)}
    entry = ExportEntry((), (ExportKind.CALENDAR,), title, "", language, "meeting#calendar", Audience.CAPITAL)
    return replace(entry, formats=formats, suffix=".ics")


ENTRIES: Mapping[ExportKind, Callable[..., ExportEntry]] = {
    ExportKind.NOTE: lambda desk, meeting: meeting_export(desk, ExportKind.NOTE, meeting),
    ExportKind.COMPARISON: comparison_export,
    ExportKind.CONSEQUENCES: consequences_export,
    ExportKind.ANNOTATIONS: annotations_export,
    ExportKind.CALENDAR: calendar_export,
    ExportKind.AMENDED: amended_export,
    ExportKind.CONCORDANCE: concordance_export,
    ExportKind.COLUMNS: columns_export,
}
"""The entries made from the library and a subject; slow, safe on any thread."""
_MOST_TEMPLATES = 5
E = TypeVar("E", bound=StrEnum)
OTHER_TEMPLATE = "other"
"""Stands for a template to be chosen."""


ExportOption = tuple[Sequence[tuple[str, object]], object]
"""An option of an export of a document: its values with their names, and the value chosen."""


class ExportChoices(QObject):
    """The choices of a person.

    Signals:
        changed: A choice changed.
    """

    changed = Signal()

    def __init__(
        self, file: Path | None = None, parent: QObject | None = None, *, markup: MarkupStyle = MarkupStyle.COUNCIL
    ) -> None:
        """Restore the last choices.

        Args:
            file: The settings; None to save nothing.
            markup: Default style of changes.
        """
        super().__init__(parent)
        self._file = file
        self._defaults = Settings(export_markup=str(markup))
        self._settings = settings.load(file) if file else self._defaults

    @property
    def kind(self) -> ExportKind:
        kind = _known_value(ExportKind, self._settings.export_kind)
        return kind if kind in DOCUMENT_KINDS else ExportKind.POSITION

    @property
    def markup(self) -> MarkupStyle:
        return _known_value(MarkupStyle, self._settings.export_markup) or MarkupStyle.COUNCIL

    @property
    def template(self) -> Path | None:
        return Path(self._settings.export_template) if self._settings.export_template else None

    @property
    def templates(self) -> list[Path]:
        names = dict.fromkeys((*self._settings.export_templates, self._settings.export_template))
        return [Path(name) for name in names if name]

    @property
    def opens_file(self) -> bool:
        return self._settings.export_opens_file

    def columns(self, kind: ExportKind) -> ProvisionColumns:
        return _known_value(ProvisionColumns, self._settings.export_columns.get(kind, "")) or default_columns(kind)

    def labels(self, language: str) -> str:
        default = language if language in LABEL_LANGUAGES else "en"
        chosen = self._settings.export_labels.get(language, default)
        return chosen if chosen in LABEL_LANGUAGES else default

    def options(
        self, language: str, audience: Audience = Audience.CIRCULATION, delegation: str | None = None
    ) -> ExportOptions:
        columns = self.columns(self.kind)
        return ExportOptions(self.markup, audience, delegation, self.labels(language), self.template, columns)

    def file_options(self, language: str, kind: ExportKind) -> dict[str, ExportOption]:
        """Return the options of a kind of export, for a document in a language, by name: see ``choose``."""
        is_redline = kind is ExportKind.REDLINE
        markups = [MarkupStyle.TRACKED] if is_redline else list(MarkupStyle)
        others = (translate("send", "Another template…"), OTHER_TEMPLATE)
        templates = [*((positions.template_label(path), path) for path in (None, *self.templates)), others]
        columns = [(positions.columns_label(value), value) for value in ProvisionColumns]
        languages = [(terms.language_name(value), value) for value in LABEL_LANGUAGES]
        kinds = [(positions.export_kind_label(value), value) for value in DOCUMENT_KINDS]
        styles = [(positions.markup_label(value), value) for value in markups]
        return {
            "kind": (kinds, kind),
            "markup": (styles, markups[0] if is_redline else self.markup),
            "columns": (columns, self.columns(kind)),
            "labels": (languages, self.labels(language)),
            "template": (templates, self.template),
        }

    def choose(self, name: str, value: object, language: str, parent: QWidget | None = None) -> None:
        """Choose a value of one of the ``file_options``; another template is prompted for."""
        if value == OTHER_TEMPLATE:
            folder = self.templates[0].parent if self.templates else None
            kinds = translate("send", "Word documents and templates (*.docx *.dotx)")
            template = prompt_open(parent, translate("send", "Choose Template"), kinds, folder)
            if template is not None:
                self.choose_template(template)
            else:
                self.changed.emit()  # so that the template in use is shown as chosen again
            return
        stored = str(value)
        if name == "template":
            self.choose_template(value if isinstance(value, Path) else None)
        elif name == "columns":
            self._save(export_columns={**self._settings.export_columns, str(self.kind): stored})
        elif name == "labels":
            self._save(export_labels={**self._settings.export_labels, language: stored})
        else:
            self._save(**{f"export_{name}": stored})

    def reset(self) -> None:
        names = (f"export_{name}" for name in ("kind", "markup", "columns", "labels", "template"))
        self._save(**{name: getattr(self._defaults, name) for name in names})

    def open_file(self, opens: bool) -> None:
        self._save(export_opens_file=opens)

    def choose_template(self, template: Path | None) -> None:
        """Use a template, and put it first among those used; None for our own layout."""
        if template is None:
            self._save(export_template="")
            return
        used = [str(template), *(str(path) for path in self.templates if path != template)]
        self._save(export_template=str(template), export_templates=tuple(used[:_MOST_TEMPLATES]))

    def _save(self, **chosen: Any) -> None:
        changed = replace(self._settings, **chosen)
        if changed == self._settings:
            return
        self._settings = changed
        if self._file is not None:  # the window keeps its own there, and another one may have since
            export_settings = {name: getattr(changed, name) for name in changed.__slots__ if name.startswith("export_")}
            settings.save(self._file, replace(settings.load(self._file), **export_settings))
        self.changed.emit()


def _known_value(values: type[E], stored: str) -> E | None:
    return values(stored) if stored in list(values) else None
