"""Two texts as one: pieces in an order from which either text can be read, each in its own order and whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph
from delegate_desk.core.revisions.comparison import Comparison, Fate, Verdict
from delegate_desk.core.word_diff import Change, Words, compare, rising


@dataclass(frozen=True, slots=True)
class Piece:
    """Some units of the old text and what they are in the new one; or what is in one of the two alone.

    Attributes:
        olds: None, one, or those merged that follow each other.
        news: None, one, or the parts that follow each other.
        words: From the old text to the new, units divided by a line feed.
        fate: What became of the first, or where it came from.
        goes: True for what stands elsewhere in the new text, at the place where it stood in the old one.
        comes: True for what stood elsewhere in the old text, at the place where it stands in the new one.
        became: From the old text to the new one, also of what ``goes`` or ``comes``.
    """

    olds: tuple[Paragraph, ...]
    news: tuple[Paragraph, ...]
    words: Words
    fate: Fate
    goes: bool = False
    comes: bool = False
    became: Words = ()

    @property
    def here_before(self) -> tuple[Paragraph, ...]:
        """The units of the old text that stand here."""
        return () if self.comes else self.olds

    @property
    def here_now(self) -> tuple[Paragraph, ...]:
        """The units of the new text that stand here."""
        return () if self.goes else self.news


def pieces(comparison: Comparison, old: Document, new: Document) -> tuple[Piece, ...]:
    """The pieces of two texts; without what is ``goes`` or only old the new text, without the rest the old one.

    Paragraphs go first, then footnotes. What is gone stands behind what it stood behind.
    """
    paired = _Paired(comparison, old, new)
    return (*paired.in_order(notes=False), *paired.in_order(notes=True))


class _Paired:
    """The units of two texts, joined by what became of them."""

    def __init__(self, comparison: Comparison, old: Document, new: Document) -> None:
        self._view = comparison.view
        self._old = {unit.address: unit for unit in old.units()}
        self._new = {unit.address: unit for unit in new.units()}
        self._fates = comparison.fates
        self._olds = {address: n for n, address in enumerate(self._old)}
        self._news = {address: n for n, address in enumerate(self._new)}
        self._pieces = tuple(self._joined())

    def in_order(self, *, notes: bool) -> Iterator[Piece]:
        """The pieces of the footnotes of both texts, or of all but these."""

        def is_wanted(unit: Paragraph) -> bool:
            return (unit.kind is Kind.FOOTNOTE) is notes

        joined = [p for p in self._pieces if is_wanted(p.olds[0]) and is_wanted(p.news[0])]
        joined.sort(key=self._begins)
        stays = {new for _, new in _stay([(self._olds[p.olds[0].address], self._begins(p)) for p in joined])}
        moved = [p for p in joined if self._begins(p) not in stays]
        staying = [p for p in joined if self._begins(p) in stays]
        used_old = {unit.address for p in joined for unit in p.olds}
        used_new = {unit.address for p in joined for unit in p.news}
        gone = [self._gone(u) for a, u in self._old.items() if is_wanted(u) and a not in used_old]
        come = [self._come(u) for a, u in self._new.items() if is_wanted(u) and a not in used_new]
        gone = sorted(gone + [self._leaving(p) for p in moved], key=lambda p: self._olds[p.olds[0].address])
        come = sorted(come + [self._arriving(p) for p in moved], key=lambda p: self._news[p.news[0].address])
        yield from self._merged(staying, gone, come)

    def _merged(self, staying: Iterable[Piece], gone: list[Piece], come: list[Piece]) -> Iterator[Piece]:
        """What left and what came, between what stays: first what left."""
        left, came = iter(gone), iter(come)
        next_gone, next_come = next(left, None), next(came, None)
        for piece in staying:
            while next_gone and self._olds[next_gone.olds[0].address] < self._olds[piece.olds[0].address]:
                yield next_gone
                next_gone = next(left, None)
            while next_come and self._news[next_come.news[0].address] < self._news[piece.news[0].address]:
                yield next_come
                next_come = next(came, None)
            yield piece
        yield from ([next_gone] if next_gone else [])
        yield from left
        yield from ([next_come] if next_come else [])
        yield from came

    def _begins(self, piece: Piece) -> int:
        return self._news[piece.news[0].address]

    def _joined(self) -> Iterator[Piece]:
        """What stands in both texts: one for one, one in parts, or several as one."""
        taken_old: set[Address] = set()
        taken_new: set[Address] = set()
        for fate in self._fates:
            if fate.old is None or fate.new is None or fate.old in taken_old or fate.new in taken_new:
                continue
            olds, news = self._group(fate)
            taken_old |= {unit.address for unit in olds}
            taken_new |= {unit.address for unit in news}
            words = fate.words if len(olds) == len(news) == 1 and self._says(fate) else self._compared(olds, news)
            yield Piece(olds, news, words, fate, became=words)

    def _group(self, fate: Fate) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
        """The units of a fate, with those that were split off or merged with it and stand right behind."""
        assert fate.old is not None
        assert fate.new is not None
        olds, news = [fate.old], [fate.new]
        if fate.verdict is Verdict.SPLIT:
            news = _in_a_row([f.new for f in self._fates if f.old == fate.old and f.new], self._news)
        elif fate.verdict is Verdict.MERGED:
            olds = _in_a_row([f.old for f in self._fates if f.new == fate.new and f.old], self._olds)
        return tuple(self._old[a] for a in olds), tuple(self._new[a] for a in news)

    def _says(self, fate: Fate) -> bool:
        return fate.verdict not in (Verdict.SPLIT, Verdict.MERGED)

    def _compared(self, olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> Words:
        return compare("\n".join(map(self._text, olds)), "\n".join(map(self._text, news)))

    def _text(self, unit: Paragraph) -> str:
        return unit.reading(self._view).text

    def _gone(self, unit: Paragraph) -> Piece:
        fate = next((f for f in self._fates if f.old == unit.address), None)
        fate = fate or Fate(unit.address, None, Verdict.DELETED, 0.0, ())
        words = _all(Change.DELETE, self._text(unit))
        return Piece((unit,), (), words, fate, became=words)

    def _come(self, unit: Paragraph) -> Piece:
        fate = next((f for f in self._fates if f.new == unit.address), None)
        fate = fate or Fate(None, unit.address, Verdict.INSERTED, 0.0, ())
        words = _all(Change.INSERT, self._text(unit))
        return Piece((), (unit,), words, fate, became=words)

    def _leaving(self, piece: Piece) -> Piece:
        words = _all(Change.DELETE, "\n".join(map(self._text, piece.olds)))
        return replace(piece, words=words, goes=True)

    def _arriving(self, piece: Piece) -> Piece:
        words = _all(Change.INSERT, "\n".join(map(self._text, piece.news)))
        return replace(piece, words=words, comes=True)


def _all(change: Change, text: str) -> Words:
    return ((change, text),) if text else ()


def _in_a_row(addresses: Iterable[Address], places: Mapping[Address, int]) -> list[Address]:
    """Those that follow each other from the first on."""
    ordered = sorted(dict.fromkeys(addresses), key=places.__getitem__)
    return [a for n, a in enumerate(ordered) if places[a] == places[ordered[0]] + n]


def _stay(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs that keep their order, as many as can be: by old and new place, given rising by the new one."""
    return [(old, new) for new, old in rising([(new, old) for old, new in pairs])]
