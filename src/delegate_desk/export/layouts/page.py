"""Parts shared by all layouts: labels, marking, headers and footers, internal content; and provisions of a position."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.export.blocks import (
    CountedField,
    ExportDocument,
    ExportParagraph,
    ExportTable,
    StyledRun,
    TableCell,
    TableRow,
)
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.internal_content import Internal, InternalNote, InternalProvision
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.position_paper import CirculatedAnnotation, PaperProvision, PositionPaper

HEAD_GROUND = "F1EFEA"
INTERNAL_GROUND = "FBF3E0"


class PageLayout:
    """Creates the parts that look alike in every kind of file.

    Attributes:
        label_language: Language of the labels, as Word names it.
        is_internal: True for the capital's copy.
    """

    def __init__(self, labels: ExportLabels, marking: str | None, *, internal: bool, wide: bool = False) -> None:
        self.labels = labels
        self.words = labels.words
        self.label_language = word_language(labels.language)
        self._marking = marking
        self.is_internal = internal
        self._wide = wide

    def label(self, text: str, style: Style | None = None) -> StyledRun:
        return StyledRun(text, self.label_language, style)

    def line(
        self,
        text: str,
        style: Style = Style.NORMAL,
        *,
        look: Style | None = None,
        keep_next: bool = False,
        level: int | None = None,
    ) -> ExportParagraph:
        """Return a paragraph in the language of the labels."""
        return ExportParagraph((self.label(text, look),), style, keep_next, level=level)

    def header_row(self, names: Iterable[str]) -> TableRow:
        """Return the header row of a table, repeated on each page."""
        return TableRow(tuple(TableCell((self.line(name, Style.COLUMN_HEAD),)) for name in names), is_header=True)

    def document(
        self,
        title: str,
        author: str,
        language: str,
        blocks: Iterable[ExportParagraph | ExportTable],
        *,
        head: str,
        foot: str,
        tracked: bool = False,
        fields: Mapping[str, StyledRun] | None = None,
    ) -> ExportDocument:
        """Return the whole file: blocks between headers and footers, with ``head`` at the top of its further pages."""
        wide = self._wide
        marking = (StyledRun(self._marking, style=Style.MARKING_SIGN),) if self._marking else ()
        first = ExportParagraph((), Style.RUNNING_HEAD)
        if self._marking:
            first = ExportParagraph((StyledRun(self._marking),), Style.WIDE_MARKING if wide else Style.MARKING)
        # on the other pages the audience on a separate line, the title, the marking
        style, right = Style.WIDE_HEAD if wide else Style.RUNNING_HEAD, (StyledRun("\t"), *marking) if marking else ()
        header: tuple[ExportParagraph, ...] = (ExportParagraph((self.label(head), *right), style),)
        if self.is_internal:
            banner = self.label(self.words["internal_banner"], Style.INTERNAL_SIGN)
            header = (ExportParagraph((banner, *right), style), self.line(head, style))
        # at the foot a reference, the marking, the page number
        page, pages = (StyledRun("1", field=field) for field in (CountedField.PAGE, CountedField.PAGES))
        runs = (StyledRun(foot), StyledRun("\t"), *marking, StyledRun("\t"), page, StyledRun("/"), pages)
        return ExportDocument(
            title=title,
            author=author,
            language=language,
            blocks=tuple(blocks),
            first_page_header=(first,),
            page_header=header,
            page_footer=(ExportParagraph(runs, Style.WIDE_FOOT if wide else Style.RUNNING_FOOT),),
            tracked=tracked,
            landscape=self._wide,
            fields=fields or {},
        )

    def notice(self, text: str = "internal_notice") -> list[ExportParagraph]:
        """Return the notice on who a non-circulating copy is for, and how internal content is marked."""
        if not self.is_internal:
            return []
        banner = self.label(self.words["internal_banner"], Style.INTERNAL_SIGN)
        return [ExportParagraph((banner,), Style.NOTICE), self.line(self.words[text], Style.NOTICE)]

    def details(self, details: list[tuple[str, StyledRun]]) -> list[ExportParagraph]:
        lines = [(self.label(name, Style.SOFT), StyledRun("\t"), value) for name, value in details]
        styles = [*[Style.DETAIL] * (len(lines) - 1), Style.LAST_DETAIL]
        return [ExportParagraph(line, style) for line, style in zip(lines, styles, strict=False)]

    def lines(self, text: str, style: Style, *before: StyledRun, language: str = "") -> list[ExportParagraph]:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            return [ExportParagraph(before, style)] if before else []
        return [
            ExportParagraph((*(before if n == 0 else ()), StyledRun(line, language)), style)
            for n, line in enumerate(lines)
        ]

    def sign(self) -> StyledRun:
        return self.label(self.words["internal"] + self.words["colon"], Style.INTERNAL_SIGN)

    def remark(
        self, remark: CirculatedAnnotation | InternalNote, style: Style, *before: StyledRun, language: str = ""
    ) -> list[ExportParagraph]:
        """Return an annotation: its author if not ours, kind, quote and text."""
        head = [*before, self.remark_kind(remark)]
        if remark.quote:
            head += [self.label(self.words["colon"]), StyledRun(self.labels.quote(remark.quote), language)]
        if remark.text.strip():
            head.append(self.label(self.words["colon"] if not remark.quote else " – "))
        return self.lines(remark.text, style, *head, language=language)

    def remark_kind(self, remark: CirculatedAnnotation | InternalNote) -> StyledRun:
        kind = self.labels.kinds[remark.kind]
        return self.label(f"{remark.holder}{self.words['colon']}{kind}" if remark.holder else kind, Style.STRONG)

    def note(self, note: InternalNote, style: Style, language: str = "") -> list[ExportParagraph]:
        texts = self.remark(note, style, self.sign(), language=language)
        if note.tags:
            tags = " ".join(f"#{tag}" for tag in note.tags)
            texts.append(ExportParagraph((StyledRun(tags, style=Style.SOFT),), style))
        return texts

    def mark_changes(self, words: WordDiff, markup: MarkupStyle, language: str = "") -> tuple[StyledRun, ...]:
        """Return a wording with its changes, marked as in Council documents or tracked by Word."""
        if markup is MarkupStyle.TRACKED:
            return tuple(StyledRun(text, language, change=change) for change, text in words)
        styles = {WordChange.EQUAL: None, WordChange.INSERT: Style.ADDED, WordChange.DELETE: Style.DELETED}
        return tuple(StyledRun(text, language, styles[change]) for change, text in separate_changes(words))


SHORT_LABEL = 5
"""A longer label is above its text, not in the margin."""


def beside_label(
    label: tuple[StyledRun, ...], tab: StyledRun, runs: tuple[StyledRun, ...], *, above: bool
) -> tuple[ExportParagraph, ...]:
    """Return a text with its label in the margin, or above."""
    if not above:
        return (ExportParagraph((*label, tab, *runs), Style.NUMBERED_TEXT),)
    head = ExportParagraph(label, Style.PROVISION_LABEL)
    return (head, ExportParagraph(runs, Style.PROVISION_TEXT)) if runs else (head,)


def separate_changes(words: WordDiff) -> WordDiff:
    """Return the changes with a space between a deletion and its replacement: each takes the following space."""
    result = list(words)
    for n in range(len(result) - 2):
        (first, old), (second, new), (change, rest) = result[n : n + 3]
        changes = (first, second, change) == (WordChange.DELETE, WordChange.INSERT, WordChange.EQUAL)
        if changes and rest[:1] == " " and not (old[-1:].isspace() or new[:1].isspace() or new[-1:].isspace()):
            result[n : n + 3] = (first, f"{old} "), (second, f"{new} "), (change, rest[1:])
    return tuple(word for word in result if word[1])


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


CHANGED = {ProposedAction.INSERT: WordChange.INSERT, ProposedAction.DELETE: WordChange.DELETE}
_PLACES = {
    ProposedAction.INSERT: "place_new",
    ProposedAction.MOVE: "place_moved",
    ProposedAction.DELETE: "place_deleted",
}
Pair = tuple[PaperProvision | None, InternalProvision | None]


class ProvisionPage(PageLayout):
    """Creates the parts of a file on one document with provisions.

    Attributes:
        inside: Internal content; None if the file circulates.
        own: Language of the text, as Word names it.
    """

    def __init__(
        self,
        paper: PositionPaper,
        labels: ExportLabels,
        markup: MarkupStyle,
        inside: Internal | None,
        *,
        wide: bool = False,
    ) -> None:
        super().__init__(labels, paper.cover.marking, internal=inside is not None, wide=wide)
        self.paper = paper
        self.inside = inside
        self.markup = markup
        self.cover = paper.cover
        self.own = word_language(paper.cover.language)
        self.author = labels.delegation(paper.delegation)

    def text(self, text: str) -> StyledRun:
        return StyledRun(text, self.own)

    def about(self) -> list[tuple[str, StyledRun]]:
        """Return the details of the document concerned and the date of the file, line by line."""
        cover, words = self.cover, self.words
        document = cover.name
        if cover.date:
            document = words["document_dated"].format(name=cover.name, date=self.labels.date(cover.date))
        details = [(words["document"], self.label(document))]
        if cover.interinstitutional_files:
            details.append((words["file"], StyledRun(", ".join(cover.interinstitutional_files))))
        if cover.subject:
            details.append((words["subject"], self.text(cover.subject)))
        return [*details, (words["date"], self.label(self.labels.date(self.paper.date)))]

    def build_page(self, title: str, head: str, blocks: Iterable[ExportParagraph | ExportTable]) -> ExportDocument:
        """Return the whole file: blocks between headers and footers, with ``head`` at the top of its further pages."""
        fields = {
            "title": self.label(title),
            "reference": StyledRun(self.cover.name),
            "delegation": self.label(self.author),
            "date": self.label(self.labels.date(self.paper.date)),
            "subject": self.text(self.cover.subject),
            "file": StyledRun(", ".join(self.cover.interinstitutional_files)),
            "marking": StyledRun(self.cover.marking or "", style=Style.MARKING_SIGN),
        }
        tracked = self.markup is MarkupStyle.TRACKED
        return self.document(
            title, self.author, self.own, blocks, head=head, foot=self.cover.name, tracked=tracked, fields=fields
        )

    def general(self) -> list[ExportParagraph]:
        """Return the general comments, and general internal content, without a heading."""
        texts = on_field("general", self.lines(self.paper.general, Style.NORMAL, language=self.own))
        if self.inside:
            if self.inside.general.strip():
                lines = self.lines(self.inside.general, Style.INTERNAL_NOTE, self.sign(), language=self.own)
                texts += on_field("internal", lines)
            events = [("cleared", self.inside.cleared.by, self.inside.cleared.at)] if self.inside.cleared else []
            events += [("sent", self.inside.sent.to, self.inside.sent.at)] if self.inside.sent else []
            for name, person, time in events:
                text = f"{self.words[name]}{self.words['colon']}{person}, {self.labels.date(local_time(time).date())}"
                texts.append(ExportParagraph((self.sign(), self.label(text)), Style.INTERNAL_NOTE))
        return texts

    def general_part(self) -> list[ExportParagraph]:
        """Return the general comments under their heading; empty if there are none."""
        texts = self.general()
        return [self.line(self.words["general"], Style.HEADING), *texts] if texts else []

    # Provisions

    def place(self, shown: PaperProvision | InternalProvision) -> str:
        """Return the name of a provision and the change requested of it as a whole, for the beginning of a line."""
        text = shown.citation
        name = _PLACES.get(shown.does) if isinstance(shown, PaperProvision) else None
        if name and isinstance(shown, PaperProvision):
            if shown.does is not ProposedAction.DELETE and not shown.after_citation:
                name += "_first"
            text = self.words[name].format(place=text, after=shown.after_citation)
        return capital(text)

    def wording(self, shown: PaperProvision | InternalProvision) -> tuple[ExportParagraph, ...]:
        """Return the text with the proposal, its label in the margin or above."""
        change = CHANGED.get(shown.does, WordChange.EQUAL) if isinstance(shown, PaperProvision) else WordChange.EQUAL
        return self.lay_out_words(shown.label, shown.word_changes, heading=shown.heading, label_change=change)

    def source(self, shown: PaperProvision | InternalProvision) -> tuple[ExportParagraph, ...]:
        """Return the unchanged text, its label in the margin or above; empty for a new provision."""
        words = tuple((WordChange.EQUAL, text) for kind, text in shown.word_changes if kind is not WordChange.INSERT)
        is_new = isinstance(shown, PaperProvision) and shown.does is ProposedAction.INSERT
        return self.lay_out_words("" if is_new else shown.label, words, heading=shown.heading)

    def lay_out_words(
        self, label: str, words: WordDiff, *, heading: bool = False, label_change: WordChange = WordChange.EQUAL
    ) -> tuple[ExportParagraph, ...]:
        """Return words with their changes, their label in the margin or above."""
        runs = self.mark_changes(words, self.markup, self.own)
        if not label:
            return (ExportParagraph(runs, Style.PROVISION_TEXT),)
        head = self.mark_changes(((label_change, label),), self.markup, self.own)
        (tab,) = self.mark_changes(((label_change, "\t"),), self.markup)
        return beside_label(head, replace(tab, style=None), runs, above=heading or len(label) > SHORT_LABEL)

    def stance_line(self, provision: PaperProvision) -> list[ExportParagraph]:
        if provision.stance is None:
            return []
        return on_field("stance", [self.line(self.labels.stances[provision.stance], Style.COMMENT, look=Style.STRONG)])

    def comments(self, provision: PaperProvision, style: Style = Style.COMMENT) -> list[ExportParagraph]:
        """Return our paragraphs on a provision: comment, justification, supporting delegations, circulating notes."""
        texts = on_field("comment", self.lines(provision.comment, style, language=self.own))
        return [*texts, *self.justification(provision, style, named=True), *self.besides(provision, style)]

    def justification(self, provision: PaperProvision, style: Style, *, named: bool) -> list[ExportParagraph]:
        if not provision.justification.strip():
            return []
        head = (self.label(self.words["justification"] + self.words["colon"], Style.STRONG),) if named else ()
        return on_field("justification", self.lines(provision.justification, style, *head, language=self.own))

    def besides(self, provision: PaperProvision, style: Style) -> list[ExportParagraph]:
        texts = []
        if provision.joint:
            head = self.label(self.words["joint"] + self.words["colon"], Style.STRONG)
            texts.append(ExportParagraph((head, StyledRun(", ".join(provision.joint))), style))
        for remark in provision.remarks:
            texts += self.remark(remark, style, language=self.own)
        return texts

    def instructions(self, provision: InternalProvision, style: Style) -> list[ExportParagraph]:
        texts: list[ExportParagraph] = []
        for name, words, field in internal_remarks(provision, self.labels):
            head = (self.label(name + (self.words["colon"] if words else ""), Style.STRONG),) if name else ()
            if len(words) == 1:
                texts += on_field(field, self.lines(words[0][1], style, self.sign(), *head, language=self.own))
            else:
                runs = self.mark_changes(words, MarkupStyle.COUNCIL, self.own)
                texts.append(ExportParagraph((self.sign(), *head, *runs), style))
        for note in provision.notes:
            texts += self.note(note, style, self.own)
        return texts


def on_field(field: str, texts: Iterable[ExportParagraph]) -> list[ExportParagraph]:
    """Return paragraphs that print a field of our position, or a part of a row."""
    return [replace(text, field=field) for text in texts]


def internal_remarks(provision: InternalProvision, labels: ExportLabels) -> list[tuple[str, WordDiff, str]]:
    """Return the internal content of a provision except the notes: name, text and field of each; any may be empty."""
    words = labels.words
    remarks: list[tuple[str, WordDiff, str]] = []
    if provision.priority:
        remarks.append((words["priority"].format(n=provision.priority), (), ""))
    if provision.stance:
        remarks.append((words["internal_stance"].format(stance=labels.stances[provision.stance]), (), ""))
    texts = [
        (labels.kinds["red_line"], provision.red_line, ""),
        (words["instruction"], provision.instruction, "instruction"),
        (words["source"], provision.source, ""),
    ]
    remarks += [(name, ((WordChange.EQUAL, text.strip()),), field) for name, text, field in texts if text.strip()]
    remarks += [(words["fallback"].format(n=n), fallback, "") for n, fallback in enumerate(provision.fallbacks, 1)]
    if provision.authors:
        remarks.append((words["taken_from"], ((WordChange.EQUAL, ", ".join(provision.authors)),), ""))
    if provision.text.strip():
        remarks.append(("", ((WordChange.EQUAL, provision.text.strip()),), "internal"))
    if provision.tags:
        remarks.append(("", ((WordChange.EQUAL, " ".join(f"#{tag}" for tag in provision.tags)),), ""))
    return remarks


def pair_provisions(provisions: Iterable[PaperProvision], inside: Iterable[InternalProvision]) -> list[Pair]:
    """Return the circulating and internal content on the same provisions, in the document's order."""
    circulating = {provision.address: provision for provision in provisions}
    internal = {provision.address: provision for provision in inside}
    orders = {address: (provision.order, address) for address, provision in circulating.items()}
    orders |= {address: (provision.order, address) for address, provision in internal.items()}
    return [(circulating.get(address), internal.get(address)) for address in sorted(orders, key=orders.__getitem__)]


def changes(provisions: Iterable[PaperProvision]) -> bool:
    return any(change is not WordChange.EQUAL for provision in provisions for change, _ in provision.word_changes)
