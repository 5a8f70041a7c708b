import pytest

from evaluation import hostile_unicode

pytestmark = pytest.mark.usefixtures("qapp")


def test_characters_of_every_kind_go_in_and_come_out() -> None:
    report = hostile_unicode.run(991, 7)
    assert {way: wrong for way, wrong in report.wrong.items() if wrong} == {}
    assert len(report.tried) == 13
    assert min(tried for way, tried in report.tried.items() if way != "search") > 100


def test_the_first_characters_of_all_go_in_and_come_out() -> None:
    chunks = iter([False, True])
    report = hostile_unicode.run(until=lambda: next(chunks))
    assert {way: wrong for way, wrong in report.wrong.items() if wrong} == {}
    assert report.tried["note"] == hostile_unicode.CHUNK


def test_all_scalars_are_tried_but_what_divides_them() -> None:
    assert sum(map(len, hostile_unicode.scalars())) == hostile_unicode.SCALARS - 1


def test_what_comes_out_otherwise_is_told() -> None:
    report = hostile_unicode.Report()
    report.compare("way", ["a", "b"], ["AaB", "?"], str)
    report.compare("way", ["a"], [], str)
    assert report.wrong == {"way": ["U+0062", "1 went in, 0 came out: U+0061 and on"]}
