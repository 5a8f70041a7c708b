from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.paths import RESOURCES
from support.main_windows import settle

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
def test_ink_is_read_at_once_on_every_ground(name: str) -> None:
    theme.choose(name)
    assert _least(("ink",), (*GROUNDS, "selection", "hit")) >= (7.0,)


@pytest.mark.parametrize("name", THEMES)
def test_every_other_role_is_read_on_the_grounds_that_it_stands_on(name: str) -> None:
    theme.choose(name)
    assert _least(COLOURS, GROUNDS) >= (4.5,)
    for role, ground in (("added", "added_ground"), ("deleted", "deleted_ground"), ("on_accent", "accent")):
        assert _least((role,), (ground,)) >= (4.5,)
    assert _least(("added", "deleted"), GROUNDS) >= (4.5,)
    assert _least(("scrutiny_reservation", "accent", "soft"), ("warning_ground",)) >= (4.5,)


@pytest.mark.parametrize("name", THEMES)
def test_what_is_no_text_is_seen(name: str) -> None:
    """WCAG 2.2, 1.4.11."""
    theme.choose(name)
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
def test_the_signs_of_a_theme_have_its_colours(name: str) -> None:
    theme.choose(name)
    ways = {f"chevron-{way}": "soft" for way in ("up", "down", "left", "right")}
    for sign, role in {"check": "on_accent", "tick": "ink", **ways}.items():
        drawn = (RESOURCES / "themes" / f"{sign}-{name}.svg").read_text(encoding="utf-8")
        assert theme.color(role).name().upper() in drawn.upper(), sign


@pytest.mark.parametrize("name", THEMES)
def test_the_rules_use_only_what_the_theme_has(name: str) -> None:
    theme.choose(name)
    rules = "".join(theme.style_sheet(part) for part in ("controls", "panes", "window"))
    assert "@" not in rules
    assert "QMenu::indicator:checked" in rules


def test_no_two_kinds_share_a_shape(qapp: object) -> None:
    drawn = set()
    for kind in AnnotationKind:
        picture = theme.kind_icon(kind, 24).pixmap(QSize(24, 24)).toImage()
        drawn.add(tuple(picture.pixelColor(x, y).alpha() > 127 for x in range(24) for y in range(24)))
    assert len(drawn) == len(AnnotationKind)


def test_both_families_come_with_the_program(qapp: object) -> None:
    assert QFontInfo(theme.ui_font()).family() == "Inter"
    assert QFontInfo(theme.reading_font()).family() == "Source Serif 4"


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
