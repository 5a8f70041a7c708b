"""One look: values are in the theme only, with its contrasts; icons and fonts are of one family."""

import ast
import re
import unicodedata
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

import delegate_desk
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.display_widgets import NarrowCombo
from delegate_desk.paths import RESOURCES
from support.main_windows import settle

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


def test_a_module_has_no_colour_and_no_size_of_type_of_its_own_and_gaps_of_so_many_units() -> None:
    for module in MODULES:
        found = parsed(module)
        assert not [text for text in found.texts if COLOUR.search(text) or SIZE.search(text)], module
        for name, call in found.calls:
            where = f"{module}:{call.lineno}"
            assert name not in SIZERS, where
            assert not (name in TYPES and call.args and _is_number(call.args[0])), where
            assert not (name == "QColor" and any(isinstance(arg, ast.Constant) for arg in call.args)), where
            if name in GAPS:
                gaps = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, int)]
                assert all(gap <= 2 or gap % theme.UNIT == 0 for gap in gaps), f"{where}: {gaps}"
        assert not found.heavy, f"{module}: the program brings no bold along but the semi-bold"


def test_a_form_has_no_colour_and_no_type_of_its_own() -> None:
    for form in FORMS.glob("*.ui"):
        root = ElementTree.parse(form).getroot()
        assert not [tag for tag in ("font", "palette", "color") if root.find(f".//{tag}") is not None], form
        assert not [node for node in root.iter("property") if node.get("name") == "styleSheet"], form


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


def test_both_families_come_with_the_program_and_figures_are_of_one_width(qapp: object) -> None:
    assert QFontInfo(theme.ui_font()).family() == "Inter"
    assert QFontInfo(theme.reading_font()).family() == "Source Serif 4"
    for font in (theme.ui_font(), theme.ui_font(bold=True), theme.ui_font(theme.FINE)):
        widths = {QFontMetricsF(font).horizontalAdvance(figure) for figure in "0123456789"}
        assert len(widths) == 1


THEMES = ("light", "dark", "contrast")
GROUNDS = ("paper", "tint", "canvas", "side", "field")
"""The background of words."""
COLOURS = ("soft", "accent", *(kind.value for kind in AnnotationKind))


def _contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, 1.4.3."""

    def light(colour: QColor) -> float:
        straight = (colour.redF(), colour.greenF(), colour.blueF())
        parts = [p / 12.92 if p <= 0.04045 else pow((p + 0.055) / 1.055, 2.4) for p in straight]
        return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _least(roles: tuple[str, ...], grounds: tuple[str, ...]) -> tuple[float, str, str]:
    """The lowest contrast of all pairs of a role and a background."""
    return min((_contrast(theme.color(role), theme.color(on)), role, on) for role, on in product(roles, grounds))


class _StyleChanges(QObject):
    """Counts how often a widget gets its style again."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_a_change_of_theme_dresses_a_widget_no_more_often_for_those_around_it(qapp: QApplication, qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = outer
    for _ in range(20):
        inner = QWidget(inner)
    outer.show()
    seen = _StyleChanges()
    inner.installEventFilter(seen)
    theme.choose("dark")
    assert 1 <= seen.count <= 3


@pytest.mark.parametrize("name", THEMES)
def test_ink_is_read_at_once_on_every_ground_every_other_role_on_its_own_and_what_is_no_text_is_seen(name: str) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11."""
    theme.choose(name)
    assert _least(("ink",), (*GROUNDS, "selection", "hit")) >= (7.0,)
    assert _least(COLOURS, GROUNDS) >= (4.5,)
    for role, ground in (("added", "added_ground"), ("deleted", "deleted_ground"), ("on_accent", "accent")):
        assert _least((role,), (ground,)) >= (4.5,)
    assert _least(("added", "deleted"), GROUNDS) >= (4.5,)
    assert _least(("scrutiny_reservation", "accent", "soft"), ("warning_ground",)) >= (4.5,)
    assert _least(("hit_mark", "accent"), ("paper", "canvas", "side")) >= (3.0,)


def test_in_high_contrast_all_is_read_as_easily_as_ink_and_lines_are_seen() -> None:
    theme.choose("contrast")
    assert _least(COLOURS, GROUNDS) >= (7.0,)
    assert _least(("hairline",), ("paper", "canvas", "side", "field")) >= (4.5,)


def test_every_theme_has_the_same_roles() -> None:
    roles = []
    for name in THEMES:
        text = (RESOURCES / "themes" / f"{name}.qss").read_text(encoding="utf-8")
        roles.append([line.partition(":")[0] for line in text.splitlines() if line.startswith("@")])
    assert roles[0] == roles[1] == roles[2]


@pytest.mark.parametrize("name", THEMES)
def test_the_signs_of_a_theme_have_its_colours_and_the_rules_use_only_what_it_has(name: str) -> None:
    theme.choose(name)
    ways = {f"chevron-{way}": "soft" for way in ("up", "down", "left", "right")}
    for sign, role in {"check": "on_accent", "tick": "ink", **ways}.items():
        drawn = (RESOURCES / "themes" / f"{sign}-{name}.svg").read_text(encoding="utf-8")
        assert theme.color(role).name().upper() in drawn.upper(), sign
    rules = "".join(theme.style_sheet(part) for part in ("controls", "panes", "window"))
    assert "@" not in rules
    assert "QMenu::indicator:checked" in rules


def test_no_two_kinds_share_a_shape(qapp: object) -> None:
    drawn = set()
    for kind in AnnotationKind:
        picture = theme.kind_icon(kind, 24).pixmap(QSize(24, 24)).toImage()
        drawn.add(tuple(picture.pixelColor(x, y).alpha() > 127 for x in range(24) for y in range(24)))
    assert len(drawn) == len(AnnotationKind)


def test_rows_are_as_close_as_chosen_and_all_that_draws_hears_of_it(qapp: object, qtbot: QtBot) -> None:
    heard: list[int] = []
    owner = QLabel()
    qtbot.addWidget(owner)
    theme.subscribe_to_theme(owner, lambda: heard.append(theme.row_height()))
    assert theme.row_height() == 28
    theme.choose_density("compact")
    assert theme.row_height() == 24
    theme.choose_density("tight")  # there is no such density, and no such theme
    assert theme.density() == "comfortable"
    assert heard == [24, 28]
    theme.choose("purple")
    assert theme.choice() == "system"


def test_high_contrast_and_density_are_in_the_menu_and_are_kept(window: MainWindow) -> None:
    window.ui.action_theme_contrast.trigger()
    window.ui.action_density_compact.trigger()
    assert theme.choice() == "contrast"
    assert window.ui.action_theme_contrast.isChecked()
    assert QApplication.palette().color(QPalette.ColorRole.WindowText) == QColor(Qt.GlobalColor.black)
    assert theme.density() == "compact"
    window.memory.save_state()
    theme.apply_choices("light", "comfortable", still=False)
    window.memory.restore()
    assert (theme.choice(), theme.density()) == ("contrast", "compact")


def test_the_rows_of_the_library_come_closer_together(reading: MainWindow) -> None:
    listed = reading.documents.ui.document_list
    reading.documents.reload(anew=True)
    settle(reading)
    last = listed.model().index(listed.model().rowCount() - 1, 0)
    before = listed.visualRect(last).height()
    theme.choose_density("compact")
    assert listed.visualRect(last).height() == before - 4


def test_where_nothing_may_move_the_caret_does_not_blink(qapp: QApplication) -> None:
    before = qapp.styleHints().cursorFlashTime()
    theme.choose_still(still=True)
    assert qapp.styleHints().cursorFlashTime() == 0
    theme.choose_still(still=True)
    theme.choose_still(still=False)
    assert qapp.styleHints().cursorFlashTime() == before > 0


def test_menus_have_our_font_where_the_system_has_another_for_them(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    menu: Any = "QMenu"  # declared as bytes, which PySide does not accept

    def styled(application: QApplication, sheet: str) -> None:  # as Qt does on Windows
        set_sheet(application, sheet)
        application.setFont(QFont("Segoe UI"), menu)

    set_sheet = QApplication.setStyleSheet
    monkeypatch.setattr(QApplication, "setStyleSheet", styled)
    theme.choose_density("compact")
    theme.choose_density("comfortable")
    assert QApplication.font(menu).family() == theme.ui_font().family()


def test_a_choice_without_room_is_elided(qtbot: QtBot) -> None:
    combo, option = NarrowCombo(), QStyleOptionComboBox()
    qtbot.addWidget(combo)
    combo.addItems(["Drafting suggestions and comments", "EL"])
    combo.resize(120, 28)
    combo.initStyleOption(option)
    assert option.currentText.startswith("Draft")
    assert option.currentText.endswith("…")
    combo.setCurrentIndex(1)
    combo.initStyleOption(option)
    assert option.currentText == "EL"
