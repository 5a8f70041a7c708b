"""What is internal leaves in no package that circulates; what others wrote, and who they are, in no file of ours."""

import contextlib
import zipfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import NothingToExportError, UnknownPlaceError
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, ExportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.desk import Desk, open_desk
from support.package_exchange import brought, noted, pack, paragraph, send
from support.planted_tokens import SECRETS, TOKEN, WORDS, items

PLACES = ("para_1", "para_2", "para_2__point_1", "para_3")


def said_in(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        return "\n".join(name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_a_token_in_all_that_is_internal_is_in_no_part_of_a_package(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    for kind in AnnotationKind:
        note = noted(desk, paragraph(held), f"{TOKEN} {kind}", kind=kind, visibility=Visibility.INTERNAL)
        answer = desk.annotations.reply(note, TOKEN)
        desk.annotations.save(answer)

    @settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
    @given(st.lists(items(PLACES, ("para_1a",)), max_size=4), WORDS, SECRETS)
    def leaves(lines: list[PositionEntry], general: str, internal: str) -> None:
        for item in reversed(desk.positions.get(held).items):
            desk.positions.remove_item(held, item.address)
        for line in lines:
            with contextlib.suppress(UnknownPlaceError):
                desk.positions.set_item(held, line)
        desk.positions.set_general(held, general)
        desk.positions.set_internal(held, internal)
        packed = pack(desk, tmp_path / "out.ddpack")
        assert packed.internal == 0
        assert TOKEN not in said_in(tmp_path / "out.ddpack")
        assert pack(desk, tmp_path / "all.ddpack", internal=True).internal > 0
        assert TOKEN in said_in(tmp_path / "all.ddpack")

    leaves()


def test_what_others_wrote_and_their_names_are_in_no_word_file_of_ours(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    desk.people.set_name("Anna Papadaki")
    desk.positions.set_delegation("EL")
    for kind in AnnotationKind:
        noted(desk, paragraph(held), "their-words", kind=kind)
    desk.positions.set_item(held, PositionEntry(Address("para_2"), comment="their-words", internal="their-words"))
    with open_desk(tmp_path / "other") as other:
        document = brought(other, tmp_path)
        send(desk, other, tmp_path / "x.ddpack", internal=True)
        other.positions.set_delegation("CY")
        other.people.set_name("Bela Barta")
        noted(other, paragraph(document), "our-words")
        other.positions.set_item(document, PositionEntry(Address("para_1"), comment="our-words"))
        written = 0
        for export in DOCUMENT_KINDS:
            for audience in Audience:
                target = tmp_path / f"{export}-{audience}.docx"
                try:
                    other.export.write(document, export, target, ExportOptions(audience=audience))
                except NothingToExportError:
                    continue
                said = said_in(target)
                assert not any(word in said for word in ("their-words", "Anna", "Papadaki", "Bela", "Barta"))
                written += "our-words" in said
        assert written > 4
        for name in ("notes.docx", "notes.csv", "notes.jsonld"):
            other.exchange.write(tmp_path / name, internal=True)
        assert "their-words" not in said_in(tmp_path / "notes.docx")
        assert "their-words" not in (tmp_path / "notes.csv").read_text(encoding="utf-8")


def test_what_was_sent_as_internal_is_passed_on_only_as_such(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    noted(desk, paragraph(held), TOKEN, visibility=Visibility.INTERNAL)
    desk.positions.set_item(held, PositionEntry(Address("para_2"), comment="open", internal=TOKEN))
    with open_desk(tmp_path / "other") as other:
        send(desk, other, tmp_path / "x.ddpack", internal=True)
        pack(other, tmp_path / "on.ddpack")
        assert TOKEN not in said_in(tmp_path / "on.ddpack")
        assert pack(other, tmp_path / "on.ddpack", internal=True).internal == 2
