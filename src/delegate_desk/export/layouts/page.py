"""Parts shared by all layouts: labels, marking, headers and footers, and marks of internal content."""

from collections.abc import Iterable, Mapping

from delegate_desk.core.positions.export_options import MarkupStyle
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
from delegate_desk.export.internal_content import InternalNote
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.position_paper import CirculatedAnnotation

HEAD_GROUND = "F1EFEA"
INTERNAL_GROUND = "FBF3E0"


class PageLayout:
    """Creates the parts that look alike in every kind of file.

    Attributes:
        said: Language of the labels, as Word names it.
        is_internal: True for the capital's copy.
    """

    def __init__(self, labels: ExportLabels, marking: str | None, *, internal: bool, wide: bool = False) -> None:
        self.labels = labels
        self.words = labels.words
        self.said = word_language(labels.language)
        self._marking = marking
        self.is_internal = internal
        self._wide = wide

    def label(self, text: str, style: Style | None = None) -> StyledRun:
        return StyledRun(text, self.said, style)

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
        return ExportDocument(
            title=title,
            author=author,
            language=language,
            blocks=tuple(blocks),
            first_page_header=self.first_page_header(),
            page_header=self.page_header(head),
            page_footer=self.page_footer(foot),
            tracked=tracked,
            landscape=self._wide,
            fields=fields or {},
        )

    def first_page_header(self) -> tuple[ExportParagraph, ...]:
        if not self._marking:
            return (ExportParagraph((), Style.RUNNING_HEAD),)
        return (ExportParagraph((StyledRun(self._marking),), Style.WIDE_MARKING if self._wide else Style.MARKING),)

    def page_header(self, text: str) -> tuple[ExportParagraph, ...]:
        """Return the header of the other pages: the audience on a separate line, the title, the marking."""
        style = Style.WIDE_HEAD if self._wide else Style.RUNNING_HEAD
        marking = (StyledRun("\t"), StyledRun(self._marking, style=Style.MARKING_SIGN)) if self._marking else ()
        if not self.is_internal:
            return (ExportParagraph((self.label(text), *marking), style),)
        banner = self.label(self.words["internal_banner"], Style.INTERNAL_SIGN)
        return (ExportParagraph((banner, *marking), style), self.line(text, style))

    def page_footer(self, name: str) -> tuple[ExportParagraph, ...]:
        """Return the footer of each page: a reference, the marking, the page number."""
        page, pages = (StyledRun("1", field=field) for field in (CountedField.PAGE, CountedField.PAGES))
        marking = (StyledRun(self._marking, style=Style.MARKING_SIGN),) if self._marking else ()
        runs = (StyledRun(name), StyledRun("\t"), *marking, StyledRun("\t"), page, StyledRun("/"), pages)
        return (ExportParagraph(runs, Style.WIDE_FOOT if self._wide else Style.RUNNING_FOOT),)

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

    def internal_lines(self, text: str, style: Style, language: str = "") -> list[ExportParagraph]:
        return self.lines(text, style, self.sign(), language=language)

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
        looks = {WordChange.EQUAL: None, WordChange.INSERT: Style.ADDED, WordChange.DELETE: Style.DELETED}
        return tuple(StyledRun(text, language, looks[change]) for change, text in separate_changes(words))


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
    made = list(words)
    for n in range(len(made) - 2):
        (gone, old), (come, new), (change, rest) = made[n : n + 3]
        changes = (gone, come, change) == (WordChange.DELETE, WordChange.INSERT, WordChange.EQUAL)
        if changes and rest[:1] == " " and not (old[-1:].isspace() or new[:1].isspace() or new[-1:].isspace()):
            made[n : n + 3] = (gone, f"{old} "), (come, f"{new} "), (change, rest[1:])
    return tuple(word for word in made if word[1])


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
