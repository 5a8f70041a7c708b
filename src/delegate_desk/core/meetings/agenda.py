"""Agendas: the content of a notice of meeting, and its replacement by a revised notice."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from difflib import SequenceMatcher
from itertools import count

from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

_PRINTED = re.compile(r"[^\w.*]|\.(?!\d)")
"""What a number is printed with, and does not count."""
_ALIKE = 0.8
_ALIKE_AT_ITS_NUMBER = 0.5
"""From when on two titles are of one item."""


@dataclass(frozen=True, slots=True)
class Agenda:
    body: str
    date: date | None
    time: time | None
    place: str
    contact: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class MergedAgenda:
    items: tuple[AgendaItem, ...]
    numbers: Mapping[str, str | None]


def agenda_reference(reference: Reference) -> Reference:
    """Return the common part of all versions of an agenda: the reference without revision and suffixes."""
    return replace(reference, revision=0, suffixes=())


def find_item(items: Sequence[AgendaItem], number: str) -> AgendaItem | None:
    bare = _plain_number(number)
    exact = (item for item in items if item.number == number)
    return next(exact, None) or next((item for item in items if _plain_number(item.number) == bare), None)


def _plain_number(number: str) -> str:
    return _PRINTED.sub("", fold(number)).strip(".")


def merge_agendas(
    old: Sequence[AgendaItem],
    new: Sequence[AgendaItem],
    caught: Collection[str],
    *,
    in_part: bool = False,
    by_number: bool = False,
) -> MergedAgenda:
    """Put a revised agenda in the place of one.

    Args:
        old: The items there are.
        new: Those of the revised agenda.
        caught: The numbers of items on which something was caught: those stay, at the end where they are no longer on
            the agenda.
        in_part: True if the new agenda names only what is other than before: what it does not name stays.
        by_number: True if titles tell nothing, for they are in another language.
    """
    pairs = _pairs(old, new, by_number=by_number)
    came_from = {after: before for before, after in pairs.items()}
    numbers: dict[str, str | None] = {old[n].number: new[m].number for n, m in pairs.items()}
    if in_part:
        # what stays keeps its place; what is new goes behind the item that it stands behind
        items: list[AgendaItem] = [new[pairs[n]] if n in pairs else item for n, item in enumerate(old)]
        numbers.update({item.number: item.number for n, item in enumerate(old) if n not in pairs})
        at = -1
        for m, item in enumerate(new):
            if m in came_from:
                at = items.index(item)
            else:
                at = at + 1 if at >= 0 else len(items)
                items.insert(at, item)
        return MergedAgenda(_distinct(items), numbers)
    items = list(new)
    taken = {_plain_number(item.number) for item in items}
    for n, item in enumerate(old):
        if n in pairs:
            continue
        if item.number not in caught:
            numbers[item.number] = None
            continue
        stored = item.number if _plain_number(item.number) not in taken else _free(item.number.rstrip("*"), taken)
        taken.add(_plain_number(stored))
        items.append(replace(item, number=stored))
        numbers[item.number] = stored
    return MergedAgenda(tuple(items), numbers)


def _distinct(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    taken: set[str] = set()
    found = []
    for item in items:
        number = item.number if _plain_number(item.number) not in taken else _free(item.number, taken)
        taken.add(_plain_number(number))
        found.append(item if number == item.number else replace(item, number=number))
    return tuple(found)


def _free(number: str, taken: Collection[str]) -> str:
    return next(value for n in count(1) if _plain_number(value := number + "*" * n) not in taken)


def _pairs(old: Sequence[AgendaItem], new: Sequence[AgendaItem], *, by_number: bool) -> dict[int, int]:
    """Matching of old items and new items, by their places: the most certain pairs first."""
    pairs: dict[int, int] = {}
    ranked = sorted(_ranked(old, new, by_number=by_number), key=lambda value: (-value[0], value[1], value[2]))
    for _, n, m in ranked:
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return pairs


def _ranked(
    old: Sequence[AgendaItem], new: Sequence[AgendaItem], *, by_number: bool
) -> Iterator[tuple[float, int, int]]:
    for n, before in enumerate(old):
        for m, after in enumerate(new):
            sure = _sureness(before, after, by_number=by_number)
            if sure:
                yield sure, n, m


def _sureness(before: AgendaItem, after: AgendaItem, *, by_number: bool) -> float:
    same_number = _plain_number(before.number.rstrip("*")) == _plain_number(after.number)
    value, other = fold(before.title), fold(after.title)
    families = {r.family for r in before.documents}, {r.family for r in after.documents}
    shared = len(families[0] & families[1]) / max(map(len, families)) if all(families) else 0.0
    alike = 1.0 if value == other else SequenceMatcher(None, value, other, autojunk=False).ratio()
    told = alike >= (_ALIKE_AT_ITS_NUMBER if same_number else _ALIKE) or shared > 0 or (by_number and same_number)
    return 2 * alike + 2 * shared + same_number if told else 0.0
