"""The words of every English text for users: none of those that WORDING.md bans."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"

BANNED = re.compile(
    r"""\b(?:stand|stands|stood)\b
    |\b(?:held|hold|holds)\b
    |\banew\b
    |\bmend(?:s|ed|ing)?\b
    |\b(?:lay|lays|laid|laying)\b
    |\b(?:bear|bears|bore)\b
    |\b(?:whoever|whatever)\b
    |\bbehind\b
    |\bbeside\ (?:it|ours)\b
    |\bgone\b
    |\bgoes\b
    |\bat\ hand\b
    |\bby\ itself\b
    |\btak(?:e|es|en|ing)\ (?:in|out|back|over|along|nothing|it\ from)\b
    |\b(?:bring|brings|brought|bringing)\b
    |\b(?:came|comes?)\ (?:in|without|along)\b
    |\bleaves?\b
    |\bput\ (?:in|right|here)\b
    |\blook(?:s|ed|ing)?\ (?:at|over|around|again)\b|\ba\ look\b
    |\bit\ is\ no\b|\bis\ no\ (?:day|time|value|agenda|group|member)\b
    |\bwhat\ (?:is\ (?:due|internal)|has\ no\ place|others\ wrote|will\ leave|leaves)\b
    |\blet\ (?:it|its|the|this|all|nothing)\b
    |\bany\ more\b|\bno\ more\b
    |\bfor\ good\b
    |\bstruck\b(?![ -]through)
    |\bmails?\b
    |\bpapers?\b(?<!position\ paper)(?<!position\ papers)(?<!working\ paper)(?<!non-paper)(?<!on\ paper)
    |\blikeliest\b
    |\bnobody\b(?!\ can\ open)
    |\b(?:usual|larger|smaller|size\ of\ the)\ letters\b
    |\bof\ (?:our|its)\ own\b
    |\bforget\b
    |\bfigure\ picks\b
    |\w\ …(?!\ )
    |\w'\w""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_NOTES = {
    "en": re.compile(r"\bannotations?\b(?<!web\ annotation)(?<!web\ annotations)", re.IGNORECASE),
    "el": re.compile(r"\bσχολιασμ(?:ός|οί|ού|ών|ό|ούς)\b", re.IGNORECASE),
    "fr": re.compile(r"\bannotations?\b(?<!web\ annotation)(?<!web\ annotations)", re.IGNORECASE),
}
"""Delegates know notes, questions, positions and marks; annotations exist in the data and the command line only."""
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NOT_SHOWN = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|\{#[^}]*\}|^    .*?$", re.DOTALL | re.MULTILINE)
_ALLOWED = {"Working Party on …"}
"""An example with dots instead of words."""
_TABLES = ("export_labels.json", "search_said.json")
"""Tables of displayed words; the others contain the words of documents."""


def messages(language: str) -> Iterator[tuple[str, ET.Element]]:
    tree = ET.parse(RESOURCES / "translations" / f"delegate_desk_{language}.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def window_texts(language: str = "en") -> Iterator[tuple[str, str]]:
    for name, message in messages("el" if language == "en" else language):
        text = message.find("source" if language == "en" else "translation")
        yield name, "" if text is None else "".join(text.itertext())


def command_line_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "src" / "delegate_desk" / "cli").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        silent |= {
            id(name)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("pick", "_text")
            for name in (node.args[:1] if node.func.id == "_text" else node.args[1:2])
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
                yield f"{path.name}:{node.lineno}", node.value if " " in node.value.strip() else ""


def table_texts(language: str = "en") -> Iterator[tuple[str, str]]:
    def leaves(value: object, where: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, str):
            yield where, value
        elif isinstance(value, dict):
            for key, below in value.items():
                yield from leaves(below, f"{where}.{key}")
        elif isinstance(value, list):
            for below in value:
                yield from leaves(below, where)

    for name in _TABLES:
        yield from leaves(json.loads((RESOURCES / "tables" / name).read_text(encoding="utf-8"))[language], name)


def help_texts(language: str = "en") -> Iterator[tuple[str, str]]:
    for path in sorted((RESOURCES / "help" / language).glob("*.md")):
        text = _NOT_SHOWN.sub(" ", path.read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), 1):
            yield f"{path.name}:{number}", line


def banned(text: str) -> list[str]:
    return [match[0] for match in BANNED.finditer(_PLACEHOLDER.sub("{}", text).replace("&", ""))]


@pytest.mark.parametrize("texts", [window_texts, command_line_texts, table_texts, help_texts])
def test_no_text_has_a_banned_word(texts: object) -> None:
    assert callable(texts)
    found = [(where, banned(text), text) for where, text in texts() if banned(text) and text not in _ALLOWED]
    assert found == []


@pytest.mark.parametrize("language", list(_OF_NOTES))
def test_the_window_and_its_manual_name_notes_and_marks_not_annotations(language: str) -> None:
    texts = [*window_texts(language), *table_texts(language), *help_texts(language)]
    assert [(where, text) for where, text in texts if _OF_NOTES[language].search(text)] == []


def test_banned_words_are_found_and_allowed_words_passed() -> None:
    for text in ("The note is held here.", "Struck words", "Import …", "it's", "Take it from here"):
        assert banned(text), text
    for text in ("Position paper", "Working paper", "struck-through words", "Import…", "nobody can open it"):
        assert not banned(text), text
