"""Scoring of a comparison by the true outcome of every unit: verdicts, pairs, and the new places of notes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from delegate_desk.core.annotations.annotation import quote_at
from delegate_desk.core.documents.document import Address, DocumentId, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align
from delegate_desk.core.revisions.alignment_units import InternalReference
from delegate_desk.core.revisions.comparison import CarryVerdict, Comparison, UnitOutcome
from delegate_desk.core.revisions.reanchor import CarryTargetFinder
from delegate_desk.core.word_diff import WordChange
from evaluation.revising_layout import Links
from evaluation.revising_truth import Expected, Quoted, Revision

DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A case in which the program was wrong without a warning."""

    kind: str
    revision: str
    old: str
    wanted: str
    said: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.revision}: {self.old} should be {self.wanted}, is {self.said}"


@dataclass(slots=True)
class Score:
    """Counts.

    Attributes:
        carried: Number of items placed right, doubtful or wrong; ``open`` are those that cannot be decided.
        quotes: The outcomes of quotations.
        pairs: Found correctly, found, and true.
        wrong: Carried to a wrong place, or reported as deleted though there; or on other words than those quoted.
    """

    carried: Counter[str] = field(default_factory=Counter)
    quotes: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    wrong: list[Wrong] = field(default_factory=list)
    revisions: int = 0

    def share(self, outcome: str) -> float:
        """The share of an outcome of the decidable ones, in 0..1."""
        known = sum(self.carried[o] for o in ("right", DOUBTFUL, "wrong"))
        return self.carried[outcome] / known if known else 1.0

    def f1(self) -> float:
        """Precision and recall of the pairs found as one figure (F1), in 0..1."""
        both = self.pairs["found"] + self.pairs["true"]
        return 2 * self.pairs["right"] / both if both else 1.0

    def line(self) -> str:
        """The figures in words."""
        c, q = self.carried, self.quotes
        return (
            f"{self.revisions} revisions, {c.total()} items carried on units and {q.total()} on words quoted; "
            f"on units: right {c['right']} ({self.share('right'):.2%}), doubtful {c[DOUBTFUL]} "
            f"({self.share(DOUBTFUL):.2%}), wrong {c['wrong']}; "
            f"undecidable {c['open right'] + c['open doubtful']}, guessed wrong {c['open wrong']}; "
            f"F1 of pairs {self.f1():.4f}"
        )


def compared(revision: Revision, view: View = View.AFTER) -> Comparison:
    """Compare the two texts of a revision as in the program."""
    steps = align(
        revision.old.units(),
        revision.new.units(),
        view=view,
        links_old=_links(revision.links_old),
        links_new=_links(revision.links_new),
    )
    return Comparison(DocumentId(1), DocumentId(2), view, finish(steps))


def _links(links: Mapping[Address, Links]) -> dict[Address, tuple[InternalReference, ...]]:
    return {address: tuple(InternalReference(*one) for one in some) for address, some in links.items()}


class Judge:
    """Scores one comparison."""

    def __init__(self, score: Score, revision: Revision, comparison: Comparison) -> None:
        self._score, self._revision = score, revision
        self._old = {unit.address: unit for unit in revision.old.units()}
        self._new = {unit.address: unit for unit in revision.new.units()}
        self._landings = CarryTargetFinder(comparison, self._old, self._new)
        self._fates = comparison.outcomes
        self._by_old: dict[Address, list[UnitOutcome]] = defaultdict(list)
        for fate in comparison.outcomes:
            if fate.old is not None:
                self._by_old[fate.old].append(fate)

    def judge(self) -> None:
        self._score.revisions += 1
        self._check_words()
        for address, expected in self._revision.expected.items():
            self._unit(address, expected)
        for quoted in self._revision.quotes:
            self._quoted(quoted)

    def _check_words(self) -> None:
        """The words of each outcome give exactly both texts, and every unit has an outcome."""
        for fate in self._fates:
            told = {
                side: "".join(text for change, text in fate.words if change is not other)
                for side, other in (("old", WordChange.INSERT), ("new", WordChange.DELETE))
            }
            assert fate.old is None or told["old"] == self._old[fate.old].text, (self._revision.name, fate)
            assert fate.new is None or told["new"] == self._new[fate.new].text, (self._revision.name, fate)
        assert {fate.old for fate in self._fates} - {None} == set(self._old), self._revision.name
        assert {fate.new for fate in self._fates} - {None} == set(self._new), self._revision.name

    def _unit(self, address: Address, expected: Expected) -> None:
        landing, fates = self._landings.target_for(address), self._by_old[address]
        is_doubtful = landing.verdict is CarryVerdict.DOUBTFUL
        places = frozenset(fate.new for fate in fates if fate.new is not None)
        if not expected.is_open:
            self._score.pairs["true"] += len(expected.news)
            self._score.pairs["found"] += len(places - expected.also)
            self._score.pairs["right"] += len(places & expected.news)
        known = expected.news | expected.also
        is_right = bool(places & expected.news) and places <= known if expected.news else not places
        if is_doubtful:
            outcome = DOUBTFUL
        elif is_right or (expected.is_open and places and places <= expected.also):
            outcome = "right"
        else:
            outcome = "wrong"
            kind = "elsewhere" if places else "gone"
            self._note(f"open {kind}" if expected.is_open else kind, address, expected, fates)
        self._score.carried[f"open {outcome}" if expected.is_open else outcome] += 1

    def _quoted(self, quoted: Quoted) -> None:
        if self._revision.expected[quoted.old].is_open:
            return
        quote = quote_at(self._old[quoted.old].text, quoted.start, quoted.end)
        landing = self._landings.target_for(quoted.old, quote)
        if landing.new is None:
            self._score.quotes["not placed"] += 1
            return
        found = self._landings.reanchor_quote(quoted.old, landing.new, quote)
        place = (found.start, found.end) if found else None
        if place is None:
            outcome = "rightly said gone" if quoted.at is None else "said gone though there"
        elif landing.new == quoted.at and place == quoted.found:
            outcome = "found"
        elif quoted.is_twice or quoted.at is None:
            same = found is not None and found.exact == quote.exact
            outcome = "the same words elsewhere in it" if same else "other words"
        else:
            outcome = "other words"
        self._score.quotes[outcome] += 1
        if outcome in ("other words", "the same words elsewhere in it"):
            wanted = f"{quoted.at} {quoted.found}"
            said = f"{landing.new} {place} {found.exact if found else ''!r}"
            wrong = Wrong(outcome, self._revision.name, f"{quoted.old} {quote.exact!r}", wanted, said)
            self._score.wrong.append(wrong)

    def _note(self, kind: str, address: Address, expected: Expected, fates: Iterable[UnitOutcome]) -> None:
        also = f" or {sorted(expected.also)}" if expected.also else ""
        wanted = f"{expected.verdict} {sorted(expected.news)}{also}"
        said = "; ".join(
            f"{f.verdict} {f.new} {f.similarity:.2f} {[*f.basis]} rivals {[*f.alternatives]}" for f in fates
        )
        self._score.wrong.append(
            Wrong(kind, self._revision.name, f"{address} {self._old[address].text[:60]!r}", wanted, said)
        )
