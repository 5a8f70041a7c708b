"""Parsed parts of a captured line, as chips: drawn, so that they keep up with the typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.meeting import AlternativeReading, ParsedIntervention, PartialIntervention
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import terms

_HEIGHT, _GAP = 20, 6
_MANY = 8
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class CaptureChip:
    """One thing understood.

    Attributes:
        role: Of its colour.
        doubt: What the line would be if this were meant: such a chip can be chosen.
        quiet: True for what was not typed, such as the paragraph at hand.
    """

    text: str
    role: str = "ink"
    alternative: AlternativeReading | None = None
    is_implied: bool = False


class ChipRow(QWidget):
    """Chips side by side, in as many lines as they need; those of doubts can be clicked.

    Signals:
        chosen: Another reading was chosen, with its ``AlternativeReading``.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: tuple[CaptureChip, ...] = ()
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Recognised"))

    def show_chips(self, chips: Sequence[CaptureChip]) -> None:
        """Show these."""
        if tuple(chips) == self.chips:
            return
        height = self.heightForWidth(self.width())
        self.chips = tuple(chips)
        self.setAccessibleDescription(self.text())
        if self.heightForWidth(self.width()) != height:
            self.updateGeometry()
        self.update()

    def text(self) -> str:
        """All chips in words."""
        return ", ".join(chip.text for chip in self.chips)

    def accessible_text(self) -> str:
        """Return the parsed parts that are not in doubt, as text for screen readers, without signs."""
        words = [part for chip in self.chips if chip.alternative is None for part in chip.text.split()]
        return " ".join(word for word in words if any(map(str.isalnum, word)))

    def alternatives(self) -> list[AlternativeReading]:
        """The other readings, in the order of their keys."""
        return [chip.alternative for chip in self.chips if chip.alternative is not None]

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return (boxes[-1].bottom() if boxes else _HEIGHT) + 3

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.heightForWidth(max(60, self.width())))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        chip = self._chip_at(event.position().toPoint())
        if chip is not None and chip.alternative is not None:
            self.chosen.emit(chip.alternative)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        chip = self._chip_at(event.position().toPoint())
        hand = chip is not None and chip.alternative is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.setToolTip(chip.alternative.line if chip is not None and chip.alternative is not None else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for chip, box in zip(self.chips, self._boxes(self.width()), strict=True):
            doubted = chip.alternative is not None
            pen = QPen(theme.color("scrutiny_reservation" if doubted else "hairline"), 1)
            pen.setStyle(Qt.PenStyle.DashLine if doubted else Qt.PenStyle.SolidLine)
            painter.setPen(Qt.PenStyle.NoPen if chip.is_implied else pen)
            painter.setBrush(Qt.BrushStyle.NoBrush if chip.is_implied else theme.color("paper"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setFont(_font(chip))
            painter.setPen(theme.color("soft" if chip.is_implied else chip.role))
            shown = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, box.width() - 10)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()

    def _chip_at(self, point: QPoint) -> CaptureChip | None:
        boxes = zip(self.chips, self._boxes(self.width()), strict=True)
        return next((chip for chip, box in boxes if box.contains(point)), None)

    def _boxes(self, width: int) -> list[QRect]:
        corner = QPoint(0, 1)
        boxes: list[QRect] = []
        for chip in self.chips:
            wide = min(QFontMetrics(_font(chip)).horizontalAdvance(chip.text) + 14, max(width, 60))
            if corner.x() and corner.x() + wide > width:
                corner = QPoint(0, corner.y() + _HEIGHT + 4)
            boxes.append(QRect(corner, QSize(wide, _HEIGHT)))
            corner += QPoint(wide + _GAP, 0)
        return boxes

    def chips_for_reading(self, reading: ParsedIntervention, place: Callable[[Address], str]) -> list[CaptureChip]:
        """Return the chips of a parsed intervention.

        Args:
            reading: The parsed intervention.
            place: Returns the citation of a place.
        """
        chips: list[CaptureChip] = []
        for n, spoken in enumerate(reading.interventions):
            goes_on = n > 0 and spoken.address == reading.interventions[n - 1].address
            chips += self._chips_for_intervention(spoken, place, goes_on=goes_on)
        for n, doubt in enumerate(reading.alternatives, start=1):
            said = place(Address(doubt.meaning)) if "_" in doubt.meaning else doubt.meaning
            text = self.tr("or {reading}? Alt+{n}").format(reading=_short(said), n=n)
            chips.append(CaptureChip(text, "scrutiny_reservation", doubt))
        return chips

    def _chips_for_intervention(
        self, spoken: PartialIntervention, place: Callable[[Address], str], *, goes_on: bool
    ) -> list[CaptureChip]:
        if not spoken.delegations:
            return [CaptureChip(self.tr("note"), "soft")]
        codes = spoken.delegations
        if len(codes) <= _MANY:
            chips = [CaptureChip(code) for code in codes]
        else:
            chips = [CaptureChip(self.tr("{n} delegations").format(n=len(codes)))]
        if spoken.conclusion:
            chips.append(CaptureChip(self.tr("conclusion"), "accent"))
        elif spoken.stance is not None:
            sign = terms.STANCE_SIGNS[spoken.stance]
            role = "soft" if spoken.stance is Stance.STATEMENT else terms.STANCE_ROLES[spoken.stance]
            chips.append(CaptureChip(f"{sign} {terms.stance_label(spoken.stance).lower()}", role))
        if spoken.address and not goes_on:
            chips.append(CaptureChip(_short(place(spoken.address)), is_implied=not spoken.label))
        elif spoken.label and not spoken.address:
            missing = self.tr("no {place} in this document").format(place=_short(spoken.label))
            chips.append(CaptureChip(missing, "scrutiny_reservation"))
        chips += [
            CaptureChip(self.tr("asks for “{words}”").format(words=_short(one)), "accent") for one in spoken.wordings
        ]
        return chips


def _font(chip: CaptureChip) -> QFont:
    return theme.ui_font(theme.SMALL, bold=not chip.is_implied)


def _short(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= _LONGEST else f"{bare[: _LONGEST - 1]}…"
