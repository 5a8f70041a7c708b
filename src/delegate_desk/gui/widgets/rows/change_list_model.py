"""Rows of a list of changes: group headers, and under them texts with their changes marked."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.core.revisions.comparison import CarriedItem, DeletedEarlier
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.rows.row_list import Index, RowModel

_CONTEXT = 12
"""Number of words shown on either side of a change in unchanged text."""
_LONGEST = 80
"""Number of words after which a run of one kind is cut."""
_GAP = " … "


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """Words with marked changes.

    Attributes:
        caption: Their description in a word, in the margin.
        key: The key that chooses them; empty if there is nothing to choose.
        note: Small print after them.
    """

    caption: str
    words: WordDiff
    key: str = ""
    note: str = ""
    ours: bool = False


@dataclass(frozen=True, slots=True)
class RowAction:
    """Action on a row, shown on it while it is current.

    Attributes:
        name: ``open``, ``check``, ``keep``, ``draft`` or ``done``.
    """

    name: str
    text: str
    key: str

    @property
    def key_text(self) -> str:
        return key_bindings.key_text(QKeySequence(self.key))


@dataclass(frozen=True, slots=True)
class ChangeListRow:
    """Row of a list of changes.

    Attributes:
        key: Unique key in its list, also after reloading.
        label: Margin label: that of its paragraph.
        role: The colour of the outcome.
        sign: The shape beside the title.
        counted_words: Significant words, each with the intended change, and whether the text adopted it.
        measure: Share of a proposal that was adopted, in 0..1; None if it is not measured.
        place: Its place in the new document; None if it was deleted.
        is_pending: True if it waits for a decision.
        actions: What can be done with it; ``Enter`` does the first.
        is_folded: True if it is the only row of a group, which it unfolds; None if it is no such row.
    """

    key: str
    label: str
    title: str
    outcome: str = ""
    role: str = "soft"
    sign: AnnotationKind | None = None
    comment: str = ""
    passages: tuple[ChangedPassage, ...] = ()
    counted_words: tuple[tuple[WordChange, str, bool], ...] = ()
    measure: float | None = None
    place: Place | None = None
    before: Place | None = None
    carried: CarriedItem | None = None
    is_pending: bool = False
    earlier: DeletedEarlier | None = None
    actions: tuple[RowAction, ...] = ()
    is_folded: bool | None = None

    @property
    def can_be_done(self) -> bool:
        return any(action.name == "done" for action in self.actions)

    @property
    def is_done(self) -> bool:
        """True for an item of ours that a person has dealt with."""
        return self.carried is not None and self.carried.is_done

    @property
    def is_plain(self) -> bool:
        """True for a row of only words, with their outcome beside them."""
        return not self.title and not self.comment

    def accessible_text(self) -> str:
        """Return the whole row in a sentence, for screen readers."""
        parts = [self.label, self.title, self.outcome, self.comment]
        for passage in self.passages:
            words = "".join(text for _, text in passage.words)
            caption = f"{passage.key} {passage.caption}".strip()
            parts.append(f"{caption}: {words}" if caption else words)
        return " · ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class ChangeListHead:
    """The head of a group, whose rows may be folded at first."""

    title: str
    count: int
    note: str = ""
    is_folded: bool = False


Row = ChangeListHead | ChangeListRow


def shorten_words(words: WordDiff, context: int = _CONTEXT, longest: int = _LONGEST) -> WordDiff:
    """Return words with long runs cut: unchanged ones to their edges, changed ones to beginning and end."""
    shortened: list[tuple[WordChange, str]] = []
    for n, (change, text) in enumerate(words):
        split = text.split(" ")
        if change is not WordChange.EQUAL:
            shortened.append((change, _cut(split, longest // 2, longest // 2)))
        elif len(words) == 1:
            shortened.append((change, _cut(split, longest, 0)))
        else:
            shortened.append((change, _cut(split, context if n else 0, context if n < len(words) - 1 else 0)))
    return tuple(shortened)


def passage(
    caption: str,
    words: WordDiff,
    key: str = "",
    *,
    note: str = "",
    ours: bool = False,
    context: int = _CONTEXT,
    longest: int = _LONGEST,
) -> ChangedPassage:
    """Return words with marked changes, with long runs cut."""
    return ChangedPassage(caption, shorten_words(words, context, longest), key, note, ours)


def _cut(words: list[str], first: int, last: int) -> str:
    if len(words) <= first + last + 4:
        return " ".join(words)
    begin, end = " ".join(words[:first]), " ".join(words[len(words) - last :] if last else ())
    return f"{begin}{_GAP}{end}" if begin and end else f"{begin} …" if begin else f"… {end}"


class ChangeListModel(RowModel[Row]):
    head = ChangeListHead

    @override
    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def change_row(self, index: Index) -> ChangeListRow | None:
        row = self.row(index)
        return row if isinstance(row, ChangeListRow) else None

    @override
    def key(self, row: Row) -> object:
        return row.key if isinstance(row, ChangeListRow) else row

    @override
    def place(self, row: Row) -> Place | None:
        return row.place or row.before if isinstance(row, ChangeListRow) else None

    @override
    def accessible_text(self, row: Row) -> str:
        return f"{row.title}, {row.count}" if isinstance(row, ChangeListHead) else row.accessible_text()
