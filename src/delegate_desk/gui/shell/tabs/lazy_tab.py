"""Compact description of a tab's content, restored at the next start and loaded when the tab is first shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtWidgets import QWidget


class TabKind(StrEnum):
    READER = "reader"
    POSITION = "position"
    SEARCH = "search"
    ANNOTATIONS = "annotations"
    DUE = "due"
    COMPARISON = "comparison"
    CONSEQUENCES = "consequences"
    CARRYING = "carrying"
    CONTRIBUTIONS = "contributions"
    TIMELINE = "timeline"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class TabEntry:
    """One tab.

    Attributes:
        keys: Of the documents, or the meeting, that it shows.
        place: The place in it, which is not part of the tab's identity: an address in a document or comparison;
            for a search its number among the recent queries, from 0; for a meeting its page, from 0, a space, and
            its item.
    """

    kind: TabKind
    keys: tuple[int | str, ...] = ()
    place: str = field(default="", compare=False)


class LazyTab(QWidget):
    """Placeholder in a tab until the tab is shown: its content is created then."""

    def __init__(self, entry: TabEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
