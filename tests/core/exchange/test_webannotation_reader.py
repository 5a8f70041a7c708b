"""Files of other programs, valid or broken, are read as notes or refused."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import (
    AnnotationKind,
    AnnotationStatus,
    Quote,
    Visibility,
    folded_letters,
    quote_at,
)
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.exchange.annotation_exchange import IncomingAnnotation, ParsedAnnotationFile, RejectionReason
from delegate_desk.core.exchange.webannotation_reader import LONGEST, html_to_text, read_annotations
from delegate_desk.services.exchange.annotation_exchange import QuoteFinder
from support.hostile_webannotations import HOSTILE, NAMES, PAGE

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
QUOTE: dict[str, Any] = {"type": "TextQuoteSelector", "exact": "quiet  hours", "prefix": "set ", "suffix": " for"}


def parcel(data: object) -> ParsedAnnotationFile:
    return read_annotations(data, "a.jsonld", NOW)


def only(data: object) -> IncomingAnnotation:
    (one,) = parcel(data).incoming
    return one


def noted(**values: Any) -> dict[str, Any]:
    return {"id": "https://example.org/a/1", "type": "Annotation", "body": "Why?", "target": PAGE, **values}


def test_the_shortest_annotation_is_a_note_of_ours() -> None:
    one = only(noted())
    assert (one.annotation.kind, one.annotation.text, one.annotation.quote) == (AnnotationKind.NOTE, "Why?", None)
    assert (one.annotation.status, one.annotation.visibility) == (AnnotationStatus.OPEN, Visibility.INTERNAL)
    assert (one.original, one.names, one.has_date) == (None, (PAGE,), False)
    assert one.annotation.created == one.annotation.modified == NOW


@pytest.mark.parametrize(
    "whole",
    [
        noted(),
        [noted()],
        {"@graph": [noted()]},
        {"type": "AnnotationPage", "items": [noted()]},
        {"type": "AnnotationCollection", "total": 1, "first": {"type": "AnnotationPage", "items": [noted()]}},
        {"type": "AnnotationCollection", "items": [noted()]},
        {"type": ["AnnotationCollection"], "first": {"items": [], "next": {"items": [noted()]}}},
        {"rows": [noted()], "total": 1},
        {"@type": "as:OrderedCollection", "as:first": {"as:orderedItems": [noted()]}},
        [noted(), noted(modified="not a date")],
    ],
)
def test_annotations_are_found_however_they_are_gathered(whole: object) -> None:
    assert only(whole).annotation.text == "Why?"


@pytest.mark.parametrize(
    ("body", "said", "tags"),
    [
        ("plain", "plain", ()),
        ({"type": "TextualBody", "value": "plain", "format": "text/plain"}, "plain", ()),
        ({"value": "no class"}, "no class", ()),
        ([{"type": "TextualBody", "value": "one"}, {"type": "TextualBody", "value": "two"}], "one\n\ntwo", ()),
        ([{"value": "one"}, {"value": " a  tag ", "purpose": "tagging"}], "one", ("a tag",)),
        ([{"value": "t", "purpose": "oa:tagging"}, {"value": "t", "purpose": ["tagging"]}], "", ("t",)),
        (
            {"type": "TextualBody", "value": "<p>A <b>b</b> &amp; c</p><p>d</p>", "format": "text/html"},
            "A b & c\nd",
            (),
        ),
        ({"type": ["TextHTML"], "value": "x<br>y<script>z()</script>"}, "x\ny", ()),
        ({"type": "TextualBody", "value": "a < b > c"}, "a < b > c", ()),
        ({"type": "Choice", "items": [{"value": "first"}, {"value": "second"}]}, "first", ()),
        ({"type": "cnt:ContentAsText", "cnt:chars": "older"}, "older", ()),
        ({"@type": "oa:TextualBody", "rdf:value": [{"@value": "expanded"}]}, "expanded", ()),
        ({"id": "https://example.org/video"}, "https://example.org/video", ()),
        ({"source": "https://example.org/s", "purpose": "linking"}, "https://example.org/s", ()),
        ({"type": "TextualBody", "value": {"@value": "a", "@language": "en"}}, "a", ()),
        ({"type": "TextualBody", "value": "half \ud83d of a\0character"}, "half \ufffd of acharacter", ()),
    ],
)
def test_bodies_are_understood(body: object, said: str, tags: tuple[str, ...]) -> None:
    one = only(noted(body=body))
    assert (one.annotation.text, one.annotation.tags) == (said, tags)


def test_of_several_kinds_the_first_counts() -> None:
    kinds = [f"desk:{kind}" for kind in AnnotationKind if kind is not AnnotationKind.RED_LINE]
    source = {"id": f"urn:x-delegate-desk:document::en:{'a' * 64}", "desk:sha256": "a" * 64, "language": "en"}
    own = noted(target={"source": source}, **{"desk:kind": ["desk:red_line", *kinds]})
    assert only(own).annotation.kind is AnnotationKind.RED_LINE


def test_a_body_may_stand_beside_its_name() -> None:
    assert only({**noted(), "body": None, "bodyValue": "short"}).annotation.text == "short"
    graph = {"@graph": [noted(body="_:b1"), {"@id": "_:b1", "@type": "TextualBody", "rdf:value": "apart"}]}
    assert only(graph).annotation.text == "apart"


@pytest.mark.parametrize(
    "selector",
    [
        QUOTE,
        [{"type": "TextPositionSelector", "start": 5, "end": 9}, QUOTE],
        {"type": "FragmentSelector", "value": "page=3", "refinedBy": QUOTE},
        {"type": "RangeSelector", "startSelector": QUOTE, "endSelector": {"type": "XPathSelector", "value": "/p[2]"}},
        {"type": "Choice", "items": [QUOTE]},
        {"@type": "oa:TextQuoteSelector", "oa:exact": "quiet hours", "oa:prefix": "set ", "oa:suffix": " for"},
    ],
)
def test_words_are_found_in_selectors(selector: object) -> None:
    one = only(noted(target={"type": "SpecificResource", "source": PAGE, "selector": selector}))
    assert one.annotation.quote == Quote("quiet hours", "set ", " for", 0, 0)
    assert (one.names, one.annotation.place.address) == ((PAGE,), "")


@pytest.mark.parametrize(
    "selector", [None, [], "x", 3, {"type": "RangeSelector", "startContainer": "/p"}, {"exact": ""}]
)
def test_a_target_without_words_is_about_the_document(selector: object) -> None:
    one = only(noted(target={"source": {"id": PAGE, "dc:title": ["A title"]}, "selector": selector}))
    assert (one.annotation.quote, one.names) == (None, (PAGE, "A title"))


def test_further_words_are_told_in_the_note() -> None:
    targets = [{"source": PAGE, "selector": {"exact": words}} for words in ("first", "second")]
    one = only(noted(target=targets))
    assert one.annotation.quote == Quote("first", "", "", 0, 0)
    assert one.annotation.text == "Why?\n\n“second”"


def test_what_hypothesis_answers_with_is_read() -> None:
    rows = [
        {
            "id": "aaa",
            "created": "2020-01-02T03:04:05.678901+00:00",
            "updated": "2020-02-02T03:04:05.678901+00:00",
            "uri": PAGE,
            "text": "*why* not?",
            "tags": ["one", "two"],
            "document": {"title": ["ST 12862/19 EN"]},
            "target": [{"source": PAGE, "selector": [{"type": "RangeSelector", "startOffset": 1}, QUOTE]}],
        },
        {"id": "bbb", "updated": "2020-02-02", "uri": PAGE, "text": "because", "tags": [], "references": ["aaa"]},
    ]
    asks, answers = (one.annotation for one in parcel({"total": 2, "rows": rows}).incoming)
    assert (asks.text, asks.tags, asks.quote) == (
        "*why* not?",
        ("one", "two"),
        Quote("quiet hours", "set ", " for", 0, 0),
    )
    assert parcel({"rows": rows}).incoming[0].names == (PAGE, "ST 12862/19 EN")
    assert (answers.reply_to, answers.text) == (asks.id, "because")


def test_a_reply_names_what_it_answers() -> None:
    asks, answers = parcel(
        [noted(), noted(id="https://example.org/a/2", motivation="replying", target="https://example.org/a/1")]
    ).incoming
    assert answers.annotation.reply_to == asks.annotation.id


def test_one_name_is_one_annotation_and_the_later_state_counts() -> None:
    early, late = (noted(body=word, modified=f"2026-01-0{n}T00:00:00Z") for n, word in ((1, "early"), (2, "late")))
    assert only([late, early]).annotation.text == only([early, late]).annotation.text == "late"
    nameless = {key: value for key, value in noted().items() if key != "id"}
    assert only(nameless).annotation.id == only([nameless, nameless]).annotation.id
    assert only(nameless).annotation.id != only({**nameless, "body": "Other"}).annotation.id


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        ([noted(body=None)], (RejectionReason.SAYS_NOTHING, PAGE, 1)),
        ([noted(body="x" * (LONGEST + 1))], (RejectionReason.TOO_LONG, PAGE, 1)),
        (
            {"type": "AnnotationPage", "items": ["https://example.org/a/1", 3, None]},
            (RejectionReason.NO_ANNOTATION, "", 3),
        ),
    ],
)
def test_what_is_no_note_is_counted_with_its_reason(data: object, refused: tuple[RejectionReason, str, int]) -> None:
    got = parcel(data)
    assert got.incoming == ()
    assert [(one.reason, one.name, one.count) for one in got.rejected] == [refused]


@pytest.mark.parametrize(
    "moment",
    ["", "yesterday", "2026-13-40T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", 20261125, {}, []],
)
def test_a_moment_that_is_none_is_no_date(moment: object) -> None:
    one = only(noted(created=moment, modified=moment))
    assert (one.has_date, one.annotation.modified) == (False, NOW)


@given(HOSTILE)
def test_no_json_whatever_breaks_the_reading(data: object) -> None:
    for one in parcel(data).incoming:
        said = one.annotation
        assert len(said.id) == 36
        assert said.created.utcoffset() == said.modified.utcoffset() == NOW.utcoffset()
        f"{said.text}{said.tags}{said.holder}{one.names}{said.quote}".encode()  # nothing that cannot be stored
        if said.quote:
            assert 0 <= said.quote.start <= 10**9


@given(st.dictionaries(st.sampled_from(NAMES), HOSTILE, min_size=3, max_size=10))
def test_no_annotation_whatever_breaks_the_reading(data: dict[str, Any]) -> None:
    got = parcel({"type": "Annotation", **data})
    assert len(got.incoming) + sum(one.count for one in got.rejected) <= 1 or data.get("type") != "Annotation"


@given(st.text(st.sampled_from("<>/!-ab &;#x\n[]\"'script"), max_size=60))
def test_no_markup_whatever_breaks_the_reading(markup: str) -> None:
    said = html_to_text(markup)
    assert "\n\n" not in said
    assert said == said.strip()


@pytest.mark.parametrize("piece", ["<!--", "<![", "<a ", "<script>", "</", "&", "<a href='", "&#x", " \n", "<style>x"])
def test_broken_markup_does_not_take_for_ever(piece: str) -> None:
    html_to_text(piece * 200_000)  # anything quadratic runs into the time limit of the tests


def test_markup_is_left_out() -> None:
    page = "<h1>Title</h1><!-- no --><ul><li>a<li>b &lt;c&gt;</ul>1 < 2<STYLE>p {}</STYLE> end"
    assert html_to_text(page) == "Title\na\nb <c>\n1 < 2 end"


def finder(*texts: str) -> QuoteFinder:
    units = [Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text) for n, text in enumerate(texts, start=1)]
    return QuoteFinder(units)


def quote(exact: str, prefix: str = "", suffix: str = "") -> Quote:
    return Quote(exact, prefix, suffix, 0, 0)


@given(st.lists(st.text(st.sampled_from("ab Άά,.é\u0301ß"), max_size=12), min_size=1, max_size=4), st.data())
def test_words_are_found_where_they_stand_or_not_at_all(texts: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[row])))
    end = data.draw(st.integers(start, len(texts[row])))
    found = finder(*texts).find(quote_at(texts[row], start, end))
    if found:
        address, there = found
        assert there is not None
        text = texts[int(address.removeprefix("para_")) - 1]
        assert text[there.start : there.end] == there.exact
        assert folded_letters(there.exact)
        assert folded_letters(texts[row][start:end]).startswith(folded_letters(there.exact))
    elif folded_letters(texts[row][start:end]):  # there is another place like it
        assert "".join(map(folded_letters, texts)).count(folded_letters(texts[row][start:end])[:1]) > 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("quiet hours,", "quiet hours,"),
        ("quiet-\n hours", "quiet hours"),
        ("QUIET HOURS", "quiet hours"),
        (" hours, for", " hours, for"),
        ("(quiet hours)", "quiet hours"),
    ],
)
def test_words_are_marked_as_printed_where_they_are_so(words: str, found: str) -> None:
    text = "Ports set quiet hours, for ships."
    start = text.index(found)
    assert finder(text).find(quote(words)) == ("para_1", quote_at(text, start, start + len(found)))


def test_of_two_places_the_surroundings_tell() -> None:
    two = finder("ships at berth", "ships at sea")
    assert two.find(quote("ships")) is None
    for one in (quote("ships", suffix=" at sea"), quote("ships", "berth 2. ")):
        assert two.find(one) == ("para_2", quote_at("ships at sea", 0, 5))


def test_places_that_differ_in_signs_alone_are_told_apart() -> None:
    two = finder("see p. 5, (a)", "see p. 5 (a)")
    assert two.find(quote("p. 5 (a)", "see ")) == ("para_2", quote_at("see p. 5 (a)", 4, 12))
    assert two.find(quote("p 5 (a)", "see ")) is None


def test_numbers_of_units_are_passed_over() -> None:
    assert finder("one", "two").find(quote("one 2. two")) == ("para_1", quote_at("one", 0, 3))
    assert finder("one", "two").find(quote("2.")) is None


def test_an_address_is_trusted_before_words_in_the_same_document_alone() -> None:
    both = finder("ships at berth", "shore power")
    one, words, there = Address("para_1"), quote("shore power"), ("para_2", quote_at("shore power", 0, 11))
    assert both.place(one, words, trusted=False) == there
    assert both.place(one, words, trusted=True) == ("para_1", words)
    assert both.place(one, None, trusted=False) == ("para_1", None)
    assert both.place(Address("para_9"), None, trusted=True) is None
    assert both.place(Address("para_9"), words, trusted=True) == there
