"""The audit: every screen and dialog as a screen reader and the keyboard meet it, in all languages and themes."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.desk import open_desk, prepare_samples
from delegate_desk.gui import interface_language
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.focus_ring import FocusRing
from delegate_desk.gui.widgets.save_file_dialog import FileDialogs
from support import accessibility_tree
from support.main_windows import open_window
from support.window_screens import walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Audit = Callable[[QWidget], Iterable[str]]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "library"
    list(prepare_samples(folder))
    return folder


@pytest.fixture(autouse=True)
def _equipped(qapp: QApplication) -> Iterator[None]:
    """What the application adds to every window, and English again behind it."""
    added = (FileDialogs(qapp), FocusRing(qapp))
    yield
    for one in added:
        delete(one)
    interface_language.install_language("en")


@pytest.fixture
def found(samples: Path, tmp_path: Path, qtbot: QtBot) -> Callable[..., list[str]]:
    """What audits find on all screens of a library as it was at first."""

    def go(*audits: Audit) -> list[str]:
        library = tmp_path / "library"
        shutil.copytree(samples, library)
        findings: dict[str, None] = {}

        def look(name: str, screen: QWidget) -> None:
            for audit in audits:
                findings.update((f"{name}: {finding}", None) for finding in audit(screen))

        with open_desk(library) as desk:
            window = open_window(desk, tmp_path / "settings.json")
            qtbot.addWidget(window)
            walk(window, look)
            window.close()
        return list(findings)

    return go


@pytest.mark.parametrize(("language", "choice"), [("en", "light"), ("el", "dark"), ("fr", "contrast")])
def test_every_control_says_what_it_is_and_how_it_stands(
    language: str, choice: str, found: Callable[..., list[str]]
) -> None:
    """What is said hangs on the language alone, so each theme is walked through in one of them."""
    interface_language.install_language(language)
    theme.choose(choice)
    findings = found(accessibility_tree.nameless, accessibility_tree.mute_rows, accessibility_tree.without_keys)
    assert not findings, "\n".join(findings)


def test_tab_comes_to_every_control_in_reading_order_and_that_is_seen(found: Callable[..., list[str]]) -> None:
    theme.choose("dark")
    unseen: dict[str, bool] = {}

    def keyed(screen: QWidget) -> Iterator[str]:
        met = accessibility_tree.tab_round(screen, unseen)
        yield from accessibility_tree.passed_by(screen, met)
        yield from accessibility_tree.against_reading(met)

    findings = found(keyed)
    findings += [f"{sort}: its focus is not seen" for sort, is_unseen in unseen.items() if is_unseen]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QLineEdit, QComboBox, QCheckBox, QListWidget, QTreeWidget])
def test_the_ring_is_two_pixels_of_the_accent(kind: type[QWidget], choice: str, qtbot: QtBot) -> None:
    theme.choose(choice)
    pane = QWidget()
    qtbot.addWidget(pane)
    layout = QVBoxLayout(pane)
    control = kind()
    layout.addWidget(QPushButton())
    layout.addWidget(control)
    pane.show()
    pane.activateWindow()
    QApplication.processEvents()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert _thickest(control) == 2
    control.setFocus(Qt.FocusReason.MouseFocusReason)
    pane.setFocus()
    assert _thickest(control) == 0


def _thickest(control: QWidget) -> int:
    """How many pixels of the accent's colour one meets from the left edge on, at half the height."""
    picture, accent = control.grab().toImage(), theme.color("accent")
    row = [picture.pixelColor(x, picture.height() // 2) == accent for x in range(picture.width())]
    first = row.index(True) if True in row else 0
    return next((n for n, is_accent in enumerate(row[first:]) if not is_accent), len(row))
