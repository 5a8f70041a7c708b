import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.corrections import CorrectableField, field_text, parse_mark_up, with_value
from delegate_desk.core.documents.document import Header, MarkUp, SubjectCode
from delegate_desk.core.documents.references import Reference, Suffix, parse_reference
from delegate_desk.core.errors import NotUnderstoodError
from support.document_values import paper

HEADER = paper().header
FIELDS = [field for field in CorrectableField if field is not CorrectableField.MARK_UP]


@pytest.mark.parametrize("field", FIELDS)
def test_what_was_read_comes_back_from_its_text(field: CorrectableField) -> None:
    sure = HEADER.confidence.get(field)
    assert with_value(HEADER, field, field_text(HEADER, field), sure) == HEADER


@pytest.mark.parametrize("field", [field for field in FIELDS if field is not CorrectableField.LANGUAGE])
def test_a_field_can_be_said_to_be_empty(field: CorrectableField) -> None:
    empty = with_value(HEADER, field, " ")
    assert not getattr(empty, field)
    assert field_text(empty, field) in ("", "no")
    assert empty.confidence[field] == 1.0


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (CorrectableField.REFERENCE, "14860/1/18", "ST 14860/1/18 REV 1"),
        (CorrectableField.REFERENCE, "COM(2022) 209 final", "COM(2022) 209 final"),
        (CorrectableField.LANGUAGE, "EL", "el"),
        (CorrectableField.DATE, "8.10.2019", "2019-10-08"),
        (CorrectableField.DATE, "2019-10-08", "2019-10-08"),
        (CorrectableField.MARKING, "limite", "LIMITE"),
        (CorrectableField.PUBLIC, "PUBLIC", "yes"),
        (CorrectableField.DOCUMENT_TYPE, "Outcome of proceedings", "outcome_of_proceedings"),
        (CorrectableField.DOCUMENT_TYPE, "'I/A' ITEM NOTE", "ia_item_note"),
        (CorrectableField.SENDER, "  General\nSecretariat ", "General Secretariat"),
        (CorrectableField.SUBJECT_CODES, "JAI 10 PR CO 20; COEST1, PE-L 3", "JAI 10\nPR CO 20\nCOEST 1\nPE-L 3"),
        (CorrectableField.INTERINSTITUTIONAL_FILES, "2018/0330 (cod)", "2018/0330(COD)"),
        (CorrectableField.PREVIOUS_DOCUMENTS, "326/19 + COR 1 + ADD 2", "ST 326/19\nST 326/19 COR 1\nST 326/19 ADD 2"),
        (CorrectableField.PREVIOUS_DOCUMENTS, "12326/19 + 12327/19", "ST 12326/19\nST 12327/19"),
    ],
)
def test_a_field_is_typed_as_people_type_it(field: CorrectableField, typed: str, kept: str) -> None:
    header = with_value(HEADER, field, typed)
    assert field_text(header, field) == kept
    assert with_value(HEADER, field, kept) == header


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (CorrectableField.REFERENCE, "the paper of last week"),
        (CorrectableField.LANGUAGE, ""),
        (CorrectableField.LANGUAGE, "Greek"),
        (CorrectableField.ORIGINAL_LANGUAGE, "english"),
        (CorrectableField.DATE, "31.2.2019"),
        (CorrectableField.DATE, "soon"),
        (CorrectableField.MARKING, "SECRET"),
        (CorrectableField.PUBLIC, "perhaps"),
        (CorrectableField.DOCUMENT_TYPE, "…"),
        (CorrectableField.SUBJECT_CODES, "transport"),
        (CorrectableField.INTERINSTITUTIONAL_FILES, "2018"),
        (CorrectableField.PREVIOUS_DOCUMENTS, "12326/19 + more"),
        (CorrectableField.MARK_UP, "printed"),
    ],
)
def test_what_is_no_value_of_a_field_is_not_taken(field: CorrectableField, typed: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        with_value(HEADER, field, typed)
    assert caught.value.field == field


def test_mark_up_is_named() -> None:
    assert parse_mark_up("printed") is MarkUp.PRINTED
    with pytest.raises(NotUnderstoodError):
        parse_mark_up("bold")


def test_taking_back_gives_the_confidence_back() -> None:
    put_right = with_value(HEADER, CorrectableField.REFERENCE, "7002/26")
    assert put_right.confidence["reference"] == 1.0
    assert with_value(put_right, CorrectableField.REFERENCE, "ST 7001/26", 0.99) == HEADER
    without = replace(HEADER, confidence={})
    assert with_value(put_right, CorrectableField.REFERENCE, "ST 7001/26", None) == without


def test_a_person_is_asked_about_what_is_unsure() -> None:
    header = Header("en", confidence={"date": 0.3, "reference": 0.69, "subject": 0.7, "language": 0.99})
    assert header.uncertain_fields() == ("reference", "date")
    assert with_value(header, CorrectableField.DATE, "").uncertain_fields() == ("reference",)


def test_a_document_without_labels_is_not_asked_for_what_only_labels_tell() -> None:
    confidence = {"reference": 0.3, "sender": 0.3, "original_language": 0.6, "subject_codes": 0.4}
    act = Header("en", original_language="en", confidence=confidence)
    assert act.uncertain_fields() == ("reference", "original_language")
    note = replace(act, document_type="note")
    assert note.uncertain_fields() == ("reference", "original_language", "sender", "subject_codes")


_numbers = st.integers(min_value=1, max_value=99999)
_suffixes = st.builds(Suffix, st.sampled_from(["ADD", "COR"]), st.integers(min_value=1, max_value=99))
_councils = st.builds(
    Reference,
    st.sampled_from(["ST", "CM", "WK"]),
    _numbers,
    st.integers(min_value=1995, max_value=2029),
    st.integers(min_value=0, max_value=9),
    st.lists(_suffixes, max_size=2).map(tuple),
)
_codes = st.builds(SubjectCode, st.sampled_from(["TRANS", "PR CO", "PE-L", "PV CRP1", "API", "N"]), _numbers)


@given(st.lists(_councils, max_size=4), st.lists(_codes, max_size=5), st.dates())
def test_lists_and_dates_survive_their_text(
    references: list[Reference], codes: list[SubjectCode], date: datetime.date
) -> None:
    assert all(parse_reference(str(reference)) == reference for reference in references)
    header = Header("en", date=date, previous_documents=tuple(references), subject_codes=tuple(codes))
    for field in (CorrectableField.PREVIOUS_DOCUMENTS, CorrectableField.SUBJECT_CODES, CorrectableField.DATE):
        assert with_value(Header("en"), field, field_text(header, field), None) == replace(
            Header("en"), **{str(field): getattr(header, field)}
        )
