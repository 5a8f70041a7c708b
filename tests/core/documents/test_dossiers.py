import datetime

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.dossiers import DossierAssignment, collect_dossiers, dossier_names
from support.library_documents import START, held


def after(hours: float) -> datetime.datetime:
    return START + datetime.timedelta(hours=hours)


def together(documents: list[LibraryDocument], choices: dict[DocumentId, DossierAssignment]) -> list[list[int]]:
    """The numbers of the documents of each dossier."""
    return sorted(sorted(one.id for one in dossier.documents) for dossier in collect_dossiers(documents, choices))


def test_documents_of_one_file_are_one_dossier_named_by_it() -> None:
    some = [held(1, "ST 7001/26", files=("2026/0155(COD)",)), held(2, "ST 8000/26", files=("2026/0155",))]
    assert dossier_names(some) == {1: "2026/0155(COD)", 2: "2026/0155(COD)"}
    (dossier,) = collect_dossiers(some)
    assert (dossier.family_mark, dossier.files, dossier.families) == (
        "file 2026/0155",
        ("2026/0155(COD)",),
        frozenset({"ST 7001/2026", "ST 8000/2026"}),
    )


def test_a_chain_of_previous_documents_is_one_dossier_also_over_one_that_is_not_held() -> None:
    some = [
        held(1, "ST 7001/1/26 REV 1"),
        held(2, "ST 8000/26", previous=("ST 7001/26",)),
        held(3, "ST 9000/26", previous=("ST 6000/26",)),
        held(4, "ST 9100/26", previous=("ST 6000/1/26 REV 1",)),
        held(5, "ST 9999/26"),
    ]
    found = dossier_names(some)
    assert found[DocumentId(1)] == found[DocumentId(2)] == "ST 7001/1/26 REV 1"
    assert found[DocumentId(3)] == found[DocumentId(4)] == "ST 9000/26"
    assert found[DocumentId(5)] == "ST 9999/26"


def test_papers_without_a_reference_are_dossiers_of_their_own() -> None:
    assert together([held(1), held(2)], {}) == [[1], [2]]


def test_a_dossier_bears_the_subject_of_its_newest_document_in_the_language_it_was_written_in() -> None:
    some = [
        held(1, "ST 7001/26", date="2026-03-04", subject="Quiet hours"),
        held(2, "ST 7001/1/26 REV 1", date="2026-05-04", subject="Ώρες ησυχίας", language="el"),
        held(3, "ST 7001/1/26 REV 1", date="2026-05-04", subject="Quiet hours in ports"),
        held(4, "ST 7001/1/26 REV 1 ADD 1", date="2026-06-04", subject="Table"),
    ]
    assert [dossier.subject for dossier in collect_dossiers(some)] == ["Quiet hours in ports"]


def test_the_dossier_with_the_newest_document_comes_first() -> None:
    some = [
        held(1, "ST 7001/26", date="2026-03-04"),
        held(2, "ST 8000/26", date="2026-06-04"),
        held(3, "ST 7001/1/26 REV 1", date="2026-05-04"),
    ]
    assert [dossier.name for dossier in collect_dossiers(some)] == ["ST 8000/26", "ST 7001/26"]


def test_a_family_put_into_another_dossier_leaves_the_one_that_its_papers_name() -> None:
    some = [
        held(1, "ST 7001/26"),
        held(2, "ST 8000/26", previous=("ST 7001/26",)),
        held(3, "ST 8000/1/26 REV 1"),
        held(4, "ST 9000/26", previous=("ST 8000/26",)),
        held(5, "ST 5000/26", files=("2026/0155(COD)",)),
    ]
    assert together(some, {}) == [[1, 2, 3, 4], [5]]
    assert together(some, {DocumentId(2): DossierAssignment("file 2026/0155", after(20))}) == [[1], [2, 3, 5], [4]]
    assert together(some, {DocumentId(3): DossierAssignment("ST 5000/2026", after(20))}) == [[1], [2, 3, 5], [4]]
    assert together(some, {DocumentId(2): DossierAssignment(None, after(20))}) == [[1], [2, 3], [4], [5]]


def test_a_paper_without_a_reference_can_be_put_into_a_dossier_and_others_to_it() -> None:
    some = [held(1, "ST 7001/26"), held(2), held(3)]
    choices = {
        DocumentId(2): DossierAssignment("ST 7001/2026", after(20)),
        DocumentId(3): DossierAssignment("#2", after(21)),
    }
    assert together(some, choices) == [[1, 2, 3]]


def test_what_comes_later_and_belongs_to_nothing_else_goes_with_what_it_names() -> None:
    some = [
        held(1, "ST 7001/26"),
        held(2, "WK 12/2026"),
        held(3, "ST 8000/26", previous=("WK 12/2026",)),
        held(4, "WK 30/2026", previous=("WK 12/2026",)),
        held(5, "ST 8000/1/26 REV 1", previous=("WK 12/2026",)),
    ]
    choices = {DocumentId(2): DossierAssignment("ST 7001/2026", after(3.5))}
    assert together(some, choices) == [[1, 2, 4], [3, 5]]


def test_a_dossier_of_which_all_was_put_there_by_hand_is_not_named_by_a_file_of_another() -> None:
    some = [held(1, "ST 7001/26", files=("2026/0155(COD)",)), held(2, "ST 8000/26", files=("2026/0155(COD)",))]
    found = collect_dossiers(some, {DocumentId(2): DossierAssignment(None, after(9))})
    assert [(dossier.name, dossier.family_mark) for dossier in found] == [
        ("ST 8000/26", "ST 8000/2026"),
        ("2026/0155(COD)", "file 2026/0155"),
    ]


def test_of_what_was_said_of_two_papers_of_a_family_the_latest_holds() -> None:
    some = [held(1, "ST 7001/26"), held(2, "ST 7001/1/26 REV 1"), held(3, "ST 8000/26"), held(4, "ST 9000/26")]
    choices = {
        DocumentId(1): DossierAssignment("ST 9000/2026", after(8)),
        DocumentId(2): DossierAssignment("ST 8000/2026", after(9)),
    }
    assert together(some, choices) == [[1, 2, 3], [4]]


NUMBERS = st.integers(1, 6)


@given(
    st.lists(st.tuples(NUMBERS, st.integers(0, 2), st.lists(NUMBERS, max_size=2)), max_size=9),
    st.dictionaries(st.integers(0, 8), st.tuples(st.none() | NUMBERS, st.integers(0, 20)), max_size=4),
)
def test_every_document_is_in_one_dossier_with_its_family_and_where_it_was_put(
    papers: list[tuple[int, int, list[int]]], said: dict[int, tuple[int | None, int]]
) -> None:
    some = [
        held(n, f"ST 700{number}/26{f' ADD {add}' if add else ''}", previous=tuple(f"ST 700{p}/26" for p in previous))
        for n, (number, add, previous) in enumerate(papers)
    ]
    choices = {
        DocumentId(key): DossierAssignment(f"ST 700{to}/2026" if to else None, after(hour))
        for key, (to, hour) in said.items()
    }
    made = collect_dossiers(some, choices)
    assert sorted(one.id for dossier in made for one in dossier.documents) == [one.id for one in some]
    of = {family: dossier for dossier in made for family in dossier.families}
    assert sum(len(dossier.families) for dossier in made) == len(of)
    latest: dict[str, DossierAssignment] = {}
    for one in some:
        choice, family = choices.get(one.id), f"ST {one.header.reference.number}/2026" if one.header.reference else ""
        if choice and (family not in latest or latest[family].made < choice.made):
            latest[family] = choice
    for family, choice in latest.items():
        if choice.dossier in of:
            assert of[family] is of[choice.dossier]
    assert collect_dossiers(some, choices) == made


def test_a_dossier_tells_its_subject_in_the_first_language_in_which_it_is_held() -> None:
    some = [
        held(1, "ST 7001/26", date="2026-03-04", subject="Heures calmes", language="fr"),
        held(2, "ST 7001/1/26 REV 1", date="2026-05-04", subject="Ώρες ησυχίας", language="el"),
        held(3, "ST 7001/1/26 REV 1", date="2026-05-04", subject="Quiet hours in ports"),
    ]
    (dossier,) = collect_dossiers(some)
    assert dossier.subject_in(["fr", "el", "en"]) == "Ώρες ησυχίας"
    assert dossier.subject_in(["fr"]) == dossier.subject == "Quiet hours in ports"
