"""Layout of the consequences for us, for the capital: proposals, red lines, reservations, questions, the rest.

It contains internal content, says so at its top and on each page, and is for nobody else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption, percent
from delegate_desk.core.revisions.comparison import CarryVerdict, UnitOutcome
from delegate_desk.core.revisions.consequences import (
    AdoptedRequest,
    AffectedItem,
    Consequences,
    ProposalOutcome,
    UnfinishedItem,
)
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words, old_text
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, StyledRun
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.comparison import ComparedText, summarise_changes
from delegate_desk.export.layouts.page import PageLayout, capital

T = TypeVar("T")
_AROUND = 60
"""Number of unchanged characters shown on either side of a change."""
_GAP = " […] "
_LONGEST = 1200
"""Maximum number of characters shown of one insertion or deletion."""
_UNCHANGED = 240
"""Number of characters shown of an unchanged text."""


@dataclass(frozen=True, slots=True)
class ConsequencesReport:
    """The content of the page.

    Attributes:
        delegation: Our code; None if the library does not know it.
        earlier: The documents with items deleted by earlier revisions.
    """

    consequences: Consequences
    old: ComparedText
    new: ComparedText
    delegation: str | None
    date: str
    earlier: Mapping[DocumentId, ComparedText] = field(default_factory=dict)


def lay_out(report: ConsequencesReport, labels: ExportLabels) -> ExportDocument:
    return _ConsequencesLayout(report, labels).build_export_document()


class _ConsequencesLayout(PageLayout):
    def __init__(self, report: ConsequencesReport, labels: ExportLabels) -> None:
        marking = report.new.document.header.marking or report.old.document.header.marking
        super().__init__(labels, marking, internal=True)
        self._report = report
        self._found = report.consequences
        self._language = word_language(report.new.document.header.language)

    def build_export_document(self) -> ExportDocument:
        report = self._report
        title = self.words["changed"]
        names = self.words["comparison_of"].format(old=report.old.name, new=report.new.name)
        author = self.labels.delegation(report.delegation)
        groups = tuple(self._groups())
        blocks = (
            *self.notice("internal_changed"),
            self.line(title, Style.TITLE),
            ExportParagraph((StyledRun(names),), Style.SUBTITLE),
            *self._details(),
            *(groups or (self.line(self.words["nothing_changed"]),)),
        )
        head, foot = f"{title} · {names}", report.new.name
        return self.document(f"{title} – {names}", author, self.label_language, blocks, head=head, foot=foot)

    def _details(self) -> list[ExportParagraph]:
        words, found = self.words, self._found
        rows = []
        if found.new.header.subject:
            rows.append((words["subject"], StyledRun(found.new.header.subject, self._language)))
        rows.append((words["date"], self.label(self._report.date)))
        summary = summarise_changes(found.comparison, (self._report.old, self._report.new), self.labels)
        rows.append((words["comparison_summary"], self.label(summary)))
        if found.carry.items or found.carry.pending or found.carry.earlier:
            counts = words["carried_counts"].format(
                placed=found.carry.placed_count, open=found.carry.open_count, gone=found.carry.deleted_count
            )
            if found.carry.deleted_earlier:
                counts += "; " + words["carried_deleted_earlier"].format(n=found.carry.deleted_earlier)
            text = words["carried_waiting"]
            pending = (text.format(n=placement.number, name=placement.new.name) for placement in found.carry.pending)
            rows.append((words["carried"], self.label("; ".join((counts, *pending)))))
        return self.details(rows)

    def _groups(self) -> Iterator[ExportParagraph]:
        found = self._found
        yield from self._group("our_proposals", [p for p in found.proposals if not p.delegations], self._proposal_texts)
        yield from self._group("our_red_lines", found.red_lines, self._affected_item)
        yield from self._group("our_reservations", found.reservations, self._affected_item)
        yield from self._group("our_questions", found.questions, self._affected_item)
        yield from self._group("deleted_earlier", found.deleted_earlier, self._unfinished_paragraphs)
        yield from self._group("their_proposals", [p for p in found.proposals if p.delegations], self._proposal_texts)
        yield from self._group("wishes", found.adopted_requests, self._request)
        yield from self._group("other_changes", found.other_outcomes, self._unit_paragraphs)

    def _group(
        self, name: str, items: Sequence[T], describe: Callable[[T], Iterator[ExportParagraph]]
    ) -> Iterator[ExportParagraph]:
        if items:
            yield self.line(self.words[name], Style.HEADING)
            for item in items:
                yield from describe(item)

    # Items

    def _proposal_texts(self, outcome: ProposalOutcome) -> Iterator[ExportParagraph]:
        words = self.words
        delegations = ", ".join(outcome.delegations)
        is_measured = outcome.adoption.outcome not in (AdoptionOutcome.GONE, AdoptionOutcome.UNKNOWN)
        result = words[f"outcome_{outcome.adoption.outcome}"]
        if is_measured:
            result = words["measured"].format(outcome=result, percent=percent(outcome.adoption.rate))
        yield self._item_heading(outcome.old, outcome.new, result, delegations)
        yield self._labelled_wording("proposed", _shorten(outcome.proposed_diff))
        if outcome.elsewhere:
            place = self._report.new.format_citation(outcome.elsewhere)
            unit = self._report.new.document.find(outcome.elsewhere)
            text = unit.in_view(self._found.comparison.view).text if unit else ""
            yield self._labelled_wording("elsewhere", ((WordChange.EQUAL, text),), place=place)
        elif outcome.actual_diff:
            yield self._labelled_wording("reads", _shorten(outcome.actual_diff))
        adopted = self._counting(outcome.adoption, took=True)
        left = self._counting(outcome.adoption, took=False)
        for name, counting in (("took", adopted), ("took_not", left)):
            if counting and is_measured:
                runs = (self.label(f"{words[name]} ", Style.SOFT), StyledRun(counting, self._language))
                yield ExportParagraph(runs, Style.COMMENT)

    def _affected_item(self, item: AffectedItem) -> Iterator[ExportParagraph]:
        words = self.words
        carried = item.carried
        outcome = item.outcomes[0] if item.outcomes else None
        is_sure = outcome is not None and all(candidate.is_sure for candidate in item.outcomes)
        verdict = outcome.verdict if outcome and is_sure else CarryVerdict.DOUBTFUL
        message = "touch_unknown" if item.was_touched is None else "touched" if item.was_touched else "untouched"
        text = f"{words[message]} ({words[f'verdict_{verdict}']})"
        new = carried.new or (outcome.new if outcome and is_sure else None)
        yield self._item_heading(carried.old, new, text)
        yield from self._content(item.annotation, item.item)
        if outcome is None or new is None:
            was = carried.text or (old_text(outcome.words) if outcome else "")
            yield self._labelled_wording("read", ((WordChange.EQUAL, was),))
        elif item.was_touched and outcome.words:
            yield self._labelled_wording("reads", _shorten(outcome.words))

    def _unfinished_paragraphs(self, item: UnfinishedItem) -> Iterator[ExportParagraph]:
        words, carried = self.words, item.earlier.carried
        text = words["deleted_in"].format(name=item.earlier.deleted_in.name)
        if carried.new:
            text += "; " + words["back_in"].format(place=self._report.new.format_citation(carried.new))
        elif carried.is_open:
            text += "; " + words["perhaps_back"]
        place = capital(self._report.earlier[item.earlier.old.id].format_citation(carried.old))
        name = ", ".join(item.intervention.delegations) if item.intervention else ""
        if item.annotation is not None:
            name = self.labels.kinds[item.annotation.kind]
        elif item.item is not None:
            name = self.labels.stances[item.item.stance] if item.item.stance else words["our_position"]
        note = "; ".join(filter(None, (name, text)))
        yield ExportParagraph((self.label(place), self.label(f" – {note}", Style.SOFT)), Style.PART, keep_next=True)
        if item.item and item.item.proposal:
            yield self._labelled_wording("proposed", _shorten(diff_words(carried.text, item.item.proposal)))
        yield from self._content(item.annotation or item.intervention, item.item)
        yield self._labelled_wording("read", ((WordChange.EQUAL, _cut(carried.text, _UNCHANGED, 0)),))

    def _request(self, request: AdoptedRequest) -> Iterator[ExportParagraph]:
        delegations = ", ".join(request.intervention.delegations)
        old = request.intervention.place.address if request.intervention.place else None
        yield self._item_heading(old, request.new, "", delegations)
        yield ExportParagraph((StyledRun(self.labels.quote(request.wording), self._language),), Style.COMMENT)

    def _unit_paragraphs(self, outcome: UnitOutcome) -> Iterator[ExportParagraph]:
        verdict = CarryVerdict.DOUBTFUL if outcome.alternatives else outcome.verdict
        yield self._item_heading(outcome.old, outcome.new, self.words[f"verdict_{verdict}"])
        words = _shorten(outcome.words)
        if outcome.new is None:
            yield self._labelled_wording("read", ((WordChange.EQUAL, old_text(outcome.words)),))
        elif words:
            yield ExportParagraph(self.mark_changes(words, MarkupStyle.COUNCIL, self._language), Style.COMMENT)

    # Parts of items

    def _item_heading(self, old: Address | None, new: Address | None, note: str, author: str = "") -> ExportParagraph:
        was = self._report.old.format_citation(old) if old else ""
        now = self._report.new.format_citation(new) if new else ""
        place = self.words["was_now"].format(old=was, new=now) if was and now and was != now else now or was
        names = f"{author}{self.words['colon']}" if author else ""
        runs = [self.label(f"{names}{place if author else capital(place)}")]
        if note:
            runs.append(self.label(f" – {note}", Style.SOFT))
        return ExportParagraph(tuple(runs), Style.PART, keep_next=True)

    def _content(self, note: Annotation | Intervention | None, item: PositionEntry | None) -> Iterator[ExportParagraph]:
        if isinstance(note, Annotation) and note.quote:
            words = self.labels.quote(note.quote.exact)
            yield ExportParagraph((StyledRun(words, self._language),), Style.COMMENT)
        text = note.text if note else "\n".join(filter(None, (item.comment, item.internal))) if item else ""
        if text.strip():
            yield from self.lines(text, Style.INTERNAL, self.sign(), language=self._language)

    def _labelled_wording(self, name: str, words: WordDiff, **named: str) -> ExportParagraph:
        called = self.label(f"{self.words[name].format(**named)} ", Style.SOFT)
        return ExportParagraph((called, *self.mark_changes(words, MarkupStyle.COUNCIL, self._language)), Style.COMMENT)

    def _counting(self, adoption: ProposalAdoption, *, took: bool) -> str:
        added = ", ".join(word for word, is_in in adoption.added if is_in is took)
        removed = ", ".join(word for word, is_out in adoption.removed if is_out is took)
        removal = self.words["words_went"].format(words=removed) if removed else ""
        return "; ".join(filter(None, (added, removal)))


def _shorten(words: WordDiff) -> WordDiff:
    result: list[tuple[WordChange, str]] = []
    for n, (change, text) in enumerate(words):
        before = _AROUND if n else 0
        after = _AROUND if n < len(words) - 1 else 0
        if change is not WordChange.EQUAL:
            before, after = _LONGEST, 0
        elif len(words) == 1:
            before = _UNCHANGED
        result.append((change, _cut(text, before, after)))
    return tuple(result)


def _cut(text: str, before: int, after: int) -> str:
    if len(text) <= before + after + 2 * len(_GAP):
        return text
    head = text[:before].rsplit(" ", 1)[0] if before else ""
    tail = text[len(text) - after :].split(" ", 1)[-1] if after else ""
    return f"{head}{_GAP if head else _GAP.lstrip()}{tail}" if tail else f"{head}{_GAP.rstrip()}"
