"""The texts of the window reach the translators: lupdate finds each text where it is written."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import delegate_desk.gui
import translations
from support.translated_texts import PLACE, messages

GUI = Path(delegate_desk.gui.__file__).parent
_SAYS = {"translate", "tr"}
LANGUAGES = ("el", "fr")
_TAG = re.compile(r"</?\w+[^>]*>")


def test_no_text_is_hidden_from_lupdate_in_a_function_that_passes_it_on(tmp_path: Path) -> None:
    """lupdate reads literals inside ``tr``, ``translate`` and ``QT_TRANSLATE_NOOP``, and nowhere else."""
    assert [found for file in sorted(GUI.rglob("*.py")) for found in _hidden(file)] == []
    module = tmp_path / "hints.py"
    module.write_text(
        'def _tr(text: str) -> str:\n    return QCoreApplication.translate("hints", text)\n\n'
        'def open_it() -> str:\n    return _tr("Open it")\n\n'
        'def close_it() -> str:\n    return QCoreApplication.translate("hints", "Close it")\n'
    )
    assert list(_hidden(module)) == ["hints.py:5: Open it"]


def test_no_text_is_translated_within_an_f_string() -> None:
    """lupdate does not look there."""
    trees = {file.name: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(GUI.rglob("*.py"))}
    texts = [(name, text) for name, tree in trees.items() for text in ast.walk(tree) if isinstance(text, ast.JoinedStr)]
    calls = [(name, call) for name, text in texts for call in ast.walk(text) if isinstance(call, ast.Call)]
    assert [(name, call.lineno) for name, call in calls if _name(call) in _SAYS] == []


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
        return sorted(PLACE.findall(text)), sorted(_TAG.findall(text)), mnemonic, text.endswith("…")

    wrong = [(source, text) for source, text in messages(language) if kept(source) != kept(text)]
    assert not wrong, wrong


def _hidden(file: Path) -> Iterator[str]:
    """The texts that a module passes to its own function for translation."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    passing = {one.name for one in functions if any(map(_passes_on, ast.walk(one)))}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name(call) in passing - _SAYS and call.args:
            text = call.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield f"{file.name}:{call.lineno}: {text.value}"


def _passes_on(node: ast.AST) -> bool:
    """True for a call that translates a text given by name."""
    if not isinstance(node, ast.Call) or _name(node) not in _SAYS:
        return False
    texts = node.args[1:2] if _name(node) == "translate" else node.args[:1]
    return any(isinstance(text, ast.Name) for text in texts)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
