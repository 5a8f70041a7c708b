import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.search.query.nodes import AllOf, Node
from delegate_desk.search.query.query import parse, parts
from delegate_desk.search.query.rewriting import alone, completions, has_value, with_value, without, without_value
from support.query_strategies import PLAIN, SYNTAX, joined


@pytest.mark.parametrize(
    ("text", "field", "value", "changed"),
    [
        ("", "lang", "el", "lang:el"),
        ("police", "lang", "el", "police lang:el"),
        ("lang:el police", "lang", "fr", "lang:el|fr police"),
        ("lang:gr police", "lang", "el", "lang:gr police"),
        ("police OR customs", "lang", "el", "police OR customs lang:el"),
        ("lang:el police OR lang:fr customs", "year", "2019", "(lang:el police OR lang:fr customs) year:2019"),
        ("year:2018..2019 police", "year", "2021", "year:2018..2019|2021 police"),
        ("type:note", "type", "outcome_of_proceedings", "type:note|outcome_of_proceedings"),
        ("file:2022/0155", "file", "2023/0001 (COD)", 'file:"2022/0155|2023/0001 (COD)"'),
        ("file:2022/0155(COD)", "file", "2022/0155 (COD)", "file:2022/0155(COD)"),
        ("marking:limite", "marking", "LIMITE", "marking:limite"),
        ("in:notes police", "in", "text", "in:notes|text police"),
        ("in:notes police", "kind", "question", "kind:notes|question police"),
        ("kind:question police", "in", "text", "kind:question|text police"),
        ("code:ENF* police", "code", "JAI", "code:ENF*|JAI police"),
        ("-lang:fr police", "lang", "el", "-lang:fr police lang:el"),
        ('"police', "lang", "el", '"police" lang:el'),
        ("police -(a OR b", "lang", "el", "police -(a OR b) lang:el"),
        ("lang:el AND police", "lang", "fr", "lang:el|fr police"),
        ("police", "lang", "klingon", "police"),
    ],
)
def test_a_value_is_put_in(text: str, field: str, value: str, changed: str) -> None:
    assert with_value(text, field, value) == changed
    assert has_value(changed, field, value) == (value != "klingon")


@pytest.mark.parametrize(
    ("text", "field", "value", "changed"),
    [
        ("lang:el police", "lang", "el", "police"),
        ("police lang:el|fr", "lang", "el", "police lang:fr"),
        ("police lang:el|fr customs", "lang", "gr", "police lang:fr customs"),
        ("police lang:el customs", "lang", "el", "police customs"),
        ("year:2018..2020", "year", "2019", "year:2018|2020"),
        ("in:notes|text", "kind", "paragraph", "in:notes"),
        ("lang:el police", "lang", "fr", "lang:el police"),
        ("-lang:el police", "lang", "el", "-lang:el police"),
        ("lang:el AND police", "lang", "el", "police"),
        ("file:2022/0155 police", "file", "2022/0155(COD)", "police"),
        ("code:ENF*|JAI", "code", "JAI", "code:ENF*"),
        ("date:2018|2019", "date", "2018", "date:2019"),
    ],
)
def test_a_value_is_taken_out(text: str, field: str, value: str, changed: str) -> None:
    assert without_value(text, field, value) == changed
    assert not has_value(changed, field, value)


def test_names_in_the_language_of_the_window_are_understood() -> None:
    assert with_value("γλώσσα:ελληνικά αστυνομία", "lang", "fr", language="el") == "lang:el|fr αστυνομία"
    assert without_value("γλώσσα:ελληνικά αστυνομία", "lang", "el", language="el") == "αστυνομία"
    assert has_value("γλώσσα:ελληνικά", "lang", "el", language="el")
    assert not has_value("γλώσσα:ελληνικά", "lang", "el")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a b c", ["b c", "a c", "a b"]),
        ("a AND b", ["b", "a"]),
        ("lang:el  a", ["a", "lang:el"]),
        ('a"b"c', ['"b"c', "a c", 'a"b"']),
        ('a "b"-c', ['"b"-c', "a c", 'a "b"-']),
        ('after:last "b" month', ['"b" month', '"after last" month', 'after:last "b"']),
        ("a OR lang:el b", ["a OR b", "lang:el"]),
        ("police", [""]),
    ],
)  # fmt: skip
def test_a_part_is_left_out(text: str, left: list[str]) -> None:
    chips = parse(text).parsed.chips
    assert sorted(without(text, chip) for chip in chips) == sorted(left)


QUERIES = SYNTAX | st.lists(PLAIN).map("".join) | st.lists(PLAIN).map(" OR ".join)


def small(nodes: list[Node]) -> list[str]:
    return sorted(repr(node).lower() for node in nodes)


@given(QUERIES)
def test_without_one_part_a_query_has_just_the_others(text: str) -> None:
    found = parts(text)
    for n, (chip, node) in enumerate(found):
        rest = joined([other for m, (_, other) in enumerate(found) if m != n])
        left = parse(without(text, chip)).node
        assert small([left] if left else []) == small([rest] if rest else [])
        assert repr(parse(alone(text, chip)).node).lower() == repr(node).lower()


def meant(text: str) -> list[str]:
    node = parse(text).node
    return small(list(node.parts) if isinstance(node, AllOf) else [node] if node else [])


FACETS = st.sampled_from(
    [("lang", "el"), ("lang", "hr"), ("year", "2019"), ("type", "note"), ("code", "B"), ("marking", "LIMITE"),
     ("in", "text"), ("kind", "question"), ("file", "2022/0155 (COD)")]
)  # fmt: skip


@given(QUERIES, FACETS)
def test_a_value_put_in_is_there_and_comes_out_again(text: str, facet: tuple[str, str]) -> None:
    field, value = facet
    narrowed = with_value(text, field, value)
    assert has_value(narrowed, field, value)
    if not has_value(text, field, value):
        widened = without_value(narrowed, field, value)
        assert not has_value(widened, field, value)
        if not any(chip.field in (field, "in", "kind") for chip, _ in parts(text)):
            assert meant(widened) == meant(text)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("la", "en", ["lang:", "language:"]),
        ("police del", "en", ["police delegation:"]),
        ("-mar", "en", ["-marking:"]),
        ("γλ", "el", ["γλώσσα:"]),
        ("γλ", "en", []),
        ("p", "en", []),
        ("police", "en", []),
        ("lang:", "en", ["lang:Bulgarian", "lang:Czech"]),
        ("lang:gre", "en", ["lang:Greek"]),
        ("(lang:el|fre", "en", ["(lang:el|French"]),
        ("γλώσσα:ελ", "el", ["γλώσσα:ελληνικά"]),
        ("kind:red", "en", ['kind:"red line"']),
        ("kind:res", "en", ["kind:reservation", 'kind:"scrutiny reservation"']),
        ("after:last", "en", ['after:"last week"', 'after:"last month"', 'after:"last year"']),
        ("type:cover", "en", ['type:"Cover note"']),
        ("lang:xx", "en", []),
        ("code:ENF", "en", []),
        ("wrong:a", "en", []),
        ('"la', "en", []),
        ('"quiet la', "en", []),
        ('"quiet" la', "en", ['"quiet" lang:']),
    ],
)
def test_fields_and_their_known_values_are_completed(text: str, language: str, found: list[str]) -> None:
    completed = completions(text, len(text), language)
    assert completed[: len(found) or None] == found


def test_a_completion_stands_in_the_place_of_what_is_typed() -> None:
    assert completions("lang:gree police", 8) == ["lang:Greek police"]
    assert completions("del police", 3) == ["delegation: police"]


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=30), st.integers(0, 30))
def test_any_text_can_be_completed(text: str, at: int) -> None:
    assert all(isinstance(one, str) for one in completions(text, min(at, len(text))))
