import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.cipher import SealedCipher
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.errors import DiskFullError
from delegate_desk.core.library.records import Node, SidecarSubject
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.files.sidecars import SidecarFiles, Sidecars, SidecarStore
from support.document_values import quiet_hours


@pytest.fixture
def database(desk: Desk) -> Iterator[Database]:
    """The same library, opened by another program."""
    with closing(Database(desk.folder)) as opened:
        yield opened


def write(desk: Desk) -> None:
    for _ in desk.sidecars.catch_up():
        pass


def note(desk: Desk, place: Place, text: str = "Ask about the ferries.") -> Annotation:
    made = desk.annotations.new(place, AnnotationKind.QUESTION, text=text, words="noise")
    desk.annotations.save(made)
    return made


def sidecar(desk: Desk, key: DocumentId) -> Path:
    return desk.folder / "sidecars" / f"{desk.documents.get(key).sha256}.jsonld"


def content(path: Path) -> Node:
    found: Node = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_what_a_person_wrote_is_in_a_plain_file(desk: Desk, first: Place) -> None:
    made = note(desk, first)
    desk.positions.set_item(first.document, PositionEntry(first.address, Stance.OPPOSE, comment="Too loud."))
    write(desk)
    said = content(sidecar(desk, first.document))
    held = desk.documents.get(first.document)
    assert said["version"] == 1
    assert said["type"] == "DocumentSidecar"
    assert said["document"]["reference"] == held.name
    assert said["document"]["number"] == held.id
    assert (desk.folder / said["document"]["original"]).is_file()
    (annotation,) = said["annotations"]
    assert annotation["id"] == f"urn:uuid:{made.id}"
    assert annotation["body"][0]["value"] == "Ask about the ferries."
    (item,) = said["position"]["items"]
    assert (item["address"], item["stance"], item["comment"]) == ("para_1", "oppose", "Too loud.")
    (unit,) = said["units"]
    assert unit["address"] == "para_1"
    assert unit["text"].startswith("The Council notes that noise")


def test_sidecars_are_written_when_the_library_is_closed(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        (key,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents
        path = sidecar(desk, key)
        assert desk.sidecars.count_outdated()
    assert content(path)["document"]["number"] == key
    with open_desk(tmp_path / "library") as desk:
        assert not desk.sidecars.count_outdated()


def test_a_library_without_sidecars_gets_them_and_loses_those_of_what_is_gone(desk: Desk, held: DocumentId) -> None:
    write(desk)
    for path in (desk.folder / "sidecars").glob("*.jsonld"):
        path.unlink()
    write(desk)
    assert content(sidecar(desk, held))["document"]["number"] == held
    write(desk)
    path = sidecar(desk, held)
    desk.documents.remove(held)
    write(desk)
    assert content(path)["document"]["trashed"]
    desk.documents.empty_trash()
    write(desk)
    assert not path.exists()
    assert content(desk.folder / "sidecars" / "library.jsonld")["last_number"] == held


def test_what_changes_while_it_is_written_is_due_again(desk: Desk, first: Place, database: Database) -> None:
    made = note(desk, first)
    write(desk)
    desk.annotations.save(replace(made, text="two"))

    class Slow(SidecarStore):
        """A store whose sidecar is out of date as soon as its data is read."""

        def build_content(self, subject: SidecarSubject, key: str) -> Node | None:
            gathered = super().build_content(subject, key)
            desk.annotations.save(replace(made, text="three"))
            return gathered

    for _ in Sidecars(Slow(database), SidecarFiles(desk.folder), database).catch_up():
        pass
    assert desk.sidecars.count_outdated() == 1
    write(desk)
    assert content(sidecar(desk, first.document))["annotations"][0]["body"][0]["value"] == "three"


def test_of_two_programs_the_one_that_gathered_last_has_its_way(desk: Desk, first: Place, database: Database) -> None:
    made = note(desk, first)

    class Overtaken(SidecarStore):
        """A store that another program changes between reading and writing."""

        def build_content(self, subject: SidecarSubject, key: str) -> Node | None:
            gathered = super().build_content(subject, key)
            if subject is SidecarSubject.DOCUMENT:
                desk.annotations.save(replace(made, text="newer"))
                write(desk)
            return gathered

    for _ in Sidecars(Overtaken(database), SidecarFiles(desk.folder), database).catch_up():
        pass
    assert content(sidecar(desk, first.document))["annotations"][0]["body"][0]["value"] == "newer"
    assert not desk.sidecars.count_outdated()


def test_what_says_the_same_is_not_written_again_and_what_is_removed_for_good_goes(desk: Desk, first: Place) -> None:
    made = note(desk, first)
    write(desk)
    before = sidecar(desk, first.document).stat().st_ino
    desk.corrections.for_document(first.document)
    SidecarStore(desk._database).all_due()
    write(desk)
    assert sidecar(desk, first.document).stat().st_ino == before
    desk.annotations.save(replace(made, text="a word that goes"))
    write(desk)
    assert sidecar(desk, first.document).stat().st_ino != before
    desk.annotations.remove(made.id)
    desk.documents.empty_trash()
    write(desk)
    assert "a word that goes" not in sidecar(desk, first.document).read_text(encoding="utf-8")


def test_a_full_disk_leaves_them_due(desk: Desk, first: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write(desk)
    before = sidecar(desk, first.document).read_bytes()
    note(desk, first)
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(DiskFullError):
            write(desk)
        desk.sidecars.finish()  # reports it only in the log
    assert sidecar(desk, first.document).read_bytes() == before
    assert not list((desk.folder / "sidecars").glob("*.new"))
    write(desk)
    assert content(sidecar(desk, first.document))["annotations"]


def test_meetings_have_sidecars_with_their_lines(desk: Desk, first: Place) -> None:
    meeting = desk.meetings.new("Working Party on Harbours")
    desk.meetings.save(meeting)
    desk.meetings.capture(meeting.id, "FR+ 1 louder", at_hand=first)
    write(desk)
    said = content(desk.folder / "sidecars" / "meetings" / f"{meeting.id}.jsonld")
    (line,) = said["meeting"]["lines"]
    assert line["text"] == "FR+ 1 louder"
    assert line["document"]["sha256"] == desk.documents.get(first.document).sha256
    assert line["interventions"][0]["delegations"] == "FR"


def test_the_sidecars_of_an_encrypted_library_are_sealed(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library", SealedCipher(b"k" * 32)) as desk:
        (key,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents
        path = sidecar(desk, key)
        sha256 = desk.documents.get(key).sha256
    assert b"quiet" not in path.read_bytes()
    found = SidecarFiles(tmp_path / "library", SealedCipher(b"k" * 32)).read(
        SidecarSubject.DOCUMENT, f"{sha256}.jsonld"
    )
    assert found.content
    assert found.content["document"]["file_name"] == "quiet hours.txt"
