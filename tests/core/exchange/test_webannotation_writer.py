"""Annotations as W3C Web Annotations: valid, and unchanged when read back."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Quote,
    Visibility,
)
from delegate_desk.core.documents.document import Address, DocumentId, Header, LibraryDocument, Place
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.exchange.annotation_exchange import (
    CONTEXT,
    NAMESPACE,
    DocumentIdentity,
    Outgoing,
    OutgoingAnnotation,
    annotation_uuid,
    collection_json,
    document_urn,
    parse_document_urn,
)
from delegate_desk.core.exchange.webannotation_reader import read_annotations
from delegate_desk.core.revisions.comparison import CarryVerdict
from support import webannotation_model

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
OTHER = AnnotationId("21111111-2222-4333-8444-555555555555")
PLACE = Place(DocumentId(0), Address("para_7__point_6"))
KEYS = st.uuids().map(lambda key: AnnotationId(str(key)))
AWKWARD = [
    "Ά\u0301 ‘quotes’ <b>&amp;</b> \u202eRTL\u202c 😀\n\tline",
    "\u05e9\u05dc\u05d5\u05dd",
    "👩\u200d👩\u200d👧",
    '"\\',
    "\x00\x7f\u2028",
    " ",
]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(AWKWARD)
MOMENTS = st.timedeltas(timedelta(days=-300_000), timedelta(days=2_500_000)).map(lambda long: NOW + long)
QUOTES = st.builds(Quote, WORDS.filter(bool), WORDS, WORDS, st.integers(0, 10**9), st.integers(0, 10**9))
ADDRESSES = st.sampled_from(
    ["para_1", "annex_1__art_5__para_2__point_1__sub_2", "para_7-2", "fn_9", "art_3a", "", "a b%#\ufffd"]
)
ANNOTATIONS = st.builds(
    Annotation,
    KEYS,
    st.builds(Place, st.just(DocumentId(0)), ADDRESSES.map(Address)),
    st.sampled_from(AnnotationKind),
    WORDS,
    MOMENTS,
    MOMENTS,
    st.none() | QUOTES,
    st.lists(WORDS.filter(bool), max_size=4, unique=True).map(tuple),
    st.sampled_from(AnnotationStatus),
    st.sampled_from(Visibility),
    st.none() | KEYS,
    st.none() | MOMENTS,
    st.sampled_from(["", "DE", "ECB"]),
    st.none() | KEYS,
    st.none() | st.sampled_from(CarryVerdict),
)
REFERENCES = st.sampled_from(
    ["12862/19", "14860/1/18 REV 1 ADD 2", "COM(2022) 209 final", "Regulation (EU) 2016/679", ""]
)


def held(reference: str = "12862/19", language: str = "el", sha256: str = "ab" * 32) -> LibraryDocument:
    return LibraryDocument(DocumentId(3), sha256, "a.docx", Header(language, parse_reference(reference)), 12, NOW)


def note(**values: Any) -> Annotation:
    made = Annotation(AnnotationId("11111111-2222-4333-8444-555555555555"), PLACE, AnnotationKind.NOTE, "why", NOW, NOW)
    return replace(made, visibility=Visibility.CIRCULATION, **values)


def written(*annotations: Annotation, document: LibraryDocument | None = None, internal: bool = True) -> dict[str, Any]:
    """The contents of a file, written and read as JSON, which the model allows."""
    leaving = tuple(OutgoingAnnotation(one, document or held(), one.place.address) for one in annotations)
    made: dict[str, Any] = json.loads(json.dumps(collection_json(Outgoing(leaving, NOW, internal))))
    webannotation_model.check_collection(made)
    return made


@given(st.lists(ANNOTATIONS, max_size=4, unique_by=lambda one: one.id), REFERENCES, st.sampled_from(["el", "en"]))
def test_what_leaves_is_valid_and_comes_back_the_same(found: list[Annotation], reference: str, language: str) -> None:
    document = held(reference, language)
    made = written(*found, document=document)
    assert made["total"] == len(found)
    if found:
        parcel = read_annotations(made, "a.jsonld", NOW)
        assert [one.annotation for one in parcel.incoming] == found
        assert {one.original for one in parcel.incoming} == {
            OutgoingAnnotation(found[0], document, Address("")).original
        }
        assert all(one.original and one.has_date for one in parcel.incoming)
        assert parcel.rejected == ()


@given(st.sampled_from(AnnotationKind), st.booleans(), st.booleans())
def test_every_kind_has_a_motivation_of_the_model_and_keeps_its_own(
    kind: AnnotationKind, silent: bool, answers: bool
) -> None:
    one = note(
        kind=kind,
        text="" if silent else "why",
        quote=Quote("words", "", "", 0, 5),
        reply_to=OTHER if answers else None,
    )
    (item,) = written(one)["first"]["items"]
    assert item["motivation"] in webannotation_model.MOTIVATIONS
    assert item["desk:kind"] == f"desk:{kind}"
    assert (item["motivation"] == "replying") is answers
    assert (item["motivation"] == "highlighting") is (silent and not answers and kind is AnnotationKind.NOTE)


def test_a_note_on_words_looks_as_agreed() -> None:
    quote = Quote("words", "the ", " here", 4, 9)
    (item,) = written(note(quote=quote, tags=("a b",), due=NOW, holder="DE"))["first"]["items"]
    name = f"urn:x-delegate-desk:document:ST%2012862%2F19:el:{'ab' * 32}"
    assert item == {
        "id": "urn:uuid:11111111-2222-4333-8444-555555555555",
        "type": "Annotation",
        "motivation": "commenting",
        "created": "2026-11-25T09:00:00Z",
        "modified": "2026-11-25T09:00:00Z",
        "body": [
            {"type": "TextualBody", "value": "why", "format": "text/plain", "purpose": "commenting"},
            {"type": "TextualBody", "value": "a b", "format": "text/plain", "purpose": "tagging"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": name,
                "type": "Text",
                "language": "el",
                "desk:reference": "ST 12862/19",
                "desk:sha256": "ab" * 32,
            },
            "selector": {
                "type": "FragmentSelector",
                "conformsTo": "urn:x-delegate-desk:ns#address",
                "value": "para_7__point_6",
                "refinedBy": [
                    {"type": "TextQuoteSelector", "exact": "words", "prefix": "the ", "suffix": " here"},
                    {"type": "TextPositionSelector", "start": 4, "end": 9},
                ],
            },
        },
        "desk:kind": "desk:note",
        "desk:status": "desk:open",
        "desk:visibility": "desk:circulation",
        "desk:due": "2026-11-25T09:00:00Z",
        "desk:holder": "DE",
    }


def test_a_reply_is_about_what_it_answers() -> None:
    made = written(note(id=OTHER), note(reply_to=OTHER))
    reply = made["first"]["items"][1]
    assert (reply["motivation"], reply["target"]) == ("replying", f"urn:uuid:{OTHER}")
    assert reply["desk:place"]["selector"]["value"] == "para_7__point_6"
    assert reply["body"][0]["purpose"] == "replying"


def test_a_reply_that_circulates_does_not_speak_of_what_stays_internal() -> None:
    made = written(note(reply_to=OTHER), internal=False)
    assert OTHER not in json.dumps(made)
    (item,) = made["first"]["items"]
    assert (item["motivation"], item["body"][0]["purpose"]) == ("commenting", "commenting")
    assert item["target"]["type"] == "SpecificResource"
    (one,) = read_annotations(made, "a.jsonld", NOW).incoming
    assert one.annotation == note()


def test_what_was_carried_knows_its_origin_elsewhere() -> None:
    carried = note(origin=OTHER, carried=CarryVerdict.REWORDED)
    (one,) = read_annotations(written(carried), "a.jsonld", NOW).incoming
    assert one.annotation == carried
    made = written(carried, internal=False)
    assert OTHER not in json.dumps(made)
    both = written(carried, note(id=OTHER), internal=False)
    assert both["first"]["items"][0]["desk:origin"] == f"urn:uuid:{OTHER}"


def test_all_that_is_ours_is_named_in_the_context() -> None:
    carried = note(origin=OTHER, carried=CarryVerdict.REWORDED)
    full = replace(
        carried, quote=Quote("w", "", "", 0, 1), due=NOW, holder="DE", reply_to=OTHER, status=AnnotationStatus.DONE
    )
    made = written(full)
    ours = CONTEXT[1]
    assert ours["desk"] == NAMESPACE
    named = {text for text in webannotation_model.strings(made["first"]) if re.fullmatch(r"desk:\w+", text)}
    keys = {text for text in named if text in ours}
    assert named - keys == {"desk:note", "desk:done", "desk:circulation", "desk:reworded"}
    assert keys == {name for name in ours if ":" in name} - {"desk:marking"}


def test_the_marking_of_the_documents_is_carried() -> None:
    document = held()
    marked = replace(document, header=replace(document.header, marking="LIMITE"))
    assert written(note(), document=marked)["desk:marking"] == "LIMITE"
    assert "desk:marking" not in written(note())


def test_an_empty_collection_has_no_page() -> None:
    made = written()
    assert (made["total"], "first" in made) == (0, False)


def test_moments_are_written_in_utc() -> None:
    athens = timezone(timedelta(hours=2))
    (item,) = written(note(due=datetime(2026, 11, 25, 9, 30, 0, 1, tzinfo=athens)))["first"]["items"]
    assert item["desk:due"] == "2026-11-25T07:30:00.000001Z"


@given(REFERENCES, st.sampled_from(["el", "en", ""]), st.sampled_from(["", "0f" * 32]))
def test_a_document_is_known_by_its_name_everywhere(reference: str, language: str, sha256: str) -> None:
    parsed = parse_reference(reference)
    original = DocumentIdentity(str(parsed) if parsed else "", language, sha256)
    webannotation_model.check_iri(document_urn(original))
    assert parse_document_urn(document_urn(original)) == original
    assert parse_document_urn(f"{document_urn(original)}#para_1") == original


def test_other_names_are_no_documents_of_ours() -> None:
    for name in (
        "",
        "urn:x-delegate-desk:document:",
        "https://example.org/a:el:ab",
        "urn:x-delegate-desk:document:a:b:c:d",
    ):
        assert parse_document_urn(name) is None


def test_other_names_of_annotations_have_always_the_same_key() -> None:
    assert annotation_uuid("urn:uuid:AAAAAAAA-2222-4333-8444-555555555555") == "aaaaaaaa-2222-4333-8444-555555555555"
    assert (
        annotation_uuid("https://hypothes.is/a/x")
        == annotation_uuid("https://hypothes.is/a/x")
        != annotation_uuid("https://hypothes.is/a/y")
    )
