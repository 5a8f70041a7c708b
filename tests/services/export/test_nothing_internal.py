"""A library full of internal content: none of it is in any part of any file for circulation."""

import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    LABEL_LANGUAGES,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, ReadyPhrase
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.planted_tokens import SECRETS, TOKEN, WORDS, items

SECRET = "7731"
PLACES = ("para_1", "para_2", "para_2__point_1", "para_3")


def parts(file: Path) -> dict[str, str]:
    """All parts of a file by name; pictures too, as text."""
    with zipfile.ZipFile(file) as bundle:
        return {name: bundle.read(name).decode("utf-8", "replace") for name in bundle.namelist()}


def a_word_file(folder: Path) -> Path:
    """The short document as a Word file."""
    document = docx.Document()
    for line in QUIET_HOURS.split("\n\n"):
        document.add_paragraph(line)
    document.save(str(folder / "quiet hours.docx"))
    return folder / "quiet hours.docx"


@pytest.fixture(params=["docx", "txt"])
def full(desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> DocumentId:
    """A document; a phrase, and internal notes of every kind."""
    file = a_word_file(tmp_path) if request.param == "docx" else quiet_hours(tmp_path)
    key = take_in(desk, file)
    desk.phrases.save(ReadyPhrase(TOKEN, TOKEN, "en"))
    for place in PLACES:
        for kind in AnnotationKind:
            note = desk.annotations.new(Place(key, Address(place)), kind, text=f"{TOKEN} {kind}", tags=[TOKEN])
            desk.annotations.save(note)
    question = desk.annotations.new(
        Place(key, Address("para_1")),
        AnnotationKind.RED_LINE,
        text="Which ports?",
        words="ports",
        tags=[TOKEN],
        visibility=Visibility.CIRCULATION,
    )
    desk.annotations.save(question)
    return key


def test_a_token_in_all_that_is_internal_is_in_no_part_of_any_file(
    desk: Desk, full: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(name, TOKEN)

    @settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
    @given(
        lines=st.lists(items(PLACES, ("para_1a", "para_2__point_1a")), max_size=4),
        texts=st.tuples(WORDS, SECRETS),
        status=st.sampled_from(PositionStatus),
        kind=st.sampled_from(DOCUMENT_KINDS),
        options=st.builds(
            ExportOptions,
            st.sampled_from(MarkupStyle),
            labels=st.sampled_from(LABEL_LANGUAGES),
            columns=st.sampled_from(ProvisionColumns),
            delegation=st.sampled_from(["EL", None]),
        ),
    )
    def leaves(
        lines: list[PositionEntry],
        texts: tuple[str, str],
        status: PositionStatus,
        kind: ExportKind,
        options: ExportOptions,
    ) -> None:
        draft(desk, full, lines, texts, status)
        target = tmp_path / "out.docx"
        try:
            desk.export.write(full, kind, target, options)
        except NothingToExportError:
            return
        for name, part in parts(target).items():
            assert SECRET not in name
            assert SECRET not in part
        preview = desk.export.preview(full, kind, options)
        mail = desk.export.mail(full, kind, options)
        assert not any(SECRET in text for text in (mail.text, mail.html))
        assert preview.internal == 0
        desk.export.write(full, kind, target, ExportOptions(audience=Audience.CAPITAL))
        assert any(SECRET in part for part in parts(target).values())

    leaves()


def draft(
    desk: Desk, key: DocumentId, lines: list[PositionEntry], texts: tuple[str, str], status: PositionStatus
) -> None:
    """Replace the position, and set its status."""
    for item in reversed(desk.positions.get(key).items):
        desk.positions.remove_item(key, item.address)
    general, internal = texts
    desk.positions.set_general(key, general)
    desk.positions.set_internal(key, internal)
    known = {unit.address for unit in desk.documents.content(key).units()}
    for item in {line.address: line for line in lines}.values():
        has_place = item.address in known if item.after is None else item.after in ("", *known)
        if has_place and not f"{item.after}__".startswith(f"{item.address}__"):
            desk.positions.set_item(key, item)
    if status is PositionStatus.CLEARED:
        desk.positions.clear(key, TOKEN)
    elif status is PositionStatus.SENT:
        desk.positions.send(key, TOKEN, f"{TOKEN}.docx")
