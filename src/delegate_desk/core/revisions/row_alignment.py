"""Alignment of two versions of a four-column document, row by row.

Rows whose texts occur once in each version are the anchors. The rest is matched by words, number and title, best first.
The outcome is uncertain if two rows are about equally similar, if number and title agree but hardly any words (another
provision may have replaced the old provision), or if only words agree that could be anywhere.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from delegate_desk.core import word_diff
from delegate_desk.core.documents.columns import Column, column_names, is_row, row_of
from delegate_desk.core.documents.document import Address, Document, Paragraph, View
from delegate_desk.core.revisions.comparison import (
    UnitOutcome,
    Verdict,
    VerdictBasis,
    deleted_outcome,
    inserted_outcome,
    lost_after,
    text_similarity,
)
from delegate_desk.core.text import is_same_text, printed_words

_NUMBER = 0.2
"""Weight of an equal number, and of an equal title, relative to the similarity of the words in 0..1."""
_LIKE = 0.3  # minimum similarity of two rows that may match
_SURELY_LIKE = 0.35  # minimum similarity of a certain match, if number and title agree
_TITLE = 0.2
_CLOSE = 0.08  # maximum lead that does not distinguish similar rows
_LONG = 40  # words, in all columns: more than a standard phrase of many acts has
_ALMOST_ALL = 0.8
_NEAR = 4  # rows of a gap that are compared with each other


class VersionRow:
    """A row of one version with its index."""

    def __init__(self, place: int, unit: Paragraph, view: View) -> None:
        self.place, self.unit, self.view = place, unit, view
        self.cells: dict[Column, Paragraph] = {}
        self.number, self.title = unit.label, unit.text

    @cached_property
    def signature(self) -> tuple[tuple[Column, str], ...]:
        return tuple((column, " ".join(self.text(column).split())) for column in Column if column in self.cells)

    @cached_property
    def words(self) -> Counter[tuple[Column, str]]:
        return Counter((column, word) for column in self.cells for word in printed_words(self.text(column).lower()))

    def names(self) -> list[tuple[object, str]]:
        return [mark for mark in (("number", self.number), ("title", self.title)) if mark[1]]

    def text(self, column: Column) -> str:
        return self.cells[column].in_view(self.view).text


def are_column_documents(old: Document, new: Document) -> bool:
    return bool(column_names(old) and column_names(new))


def other_units(document: Document) -> tuple[Paragraph, ...]:
    """Return the units of a four-column document outside its rows."""
    return tuple(unit for unit in document.units() if not is_row(unit.address) and row_of(unit.address) is None)


def align_rows(old: Document, new: Document, view: View) -> tuple[tuple[UnitOutcome, ...], tuple[UnitOutcome, ...]]:
    """Return the outcomes of the cells in the order of the new version, and those of the rows."""
    return _Matching(_version_rows(old, view), _version_rows(new, view)).outcomes()


def _version_rows(document: Document, view: View) -> list[VersionRow]:
    names = column_names(document)
    rows: dict[Address, VersionRow] = {}
    for unit in document.paragraphs:
        parent = row_of(unit.address)
        if is_row(unit.address):
            rows[unit.address] = VersionRow(len(rows), unit, view)
        elif parent in rows:
            column = int(unit.address.rpartition("_")[2])
            if column <= len(names) and unit.in_view(view).text:
                rows[parent].cells[names[column - 1]] = unit
    return list(rows.values())


class _Matching:
    """Pairs of rows by index; an old row with an uncertain outcome has the new rows that it could be."""

    def __init__(self, old: Sequence[VersionRow], new: Sequence[VersionRow]) -> None:
        self.old, self.new = old, new
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}
        self.alternatives: dict[int, tuple[int, ...]] = {}
        counts = Counter(word for row in (*old, *new) for word in {word for _, word in row.words})
        self._weights = {word: math.log((1 + len(old) + len(new)) / count) for word, count in counts.items()}
        # Rows with the same texts: those that occur once, then those with the same number or title as well.
        for detail in ("", "number", "title"):
            olds: dict[tuple[object, ...], list[int]] = defaultdict(list)
            news: dict[tuple[object, ...], list[int]] = defaultdict(list)
            for rows, by_signature, matched in ((self.old, olds, self.new_of), (self.new, news, self.old_of)):
                for row in rows:
                    if row.place not in matched and (row.cells or detail):
                        by_signature[row.signature, getattr(row, detail, "")].append(row.place)
            for signature, places in olds.items():
                others = news.get(signature, [])
                if len(places) == len(others) == 1:
                    self.new_of[places[0]], self.old_of[others[0]] = others[0], places[0]
        self._pair_similar()
        # Pairs that share only words are uncertain: a phrase may have been deleted here and inserted there.
        for i, k in self.new_of.items():
            was, now = self.old[i], self.new[k]
            same_title = was.title == now.title and was.title
            is_beside = any(self.new_of.get(i + step) == k + step for step in (-1, 1))
            if not (was.number == now.number or same_title or is_beside or _is_long(was, now)):
                self.alternatives.setdefault(i, (k,))
        for row in self._open_rows():  # a row with the title of an old row that was paired by its number
            for i, k in self.new_of.items():
                was, now = self.old[i], self.new[k]
                took_title = was.title and row.title == was.title and now.title not in ("", was.title)
                if took_title and row is not now and not _is_long(was, now):
                    self.alternatives.setdefault(i, (k, row.place))
        self._doubt_deletions()
        pairs = sorted(self.new_of.items())
        stayed = {i for i, _ in word_diff.longest_increasing_chain(pairs)}
        self._moved = {i for i, _ in pairs if i not in stayed}

    def _pair_similar(self) -> None:
        free_old = [row for row in self.old if row.place not in self.new_of]
        free_new = [row for row in self.new if row.place not in self.old_of]
        pairs = set()
        by_mark: dict[tuple[object, str], list[int]] = defaultdict(list)
        for row in free_new:
            for mark in (*row.names(), *row.words):
                by_mark[mark].append(row.place)
        for row in free_old:
            pairs |= {(row.place, k) for name in row.names() for k in by_mark.get(name, ())}
            rare = sorted((by_mark[word] for word in row.words if word in by_mark), key=len)[:_NEAR]
            pairs |= {(row.place, k) for places in rare for k in places[:_NEAR]}
        scores = {pair: self._score(*pair) for pair in pairs}
        by_old, by_new = defaultdict(list), defaultdict(list)
        for (i, k), score in scores.items():
            by_old[i].append((score, k))
            by_new[k].append((score, i))
        for (i, k), score in sorted(scores.items(), key=lambda item: (-item[1], abs(item[0][0] - item[0][1]))):
            may_be_one = score >= _LIKE + _NUMBER or self.old[i].number == self.new[k].number
            if i in self.new_of or k in self.old_of or not may_be_one:
                continue
            alternatives = [k] if self._likeness(i, k) < _SURELY_LIKE else []
            near_old = [other for value, other in by_old[i] if other != k and value > score - _CLOSE]
            near_new = [other for value, other in by_new[k] if other != i and value > score - _CLOSE]
            alternatives += [other for other in near_old if other not in self.old_of]
            if any(other not in self.new_of for other in near_new):
                alternatives = [k, *alternatives]
            self.new_of[i], self.old_of[k] = k, i
            if alternatives:
                self.alternatives[i] = tuple(dict.fromkeys(alternatives))

    def _open_rows(self) -> list[VersionRow]:
        """Return the rows of the new version that are inserted, or in an uncertain pair."""
        uncertain = {None, *self.alternatives}
        return [row for row in self.new if self.old_of.get(row.place) in uncertain]

    def _doubt_deletions(self) -> None:
        """Mark deletions as uncertain for which a free or uncertain row has the number, title, words or place."""
        rows = self._open_rows()
        start = 0
        for old in self.old:
            if old.place in self.new_of:
                start = self.new_of[old.place] + 1
                continue
            end = start
            while end < len(self.new) and end not in self.old_of:
                end += 1
            found = [
                row.place
                for row in rows
                if start <= row.place < end
                or row.number == old.number
                or (row.title == old.title and old.title)
                or (old.words and self._likeness(old.place, row.place) >= _LIKE)
            ]
            if found:
                self.alternatives[old.place] = tuple(found[:_NEAR])

    def _likeness(self, i: int, k: int) -> float:
        """Return the share of the words that two rows have in common, in 0..1; rare words weigh more."""
        old, new = self.old[i].words, self.new[k].words
        total = self._weight(old) + self._weight(new)
        return 2 * self._weight(old & new) / total if total else _LIKE

    def _weight(self, words: Counter[tuple[Column, str]]) -> float:
        return sum(self._weights[word] * count for (_, word), count in words.items())

    def _score(self, i: int, k: int) -> float:
        old, new = self.old[i], self.new[k]
        title = _TITLE if old.title == new.title else -_TITLE / 2
        return self._likeness(i, k) + _NUMBER * (old.number == new.number) + (title if old.title and new.title else 0.0)

    def outcomes(self) -> tuple[tuple[UnitOutcome, ...], tuple[UnitOutcome, ...]]:
        cells: list[UnitOutcome] = []
        rows: list[UnitOutcome] = []
        deleted = lost_after(len(self.old), self.new_of.__contains__)
        pairs: list[tuple[VersionRow | None, VersionRow | None]] = [(self.old[n], None) for n in deleted.get(-1, ())]
        for row in self.new:
            place = self.old_of.get(row.place)
            pairs.append((None if place is None else self.old[place], row))
            pairs += [(self.old[n], None) for n in (() if place is None else deleted.get(place, ()))]
        for old, new in pairs:
            changed = False
            for column in Column:
                before, after = old.cells.get(column) if old else None, new.cells.get(column) if new else None
                if before or after:
                    text, other = old.text(column) if old and before else "", new.text(column) if new and after else ""
                    cells.append(self._outcome(old, before, after, word_diff.diff_words(text, other)))
                    changed |= cells[-1].verdict in (Verdict.REWORDED, Verdict.INSERTED, Verdict.DELETED)
            words = word_diff.diff_words(old.title if old else "", new.title if new else "")
            outcome = self._outcome(old, old.unit if old else None, new.unit if new else None, words)
            rows.append(replace(outcome, verdict=Verdict.REWORDED) if old and new and changed else outcome)
        return tuple(cells), tuple(rows)

    def _outcome(
        self, row: VersionRow | None, old: Paragraph | None, new: Paragraph | None, words: word_diff.WordDiff
    ) -> UnitOutcome:
        unit = new or old
        assert unit
        column = unit.address.partition("__")[2]
        alternatives = tuple(
            Address(f"{self.new[k].unit.address}__{column}" if column else self.new[k].unit.address)
            for k in (self.alternatives.get(row.place, ()) if row and old else ())
        )
        if new is None:
            return deleted_outcome(unit.address, word_diff.old_text(words), alternatives)
        if old is None:
            return inserted_outcome(unit.address, word_diff.new_text(words))
        assert row is not None
        verdict = Verdict.SAME if old.address == new.address else Verdict.RENUMBERED
        if not is_same_text(word_diff.old_text(words), word_diff.new_text(words)):
            verdict = Verdict.REWORDED
        elif row.place in self._moved:
            verdict = Verdict.MOVED
        basis = VerdictBasis.ADDRESS if old.address == new.address else VerdictBasis.LIKENESS
        basis = VerdictBasis.LOOKALIKES if alternatives else basis
        return UnitOutcome(old.address, new.address, verdict, text_similarity(words), words, (basis,), alternatives)


def _is_long(old: VersionRow, new: VersionRow) -> bool:
    """True if two rows have so many words in common, and so few others, that it is no standard phrase."""
    shared = (old.words & new.words).total()
    return shared >= max(_LONG, _ALMOST_ALL * max(old.words.total(), new.words.total()))
