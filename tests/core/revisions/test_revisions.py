import datetime

import pytest

from delegate_desk.core.documents.document import DocumentId, Header, LibraryDocument
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.revisions.predecessors import predecessors, previous, superseded

NOW = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)


def held(number: int, reference: str | None, language: str = "en", previous: tuple[str, ...] = ()) -> LibraryDocument:
    named = tuple(one for name in previous if (one := parse_reference(name)))
    header = Header(language, parse_reference(reference) if reference else None, previous_documents=named)
    return LibraryDocument(DocumentId(number), f"{number}", f"{number}.txt", header, 3, NOW)


def names(found: list[LibraryDocument]) -> list[tuple[str, str]]:
    return [(one.name, one.header.language) for one in found]


def test_the_nearest_revision_in_the_same_language_comes_first() -> None:
    newest = held(9, "7001/3/26 REV 3")
    others = [
        held(1, "7001/26"),
        held(2, "7001/1/26 REV 1"),
        held(3, "7001/2/26 REV 2", "el"),
        held(4, "7001/4/26 REV 4"),
        held(5, "7002/26"),
    ]
    assert names(predecessors(newest, [*others, newest])) == [
        ("ST 7001/1/26 REV 1", "en"),
        ("ST 7001/26", "en"),
        ("ST 7001/2/26 REV 2", "el"),
    ]


def test_another_language_of_the_same_revision_is_no_predecessor() -> None:
    assert predecessors(held(2, "7001/26"), [held(1, "7001/26", "el")]) == []


def test_what_is_named_as_previous_follows_its_own_revisions() -> None:
    newest = held(9, "7100/1/26 REV 1", previous=("7050/26",))
    others = [held(1, "7050/26", previous=("7010/26",)), held(2, "7100/26"), held(3, "7010/26")]
    assert names(predecessors(newest, others)) == [("ST 7100/26", "en"), ("ST 7050/26", "en"), ("ST 7010/26", "en")]


def test_a_corrigendum_or_addendum_of_it_is_no_predecessor() -> None:
    newest = held(9, "7100/26", previous=("7050/26", "7050/26 COR 1", "7050/26 ADD 1"))
    others = [held(1, "7050/26 COR 1"), held(2, "7050/26 ADD 1"), held(3, "7050/26")]
    assert names(predecessors(newest, others)) == [("ST 7050/26", "en")]


def test_a_revision_of_an_addendum_follows_the_addendum() -> None:
    newest = held(9, "7100/26 ADD 1 REV 1")
    others = [held(1, "7100/26 ADD 1"), held(2, "7100/26 ADD 2"), held(3, "7100/26")]
    assert names(predecessors(newest, others)) == [("ST 7100/26 ADD 1", "en")]


def test_what_names_itself_in_a_circle_ends() -> None:
    newest = held(9, "7100/26", previous=("7050/26",))
    assert names(predecessors(newest, [held(1, "7050/26", previous=("7100/26",)), newest])) == [("ST 7050/26", "en")]


def test_a_paper_without_a_reference_has_none() -> None:
    assert predecessors(held(1, None), [held(2, "7001/26")]) == []


def test_the_newest_revision_is_found_for_every_older_one() -> None:
    others = [
        held(1, "7001/26"),
        held(2, "7001/1/26 REV 1"),
        held(3, "7001/2/26 REV 2", "el"),
        held(4, "7001/2/26 REV 2", "fr"),
        held(5, "7002/26"),
        held(6, None),
    ]
    found = superseded(others)
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
    assert {key: [one.id for one in old.newest] for key, old in superseded(others).items()} == {2: [3], 4: [6]}


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
    documents = [held(n, reference, language) for n, (reference, language) in enumerate(library, start=1)]
    (asked,) = [documents[n] for n, one in enumerate(library) if one == of]
    found = previous(asked, documents)
    assert [f"{old.header.language} {new.header.language}" for old, new in found] == compared
    assert all(new.header.reference == asked.header.reference for _, new in found)


def test_of_several_copies_the_latest_is_compared() -> None:
    documents = [
        held(1, BASE, "fr"),
        held(2, BASE, "fr"),
        held(3, REVISED),
        held(4, REVISED, "fr"),
        held(5, REVISED, "fr"),
    ]
    assert [(old.id, new.id) for old, new in previous(documents[2], documents)] == [(2, 5)]
