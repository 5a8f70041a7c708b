"""Units of alignment: each unit with its words and their weights as evidence, each table row as a single unit."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest

from delegate_desk.core.documents.addresses import parent
from delegate_desk.core.documents.document import HEADINGS, Address, Kind, Paragraph, View
from delegate_desk.core.text import fold, normalise_typography, printed_words
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import unique_anchors

NAMED = "xref"
"""Prefix of the word that stands for a place named in a cross-reference."""
_HEAVY = 6.0  # bits: minimum weight of a word that distinguishes provisions
_RAREST = 8.0
_SMALL = 3  # letters: most words of this length carry little information
_OF_SMALL = 0.3
_FEW = 40  # units: in a short text no word is taken for rarer than among so many

_NEGATIONS = """
not no nor never without neither cannot nicht kein keine keinen keiner ohne nie ne pas non sans aucun aucune jamais
δεν μην ουδεις κανενας χωρις ουτε μη no ni sin ningun ninguna nunca nao nem sem nenhum nenhuma non senza nessun
nessuna mai niet geen zonder nooit ikke ingen uden aldrig inte inga ej utan ei eivat ilman koskaan nie bez zaden zadny
ani nikdy ne brez niti nikoli nem sem nelkul soha nici nu fara niciun nicio не без нито никога ni ir be nav nedz bez
ikviens mhux ma minghajr ebda nil gan
"""
_INSTITUTIONS = """
commission council parliament presidency court bank agency member states union ombudsman committee board authority eu
kommission rat parlament vorsitz gerichtshof mitgliedstaaten behorde ausschuss conseil parlement presidence cour etats
membres comite autorite επιτροπη επιτροπης συμβουλιο συμβουλιου κοινοβουλιο κοινοβουλιου προεδρια προεδριας δικαστηριο
κρατη μελη comision consejo parlamento presidencia tribunal estados miembros comissao conselho presidencia estados
commissione consiglio presidenza corte stati membri raad commissie voorzitterschap lidstaten radet kommissionen
formandskabet komissio neuvosto komisja rada prezydencja komise komisia predsednistvo komisija svet savet vijece
bizottsag tanacs elnokseg comisia consiliul presedintia комисията комисия съветът съвета парламентът председателството
nukogu komisjon padome taryba kunsill kummissjoni comhairle coimisiun delegations ministers high representative
"""
_MODALS = """
shall may should must will can could might would ought soll sollen sollte kann konnen muss mussen darf durfen doit
doivent peut peuvent devrait devraient pourra pourront πρεπει μπορει μπορουν οφειλει οφειλουν δυναται δυνανται debe
deben puede pueden deberia deve devem pode podem deveria puo possono dovrebbe moet moeten kan kunnen mag skal bor maa
far ska skall voi tulee pitaa musi moze moga muze mohou lahko mora morajo mozno kell lehet trebuie poate трябва може
peab voib var drikst turi gali ghandu jista feadfaidh optional mandatory voluntary prohibited required
"""
_DENYING = frozenset(fold(word) for word in _NEGATIONS.split())
_TELLING = frozenset(fold(word) for word in (_NEGATIONS + _INSTITUTIONS + _MODALS).split())
_FIGURE = re.compile(r"\d")


def is_negation(word: str) -> bool:
    """True for a folded word that negates a sentence: ``not``, ``without``."""
    return word in _DENYING


def is_distinctive_word(word: str) -> bool:
    """True for a folded word that distinguishes provisions: a number, a negation, an institution, a modal verb."""
    return word in _TELLING or word.startswith(NAMED) or _FIGURE.search(word) is not None


_ROW = re.compile(r"^(?:.+__)?row_[^_]+?(?=__)")


@dataclass(frozen=True, slots=True)
class InternalReference:
    """Words of a unit that name a place in its own document; ``end`` is exclusive."""

    start: int
    end: int
    target: Address


Links = Mapping[Address, tuple[InternalReference, ...]]


@dataclass(slots=True)
class AlignmentItem:
    """A unit, or a table row with its cells, for comparison.

    Attributes:
        address: Address of the unit; of a row that of its cells' parent.
        units: The unit, or the cells of a row.
        texts: Texts of the units, in the view compared.
        texts_with_references: The same, with cross-references replaced by their targets.
        key: The text with typography normalised and cross-references replaced by their targets.
        words: Number of occurrences of each folded word.
        sort: The kind of item that it can be aligned with: text, heading, row, footnote.
        total: Information of its words, in bits.
        weight: Information of its words with a higher weight for numbers, negations and the like, in bits.
    """

    place: int
    address: Address
    units: tuple[Paragraph, ...]
    texts: tuple[str, ...]
    texts_with_references: tuple[str, ...]
    key: str
    words: Counter[str]
    sort: str
    label: str
    parent: str | None
    size: int = 0
    total: float = 0.0
    weight: float = 0.0

    def order(self) -> list[str]:
        return [word for text in self.texts_with_references for word in printed_words(fold(text))]


class AlignedText:
    """The items of one text with the index of each address; a parent that is no item, such as a table, is None."""

    def __init__(self, items: list[AlignmentItem]) -> None:
        self.items = items
        self.where: dict[str, int] = {unit.address: item.place for item in items for unit in item.units}
        for item in items:
            self.where.setdefault(item.address, item.place)
        self.parents = [self.where.get(item.parent) if item.parent else None for item in items]
        self._children: dict[str | None, list[int]] = defaultdict(list)
        for item in items:
            self._children[item.parent].append(item.place)

    def children_of(self, place: int) -> list[int]:
        return self._children.get(self.items[place].address, [])


Names = Callable[[Address], str]


def prepare_text(units: Sequence[Paragraph], view: View, links: Links, names: Names) -> AlignedText:
    groups: dict[str, list[Paragraph]] = {}
    for unit in units:
        row = _ROW.match(unit.address)
        groups.setdefault(row[0] if row else unit.address, []).append(unit)
    items: list[AlignmentItem] = []
    for place, (name, group) in enumerate(groups.items()):
        texts = tuple(unit.in_view(view).text or unit.marked for unit in group)
        texts_named = tuple(
            replace_references(text, links.get(unit.address, ()), names)
            for unit, text in zip(group, texts, strict=True)
        )
        first = group[0]
        is_row = first.address != name
        words = Counter(word for text in texts_named for word in printed_words(fold(text)))
        key = normalise_typography("¦".join(texts_named)) if any(texts_named) else ""
        sort = (
            "row" if is_row else "note" if first.kind is Kind.FOOTNOTE else "head" if first.kind in HEADINGS else "text"
        )
        label = "" if is_row else first.label
        address = Address(name)
        items.append(
            AlignmentItem(place, address, tuple(group), texts, texts_named, key, words, sort, label, parent(address))
        )
    return AlignedText(items)


def replace_references(text: str, links: Sequence[InternalReference], names: Names) -> str:
    """Return a text with cross-references replaced by their targets, whatever their numbers."""
    for link in sorted(links, key=lambda link: link.start, reverse=True):
        text = f"{text[: link.start]} § {names(link.target)} {text[link.end :]}"
    return text


Places = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chain:
    pairs: tuple[Places, ...]
    score: float
    best_through: Mapping[Places, float]


def best_chain(scores: Mapping[Places, float]) -> Chain:
    """Return the chain of pairs with a value, increasing on both sides, with the highest total value."""
    pairs = sorted(pair for pair, score in scores.items() if score > 0)
    if not pairs:
        return Chain((), 0.0, {})
    totals_to, links = _totals(pairs, scores)
    mirrored = [(-i, -k) for i, k in reversed(pairs)]
    totals_from, _ = _totals(mirrored, {(-i, -k): scores[i, k] for i, k in pairs})
    through = {(i, k): totals_to[i, k] + totals_from[-i, -k] - scores[i, k] for i, k in pairs}
    last = max(pairs, key=lambda pair: totals_to[pair])
    chain: list[Places] = []
    link: Places | None = last
    while link is not None:
        chain.append(link)
        link = links[link]
    return Chain(tuple(reversed(chain)), totals_to[last], through)


def _totals(
    pairs: Sequence[Places], scores: Mapping[Places, float]
) -> tuple[dict[Places, float], dict[Places, Places | None]]:
    """Return the best total of a chain that ends in each pair, and the pair before it; pairs are given in order.

    The best totals up to a column are kept in a tree of maxima (Fenwick).
    """
    columns = sorted({k for _, k in pairs})
    rank = {k: n + 1 for n, k in enumerate(columns)}
    tree: list[tuple[float, Places | None]] = [(0.0, None)] * (len(columns) + 1)
    sums: dict[Places, float] = {}
    links: dict[Places, Places | None] = {}
    n = 0
    while n < len(pairs):
        row = pairs[n][0]
        end = n
        while end < len(pairs) and pairs[end][0] == row:
            pair = pairs[end]
            best: tuple[float, Places | None] = (0.0, None)
            index = rank[pair[1]] - 1
            while index > 0:
                if tree[index][0] > best[0]:
                    best = tree[index]
                index -= index & -index
            sums[pair], links[pair] = best[0] + scores[pair], best[1]
            end += 1
        for pair in pairs[n:end]:
            index = rank[pair[1]]
            while index < len(tree):
                if sums[pair] > tree[index][0]:
                    tree[index] = (sums[pair], pair)
                index += index & -index
        n = end
    return sums, links


_NEAREST = 24  # units that contain a word, nearest to the expected place of a unit
_LOOKED_AT = 16  # candidates whose words are counted
_KEPT = 10
_LIKE = 0.12  # minimum similarity of a match
_LONG = 30.0  # bits: two units with this much and little in common do not match
_BY_CHANCE = 0.28  # maximum similarity of 99 of 100 pairs of unrelated long paragraphs
_LEVEL_BY_CHANCE = 0.38  # the same, each word counted alike: 97 of 100
_TERM = re.compile(r"\W{0,2}[‘“„«‚\"'](?P<term>[^’”“»‘\"']{2,60})[’”“»‘\"']")


@dataclass(frozen=True, slots=True)
class Pair:
    """An old unit and a new unit that may match.

    Attributes:
        old: Index of the item.
        items: The old item and the new item.
        similarity: Weighted share of common words, in 0..1; 1 only for the same text.
        level: The same without weights.
        evidence: Evidence that they correspond, in bits: common words against the others.
        by_chance: True for two long units with no more in common than any two.
    """

    old: int
    new: int
    items: tuple[AlignmentItem, AlignmentItem]
    similarity: float
    level: float
    evidence: float
    exact: bool
    by_chance: bool = False

    @property
    def texts(self) -> int:
        """The number of the two that have a text."""
        return sum(bool(item.key) for item in self.items)

    @property
    def are_of_one_kind(self) -> bool:
        return self.items[0].units[0].kind is self.items[1].units[0].kind

    @property
    def least(self) -> float:
        """The information of the unit with less of it, in bits."""
        return min(self.items[0].total, self.items[1].total)

    @property
    def most(self) -> float:
        return max(self.items[0].total, self.items[1].total)


class UnitSimilarity:
    """Compares the units of two texts by the weights of their words, in bits.

    Attributes:
        plain: Higher for rarer words; for the similarity of units.
        telling: The same, with a minimum for a number, a negation, an institution, a modal verb; to choose between two
            similar units.
    """

    def __init__(self, old: AlignedText, new: AlignedText) -> None:
        self.old, self.new = old.items, new.items
        items = [*old.items, *new.items]
        size = max(len(items), 2 * _FEW)
        counts = Counter(word for item in items for word in item.words)
        self.plain: dict[str, float] = {}
        self.telling: dict[str, float] = {}
        for word, count in counts.items():
            bits = min(math.log2(1 + size / (count + 1)), _RAREST)
            if len(word) <= _SMALL and not word.isdigit():
                bits *= _OF_SMALL
            self.plain[word] = self.telling[word] = bits
            if is_distinctive_word(word):
                self.telling[word] = max(bits, _HEAVY if len(word) > 1 or word.isdigit() else _HEAVY / 2)
        for item in items:
            item.size = item.words.total()
            item.total = sum(self.plain[word] * n for word, n in item.words.items())
            item.weight = sum(self.telling[word] * n for word, n in item.words.items())
        self._pairs: dict[tuple[int, int], Pair] = {}

    def __call__(self, old: int, new: int) -> Pair:
        pair = self._pairs.get((old, new))
        if pair is None:
            pair = self._pairs[old, new] = self._pair(self.old[old], self.new[new])
        return pair

    def _pair(self, item: AlignmentItem, other: AlignmentItem) -> Pair:
        if item.key == other.key:
            similarity = 1.0 if item.key else 0.0
            return Pair(item.place, other.place, (item, other), similarity, similarity, item.weight, bool(item.key))
        shorter, longer = sorted((item.words, other.words), key=len)
        common = heavy = 0.0
        count_shared = 0
        for word, count in shorter.items():
            shared = min(count, longer[word])
            if shared:
                common += self.plain[word] * shared
                heavy += self.telling[word] * shared
                count_shared += shared
        total = item.total + other.total
        similarity = min(2 * common / total, 0.99) if total else 0.0
        level = min(2 * count_shared / ((item.size + other.size) or 1), 0.99)
        evidence = 2 * heavy - (item.weight + other.weight) / 2
        by_chance = similarity < _BY_CHANCE and level < _LEVEL_BY_CHANCE and min(item.total, other.total) >= _LONG
        if by_chance:
            # Rows with changed figures, and two definitions of one term, have little in common.
            terms = [found["term"] for side in (item, other) if (found := _TERM.match(side.texts[0]))]
            is_one_term = len(terms) == 2 and fold(terms[0]) == fold(terms[1])
            by_chance = "row" not in (item.sort, other.sort) and not is_one_term
        return Pair(item.place, other.place, (item, other), similarity, level, evidence, False, by_chance)


def expected_positions(old: AlignedText, new: AlignedText) -> Callable[[int], int]:
    """Return a function that expects the new index for an old index, between units whose words occur once in each."""
    pins = unique_anchors([item.key or None for item in old.items], [item.key or None for item in new.items])
    ends = [(-1, -1), *pins, (len(old.items), len(new.items))]
    olds = [pin[0] for pin in ends]

    def about(place: int) -> int:
        n = bisect_left(olds, place)
        (i, k), (j, m) = ends[max(0, n - 1)], ends[n]
        return k + (m - k) * (place - i) // max(1, j - i)

    return about


def candidates(
    old: Sequence[AlignmentItem], new: Sequence[AlignmentItem], similarity: UnitSimilarity, about: Callable[[int], int]
) -> Iterator[list[Pair]]:
    index: dict[str, list[int]] = defaultdict(list)
    keys: dict[str, list[int]] = defaultdict(list)
    for item in new:
        keys[item.key].append(item.place)
        for word in item.words:
            index[word].append(item.place)
    for item in old:
        expected = about(item.place)
        shared: dict[int, float] = defaultdict(float)
        for word in item.words:
            weight = similarity.plain[word]
            for place in _nearest(index.get(word, ()), expected):
                shared[place] += weight
        looked_at = nsmallest(_LOOKED_AT, ((-bits, abs(place - expected), place) for place, bits in shared.items()))
        places = {place for _, _, place in looked_at}
        places.update(_nearest(keys.get(item.key, ()), expected) if item.key else ())
        pairs = [similarity(item.place, place) for place in places if are_compatible(item, similarity.new[place])]
        yield sorted(
            (p for p in pairs if p.similarity >= _LIKE and not p.by_chance),
            key=lambda p: (-p.similarity, abs(p.new - expected)),
        )[:_KEPT]


def are_compatible(item: AlignmentItem, other: AlignmentItem) -> bool:
    return item.sort == other.sort or {item.sort, other.sort} <= {"text", "head"}


def _nearest(places: Sequence[int], expected: int) -> Sequence[int]:
    if len(places) <= _NEAREST:
        return places
    n = bisect_left(places, expected)
    begin = min(max(0, n - _NEAREST // 2), len(places) - _NEAREST)
    return places[begin : begin + _NEAREST]
