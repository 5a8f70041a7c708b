"""A dossier's timeline as rows: its documents in order of time, then the papers that may belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from typing_extensions import override

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.dossier_suggestions import DossierCandidate
from delegate_desk.core.documents.dossier_timeline import Milestone, Timeline
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_model import RowModel

_MOST = 12
"""How many offers are shown: who answers them sees the next."""


@dataclass(frozen=True, slots=True)
class TimelineHead:
    """The head of some rows."""

    text: str


@dataclass(frozen=True, slots=True)
class DossierSuggestion:
    """Suggestion of an assignment to a dossier.

    Attributes:
        home: True where the document is the subject of the timeline shown, and the dossier is suggested.
    """

    offered: DossierCandidate
    is_dossier: bool

    @property
    def library_document(self) -> LibraryDocument:
        """The newest document of what is offered."""
        return (self.offered.dossier if self.is_dossier else self.offered.candidate).documents[-1]


Row = Milestone | TimelineHead | DossierSuggestion


@dataclass(frozen=True, slots=True)
class DossierSuggestions:
    """Suggestions for a dossier: documents that may belong to it, dossiers that it may belong to."""

    documents: Sequence[DossierCandidate] = ()
    dossiers: Sequence[DossierCandidate] = ()


def load_timeline(desk: Desk, documents: Sequence[DocumentId]) -> Timeline | None:
    """The timeline of the first of some documents that is held; None where none is: slow, safe on any thread."""
    for document in documents:
        try:
            return desk.dossiers.timeline(document)
        except UnknownDocumentError:  # it went to the trash
            continue
    return None


def load_suggestions(desk: Desk, document: DocumentId) -> DossierSuggestions:
    """Return the suggestions for a document's dossier; none if it was deleted meanwhile: slow, safe on any thread."""
    try:
        homes, papers = desk.dossiers.suggestions_for_document(document), desk.dossiers.offers(document)
    except UnknownDocumentError:
        return DossierSuggestions()
    to = {
        one.dossier.family_mark: one.weight for one in homes
    }  # of two papers that may belong together the likelier way
    here = {one.candidate.family_mark: one.weight for one in papers}
    return DossierSuggestions(
        [one for one in papers if one.weight >= to.get(one.candidate.family_mark, 0)],
        [one for one in homes if one.weight > here.get(one.dossier.family_mark, 0)],
    )


class TimelineModel(RowModel[Row]):
    """The rows; what a paper is about stands in its tip."""

    head = TimelineHead

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timeline: Timeline | None = None

    def set_timeline(self, timeline: Timeline, offers: DossierSuggestions) -> None:
        """Take another state of the dossier."""
        self.timeline = timeline
        rows: list[Row] = [
            *timeline.milestones,
            *self._suggestion_rows(self.tr("May belong to"), offers.dossiers, home=True),
            *self._suggestion_rows(self.tr("May belong here"), offers.documents, home=False),
        ]
        self.set_rows(rows)

    def _suggestion_rows(self, head: str, offered: Sequence[DossierCandidate], *, home: bool) -> list[Row]:
        if len(offered) > _MOST:
            head += " · " + self.tr("the {n} most likely of {count}").format(
                n=_MOST, count=terms.format_number(len(offered))
            )
        return [TimelineHead(head), *(DossierSuggestion(one, home) for one in offered[:_MOST])] if offered else []

    @override
    def key(self, row: Row) -> object:
        if isinstance(row, Milestone):
            return "milestone", row.key
        if isinstance(row, DossierSuggestion):
            return "offer", row.offered.dossier.family_mark if row.is_dossier else row.offered.candidate.family_mark
        return row

    @override
    def accessible_text(self, row: Row) -> str:
        if isinstance(row, TimelineHead):
            return row.text
        if isinstance(row, DossierSuggestion):
            return ", ".join((suggestion_name(row), dossiers.format_reasons(row.offered)))
        spoken = (
            dossiers.document_name(row),
            dossiers.format_issue_day(row),
            dossiers.document_description(row, self.timeline) if self.timeline else "",
            ", ".join(map(terms.language_name, row.languages)),
            dossiers.own_items_summary(row),
        )
        return ", ".join(filter(None, spoken))

    @override
    def tool_tip(self, row: Row) -> str | None:
        if isinstance(row, DossierSuggestion):
            return f"{suggestion_name(row)}\n{dossiers.format_reasons(row.offered)}"
        if isinstance(row, Milestone) and (held := row.preferred_version(terms.window_language(), "en")):
            return "\n".join(filter(None, (held.header.subject, *(version.file_name for version in row.versions))))
        return None


def suggestion_name(row: DossierSuggestion) -> str:
    """Return the name of a suggestion: a document's name and subject, or a dossier's name and subject."""
    if row.is_dossier:
        dossier = row.offered.dossier
        return " · ".join(dict.fromkeys((dossier.name, dossiers.dossier_title(dossier))))
    held = row.library_document
    about = held.header.subject or held.file_name
    return f"{held.name} · {about}" if held.header.reference else about
