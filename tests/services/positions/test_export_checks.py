from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.positions.export_checks import Concern
from delegate_desk.core.positions.export_options import Audience, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, quiet_hours, take_in

FIRST, SECOND, THIRD = map(Address, ("para_1", "para_2", "para_3"))


@pytest.fixture
def ours(desk: Desk, held: DocumentId) -> Desk:
    """A desk of Greece, with a document."""
    desk.positions.set_delegation("EL")
    return desk


def remarks(desk: Desk, document: DocumentId, options: ExportOptions | None = None) -> list[tuple[str, str, str, str]]:
    """The findings, as plain values."""
    return [
        (str(r.concern), r.address, r.field, r.words)
        for r in desk.export_checks.findings_for_document(document, options)
    ]


def wording(desk: Desk, place: Place) -> str:
    """The text of the document there."""
    unit = desk.documents.unit(place)
    assert unit is not None
    return unit.text


def test_a_sound_position_has_nothing_to_look_at(ours: Desk, held: DocumentId) -> None:
    source = wording(ours, Place(held, FIRST))
    ours.positions.set_general(held, "Greece supports the text. The wording follows paragraph 2(a).")
    ours.positions.set_internal(held, "Call the ministry before the meeting begins.")
    ours.positions.set_item(
        held,
        PositionEntry(
            FIRST, Stance.SUPPORT_IF, f"{source} At night too.", "See paragraph 3.", fallbacks=("At dusk only.",)
        ),
    )
    ours.positions.set_item(held, PositionEntry(SECOND, Stance.SCRUTINY_RESERVATION))
    assert remarks(ours, held) == []


def test_whose_position_it_is_is_looked_at(desk: Desk, held: DocumentId) -> None:
    desk.positions.set_general(held, "Germany thanks the Presidency.")
    assert remarks(desk, held) == [("no_delegation", "", "", "")]
    desk.positions.set_delegation("EL")
    desk.positions.set_item(held, PositionEntry(FIRST, comment="Η Γαλλία στηρίζει το κείμενο.", joint=("EL",)))
    desk.positions.set_item(held, PositionEntry(SECOND, comment="CY: we agree. It is late.", joint=("CY",)))
    desk.positions.set_item(
        held, PositionEntry(THIRD, comment="It is as Germany said.", justification="L'Italie le souhaite.")
    )
    assert remarks(desk, held) == [
        ("speaks_for_another", "", "general", "Germany"),
        ("joint_with_ourselves", FIRST, "joint", "EL"),
        ("speaks_for_another", FIRST, "comment", "Γαλλία"),
        ("speaks_for_another", THIRD, "justification", "Italie"),
    ]
    found = remarks(desk, held, ExportOptions(delegation="DE"))
    assert found[0] == ("other_delegation", "", "", "DE")
    assert not any(words == "Germany" for *_, words in found)


def test_a_newer_revision_is_told(ours: Desk, held: DocumentId, tmp_path: Path) -> None:
    ours.positions.set_general(held, "Greece supports the text.")
    for number in (1, 2):
        text = QUIET_HOURS.replace("7001/26", f"7001/{number}/26\n\nREV {number}")
        key = take_in(ours, quiet_hours(tmp_path, name=f"{number}.txt", text=text))
    assert remarks(ours, held) == [("outdated", "", "", "ST 7001/2/26 REV 2")]
    assert remarks(ours, key) == []
    ours.documents.remove(key)
    assert remarks(ours, held) == [("outdated", "", "", "ST 7001/1/26 REV 1")]


def test_a_document_that_should_have_a_marking_is_told(ours: Desk, held: DocumentId, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("7001/26", "7001/26\n\nADD 1").replace("LIMITE\n", "")
    other = take_in(ours, quiet_hours(tmp_path, name="add.txt", text=text))
    assert ours.documents.get(other).header.marking is None
    assert remarks(ours, other) == [("no_marking", "", "", "")]
    assert remarks(ours, held) == []


def test_a_place_that_is_not_there_is_told(ours: Desk, held: DocumentId) -> None:
    source = wording(ours, Place(held, FIRST))
    new = ours.positions.new_item(held, SECOND)
    ours.positions.set_item(
        held, PositionEntry(FIRST, proposal=f"{source} Paragraphs 2a and 9 apply.", comment="See Article 7.")
    )
    ours.positions.set_item(held, replace(new, proposal="As in paragraph 3."))
    assert remarks(ours, held) == [("dead_reference", FIRST, "proposal", "9")]
    ours.positions.set_item(held, PositionEntry(THIRD, proposal="", comment="Paragraph 3 goes without saying."))
    assert remarks(ours, held) == [
        ("dead_reference", FIRST, "proposal", "9"),
        ("dead_reference", new.address, "proposal", "paragraph 3"),
    ]


def test_what_says_nothing_is_told(ours: Desk, held: DocumentId) -> None:
    ours.positions.set_item(held, PositionEntry(FIRST, Stance.QUESTION, justification=" … "))
    ours.positions.set_item(held, PositionEntry(SECOND, Stance.SUPPORT_IF))
    source = wording(ours, Place(held, THIRD))
    ours.positions.set_item(held, PositionEntry(THIRD, Stance.SUPPORT, f" {source}"))
    note = ours.annotations.new(Place(held, THIRD), AnnotationKind.QUESTION, visibility=Visibility.CIRCULATION)
    ours.annotations.save(note)
    assert sorted(remarks(ours, held)) == [
        ("empty_comment", FIRST, "justification", ""),
        ("empty_comment", SECOND, "comment", ""),
        ("empty_comment", THIRD, "annotation", ""),
        ("same_as_source", THIRD, "proposal", ""),
    ]


def test_words_that_were_meant_for_the_capital_are_told(ours: Desk, held: DocumentId) -> None:
    source = wording(ours, Place(held, FIRST))
    item = PositionEntry(
        FIRST,
        proposal="Ships rest from dusk.",
        comment="This is a RED LINE: we were told to hold out until the very last day of the talks.",
        justification=f"Harbours matter. Klingenthal said so. {source}",
        fallbacks=("Ships rest from dusk.",),
        instruction=f"Told to hold out until the very last day. {source}",
        source="Klingenthal",
    )
    ours.positions.set_item(held, item)
    expected = [
        ("internal_words", FIRST, "comment", "RED LINE"),
        ("internal_words", FIRST, "comment", "told to hold out until the very last day"),
        ("internal_words", FIRST, "justification", "Klingenthal"),
        ("internal_words", FIRST, "proposal", "Ships rest from dusk."),
    ]
    assert sorted(remarks(ours, held)) == sorted(expected)
    assert remarks(ours, held, ExportOptions(audience=Audience.CAPITAL)) == []


def test_brackets_of_our_own_that_are_open_are_told(ours: Desk, held: DocumentId) -> None:
    ours.positions.set_general(held, "We keep [our reservation.")
    ours.positions.set_item(
        held, PositionEntry(FIRST, proposal="Ships [shall] [may] rest […].", comment="As [shall] says.")
    )
    assert remarks(ours, held) == [
        ("open_brackets", "", "general", "[our reservation."),
        ("open_brackets", FIRST, "proposal", "[shall]"),
        ("open_brackets", FIRST, "proposal", "[may]"),
    ]


def test_characters_that_no_word_file_holds_are_told(ours: Desk, held: DocumentId) -> None:
    ours.positions.set_general(held, "Greece sup\x07ports\uffff the\x07 text.\vThat is all.")
    ours.positions.set_item(held, PositionEntry(FIRST, comment="A bell\x00 rings."))
    assert remarks(ours, held) == [
        ("unprintable", "", "general", "U+0007, U+FFFF"),
        ("unprintable", FIRST, "comment", "U+0000"),
    ]


def test_every_concern_is_met_above() -> None:
    files = (Path(__file__), Path(__file__).with_name("test_drafting_checks.py"))
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert [concern for concern in Concern if f'"{concern}"' not in text] == []


def test_a_document_that_is_not_there_has_no_check_list(desk: Desk) -> None:
    with pytest.raises(UnknownDocumentError):
        desk.export_checks.findings_for_document(DocumentId(99))
