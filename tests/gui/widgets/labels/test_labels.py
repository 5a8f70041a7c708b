"""The words of the window for annotations, comparisons, terms, and what can be undone."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.annotations.annotation_list import OURS, Age, Aspect, Deadline, Grouping
from delegate_desk.core.changes import EditSubject, HistoryEdit
from delegate_desk.core.contributions.contribution import Contribution, ContributionId
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import Address, DocumentId, Header, LibraryDocument, Place
from delegate_desk.core.documents.reading_remarks import MarkUpReason, ReadingRemark, RemarkKind
from delegate_desk.core.documents.references import ACTS, Reference
from delegate_desk.core.meetings.meeting import CapturedLine, LineId, Meeting, MeetingId
from delegate_desk.core.positions.position import Position, PositionEntry, ReadyPhrase, Stance, UnanchoredItem
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.core.revisions.comparison import (
    CarriedItem,
    CarriedKind,
    Carry,
    CarryVerdict,
    PendingPlacement,
    Verdict,
)
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.shell.edit_controllers import describe_edit
from delegate_desk.gui.widgets.labels import comparison, terms


@pytest.fixture
def _in_athens(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = QLocale()
    monkeypatch.setenv("TZ", "Europe/Athens")
    time.tzset()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("language", "day", "text", "short"),
    [
        ("fr", date(2026, 12, 1), "mardi 1er décembre 2026", "1er déc."),
        ("fr", date(2026, 12, 11), "vendredi 11 décembre 2026", "11 déc."),
        ("en_GB", date(2026, 12, 1), "Tuesday 1 December 2026", "1 Dec"),
        ("el", date(2026, 12, 1), "Τρίτη 1 Δεκεμβρίου 2026", "1 Δεκ"),
    ],
)
def test_the_first_of_a_month_is_1er_in_french(language: str, day: date, text: str, short: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert terms.format_weekday(day) == text
        assert text.endswith(terms.format_day(day))
        assert terms.format_short_day(day) == short
    finally:
        QLocale.setDefault(before)


def due(moment: datetime | None) -> Annotation:
    made = datetime(2026, 1, 1, tzinfo=UTC)
    place = Place(DocumentId(1), Address("para_1"))
    return Annotation(AnnotationId("a"), place, AnnotationKind.NOTE, "", made, made, due=moment)


@pytest.mark.usefixtures("_in_athens")
@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 10, 24, 20, 0, tzinfo=UTC), "today 23:00"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "tomorrow 03:30"),  # the hour that occurs twice
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "tomorrow 03:30"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "tomorrow 04:30"),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "Mon 26 Oct 00:30"),  # after a day of 25 hours
        (datetime(2026, 10, 23, 6, 0, tzinfo=UTC), "Fri 23 Oct 09:00"),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "28 Mar 2027 02:30"),
        (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), "28 Mar 2027 04:30"),  # there is no half past three on that day
        (None, ""),
    ],
)
def test_deadlines_are_told_by_the_local_clock(moment: datetime | None, said: str) -> None:
    assert terms.format_due(due(moment), datetime(2026, 10, 24, 9, 0, tzinfo=UTC)) == said


def test_every_value_has_words_and_verdicts_their_colours() -> None:
    for aspect, values in ((Aspect.KIND, AnnotationKind), (Aspect.CREATED, Age), (Aspect.DUE, Deadline)):
        assert all(terms.aspect_value_label(aspect, value, {}) for value in values)
    assert all(comparison.verdict_label(verdict) and comparison.VERDICT_ROLES[verdict] for verdict in Verdict)
    for outcome in AdoptionOutcome:
        assert comparison.adoption_label(ProposalAdoption(outcome, 0.4))
        assert comparison.OUTCOME_ROLES[outcome]
    assert all(map(comparison.carry_verdict_label, CarryVerdict))
    assert all(map(terms.kind_label, AnnotationKind))
    assert all(terms.stance_label(stance) and terms.STANCE_SIGNS[stance] for stance in Stance)
    assert len({terms.state_name(code) for code in PROTOCOL_ORDER}) == 27
    assert terms.aspect_value_label(Aspect.HOLDER, OURS, {}) == "ours"
    assert terms.aspect_value_label(Aspect.HOLDER, "FR", {}) == "FR"
    assert all(terms.aspect_label(aspect) for aspect in Aspect)
    assert all(terms.grouping_label(grouping) for grouping in Grouping)


@pytest.mark.usefixtures("_in_athens")
def test_days_of_groups_have_their_weekday() -> None:
    assert terms.group_title(Grouping.DUE, "2026-11-26", {}) == "Thursday 26 November 2026"
    assert terms.group_title(Grouping.DUE, "", {}) == "Without a deadline"
    assert terms.group_title(Grouping.TAG, "", {}) == "Without a tag"


OLD, NEW = DocumentId(1), DocumentId(2)
PARA = Address("para_1")


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")]
)
def test_a_little_is_not_nothing_and_nearly_all_is_not_all(share: float, said: str) -> None:
    assert comparison.format_percent(share).replace("\u00a0", " ") == said


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


@pytest.mark.parametrize(
    ("address", "label", "shown"),
    [
        ("para_10", "10.", "10."),
        ("para_7__point_6", "στ)", "7στ)"),
        ("art_10__para_3", "3.", "10(3)"),
        ("art_1__para_1a", "1 bis.", "1(1 bis)"),
        ("art_5__para_2__point_1", "(a)", "5(2)(a)"),
        ("rec_26", "(26)", "(26)"),
        ("hd_1", "", ""),
        ("fn_9", "9", "fn 9"),
    ],
)
def test_the_margin_names_the_place(address: str, label: str, shown: str) -> None:
    assert terms.margin_label(Address(address), label) == shown


def test_things_are_counted_in_words() -> None:
    assert terms.format_count(1, "1 document", "{n} documents") == "1 document"
    assert terms.format_count(1204, "1 document", "{n} documents") == "1\u202f204 documents"
    assert terms.format_count(0, "1 document", "{n} documents") == "0 documents"


@pytest.mark.parametrize(
    ("remark", "shown"),
    [
        (ReadingRemark(RemarkKind.NO_TEXT, pages=(3,)), "no text on page 3"),
        (ReadingRemark(RemarkKind.BROKEN_TEXT, pages=(1, 3, 4, 5)), "a broken text layer on pages 1, 3–5"),
        (ReadingRemark(RemarkKind.COMMENTS, 2), "2 comments are left out"),
    ],
)
def test_what_could_not_be_read_is_said_in_the_windows_words(remark: ReadingRemark, shown: str) -> None:
    assert terms.reading_remark_label(remark) == shown


@pytest.mark.usefixtures("qapp", "_in_greek")
def test_every_remark_and_reason_is_translated_and_a_document_is_not_called_as_a_note_of_ours() -> None:
    assert terms.document_type_label("note") == "Σημείωμα"
    assert terms.kind_label(AnnotationKind.NOTE) == "Σημείωση"
    remarks = [ReadingRemark(kind, count) for kind in RemarkKind for count in (1, 2)[: 1 + bool(kind.plural)]]
    assert [r for r in remarks if r.wording in terms.reading_remark_label(r)] == []
    assert [reason for reason in MarkUpReason if terms.markup_reason_label(reason) == reason] == []


@pytest.fixture
def _in_greek() -> Iterator[None]:
    interface_language.install_language("el")
    yield
    interface_language.install_language("en")


@pytest.fixture
def _in_french() -> Iterator[None]:
    interface_language.install_language("fr")
    yield
    interface_language.install_language("en")


@pytest.mark.usefixtures("qapp", "_in_french")
def test_french_has_its_own_marks_between_words_and_its_own_names() -> None:
    assert terms.document_type_label("outcome_of_proceedings") == "Résultats des travaux"
    assert terms.document_type_label("ia_item_note") == "Note point «\u00a0I/A\u00a0»"
    assert terms.quote("sans délai") == "«\u00a0sans délai\u00a0»"
    assert terms.format_labelled("Nouvelles", "3") == "Nouvelles\u00a0: 3"
    assert terms.join_statements(["2 placés", "", "1 en attente"]) == "2 placés\u202f; 1 en attente"
    assert terms.format_decimal(66.14, 1) == "66,1"
    assert terms.format_size(12_300_000) == "12,3\u00a0Mo"
    assert terms.format_count(0, "1 document", "{n} documents") == "0 document"
    assert terms.format_count(0, "le premier", "les {n} premiers") == "les 0 premiers"


@pytest.mark.usefixtures("qapp", "_in_french")
def test_every_kind_of_act_and_every_type_that_headings_name_is_named() -> None:
    kinds = [*paths.load_table("header_words")["types"], *(act.lower().replace(" ", "_") for act in ACTS)]
    assert [kind for kind in kinds if kind not in paths.load_table("document_types")] == []
    assert [terms.document_type_label(kind) for kind in ("regulation", "decision")] == ["Règlement", "Décision"]


def test_of_the_languages_one_reads_that_of_the_window_comes_first() -> None:
    interface_language.install_language("en")
    assert terms.reading_languages([]) == ("en",)
    assert terms.reading_languages(["fr", "en"]) == ("en", "fr")
    assert terms.reading_languages(["fr", "el"]) == ("fr", "el", "en")


NOW = datetime(2026, 3, 4, tzinfo=UTC)
NOWHERE = DocumentId(0)


@dataclass(frozen=True)
class Of:
    """The state that a service keeps of a meeting or a contribution, as far as it is shown."""

    meeting: Meeting | None = None
    contribution: Contribution | None = None
    trashed: datetime | None = None


def edits(desk: Desk, held: DocumentId) -> dict[str, HistoryEdit]:
    """One of each kind of action that can be undone, by its description."""
    third = Place(held, Address("para_3"))
    note = desk.annotations.new(third, AnnotationKind.RED_LINE)
    other = replace(note, place=Place(held, Address("para_1")))
    empty = Position(held)
    position = replace(empty, items=(PositionEntry(Address("para_3"), comment="Keep it."),))
    two = replace(position, items=(*position.items, PositionEntry(Address("para_1"), comment="Too.")))
    meeting = Meeting(MeetingId("m"), None, "Working Party on Shipping", None, None, "", "", (), NOW)
    line = CapturedLine(LineId("l"), MeetingId("m"), None, "DE+ 3 agrees", NOW)
    paper = Contribution(ContributionId("c"), held, held, ())
    phrase = ReadyPhrase("quiet", "en", "We thank the presidency.")
    mended = Correction(CorrectableField.SUBJECT, "Quiet", "Qiet", 0.4, NOW)
    lost = UnanchoredItem(1, held, Address("para_9"), "gone", annotation=note)

    def edit(
        subject: EditSubject, before: object, after: object, key: str = "", document: DocumentId = held
    ) -> HistoryEdit:
        return HistoryEdit(subject, document, key, before, after)

    subjects = EditSubject
    return {
        "red line on paragraph 3": edit(subjects.ANNOTATION, None, note),
        "change to red line on paragraph 3": edit(subjects.ANNOTATION, note, replace(note, text="Never")),
        "removal of red line on paragraph 3": edit(subjects.ANNOTATION, (note,), None),
        "change to 2 notes": edit(subjects.ANNOTATION, (note, other), (note, other)),
        "placement of the red line": edit(subjects.ANNOTATION, lost, third),
        "our position on paragraph 3": edit(subjects.POSITION, empty, position),
        "our position on ST 7001/26": edit(subjects.POSITION, empty, two),
        "moving ST 7001/26 to the trash": edit(subjects.DOCUMENT, None, NOW, f"document {held}"),
        "restoring ST 7001/26 from the trash": edit(subjects.DOCUMENT, NOW, None, f"document {held}"),
        "correction of subject in ST 7001/26": edit(subjects.DOCUMENT, None, mended, "correction"),
        "meeting of Working Party on Shipping": edit(subjects.MEETING, None, Of(meeting)),
        "change to meeting of Working Party on Shipping": edit(subjects.MEETING, Of(meeting), Of(meeting)),
        "removal of meeting of Working Party on Shipping": edit(
            subjects.MEETING, Of(meeting), Of(meeting, trashed=NOW)
        ),
        "change to delegation groups": edit(subjects.MEETING, {}, {"B4": ("BE",)}, document=NOWHERE),
        "intervention “DE+ 3 agrees”": edit(subjects.LINE, None, line, document=NOWHERE),
        "removal of intervention “DE+ 3 agrees”": edit(subjects.LINE, line, None, document=NOWHERE),
        "carry-over to ST 7001/26": edit(subjects.CARRY, (), ()),
        "choice of dossier for ST 7001/26": edit(subjects.DOSSIER, {held: None}, {held: None}, document=NOWHERE),
        "rejected dossier suggestion": edit(subjects.DOSSIER, (), (("a", "b"),), document=NOWHERE),
        "written comments in ST 7001/26": edit(subjects.CONTRIBUTION, None, Of(contribution=paper)),
        "phrase “quiet”": edit(subjects.PHRASE, (), (phrase,), document=NOWHERE),
        "removal of phrase “quiet”": edit(subjects.PHRASE, (phrase,), (), document=NOWHERE),
        "package import": edit(subjects.PACKAGE, (), (), "a1b2", document=NOWHERE),
        "removal of received notes": edit(subjects.PACKAGE, (), (), "of anna", document=NOWHERE),
    }


def test_every_kind_of_edit_has_its_words(desk: Desk, held: DocumentId) -> None:
    every = edits(desk, held)
    assert {edit.subject for edit in every.values()} == set(EditSubject)
    for said, edit in every.items():
        assert describe_edit(edit, desk) == said


def test_an_edit_of_what_is_gone_for_good_still_has_words(desk: Desk) -> None:
    gone = HistoryEdit(EditSubject.DOCUMENT, DocumentId(77), "document 77", None, NOW)
    assert describe_edit(gone, desk) == "moving a document to the trash"


def test_footnotes_among_the_compared_units_are_named_apart() -> None:
    assert comparison.format_unit_count(Verdict.INSERTED, 751, 42)[0] == "751 added (42 footnotes)"
    assert comparison.format_unit_count(Verdict.REWORDED, 2, 1)[0] == "2 reworded (1 footnote)"
    assert comparison.format_unit_count(Verdict.DELETED, 1, 0)[0] == "1 deleted"
