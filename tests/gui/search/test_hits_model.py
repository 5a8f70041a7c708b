from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.search import (
    GoToSuggestion,
    Hit,
    HitKind,
    MatchReason,
    ParsedQuery,
    QueryChange,
    Revision,
    SearchResults,
    Suggestion,
)
from delegate_desk.gui.search.hit_list import HitGroup, HitsModel, LanguageLink, MoreResultsRow


def hit(number: int, document: int = 1, *, kind: HitKind = HitKind.PARAGRAPH, snippet: str = "noise") -> Hit:
    name, place = f"ST {document}/26", Address(f"para_{number}")
    found, why = ((0, 5),), (MatchReason.EXACT,)
    return Hit(
        kind, DocumentId(document), name, name, "Quiet hours", "en", None, place, f"{number}.", snippet, found, why
    )


def answer(*hits: Hit, total: int | None = None, query: str = "noise") -> SearchResults:
    return SearchResults(query, ParsedQuery(query), len(hits) if total is None else total, 1.0, hits)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> HitsModel:
    made = HitsModel()
    qtmodeltester.check(made)
    return made


def rows(model: HitsModel) -> list[object]:
    return [model.row(model.index(n)) for n in range(model.rowCount())]


def test_hits_of_one_document_stand_together_and_notes_and_positions_behind(model: HitsModel) -> None:
    note, line = hit(5, kind=HitKind.ANNOTATION), hit(6, kind=HitKind.POSITION)
    model.show(answer(note, hit(1), hit(2, 2), line, hit(3)))
    assert [row.title if isinstance(row, HitGroup) else row for row in rows(model)] == [
        "Quiet hours",
        hit(1),
        hit(3),
        "Quiet hours",
        hit(2, 2),
        "Your notes",
        note,
        "Your positions",
        line,
    ]
    assert [model.number(model.index(n)) for n in range(5)] == [0, 1, 2, 0, 3]


def test_revisions_and_languages_of_a_text_stand_under_one_head_and_are_told_apart(model: HitsModel) -> None:
    later = replace(hit(2), document=DocumentId(7), name="ST 1/1/26 REV 1", reference="ST 1/1/26 REV 1")
    greek = replace(hit(4), document=DocumentId(8), language="el")
    model.show(answer(later, hit(1, 2), hit(1), greek))
    head, *_ = rows(model)
    assert isinstance(head, HitGroup)
    assert (head.title, head.members, head.count) == ("Quiet hours", "ST 1/26 · EN, EL", 3)
    assert [model.notes_for_hit(found) for found in (later, hit(1), greek)] == [
        ("REV\u00a01 EN",),
        ("INIT EN",),
        ("INIT EL",),
    ]
    assert model.notes_for_hit(hit(1, 2)) == ()


def test_any_answer_can_follow_any_other_and_rows_at_the_beginning_and_the_end_stay_in_place(model: HitsModel) -> None:
    answers = [
        answer(hit(1), hit(2), hit(3)),
        answer(hit(1), hit(3)),
        answer(hit(2), hit(1), hit(4, 2), total=90),
        answer(),
        answer(hit(1, 2), hit(2, 2), hit(3)),
        answer(hit(1, 2), hit(2, 2, snippet="noises"), hit(3)),
    ]
    for one in (*answers, *reversed(answers)):
        model.show(one)
        first = {hit.document: n for n, hit in reversed(list(enumerate(one.hits)))}
        assert [shown for _, shown in model.hits()] == sorted(one.hits, key=lambda hit: first[hit.document])
    model.show(answer(hit(1), hit(2), hit(3)))
    touched: list[tuple[str, int, int]] = []
    model.rowsRemoved.connect(lambda _, first, last: touched.append(("gone", first, last)))
    model.rowsInserted.connect(lambda _, first, last: touched.append(("new", first, last)))
    model.show(answer(hit(1), hit(9), hit(3)))
    assert touched == [("gone", 2, 2), ("new", 2, 2)]


def test_what_is_left_is_counted_and_a_group_says_that_it_may_have_more(model: HitsModel) -> None:
    model.show(answer(hit(1), total=1205))
    head, _, more = rows(model)
    assert isinstance(head, HitGroup)
    assert not head.is_complete
    assert more == MoreResultsRow(1204)
    assert model.data(model.index(2)) == "Show 1\u202f204 more results"


def test_where_else_the_same_words_stand_is_a_link(model: HitsModel) -> None:
    revision = Revision(DocumentId(7), "ST 1/1/26 REV 1", Address("para_2"))
    elsewhere = replace(
        hit(1), other_languages=("el", "fr"), revisions=(revision,), match_reasons=(MatchReason.STEM, MatchReason.FUZZY)
    )
    assert model.notes_for_hit(elsewhere) == (
        "word form · similar spelling",
        " · also in ",
        LanguageLink("EL", "el"),
        ", ",
        LanguageLink("FR", "fr"),
        ", ",
        LanguageLink("REV\u00a01", revision=revision),
    )
    model.show(answer(elsewhere))
    assert "also in EL, FR, REV\u00a01" in model.data(model.index(1))


def test_enter_is_meant_for_a_place_whose_number_was_typed_else_for_the_first_hit(model: HitsModel) -> None:
    offer = GoToSuggestion(Place(DocumentId(1), Address("")), "ST 12862/19", "el", "", "Conclusions")
    named = replace(answer(hit(1)), go_to_suggestions=(offer,))
    model.show(named)
    assert rows(model)[0] == offer
    assert model.best_row("12862/19") == 0
    assert model.best_row("ST 12862/19 lang:en") == 0
    assert model.best_row("quiet ports ref:12862/19") == 2
    assert model.best_row("conclusions") == 2
    assert model.first() == 0


def test_what_would_be_found_is_said_with_its_count(model: HitsModel) -> None:
    model.show(
        replace(
            answer(),
            suggestions=(
                Suggestion(QueryChange.FILTER, "in Greek", "noise", 3),
                Suggestion(QueryChange.SPELLING, "noise", "noise", 1),
                Suggestion(QueryChange.LANGUAGE, "in French", "bruit", 2),
                Suggestion(QueryChange.STEMMING, "", "noise", 2),
                Suggestion(QueryChange.WORDS, "“x”", "noise", 2000),
            ),
        )
    )
    assert isinstance(rows(model)[0], str)
    assert [model.data(model.index(n)) for n in range(1, 6)] == [
        "Without in Greek, 3 results",
        "Did you mean “noise”? 1 result",
        "Try in French, 2 results",
        "All word forms, 2 results",
        "Without “x”, 2\u202f000 results",
    ]
