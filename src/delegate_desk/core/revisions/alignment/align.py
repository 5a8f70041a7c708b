"""Alignment: what became of each unit of one text in another.

Units whose words stand once in each text hold the two together; the rest is matched in the order that it stands in, by
its words and by the company it keeps; then what moved is found, and what was taken apart or put together. Last, each
match is held against its lookalikes: where it is not certain which one it is, a fate says so.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

from delegate_desk.core.documents.document import Address, Paragraph, View
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.alignment.ambiguity import find_doubts
from delegate_desk.core.revisions.alignment.best_chain import Chain, Places, best_chain
from delegate_desk.core.revisions.alignment.candidates import UnitSimilarity, candidates, expected
from delegate_desk.core.revisions.alignment.neighbour_context import Company, ItemMatching
from delegate_desk.core.revisions.alignment.outcomes import AlignmentResult, fates
from delegate_desk.core.revisions.alignment.splits_and_merges import find_parts
from delegate_desk.core.revisions.alignment.units import AlignedText, InternalReference, Links, Names, sides
from delegate_desk.core.revisions.alignment.word_weights import NAMED
from delegate_desk.core.revisions.comparison import Fate

_ROUNDS = 3
_MOVES = 12  # runs of moved units that are looked for, one after the other
_ALL = 600  # pairs of a gap that are all looked at
_AROUND = 5
_AT_LEAST = 0.2
_AS_LIKE = 0.05  # less difference does not tell lookalikes apart
_WEAK = 0.45  # from here on a match in order is not let go
_STRONGER = 0.3  # by as much liker must one elsewhere be


def match(
    old: AlignedText, new: AlignedText, company: Company, like: UnitSimilarity
) -> Generator[int, None, ItemMatching]:
    """Find which unit is which; yields how many units were looked at."""
    _, about = expected(old, new)
    matching = ItemMatching()
    pairs = matching.pairs
    for n, found in enumerate(candidates(old.items, new.items, like, about)):
        for pair in found:
            matching.add(pair)
        if n % 50 == 0:
            yield n
    for _ in range(_ROUNDS):
        chain = _put_in_order(matching, company)
        for i, k in [*_in_gaps(chain.pairs, old, new), *company.young(matching)]:
            if (i, k) not in pairs and company.may_be_one(i, k):
                pair = like(i, k)
                is_like = pair.like >= _AT_LEAST and not pair.by_chance
                if is_like or company.is_empty((i, k)) or company.children_agree(pair, matching):
                    matching.add(pair)
    chain = _put_in_order(matching, company)
    matching.margins = {at: chain.worth - through for at, through in chain.through.items()}
    matching.chained = set(chain.pairs)
    _release(matching, company)
    lost = [item for item in old.items if item.place not in matching.new_of]
    free = [item for item in new.items if item.place not in matching.old_of]
    for found in candidates(lost, free, like, about):
        for pair in found:
            matching.add(pair)
    _find_moved(matching, company, like)
    yield len(old.items)
    return matching


def _put_in_order(matching: ItemMatching, company: Company) -> Chain:
    """Match by the best run of all pairs considered, each weighed with the company that it kept so far."""
    company.look_around(matching)
    chain = best_chain({at: company.worth(pair, matching) for at, pair in matching.pairs.items()})
    matching.new_of, matching.old_of = dict(chain.pairs), {k: i for i, k in chain.pairs}
    return chain


def _release(matching: ItemMatching, company: Company) -> None:
    """Let go of weak matches that stand in the way of strong ones elsewhere."""
    for pair in sorted(matching.pairs.values(), key=lambda p: (-p.like, p.old, p.new)):
        i, k = pair.old, pair.new
        if matching.new_of.get(i) == k or not company.may_move(pair, matching):
            continue
        held = {(i, matching.new_of[i])} if i in matching.new_of else set()
        held |= {(matching.old_of[k], k)} if k in matching.old_of else set()
        weak = pair.like - _STRONGER if pair.exact else min(_WEAK, pair.like - _STRONGER)
        if held and all(matching.pairs[at].like < weak and not company.is_empty(at) for at in held):
            for at in held:
                del matching.new_of[at[0]], matching.old_of[at[1]]
                matching.chained.discard(at)
            matching.join(i, k)


def _bring_back(matching: ItemMatching, company: Company) -> bool:
    """Give what lookalikes took to the one whose parent went there; True if there was any."""
    is_any = False
    for pair in matching.pairs.values():
        held = matching.old_of.get(pair.new)
        if held is None or pair.old in matching.new_of or pair.like < matching.pairs[held, pair.new].like - _AS_LIKE:
            continue
        if company.is_led_astray(matching.pairs[held, pair.new], pair, matching):
            del matching.new_of[held]
            matching.chained.discard((held, pair.new))
            matching.join(pair.old, pair.new)
            is_any = True
    return is_any


def _find_moved(matching: ItemMatching, company: Company, like: UnitSimilarity) -> None:
    """Peel off runs of what is left, each in an order of its own."""
    pairs = matching.pairs
    for _ in range(_MOVES):
        company.look_around(matching)
        for i, k in company.young(matching):
            if (i, k) not in pairs and company.may_be_one(i, k):
                matching.add(like(i, k))
        free = {at: p for at, p in pairs.items() if at[0] not in matching.new_of and at[1] not in matching.old_of}
        worths = {at: company.worth(p, matching) for at, p in free.items() if company.may_move(p, matching)}
        chain = best_chain(worths)
        for i, k in chain.pairs:
            matching.join(i, k)
        if not _bring_back(matching, company) and not chain.pairs:
            return
        for at, through in chain.through.items():
            matching.margins[at] = chain.worth - through


def _in_gaps(pins: Iterable[Places], old: AlignedText, new: AlignedText) -> Iterator[Places]:
    """Pairs of units that lie between the same neighbours."""
    i = k = 0
    for n, m in [*pins, (len(old.items), len(new.items))]:
        if (n - i) * (m - k) <= _ALL:
            yield from ((a, b) for a in range(i, n) for b in range(k, m))
        else:
            for a in range(i, n):
                about = k + (m - k) * (a - i) // (n - i)
                yield from ((a, b) for b in range(max(k, about - _AROUND), min(m, about + _AROUND + 1)))
        i, k = n + 1, m + 1


__all__ = ["InternalReference", "Links", "align"]

_NONE: Links = {}


def align(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    *,
    view: View = View.AFTER,
    links_old: Links = _NONE,
    links_new: Links = _NONE,
) -> Steps[tuple[Fate, ...]]:
    """Find what became of each unit of an old text in a new one; slow for long texts, safe on any thread.

    Yields (units done, of how many). The fates are in the order of the new text; what was deleted stands behind what
    it stood behind.

    Args:
        old: All units of the document: paragraphs, then footnotes.
        new: All units of the other document.
        view: The reading in which both are compared.
        links_old: Cross-references of the old text; with those of the new one they tell a reference that was only
            renumbered from one that leads elsewhere.
        links_new: Cross-references of the new text.
    """
    rounds = 2 if links_old or links_new else 1
    size = max(1, len(old))
    total = (rounds + 1) * size
    links = (links_old, links_new)
    names: tuple[Names, Names] = (_unnamed, _unnamed)
    for n in range(rounds):
        one, other, scale = sides(old, new, view, links, names)
        like = UnitSimilarity(one, other, scale)
        company = Company(one, other)
        finding = match(one, other, company, like)
        while True:
            try:
                done = next(finding)
            except StopIteration as end:
                matching: ItemMatching = end.value
                break
            yield min(n * size + done, total), total
        names = _names(one, other, matching.new_of)
    parts = find_parts(one, other, matching, like)
    names = _names(one, other, {**matching.new_of, **{old: news[0] for old, news in parts.split.items()}})
    doubts = find_doubts(matching, company, like, parts)
    yield rounds * size, total
    told = fates(AlignmentResult(one, other, matching, parts, doubts, links, names), view)
    yield total, total
    return told


def _unnamed(_: Address) -> str:
    return ""


def _names(old: AlignedText, new: AlignedText, new_of: Mapping[int, int]) -> tuple[Names, Names]:
    """One word for each place, the same for an old place and the new one that it became."""
    became: Mapping[str, str] = {old.items[i].address: new.items[k].address for i, k in new_of.items()}

    def name_old(target: Address) -> str:
        head, tail = str(target), ""
        while head and head not in became:
            head, _, last = head.rpartition("__")
            tail = f"__{last}{tail}"
        return _word(f"{became[head]}{tail}") if head else f"{_word(target)}gone"

    return name_old, _word


def _word(address: str) -> str:
    return NAMED + address.replace("_", "")
