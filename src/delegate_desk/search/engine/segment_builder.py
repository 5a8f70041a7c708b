"""Arrays of a segment out of numbered words: postings sorted by term, columns, and what tells equal words.

The arrays of a field F with words: ``F.terms`` (UTF-8, joined, sorted) and ``F.ends`` (term n is ``terms[ends[n]:ends[n
+ 1]]``); ``F.docs`` and ``F.tf``, of which those of term n are ``post[n]`` to ``post[n + 1]``; ``F.gpos``, likewise by
``F.gpost``: places in all texts, which lie one behind the other with a gap of one; ``exact.start``, the first place of
each entry, for all fields; ``F.len``, how many terms it has, as Whoosh's byte. A plain field has the terms and ``docs``
alone. A column has ``C.col``, or ``C.code`` with ``C.values`` (and ``C.vends`` where they are bytes). Numbers are of 32
bits, those in ``docs`` of 16 and those in ``tf`` of 8 where they fit.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np

from delegate_desk.search.engine.segment_file import Array

LENGTHS = np.rint((1.033 ** np.arange(256) - 1) * 27).astype(np.int64)
"""By the byte that stands for a length, about how many terms a field has: Whoosh's scale, exact for short fields."""

START = "exact.start"

_SHIFT = np.uint64(32)
_ODD = 0x9E3779B97F4A7C15
_LARGEST_SMALL = 255


def entry_type(size: int) -> type[np.uint16] | type[np.uint32]:
    """Return the integer type for the numbers of so many entries."""
    return np.uint16 if size <= 1 << 16 else np.uint32


def owners(counts: Array) -> Array:
    """The entry of each of so many items by entry."""
    return np.repeat(np.arange(len(counts), dtype=entry_type(len(counts))), counts)


def starts(counts: Any) -> Array:
    """Starts of consecutive runs with so many items each, and the end of the last run."""
    ends = np.zeros(len(counts) + 1, dtype=np.uint64)
    np.cumsum(counts, out=ends[1:])
    return fitting(ends)


def fitting(numbers: Array) -> Array:
    """Numbers of 32 bits, where they fit."""
    return numbers.astype(np.uint32) if numbers.max(initial=0) <= np.iinfo(np.uint32).max else numbers


def concatenate_bytes(parts: Sequence[bytes]) -> Array:
    """Bytes one behind the other."""
    return np.frombuffer(b"".join(parts), dtype=np.uint8)


def packed(name: str, terms: Sequence[bytes]) -> dict[str, Array]:
    return {f"{name}.terms": concatenate_bytes(terms), f"{name}.ends": starts(_lengths(terms))}


def ranked(terms: Sequence[str] | Sequence[bytes], tokens: Array) -> tuple[list[bytes], Array]:
    """Of numbered terms those that occur, sorted, and the tokens as numbers of these."""
    used = np.flatnonzero(np.bincount(tokens, minlength=len(terms))).tolist()
    used.sort(key=terms.__getitem__)  # by code points is by bytes in UTF-8
    rank = np.zeros(len(terms), dtype=np.uint32)
    rank[used] = np.arange(len(used), dtype=np.uint32)
    return _utf8([terms[n] for n in used]), rank[tokens]


def _utf8(terms: Sequence[Any]) -> list[bytes]:
    """Terms as bytes: all texts, without a NUL in them, or bytes already."""
    if not terms or isinstance(terms[0], bytes):
        return list(terms)
    return "\0".join(terms).encode().split(b"\0")  # several times as quick as one by one


def text_postings(name: str, terms: int, tokens: Array, places: Array, owner: Array) -> dict[str, Array]:
    """Postings of a field with words.

    Args:
        name: Of the field.
        terms: How many it has.
        tokens: Their numbers, in any order.
        places: Where each stands in all texts.
        owner: By place, the entry.
    """
    found, places = _sorted_pairs(tokens, places)
    entries = owner[places]
    first = np.ones(len(found), dtype=bool)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    first[1:] |= entries[1:] != entries[:-1]
    at = np.flatnonzero(first)
    return {
        f"{name}.post": starts(np.bincount(found[at], minlength=terms)),
        f"{name}.docs": entries[at],
        f"{name}.tf": downcast_counts(np.diff(at, append=len(found))),
        f"{name}.gpost": starts(np.bincount(found, minlength=terms)),
        f"{name}.gpos": places,
    }


def plain_postings(name: str, terms: int, tokens: Array, entries: Array) -> dict[str, Array]:
    """Postings of a field of which only is known what is where; a term may be told more than once of an entry."""
    kind = entries.dtype
    found, entries = _sorted_pairs(tokens, entries)
    first = np.ones(len(found), dtype=bool)
    first[1:] = (found[1:] != found[:-1]) | (entries[1:] != entries[:-1])
    return {
        f"{name}.post": starts(np.bincount(found[first], minlength=terms)),
        f"{name}.docs": entries[first].astype(kind),
    }


def _sorted_pairs(major: Array, minor: Array) -> tuple[Array, Array]:
    """Pairs of two 32-bit numbers, sorted: one sort of 64-bit numbers is several times as fast as any other way."""
    pairs = major.astype(np.uint64)
    pairs <<= _SHIFT
    pairs |= minor.astype(np.uint64, copy=False)
    pairs.sort()
    return (pairs >> _SHIFT).astype(np.uint32), pairs.astype(np.uint32)


def downcast_counts(counts: Array) -> Array:
    """Counts in one byte each, where they fit."""
    return counts.astype(np.uint8 if counts.max(initial=0) <= _LARGEST_SMALL else np.uint32)


def length_bytes(counts: Array) -> Array:
    """Numbers of terms as Whoosh keeps them."""
    return np.minimum(np.searchsorted(LENGTHS, counts), len(LENGTHS) - 1).astype(np.uint8)


def coded(name: str, values: Sequence[bytes], numbers: Array) -> dict[str, Array]:
    """A column of few values: those that occur, sorted, and which of them each entry has."""
    found, codes = ranked(values, numbers)
    return {
        f"{name}.code": codes.astype(np.int32),
        f"{name}.values": concatenate_bytes(found),
        f"{name}.vends": starts(_lengths(found)),
    }


def keys(found: Sequence[bytes]) -> dict[str, Array]:
    return {"key.bytes": concatenate_bytes(found), "key.ends": starts(_lengths(found))}


def _lengths(parts: Sequence[bytes]) -> Array:
    return np.fromiter(map(len, parts), np.int64, len(parts))


# What tells equal words


def seed(name: str) -> int:
    """64 bits of a name, the same in every process."""
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def unique_hashes(seeds: Array, numbers: Array) -> Array:
    """64 bits of each pair of a seed and a number."""
    return _mixed(seeds + numbers.astype(np.uint64) * np.uint64(_ODD))


def repeats(groups: Array, hashes: Array) -> Array:
    """Number of earlier occurrences of the same hash in the same group, by entry."""
    order = np.lexsort((hashes, groups))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (hashes[order][1:] != hashes[order][:-1]) | (groups[order][1:] != groups[order][:-1])
    places = np.arange(len(order))
    found = np.empty(len(order), dtype=np.int64)
    found[order] = places - np.maximum.accumulate(np.where(first, places, 0))
    return found


def word_hashes(seeds: Array, terms: Array, ends: Array, tokens: Array, counts: Array) -> Array:
    """64 bits of each entry's sequence of words.

    Args:
        seeds: 64 bits by entry.
        terms: All terms, joined.
        ends: Where each ends.
        tokens: Numbers of terms, entry after entry in the order of the text.
        counts: How many each entry has.
    """
    words = _mixed(_hashed(terms.astype(np.uint64) + np.uint64(1), np.diff(ends.astype(np.int64))))
    return _mixed(seeds ^ _mixed(_hashed(words[tokens], counts)))


def _hashed(items: Array, counts: Array) -> Array:
    """Of runs of 64-bit numbers, each run's sum of its items times powers of an odd number."""
    bounds = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=bounds[1:])
    place = np.arange(len(items), dtype=np.int64) - np.repeat(bounds[:-1], counts)
    powers = np.full(int(counts.max(initial=0)) + 1, _ODD, dtype=np.uint64)
    np.cumprod(powers, out=powers)
    sums = np.zeros(len(items) + 1, dtype=np.uint64)
    np.cumsum(items * powers[place], out=sums[1:])
    return sums[bounds[1:]] - sums[bounds[:-1]]


def _mixed(numbers: Array) -> Array:
    """Numbers each of whose bits hangs on all of theirs (the last steps of splitmix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = numbers ^ (numbers >> np.uint64(31))
    return mixed
