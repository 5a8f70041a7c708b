"""A shared folder, with a separate library for each person."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import Annotation, Visibility
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.exchange.package import FolderExchangeResult, PackageData
from delegate_desk.core.library.errors import PackageFault, SharedFolderAbsentError
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.exchange import package_file, shared_folder
from support.package_exchange import brought, noted, paragraph, texts


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def team(tmp_path: Path, shared: Path) -> Iterator[list[Desk]]:
    """Three people who share a folder; their libraries are empty."""
    with ExitStack() as stack:
        desks = [stack.enter_context(open_desk(tmp_path / f"library {n}")) for n in range(3)]
        for n, desk in enumerate(desks):
            desk.people.set_name(f"Person {n}")
            desk.shared_folder.start_sharing(shared)
        yield desks


def exchange(desk: Desk) -> FolderExchangeResult:
    return finish(desk.shared_folder.exchange())


def begun(desk: Desk, tmp_path: Path, text: str = "too loud") -> tuple[DocumentId, Annotation]:
    """Import the short document and add a note for circulation."""
    document = brought(desk, tmp_path)
    return document, noted(desk, paragraph(document), text)


def packages(shared: Path) -> list[Path]:
    return sorted(shared.glob("*/*.ddpack"))


def test_what_one_writes_comes_to_all_with_its_document(team: list[Desk], tmp_path: Path, shared: Path) -> None:
    one, two, three = team
    document, _ = begun(one, tmp_path)
    one.positions.set_item(document, PositionEntry(Address("para_2"), Stance.SUPPORT, comment="agreed"))
    sent = exchange(one).sent
    assert sent is not None
    assert (sent.notes, sent.position_entries, sent.originals) == (1, 1, 1)
    for other in (two, three):
        assert exchange(other).packages == 1
        (note,) = other.annotations.all()
        assert (note.text, note.author) == ("too loud", one.people.own_person().id)
        ((person, _, _),) = other.packages.positions_for_document(note.place.document)
        assert person.name == "Person 0"
        other.history.undo()
        assert texts(other) == {"too loud"}  # which is no step of theirs to undo
    assert len(packages(shared)) == 1


def test_only_what_changed_goes_there_and_no_file_is_ever_changed(
    team: list[Desk], tmp_path: Path, shared: Path
) -> None:
    one, two, _ = team
    document, note = begun(one, tmp_path)
    exchange(one)
    (first,) = packages(shared)
    before = first.read_bytes()
    assert exchange(one).sent is None
    one.annotations.save(replace(note, text="much too loud"))
    noted(one, paragraph(document, 2), "new")
    sent = exchange(one).sent
    assert sent is not None
    assert (sent.notes, sent.originals) == (2, 0)
    assert first.read_bytes() == before
    exchange(two)
    assert texts(two) == {"much too loud", "new"}


def test_a_folder_continues_and_other_choices_send_all_again_with_what_is_internal(
    team: list[Desk], tmp_path: Path, shared: Path
) -> None:
    one, two, _ = team
    document, _ = begun(one, tmp_path)
    noted(one, paragraph(document), "for us alone", visibility=Visibility.INTERNAL)
    exchange(one)
    exchange(two)
    assert texts(two) == {"too loud"}
    before = one.shared_folder.folder()
    assert not one.shared_folder.start_sharing(shared)
    assert one.shared_folder.folder() == before
    assert exchange(one).sent is None
    assert len(packages(shared)) == 1
    one.shared_folder.start_sharing(shared, internal=True)
    sent = exchange(one).sent
    assert sent is not None
    assert sent.notes == 2
    assert [path.name[:6] for path in packages(shared)] == ["000001", "000002"]
    exchange(two)
    assert texts(two) == {"too loud", "for us alone"}


def test_choices_made_while_an_exchange_is_under_way_stay_and_send_all_again(
    team: list[Desk], tmp_path: Path, shared: Path
) -> None:
    one = team[0]
    begun(one, tmp_path)
    one.shared_folder.start_sharing(shared, internal=True)
    under_way = one.shared_folder.exchange()
    next(under_way)
    one.shared_folder.start_sharing(shared, internal=False, originals=False)
    finish(under_way)
    folder = one.shared_folder.folder()
    assert folder is not None
    assert (folder.internal, folder.originals, folder.mark) == (False, False, None)


def test_one_who_was_offline_for_long_is_told_all(team: list[Desk], tmp_path: Path) -> None:
    one, two, three = team
    document, _ = begun(one, tmp_path)
    exchange(one)
    exchange(two)
    for n in range(5):
        noted(one, paragraph(document), f"one {n}")
        noted(two, paragraph(two.documents.all()[0].id), f"two {n}")
        exchange(one)
        exchange(two)
    noted(three, paragraph(brought(three, tmp_path)), "written on a train")
    assert exchange(three).packages == len(packages(tmp_path / "shared")) - 1
    everything = {"too loud", "written on a train", *(f"{who} {n}" for who in ("one", "two") for n in range(5))}
    assert texts(three) == everything
    exchange(one)
    assert texts(one) == everything


def test_the_order_in_which_files_arrive_does_not_matter(team: list[Desk], tmp_path: Path, shared: Path) -> None:
    one, two, _ = team
    _, note = begun(one, tmp_path)
    for text in ("second", "third"):
        exchange(one)
        note = replace(note, text=text)
        one.annotations.save(note)
    exchange(one)
    files = packages(shared)
    kept = tmp_path / "kept"
    kept.mkdir()
    for file in files:
        shutil.move(file, kept / file.name)
    for file in reversed(files):
        shutil.move(kept / file.name, file)
        exchange(two)
    assert texts(two) == {"third"}


def test_a_file_half_on_its_way_is_waited_for(team: list[Desk], tmp_path: Path, shared: Path) -> None:
    one, two, _ = team
    begun(one, tmp_path)
    exchange(one)
    (file,) = packages(shared)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    (waiting,) = exchange(two).unread
    assert waiting.fault in (PackageFault.DAMAGED, PackageFault.NO_PACKAGE)
    assert texts(two) == set()
    file.write_bytes(whole)
    came = exchange(two)
    assert came.unread == ()
    assert texts(two) == {"too loud"}


def test_what_could_not_be_read_is_read_again_when_the_program_starts_soon_after_the_computer(
    team: list[Desk], tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, _ = team
    begun(one, tmp_path)
    exchange(one)
    monkeypatch.setattr(package_file, "LARGEST", 10)
    assert exchange(two).unread
    monkeypatch.undo()
    monkeypatch.setattr(time, "monotonic", lambda: 30.0)
    two.shared_folder._tried.clear()
    assert exchange(two).unread == ()
    assert texts(two) == {"too loud"}


def test_what_stays_unreadable_is_not_read_again_at_each_look(
    team: list[Desk], shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, _ = team
    place = shared / one.people.own_person().id
    place.mkdir()
    (place / "000001-torn.ddpack").write_bytes(b"PK torn")
    looks: list[Path] = []
    read = two.packages.read

    def look(path: Path) -> PackageData:
        looks.append(path)
        return read(path)

    monkeypatch.setattr(two.packages, "read", look)
    for _ in range(3):
        assert len(exchange(two).unread) == 1
    assert len(looks) == 1
    monkeypatch.setattr(shared_folder, "_PATIENCE", -1.0)
    exchange(two)
    assert len(looks) == 2


def test_what_an_engine_leaves_there_is_passed_over_or_harmless(team: list[Desk], tmp_path: Path, shared: Path) -> None:
    one, two, _ = team
    begun(one, tmp_path)
    exchange(one)
    (file,) = packages(shared)
    shutil.copy(file, file.with_name(f"{file.stem}.sync-conflict-20260304-101112-ABCDEFG.ddpack"))
    shutil.copy(file, file.with_name(f".syncthing.{file.name}.tmp"))
    shutil.copy(file, file.with_name(f".{file.name}"))
    (shared / ".stfolder").mkdir()
    (shared / "notes.txt").write_text("not ours", encoding="utf-8")
    came = exchange(two)
    assert (came.packages, came.unread) == (2, ())
    assert texts(two) == {"too loud"}


def test_of_one_who_left_nothing_more_is_taken_until_they_are_back(team: list[Desk], tmp_path: Path) -> None:
    one, two, _ = team
    document, _ = begun(one, tmp_path)
    exchange(one)
    exchange(two)
    person = two.people.find("Person 0").id
    two.shared_folder.block_person(person)
    two.packages.remove_all_from_person(person)
    noted(one, paragraph(document), "after leaving")
    exchange(one)
    exchange(two)
    assert texts(two) == set()
    assert two.shared_folder.blocked_people() == {person}
    two.shared_folder.unblock_person(person)
    exchange(two)
    assert texts(two) == {"after leaving"}  # what was deleted stays deleted


def test_documents_on_which_nothing_is_said_stay_and_who_stops_sharing_sends_and_takes_nothing(
    team: list[Desk], tmp_path: Path, shared: Path
) -> None:
    one, two, _ = team
    document = brought(one, tmp_path)
    assert exchange(one).sent is None
    assert packages(shared) == []
    noted(one, paragraph(document), "too loud")
    one.shared_folder.stop_sharing()
    assert exchange(one) == FolderExchangeResult()
    assert packages(shared) == []
    assert one.shared_folder.folder() is None
    assert exchange(two) == FolderExchangeResult()


def test_a_library_is_never_shared_in_itself(desk: Desk) -> None:
    for folder in (desk.folder, desk.folder / "originals" / "none"):
        with pytest.raises(SharedFolderAbsentError):
            desk.shared_folder.start_sharing(folder)
