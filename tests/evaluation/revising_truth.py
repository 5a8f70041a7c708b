"""The true outcome of every unit of a revision, derived from its construction, and the undecidable ones."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from delegate_desk.core.annotations.annotation import folded_letters
from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.core.word_diff import longest_increasing_chain
from evaluation import revising_words as words
from evaluation.revising_acts import Revising
from evaluation.revising_layout import Links
from evaluation.revising_tree import Node, Token

_AROUND = 6
"""Number of units before and after one that distinguish it from another with the same words."""
_QUOTED = 8  # words: quoted units have at least as many


@dataclass(slots=True)
class Expected:
    """Outcome of a unit of the old text.

    Attributes:
        news: Its new places; several if it was split, none if it was deleted.
        verdict: By its construction; only whether it was deleted is scored.
        is_open: True if it cannot be decided by the texts: several are alike and their neighbours do not distinguish
            them.
        also: Other places: equally right if it is open, or with some of its words.
    """

    news: frozenset[Address]
    verdict: Verdict
    is_open: bool = False
    also: frozenset[Address] = frozenset()


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words of a unit of the old text.

    Attributes:
        start: In the old unit's text; ``end`` is exclusive.
        at: The unit of the new text that still has exactly these words; None if any of them was deleted or changed.
        found: Their start and end in it.
        is_twice: True if the same words occur elsewhere in either unit too.
    """

    old: Address
    start: int
    end: int
    at: Address | None = None
    found: tuple[int, int] | None = None
    is_twice: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """Two texts and all that is known of the changes between them.

    Attributes:
        name: Its construction and document.
        expected: By the address of each unit of the old text.
        inserted: Units of the new text without a source in the old one.
    """

    name: str
    old: Document
    new: Document
    links_old: Mapping[Address, Links]
    links_new: Mapping[Address, Links]
    expected: Mapping[Address, Expected]
    inserted: frozenset[Address]
    quotes: tuple[Quoted, ...] = field(default=())


class Truth:
    """Derives the outcome of each unit from a tree and its revision, both converted."""

    def __init__(self, made: Revising) -> None:
        self.old, self.new = made.old.units(), made.new.units()
        self.parts: dict[Node, list[Node]] = {node: [] for node in self.old}
        for node in self.new:
            for came in node.came:
                self.parts[came].append(node)
        self.hosts: dict[Node, list[Node]] = {node: [] for node in self.old}
        for node in self.new:
            for came in dict.fromkeys(token.origin[0] for token in node.tokens or () if token.origin):
                self.hosts[came].append(node)
        self.alone = {o: n[0] for o, n in self.parts.items() if len(n) == 1 and len(n[0].came) == 1}
        self.reworded = {old for old, new in self.alone.items() if _core(new) != _whole(old)}

    def expected(self) -> dict[Address, Expected]:
        """By address, the outcome of each unit of the old text."""
        moved = self._moved()
        found: dict[Node, Expected] = {}
        for old in self.old:
            news = frozenset(Address(part.address) for part in self.parts[old])
            if not news:
                verdict = Verdict.DELETED
            elif old not in self.alone:
                verdict = Verdict.MERGED if len(news) == 1 else Verdict.SPLIT
            elif old in self.reworded:
                verdict = Verdict.REWORDED
            else:
                stayed = Verdict.SAME if old.address in news else Verdict.RENUMBERED
                verdict = Verdict.MOVED if old in moved else stayed
            hosts = {Address(host.address) for host in self.hosts[old] if host not in self.parts[old]}
            found[old] = Expected(news, verdict, also=frozenset(hosts))
        Doubt(self, found).mark()
        return {Address(old.address): one for old, one in found.items()}

    def inserted(self) -> frozenset[Address]:
        return frozenset(Address(node.address) for node in self.new if not node.came)

    def _moved(self) -> set[Node]:
        """Units that are not in the longest series of those that kept their order."""
        at_new = {node: n for n, node in enumerate(self.new)}
        places = {(n, at_new[self.alone[old]]): old for n, old in enumerate(self.old) if old in self.alone}
        return {*self.alone} - {places[pair] for pair in longest_increasing_chain(list(places))}

    def quotes(self, chance: random.Random, share: float) -> tuple[Quoted, ...]:
        """Words quoted from a share of the units, most of them from changed units."""
        made = []
        for old in self.old:
            touched = old not in self.alone or old in self.reworded
            if old.words() >= _QUOTED and self.parts[old] and chance.random() < (4 * share if touched else share):
                made.append(self._quoted(chance, old))
        return tuple(made)

    def _quoted(self, chance: random.Random, old: Node) -> Quoted:
        tokens = old.tokens or []
        places = [n for n, t in enumerate(tokens) if t.is_word]
        first = chance.randrange(len(places) - 1)
        last = min(len(places) - 1, first + chance.randint(1, 5))
        wanted = [(old, n) for n in range(places[first], places[last] + 1) if _is_said(tokens[n])]
        start = sum(len(t.text) for t in tokens[: places[first]])
        end = sum(len(t.text) for t in tokens[: places[last] + 1])
        exact = folded_letters(old.text[start:end])
        twice = folded_letters(old.text).count(exact) > 1
        for part in self.hosts[old]:
            twice = twice or folded_letters(part.text).count(exact) > 1
            offset, spans = 0, []
            for token in part.tokens or ():
                if _is_said(token):
                    spans.append((token.origin, offset, offset + len(token.text)))
                offset += len(token.text)
            origins = [origin for origin, _, _ in spans]
            if wanted[0] in origins:
                at = origins.index(wanted[0])
                if origins[at : at + len(wanted)] == wanted:
                    place = (spans[at][1], spans[at + len(wanted) - 1][2])
                    return Quoted(Address(old.address), start, end, Address(part.address), place, twice)
        return Quoted(Address(old.address), start, end, is_twice=twice)


class Doubt:
    """Marks the units that cannot be decided by the texts alone."""

    def __init__(self, truth: Truth, found: dict[Node, Expected]) -> None:
        self._truth, self._found = truth, found
        self._keys = {node: folded_letters(node.text) for node in truth.old}
        self._keys |= {
            new: self._keys[new.came[0]] if new.came and truth.alone.get(new.came[0]) is new
            and new.came[0] not in truth.reworded else folded_letters(new.text) for new in truth.new
        }  # fmt: skip
        self._often_old = Counter(self._keys[node] for node in truth.old)
        self._often_new = Counter(self._keys[node] for node in truth.new)
        self._at_old = {node: n for n, node in enumerate(truth.old)}
        self._at_new = {node: n for n, node in enumerate(truth.new)}

    def mark(self) -> None:
        for old in self._truth.old:
            key = self._keys[old]
            own = sum(self._keys[part] == key for part in self._truth.parts[old])
            if key and (self._often_old[key] > 1 or self._often_new[key] > own) and not self._is_told(old):
                twins = [node for node in self._run(old) if node is not old]
                self._open(old, {a for twin in twins for a in self._found[twin].news})
        self._mark_lookalikes()

    def _open(self, old: Node, also: set[Address]) -> None:
        one = self._found[old]
        one.is_open, one.also = True, one.also | frozenset(also)

    def _run(self, old: Node) -> list[Node]:
        """Consecutive units with the same words."""
        units, at, key = self._truth.old, self._at_old[old], self._keys[old]
        first, last = at, at
        while first and self._keys[units[first - 1]] == key:
            first -= 1
        while last + 1 < len(units) and self._keys[units[last + 1]] == key:
            last += 1
        return units[first : last + 1]

    def _anchor(self, node: Node | None) -> Node | None:
        """The place of an unambiguous unit; None for one that is ambiguous, or changed."""
        if node is None or node not in self._truth.alone or node in self._truth.reworded:
            return None
        key = self._keys[node]
        return self._truth.alone[node] if key and self._often_old[key] == self._often_new[key] == 1 else None

    def _is_told(self, old: Node) -> bool:
        """True if its neighbours distinguish a unit from others with the same words."""
        run = self._run(old)
        first, last = self._at_old[run[0]], self._at_old[run[-1]]
        news = [self._truth.alone.get(node) for node in run]
        if any(new is None for new in news):
            return len(run) == 1 and not self._truth.parts[old] and self._is_missed(old, first)
        places = [self._at_new[new] for new in news if new is not None]
        if places != list(range(places[0], places[0] + len(run))):
            return False
        outer = [self._truth.new[n] for n in (places[0] - 1, places[-1] + 1) if 0 <= n < len(self._truth.new)]
        if any(self._keys[node] == self._keys[old] for node in outer):
            return False
        near = [*range(first - _AROUND, first), *range(last + 1, last + 1 + _AROUND)]
        anchors = [(n, self._anchor(self._truth.old[n])) for n in near if 0 <= n < len(self._truth.old)]
        return any(new and self._at_new[new] - places[0] == n - first for n, new in anchors)

    def _is_missed(self, old: Node, at: int) -> bool:
        """True for a deleted unit if there is nothing with its words between its former neighbours."""
        units, key = self._truth.old, self._keys[old]
        before = next((n for n in range(at - 1, max(-1, at - _AROUND), -1) if self._anchor(units[n])), None)
        after = next((n for n in range(at + 1, min(len(units), at + _AROUND)) if self._anchor(units[n])), None)
        if before is None or after is None:
            return False
        start, end = self._anchor(units[before]), self._anchor(units[after])
        assert start is not None
        assert end is not None
        between = self._truth.new[self._at_new[start] + 1 : self._at_new[end]]
        alike = [node for node in units[before + 1 : after] if self._keys[node] == key]
        return self._at_new[start] < self._at_new[end] and alike == [old] and all(self._keys[n] != key for n in between)

    def _mark_lookalikes(self) -> None:
        """Deleted or inserted units that are as similar to a unit as its new one: either could be the one."""
        truth = self._truth
        gone = [(old, words.said(old.tokens or ())) for old in truth.old if not truth.parts[old]]
        parts = {part for old in truth.old if len(truth.parts[old]) > 1 for part in truth.parts[old]}
        fresh = [(new, words.said(new.tokens or ())) for new in truth.new if not new.came or new in parts]
        for old, bag in gone:
            for new, other in fresh:
                like = words.likeness(bag, other)
                if like >= words.LIKE:
                    self._open(old, {Address(new.address)} if like >= 0.5 and not new.came else set())
        for old in truth.reworded:
            new = truth.alone[old]
            before, after = words.said(old.tokens or ()), words.said(new.tokens or ())
            like = words.likeness(before, after)
            for lost, bag in gone:
                if words.likeness(bag, after) >= like > 0:
                    self._open(lost, {Address(new.address)})
                    self._open(old, set())
            if any(words.likeness(before, bag) >= like > 0 for _, bag in fresh):
                self._open(old, set())


def _counts(token: Token) -> bool:
    """True for tokens that make a text different: words, signs and cross-references."""
    return token.note is None and not token.text.isspace()


def _is_said(token: Token) -> bool:
    """True for tokens that are read out: an additional comma leaves quoted words the same."""
    return token.is_word or token.target is not None


def _core(node: Node) -> list[tuple[Node, int] | None]:
    return [token.origin for token in node.tokens or () if _counts(token)]


def _whole(old: Node) -> list[tuple[Node, int] | None]:
    return [(old, n) for n, token in enumerate(old.tokens or ()) if _counts(token)]
