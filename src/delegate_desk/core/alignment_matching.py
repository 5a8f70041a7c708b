"""Which unit is which: the best run of pairs in order, then what moved, each weighed with the company it keeps."""

from collections.abc import Generator, Iterable, Iterator

from delegate_desk.core.alignment_candidates import Likeness, candidates, expected
from delegate_desk.core.alignment_chains import Chain, Places, best_chain
from delegate_desk.core.alignment_company import Company, Matching
from delegate_desk.core.alignment_units import Side

_ROUNDS = 3
_MOVES = 12  # runs of moved units that are looked for, one after the other
_ALL = 600  # pairs of a gap that are all looked at
_AROUND = 5
_AT_LEAST = 0.2
_AS_LIKE = 0.05  # less difference does not tell lookalikes apart
_WEAK = 0.45  # from here on a match in order is not let go
_STRONGER = 0.3  # by as much liker must one elsewhere be


def match(old: Side, new: Side, company: Company, like: Likeness) -> Generator[int, None, Matching]:
    """Find which unit is which; yields how many units were looked at."""
    _, about = expected(old, new)
    matching = Matching()
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


def _put_in_order(matching: Matching, company: Company) -> Chain:
    """Match by the best run of all pairs considered, each weighed with the company that it kept so far."""
    company.look_around(matching)
    chain = best_chain({at: company.worth(pair, matching) for at, pair in matching.pairs.items()})
    matching.new_of, matching.old_of = dict(chain.pairs), {k: i for i, k in chain.pairs}
    return chain


def _release(matching: Matching, company: Company) -> None:
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


def _bring_back(matching: Matching, company: Company) -> bool:
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


def _find_moved(matching: Matching, company: Company, like: Likeness) -> None:
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


def _in_gaps(pins: Iterable[Places], old: Side, new: Side) -> Iterator[Places]:
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
