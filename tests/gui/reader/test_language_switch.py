"""The window in its languages: complete, never mixed, and with room for each text."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import translations
from delegate_desk.desk import open_desk, prepare_samples
from delegate_desk.gui import interface_language
from support import screen_texts
from support.main_windows import open_window
from support.window_screens import walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no menus to grab keys for
LANGUAGES = ("el", "fr")
_PLACE = re.compile(r"\{\w*(?:[:.!][^}]*)?\}|%\w")
_TAG = re.compile(r"</?\w+[^>]*>")
SMALL = (960, 540)
"""A screen of 1920 by 1080 at 200 %, in pixels of the layout."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "99"
    list(prepare_samples(folder))
    return folder


@pytest.fixture(autouse=True)
def _in_english_again() -> Iterator[None]:
    yield
    interface_language.install_language("en")


def messages(language: str) -> list[tuple[str, str]]:
    """Source and translation of every message."""
    tree = ET.parse(translations.ts_file(language))
    return [(one.findtext("source") or "", one.findtext("translation") or "") for one in tree.iter("message")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_code_and_forms_is_translated(language: str, tmp_path: Path) -> None:
    kept = translations.ts_file(language)
    gathered = tmp_path / kept.name
    gathered.write_bytes(kept.read_bytes())
    translations.update(gathered, translations.TARGETS[language], *translations.SOURCES)
    left = [(name, message.findtext("source")) for name, message in translations.unfinished(ET.parse(gathered))]
    assert not left, left


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_places_tags_and_menu_keys(language: str) -> None:
    def kept(text: str) -> tuple[list[str], list[str], bool, bool]:
        mnemonic = bool(re.search(r"&\w", text.replace("&&", "")))
        return sorted(_PLACE.findall(text)), sorted(_TAG.findall(text)), mnemonic, text.endswith("…")

    wrong = [(source, text) for source, text in messages(language) if kept(source) != kept(text)]
    assert not wrong, wrong


def foreign(language: str) -> "re.Pattern[str]":
    """What would be English in a window of another language: whole texts, and what stands between their places."""
    pairs = messages(language)
    theirs = {_bare(text) for _, text in pairs} | set(interface_language.OWN_NAMES.values())
    whole: set[str] = set()
    parts: set[str] = set()
    for source, translated in pairs:
        if _bare(source) in theirs or source == translated:
            continue
        pieces = [piece for piece in _PLACE.split(source) if len(piece.split()) > 2]
        if _PLACE.search(source):
            parts.update(piece.strip() for piece in pieces if piece not in translated)
        else:
            whole.add(_bare(source))
    exact = "|".join(re.escape(one) for one in sorted(whole, key=len, reverse=True) if one)
    within = "|".join(re.escape(one) for one in sorted(parts, key=len, reverse=True) if one)
    return re.compile(rf"^(?:{exact})$|(?:{within})")


def _bare(text: str) -> str:
    return text.replace("&", "").removesuffix("…").strip(" :")


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_screen_speaks_one_language_fits_and_says_all_at_200_per_cent(
    language: str, samples: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    interface_language.install_language(language)
    english = foreign(language) if language != "en" else None
    mixed: set[str] = set()
    cut: set[str] = set()
    large: set[str] = set()

    with open_desk(samples) as desk:
        papers = (desk.documents.content(held.id) for held in desk.documents.all())
        written = "\n".join(unit.text for paper in papers for unit in paper.paragraphs)

        def is_mixed(text: str) -> bool:
            found = english.search(_bare(text)) if english else None
            return found is not None and found[0] not in written  # what an English document says is no mistake

        def look(name: str, screen: QWidget) -> None:
            least = screen.minimumSizeHint().expandedTo(screen.minimumSize())
            if least.width() > SMALL[0] or least.height() > SMALL[1]:
                large.add(f"{name}: {least.width()} x {least.height()}")
            mixed.update(f"{name}: {text!r}" for text in screen_texts.texts(screen) if is_mixed(text))
            cut.update(f"{name}: {text}" for text in screen_texts.cut_off(screen))

        window = open_window(desk, tmp_path / "settings.json")
        qtbot.addWidget(window)
        window.resize(*SMALL)
        walk(window, look)
        window.close()
    assert not mixed, "\n".join(sorted(mixed))
    assert not large, "\n".join(sorted(large))
    assert not cut, "\n".join(sorted(cut))
