from dataclasses import replace
from datetime import UTC, datetime

import pytest

from delegate_desk.core.documents.document import Address, DocumentId, Header, LibraryDocument
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.core.revisions.comparison import (
    CarriedItem,
    CarriedKind,
    Carry,
    CarryVerdict,
    PendingPlacement,
    Verdict,
)
from delegate_desk.gui.widgets.labels import comparison
from delegate_desk.gui.widgets.labels.comparison import format_percent

OLD, NEW = DocumentId(1), DocumentId(2)
PARA = Address("para_1")


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")]
)
def test_a_little_is_not_nothing_and_nearly_all_is_not_all(share: float, said: str) -> None:
    assert format_percent(share).replace("\u00a0", " ") == said


def test_every_verdict_and_outcome_has_a_word_and_a_colour() -> None:
    for verdict in Verdict:
        assert comparison.verdict_label(verdict)
        assert comparison.VERDICT_ROLES[verdict]
    for outcome in AdoptionOutcome:
        assert comparison.adoption_label(ProposalAdoption(outcome, 0.4))
        assert comparison.OUTCOME_ROLES[outcome]
    for carried in CarryVerdict:
        assert comparison.carry_verdict_label(carried)


def test_what_is_gone_has_no_figure() -> None:
    assert comparison.adoption_label(ProposalAdoption(AdoptionOutcome.GONE, 0.0)) == "provision deleted"
    assert comparison.adoption_label(ProposalAdoption(AdoptionOutcome.IN_PART, 0.66)).startswith(
        "partly taken on board · 66"
    )


def test_what_waits_is_told_apart_from_what_a_person_put_nowhere() -> None:
    open_ = CarriedItem(CarriedKind.ANNOTATION, "a", PARA, None, CarryVerdict.DOUBTFUL, (PARA,))
    nowhere = CarriedItem(CarriedKind.ANNOTATION, "b", PARA, None, CarryVerdict.DOUBTFUL, decided=datetime.now(UTC))
    gone = CarriedItem(CarriedKind.ANNOTATION, "c", PARA, None, CarryVerdict.DELETED)
    assert comparison.carried_label(open_)[0] == "to check"
    assert comparison.carried_label(nowhere)[0] == "no place, as you decided"
    assert comparison.carried_label(gone)[0] == "paragraph deleted"
    assert comparison.carryover_summary(Carry(OLD, NEW, (open_, nowhere, gone))) == "1 to check, 2 on deleted text"
    assert comparison.carryover_summary(Carry(OLD, NEW, ())) == "There was nothing to carry over."


def test_what_waits_on_an_earlier_step_is_told_with_where() -> None:
    old, new = (
        LibraryDocument(key, "", "", Header("en", Reference("ST", 7001, 2026, revision=n)), 1, datetime.now(UTC))
        for n, key in enumerate((OLD, NEW))
    )
    placed = CarriedItem(CarriedKind.ANNOTATION, "a", PARA, PARA, CarryVerdict.SAME)
    carry = Carry(NEW, DocumentId(3), (placed,), (PendingPlacement(old, new, 3),))
    assert comparison.carryover_summary(carry) == "1 placed; 3 to check in ST 7001/1/26 REV 1"
    assert comparison.carryover_summary(replace(carry, items=())) == "3 to check in ST 7001/1/26 REV 1"
