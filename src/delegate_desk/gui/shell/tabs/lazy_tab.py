"""What a tab shows, told in a few words: so that it comes back at the next start, and is made when it is looked at."""

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
        keys: Of the documents, or the meeting, that it is about.
        place: Where one is in it, and it is the same tab elsewhere too: an address in a document or comparison; of a
            search its number among the recent ones, from 0; of a meeting its page, from 0, a space, and its item.
    """

    kind: TabKind
    keys: tuple[int | str, ...] = ()
    place: str = field(default="", compare=False)


class LazyTab(QWidget):
    """Stands in a tab until one looks at it: what it shows is made then."""

    def __init__(self, entry: TabEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
