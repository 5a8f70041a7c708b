import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk import paths
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Mention
from delegate_desk.core.documents.dossier_timeline import (
    DossierRole,
    OwnItemCounts,
    Timeline,
    build_timeline,
    versions_to_compare,
)
from delegate_desk.core.documents.dossiers import (
    Dossier,
    DossierAssignment,
    DossierCandidate,
    DossierEvidence,
    Ground,
    collect_dossiers,
    dossier_names,
    is_unassigned,
    short_title,
    suggest_dossier,
    word_rarity,
)
from delegate_desk.core.documents.references import Reference, parse_reference
from support.library_documents import START, held


def after(hours: float) -> datetime.datetime:
    return START + datetime.timedelta(hours=hours)


def test_documents_of_one_file_are_one_dossier_named_by_it() -> None:
    some = [held(1, "ST 7001/26", files=("2026/0155(COD)",)), held(2, "ST 8000/26", files=("2026/0155",))]
    assert dossier_names(some) == {1: "2026/0155(COD)", 2: "2026/0155(COD)"}
    (dossier,) = collect_dossiers(some)
    assert (dossier.family_mark, dossier.files, dossier.families) == (
        "file 2026/0155",
        ("2026/0155(COD)",),
        frozenset({"ST 7001/2026", "ST 8000/2026"}),
    )


def test_a_chain_of_previous_documents_is_one_dossier_also_over_one_that_is_missing() -> None:
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


def test_a_dossier_has_the_subject_of_its_newest_document_in_the_language_it_was_written_in() -> None:
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


CHAIN = [
    held(1, "ST 7001/26"),
    held(2, "ST 8000/26", previous=("ST 7001/26",)),
    held(3, "ST 8000/1/26 REV 1"),
    held(4, "ST 9000/26", previous=("ST 8000/26",)),
    held(5, "ST 5000/26", files=("2026/0155(COD)",)),
]
LATER = [
    held(1, "ST 7001/26"),
    held(2, "WK 12/2026"),
    held(3, "ST 8000/26", previous=("WK 12/2026",)),
    held(4, "WK 30/2026", previous=("WK 12/2026",)),
    held(5, "ST 8000/1/26 REV 1", previous=("WK 12/2026",)),
]
TWO_REVISIONS = [held(1, "ST 7001/26"), held(2, "ST 7001/1/26 REV 1"), held(3, "ST 8000/26"), held(4, "ST 9000/26")]
PUT: dict[str, tuple[list[LibraryDocument], dict[int, tuple[str | None, float]], list[list[int]]]] = {
    "documents without a reference are dossiers of their own": ([held(1), held(2)], {}, [[1], [2]]),
    "documents belong together as they name each other": (CHAIN, {}, [[1, 2, 3, 4], [5]]),
    "a family put into another dossier leaves its own": (CHAIN, {2: ("file 2026/0155", 20)}, [[1], [2, 3, 5], [4]]),
    "so it does by any of its documents": (CHAIN, {3: ("ST 5000/2026", 20)}, [[1], [2, 3, 5], [4]]),
    "a family may be put into no dossier": (CHAIN, {2: (None, 20)}, [[1], [2, 3], [4], [5]]),
    "a document without a reference can be put into a dossier and others to it": (
        [held(1, "ST 7001/26"), held(2), held(3)], {2: ("ST 7001/2026", 20), 3: ("#2", 21)}, [[1, 2, 3]],
    ),
    "what comes later and belongs to nothing else goes with what it names": (
        LATER, {2: ("ST 7001/2026", 3.5)}, [[1, 2, 4], [3, 5]],
    ),
    "of what was said of two documents of a family the latest holds": (
        TWO_REVISIONS, {1: ("ST 9000/2026", 8), 2: ("ST 8000/2026", 9)}, [[1, 2, 3], [4]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("documents", "put", "dossiers"), PUT.values(), ids=PUT)
def test_documents_are_in_the_dossiers_that_they_name_or_were_put_into(
    documents: list[LibraryDocument], put: dict[int, tuple[str | None, float]], dossiers: list[list[int]]
) -> None:
    choices = {DocumentId(n): DossierAssignment(mark, after(hours)) for n, (mark, hours) in put.items()}
    found = collect_dossiers(documents, choices)
    assert sorted(sorted(one.id for one in dossier.documents) for dossier in found) == dossiers


def test_a_dossier_of_which_all_was_put_there_by_hand_is_not_named_by_a_file_of_another() -> None:
    some = [held(1, "ST 7001/26", files=("2026/0155(COD)",)), held(2, "ST 8000/26", files=("2026/0155(COD)",))]
    found = collect_dossiers(some, {DocumentId(2): DossierAssignment(None, after(9))})
    assert [(dossier.name, dossier.family_mark) for dossier in found] == [
        ("ST 8000/26", "ST 8000/2026"),
        ("2026/0155(COD)", "file 2026/0155"),
    ]


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


def test_a_dossier_tells_its_subject_in_the_first_language_in_which_it_is_in_the_library() -> None:
    some = [
        held(1, "ST 7001/26", date="2026-03-04", subject="Heures calmes", language="fr"),
        held(2, "ST 7001/1/26 REV 1", date="2026-05-04", subject="Ώρες ησυχίας", language="el"),
        held(3, "ST 7001/1/26 REV 1", date="2026-05-04", subject="Quiet hours in ports"),
    ]
    (dossier,) = collect_dossiers(some)
    assert dossier.subject_in(["fr", "el", "en"]) == "Ώρες ησυχίας"
    assert dossier.subject_in(["fr"]) == dossier.subject == "Quiet hours in ports"


COMMON = ("comments", "delegation", "draft")
NAMED = Address("para_1")


def mention(name: str) -> Mention:
    target = parse_reference(name)
    assert target
    return Mention(name, target, NAMED)


def offer(
    paper: LibraryDocument,
    *dossier: LibraryDocument,
    named: dict[int, list[str]] | None = None,
    files: dict[int, str] | None = None,
    others: tuple[LibraryDocument, ...] = (),
) -> DossierCandidate | None:
    every = collect_dossiers([paper, *dossier, *others])
    of: dict[int, Dossier] = {one.id: some for some in every for one in some.documents}
    evidence = DossierEvidence(
        {DocumentId(key): [mention(name) for name in some] for key, some in (named or {}).items()},
        {DocumentId(key): [(file, NAMED)] for key, file in (files or {}).items()},
        word_rarity(every, COMMON),
    )
    return suggest_dossier(of[paper.id], of[dossier[0].id], evidence)


def grounds(offered: DossierCandidate | None) -> list[Ground]:
    assert offered is not None
    return [reason.ground for reason in offered.reasons]


DOSSIER = held(1, "ST 7001/26", files=("2026/0155(COD)",), subject="Quiet hours in ports", codes=("TRANS", "ENV"))


def test_a_text_that_names_the_file_or_the_documents_speaks_for_itself() -> None:
    assert grounds(offer(held(2, "WK 12/2026"), DOSSIER, files={2: "2026/0155"})) == [Ground.FILE]
    named = offer(held(2, "WK 12/2026"), DOSSIER, named={2: ["ST 7001/1/26 REV 1", "WK 12/2026"]})
    assert named is not None
    (reason,) = named.reasons
    assert (reason.details, reason.place) == (("ST 7001/1/26 REV 1",), (2, NAMED))


def test_a_text_that_names_many_documents_says_little_by_one_of_them() -> None:
    many = [f"ST {n}/26" for n in range(8000, 8020)]
    assert offer(held(2, "WK 12/2026"), DOSSIER, named={2: [*many, "ST 7001/26"]}) is None


def test_a_working_paper_that_the_dossier_names_is_offered_and_any_other_needs_more() -> None:
    assert grounds(offer(held(2, "WK 12/2026"), DOSSIER, named={1: ["WK 12/2026"]})) == [Ground.NAMED]
    assert offer(held(2, "ST 12000/26"), DOSSIER, named={1: ["ST 12000/26"]}) is None
    same = held(2, "ST 12000/26", codes=("TRANS", "ENV"))
    assert grounds(offer(same, DOSSIER, named={1: ["ST 12000/26"]})) == [Ground.NAMED, Ground.CODES]


def test_the_document_of_the_commission_that_a_dossier_is_about_is_offered_and_what_it_cites_is_not() -> None:
    about = held(1, "ST 7001/26", commission=("COM(2026) 31 final",))
    assert grounds(offer(held(2, "COM(2026) 31"), about)) == [Ground.COMMISSION]
    assert grounds(offer(held(2, "ST 8000/26", commission=("COM(2026) 31",)), about)) == [Ground.COMMISSION]
    assert offer(held(2, "COM(2020) 5"), about, named={1: ["COM(2020) 5"]}) is None


@pytest.mark.parametrize(
    ("subject", "is_offered"),
    [
        ("Comments of the Greek delegation on quiet hours in ports", True),
        ("QUIET HOURS: PORTS", True),
        ("Comments of the delegation", False),
        ("Ports and their railways in the Baltic countries", False),
    ],
)
def test_a_like_subject_is_enough_where_its_words_tell_something(subject: str, is_offered: bool) -> None:
    offered = offer(held(2, "WK 12/2026", subject=subject), DOSSIER)
    assert (offered is not None) is is_offered
    if offered:
        known = ("quiet", "hours", "ports")
        words = subject.replace(":", "").split()
        assert offered.reasons[0].details == tuple(word for word in words if word.lower() in known)


def test_words_that_many_documents_have_tell_little() -> None:
    others = tuple(held(n, f"ST 90{n}/26", subject=f"Quiet hours in ports, part {n}") for n in range(10, 90))
    assert offer(held(2, "WK 12/2026", subject="Quiet hours in ports"), DOSSIER, others=others) is None


def test_the_same_codes_and_weeks_alone_are_not_enough() -> None:
    one = held(1, "ST 7001/26", codes=("TRANS",), date="2026-03-04")
    assert offer(held(2, "WK 12/2026", codes=("TRANS",), date="2026-03-10"), one) is None


@pytest.mark.parametrize(
    ("paper", "loose"),
    [
        (held(2, "WK 12/2026"), True),
        (held(2), True),
        (held(2, "COM(2026) 31"), True),
        (held(2, "CM 4001/26"), False),
        (held(2, "Regulation (EU) 2016/679"), False),
        (held(2, "WK 12/2026", files=("2026/0155(COD)",)), False),
    ],
)
def test_notices_of_meetings_acts_and_what_says_where_it_belongs_are_not_offered(
    paper: LibraryDocument, loose: bool
) -> None:
    (dossier,) = collect_dossiers([paper])
    assert is_unassigned(dossier) is loose


def timeline_of(documents: list[LibraryDocument], named: list[tuple[str, int]] | None = None) -> Timeline:
    (dossier,) = collect_dossiers(documents)
    mentions: list[tuple[Reference, DocumentId]] = [
        (target, DocumentId(by)) for name, by in named or [] if (target := parse_reference(name))
    ]
    return build_timeline(dossier, documents, mentions)


def told(made: Timeline) -> list[str]:
    """The milestones in order; those not in the library in brackets."""
    return [one.key if one.is_in_library else f"({one.key})" for one in made.milestones]


def test_documents_stand_by_date_and_what_is_passed_over_before_what_came_of_it() -> None:
    made = timeline_of(
        [
            held(1, "ST 7001/3/26 REV 3", date="2026-06-01"),
            held(2, "ST 7001/26", date="2026-03-04", previous=("ST 6500/26", "ST 6500/26 COR 1")),
            held(3, "ST 7001/26 ADD 1", date="2026-03-05"),
            held(4, "ST 8000/26", date="2026-07-01", previous=("ST 7001/3/26 REV 3",)),
        ]
    )
    assert list(zip(told(made), (one.role for one in made.milestones), strict=True)) == [
        ("(ST 6500/26)", DossierRole.MAIN),
        ("(ST 6500/26 COR 1)", DossierRole.CORRIGENDUM),
        ("ST 7001/26", DossierRole.MAIN),
        ("ST 7001/26 ADD 1", DossierRole.ADDENDUM),
        ("(ST 7001/1/26 REV 1)", DossierRole.REVISION),
        ("(ST 7001/2/26 REV 2)", DossierRole.REVISION),
        ("ST 7001/3/26 REV 3", DossierRole.REVISION),
        ("ST 8000/26", DossierRole.MAIN),
    ]
    before = [one.predecessor_key for one in made.milestones if one.is_in_library]
    assert before == [None, None, "ST 7001/26", "ST 7001/3/26 REV 3"]
    assert [[by.id for by in one.named_by] for one in made.milestones if not one.is_in_library] == [[2], [2], [], []]


def test_language_versions_are_one_milestone_and_what_is_ours_on_them_is_counted_together() -> None:
    some = [held(1, "ST 7001/26", date="2026-03-04"), held(2, "ST 7001/26", date="2026-03-06", language="el")]
    (dossier,) = collect_dossiers(some)
    (one,) = build_timeline(
        dossier, some, own_counts={DocumentId(1): OwnItemCounts(2, 1), DocumentId(2): OwnItemCounts(3, 0, 4)}
    ).milestones
    assert (one.languages, str(one.date), one.own_items) == (("el", "en"), "2026-03-04", OwnItemCounts(5, 1, 4))
    assert [v.id for v in (one.preferred_version("el"), one.preferred_version("fr"), one.preferred_version()) if v] == [
        2,
        1,
        1,
    ]


def test_a_document_without_a_date_stands_by_its_revisions_or_else_by_when_it_came() -> None:
    made = timeline_of(
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
    made = timeline_of([held(1, "ST 7001/26", date="2026-03-04")], [("ST 7001/26 ADD 1", 1), ("ST 5555/26", 1)])
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
    made = timeline_of(some)
    first, one, two, _, four = made.milestones
    assert [v.id for v in versions_to_compare(first, one, "fr") or ()] == [1, 3]
    assert [v.id for v in versions_to_compare(first, two, "en") or ()] == [2, 5]
    assert [v.id for v in versions_to_compare(one, four, "el") or ()] == [3, 6]
    missing = made.find("ST 7001/3/26 REV 3")
    assert missing is not None
    assert versions_to_compare(first, missing) is None
    assert made.in_order(four, first) == (first, four)
    assert made.for_document(DocumentId(4)) is one


GREEK_ACT = "ΚΑΝΟΝΙΣΜΟΣ (ΕΕ) 2021/9901 ΤΟΥ ΕΥΡΩΠΑΪΚΟΥ ΚΟΙΝΟΒΟΥΛΙΟΥ ΚΑΙ ΤΟΥ ΣΥΜΒΟΥΛΙΟΥ"
MADE_BY = {
    "en": "of the European Parliament and of the Council",
    "fr": "du Parlement européen et du Conseil",
    "de": "des Europäischen Parlaments und des Rates",
    "el": "του Ευρωπαϊκού Κοινοβουλίου και του Συμβουλίου",
}


@pytest.mark.parametrize(
    ("language", "subject", "short"),
    [
        ("en", "Proposal for a Regulation {by} on ports", "Ports"),
        ("en", "Draft Council conclusions on quieter ports at night", "Quieter ports at night"),
        ("en", "Note from the Presidency on the port dues", "Port dues"),
        ("en", "Working Party on Shipping", "Working Party on Shipping"),
        ("en", "Draft", "Draft"),
        ("fr", "Projet de conclusions du Conseil sur les ports plus calmes la nuit", "Ports plus calmes la nuit"),
        ("fr", "Proposition de règlement {by} relative aux ports", "Ports"),
        ("de", "Entwurf von Schlussfolgerungen des Rates zu ruhigeren Häfen", "Ruhigeren Häfen"),
        ("de", "Vorschlag für eine Verordnung {by} über Häfen", "Häfen"),
        ("el", "Σχέδιο συμπερασμάτων σχετικά με τις ώρες ησυχίας στους λιμένες", "Ώρες ησυχίας στους λιμένες"),
        ("el", "Πρόταση κανονισμού {by} για τις ώρες ησυχίας", "Ώρες ησυχίας"),
        ("en", "REGULATION (EU) 2021/99 {BY} of 3 May 2021 on ports", "Ports"),
        ("en", "Directive 2021/99/EU {by} of 3 June 2021 laying down port rules", "Laying down port rules"),
        ("en", "Proposal for a Regulation {by} amending Regulation (EU) 2021/99", "Amending Regulation (EU) 2021/99"),
        ("en", "Commission Implementing Decision (EU) 2020/77 of 1 May 2020 on pilots", "Pilots"),
        ("en", "Regulation (EU) 2021/9901", "Regulation (EU) 2021/9901"),
        ("fr", "RÈGLEMENT (UE) 2021/99 {BY} du 3 juin 2021 relatif aux registres de port", "Registres de port"),
        ("fr", "Proposition de règlement {by} modifiant le règlement (UE) 1/21", "Modifiant le règlement (UE) 1/21"),
        ("fr", "Décision du Conseil du 1er mai 2020 concernant les pilotes", "Pilotes"),
        ("de", "Verordnung (EU) 2021/9901 {by} vom 3. März 2021 über Hafenregister", "Hafenregister"),
        ("de", "Richtlinie 2021/99/EU des Rates vom 3. Juni 2021 zur Änderung der Anhänge", "Änderung der Anhänge"),
        ("el", f"{GREEK_ACT} της 3ης Ιουνίου 2021 για τα μητρώα των λιμένων", "Μητρώα των λιμένων"),
        ("el", "Πρόταση κανονισμού {by} για την τροποποίηση του κανονισμού", "Τροποποίηση του κανονισμού"),
    ],
)
def test_what_every_title_of_its_kind_begins_with_is_left_out(language: str, subject: str, short: str) -> None:
    title = subject.format(by=MADE_BY[language], BY=MADE_BY[language].upper())
    assert short_title(title, paths.load_table("title_words")[language]) == short
