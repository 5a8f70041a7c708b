"""Today: the next meeting, deadlines and positions not cleared; new papers and where to continue beside them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.annotation_list import AnnotationEntry, AnnotationGroup, local_day
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.dossier_timeline import in_reading_order
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.meeting import AgendaItem, Meeting, MeetingId, next_meeting
from delegate_desk.core.positions.position import PositionStatus, PositionSummary
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.library.documents_model import TODAY, Library
from delegate_desk.gui.library.documents_view import STATUS_ROLES, DocumentsView
from delegate_desk.gui.tab_page import PageState, RefreshingView
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, push_button, row_layout, while_alive
from delegate_desk.gui.widgets.labels import dossiers, positions, terms
from delegate_desk.gui.widgets.rows.row_list import (
    RIGHT,
    Index,
    RowDelegate,
    RowList,
    RowModel,
    draw_marking,
    is_hovered,
    is_selected,
    write_line,
)

_MOST, _MOST_PLACES, _MOST_PAPERS, _MOST_COMPARED = 6, 4, 8, 2
_SOON = timedelta(days=3)


Agenda = Sequence[tuple[AgendaItem, Sequence[tuple[Reference, Sequence[LibraryDocument]]]]]
"""Agenda items with their documents, each in its languages, the one to be opened first; none if not in the library."""


NewPaper = tuple[tuple[LibraryDocument, ...], LibraryDocument | None]
"""Language versions of a document imported since the last visit, in reading order; an earlier one with our items."""
ChangeCounts = tuple[int, int, int]
"""Numbers of red lines that a revision affected, of proposals taken on board, and of proposals that were not."""


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


def load_today(
    desk: Desk, library: Library, since: datetime, places: Sequence[Place], languages: Sequence[str]
) -> TodayContent:
    """Load the content of Today from the loaded library list and the deadlines."""
    now, documents = datetime.now(UTC), {document.id: document for document in library.documents}
    meeting, first = next_meeting(library.meetings, local_day(now)), languages[0] if languages else "en"
    groups: list[AnnotationGroup] = desk.annotation_list.due(now)
    deadlines = [entry for group in groups for entry in group.entries]
    drafts = [(summary, documents[key]) for key, summary in library.positions.items() if key in documents]
    drafts = [(summary, d) for summary, d in drafts if summary.status is PositionStatus.DRAFT and summary.entries]
    drafts.sort(key=lambda draft: draft[0].changed or datetime.min.replace(tzinfo=UTC), reverse=True)
    families = [family for group in library.groups for family in group.families]
    new = [(version, family) for family in families for version in family.versions if _import_time(version) > since]
    new.sort(key=lambda found: _import_time(found[0]), reverse=True)
    papers: list[NewPaper] = []
    for version, family in new[:_MOST_PAPERS]:
        earlier = [document for older in family.versions[1:] for document in older if version is family.newest]
        with_own_items = (d for d in earlier if d.id in library.positions or desk.annotations.for_document(d.id))
        papers.append((in_reading_order(version, languages), next(with_own_items, None)))
    return TodayContent(
        now,
        since,
        len(new),
        meeting,
        [(item, desk.meetings.documents(item, first)) for item in (meeting.items if meeting else ())],
        tuple(deadlines[:_MOST]),
        tuple(drafts[:_MOST]),
        tuple(papers),
        tuple(
            (place, documents[place.document], desk.documents.citation(place, terms.window_language()))
            for place in [place for place in places if place.document in documents][:_MOST_PLACES]
        ),
    )


def count_changes(desk: Desk, old: DocumentId, new: DocumentId) -> Steps[ChangeCounts]:
    """Compare two revisions, and count what changed for us. Slow."""
    comparison = yield from desk.comparisons.compare(old, new)
    found = desk.consequences.for_comparison(comparison)
    outcomes = [outcome.adoption.outcome for outcome in found.proposals if not outcome.delegations]
    taken_count = sum(outcome in (AdoptionOutcome.TAKEN, AdoptionOutcome.IN_PART) for outcome in outcomes)
    return sum(item.was_touched is not False for item in found.red_lines), taken_count, len(outcomes) - taken_count


def _import_time(version: Iterable[LibraryDocument]) -> datetime:
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
        caption: In a second line.
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
    caption: str = ""
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
        return row.kind, row.text, row.lead, row.caption

    @override
    def text(self, row: TodayRow) -> str:
        return row.text

    @override
    def accessible_text(self, row: TodayRow) -> str:
        badge = positions.status_badge(row.status) if row.status else ""
        new = self.tr("new") if row.is_new else ""
        return ", ".join(filter(None, (row.lead, row.text, row.caption, row.side, badge, row.end, new)))

    def rows_of_work(self, content: TodayContent, library: Library) -> list[TodayRow]:
        """Return the next meeting, the deadlines and the positions that are not cleared."""
        rows: list[TodayRow] = []
        meeting = content.meeting
        if meeting is not None and meeting.date is not None:
            days = (meeting.date - local_day(content.now)).days
            when = self.tr("today") if not days else self.tr("tomorrow") if days == 1 else self.tr("in {n} days")
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Next meeting"), side=when.format(n=days)))
            details = [terms.format_day(meeting.date), f"{meeting.time:%H.%M}" if meeting.time else "", meeting.place]
            name = meeting.body or str(meeting.reference or "")
            rows.append(TodayRow(TodayRowKind.MEETING, name, caption=" · ".join(filter(None, details)), target=meeting))
            rows += self._agenda_rows(content.agenda, library)
        if content.deadlines:
            key = key_bindings.first_key_text("action_due")
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Deadlines"), side=key))
        for entry in content.deadlines:
            due = entry.annotation.due
            role = "scrutiny_reservation" if due is not None and due - content.now < _SOON else "ink"
            when, place = terms.format_due(entry.annotation, content.now), terms.annotation_place(entry)
            text = terms.annotation_summary(entry)
            rows.append(TodayRow(TodayRowKind.DEADLINE, text, when, place, role=role, target=entry.annotation))
        if content.drafts:
            count = terms.format_number(len(content.drafts))
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Positions not cleared"), side=count))
        for summary, document in content.drafts:
            provisions = terms.format_count(summary.entries, self.tr("1 provision"), self.tr("{n} provisions"))
            text = f"{dossiers.document_title(document)}, {document.name} · {provisions}"
            edited = ""
            if summary.changed is not None:
                changed = local_time(summary.changed)
                is_today = changed.date() == local_time(datetime.now(UTC)).date()
                edited = f"{changed:%H:%M}" if is_today else terms.format_day(changed.date())
                edited = self.tr("edited {when}").format(when=edited)
            number = self.tr("Draft {n}").format(n=summary.version)
            rows.append(TodayRow(TodayRowKind.DRAFT, text, number, edited, target=summary))
        return rows

    def _agenda_rows(self, agenda: Agenda, library: Library) -> Iterable[TodayRow]:
        for item, papers in agenda:
            row = TodayRow(TodayRowKind.ITEM, dossiers.title_of_subject(item.title), item.number)
            if not papers:
                yield row
            for reference, versions in papers:
                if versions:
                    document = versions[0]
                    ours = [library.positions[version.id] for version in versions if version.id in library.positions]
                    yield replace(
                        row,
                        text=row.text or dossiers.document_title(document),
                        side=document.name.removeprefix("ST "),
                        status=ours[0].status if ours else None,
                        end="" if ours else self.tr("no position"),
                        target=document.id,
                    )
                else:
                    short = str(reference).removeprefix("ST ")
                    name = self.tr("{reference} · not in library").format(reference=short)
                    link = self.tr("Import…")
                    yield replace(row, side=name, end=link, target=reference, role="scrutiny_reservation")
                row = TodayRow(TodayRowKind.ITEM, "")  # number and title stand beside the first document of an item

    def rows_of_papers(
        self,
        content: TodayContent,
        changes: dict[tuple[DocumentId, DocumentId], ChangeCounts],
        is_unread: Callable[[Sequence[LibraryDocument]], bool],
    ) -> list[TodayRow]:
        """Return the documents that came in since the last visit, and the places last used."""
        rows: list[TodayRow] = []
        if content.papers:
            since_text = self.tr("{n} since {day}").format(
                n=terms.format_number(content.new), day=terms.format_day(local_day(content.since))
            )
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("New documents"), side=since_text))
        for versions, previous in content.papers:
            document, header = versions[0], versions[0].header
            day = terms.format_day(header.date) if header.date else ""
            details = " · ".join(filter(None, (document.name.removeprefix("ST "), header.sender, day)))
            languages = " ".join(version.header.language.upper() for version in versions)
            title, is_new = dossiers.document_title(document), is_unread(versions)
            rows.append(
                TodayRow(TodayRowKind.PAPER, title, side=languages, caption=details, is_new=is_new, target=document.id)
            )
            if previous is not None:
                pair = (previous.id, document.id)
                title = self.tr("What changed for us since {revision}")
                title = title.format(revision=dossiers.version_name(previous))
                counts: list[str] = []
                if pair in changes:
                    lines, taken_count, not_taken_count = changes[pair]
                    counts = [
                        terms.format_count(lines, self.tr("1 red line affected"), self.tr("{n} red lines affected")),
                        self.tr("{n} taken on board").format(n=terms.format_number(taken_count)),
                        self.tr("{n} not taken on board").format(n=terms.format_number(not_taken_count)),
                    ]
                rows.append(TodayRow(TodayRowKind.CHANGES, title, caption=" · ".join(counts), target=pair))
        if content.places:
            rows.append(TodayRow(TodayRowKind.HEAD, self.tr("Continue"), side=self.tr("last used")))
        for place, document, words in content.places:
            rows.append(TodayRow(TodayRowKind.PLACE, dossiers.document_title(document), caption=words, target=place))
        return rows


_MARGIN, _GAP, _RIGHT, _NARROW = 40, 40, 420, 860
_LEAD = {TodayRowKind.ITEM: 32, TodayRowKind.DEADLINE: 140, TodayRowKind.DRAFT: 140}
"""Width of the column before the text."""
_HEIGHTS = {
    TodayRowKind.HEAD: 44,
    TodayRowKind.MEETING: 58,
    TodayRowKind.PAPER: 54,
    TodayRowKind.CHANGES: 64,
    TodayRowKind.PLACE: 54,
}
_HEIGHT, _BAR, _DOT = 36, 3, 7
_BOLD = (TodayRowKind.HEAD, TodayRowKind.PAPER, TodayRowKind.PLACE, TodayRowKind.CHANGES)


class _TodayDelegate(RowDelegate[TodayRow]):
    @override
    def _height(self, row: TodayRow) -> int:
        return _HEIGHTS.get(row.kind, _HEIGHT)

    @override
    def _paint(self, painter: QPainter, row: TodayRow, index: Index, option: Any) -> None:
        box = QRect(option.rect)
        if row.kind is TodayRowKind.CHANGES:
            painter.setPen(theme.color("hairline"))
            painter.setBrush(theme.color("side"))
            painter.drawRoundedRect(QRectF(box).adjusted(20.5, 5.5, -0.5, -6.5), 6, 6)
        elif row.kind is not TodayRowKind.MEETING:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("hairline"))
        is_chosen = is_selected(option) and self._view.hasFocus()
        if row.kind is not TodayRowKind.HEAD and (is_chosen or is_hovered(option)):
            painter.setOpacity(1.0 if is_chosen else 0.5)
            painter.fillRect(box.adjusted(0, 0, 0, -1), theme.color("tint"))
            painter.setOpacity(1.0)
        if is_chosen:
            painter.fillRect(box.left(), box.top(), _BAR, box.height() - 1, theme.color("accent"))
        if not row.caption:
            self._paint_line(painter, row, box)
            return
        is_meeting = row.kind is TodayRowKind.MEETING
        inner = box.adjusted(8 if is_meeting else 32 if row.kind is TodayRowKind.CHANGES else 20, 0, -8, 0)
        if row.is_new:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(QRectF(box.left() + 6, box.center().y() - _DOT / 2, _DOT, _DOT))
        upper = QRect(inner.left(), box.top() + 7, inner.width(), 20)
        lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), 18)
        if row.side:
            upper.setRight(write_line(painter, upper, row.side, "soft", size=theme.FINE, align=RIGHT) - theme.NEAR)
        if is_meeting:
            write_line(painter, upper.adjusted(0, 0, 0, 4), row.text, "ink", font=theme.reading_font(theme.READING))
            lower.translate(0, 4)
        else:
            write_line(painter, upper, row.text, "ink", bold=True)
        write_line(painter, lower, row.caption, "soft", size=theme.SMALL)

    def _paint_line(self, painter: QPainter, row: TodayRow, box: QRect) -> None:
        inner = box.adjusted(_BAR + 5 if row.lead or row.kind is TodayRowKind.ITEM else 0, 0, -8, 0)
        is_head = row.kind is TodayRowKind.HEAD
        if is_head:
            inner.setTop(inner.top() + 10)
        width = _LEAD.get(row.kind, 0)
        if row.lead:
            lead_rect = QRect(inner.left(), inner.top(), width - 8, inner.height())
            write_line(painter, lead_rect, row.lead, row.role, bold=row.role == "scrutiny_reservation")
        inner.setLeft(inner.left() + width)
        if row.status is not None:
            painter.setFont(theme.ui_font(theme.FINE, bold=True))
            badge = positions.status_badge(row.status)
            left = inner.right() - painter.fontMetrics().horizontalAdvance(badge) - 12
            draw_marking(painter, badge, left, box.center().y(), STATUS_ROLES[row.status])
            inner.setRight(left - theme.APART)
        if row.end:
            is_link = isinstance(row.target, Reference)
            end_role = "accent" if is_link else "soft"
            left = write_line(painter, inner, row.end, end_role, bold=is_link, size=theme.SMALL, align=RIGHT)
            inner.setRight(left - theme.APART)
        if row.side:
            role = row.role if row.kind is TodayRowKind.ITEM else "soft"
            space = inner.adjusted(inner.width() // 2, 0, 0, 0)
            inner.setRight(write_line(painter, space, row.side, role, size=theme.SMALL, align=RIGHT) - theme.APART)
        write_line(painter, inner, row.text, "ink", bold=row.kind in _BOLD)


class _TodayList(RowList):
    def __init__(self) -> None:
        super().__init__()
        self.rows = TodayModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_TodayDelegate(self, self.rows))


OpenMeeting = Callable[[MeetingId], object]
Openers = tuple[OpenMeeting, Callable[[tuple[DocumentId, DocumentId]], object], OpenMeeting]
"""What starts a meeting, shows what a revision changed for us, and shows the speaking note for a meeting."""


class TodayPage(RefreshingView):
    """The page; it is loaded again when its content changes."""

    help_page = "documents#today"
    is_fixed = True

    def __init__(self, context: Context, documents: DocumentsView, openers: Openers) -> None:
        super().__init__(context.desk, context.tasks)
        self._context, self._documents = context, documents
        self._open_meeting, self._show_changes, write_note = openers
        self._content: TodayContent | None = None
        self._changes: dict[tuple[DocumentId, DocumentId], ChangeCounts] = {}
        self.setAccessibleName(self.tr("Today"))
        self.date_label = QLabel()
        font = theme.reading_font(theme.DATE)
        font.setWeight(QFont.Weight.DemiBold)
        self.date_label.setFont(font)
        self.summary_label = label("", "soft")
        note = self.tr("Speaking note…")
        self.note_button = push_button(note, lambda: self._for_meeting(write_note), default=False)
        self.start_button = push_button("", lambda: self._for_meeting(self._open_meeting), part="main", default=False)
        key_bindings.subscribe_to_keys(self, self._name_button)
        self.empty_label = label("", "soft", wrap=True)
        self.work, self.papers = _TodayList(), _TodayList()
        self.work.setAccessibleName(self.tr("Next meeting, deadlines, positions"))
        self.papers.setAccessibleName(self.tr("New documents, places last used"))
        buttons = row_layout(self.note_button, self.start_button, None, spacing=8)
        self._head = row_layout(column_layout(self.date_label, self.summary_label, spacing=4), None, buttons)
        self._columns = row_layout((self.work, 1), self.papers, spacing=_GAP)
        parts, margins = (self._head, 8, self.empty_label, (self._columns, 1)), (_MARGIN, 28, _MARGIN, 0)
        column_layout(*parts, within=self, margins=margins, spacing=8)
        self.setFocusProxy(self.work)
        for view in (self.work, self.papers):
            view.clicked.connect(partial(self._preview, view))
            view.activated.connect(partial(self._open, view))
            view.installEventFilter(self)
        documents.listed.connect(lambda _: self.refresh())

    @override
    def state(self) -> PageState:
        return PageState(text=self.tr("J K select · Enter open · Space preview"), is_wide=True, library_row=TODAY)

    # Loading

    @override
    def _loader(self) -> Callable[[], TodayContent]:
        settings, library, desk = self._context.settings, self._documents.model.library, self._desk
        languages = terms.reading_languages(settings.reading_languages)
        since, places = settings.last_visit, settings.recent_places()
        return lambda: load_today(desk, library, since, places, languages)

    @override
    def _on_changes(self, changes: Changes) -> None:
        if changes.annotations:  # all else comes with the list of the library
            self.refresh()

    @override
    def _show(self, content: TodayContent) -> None:
        self._content = content
        self.date_label.setText(terms.format_weekday(local_day(content.now)))
        self._show_rows()
        pairs = [(previous.id, versions[0].id) for versions, previous in content.papers if previous is not None]
        for pair in pairs[:_MOST_COMPARED]:
            if pair not in self._changes:
                on_counted = while_alive(self, partial(self._show_counts, pair))
                self._tasks.read(partial(count_changes, self._desk, *pair), on_counted)

    def _show_counts(self, pair: tuple[DocumentId, DocumentId], counts: ChangeCounts) -> None:
        self._changes[pair] = counts
        self._show_rows()

    def _show_rows(self) -> None:
        content = self._content
        if content is None:
            return
        work = self.work.rows.rows_of_work(content, self._documents.model.library)
        papers = self.papers.rows.rows_of_papers(content, self._changes, self._context.settings.is_unread)
        is_narrow = self.width() < _NARROW
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self.work.rows.set_rows([*work, *papers] if is_narrow or not work else work)
        self.papers.rows.set_rows([] if is_narrow or not work else papers)
        self.papers.setVisible(bool(self.papers.rows.rows))
        self.papers.setFixedWidth(min(_RIGHT, max(self.width() // 3, 240)))
        self.work.setVisible(bool(work or papers))
        self.empty_label.setVisible(not (work or papers))
        self.empty_label.setText(self.tr("Nothing is due. Import documents, or open one from the library."))
        count = len(content.deadlines)
        due_text = terms.format_count(count, self.tr("1 deadline"), self.tr("{n} deadlines")) if count else ""
        new = content.new
        new_text = terms.format_count(new, self.tr("1 new document"), self.tr("{n} new documents")) if new else ""
        self.summary_label.setText(" · ".join(filter(None, (new_text, due_text))))
        self._name_button()
        for view in (self.work, self.papers):
            if not view.currentIndex().isValid() and (first := view.rows.nearest(0)) is not None:
                view.setCurrentIndex(view.rows.index(first))

    def _name_button(self) -> None:
        has_meeting = self._content is not None and self._content.meeting is not None
        self.note_button.setVisible(has_meeting)
        self.start_button.setVisible(has_meeting)
        name, key = self.tr("Start meeting"), key_bindings.first_key_text("action_meeting")
        self.start_button.setText(f"{name}  {key}".rstrip())
        self.start_button.setAccessibleName(name)

    def _for_meeting(self, do: Callable[[MeetingId], object]) -> None:
        if self._content is not None and self._content.meeting is not None:
            do(self._content.meeting.id)

    # Opening

    def _open(self, view: _TodayList, index: QModelIndex) -> None:
        row = view.rows.row(index)
        navigate = self._context.navigate
        match row.target if row is not None else None:
            case int(document):
                navigate.open_document(DocumentId(document))
            case Place() as place:
                navigate.open_place(place)
            case Annotation() as annotation:
                navigate.open_annotation(annotation)
            case PositionSummary(document=document):
                navigate.open_position(document)
            case Meeting(id=key):
                self._open_meeting(key)
            case Reference():
                self._documents.import_requested.emit()
            case tuple() as pair:
                self._show_changes(pair)

    def _preview(self, view: _TodayList, index: QModelIndex) -> None:
        with self._context.navigate.previewing():
            self._open(view, index)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers():
            return super().eventFilter(watched, event)
        view, other = (self.work, self.papers) if watched is self.work else (self.papers, self.work)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_J, Qt.Key.Key_K):
            # from the last row of the left column to the first of the right column, and back
            start, crosses = view.currentIndex().row(), view is (self.work if key is Qt.Key.Key_J else self.papers)
            view.step(1 if key is Qt.Key.Key_J else -1)
            if view.currentIndex().row() == start and crosses and other.isVisible():
                other.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key is Qt.Key.Key_Space:
            row = view.rows.row(view.currentIndex())
            target = row.target if row is not None else None
            document = target.document if isinstance(target, Place) else target
            if isinstance(document, int):
                with self._context.navigate.previewing():  # it stays behind this page
                    self._context.navigate.open_document(DocumentId(document), behind=True)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and other.isVisible():
            (self.papers if key is Qt.Key.Key_Right else self.work).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rows()
