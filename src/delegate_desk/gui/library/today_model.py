"""Content of Today, loaded at once, and its rows: next meeting, deadlines, positions, new papers, where to continue."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto

from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import AnnotationEntry, AnnotationGroup, local_day
from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossier_timeline import DocumentFamily, in_reading_order
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.meeting import AgendaItem, Meeting, next_meeting
from delegate_desk.core.positions.position import PositionStatus, PositionSummary
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.library.library_rows import Library
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.labels import annotations, dossiers, positions, terms
from delegate_desk.gui.widgets.rows.row_model import RowModel

_MOST, _MOST_PLACES, _MOST_PAPERS, _MOST_COMPARED = 6, 4, 8, 2
_SOON = timedelta(days=3)


Agenda = Sequence[tuple[AgendaItem, Sequence[tuple[Reference, Sequence[LibraryDocument]]]]]
"""Agenda items with their documents, each in its languages, the one to be opened first; none if not in the library."""


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A document imported since the last visit.

    Attributes:
        versions: Its language versions, in reading order.
        previous: The revision before it that has items of ours.
    """

    versions: tuple[LibraryDocument, ...]
    previous: LibraryDocument | None = None


@dataclass(frozen=True, slots=True)
class TodayContent:
    """Content of Today.

    Attributes:
        now: Time of loading, in UTC.
        since: Time of the last visit, in UTC.
        new: Number of documents imported since, of which ``papers`` are the latest.
        deadlines: Open annotations with a deadline, the earliest first.
        drafts: Positions that are not cleared, the last changed first.
        places: The last places of the delegate, the latest first, each with its document and in words.
    """

    now: datetime
    since: datetime
    new: int = 0
    meeting: Meeting | None = None
    agenda: Agenda = ()
    deadlines: tuple[AnnotationEntry, ...] = ()
    drafts: tuple[tuple[PositionSummary, LibraryDocument], ...] = ()
    papers: tuple[NewPaper, ...] = ()
    places: tuple[tuple[Place, LibraryDocument, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """Numbers of red lines that a revision affected, of proposals taken on board, and of proposals that were not."""

    red_lines: int
    taken: int
    not_taken: int


def load_today(
    desk: Desk, library: Library, since: datetime, places: Sequence[Place], languages: Sequence[str]
) -> TodayContent:
    """Load the content of Today from the loaded library list and the deadlines."""
    now, known = datetime.now(UTC), {document.id: document for document in library.documents}
    meeting, first = next_meeting(library.meetings, local_day(now)), languages[0] if languages else "en"
    groups: list[AnnotationGroup] = desk.annotation_list.due(now)
    deadlines = [entry for group in groups for entry in group.entries]
    drafts = [(summary, known[key]) for key, summary in library.positions.items() if key in known]
    drafts = [(summary, held) for summary, held in drafts if summary.status is PositionStatus.DRAFT and summary.entries]
    drafts.sort(key=lambda draft: draft[0].changed or datetime.min.replace(tzinfo=UTC), reverse=True)
    families = [family for group in library.groups for family in group.families]
    new = [(version, family) for family in families for version in family.versions if _came(version) > since]
    new.sort(key=lambda found: _came(found[0]), reverse=True)
    return TodayContent(
        now,
        since,
        len(new),
        meeting,
        [(item, desk.meetings.documents(item, first)) for item in (meeting.items if meeting else ())],
        tuple(deadlines[:_MOST]),
        tuple(drafts[:_MOST]),
        tuple(_new_paper(desk, library, *found, languages) for found in new[:_MOST_PAPERS]),
        tuple(
            (place, known[place.document], desk.documents.citation(place, terms.window_language()))
            for place in [place for place in places if place.document in known][:_MOST_PLACES]
        ),
    )


def count_changes(desk: Desk, old: DocumentId, new: DocumentId) -> Steps[ChangeCounts]:
    """Compare two revisions, and count what changed for us. Slow."""
    comparison = yield from desk.comparisons.compare(old, new)
    found = desk.consequences.for_comparison(comparison)
    outcomes = [outcome.adoption.outcome for outcome in found.proposals if not outcome.delegations]
    taken = sum(outcome in (AdoptionOutcome.TAKEN, AdoptionOutcome.IN_PART) for outcome in outcomes)
    return ChangeCounts(sum(item.was_touched is not False for item in found.red_lines), taken, len(outcomes) - taken)


def papers_to_compare(content: TodayContent) -> list[tuple[DocumentId, DocumentId]]:
    """Return the revisions whose changes for us are counted, each with the revision before it."""
    pairs = [(paper.previous.id, paper.versions[0].id) for paper in content.papers if paper.previous is not None]
    return pairs[:_MOST_COMPARED]


def _new_paper(
    desk: Desk,
    library: Library,
    version: tuple[LibraryDocument, ...],
    family: DocumentFamily,
    languages: Sequence[str],
) -> NewPaper:
    earlier = [document for older in family.versions[1:] for document in older if version is family.newest]
    ours = (d for d in earlier if d.id in library.positions or desk.annotations.for_document(d.id))
    return NewPaper(in_reading_order(version, languages), next(ours, None))


def _came(version: Iterable[LibraryDocument]) -> datetime:
    return max(document.added for document in version)


class TodayRowKind(Enum):
    HEAD = auto()
    MEETING = auto()
    ITEM = auto()
    DEADLINE = auto()
    DRAFT = auto()
    PAPER = auto()
    CHANGES = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A row of Today.

    Attributes:
        lead: Before the text: a number, a day or the draft.
        side: At the right, before the status.
        below: In a second line.
        role: The colour of the lead and the side.
        status: Status of our position, for a badge at the right end.
        end: Other words there: that there is no position, or what Enter does.
        is_new: True for a document that was not opened yet.
        target: What it opens: a document, a place, an annotation, a position, a meeting, two revisions or a reference.
    """

    kind: TodayRowKind
    text: str
    lead: str = ""
    side: str = ""
    below: str = ""
    role: str = "soft"
    status: PositionStatus | None = None
    end: str = ""
    is_new: bool = False
    target: object = None


class TodayModel(RowModel[TodayRow]):
    """The rows of one column of Today."""

    @override
    def is_head(self, row: TodayRow) -> bool:
        return row.kind is TodayRowKind.HEAD

    @override
    def key(self, row: TodayRow) -> object:
        return row.kind, row.text, row.lead, row.below

    @override
    def text(self, row: TodayRow) -> str:
        return row.text

    @override
    def accessible_text(self, row: TodayRow) -> str:
        badge = positions.status_badge(row.status) if row.status else ""
        new = self.tr("new") if row.is_new else ""
        return ", ".join(filter(None, (row.lead, row.text, row.below, row.side, badge, row.end, new)))

    def rows_of_work(self, content: TodayContent, library: Library) -> list[TodayRow]:
        """Return the next meeting, the deadlines and the positions that are not cleared."""
        rows: list[TodayRow] = []
        meeting = content.meeting
        if meeting is not None and meeting.date is not None:
            days = (meeting.date - local_day(content.now)).days
            when = self.tr("today") if not days else self.tr("tomorrow") if days == 1 else self.tr("in {n} days")
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Next meeting"), side=when.format(n=days)))
            about = [terms.format_day(meeting.date), f"{meeting.time:%H.%M}" if meeting.time else "", meeting.place]
            name = meeting.body or str(meeting.reference or "")
            rows.append(TodayRow(TodayRowKind.MEETING, name, below=" · ".join(filter(None, about)), target=meeting))
            rows += self._agenda_rows(content.agenda, library)
        if content.deadlines:
            key = key_bindings.first_key_text("action_due")
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Deadlines"), side=key))
            rows += [self._deadline_row(entry, content.now) for entry in content.deadlines]
        if content.drafts:
            count = terms.format_number(len(content.drafts))
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Positions not cleared"), side=count))
            rows += [self._draft_row(*draft) for draft in content.drafts]
        return rows

    def _agenda_rows(self, agenda: Agenda, library: Library) -> Iterable[TodayRow]:
        for item, papers in agenda:
            row = TodayRow(TodayRowKind.ITEM, dossiers.title_of_subject(item.title), item.number)
            if not papers:
                yield row
            for reference, versions in papers:
                if versions:
                    yield self._paper_row(row, versions, library)
                else:
                    short = str(reference).removeprefix("ST ")
                    name = self.tr("{reference} · not in library").format(reference=short)
                    link = replace(row, side=name, end=self.tr("Import…"), target=reference)
                    yield replace(link, role="scrutiny_reservation")
                row = TodayRow(TodayRowKind.ITEM, "")  # number and title stand beside the first document of an item

    def _paper_row(self, row: TodayRow, versions: Sequence[LibraryDocument], library: Library) -> TodayRow:
        document = versions[0]
        ours = [library.positions[version.id] for version in versions if version.id in library.positions]
        row = replace(row, text=row.text or dossiers.document_title(document), target=document.id)
        row = replace(row, side=document.name.removeprefix("ST "), end="" if ours else self.tr("no position"))
        return replace(row, status=ours[0].status if ours else None)

    def _deadline_row(self, entry: AnnotationEntry, now: datetime) -> TodayRow:
        due = entry.annotation.due
        role = "scrutiny_reservation" if due is not None and due - now < _SOON else "ink"
        when, place = annotations.format_due(entry.annotation, now), annotations.annotation_place(entry)
        text = annotations.annotation_summary(entry)
        return TodayRow(TodayRowKind.DEADLINE, text, when, place, role=role, target=entry.annotation)

    def _draft_row(self, summary: PositionSummary, document: LibraryDocument) -> TodayRow:
        provisions = terms.format_count(summary.entries, self.tr("1 provision"), self.tr("{n} provisions"))
        text = f"{dossiers.document_title(document)}, {document.name} · {provisions}"
        edited = self.tr("edited {when}").format(when=_format_moment(summary.changed)) if summary.changed else ""
        number = self.tr("Draft {n}").format(n=summary.version)
        return TodayRow(TodayRowKind.DRAFT, text, number, edited, target=summary)

    def rows_of_papers(
        self,
        content: TodayContent,
        changes: dict[tuple[DocumentId, DocumentId], ChangeCounts],
        is_unread: Callable[[Sequence[LibraryDocument]], bool],
    ) -> list[TodayRow]:
        """Return the documents that came in since the last visit, and the places last used."""
        rows: list[TodayRow] = []
        if content.papers:
            since = self.tr("{n} since {day}").format(
                n=terms.format_number(content.new), day=terms.format_day(local_day(content.since))
            )
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("New documents"), side=since))
        for paper in content.papers:
            document = paper.versions[0]
            header = document.header
            day = terms.format_day(header.date) if header.date else ""
            below = (document.name.removeprefix("ST "), header.sender, day)
            row = TodayRow(TodayRowKind.PAPER, dossiers.document_title(document), is_new=is_unread(paper.versions))
            languages = " ".join(version.header.language.upper() for version in paper.versions)
            rows.append(replace(row, side=languages, below=" · ".join(filter(None, below)), target=document.id))
            if paper.previous is not None:
                pair = (paper.previous.id, document.id)
                title = self.tr("What changed for us since {revision}")
                title = title.format(revision=dossiers.version_name(paper.previous))
                counts = self._count_text(changes[pair]) if pair in changes else ""
                rows.append(TodayRow(TodayRowKind.CHANGES, title, below=counts, target=pair))
        if content.places:
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Continue"), side=self.tr("last used")))
        for place, document, words in content.places:
            rows.append(TodayRow(TodayRowKind.PLACE, dossiers.document_title(document), below=words, target=place))
        return rows

    def _count_text(self, counts: ChangeCounts) -> str:
        return " · ".join(
            (
                terms.format_count(counts.red_lines, self.tr("1 red line affected"), self.tr("{n} red lines affected")),
                self.tr("{n} taken on board").format(n=terms.format_number(counts.taken)),
                self.tr("{n} not taken on board").format(n=terms.format_number(counts.not_taken)),
            )
        )


def _format_moment(moment: datetime) -> str:
    """Return a past time as short as possible: the hour of today, else the day."""
    local = local_time(moment)
    if local.date() == local_time(datetime.now(UTC)).date():
        return f"{local:%H:%M}"
    return terms.format_day(local.date())
