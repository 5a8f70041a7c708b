"""The effects of a revision on us, on a pair of documents whose outcomes are known by construction."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import docx_integrity
import openxml_audit
import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus
from delegate_desk.core.documents.document import DocumentId, Place, View
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, ExportKind, ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.revisions.comparison import (
    CarriedItem,
    CarriedKind,
    CarryVerdict,
    Comparison,
    Differing,
    UnitOutcome,
    Verdict,
)
from delegate_desk.core.revisions.consequences import Consequences
from delegate_desk.core.word_diff import diff_words
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, quiet_hours
from support.known_revision import NEW_TEXTS, P1, P2, P3, A, B, compared, note, said, told
from support.position_values import parts


@pytest.fixture
def pair(desk: Desk, held: DocumentId, tmp_path: Path) -> Comparison:
    return compared(desk, held, tmp_path)


def test_proposals_are_told_as_taken_or_gone_with_both_wordings(desk: Desk, pair: Comparison) -> None:
    desk.positions.set_item(
        pair.old, PositionEntry(A, Stance.SUPPORT_IF, "set quiet hours for ships at berth, with exceptions;")
    )
    (found,) = told(desk, pair).proposals
    assert (found.old, found.new, found.delegations) == (A, A, ())
    assert found.item is not None
    assert (found.adoption.outcome, found.adoption.added) == (AdoptionOutcome.TAKEN, (("exceptions", True),))
    assert any("exceptions" in text for _, text in found.proposed_diff)
    assert any("hospital" in text for _, text in found.actual_diff)
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


def test_the_rest_goes_by_weight_and_red_lines_are_told_touched_ones_first(desk: Desk, pair: Comparison) -> None:
    quiet = note(desk, pair, A, AnnotationKind.RED_LINE, "keep", "set quiet hours")
    loud = note(desk, pair, B, AnnotationKind.RED_LINE, "gone")
    found = told(desk, pair).red_lines
    assert [(one.annotation and one.annotation.id, one.was_touched) for one in found] == [
        (loud.id, True),
        (quiet.id, False),
    ]
    assert found[0].carried.verdict is CarryVerdict.DELETED
    desk.annotations.remove(loud.id)
    others = told(desk, pair).other_outcomes
    assert next(fate.old or fate.new for fate in others) == P3
    assert A not in {fate.old for fate in others}
    assert {fate.verdict for fate in others} == {Verdict.INSERTED, Verdict.DELETED, Verdict.REWORDED}


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


PROPOSED = "set quiet hours for ships at berth, with rare exceptions;"


@pytest.fixture
def found(desk: Desk, held: DocumentId, tmp_path: Path) -> Consequences:
    """A page with something in each of its parts."""
    pair: Comparison = compared(desk, held, tmp_path)
    desk.positions.set_delegation("EL")
    desk.positions.set_item(held, PositionEntry(A, Stance.RED_LINE, PROPOSED, "Fairness.", "Fallback <hush> & all."))
    note(desk, pair, B, AnnotationKind.QUESTION, "why?")
    note(desk, pair, P2, AnnotationKind.SCRUTINY_RESERVATION, "being looked at", "Member States")
    said(desk, 'FR+ 3 wants "affordable for small ports"')
    return told(desk, pair)


def paragraphs(file: Path) -> list[str]:
    return [p.text for p in docx.Document(str(file)).paragraphs]


def test_the_word_file_says_what_came_of_each_thing(desk: Desk, found: Consequences, tmp_path: Path) -> None:
    target = tmp_path / "changed.docx"
    desk.export.write(found, ExportKind.CONSEQUENCES, target, ExportOptions())
    lines = paragraphs(target)
    for line in (
        "ST 7001/26 → ST 7001/1/26 REV 1",
        "Our proposals",
        "Paragraph 2, point (a) – partly taken on board, 40\u00a0%",
        "Taken on board: exceptions",
        "Not taken on board: rare",
        "Our red lines",
        "Paragraph 2, point (a) – affected (reworded)",
        "Internal: Fairness.",
        "Fallback <hush> & all.",
        "Our reservations",
        "Paragraph 2 – unaffected (reworded)",
        "“Member States”",
        "Notes and questions",
        "Paragraph 2, point (b) – affected (deleted)",
        "Read: offer shore power to ships that keep them.",
        "Requested in meetings and now in the text",
        "“affordable for small ports”",
        "Other changes",
        "Paragraph 3 – deleted",
        "Read: The Council will revert to the matter by the end of 2027.",
    ):
        assert line in lines, line
    marks = {(run.text.strip(), run.style.name) for p in docx.Document(str(target)).paragraphs for run in p.runs}
    assert ("calls on", "Added") not in marks  # our own items are listed once
    assert any(style == "Added" and "exceptions" in text for text, style in marks)
    assert lines[:2] == ["INTERNAL – FOR THE CAPITAL", "Internal: for the capital only, not for circulation."]
    section = docx.Document(str(target)).sections[0]
    assert "INTERNAL – FOR THE CAPITAL" in section.header.paragraphs[0].text
    for place in (section.first_page_header, section.header, section.footer):
        assert "LIMITE" in place.paragraphs[0].text
    assert docx.Document(str(target)).core_properties.author == "Delegation of Greece"


def test_a_mail_and_a_file_say_the_same_as_text_and_as_a_page(desk: Desk, found: Consequences, tmp_path: Path) -> None:
    mail = desk.export.mail(found, ExportKind.CONSEQUENCES, ExportOptions())
    assert mail.text.startswith("LIMITE\nINTERNAL – FOR THE CAPITAL\n")
    assert "Proposed: set quiet hours for ships at berth, with rare exceptions;" in mail.text

    class Words(HTMLParser):
        seen = ""

        def handle_data(self, data: str) -> None:
            self.seen += data

    page = Words()
    page.feed(mail.html)
    assert "Fallback <hush> & all." in page.seen
    assert "<b><u>" in mail.html
    assert "<style" not in mail.html
    for line in mail.text.splitlines():
        told = line.strip("= ")
        assert not told or all(word in page.seen for word in told.split())
    for name in ("changed.txt", "changed.HTML"):
        desk.export.write(found, ExportKind.CONSEQUENCES, tmp_path / name, ExportOptions())
    assert (tmp_path / "changed.txt").read_text(encoding="utf-8") == mail.text
    assert (tmp_path / "changed.HTML").read_text(encoding="utf-8") == mail.html
    with pytest.raises(ExportFailedError):
        desk.export.write(found, ExportKind.CONSEQUENCES, tmp_path / "no folder" / "changed.docx", ExportOptions())


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_it_speaks_each_language_and_the_auditors_find_nothing(
    desk: Desk, found: Consequences, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "changed.docx"
    desk.export.write(found, ExportKind.CONSEQUENCES, target, ExportOptions(labels=language))
    assert docx_integrity.check(target) == []
    assert openxml_audit.OpenXmlValidator().validate(target).errors == []
    assert "{" not in "".join(paragraphs(target))
    heading = {"en": "Our proposals", "el": "Οι προτάσεις μας", "fr": "Nos propositions"}[language]
    assert heading in paragraphs(target)


def test_nothing_of_ours_is_said_and_two_languages_told_apart(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    pair = compared(desk, held, tmp_path)
    same = Comparison(pair.old, pair.new, pair.view, ())
    mail = desk.export.mail(told(desk, same), ExportKind.CONSEQUENCES, ExportOptions())
    assert "No changes, and we had nothing on the old text." in mail.text
    assert P3 in {fate.new for fate in told(desk, pair).other_outcomes}
    pair = replace(pair, is_cross_language=True)
    note(desk, pair, P2, AnnotationKind.RED_LINE)
    text = desk.export.mail(told(desk, pair), ExportKind.CONSEQUENCES, ExportOptions()).text
    assert "ST 7001/26 (en) → ST 7001/1/26 REV 1 (en)" in text
    assert "3 differing" in text
    assert "in another language: not known whether affected" in text
    desk.export.write(pair, ExportKind.COMPARISON, tmp_path / "both.docx", ExportOptions())
    cells = [cell.text for cell in docx.Document(str(tmp_path / "both.docx")).tables[0].rows[0].cells]
    assert cells == ["ST 7001/26 (en)", "ST 7001/1/26 REV 1 (en)"]


@pytest.mark.parametrize("markup", MarkupStyle)
def test_a_comparison_holds_nothing_of_ours(
    desk: Desk, found: Consequences, tmp_path: Path, markup: MarkupStyle
) -> None:
    target = tmp_path / "comparison.docx"
    desk.export.write(found.comparison, ExportKind.COMPARISON, target, ExportOptions(markup))
    whole = "\n".join(parts(target.read_bytes()).values())
    assert "hospital ships" in whole
    for ours in ("hush", "Fairness", "rare exceptions", "why?", "being looked at"):
        assert ours not in whole


@pytest.mark.parametrize("labels", LABEL_LANGUAGES)
def test_the_page_counts_the_paragraphs_of_the_library(desk: Desk, found: Consequences, labels: str) -> None:
    old, new = found.old.paragraphs, found.new.paragraphs
    assert f"{old} → {new} " in desk.export.mail(found, ExportKind.CONSEQUENCES, ExportOptions(labels=labels)).text
    assert old != sum(found.comparison.counts().values()) != new
