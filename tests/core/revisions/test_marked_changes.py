import re
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Document, Kind, MarkUp, Paragraph, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import MarkFault, Mismark
from delegate_desk.core.revisions.marked_changes import check_marks
from delegate_desk.parsing.reading import read
from delegate_desk.services.revisions.comparison_process import align_documents
from support.marked_documents import fate, paper, unit

HOURS = "Ports should set quiet hours for ships at berth and keep them."


def faults(
    old: str, new: str, *, mark_up: MarkUp = MarkUp.REVISIONS, before: MarkUp = MarkUp.NONE
) -> list[tuple[str, str]]:
    """Two wordings of one paragraph: which words are marked incorrectly, and how."""
    found = check_marks(paper(unit(old), mark_up=before), paper(unit(new), mark_up=mark_up), [fate("para_1", "para_1")])
    return [(fault.kind.value, fault.text) for fault in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HOURS, HOURS),
        (HOURS, "Ports ~should~ +shall+ set quiet hours for ships at berth+, day and night,+ and keep them."),
        (HOURS, f"~{HOURS}~ +Ports keep quiet hours for ships.+"),
        # words changed in part
        ("The organisation of quiet hours", "The organi~s~+z+ation of quiet hours"),
        ("Each Member State reports", "Each Member State+s+ reports"),
        ("It must make way", "It ~must~+should+ make way"),
        # dots in brackets stand for words left out
        (HOURS, "Ports should set quiet hours [...] and keep them."),
        (HOURS, "Ports should +(…)+ keep them."),
        # other quotation marks, spaces and a capital at the head need no mark
        ('The "quiet hours" of ports', "~The~ „Quiet\u00a0hours“ of ports"),
        # a repeated word is laid where marks are true
        ("Report to the Member States", "Report to the ~Member States~ +Member States concerned+"),
        ("Report to the Commission", "Report to the ~Commission~ +Presidency and the Commission+"),
    ],
)
def test_true_marks_have_no_fault(old: str, new: str) -> None:
    assert faults(old, new) == []


FAULTS = {
    "words marked as new that were there": (
        HOURS, "Ports should set +quiet hours+ for ships at berth and keep them.", [("was_there", "quiet hours")],
    ),
    "all words marked as new": (HOURS, f"+{HOURS}+", [("was_there", HOURS)]),
    "a letter that was there": ("All Member States report", "All Member State+s+ report", [("was_there", "s")]),
    "new words without a mark": (HOURS, HOURS.replace("quiet", "long quiet"), [("unmarked_new", "long")]),
    "words marked as gone that were not there": (
        HOURS, HOURS.replace("quiet", "~very~ quiet"), [("was_not_there", "very")],
    ),
    "a word put for another without a mark is gone and new": (
        HOURS, HOURS.replace("should", "shall"), [("unmarked_gone", "should"), ("unmarked_new", "shall")],
    ),
    "a little word among new ones is not taken for one that was there": (
        "Ports keep the hours", "Ports +of the North+ keep hours", [("unmarked_gone", "the")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "named"), FAULTS.values(), ids=FAULTS)
def test_words_marked_wrongly_are_named(old: str, new: str, named: list[tuple[str, str]]) -> None:
    assert sorted(faults(old, new)) == named


def test_words_gone_without_a_mark_are_named_at_their_place() -> None:
    old, new = paper(unit(HOURS)), paper(unit(HOURS.replace(" at berth", "")), mark_up=MarkUp.REVISIONS)
    (fault,) = check_marks(old, new, [fate("para_1", "para_1")])
    place = len("Ports should set quiet hours for ships")
    assert fault == MarkFault(Address("para_1"), Mismark.UNMARKED_GONE, "at berth", place, place)


def test_a_document_that_marks_nothing_is_not_checked() -> None:
    assert faults(HOURS, HOURS.replace("should", "shall"), mark_up=MarkUp.NONE) == []


def test_changes_counted_from_the_same_text_as_before_are_true() -> None:
    old = "Ports ~should~ +shall+ set quiet hours."
    assert faults(old, "Ports ~should~ +shall+ set +long+ quiet hours.", before=MarkUp.REVISIONS) == []
    assert faults(old, "Ports shall set +long+ quiet hours.", before=MarkUp.REVISIONS) == []


THIS, THAT = unit("This goes.", "para_2"), unit("That goes.", "para_3")
SEVERAL = {
    "a new unit without marks is named whole and one with marks is not": (
        [unit(HOURS)],
        [unit(HOURS), unit("All of this is new.", "para_2"), unit("+So is this.+", "para_3")],
        [("para_1", "para_1"), (None, "para_2"), (None, "para_3")],
        (MarkFault(Address("para_2"), Mismark.UNMARKED_NEW, "All of this is new.", 0, 19),),
    ),
    "a unit gone without a mark is named where it was": (
        [unit(HOURS), THIS], [unit(HOURS)], [("para_1", "para_1"), ("para_2", None)],
        (MarkFault(Address("para_2"), Mismark.UNMARKED_GONE, "This goes.", 0, 10),),
    ),
    "a unit struck whole is gone with a mark wherever it stands": (
        [unit(HOURS), THIS], [unit(HOURS), unit("~This goes.~", "para_3")],
        [("para_1", "para_1"), ("para_2", None), (None, "para_3")], (),
    ),
    "a unit struck at the end of another is gone with a mark": (
        [unit(HOURS), THIS, THAT], [unit(f"{HOURS} ~This goes. That goes.~")],
        [("para_1", "para_1"), ("para_2", None), ("para_3", None)], (),
    ),
    "a unit struck here and new there has moved with true marks": (
        [unit(HOURS), THIS], [unit(f"~{HOURS}~"), THIS, unit(f"+{HOURS}+", "para_3")],
        [(None, "para_1"), ("para_2", "para_2"), ("para_1", "para_3")], (),
    ),
    "parts of a unit that was split are checked together": (
        [unit("Ports set quiet hours. Ships keep them.")],
        [unit("Ports set quiet hours."), unit("Ships +always+ keep them.", "para_2")],
        [("para_1", "para_1"), ("para_1", "para_2")], (),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "places", "named"), SEVERAL.values(), ids=SEVERAL)
def test_marks_of_several_units_are_checked_together(
    old: list[Paragraph], new: list[Paragraph], places: list[tuple[str | None, str | None]], named: tuple[MarkFault]
) -> None:
    fates = [fate(before, after) for before, after in places]
    assert check_marks(paper(*old), paper(*new, mark_up=MarkUp.REVISIONS), fates) == named


def test_a_unit_struck_that_was_never_there_is_named() -> None:
    new = paper(unit(HOURS), unit("~This was never there at all.~", "para_3"), mark_up=MarkUp.REVISIONS)
    fates = [fate("para_1", "para_1"), fate("para_2", None), fate(None, "para_3")]
    kinds = {fault.kind for fault in check_marks(paper(unit(HOURS), THIS), new, fates)}
    assert kinds == {Mismark.UNMARKED_GONE, Mismark.WAS_NOT_THERE}


def test_what_is_not_known_to_belong_together_is_not_judged() -> None:
    old, new = paper(unit(HOURS)), paper(unit("Something else."), mark_up=MarkUp.REVISIONS)
    assert check_marks(old, new, [fate("para_1", "para_1", rivals=("para_2",))]) == ()
    assert check_marks(old, new, [fate("para_1", None, rivals=("para_1",)), fate(None, "para_1")]) == ()


def test_new_words_of_a_printed_heading_need_no_mark() -> None:
    old = paper(unit("Scope", "art_1", Kind.ARTICLE))
    for mark_up, count in ((MarkUp.PRINTED, 0), (MarkUp.REVISIONS, 1)):
        new = paper(unit("Scope and aim", "art_1", Kind.ARTICLE), mark_up=mark_up)
        assert len(check_marks(old, new, [fate("art_1", "art_1")])) == count


WORDS = st.lists(st.sampled_from("port ships hours quiet of the and".split()), min_size=1, max_size=12)
EDITS = st.lists(
    st.tuples(st.sampled_from("keep keep keep add drop".split()), st.sampled_from("set new the hours".split())),
    max_size=14,
)


@given(WORDS, EDITS)
def test_a_text_marked_as_it_was_changed_has_no_fault(words: list[str], edits: list[tuple[str, str]]) -> None:
    pieces = []
    rest = iter(words)
    for what, word in edits:
        pieces.append(f"+{word}+" if what == "add" else f"~{next(rest, '')}~" if what == "drop" else next(rest, ""))
    new = " ".join(piece for piece in [*pieces, *rest] if piece.strip("~"))
    assert faults(" ".join(words), new) == []


@given(WORDS, WORDS)
def test_faults_quote_the_words_at_their_place(old: list[str], new: list[str]) -> None:
    text = " ".join(new)
    found = check_marks(
        paper(unit(" ".join(old))), paper(unit(text), mark_up=MarkUp.REVISIONS), [fate("para_1", "para_1")]
    )
    for fault in found:
        assert text[fault.start : fault.end] == (fault.text if fault.kind is Mismark.UNMARKED_NEW else "")
    assert (not found) == (old == new)


SENTENCES = [
    "Ships at berth shall keep quiet from ten in the evening until six in the morning.",
    "Each port shall offer power from the shore to every ship that asks for it in time.",
    "The port authority may exempt ships that carry living animals or urgent medicine.",
    "Member States shall lay down penalties that are effective and proportionate.",
    "The Commission shall report on what was achieved and propose what is still missing.",
    "This text applies from the first day of the second month after its publication.",
]


def faults_between(old: Document, new: Document) -> tuple[MarkFault, ...]:
    return check_marks(old, new, finish(align_documents(old, new, View.AFTER)).outcomes)


def compromise(folder: Path, name: str, texts: list[str]) -> Document:
    """A Word file in which ``+words+`` are bold and underlined and ``~words~`` are struck through, read back."""
    file = docx.Document()
    for number, text in enumerate(texts, 1):
        block = file.add_paragraph(f"{number}. ")
        for piece in re.split(r"(\+[^+]*\+|~[^~]*~)", text):
            run = block.add_run(piece.strip("+~"))
            run.font.strike = piece.startswith("~") or None
            run.bold = run.underline = piece.startswith("+") or None
    path = folder / name
    file.save(str(path))
    return read(path, name)


def test_a_printed_compromise_with_true_marks_has_no_fault_and_each_untrue_mark_is_named(tmp_path: Path) -> None:
    old = compromise(tmp_path, "old.docx", SENTENCES)
    true = [
        SENTENCES[0].replace("ten", "~ten~ +eleven+"),
        SENTENCES[1].replace(" in time", "+, free of charge,+ in time"),
        *SENTENCES[2:4],
        "+Nothing in this text touches the rights of seafarers.+",
        *SENTENCES[4:],
    ]
    new = compromise(tmp_path, "new.docx", true)
    assert new.mark_up is MarkUp.PRINTED
    assert faults_between(old, new) == ()
    untrue = list(true)
    untrue[2] = untrue[2].replace("may exempt", "+may+ exempt").replace("urgent ", "")
    untrue[3] = untrue[3].replace("lay down", "establish")
    found = [(f.address, f.kind, f.text) for f in faults_between(old, compromise(tmp_path, "untrue.docx", untrue))]
    assert sorted(found) == [
        ("para_3", Mismark.UNMARKED_GONE, "urgent"),
        ("para_3", Mismark.WAS_THERE, "may"),
        ("para_4", Mismark.UNMARKED_GONE, "lay down"),
        ("para_4", Mismark.UNMARKED_NEW, "establish"),
    ]


def test_the_changes_that_word_tracked_are_true(shared: Path) -> None:
    folder = shared / "corpus" / "docx_revisions"
    files = sorted(folder.glob("*-Rejected.docx"))
    assert files
    marking = 0
    for rejected in files:
        tracked = folder / rejected.name.replace("-Rejected", "")
        new = read(tracked, tracked.name)
        marking += new.mark_up is MarkUp.REVISIONS
        assert faults_between(read(rejected, rejected.name), new) == (), tracked.name
    assert marking > 10


def test_against_the_text_that_already_has_its_changes_every_mark_is_untrue(shared: Path) -> None:
    folder = shared / "corpus" / "docx_revisions"
    name = "RP002-Deleted-Text"
    new, accepted = (read(folder / f"{name}{end}.docx", f"{name}{end}.docx") for end in ("", "-Accepted"))
    assert {fault.kind for fault in faults_between(accepted, new)} == {Mismark.WAS_NOT_THERE}


GREEK_LETTERS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma".split()
CHANGES = st.lists(st.sampled_from(["keep", "drop", "put"]), min_size=3, max_size=18)


@given(CHANGES, st.data())
def test_the_one_mark_that_is_missing_is_the_one_that_is_named(edits: list[str], data: st.DataObject) -> None:
    """Words that occur once: one mark of a correctly marked text is removed."""
    changed = [n for n, what in enumerate(edits) if what != "keep"]
    missing = data.draw(st.sampled_from(changed)) if changed else -1
    pieces = []
    for n, (what, word) in enumerate(zip(edits, GREEK_LETTERS, strict=False)):
        if what == "put":
            pieces += [f"new{n}" if n == missing else f"+new{n}+", word]
        elif n != missing:
            pieces.append(f"~{word}~" if what == "drop" else word)
    old, new = " ".join(GREEK_LETTERS[: len(edits)]), " ".join(pieces)
    found = check_marks(paper(unit(old)), paper(unit(new), mark_up=MarkUp.REVISIONS), [fate("para_1", "para_1")])
    untrue = {"put": (Mismark.UNMARKED_NEW, f"new{missing}"), "drop": (Mismark.UNMARKED_GONE, GREEK_LETTERS[missing])}
    assert [(f.kind, f.text) for f in found] == ([untrue[edits[missing]]] if changed else [])
