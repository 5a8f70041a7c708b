from pathlib import Path

import pytest

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, note_text, paper, quiet_hours, take_in


def test_missing_documents_are_listed_with_those_that_name_them(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("7001/26", "7002/26").replace("+ COR 1", "").replace("revert", "revert to 7001/26")
    other = take_in(desk, quiet_hours(tmp_path, name="o.txt", text=text))
    missing = {str(reference): [by.id for by in named] for reference, named in desk.documents.missing()}
    assert list(missing) == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert missing["ST 6500/26"] == [held, other]
    assert missing["ST 6500/26 COR 1"] == [held]
    desk.documents.remove(held)
    missing = {str(reference): [by.id for by in named] for reference, named in desk.documents.missing()}
    assert missing == {"ST 6500/26": [other], "ST 7001/26": [other]}


def test_the_council_s_own_are_named_first(desk: Desk, held: DocumentId) -> None:
    desk.reparse.renew(held, paper())
    desk.corrections.correct(held, CorrectableField.COMMISSION_DOCUMENTS, "COM(2026) 77")
    assert [str(reference) for reference, _ in desk.documents.missing()] == [
        "ST 6500/26",
        "ST 6500/26 COR 1",
        "COM(2026) 77",
    ]


def test_words_are_quoted_with_their_document_and_place(desk: Desk, held: DocumentId) -> None:
    place = Place(held, Address("para_2__point_1"))
    assert desk.documents.quotation(place, words="quiet hours") == "“quiet hours” (ST 7001/26, paragraph 2, point (a))"
    assert desk.documents.quotation(place, words="set") == "“set” (ST 7001/26, paragraph 2, point (a))"
    assert desk.documents.quotation(place).startswith("“set quiet hours for ships at berth;” (")
    last = Place(held, Address("para_3"))
    quoted = desk.documents.quotation(place, words="set", last=last)
    assert quoted == "“set” (ST 7001/26, paragraph 2, point (a) – paragraph 3)"


def test_a_quotation_is_of_the_view_that_is_read(desk: Desk, held: DocumentId) -> None:
    desk.reparse.renew(held, paper())
    place = Place(held, Address("para_2"))
    assert desk.documents.quotation(place).startswith("“Ports should ")
    assert desk.documents.quotation(place, view=View.BEFORE).startswith("“Ports shall ")


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("el", "«Ports» (ST 7001/26, παράγραφος 2)"),
        ("fr", "«\u00a0Ports\u00a0» (ST 7001/26, paragraphe 2)"),
    ],
)
def test_a_quotation_speaks_the_documents_language(desk: Desk, held: DocumentId, language: str, quoted: str) -> None:
    desk.reparse.renew(held, paper(language=language))
    assert desk.documents.quotation(Place(held, Address("para_2")), words="Ports") == quoted


def test_what_is_not_there_is_not_quoted(desk: Desk, held: DocumentId) -> None:
    with pytest.raises(UnknownPlaceError):
        desk.documents.quotation(Place(held, Address("para_9")))


NAMING = note_text(
    "7002/26",
    """1. The Council recalls document 7001/26 and document 6999/26.

2. The Council invites the Member States to:

(a) keep quiet hours;

(b) report on the hours referred to in paragraph 2(a).""",
    date="4 May 2026",
)


def test_words_lead_to_documents_in_the_library_and_report_those_that_are_not(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    key = take_in(desk, quiet_hours(tmp_path, name="naming.txt", text=NAMING))
    first, second = desk.documents.targets_for_place(Place(key, Address("para_1")))
    assert first.document is not None
    assert (first.document.id, first.address, str(first.reference)) == (held, "", "ST 7001/26")
    assert (second.document, str(second.reference)) == (None, "ST 6999/26")
    unit = desk.documents.unit(Place(key, Address("para_1")))
    assert unit is not None
    assert unit.marked[first.start : first.end] == first.text


def test_words_lead_to_places_of_their_own_document(desk: Desk, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path, name="naming.txt", text=NAMING))
    (target,) = desk.documents.targets_for_place(Place(key, Address("para_2__point_2")))
    assert target.document is not None
    assert (target.document.id, target.address, target.reference) == (key, "para_2__point_1", None)


def test_a_place_that_is_not_there_leads_nowhere(desk: Desk, held: DocumentId) -> None:
    assert desk.documents.targets_for_place(Place(held, Address("para_99"))) == []
