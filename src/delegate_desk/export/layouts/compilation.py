"""Layout of a compilation: comments of several delegations on one document, side by side, by provision."""

from collections.abc import Iterable
from dataclasses import replace

from delegate_desk.core.delegations import PROTOCOL_ORDER, protocol_rank
from delegate_desk.core.documents.document import HEADINGS, Document
from delegate_desk.core.positions.export_options import MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.delegation_comments import CommentedProvision, DelegationComment, by_provision, speakers
from delegate_desk.export.docx.default_template import TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.internal_content import Internal
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import HEAD_GROUND, capital
from delegate_desk.export.layouts.provision_page import ProvisionPage, changes
from delegate_desk.export.layouts.provision_table import column_headings, internal_row, is_wide, name_cell, row
from delegate_desk.export.position_paper import Cite, PositionPaper, unchanged_text

WIDTHS = (1500, 4500, TEXT_WIDTH - 6000)
WIDE_WIDTHS = (1700, 3450, 1650, 4000, WIDE_TEXT_WIDTH - 10800)


@dataclass(frozen=True, slots=True)
class Compiled:
    """Comments of several delegations on a document.

    Attributes:
        paper: Our position paper.
        other_comments: Written comments of the other delegations.
        format_citation: Cites provisions, new provisions too.
    """

    document: Document
    paper: PositionPaper
    other_comments: tuple[DelegationComment, ...]
    format_citation: Cite

    def is_empty(self) -> bool:
        """True if nobody says anything."""
        return self.paper.is_empty() and not self.other_comments


def lay_out(
    compiled: Compiled,
    labels: ExportLabels,
    markup: MarkupStyle,
    internal: Internal | None = None,
    columns: ProvisionColumns = ProvisionColumns.SUGGESTIONS,
) -> ExportDocument:
    """Lay the compilation out for circulation or, with what is internal of ours, for the capital."""
    return _CompilationLayout(compiled, labels, markup, internal, columns).build_export_document()


@dataclass(frozen=True, slots=True)
class _CommentLine:
    """Comments of a speaker, ready for layout: its codes, its proposal, its comments."""

    codes: tuple[str, ...]
    wording: tuple[ExportParagraph, ...]
    comments: tuple[ExportParagraph, ...]


class _CompilationLayout(ProvisionPage):
    """One compilation."""

    def __init__(
        self,
        compiled: Compiled,
        labels: ExportLabels,
        markup: MarkupStyle,
        internal: Internal | None,
        columns: ProvisionColumns,
    ) -> None:
        super().__init__(compiled.paper.cover, labels, markup, internal=internal is not None, wide=is_wide(columns))
        self._compiled = compiled
        self._paper = compiled.paper
        self._inside = internal
        self._more = {one.address: one for one in (internal.provisions if internal else ())}
        self._columns = columns
        self._widths = WIDE_WIDTHS if is_wide(columns) else WIDTHS

    def build_export_document(self) -> ExportDocument:
        named = self.words["compilation"]
        title = self.words["compilation_on"].format(name=self.cover.name)
        names = ", ".join(speakers(self._paper, self._compiled.other_comments))
        whose = [(self.words["from_delegations"], StyledRun(names))] if names else []
        date = (self.words["date"], self.label(self.labels.date(self._paper.date)))
        blocks = (
            *self.notice(),
            ExportParagraph((self.label(named),), Style.WIDE_TITLE if is_wide(self._columns) else Style.TITLE),
            ExportParagraph((self.label(title),), Style.SUBTITLE),
            *self.details([*self.about(), *whose, date]),
            *self._all_general(),
            *self._provisions(),
            *self._unplaced(),
        )
        return self.build_page(self._paper, title, f"{named} · {self.cover.name}", blocks)

    # General comments

    def _all_general(self) -> list[ExportParagraph]:
        """Those of each delegation under its name, in protocol order."""
        own = self.general(self._paper, self._inside)
        lines = [_CommentLine(self._own_codes(()), (), tuple(own))] if own else []
        lines += [self._delegation_line(voice) for voice in self._compiled.other_comments if voice.general]
        if not lines:
            return []
        made = [ExportParagraph((self.label(self.words["general"]),), Style.HEADING)]
        for line in sorted(lines, key=_rank):
            made += [ExportParagraph((self._name(line.codes),), Style.PART, keep_next=True), *_as_text(line)]
        return made

    # Provisions

    def _provisions(self) -> list[ExportParagraph | ExportTable]:
        rows = []
        compiled = self._compiled
        for spoken in by_provision(compiled.document, self._paper, compiled.other_comments, self._more):
            rows += self._provision(spoken)
        if not rows:
            return []
        heading = self.words["provisions"]
        names = column_headings(self, self._columns)
        names.insert(len(names) - 2, self.words["speaker"])
        head = TableRow(
            tuple(TableCell((ExportParagraph((self.label(name),), Style.COLUMN_HEAD),)) for name in names),
            is_header=True,
        )
        legend = (
            [ExportParagraph((self.label(self.words[f"legend_{self.markup}"]),), Style.LEGEND)]
            if self._changes()
            else []
        )
        return [
            ExportParagraph((self.label(heading),), Style.HEADING),
            *legend,
            ExportTable(self._widths, (head, *rows), heading),
        ]

    def _changes(self) -> bool:
        heard = any(
            change is not WordChange.EQUAL for one in self._compiled.other_comments for change, _ in one.word_changes
        )
        return heard or changes(self._paper.provisions)

    def _provision(self, spoken: CommentedProvision) -> list[TableRow]:
        lines = [self._own_line(spoken)] if spoken.own_provision else []
        lines += [self._delegation_line(voice, spoken) for voice in spoken.other_comments]
        lines.sort(key=_rank)
        text = self.labelled(
            spoken.unit.label if spoken.is_there else "",
            unchanged_text(spoken.unit),
            heading=spoken.unit.kind in HEADINGS,
        )
        if is_wide(self._columns):
            name = name_cell(self, self._place(spoken))
            rows = [row(((name,), text, *self._cells(line))) for line in lines[:1]]
            rows += [row(((), (), *self._cells(line))) for line in lines[1:]]
        else:
            span = len(self._widths)
            name = ExportParagraph((self.label(self._place(spoken)),), Style.PROVISION, keep_next=True)
            rows = [TableRow((TableCell((name,), span, HEAD_GROUND),))]
            if any(run.text for one in text for run in one.runs):
                shown = tuple(replace(one, keep_next=True) for one in text)
                rows.append(TableRow((TableCell(shown, span),), splits=True))
            rows += [row(self._cells(line)) for line in lines]
        more = self._more.get(spoken.address)
        if more:
            rows.append(internal_row(self.instructions(more, Style.INTERNAL), len(self._widths)))
        return rows

    def _place(self, spoken: CommentedProvision) -> str:
        """Return the name of a provision, which is new for all delegations; other requests are in each entry."""
        cited = self._compiled.format_citation(spoken.address)
        if spoken.is_there:
            return capital(cited)
        name = "place_new" if spoken.after else "place_new_first"
        after = self._compiled.format_citation(spoken.after) if spoken.after else ""
        return capital(self.words[name].format(place=cited, after=after))

    def _cells(self, line: _CommentLine) -> tuple[tuple[ExportParagraph, ...], ...]:
        return (ExportParagraph((self._name(line.codes),), Style.COMMENT),), line.wording, line.comments

    def _own_line(self, spoken: CommentedProvision) -> _CommentLine:
        own = spoken.own_provision
        assert own is not None
        codes = self._own_codes(own.joint)
        author = self._author(codes)
        asked = (
            [ExportParagraph((self.label(self.place(own)),), Style.COMMENT)]
            if own.does in (ProposedAction.MOVE, ProposedAction.DELETE)
            else []
        )
        wording = self.wording(own) if any(change is not WordChange.EQUAL for change, _ in own.word_changes) else ()
        comments = [*asked, *self.stance_line(own)]
        shown = replace(own, joint=())
        comments += self.justified(shown) if self._columns is ProvisionColumns.JUSTIFIED else self.comments(shown)
        return _CommentLine(codes, tuple(_by(author, text) for text in wording), tuple(comments))

    def _delegation_line(self, voice: DelegationComment, spoken: CommentedProvision | None = None) -> _CommentLine:
        language = word_language(voice.language)
        wording: tuple[ExportParagraph, ...] = ()
        if voice.word_changes and spoken:
            does = voice.does(is_there=spoken.is_there)
            change = {ProposedAction.INSERT: WordChange.INSERT, ProposedAction.DELETE: WordChange.DELETE}.get(
                does, WordChange.EQUAL
            )
            made = self.labelled(
                spoken.unit.label, voice.word_changes, heading=spoken.unit.kind in HEADINGS, label_change=change
            )
            wording = tuple(_by(self._author(voice.delegations), text) for text in made)
        elif voice.proposal:
            words: WordDiff = ((WordChange.EQUAL, voice.proposal),)
            wording = (ExportParagraph(self.marked(words, MarkupStyle.COUNCIL, language), Style.PROVISION_TEXT),)
        return _CommentLine(
            voice.delegations, wording, tuple(self.lines(voice.comment, Style.COMMENT, language=language))
        )

    def _unplaced(self) -> list[ExportParagraph]:
        """Return the comments of other delegations on provisions not in the text, under the labels they use."""
        left = [one for one in self._compiled.other_comments if one.address is None and not one.general]
        made = [ExportParagraph((self.label(self.words["unplaced"]),), Style.HEADING)] if left else []
        for voice in sorted(left, key=lambda one: _rank(self._delegation_line(one))):
            label = (StyledRun("  "), StyledRun(voice.label, word_language(voice.language))) if voice.label else ()
            made += [ExportParagraph((self._name(voice.delegations), *label), Style.PART, keep_next=True)]
            made += _as_text(self._delegation_line(voice))
        return made

    # Who

    def _own_codes(self, joint: Iterable[str]) -> tuple[str, ...]:
        """Ours, empty where it is not known, then those that join us."""
        own = self._paper.delegation or ""
        return (own, *(code for code in joint if code != own))

    def _name(self, codes: tuple[str, ...]) -> StyledRun:
        if all(codes) and codes:
            return StyledRun(", ".join(codes), style=Style.STRONG)
        return self.label(", ".join(code or self.words["delegation_unknown"] for code in codes or ("",)), Style.STRONG)

    def _author(self, codes: tuple[str, ...]) -> str:
        """Whose a tracked change is."""
        known = (
            self.labels.delegation(code or None) if code in ("", *PROTOCOL_ORDER) else code for code in codes or ("",)
        )
        return ", ".join(known)


def _by(author: str, text: ExportParagraph) -> ExportParagraph:
    """A paragraph whose changes are those of a delegation."""
    return replace(text, runs=tuple(replace(run, author=author) for run in text.runs))


def _as_text(line: _CommentLine) -> list[ExportParagraph]:
    """Return the entry's paragraphs for use outside a table."""
    styles = {Style.COMMENT: Style.NORMAL, Style.PROVISION_TEXT: Style.NORMAL}
    return [replace(text, style=styles.get(text.style, text.style)) for text in (*line.wording, *line.comments)]


def _rank(line: _CommentLine) -> tuple[tuple[int, str], ...]:
    return tuple(protocol_rank(code) for code in line.codes) or ((999, ""),)
