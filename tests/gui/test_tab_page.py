from PySide6.QtWidgets import QApplication

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui.shell.tab_groups import LazyTab
from delegate_desk.gui.tab_page import TabEntry, TabKind


def test_a_document_that_is_removed_closes_its_tabs_and_no_meeting_of_the_same_number(qapp: QApplication) -> None:
    removed = DocumentId(7)
    for kind, keys, is_closed in (
        (TabKind.READER, (7,), True),
        (TabKind.COMPARISON, (3, 7), True),
        (TabKind.READER, (3,), False),
        (TabKind.MEETING, (7,), False),
        (TabKind.SEARCH, (), False),
    ):
        assert LazyTab(TabEntry(kind, keys)).drop_document(removed) is is_closed, kind
