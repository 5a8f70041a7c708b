"""The clock of the last speaker: who speaks since when, by a clock that does not jump."""

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

_SECOND = 1000
_LONGEST = 3600
_MANY = 4


class Speaking(QObject):
    """Fills a label: ``NL speaking 0:48``."""

    def __init__(self, shown: QLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._label = shown
        shown.setProperty("part", "status")
        self._codes = ""
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.tick)

    def begin(self, codes: tuple[str, ...]) -> None:
        """Somebody speaks from now on."""
        self._codes = " ".join(codes) if len(codes) <= _MANY else self.tr("{n} delegations").format(n=len(codes))
        self._since = time.monotonic()
        self._timer.start()
        self.tick()

    def end(self) -> None:
        """Nobody does."""
        self._timer.stop()
        self._label.setText("")

    def tick(self) -> None:
        """Show how long it has been; nobody speaks for an hour."""
        spent = int(time.monotonic() - self._since)
        if spent > _LONGEST:
            self.end()
            return
        text = self.tr("{codes} speaking {minutes}:{seconds:02d}")
        self._label.setText(text.format(codes=self._codes, minutes=spent // 60, seconds=spent % 60))
