"""The report for support in the window: read, copied, saved."""

from pathlib import Path

from delegate_desk.gui.safety.care_dialogs import SupportDialog
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import run_action


def opened(window: MainWindow) -> SupportDialog:
    run_action(window, window.ui.action_support)
    dialog = window.findChild(SupportDialog)
    assert dialog is not None
    return dialog


def test_help_shows_the_whole_report(reading: MainWindow) -> None:
    dialog = opened(reading)
    said = dialog.ui.report_text.toPlainText()
    assert said.startswith("Qt: 6.")
    assert "  integrity: ok" in said
    assert "  document: 1" in said
    assert "Quiet" not in said
    dialog.close()


def test_the_report_is_saved_or_why_not_is_said(reading: MainWindow, tmp_path: Path) -> None:
    dialog = opened(reading)
    dialog.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == dialog.ui.report_text.toPlainText() + "\n"
    dialog.save(tmp_path / "not there" / "report.txt")
    assert dialog.ui.note_label.text().endswith("could not be saved: No such file or directory.")
    dialog.close()
