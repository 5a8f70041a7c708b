from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, MarkUp, Place, View
from delegate_desk.core.errors import NotUnderstoodError, UnknownDocumentError
from delegate_desk.desk import Desk, open_desk
from support.document_values import QUIET_HOURS, paper, quiet_hours, take_in

WORDS = Address("para_2")


@pytest.fixture
def marked(desk: Desk, held: DocumentId) -> Place:
    """A paragraph with a struck-through and a bold word, in a document whose mark-up was set as meaningful by hand."""
    desk.reparse.renew(held, paper())
    return Place(held, WORDS)


@pytest.fixture
def plain(desk: Desk, held: DocumentId) -> Place:
    """The same paragraph in a document whose bold type was judged as emphasis."""
    whole = paper()
    units = tuple(
        replace(u, spans=tuple(s for s in u.spans if s.mark in ("bold", "strike", "underline")))
        for u in whole.paragraphs
    )
    desk.reparse.renew(held, replace(whole, paragraphs=units, mark_up=MarkUp.NONE))
    return Place(held, WORDS)


def text(desk: Desk, place: Place) -> str:
    unit = desk.documents.unit(place)
    assert unit is not None
    return unit.text


def test_a_correction_outranks_the_reading_everywhere_and_is_kept(desk: Desk, held: DocumentId) -> None:
    changes = desk.corrections.correct(held, CorrectableField.REFERENCE, "7001/1/26")
    assert changes.documents == {held}
    assert desk.documents.get(held).name == "ST 7001/1/26 REV 1"
    assert desk.documents.find("7001/26 REV 1").id == held
    assert str(desk.documents.content(held).header.reference) == "ST 7001/1/26 REV 1"
    assert desk.documents.get(held).header.confidence["reference"] == 1.0
    (kept,) = desk.corrections.for_document(held)
    assert (kept.field, kept.value, kept.read) == (CorrectableField.REFERENCE, "ST 7001/1/26 REV 1", "ST 7001/26")
    desk.corrections.correct(held, CorrectableField.SUBJECT_CODES, "ENV 12; PR CO 20")
    desk.close()
    with open_desk(desk.folder) as again:
        codes = [(code.code, code.number) for code in again.documents.get(held).header.subject_codes]
        assert codes == [("ENV", 12), ("PR CO", 20)]
        kept_fields = {one.field for one in again.corrections.for_document(held)}
        assert kept_fields == {CorrectableField.REFERENCE, CorrectableField.SUBJECT_CODES}


def test_what_was_put_right_is_taken_back(desk: Desk, held: DocumentId) -> None:
    before = desk.documents.get(held)
    for field, typed in (
        (CorrectableField.DATE, "5.3.2026"),
        (CorrectableField.SENDER, "General Secretariat"),
        (CorrectableField.MARKING, ""),
    ):
        desk.corrections.correct(held, field, typed)
    desk.corrections.correct(held, CorrectableField.DATE, "2026-03-06")
    for field in (CorrectableField.DATE, CorrectableField.SENDER, CorrectableField.MARKING):
        desk.corrections.revert(held, field)
    assert desk.documents.get(held) == before
    assert desk.corrections.for_document(held) == []
    assert not desk.corrections.revert(held, CorrectableField.DATE)


def test_a_date_is_typed_as_it_is_printed_and_what_is_no_value_changes_nothing(desk: Desk, held: DocumentId) -> None:
    before = desk.documents.get(held)
    with pytest.raises(NotUnderstoodError):
        desk.corrections.correct(held, CorrectableField.DATE, "soon")
    with pytest.raises(UnknownDocumentError):
        desk.corrections.correct(DocumentId(99), CorrectableField.DATE, "2026-01-01")
    assert desk.documents.get(held) == before
    assert desk.history.next_undo() is None
    for typed in ("8 October 2019", "8 Οκτωβρίου 2019", "8.10.2019", "2019-10-08"):
        desk.corrections.correct(held, CorrectableField.DATE, typed)
        assert str(desk.documents.get(held).header.date) == "2019-10-08", typed
        desk.corrections.revert(held, CorrectableField.DATE)


def test_a_person_is_asked_until_it_is_right_and_a_correction_survives_being_read_again(
    desk: Desk, held: DocumentId
) -> None:
    reread = desk.reparse.read(held)
    header = replace(reread.header, confidence={"subject": 0.4, "date": 0.9})
    desk.reparse.renew(held, replace(reread, header=header))
    assert desk.documents.get(held).header.uncertain_fields() == ("subject",)
    desk.corrections.correct(held, CorrectableField.SUBJECT, header.subject)
    assert desk.documents.get(held).header.uncertain_fields() == ()
    desk.corrections.correct(held, CorrectableField.SUBJECT, "Silence in ports")
    reread = desk.reparse.read(held)
    better = replace(reread.header, subject="Quiet hours, read better", sender="The Presidency")
    desk.reparse.renew(held, replace(reread, header=better))
    header = desk.documents.get(held).header
    assert (header.subject, header.sender) == ("Silence in ports", "The Presidency")
    assert [one.read for one in desk.corrections.for_document(held)] == ["Quiet hours, read better"]
    desk.corrections.revert(held, CorrectableField.SUBJECT)
    assert desk.documents.get(held).header.subject == "Quiet hours, read better"


def test_a_correction_is_undone_and_done_again_and_goes_with_its_document(desk: Desk, held: DocumentId) -> None:
    before = desk.documents.get(held)
    desk.corrections.correct(held, CorrectableField.SUBJECT, "Silence in ports")
    desk.corrections.correct(held, CorrectableField.SUBJECT, "Silence at berth")
    desk.history.undo()
    assert desk.documents.get(held).header.subject == "Silence in ports"
    desk.history.undo()
    assert desk.documents.get(held) == before
    assert desk.corrections.for_document(held) == []
    desk.history.redo()
    desk.history.redo()
    assert desk.documents.get(held).header.subject == "Silence at berth"
    (kept,) = desk.corrections.for_document(held)
    assert kept.read == before.header.subject
    desk.documents.remove(held)
    desk.documents.empty_trash()
    assert desk.corrections.for_document(held) == []
    desk.history.undo()
    desk.history.undo()
    assert desk.check().ok


def test_the_index_and_what_a_header_names_follow_a_correction(desk: Desk, held: DocumentId) -> None:
    place = Place(held, Address("para_1"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="lighthouse"))
    assert desk.search.find("ref:7002/26 lighthouse").total == 0
    desk.corrections.correct(held, CorrectableField.REFERENCE, "7002/26")
    assert desk.search.find("ref:7002/26 lighthouse").total == 1
    assert desk.search.find("ref:7002/26 noise").total == 1
    desk.corrections.revert(held, CorrectableField.REFERENCE)
    assert desk.search.find("ref:7002/26 noise").total == 0
    desk.corrections.correct(held, CorrectableField.PREVIOUS_DOCUMENTS, "6501/26 + ADD 1")
    named = [str(mention.target) for mention, _ in desk.documents.mentions(held)]
    assert named[:2] == ["ST 6501/26", "ST 6501/26 ADD 1"]
    assert "ST 6500/26" not in named
    desk.corrections.revert(held, CorrectableField.PREVIOUS_DOCUMENTS)
    assert "ST 6500/26" in [str(mention.target) for mention, _ in desk.documents.mentions(held)]


def test_bold_is_said_to_mean_nothing_also_when_the_document_is_read_again(desk: Desk, marked: Place) -> None:
    assert text(desk, marked) == "Ports should set quiet hours for ships at berth."
    desk.corrections.overrule(marked.document, bold_is_new=False)
    assert text(desk, marked) == "Ports shall should set quiet hours for ships at berth."
    assert desk.documents.content(marked.document).mark_up is MarkUp.NONE
    assert desk.search.find('"shall should"').total == 1
    desk.reparse.renew(marked.document, paper())
    assert text(desk, marked) == "Ports shall should set quiet hours for ships at berth."
    desk.corrections.overrule(marked.document, bold_is_new=None)
    assert desk.documents.content(marked.document) == paper()


def test_bold_is_said_to_be_new(desk: Desk, plain: Place) -> None:
    def before() -> str:
        unit = desk.documents.unit(plain)
        assert unit is not None
        return unit.in_view(View.BEFORE).text

    assert before() == text(desk, plain)
    desk.corrections.overrule(plain.document, bold_is_new=True)
    assert "should" not in before()
    desk.history.undo()
    assert before() == text(desk, plain)


def test_quotes_keep_to_their_words_when_mark_up_is_overruled(desk: Desk, marked: Place) -> None:
    note = desk.annotations.new(marked, AnnotationKind.NOTE, words="quiet hours")
    desk.annotations.save(note)
    desk.corrections.overrule(marked.document, bold_is_new=False)
    gone = desk.annotations.new(marked, AnnotationKind.NOTE, words="shall")
    desk.annotations.save(gone)
    for kept in desk.annotations.for_place(marked):
        assert kept.quote is not None
        assert text(desk, marked)[kept.quote.start : kept.quote.end] == kept.quote.exact
    desk.corrections.overrule(marked.document, bold_is_new=None)
    first, second = desk.annotations.for_place(marked)
    assert first.quote == note.quote
    assert second.quote is not None
    assert (second.quote.exact, second.quote.end - second.quote.start) == ("shall", 0)
    desk.corrections.overrule(marked.document, bold_is_new=False)
    assert desk.annotations.for_place(marked)[1].quote == gone.quote


def test_a_short_title_is_that_of_all_documents_of_a_family_and_of_those_to_come(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    def add(name: str, number: str) -> DocumentId:
        file = quiet_hours(tmp_path, name=name, text=QUIET_HOURS.replace("7001/26", number))
        return take_in(desk, file)

    first = add("first.txt", "7001/1/26 REV 1")
    changes = desk.corrections.correct(held, CorrectableField.SHORT_TITLE, "Ports")
    assert changes.documents == {held, first}
    second, other = add("second.txt", "7001/2/26 REV 2"), add("other.txt", "7009/26")
    desk.reparse.renew(held, paper())
    assert [desk.documents.get(key).header.short_title for key in (held, first, second)] == ["Ports"] * 3
    assert desk.documents.get(other).header.short_title == ""
    assert desk.documents.get(held).header.subject != "Ports"
    desk.corrections.revert(second, CorrectableField.SHORT_TITLE)
    assert [desk.documents.get(key).header.short_title for key in (held, first, second)] == [""] * 3
    desk.history.undo()
    assert [desk.documents.get(key).header.short_title for key in (held, first, second)] == ["Ports"] * 3
