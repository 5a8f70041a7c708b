from dataclasses import replace

import pytest

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph
from delegate_desk.core.search import GoToSuggestion, TypedQuery
from delegate_desk.desk import Desk
from support.document_values import hold, paper


def act(reference: str, subject: str = "on quiet ports") -> Document:
    """An act with an article that has a paragraph with points."""
    named = references.parse_reference(reference)
    assert named is not None
    units = (
        ("art_6", Kind.ARTICLE, "Article 6"),
        ("art_6__para_1", Kind.PARAGRAPH, "1."),
        ("art_6__para_1__point_6", Kind.POINT, "(f)"),
    )
    return Document(
        Header("en", named, subject=subject),
        tuple(Paragraph(Address(address), kind, label, "Ports are quiet.") for address, kind, label in units),
    )


def offered(desk: Desk, query: str, language: str = "en") -> list[tuple[str, str, str]]:
    """The document, language and place of each suggestion."""
    return [
        (offer.name, offer.language, offer.place.address)
        for offer in desk.search.find(TypedQuery(query, language=language)).go_to_suggestions
    ]


@pytest.fixture
def three(desk: Desk) -> tuple[DocumentId, DocumentId, DocumentId]:
    """A note in two languages and its revision."""
    english, greek = paper(), paper(language="el")
    revised = paper()
    reference = references.parse_reference("ST 7001/1/26 REV 1")
    revised = replace(revised, header=replace(revised.header, reference=reference))
    return hold(desk, english), hold(desk, greek), hold(desk, revised)


@pytest.mark.usefixtures("three")
def test_a_reference_is_offered_in_each_language_the_window_s_first_and_a_revision_alone(desk: Desk) -> None:
    assert offered(desk, "7001/26") == [("ST 7001/26", "en", ""), ("ST 7001/26", "el", "")]
    assert offered(desk, "ST 7001/26", "el") == [("ST 7001/26", "el", ""), ("ST 7001/26", "en", "")]
    assert offered(desk, "st07001.el26", "en") == [("ST 7001/26", "el", ""), ("ST 7001/26", "en", "")]
    for query in ("ST 7001/26 REV 1", "7001/1/26", "ST-7001-2026-REV-1"):
        assert offered(desk, query) == [("ST 7001/1/26 REV 1", "en", "")]
    assert offered(desk, "7001/2/26") == []
    assert offered(desk, "lang:el 7001/26")[0] == ("ST 7001/26", "el", "")
    assert offered(desk, "ref:7001/26")[0] == ("ST 7001/26", "en", "")


@pytest.mark.usefixtures("three")
def test_a_place_behind_a_reference_is_offered_and_other_words_do_not_hide_the_document(desk: Desk) -> None:
    assert offered(desk, "7001/26 2α", "el")[0] == ("ST 7001/26", "el", "para_2__point_1")
    assert offered(desk, "7001/26 paragraph 2(a)")[0] == ("ST 7001/26", "en", "para_2__point_1")
    (first, *_) = desk.search.find("7001/26 2(a)").go_to_suggestions
    assert isinstance(first, GoToSuggestion)
    assert (first.citation, first.subject) == ("paragraph 2, point (a)", "Quiet hours in ports")
    assert offered(desk, "7001/26 noise")[0] == ("ST 7001/26", "en", "")
    assert offered(desk, "7001/26 99")[0] == ("ST 7001/26", "en", "")
    assert offered(desk, "noise in 7001/26") == []
    assert offered(desk, "paragraph 2 noise 7001/26") == []


def test_titles_with_all_the_words_are_offered_and_versions_that_lack_the_place_last(desk: Desk) -> None:
    hold(desk, act("ST 7003/26"))
    greek = act("ST 7003/26")
    hold(desk, replace(greek, header=replace(greek.header, language="el"), paragraphs=greek.paragraphs[:2]))
    found = offered(desk, "7003/26 6(1)(f)", "el")
    assert found == [("ST 7003/26", "en", "art_6__para_1__point_6"), ("ST 7003/26", "el", "")]
    key = hold(desk, act("Regulation (EU) 2026/1", "Directive on lighthouses and harbours"))
    hold(desk, paper())
    offers = desk.search.find("lighthouses harbour").go_to_suggestions
    assert [(offer.place.document, offer.place.address, offer.citation) for offer in offers] == [(key, "", "")]
    assert desk.search.find("lighthouses noise").go_to_suggestions == ()


def test_a_place_of_an_act_is_offered(desk: Desk) -> None:
    hold(desk, act("Regulation (EU) 2016/679"))
    hold(desk, act("Directive 2011/93/EU"))
    there = [("Regulation (EU) 2016/679", "en", "art_6__para_1__point_6")]
    for query in (
        "Article 6(1)(f) GDPR",
        "art. 6(1)(f) of the GDPR",
        "GDPR 6(1)(f)",
        "article 6(1)(f) of Regulation (EU) 2016/679",
        "άρθρο 6(1)(f) του κανονισμού (ΕΕ) 2016/679",
        "2016/679 art 6 1 f",
        "679/2016 6(1)(f)",
    ):
        assert offered(desk, query, "el" if "άρθρο" in query else "en") == there, query
    assert offered(desk, "art. 6(1) of Directive 2011/93/EU") == [("Directive 2011/93/EU", "en", "art_6__para_1")]
    assert offered(desk, "2011/93") == [("Directive 2011/93/EU", "en", "")]
    assert offered(desk, "Directive 2011/93/EU") == [("Directive 2011/93/EU", "en", "")]
    hold(desk, act("COM(2022) 209 final"))
    assert offered(desk, "COM(2022) 209 final") == offered(desk, "COM(2022) 209") != []


def test_what_is_missing_or_gone_is_not_offered(desk: Desk, three: tuple[DocumentId, DocumentId, DocumentId]) -> None:
    missing = ("Article 6 GDPR", "12862/19", "2016/679", "COM(2022) 209 final", "6(1)(f)", "12/5", "1/2 noise", "REV 1")
    for query in (*missing, "#1", "("):
        assert offered(desk, query) == [], query
    desk.documents.remove(three[0])
    assert offered(desk, "7001/26") == [("ST 7001/26", "el", "")]


@pytest.mark.parametrize(
    "query",
    [
        "7001/26 " + "9" * 5000,
        "9" * 5000 + "/26",
        "7001/26 " + "(" * 500 + "1",
        "1 " * 3000,
        "Article " * 10 + "6 GDPR",
        "2016/679 \ud800",
        "\\1 7001/26",
    ],
)
@pytest.mark.usefixtures("three")
def test_no_query_is_an_error(desk: Desk, query: str) -> None:
    assert {name for name, _, _ in offered(desk, query)} <= {"ST 7001/26"}


@pytest.fixture
def library(desk: Desk, held: DocumentId) -> Desk:
    """A desk with a short indexed document in English."""
    desk.indexing.make_ready()
    return desk


def complete(desk: Desk, typed: str) -> list[str]:
    """Complete the typed text at the bar."""
    at = typed.index("|")
    return desk.search.complete(typed[:at] + typed[at + 1 :], at)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("noi|", "noise"),
        ("quiet shi|", "quiet ships"),
        ("quiet shi| noise", "quiet ships noise"),
        ("quiet sh|ips noise", "quiet shore noise"),
        ('"quiet hou|', '"quiet hours'),
        ("(ber|", "(berth"),
        ("lang:|", "lang:en"),
        ("type:no|", "type:note"),
        ("marking:l| noise", "marking:limite noise"),
        ("code:tr|", "code:TRANS"),
        ("in:no|", "in:notes"),
        ("kind:quest|", "kind:question"),
        ("ref:7001|", 'ref:"ST 7001/26"'),
        ("lang:el|", "lang:el"),
    ],
)
def test_what_is_started_continues_as_in_the_library(library: Desk, typed: str, first: str) -> None:
    assert complete(library, typed)[:1] == ([] if first == typed.replace("|", "") else [first])


def test_one_letter_is_too_little_and_a_second_value_of_a_field_continues(library: Desk) -> None:
    assert complete(library, "n|") == complete(library, "|") == complete(library, "noise |") == []
    assert library.search.complete("in:text|no", 10) == ["in:text|notes"]
