"""Annotations of other programs, and files that are none, into a library."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import ExchangeFault, UnreadableAnnotationsError
from delegate_desk.core.exchange.annotation_exchange import RejectionReason
from delegate_desk.desk import Desk
from delegate_desk.services.exchange import annotation_exchange
from support import webannotation_model
from support.hostile_webannotations import HOSTILE, NAMES, OURS

PAGE = "https://example.org/files/quiet%20hours.txt"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonld"


def foreign(file: Path, *annotations: dict[str, Any]) -> Path:
    """Write annotations of another program."""
    whole = [
        {"id": f"https://example.org/a/{n}", "type": "Annotation", "target": PAGE, **one}
        for n, one in enumerate(annotations)
    ]
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


def quoting(words: str, **around: str) -> dict[str, Any]:
    return {"source": PAGE, "selector": {"type": "TextQuoteSelector", "exact": words, **around}}


def test_a_note_of_another_program_is_fixed_to_its_words(desk: Desk, held: DocumentId, file: Path) -> None:
    foreign(file, {"body": "Quiet?", "target": quoting("quiet hours for\nships at berth")})
    receipt = desk.exchange.import_annotations(desk.exchange.read(file))
    assert (receipt.added, receipt.unplaced, receipt.rejected) == (1, 0, ())
    (one,) = desk.annotations.all()
    assert (one.kind, one.text, one.visibility) == (AnnotationKind.NOTE, "Quiet?", Visibility.INTERNAL)
    assert one.quote is not None
    unit = desk.documents.unit(one.place)
    assert unit is not None
    assert unit.text[one.quote.start : one.quote.end] == one.quote.exact == "quiet hours for ships at berth"
    assert one.place.address == "para_2__point_1"
    assert desk.exchange.import_annotations(desk.exchange.read(file)).already_present == 1


@pytest.mark.parametrize(
    "name",
    [
        "https://example.org/a/ST-7001-2026-INIT/en/pdf",
        "file:///home/me/st07001.en26.pdf",
        "C:\\papers\\quiet hours.txt",
        "Note on ST 7001/26 of the Presidency",
        "draft conclusions on quiet hours in ports",
        "7001/26",
    ],
)
def test_a_document_is_known_by_what_others_call_it(desk: Desk, held: DocumentId, file: Path, name: str) -> None:
    foreign(file, {"body": "x", "target": {**quoting("shore power"), "source": {"id": "urn:x-pdf:1", "title": name}}})
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1
    assert [a.place.document for a in desk.annotations.all()] == [held]


@pytest.mark.parametrize("name", ["https://example.org/st07001.el26.pdf", "https://[", "https://example.org/7001", "x"])
def test_a_document_that_is_not_named_is_not_guessed(desk: Desk, held: DocumentId, file: Path, name: str) -> None:
    foreign(file, {"body": "x", "target": {**quoting("shore power"), "source": name}})
    receipt = desk.exchange.import_annotations(desk.exchange.read(file))
    assert [(one.reason, one.name) for one in receipt.rejected] == [(RejectionReason.NO_DOCUMENT, name)]


@pytest.mark.parametrize("words", ["never written", "ships", "…"])
def test_words_without_one_certain_place_are_refused_or_offered(
    desk: Desk, held: DocumentId, file: Path, words: str
) -> None:
    foreign(file, {"body": "x", "target": quoting(words)})
    parcel = desk.exchange.read(file)
    receipt = desk.exchange.import_annotations(parcel)
    assert [(one.reason, one.name, one.count) for one in receipt.rejected] == [
        (RejectionReason.NO_PLACE, "ST 7001/26", 1)
    ]
    assert desk.annotations.all() == []
    assert desk.exchange.import_annotations(parcel, offer=True).unplaced == 1
    (unplaced,) = desk.reparse.unplaced(held)
    assert unplaced.annotation is not None
    assert unplaced.annotation.quote is not None
    assert unplaced.annotation.quote.exact == words


def test_what_stands_around_words_tells_which_are_meant(desk: Desk, held: DocumentId, file: Path) -> None:
    foreign(file, {"body": "x", "target": quoting("ships", prefix="noise from ", suffix=" at berth")})
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1
    assert [a.place.address for a in desk.annotations.all()] == ["para_1"]


def test_words_that_run_on_are_marked_where_they_begin(desk: Desk, held: DocumentId, file: Path) -> None:
    foreign(file, {"body": "x", "target": quoting("at berth;\n(b) offer shore power to ships")})
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1
    (one,) = desk.annotations.all()
    assert one.quote is not None
    assert (one.place.address, one.quote.exact) == ("para_2__point_1", "at berth")


def test_what_names_no_document_is_offered_on_the_one_at_hand(desk: Desk, held: DocumentId, file: Path) -> None:
    foreign(file, {"body": "x", "target": "urn:x-pdf:unknown"}, {"body": "re", "target": "urn:x-pdf:unknown"})
    receipt = desk.exchange.import_annotations(desk.exchange.read(file), held, offer=True)
    assert (receipt.added, receipt.unplaced, receipt.rejected) == (2, 2, ())
    assert len(desk.reparse.unplaced(held)) == 2


def test_an_answer_stands_where_what_it_answers_does(desk: Desk, held: DocumentId, file: Path) -> None:
    foreign(
        file,
        {"body": "because", "motivation": "replying", "target": "https://example.org/a/1"},
        {"body": "why", "target": quoting("shore power")},
    )
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 2
    why, because = sorted(desk.annotations.all(), key=lambda one: one.text, reverse=True)
    assert (because.reply_to, because.place) == (why.id, why.place)


def test_a_later_note_of_another_program_leaves_our_own_marks(desk: Desk, held: DocumentId, file: Path) -> None:
    target = quoting("shore power")
    foreign(file, {"body": "x", "target": target, "modified": "2026-01-01T00:00:00Z"})
    desk.exchange.import_annotations(desk.exchange.read(file))
    (one,) = desk.annotations.all()
    desk.annotations.save(replace(one, status=AnnotationStatus.DONE, kind=AnnotationKind.QUESTION))
    later = (datetime.now(UTC) + timedelta(minutes=1)).isoformat()
    foreign(file, {"body": "y", "target": target, "modified": later})
    assert desk.exchange.import_annotations(desk.exchange.read(file)).updated == 1
    (one,) = desk.annotations.all()
    assert (one.text, one.status, one.kind) == ("y", AnnotationStatus.DONE, AnnotationKind.QUESTION)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", ExchangeFault.NOT_JSON),
        (b"\xff\xfe\x00", ExchangeFault.NOT_JSON),
        (b"%PDF-1.7", ExchangeFault.NOT_JSON),
        (b"[" * 100_000, ExchangeFault.TOO_DEEP),
        (b'{"a":' * 100_000, ExchangeFault.TOO_DEEP),
        (b"9" * 10_000, ExchangeFault.NOT_JSON),
        (b"[" + b"{}," * 1_000_000 + b"{}]", ExchangeFault.TOO_LARGE),
        (b"null", ExchangeFault.NO_ANNOTATIONS),
        (b"NaN", ExchangeFault.NO_ANNOTATIONS),
        (b'"text"', ExchangeFault.NO_ANNOTATIONS),
        (b'{"type": "Feature"}', ExchangeFault.NO_ANNOTATIONS),
        (b'{"type": "AnnotationCollection", "first": "https://example.org/1"}', ExchangeFault.NO_ANNOTATIONS),
    ],
)
def test_a_file_that_brings_nothing_is_refused(desk: Desk, file: Path, content: bytes, fault: ExchangeFault) -> None:
    file.write_bytes(content)
    with pytest.raises(UnreadableAnnotationsError) as refused:
        desk.exchange.read(file)
    assert (refused.value.file_name, refused.value.fault) == ("notes.jsonld", fault)


def test_a_file_too_large_is_not_parsed(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotation_exchange, "LARGEST", 10)
    file.write_bytes(b" " * 11)
    with pytest.raises(UnreadableAnnotationsError) as refused:
        desk.exchange.read(file)
    assert refused.value.fault is ExchangeFault.TOO_LARGE


def test_what_is_no_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.jsonld"):
        with pytest.raises(UnreadableAnnotationsError) as refused:
            desk.exchange.read(path)
        assert refused.value.fault is ExchangeFault.UNREADABLE


@given(
    st.lists(st.dictionaries(st.sampled_from(NAMES), HOSTILE, max_size=8), max_size=4),
    st.sampled_from([OURS, PAGE, {"source": OURS, "selector": {"exact": "ships"}}]),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_whatever_breaks_the_library(
    desk: Desk, held: DocumentId, file: Path, found: list[dict[str, Any]], target: object
) -> None:
    """One library takes them all in, one after the other; what leaves it then is valid."""
    whole = [{"type": "Annotation", "body": "x", "target": target, **one} for one in found]
    file.write_text(json.dumps(whole), encoding="utf-8")
    try:
        desk.exchange.import_annotations(desk.exchange.read(file), held, offer=True)
    except UnreadableAnnotationsError:
        assert not found
    desk.exchange.write(file, internal=True)
    webannotation_model.check_collection(json.loads(file.read_text(encoding="utf-8")))


HALF = "half \ud83d"
LOST = "half \ufffd"


@pytest.mark.parametrize(
    "said",
    [
        {"target": HALF},
        {"target": {"source": HALF}},
        {"target": {"source": {"id": HALF, "title": HALF}}},
        {"target": {"source": f"{OURS}#para_1{HALF}"}},
        {"target": PAGE, "id": HALF},
        {"target": PAGE, "body": {"type": "TextualBody", "value": HALF, HALF: HALF}},
        {"target": PAGE, "bodyValue": HALF, "tags": [HALF]},
        {"target": {"source": PAGE, "selector": {"exact": HALF, "prefix": HALF, "suffix": HALF}}},
        {"uri": HALF, "document": {"title": [HALF]}, "text": "x", "references": [HALF]},
        {"target": PAGE, "desk:holder": HALF, "desk:origin": HALF, "desk:place": {"source": HALF}},
        {HALF: {HALF: [HALF]}, "target": PAGE},
    ],
)
def test_half_a_character_is_marked_as_lost_and_breaks_nothing(
    desk: Desk, held: DocumentId, file: Path, said: dict[str, Any]
) -> None:
    file.write_text(json.dumps([{"type": "Annotation", "body": "x", **said}]), encoding="utf-8")
    desk.exchange.import_annotations(desk.exchange.read(file), held, offer=True)
    desk.exchange.write(file, internal=True)
    webannotation_model.check_collection(json.loads(file.read_text(encoding="utf-8")))


def test_a_note_cut_in_the_middle_of_an_emoji_keeps_its_words(desk: Desk, held: DocumentId, file: Path) -> None:
    foreign(file, {"body": HALF, "target": quoting("shore power")})
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1
    assert [one.text for one in desk.annotations.all()] == [LOST]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_encodings_of_json_are_read(desk: Desk, held: DocumentId, file: Path, encoding: str) -> None:
    foreign(file, {"body": "é 😀", "target": quoting("shore power")})
    file.write_text(file.read_text(encoding="utf-8"), encoding=encoding)
    desk.exchange.import_annotations(desk.exchange.read(file))
    assert [a.text for a in desk.annotations.all()] == ["é 😀"]
