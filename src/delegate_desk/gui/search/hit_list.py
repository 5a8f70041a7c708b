"""The list of hits with its keys and mouse: selecting, opening and previewing."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QListView, QMenu
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.search import (
    GoToSuggestion,
    Hit,
    HitKind,
    MatchReason,
    QueryChange,
    Revision,
    SearchResults,
    Suggestion,
)
from delegate_desk.core.translations.translation import AcrossHit, AcrossResults, Because
from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_list import (
    RIGHT,
    Index,
    RowDelegate,
    RowMenus,
    RowModel,
    column_geometry,
    draw_cursor,
    draw_marking,
    is_hovered,
    is_selected,
    write_line,
)
from delegate_desk.gui.widgets.text.page_metrics import TextLines, format_range, lay_out_plain
from delegate_desk.gui.widgets.text.paragraph_text import from_qt

_NO_BREAK = "\u00a0"
_BEFORE = 2
"""Words before a number that name what it belongs to: ``Regulation (EU) 2016/679``."""
_NUMBER = re.compile(r"\d+")
_MEMBER = re.compile(r"\b(?:REV|COR|ADD|DCL|EXT)\b.*")


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The head of some hits.

    Attributes:
        title: The short title of a document, or the kind of hits.
        members: Reference and language of the document, or what its revisions and languages share; may be empty.
        count: Number of hits below it.
        is_complete: False if further hits that are not shown may belong to it.
        family: Family of the document; empty for notes and positions.
    """

    title: str
    members: str
    marking: str | None
    count: int
    is_complete: bool = True
    family: str = ""


@dataclass(frozen=True, slots=True)
class MoreResultsRow:
    """The last row, if there are more hits than shown."""

    hidden: int


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A link after a hit that opens the same words in another language, or in another revision."""

    text: str
    language: str = ""
    revision: Revision | None = None


Row = GoToSuggestion | str | Suggestion | HitGroup | Hit | MoreResultsRow | AcrossHit
"""A text leads to the rows below it."""
HitNotes = tuple[str | LanguageLink, ...]


class HitsModel(RowModel[Row]):
    head = (HitGroup, str)
    direct: Sequence[Row] = ()
    _across: Sequence[Row] = ()
    _reasons: Mapping[Hit, tuple[Because, ...]] = {}

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.members: dict[DocumentId, str] = {}  # how documents are told apart where a family has several

    def show(self, results: SearchResults | None, *, same: bool = False) -> None:
        """Show an answer; None shows nothing. Hits in other languages of the same query stay."""
        rows: list[Row] = []
        if results is not None:
            is_complete = results.total <= len(results.hits)
            rows += results.go_to_suggestions
            self.members = {}
            in_texts = [hit for hit in results.hits if hit.kind is HitKind.PARAGRAPH]
            for head, hits in self._by_family(in_texts, is_complete=is_complete):
                rows += [head, *hits]
            others = {
                HitKind.ANNOTATION: self.tr("Your notes"),
                HitKind.POSITION: self.tr("Your positions"),
                HitKind.INTERVENTION: self.tr("Interventions"),
            }
            for kind, title in others.items():
                if hits := [hit for hit in results.hits if hit.kind is kind]:
                    rows += [HitGroup(title, "", _marking(hits), len(hits), is_complete), *hits]
            if results.suggestions:
                rows += [self.tr("No results. Try instead:"), *results.suggestions]
            if results.hits and not is_complete:
                rows.append(MoreResultsRow(results.total - len(results.hits)))
        self.direct = rows
        if not same or results is None:
            self._across = ()
        self.set_rows([*self.direct, *self._across])

    def show_across(self, results: AcrossResults | None) -> None:
        """Show hits in other languages below the answer, not counted with it; None shows none."""
        rows: list[Row] = []
        if results is not None:
            self._reasons = {found.hit: found.because for found in results.hits}
        if results is not None and not results.can_translate:
            rows = [
                self.tr("Also in other languages: nothing has been learned yet."),
                self.tr("Import a document in two languages, or a term base under Preferences > Library."),
            ]
        elif results is not None and results.total:
            rows = [self.tr("Also in other languages ({n})").format(n=terms.format_number(results.total))]
            is_complete = results.total <= len(results.hits)
            for head, hits in self._by_family([found.hit for found in results.hits], is_complete=is_complete):
                rows.append(head)
                rows += [AcrossHit(hit, self._reasons[hit]) for hit in hits]
        self._across = rows
        self.set_rows([*self.direct, *self._across])

    def hit(self, index: Index) -> Hit | None:
        row = self.row(index)
        return row.hit if isinstance(row, AcrossHit) else row if isinstance(row, Hit) else None

    def hits(self) -> list[tuple[int, Hit]]:
        """Return the hits with their rows, in the order shown."""
        return [(n, row) for n, row in enumerate(self.rows) if isinstance(row, Hit)]

    def number(self, index: Index) -> int:
        """Return the number of a row among the hits, from 1; 0 for a row that is no hit."""
        if not isinstance(self.row(index), Hit):
            return 0
        return sum(isinstance(row, Hit) for row in self.rows[: index.row() + 1])

    def first(self, number: int = 0) -> int:
        """Return the first row from a number on that can be selected, -1 if none can."""
        rest = enumerate(self.rows[number:], number)
        return next((n for n, row in rest if not self.is_head(row)), -1)

    def best_row(self, query: str) -> int:
        """Return the row for Enter: a place whose number the query begins with, else the first hit or row."""
        first = _NUMBER.search(query)
        top = self.rows[0] if self.rows else None
        words_before = query[: first.start()] if first else ":"
        if isinstance(top, GoToSuggestion) and ":" not in words_before and len(words_before.split()) <= _BEFORE:
            numbers = set(_NUMBER.findall(f"{top.name} {top.citation}"))
            if not numbers.isdisjoint(_NUMBER.findall(query)):
                return 0
        return next((n for n, _ in self.hits()), self.first())

    def index_of_row(self, row: Row) -> QModelIndex:
        """Return the index of the same or a corresponding row in this answer; an invalid index if there is none."""
        number = self.find(self.key(row))
        return self.index(number if number is not None else -1)

    @override
    def key(self, row: Row) -> object:
        if isinstance(row, AcrossHit):
            return (AcrossHit, row.hit.document, row.hit.address)
        if isinstance(row, Hit):
            return (row.kind, row.document, row.address, row.annotation, row.line)
        if isinstance(row, HitGroup):
            return (HitGroup, row.family or row.title)
        return MoreResultsRow if isinstance(row, MoreResultsRow) else row

    def notes_for_hit(self, hit: Hit) -> HitNotes:
        """Return the small print of a hit: why it matched, and its counterparts in the library."""
        parts: list[str | LanguageLink] = []
        reasons = [f"{reason.word} → {', '.join(reason.renderings)}" for reason in self._reasons.get(hit, ())]
        label = terms.margin_label(hit.address, hit.label).rstrip(".")
        place = f"{hit.name}, {label}" if label else hit.name
        others = (match_reason for match_reason in hit.match_reasons if match_reason is not MatchReason.EXACT)
        labels = {
            MatchReason.ACCENT: self.tr("accents ignored"),
            MatchReason.STEM: self.tr("word form"),
            MatchReason.PREFIX: self.tr("starts with"),
            MatchReason.FUZZY: self.tr("similar spelling"),
        }
        if matches := reasons or [labels[match_reason] for match_reason in others]:
            parts.append(" · ".join(matches))
        if member := self.members.get(hit.document):
            parts += [" · " if parts else "", member]
        if hit.kind is not HitKind.PARAGRAPH:
            parts += [" · " if parts else "", self.tr("on {place}").format(place=place)]
        links = [LanguageLink(code.upper(), language=code) for code in hit.other_languages]
        links += [LanguageLink(_member_name(revision.name), revision=revision) for revision in hit.revisions]
        before, _, after = self.tr("also in {places}").partition("{places}")
        for n, link in enumerate(links):
            parts += [", " if n else (" · " if parts else "") + before, link]
        return tuple(piece for piece in (*parts, after if links else "") if piece)

    def suggestion_text(self, suggestion: Suggestion) -> str:
        text = {
            QueryChange.FILTER: self.tr("Without {what}"),
            QueryChange.SPELLING: self.tr("Did you mean “{what}”?"),
            QueryChange.LANGUAGE: self.tr("Try {what}"),
            QueryChange.STEMMING: self.tr("All word forms"),
            QueryChange.WORDS: self.tr("Without {what}"),
        }[suggestion.change]
        return text.format(what=suggestion.detail)

    @override
    def place(self, row: Row) -> Place | None:
        hit = row.hit if isinstance(row, AcrossHit) else row
        return Place(hit.document, hit.address) if isinstance(hit, Hit) and hit.address else None

    @override
    def accessible_text(self, row: Row) -> str:
        if isinstance(row, HitGroup):
            return " ".join(filter(None, (row.title, row.marking, row.members)))
        if isinstance(row, str):
            return row
        if isinstance(row, MoreResultsRow):
            return terms.format_count(row.hidden, self.tr("Show 1 more result"), self.tr("Show {n} more results"))
        if isinstance(row, GoToSuggestion):
            place = ", ".join(filter(None, (row.name, row.language.upper(), row.citation, row.subject)))
            return self.tr("Go to {place}").format(place=place)
        if isinstance(row, Suggestion):
            found = terms.format_count(row.total, self.tr("1 result"), self.tr("{n} results"))
            text = self.suggestion_text(row)
            return f"{text} {found}" if text[-1] in "?;" else f"{text}, {found}"  # Greek asks with a semicolon
        hit = row.hit if isinstance(row, AcrossHit) else row
        notes = "".join(map(_text, self.notes_for_hit(hit)))
        return " ".join(filter(None, (terms.margin_label(hit.address, hit.label), hit.snippet, notes)))

    def _by_family(self, hits: Iterable[Hit], *, is_complete: bool) -> Iterator[tuple[HitGroup, list[Hit]]]:
        """Group hits under heads, in the order of the first of each document family."""
        families: dict[str, list[Hit]] = {}
        for hit in hits:
            families.setdefault(family_of_hit(hit), []).append(hit)
        for family, family_hits in families.items():
            members = {hit.document: hit for hit in family_hits}
            names = dict.fromkeys(hit.name for hit in members.values())
            languages = dict.fromkeys(hit.language.upper() for hit in members.values())
            for hit in members.values() if len(members) > 1 else ():
                language = hit.language.upper() if len(languages) > 1 else ""
                parts = (_member_name(hit.name) if len(names) > 1 else "", language)
                self.members[hit.document] = " ".join(filter(None, parts))
            top = family_hits[0]
            title = dossiers.hit_title(top)
            name = top.reference and (top.name if len(names) == 1 else family)
            summary = " · ".join(filter(None, (name, ", ".join(languages))))
            yield HitGroup(title, summary, _marking(family_hits), len(family_hits), is_complete, family), family_hits


def _marking(hits: Iterable[Hit]) -> str | None:
    return next((hit.marking for hit in hits if hit.marking), None)


@lru_cache(maxsize=1024)
def _family(reference: str) -> str:
    found = parse_reference(reference)
    return str(replace(found, revision=0, suffixes=())) if found is not None else reference


def family_of_hit(hit: Hit) -> str:
    """Return the reference shared by the family of a hit's document."""
    return _family(hit.reference) if hit.reference else f"#{hit.document}"


def _member_name(name: str) -> str:
    """Return the part of a reference that distinguishes it in the family: ``REV 1``, ``INIT`` for the first."""
    member = _MEMBER.search(name)
    return member[0].replace(" ", _NO_BREAK) if member else "INIT"


_LINE = 24.0


@dataclass(frozen=True, slots=True)
class HitLines:
    """A hit in lines, with the spans of its links in code points."""

    lines: TextLines
    links: tuple[tuple[int, int, LanguageLink], ...]

    def link_at(self, point: QPointF) -> LanguageLink | None:
        line = self.lines.layout.lineAt(int(point.y() // _LINE))
        if not line.isValid() or point.x() > line.naturalTextWidth() + 4:
            return None
        offset = from_qt(self.lines.text, line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter))
        return next((link for start, end, link in self.links if start <= offset < end), None)


@lru_cache(maxsize=1024)
def lay_out_hit(label: str, snippet: str, spans: Sequence[tuple[int, int]], notes: HitNotes, width: int) -> HitLines:
    """Lay out a hit in lines of a width in pixels: a label, the text, and small print.

    ``spans`` are the matching words of the text: 0-based, end-exclusive, in code points.
    """
    start = f"{label}  " if label else ""
    text = f"{start}{snippet}"
    line = text + ("  " if notes else "") + "".join(_text(piece) for piece in notes)
    formats = [_range(line, 0, len(text), "ink")]
    if label:
        formats.append(_range(line, 0, len(label), "soft"))
    for begin, end in spans:
        range_ = _range(line, len(start) + begin, len(start) + end, "ink")
        range_.format.setBackground(theme.color("hit"))
        formats.append(range_)
    links = []
    offset = len(text) + 2
    for piece in notes:
        end = offset + len(_text(piece))
        small = _range(line, offset, end, "accent" if isinstance(piece, LanguageLink) else "soft")
        small.format.setFont(theme.ui_font(theme.FINE))
        formats.append(small)
        if isinstance(piece, LanguageLink):
            links.append((offset, end, piece))
        offset = end
    return HitLines(lay_out_plain(line, theme.reading_font(theme.LARGE), width, _LINE, formats), tuple(links))


def _text(piece: str | LanguageLink) -> str:
    return piece if isinstance(piece, str) else piece.text


def _range(text: str, start: int, end: int, role: str) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setForeground(theme.color(role))
    return format_range(text, start, end, style)


_MARGIN_COLUMN = 78
_HEAD = 32
_LINE_HEIGHT = 32
_PADDING = 6
_SIGN = 11


class HitDelegate(RowDelegate[Row]):
    """Draws search results: headings in the interface font, snippets in the reading font, matches highlighted."""

    _model: HitsModel

    def __init__(self, view: QListView, model: HitsModel) -> None:
        super().__init__(view, model)
        theme.subscribe_to_theme(self, lay_out_hit.cache_clear)

    def link_at(self, point: QPoint) -> LanguageLink | None:
        index = self._view.indexAt(point)
        hit = self._model.hit(index)
        if hit is None:
            return None
        corner = self._column(self._view.visualRect(index)).topLeft() + QPoint(_MARGIN_COLUMN, _PADDING)
        return self._hit_lines(hit).link_at(QPointF(point - corner))

    @override
    def _height(self, row: Row) -> int:
        row = row.hit if isinstance(row, AcrossHit) else row
        if isinstance(row, HitGroup | str):
            return _HEAD + (8 if row is not self._model.rows[0] else 0)
        if isinstance(row, Hit):
            return round(self._hit_lines(row).lines.height) + 2 * _PADDING + 2
        return 40 if isinstance(row, MoreResultsRow) else _LINE_HEIGHT

    @override
    def _paint(self, painter: QPainter, row: Row, index: Index, option: Any) -> None:
        row = row.hit if isinstance(row, AcrossHit) else row
        area = self._column(option.rect)
        if isinstance(row, HitGroup):
            self._paint_group(painter, row, area)
            return
        if isinstance(row, str):
            write_line(painter, area.adjusted(22, area.height() - _HEAD, 0, 0), row, "soft")
            return
        if is_selected(option):
            draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
        elif is_hovered(option):
            painter.setOpacity(0.4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint"))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 6, 6)
            painter.setOpacity(1.0)
        inner = area.adjusted(_MARGIN_COLUMN, 0, -12, 0)
        if isinstance(row, Hit):
            self._paint_hit(painter, row, area)
        elif isinstance(row, GoToSuggestion):
            square = QRect(area.left() + _MARGIN_COLUMN - 12 - 16, area.center().y() - 7, 16, 16)
            theme.icon("arrow-right", "accent").paint(painter, square)
            inner.setLeft(
                _write(painter, inner, ", ".join(filter(None, (row.name, row.citation))), "accent", bold=True)
            )
            title = dossiers.title_of_subject(row.subject, row.language)
            _write(painter, inner, " · ".join(filter(None, (row.language.upper(), title))), "soft")
        elif isinstance(row, MoreResultsRow):
            _write(painter, inner, self._model.text(row), "accent")
        elif isinstance(row, Suggestion):
            inner.setLeft(_write(painter, inner, self._model.suggestion_text(row), "accent"))
            count = terms.format_count(row.total, self.tr("1 result"), self.tr("{n} results"))
            _write(painter, inner, count, "soft")

    def _paint_group(self, painter: QPainter, group: HitGroup, area: QRect) -> None:
        inner = area.adjusted(22, area.height() - _HEAD, -12, 0)
        count = terms.format_number(group.count) if group.is_complete else self.tr("{n} shown").format(n=group.count)
        inner.setRight(write_line(painter, inner, count, "soft", align=RIGHT) - 12)
        marking_width = QFontMetricsF(theme.ui_font(theme.FINE, bold=True)).horizontalAdvance(group.marking or "") + 24
        inner.setLeft(_write(painter, inner.adjusted(0, 0, -round(marking_width), 0), group.title, "ink", bold=True))
        if group.marking:
            inner.setLeft(draw_marking(painter, group.marking, inner.left(), inner.center().y()) + 6)
        _write(painter, inner, group.members, "soft")

    def _paint_hit(self, painter: QPainter, hit: Hit, area: QRect) -> None:
        lines = self._hit_lines(hit).lines
        top = area.top() + _PADDING
        lines.layout.draw(painter, QPointF(area.left() + _MARGIN_COLUMN, top))
        margin = QRectF(area.left() + 8, top, _MARGIN_COLUMN - 20, _LINE)
        kind = AnnotationKind.DRAFTING_SUGGESTION if hit.kind is HitKind.POSITION else None
        if hit.kind is HitKind.ANNOTATION:
            kind = AnnotationKind(hit.annotation_kind) if hit.annotation_kind else AnnotationKind.NOTE
        if kind is not None:  # its shape distinguishes a hit in our items from one in a text
            square = QRectF(margin.right() - _SIGN - 1, margin.center().y() - _SIGN / 2, _SIGN, _SIGN)
            theme.draw_kind(painter, kind, square)
            return
        label, font = _margin(hit), theme.reading_font(theme.LARGE)
        if _fits_margin(label):
            painter.setFont(font)
            painter.setPen(theme.color("soft"))
            baseline = top + lines.baseline()
            painter.drawText(QPointF(margin.right() - QFontMetricsF(font).horizontalAdvance(label), baseline), label)

    def _hit_lines(self, hit: Hit) -> HitLines:
        _, width = column_geometry(self._view.width())
        label = _margin(hit)
        margin = "" if hit.kind is not HitKind.PARAGRAPH or _fits_margin(label) else label
        return lay_out_hit(
            margin, hit.snippet, hit.highlights, self._model.notes_for_hit(hit), width - _MARGIN_COLUMN - 12
        )


def _write(painter: QPainter, area: QRect, text: str, role: str, *, bold: bool = False) -> int:
    return write_line(painter, area, text, role, bold=bold) + 6


def _margin(hit: Hit) -> str:
    return terms.margin_label(hit.address, hit.label) if hit.kind is HitKind.PARAGRAPH else ""


def _fits_margin(label: str) -> bool:
    return QFontMetricsF(theme.reading_font(theme.LARGE)).horizontalAdvance(label) <= _MARGIN_COLUMN - 20


class HitList(QObject):
    """Fills the list view with the rows of an answer, and passes on the user's actions; True is for a new tab."""

    opened = Signal(object, bool)  # Hit
    place_requested = Signal(object, bool)  # Place, of no hit
    linked = Signal(object, object, bool)  # Hit, its LanguageLink
    translation_requested = Signal(object, str, bool)  # Place of a hit in another language, query for its words
    suggested = Signal(object)  # Suggestion
    more_requested = Signal()
    chosen = Signal()
    preview_requested = Signal(object)  # Hit
    left = Signal()  # by Esc, or by the arrow up from the first row

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._has_stepped = False
        self._pressed = QPoint()
        self.model = HitsModel(self)
        view.setModel(self.model)
        self._delegate = HitDelegate(view, self.model)
        view.setItemDelegate(self._delegate)
        view.viewport().setMouseTracking(True)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        RowMenus(view, self._menu_for_index)
        view.clicked.connect(self._click)
        view.selectionModel().currentChanged.connect(self.chosen)

    def show(self, results: SearchResults | None, *, same: bool = False) -> None:
        """Show an answer instead of the last; for the same query, the scroll position is kept."""
        view, bar = self._view, self._view.verticalScrollBar()
        chosen, number = self.row(), view.currentIndex().row()
        anchor, y = None, 0
        if same:  # the row under the mouse, or else the first visible one, keeps its position
            point = view.viewport().mapFromGlobal(QCursor.pos())
            index = view.indexAt(point) if view.viewport().rect().contains(point) else QModelIndex()
            if not index.isValid():
                index = view.indexAt(QPoint(view.width() // 2, 1))
            anchor, y = self.model.row(index), view.visualRect(index).top()
        self.model.show(results, same=same)
        if not same:
            self._has_stepped = False
            view.setCurrentIndex(self.model.index(self.model.best_row(results.query) if results else -1))
            view.scrollToTop()
            return
        if chosen is not None:
            index = self.model.index_of_row(chosen)
            if not index.isValid():
                best = self.model.best_row(results.query) if results else -1
                index = self.model.index(self.model.first(number) if isinstance(chosen, MoreResultsRow) else best)
            view.setCurrentIndex(index)
        if anchor is not None and (index := self.model.index_of_row(anchor)).isValid():
            bar.setValue(bar.value() + view.visualRect(index).top() - y)

    def row(self) -> Row | None:
        return self.model.row(self._view.currentIndex())

    def number(self) -> int:
        """Return the number of the current hit, from 1; 0 if there is none."""
        return self.model.number(self._view.currentIndex())

    def enter(self) -> None:
        if self.model.first() < 0:
            return
        if self.row() is None:
            self._select(self.model.index(self.model.first()))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go to another hit and open it: the next with 1, the previous with -1; the first time the current hit."""
        rows = [n for n, _ in self.model.hits()]
        if not rows:
            return
        current = self._view.currentIndex().row()
        if current not in rows:
            place = 0 if by > 0 else -1
        else:
            place = rows.index(current) + (by if self._has_stepped or by < 0 else 0)
        self._select(self.model.index(rows[place % len(rows)]))
        self._preview(self._view.currentIndex())

    def _select(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _click(self, index: QModelIndex) -> None:
        control = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        link = self._delegate.link_at(self._pressed)
        hit = self.model.hit(index)
        if link is not None and hit is not None:
            self.linked.emit(hit, link, control)
        elif control:
            self._open(index, new_tab=True)
        else:
            self._preview(index)

    def _preview(self, index: QModelIndex) -> None:
        hit = self.model.hit(index)
        if hit is None:
            self._open(index, new_tab=False)
        else:
            self._has_stepped = True
            self.preview_requested.emit(hit)

    def _open(self, index: QModelIndex, *, new_tab: bool) -> None:
        row = self.model.row(index)
        if isinstance(row, AcrossHit):
            renderings = dict.fromkeys(word for reason in row.because for word in reason.renderings)
            query = " OR ".join(f'"{word}"' for word in renderings)
            self.translation_requested.emit(Place(row.hit.document, row.hit.address), query, new_tab)
        elif isinstance(row, Hit):
            self._has_stepped = True
            self.opened.emit(row, new_tab)
        elif isinstance(row, GoToSuggestion):
            self.place_requested.emit(row.place, new_tab)
        elif isinstance(row, Suggestion):
            self.suggested.emit(row)
        elif isinstance(row, MoreResultsRow):
            self.more_requested.emit()

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        hit = self.model.hit(index)
        if hit is None or isinstance(self.model.row(index), AcrossHit):
            return None
        entries: list[tuple[str, Callable[[], object]]] = [
            (self.tr("&Open"), lambda: self._open(self.model.index_of_row(hit), new_tab=False)),
            (self.tr("Open in New &Tab"), lambda: self._open(self.model.index_of_row(hit), new_tab=True)),
            (self.tr("&Preview"), lambda: self.preview_requested.emit(hit)),
        ]
        for link in self.model.notes_for_hit(hit):
            if isinstance(link, LanguageLink):
                text = self.tr("Open in {language}").format(language=terms.language_name(link.language))
                if link.revision is not None:
                    text = self.tr("Open {document}").format(document=link.revision.name)
                entries.append((text.replace("&", "&&"), partial(self.linked.emit, hit, link, False)))
        menu = QMenu(self._view)
        for text, job in entries:
            menu.addAction(text).triggered.connect(lambda _=False, job=job: job())
        return menu

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self._view:
            key, index = event.key(), self._view.currentIndex()
            if event.type() == QEvent.Type.ShortcutOverride and key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
                event.accept()
                return True
            if event.type() != QEvent.Type.KeyPress:
                return False
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(index, new_tab=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            elif key == Qt.Key.Key_Space:
                self._preview(index)
            elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and index.row() <= self.model.first()):
                self.left.emit()
            else:
                return False
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position().toPoint()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            on_link = self._delegate.link_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
        return False
