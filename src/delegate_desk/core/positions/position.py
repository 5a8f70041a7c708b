"""Positions: our line on a document."""

import re
from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from delegate_desk.core.annotations.annotation import RESERVATIONS, Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordDiff, diff_words


class Stance(StrEnum):
    SUPPORT = "support"
    CAN_ACCEPT = "can_accept"
    SUPPORT_IF = "support_if"
    QUESTION = "question"
    SCRUTINY_RESERVATION = "scrutiny_reservation"
    PARLIAMENTARY_RESERVATION = "parliamentary_reservation"
    LINGUISTIC_RESERVATION = "linguistic_reservation"
    RESERVATION = "reservation"
    OPPOSE = "oppose"
    RED_LINE = "red_line"
    STATEMENT = "statement"

    @property
    def circulated(self) -> "Stance":
        """Return the stance for circulation: a red line is internal, others only see that we oppose."""
        return Stance.OPPOSE if self is Stance.RED_LINE else self


RESERVED = frozenset(
    {Stance.SCRUTINY_RESERVATION, Stance.PARLIAMENTARY_RESERVATION, Stance.LINGUISTIC_RESERVATION, Stance.RESERVATION}
)
"""The stances that are reservations."""


class PositionStatus(StrEnum):
    DRAFT = "draft"
    CLEARED = "cleared"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class ProposedAction(StrEnum):
    NOTHING = "nothing"
    REWORD = "reword"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"


PRIORITIES = (1, 2, 3)
"""From the highest."""


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """Our line on one paragraph.

    Stance, proposal, comment, justification and joint delegations circulate, and for a new or moved provision its
    position and label. Everything else never leaves in a circulating export.

    Attributes:
        address: For a new provision, its future address.
        proposal: The whole wording proposed, None if we propose none; empty to delete the provision.
        joint: Codes of the delegations that propose it with us, in protocol order.
        fallbacks: Wordings that we could accept, the best first.
        priority: One of ``PRIORITIES``.
        authors: Codes of the delegations whose wording was adopted in the proposal.
        after: For a new or moved provision, the unit that it follows; empty for the beginning.
        label: For a new provision, its printed label, such as ``5a.``.
    """

    address: Address
    stance: Stance | None = None
    proposal: str | None = None
    comment: str = ""
    internal: str = ""
    justification: str = ""
    joint: tuple[str, ...] = ()
    fallbacks: tuple[str, ...] = ()
    red_line: str = ""
    instruction: str = ""
    source: str = ""
    priority: int | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    after: Address | None = None
    label: str = ""

    def is_empty(self) -> bool:
        return self == PositionEntry(self.address)

    def proposed_action(self, *, is_there: bool) -> ProposedAction:
        if not is_there:
            return ProposedAction.INSERT if self.after is not None else ProposedAction.NOTHING
        if self.proposal == "":
            return ProposedAction.DELETE
        if self.after is not None:
            return ProposedAction.MOVE
        return ProposedAction.NOTHING if self.proposal is None else ProposedAction.REWORD


@dataclass(frozen=True, slots=True)
class UnanchoredItem:
    key: int
    document: DocumentId
    address: Address
    text: str
    annotation: Annotation | None = None
    item: PositionEntry | None = None


@dataclass(frozen=True, slots=True)
class Clearing:
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sending:
    to: str
    file: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """Our line on a document.

    Attributes:
        items: By paragraph, in the document's order; a new provision comes after the unit that it follows.
        version: From 1. A version that was sent is not changed: later edits belong to the next.
    """

    document: DocumentId
    status: PositionStatus = PositionStatus.DRAFT
    general: str = ""
    internal: str = ""
    items: tuple[PositionEntry, ...] = ()
    version: int = 1
    cleared: Clearing | None = None
    sent: Sending | None = None

    def entry_at(self, address: Address) -> PositionEntry:
        """Return our line on a paragraph, an empty one if there is none."""
        return next((item for item in self.items if item.address == address), PositionEntry(address))


_OUR_TEXTS = ("proposal", "comment", "justification", "internal", "red_line", "instruction")


def replace_words(position: Position, words: str, replacement: str) -> tuple[Position, int]:
    """Return a position with words replaced in all of our texts, and the number of replacements.

    Upper and lower case are the same unless ``words`` has upper case; adopted wordings are not changed.
    """
    pattern = re.compile(re.escape(words), 0 if words != words.lower() else re.IGNORECASE)
    count = 0

    def change(text: str) -> str:
        nonlocal count
        changed, found = pattern.subn(lambda _: replacement, text)
        count += found
        return changed

    items = []
    for item in position.items:
        texts: dict[str, Any] = {name: change(text) for name in _OUR_TEXTS if (text := getattr(item, name))}
        items.append(replace(item, **texts))
    general, internal = change(position.general), change(position.internal)
    return replace(position, general=general, internal=internal, items=tuple(items)), count


@dataclass(frozen=True, slots=True)
class PositionSummary:
    """State of a position, without its text; ``changed`` is None if no change of a field is recorded."""

    document: DocumentId
    status: PositionStatus
    version: int
    entries: int
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    version: int
    address: Address
    field: str
    before: str
    after: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReadyPhrase:
    keyword: str
    language: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        return self.language, fold(self.keyword)


def matching_phrases(phrases: list[ReadyPhrase], typed: str) -> list[ReadyPhrase]:
    """Return the phrases for a typed text: by keyword, then a word of it, then their text; for none typed, all."""
    query = fold(typed).strip()
    ranked = [(_rank(phrase, query), phrase) for phrase in phrases]
    return [phrase for rank, phrase in sorted(ranked, key=lambda pair: (pair[0], pair[1].key)) if rank < _NOT]


_NOT = 4


def _rank(phrase: ReadyPhrase, query: str) -> int:
    keyword, text = fold(phrase.keyword), fold(phrase.text)
    if keyword == query or not query:
        return 0
    if keyword.startswith(query):
        return 1
    if f" {query}" in f" {keyword}":
        return 2
    return 3 if f" {query}" in f" {text}" else _NOT


ITEM_FIELDS = tuple(field.name for field in fields(PositionEntry) if field.name != "address")
"""The fields of an item except its address."""
CIRCULATED = frozenset({"general", "stance", "proposal", "comment", "justification", "joint", "after", "label"})
"""The fields that may leave in a circulating export. All others never do."""
NOTHING = "—"
"""How an empty value is shown: a deleted provision, or the beginning of the text."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    field: str
    before: str
    after: str

    @property
    def circulates(self) -> bool:
        return self.field in CIRCULATED


def differences(before: PositionEntry, after: PositionEntry) -> tuple[FieldDifference, ...]:
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in ITEM_FIELDS)
    return tuple(FieldDifference(name, format_value(name, a), format_value(name, b)) for name, a, b in pairs if a != b)


def format_value(name: str, value: object) -> str:
    """Return the value of a field for display: several texts on separate lines, codes and tags with commas."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ("\n" if name == "fallbacks" else ", ").join(map(str, value))
    return str(value) or (NOTHING if name in ("proposal", "after") else "")


@dataclass(frozen=True, slots=True)
class Version:
    position: Position
    sources: Mapping[Address, str]

    def word_diff(self, item: PositionEntry) -> WordDiff:
        return () if item.proposal is None else diff_words(self.sources.get(item.address, ""), item.proposal)


@dataclass(frozen=True, slots=True)
class ItemDifference:
    before: PositionEntry
    after: PositionEntry
    fields: tuple[FieldDifference, ...]

    @property
    def address(self) -> Address:
        return self.after.address


@dataclass(frozen=True, slots=True)
class VersionDifference:
    old: Position
    new: Position
    texts: tuple[FieldDifference, ...]
    items: tuple[ItemDifference, ...]

    def is_empty(self) -> bool:
        return not self.texts and not self.items


def start_draft(position: Position) -> Position:
    """Return the draft for a change: after sending the next version; a change removes a clearance."""
    if position.status is PositionStatus.DRAFT:
        return position
    version = position.version + (position.sent is not None)
    return replace(position, status=PositionStatus.DRAFT, version=version, cleared=None, sent=None)


def compare_versions(old: Position, new: Position) -> VersionDifference:
    pairs = (("general", old.general, new.general), ("internal", old.internal, new.internal))
    texts = tuple(FieldDifference(name, before, after) for name, before, after in pairs if before != after)
    addresses = [item.address for item in new.items]
    in_new = set(addresses)
    place = 0
    for item in old.items:
        if item.address in in_new:
            place = addresses.index(item.address) + 1
        else:
            addresses.insert(place, item.address)
            place += 1
    items = []
    for address in addresses:
        before, after = old.entry_at(address), new.entry_at(address)
        differing = differences(before, after)
        if differing:
            items.append(ItemDifference(before, after, differing))
    return VersionDifference(old, new, texts, tuple(items))


MARKS = frozenset({AnnotationKind.RED_LINE, *RESERVATIONS})
"""Kinds of annotation that are a mark beside the stance."""


class StanceStep(StrEnum):
    SET = "set"
    REPLACE = "replace"
    REMOVE = "remove"
    ADD_MARK = "add_mark"
    REMOVE_MARK = "remove_mark"


def stance_step(
    pressed: Stance, current: Stance | None, marks: Collection[AnnotationKind], *, on_words: bool = False
) -> StanceStep:
    """Return the step that the key of a stance makes.

    Args:
        marks: Kinds of our marks on the same paragraph, or on the same words.
        on_words: True if words are selected, on which only a mark is possible.
    """
    can_mark = pressed.value in {kind.value for kind in MARKS}
    if pressed is current and not (on_words and can_mark):
        return StanceStep.REMOVE
    if can_mark and pressed.value in {kind.value for kind in marks}:
        return StanceStep.REMOVE_MARK
    if can_mark and (on_words or current is not None):
        return StanceStep.ADD_MARK
    return StanceStep.SET if current is None else StanceStep.REPLACE


class StanceSide(StrEnum):
    FOR = "for"
    RESERVED = "reserved"
    AGAINST = "against"


_AGAINST = frozenset({Stance.OPPOSE, Stance.RED_LINE, Stance.SUPPORT_IF})
"""Stances that want the text changed, including conditional support."""


def stance_side(stance: Stance | None) -> StanceSide | None:
    """Return the side of a stance on the text as it is; None for a question, a statement or no stance."""
    if stance in (Stance.SUPPORT, Stance.CAN_ACCEPT):
        return StanceSide.FOR
    if stance in RESERVED:
        return StanceSide.RESERVED
    return StanceSide.AGAINST if stance in _AGAINST else None
