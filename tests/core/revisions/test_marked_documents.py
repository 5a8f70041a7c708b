"""Marks of whole documents, read from files and aligned as in the program."""

import re
from pathlib import Path

import docx
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Document, MarkUp, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import MarkFault, Mismark
from delegate_desk.core.revisions.marked_changes import check_marks
from delegate_desk.parsing.reading import read
from delegate_desk.services.revisions.comparison_process import align_documents
from support.marked_documents import fate, paper, unit

SENTENCES = [
    "Ships at berth shall keep quiet from ten in the evening until six in the morning.",
    "Each port shall offer power from the shore to every ship that asks for it in time.",
    "The port authority may exempt ships that carry living animals or urgent medicine.",
    "Member States shall lay down penalties that are effective and proportionate.",
    "The Commission shall report on what was achieved and propose what is still missing.",
    "This text applies from the first day of the second month after its publication.",
]


def faults(old: Document, new: Document) -> tuple[MarkFault, ...]:
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
    assert faults(old, new) == ()
    untrue = list(true)
    untrue[2] = untrue[2].replace("may exempt", "+may+ exempt").replace("urgent ", "")
    untrue[3] = untrue[3].replace("lay down", "establish")
    found = [(f.address, f.kind, f.text) for f in faults(old, compromise(tmp_path, "untrue.docx", untrue))]
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
        assert faults(read(rejected, rejected.name), new) == (), tracked.name
    assert marking > 10


def test_against_the_text_that_already_has_its_changes_every_mark_is_untrue(shared: Path) -> None:
    folder = shared / "corpus" / "docx_revisions"
    name = "RP002-Deleted-Text"
    new, accepted = (read(folder / f"{name}{end}.docx", f"{name}{end}.docx") for end in ("", "-Accepted"))
    assert {fault.kind for fault in faults(accepted, new)} == {Mismark.WAS_NOT_THERE}


WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma".split()
EDITS = st.lists(st.sampled_from(["keep", "drop", "put"]), min_size=3, max_size=18)


@given(EDITS, st.data())
def test_the_one_mark_that_is_missing_is_the_one_that_is_named(edits: list[str], data: st.DataObject) -> None:
    """Words that occur once: one mark of a correctly marked text is removed."""
    changed = [n for n, what in enumerate(edits) if what != "keep"]
    missing = data.draw(st.sampled_from(changed)) if changed else -1
    pieces = []
    for n, (what, word) in enumerate(zip(edits, WORDS, strict=False)):
        if what == "put":
            pieces += [f"new{n}" if n == missing else f"+new{n}+", word]
        elif n != missing:
            pieces.append(f"~{word}~" if what == "drop" else word)
    old, new = " ".join(WORDS[: len(edits)]), " ".join(pieces)
    found = check_marks(paper(unit(old)), paper(unit(new), mark_up=MarkUp.REVISIONS), [fate("para_1", "para_1")])
    untrue = {"put": (Mismark.UNMARKED_NEW, f"new{missing}"), "drop": (Mismark.UNMARKED_GONE, WORDS[missing])}
    assert [(f.kind, f.text) for f in found] == ([untrue[edits[missing]]] if changed else [])
