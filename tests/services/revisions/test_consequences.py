"""What a revision means for us, on a pair of papers whose fates are known by construction."""

from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus
from delegate_desk.core.documents.document import DocumentId, Place, View
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.revisions.carryover.carried_items import CarriedItem, CarriedKind, CarryVerdict
from delegate_desk.core.revisions.comparison import Comparison, Differing, UnitOutcome, Verdict
from delegate_desk.core.word_diff import diff_words
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, quiet_hours
from support.known_revision import NEW_TEXTS, P1, P2, P3, A, B, compared, note, said, told


@pytest.fixture
def pair(desk: Desk, held: DocumentId, tmp_path: Path) -> Comparison:
    return compared(desk, held, tmp_path)


def test_a_proposal_that_was_taken_says_so_with_both_wordings(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_item(
        pair.old, PositionEntry(A, Stance.SUPPORT_IF, "set quiet hours for ships at berth, with exceptions;")
    )
    (found,) = told(desk, pair).proposals
    assert (found.old, found.new, found.delegations) == (A, A, ())
    assert found.item is not None
    assert (found.adoption.outcome, found.adoption.added) == (AdoptionOutcome.TAKEN, (("exceptions", True),))
    assert any("exceptions" in text for _, text in found.proposed_diff)
    assert any("hospital" in text for _, text in found.actual_diff)


def test_a_proposal_on_what_is_gone_is_gone_and_one_to_delete_it_is_taken(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_item(pair.old, PositionEntry(B, None, "offer cheap shore power to ships that keep them."))
    desk.positions.set_item(pair.old, PositionEntry(P3, None, ""))
    by_place = {one.old: one for one in told(desk, pair).proposals}
    assert (by_place[B].adoption.outcome, by_place[B].new, by_place[B].actual_diff) == (AdoptionOutcome.GONE, None, ())
    assert (by_place[P3].adoption.outcome, by_place[P3].adoption.rate) == (AdoptionOutcome.TAKEN, 1.0)


def test_a_proposal_that_a_new_paragraph_took_is_found_there(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_item(
        pair.old,
        PositionEntry(P2, None, "The Council invites the Member States, when power is affordable for small ports, to:"),
    )
    (found,) = told(desk, pair).proposals
    assert (found.new, found.elsewhere) == (P2, P3)
    assert found.adoption.outcome is not AdoptionOutcome.NOT_TAKEN


def test_where_the_place_is_not_known_nothing_is_said_of_it(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_item(pair.old, PositionEntry(P1, Stance.RED_LINE, "Noise is no concern of the Council."))
    doubtful = replace(
        pair, outcomes=tuple(replace(f, alternatives=(P3,)) if f.old == P1 else f for f in pair.outcomes)
    )
    found = told(desk, doubtful)
    assert found.proposals[0].adoption.outcome is AdoptionOutcome.UNKNOWN
    assert found.proposals[0].new is None
    assert found.red_lines[0].was_touched


def test_what_a_person_decided_counts(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_item(pair.old, PositionEntry(P1, None, "Shore power has to be affordable for small ports."))
    moment = desk.annotations.new(Place(pair.old, P1), AnnotationKind.NOTE).created
    moved = CarriedItem(CarriedKind.POSITION, P1, P1, P3, CarryVerdict.DOUBTFUL, decided=moment)
    (found,) = told(desk, pair, moved).proposals
    assert (found.new, found.adoption.outcome) == (P3, AdoptionOutcome.TAKEN)
    desk.positions.set_item(pair.old, PositionEntry(P1, None, "Noise is welcome."))
    (found,) = told(desk, pair, replace(moved, new=None)).proposals
    assert (found.new, found.adoption.outcome) == (None, AdoptionOutcome.GONE)


def test_red_lines_are_told_touched_ones_first(desk: Desk, pair: Comparison) -> None:
    quiet = note(desk, pair, A, AnnotationKind.RED_LINE, "keep", "set quiet hours")
    loud = note(desk, pair, B, AnnotationKind.RED_LINE, "gone")
    found = told(desk, pair).red_lines
    assert [(one.annotation and one.annotation.id, one.was_touched) for one in found] == [
        (loud.id, True),
        (quiet.id, False),
    ]
    assert found[0].carried.verdict is CarryVerdict.DELETED


def test_reservations_are_ours_and_not_lifted_questions_are_open(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_delegation("EL")
    ours = note(desk, pair, P2, AnnotationKind.SCRUTINY_RESERVATION)
    theirs = note(desk, pair, P2, AnnotationKind.RESERVATION)
    desk.annotations.save(replace(theirs, holder="DE"))
    lifted = note(desk, pair, P2, AnnotationKind.RESERVATION)
    desk.annotations.save(replace(lifted, status=AnnotationStatus.DONE))
    asked = note(desk, pair, P1, AnnotationKind.QUESTION, "why?")
    answered = note(desk, pair, P1, AnnotationKind.QUESTION, "when?")
    desk.annotations.save(replace(answered, status=AnnotationStatus.DONE))
    found = told(desk, pair)
    assert [one.annotation and one.annotation.id for one in found.reservations] == [ours.id]
    assert [one.annotation and one.annotation.id for one in found.questions] == [asked.id]


def test_what_a_delegation_asked_for_and_the_text_now_says_is_a_wish(desk: Desk, pair: Comparison) -> None:
    said(desk, 'FR EL+ 2(a) wants "exceptions for hospital ships"')
    said(desk, 'DE- 1 wants "serious concern"')
    said(desk, 'NL 3 wants "affordable for small ports"')
    said(desk, 'PRES concludes 2(a) "with exceptions"')
    found = told(desk, pair)
    assert [(one.wording, one.new, one.intervention.delegations) for one in found.adopted_requests] == [
        ("exceptions for hospital ships", A, ("FR", "EL")),
        ("affordable for small ports", P3, ("NL",)),
    ]
    by = {one.delegations: one for one in found.proposals}
    assert list(by) == [("DE",), ("FR", "EL"), ("NL",)]
    assert by["FR", "EL"].adoption.outcome is AdoptionOutcome.TAKEN
    assert by["DE",].adoption.outcome is not AdoptionOutcome.TAKEN


def test_what_was_said_on_an_earlier_revision_counts_where_it_was_carried_on(desk: Desk, pair: Comparison) -> None:
    said(desk, 'FR+ 2(a) wants "exceptions for hospital ships"')
    (one,) = desk.meetings.interventions_for_document(pair.old)
    other = next(iter(desk.documents.add(desk.documents.paste("1. Set hours.\n\n2. Wait.\n")).documents))
    fates = (UnitOutcome(P1, A, Verdict.REWORDED, 0.5, diff_words("Set hours.", NEW_TEXTS[A])),)
    later = Comparison(other, pair.new, View.AFTER, fates)
    assert told(desk, later).adopted_requests == ()
    linked = CarriedItem(CarriedKind.INTERVENTION, one.id, P1, A, CarryVerdict.REWORDED)
    assert [wish.new for wish in told(desk, later, linked).adopted_requests] == [A]


def test_a_wording_that_stands_in_the_text_in_a_row_is_taken_whatever_words_it_shares(
    desk: Desk, pair: Comparison
) -> None:
    said(desk, 'FR+ 1 wants "notes with concern"')
    said(desk, 'DE+ 1 wants "notes that noise disturbs with concern those at sea"')
    by = {one.delegations: one.adoption for one in told(desk, pair).proposals}
    assert (by["FR",].outcome, by["FR",].rate) == (AdoptionOutcome.TAKEN, 1.0)
    assert [word for word, _ in by["DE",].added] == ["concern", "sea"]
    assert by["DE",].outcome is AdoptionOutcome.IN_PART


def test_our_drafting_suggestions_are_proposals_too(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_delegation("EL")
    ours = note(desk, pair, P2, AnnotationKind.DRAFTING_SUGGESTION, "rather “calls on”", "invites")
    theirs = note(desk, pair, P1, AnnotationKind.DRAFTING_SUGGESTION, "notes with regret", "notes")
    desk.annotations.save(replace(theirs, holder="DE"))
    first, second = told(desk, pair).proposals
    assert first.annotation is not None
    assert first.annotation.id == ours.id
    assert (first.delegations, first.adoption.outcome) == ((), AdoptionOutcome.TAKEN)
    assert (second.delegations, second.adoption.outcome) == (("DE",), AdoptionOutcome.NOT_TAKEN)


def test_the_rest_goes_by_weight_and_leaves_out_what_is_ours(desk: Desk, pair: Comparison) -> None:
    note(desk, pair, A, AnnotationKind.RED_LINE)
    found = told(desk, pair).other_outcomes
    assert next(fate.old or fate.new for fate in found) == P3
    assert A not in {fate.old for fate in found}
    assert {fate.verdict for fate in found} == {Verdict.INSERTED, Verdict.DELETED, Verdict.REWORDED}


def test_in_two_languages_only_what_can_be_told_is_told(desk: Desk, pair: Comparison) -> None:
    note(desk, pair, P1, AnnotationKind.RED_LINE)
    note(desk, pair, A, AnnotationKind.RED_LINE)
    desk.positions.set_item(pair.old, PositionEntry(P2, None, "Other words."))
    across = replace(pair, is_cross_language=True, differing={A: (Differing.LENGTH,)})
    found = told(desk, across)
    assert [(one.carried.old, one.was_touched) for one in found.red_lines] == [(A, True), (P1, None)]
    assert (found.proposals[0].new, found.proposals[0].adoption.outcome) == (P2, AdoptionOutcome.UNKNOWN)
    assert found.adopted_requests == ()


def test_what_we_have_on_another_language_version_counts_too(desk: Desk, pair: Comparison, tmp_path: Path) -> None:
    content = desk.documents.content(pair.old)
    french = replace(content, header=replace(content.header, language="fr"))
    reading = desk.documents.read(quiet_hours(tmp_path, name="french.txt", text=f"{QUIET_HOURS}\n"))
    (other,) = desk.documents.add(replace(reading, document=french)).documents
    own = note(desk, pair, A, AnnotationKind.RED_LINE, "in English")
    for address, kind in ((P1, AnnotationKind.RED_LINE), (B, AnnotationKind.SCRUTINY_RESERVATION)):
        desk.annotations.save(desk.annotations.new(Place(other, address), kind, text="en français"))
    desk.positions.set_item(other, PositionEntry(P1, Stance.QUESTION, "Le Conseil note le bruit."))
    found = told(desk, pair)
    assert [(one.annotation and one.annotation.text, one.carried.new) for one in found.red_lines] == [
        ("en français", P1),
        ("in English", None),
    ]
    assert [(one.carried.old, one.was_touched) for one in found.reservations] == [(B, True)]
    assert [(one.carried.old, one.was_touched) for one in found.questions] == [(P1, True)]
    assert [(one.old, one.new, one.adoption.outcome) for one in found.proposals] == [(P1, P1, AdoptionOutcome.UNKNOWN)]
    assert found.versions == {other}
    assert own.place.document == pair.old
