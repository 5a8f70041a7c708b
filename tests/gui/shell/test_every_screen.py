"""Every screen and dialog as seen by the eye, a screen reader and the keyboard, in all languages and themes."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from delegate_desk.desk import open_desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.help.help_controllers import manual_place
from delegate_desk.gui.shell.application import EventFilter
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from support import accessibility_tree, screen_texts
from support.main_windows import open_window
from support.manual_places import places_there
from support.translated_texts import EnglishTexts
from support.window_screens import Steps, walk

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.styled]
Audit = Callable[[QWidget], Iterable[str]]
USUAL = (1440, 900)
SMALL = (960, 540)
"""A screen of 1920 by 1080 at 200 %, in layout pixels."""


@pytest.fixture(autouse=True)
def _equipped(qapp: QApplication) -> Iterator[None]:
    """The application's addition to every window; English is restored afterwards."""
    EventFilter(qapp)
    yield
    interface_language.install_language("en")


@pytest.fixture(scope="module")
def known() -> Steps:
    """The commands on the way to all screens; the first walk, which runs all commands, fills it."""
    return set()


@pytest.fixture
def walked(samples: Path, tmp_path: Path, qtbot: QtBot, known: Steps) -> Callable[..., list[str]]:
    """The findings of audits on all screens of an unchanged library, in a window of a size."""

    def go(size: tuple[int, int], *audits: Audit) -> list[str]:
        library = tmp_path / "99"  # no word of any language, because file dialogs show it
        shutil.copytree(samples, library)
        findings: dict[str, None] = {}
        seen: list[str] = []

        def look(name: str, screen: QWidget) -> None:
            seen.append(name)
            for audit in audits:
                findings.update((f"{name}: {finding}", None) for finding in audit(screen))

        with open_desk(library) as desk:
            window = open_window(desk, tmp_path / "settings.json", qtbot)
            window.resize(*size)
            taken = walk(window, look, known or None)
            window.close()
        assert not known or taken == known  # it came to the same screens, in any language and size
        known.update(taken)
        assert len(seen) > 40
        return list(findings)

    return go


@pytest.fixture(scope="module")
def written(samples: Path) -> str:
    """All texts of the documents of the library."""
    with open_desk(samples) as desk:
        papers = (desk.documents.content(held.id) for held in desk.documents.all())
        return "\n".join(unit.text for paper in papers for unit in paper.paragraphs)


def too_large(screen: QWidget) -> Iterator[str]:
    least = screen.minimumSizeHint().expandedTo(screen.minimumSize())
    if least.width() > SMALL[0] or least.height() > SMALL[1]:
        yield f"{least.width()} x {least.height()}"


def without_page(screen: QWidget) -> Iterator[str]:
    """Windows without a page of their own; a question has the page of its parent."""
    if not isinstance(screen, QMessageBox | QFileDialog | QMenu | QPrintDialog):
        of_its_own = screen.findChildren(QWidget)[0] if isinstance(screen, MainWindow) else screen
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        for window in windows:
            window.setProperty("help", "none")  # otherwise they have the page of the window
        place = manual_place(screen.focusWidget() or of_its_own)
        for window in windows:
            window.setProperty("help", None)
        if place not in places_there("en"):
            yield f"the page {place!r}"


SPOKEN: tuple[Audit, ...] = (
    accessibility_tree.nameless,
    accessibility_tree.mute_rows,
    accessibility_tree.without_keys,
    without_page,
)


@pytest.mark.parametrize(("language", "choice"), [("el", "light"), ("fr", "contrast")])
def test_every_screen_speaks_one_language_fits_at_200_per_cent_and_has_names_keys_and_a_page(
    language: str, choice: str, walked: Callable[..., list[str]], written: str
) -> None:
    """Texts depend on the language only, so each theme is checked in one of them; English has fewer screens."""
    interface_language.install_language(language)
    theme.choose(choice)
    english = EnglishTexts(language)

    def mixed(screen: QWidget) -> Iterator[str]:
        for text in screen_texts.texts(screen):
            found = english.found(text)
            if found and found not in written:  # the text of an English document is no mistake
                yield repr(text)

    findings = walked(SMALL, mixed, too_large, screen_texts.cut_off, *SPOKEN)
    assert not findings, "\n".join(findings)


def test_tab_comes_to_every_control_in_reading_order_and_that_is_seen(walked: Callable[..., list[str]]) -> None:
    """In English and the dark theme, in a window of the usual size, with all panes shown."""
    theme.choose("dark")
    unseen: dict[str, bool] = {}

    def keyed(screen: QWidget) -> Iterator[str]:
        met = accessibility_tree.tab_round(screen, unseen)
        yield from accessibility_tree.passed_by(screen, met)
        yield from accessibility_tree.against_reading(met)

    findings = walked(USUAL, screen_texts.cut_off, *SPOKEN, keyed)
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
    """Number of pixels in the accent colour from the left edge, at half the height."""
    picture, accent = control.grab().toImage(), theme.color("accent")
    row = [picture.pixelColor(x, picture.height() // 2) == accent for x in range(picture.width())]
    first = row.index(True) if True in row else 0
    return next((n for n, is_accent in enumerate(row[first:]) if not is_accent), len(row))
