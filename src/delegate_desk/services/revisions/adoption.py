"""Judges what became of wordings proposed on a text."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.positions.requested_wordings import applied, is_telling, lacking, quoted, times
from delegate_desk.core.revisions.adoption.adoption_rate import AdoptionOutcome, Uptake, uptake
from delegate_desk.core.revisions.adoption.significant_words import Counting
from delegate_desk.core.revisions.carryover.carried_items import Carried, CarriedKind, CarryVerdict
from delegate_desk.core.revisions.comparison import Comparison, Fate, Verdict
from delegate_desk.core.revisions.consequences import Proposed
from delegate_desk.core.word_diff import WordChange, compare
from delegate_desk.search.engine import analysis

_BETTER = 0.3
"""By how much more a new unit must have of a proposal than its own provision to be where it was taken."""


@cache
def counting(language: str) -> Counting:
    """Which words count in a language, and which forms are one word."""
    common = frozenset(paths.table("common_words")["languages"].get(language, "").split())

    def stem(word: str) -> str:
        stems = analysis.form(word, language).stems
        return stems[-1] if stems else word

    numbers, conditions = (frozenset(_listed(kind, language)) for kind in ("numbers", "conditions"))
    return Counting(common, stem, numbers, conditions)


def _listed(kind: str, language: str) -> list[str]:
    return [word for word in paths.table("decisive_words")[kind].get(language, "").split(",") if word]


class Judge:
    """Judges by one comparison."""

    def __init__(self, comparison: Comparison, old: Document, new: Document) -> None:
        view = comparison.view
        self._comparison = comparison
        self._old_texts = {unit.address: unit.reading(view).text for unit in old.units()}
        self.new_texts = {unit.address: unit.reading(view).text for unit in new.units()}
        self._counting = counting(new.header.language)
        self._of_old: dict[Address, list[Fate]] = {}
        self._of_new: dict[Address, list[Fate]] = {}
        for fate in comparison.fates:
            if fate.old is not None:
                self._of_old.setdefault(fate.old, []).append(fate)
            if fate.new is not None:
                self._of_new.setdefault(fate.new, []).append(fate)

    # Places

    def uncarried(self, kind: CarriedKind, key: str, address: Address) -> Carried:
        """What became of the unit of something that is not on the new text: nothing stands there for it."""
        fates = self._of_old.get(address, [])
        is_known = bool(fates) and all(fate.is_sure for fate in fates)
        verdict = CarryVerdict(fates[0].verdict) if is_known else CarryVerdict.DOUBTFUL
        proposals = () if is_known else tuple(a for f in fates for a in ((f.new,) if f.new else ()) + f.rivals)
        return Carried(kind, key, address, None, verdict, proposals, self._old_texts.get(address, ""))

    def fates(self, carried: Carried) -> tuple[Fate, ...]:
        """What became of the unit that something stands on; where a person said it, that."""
        fates = tuple(self._of_old.get(carried.old, ()))
        if carried.decided is None:
            return fates
        if carried.new is None:
            return (Fate(carried.old, None, Verdict.DELETED, 0.0, ((WordChange.DELETE, self._text(carried)),)),)
        said = [fate for fate in fates if fate.new == carried.new]
        if said:
            return tuple(replace(fate, rivals=()) for fate in said)
        words = compare(self._text(carried), self.new_texts.get(carried.new, ""))
        return (Fate(carried.old, carried.new, Verdict.REWORDED, 0.0, words),)

    def differs(self, carried: Carried) -> bool:
        """Of texts in two languages, true if a unit differs from its like in what can be told, or has none."""
        fates = self.fates(carried)
        differing = self._comparison.differing or {}
        return not fates or any(f.new is None or not f.is_sure or bool(differing.get(f.new)) for f in fates)

    def _text(self, carried: Carried) -> str:
        return self._old_texts.get(carried.old, carried.text)

    # Proposals

    def remark(self, carried: Carried, text: str, quote: Quote | None) -> Proposed | None:
        """What became of the wordings in a remark, all of them put into the text; None where it proposes nothing."""
        return self._wordings(carried, quoted(text), quote)

    def wording(self, carried: Carried, wording: str) -> Proposed | None:
        """What became of a wording asked for; None where the old text has it already."""
        return None if times(wording, [self._text(carried)]) else self._wordings(carried, (wording,), None)

    def _wordings(self, carried: Carried, wordings: Sequence[str], quote: Quote | None) -> Proposed | None:
        """What became of wordings put into the text, where they take the place of words or are added.

        One that now stands there in a row is taken; of one that is added only the words count that the text had not.
        """
        old = wanted = measured = self._text(carried)
        for wording in wordings:
            put = applied(wording, wanted, quote)
            is_added = put.startswith(wanted.rstrip(" .;")) and put != wording
            measured = f"{measured} {lacking(wording, measured)}" if is_added else applied(wording, measured, quote)
            wanted, quote = put, None
        found = self.proposal(carried, wanted, measured) if wanted != old else None
        if found is None or found.new is None or self._comparison.across:
            return found
        now = [self.new_texts.get(fate.new, "") for fate in self.fates(carried) if fate.new]
        if all(times(wording, now) > times(wording, [old]) for wording in wordings):
            added = tuple((word, True) for word, _ in found.uptake.added)
            return replace(found, uptake=replace(found.uptake, outcome=AdoptionOutcome.TAKEN, measure=1.0, added=added))
        return found

    def proposal(self, carried: Carried, wanted: str, measured: str | None = None) -> Proposed | None:
        """What became of a wording proposed in the place of a unit's; None where it changes nothing of it.

        Args:
            carried: What became of the proposal, or of what it stands on.
            wanted: The whole wording.
            measured: The wording that uptake is measured by, where it is another.
        """
        old = self._text(carried)
        measured = wanted if measured is None else measured
        if wanted == old:
            return None
        fates = self.fates(carried)
        made = Proposed((), None, carried.old, None, compare(old, wanted), (), Uptake(AdoptionOutcome.UNKNOWN, 0.0))
        if self._comparison.across:
            return replace(made, new=fates[0].new if len(fates) == 1 and fates[0].is_sure else None)
        if not fates and carried.old not in self._old_texts:  # a provision that we propose to add
            return self._elsewhere(replace(made, uptake=Uptake(AdoptionOutcome.NOT_TAKEN, 0.0)), "", measured, "")
        if not fates or not all(fate.is_sure for fate in fates):
            return made
        places = [fate.new for fate in fates if fate.new is not None]
        if not places:
            outcome, measure = (AdoptionOutcome.GONE, 0.0) if wanted.strip() else (AdoptionOutcome.TAKEN, 1.0)
            return self._elsewhere(replace(made, uptake=Uptake(outcome, measure)), old, measured, "")
        before, after = self._around(carried.old, fates, old)
        judged = uptake(before, before.replace(old, measured, 1), after, self._counting)
        became = fates[0].words if len(fates) == 1 else compare(old, after)
        return self._elsewhere(replace(made, new=places[0], became=became, uptake=judged), old, measured, after)

    def _around(self, address: Address, fates: tuple[Fate, ...], old: str) -> tuple[str, str]:
        """A unit's text before and after: with those that it was merged with, and all its parts."""
        after = " ".join(self.new_texts.get(fate.new, "") for fate in fates if fate.new)
        if fates[0].verdict is not Verdict.MERGED or fates[0].new is None:
            return old, after
        merged = [fate.old for fate in self._of_new[fates[0].new] if fate.old]
        texts = [self._old_texts.get(one, "") for one in dict.fromkeys([address, *merged])]
        return " ".join(texts), after

    def _elsewhere(self, found: Proposed, old: str, wanted: str, after: str) -> Proposed:
        """A proposal that a new unit took where its own provision did not."""
        best = found
        brings = self._bare(wanted) - self._bare(old)
        for address, (text, bare) in self._inserted.items():
            if len(brings & bare) < max(1, _BETTER * len(brings)) or best.uptake.measure + _BETTER > 1:
                continue  # it cannot have so much more
            judged = uptake(old, wanted, f"{after} {text}", self._counting)
            took = any(is_in for _, is_in in judged.added)
            if took and judged.measure >= best.uptake.measure + _BETTER:
                best = replace(found, uptake=judged, elsewhere=address)
        return best

    def _bare(self, text: str) -> frozenset[str]:
        return frozenset(key for _, key in self._counting.words(text))

    @cached_property
    def _inserted(self) -> dict[Address, tuple[str, frozenset[str]]]:
        """What is new, with the words that count in it."""
        new = [fate.new for fate in self._comparison.fates if fate.verdict is Verdict.INSERTED and fate.new]
        texts = {address: self.new_texts[address] for address in new if address in self.new_texts}
        return {address: (text, self._bare(text)) for address, text in texts.items()}

    # Wishes

    def now_says(self, wording: str, carried: Carried | None) -> Address | None:
        """Where the new text has a wording that the old one had not.

        A wording of a word or two is sought in the provision alone that it was asked for.
        """
        if self._comparison.across:
            return None
        fates = self.fates(carried) if carried else ()
        if carried and fates and all(fate.is_sure for fate in fates):
            before, _ = self._around(carried.old, fates, self._text(carried))
            for fate in fates:
                if fate.new and times(wording, [self.new_texts.get(fate.new, "")]) > times(wording, [before]):
                    return fate.new
        if not is_telling(wording) or times(wording, self._old_texts.values()):
            return None
        return next((address for address, text in self.new_texts.items() if times(wording, [text])), None)
