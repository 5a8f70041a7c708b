import pytest

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk


@pytest.fixture
def library(desk: Desk, held: DocumentId) -> Desk:
    """A desk with a short paper in English that the index holds."""
    desk.search.make_ready()
    return desk


def complete(desk: Desk, typed: str) -> list[str]:
    """Complete at the bar in what is typed."""
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
def test_what_is_begun_goes_on_as_in_the_library(library: Desk, typed: str, first: str) -> None:
    assert complete(library, typed)[:1] == ([] if first == typed.replace("|", "") else [first])


def test_one_letter_is_too_little(library: Desk) -> None:
    assert complete(library, "n|") == complete(library, "|") == complete(library, "noise |") == []


def test_a_second_value_of_a_field_goes_on(library: Desk) -> None:
    assert library.search.complete("in:text|no", 10) == ["in:text|notes"]
