"""People in the window: of one who left nothing more is taken, and it can be taken again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.exchange.people_dialog import PeopleDialog
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle
from support.package_exchange import brought, noted, paragraph, texts


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Desk]:
    """A colleague who shares a note on the short paper."""
    shared = tmp_path / "shared"
    shared.mkdir()
    with open_desk(tmp_path / "anna") as opened:
        opened.people.set_name("Anna")
        opened.shared_folder.start_sharing(shared)
        noted(opened, paragraph(brought(opened, tmp_path)), "no ferries")
        finish(opened.shared_folder.exchange())
        yield opened


def people(window: MainWindow) -> PeopleDialog:
    window.ui.action_people.trigger()
    settle(window)
    (dialog,) = window.findChildren(PeopleDialog)
    return dialog


def test_nothing_more_is_taken_of_one_who_left_until_it_is_taken_again(
    window: MainWindow, desk: Desk, anna: Desk, tmp_path: Path
) -> None:
    desk.shared_folder.start_sharing(tmp_path / "shared")
    finish(desk.shared_folder.exchange())
    dialog = people(window)
    item = dialog.ui.people_tree.topLevelItem(0)
    assert item is not None
    assert not dialog.ui.refuse_button.isEnabled()
    item.setSelected(True)
    dialog.ui.refuse_button.click()
    settle(window)
    assert desk.shared_folder.blocked_people() == {anna.people.own_person().id}
    item = dialog.ui.people_tree.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "Anna (blocked)"
    assert "until you remove them" in dialog.ui.note_label.text()
    noted(anna, paragraph(anna.documents.all()[0].id, 2), "no trains")
    finish(anna.shared_folder.exchange())
    finish(desk.shared_folder.exchange())
    assert texts(desk) == {"no ferries"}
    assert dialog.ui.refuse_button.text().replace("&", "") == "Unblock"
    dialog.ui.refuse_button.click()
    settle(window)
    assert desk.shared_folder.blocked_people() == frozenset()
    finish(desk.shared_folder.exchange())
    assert texts(desk) == {"no ferries", "no trains"}


def test_who_shares_in_no_folder_is_not_asked(window: MainWindow) -> None:
    assert people(window).ui.refuse_button.isHidden()
