"""Verification of marked changes against the text that was changed.

Words are aligned so that as few marks as possible are wrong. Units whose correspondence is uncertain are not judged.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import Enum, auto
from itertools import accumulate

import numpy as np

from delegate_desk.core.documents.document import HEADINGS, Address, Document, Kind, Mark, MarkUp, Paragraph, View
from delegate_desk.core.revisions.comparison import MarkFault, Mismark, UnitOutcome
from delegate_desk.core.text import TYPOGRAPHY, UNSEEN
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import unique_anchors

_TOKEN = re.compile(r"(?P<dots>[\[(]\s?(?:…|\.{2,3})\s?[\])])|[^\W_]+|[^\w\s]|_")
_LEVEL = str.maketrans({**TYPOGRAPHY, **UNSEEN})


class MarkMeaning(Enum):
    STAYS = auto()
    NEW = auto()
    GONE = auto()
    LEFT_OUT = auto()
    """Dots in brackets, which stand for deleted words."""


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A word or punctuation mark.

    Attributes:
        form: Its form for comparison: quotation marks and dashes unified, an initial capital lowered.
        start: Offset in the unit's marked text, 0-based; for a partly changed word, of the marked part.
        end: End-exclusive.
    """

    form: str
    meaning: MarkMeaning
    address: Address
    start: int
    end: int


def marked_tokens(unit: Paragraph) -> list[MarkedWord]:
    """Return all words of a marked unit, in order; a partly changed one twice, as it was and as it is."""
    new, removed = _covered_offsets(unit, Mark.ADDED), _covered_offsets(unit, Mark.REMOVED)
    tokens: list[MarkedWord] = []
    for match in _TOKEN.finditer(unit.marked):
        start, end = match.span()
        if match["dots"]:
            tokens.append(MarkedWord("…", MarkMeaning.LEFT_OUT, unit.address, start, end))
            continue
        kinds = {(i in new, i in removed) for i in range(start, end)}
        if len(kinds) == 1:
            meaning = {
                (False, False): MarkMeaning.STAYS,
                (True, False): MarkMeaning.NEW,
                (False, True): MarkMeaning.GONE,
            }.get(kinds.pop())
            if meaning:  # what is new and gone at once was never there and is not there now
                tokens.append(MarkedWord(comparison_form(match[0]), meaning, unit.address, start, end))
            continue
        was, now = [i for i in range(start, end) if i not in new], [i for i in range(start, end) if i not in removed]
        for meaning, offsets, marked in ((MarkMeaning.GONE, was, removed), (MarkMeaning.NEW, now, new)):
            if offsets:
                covered = [i for i in offsets if i in marked]
                first, last = (covered[0], covered[-1] + 1) if covered else (start, start)
                form = comparison_form("".join(unit.marked[i] for i in offsets))
                tokens.append(MarkedWord(form, meaning, unit.address, first, last))
    return tokens


def tokens_in_view(unit: Paragraph, stored: Sequence[int]) -> list[MarkedWord]:
    text = "".join(unit.marked[i] for i in stored)
    return [
        MarkedWord(
            "…" if match["dots"] else comparison_form(match[0]),
            MarkMeaning.LEFT_OUT if match["dots"] else MarkMeaning.STAYS,
            unit.address,
            stored[match.start()],
            stored[match.end() - 1] + 1,
        )
        for match in _TOKEN.finditer(text)
    ]


def comparison_form(word: str) -> str:
    level = word.translate(_LEVEL)
    return level[:1].lower() + level[1:]


def _covered_offsets(unit: Paragraph, mark: Mark) -> set[int]:
    return {i for span in unit.spans if span.mark is mark for i in range(span.start, span.end)}


_LIKE = 0.5  # minimum share of words by which a struck unit is a deleted unit


@dataclass(slots=True)
class UnitGroup:
    """Corresponding units of both texts, each in order: one each, or more after splits, mergers or moves."""

    old: list[Paragraph] = field(default_factory=list)
    new: list[Paragraph] = field(default_factory=list)
    is_sure: bool = True


class _UnitGroups:
    def __init__(self, old: Document, new: Document, outcomes: Sequence[UnitOutcome]) -> None:
        self._fates = outcomes
        self._olds, self._news = ({unit.address: unit for unit in document.units()} for document in (old, new))
        self._of_old: dict[Address, UnitGroup] = {}
        self._of_new: dict[Address, UnitGroup] = {}
        for outcome in outcomes:
            group = self._group(outcome) or UnitGroup()
            if outcome.new in self._of_new and self._of_new[outcome.new] is not group:
                self._absorb(group, self._of_new[outcome.new])
            if outcome.old and outcome.old not in self._of_old:
                self._of_old[outcome.old] = group
                group.old.append(self._olds[outcome.old])
            if outcome.new and outcome.new not in self._of_new:
                self._of_new[outcome.new] = group
                group.new.append(self._news[outcome.new])
            group.is_sure = group.is_sure and outcome.is_sure
        # Uncertain are also the candidates for units of uncertain outcome, and the units with the same text.
        alternatives = {alternative for outcome in outcomes for alternative in outcome.alternatives}
        unsure = {_forms(u, View.AFTER) for g in self._of_old.values() if not g.is_sure for u in g.old}
        for address, group in self._of_new.items():
            is_like = not group.old and unsure and any(_forms(u, View.BEFORE) in unsure for u in group.new)
            if address in alternatives or is_like:
                group.is_sure = False
        self._join_struck()

    def all(self) -> list[UnitGroup]:
        groups = {id(group): group for outcome in self._fates if (group := self._group(outcome))}
        old_places, new_places = ({address: n for n, address in enumerate(units)} for units in (self._olds, self._news))
        for group in groups.values():
            group.old.sort(key=lambda unit: old_places[unit.address])
            group.new.sort(key=lambda unit: new_places[unit.address])
        return list(groups.values())

    def _group(self, outcome: UnitOutcome) -> UnitGroup | None:
        return self._of_old.get(outcome.old or Address("")) or self._of_new.get(outcome.new or Address(""))

    def _absorb(self, group: UnitGroup, other: UnitGroup) -> None:
        self._of_old |= {unit.address: group for unit in other.old}
        self._of_new |= {unit.address: group for unit in other.new}
        group.old += other.old
        group.new += other.new
        group.is_sure = group.is_sure and other.is_sure

    def _join_struck(self) -> None:
        """Assign struck words to the units that they came from: deleted ones first, then moved ones."""
        deleted: list[tuple[tuple[str, ...], UnitGroup]] = []
        group_of_text: dict[tuple[str, ...], UnitGroup] = {}
        for address, unit in self._olds.items():
            if address in self._of_old:
                group, forms = self._of_old[address], _forms(unit, View.AFTER)
                group_of_text.setdefault(_forms(unit, View.BEFORE), group)
                group_of_text[forms] = group
                if not group.new and forms:
                    deleted.append((forms, group))
        striking = [
            (address, marked_tokens(unit))
            for address, unit in self._news.items()
            if address in self._of_new and any(span.mark is Mark.REMOVED for span in unit.spans)
        ]
        struck = [(tuple(t.form for t in run if t.meaning is MarkMeaning.GONE), address) for address, run in striking]
        for forms, group in deleted:  # units struck whole, or put at the end of another and struck there
            within = next((address for words, address in struck if _is_within(forms, words)), None)
            if within is not None and self._of_new[within] is not group:
                self._absorb(self._of_new[within], group)
        for address, tokens in striking:
            own_group = self._of_new[address]
            if not own_group.old and all(token.meaning is MarkMeaning.GONE for token in tokens):
                forms = tuple(token.form for token in tokens)
                found = group_of_text.get(forms)
                if found is None:
                    counts = Counter(forms)
                    left = [(n, old) for n, (old, group) in enumerate(deleted) if not group.new]
                    scores = [(2 * (counts & Counter(old)).total() / (len(forms) + len(old)), -n) for n, old in left]
                    best, place = max(scores, default=(0.0, 0))
                    found = deleted[-place][1] if best >= _LIKE else None
                if found is not None and found is not own_group:
                    self._absorb(found, own_group)


def _forms(unit: Paragraph, view: View) -> tuple[str, ...]:
    return tuple(token.form for token in tokens_in_view(unit, unit.visible_offsets(view)))


def _is_within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[n] == part[0] and whole[n : n + size] == part for n in range(len(whole) - size + 1))


_MOST = 400_000
"""Maximum number of pairs of words; longer texts are first aligned at words that occur once in each."""
_FAULT = 10
_WAS_THERE = 9
"""Cost of a word marked as new that existed before, slightly less than the cost of a deletion."""

Pair = tuple[int | None, int | None]


def align_marked_words(old: Sequence[MarkedWord], marked: Sequence[MarkedWord]) -> list[Pair]:
    head = 0
    while head < min(len(old), len(marked)) and _is_true_pair(old[head], marked[head]):
        head += 1
    tail = 0
    while tail < min(len(old), len(marked)) - head and _is_true_pair(old[-1 - tail], marked[-1 - tail]):
        tail += 1
    pairs: list[Pair] = [(n, n) for n in range(head)]
    i = k = head
    ends = len(old) - tail, len(marked) - tail
    pins: list[tuple[int, int]] = []
    if (ends[0] - head) * (ends[1] - head) > _MOST:
        middle = marked[head : ends[1]]
        forms = [None if token.meaning is MarkMeaning.NEW else token.form for token in middle]
        anchors = unique_anchors([token.form for token in old[head : ends[0]]], forms)
        pins = [(head + n, head + k) for n, k in anchors]
    for n, m in [*pins, ends]:
        pairs += [
            (None if value is None else i + value, None if other is None else k + other)
            for value, other in _cheapest_pairs(old[i:n], marked[k:m])
        ]
        if (n, m) != ends:
            pairs.append((n, m))
        i, k = n + 1, m + 1
    return pairs + [(ends[0] + n, ends[1] + n) for n in range(tail)]


def _is_true_pair(old: MarkedWord, marked: MarkedWord) -> bool:
    return old.form == marked.form and marked.meaning is not MarkMeaning.NEW


def _cheapest_pairs(old: Sequence[MarkedWord], marked: Sequence[MarkedWord]) -> list[Pair]:
    if not old or not marked:
        return [(n, None) for n in range(len(old))] + [(None, n) for n in range(len(marked))]
    forms = {form: n for n, form in enumerate({token.form for token in (*old, *marked)})}
    columns = np.array([forms[token.form] for token in marked])
    pairing = np.array([_WAS_THERE if t.meaning is MarkMeaning.NEW else 0 for t in marked])
    adding = [0 if t.meaning in (MarkMeaning.NEW, MarkMeaning.LEFT_OUT) else _FAULT for t in marked]
    dropping = np.array([0 if _is_left_out(marked, k) else _FAULT for k in range(len(marked) + 1)])
    to_end = np.array([*accumulate(adding[::-1], initial=0)][::-1])  # cost of adding all words from a place on
    rows = [to_end]
    for token in reversed(old):
        best = rows[-1] + dropping
        paired = np.where(columns == forms[token.form], rows[-1][1:] + pairing, best[:-1])
        best[:-1] = np.minimum(best[:-1], paired)
        rows.append(to_end + np.minimum.accumulate((best - to_end)[::-1])[::-1])
    costs = [row.tolist() for row in reversed(rows)]
    pairing_costs, dropping_costs = pairing.tolist(), dropping.tolist()
    pairs: list[Pair] = []
    i = k = 0
    while i < len(old) or k < len(marked):
        cost = costs[i][k]
        is_inside = i < len(old) and k < len(marked)
        if is_inside and old[i].form == marked[k].form and cost == costs[i + 1][k + 1] + pairing_costs[k]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        elif i < len(old) and cost == costs[i + 1][k] + dropping_costs[k]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, k))
            k += 1
    return pairs


_UNMARKABLE = HEADINGS | {Kind.COVER, Kind.FOOTNOTE}
"""Kinds printed in bold for other reasons, where new words cannot be recognised by their look."""
_TELLING = 4
"""Minimum number of letters of a word to count as existing before, unless it fills the whole mark."""
_UNMARKED = frozenset({Mismark.UNMARKED_NEW, Mismark.UNMARKED_GONE})


@dataclass(frozen=True, slots=True)
class _WrongWord:
    kind: Mismark
    place: int
    token: MarkedWord | None
    was: MarkedWord | None


def check_marks(old: Document, new: Document, outcomes: Sequence[UnitOutcome]) -> tuple[MarkFault, ...]:
    """Return the wrong marks of a text, in the order of the outcomes; empty for a text that marks no changes.

    If a document marks its changes relative to the same text as its predecessor did, it is checked against that text.
    Units of unknown origin are left out.

    Args:
        outcomes: Outcomes of the units in the views ``after`` of both.
    """
    if new.mark_up is MarkUp.NONE:
        return ()
    groups = [group for group in _UnitGroups(old, new, outcomes).all() if group.is_sure]
    marked = [[token for unit in group.new for token in marked_tokens(unit)] for group in groups]
    # The view of the older text that the changes are relative to, and the words of each group in it.
    view, before, agreeing = View.AFTER, marked, -1
    for reading in (View.AFTER,) if old.mark_up is MarkUp.NONE else (View.AFTER, View.BEFORE):
        read = [[t for u in group.old for t in tokens_in_view(u, u.visible_offsets(reading))] for group in groups]
        count = sum(_agree(old_words, words) for old_words, words in zip(read, marked, strict=True))
        if count > agreeing:
            view, before, agreeing = reading, read, count
    faults: list[MarkFault] = []
    for group, old_words, tokens in zip(groups, before, marked, strict=True):
        if _agree(old_words, tokens):
            continue
        if group.new:
            faults += _faults(group, old_words, tokens, view)
            continue
        texts = [(unit, unit.in_view(view).text) for unit in group.old]
        faults += [MarkFault(u.address, Mismark.UNMARKED_GONE, text, 0, len(u.marked)) for u, text in texts if text]
    if new.mark_up is MarkUp.PRINTED:
        unmarkable = {unit.address for unit in (*old.units(), *new.units()) if unit.kind in _UNMARKABLE}
        return tuple(f for f in faults if f.kind not in _UNMARKED or f.address not in unmarkable)
    return tuple(faults)


def _agree(old: Sequence[MarkedWord], marked: Sequence[MarkedWord]) -> bool:
    return [t.form for t in old] == [t.form for t in marked if t.meaning is not MarkMeaning.NEW]


def _faults(
    group: UnitGroup, old: Sequence[MarkedWord], marked: Sequence[MarkedWord], view: View
) -> Iterator[MarkFault]:
    units, olds = ({unit.address: unit for unit in group_units} for group_units in (group.new, group.old))
    for run in _runs(_trusted_runs(_runs(_wrong_words(old, marked)), marked)):
        first, last = run[0], run[-1]
        if first.token and last.token:
            unit = units[first.token.address]
            start, end = first.token.start, last.token.end
            yield MarkFault(unit.address, first.kind, unit.marked[start:end], start, end)
        elif first.was and last.was:
            unit = olds[first.was.address]
            text = "".join(unit.marked[i] for i in unit.visible_offsets(view) if first.was.start <= i < last.was.end)
            # The position of missing words: after the word before, or before the word after.
            n = first.place
            address, place = group.new[0].address, 0
            if n and (n == len(marked) or marked[n].address == marked[n - 1].address):
                address, place = marked[n - 1].address, marked[n - 1].end
            elif marked:
                address, place = marked[n].address, marked[n].start
            yield MarkFault(address, first.kind, text, place, place)


def _wrong_words(old: Sequence[MarkedWord], marked: Sequence[MarkedWord]) -> Iterator[_WrongWord]:
    place = 0
    for i, k in align_marked_words(old, marked):
        token, old_word = None if k is None else marked[k], None if i is None else old[i]
        place = place if k is None else k
        if token is None:
            if not _is_left_out(marked, place):
                yield _WrongWord(Mismark.UNMARKED_GONE, place, None, old_word)
        elif old_word is not None:
            if token.meaning is MarkMeaning.NEW:
                yield _WrongWord(Mismark.WAS_THERE, place, token, old_word)
        elif token.start < token.end and token.meaning in (MarkMeaning.STAYS, MarkMeaning.GONE):
            kind = Mismark.UNMARKED_NEW if token.meaning is MarkMeaning.STAYS else Mismark.WAS_NOT_THERE
            yield _WrongWord(kind, place, token, None)
        place += k is not None


def _is_left_out(marked: Sequence[MarkedWord], place: int) -> bool:
    """True if dots in brackets stand for the words at that position."""
    return any(token.meaning is MarkMeaning.LEFT_OUT for token in marked[max(0, place - 1) : place + 1])


def _runs(untrue: Iterable[_WrongWord]) -> list[list[_WrongWord]]:
    """Merge consecutive words of one unit that are wrong in the same way."""
    runs: list[list[_WrongWord]] = []
    for value in untrue:
        last = runs[-1][-1] if runs else None
        follows = False
        if last and value.token and last.token:
            follows = value.place == last.place + 1 and value.token.address == last.token.address
        elif last and value.was and last.was:
            follows = value.place == last.place and value.was.address == last.was.address
        if last and last.kind is value.kind and follows:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs


def _trusted_runs(runs: Iterable[Sequence[_WrongWord]], marked: Sequence[MarkedWord]) -> Iterator[_WrongWord]:
    """Treat short words within other new ones as new, and their old occurrences as deleted."""
    for run in runs:
        first, last = run[0], run[-1]
        adjacent = [*marked[max(0, first.place - 1) : first.place], *marked[last.place + 1 : last.place + 2]]
        is_short = not any(u.token and (len(u.token.form) >= _TELLING or u.token.form.isdecimal()) for u in run)
        if first.kind is Mismark.WAS_THERE and is_short and any(token.meaning is MarkMeaning.NEW for token in adjacent):
            yield from (_WrongWord(Mismark.UNMARKED_GONE, first.place, None, u.was) for u in run)
        else:
            yield from run
