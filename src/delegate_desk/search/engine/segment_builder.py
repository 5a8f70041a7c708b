"""Arrays of a segment made from numbered words: postings sorted by term, columns, and hashes of equal words.

The arrays of a field F with words: ``F.terms`` (UTF-8, joined, sorted) and ``F.ends`` (term n is ``terms[ends[n]:ends[n
+ 1]]``); ``F.docs`` and ``F.tf``, of which those of term n are ``post[n]`` to ``post[n + 1]``; ``F.gpos``, likewise by
``F.gpost``: positions in all texts, which are consecutive with a gap of one; ``exact.start``, the first position of
each entry, for all fields; ``F.len``, the number of its terms, as Whoosh's byte. A plain field has only the terms and
``docs``. A column has ``C.col``, or ``C.code`` with ``C.values`` (and ``C.vends`` if they are bytes). Numbers have 32
bits, those in ``docs`` 16 and those in ``tf`` 8 if they fit.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np

from delegate_desk.search.engine.segment_file import Array

LENGTHS = np.rint((1.033 ** np.arange(256) - 1) * 27).astype(np.int64)
"""Number of terms of a field by length byte: Whoosh's scale, exact for short fields."""

START = "exact.start"

_SHIFT = np.uint64(32)
_ODD = 0x9E3779B97F4A7C15
_LARGEST_SMALL = 255


def entry_type(size: int) -> type[np.uint16] | type[np.uint32]:
    """Return the integer type for the numbers of this many entries."""
    return np.uint16 if size <= 1 << 16 else np.uint32


def owners(counts: Array) -> Array:
    """Return the entry of each item, given the number of items per entry."""
    return np.repeat(np.arange(len(counts), dtype=entry_type(len(counts))), counts)


def starts(counts: Any) -> Array:
    """Return the starts of consecutive runs with the given lengths, and the end of the last run."""
    ends = np.zeros(len(counts) + 1, dtype=np.uint64)
    np.cumsum(counts, out=ends[1:])
    return fitting(ends)


def fitting(numbers: Array) -> Array:
    """Return 32-bit numbers if they fit."""
    return numbers.astype(np.uint32) if numbers.max(initial=0) <= np.iinfo(np.uint32).max else numbers


def pack_terms(name: str, parts: Sequence[bytes], joined: str = "terms", ends: str = "ends") -> dict[str, Array]:
    """Return the terms of a field, or other bytes, concatenated and with their bounds."""
    sizes = np.fromiter(map(len, parts), np.int64, len(parts))
    return {f"{name}.{joined}": np.frombuffer(b"".join(parts), dtype=np.uint8), f"{name}.{ends}": starts(sizes)}


def rank_terms(terms: Sequence[str] | Sequence[bytes], tokens: Array) -> tuple[list[bytes], Array]:
    """Return the numbered terms that occur, sorted, and the tokens renumbered."""
    used = np.flatnonzero(np.bincount(tokens, minlength=len(terms))).tolist()
    used.sort(key=terms.__getitem__)  # by code points is by bytes in UTF-8
    rank = np.zeros(len(terms), dtype=np.uint32)
    rank[used] = np.arange(len(used), dtype=np.uint32)
    found = [terms[n] for n in used]
    stored = [term for term in found if isinstance(term, bytes)]
    if found and not stored:  # texts without a NUL: several times as quick as one by one
        stored = "\0".join(map(str, found)).encode().split(b"\0")
    return stored, rank[tokens]


def text_postings(name: str, terms: int, tokens: Array, places: Array, owner: Array) -> dict[str, Array]:
    """Return the postings of a field with words.

    Args:
        tokens: Numbers of terms, in any order.
        places: Position of each in all texts.
        owner: Entry by position.
    """
    found, places = _sorted_pairs(tokens, places)
    entries = owner[places]
    first = np.ones(len(found), dtype=bool)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    first[1:] |= entries[1:] != entries[:-1]
    begins = np.flatnonzero(first)
    times = np.diff(begins, append=len(found))
    return {
        f"{name}.post": starts(np.bincount(found[begins], minlength=terms)),
        f"{name}.docs": entries[begins],
        f"{name}.tf": times.astype(np.uint8 if times.max(initial=0) <= _LARGEST_SMALL else np.uint32),
        f"{name}.gpost": starts(np.bincount(found, minlength=terms)),
        f"{name}.gpos": places,
    }


def plain_postings(name: str, terms: int, tokens: Array, entries: Array) -> dict[str, Array]:
    """Return the postings of a field with entries only; a term may be given more than once per entry."""
    kind = entries.dtype
    found, entries = _sorted_pairs(tokens, entries)
    first = np.ones(len(found), dtype=bool)
    first[1:] = (found[1:] != found[:-1]) | (entries[1:] != entries[:-1])
    return {
        f"{name}.post": starts(np.bincount(found[first], minlength=terms)),
        f"{name}.docs": entries[first].astype(kind),
    }


def _sorted_pairs(major: Array, minor: Array) -> tuple[Array, Array]:
    """Return pairs of two 32-bit numbers, sorted: one sort of 64-bit numbers is several times faster."""
    pairs = major.astype(np.uint64)
    pairs <<= _SHIFT
    pairs |= minor.astype(np.uint64, copy=False)
    pairs.sort()
    return (pairs >> _SHIFT).astype(np.uint32), pairs.astype(np.uint32)


def length_bytes(counts: Array) -> Array:
    """Return numbers of terms in Whoosh's form."""
    return np.minimum(np.searchsorted(LENGTHS, counts), len(LENGTHS) - 1).astype(np.uint8)


def code_values(name: str, values: Sequence[bytes], numbers: Array) -> dict[str, Array]:
    """Return a column of few values: the values, sorted, and the index of each entry's value."""
    found, codes = rank_terms(values, numbers)
    return {f"{name}.code": codes.astype(np.int32)} | pack_terms(name, found, "values", "vends")


# Equal words


def seed(name: str) -> int:
    """Return 64 bits of a name, the same in every process."""
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def unique_hashes(seeds: Array, numbers: Array) -> Array:
    """Return 64 bits of each pair of a seed and a number."""
    return _mix_bits(seeds + numbers.astype(np.uint64) * np.uint64(_ODD))


def repeats(groups: Array, hashes: Array) -> Array:
    """Return the number of earlier occurrences of the same hash in the same group, by entry."""
    order = np.lexsort((hashes, groups))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (hashes[order][1:] != hashes[order][:-1]) | (groups[order][1:] != groups[order][:-1])
    places = np.arange(len(order))
    found = np.empty(len(order), dtype=np.int64)
    found[order] = places - np.maximum.accumulate(np.where(first, places, 0))
    return found


def word_hashes(seeds: Array, terms: Array, ends: Array, tokens: Array, counts: Array) -> Array:
    """Return 64 bits of each entry's sequence of words.

    Args:
        seeds: 64 bits by entry.
        terms: All terms, concatenated.
        tokens: Numbers of terms, entry after entry in the order of the text.
        counts: Number of tokens by entry.
    """
    words = _mix_bits(_hash_runs(terms.astype(np.uint64) + np.uint64(1), np.diff(ends.astype(np.int64))))
    return _mix_bits(seeds ^ _mix_bits(_hash_runs(words[tokens], counts)))


def _hash_runs(items: Array, counts: Array) -> Array:
    """Return a hash of each run of 64-bit numbers: the sum of its items times powers of an odd number."""
    bounds = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=bounds[1:])
    place = np.arange(len(items), dtype=np.int64) - np.repeat(bounds[:-1], counts)
    powers = np.full(int(counts.max(initial=0)) + 1, _ODD, dtype=np.uint64)
    np.cumprod(powers, out=powers)
    sums = np.zeros(len(items) + 1, dtype=np.uint64)
    np.cumsum(items * powers[place], out=sums[1:])
    return sums[bounds[1:]] - sums[bounds[:-1]]


def _mix_bits(numbers: Array) -> Array:
    """Return numbers in which every bit depends on all input bits (the last steps of splitmix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = numbers ^ (numbers >> np.uint64(31))
    return mixed
