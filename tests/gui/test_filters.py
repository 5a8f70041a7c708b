import pytest

from delegate_desk.gui import filters


def found(query: str) -> list[tuple[str, str]]:
    return [(one.field, one.value) for one in filters.filters(query)]


def test_filters_are_told_from_words() -> None:
    assert found("ports lang:el after:2019-06 noise") == [("lang", "el"), ("after", "2019-06")]


def test_what_stands_in_a_phrase_or_has_another_name_is_no_filter() -> None:
    assert found('"the lang:el" http:x 12:30 ref:"12862/1/19 REV 1"') == [("ref", "12862/1/19 REV 1")]


def test_a_filter_put_in_takes_the_place_of_one_of_its_field() -> None:
    narrowed = filters.with_filters("ports lang:el noise", (("lang", "fr"),))
    assert narrowed == "ports noise lang:fr"


def test_a_value_with_spaces_or_brackets_is_put_in_quotes() -> None:
    assert filters.with_filters("ports", (("file", "2022/0155(COD)"),)) == 'ports file:"2022/0155(COD)"'


def test_a_filter_taken_out_leaves_the_rest_as_typed() -> None:
    assert filters.without('"quiet hours" lang:el -noise', (("lang", "EL"),)) == '"quiet hours" -noise'


@pytest.mark.parametrize(
    ("facet", "value", "written"),
    [
        ("language", "el", "ports lang:el"),
        ("year", "2019", "ports after:2019 before:2020"),
        ("document_type", "note", "ports type:note"),
        ("code", "ENFOPOL", "ports code:ENFOPOL"),
        ("dossier", "2022/0155(COD)", 'ports file:"2022/0155(COD)"'),
        ("marking", "LIMITE", "ports marking:limite"),
        ("kind", "annotation", "ports in:notes"),
        ("kind", "question", "ports kind:question"),
    ],
)
def test_each_facet_can_be_put_on_and_taken_off(facet: str, value: str, written: str) -> None:
    wanted = filters.facet_filters(facet, value)
    on = filters.with_filters("ports", wanted)
    assert on == written
    assert filters.has(on, wanted)
    assert filters.without(on, wanted) == "ports"


def test_the_words_are_what_is_left_without_filters() -> None:
    assert filters.words("lang:el quiet hours in:notes") == "quiet hours"
