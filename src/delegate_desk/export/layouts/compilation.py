"""Layout of a compilation: comments of several delegations on one document, side by side, by provision."""

from collections.abc import Iterable
from dataclasses import replace

from delegate_desk.core.delegations import PROTOCOL_ORDER, protocol_rank
from delegate_desk.core.documents.document import HEADINGS, Address, Document, Paragraph
from delegate_desk.core.positions.export_options import ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import PositionEntry, ProposedAction
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.internal_content import DelegationComment, ExportMaterial, new_provisions
from delegate_desk.export.labels import word_language
from delegate_desk.export.layouts.page import CHANGED, HEAD_GROUND, capital, changes
from delegate_desk.export.layouts.position_paper import TablePage, row
from delegate_desk.export.position_paper import PaperProvision, PositionPaper, as_unit, ordered_units, unchanged_text


@dataclass(frozen=True, slots=True)
class CommentedProvision:
    """A provision with comments.

    Attributes:
        unit: The unit of the document; a new provision as its future unit.
        is_there: False for a new provision.
        after: For a new provision, what it follows; empty for the beginning.
        own_provision: None if we have no comment.
        other_comments: In protocol order.
    """

    address: Address
    unit: Paragraph
    is_there: bool
    after: Address
    own_provision: PaperProvision | None
    other_comments: tuple[DelegationComment, ...]


def by_provision(
    document: Document, paper: PositionPaper, others: Iterable[DelegationComment], more: Iterable[Address]
) -> list[CommentedProvision]:
    """Return the provisions with comments, in the document's order, new ones at their future position."""
    placed: dict[Address, list[DelegationComment]] = {}
    for comment in others:
        if comment.placed.address is not None:
            placed.setdefault(comment.placed.address, []).append(comment)
    ours = {provision.address: provision for provision in paper.provisions}
    # new or moved provisions with their position: ours before those of others
    items = {
        address: PositionEntry(address, after=provision.after, label=provision.label)
        for address, provision in ours.items()
        if provision.after is not None
    }
    for item in new_provisions(comment for some in placed.values() for comment in some):
        items.setdefault(item.address, item)
    spoken = []
    for _, address, unit in ordered_units(document, placed.keys() | ours.keys() | set(more), items.values()):
        item = items.get(address) or PositionEntry(address)
        some = sorted(placed.get(address, ()), key=lambda voice: _rank(voice.written.delegations))
        shown = unit or as_unit(address, item.label)
        is_new = unit is None and item.after is not None
        spoken.append(
            CommentedProvision(address, shown, not is_new, item.after or Address(""), ours.get(address), tuple(some))
        )
    return spoken


def speakers(paper: PositionPaper, others: Iterable[DelegationComment]) -> list[str]:
    """Return the codes of all authors of comments, in protocol order."""
    own = {code for provision in paper.provisions for code in provision.joint} | ({paper.delegation} - {None})
    found = own | {code for comment in others for code in comment.written.delegations}
    return sorted((code for code in found if code), key=protocol_rank)


WIDTHS = (1500, 4500, TEXT_WIDTH - 6000)
WIDE_WIDTHS = (1700, 3450, 1650, 4000, WIDE_TEXT_WIDTH - 10800)


def lay_out(material: ExportMaterial, options: ExportOptions) -> ExportDocument:
    return _CompilationLayout(material, options).build_export_document()


@dataclass(frozen=True, slots=True)
class _CommentLine:
    codes: tuple[str, ...]
    wording: tuple[ExportParagraph, ...]
    comments: tuple[ExportParagraph, ...]


class _CompilationLayout(TablePage):
    def __init__(self, material: ExportMaterial, options: ExportOptions) -> None:
        super().__init__(material, options)
        self._material = material
        self._others = material.other_comments
        self._more = {provision.address: provision for provision in (self.inside.provisions if self.inside else ())}
        self._widths = WIDE_WIDTHS if self.wide else WIDTHS

    def build_export_document(self) -> ExportDocument:
        named = self.words["compilation"]
        title = self.words["compilation_on"].format(name=self.cover.name)
        names = ", ".join(speakers(self.paper, self._others))
        *about, date = self.about()
        whose = [(self.words["from_delegations"], StyledRun(names))] if names else []
        blocks = [
            *self.notice(),
            self.title_line(named),
            self.line(title, Style.SUBTITLE),
            *self.details([*about, *whose, date]),
            *self._all_general(),
            *self._provisions(),
        ]
        left = [comment for comment in self._others if comment.placed.address is None and not comment.placed.is_general]
        if left:
            blocks.append(self.line(self.words["unplaced"], Style.HEADING))
        for voice in sorted(left, key=lambda comment: _rank(comment.written.delegations)):
            said = voice.written.label
            label = (StyledRun("  "), StyledRun(said, word_language(voice.language))) if said else ()
            name = self._name(voice.written.delegations)
            blocks.append(ExportParagraph((name, *label), Style.PART, keep_next=True))
            blocks += _as_text(self._delegation_line(voice))
        return self.build_page(title, f"{named} · {self.cover.name}", blocks)

    # General comments

    def _all_general(self) -> list[ExportParagraph]:
        own = self.general()
        lines = [_CommentLine(self._own_codes(()), (), tuple(own))] if own else []
        lines += [self._delegation_line(voice) for voice in self._others if voice.placed.is_general]
        if not lines:
            return []
        made = [self.line(self.words["general"], Style.HEADING)]
        for line in sorted(lines, key=lambda line: _rank(line.codes)):
            made += [ExportParagraph((self._name(line.codes),), Style.PART, keep_next=True), *_as_text(line)]
        return made

    # Provisions

    def _provisions(self) -> list[ExportParagraph | ExportTable]:
        rows = []
        for spoken in by_provision(self._material.document, self.paper, self._others, self._more):
            rows += self._provision(spoken)
        if not rows:
            return []
        heading = self.words["provisions"]
        names = self.column_headings()
        names.insert(len(names) - 2, self.words["speaker"])
        table = ExportTable(self._widths, (self.header_row(names), *rows), heading)
        diffs = (comment.placed.word_diff for comment in self._others)
        heard = any(change is not WordChange.EQUAL for words in diffs for change, _ in words)
        is_changed = heard or changes(self.paper.provisions)
        legend = [self.line(self.words[f"legend_{self.markup}"], Style.LEGEND)] if is_changed else []
        return [self.line(heading, Style.HEADING), *legend, table]

    def _provision(self, spoken: CommentedProvision) -> list[TableRow]:
        lines = [self._own_line(spoken)] if spoken.own_provision else []
        lines += [self._delegation_line(voice, spoken) for voice in spoken.other_comments]
        lines.sort(key=lambda line: _rank(line.codes))
        place = self._material.format_citation(spoken.address)
        if not spoken.is_there:  # new for all delegations; other requests are in each entry
            after = self._material.format_citation(spoken.after) if spoken.after else ""
            place = self.words["place_new" if after else "place_new_first"].format(place=place, after=after)
        label = spoken.unit.label if spoken.is_there else ""
        text = self.lay_out_words(label, unchanged_text(spoken.unit), heading=spoken.unit.kind in HEADINGS)
        if self.wide:
            name = self.name_cell(capital(place))
            rows = [row(((name,), text, *self._cells(line))) for line in lines[:1]]
            rows += [row(((), (), *self._cells(line))) for line in lines[1:]]
        else:
            span = len(self._widths)
            name = self.line(capital(place), Style.PROVISION, keep_next=True)
            rows = [TableRow((TableCell((name,), span, HEAD_GROUND),))]
            if any(run.text for paragraph in text for run in paragraph.runs):
                shown = tuple(replace(paragraph, keep_next=True) for paragraph in text)
                rows.append(TableRow((TableCell(shown, span),), splits=True))
            rows += [row(self._cells(line)) for line in lines]
        more = self._more.get(spoken.address)
        if more:
            rows.append(self.internal_row(more, len(self._widths)))
        return rows

    def _cells(self, line: _CommentLine) -> tuple[tuple[ExportParagraph, ...], ...]:
        return (ExportParagraph((self._name(line.codes),), Style.COMMENT),), line.wording, line.comments

    def _own_line(self, spoken: CommentedProvision) -> _CommentLine:
        own = spoken.own_provision
        assert own is not None
        codes = self._own_codes(own.joint)
        author = self._author(codes)
        is_told = own.does in (ProposedAction.MOVE, ProposedAction.DELETE)
        place = [self.line(self.place(own), Style.COMMENT)] if is_told else []
        wording = self.wording(own) if changes((own,)) else ()
        comments = (*place, *self.stance_line(own), *self.row_comments(replace(own, joint=())))
        return _CommentLine(codes, tuple(_by(author, text) for text in wording), comments)

    def _delegation_line(self, voice: DelegationComment, spoken: CommentedProvision | None = None) -> _CommentLine:
        language = word_language(voice.language)
        wording: tuple[ExportParagraph, ...] = ()
        if voice.placed.word_diff and spoken:
            change = CHANGED.get(voice.does(is_there=spoken.is_there), WordChange.EQUAL)
            unit, words = spoken.unit, voice.placed.word_diff
            made = self.lay_out_words(unit.label, words, heading=unit.kind in HEADINGS, label_change=change)
            wording = tuple(_by(self._author(voice.written.delegations), text) for text in made)
        elif voice.written.proposal:
            words = ((WordChange.EQUAL, voice.written.proposal),)
            wording = (ExportParagraph(self.mark_changes(words, MarkupStyle.COUNCIL, language), Style.PROVISION_TEXT),)
        comments = tuple(self.lines(voice.written.comment, Style.COMMENT, language=language))
        return _CommentLine(voice.written.delegations, wording, comments)

    # Delegations

    def _own_codes(self, joint: Iterable[str]) -> tuple[str, ...]:
        """Return our code, empty if unknown, then those of joint delegations."""
        own = self.paper.delegation or ""
        return (own, *(code for code in joint if code != own))

    def _name(self, codes: tuple[str, ...]) -> StyledRun:
        if all(codes) and codes:
            return StyledRun(", ".join(codes), style=Style.STRONG)
        return self.label(", ".join(code or self.words["delegation_unknown"] for code in codes or ("",)), Style.STRONG)

    def _author(self, codes: tuple[str, ...]) -> str:
        known = (
            self.labels.delegation(code or None) if code in ("", *PROTOCOL_ORDER) else code for code in codes or ("",)
        )
        return ", ".join(known)


def _by(author: str, text: ExportParagraph) -> ExportParagraph:
    return replace(text, runs=tuple(replace(run, author=author) for run in text.runs))


def _as_text(line: _CommentLine) -> list[ExportParagraph]:
    styles = {Style.COMMENT: Style.NORMAL, Style.PROVISION_TEXT: Style.NORMAL}
    return [replace(text, style=styles.get(text.style, text.style)) for text in (*line.wording, *line.comments)]


def _rank(codes: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(map(protocol_rank, codes)) or ((999, ""),)
