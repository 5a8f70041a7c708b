import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.core.progress import Steps
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.printing import draw_pages, new_printer, pdf_for_mail

MOMENT = datetime(2026, 10, 7, 9, 30, tzinfo=UTC)
ROWS = "".join(
    f"<tr><td><p>{n}.&nbsp; Quiet <b><u>hours</u></b>, λιμάνια</p></td><td>row &lt;{n}&gt;</td></tr>" for n in range(90)
)
PAGE = f"<html><body><h1>Delegation</h1><table><thead><tr><th>Drafting</th></tr></thead>{ROWS}</table></body></html>"
MAIL = Mail("", PAGE, "Comments", ("Delegation of Greece · ST 1/26", "LIMITE"), ("ST 1/26", "LIMITE"), MOMENT)

pytestmark = pytest.mark.usefixtures("qapp")


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF, without spaces, which its reader guesses."""
    with pypdfium2.PdfDocument(content) as pdf:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_each_page_has_its_foot_and_the_head_of_the_table_and_all_but_the_first_their_head() -> None:
    said = pages(pdf_for_mail(MAIL))
    assert len(said) > 1
    for number, page in enumerate(said, 1):
        assert f"{number}/{len(said)}" in page
        assert page.count("LIMITE") == (1 if number == 1 else 2)
        assert ("DelegationofGreece" in page) == (number > 1)
        assert "Drafting" in page  # the head of the table
    assert [n for n in range(90) if f"row<{n}>" not in "".join(said)] == []


def test_the_text_is_dark_on_white_in_a_dark_theme_too(qapp: QApplication) -> None:
    light, palette = pdf_for_mail(MAIL), qapp.palette()
    try:
        qapp.setPalette(QPalette(Qt.GlobalColor.black))
        assert pdf_for_mail(MAIL) == light
    finally:
        qapp.setPalette(palette)


def test_a_wide_page_lies_on_its_side() -> None:
    with pypdfium2.PdfDocument(pdf_for_mail(replace(MAIL, landscape=True))) as pdf:
        width, height = pdf[0].get_size()
    assert width > height
    with pypdfium2.PdfDocument(pdf_for_mail(MAIL)) as pdf:
        assert (round(pdf[0].get_width()), round(pdf[0].get_height())) == (595, 842)


def test_the_same_page_makes_the_same_bytes_and_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "jdoe")
    first = pdf_for_mail(MAIL)
    assert pdf_for_mail(MAIL) == first
    dates = re.findall(rb"(?:Creation|Mod)Date \(D:(\d+)", first) + re.findall(rb'xmp:\w+Date="([^"+]+)', first)
    assert set(dates) == {b"20261007093000", b"2026-10-07T09:30:00"}
    assert b"jdoe" not in first
    later = pdf_for_mail(replace(MAIL, moment=datetime(2027, 1, 1, tzinfo=UTC)))
    assert len(later) == len(first)
    assert pages(later) == pages(first)


def test_a_text_begins_behind_its_label_where_its_other_lines_do() -> None:
    words = "Quiet hours are set by the port with those who live near it. " * 4
    page = f'<html><body><p style="margin-left:74px;text-indent:-37px">1.&nbsp; {words}</p></body></html>'
    with pypdfium2.PdfDocument(pdf_for_mail(Mail("", page, "Comments", (), (), MOMENT))) as pdf:
        text = pdf[0].get_textpage()
        lefts = [text.get_charbox(n)[0] for n, sign in enumerate(text.get_text_range()) if sign == "Q"]
        first, lines = lefts[0], sorted(text.get_rect(n)[0] for n in range(text.count_rects()))
    assert any(abs(first - left) < 2 for left in lines if left > min(lines) + 10)
    assert first > min(lines) + 20


def printer_into(path: Path) -> QPrinter:
    printer = new_printer("Comments")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_written_is_said(tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> None:
    printer = printer_into(tmp_path / "nowhere" / "comments.pdf")
    steps: Callable[[], Steps[int]] = partial(draw_pages, MAIL, printer)
    printed: list[int] = []
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.read(steps, printed.append, what="Printing")
    assert isinstance(failed.args[0], ExportFailedError)
    assert printed == []


def test_each_page_is_reported(tmp_path: Path) -> None:
    steps = list(draw_pages(MAIL, printer_into(tmp_path / "comments.pdf")))
    with pypdfium2.PdfDocument(tmp_path / "comments.pdf") as pdf:
        assert steps == [(n + 1, len(pdf)) for n in range(len(pdf))]
