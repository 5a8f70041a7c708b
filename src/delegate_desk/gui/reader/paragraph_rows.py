"""The rows of a document on a page, under its head."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.gui.reader.document_header import Masthead
from delegate_desk.gui.reader.paragraph_model import ParagraphModel
from delegate_desk.gui.reader.row_layout import Flow
from delegate_desk.gui.widgets.rows.zoomable_rows import SizedRows
from delegate_desk.gui.widgets.text.page_metrics import page


class PageView(SizedRows):
    """Lays the rows of a document out under its head, and scrolls them."""

    rows_flow: Flow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraphs = ParagraphModel(self)
        self.rows_flow = Flow(self.paragraphs)
        self.masthead: Masthead | None = None
        self._begin(self.paragraphs)

    @override
    def _measure(self) -> None:
        measures = page(self.viewport().width(), self.reading_size)
        shown = self.paragraphs.shown
        self.masthead = Masthead(shown, measures) if shown else None
        self.rows_flow.reset(measures)

    @override
    def _head(self) -> float:
        return self.masthead.height if self.masthead else 0.0
