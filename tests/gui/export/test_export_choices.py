from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk import settings
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.gui.export.exports import ExportChoices

pytestmark = pytest.mark.usefixtures("qapp")


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
