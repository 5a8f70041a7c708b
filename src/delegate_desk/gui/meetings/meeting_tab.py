"""The tab of a meeting, registered before any meeting is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.annotations.annotation_list import local_day
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.meetings.meeting import Meeting, MeetingId, next_meeting
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.gui.context import Context
from delegate_desk.gui.meetings import IN_MEETING
from delegate_desk.gui.reader.reader_commands import READER_COMMANDS
from delegate_desk.gui.tab_page import TabEntry, TabKind, TabType

if TYPE_CHECKING:
    from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
    from delegate_desk.gui.meetings.meeting_view import MeetingView


def meeting_commands(
    context: Context, controller: Callable[[], MeetingModeController]
) -> dict[str, Callable[[], object]]:
    def write_next_note() -> None:
        meetings = context.desk.meetings

        def find() -> Meeting | None:
            all_meetings = meetings.all()
            return next_meeting(all_meetings, local_day(datetime.now(UTC))) or next(iter(all_meetings), None)

        context.tasks.read(find, lambda found: write_note(context, found.id) if found is not None else None)

    return {
        "action_allies": lambda: _open_allies(context, context.navigate.current_document()),
        "action_meeting": lambda: controller().toggle(),
        "action_new_meeting": lambda: controller().start_manually(),
        "action_vote": lambda: controller().count_vote(),
        "action_note_file": write_next_note,
    }


def write_note(context: Context, key: MeetingId) -> None:
    context.navigate.show_export(ExportKind.NOTE, key, origin=QCoreApplication.translate("reporting", "Meeting"))


def meeting_tab_types(
    context: Context, controller: Callable[[], MeetingModeController], find: Callable[[MeetingId], Meeting | None]
) -> list[TabType]:
    def title(entry: TabEntry) -> str | None:
        meeting = find(MeetingId(str(entry.keys[0])))
        word = QCoreApplication.translate("MeetingModeController", "Meeting")
        return (meeting.body or word) if meeting is not None else None

    def run(name: str, view: MeetingView) -> None:
        controller().page_commands()[name](view)

    commands = {name: partial(run, name) for name in (*IN_MEETING, *READER_COMMANDS)}
    meeting = TabType(TabKind.MEETING, lambda entry: controller().restore(entry), (str,), commands, title=title)
    open_allies = partial(_open_allies, context)
    allies = TabType(
        TabKind.ALLIES,
        lambda entry: open_allies(next(iter(entry.documents), None) or None),
        title=lambda _: _allies_title(),
    )
    return [meeting, allies]


def _allies_title() -> str:
    return QCoreApplication.translate("AlliesView", "Allies")


def _open_allies(context: Context, document: DocumentId | None) -> None:
    from delegate_desk.gui.meetings.allies_view import AlliesView

    view = next((view for view in context.navigate.pages(AlliesView) if view.document == document), None)
    context.navigate.show_page(view or AlliesView(context.desk, context.tasks, document), _allies_title())
