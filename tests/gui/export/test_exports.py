from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk import settings
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Place
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.export.exports import ExportChoices, ExportEntry, annotations_export
from delegate_desk.gui.shell.main_window import MainWindow
from support.export_views import export_in_front, open_export, write
from support.main_windows import run_action, settle, settled


def everything(desk: Desk) -> ExportEntry:
    """The export of all annotations."""
    return annotations_export(desk, desk.annotation_list.entries_for_annotations(desk.annotations.all()))


@pytest.fixture
def view(window: MainWindow, desk: Desk, first: Place, tmp_path: Path) -> ExportView:
    for text, visibility in (
        ("Out", Visibility.CIRCULATION),
        ("In", Visibility.INTERNAL),
        ("In too", Visibility.INTERNAL),
    ):
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text=text, visibility=visibility))
    made = open_export(window, lambda: everything(desk))
    made.side.set_target(tmp_path / "notes.docx")
    return made


def test_what_leaves_is_said_before(view: ExportView, window: MainWindow) -> None:
    assert view.side.contents_label.text().startswith("1 note · 2 internal left out · ")
    assert view.state().marking == "LIMITE"
    view.side.audience_combo.setCurrentIndex(1)
    view.load()
    settle(window)
    assert view.side.contents_label.text().startswith("3 notes · ")
    assert view.side.internal_label.text() == "Contains 2 internal texts: not for circulation"
    assert view.side.internal_label.property("part") == "danger"


def test_a_file_of_each_format_is_written(view: ExportView, window: MainWindow, tmp_path: Path) -> None:
    for suffix in (".docx", ".pdf", ".html", ".txt", ".csv", ".jsonld"):
        view.side.format_combo.setCurrentIndex(view.side.format_combo.findData(suffix))
        assert view.side.target == tmp_path / f"notes{suffix}"
        write(window, view, view.side.target)
        content = (tmp_path / f"notes{suffix}").read_bytes()
        if suffix not in (".docx", ".pdf"):
            assert b"Out" in content
            assert b"In too" not in content


def test_nothing_to_say_to_others_cannot_be_exported(window: MainWindow, desk: Desk, first: Place) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="In"))
    made = open_export(window, lambda: everything(desk))
    assert not made.side.export_button.isEnabled()
    made.side.audience_combo.setCurrentIndex(1)
    made.load()
    settle(window)
    assert made.side.export_button.isEnabled()


def test_export_and_print_are_for_the_list_in_front(desk: Desk, first: Place, window: MainWindow) -> None:
    assert not window.ui.action_export.isEnabled()
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="In"))
    run_action(window, window.ui.action_annotations)
    assert window.ui.action_export.isEnabled()
    assert window.ui.action_print.isEnabled()
    run_action(window, window.ui.action_export)
    assert export_in_front(window).side.contents_label.text() == "Nothing to export yet"


def test_what_is_shown_is_kept_for_the_session(desk: Desk, first: Place, window: MainWindow) -> None:
    for text in ("ports", "noise"):
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text=text))
    view = window.list_controller.open_browser()
    view.ui.filter_edit.setText("noise")
    settle(window)
    window.tabs.close_view(view)
    settle(window)
    again = settled(window, window.list_controller.open_browser())
    assert again is not view
    assert [entry.annotation.text for entry in again.entries()] == ["noise"]
    assert again.ui.filter_edit.text() == "noise"
    assert window.ui.right_column.currentWidget() is again.side


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    chosen = ExportChoices(file)
    chosen.choose("kind", ExportKind.COMMENTS_TABLE, "el")
    chosen.choose("markup", MarkupStyle.TRACKED, "el")
    chosen.choose("columns", ProvisionColumns.JUSTIFIED, "el")
    chosen.choose("labels", "en", "el")
    chosen.choose_template(Path("/house/one.dotx"))
    again = ExportChoices(file)
    assert again.kind is ExportKind.COMMENTS_TABLE
    assert again.options("el") == ExportOptions(
        MarkupStyle.TRACKED, Audience.CIRCULATION, None, "en", Path("/house/one.dotx"), ProvisionColumns.JUSTIFIED
    )
    assert again.columns(ExportKind.POSITION) is ProvisionColumns.SUGGESTIONS
    assert again.labels("fr") == "fr"


def test_that_a_file_was_for_the_capital_is_not_kept(tmp_path: Path) -> None:
    chosen = ExportChoices(tmp_path / "settings.json")
    chosen.choose("kind", ExportKind.ANNOTATED, "el")
    assert chosen.options("en", Audience.CAPITAL).audience is Audience.CAPITAL
    assert ExportChoices(tmp_path / "settings.json").options("en").audience is Audience.CIRCULATION
    assert "capital" not in (tmp_path / "settings.json").read_text(encoding="utf-8")


def test_the_rest_of_the_settings_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    chosen = ExportChoices(file)
    settings.save(file, replace(settings.Settings(), theme="dark"))
    chosen.choose("markup", MarkupStyle.TRACKED, "el")
    assert settings.load(file).theme == "dark"
    assert settings.load(file).export_markup == "tracked"


def test_templates_are_named_last_used_first_and_few() -> None:
    chosen = ExportChoices()
    for n in (1, 2, 3, 4, 5, 6, 3):
        chosen.choose_template(Path(f"{n}.docx"))
    assert [one.stem for one in chosen.templates] == ["3", "6", "5", "4", "2"]
    chosen.choose_template(None)
    assert chosen.template is None
    assert len(chosen.templates) == 5


def test_what_is_no_choice_any_more_is_the_usual_one(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    odd = replace(settings.Settings(), export_kind="poem", export_markup="loud", export_labels={"el": "tlh"})
    settings.save(file, odd)
    chosen = ExportChoices(file)
    assert chosen.kind is ExportKind.POSITION
    assert chosen.markup is MarkupStyle.COUNCIL
    assert chosen.labels("el") == "el"
    assert chosen.labels("mt") == "en"
