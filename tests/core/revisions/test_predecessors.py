import pytest

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.revisions.predecessors import Lineage, is_revision_of
from support.library_documents import held

PREDECESSORS = {
    "the nearest revision in the same language comes first": (
        held(9, "7001/3/26 REV 3"),
        [
            held(1, "7001/26"), held(2, "7001/1/26 REV 1"), held(3, "7001/2/26 REV 2", language="el"),
            held(4, "7001/4/26 REV 4"), held(5, "7002/26"),
        ],
        ["ST 7001/1/26 REV 1 en", "ST 7001/26 en", "ST 7001/2/26 REV 2 el"],
    ),
    "another language of the same revision is none": (held(2, "7001/26"), [held(1, "7001/26", language="el")], []),
    "what is named as previous follows its own revisions": (
        held(9, "7100/1/26 REV 1", previous=("7050/26",)),
        [held(1, "7050/26", previous=("7010/26",)), held(2, "7100/26"), held(3, "7010/26")],
        ["ST 7100/26 en", "ST 7050/26 en", "ST 7010/26 en"],
    ),
    "a corrigendum or addendum of it is none": (
        held(9, "7100/26", previous=("7050/26", "7050/26 COR 1", "7050/26 ADD 1")),
        [held(1, "7050/26 COR 1"), held(2, "7050/26 ADD 1"), held(3, "7050/26")],
        ["ST 7050/26 en"],
    ),
    "a revision of an addendum follows the addendum": (
        held(9, "7100/26 ADD 1 REV 1"),
        [held(1, "7100/26 ADD 1"), held(2, "7100/26 ADD 2"), held(3, "7100/26")],
        ["ST 7100/26 ADD 1 en"],
    ),
    "what names itself in a circle ends": (
        held(9, "7100/26", previous=("7050/26",)), [held(1, "7050/26", previous=("7100/26",))], ["ST 7050/26 en"],
    ),
    "a document without a reference has none": (held(1), [held(2, "7001/26")], []),
}  # fmt: skip


@pytest.mark.parametrize(("of", "others", "found"), PREDECESSORS.values(), ids=PREDECESSORS)
def test_predecessors(of: LibraryDocument, others: list[LibraryDocument], found: list[str]) -> None:
    assert [f"{one.name} {one.header.language}" for one in Lineage([*others, of]).predecessors(of)] == found


def test_the_newest_revision_is_found_for_every_older_one() -> None:
    others = [
        held(1, "7001/26"),
        held(2, "7001/1/26 REV 1"),
        held(3, "7001/2/26 REV 2", language="el"),
        held(4, "7001/2/26 REV 2", language="fr"),
        held(5, "7002/26"),
        held(6),
    ]
    found = Lineage(others).find_superseded()
    assert {key: [one.id for one in old.newest] for key, old in found.items()} == {1: [4, 3], 2: [4, 3]}
    assert found[DocumentId(1)].in_best_language(["el"]).id == 3
    assert found[DocumentId(1)].in_best_language(["de"]).id == 4


def test_each_part_of_a_family_has_its_own_revisions() -> None:
    others = [
        held(1, "7001/26"),
        held(2, "7001/26 ADD 1"),
        held(3, "7001/26 ADD 1 REV 1"),
        held(4, "7001/26 COR 1"),
        held(5, "7001/1/26 REV 1 COR 1"),
        held(6, "7001/26 COR 1 REV 1"),
    ]
    assert {key: [one.id for one in old.newest] for key, old in Lineage(others).find_superseded().items()} == {
        2: [3],
        4: [6],
    }


BASE, REVISED, AGAIN = "7001/26", "7001/1/26 REV 1", "7001/2/26 REV 2"


@pytest.mark.parametrize(
    ("library", "of", "compared"),
    [
        ([(BASE, "el"), (BASE, "en"), (REVISED, "el"), (REVISED, "en")], (REVISED, "en"), ["en en"]),
        ([(BASE, "el"), (BASE, "en"), (REVISED, "el"), (REVISED, "en")], (REVISED, "el"), ["el el"]),
        ([(BASE, "fr"), (BASE, "en"), (REVISED, "fr"), (REVISED, "el")], (REVISED, "el"), ["fr fr"]),
        ([(BASE, "el"), (REVISED, "el"), (REVISED, "en")], (REVISED, "en"), ["el el"]),
        ([(BASE, "el"), (REVISED, "en")], (REVISED, "en"), ["el en"]),
        ([(BASE, "bg"), (BASE, "el"), (REVISED, "en")], (REVISED, "en"), ["bg en"]),
        (
            [(BASE, "de"), (BASE, "el"), (BASE, "fr"), (REVISED, "el"), (REVISED, "en"), (REVISED, "fr")],
            (REVISED, "en"),
            ["el el", "fr fr"],
        ),
        ([(REVISED, "el"), (REVISED, "en")], (REVISED, "en"), []),
        ([(BASE, "en"), (REVISED, "el"), (AGAIN, "en"), (AGAIN, "el")], (AGAIN, "en"), ["en en"]),
        ([(BASE, "fr"), (REVISED, "de"), (AGAIN, "en"), (AGAIN, "fr")], (AGAIN, "en"), ["fr fr"]),
    ],
)  # fmt: skip
def test_the_revision_before_is_compared_in_the_language_of_the_document_else_in_the_one_common_language(
    library: list[tuple[str, str]], of: tuple[str, str], compared: list[str]
) -> None:
    documents = [held(n, reference, language=language) for n, (reference, language) in enumerate(library, start=1)]
    (asked,) = [documents[n] for n, one in enumerate(library) if one == of]
    found = Lineage(documents).previous_pairs(asked)
    assert [f"{old.header.language} {new.header.language}" for old, new in found] == compared
    assert all(new.header.reference == asked.header.reference for _, new in found)


def test_of_several_copies_the_latest_is_compared() -> None:
    documents = [
        held(1, BASE, language="fr"),
        held(2, BASE, language="fr"),
        held(3, REVISED),
        held(4, REVISED, language="fr"),
        held(5, REVISED, language="fr"),
    ]
    assert [(old.id, new.id) for old, new in Lineage(documents).previous_pairs(documents[2])] == [(2, 5)]


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


def test_documents_that_name_each_other_have_an_end() -> None:
    lineage = Lineage([held(1, "ST 1000/26", previous=("ST 2000/26",)), held(2, "ST 2000/26", previous=("1000/26",))])
    assert before(lineage, "1000/26") == ["ST 2000/26"]


def test_of_several_copies_in_a_language_the_latest_to_come_is_first() -> None:
    some = [held(1, "7001/26"), held(2, "7001/26", language="el"), held(3, "7001/26")]
    assert [one.id for one in Lineage(some).versions(reference("7001/26"))] == [2, 3, 1]
