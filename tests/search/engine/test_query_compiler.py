import pytest
from whoosh import query
from whoosh.query import spans

from delegate_desk.search.engine.clause_matching import Stepped
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


def word(typed: str, exact: str | None = None, **more: bool | int) -> WordQuery:
    known = {"stemmed": False, **more}
    return WordQuery(
        typed, exact or typed, typed, bool(known.get("prefix")), bool(known["stemmed"]), int(known.get("edits", 0))
    )


def reading(*terms: tuple[str, ...], prefix: bool = False) -> FieldInterpretation:
    return FieldInterpretation(("value",), ("value",), terms=terms, prefix=prefix)


def filtered(field: str, *facts: str, prefix: bool = False) -> FieldFilter:
    return FieldFilter(field, reading(*((fact,) for fact in facts), prefix=prefix))


compiler = Compiler({"en", "fr"})


def test_a_word_scores_by_form_then_stem_then_beginning() -> None:
    assert compiler.compile(word("note")) == Stepped(query.Term("exact", "note"), 10_000.0)
    exact, stemmed, begun = compiler.compile(word("notes", stemmed=True, prefix=True))
    assert (exact.step, exact.child) == (10_000.0, query.Term("exact", "notes"))
    assert {term.text for term in stemmed.child} == {"en note", "fr not"}
    assert 0 < begun.boost < stemmed.step < exact.step


def test_a_word_with_accents_prefers_them() -> None:
    exact, accented = compiler.compile(word("noté", "note"))
    assert accented.child == query.Term("accented", "noté")
    assert accented.score > 40 * exact.step


def test_a_word_spelt_almost_so_scores_least() -> None:
    _, almost = compiler.compile(word("note", edits=2))
    assert (almost.text, almost.maxdist, almost.prefixlength) == ("note", 2, 0)
    begun = compiler.compile(word("note", prefix=True))[1]
    assert 0 < 5 * almost.boost < begun.boost


@pytest.mark.parametrize(
    ("node", "inner"),
    [
        (PhraseQuery((word("a"), word("b"))), query.Phrase("exact", ["a", "b"])),
        (
            PhraseQuery((word("a"), word("b", prefix=True))),
            query.Sequence([query.Term("exact", "a"), query.Prefix("exact", "b")]),
        ),
        (
            Near(word("a"), Wildcard("b*c", "b*c"), 5),
            spans.SpanNear(query.Term("exact", "a"), query.Wildcard("exact", "b*c"), slop=5, ordered=False),
        ),
        (
            Near(PhraseQuery((word("a"), word("b"))), word("c"), 2),
            spans.SpanNear(query.Phrase("exact", ["a", "b"]), query.Term("exact", "c"), slop=2, ordered=False),
        ),
    ],
)
def test_words_in_order_are_queries_of_places(node: Node, inner: query.Query) -> None:
    assert compiler.compile(node).child == inner


def test_a_phrase_with_any_ending_prefers_its_very_form() -> None:
    exact, loose = compiler.compile(PhraseQuery((word("notes", stemmed=True), word("act", stemmed=True))))
    assert exact.child == query.Phrase("exact", ["notes", "act"])
    first, _ = loose.child
    assert set(first) == {query.Term("exact", "notes"), query.Term("stem", "en note"), query.Term("stem", "fr not")}
    assert loose.step < exact.step


def test_fields_are_facts_or_a_range_of_editions() -> None:
    assert compiler.compile(filtered("code", "code jai")).child == query.Term("fact", "code jai")
    assert compiler.compile(filtered("code", "code ja", prefix=True)).child == query.Prefix("fact", "code ja")
    dated = compiler.compile(FieldFilter("after", FieldInterpretation((), (), first=20190601)))
    assert (dated.child.fieldname, dated.child.start, dated.child.end) == ("edition", 20190601000, 99999999999)
    both = FieldFilter("from", reading(("from general", "from secretariat"), ("from gsc",)))
    either = compiler.compile(both).child
    assert list(either[0]) == [query.Term("fact", "from general"), query.Term("fact", "from secretariat")]


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
    assert len(plan.main_query.a) == len(others)
    assert set(compiler.plan(filtered("lang", "lang el")).filters) == {"language"}


def test_a_word_in_the_title_adds_less_than_a_step() -> None:
    plan = compiler.plan(AllOf((word("notes", stemmed=True), Not(word("act")))))
    assert type(plan.main_query) is query.AndMaybe
    title, heading = plan.main_query.b
    assert heading.child == query.Term("fact", "heading")
    assert set(title.child) == {query.Term("title", f"{form}") for form in ("= notes", "en note", "fr not")}
    assert 0 < title.score + heading.score < compiler.compile(word("notes", stemmed=True))[1].step


def test_titles_are_asked_for_words_and_narrowed_by_fields() -> None:
    asked = compiler.title(
        AllOf((word("a", prefix=True), PhraseQuery((word("b"), word("c"))), filtered("lang", "lang el")))
    )
    assert asked is not None
    begun, phrase, field = asked
    assert begun == query.Prefix("title", "= a")
    assert list(phrase) == [query.Term("title", "= b"), query.Term("title", "= c")]
    assert field.child == query.Term("fact", "lang el")
    assert compiler.title(filtered("lang", "lang el")) is None
    assert compiler.title(Not(word("a"))) is None


def test_with_groups_only_their_entries_count() -> None:
    plan = compiler.plan(word("a"), {"document 3", "document 1"})
    assert list(plan.main_query.b) == [query.Term("fact", "group document 1"), query.Term("fact", "group document 3")]


def test_what_stands_nowhere_is_left_out_where_more_is_asked() -> None:
    held = {("exact", "notes"), ("stem", "en note"), ("title", "en note")}
    some = Compiler({"en", "fr"}, lambda field, term: (field, term) in held)
    exact, stemmed = some.compile(word("notes", stemmed=True))
    assert (exact.child, stemmed.child) == (query.Term("exact", "notes"), query.Term("stem", "en note"))
    assert some.compile(word("note", stemmed=True)).child == query.Term("stem", "en note")
    assert some.compile(word("act", stemmed=True)) is query.NullQuery
    title, _ = some.plan(word("notes", stemmed=True)).main_query.b
    assert title.child == query.Term("title", "en note")
    loose = some.compile(PhraseQuery((word("note", stemmed=True), word("notes", stemmed=True))))
    assert loose.child == query.Sequence(
        [query.Term("stem", "en note"), query.Or([query.Term("exact", "notes"), query.Term("stem", "en note")])]
    )
