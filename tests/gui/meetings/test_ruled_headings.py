from PySide6.QtGui import QFont, QTextDocument
from pytestqt.qtbot import QtBot

from delegate_desk.gui.meetings.meeting_view import RuledHeadings


def test_a_line_over_a_rule_is_shown_as_a_heading(qtbot: QtBot) -> None:
    document = QTextDocument("LIMITE\n\nPosition of Greece\n==================\nWe support it.\n")
    RuledHeadings(document).rehighlight()
    block, weights = document.begin(), []
    while block.isValid():
        formats = block.layout().formats()
        weights.append(int(formats[0].format.fontWeight()) if formats else 0)
        block = block.next()
    assert weights[2] == QFont.Weight.DemiBold
    assert QFont.Weight.DemiBold not in (weights[0], weights[3], weights[4])
