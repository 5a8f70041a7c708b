"""Sections on the text of a paragraph: revisions, languages, footnotes and references, recitals and terms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from textwrap import shorten

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.documents.columns import cell_text, is_row, row_of
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.explanations import DefinedTerm, RelatedUnit
from delegate_desk.core.errors import DeskError
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.comparison import SAYS_THE_SAME, Comparison, UnitOutcome, Verdict
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.file_section import (
    FileSection,
    NamedDocument,
    ParagraphContext,
    TranslatedText,
    in_color,
    place_from_link,
    place_link,
    translate,
)
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    clear_layout,
    column_layout,
    flat_button,
    label,
    link_label,
    row_layout,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import comparison, dossiers, terms
from delegate_desk.gui.widgets.text.page_metrics import mark_changes

_IMPORT_LINK = "import"
_AROUND = 24
"""Number of unchanged characters shown beside a change."""
_PAUSE = 300
"""Milliseconds that a paragraph is current before its revisions are compared, or its links are computed."""


ParagraphRevision = tuple[LibraryDocument, Place | None, UnitOutcome | None]
"""A revision, the paragraph there if it has it, and its outcome from the revision before; None for the oldest."""


def load_paragraph_revisions(
    desk: Desk, place: Place, revisions: Sequence[LibraryDocument]
) -> Steps[tuple[ParagraphRevision, ...]]:
    """Follow a paragraph through the revisions of its document, newest first. Slow; safe on any thread."""
    steps: dict[DocumentId, Comparison] = {}
    for new, old in pairwise(revisions):
        steps[new.id] = yield from desk.comparisons.compare(old.id, new.id)
    current = next(n for n, revision in enumerate(revisions) if revision.id == place.document)
    outcomes: dict[DocumentId, tuple[Address | None, UnitOutcome | None]] = {}
    address: Address | None = place.address
    for revision in revisions[current:]:
        outcome = _outcome(steps.get(revision.id), new=address)
        outcomes[revision.id] = address, outcome
        address = outcome.old if outcome else None
    address = place.address
    for revision in reversed(revisions[:current]):
        outcome = _outcome(steps.get(revision.id), old=address)
        address = outcome.new if outcome else None
        outcomes[revision.id] = address, outcome
    return tuple(
        (revision, Place(revision.id, revision_address) if revision_address else None, outcome)
        for revision in revisions
        for revision_address, outcome in (outcomes[revision.id],)
        if revision_address is not None or outcome is not None
    )


def load_same_provisions(desk: Desk, place: Place) -> tuple[ParagraphRevision, ...]:
    """Find the provision of a table's row in the other documents of its dossier in its language, newest first.

    Each is compared with the last text of the row.
    """
    address = row_of(place.address) or place.address
    row = next((row for row in desk.documents.column_table(place.document).rows if row.unit == address), None)
    if row is None or row.address is None:
        return ()
    language = desk.documents.get(place.document).header.language
    row_text = next((text for text in reversed([*row.cells.values()]) if text), "")
    provisions: dict[object, ParagraphRevision] = {}
    for document in reversed(desk.dossiers.for_document(place.document).documents):
        reference = document.header.reference
        other_place = Place(document.id, row.address)
        unit = desk.documents.unit(other_place) if document.header.language == language else None
        if unit is not None and document.id != place.document:
            words = diff_words(cell_text(unit), row_text)
            same = sum(len(text) for change, text in words if change is WordChange.EQUAL)
            similarity = same / max(len(row_text), len(unit.text), 1)
            verdict = Verdict.SAME if all(change is WordChange.EQUAL for change, _ in words) else Verdict.REWORDED
            outcome = UnitOutcome(row.address, place.address, verdict, similarity, words)
            provisions.setdefault(reference and reference.family, (document, other_place, outcome))
    return tuple(provisions.values())


def _outcome(step: Comparison | None, *, old: Address | None = None, new: Address | None = None) -> UnitOutcome | None:
    if step is None or (old is None and new is None):
        return None
    return next((o for o in step.outcomes if (o.new == new if new is not None else o.old == old)), None)


class RevisionsSection(FileSection):
    """Revisions of the paragraph, compared after a pause if the section is unfolded.

    For a table, the same provision in the other documents of the dossier is shown instead.
    """

    key = "revisions"

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._usual_title = translate("context", "Revisions of this paragraph")
        super().__init__(self._usual_title, parent)
        self._desk = desk
        self._tasks = tasks
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._job: Job | None = None
        self._shown: Sequence[object] = ()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._load)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        is_table = bool(paragraphs) and _is_of_table(paragraphs[0].place)
        contexts = [entry for entry in paragraphs if entry.citation and (len(entry.revisions) > 1 or is_table)]
        key = [(context.place, context.revisions, theme.color("soft").name()) for context in contexts]
        if key == self._shown:
            return
        self._paragraphs, self._shown = contexts, key
        if self._job is not None:
            self._job.cancel()
        self._timer.stop()
        clear_layout(self.body_layout)
        self.title = translate("context", "Same provision elsewhere") if is_table else self._usual_title
        self.header.setText(self.title)
        if contexts:
            self.show_content(0 if is_table else len(contexts[0].revisions))
            self._timer.start()
        else:
            self.show_nothing()

    @override
    def set_folded(self, *, folded: bool) -> None:
        super().set_folded(folded=folded)
        if not folded and self._has_content and not self.body_layout.count():
            self._timer.start()

    def _load(self) -> None:
        paragraphs = self._paragraphs
        if not paragraphs or self.is_folded or not self.isVisible():
            return

        def load() -> Steps[list[tuple[ParagraphRevision, ...]]]:
            revisions: list[tuple[ParagraphRevision, ...]] = []
            for context in paragraphs:
                if _is_of_table(context.place):
                    revisions.append(load_same_provisions(self._desk, context.place))
                else:
                    revisions += [(yield from load_paragraph_revisions(self._desk, context.place, context.revisions))]
            return revisions

        self._job = self._tasks.read(load, while_alive(self, self._show), failed=while_alive(self, self._on_failed))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, DeskError):  # the comparison itself reports a text that cannot be compared
            self.show_nothing()
        else:
            self._tasks.failed.emit(error)

    def _show(self, paragraphs: list[tuple[ParagraphRevision, ...]]) -> None:
        self._job = None
        clear_layout(self.body_layout)
        counts = [0]
        for context, revisions in zip(self._paragraphs, paragraphs, strict=True):
            if len(revisions) > 1 or (revisions and _is_of_table(context.place)):
                entries = [entry for revision in revisions for entry in self._entries(context, revision)]
                self.add_entries(entries, context, is_named=len(paragraphs) > 1)
                counts.append(len(revisions))
        self.show_entries(max(counts))

    def _entries(self, context: ParagraphContext, revision: ParagraphRevision) -> Iterator[QWidget]:
        document, place, outcome = revision
        is_elsewhere = _is_of_table(context.place)
        name = document.name if is_elsewhere else dossiers.revision_beside_others(document)
        name_label = link_label("plain")
        name_label.setWordWrap(False)
        title = theme.semi_bold(f"<b>{escape(name)}</b>")
        day = in_color(terms.format_short_day(document.header.date), "soft") if document.header.date else ""
        if document.id == context.place.document:
            day += in_color(translate("context", " · current"), "soft")
        elif place is not None:
            title = place_link(place, name, "ink")
            name_label.linkActivated.connect(lambda _, place=place: self.opened.emit(place))
            name_label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_label.setText(theme.semi_bold(f"<b>{title}</b>") + f"&nbsp; {day}")
        verdict = label(comparison.outcome_label(outcome) if outcome else "", "small")
        if outcome is not None:
            set_property(verdict, "role", comparison.VERDICT_ROLES[outcome.verdict])
        name_label.setAccessibleName(f"{name} {verdict.text()}")
        yield FlowRow((name_label, verdict), 8, ends_right=True)
        if outcome is not None and outcome.verdict not in SAYS_THE_SAME and outcome.words:
            words = link_label("words")
            words.setText(mark_changes(outcome.words, _AROUND))
            yield words

    @override
    def entries(self) -> list[QWidget]:
        return [entry for entry in self.body.findChildren(QLabel) if entry.focusPolicy() and entry.isVisibleTo(self)]


def _is_of_table(place: Place) -> bool:
    return is_row(place.address) or row_of(place.address) is not None


class FoldingText(QLabel):
    """Text of a paragraph, cut after two lines until it is unfolded."""

    _LINES = 2

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._is_unfolded = False
        set_part(self, "words")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._fit(280)

    def unfold(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        shown = self._text if self._is_unfolded else self._cut(max(width, 60))
        if shown != self.text():
            self.setText(shown)
            self.updateGeometry()

    def _cut(self, width: int) -> str:
        layout = QTextLayout(self._text, self.font())
        layout.beginLayout()
        end = 0
        for _ in range(self._LINES):
            line = layout.createLine()
            if not line.isValid():
                return self._text
            line.setLineWidth(width)
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return self._text if end >= len(self._text) else f"{self._text[: max(end - 3, 1)].rstrip()} …"

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit(self.width())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.unfold()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.unfold()


class LanguagesSection(FileSection):
    key = "languages"
    folded_under = 1400

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Languages"), parent)
        self._reading: Sequence[str] = ()
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._shown: list[tuple[TranslatedText, ...]] = []

    def set_reading_languages(self, languages: Iterable[str]) -> None:
        self._reading = tuple(languages)
        self.fill(self._paragraphs)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        self._paragraphs = paragraphs
        cited = [context for context in paragraphs if context.document is not None and context.citation]
        texts = [tuple(sorted(context.versions, key=self._rank)) for context in cited]
        if not cited:
            self.show_nothing()
        elif not any(texts) and (document := cited[0].document) is not None:
            name = terms.language_name(document.header.language)
            self.show_nothing(translate("context", "{language} only").format(language=name))
        elif texts != self._shown:
            clear_layout(self.body_layout)
            for context, versions in zip(cited, texts, strict=True):
                entries = [self._entry(version) for version in versions]
                self.add_entries(entries, context, is_named=len(cited) > 1)
            codes = dict.fromkeys(version.document.header.language.upper() for text in texts for version in text)
            self.show_content(max(map(len, texts)), fact=" ".join(codes))
        self._shown = texts

    def _rank(self, text: TranslatedText) -> int:
        language = text.document.header.language
        return self._reading.index(language) if language in self._reading else len(self._reading)

    def _entry(self, version: TranslatedText) -> QWidget:
        code = version.document.header.language
        name = terms.language_name(code)
        button = flat_button(code.upper(), translate("context", "Open in {language}").format(language=name))
        button.setToolTip(f"{name} · {version.citation}")
        button.clicked.connect(lambda: self.opened.emit(version.place))
        text = FoldingText(version.text)
        parts: list[QWidget] = [text]
        if version.is_doubtful:
            text_ = translate("context", "Only {place} corresponds").format(place=version.citation)
            parts.insert(0, label(text_, "warning", wrap=True))
        row = QWidget()
        column = column_layout(*parts, spacing=0, margins=0)
        row_layout((button, 0, Qt.AlignmentFlag.AlignTop), (column, 1), within=row, margins=0, spacing=4)
        return row

    @override
    def entries(self) -> list[QWidget]:
        return [text for text in self.body.findChildren(FoldingText) if text.isVisibleTo(self)]


class ReferencesSection(FileSection):
    """Footnotes, and the documents cited in them and in the text.

    Signals:
        import_requested: A missing document should be imported.
    """

    key = "references"
    folded_under = 1400
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Footnotes and references"), parent)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        clear_layout(self.body_layout)
        cited = [context for context in paragraphs if context.citation]
        count = 0
        for context in cited:
            lines = [f"{in_color(note.label, 'soft')}&nbsp; {escape(note.text)}" for note in context.footnotes]
            named = []
            for target, citation in context.places:
                assert target.document is not None  # the others are left out before
                target_place = Place(target.document.id, target.address or Address(""))
                link = place_link(target_place, f"{citation[:1].upper()}{citation[1:]}")
                document_name = f" · {escape(target.document.name)}" if target.reference is not None else ""
                named.append(link + document_name)
            named += map(_named_document, context.named)
            entries = []
            for line in (*lines, *dict.fromkeys(named)):
                line_label = link_label("plain")
                line_label.setText(line)
                line_label.linkActivated.connect(self._on_link)
                line_label.setFocusPolicy(Qt.FocusPolicy.StrongFocus if "<a " in line else Qt.FocusPolicy.NoFocus)
                entries.append(line_label)
            self.add_entries(entries, context, is_named=len(cited) > 1)
            count += len(entries)
        first = next((str(mention.target) for context in cited for mention, _, _ in context.named), "")
        self.show_entries(count, translate("context", "none") if cited else "", fact=first)

    def _on_link(self, link: str) -> None:
        if link == _IMPORT_LINK:
            self.import_requested.emit()
        else:
            self.opened.emit(place_from_link(link))


def _named_document(named: NamedDocument) -> str:
    mention, document, footnote = named
    prefix = translate("context", "footnote {label}: ").format(label=footnote) if footnote else ""
    target = str(mention.target)
    if document:
        subject = document.header.subject
        link = place_link(Place(document.id, Address("")), target)
        return f"{escape(prefix)}{link} {in_color(subject, 'soft') if subject else ''}".rstrip()
    if not mention.target.is_council:
        return escape(prefix + target)
    missing = translate("context", "{reference} is not in the library").format(reference=target)
    accent, text = theme.color("accent").name(), escape(translate("context", "Import…"))
    link = f'<a href="{_IMPORT_LINK}" style="color:{accent}; text-decoration:none">{text}</a>'
    return f"{escape(prefix)}{in_color(missing, 'scrutiny_reservation')} · {link}"


_LONGEST = 110  # characters

Links = Mapping[Address, Sequence[RelatedUnit]]


class ReasonsSection(FileSection):
    """Recitals and articles that belong together by their words; those of a document are computed once."""

    key = "reasons"
    folded_under = 1400

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(translate("context", "Recitals, articles and terms"), parent)
        self._desk = desk
        self._loader = LatestOnly(tasks, self)
        self._paragraphs: Sequence[ParagraphContext] = ()
        self._loading: LibraryDocument | None = None
        self._loaded: tuple[LibraryDocument, Links, Sequence[DefinedTerm]] | None = None
        self._words = ""
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._load)

    @override
    def fill(self, paragraphs: Sequence[ParagraphContext]) -> None:
        self._paragraphs = [context for context in paragraphs if context.place.address.startswith(("art_", "rec_"))]
        self._timer.stop()
        self._show_links()
        if self._paragraphs and self._links() is None:
            self._timer.start()

    def show_words(self, words: str) -> None:
        """Show first the whole definitions of terms that some words of the paragraph are, or are a part of."""
        if words != self._words:
            self._words = words
            self._show_links()

    def _load(self) -> None:
        document = self._paragraphs[0].document if self._paragraphs else None
        if document is None or (self._loader.is_busy and document == self._loading):
            return
        self._loading = document
        recitals_and_terms = self._desk.documents.recitals_and_terms
        self._loader.run(lambda _: (document, *recitals_and_terms(document.id)), self._show)

    def _show(self, loaded: tuple[LibraryDocument, Links, Sequence[DefinedTerm]]) -> None:
        if not self._paragraphs or self._paragraphs[0].document == loaded[0]:
            self._loaded = loaded
            self._show_links()

    def _links(self) -> tuple[Links, Sequence[DefinedTerm]] | None:
        if self._loaded is None or not self._paragraphs or self._loaded[0] != self._paragraphs[0].document:
            return None
        return self._loaded[1:]

    def _show_links(self) -> None:
        clear_layout(self.body_layout)
        count = 0
        links, all_terms = self._links() or ({}, ())
        for context in self._paragraphs:
            related = links.get(Address(context.place.address.partition("__")[0]), ())
            text = (context.own.source if context.own else None) or ""
            requested = all_terms if self._words and self._words in text else ()  # their definitions are first, in full
            entries = [
                self._entry(context.place, term.unit.address, terms.quote(term.term), term.unit.text, whole=True)
                for term in requested
                if term.is_in(text) and term.has_words(self._words)
            ]
            entries += [self._entry(context.place, unit.address, unit.label, unit.text) for unit in related]
            entries += self._terms(context, all_terms)
            self.add_entries(entries, context, is_named=len(self._paragraphs) > 1)
            count += len(entries)
        self.show_entries(count)

    def _terms(self, context: ParagraphContext, all_terms: Sequence[DefinedTerm]) -> Iterator[QWidget]:
        """The definitions of the terms in a paragraph; of its own and those below, if and where they are used."""
        address = context.place.address
        text = (context.own.source if context.own else None) or ""
        for defined in all_terms:
            unit = defined.unit
            if unit.address != address and not unit.address.startswith(f"{address}__"):
                if defined.is_in(text):
                    yield self._entry(context.place, unit.address, terms.quote(defined.term), unit.text)
            elif not defined.uses:
                remark = translate("context", "This term is not used in the articles.")
                yield self._entry(context.place, unit.address, terms.quote(defined.term), remark)
            elif defined.early:
                remark = translate("context", "used before it is defined")
                yield self._entry(context.place, defined.early[0], terms.quote(defined.term), remark)

    def _entry(self, place: Place, address: Address, name: str, text: str, *, whole: bool = False) -> QWidget:
        line_label = link_label("plain")
        link = place_link(Place(place.document, address), name)
        shown_text = text if whole else shorten(text, _LONGEST, placeholder="…")
        line_label.setText(f"{link} {in_color(shown_text, 'soft')}")
        line_label.linkActivated.connect(lambda link: self.opened.emit(place_from_link(link)))
        line_label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return line_label
