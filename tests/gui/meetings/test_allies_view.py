"""The page on allies, in the window."""

from datetime import date

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.meetings.allies import Agreement, MeetingAgreement, agreement_table
from delegate_desk.gui.meetings.allies_view import AlliesView
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import click, in_front, run_action


def opened(window: MainWindow) -> AlliesView:
    run_action(window, window.ui.action_allies)
    return in_front(window, AlliesView)


def test_without_stances_it_says_that_too_little_is_known(window: MainWindow, held: DocumentId) -> None:
    view = opened(window)
    assert "Too little is known" in view.matrix.text()
    assert "Internal" in view.notice.text()


def test_each_figure_has_its_number_of_paragraphs(window: MainWindow) -> None:
    view = opened(window)
    spoken = {str(n): {"DE": "for", "FR": "for", "NL": "against"} for n in range(4)}
    view._show((agreement_table([spoken], {str(n): "for" for n in range(4)}), ()))
    assert "DE</span> 100 % (4 paragraphs)" in view.with_us.text()
    assert any(pair in view.groups.text() for pair in ("DE FR", "FR DE"))
    assert 'bgcolor="#' in view.matrix.text()
    assert "100<br><small>4</small>" in view.matrix.text()
    assert not view.over_time.isVisibleTo(view)


def test_a_row_for_each_meeting_shows_how_agreement_changed(window: MainWindow) -> None:
    view = opened(window)
    many, few = Agreement("", "DE", 4, 3), Agreement("", "FR", 2, 2)
    held = MeetingAgreement(date(2026, 3, 2), "Working Party <Ports>", (many, few))
    view._show((agreement_table([], {}), [held]))
    text = view.over_time.text()
    assert "Working Party &lt;Ports&gt;" in text
    assert "75<br><small>4</small>" in text
    assert "FR" not in text


def test_it_is_of_the_document_in_front_too(reading: MainWindow, held: DocumentId) -> None:
    view = opened(reading)
    assert view.document == held
    for button in view.buttons:
        assert button.isEnabled()
        click(reading, button)
        assert [one.isChecked() for one in view.buttons] == [one is button for one in view.buttons]
    assert view.table is not None
