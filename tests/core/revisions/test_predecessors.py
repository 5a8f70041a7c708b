import pytest

from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.revisions.predecessors import Lineage, is_revision_of
from support.library_documents import held


def reference(name: str) -> Reference:
    found = parse_reference(name)
    assert found
    return found


@pytest.mark.parametrize(
    ("later", "earlier", "is_one"),
    [
        ("7001/1/26 REV 1", "7001/26", True),
        ("7001/3/26 REV 3", "7001/1/26 REV 1", True),
        ("7001/26", "7001/1/26 REV 1", False),
        ("7001/26 ADD 1 REV 1", "7001/26 ADD 1", True),
        ("7001/2/26 REV 2 ADD 1", "7001/1/26 REV 1 ADD 1", True),
        ("7001/2/26 REV 2 ADD 1", "7001/1/26 REV 1 ADD 2", False),
        ("7001/1/26 REV 1 ADD 1", "7001/26", False),
        ("7001/2/26 REV 2 COR 1", "7001/1/26 REV 1 COR 1", False),
        ("7001/26 COR 1 REV 1", "7001/26 COR 1", True),
        ("8000/1/26 REV 1", "7001/26", False),
    ],
)
def test_a_revision_is_a_later_version_of_the_same_part(later: str, earlier: str, is_one: bool) -> None:
    assert is_revision_of(reference(later), reference(earlier)) is is_one


def before(lineage: Lineage, name: str) -> list[str]:
    return [str(one) for one in lineage.documents_before(reference(name))]


def test_what_came_before_is_told_from_the_nearest_on_over_the_chain_of_previous_documents() -> None:
    lineage = Lineage(
        [
            held(1, "ST 6000/26"),
            held(2, "ST 6000/26 COR 1"),
            held(3, "ST 7001/26", previous=("ST 6000/26 COR 1", "ST 6000/26")),
            held(4, "ST 7001/1/26 REV 1"),
            held(5, "ST 7001/3/26 REV 3"),
            held(6, "ST 7001/3/26 REV 3 ADD 1"),
            held(7, "ST 8000/26", previous=("ST 7001/2/26 REV 2",)),
        ]
    )
    assert before(lineage, "7001/3/26 REV 3") == ["ST 7001/1/26 REV 1", "ST 7001/26", "ST 6000/26"]
    assert before(lineage, "8000/26") == ["ST 7001/1/26 REV 1", "ST 7001/26", "ST 6000/26"]
    assert before(lineage, "7001/2/26 REV 2") == ["ST 7001/1/26 REV 1", "ST 7001/26", "ST 6000/26"]
    assert before(lineage, "7001/3/26 REV 3 ADD 1") == before(lineage, "6000/26") == []


def test_papers_that_name_each_other_have_an_end() -> None:
    lineage = Lineage([held(1, "ST 1000/26", previous=("ST 2000/26",)), held(2, "ST 2000/26", previous=("1000/26",))])
    assert before(lineage, "1000/26") == ["ST 2000/26"]


def test_of_several_copies_in_a_language_the_latest_to_come_is_first() -> None:
    some = [held(1, "7001/26"), held(2, "7001/26", language="el"), held(3, "7001/26")]
    assert [one.id for one in Lineage(some).versions(reference("7001/26"))] == [2, 3, 1]
