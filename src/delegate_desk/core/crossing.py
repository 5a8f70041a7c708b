"""Two texts in two languages, side by side: by their structure and by what is the same in every language.

Words are not compared. Units are laid on each other parent by parent, in order, and all ways to do so are weighed: what
could be laid otherwise as well has rivals.
"""

from collections.abc import Mapping

from delegate_desk.core.comparison import Differing, Fate, Verdict, Why
from delegate_desk.core.crossing_differing import differing, similarity
from delegate_desk.core.crossing_likeness import Frequencies, kinship
from delegate_desk.core.crossing_moves import find_moves, follow_calls, name_rivals
from delegate_desk.core.crossing_nodes import Node, everything, nodes
from delegate_desk.core.crossing_rows import Laid, Rows
from delegate_desk.core.documents import Address, Document, Kind, MarkUp, View
from delegate_desk.core.words import Change, Words

_OF_TEXT = frozenset({Differing.NUMBER, Differing.LENGTH})
"""What tells that a unit's own words changed."""


def lay_side_by_side(
    old: Document, new: Document, *, view: View
) -> tuple[tuple[Fate, ...], Mapping[Address, tuple[Differing, ...]]]:
    """What became of each unit of a text in one that is in another language, and in what units differ from their like.

    A unit counts as reworded where its numbers, its length or its own marks tell so; of one that is ``same`` no more is
    known than that nothing tells of a change. Two language versions of one document are laid by their printed numbers.
    A text that marks its changes beside one that marks none is laid as it was before them.

    Returns:
        The fates, in the order of the new text; by address in the new text, in what a unit differs.
    """
    marks = view is View.AFTER and new.mark_up is not MarkUp.NONE and old.mark_up is MarkUp.NONE
    one, other = nodes(old, view), nodes(new, view, by_marks=marks)
    olds, news = everything(one), everything(other)
    kin = kinship(olds, news)
    twins = old.header.reference is not None and old.header.reference == new.header.reference
    frequencies = Frequencies([*olds.values(), *news.values()])
    rows = Rows(frequencies, kin, twins)
    text_old, text_new = ([node for node in tops if node.kind != Kind.FOOTNOTE] for tops in (one, other))
    rows.lay_tops(text_old, text_new)
    if not twins:
        if moves := find_moves(rows, text_old, text_new):
            rows = Rows(frequencies, kin, twins, moves)
            rows.lay_tops(text_old, text_new)
        name_rivals(rows, text_old, text_new)
    notes_old, notes_new = ([node for node in tops if node.kind == Kind.FOOTNOTE] for tops in (one, other))
    follow_calls(rows, old, new, notes_old, notes_new)
    differ: dict[Address, tuple[Differing, ...]] = {}
    for address, laid in rows.laid.items():
        like = laid.new
        if like and like.unit and olds[address].unit and (found := differing(olds[address], like, kin.stretched)):
            differ[like.address] = found
    return _in_order(olds, news, rows, differ), differ


def _in_order(
    olds: Mapping[Address, Node],
    news: Mapping[Address, Node],
    rows: Rows,
    differ: Mapping[Address, tuple[Differing, ...]],
) -> tuple[Fate, ...]:
    """The fates in the order of the new text; what is gone stands behind what it stood behind."""
    came = {laid.new.address: olds[a] for a, laid in rows.laid.items() if laid.new and laid.new.unit and olds[a].unit}
    behind: dict[Address | None, list[Fate]] = {}
    before: Address | None = None
    for address, node in olds.items():
        laid = rows.laid[address]
        if laid.new is not None and laid.new.unit and node.unit:
            before = before if laid.has_moved else laid.new.address
        elif node.unit:
            rivals = tuple(rival.address for rival in laid.rivals)
            why = Why.LOOKALIKES if rivals else Why.NOTHING_LIKE
            words: Words = ((Change.DELETE, node.text),) if node.text else ()
            behind.setdefault(before, []).append(Fate(address, None, Verdict.DELETED, 0.0, words, (why,), rivals))
    named = {rival.address for laid in rows.laid.values() for rival in laid.rivals}
    fates = behind.get(None, [])
    for address, node in news.items():
        if node.unit is None:
            continue
        if address in came:
            source = came[address]
            fates.append(_fate(source, node, rows.laid[source.address], rows.kin.stretched, differ.get(address, ())))
        else:
            words = ((Change.INSERT, node.text),) if node.text else ()
            why = Why.LOOKALIKES if address in named else Why.NOTHING_LIKE
            fates.append(Fate(None, address, Verdict.INSERTED, 0.0, words, (why,)))
        fates += behind.get(address, [])
    return tuple(fates)


def _fate(old: Node, new: Node, laid: Laid, stretched: float, differs: tuple[Differing, ...]) -> Fate:
    stays = old.address == new.address
    if new.is_marked or _OF_TEXT.intersection(differs):
        verdict = Verdict.REWORDED
    elif laid.has_moved:
        verdict = Verdict.MOVED
    else:
        verdict = Verdict.SAME if stays else Verdict.RENUMBERED
    rivals = tuple(rival.address for rival in laid.rivals if rival.unit)
    reasons = {
        Why.LOOKALIKES: bool(rivals),
        Why.LIKENESS: laid.is_like,
        Why.ADDRESS: stays,
        Why.NEIGHBOURS: not laid.has_moved,
    }
    words: Words = (
        ((Change.EQUAL, old.text),) if old.text == new.text else ((Change.DELETE, old.text), (Change.INSERT, new.text))
    )
    why = tuple(reason for reason, holds in reasons.items() if holds)
    kept = tuple(run for run in words if run[1])
    return Fate(old.address, new.address, verdict, similarity(old, new, stretched), kept, why, rivals)
