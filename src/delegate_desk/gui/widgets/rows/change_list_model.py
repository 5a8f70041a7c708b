"""Rows of a list of changes: group headers, and under them texts with their changes marked."""

from collections.abc import Sequence

from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.core.revisions.carried_items import CarriedItem, DeletedEarlier
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.widgets.rows.row_model import Index, RowModel

_CONTEXT = 12
"""How many words are left on either side of a change where nothing changed for long."""
_LONGEST = 80
"""After how many words a run of one kind is cut."""
_GAP = " … "


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """Words with the marks of what changed.

    Attributes:
        caption: What they are, in a word; stands in the margin.
        key: The key that picks them; empty where there is nothing to pick.
        aside: What is said of them, in small letters behind.
        ours: True for our drafting.
    """

    caption: str
    words: WordDiff
    key: str = ""
    note: str = ""
    ours: bool = False


@dataclass(frozen=True, slots=True)
class ChangeListRow:
    """Row of a list of changes.

    Attributes:
        key: Tells it from all others on its list, also when it is gathered anew.
        label: What stands in the margin: the label of its paragraph.
        title: What it is.
        outcome: What became of it, in a word or two; stands at the right.
        role: The colour of the outcome.
        sign: The shape beside the title.
        said: What we or others said there.
        counted: Words that count, each as what was to become of it, and whether the text did so.
        measure: How much of a proposal was taken, in 0..1; None where there is nothing to measure.
        place: Where it is in the new document; None where it is gone.
        before: Where it was in the old document.
        waits: True for what waits for an answer.
        earlier: What an earlier revision deleted, where it is that.
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

    @property
    def can_be_done(self) -> bool:
        """True for what an earlier revision deleted and that can be marked as done."""
        return self.earlier is not None and self.earlier.is_deleted

    @property
    def is_plain(self) -> bool:
        """True for what is its words alone, with what became of them beside."""
        return not self.title and not self.comment

    def accessible_text(self) -> str:
        """The whole row in a sentence, for screen readers."""
        parts = [self.label, self.title, self.outcome, self.comment]
        for passage in self.passages:
            words = "".join(text for _, text in passage.words)
            parts.append(f"{passage.key or ''} {passage.caption}: {words}".strip())
        return " · ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class ChangeListHead:
    """The head of a group."""

    title: str
    count: int
    note: str = ""


Row = ChangeListHead | ChangeListRow


def shorten_words(words: WordDiff, context: int = _CONTEXT, longest: int = _LONGEST) -> WordDiff:
    """Words with long runs cut: what did not change to its edges, what did to its beginning and end."""
    made: list[tuple[WordChange, str]] = []
    for n, (change, text) in enumerate(words):
        stored = text.split(" ")
        if change is not WordChange.EQUAL:
            made.append((change, _cut(stored, longest // 2, longest // 2)))
        elif len(words) == 1:
            made.append((change, _cut(stored, longest, 0)))
        else:
            made.append((change, _cut(stored, context if n else 0, context if n < len(words) - 1 else 0)))
    return tuple(made)


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
    """Words with the marks of what changed, their long runs cut."""
    return ChangedPassage(caption, shorten_words(words, context, longest), key, note, ours)


def _cut(words: list[str], first: int, last: int) -> str:
    if len(words) <= first + last + 4:
        return " ".join(words)
    begin, end = " ".join(words[:first]), " ".join(words[len(words) - last :] if last else ())
    return f"{begin}{_GAP}{end}" if begin and end else f"{begin} …" if begin else f"… {end}"


class ChangeListModel(RowModel[Row]):
    """The rows."""

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
