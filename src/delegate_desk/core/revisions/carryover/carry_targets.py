"""Targets in another text for items on the units of a text, and their certainty."""

from collections.abc import Mapping
from dataclasses import dataclass

from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.revisions.carryover.carried_items import CarryVerdict
from delegate_desk.core.revisions.carryover.requote import requote
from delegate_desk.core.revisions.comparison import SAYS_THE_SAME, Comparison, UnitOutcome, VerdictBasis
from delegate_desk.core.revisions.touched_words import new_text, old_text

_PROPOSALS = 9  # there is a key for each


@dataclass(frozen=True, slots=True)
class CarryTarget:
    """Target of a carry-over.

    Attributes:
        new: None for a deleted unit, or if the target is not known.
        proposals: Other places, or, if none is known, those to choose from, likeliest first.
    """

    verdict: CarryVerdict
    new: Address | None
    proposals: tuple[Address, ...] = ()


class CarryTargetFinder:
    """Finds where things land by what became of their units."""

    def __init__(
        self,
        comparison: Comparison,
        old: Mapping[Address, Paragraph],
        new: Mapping[Address, Paragraph],
        *,
        translated: bool = False,
    ) -> None:
        """Start with two texts and the outcome of each unit.

        Args:
            comparison: Of the two.
            old: The units of the old text, by address.
            new: Those of the new text.
            translated: True for two language versions of one document: there a place is identified by its address
                alone, while two units that changed places between revisions look alike in another language.
        """
        self._old = old
        self._new = new
        self._across = comparison.is_cross_language
        self._by_likeness = comparison.is_cross_language and not translated
        self._view = comparison.view
        self._fates: dict[Address, list[UnitOutcome]] = {}
        for fate in comparison.outcomes:
            if fate.old is not None:
                self._fates.setdefault(fate.old, []).append(fate)

    def target_for(self, address: Address, quote: Quote | None = None) -> CarryTarget:
        """Return the target of an item on a unit, or on words quoted from it."""
        fates = self._fates.get(address, [])
        named = [fate.new for fate in fates if fate.new is not None]
        rivals = [rival for fate in fates for rival in fate.alternatives]
        parts = tuple(dict.fromkeys(part for part in named if part in self._new))
        stale = len(parts) < len(set(named)) or any(map(self._is_stale, fates))
        by_place = self._by_likeness and any(fate.new and VerdictBasis.LIKENESS not in fate.basis for fate in fates)
        if not fates or rivals or stale or by_place:
            return _doubtful(*parts, *(rival for rival in rivals if rival in self._new))
        if not parts:
            return CarryTarget(CarryVerdict.DELETED, None)
        verdict = CarryVerdict(fates[0].verdict)
        if len(parts) == 1:
            return CarryTarget(verdict, parts[0])
        if quote is None:
            return CarryTarget(verdict, parts[0], parts[1:])
        having = [part for part in parts if self.reanchor_quote(address, part, quote)]
        if len(having) > 1:
            return _doubtful(*having)
        first = having[0] if having else parts[0]
        return CarryTarget(verdict, first, tuple(part for part in parts if part != first))

    def reanchor_quote(self, address: Address, new: Address, quote: Quote) -> Quote | None:
        """Words quoted from a unit, where they stand in a unit of the new text; None where it does not have them."""
        if self._across:
            return None
        same = any(fate.new == new and fate.verdict in SAYS_THE_SAME for fate in self._fates.get(address, ()))
        return requote(quote, self._old[address].text, self._new[new].text, same=same)

    def _is_stale(self, fate: UnitOutcome) -> bool:
        """True where a unit no longer says what was compared: its text was read anew meanwhile."""
        old, new = self._text(self._old, fate.old), self._text(self._new, fate.new)
        return bool(fate.words) and (old_text(fate.words) != old or new_text(fate.words) != new)

    def _text(self, units: Mapping[Address, Paragraph], address: Address | None) -> str:
        unit = None if address is None else units.get(address)
        return unit.in_view(self._view).text if unit else ""


def _doubtful(*proposals: Address) -> CarryTarget:
    return CarryTarget(CarryVerdict.DOUBTFUL, None, tuple(dict.fromkeys(proposals))[:_PROPOSALS])
