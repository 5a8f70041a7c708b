import pytest

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Mention
from delegate_desk.core.documents.dossiers import (
    Dossier,
    DossierCandidate,
    DossierEvidence,
    Ground,
    collect_dossiers,
    is_unassigned,
    suggest_dossier,
    word_rarity,
)
from delegate_desk.core.documents.references import parse_reference
from support.library_documents import held

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


def test_words_that_many_papers_have_tell_little() -> None:
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
