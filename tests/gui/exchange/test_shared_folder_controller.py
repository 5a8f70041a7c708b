"""The shared folder in the window, exchanged in the background, and its people, who can be blocked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.exchange.exchange_controllers import SharingDialog
from delegate_desk.gui.exchange.package_dialogs import PeopleDialog
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import click, open_dialog, settle
from support.package_exchange import brought, noted, paragraph, texts
from support.present import present


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def anna(tmp_path: Path, shared: Path) -> Iterator[Desk]:
    """A colleague who shares a note on the short document."""
    with open_desk(tmp_path / "anna") as opened:
        opened.people.set_name("Anna")
        opened.shared_folder.start_sharing(shared)
        noted(opened, paragraph(brought(opened, tmp_path)), "no ferries")
        finish(opened.shared_folder.exchange())
        yield opened


@pytest.fixture
def dialog(window: MainWindow) -> SharingDialog:
    return open_dialog(window, window.ui.action_shared_folder, SharingDialog)


def said(dialog: SharingDialog) -> str:
    return dialog.ui.state_label.text()


def test_who_chooses_the_folder_sees_what_others_wrote(
    window: MainWindow, dialog: SharingDialog, anna: Desk, shared: Path, qtbot: QtBot
) -> None:
    assert not dialog.ui.exchange_button.isEnabled()
    dialog.set_folder(shared)
    settle(window)
    assert said(dialog) == "New or changed by others: 1."
    assert str(shared) in dialog.ui.folder_label.text()
    (note,) = window.desk.annotations.all()
    assert (note.text, note.author) == ("no ferries", anna.people.own_person().id)
    click(window, dialog.ui.exchange_button)
    assert said(dialog) == "Everything is up to date."
    dialog.close()
    noted(anna, paragraph(anna.documents.all()[0].id, 2), "no trains")
    finish(anna.shared_folder.exchange())
    qtbot.waitUntil(lambda: texts(window.desk) == {"no ferries", "no trains"})
    settle(window)
    assert "New or changed by others: 1." in window.notices.text.text()


def test_what_is_internal_goes_there_only_when_it_is_ticked(
    window: MainWindow, dialog: SharingDialog, shared: Path
) -> None:
    def shares() -> tuple[bool, bool]:
        settle(window)
        folder = present(window.desk.shared_folder.folder())
        return folder.internal, folder.originals

    dialog.set_folder(shared)
    assert shares() == (False, True)
    dialog.ui.internal_check.click()
    dialog.ui.originals_check.click()
    assert shares() == (True, False)
    click(window, dialog.ui.stop_button)
    assert window.desk.shared_folder.folder() is None
    assert said(dialog).startswith("Sharing stopped.")
    assert not dialog.ui.stop_button.isEnabled()


def test_a_folder_that_is_away_is_said(window: MainWindow, dialog: SharingDialog, shared: Path) -> None:
    dialog.set_folder(shared)
    settle(window)
    shared.rename(shared.with_name("away"))
    click(window, dialog.ui.exchange_button)
    assert "is not available" in said(dialog)


def test_nothing_more_is_taken_of_one_who_left_until_it_is_taken_again(
    window: MainWindow, desk: Desk, anna: Desk, tmp_path: Path
) -> None:
    desk.shared_folder.start_sharing(tmp_path / "shared")
    finish(desk.shared_folder.exchange())
    dialog = open_dialog(window, window.ui.action_people, PeopleDialog)
    item = present(dialog.ui.people_tree.topLevelItem(0))
    assert not dialog.ui.refuse_button.isEnabled()
    item.setSelected(True)
    click(window, dialog.ui.refuse_button)
    assert desk.shared_folder.blocked_people() == {anna.people.own_person().id}
    item = present(dialog.ui.people_tree.topLevelItem(0))
    assert item.text(0) == "Anna (blocked)"
    assert "until you remove them" in dialog.ui.note_label.text()
    noted(anna, paragraph(anna.documents.all()[0].id, 2), "no trains")
    finish(anna.shared_folder.exchange())
    finish(desk.shared_folder.exchange())
    assert texts(desk) == {"no ferries"}
    assert dialog.ui.refuse_button.text().replace("&", "") == "Unblock"
    click(window, dialog.ui.refuse_button)
    assert desk.shared_folder.blocked_people() == frozenset()
    finish(desk.shared_folder.exchange())
    assert texts(desk) == {"no ferries", "no trains"}


def test_who_shares_in_no_folder_is_not_asked(window: MainWindow) -> None:
    assert open_dialog(window, window.ui.action_people, PeopleDialog).ui.refuse_button.isHidden()
