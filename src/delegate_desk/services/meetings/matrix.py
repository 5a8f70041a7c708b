"""The matrix of a meeting: who stands where, made of what was said."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from delegate_desk.core.delegations import OTHERS, PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import Intervention, Matrix, MatrixCell
from delegate_desk.core.positions.position import Stance

_NOWHERE = 1_000_000
"""Where a place stands that the text has no more: last."""


def matrix(
    said: Iterable[Intervention],
    items: Sequence[str],
    shelves: Mapping[str | None, DocumentId | None],
    names: Mapping[DocumentId, str],
    order: Mapping[DocumentId, Mapping[Address, int]],
) -> Matrix:
    """Make a matrix.

    Args:
        said: What was said, in the order caught.
        items: The numbers of the agenda's items, in its order.
        shelves: By item, the document that a stance without a place is on as a whole.
        names: By document, what its language versions have in common.
        order: By document, where its addresses stand.
    """
    rows: dict[tuple[str, Address], Place] = {}
    ranks: dict[Place, tuple[int, int]] = {}
    histories: dict[tuple[str, Place], list[Intervention]] = {}
    for one in said:
        place = one.place
        shelf = shelves.get(one.line.item)
        if place is None and shelf is not None and one.stance is not Stance.STATEMENT and not one.label:
            place = Place(shelf, Address(""))
        if place is None or one.stance is None or one.conclusion:
            continue
        place = rows.setdefault((names.get(place.document, f"#{place.document}"), place.address), place)
        item = items.index(one.line.item) if one.line.item in items else len(items)
        stands = order.get(place.document, {}).get(place.address, _NOWHERE) if place.address else -1
        ranks[place] = min(ranks.get(place, (item, stands)), (item, stands))
        for code in one.delegations:
            histories.setdefault((code, place), []).append(one)
    groups: dict[DocumentId, tuple[int, int]] = {}
    for place, (item, _) in ranks.items():
        groups[place.document] = min(groups.get(place.document, (item, place.document)), (item, place.document))
    places = sorted(ranks, key=lambda place: (groups[place.document], ranks[place][1]))
    cells = {
        (code, place): MatrixCell(code, place, _latest(history), tuple(history))
        for (code, place), history in histories.items()
    }
    heard = {code for code, _ in cells}
    known = (*PROTOCOL_ORDER, *OTHERS)
    others = [code for code in OTHERS if code in heard] + sorted(heard - set(known))
    counts = {place: Counter(cells[code, place].stance for code in heard if (code, place) in cells) for place in places}
    return Matrix(tuple(places), (*PROTOCOL_ORDER, *others), cells, counts)


def _latest(history: Sequence[Intervention]) -> Stance:
    """The last stance taken; a mere statement takes none back."""
    taken = [one.stance for one in history if one.stance is not None]
    return next((stance for stance in reversed(taken) if stance is not Stance.STATEMENT), taken[-1])
