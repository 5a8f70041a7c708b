"""Layout of a meeting report: by item, the Presidency's conclusions and the interventions with their speakers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.internal_content import Internal, InternalProvision
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import PageLayout, capital
from delegate_desk.export.layouts.provision_page import ProvisionPage, changes, pair_provisions
from delegate_desk.export.meeting_report import (
    FollowUp,
    GroupedStatements,
    InternalItem,
    InternalReport,
    MeetingDetails,
    MeetingReport,
    ReportItem,
    Reservation,
    Statement,
)
from delegate_desk.export.position_paper import PaperProvision, PositionPaper


class MeetingPage(PageLayout):
    def __init__(
        self, sitting: MeetingDetails, labels: ExportLabels, name: str, *, internal: bool, wide: bool = False
    ) -> None:
        super().__init__(labels, sitting.marking, internal=internal, wide=wide)
        self._sitting = sitting
        self._name = self.words[name]
        self._author = self.labels.delegation(sitting.delegation)
        self.agenda_language = word_language(sitting.language) if sitting.language else ""

    def build_export_document(
        self, blocks: Sequence[ExportParagraph | ExportTable], *, top: Sequence[ExportParagraph] = ()
    ) -> ExportDocument:
        """Return the whole file: its title and meeting, or another opening, then the blocks."""
        opening = top or [*self.notice("internal_report"), *self.title(), *self.details(self.sittings_details())]
        head, foot = f"{self._author} · {self._name}", self._sitting.reference
        title = f"{self._name} – {self._sitting.body}"
        return self.document(title, self._author, self.said, (*opening, *blocks), head=head, foot=foot)

    def title(self) -> list[ExportParagraph]:
        """Return delegation and title of the file, in one line if little else is on the page."""
        if self._wide:
            runs = (self.label(self._name, Style.STRONG), self.label(f" · {self._author}"))
            return [ExportParagraph(runs, Style.WIDE_TITLE)]
        return [self.line(self._author, Style.TITLE), self.line(self._name, Style.SUBTITLE)]

    def sittings_details(self) -> list[tuple[str, StyledRun]]:
        sitting = self._sitting
        found = [(self.words["body"], StyledRun(sitting.body, self.agenda_language))]
        when = self.day()
        if when:
            found.append((self.words["date"], self.label(when)))
        if sitting.place:
            found.append((self.words["place"], StyledRun(sitting.place, self.agenda_language)))
        if sitting.reference:
            found.append((self.words["agenda"], StyledRun(sitting.reference)))
        return found

    def day(self) -> str:
        """Return the date of the meeting; empty if it is unknown."""
        sitting = self._sitting
        if sitting.date is None:
            return ""
        date = self.labels.date(sitting.date)
        if sitting.begins is None:
            return date
        return self.words["meeting_day"].format(date=date, time=sitting.begins.strftime("%H:%M"))

    def item_heading(self, number: str, title: str) -> ExportParagraph:
        """Return the heading of an agenda item; one without a number is the meeting as a whole."""
        if not number:
            return self.line(self.words["whole"], Style.HEADING)
        return ExportParagraph((StyledRun(f"{number}. "), StyledRun(title, self.agenda_language)), Style.HEADING)

    def part_heading(self, name: str) -> ExportParagraph:
        return self.line(self.words[name], Style.PART)

    def stance(self, stance: Stance) -> str:
        return f"{self.labels.signs[stance]}\u00a0{self.labels.stances[stance]}"


_CODE_WIDTH, _PLACE_WIDTH = 1640, 2400
_LONG = 700
"""Number of characters in a row, about ten lines, above which a page break is allowed in it."""


def lay_out(report: MeetingReport, labels: ExportLabels, internal: InternalReport | None = None) -> ExportDocument:
    """Lay out the report for circulation or, with internal content, for the capital."""
    page = _MeetingReportLayout(report, labels, internal)
    return page.build_export_document(page.blocks())


class _MeetingReportLayout(MeetingPage):
    def __init__(self, report: MeetingReport, labels: ExportLabels, internal: InternalReport | None) -> None:
        super().__init__(report.sitting, labels, "report", internal=internal is not None)
        self._report = report
        self._inside = internal

    def blocks(self) -> list[ExportParagraph | ExportTable]:
        made: list[ExportParagraph | ExportTable] = [*self._texts("summary", self._report.summary)]
        inside = dict(self._inside or {})
        for item in self._report.items:
            made += self._item(item, inside.pop(item.number, InternalItem()))
        whole = inside.get("")
        if whole and whole.count():
            made += [self.item_heading("", ""), *self._internal_texts(whole)]
        return made

    def _item(self, item: ReportItem, inside: InternalItem) -> list[ExportParagraph | ExportTable]:
        made: list[ExportParagraph | ExportTable] = [self.item_heading(item.number, item.title)]
        if item.documents:
            named = self.words["documents"].format(names=", ".join(item.documents))
            made.append(self.line(named, look=Style.SOFT, keep_next=True))
        made += self._texts("outcome", item.conclusions)
        made += self._texts("next_steps", item.next_steps)
        made += self._positions(item)
        if item.reservations:
            made.append(self.part_heading("reservations"))
            made += [self._reservation(reservation) for reservation in item.reservations]
        if item.is_empty() and not item.divided:
            made.append(self.line(self.words["nothing_said"], look=Style.SOFT))
        return made + self._internal_texts(inside)

    def _texts(self, name: str, texts: Sequence[str]) -> list[ExportParagraph]:
        if not texts:
            return []
        return [self.part_heading(name), *(line for text in texts for line in self.lines(text, Style.NORMAL))]

    def _positions(self, item: ReportItem) -> list[ExportParagraph | ExportTable]:
        whole = self.words["no_place" if item.number else "whole"]
        rows = [self._passage(interventions, whole) for interventions in item.passages]
        tables = []
        heading = self.words["positions"]
        if rows:
            tables.append(self._table(_PLACE_WIDTH, "where", rows, heading))
        if item.speakers:
            tables.append(self._table(_CODE_WIDTH, "speaker", map(self._speaker_row, item.speakers), heading))
        made: list[ExportParagraph | ExportTable] = [self.part_heading("positions")] if tables else []
        for table in tables:
            made += [table, ExportParagraph((), Style.TABLE_END)]
        return made

    def _table(self, width: int, first: str, rows: Iterable[TableRow], caption: str) -> ExportTable:
        names = (self.words[first], self.words["said"])
        head = self.header_row(names)
        return ExportTable((width, TEXT_WIDTH - width), (head, *rows), caption)

    def _speaker_row(self, voice: GroupedStatements) -> TableRow:
        said = [self._statement(one, one.citation, "") for one in _merge_statements(voice.statements)]
        return _row(ExportParagraph((StyledRun(voice.name, style=Style.STRONG),), Style.COMMENT), said)

    def _passage(self, passage: GroupedStatements, whole: str) -> TableRow:
        said = [self._statement(one, "", self._how_many(one.count)) for one in passage.statements]
        return _row(self.line(capital(passage.name) or whole, Style.COMMENT, look=Style.STRONG), said)

    def _how_many(self, count: int) -> str:
        return self.words["delegations_one"] if count == 1 else self.words["delegations"].format(n=count)

    def _statement(self, statement: Statement, citation: str, speakers: str) -> list[ExportParagraph]:
        words = self._statement_text(statement)
        before: list[StyledRun] = []
        if citation:
            before.append(self.label(capital(citation) + self.words["colon"]))
        if statement.stance is not Stance.STATEMENT or not words:
            before.append(self.label(self.stance(statement.stance), Style.STRONG))
        if speakers:
            before.append(self.label(f" ({speakers})" if before else f"({speakers})"))
        if words and (speakers or statement.stance is not Stance.STATEMENT):
            before.append(StyledRun(" – "))
        return self.lines(words, Style.STATEMENT, *before)

    def _statement_text(self, statement: Statement) -> str:
        """Return the words, with proposed wordings in quotation marks of the labels' language, or after them."""
        words = statement.text
        missing = []
        for wording in statement.wordings:
            mark = re.compile(f"[\"'“”„‟«»‹›‘’]\\s*{re.escape(wording)}\\s*[\"'“”„‟«»‹›‘’]")
            quoted = self.labels.quote(wording)
            found = mark.search(words)
            if found:
                words = words[: found.start()] + quoted + words[found.end() :]
            else:
                missing.append(quoted)
        typed = self.words["wording"].format(text=", ".join(missing)) if missing else ""
        return "; ".join(filter(None, (words, typed)))

    def _reservation(self, one: Reservation) -> ExportParagraph:
        who = ", ".join(one.codes) or self._how_many(one.count)
        where = f" – {one.citation}" if one.citation else ""
        name = self.label(self.stance(one.stance) + self.words["colon"], Style.STRONG)
        return ExportParagraph((name, self.label(who + where)), Style.STATEMENT)

    def _internal_texts(self, inside: InternalItem) -> list[ExportParagraph | ExportTable]:
        made: list[ExportParagraph | ExportTable] = []
        if inside.red_lines:
            made.append(self._internal_heading("red_lines"))
            for code, citation in inside.red_lines:
                where = f" – {citation}" if citation else ""
                made.append(
                    ExportParagraph((StyledRun(code, style=Style.STRONG), self.label(where)), Style.INTERNAL_NOTE)
                )
        if inside.follow_ups:
            made.append(self._internal_heading("follow_up"))
            made += [self._follow_up(follow_up) for follow_up in inside.follow_ups]
        if inside.notes:
            made.append(self._internal_heading("own_notes"))
            for caught, text in inside.notes:
                made += self.lines(text, Style.INTERNAL_NOTE, StyledRun(f"{caught:%H:%M}  ", style=Style.SOFT))
        return made

    def _internal_heading(self, name: str) -> ExportParagraph:
        return ExportParagraph((self.sign(), self.label(self.words[name], Style.STRONG)), Style.INTERNAL_PART)

    def _follow_up(self, task: FollowUp) -> ExportParagraph:
        runs = [StyledRun("☐ ")]
        if task.due:
            runs.append(self.label(self.labels.format_time(task.due, "due") + self.words["colon"], Style.STRONG))
        runs.append(StyledRun(task.what) if task.what else self.label(self.labels.kinds[task.kind]))
        runs.append(self.label(f" ({task.citation})", Style.SOFT))
        return ExportParagraph(tuple(runs), Style.INTERNAL_NOTE)


def _merge_statements(statements: Iterable[Statement]) -> list[Statement]:
    made: list[Statement] = []
    for statement in statements:
        last = made[-1] if made else None
        if last and statement.citation and statement == replace(last, citation=statement.citation):
            made[-1] = replace(last, citation=f"{last.citation}; {statement.citation}")
        else:
            made.append(statement)
    return made


def _row(first: ExportParagraph, said: Iterable[Iterable[ExportParagraph]]) -> TableRow:
    texts = tuple(text for some in said for text in some)
    is_long = sum(len(run.text) for text in texts for run in text.runs) > _LONG
    return TableRow((TableCell((first,)), TableCell(texts)), splits=is_long)


@dataclass(frozen=True, slots=True)
class NoteItem:
    """An item of the agenda.

    Attributes:
        papers: Our positions on its documents, in the order printed; empty if we have none.
        divided: True if it has sub-items.
    """

    number: str
    title: str
    papers: tuple[PositionPaper, ...]
    divided: bool = False


@dataclass(frozen=True, slots=True)
class SpeakingNote:
    sitting: MeetingDetails
    items: tuple[NoteItem, ...]


Internals = Mapping[tuple[str, str], Internal]
"""Internal content on a document, by its name and language."""


def lay_out_note(note: SpeakingNote, labels: ExportLabels, internals: Internals | None = None) -> ExportDocument:
    """Lay out the note for circulation or, with internal content, for the capital."""
    page = _SpeakingNoteLayout(note, labels, internals)
    return page.build_export_document(page.blocks())


class _SpeakingNoteLayout(MeetingPage):
    def __init__(self, note: SpeakingNote, labels: ExportLabels, internals: Internals | None) -> None:
        super().__init__(note.sitting, labels, "note", internal=internals is not None)
        self._note = note
        self._internals = internals or {}

    def blocks(self) -> list[ExportParagraph | ExportTable]:
        made: list[ExportParagraph | ExportTable] = []
        for item in self._note.items:
            made.append(self.item_heading(item.number, item.title))
            for paper in item.papers:
                made += self._position_paper(paper)
            if not item.papers and not item.divided:
                made.append(self.line(self.words["nothing_to_say"], look=Style.SOFT))
        return made

    def _position_paper(self, paper: PositionPaper) -> list[ExportParagraph]:
        own = word_language(paper.cover.language)
        inside = self._internals.get((paper.cover.name, paper.cover.language), Internal("", ()))
        name = self.words["on_document"].format(name=paper.cover.name)
        made = [self.line(name, look=Style.SOFT, keep_next=True)]
        made += self.lines(paper.general, Style.NORMAL, language=own)
        if inside.general.strip():
            made += self.internal_lines(inside.general, Style.INTERNAL_NOTE, own)
        page = ProvisionPage(paper, self.labels, MarkupStyle.COUNCIL, inside if self.is_internal else None)
        for provision, more in pair_provisions(paper.provisions, inside.provisions):
            made += self._provision(page, provision, more)
        return made

    def _provision(
        self, page: ProvisionPage, provision: PaperProvision | None, more: InternalProvision | None
    ) -> list[ExportParagraph]:
        shown = provision or more
        assert shown is not None
        stance = f": {self.stance(provision.stance)}" if provision and provision.stance else ""
        made = [self.line(page.place(shown) + stance, Style.PART)]
        if provision:
            made += self.lines(provision.comment, Style.NORMAL, language=page.own)
            if changes((provision,)):
                run = self.label(self.words["proposal"] + self.words["colon"], Style.SOFT)
                label = (
                    (StyledRun(f"{provision.label} ", page.own),) if provision.label and not provision.heading else ()
                )
                wording = self.mark_changes(provision.word_changes, MarkupStyle.COUNCIL, page.own)
                made.append(ExportParagraph((run, *label, *wording)))
            made += page.comments(replace(provision, comment=""), Style.NORMAL)
        return made + (page.instructions(more, Style.INTERNAL_NOTE) if more else [])
