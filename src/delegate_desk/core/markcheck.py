"""Marks checked against the truth: what a text says it changed, beside the text that it changed.

Words are laid on words so that as few marks as can be are untrue. What is not known to belong together is not judged.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from delegate_desk.core.comparison import Fate, MarkFault, Mismark
from delegate_desk.core.documents import HEADINGS, Address, Document, Kind, MarkUp, View
from delegate_desk.core.mark_groups import Group, grouped
from delegate_desk.core.mark_laying import lay
from delegate_desk.core.mark_tokens import Said, Token, marked_tokens, plain_tokens

_UNMARKABLE = HEADINGS | {Kind.COVER, Kind.FOOTNOTE}
"""What is printed in bold for other reasons: there new words cannot be told by their look."""
_TELLING = 4
"""Letters: that words were there before is believed from such a word on, or where they fill what is marked."""
_UNMARKED = frozenset({Mismark.UNMARKED_NEW, Mismark.UNMARKED_GONE})


@dataclass(frozen=True, slots=True)
class _Untrue:
    """A word with an untrue mark, or one that is not there.

    Attributes:
        place: Which of the words as marked it is, or stands before.
        token: As marked; None for a word that is not there.
        was: In the older text; None for a word that was not there.
    """

    kind: Mismark
    place: int
    token: Token | None
    was: Token | None


def check_marks(old: Document, new: Document, fates: Sequence[Fate]) -> tuple[MarkFault, ...]:
    """Which marks of a text are not true, in the order of the fates; nothing for one that marks no changes.

    A paper that counts its changes from the same text as the one before it, rather than from that one, is checked
    against that text. Units of which it is not known where they came from are left out.

    Args:
        old: The text that was changed.
        new: The one that marks its changes.
        fates: Of the units in the readings ``after`` of both.
    """
    if new.mark_up is MarkUp.NONE:
        return ()
    groups = [group for group in grouped(old, new, fates) if group.is_sure]
    marked = [[token for unit in group.new for token in marked_tokens(unit)] for group in groups]
    view, before = _base(old, groups, marked)
    faults: list[MarkFault] = []
    for group, was, tokens in zip(groups, before, marked, strict=True):
        if not _agree(was, tokens):
            faults += _faults(group, was, tokens, view) if group.new else _whole(group, view)
    if new.mark_up is MarkUp.PRINTED:
        unmarkable = {unit.address for unit in (*old.units(), *new.units()) if unit.kind in _UNMARKABLE}
        return tuple(f for f in faults if f.kind not in _UNMARKED or f.address not in unmarkable)
    return tuple(faults)


def _base(
    old: Document, groups: Sequence[Group], marked: Sequence[Sequence[Token]]
) -> tuple[View, Sequence[Sequence[Token]]]:
    """The reading of the older text that the changes are counted from, and the words of each group in it."""
    readings = [
        (view, [[token for unit in group.old for token in plain_tokens(unit, unit.kept(view))] for group in groups])
        for view in (View.AFTER, View.BEFORE)[: 1 if old.mark_up is MarkUp.NONE else 2]
    ]
    return max(readings, key=lambda some: sum(_agree(was, now) for was, now in zip(some[1], marked, strict=True)))


def _agree(was: Sequence[Token], marked: Sequence[Token]) -> bool:
    return [t.form for t in was] == [t.form for t in marked if t.said is not Said.NEW]


def _whole(group: Group, view: View) -> list[MarkFault]:
    """Units that are gone without a mark."""
    return [
        MarkFault(unit.address, Mismark.UNMARKED_GONE, text, 0, len(unit.marked))
        for unit in group.old
        if (text := unit.reading(view).text)
    ]


def _faults(group: Group, was: Sequence[Token], marked: Sequence[Token], view: View) -> Iterator[MarkFault]:
    """Untrue marks of a group, those that follow each other as one."""
    units, olds = ({unit.address: unit for unit in some} for some in (group.new, group.old))
    for run in _runs(_believed(_runs(_untrue(was, marked)), marked)):
        first, last = run[0], run[-1]
        if first.token and last.token:
            unit = units[first.token.address]
            start, end = first.token.start, last.token.end
            yield MarkFault(unit.address, first.kind, unit.marked[start:end], start, end)
        elif first.was and last.was:
            gone = olds[first.was.address]
            text = "".join(gone.marked[i] for i in gone.kept(view) if first.was.start <= i < last.was.end)
            address, place = _standing(group, marked, first.place)
            yield MarkFault(address, first.kind, text, place, place)


def _untrue(was: Sequence[Token], marked: Sequence[Token]) -> Iterator[_Untrue]:
    place = 0
    for i, k in lay(was, marked):
        token, before = None if k is None else marked[k], None if i is None else was[i]
        place = place if k is None else k
        if token is None:
            if not _is_left_out(marked, place):
                yield _Untrue(Mismark.UNMARKED_GONE, place, None, before)
        elif before is not None:
            if token.said is Said.NEW:
                yield _Untrue(Mismark.WAS_THERE, place, token, before)
        elif token.start < token.end and token.said in (Said.STAYS, Said.GONE):
            kind = Mismark.UNMARKED_NEW if token.said is Said.STAYS else Mismark.WAS_NOT_THERE
            yield _Untrue(kind, place, token, None)
        place += k is not None


def _is_left_out(marked: Sequence[Token], place: int) -> bool:
    """True where dots in brackets stand for the words that would stand there."""
    return any(token.said is Said.LEFT_OUT for token in marked[max(0, place - 1) : place + 1])


def _runs(untrue: Iterable[_Untrue]) -> list[list[_Untrue]]:
    """Words that follow each other in one unit and are untrue in the same way."""
    runs: list[list[_Untrue]] = []
    for one in untrue:
        last = runs[-1][-1] if runs else None
        if last and last.kind is one.kind and _follows(last, one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _follows(last: _Untrue, one: _Untrue) -> bool:
    if one.token and last.token:
        return one.place == last.place + 1 and one.token.address == last.token.address
    return one.place == last.place and bool(one.was and last.was and one.was.address == last.was.address)


def _believed(runs: Iterable[Sequence[_Untrue]], marked: Sequence[Token]) -> Iterator[_Untrue]:
    """Little words within other new ones were not there before: rather are those that were there gone."""
    for run in runs:
        first, last = run[0], run[-1]
        around = [*marked[max(0, first.place - 1) : first.place], *marked[last.place + 1 : last.place + 2]]
        little = not any(u.token and (len(u.token.form) >= _TELLING or u.token.form.isdecimal()) for u in run)
        if first.kind is Mismark.WAS_THERE and little and any(token.said is Said.NEW for token in around):
            yield from (_Untrue(Mismark.UNMARKED_GONE, first.place, None, u.was) for u in run)
        else:
            yield from run


def _standing(group: Group, marked: Sequence[Token], place: int) -> tuple[Address, int]:
    """Where the words would stand that are not there: behind the word before, or before the word behind."""
    if place and (place == len(marked) or marked[place].address == marked[place - 1].address):
        return marked[place - 1].address, marked[place - 1].end
    if marked:
        return marked[place].address, marked[place].start
    return group.new[0].address, 0
