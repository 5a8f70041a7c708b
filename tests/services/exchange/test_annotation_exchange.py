"""Annotations exported from one library and imported into another."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import ExchangeFault, ExportFailedError, UnknownFileTypeError, UnreadableAnnotationsError
from delegate_desk.core.exchange.annotation_exchange import AnnotationImportResult, RejectionReason
from delegate_desk.desk import Desk
from delegate_desk.services.exchange import annotation_exchange
from support import webannotation_model
from support.document_values import QUIET_HOURS
from support.hostile_webannotations import HOSTILE, NAMES, OURS
from support.package_exchange import brought, noted


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonld"


def sent(desk: Desk, to: Desk, file: Path | None = None, **values: Any) -> AnnotationImportResult:
    file = file or desk.folder.with_name("sent.jsonld")
    desk.exchange.write(file, **values)
    return to.exchange.import_annotations(to.exchange.read(file))


def same(one: Annotation, document: DocumentId) -> Annotation:
    """An annotation as it must be in another library."""
    return replace(one, place=Place(document, one.place.address))


def test_all_of_an_annotation_arrives(desk: Desk, other: Desk, first: Place, file: Path) -> None:
    second = Place(first.document, Address("para_2__point_1"))
    text = "Why?\n\t😀 \u202eRTL"
    asked = noted(desk, first, kind=AnnotationKind.QUESTION, text=text, words="noise from ships", tags=["b", "a"])
    answer = replace(desk.annotations.reply(asked, "because"), visibility=Visibility.CIRCULATION)
    desk.annotations.save(answer)
    noted(desk, second, kind=AnnotationKind.RESERVATION, holder="DE", due=datetime(2026, 12, 1, 9, 30, tzinfo=UTC))
    desk.annotations.save(replace(noted(desk, second, text="done"), status=AnnotationStatus.DONE))
    key = brought(other)
    assert sent(other, desk) == AnnotationImportResult()
    receipt = sent(desk, other, file)
    assert (receipt.added, receipt.unplaced, receipt.pending, receipt.rejected) == (4, 0, (), ())
    assert other.annotations.all() == [same(one, key) for one in desk.annotations.all()]
    webannotation_model.check_collection(json.loads(file.read_text(encoding="utf-8")))
    assert other.search.find("because").total == 1


def test_nothing_comes_twice_and_what_is_newer_stays(desk: Desk, other: Desk, first: Place, file: Path) -> None:
    one = noted(desk, first, text="first")
    brought(other)
    sent(desk, other, file)
    again = other.exchange.import_annotations(other.exchange.read(file))
    assert (again.added, again.updated, again.already_present) == (0, 0, 1)
    assert other.history.next_undo() is not None
    there = other.annotations.all()[0]
    other.annotations.save(replace(there, text="changed there"))
    assert sent(desk, other, file).already_present == 1
    assert other.annotations.all()[0].text == "changed there"
    back = sent(other, desk, file)
    assert (back.added, back.updated) == (0, 1)
    assert [a.text for a in desk.annotations.for_place(first)] == ["changed there"]
    desk.history.undo()
    assert desk.annotations.for_place(first) == [one]


def test_a_clock_that_was_ahead_elsewhere_does_not_undo_what_is_written_here(
    desk: Desk, other: Desk, first: Place
) -> None:
    one = noted(desk, first, text="from the future")
    desk.annotations.receive([replace(one, modified=one.modified + timedelta(days=365))])
    brought(other)
    sent(desk, other)
    there = other.annotations.all()[0]
    other.annotations.save(replace(there, text="written here"))
    assert sent(desk, other).already_present == 1
    other.annotations.set_many([one.id], lambda old: replace(old, status=AnnotationStatus.DONE))
    assert sent(desk, other).already_present == 1
    assert [(a.text, a.status) for a in other.annotations.all()] == [("written here", AnnotationStatus.DONE)]


def test_undo_takes_all_that_came_back_out(desk: Desk, other: Desk, first: Place) -> None:
    for text in ("one", "two"):
        noted(desk, first, text=text)
    brought(other)
    assert sent(desk, other).changes.annotations == {first}
    other.history.undo()
    assert other.annotations.all() == []
    other.history.redo()
    assert [a.text for a in other.annotations.all()] == ["one", "two"]


def test_chosen_annotations_leave_alone(desk: Desk, first: Place, file: Path) -> None:
    one = noted(desk, first, text="one")
    noted(desk, first, text="two")
    assert [leaving.annotation for leaving in desk.exchange.write(file, only=[one.id]).annotations] == [one]


def test_a_document_that_is_missing_is_waited_for(desk: Desk, other: Desk, first: Place) -> None:
    one = noted(desk, first, text="waits", words="noise from ships")
    receipt = sent(desk, other)
    (waiting,) = receipt.pending
    assert (waiting.original.reference, waiting.original.language, waiting.count) == ("ST 7001/26", "en", 1)
    assert other.annotations.all() == []
    desk.annotations.save(replace(one, text="waits, and is newer"))
    sent(desk, other)
    assert [w.count for w in other.exchange.pending_annotations()] == [1]
    assert not other.exchange.place_orphaned()
    key = brought(other)
    assert other.exchange.place_orphaned().annotations == {Place(key, first.address)}
    assert other.annotations.all() == [same(kept, key) for kept in desk.annotations.all()]
    assert other.exchange.pending_annotations() == []
    assert not other.exchange.place_orphaned()


def test_a_note_in_the_trash_stays_there(desk: Desk, other: Desk, first: Place) -> None:
    one = noted(desk, first, text="one")
    brought(other)
    sent(desk, other)
    other.annotations.remove(one.id)
    desk.annotations.save(replace(one, text="newer"))
    receipt = sent(desk, other)
    assert (receipt.added, receipt.updated, receipt.trashed) == (0, 0, 1)
    assert other.annotations.all() == []
    assert [a.text for a in other.annotations.trash()] == ["newer"]


def test_the_same_document_in_another_file_is_the_same(desk: Desk, other: Desk, first: Place) -> None:
    """Words decide if numbers have changed; without words the number does."""
    noted(desk, first, text="on words", words="noise from ships at berth")
    noted(desk, Place(first.document, Address("para_3")), text="on a paragraph")
    moved = QUIET_HOURS.replace("1. The Council notes", "1. The Council recalls the past.\n\n2. The Council notes")
    moved = moved.replace("2. The Council invites", "3. The Council invites").replace(
        "3. The Council will", "4. We will"
    )
    key = brought(other, text=moved)
    assert sent(desk, other).unplaced == 0
    assert [(a.text, a.place.address) for a in other.annotations.all()] == [
        ("on words", "para_2"),
        ("on a paragraph", "para_3"),
    ]
    assert other.annotations.for_place(Place(key, Address("para_2")))[0].quote is not None


def test_what_has_no_place_is_listed_and_leaves_with_where_it_stood(desk: Desk, other: Desk, first: Place) -> None:
    noted(desk, Place(first.document, Address("para_3")), text="lost")
    shorter = QUIET_HOURS[: QUIET_HOURS.index("3. The Council")]
    key = brought(other, text=shorter)
    assert sent(desk, other).unplaced == 1
    (unplaced,) = other.reparse.unplaced(key)
    assert (unplaced.address, unplaced.annotation and unplaced.annotation.text) == ("para_3", "lost")
    back = sent(other, desk)
    assert (back.already_present, [a.place.address for a in desk.annotations.all()]) == (1, ["para_3"])


def test_answers_in_a_circle_are_let_out_of_it(desk: Desk, first: Place, file: Path) -> None:
    one, two = noted(desk, first, text="one"), noted(desk, first, text="two")
    desk.exchange.write(file)
    whole = json.loads(file.read_text(encoding="utf-8"))
    for item, answered in zip(whole["first"]["items"], (two, one), strict=True):
        item |= {"desk:place": item["target"], "target": f"urn:uuid:{answered.id}", "motivation": "replying"}
        item["modified"] = "2099-01-01T00:00:00Z"
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert desk.exchange.import_annotations(desk.exchange.read(file)).updated == 2
    answers = {a.id: a.reply_to for a in desk.annotations.all()}
    assert sorted(answers.values(), key=str) == sorted([None, next(filter(None, answers.values()))], key=str)
    itself = noted(desk, first, text="itself")
    whole["first"]["items"] = [{**item, "id": f"urn:uuid:{itself.id}", "target": f"urn:uuid:{itself.id}"}]
    file.write_text(json.dumps(whole), encoding="utf-8")
    desk.exchange.import_annotations(desk.exchange.read(file))
    kept = desk.annotations.get(itself.id)
    assert kept is not None
    assert kept.reply_to is None


def test_a_type_of_file_is_known_by_its_suffix_and_others_are_refused(desk: Desk, first: Place, tmp_path: Path) -> None:
    noted(desk, first, text="one")
    assert desk.exchange.suffixes() == (".jsonld", ".docx", ".csv")
    desk.exchange.write(tmp_path / "notes.CSV")
    assert b"one" in (tmp_path / "notes.CSV").read_bytes()
    with pytest.raises(UnknownFileTypeError):
        desk.exchange.write(tmp_path / "notes.xml")
    with pytest.raises(ExportFailedError):
        desk.exchange.write(tmp_path / "absent" / "notes.jsonld")


def test_a_thread_without_end_is_cut(desk: Desk, first: Place, file: Path) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, visibility=Visibility.CIRCULATION))
    desk.exchange.write(file)
    whole = json.loads(file.read_text(encoding="utf-8"))
    (item,) = whole["first"]["items"]
    keys = [f"urn:uuid:{n:08x}-2222-4333-8444-555555555555" for n in range(1500)]
    answers = [
        {**item, "id": key, "desk:place": item["target"], "target": above, "motivation": "replying"}
        for above, key in pairwise(keys)
    ]
    file.write_text(json.dumps([*reversed(answers), {**item, "id": keys[0]}]), encoding="utf-8")
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1500
    answered = {a.id: a.reply_to for a in desk.annotations.all()}
    longest = 0
    above: AnnotationId | None = AnnotationId(keys[-1].removeprefix("urn:uuid:"))
    while above:
        longest, above = longest + 1, answered[above]
    assert longest <= 1001


PAGE = "https://example.org/files/quiet%20hours.txt"


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


def test_words_that_run_on_begin_there_and_those_around_tell_which(desk: Desk, held: DocumentId, file: Path) -> None:
    foreign(file, {"body": "x", "target": quoting("at berth;\n(b) offer shore power to ships")})
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1
    (one,) = desk.annotations.all()
    assert one.quote is not None
    assert (one.place.address, one.quote.exact) == ("para_2__point_1", "at berth")
    desk.annotations.remove(one.id)
    target = quoting("ships", prefix="noise from ", suffix=" at berth")
    foreign(file, {"id": "https://example.org/b", "body": "x", "target": target})
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1
    assert [a.place.address for a in desk.annotations.all()] == ["para_1"]


def test_what_names_no_document_is_offered_on_the_current_one(desk: Desk, held: DocumentId, file: Path) -> None:
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


def test_what_is_no_file_or_too_large_is_refused(
    desk: Desk, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path, tmp_path / "absent.jsonld"):
        with pytest.raises(UnreadableAnnotationsError) as refused:
            desk.exchange.read(path)
        assert refused.value.fault is ExchangeFault.UNREADABLE
    monkeypatch.setattr(annotation_exchange, "LARGEST", 10)
    file.write_bytes(b" " * 11)
    with pytest.raises(UnreadableAnnotationsError) as refused:
        desk.exchange.read(file)
    assert refused.value.fault is ExchangeFault.TOO_LARGE


@given(
    st.lists(st.dictionaries(st.sampled_from(NAMES), HOSTILE, max_size=8), max_size=4),
    st.sampled_from([OURS, PAGE, {"source": OURS, "selector": {"exact": "ships"}}]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_whatever_breaks_the_library(
    desk: Desk, held: DocumentId, file: Path, found: list[dict[str, Any]], target: object
) -> None:
    """One library imports them all, one after the other; its export then is valid."""
    whole = [{"type": "Annotation", "body": "x", "target": target, **one} for one in found]
    file.write_text(json.dumps(whole), encoding="utf-8")
    try:
        desk.exchange.import_annotations(desk.exchange.read(file), held, offer=True)
    except UnreadableAnnotationsError:
        assert not found
    desk.exchange.write(file, internal=True)
    webannotation_model.check_collection(json.loads(file.read_text(encoding="utf-8")))


HALF = "half \ud83d"


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize(("words", "kept"), [("é 😀", "é 😀"), (HALF, "half \ufffd")])
def test_the_encodings_of_json_are_read(
    desk: Desk, held: DocumentId, file: Path, encoding: str, words: str, kept: str
) -> None:
    foreign(file, {"body": words, "target": quoting("shore power")})
    file.write_text(file.read_text(encoding="utf-8"), encoding=encoding)
    desk.exchange.import_annotations(desk.exchange.read(file))
    assert [a.text for a in desk.annotations.all()] == [kept]
