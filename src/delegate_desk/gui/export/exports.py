"""Exports of the window: an entry for each, from which its dialog is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.annotations.annotation import Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
)
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.core.revisions.consequences import Consequences
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import comparison as comparison_labels

translate = QCoreApplication.translate
_COMMON = frozenset({"audience", "labels", "delegation"})
_POSITION = _COMMON | {"kind", "markup", "columns", "template"}
OPTIONS: Mapping[ExportKind, frozenset[str]] = {
    ExportKind.POSITION: _POSITION,
    ExportKind.REDLINE: _POSITION - {"columns", "template"},  # a redline is its own template
    ExportKind.ANNOTATED: _POSITION - {"columns"},
    ExportKind.COMMENTS_TABLE: _POSITION,
    ExportKind.COMPILATION: _POSITION,
    ExportKind.REPORT: _COMMON | {"names"},
    ExportKind.MATRIX: _COMMON | {"names"},
    ExportKind.NOTE: _COMMON,
    ExportKind.COMPARISON: frozenset({"markup", "labels"}),
    ExportKind.CONSEQUENCES: frozenset({"labels"}),
    ExportKind.ANNOTATIONS: frozenset({"audience", "labels"}),
}
"""The options of each kind of export."""
_FILES = {
    ExportKind.POSITION: "position",
    ExportKind.REDLINE: "redline",
    ExportKind.ANNOTATED: "annotated text",
    ExportKind.COMMENTS_TABLE: "table of comments",
    ExportKind.COMPILATION: "compilation",
    ExportKind.REPORT: "report",
    ExportKind.MATRIX: "matrix",
    ExportKind.NOTE: "speaking note",
    ExportKind.COMPARISON: "comparison",
    ExportKind.CONSEQUENCES: "what changed for us",
    ExportKind.ANNOTATIONS: "annotations",
}
"""What files are called, before the name of what they are on."""


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """Something that can be exported.

    Attributes:
        subject: What it is on, as ``Export`` takes it.
        kinds: One, or those among which can be chosen.
        title: In the window.
        name: What its file is called after.
        language: ISO 639-1, of its text; empty where it has none.
        help: Page of the manual.
        audience: For whom it is first taken to be; if that is no option, for whom it always is.
        markup: Style of changes where none was chosen before.
        without: Options of its kind that it does not have.
        selected: Of annotations, how many were chosen; what is not in the file is internal.
        formats: Other formats than those of all exports, by suffix, and what writes them.
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

    def options(self, kind: ExportKind) -> frozenset[str]:
        return OPTIONS[kind] - self.without

    def file_name(self, kind: ExportKind, audience: Audience) -> str:
        """The name proposed for a file, without suffix."""
        capital = " for the capital" if audience is Audience.CAPITAL and "audience" in OPTIONS[kind] else ""
        return f"{_FILES[kind]} {self.name}".strip() + capital  # lest one is sent for the other


def document_export(desk: Desk, document: DocumentId, audience: Audience = Audience.CIRCULATION) -> ExportEntry:
    held = desk.documents.get(document)
    title = translate("exports", "Position on {name}").format(name=held.name)
    return ExportEntry(document, DOCUMENT_KINDS, title, held.name, held.header.language, "exporting", audience)


def meeting_export(desk: Desk, kind: ExportKind, key: MeetingId) -> ExportEntry:
    """The export of a meeting's report or matrix, or of our speaking note for it."""
    meeting, agenda = desk.meetings.get(key), desk.meetings.agenda(key)
    title = {
        ExportKind.REPORT: translate("exports", "Report on {body}"),
        ExportKind.MATRIX: translate("exports", "Matrix of {body}"),
        ExportKind.NOTE: translate("exports", "Speaking note for {body}"),
    }[kind]
    named = str(meeting.reference) if meeting.reference else meeting.body[:40].strip()
    day = meeting.date.isoformat() if meeting.date else ""
    language = agenda.header.language if agenda else ""
    return ExportEntry(
        key, (kind,), title.format(body=meeting.body), f"{named} {day}".strip(), language, "meeting#files"
    )


def comparison_export(desk: Desk, comparison: Comparison) -> ExportEntry:
    """The export of a whole comparison, whatever of it is shown alone."""
    old, new = desk.documents.get(comparison.old), desk.documents.get(comparison.new)
    named = comparison_labels.document_names(old, new)
    across = comparison.is_cross_language
    side_by_side, full = translate("exports", "{names}, side by side"), translate("exports", "{names}, full text")
    return ExportEntry(
        comparison,
        (ExportKind.COMPARISON,),
        (side_by_side if across else full).format(names=named),
        comparison_labels.pair_title(old, new).replace("→", "with"),
        new.header.language,
        "revisions#to-word",
        markup=MarkupStyle.TRACKED,
        without=frozenset({"markup"}) if across else frozenset(),
    )


def consequences_export(consequences: Consequences) -> ExportEntry:
    """The export of what a revision changed for us, for the capital alone."""
    new = consequences.new
    return ExportEntry(
        consequences,
        (ExportKind.CONSEQUENCES,),
        translate("exports", "What changed for us in {name}").format(name=new.name),
        new.name,
        new.header.language,
        "revisions#consequences",
        Audience.CAPITAL,
    )


def annotations_export(desk: Desk, entries: Sequence[AnnotationEntry]) -> ExportEntry:
    """The export of annotations, internal ones for the capital alone."""
    internal = {entry.id for entry in entries if entry.annotation.visibility is Visibility.INTERNAL}
    keys = tuple(entry.id for entry in entries)
    languages = {entry.document.header.language for entry in entries}

    def write(target: Path, options: ExportOptions) -> None:
        capital = options.audience is Audience.CAPITAL
        only = [key for key in keys if capital or key not in internal]
        desk.exchange.write(target, internal=capital, only=only)

    return ExportEntry(
        keys,
        (ExportKind.ANNOTATIONS,),
        translate("exports", "Annotations"),
        "",
        languages.pop() if len(languages) == 1 else "",
        "exchanging#annotations",
        selected=len(keys),
        formats={".csv": write, ".jsonld": write},
    )
