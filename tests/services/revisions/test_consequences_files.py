"""The page on what changed for us, as it leaves for the capital."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import docx_integrity
import openxml_audit
import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, MarkupStyle
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.core.revisions.consequences import Consequences
from delegate_desk.desk import Desk
from support.known_revision import P2, P3, A, B, compared, note, said, told
from support.position_values import parts

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
    desk.consequences.export(found, target)
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
        "Our open questions",
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
    assert ("calls on", "Added") not in marks  # what is ours is told once
    assert any(style == "Added" and "exceptions" in text for text, style in marks)


def test_it_says_on_each_page_that_it_is_internal_and_keeps_the_marking(
    desk: Desk, found: Consequences, tmp_path: Path
) -> None:
    target = tmp_path / "changed.docx"
    desk.consequences.export(found, target)
    assert paragraphs(target)[:2] == [
        "INTERNAL – FOR THE CAPITAL",
        "Internal: for the capital only, not for circulation.",
    ]
    section = docx.Document(str(target)).sections[0]
    assert "INTERNAL – FOR THE CAPITAL" in section.header.paragraphs[0].text
    for place in (section.first_page_header, section.header, section.footer):
        assert "LIMITE" in place.paragraphs[0].text
    assert docx.Document(str(target)).core_properties.author == "Delegation of Greece"


def test_a_mail_says_the_same_as_text_and_as_a_page(desk: Desk, found: Consequences) -> None:
    mail = desk.consequences.mail(found)
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


def test_a_file_is_text_or_a_page_by_its_name(desk: Desk, found: Consequences, tmp_path: Path) -> None:
    for name in ("changed.txt", "changed.HTML"):
        desk.consequences.export(found, tmp_path / name)
    mail = desk.consequences.mail(found)
    assert (tmp_path / "changed.txt").read_text(encoding="utf-8") == mail.text
    assert (tmp_path / "changed.HTML").read_text(encoding="utf-8") == mail.html
    with pytest.raises(ExportFailedError):
        desk.consequences.export(found, tmp_path / "no folder" / "changed.docx")


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_it_speaks_each_language_and_the_auditors_find_nothing(
    desk: Desk, found: Consequences, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "changed.docx"
    desk.consequences.export(found, target, language)
    assert docx_integrity.check(target) == []
    assert openxml_audit.OpenXmlValidator().validate(target).errors == []
    assert "{" not in "".join(paragraphs(target))
    heading = {"en": "Our proposals", "el": "Οι προτάσεις μας", "fr": "Nos propositions"}[language]
    assert heading in paragraphs(target)


def test_where_nothing_of_ours_stood_it_says_so(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    pair = compared(desk, held, tmp_path)
    same = Comparison(pair.old, pair.new, pair.view, ())
    assert "No changes, and we had nothing on the old text." in desk.consequences.mail(told(desk, same)).text
    assert P3 in {fate.new for fate in told(desk, pair).other_outcomes}


def test_two_languages_are_told_apart(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    pair = replace(compared(desk, held, tmp_path), is_cross_language=True)
    note(desk, pair, P2, AnnotationKind.RED_LINE)
    text = desk.consequences.mail(told(desk, pair)).text
    assert "ST 7001/26 (en) → ST 7001/1/26 REV 1 (en)" in text
    assert "3 differing" in text
    assert "in another language: not known whether affected" in text
    desk.comparisons.export(pair, tmp_path / "both.docx")
    cells = [cell.text for cell in docx.Document(str(tmp_path / "both.docx")).tables[0].rows[0].cells]
    assert cells == ["ST 7001/26 (en)", "ST 7001/1/26 REV 1 (en)"]


@pytest.mark.parametrize("markup", MarkupStyle)
def test_a_comparison_holds_nothing_of_ours(
    desk: Desk, found: Consequences, tmp_path: Path, markup: MarkupStyle
) -> None:
    target = tmp_path / "comparison.docx"
    desk.comparisons.export(found.comparison, target, markup)
    whole = "\n".join(parts(target.read_bytes()).values())
    assert "hospital ships" in whole
    for ours in ("hush", "Fairness", "rare exceptions", "why?", "being looked at"):
        assert ours not in whole


@pytest.mark.parametrize("labels", LABEL_LANGUAGES)
def test_the_page_counts_the_paragraphs_of_the_library(desk: Desk, found: Consequences, labels: str) -> None:
    old, new = found.old.paragraphs, found.new.paragraphs
    assert f"{old} → {new} " in desk.consequences.mail(found, labels).text
    assert old != sum(found.comparison.counts().values()) != new
