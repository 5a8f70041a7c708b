"""Text taken from runs: one line, NFC-normalised, with what its words bear and where footnotes are called."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from delegate_desk.core.documents import Mark, Span
from delegate_desk.parsing.blocks import Run

_GONE = frozenset("\0\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with its looks and calls.

    Attributes:
        calls: Offset and label of each footnote called.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()
    calls: tuple[tuple[int, str], ...] = ()

    def after(self, offset: int) -> "Wording":
        """What stands from an offset on, white space at its beginning left out."""
        rest = self.text[offset:]
        offset += len(rest) - len(rest.lstrip())
        spans = (replace(s, start=max(0, s.start - offset), end=s.end - offset) for s in self.spans)
        calls = tuple((max(0, at - offset), label) for at, label in self.calls)
        return Wording(self.text[offset:], tuple(s for s in spans if s.start < s.end), calls)

    def without(self, start: int, end: int) -> "Wording":
        """This text with some of its characters left out, and the white space that stands behind them."""
        while end < len(self.text) and self.text[end] == " ":
            end += 1
        gone = end - start

        def moved(offset: int) -> int:
            return offset if offset <= start else max(start, offset - gone)

        spans = (replace(s, start=moved(s.start), end=moved(s.end)) for s in self.spans)
        calls = tuple((moved(at), label) for at, label in self.calls)
        return Wording(self.text[:start] + self.text[end:], tuple(s for s in spans if s.start < s.end), calls)

    def standing(self) -> tuple[str, Sequence[int]]:
        """What is left of the text where words are struck or removed, and the offset of each character that is."""
        gone = {i for s in self.spans if s.mark in (Mark.STRIKE, Mark.REMOVED) for i in range(s.start, s.end)}
        if not gone:
            return self.text, range(len(self.text))
        kept = [i for i in range(len(self.text)) if i not in gone]
        first = next((n for n, i in enumerate(kept) if not self.text[i].isspace()), len(kept))
        return "".join(self.text[i] for i in kept[first:]), kept[first:]

    def joined(self, other: "Wording") -> "Wording":
        """This text and another behind it, a space between; looks that meet there are one."""
        space = 1 if self.text and other.text else 0
        shift = len(self.text) + space
        spans = list(self.spans)
        for span in other.spans:
            moved = Span(span.start + shift, span.end + shift, span.mark)
            twin = next((s for s in spans if s.mark is span.mark and s.end + space == moved.start == shift), None)
            if twin:
                spans[spans.index(twin)] = replace(twin, end=moved.end)
            else:
                spans.append(moved)
        calls = self.calls + tuple((at + shift, label) for at, label in other.calls)
        return Wording(self.text + " " * space + other.text, tuple(sorted(spans, key=_place)), calls)


def _place(span: Span) -> tuple[int, int, str]:
    return (span.start, span.end, span.mark)


def wording(runs: Iterable[Run]) -> Wording:
    """Take the text of runs."""
    characters: list[str] = []
    marks: list[frozenset[Mark]] = []
    calls: list[tuple[int, str]] = []
    for run in runs:
        if run.note is not None:
            calls.append((len(characters), run.note))
        for cluster in _clusters(run.text):
            if cluster in _GONE:
                continue
            if cluster.isspace():
                if characters and characters[-1] != " ":
                    characters.append(" ")
                    marks.append(run.marks)
                continue
            composed = unicodedata.normalize("NFC", _whole(cluster))
            characters.extend(composed)
            marks.extend([run.marks] * len(composed))
    while characters and characters[-1] == " ":
        characters.pop()
        marks.pop()
    text = "".join(characters)
    calls = [(min(at, len(text)), label) for at, label in calls]
    return Wording(text, tuple(_spans(marks)), tuple(calls))


def _whole(cluster: str) -> str:
    """Half a surrogate pair becomes a replacement character."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in cluster)


def _clusters(text: str) -> Iterator[str]:
    """Characters with the combining marks behind them."""
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not unicodedata.combining(text[i]):
            yield text[start:i]
            start = i


def _spans(marks: list[frozenset[Mark]]) -> list[Span]:
    spans: list[Span] = []
    for mark in Mark:
        start: int | None = None
        for i in range(len(marks) + 1):
            there = i < len(marks) and mark in marks[i]
            if there and start is None:
                start = i
            elif not there and start is not None:
                spans.append(Span(start, i, mark))
                start = None
    return sorted(spans, key=_place)
