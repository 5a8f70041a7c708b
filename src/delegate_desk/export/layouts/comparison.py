"""Layout of a comparison: one running text with its labels, from which either text can be recovered.

With tracked changes, accepting all gives the new text and rejecting all the old text: moved text is deleted in one
place and inserted in another, and remarks on it are in comments. In the Council's mark-up the remarks are in italics.
"""

import datetime
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from delegate_desk.core.documents.document import HEADINGS, Address, Document, Kind, Paragraph
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words, longest_increasing_chain, new_text, old_text
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import PageLayout, capital, separate_changes
from delegate_desk.export.position_paper import Cite


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """Some units of the old text and their counterparts in the new text, or units of only one of the two.

    Attributes:
        olds: No unit, one, or consecutive units that were merged.
        word_changes: From the old text to the new, with line feeds between units.
        outcome: Outcome or origin of the first unit.
        move: Of a moved passage ``DELETE`` at its place in the old text, and ``INSERT`` at its place in the new text.
    """

    olds: tuple[Paragraph, ...]
    news: tuple[Paragraph, ...]
    word_changes: WordDiff
    outcome: UnitOutcome
    move: WordChange = WordChange.EQUAL


def pieces(comparison: Comparison, old: Document, new: Document) -> tuple[ComparedPassage, ...]:
    """Return the passages of two texts, paragraphs first, then footnotes.

    Without moved and old passages they give the new text, without the rest the old text. A deleted unit follows the
    unit that it followed.
    """
    paired = _Paired(comparison, old, new)
    return (*paired.ordered_passages(notes=False), *paired.ordered_passages(notes=True))


class _Paired:
    def __init__(self, comparison: Comparison, old: Document, new: Document) -> None:
        self._view = comparison.view
        self._old = {unit.address: unit for unit in old.units()}
        self._new = {unit.address: unit for unit in new.units()}
        self._outcomes = comparison.outcomes
        self._old_rank = {address: n for n, address in enumerate(self._old)}
        self._new_rank = {address: n for n, address in enumerate(self._new)}
        self._pieces = tuple(self._shared_passages())

    def ordered_passages(self, *, notes: bool) -> list[ComparedPassage]:
        """Return the passages of the footnotes of both texts, or of everything else."""

        def is_wanted(unit: Paragraph) -> bool:
            return (unit.kind is Kind.FOOTNOTE) is notes

        joined = [p for p in self._pieces if is_wanted(p.olds[0]) and is_wanted(p.news[0])]
        joined.sort(key=self._new_start)
        # the longest subsequence in the same order in both texts stays, everything else was moved
        kept = {new for new, _ in longest_increasing_chain([(self._new_start(p), self._old_start(p)) for p in joined])}
        moved = [p for p in joined if self._new_start(p) not in kept]
        staying = [p for p in joined if self._new_start(p) in kept]
        used_old = {unit.address for p in joined for unit in p.olds}
        used_new = {unit.address for p in joined for unit in p.news}
        deleted, inserted = [], []
        for address, unit in self._old.items():
            if is_wanted(unit) and address not in used_old:
                outcome = next((outcome for outcome in self._outcomes if outcome.old == address), None)
                outcome = outcome or UnitOutcome(address, None, Verdict.DELETED, 0.0, ())
                deleted.append(ComparedPassage((unit,), (), _all(WordChange.DELETE, self._text(unit)), outcome))
        for address, unit in self._new.items():
            if is_wanted(unit) and address not in used_new:
                outcome = next((outcome for outcome in self._outcomes if outcome.new == address), None)
                outcome = outcome or UnitOutcome(None, address, Verdict.INSERTED, 0.0, ())
                inserted.append(ComparedPassage((), (unit,), _all(WordChange.INSERT, self._text(unit)), outcome))
        deleted += [replace(passage, move=WordChange.DELETE) for passage in moved]
        inserted += [replace(passage, move=WordChange.INSERT) for passage in moved]
        # before each that stays what was removed, then what was added
        old_starts, new_starts = [self._old_start(p) for p in staying], [self._new_start(p) for p in staying]
        places = [((n, 2, 0), p) for n, p in enumerate(staying)]
        places += [((bisect_left(old_starts, start), 0, start), p) for p in deleted for start in (self._old_start(p),)]
        places += [((bisect_left(new_starts, start), 1, start), p) for p in inserted for start in (self._new_start(p),)]
        return [p for _, p in sorted(places, key=itemgetter(0))]

    def _old_start(self, piece: ComparedPassage) -> int:
        return self._old_rank[piece.olds[0].address]

    def _new_start(self, piece: ComparedPassage) -> int:
        return self._new_rank[piece.news[0].address]

    def _shared_passages(self) -> Iterator[ComparedPassage]:
        used_old: set[Address] = set()
        used_new: set[Address] = set()
        for outcome in self._outcomes:
            if outcome.old is None or outcome.new is None or outcome.old in used_old or outcome.new in used_new:
                continue
            before, after = [outcome.old], [outcome.new]
            if outcome.verdict is Verdict.SPLIT:
                after = _consecutive([f.new for f in self._outcomes if f.old == outcome.old and f.new], self._new_rank)
            elif outcome.verdict is Verdict.MERGED:
                before = _consecutive([f.old for f in self._outcomes if f.new == outcome.new and f.old], self._old_rank)
            used_old.update(before)
            used_new.update(after)
            olds, news = tuple(self._old[a] for a in before), tuple(self._new[a] for a in after)
            words = outcome.words
            if len(olds) + len(news) > 2 or outcome.verdict in (Verdict.SPLIT, Verdict.MERGED):
                words = diff_words("\n".join(map(self._text, olds)), "\n".join(map(self._text, news)))
            yield ComparedPassage(olds, news, words, outcome)

    def _text(self, unit: Paragraph) -> str:
        return unit.in_view(self._view).text


def _all(change: WordChange, text: str) -> WordDiff:
    return ((change, text),) if text else ()


def _consecutive(addresses: Iterable[Address], places: Mapping[Address, int]) -> list[Address]:
    ordered = sorted(dict.fromkeys(addresses), key=places.__getitem__)
    return [a for n, a in enumerate(ordered) if places[a] == places[ordered[0]] + n]


COUNTED = (
    Verdict.INSERTED,
    Verdict.DELETED,
    Verdict.REWORDED,
    Verdict.SPLIT,
    Verdict.MERGED,
    Verdict.MOVED,
    Verdict.RENUMBERED,
)
"""The verdicts in the order of a summary."""
_UNITS = (Style.UNIT, Style.UNIT_2, Style.UNIT_3, Style.UNIT_4)
_PLAIN = frozenset({Kind.COVER, Kind.TEXT, Kind.CITATION})
"""Units without a label that are not indented."""


@dataclass(frozen=True, slots=True)
class ComparedText:
    """One of the two texts.

    Attributes:
        name: Its reference, or ``#number``.
    """

    name: str
    document: Document
    format_citation: Cite


@dataclass(frozen=True, slots=True)
class ComparisonExport:
    """Two compared texts, and the sender.

    Attributes:
        delegation: Code of our delegation; None if the library does not know it.
    """

    comparison: Comparison
    old: ComparedText
    new: ComparedText
    delegation: str | None
    date: datetime.date


def lay_out(compared: ComparisonExport, labels: ExportLabels, markup: MarkupStyle) -> ExportDocument:
    return _ComparisonLayout(compared, labels, markup).build_export_document()


def summarise_changes(comparison: Comparison, sides: tuple[ComparedText, ComparedText], labels: ExportLabels) -> str:
    """Return a comparison in one line: ``30 → 31 paragraphs: 4 new, 2 gone, 11 reworded, 9 renumbered only``."""
    counts, words = comparison.counts(), labels.words
    old, new = (len(side.document.paragraphs) for side in sides)
    if old != new:
        total = words["paragraphs_both"].format(old=old, new=new)
    else:
        total = words["paragraphs_one"] if new == 1 else words["paragraphs_many"].format(n=new)
    labels_of = {verdict: f"count_{verdict}" for verdict in COUNTED if verdict in counts}
    if comparison.is_cross_language and Verdict.REWORDED in counts:
        labels_of[Verdict.REWORDED] = "count_differing"  # wording is not compared: units differ, none is reworded

    def listed(count: Callable[[Verdict], int]) -> str:
        return ", ".join(words[label].format(n=count(v)) for v, label in labels_of.items() if count(v))

    changes = listed(counts.__getitem__) or words["unchanged"]
    if footnotes := listed(comparison.count_footnotes):
        changes += f" ({words['counted'].format(total=words['footnotes'].lower(), counts=footnotes)})"
    return words["counted"].format(total=total, counts=changes)


class _ComparisonLayout(PageLayout):
    def __init__(self, compared: ComparisonExport, labels: ExportLabels, markup: MarkupStyle) -> None:
        self._old, self._new = compared.old, compared.new
        marking = self._new.document.header.marking or self._old.document.header.marking
        super().__init__(labels, marking, internal=False)
        self._compared = compared
        self._markup = MarkupStyle.COUNCIL if compared.comparison.is_cross_language else markup
        self._is_tracked = self._markup is MarkupStyle.TRACKED
        self._languages = {
            WordChange.DELETE: word_language(self._old.document.header.language),
            WordChange.INSERT: word_language(self._new.document.header.language),
            WordChange.EQUAL: word_language(self._new.document.header.language),
        }

    def build_export_document(self) -> ExportDocument:
        across = self._compared.comparison.is_cross_language
        names = self.words["comparison_of"].format(old=self._old.name, new=self._new.name)
        author = self.labels.delegation(self._compared.delegation)
        legend = self.words[f"legend_comparison_{'languages' if across else self._markup}"]
        blocks = (
            self.line(self.words["comparison"], Style.TITLE),
            ExportParagraph((StyledRun(names),), Style.SUBTITLE),
            *self._details(),
            self.line(legend.format(old=self._old.name, new=self._new.name), Style.LEGEND),
            *(self._side_by_side() if across else self._running()),
        )
        title, language = self.words["comparison"], self._languages[WordChange.EQUAL]
        return self.document(
            f"{title} – {names}",
            author,
            language,
            blocks,
            head=f"{title} · {names}",
            foot=self._new.name,
            tracked=self._is_tracked,
        )

    def _details(self) -> list[ExportParagraph]:
        words = self.words
        rows = [(words["compared_old"], self._date_run(self._old)), (words["compared_new"], self._date_run(self._new))]
        header = self._new.document.header
        if header.subject:
            rows.append((words["subject"], StyledRun(header.subject, self._languages[WordChange.EQUAL])))
        rows.append((words["date"], self.label(self.labels.date(self._compared.date))))
        summary = summarise_changes(self._compared.comparison, (self._old, self._new), self.labels)
        rows.append((words["comparison_summary"], self.label(summary)))
        return self.details(rows)

    def _date_run(self, side: ComparedText) -> StyledRun:
        date = side.document.header.date
        if date is None:
            return self.label(side.name)
        return self.label(self.words["document_dated"].format(name=side.name, date=self.labels.date(date)))

    # One running text

    def _running(self) -> Iterator[ExportParagraph]:
        in_notes = False
        for piece in pieces(self._compared.comparison, self._old.document, self._new.document):
            unit = (piece.news or piece.olds)[0]
            if unit.kind is Kind.FOOTNOTE and not in_notes:
                in_notes = True
                yield self.line(self.words["footnotes"], Style.HEADING)
            note, words, is_moved_away = self._note(piece), piece.word_changes, piece.move is WordChange.DELETE
            if self._is_tracked:
                if is_moved_away:
                    texts = self._texts(piece.olds, (), _all(piece.move, old_text(words)))
                elif piece.move is WordChange.INSERT:
                    texts = self._texts((), piece.news, _all(piece.move, new_text(words)))
                else:
                    texts = self._texts(piece.olds, piece.news, words)
                if note and texts:
                    texts[0] = replace(texts[0], comment=note, comment_language=self.label_language)
                yield from texts
                continue
            # in the Council's mark-up moved text is shown at its new place, with its changes
            if piece.outcome.verdict in (Verdict.SAME, Verdict.MOVED):  # without marks: only typography differs
                words = _all(WordChange.EQUAL, new_text(words))
            shown = [] if is_moved_away else self._texts(piece.olds, piece.news, words)
            if is_moved_away and note:
                note = f"{capital(self._old.format_citation(piece.olds[0].address))} – {note}"
            if note:
                yield self.line(f"[{note}]", Style.UNIT_NOTE, keep_next=bool(shown))
            yield from (replace(text, change=WordChange.EQUAL) for text in shown)

    def _note(self, piece: ComparedPassage) -> str:
        outcome, move = piece.outcome, piece.move
        texts = []
        if move is WordChange.DELETE and outcome.new:
            texts.append(self.words["note_moved_to"].format(place=self._new.format_citation(outcome.new)))
        if move is WordChange.INSERT and outcome.old:
            texts.append(self.words["note_moved_from"].format(place=self._old.format_citation(outcome.old)))
        if not piece.olds and outcome.old:
            texts.append(self.words["note_split_from"].format(place=self._old.format_citation(outcome.old)))
        if not piece.news and outcome.new:
            texts.append(self.words["note_merged_into"].format(place=self._new.format_citation(outcome.new)))
        if outcome.may_be_deleted:
            texts.append(self.words["note_perhaps_gone"])
        if outcome.other_units:
            *before, last = [self._new.format_citation(address) for address in outcome.other_units]
            places = self.words["place_or"].format(first=", ".join(before), second=last) if before else last
            texts.append(self.words["note_doubtful"].format(places=places))
        return capital(". ".join(texts))

    def _texts(self, olds: Sequence[Paragraph], news: Sequence[Paragraph], words: WordDiff) -> list[ExportParagraph]:
        left_old, left_new = list(olds), list(news)
        texts: list[ExportParagraph] = []
        begins = WordChange.EQUAL
        for line, ends in _paragraph_changes(words):
            old = left_old.pop(0) if left_old and begins is not WordChange.INSERT else None
            new = left_new.pop(0) if left_new and begins is not WordChange.DELETE else None
            begins = ends
            if not (olds and news):
                ends = WordChange.INSERT if news else WordChange.DELETE
            if old or new:
                texts += self._text(old, new, line, ends)
        return texts

    def _text(
        self, old: Paragraph | None, new: Paragraph | None, words: WordDiff, ends: WordChange
    ) -> Iterator[ExportParagraph]:
        unit = new or old
        assert unit is not None
        unit_change = WordChange.EQUAL if old and new else WordChange.INSERT if new else WordChange.DELETE
        label = diff_words(old.label if old else "", new.label if new else "")
        if not (label or words):
            return
        is_heading = unit.kind in HEADINGS
        is_plain = is_heading or (not label and unit.kind in _PLAIN)
        space = "  " if is_heading else "\t"
        runs = list(self._runs(label))
        if not is_plain or (label and words):
            keeps_space = old and new and bool(old.label) is bool(new.label)
            kinds = {change for change, _ in label}
            change = kinds.pop() if len(kinds) == 1 else unit_change  # that of the whole label
            runs.append(StyledRun(space, change=change if self._is_tracked and not keeps_space else WordChange.EQUAL))
        runs += self._runs(words)
        plain = Style.PART if is_heading else Style.NORMAL
        style = plain if is_plain else _UNITS[min(unit.depth, len(_UNITS)) - 1]
        yield ExportParagraph(tuple(runs), style, keep_next=is_heading, change=ends)

    def _runs(self, words: WordDiff) -> Iterator[StyledRun]:
        for change, text in words if self._is_tracked else separate_changes(words):
            yield from self.mark_changes(((change, text),), self._markup, self._languages[change])

    # Two languages

    def _side_by_side(self) -> Iterator[ExportTable]:
        width = TEXT_WIDTH // 2
        names = (ExportParagraph((StyledRun(side.name),), Style.COLUMN_HEAD) for side in (self._old, self._new))
        head = TableRow(tuple(TableCell((name,)) for name in names), is_header=True)
        olds = {unit.address: unit for unit in self._old.document.units()}
        news = {unit.address: unit for unit in self._new.document.units()}
        rows = []
        for outcome in self._compared.comparison.outcomes:
            sides = (
                (olds.get(outcome.old) if outcome.old else None, self._old, WordChange.DELETE),
                (news.get(outcome.new) if outcome.new else None, self._new, WordChange.INSERT),
            )
            if any(unit and (unit.label or unit.text) for unit, _, _ in sides):
                cells = (TableCell(tuple(self._cell(unit, side, change, outcome))) for unit, side, change in sides)
                rows.append(TableRow(tuple(cells), splits=True))
        if rows:
            yield ExportTable((width, TEXT_WIDTH - width), (head, *rows), self.words["comparison"])

    def _cell(
        self, unit: Paragraph | None, side: ComparedText, change: WordChange, outcome: UnitOutcome
    ) -> Iterator[ExportParagraph]:
        if unit is None:
            message = self.words["missing_in"].format(name=side.name)
            yield self.line(message, Style.LEGEND)
            return
        language = self._languages[change]
        text = unit.in_view(self._compared.comparison.view).text
        label = (StyledRun(unit.label, language), StyledRun("  ")) if unit.label else ()
        yield ExportParagraph((*label, StyledRun(text, language)), Style.PROVISION_TEXT)
        differs = (self._compared.comparison.differing or {}).get(outcome.new or Address(""), ())
        if differs and side is self._new:
            message = ", ".join(self.words[f"differs_{differ}"] for differ in differs)
            yield self.line(capital(message), Style.LEGEND)


def _paragraph_changes(words: WordDiff) -> Iterator[tuple[WordDiff, WordChange]]:
    """Return words by paragraph, and the change of each paragraph end: equal, inserted, or deleted."""
    line: list[tuple[WordChange, str]] = []
    for change, text in words:
        *ended, rest = text.split("\n")
        for piece in ended:
            yield (tuple([*line, (change, piece)] if piece else line), change)
            line = []
        if rest:
            line.append((change, rest))
    yield tuple(line), WordChange.EQUAL
