"""The tab of a comparison, in the window."""

import gc
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.library.header_dialog import HeaderDialog
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn
from delegate_desk.gui.revisions.comparison_page import measures
from delegate_desk.gui.revisions.comparison_view import ComparisonView, NoComparisonView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from support.annotated_revision import FIRST, REVISION, Noted
from support.export_views import export_in_front, write
from support.main_windows import click, in_front, save, settle, settled, show_document
from support.meeting_steps import press
from support.present import present

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BARE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def new(paper: Noted) -> DocumentId:
    return paper.bring_in()


@pytest.fixture
def view(window: MainWindow, paper: Noted, new: DocumentId) -> ComparisonView:
    return settled(window, window.comparison_controller.open(paper.old, new))


def press_in_text(
    window: MainWindow,
    document: DocumentId,
    key: Qt.Key = Qt.Key.Key_2,
    keys: Qt.KeyboardModifier = CONTROL,
    at: str | None = None,
) -> None:
    show_document(window, document, Address(at) if at else None)
    press(window, key, keys)


def compare(
    window: MainWindow, document: DocumentId, key: Qt.Key = Qt.Key.Key_2, keys: Qt.KeyboardModifier = CONTROL
) -> tuple[DocumentId, DocumentId]:
    """Press a key in a text; returns the two texts that are compared then."""
    press_in_text(window, document, key, keys)
    return texts(window)


def texts(window: MainWindow) -> tuple[DocumentId, DocumentId]:
    """The two texts of the comparison in front."""
    view = in_front(window, ComparisonView)
    return view.old, view.new


def chooser(window: MainWindow) -> DocumentChooserDialog:
    return present(window.findChild(DocumentChooserDialog))


def addresses(view: ComparisonView) -> tuple[Address | None, Address | None]:
    """Of the current row, in both texts."""
    fate = view.page.rows.outcomes[view.page.current_row()]
    return fate.old, fate.new


def verdicts(view: ComparisonView) -> list[Verdict]:
    return [fate.verdict for fate in view.page.rows.outcomes]


def test_it_opens_on_the_first_change_and_says_what_changed(window: MainWindow, view: ComparisonView) -> None:
    assert addresses(view) == ("para_1", "para_1")
    said = [button.text() for button in view.chips.findChildren(QPushButton) if button.isVisible()]
    assert "1 added" in said
    assert view.ui.counterpart_button.text() == "compared with: INIT ⌄"
    assert window.ui.marking_label.text() == "LIMITE"
    assert view.ui.number_label.text() == f"1 of {len(view.page.rows.change_rows)}"
    view.go_to(Address("para_2"))
    QTest.keyClick(view.page, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "2. The Council recalls that ports are places of work."
    view.go_to(Address("para_2"))
    press(window, Qt.Key.Key_Minus)
    assert window.desk.positions.get(view.new).entry_at(Address("para_2")).stance is Stance.OPPOSE


def test_beside_the_words_on_a_narrow_pane_is_nothing() -> None:
    for two in (False, True):
        assert measures(468, 16, 60, two=two).measure > 400
        assert not measures(720, 16, 60, two=two).stacked


def test_the_revision_before_is_compared_by_one_key_and_the_first_with_the_next(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    assert compare(window, new) == (paper.old, new)
    assert compare(window, paper.old) == (paper.old, new)
    press_in_text(window, new, Qt.Key.Key_B, CONTROL | SHIFT)
    dialog = chooser(window)
    QTest.keyClicks(dialog.edit, "quiet 7001")
    assert dialog.rows.rowCount() == 1
    QTest.keyClicks(dialog.edit, " nothing")
    assert dialog.rows.rowCount() == 0
    dialog.edit.clear()
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert texts(window) == (paper.old, new), "the earlier one stands at the left"


@pytest.mark.qt_log_ignore("This plugin does not support")  # a list below a button, where there is no screen
def test_another_text_to_compare_with_is_chosen_in_the_line(
    window: MainWindow, view: ComparisonView, paper: Noted, new: DocumentId
) -> None:
    french = in_language(paper, REVISION, "fr")
    settle(window)
    click(window, view.ui.counterpart_button)
    chooser = present(view.ui.counterpart_button.findChild(NameChooserDialog))
    assert [chooser.rows.item(n).text() for n in range(chooser.rows.rowCount())] == [
        "INIT",
        "REV 1 · FR",
        "Another document…",
    ]
    QTest.keyClicks(chooser.edit, "fr")
    QTest.keyClick(chooser.edit, Qt.Key.Key_Return)
    assert set(texts(window)) == {french, new}


def test_the_switches_above_the_rows_choose_what_is_shown_and_tab_goes_over_them(
    window: MainWindow, view: ComparisonView
) -> None:
    every = verdicts(view)
    assert view.ui.changed_button.isVisible()
    view.ui.changed_button.click()
    assert Verdict.SAME in every
    assert not {Verdict.SAME, Verdict.RENUMBERED} & set(verdicts(view))
    QTest.keyClicks(view.page, "0")
    assert not view.ui.changed_button.isChecked()
    assert verdicts(view) == every
    number = view.chips.values().index(Verdict.INSERTED) + 1
    QTest.keyClicks(view.page, str(number))
    assert verdicts(view) == [Verdict.INSERTED]
    assert view.page.current_row() == 0
    QTest.keyClicks(view.page, str(view.chips.values().index(Verdict.REWORDED) + 1))
    assert set(verdicts(view)) == {Verdict.INSERTED, Verdict.REWORDED}
    QTest.keyClicks(view.page, "0")
    assert verdicts(view) == every
    first, *others = view.chips.switches()
    first.setFocus()
    walked = []
    for _ in range(len(others) + 1):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        walked.append(window.focusWidget())
    assert walked == [*others, view.page]
    second = others[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert len(set(verdicts(view))) == 1
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert view.page.hasFocus()


def test_f8_goes_from_change_to_change_and_round_the_corner_and_one_column_keeps_the_row(
    window: MainWindow, view: ComparisonView
) -> None:
    changes = view.page.rows.change_rows
    seen = [view.page.current_row()]
    for _ in changes[1:]:
        press(window, Qt.Key.Key_F8)
        seen.append(view.page.current_row())
    assert seen == list(changes)
    press(window, Qt.Key.Key_F8)
    assert view.page.current_row() == changes[0]
    press(window, Qt.Key.Key_F8, SHIFT)
    assert view.page.current_row() == changes[-1]
    press(window, Qt.Key.Key_F8)
    before = view.page.current_row()
    window.ui.action_one_column.trigger()
    assert list(view.page.row_layout.page.columns) == [ComparisonColumn.BOTH]
    assert view.ui.columns_button.isChecked()
    assert view.page.current_row() == before
    window.ui.action_one_column.trigger()
    assert list(view.page.row_layout.page.columns) == [ComparisonColumn.OLD, ComparisonColumn.NEW]
    flow = view.page.row_layout
    while flow.unmeasured_rows(1):
        flow.measure_rows(flow.unmeasured_rows(50))
    for row in range(view.page.rows.rowCount()):
        laid = flow.laid_out_row(row)
        heights = [column.lines.height for column in laid.columns.values()]
        assert flow.height(row) >= max(heights)
        assert flow.top(row + 1 if row + 1 < view.page.rows.rowCount() else row) >= flow.top(row)


def test_enter_opens_the_new_text_and_shift_enter_the_old_one(
    window: MainWindow, view: ComparisonView, paper: Noted, new: DocumentId
) -> None:
    press(window, Qt.Key.Key_F8)
    _, new_address = addresses(view)
    assert new_address
    QTest.keyClick(view.page, Qt.Key.Key_Return)
    settle(window)
    assert window.current_place() == Place(new, new_address)
    window.tabs.setCurrentWidget(view)
    view.page.go_to_row(next(n for n, f in enumerate(view.page.rows.outcomes) if f.verdict is Verdict.DELETED))
    gone, _ = addresses(view)
    assert gone
    QTest.keyClick(view.page, Qt.Key.Key_Return)
    settle(window)
    assert window.current_place() == Place(paper.old, gone)
    window.tabs.setCurrentWidget(view)
    view.page.go_to_row(next(n for n, f in enumerate(view.page.rows.outcomes) if f.old == "para_3"))
    QTest.keyClick(view.page, Qt.Key.Key_Return, SHIFT)
    settle(window)
    assert window.current_place() == Place(paper.old, Address("para_3"))


@pytest.mark.styled
def test_a_narrow_pane_has_one_column_whatever_was_asked(view: ComparisonView) -> None:
    view.page.resize(400, 500)
    assert list(view.page.row_layout.page.columns) == [ComparisonColumn.BOTH]
    assert view.page.row_layout.page.stacked
    laid = view.page.row_layout.laid_out_row(1)
    assert [(column, text.is_label_above) for column, text in laid.columns.items()] == [(ComparisonColumn.BOTH, True)]


def test_what_is_ours_shows_on_both_sides_and_beside(window: MainWindow, view: ComparisonView, new: DocumentId) -> None:
    view.go_to(Address("para_4"))
    assert addresses(view) == ("para_3", "para_4")
    assert view.page.rows.annotation_kinds(view.page.current_row(), ComparisonColumn.OLD) == [AnnotationKind.RED_LINE]
    note = window.desk.annotations.new(Place(new, Address("para_4")), AnnotationKind.QUESTION, text="Since when?")
    save(window, lambda: window.desk.annotations.save(note))
    assert view.page.rows.annotation_kinds(view.page.current_row(), ComparisonColumn.NEW) == [AnnotationKind.QUESTION]
    pane = window.paragraph_file
    assert pane.place == Place(new, Address("para_4"))
    assert [card.annotation.text for card in pane.cards] == ["Since when?"]
    assert view.change.isVisible()


def test_what_is_not_certain_leads_to_what_it_could_be_as_well(view: ComparisonView) -> None:
    row = next(n for n, fate in enumerate(view.page.rows.outcomes) if fate.other_units)
    others = view.page.rows.outcomes[row].other_units
    view.page.go_to_row(row)
    lead = next(b for b in view.change.findChildren(QPushButton) if b.accessibleName().startswith("Show "))
    lead.click()
    assert addresses(view)[1] == others[0]
    row = next(n for n, fate in enumerate(view.page.rows.outcomes) if fate.may_be_deleted and not fate.other_units)
    view.page.go_to_row(row)
    said = " ".join(one.text() for one in view.change.findChildren(QLabel))
    assert "The old text may have been deleted" in said
    assert "Other possibilities" not in said
    assert not [b for b in view.change.findChildren(QPushButton) if b.accessibleName().startswith("Show ")]


def test_stopping_says_so_and_comparing_again_is_one_key_away(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    view = window.comparison_controller.open(paper.old, new)
    assert view.ui.pages.currentWidget() is view.ui.waiting_page
    click(window, view.ui.stop_button)
    assert view.ui.waiting_label.text() == "Stopped."
    assert view.marking is None
    view.ui.stop_button.setFocus()
    QTest.keyClick(view.ui.stop_button, Qt.Key.Key_Space)
    settle(window)
    assert view.compared is not None
    assert view.page.hasFocus()


def test_asking_for_the_same_two_again_brings_their_tab_in_front(window: MainWindow, view: ComparisonView) -> None:
    show_document(window, view.new)
    assert window.comparison_controller.open(view.old, view.new) is view
    assert window.tabs.currentWidget() is view
    assert len(window.tabs.pages(ComparisonView)) == 1
    save(window, lambda: window.desk.documents.remove(view.old))
    assert window.tabs.pages(ComparisonView) == []


@pytest.mark.styled
def test_two_documents_chosen_in_the_library_are_compared(window: MainWindow, paper: Noted, new: DocumentId) -> None:
    rows = window.documents.ui.document_list
    window.documents.reload()
    settle(window)
    model = window.documents.model
    model.toggle(next(row for row in model.rows if row.is_unfolded is False))
    rows.clearSelection()
    numbers = [window.documents.model.row_for_document(key) or 0 for key in (new, paper.old)]
    places = [rows.visualRect(window.documents.model.index(number)) for number in numbers]
    for n, place in enumerate(places):
        point = QPoint(place.left() + 60, place.center().y())
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, CONTROL, point)
        assert len(window.documents.selected_documents()) == n + 1
    assert window.tabs.count() == 0, "what is chosen beside another is not opened"
    rows.setFocus()
    settle(window)
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    assert texts(window) == (paper.old, new)


def test_it_leaves_as_a_word_file_with_tracked_changes(
    window: MainWindow, view: ComparisonView, tmp_path: Path
) -> None:
    press(window, Qt.Key.Key_E, CONTROL)
    exported = export_in_front(window)
    assert exported.state().marking == "LIMITE"
    assert exported.property("help") == "revisions#to-word"
    target = tmp_path / "out.docx"
    write(window, exported, target)
    assert exported.done_label.text() == "Exported: out.docx"
    xml = docx.Document(str(target)).element.xml
    assert "<w:ins " in xml
    assert "<w:del " in xml


@pytest.mark.styled
def test_every_control_has_a_name_the_panes_can_be_made_narrow_and_are_drawn_in_both_themes(
    window: MainWindow, view: ComparisonView
) -> None:
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    dialogs = window.findChildren(DocumentChooserDialog)
    assert len(dialogs) >= 1
    nameless = [
        f"{type(pane).__name__}: {type(widget).__name__} {widget.objectName()}"
        for pane in (view, view.change, *dialogs)
        for widget in pane.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is pane.window()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert not nameless, nameless
    assert view.minimumSizeHint().width() <= 320
    assert view.change.minimumSizeHint().width() <= 200
    for dialog in dialogs:
        dialog.close()
    grounds = []
    for choice in ("light", "dark"):
        theme.choose(choice)
        settle(window)
        image = view.page.viewport().grab().toImage()
        grounds.append(image.pixelColor(image.width() // 2, image.height() - 2).lightness())
    assert grounds[0] > 200 > 100 > grounds[1]


def test_a_closed_tab_leaves_nothing_behind(
    window: MainWindow, paper: Noted, new: DocumentId, qapp: QApplication
) -> None:
    def once() -> int:
        window.comparison_controller.open(paper.old, new)
        settle(window)
        window.ui.action_close_tab.trigger()
        nobody: QObject | None = None
        for _ in range(3):
            settle(window)
            QCoreApplication.sendPostedEvents(nobody, QEvent.Type.DeferredDelete)
            gc.collect()
        return len(qapp.allWidgets())

    before = once()
    assert [once() for _ in range(2)] == [before, before]


def in_language(paper: Noted, text: str, language: str) -> DocumentId:
    """Add a text as another language version."""
    file = paper.file.with_name(f"{language} {len(text)}.txt")
    file.write_text(f"{text}\n10. {language}\n", encoding="utf-8")
    read = paper.desk.documents.read(file)
    document = replace(read.document, header=replace(read.document.header, language=language))
    return next(iter(paper.desk.documents.add(replace(read, document=document)).documents))


def test_the_language_of_the_document_is_compared_else_the_common_one_though_our_notes_are_on_another(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    """The English version has our notes; the French one is open."""
    revised = in_language(paper, REVISION, "fr")
    assert compare(window, revised) == (paper.old, new)
    french = in_language(paper, FIRST, "fr")
    assert compare(window, revised) == (french, revised)
    press_in_text(window, revised, Qt.Key.Key_B, CONTROL | SHIFT)
    dialog = chooser(window)
    assert dialog.rows.item(0).text() == "ST 7001/26 · FR"
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert texts(window) == (french, revised)


def test_of_several_common_languages_one_is_chosen(window: MainWindow, paper: Noted, new: DocumentId) -> None:
    in_language(paper, FIRST, "fr")
    revised = in_language(paper, REVISION, "fr")
    press_in_text(window, in_language(paper, REVISION, "el"))
    dialog = chooser(window)
    rows = [dialog.rows.item(n).text() for n in range(dialog.rows.rowCount())]
    assert rows == ["ST 7001/26 · EN", "ST 7001/26 · FR"]
    QTest.keyClicks(dialog.edit, "fr")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert texts(window)[1] == revised


def test_keys_pressed_before_the_documents_are_read_choose_among_them(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    french = in_language(paper, REVISION, "fr")
    show_document(window, new)
    window.ui.action_compare.trigger()
    dialog = chooser(window)
    QTest.keyClicks(dialog.edit, "7001")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return):
        QTest.keyClick(dialog.edit, key)
    assert (dialog.edit.text(), dialog.rows.rowCount()) == ("7001", 0)
    assert set(texts(window)) == {french, new}, "the second of the two"


def test_a_question_whose_key_is_pressed_twice_is_asked_once(window: MainWindow, paper: Noted, new: DocumentId) -> None:
    for language in ("fr", "de"):
        in_language(paper, REVISION, language)
    show_document(window, new)
    for action, kind in (
        (window.ui.action_compare_languages, DocumentChooserDialog),
        (window.ui.action_header, HeaderDialog),
    ):
        action.trigger()
        action.trigger()
        settle(window)
        (dialog,) = window.findChildren(kind)
        dialog.reject()
        settle(window)


def test_c_compares_the_paragraph_of_the_text_also_of_the_first_revision(
    window: MainWindow, paper: Noted, new: DocumentId
) -> None:
    for at, row in (("para_5", ("para_5", None)), ("para_9", ("para_9", "para_8"))):
        press_in_text(window, paper.old, Qt.Key.Key_C, BARE, at=at)
        view = in_front(window, ComparisonView)
        assert addresses(view) == row
    press_in_text(window, new, Qt.Key.Key_C, BARE, at="para_8")
    assert addresses(view) == ("para_9", "para_8")
    press(window, Qt.Key.Key_C)
    assert window.ui.document_label.text() == "Compare This Paragraph is not available here. Open the text first."


def test_c_without_another_revision_says_so_and_leaves_the_text_where_it_is(window: MainWindow, paper: Noted) -> None:
    press_in_text(window, paper.old, Qt.Key.Key_C, BARE, at="para_3")
    assert window.current_place() == Place(paper.old, Address("para_3"))
    assert window.ui.document_label.text() == "The library has no other revision of this document"
    press_in_text(window, paper.old)
    view = in_front(window, NoComparisonView)
    assert "No other revision in the library." in [label.text() for label in view.findChildren(QLabel)]
    assert view.compare_button.hasFocus()
    entry = view.entry()
    press(window, Qt.Key.Key_1, CONTROL)
    window.comparison_controller.tab_types()[0].open(entry)
    assert window.tabs.currentWidget() is view, "it is restored"
    click(window, view.compare_button)
    assert window.findChild(DocumentChooserDialog) is not None


def test_another_language_is_compared_with_only_without_a_revision_in_the_same_and_a_line_says_so(
    window: MainWindow, paper: Noted
) -> None:
    french = in_language(paper, REVISION, "fr")
    assert compare(window, french, Qt.Key.Key_C, BARE) == (paper.old, french)
    view = in_front(window, ComparisonView)
    assert view.ui.language_label.isVisible()
    assert view.ui.language_label.text() == "The library has no other revision in French: compared with English."
    older = in_language(paper, FIRST, "fr")
    assert compare(window, french, Qt.Key.Key_C, BARE) == (older, french)
    view = in_front(window, ComparisonView)
    assert not view.ui.language_label.isVisible()
