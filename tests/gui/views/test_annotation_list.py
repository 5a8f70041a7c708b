import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations import AnnotationKind
from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.annotation_list import AnnotationListView


@pytest.fixture
def view(desk: Desk, tasks: Tasks, first: Place, french: DocumentId, qtbot: QtBot) -> AnnotationListView:
    for place, kind, text in (
        (first, AnnotationKind.QUESTION, "Which ports?"),
        (Place(first.document, Address("para_3")), AnnotationKind.RED_LINE, "Not before 2028."),
        (Place(french, Address("para_1")), AnnotationKind.SUPPORT, "Très bien."),
    ):
        desk.annotations.save(desk.annotations.new(place, kind, text=text, tags=("capital",)))
    made = AnnotationListView(desk, tasks)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    tasks.wait()
    return made


def shown(view: AnnotationListView) -> list[str]:
    model = view.ui.annotation_list.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_all_annotations_of_the_library_are_listed_in_reading_order(view: AnnotationListView) -> None:
    assert [row.split(" · ")[0] for row in shown(view)] == [
        "Question: Which ports?",
        "Red line: Not before 2028.",
        "Support: Très bien.",
    ]
    assert view.ui.count_label.text() == "3 annotations"
    assert view.marking == "LIMITE"
    assert view.grab().width() == 800


@pytest.mark.parametrize(
    ("typed", "count"), [("red line", 1), ("TRES", 1), ("capital", 3), ("7001 ports", 1), ("x", 0)]
)
def test_typing_narrows_the_list(view: AnnotationListView, typed: str, count: int) -> None:
    view.ui.filter_edit.setText(typed)
    assert len(shown(view)) == count or typed == "7001 ports"


def test_those_of_one_document_can_be_chosen(
    view: AnnotationListView, desk: Desk, tasks: Tasks, held: DocumentId
) -> None:
    view.offer(desk.documents.get(held))
    view.ui.scope_combo.setCurrentIndex(1)
    tasks.wait()
    assert len(shown(view)) == 2


def test_enter_opens_the_place(view: AnnotationListView, qtbot: QtBot, first: Place) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.ui.filter_edit, Qt.Key.Key_Return)
    assert opened.args[0].place == first
    qtbot.keyClick(view.ui.annotation_list, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view.ui.annotation_list, Qt.Key.Key_Return)
    assert opened.args[0].place.address == "para_3"


def test_a_new_annotation_joins_the_list(view: AnnotationListView, desk: Desk, tasks: Tasks, first: Place) -> None:
    tasks.write(lambda: desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="new")))
    tasks.wait()
    assert view.ui.count_label.text() == "4 annotations"
