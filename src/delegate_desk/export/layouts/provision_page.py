"""Parts shared by all layouts on a position: citation, wording, comments and instructions of a provision."""

from collections.abc import Iterable
from dataclasses import replace

from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.internal_content import Internal, InternalProvision
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import SHORT_LABEL, PageLayout, beside_label, capital
from delegate_desk.export.position_paper import PaperProvision, PositionPaper

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
                lines = self.internal_lines(self.inside.general, Style.INTERNAL_NOTE, self.own)
                texts += on_field("internal", lines)
            texts += self._state(self.inside)
        return texts

    def general_part(self) -> list[ExportParagraph]:
        """Return the general comments under their heading; empty if there are none."""
        texts = self.general()
        return [self.line(self.words["general"], Style.HEADING), *texts] if texts else []

    def _state(self, inside: Internal) -> list[ExportParagraph]:
        told = [("cleared", inside.cleared.by, inside.cleared.at)] if inside.cleared else []
        told += [("sent", inside.sent.to, inside.sent.at)] if inside.sent else []
        texts = []
        for name, who, at in told:
            date = self.labels.date(local_time(at).date())
            text = f"{self.words[name]}{self.words['colon']}{who}, {date}"
            texts.append(ExportParagraph((self.sign(), self.label(text)), Style.INTERNAL_NOTE))
        return texts

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
        words = tuple(
            (WordChange.EQUAL, text) for change, text in shown.word_changes if change is not WordChange.INSERT
        )
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

    def stance_line(self, own: PaperProvision) -> list[ExportParagraph]:
        if own.stance is None:
            return []
        return on_field("stance", [self.line(self.labels.stances[own.stance], Style.COMMENT, look=Style.STRONG)])

    def comments(self, own: PaperProvision, style: Style = Style.COMMENT) -> list[ExportParagraph]:
        """Return our paragraphs on a provision: comment, justification, supporting delegations, circulating notes."""
        texts = on_field("comment", self.lines(own.comment, style, language=self.own))
        return [*texts, *self.justification(own, style, named=True), *self._besides(own, style)]

    def justification_and_comment(self, own: PaperProvision) -> list[ExportParagraph]:
        """Return the same with the justification first, and the comment with its name."""
        texts = self.justification(own, Style.COMMENT, named=False)
        named = self.label(self.words["comments"] + self.words["colon"], Style.STRONG)
        if own.comment.strip():
            texts += on_field("comment", self.lines(own.comment, Style.COMMENT, named, language=self.own))
        return [*texts, *self._besides(own, Style.COMMENT)]

    def justification(self, own: PaperProvision, style: Style, *, named: bool) -> list[ExportParagraph]:
        if not own.justification.strip():
            return []
        head = (self.label(self.words["justification"] + self.words["colon"], Style.STRONG),) if named else ()
        return on_field("justification", self.lines(own.justification, style, *head, language=self.own))

    def _besides(self, own: PaperProvision, style: Style) -> list[ExportParagraph]:
        texts = []
        if own.joint:
            head = self.label(self.words["joint"] + self.words["colon"], Style.STRONG)
            texts.append(ExportParagraph((head, StyledRun(", ".join(own.joint))), style))
        for remark in own.remarks:
            texts += self.remark(remark, style, language=self.own)
        return texts

    def instructions(self, more: InternalProvision, style: Style) -> list[ExportParagraph]:
        texts: list[ExportParagraph] = []
        fields = {more.instruction.strip(): "instruction", more.text.strip(): "internal"}
        for name, words in internal_remarks(more, self.labels):
            head = (self.label(name + (self.words["colon"] if words else ""), Style.STRONG),) if name else ()
            if len(words) == 1:
                lines = self.lines(words[0][1], style, self.sign(), *head, language=self.own)
                texts += on_field(fields.get(words[0][1], ""), lines)
            else:
                runs = self.mark_changes(words, MarkupStyle.COUNCIL, self.own)
                texts.append(ExportParagraph((self.sign(), *head, *runs), style))
        for note in more.notes:
            texts += self.note(note, style, self.own)
        return texts


def on_field(field: str, texts: Iterable[ExportParagraph]) -> list[ExportParagraph]:
    """Return paragraphs that print a field of our position, or a part of a row."""
    return [replace(text, field=field) for text in texts]


def internal_remarks(more: InternalProvision, labels: ExportLabels) -> list[tuple[str, WordDiff]]:
    """Return the internal content of a provision except the notes: name and text of each; either may be empty."""
    words = labels.words
    said: list[tuple[str, WordDiff]] = []
    if more.priority:
        said.append((words["priority"].format(n=more.priority), ()))
    if more.stance:
        said.append((words["internal_stance"].format(stance=labels.stances[more.stance]), ()))
    texts = [
        (labels.kinds["red_line"], more.red_line),
        (words["instruction"], more.instruction),
        (words["source"], more.source),
    ]
    said += [(name, ((WordChange.EQUAL, text.strip()),)) for name, text in texts if text.strip()]
    said += [(words["fallback"].format(n=n), fallback) for n, fallback in enumerate(more.fallbacks, 1)]
    if more.authors:
        said.append((words["taken_from"], ((WordChange.EQUAL, ", ".join(more.authors)),)))
    if more.text.strip():
        said.append(("", ((WordChange.EQUAL, more.text.strip()),)))
    if more.tags:
        said.append(("", ((WordChange.EQUAL, " ".join(f"#{tag}" for tag in more.tags)),)))
    return said


def pair_provisions(provisions: Iterable[PaperProvision], inside: Iterable[InternalProvision]) -> list[Pair]:
    """Return the circulating and internal content on the same provisions, in the document's order."""
    own = {provision.address: provision for provision in provisions}
    more = {provision.address: provision for provision in inside}
    orders = {address: (provision.order, address) for address, provision in own.items()}
    orders |= {address: (provision.order, address) for address, provision in more.items()}
    return [(own.get(address), more.get(address)) for address in sorted(orders, key=orders.__getitem__)]


def changes(provisions: Iterable[PaperProvision]) -> bool:
    return any(change is not WordChange.EQUAL for provision in provisions for change, _ in provision.word_changes)
