"""The tab of a meeting, as the window registers it before any meeting is opened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.desk import Desk
from delegate_desk.gui.meetings.meeting_commands import IN_MEETING
from delegate_desk.gui.reader.reader_commands import READER_COMMANDS
from delegate_desk.gui.tab_page import TabEntry, TabKind, TabType

if TYPE_CHECKING:
    from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController
    from delegate_desk.gui.meetings.meeting_view import MeetingView


def meeting_commands(controller: Callable[[], MeetingModeController]) -> dict[str, Callable[[], object]]:
    return {
        "action_meeting": lambda: controller().toggle(),
        "action_new_meeting": lambda: controller().start_manually(),
        "action_vote": lambda: controller().count_vote(),
    }


def meeting_opener(
    controller: Callable[[], MeetingModeController], document: DocumentId, address: Address | None
) -> None:
    """Show a document in the view of the current meeting, at an address."""
    controller().open_with(document, address)


def meeting_tab_type(desk: Desk, controller: Callable[[], MeetingModeController]) -> TabType:
    def title(entry: TabEntry) -> str | None:
        with suppress(DeskError):
            meeting = desk.meetings.get(MeetingId(str(entry.keys[0])))
            return meeting.body or QCoreApplication.translate("MeetingModeController", "Meeting")
        return None

    def run(name: str, view: MeetingView) -> None:
        controller().page_commands()[name](view)

    commands = {name: partial(run, name) for name in (*IN_MEETING, *READER_COMMANDS)}
    return TabType(TabKind.MEETING, lambda entry: controller().restore(entry), title, (str,), commands)
