"""The language in which a document is compared with the revision before it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.shell.main_window import MainWindow
from support.annotated_revision import FIRST, REVISION, Noted
from support.main_windows import settle
from support.meeting_steps import press

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def new(paper: Noted) -> DocumentId:
    return paper.bring_in()


def in_language(paper: Noted, text: str, language: str) -> DocumentId:
    """Add a text as another language version."""
    file = paper.file.with_name(f"{language} {len(text)}.txt")
    file.write_text(f"{text}\n10. {language}\n", encoding="utf-8")
    read = paper.desk.documents.read(file)
    document = replace(read.document, header=replace(read.document.header, language=language))
    return next(iter(paper.desk.documents.add(replace(read, document=document)).documents))


def test_the_language_of_the_document_is_compared_though_our_notes_are_on_another(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    """The English version has our notes; the French one is open."""
    french, revised = in_language(paper, FIRST, "fr"), in_language(paper, REVISION, "fr")
    window.open_document(revised)
    settle(window)
    press(window, Qt.Key.Key_B, CONTROL)
    settle(window)
    view = window.comparison_controller.current_view()
    assert view is not None
    assert (view.old, view.new) == (french, revised)


def test_without_a_revision_in_its_language_the_one_common_language_is_compared(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    window.open_document(in_language(paper, REVISION, "fr"))
    settle(window)
    press(window, Qt.Key.Key_B, CONTROL)
    settle(window)
    view = window.comparison_controller.current_view()
    assert view is not None
    assert (view.old, view.new) == (paper.old, new)


def test_of_several_common_languages_one_is_chosen(window: MainWindow, paper: Noted, new: DocumentId) -> None:
    in_language(paper, FIRST, "fr")
    revised = in_language(paper, REVISION, "fr")
    window.open_document(in_language(paper, REVISION, "el"))
    settle(window)
    press(window, Qt.Key.Key_B, CONTROL)
    settle(window)
    dialog = window.findChild(DocumentChooserDialog)
    assert dialog is not None
    rows = [dialog.rows.item(n).text() for n in range(dialog.rows.rowCount())]
    assert rows == ["ST 7001/26 · en", "ST 7001/26 · fr"]
    QTest.keyClicks(dialog.edit, "fr")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    settle(window)
    view = window.comparison_controller.current_view()
    assert view is not None
    assert view.new == revised


def test_the_chooser_offers_the_same_language_first(window: MainWindow, paper: Noted, new: DocumentId) -> None:
    french, revised = in_language(paper, FIRST, "fr"), in_language(paper, REVISION, "fr")
    window.open_document(revised)
    settle(window)
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    settle(window)
    dialog = window.findChild(DocumentChooserDialog)
    assert dialog is not None
    assert dialog.rows.item(0).text() == "ST 7001/26 · fr"
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    settle(window)
    view = window.comparison_controller.current_view()
    assert view is not None
    assert (view.old, view.new) == (french, revised)
