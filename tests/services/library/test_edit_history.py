from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.services.library.edit_history import History

ONE = DocumentId(1)


def put(edit: HistoryEdit, value: object) -> Changes:
    return Changes(documents=frozenset({DocumentId(int(str(value)))}))


def test_undo_puts_the_value_before_and_redo_the_value_after() -> None:
    history = History()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), put)
    assert history.undo().documents == {1}
    assert history.redo().documents == {2}


def test_a_new_edit_ends_what_could_be_redone() -> None:
    history = History()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), put)
    history.undo()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 3), put)
    assert history.next_redo() is None


def test_typing_in_another_place_is_another_edit() -> None:
    history = History()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), put, typed=True)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 2, 3), put, typed=True)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "other", 5, 6), put, typed=True)
    history.undo()
    undone = history.next_undo()
    assert undone is not None
    assert (undone.before, undone.after) == (1, 3)


def test_an_edit_that_cannot_be_undone_is_not_forgotten() -> None:
    history = History()

    def fails(edit: HistoryEdit, value: object) -> Changes:
        raise OSError

    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), fails)
    try:
        history.undo()
    except OSError:
        assert history.next_undo() is not None


def test_typing_after_a_choice_is_an_edit_of_its_own() -> None:
    history = History()
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 1, 2), put)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 2, 3), put, typed=True)
    history.record(HistoryEdit(EditSubject.POSITION, ONE, "k", 3, 4), put, typed=True)
    assert history.undo().documents == {2}
    assert history.undo().documents == {1}


def test_what_was_done_to_one_document_is_forgotten_alone() -> None:
    history = History()
    for document in (ONE, DocumentId(2), ONE):
        history.record(HistoryEdit(EditSubject.POSITION, document, "k", 1, 2), put)
    history.undo()
    history.drop_document(ONE)
    undo, redo = history.next_undo(), history.next_redo()
    assert undo is not None
    assert (undo.document, redo) == (2, None)


def test_the_same_edit_done_twice_is_undone_in_its_order() -> None:
    history = History()
    for key, before, after in (("k", 1, 2), ("other", 5, 6), ("k", 1, 2)):
        history.record(HistoryEdit(EditSubject.POSITION, ONE, key, before, after), put)
    for _ in range(3):
        history.undo()
    for _ in range(3):
        history.redo()
    undone = []
    while edit := history.next_undo():
        undone.append(edit.key)
        history.undo()
    assert undone == ["k", "other", "k"]
