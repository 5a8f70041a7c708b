"""Written contributions in the layouts that delegations use."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap
from docx.shared import RGBColor

from delegate_desk.core.contributions.contribution import PlacedComment, ProvisionComment
from delegate_desk.parsing.contributions import reader
from delegate_desk.parsing.reading import read
from support.comment_tables import word_file

HOURS = "Member States shall set quiet hours of at least six hours each night."
SEVEN = "Member States shall set quiet hours of at least ~six~ +seven+ hours each night."
PROPOSED = "Member States shall set quiet hours of at least seven hours each night."


def said(
    folder: Path, *parts: Sequence[str] | Sequence[Sequence[str]], name: str = "paper.docx"
) -> list[ProvisionComment]:
    return [one.provision_comment for one in placed(folder, *parts, name=name)]


def placed(
    folder: Path, *parts: Sequence[str] | Sequence[Sequence[str]], name: str = "paper.docx"
) -> tuple[PlacedComment, ...]:
    file = word_file(folder, *parts, name=name)
    return reader.read(read(file, file.name), file_name=file.name)


Said = tuple[tuple[str, ...], str, str, str | None, str]
EXEMPT = "Member States may exempt hospital ships."
LAYOUTS: dict[str, tuple[Sequence[Sequence[str] | Sequence[Sequence[str]]], list[Said]]] = {
    "four columns with a justification": (
        (["Comments by Greece"],
         (("Article number", "Commission proposed text", "Proposed text", "Justification"),
          ("Article 2(1)", f"1. {HOURS}", f"1. {SEVEN}", "Sleep."))),
        [(("EL",), "Article 2(1)", HOURS, PROPOSED, "Sleep.")],
    ),
    "five columns join comments and justification": (
        [(("Article", "Presidency text", "Drafting suggestions", "Comments", "Justification"),
          ("2(1)", f"1. {HOURS}", f"1. {SEVEN}", "We insist.", "Sleep."))],
        [((), "2(1)", HOURS, PROPOSED, "We insist.\nSleep.")],
    ),
    "three columns take the place from the text": (
        [(("Presidency text", "Drafting suggestions", "Comments"),
          ("Article 2 Quiet hours", "", ""),
          (f"1. {HOURS}", f"1. {SEVEN}", ""),
          ("2. During quiet hours a ship at berth shall:", "", ""),
          ("(a) keep its main engines off;", "", "Which?"),
          (f"3. {EXEMPT}", "", "Why?"))],
        [((), "Article 2 1.", HOURS, PROPOSED, ""),
         ((), "Article 2 2. (a)", "keep its main engines off;", None, "Which?"),
         ((), "Article 2 3.", EXEMPT, None, "Why?")],
    ),
    "two columns under the text of each provision": (
        [(("Drafting suggestions", "Comments"), ("Article 2",), (f"1. {HOURS}",), (f"1. {SEVEN}", "Sleep."),
          (f"3. {EXEMPT}",), ("", "Why?"))],
        [((), "Article 2 1.", HOURS, PROPOSED, "Sleep."), ((), "Article 2 3.", EXEMPT, None, "Why?")],
    ),
    "a table without headings is understood by what is in it: wordings": (
        [[("Article 2(1)", f"1. {SEVEN}", "Sleep.")]],
        [((), "Article 2(1)", HOURS, PROPOSED, "Sleep.")],
    ),
    "a table without headings is understood by what is in it: comments": (
        [[("Article 2(1)", "Unclear."), ("Recital 2", "Fine.")]],
        [((), "Article 2(1)", "", None, "Unclear."), ((), "Recital 2", "", None, "Fine.")],
    ),
    "headings hold on for the tables below": (
        [(("Provision", "Drafting suggestions", "Comments"), ("Article 2(1)", f"1. {SEVEN}", "")), ["And further:"],
         [("Article 2(3)", "", "Why?")]],
        [((), "Article 2(1)", HOURS, PROPOSED, ""), ((), "Article 2(3)", "", None, "Why?")],
    ),
    "a compilation with rows that name delegations": (
        [(("Drafting suggestions", "Comments"), ("Article 2",), (f"1. {HOURS}",), ("BELGIUM",), (f"1. {SEVEN}", ""),
          ("DE",), ("", "No."))],
        [(("BE",), "Article 2 1.", HOURS, PROPOSED, ""), (("DE",), "Article 2 1.", HOURS, None, "No.")],
    ),
    "a compilation with a column that names delegations": (
        [(("Provision", "Delegation", "Comments"), ("Article 2(1)", "DE", "Too few."), ("", "FR, IT", "Enough."))],
        [(("DE",), "Article 2(1)", "", None, "Too few."), (("FR", "IT"), "Article 2(1)", "", None, "Enough.")],
    ),
    "a compilation with a column for each delegation": (
        [(("Provision", "DE", "FR"), ("Article 2(1)", "Too few.", f"1. {SEVEN}"), ("Article 3", "", "Yearly."))],
        [(("DE",), "Article 2(1)", "", None, "Too few."), (("FR",), "Article 2(1)", HOURS, PROPOSED, ""),
         (("FR",), "Article 3", "", None, "Yearly.")],
    ),
    "delegations in one cell": (
        [(("Presidency text", "Drafting suggestions", "Comments"),
          (f"1. {HOURS}", f"DE:\n1. {SEVEN}", "DE: Sleep matters.\nSE, FI: Fine: we agree."))],
        [(("DE",), "1.", HOURS, PROPOSED, "Sleep matters."), (("SE", "FI"), "1.", HOURS, None, "Fine: we agree.")],
    ),
    "a delegation named in full in its cell": (
        [(("Provision", "Comments"), ("Article 2(1)", "Germany: Too few."), ("Recital 2", "Note: a slip."))],
        [(("DE",), "Article 2(1)", "", None, "Too few."), ((), "Recital 2", "", None, "Note: a slip.")],
    ),
    "delegations in one cell with what they give": (
        [(("Presidency text", "Comments of delegations"),
          (f"1. {HOURS}", f"SE\n(Comments):\nToo few.\nSE\n(Drafting):\n1. {SEVEN}\nDE\n(Comments):\nFine."))],
        [(("SE",), "1.", HOURS, PROPOSED, "Too few."), (("DE",), "1.", HOURS, None, "Fine.")],
    ),
    "what is to go and what is new": (
        [(("Provision", "Text", "Drafting", "Comments"),
          ("Article 2(3)", f"3. {EXEMPT}", "Deleted", ""),
          ("Article 2(2)(b)", "(b) use shore power.", "~(b) use shore power.~", ""),
          ("Article 2(4)", "N/A", "+4. Ferries are exempt.+", ""),
          ("Article 2(1)", f"1. {HOURS}", f"1. {HOURS}", "No change."))],
        [((), "Article 2(3)", EXEMPT, "", ""),
         ((), "Article 2(2)(b)", "use shore power.", "", ""),
         ((), "Article 2(4)", "", "Ferries are exempt.", ""),
         ((), "Article 2(1)", HOURS, None, "No change.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "comments"), LAYOUTS.values(), ids=LAYOUTS)
def test_the_comments_of_a_layout_are_read(
    tmp_path: Path, parts: Sequence[Sequence[str] | Sequence[Sequence[str]]], comments: list[Said]
) -> None:
    assert said(tmp_path, *parts) == [ProvisionComment(*comment) for comment in comments]


def test_two_columns_of_provisions_and_comments(tmp_path: Path) -> None:
    table = (("Provision", "Comments"), ("Recital 2", "Batteries too."), ("General comments", "We agree."))
    assert [
        (one.provision_comment.label, one.provision_comment.comment, one.is_general) for one in placed(tmp_path, table)
    ] == [
        ("Recital 2", "Batteries too.", False),
        ("General comments", "We agree.", True),
    ]


def test_additions_that_are_only_coloured(tmp_path: Path) -> None:
    table = (
        ("Provision", "Presidency text", "EL", "Drafting suggestions"),
        ("Article 2(1)", f"1. {HOURS}", "1. Member States shall set", "1. Member States shall set"),
    )
    file = word_file(tmp_path, table)
    document = docx.Document(str(file))
    for cell in document.tables[0].rows[1].cells[2:]:
        cell.paragraphs[0].add_run(" and publish").font.color.rgb = RGBColor(0xC0, 0, 0)
        cell.paragraphs[0].add_run(" quiet hours of at least six hours each night.")
    document.save(str(file))
    found = reader.read(read(file, file.name))
    proposal = HOURS.replace("set", "set and publish")
    assert [(one.provision_comment.delegations, one.provision_comment.proposal) for one in found] == [
        (("EL",), proposal),
        ((), proposal),
    ]


def test_additions_that_are_tracked(tmp_path: Path) -> None:
    table = (("Provision", "Drafting suggestions"), ("Article 2(1)", "1. Member States shall set quiet hours"))
    file = word_file(tmp_path, table)
    document = docx.Document(str(file))
    paragraph = document.tables[0].rows[1].cells[1].paragraphs[0]
    for tag, leaf, text in (("ins", "t", " by day"), ("del", "delText", " by night"), ("", "t", " in ports.")):
        words = f'<w:r><w:{leaf} xml:space="preserve">{text}</w:t></w:r>'.replace("</w:t>", f"</w:{leaf}>")
        tracked = f'<w:{tag} w:id="7" w:author="EL" w:date="2026-01-01T00:00:00Z">{words}</w:{tag}>' if tag else words
        whole = f'<w:p xmlns:w="{nsmap["w"]}">{tracked}</w:p>'
        paragraph._p.extend(list(parse_xml(whole)))
    document.save(str(file))
    (one,) = reader.read(read(file, file.name))
    assert one.provision_comment.quoted == "Member States shall set quiet hours by night in ports."
    assert one.provision_comment.proposal == "Member States shall set quiet hours by day in ports."


def test_running_text_under_headings(tmp_path: Path) -> None:
    lines = (
        "Written comments by Ireland",
        "General remarks",
        "Ireland supports the aim.",
        "Article 2(1): the number of hours needs study.",
        "Recital 1 – We would add harbours of refuge.",
        "Article 3",
        f"Drafting suggestion: {HOURS}",
        "Five years are long.",
    )
    assert [(one.is_general, one.provision_comment) for one in placed(tmp_path, lines)] == [
        (True, ProvisionComment(("IE",), "", "", None, "Ireland supports the aim.")),
        (False, ProvisionComment(("IE",), "Article 2(1)", "", None, "the number of hours needs study.")),
        (False, ProvisionComment(("IE",), "Recital 1", "", None, "We would add harbours of refuge.")),
        (False, ProvisionComment(("IE",), "Article 3", "", HOURS, "Five years are long.")),
    ]


def test_an_introduction_is_a_general_comment(tmp_path: Path) -> None:
    table = (("Provision", "Comments"), ("Article 2(1)", "Too few."))
    lines = ("Comments by Ireland", "12 March 2026", "Ireland thanks the Presidency for its work.")
    assert [(one.is_general, one.provision_comment.comment) for one in placed(tmp_path, lines, table)] == [
        (True, "Ireland thanks the Presidency for its work."),
        (False, "Too few."),
    ]
    assert placed(tmp_path, lines) == ()


def test_running_text_by_delegation(tmp_path: Path) -> None:
    lines = ("GERMANY", "Article 2(1)", "Too few.", "FRANCE", "General comments", "Fine.")
    assert [
        (one.provision_comment.delegations, one.provision_comment.label, one.is_general)
        for one in placed(tmp_path, lines)
    ] == [
        (("DE",), "Article 2(1)", False),
        (("FR",), "", True),
    ]


@pytest.mark.parametrize(
    ("heads", "label", "text", "proposal", "title", "code"),
    [
        (
            ("Article", "Texte de la présidence", "Suggestions de rédaction", "Commentaires"),
            "Article 2, paragraphe 1",
            "1. Les États membres fixent des heures de calme.",
            "1. Les États membres +peuvent fixer+ ~fixent~ des heures de calme.",
            "Observations de la Belgique",
            "BE",
        ),
        (
            ("Διάταξη", "Κείμενο της Προεδρίας", "Προτάσεις διατύπωσης", "Παρατηρήσεις"),
            "Άρθρο 2 παράγραφος 1",
            "1. Τα κράτη μέλη ορίζουν ώρες ησυχίας.",
            "1. Τα κράτη μέλη +μπορούν να+ ορίζουν ώρες ησυχίας.",
            "Παρατηρήσεις της Κύπρου",
            "CY",
        ),
    ],
    ids=["fr", "el"],
)
def test_other_languages(
    tmp_path: Path, heads: tuple[str, ...], label: str, text: str, proposal: str, title: str, code: str
) -> None:
    (one,) = said(tmp_path, [title], (heads, (label, text, proposal, "Α.")))
    assert (one.delegations, one.label, one.quoted, one.comment) == ((code,), label, text[3:], "Α.")
    assert one.proposal is not None
    assert one.proposal != one.quoted


def test_the_file_says_whose_it_is_where_the_document_does_not(tmp_path: Path) -> None:
    table = (("Provision", "Comments"), ("Article 2(1)", "Too few."))
    assert said(tmp_path, table, name="EL written comments.docx")[0].delegations == ("EL",)


def test_the_amendments_of_the_corpus_are_read(shared: Path) -> None:
    """Counted by hand: 23 rows, each with a wording and a justification, one of them on a missing provision."""
    file = shared / "corpus" / "tables" / "amendments-4-columns_en.docx"
    found = reader.read(read(file, file.name))
    assert len(found) == 23
    assert all(one.provision_comment.proposal is not None and one.provision_comment.comment for one in found)
    assert sum(one.provision_comment.proposal == "" for one in found) == 2
    assert [one.provision_comment.label for one in found if not one.provision_comment.quoted] == ["23(5)"]
    counts = Counter(one.provision_comment.label.split("(")[0] for one in found)
    expected = {"17": 6, "18": 1, "23": 1, "26": 2, "31": 1, "33": 2, "43": 2, "77": 3, "79": 4}
    assert counts == {"Recital 34": 1, **expected}
