import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.cipher import SealedCipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import LibraryBusyError, LibraryNewerError
from delegate_desk.core.library.records import Fault
from delegate_desk.core.library.reports import RebuildResult
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.core.search import SavedSearch
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete
from delegate_desk.services.library.recovery import rebuild
from delegate_desk.storage.db.database import FILE_NAME
from evaluation.sidecars import kill_and_rebuild, live_and_rebuild, tables
from support.document_values import QUIET_HOURS, quiet_hours

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with open_desk(folder / "library") as desk:
        other = QUIET_HOURS.replace("7001/26", "7002/26")
        for path in (quiet_hours(folder), quiet_hours(folder, name="other.txt", text=other)):
            desk.documents.add(desk.documents.read(path))
        for number in (1, 2):
            place = Place(DocumentId(1), Address(f"para_{number}"))
            desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=f"on {number}"))
        desk.positions.set_item(DocumentId(1), PositionEntry(Address("para_2"), Stance.OPPOSE, comment="Too loud."))
    return folder / "library"


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A closed library of two documents, with notes and a position on the first."""
    return shutil.copytree(made, tmp_path / "library")


def sidecar(library: Path, number: int) -> Path:
    """The sidecar of a document, by its number."""
    for path in (library / "sidecars").glob("*.jsonld"):
        if json.loads(path.read_text(encoding="utf-8")).get("document", {}).get("number") == number:
            return path
    raise AssertionError


def change(path: Path, how: Change) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    how(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def lose_the_database(library: Path) -> None:
    (library / FILE_NAME).write_bytes(b"\0garbage" * 1000)


def anew(library: Path) -> RebuildResult:
    return finish(rebuild(library))


@pytest.fixture
def again(library: Path) -> Iterator[Callable[[], Desk]]:
    opened: list[Desk] = []

    def open_it() -> Desk:
        opened.append(open_desk(library))
        return opened[-1]

    yield open_it
    for desk in opened:
        desk.close()


# Equal


@pytest.mark.parametrize("seed", range(2))
def test_a_library_rebuilt_is_the_same_table_by_table(tmp_path: Path, seed: int) -> None:
    rebuilt, differing, after = live_and_rebuild(tmp_path, seed, 100)
    assert not differing
    assert rebuilt.is_complete
    assert rebuilt.current
    assert len(after["annotation"]) > 2
    assert not rebuilt.reread.moved


def test_killed_at_any_instant_it_leaves_the_old_or_the_new_library(tmp_path: Path) -> None:
    assert not kill_and_rebuild(tmp_path, 7, 2)


def test_an_encrypted_library_is_rebuilt(tmp_path: Path) -> None:
    cipher = SealedCipher(b"k" * 32)
    with open_desk(tmp_path / "library", cipher) as desk:
        (key,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents
        place = Place(key, Address("para_1"))
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="a word of ours"))
    lose_the_database(tmp_path / "library")
    assert finish(rebuild(tmp_path / "library", cipher)).is_complete
    with open_desk(tmp_path / "library", cipher) as desk:
        assert [one.text for one in desk.annotations.all()] == ["a word of ours"]
    for path in (tmp_path / "library").rglob("*"):
        assert path.is_dir() or b"a word of ours" not in path.read_bytes()


def test_the_latest_changes_are_written_before(library: Path, again: Callable[[], Desk]) -> None:
    with open_desk(library) as desk:
        desk.sidecars.finish = lambda *_: None  # type: ignore[method-assign]  # as if it were killed
        place = Place(DocumentId(1), Address("para_1"))
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text="the latest"))
    assert anew(library).current
    assert "the latest" in [one.text for one in again().annotations.all()]


def test_what_is_new_to_a_saved_search_stays_so(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        desk.indexing.make_ready()
        desk.search.save(SavedSearch("mine", "noise"))
        path = quiet_hours(tmp_path, name="third.txt", text=QUIET_HOURS.replace("7001/26", "7003/26"))
        desk.documents.add(desk.documents.read(path))
        desk.indexing.make_ready()
        new = desk.search._searches.new_to("mine")
    anew(library)
    with open_desk(library) as desk:
        desk.indexing.make_ready()
        assert set(desk.search._searches.new_to("mine")) == set(new)
        assert "document 3" in new


# Losses


@pytest.mark.parametrize("harm", [b"", b"\0garbage" * 1000, None])
def test_a_lost_database_is_rebuilt_and_kept(library: Path, harm: bytes | None) -> None:
    before = tables(library)
    if harm is None:
        (library / FILE_NAME).unlink()
    else:
        (library / FILE_NAME).write_bytes(harm)
    rebuilt = anew(library)
    assert tables(library) == before
    assert rebuilt.is_complete
    assert not rebuilt.current
    if harm is not None:
        assert (rebuilt.saved_at / FILE_NAME).read_bytes() == harm


def test_numbers_are_not_used_again(library: Path, tmp_path: Path) -> None:
    with open_desk(library) as desk:
        desk.documents.remove(DocumentId(2))
        desk.documents.empty_trash()
    anew(library)
    with open_desk(library) as desk:
        third = quiet_hours(tmp_path, name="third.txt", text=QUIET_HOURS.replace("7001/26", "7003/26"))
        assert desk.documents.add(desk.documents.read(third)).documents == {3}


def test_without_its_original_a_document_keeps_what_stands_on_it(library: Path, again: Callable[[], Desk]) -> None:
    said = json.loads(sidecar(library, 1).read_text(encoding="utf-8"))
    original = library / said["document"]["original"]
    original.chmod(0o600)
    original.write_bytes(b"changed")
    lose_the_database(library)
    assert anew(library).reread.damaged == {1: "quiet hours.txt"}
    delete(original)
    lose_the_database(library)
    rebuilt = anew(library)
    assert rebuilt.reread.missing == {1: "quiet hours.txt"}
    desk = again()
    assert [one.text for one in desk.annotations.all()] == ["on 1", "on 2"]
    assert desk.positions.get(DocumentId(1)).items[0].comment == "Too loud."
    assert desk.documents.get(DocumentId(1)).name == "ST 7001/26"
    for _ in desk.sidecars.catch_up():
        pass
    assert len(json.loads(sidecar(library, 1).read_text(encoding="utf-8"))["annotations"]) == 2


def test_an_original_without_a_sidecar_is_a_document_again(library: Path, again: Callable[[], Desk]) -> None:
    sidecar(library, 1).unlink()
    lose_the_database(library)
    rebuilt = anew(library)
    (key,) = rebuilt.reread.alone
    assert again().documents.get(key).name == "ST 7001/26"
    assert key == 3  # the second keeps its own


def test_a_library_that_another_program_has_open_is_left_alone(library: Path) -> None:
    held_open = (
        f"from delegate_desk.desk import *; d = open_desk(Path({str(library)!r})); print(1, flush=True); input()"
    )
    command = [sys.executable, "-c", held_open]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(LibraryBusyError):
            anew(library)
        other.kill()


def test_a_newer_library_is_left_alone(library: Path) -> None:
    with closing(sqlite3.connect(library / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(LibraryNewerError):
        anew(library)


# Parsed differently


def test_what_reads_otherwise_now_is_fixed_again(library: Path, again: Callable[[], Desk]) -> None:
    """The sidecar as an older parser would have left it: with other numbers of paragraphs."""

    def older(content: dict[str, Any]) -> None:
        for unit in content["units"]:
            unit["address"] = unit["address"].replace("para_", "para_1")
        for annotation in content["annotations"]:
            annotation["target"]["selector"]["value"] = annotation["target"]["selector"]["value"].replace("_", "_1")
        for item in content["position"]["items"]:
            item["address"] = item["address"].replace("_", "_1")

    change(sidecar(library, 1), older)
    lose_the_database(library)
    rebuilt = anew(library)
    assert rebuilt.reread.moved == {1: "quiet hours.txt"}
    desk = again()
    assert [(one.place.address, one.text) for one in desk.annotations.all()] == [("para_1", "on 1"), ("para_2", "on 2")]
    assert [item.address for item in desk.positions.get(DocumentId(1)).items] == ["para_2"]


def test_what_finds_no_place_any_more_is_listed(library: Path, again: Callable[[], Desk]) -> None:
    def older(content: dict[str, Any]) -> None:
        content["units"][1]["text"] = "Whales sing in the deep, and nobody minds what they sing of."
        content["units"][1]["address"] = "para_99"
        content["annotations"][1]["target"]["selector"]["value"] = "para_99"

    change(sidecar(library, 1), older)
    lose_the_database(library)
    anew(library)
    (lost,) = again().reparse.unplaced(DocumentId(1))
    assert lost.annotation
    assert lost.annotation.text == "on 2"
    assert lost.address == "para_99"


# Damaged and hostile sidecars


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (None, Fault.NOT_JSON),  # it breaks off
        (b"", Fault.NOT_JSON),
        (b"\xff\xfe\x00garbage", Fault.NOT_JSON),
        (b"[" * 200_000, Fault.NOT_JSON),
        (b'{"type": "DocumentSidecar", "version": 1, "document": NaN}', Fault.NOT_JSON),
        (b'{"type": "DocumentSidecar", "version": ' + b"9" * 10_000 + b"}", Fault.NOT_JSON),
        (b"[]", Fault.NO_SIDECAR),
        (b'{"type": "LibrarySidecar", "version": 1}', Fault.NO_SIDECAR),
        (b'{"type": "DocumentSidecar", "version": 1}', Fault.NO_SIDECAR),
        (b'{"type": "DocumentSidecar", "version": 2}', Fault.NEWER),
        (b'{"type": "DocumentSidecar", "version": true}', Fault.NO_SIDECAR),
        (b'{"type": "DocumentSidecar", "version": 1, "document": {"sha256": "../../library"}}', Fault.OTHER_NAME),
    ],
)
def test_a_sidecar_that_cannot_be_read_is_named_and_kept(
    library: Path, again: Callable[[], Desk], harm: bytes | None, fault: Fault
) -> None:
    path = sidecar(library, 1)
    harm = path.read_bytes()[:-200] if harm is None else harm
    path.write_bytes(harm)
    lose_the_database(library)
    rebuilt = anew(library)
    assert [(one.name, one.fault) for one in rebuilt.rejected] == [(path.name, fault)]
    assert (rebuilt.saved_at / "sidecars" / path.name).read_bytes() == harm
    assert [held.name for held in again().documents.all()] == ["ST 7001/26", "ST 7002/26"]


@pytest.mark.skipif(sys.platform == "win32", reason="there a link takes a right that few people have")
def test_a_sidecar_that_is_a_link_is_not_followed(library: Path, tmp_path: Path) -> None:
    path = sidecar(library, 1)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    lose_the_database(library)
    assert [one.fault for one in anew(library).rejected] == [Fault.UNREADABLE]


def test_the_rest_of_a_sidecar_is_taken(library: Path, again: Callable[[], Desk]) -> None:
    def harm(content: dict[str, Any]) -> None:
        content["position"]["items"].append({"address": "para_3", "stance": "shout"})
        content["annotations"].append({"type": "Annotation", "target": 5})
        content["annotations"][0]["body"] = "half a character \ud83d"
        content["position"]["items"][0]["comment"] = "half \ud83d"
        content["corrections"] = [{"field": "date", "value": "soon", "read": "", "made": "2026-01-01T00:00:00+00:00"}]
        content["carried"] = [{"new": {"sha256": "f" * 64}, "kind": "annotation", "verdict": "same"}]

    change(sidecar(library, 1), harm)
    lose_the_database(library)
    rebuilt = anew(library)
    assert sorted(one.part for one in rebuilt.rejected) == ["annotations", "carried", "corrections", "items"]
    desk = again()
    assert [one.text for one in desk.annotations.all()] == ["half a character \ufffd", "on 2"]
    items = desk.positions.get(DocumentId(1)).items
    assert [(item.address, item.comment) for item in items] == [("para_2", "half \ufffd")]


JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 2**70, 1e308, "", "x" * 5000, "\ud800", "\0", "../../etc/passwd", "9999-99-99", [], {}, [[]],
    {"id": {"id": []}}, ["\udfff"], {"sha256": 5}, {"address": None}, "2026-01-01T00:00:00", "desk:none", "urn:uuid:x",
)  # fmt: skip


def spoilt(dice: random.Random, value: Any) -> Any:
    """A copy with some values replaced."""
    if dice.random() < 0.03:
        return dice.choice(JUNK)
    if isinstance(value, dict):
        return {
            name if dice.random() > 0.02 else str(dice.choice(JUNK)): spoilt(dice, inner)
            for name, inner in value.items()
        }
    return [spoilt(dice, inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("seed", range(2))
def test_whatever_sidecars_say_a_library_can_be_used(tmp_path: Path, seed: int) -> None:
    live_and_rebuild(tmp_path, seed, 60)
    library, dice = tmp_path / "library", random.Random(seed)
    with open_desk(library):
        pass
    lose_the_database(library)
    for path in (library / "sidecars").rglob("*.jsonld"):
        content = json.loads(path.read_text(encoding="utf-8"))
        kept = {name: content[name] for name in ("type", "version")}
        path.write_text(json.dumps({name: spoilt(dice, value) for name, value in content.items()} | kept))
    anew(library)
    with open_desk(library) as desk:
        use_all_of(desk)


def use_all_of(desk: Desk) -> None:
    for held in [*desk.documents.all(), *desk.documents.trash()]:
        key = held.id
        desk.documents.content(key)
        desk.annotations.for_document(key)
        desk.positions.get(key)
        desk.position_versions.all(key)
        desk.position_versions.changes(key)
        desk.corrections.for_document(key)
        desk.reparse.unplaced(key)
        desk.contributions.for_document(key)
        desk.packages.positions_for_document(key)
        for other in desk.documents.all():
            desk.carryover.find_carry(key, other.id)
    for meeting in [*desk.meetings.all(), *desk.meetings.trash()]:
        desk.meetings.lines(meeting.id)
        desk.meetings.matrix(meeting.id)
    desk.dossiers.all()
    desk.phrases.all()
    desk.voting.tables().years()
    desk.meetings.groups()
    desk.watched_folders.folders()
    desk.search.saved()
    desk.search.recent()
    desk.exchange.pending_annotations()
    desk.exchange.place_orphaned()
    desk.people.other_people()
    desk.people.own_person()
    desk.indexing.make_ready()
    assert desk.search.find("harbour").total >= 0
    for _ in desk.sidecars.catch_up():
        pass
    assert not desk.sidecars.count_outdated()
