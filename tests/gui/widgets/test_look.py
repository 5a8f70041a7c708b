"""One look: values are in the theme only, icons are of one family, and the fonts have the letters of all languages."""

import ast
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

import delegate_desk
from delegate_desk.gui.widgets import theme
from delegate_desk.paths import RESOURCES

SOURCE = Path(delegate_desk.__file__).parent
GUI = SOURCE / "gui"
FORMS = Path(__file__).resolve().parents[3] / "ui"
ALLOWED = {GUI / "widgets" / "theme.py", GUI / "widgets" / "fonts.py"}
MODULES = [p for p in sorted(GUI.rglob("*.py")) if p not in ALLOWED and p.parent.name != "forms"]
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b|\brgba?\(")
SIZE = re.compile(r"font(?:-size)?:\s*[0-9]")
SIZERS = {"setPixelSize", "setPointSize", "setPointSizeF"}
TYPES = {"ui_font", "reading_font", "interface", "reading"}
GAPS = {"setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "setContentsMargins"}
WATCHED = SIZERS | TYPES | GAPS | {"QColor"}
EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u260f\u2613-\u26ff\u2705\u2714\u2716\u274c\u2753-\u2757\u2795-\u2797\u2b50\ufe0f]"
)
OWN_SIGN = "delegate-desk"
LETTERS = {
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "cs": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "da": "abcdefghijklmnopqrstuvwxyzæøå",
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnñopqrstuvwxyzáéíóúü¿¡ºª",
    "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy",
    "fi": "abcdefghijklmnopqrsštuvwxyzžåäö",
    "fr": "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ«»’",
    "ga": "abcdefghijklmnopqrstuvwxyzáéíóú",
    "hr": "abcčćdđefghijklmnoprsštuvzž",
    "hu": "aábcdeéfghiíjklmnoóöőpqrstuúüűvwxyz",
    "it": "abcdefghijklmnopqrstuvwxyzàèéìíîòóùú",
    "lt": "aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    "lv": "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž",
    "mt": "abċdefġghħijklmnopqrstuvwxżzàèìòù",
    "nl": "abcdefghijklmnopqrstuvwxyzáéëïóöü",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "pt": "abcdefghijklmnopqrstuvwxyzáâãàçéêíóôõú",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz",
    "sk": "aáäbcčdďeéfghiíjklĺľmnňoóôpqrŕsštťuúvwxyýzž",
    "sl": "abcčdefghijklmnoprsštuvzž",
    "sv": "abcdefghijklmnopqrstuvwxyzåäöé",
}


class Parsed(NamedTuple):
    """Parts of a module that concern the look: calls by name, texts, lines that name a bold weight."""

    calls: list[tuple[str, ast.Call]]
    texts: list[str]
    heavy: list[int]


@cache
def parsed(module: Path) -> Parsed:
    found = Parsed([], [], [])
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in WATCHED:  # a whole tree would slow down each garbage collection
                found.calls.append((name, node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.texts.append(node.value)
        elif isinstance(node, ast.Attribute) and node.attr in {"Bold", "setBold", "Black"}:
            found.heavy.append(node.lineno)
    return found


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def test_a_module_has_no_colour_and_no_size_of_type_of_its_own() -> None:
    for module in MODULES:
        found = parsed(module)
        assert not [text for text in found.texts if COLOUR.search(text) or SIZE.search(text)], module
        for name, call in found.calls:
            where = f"{module}:{call.lineno}"
            assert name not in SIZERS, where
            assert not (name in TYPES and call.args and _is_number(call.args[0])), where
            assert not (name == "QColor" and any(isinstance(arg, ast.Constant) for arg in call.args)), where
        assert not found.heavy, f"{module}: the program brings no bold along but the semi-bold"


def test_a_form_has_no_colour_and_no_type_of_its_own() -> None:
    for form in FORMS.glob("*.ui"):
        root = ElementTree.parse(form).getroot()
        assert not [tag for tag in ("font", "palette", "color") if root.find(f".//{tag}") is not None], form
        assert not [node for node in root.iter("property") if node.get("name") == "styleSheet"], form


def test_a_gap_is_so_many_units_or_next_to_nothing() -> None:
    for module in MODULES:
        for name, call in parsed(module).calls:
            if name in GAPS:
                gaps = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, int)]
                assert all(gap <= 2 or gap % theme.UNIT == 0 for gap in gaps), f"{module}:{call.lineno}: {gaps}"


@pytest.mark.parametrize("rules", ["controls", "panes", "window", "manual"])
def test_the_rules_have_no_colour_and_no_size_of_type_of_their_own(rules: str) -> None:
    text = (RESOURCES / "themes" / f"{rules}.qss").read_text(encoding="utf-8")
    assert not re.findall(r":\s*[^;]*#[0-9A-Fa-f]{3,6}\b", text)
    assert not SIZE.findall(text)


def test_an_icon_is_of_the_family_and_is_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (*MODULES, *FORMS.glob("*.ui")))
    for icon in (RESOURCES / "icons").glob("*.svg"):
        if icon.stem == OWN_SIGN:
            continue
        root = ElementTree.parse(icon).getroot()
        assert root.get("viewBox") == "0 0 24 24", icon
        assert (root.get("stroke"), root.get("stroke-width"), root.get("fill")) == ("currentColor", "2", "none"), icon
        assert f'"{icon.stem}"' in text or f"icons:{icon.name}" in text, f"no button and no menu asks for {icon}"


def test_no_emoji_stands_in_for_an_icon() -> None:
    texts = [text for path in SOURCE.rglob("*.py") for text in parsed(path).texts]
    assert not [text for text in texts if EMOJI.search(text)]
    assert not [form.name for form in FORMS.glob("*.ui") if EMOJI.search(form.read_text(encoding="utf-8"))]


def _families() -> list[QFont]:
    italic = theme.reading_font()
    italic.setItalic(True)
    strong = theme.reading_font()
    strong.setWeight(QFont.Weight.DemiBold)
    return [theme.ui_font(), theme.ui_font(bold=True), theme.reading_font(), italic, strong]


@pytest.mark.parametrize("language", sorted(LETTERS))
def test_every_letter_of_a_language_is_in_both_families(qapp: object, language: str) -> None:
    letters = LETTERS[language]
    for font in _families():
        raw = QRawFont.fromFont(font)
        assert raw.familyName() in {theme.UI_FAMILY, theme.READING_FAMILY}
        lacking = [c for c in letters + letters.upper() if c != "ẞ" and not raw.supportsCharacter(ord(c))]
        assert not lacking, (raw.familyName(), raw.styleName())


def test_every_sign_that_the_window_shows_is_in_a_family_that_comes_along(qapp: object) -> None:
    families = [QRawFont.fromFont(theme.ui_font()), QRawFont.fromFont(QFont(theme.SIGNS_FAMILY))]
    assert families[1].familyName() == theme.SIGNS_FAMILY
    texts = [text for path in MODULES for text in parsed(path).texts]
    signs = {c for text in texts for c in text if unicodedata.category(c)[0] in "SP"}
    assert not [sign for sign in sorted(signs) if not any(raw.supportsCharacter(ord(sign)) for raw in families)]


def test_figures_are_of_one_width(qapp: object) -> None:
    for font in (theme.ui_font(), theme.ui_font(bold=True), theme.ui_font(theme.FINE)):
        widths = {QFontMetricsF(font).horizontalAdvance(figure) for figure in "0123456789"}
        assert len(widths) == 1
