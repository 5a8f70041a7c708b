"""Files of every kind on one document, exported by the desk."""

from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.contributions.contribution import Contribution, ContributionId
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import NothingToExportError, UnusableTemplateError
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
    default_columns,
)
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.redline_checks import all_words
from support.written_comments import WRITTEN

KINDS = pytest.mark.parametrize("kind", DOCUMENT_KINDS)
ELSEWHERE = Address("para_3")


@pytest.fixture
def drafted(desk: Desk, held: DocumentId) -> DocumentId:
    """A document with a new provision, a justification and the delegations that join us, and a question."""
    desk.positions.set_delegation("EL")
    desk.positions.set_general(held, "We support the text.")
    new = PositionEntry(
        Address("para_1a"), proposal="Bells rest too.", comment="They ring.", after=Address("para_1"), label="1a."
    )
    line = PositionEntry(
        Address("para_2__point_1"), Stance.SUPPORT_IF, "set fair quiet hours for ships at berth;", "Fairness matters.",
        "We can live without.", justification="Recital 4.", joint=("CY",), fallbacks=("set quiet hours;",),
    )  # fmt: skip
    for item in (new, line):
        desk.positions.set_item(held, item)
    question = desk.annotations.new(
        Place(held, ELSEWHERE), AnnotationKind.QUESTION, text="Why 2027?", visibility=Visibility.CIRCULATION
    )
    desk.annotations.save(question)
    return held


@KINDS
def test_a_file_of_each_kind_says_all_that_circulates(
    desk: Desk, drafted: DocumentId, kind: ExportKind, tmp_path: Path
) -> None:
    for markup in MarkupStyle:
        desk.export.write(drafted, kind, tmp_path / "out.docx", ExportOptions(markup))
        whole = all_words((tmp_path / "out.docx").read_bytes())
        said = (
            "Bells rest too.",
            "They ring.",
            "fair ",
            "Fairness matters.",
            "Recital 4.",
            "CY",
            "Why 2027?",
            "LIMITE",
        )
        assert [text for text in (*said, "We support the text.") if text not in whole] == []
        assert "We can live without." not in whole


@KINDS
def test_a_preview_counts_what_leaves(desk: Desk, drafted: DocumentId, kind: ExportKind) -> None:
    seen = desk.export.preview(drafted, kind, ExportOptions())
    assert (seen.provisions, seen.internal, seen.marking) == (3, 0, "LIMITE")
    assert (seen.redlined is not None) is (kind is ExportKind.REDLINE)
    assert desk.export.preview(drafted, kind, ExportOptions(audience=Audience.CAPITAL)).internal == 2


@KINDS
def test_a_mail_says_what_the_file_says(desk: Desk, drafted: DocumentId, kind: ExportKind) -> None:
    mail = desk.export.mail(drafted, kind, ExportOptions())
    assert all("Bells rest too." in text and "Fairness matters." in text for text in (mail.text, mail.html))
    assert mail.text.startswith("LIMITE")


@KINDS
def test_with_nothing_to_say_no_file_of_any_kind_is_written(
    desk: Desk, held: DocumentId, kind: ExportKind, tmp_path: Path
) -> None:
    with pytest.raises(NothingToExportError):
        desk.export.write(held, kind, tmp_path / "out.docx", ExportOptions())
    assert not (tmp_path / "out.docx").exists()


@KINDS
def test_the_same_moment_gives_the_same_bytes_in_every_kind(
    desk: Desk, drafted: DocumentId, kind: ExportKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773077400")
    for name in ("one.docx", "two.docx"):
        desk.export.write(drafted, kind, tmp_path / name, ExportOptions())
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_a_compilation_holds_what_others_wrote_and_has_their_marking(desk: Desk, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("LIMITE\n", "")
    on = take_in(desk, quiet_hours(tmp_path, text=text))
    theirs = take_in(desk, quiet_hours(tmp_path, name="theirs.txt", text=QUIET_HOURS.replace("7001", "7002")))
    desk.contributions.add(Contribution(ContributionId("c"), on, theirs, WRITTEN))
    seen = desk.export.preview(on, ExportKind.COMPILATION, ExportOptions())
    assert seen.marking == "LIMITE"
    text = desk.export.mail(on, ExportKind.COMPILATION, ExportOptions()).text
    assert [line for line in text.splitlines() if line.startswith("DE, NL")]
    assert "Paragraph 1 bis – new, after paragraph 1" in text
    assert seen.provisions == 3
    with pytest.raises(NothingToExportError):
        desk.export.preview(on, ExportKind.POSITION, ExportOptions())


def test_what_others_wrote_is_in_a_compilation_alone(desk: Desk, drafted: DocumentId, tmp_path: Path) -> None:
    theirs = take_in(desk, quiet_hours(tmp_path, name="theirs.txt", text=QUIET_HOURS.replace("7001", "7002")))
    desk.contributions.add(Contribution(ContributionId("c"), drafted, theirs, WRITTEN))
    texts = {kind: desk.export.mail(drafted, kind, ExportOptions()).text for kind in DOCUMENT_KINDS}
    assert [kind for kind, text in texts.items() if "It should bind." in text] == [ExportKind.COMPILATION]


def test_the_table_of_comments_has_four_columns_where_none_are_chosen() -> None:
    others = set(DOCUMENT_KINDS) - {ExportKind.COMMENTS_TABLE}
    assert default_columns(ExportKind.COMMENTS_TABLE) is ProvisionColumns.FOUR
    assert {default_columns(kind) for kind in others} == {ProvisionColumns.SUGGESTIONS}


def test_a_template_that_cannot_be_filled_is_refused(desk: Desk, drafted: DocumentId, tmp_path: Path) -> None:
    broken = tmp_path / "house.docx"
    broken.write_bytes(b"no Word file")
    with pytest.raises(UnusableTemplateError):
        desk.export.write(drafted, ExportKind.ANNOTATED, tmp_path / "out.docx", ExportOptions(template=broken))
    assert not (tmp_path / "out.docx").exists()
