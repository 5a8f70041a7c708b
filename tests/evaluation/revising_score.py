"""Judging a comparison by what became of every unit in truth: verdicts, pairs, and where what stands on units lands."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from delegate_desk.core.annotations.anchoring import quote_at
from delegate_desk.core.documents.document import Address, DocumentId, Paragraph, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align
from delegate_desk.core.revisions.alignment_units import InternalReference
from delegate_desk.core.revisions.carried_items import CarryVerdict
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict
from delegate_desk.core.revisions.reanchor import CarryTargetFinder
from delegate_desk.core.word_diff import WordChange
from evaluation.revising_layout import Links
from evaluation.revising_truth import Expected, Quoted, Revision

DOUBTFUL = "doubtful"
_ROWS = [*(verdict.value for verdict in Verdict if verdict is not Verdict.INSERTED), Verdict.INSERTED.value]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A case in which the program was wrong and did not say that it might be."""

    kind: str
    revision: str
    old: str
    wanted: str
    said: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.revision}: {self.old} should be {self.wanted}, is {self.said}"


@dataclass(slots=True)
class Score:
    """What was counted.

    Attributes:
        carried: How many things landed right, doubtful or wrong; ``open`` are those of which nobody can know.
        changed: The same for what neither stayed as it was nor was only numbered anew.
        offered: How many of the doubtful have the right place among their proposals, or are right to have none.
        quotes: What became of words quoted.
        by_plan: By the kind of revision, how many things landed how.
        doubts: Where it was said that it is not known.
        verdicts: By the true verdict, how often each was given.
        pairs: Found rightly, found, and true.
        wrong: Carried to a wrong place, or said to be gone though there; or on other words than those quoted.
        slips: Verdicts that are wrong where the place is right.
    """

    carried: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    offered: int = 0
    quotes: Counter[str] = field(default_factory=Counter)
    verdicts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_plan: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    pairs: Counter[str] = field(default_factory=Counter)
    wrong: list[Wrong] = field(default_factory=list)
    slips: list[Wrong] = field(default_factory=list)
    doubts: list[Wrong] = field(default_factory=list)
    revisions: int = 0

    def share(self, outcome: str) -> float:
        """Of what can be known, the share of an outcome, in 0..1."""
        known = sum(self.carried[o] for o in ("right", DOUBTFUL, "wrong"))
        return self.carried[outcome] / known if known else 1.0

    def f1(self) -> float:
        """Of the pairs found, how many are true and of the true ones how many were found, as one figure in 0..1."""
        both = self.pairs["found"] + self.pairs["true"]
        return 2 * self.pairs["right"] / both if both else 1.0

    def lines(self) -> list[str]:
        """The figures, for people."""
        c, q, p = self.carried, self.quotes, self.pairs
        items = c.total() + q.total()
        made = [f"{self.revisions} revisions, {items} carried items: {c.total()} on units, {q.total()} on words quoted"]
        made.append(
            f"on units: right {c['right']} ({self.share('right'):.2%}), doubtful {c[DOUBTFUL]} "
            f"({self.share(DOUBTFUL):.2%}), wrong {c['wrong']}; "
            f"undecidable {c['open right'] + c['open doubtful']}, guessed wrong {c['open wrong']}"
        )
        t = self.changed
        made.append(f"of those that changed: right {t['right']}, doubtful {t[DOUBTFUL]}, wrong {t['wrong']}")
        made.append(f"doubtful ones with the right place among the proposals: {self.offered}")
        made.append("on words: " + ", ".join(f"{name} {count}" for name, count in sorted(q.items())))
        precision, recall = p["right"] / max(1, p["found"]), p["right"] / max(1, p["true"])
        made.append(f"pairs: precision {precision:.4f}, recall {recall:.4f}, F1 {self.f1():.4f}")
        columns = [*_ROWS, DOUBTFUL]
        made.append("true \\ said   " + "".join(f"{name[:10]:>11}" for name in columns))
        made += [f"{row:<14}" + "".join(f"{self.verdicts[row][c]:>11}" for c in columns) for row in _ROWS]
        made += [
            f"  {plan:<14}" + ", ".join(f"{o} {n}" for o, n in sorted(c.items())) for plan, c in self.by_plan.items()
        ]
        return made


def compared(revision: Revision, view: View = View.AFTER) -> Comparison:
    """Compare the two texts of a revision as the program does."""
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
    """Judges one comparison."""

    def __init__(self, score: Score, revision: Revision, comparison: Comparison) -> None:
        self._score, self._revision = score, revision
        self._old = {unit.address: unit for unit in revision.old.units()}
        self._new = {unit.address: unit for unit in revision.new.units()}
        self._landings = CarryTargetFinder(comparison, self._old, self._new)
        self._fates = comparison.outcomes
        self._by_old: dict[Address, list[UnitOutcome]] = defaultdict(list)
        self._plan = score.by_plan[revision.name.split()[1]]
        for fate in comparison.outcomes:
            if fate.old is not None:
                self._by_old[fate.old].append(fate)

    def judge(self) -> None:
        self._score.revisions += 1
        self._check_words()
        for address, expected in self._revision.expected.items():
            self._unit(address, expected)
        self._inserted()
        for quoted in self._revision.quotes:
            self._quoted(quoted)

    def _check_words(self) -> None:
        """The words of each fate are both texts exactly, and every unit has a fate."""
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
            said = fates[0].verdict
            fair = said is expected.verdict or said in expected.fair
            told = DOUBTFUL if is_doubtful else expected.verdict.value if fair else said.value
            self._score.verdicts[expected.verdict.value][told] += 1
        known = expected.news | expected.also
        is_right = bool(places & expected.news) and places <= known if expected.news else not places
        if is_doubtful:
            outcome = DOUBTFUL
            self._note(self._score.doubts, DOUBTFUL, address, expected, fates)
            self._score.offered += not expected.news or bool(expected.news & {landing.new, *landing.proposals})
        elif is_right or (expected.is_open and places and places <= expected.also):
            outcome = "right"
            if is_right and not expected.is_open and not fair:
                self._note(self._score.slips, "verdict", address, expected, fates)
        else:
            outcome = "wrong"
            kind = "elsewhere" if places else "gone"
            self._note(self._score.wrong, f"open {kind}" if expected.is_open else kind, address, expected, fates)
        if expected.is_open:
            outcome = f"open {outcome}"
        elif expected.verdict not in (Verdict.SAME, Verdict.RENUMBERED):
            self._score.changed[outcome] += 1
        self._score.carried[outcome] += 1
        self._plan[outcome] += 1

    def _inserted(self) -> None:
        for fate in self._fates:
            if fate.new in self._revision.inserted:
                told = DOUBTFUL if fate.old is not None and fate.alternatives else fate.verdict.value
                self._score.verdicts[Verdict.INSERTED.value][told] += 1

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

    def _note(
        self, where: list[Wrong], kind: str, address: Address, expected: Expected, fates: Iterable[UnitOutcome]
    ) -> None:
        also = f" or {sorted(expected.also)}" if expected.also else ""
        wanted = f"{expected.verdict} {sorted(expected.news)}{also}"
        said = "; ".join(
            f"{f.verdict} {f.new} {f.similarity:.2f} {[*f.basis]} rivals {[*f.alternatives]}" for f in fates
        )
        where.append(Wrong(kind, self._revision.name, f"{address} {_begin(self._old[address])}", wanted, said))


def _begin(unit: Paragraph) -> str:
    return repr(unit.text[:60])
