"""Which units of a text that marks its changes are checked against which units of the text that it changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from delegate_desk.core.comparison import Fate
from delegate_desk.core.documents import Address, Document, Mark, Paragraph, View
from delegate_desk.core.mark_tokens import Said, Token, marked_tokens, plain_tokens

_LIKE = 0.5  # of their words: from here on a struck unit may be what a unit that is gone once said


@dataclass(slots=True)
class Group:
    """Units of both texts that belong together: one and one, or more where some were split, merged or put elsewhere.

    Attributes:
        old: In the order of their text, as are the new ones.
        is_sure: False where it is not known what came from what.
    """

    old: list[Paragraph] = field(default_factory=list)
    new: list[Paragraph] = field(default_factory=list)
    is_sure: bool = True


def grouped(old: Document, new: Document, fates: Sequence[Fate]) -> list[Group]:
    """What belongs together, in the order of the fates.

    Struck words say nothing after the changes, so the fates do not follow them: they join the unit that they were.
    """
    olds, news = ({unit.address: unit for unit in document.units()} for document in (old, new))
    of_old: dict[Address, Group] = {}
    of_new: dict[Address, Group] = {}
    for fate in fates:
        known = [group for group in (of_old.get(fate.old or Address("")), of_new.get(fate.new or Address(""))) if group]
        group = known[0] if known else Group()
        if len(known) == 2 and known[0] is not known[1]:
            _absorb(group, known[1], of_old, of_new)
        if fate.old and fate.old not in of_old:
            of_old[fate.old] = group
            group.old.append(olds[fate.old])
        if fate.new and fate.new not in of_new:
            of_new[fate.new] = group
            group.new.append(news[fate.new])
        group.is_sure = group.is_sure and fate.is_sure
    _leave_open(fates, of_old, of_new)
    _join_struck(old, new, of_old, of_new)
    groups: dict[int, Group] = {}
    for fate in fates:
        found = of_old.get(fate.old or Address("")) or of_new[fate.new or Address("")]
        groups[id(found)] = found
    was, now = ({unit.address: n for n, unit in enumerate(document.units())} for document in (old, new))
    for group in groups.values():
        group.old.sort(key=lambda unit: was[unit.address])
        group.new.sort(key=lambda unit: now[unit.address])
    return list(groups.values())


def _leave_open(fates: Sequence[Fate], of_old: Mapping[Address, Group], of_new: Mapping[Address, Group]) -> None:
    """Where it is not known what a unit became, neither is it of what it could be, nor of what says the same."""
    rivals = {rival for fate in fates for rival in fate.rivals}
    said = {_forms(u, View.AFTER) for g in of_old.values() if not g.is_sure for u in g.old}
    for address, group in of_new.items():
        if address in rivals or (not group.old and said and any(_forms(u, View.BEFORE) in said for u in group.new)):
            group.is_sure = False


def _absorb(group: Group, other: Group, of_old: dict[Address, Group], of_new: dict[Address, Group]) -> None:
    """Make one group of two."""
    of_old |= {unit.address: group for unit in other.old}
    of_new |= {unit.address: group for unit in other.new}
    group.old += other.old
    group.new += other.new
    group.is_sure = group.is_sure and other.is_sure


def _join_struck(old: Document, new: Document, of_old: dict[Address, Group], of_new: dict[Address, Group]) -> None:
    """Bring struck words together with the units that they were: what is gone first, then what went elsewhere."""
    gone: list[tuple[tuple[str, ...], Group]] = []
    said: dict[tuple[str, ...], Group] = {}
    for unit in old.units():
        if unit.address in of_old:
            group, forms = of_old[unit.address], _forms(unit, View.AFTER)
            said.setdefault(_forms(unit, View.BEFORE), group)
            said[forms] = group
            if not group.new and forms:
                gone.append((forms, group))
    struck = [
        (tuple(t.form for t in tokens if t.said is Said.GONE), unit.address) for unit, tokens in _marked(new, of_new)
    ]
    for forms, group in gone:  # units struck whole, or put at the end of another and struck there
        within = next((address for words, address in struck if _is_within(forms, words)), None)
        if within is not None and of_new[within] is not group:
            _absorb(of_new[within], group, of_old, of_new)
    for unit, tokens in _marked(new, of_new):
        alone = of_new[unit.address]
        if not alone.old and all(token.said is Said.GONE for token in tokens):
            forms = tuple(token.form for token in tokens)
            found = said.get(forms) or _likest(Counter(forms), gone)
            if found is not None and found is not alone:
                _absorb(found, alone, of_old, of_new)


def _marked(new: Document, of_new: Mapping[Address, Group]) -> list[tuple[Paragraph, list[Token]]]:
    """The units that strike words, with all their words."""
    striking = [u for u in new.units() if u.address in of_new and any(s.mark is Mark.REMOVED for s in u.spans)]
    return [(unit, marked_tokens(unit)) for unit in striking]


def _forms(unit: Paragraph, view: View) -> tuple[str, ...]:
    return tuple(token.form for token in plain_tokens(unit, unit.kept(view)))


def _is_within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """True if some words follow each other so within others."""
    size = len(few)
    return any(many[n] == few[0] and many[n : n + size] == few for n in range(len(many) - size + 1))


def _likest(sought: Counter[str], gone: Sequence[tuple[tuple[str, ...], Group]]) -> Group | None:
    scores = [
        (2 * (sought & Counter(forms)).total() / (sought.total() + len(forms)), -n)
        for n, (forms, group) in enumerate(gone)
        if not group.new
    ]
    best, place = max(scores, default=(0.0, 0))
    return gone[-place][1] if best >= _LIKE else None
