from typing import Any

import pytest

from delegate_desk.search.engine.clauses import (
    AlternativesClause,
    AndClause,
    Clause,
    FlatClause,
    MaybeClause,
    NearClause,
    NotClause,
    OrClause,
    PatternClause,
    PrefixClause,
    RangeClause,
    SequenceClause,
    SteppedClause,
    TermClause,
)
from delegate_desk.search.engine.index_terms import FieldInterpretation
from delegate_desk.search.engine.query_compiler import Compiler
from delegate_desk.search.query.nodes import (
    AllOf,
    Either,
    FieldFilter,
    Near,
    Node,
    Not,
    PhraseQuery,
    Wildcard,
    WordQuery,
)


def word(typed: str, exact: str | None = None, **more: Any) -> WordQuery:
    return WordQuery(typed, exact or typed, typed, **{"stemmed": False, **more})


def filtered(field: str, *facts: str, prefix: bool = False) -> FieldFilter:
    return FieldFilter(
        field, FieldInterpretation(("value",), ("value",), tuple((fact,) for fact in facts), prefix=prefix)
    )


def term(text: str, field: str = "exact") -> TermClause:
    return TermClause(field, text)


compiler = Compiler({"en", "fr"}, lambda _field, _term: True)
LOOSE = AlternativesClause([term("a"), term("en a", "stem"), term("fr a", "stem")])


@pytest.mark.parametrize(
    ("node", "clause"),
    [
        (word("a"), SteppedClause(term("a"), 10_000.0)),
        (
            word("à", "a", prefix=True),
            OrClause(
                [
                    SteppedClause(term("a"), 10_000.0),
                    FlatClause(term("à", "accented"), 1_000_000.0),
                    PrefixClause("exact", "a", 0.01),
                ]
            ),
        ),
        (PhraseQuery((word("a"), word("b"))), SteppedClause(SequenceClause([term("a"), term("b")]), 20_000.0)),
        (
            PhraseQuery((word("a"), word("b", prefix=True))),
            SteppedClause(SequenceClause([term("a"), PrefixClause("exact", "b")]), 20_000.0),
        ),
        (
            PhraseQuery((word("a", stemmed=True), word("a", stemmed=True))),
            OrClause(
                [
                    SteppedClause(SequenceClause([term("a"), term("a")]), 20_000.0),
                    SteppedClause(SequenceClause([LOOSE, LOOSE]), 200.0),
                ]
            ),
        ),
        (
            Near(word("a"), Wildcard("b*c", "b*c"), 5),
            SteppedClause(NearClause(term("a"), PatternClause("exact", "b*c"), 5), 200.0),
        ),
        (
            Near(PhraseQuery((word("a"), word("b"))), word("c"), 2),
            SteppedClause(NearClause(SequenceClause([term("a"), term("b")]), term("c"), 2), 20_000.0),
        ),
        (filtered("code", "code jai"), FlatClause(term("code jai", "fact"), 0.0)),
        (filtered("code", "code ja", prefix=True), FlatClause(PrefixClause("fact", "code ja"), 0.0)),
        (
            FieldFilter("after", FieldInterpretation((), (), first=20190601)),
            FlatClause(RangeClause("edition", 20190601000, 99999999999), 0.0),
        ),
        (
            FieldFilter("from", FieldInterpretation((), (), (("from a", "from b"), ("from c",)))),
            FlatClause(
                OrClause([AndClause([term("from a", "fact"), term("from b", "fact")]), term("from c", "fact")]), 0.0
            ),
        ),
    ],
)
def test_a_part_of_a_query_is_a_clause(node: Node, clause: Clause) -> None:
    assert repr(compiler.compile(node)) == repr(clause)


def test_a_word_scores_by_form_then_stem_then_beginning_then_spelling() -> None:
    exact, stem, begun = parts(compiler.compile(word("notes", stemmed=True, prefix=True)))
    assert {term.text for term in parts(stem.part)} == {"en note", "fr not"}
    almost = parts(compiler.compile(word("notes", edits=2)))[1]
    assert (almost.text, almost.edits) == ("notes", 2)
    assert 0 < 5 * almost.score < begun.score < stem.step < exact.step


def parts(clause: Any) -> Any:
    return clause.parts


def test_what_a_facet_offers_stands_apart_where_it_narrows_the_whole() -> None:
    narrowing: list[Node] = [
        filtered("lang", "lang el", "lang fr"),
        filtered("type", "type note"),
        filtered("in", "in annotation"),
        filtered("file", "file 2022/0155"),
    ]
    others: list[Node] = [
        filtered("kind", "kind question"),
        Not(filtered("lang", "lang en")),
        Either((filtered("code", "code jai"), word("a"))),
        filtered("ref", "number 7"),
    ]
    plan = compiler.plan(AllOf((*narrowing, *others)))
    assert set(plan.filters) == {"language", "document_type", "kind", "dossier"}
    assert isinstance(plan.main, MaybeClause)
    assert len(parts(plan.main.part)) == len(others)
    assert set(compiler.plan(filtered("lang", "lang el")).filters) == {"language"}


def test_a_word_in_the_title_adds_less_than_a_step() -> None:
    plan = compiler.plan(AllOf((word("notes", stemmed=True), Not(word("act")))))
    assert isinstance(plan.main, MaybeClause)
    title, heading = parts(plan.main.more)
    assert repr(heading.part) == repr(term("heading", "fact"))
    assert {clause.text for clause in parts(title.part)} == {"= notes", "en note", "fr not"}
    assert 0 < title.score + heading.score < 100.0


def test_titles_are_asked_for_words_and_narrowed_by_fields() -> None:
    asked = compiler.title(
        AllOf(
            (word("a", prefix=True), PhraseQuery((word("b"), word("c"))), filtered("lang", "lang el"), Not(word("d")))
        )
    )
    assert repr(asked) == repr(
        AndClause(
            [
                PrefixClause("title", "= a"),
                AndClause([term("= b", "title"), term("= c", "title")]),
                FlatClause(term("lang el", "fact"), 0.0),
                NotClause(term("= d", "title")),
            ]
        )
    )
    assert compiler.title(filtered("lang", "lang el")) is None
    assert compiler.title(Not(word("a"))) is None


def test_what_stands_nowhere_is_left_out_where_more_is_asked() -> None:
    held = {("exact", "notes"), ("stem", "en note"), ("title", "en note")}
    some = Compiler({"en", "fr"}, lambda field, term: (field, term) in held)
    note = term("en note", "stem")
    assert repr(some.compile(word("note", stemmed=True))) == repr(SteppedClause(note, 100.0))
    assert repr(some.compile(word("act", stemmed=True))) == repr(OrClause([]))
    plan = some.plan(word("notes", stemmed=True))
    assert isinstance(plan.main, MaybeClause)
    assert repr(parts(plan.main.more)[0].part) == repr(term("en note", "title"))
    loose = some.compile(PhraseQuery((word("note", stemmed=True), word("notes", stemmed=True))))
    assert repr(loose) == repr(SteppedClause(SequenceClause([note, AlternativesClause([term("notes"), note])]), 200.0))
