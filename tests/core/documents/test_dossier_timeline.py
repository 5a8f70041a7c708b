from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.dossier_timeline import (
    DossierRole,
    OwnItemCounts,
    Timeline,
    build_timeline,
    versions_to_compare,
)
from delegate_desk.core.documents.dossiers import collect_dossiers
from delegate_desk.core.documents.references import Reference, parse_reference
from support.library_documents import held


def of(documents: list[LibraryDocument], named: list[tuple[str, int]] | None = None) -> Timeline:
    (dossier,) = collect_dossiers(documents)
    mentions: list[tuple[Reference, DocumentId]] = [
        (target, DocumentId(by)) for name, by in named or [] if (target := parse_reference(name))
    ]
    return build_timeline(dossier, documents, mentions)


def told(made: Timeline) -> list[str]:
    """The milestones in order; those not in the library in brackets."""
    return [one.key if one.is_in_library else f"({one.key})" for one in made.milestones]


def test_documents_stand_by_date_and_what_is_passed_over_before_what_came_of_it() -> None:
    made = of(
        [
            held(1, "ST 7001/3/26 REV 3", date="2026-06-01"),
            held(2, "ST 7001/26", date="2026-03-04", previous=("ST 6500/26", "ST 6500/26 COR 1")),
            held(3, "ST 7001/26 ADD 1", date="2026-03-05"),
            held(4, "ST 8000/26", date="2026-07-01", previous=("ST 7001/3/26 REV 3",)),
        ]
    )
    assert told(made) == [
        "(ST 6500/26)",
        "(ST 6500/26 COR 1)",
        "ST 7001/26",
        "ST 7001/26 ADD 1",
        "(ST 7001/1/26 REV 1)",
        "(ST 7001/2/26 REV 2)",
        "ST 7001/3/26 REV 3",
        "ST 8000/26",
    ]
    assert [one.role for one in made.milestones] == [
        DossierRole.MAIN,
        DossierRole.CORRIGENDUM,
        DossierRole.MAIN,
        DossierRole.ADDENDUM,
        DossierRole.REVISION,
        DossierRole.REVISION,
        DossierRole.REVISION,
        DossierRole.MAIN,
    ]
    assert [one.predecessor_key for one in made.milestones if one.is_in_library] == [
        None,
        None,
        "ST 7001/26",
        "ST 7001/3/26 REV 3",
    ]
    assert [[by.id for by in one.named_by] for one in made.milestones if not one.is_in_library] == [[2], [2], [], []]


def test_language_versions_are_one_milestone_and_what_is_ours_on_them_is_counted_together() -> None:
    some = [held(1, "ST 7001/26", date="2026-03-04"), held(2, "ST 7001/26", date="2026-03-06", language="el")]
    (dossier,) = collect_dossiers(some)
    (one,) = build_timeline(
        dossier, some, ours={DocumentId(1): OwnItemCounts(2, 1), DocumentId(2): OwnItemCounts(3, 0, 4)}
    ).milestones
    assert (one.languages, str(one.date), one.own_items) == (("el", "en"), "2026-03-04", OwnItemCounts(5, 1, 4))
    assert [v.id for v in (one.preferred_version("el"), one.preferred_version("fr"), one.preferred_version()) if v] == [
        2,
        1,
        1,
    ]


def test_a_document_without_a_date_stands_by_its_revisions_or_else_by_when_it_came() -> None:
    made = of(
        [
            held(1, "ST 7001/2/26 REV 2", date="2026-02-01", files=("2026/0155(COD)",)),
            held(2, "ST 7001/1/26 REV 1"),
            held(3, "ST 7001/4/26 REV 4"),
            held(4, "ST 8000/26", date="2026-04-01", files=("2026/0155(COD)",)),
            held(5, "", files=("2026/0155(COD)",)),
        ]
    )
    assert [key for key in told(made) if not key.startswith("(")] == [
        "ST 7001/1/26 REV 1",
        "ST 7001/2/26 REV 2",
        "ST 7001/4/26 REV 4",
        "#5",
        "ST 8000/26",
    ]


def test_what_the_texts_name_of_the_same_families_is_missing_and_what_they_name_beside_is_not() -> None:
    made = of([held(1, "ST 7001/26", date="2026-03-04")], [("ST 7001/26 ADD 1", 1), ("ST 5555/26", 1)])
    assert told(made) == ["(ST 7001/26 ADD 1)", "ST 7001/26"]


def test_what_is_in_another_dossier_is_not_missing() -> None:
    some = [held(1, "ST 7001/26"), held(2, "ST 7001/1/26 REV 1")]
    dossier = collect_dossiers(some[1:])[0]
    assert told(build_timeline(dossier, some)) == ["ST 7001/1/26 REV 1"]


def test_versions_in_one_language_are_compared_where_there_are_such() -> None:
    some = [
        held(1, "ST 7001/26"),
        held(2, "ST 7001/26", language="el"),
        held(3, "ST 7001/1/26 REV 1"),
        held(4, "ST 7001/1/26 REV 1", language="fr"),
        held(5, "ST 7001/2/26 REV 2", language="el"),
        held(6, "ST 7001/4/26 REV 4", language="bg"),
    ]
    made = of(some)
    first, one, two, _, four = made.milestones
    assert [v.id for v in versions_to_compare(first, one, "fr") or ()] == [1, 3]
    assert [v.id for v in versions_to_compare(first, two, "en") or ()] == [2, 5]
    assert [v.id for v in versions_to_compare(one, four, "el") or ()] == [3, 6]
    missing = made.find("ST 7001/3/26 REV 3")
    assert missing is not None
    assert versions_to_compare(first, missing) is None
    assert made.in_order(four, first) == (first, four)
    assert made.for_document(DocumentId(4)) is one
