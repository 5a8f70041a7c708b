"""A settings file of another version, or one edited by hand, never prevents the start."""

import json
from pathlib import Path

import pytest

from delegate_desk import settings
from delegate_desk.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def load(file: Path, **kept: object) -> Settings:
    file.write_text(json.dumps(kept), encoding="utf-8")
    return settings.load(file)


def test_what_an_entry_cannot_be_is_left_out_and_the_others_stay(file: Path) -> None:
    assert load(file, places={"/a": 3, "/b": {"1": "art_7", "2": None}}).places == {"/b": {"1": "art_7"}}
    assert load(file, open_documents={"/a": [1, "x", True, 10**30], "/b": "1"}).open_documents == {"/a": [1]}
    assert load(file, keys={"action_undo": "Ctrl+U", "action_redo": [1, "Ctrl+Y"]}).keys == {"action_redo": ["Ctrl+Y"]}
    assert load(file, recent_libraries=["/a", 1, {}]).recent_libraries == ["/a"]


def test_what_a_field_cannot_be_has_its_default_and_a_field_of_a_later_version_is_passed_over(file: Path) -> None:
    usual = Settings()
    assert load(file, theme=3, reading_size="17", columns={}, keys=[], lock_minutes=True, tabs_come_back=0) == usual
    assert load(file, reading_size=10**12, columns=None, guide=1.5) == usual
    assert load(file, theme="dark", hologram=True) == Settings(theme="dark")


def test_what_is_kept_comes_back_also_of_a_library_in_a_folder_of_any_name(file: Path) -> None:
    """Linux allows any bytes in a name; those that are not UTF-8 have no letters."""
    settings.save(file, Settings(recent_libraries=["/home/caf\udce9", "/home/Ευρώπη"]))
    assert settings.load(file).recent_libraries == ["/home/caf\udce9", "/home/Ευρώπη"]
    tabs = {"/b": {"groups": [{"tabs": [["reader", [1], "art_7"]], "front": 0}]}}
    kept = Settings(keys={"action_undo": ["Ctrl+U"]}, guide=3, reading_languages=["el"], open_tabs=tabs)
    settings.save(file, kept)
    again = settings.load(file)
    assert (again.keys, again.guide, again.reading_languages) == (kept.keys, 3, ["el"])
    assert again.open_tabs == tabs


def test_half_a_character_is_left_out(file: Path) -> None:
    half = "/half \ud83d"
    kept = load(
        file, theme=half, export_template=half, recent_libraries=[half, "/a"], places={half: {"1": "art_7"}, "/b": {}},
        second_places={"/b": half}, open_tabs={"/b": {"groups": [{"tabs": [["meeting", ["\udc80"], ""]]}], "front": 0}},
    )  # fmt: skip
    assert (kept.theme, kept.export_template, kept.recent_libraries) == ("system", "", ["/a"])
    assert (kept.places, kept.second_places, kept.open_tabs) == ({"/b": {}}, {}, {"/b": {"front": 0}})


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"a":' * 100_000, b"\xed\xa0\xbd", b"9" * 10_000, b"null", b""])
def test_a_file_that_is_none_is_as_if_there_were_none(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert settings.load(file) == Settings()
    assert settings.last_seen_version(file) == ""


def test_settings_saved_before_the_first_window_are_not_of_an_earlier_version(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings.save_start_places(file, tmp_path / "demo", [(7, "para_2")])
    assert settings.last_seen_version(file) == ""
