from delegate_desk.cli import documents
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.search import (
    GoToSuggestion,
    Hit,
    HitKind,
    ParsedQuery,
    QueryChange,
    Revision,
    SearchResults,
    Suggestion,
)


def search_lines(results: SearchResults) -> list[str]:
    return list(documents.search_lines(results))


NOISE = ParsedQuery("“noise”")


def test_a_hit_tells_where_else_it_stands() -> None:
    hit = Hit(
        HitKind.PARAGRAPH,
        DocumentId(2),
        "ST 7001/1/26 REV 1",
        "ST 7001/1/26 REV 1",
        "Quiet hours",
        "en",
        "LIMITE",
        Address("para_1"),
        "1.",
        "Noise disturbs.",
        ((0, 5),),
        (),
        ("el", "fr"),
        revisions=(Revision(DocumentId(1), "ST 7001/26", Address("para_2")),),
    )
    assert search_lines(SearchResults("noise", NOISE, 1, 1.0, (hit,))) == [
        "1 found · “noise”",
        "ST 7001/1/26 REV 1 en LIMITE para_1  Noise disturbs.",
        "    also in ST 7001/26 para_2",
        "    also in el, fr",
    ]


def test_what_is_offered_stands_before_the_hits() -> None:
    offer = GoToSuggestion(
        Place(DocumentId(1), Address("art_6")), "Regulation (EU) 2016/679", "en", "Article 6", "on data"
    )
    lines = search_lines(SearchResults("art 6 GDPR", NOISE, 0, 1.0, go_to_suggestions=(offer,)))
    assert lines == ["0 found · “noise”", "→ Regulation (EU) 2016/679 en  Article 6  on data"]


def test_nothing_found_is_followed_by_what_would_be() -> None:
    one = Suggestion(QueryChange.SPELLING, "noise", "noise lang:en", 3)
    other = Suggestion(QueryChange.STEMMING, "noize", "noize", 2)
    lines = search_lines(SearchResults("noize", NOISE, 0, 1.0, suggestions=(one, other)))
    assert lines[1:] == [
        "Other searches with results:",
        "  noise lang:en  (with the spelling noise: 3)",
        "  noize  (with other endings: 2)",
    ]


def test_what_may_be_missing_is_said_first() -> None:
    lines = search_lines(
        SearchResults(
            "noise",
            ParsedQuery("“noise”", hints=("No field is called langg.",)),
            2,
            1.0,
            is_truncated=True,
            pending_count=4,
        )
    )
    assert lines == [
        "4 documents, notes and positions are not indexed yet.",
        "The search was stopped after its time limit: there may be more results.",
        "at least 2 found · “noise”",
        "No field is called langg.",
    ]
    assert search_lines(SearchResults("noise", NOISE, 0, 1.0, is_partial=True))[0].startswith(
        "The search index is being rebuilt"
    )
    assert search_lines(SearchResults("noise", NOISE, 0, 1.0, was_rebuilt=True))[0].endswith("has been rebuilt.")
