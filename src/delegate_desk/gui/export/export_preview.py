"""Preview of an export: its content, the checks, each with its remedy, and its pages as printed."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from typing_extensions import override

from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.positions.export_checks import Concern
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    ExportKind,
    ExportOptions,
    ExportSummary,
    RedlineResult,
    TemplateGaps,
)
from delegate_desk.core.positions.position import Position, PositionStatus
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.pdf_view import PagesView
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.basic_widgets import set_part
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.printing import PrintedPages, lay_out_pages

translate = QCoreApplication.translate


class Remedy(StrEnum):
    SHOW = "show"
    OPEN_NEWER = "newer"
    EDIT_DETAILS = "details"
    CHOOSE_DELEGATION = "delegation"
    CLEAR = "clear"


_REMEDIES = {
    Concern.NO_DELEGATION: Remedy.CHOOSE_DELEGATION,
    Concern.OTHER_DELEGATION: Remedy.CHOOSE_DELEGATION,
    Concern.OUTDATED: Remedy.OPEN_NEWER,
    Concern.NO_MARKING: Remedy.EDIT_DETAILS,
}
_WHOLE = Address("")


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """A check before export.

    Attributes:
        remedy: The remedy; None if it passed, or nothing can be done here.
        passed: True if there is nothing to do.
        address: Address of the provision; empty for the whole.
        document: The newer revision.
    """

    text: str
    remedy: Remedy | None = None
    passed: bool = False
    address: Address = _WHOLE
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Preview of a file before export.

    Attributes:
        summary: The content to be exported; None while there is none.
        pages: As printed; None while there is no content.
        checks: General ones first; passed ones last.
    """

    summary: ExportSummary | None = None
    pages: PrintedPages | None = None
    checks: tuple[ExportCheck, ...] = ()


def load_export_preview(desk: Desk, subject: Any, kind: ExportKind, options: ExportOptions) -> ExportPreview:
    """Make the file in memory, lay out its pages and check it. Slow; changes nothing; safe on any thread.

    Raises:
        UnknownDelegationError: If the options name no Member State.
        UnusableTemplateError: If their template cannot be filled.
    """
    try:
        summary = desk.export.preview(subject, kind, options)
    except NothingToExportError:
        return ExportPreview()
    pages = lay_out_pages(desk.export.mail(subject, kind, options))
    checks = list(_document_checks(desk, subject, kind, options, summary)) if kind in DOCUMENT_KINDS else []
    has_failed = bool(checks)
    if kind in DOCUMENT_KINDS and not any(check.remedy is Remedy.OPEN_NEWER for check in checks):
        text = translate("exportchecks", "{name} is the newest revision in the library.")
        checks.append(ExportCheck(text.format(name=desk.documents.get(subject).name), passed=True))
    if summary.marking:
        text = translate("exportchecks", "{marking} on each page.").format(marking=summary.marking)
        checks.append(ExportCheck(text, passed=True))
    if kind in DOCUMENT_KINDS and not has_failed:
        checks.append(ExportCheck(translate("exportchecks", "No issues found."), passed=True))
    return ExportPreview(summary, pages, tuple(checks))


def _document_checks(
    desk: Desk, document: DocumentId, kind: ExportKind, options: ExportOptions, summary: ExportSummary
) -> Iterator[ExportCheck]:
    content, position = desk.documents.content(document), desk.positions.get(document)
    findings = desk.export_checks.findings_for_document(document, options)
    redlined = summary.redlined or RedlineResult()
    gaps = desk.export.template_gaps(document, kind, options) if options.template else TemplateGaps()
    if position.status is PositionStatus.DRAFT and kind is not ExportKind.COMPILATION:
        yield ExportCheck(translate("exportchecks", "Not cleared."), Remedy.CLEAR)
    if redlined.rebuilt:
        text = translate(
            "position",
            "The original is not a Word file. Its text is reproduced with the same numbering, and the export says so.",
        )
        yield ExportCheck(text)
    for name in gaps.unknown:
        text = translate("position", "The template contains an unknown placeholder {place}; it is left as it is.")
        yield ExportCheck(text.format(place="{{" + name + "}}"))
    if gaps.misplaced:
        text = translate(
            "position",
            "The template’s placeholder for the text is in a table, text box, header or footer; the text is "
            "added at the end.",
        )
        yield ExportCheck(text)
    placed = [(finding.address, positions.finding_sentence(finding)) for finding in findings if finding.address]
    unplaced = translate("position", "This drafting suggestion could not be inserted in the original file.")
    placed += [(address, unplaced) for address in redlined.unplaced]
    for address, text in placed:
        yield ExportCheck(f"{_label(content, position, address)}  {text}", Remedy.SHOW, address=address)
    for finding in findings:
        if not finding.address:
            is_newer = finding.concern is Concern.OUTDATED
            documents = desk.documents.all() if is_newer else []
            newer = next((other.id for other in documents if str(other.header.reference) == finding.words), None)
            remedy = _REMEDIES.get(finding.concern)
            yield ExportCheck(positions.finding_sentence(finding), remedy, document=newer)
    if summary.entries is not None and summary.entries.notes:
        for annotation in desk.annotations.circulating(document):
            place = _label(content, position, annotation.place.address)
            text = translate("exportchecks", "{place} is from a note.").format(place=place)
            yield ExportCheck(text, Remedy.SHOW, address=annotation.place.address)


def _label(content: Document, position: Position, address: Address) -> str:
    unit = content.find(address)
    label = terms.margin_label(address, unit.label if unit else position.entry_at(address).label)
    return label or terms.segment_label(address.rsplit("__", 1)[-1])


_GAP = 20
"""Pixels above, between and below pages."""
_ZOOMS = (50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_GAP = 20
"""Pixels above, between and below pages."""
_ZOOMS = (50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_MOST_PIXMAPS = 6
"""Number of rendered pages kept, for scrolling."""


class PageArea(PagesView):
    """Shows the visible pages; a new version of the file stays at the same page and position.

    Attributes:
        zoom: In per cent; at 100 a point is a pixel. Until it is chosen, a page wider than the view is smaller.
    """

    def __init__(self) -> None:
        super().__init__(_GAP, 40)
        self.zoom = 100
        self._is_zoom_chosen = False
        self._pages: PrintedPages | None = None
        self._pixmaps: dict[int, QPixmap] = {}
        set_part(self, "pages")
        self.setAccessibleName(self.tr("Pages"))
        self.number_changed.connect(self._describe)
        theme.subscribe_to_theme(self, lambda: self.viewport().update())

    @property
    def count(self) -> int:
        return self.stack.count

    def show_pages(self, pages: PrintedPages | None) -> None:
        self._pages = pages
        self._pixmaps.clear()
        self.stack.show_sizes([pages.size.toTuple()] * pages.count if pages is not None else ())
        self._show_scaled()
        self._on_scrolled()
        self._describe()

    def text(self) -> str:
        return self._pages.document.toPlainText() if self._pages is not None else ""

    def step_page(self, by: int) -> None:
        at_top = self.verticalScrollBar().value() <= self.stack.top(self.number) - _GAP + 1
        self.go_to_page(self.number + (by if by > 0 or at_top else 0))

    @override
    def step_zoom(self, by: int, at: QPoint | None = None) -> None:
        larger = [zoom for zoom in _ZOOMS if (zoom > self.zoom if by > 0 else zoom < self.zoom)]
        if larger:
            self._is_zoom_chosen = True
            self.zoom = larger[0 if by > 0 else -1]
            self._lay_out(at)

    @override
    def _set_scale(self) -> None:
        if self._pages is not None and not self._is_zoom_chosen:
            fitting = 100 * (self.viewport().width() - 2 * _GAP) / self._pages.size.width()
            self.zoom = max((zoom for zoom in _ZOOMS if zoom <= min(fitting, 100)), default=_ZOOMS[0])
        self.stack.set_scale(self.zoom / 100)
        self._pixmaps.clear()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._pages.text(self.number - 1) if self._pages is not None else "")
        if self.hasFocus() and self.count:
            text = self.tr("Page {n} of {of}").format(n=self.number, of=self.count)
            accessibility.announce(self, text)

    # Events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("side"))
        top = self.verticalScrollBar().value()
        for number in self.stack.between(top + event.rect().top(), top + event.rect().bottom()):
            page_box = self.page_rect(number)
            painter.drawPixmap(page_box.topLeft(), self._draw(number, page_box.size()))
            painter.setPen(theme.color("hairline"))
            painter.drawRect(page_box.adjusted(0, 0, -1, -1))

    def _draw(self, number: int, size: QSizeF) -> QPixmap:
        if number not in self._pixmaps and self._pages is not None:
            if len(self._pixmaps) >= _MOST_PIXMAPS:
                del self._pixmaps[max(self._pixmaps, key=lambda other: abs(other - number))]
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap((size * ratio).toSize())
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.white)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.zoom / 100, self.zoom / 100)
            self._pages.draw_sheet(painter, number - 1)
            painter.end()
            self._pixmaps[number] = pixmap
        return self._pixmaps[number]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in pages and not event.modifiers() and self.count:
            self.step_page(pages[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.count:
            self.go_to_page(1 if key == Qt.Key.Key_Home else self.count)
        else:
            super().keyPressEvent(event)
