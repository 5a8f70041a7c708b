from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from delegate_desk.core.positions.export_options import ExportSummary
from delegate_desk.gui.export.export_preview import ExportTextFiller
from delegate_desk.gui.widgets import theme

TEXT = "LIMITE\n\nPosition of Greece\n==================\nWe support it.\n"


def _weights(document: QTextDocument) -> list[int]:
    """How heavy each line is drawn."""
    lines, block = [], document.begin()
    while block.isValid():
        formats = block.layout().formats()
        lines.append(int(formats[0].format.fontWeight()) if formats else 0)
        block = block.next()
    return lines


def test_what_stands_over_a_rule_is_shown_as_a_heading_and_stays_as_it_will_leave(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    ExportTextFiller(edit).show_text(ExportSummary(TEXT, provisions=0, internal=0, marking="LIMITE"))
    assert edit.toPlainText() == TEXT
    weights = _weights(edit.document())
    assert weights[2] == QFont.Weight.DemiBold
    assert QFont.Weight.DemiBold not in (weights[0], weights[3], weights[4])
    (quiet,) = edit.document().findBlockByNumber(3).layout().formats()
    assert quiet.format.foreground().color() == theme.color("hairline")
