"""Records out of the pages of a database, as far as they can be read: what SQLite's file format says of trees and rows.

The rules are those of https://www.sqlite.org/fileformat2.html, sections 1.5 (pages of trees), 1.6 (overflow) and 2.1
(records).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from delegate_desk.storage.db.recovery.btree_pages import DatabasePages

Value: TypeAlias = int | float | str | bytes | None
Values: TypeAlias = tuple[Value, ...]

INDEX_NODE, TABLE_NODE, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
_NODES = (INDEX_NODE, TABLE_NODE)
_TABLE = (TABLE_NODE, TABLE_LEAF)
_DEEPEST = 20
_MOST_COLUMNS = 2000
_FIXED = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8}
_REAL, _ZERO, _ONE, _BLOB = 7, 8, 9, 12


@dataclass(frozen=True, slots=True)
class BtreeRow:
    """A row as it is stored.

    Attributes:
        number: Its rowid; 0 in a tree that has none.
        values: In stored order; those of columns added after it was written are left out.
    """

    number: int
    values: Values


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a tree where something cannot be read.

    Attributes:
        row: What stands there, where only what it is ordered by cannot be believed.
    """

    row: BtreeRow | None = None


class _UnreadableError(Exception):
    """Content that is not part of a tree."""


def walk(pages: DatabasePages, root: int, seen: set[int], *, table: bool) -> Iterator[BtreeRow | Gap]:
    """The rows of a tree in its order, with a gap wherever some are lost.

    ``seen`` gains the pages that belong to the tree, and none is entered twice; in the tree of a ``table``, rows have
    numbers.
    """
    return _walk(pages, root, seen, _TABLE if table else (INDEX_NODE, INDEX_LEAF), 0)


def rows_on_page(pages: DatabasePages, number: int) -> tuple[bool, list[BtreeRow], set[int]]:
    """Return the rows on a page: whether they have row ids, the rows, and their overflow pages.

    A page is read by itself, wherever it belongs. Nothing for an interior page of a table, which has no rows,
    or for a page that is not part of a tree.
    """
    content = pages.get(number)
    further: set[int] = set()
    kind = _kind(content, number)
    found: list[BtreeRow] = []
    if kind in (TABLE_LEAF, INDEX_LEAF, INDEX_NODE):
        try:
            places = _cells(content, number)
        except _UnreadableError:
            places = []
        for place in places:
            try:
                found.append(_row(pages, content, place, kind, further))
            except (_UnreadableError, struct.error, IndexError):
                continue
    return kind == TABLE_LEAF, found, further


def _walk(
    pages: DatabasePages, number: int, seen: set[int], kinds: tuple[int, ...], depth: int
) -> Iterator[BtreeRow | Gap]:
    content = pages.get(number)
    kind = _kind(content, number)
    if kind not in kinds or number in seen or depth > _DEEPEST:
        yield Gap()
        return
    seen.add(number)
    try:
        places = _cells(content, number)
    except _UnreadableError:
        yield Gap()
        return
    for place in places:
        if kind in _NODES:
            yield from _walk(pages, _number(content, place), seen, kinds, depth + 1)
        if kind != TABLE_NODE:
            try:
                yield _row(pages, content, place, kind, seen)
            except (_UnreadableError, struct.error, IndexError):
                yield Gap()
    if kind in _NODES:
        yield from _walk(pages, _number(content, _header_offset(number) + 8), seen, kinds, depth + 1)


def _header_offset(number: int) -> int:
    return 100 if number == 1 else 0


def _kind(content: bytes, number: int) -> int:
    return content[_header_offset(number)] if len(content) > _header_offset(number) + 12 else 0


def _number(content: bytes, place: int) -> int:
    return int(struct.unpack_from(">I", content, place)[0]) if place + 4 <= len(content) else 0


def _cells(content: bytes, number: int) -> list[int]:
    head = _header_offset(number)
    count = struct.unpack_from(">H", content, head + 3)[0]
    begin = head + (12 if content[head] in _NODES else 8)
    if begin + 2 * count > len(content):
        raise _UnreadableError
    places = struct.unpack_from(f">{count}H", content, begin)
    if any(place < begin + 2 * count for place in places):
        raise _UnreadableError
    return list(places)


def _row(pages: DatabasePages, content: bytes, place: int, kind: int, seen: set[int]) -> BtreeRow:
    if kind == INDEX_NODE:
        place += 4
    length, place = _varint(content, place)
    number = 0
    if kind == TABLE_LEAF:
        number, place = _varint(content, place)
        number -= (1 << 64) if number >= 1 << 63 else 0
    return BtreeRow(number, record(_payload(pages, content, place, length, seen, is_table=kind == TABLE_LEAF)))


def _payload(pages: DatabasePages, content: bytes, place: int, length: int, seen: set[int], *, is_table: bool) -> bytes:
    usable = pages.usable
    if length > usable * pages.count:
        raise _UnreadableError
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    least = (usable - 12) * 32 // 255 - 23
    here = length
    if length > most:
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
    if place + here + (4 if here < length else 0) > usable:
        raise _UnreadableError
    parts = [content[place : place + here]]
    missing = length - here
    following = _number(content, place + here) if missing else 0
    chain: set[int] = set()
    while missing:
        further = pages.get(following)
        if not further or following in seen or following in chain:
            raise _UnreadableError
        chain.add(following)
        part = further[4 : min(usable, 4 + missing)]
        parts.append(part)
        missing -= len(part)
        following = _number(further, 0)
    if following:  # a chain ends with nought
        raise _UnreadableError
    seen |= chain
    return b"".join(parts)


def record(payload: bytes) -> Values:
    """The values of a record.

    Raises:
        IndexError, struct.error, or one of its own: If it is none.
    """
    head, place = _varint(payload, 0)
    if not place <= head <= len(payload):
        raise _UnreadableError
    kinds: list[int] = []
    while place < head:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != head or not kinds or len(kinds) > _MOST_COLUMNS:
        raise _UnreadableError
    values: list[Value] = []
    for kind in kinds:
        size = _FIXED.get(kind, (kind - _BLOB) // 2 if kind >= _BLOB else 0)
        if place + size > len(payload) or kind in (10, 11):
            raise _UnreadableError
        values.append(_value(kind, payload[place : place + size]))
        place += size
    if place != len(payload):
        raise _UnreadableError
    return tuple(values)


def _value(kind: int, content: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _REAL:
        return float(struct.unpack(">d", content)[0])
    if kind < _REAL:
        return int.from_bytes(content, "big", signed=True)
    if not kind & 1:
        return content
    if b"\0\0\0\0" in content:  # what was wiped, not what was written
        raise _UnreadableError
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise _UnreadableError from error


def _varint(content: bytes, place: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = content[place]
        place += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place
    return value << 8 | content[place], place + 1
