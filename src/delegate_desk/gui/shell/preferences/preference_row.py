"""One preference: its name, its control, and a sentence if needed; found by its words."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from delegate_desk.core.text import fold
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import label
from delegate_desk.gui.widgets.text.text_find import folded_with_origin

_NAMES = 176


class PreferenceRow(QWidget):
    """A row of a page.

    Attributes:
        name: By which it is opened.
        control: What the keys go to.
    """

    def __init__(self, name: str, title: str, control: QWidget, said: str = "") -> None:
        super().__init__()
        self.name = name
        self.control = control
        self._texts = {self._label(title): title}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(4)
        layout.setColumnMinimumWidth(0, _NAMES)
        layout.setColumnStretch(1, 1)
        head = next(iter(self._texts))
        head.setFixedWidth(_NAMES)
        head.setWordWrap(True)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(0, 4, 0, 0)
        head.setBuddy(control)
        layout.addWidget(head, 0, 0, 2, 1)
        side = Qt.AlignmentFlag.AlignLeft if isinstance(control, QComboBox | QSpinBox) else Qt.AlignmentFlag(0)
        layout.addWidget(control, 0, 1, side)
        if not control.accessibleName() or isinstance(control, QCheckBox):
            control.setAccessibleName(title)
        if said:
            sentence = label(said, "small", wrap=True)
            self._texts[sentence] = said
            layout.addWidget(sentence, 1, 1)
            control.setAccessibleDescription(said)
        self._words: Sequence[str] = ()
        theme.subscribe_to_theme(self, lambda: self.match_words(self._words))

    def _label(self, text: str) -> QLabel:
        made = QLabel(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        return made

    def match_words(self, words: Sequence[str]) -> bool:
        """Show the row if it has all of some folded words, and mark them; True if it does."""
        self._words = words
        told = fold(" ".join((*self._texts.values(), self.control.accessibleName())))
        found = all(word in told for word in words)
        self.setVisible(found)
        for shown, text in self._texts.items():
            shown.setTextFormat(Qt.TextFormat.RichText if words and found else Qt.TextFormat.PlainText)
            shown.setText(_marked(text, words) if words and found else text)
        return found


def _marked(text: str, words: Sequence[str]) -> str:
    """A text with the words that were sought marked as hits."""
    folded, origin = folded_with_origin(text)
    lit: set[int] = set()
    for word in words:
        at = folded.find(word)
        while at >= 0:
            lit.update(origin[n] if origin else n for n in range(at, at + len(word)))
            at = folded.find(word, at + 1)
    ground, ink = theme.color("hit").name(), theme.color("ink").name()
    return "".join(
        f'<span style="background-color:{ground}; color:{ink}">{escape(letter)}</span>' if n in lit else escape(letter)
        for n, letter in enumerate(text)
    )
