"""Widgets that only show: a shortened label, a combo box as wide as its choice, the adoption of a proposal as a bar."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import clear_layout, label, row_layout, set_property
from delegate_desk.gui.widgets.labels import comparison

WIDTH, HEIGHT = 64, 6
_MOST = 12
"""Maximum number of significant words shown."""


def draw_measure(painter: QPainter, measure: float, role: str, box: QRectF) -> None:
    """Draw a share in 0..1 as a bar, in the colour of a role."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(theme.color("hairline"))
    painter.drawRoundedRect(box, radius, radius)
    if measure > 0:
        filled = QRectF(box)
        filled.setWidth(max(box.width() * min(measure, 1.0), box.height()))
        painter.setBrush(theme.color(role))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


class AdoptionLine(QWidget):
    """Adoption of a wording by a later text: bar, figure, and the significant words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ProposalAdoption | None, str] = None, ""
        self._row = row_layout(within=self, margins=(1, 2, 0, 2), spacing=8)
        self.hide()

    def show_adoption(self, adoption: ProposalAdoption | None, name: str) -> None:
        """Show what a text with a name adopted; hide it if there is nothing."""
        if (adoption, name) == self._shown:
            return
        self._shown = adoption, name
        clear_layout(self._row)
        self.setVisible(adoption is not None)
        if adoption is None:
            return
        role = comparison.OUTCOME_ROLES[adoption.outcome]
        outcome, shown_words = label(comparison.adoption_label(adoption), "outcome"), label("", "small", wrap=True)
        set_property(outcome, "role", role)
        if adoption.outcome not in (AdoptionOutcome.GONE, AdoptionOutcome.UNKNOWN):
            self._row.addWidget(AdoptionBar(adoption.rate, role))
        self._row.addWidget(outcome)
        self._row.addWidget(shown_words, 1)
        significant = [*((word, is_adopted, False) for word, is_adopted in adoption.added)]
        significant += [(word, is_adopted, True) for word, is_adopted in adoption.removed]
        words = []
        for word, is_adopted, is_struck in significant[:_MOST]:
            shown = f"<s>{escape(word)}</s>" if is_struck else escape(word)
            colour = theme.color("support" if is_adopted else "soft").name()
            words.append(f'<span style="color:{colour}">{"✓" if is_adopted else "–"}&nbsp;{shown}</span>')
        shown_words.setTextFormat(Qt.TextFormat.RichText)
        place = escape(self.tr("in {name}").format(name=name))
        shown_words.setText(f"{place} &nbsp; {'  '.join(words)}")
        text = ", ".join(f"{'✓' if is_adopted else '–'} {word}" for word, is_adopted, _ in significant)
        self.setAccessibleName(f"{comparison.adoption_label(adoption)}, {name}: {text}")


class AdoptionBar(QWidget):
    def __init__(self, measure: float, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure, self._role = measure, role
        self.setAccessibleName(self.tr("Taken on board: {share}").format(share=comparison.format_percent(measure)))
        self.setFixedSize(WIDTH, HEIGHT + 2)
        theme.subscribe_to_theme(self, self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_measure(painter, self._measure, self._role, QRectF(0, 1, self.width(), HEIGHT))


_LEAST = 24


class ShortenedLabel(QLabel):
    """Plain text on one line, elided; a screen reader reads all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("shortened", True)

    @override
    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._update_tool_tip()

    @override
    def setToolTip(self, hint: str) -> None:
        self._hint = hint
        self._update_tool_tip()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tool_tip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def _update_tool_tip(self) -> None:
        full_text = self.text() if self._shown() != self.text() else ""
        super().setToolTip("\n".join(text for text in (full_text, self._hint) if text))

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())


class ShortenedButton(QPushButton):
    """A button whose text is elided if it has no room."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(3 * _LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        inner_width = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        space = inner_width - self.iconSize().width() - 4
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, space)


class NarrowCombo(QComboBox):
    """As narrow as its place; the current choice is elided."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        space = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, space)


_ARROW = 34
"""Width of a combo box around its text."""


class ChoiceCombo(QComboBox):
    """As wide as the current choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(lambda _: self.updateGeometry())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.currentText()) + _ARROW, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def showPopup(self) -> None:
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()
