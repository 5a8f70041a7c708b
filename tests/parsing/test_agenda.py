import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import docx
import pytest

from delegate_desk.core.documents.document import Document
from delegate_desk.core.meetings.meeting import Agenda
from delegate_desk.parsing import agenda as agendas
from delegate_desk.parsing import reading
from support.document_values import QUIET_HOURS
from support.handwritten_pdf import Paper
from support.meeting_notices import HARBOURS, NOTICES, SCHOOLS, Item, Notice

LATIN = [notice for notice in NOTICES if notice.text.encode("cp1252", "ignore").decode("cp1252") == notice.text]


def as_text(notice: Notice, folder: Path) -> Document:
    file = folder / notice.name
    file.write_text(notice.text, encoding="utf-8")
    return reading.read(file, notice.name)


def as_word(notice: Notice, folder: Path) -> Document:
    made = docx.Document()
    for line in notice.text.splitlines():
        if line:
            made.add_paragraph(line)
    file = folder / notice.name.replace(".txt", ".docx")
    made.save(str(file))
    return reading.read(file, file.name)


def as_pdf(notice: Notice, folder: Path) -> Document:
    made, y, numbered = Paper(), 0.0, False
    for line in notice.text.splitlines():
        begins = re.match(r"(\d+[a-z]?|[IVX]+)\.", line) is not None
        numbered |= begins
        if y < 90:
            made.page()
            y = 780
        y -= 8 * (":" in line and not numbered)
        y = made.paragraph(80 if numbered and not begins else 57, y, line) if line else y - 12
    file = made.save(folder / notice.name.replace(".txt", ".pdf"))
    return reading.read(file, file.name)


def as_table(notice: Notice, folder: Path) -> Document:
    """The items in a table of number, title and documents, after a header in paragraphs."""
    head, _, _ = notice.text.partition("\n1. ")
    made = docx.Document()
    for line in filter(None, head.splitlines()):
        made.add_paragraph(line)
    table = made.add_table(rows=0, cols=3)
    for number, title, documents in notice.items:
        for cell, text in zip(table.add_row().cells, (f"{number}.", title, "\n".join(documents)), strict=True):
            cell.text = text
    file = folder / notice.name.replace(".txt", ".docx")
    made.save(str(file))
    return reading.read(file, file.name)


def items(agenda: Agenda) -> list[Item]:
    return [(item.number, item.title, tuple(map(str, item.documents))) for item in agenda.items]


def judge(document: Document, notice: Notice) -> None:
    agenda = agendas.read(document)
    assert agenda is not None
    assert items(agenda) == list(notice.items)
    assert (agenda.body, agenda.date, agenda.time) == (notice.body, notice.date, notice.time)
    assert agenda.place == notice.place
    assert agenda.contact.startswith(notice.contact)


FORMS = {as_text: NOTICES, as_word: NOTICES, as_pdf: LATIN, as_table: (SCHOOLS, HARBOURS)}


@pytest.mark.parametrize(("write", "notice"), [(write, notice) for write, some in FORMS.items() for notice in some])
def test_a_notice_is_read(write: Callable[[Notice, Path], Document], notice: Notice, tmp_path: Path) -> None:
    judge(write(notice, tmp_path), notice)


REMARKS = (
    "(*) Punto sobre el que puede solicitarse una votación (doc. 10899/26).",
    "(**) Item on which a procedural vote may be requested, see 10899/26.",
    "* Punkt, zu dem eine Abstimmung beantragt werden kann (10899/26).",
    "**\tPoint pouvant donner lieu à un vote (doc. 10899/26)",
    "[*] Σημείο για το οποίο μπορεί να ζητηθεί ψηφοφορία (10899/26)",
    "*) Punkt som kan bli föremål för omröstning (10899/26).",
    "( * ) Punto su cui può essere chiesta una votazione (10899/26)",
    "(*)\nPunt waarover een stemming kan worden gevraagd\n10899/26 EDUC 299",
    "(*): Punkt, nad którym można głosować (10899/26)",
    "(*) Kohta, josta voidaan äänestää\n(ks. asiak. 10899/26)\n\n(**) Julkinen asia\n10898/26",
)


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_below_the_items_is_none_of_the_last(remark: str, tmp_path: Path) -> None:
    below = SCHOOLS.text.replace("4. Varios", f"4. Varios (*)\n\n{remark}")
    between = SCHOOLS.text.replace("4. Varios", f"{remark}\n\n4. Varios")
    judge(as_text(replace(SCHOOLS, text=below), tmp_path), SCHOOLS)
    judge(as_text(replace(SCHOOLS, text=between), tmp_path), SCHOOLS)


def test_what_is_no_agenda_has_none(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text(QUIET_HOURS, encoding="utf-8")
    assert agendas.read(reading.read(file, file.name)) is None


def test_a_communication_without_a_meeting_is_no_agenda(tmp_path: Path) -> None:
    text = HARBOURS.text.replace("NOTICE OF MEETING AND PROVISIONAL AGENDA", "COMMUNICATION")
    notice = replace(HARBOURS, text="\n".join(line for line in text.splitlines() if not line.startswith("Date:")))
    assert agendas.read(as_text(notice, tmp_path)) is None


def test_a_notice_without_items_is_no_agenda(tmp_path: Path) -> None:
    head, _, _ = HARBOURS.text.partition("\n1. ")
    assert agendas.read(as_text(replace(HARBOURS, text=f"{head}\nThe agenda will follow.\n"), tmp_path)) is None


@pytest.mark.parametrize(
    ("printed", "day", "begins"),
    [
        ("14 October 2026 - 10.00", date(2026, 10, 14), time(10, 0)),
        ("14-15 October 2026 (9.30)", date(2026, 10, 14), time(9, 30)),
        ("30 October - 2 November 2026, 10h", date(2026, 10, 30), time(10, 0)),
        ("31 December 2026 and 4 January 2027 (10.00)", date(2026, 12, 31), time(10, 0)),
        ("Monday 19 October 2026", date(2026, 10, 19), None),
        ("14/10/2026 2.30 p.m.", date(2026, 10, 14), time(14, 30)),
        ("14, 15 and 16 October 2026 (10.00)", date(2026, 10, 14), time(10, 0)),
        ("29 February, moved to 3 January 2028", date(2028, 1, 3), None),
        ("to be confirmed", None, None),
        ("14 October 2026 (room 35.4)", date(2026, 10, 14), None),
    ],
)
def test_the_first_day_and_time_are_read(printed: str, day: date | None, begins: time | None, tmp_path: Path) -> None:
    document = as_text(HARBOURS, tmp_path)
    agenda = agendas.read(replace(document, notice={"date": printed}))
    assert agenda is not None
    assert (agenda.date, agenda.time) == (day, begins)


def test_header_lines_that_ran_together_are_told_apart(tmp_path: Path) -> None:
    document = as_text(HARBOURS, tmp_path)
    header = replace(document.header, subject="Working Party on Shipping Date: 14 October 2026 (10.00) Venue: Brussels")
    agenda = agendas.read(replace(document, header=header, notice={}))
    assert agenda is not None
    assert (agenda.body, agenda.place) == ("Working Party on Shipping", "Brussels")
    assert (agenda.date, agenda.time) == (date(2026, 10, 14), time(10, 0))


def test_a_notice_within_a_mail_is_read(tmp_path: Path) -> None:
    _, _, notice = HARBOURS.text.partition("MAR\n\n")
    text = f"Dear colleagues,\n\nplease find below what was sent out this morning by the secretariat.\n\n{notice}"
    file = tmp_path / "mail.txt"
    file.write_text(text.replace("\nSubject", "\n\nSubject").replace("\nDate", "\n\nDate"), encoding="utf-8")
    document = reading.read(file, file.name)
    agenda = agendas.read(replace(document, notice={}, header=replace(document.header, document_type=None)))
    assert agenda is not None
    assert items(agenda) == list(HARBOURS.items)


def test_a_title_that_was_broken_continues(tmp_path: Path) -> None:
    head, _, _ = HARBOURS.text.partition("\n1. ")
    text = f"{head}\n1. Proposal for a Directive of the\n\nCouncil on masts\n\n2. Amendment of Directive\n\n98/71/EC\n"
    agenda = agendas.read(as_text(replace(HARBOURS, text=text), tmp_path))
    assert agenda is not None
    assert [item.title for item in agenda.items] == [
        "Proposal for a Directive of the Council on masts",
        "Amendment of Directive 98/71/EC",
    ]


def test_the_real_notice_is_read(shared: Path) -> None:
    (file,) = (shared / "corpus" / "excerpts").glob("en_CM-4276-04*")
    agenda = agendas.read(reading.read(file, file.name))
    assert agenda is not None
    assert (agenda.date, agenda.time) == (date(2004, 12, 3), time(10, 0))
    assert [(item.number, list(map(str, item.documents))) for item in agenda.items] == [
        ("1", ["ST 12555/04"]),
        ("2", []),
    ]
    assert agenda.items[0].title.endswith("on the legal protection of designs")


def test_parts_that_count_again_have_items_of_their_own(tmp_path: Path) -> None:
    head, _, _ = HARBOURS.text.partition("\n1. ")
    text = f"{head}\nI\n\n1. Masts\n\n2. Sails\n\nII\n\n1. Oars\n\n(a) Long oars\n"
    agenda = agendas.read(as_text(replace(HARBOURS, text=text), tmp_path))
    assert agenda is not None
    assert [item.number for item in agenda.items] == ["1", "2", "II.1", "II.1a"]
