"""Diverged copies of one library become one again, in whichever direction they are merged."""

import contextlib
import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.cipher import SealedCipher
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.core.positions.position import PositionEntry, ReadyPhrase, Stance
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete
from evaluation.sidecars_life import Life
from support.conflict_copies import COPY, differences, leave_copy, merged, names, state
from support.document_values import QUIET_HOURS, quiet_hours
from support.package_exchange import brought, noted, paragraph, send, texts

Act = Callable[[Desk], object]
Part = Callable[[Act, Act], tuple[Path, Path]]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A closed library with a document, two notes and a provision."""
    folder = tmp_path / "one"
    with open_desk(folder) as desk:
        document = brought(desk, tmp_path)
        desk.positions.set_item(document, PositionEntry(Address("para_2"), Stance.OPPOSE, comment="Too loud."))
        noted(desk, paragraph(document), "first")
        noted(desk, paragraph(document, 2), "second")
    return folder


@pytest.fixture
def parted(library: Path) -> Part:
    """Do something on one computer, and then on the other; each then has the copy of the other."""

    def part(here: Act, there: Act) -> tuple[Path, Path]:
        other = library.with_name("other")
        shutil.copytree(library, other)
        for folder, act in ((library, here), (other, there)):
            with open_desk(folder) as desk:
                act(desk)
        kept = library.with_name("kept")
        shutil.copytree(library, kept)
        leave_copy(other, library)
        leave_copy(kept, other)
        return library, other

    return part


def note(desk: Desk, text: str) -> None:
    """Append to the first note."""
    first = next(one for one in desk.annotations.all() if one.text.startswith("first"))
    desk.annotations.save(replace(first, text=text))


def remove(desk: Desk, text: str) -> None:
    desk.annotations.remove(next(one for one in desk.annotations.all() if one.text == text).id)


def line(desk: Desk, comment: str, address: str = "para_2") -> None:
    desk.positions.set_item(DocumentId(1), PositionEntry(Address(address), Stance.OPPOSE, comment=comment))


def nothing(_: Desk) -> None:
    pass


def test_what_both_wrote_comes_together_either_way_round(parted: Part) -> None:
    def here(desk: Desk) -> None:
        noted(desk, paragraph(DocumentId(1)), "from here")
        line(desk, "A new one.", "para_1")
        desk.phrases.save(ReadyPhrase("sr", "en", "scrutiny reservation"))

    def there(desk: Desk) -> None:
        noted(desk, paragraph(DocumentId(1)), "from there")
        remove(desk, "second")
        desk.positions.remove_item(DocumentId(1), Address("para_2"))

    one, other = parted(here, there)
    with open_desk(one) as desk, open_desk(other) as second:
        assert merged(desk).copies == (COPY,)
        merged(second)
        assert texts(desk) == {"first", "from here", "from there"}
        assert [item.comment for item in desk.positions.get(DocumentId(1)).items] == ["A new one."]
        assert differences(state(desk), state(second)) == []
        assert [phrase.keyword for phrase in second.phrases.all()] == ["sr"]


def test_of_what_both_changed_the_later_stays_and_the_other_is_in_the_list(parted: Part) -> None:
    one, other = parted(lambda desk: note(desk, "first, earlier"), lambda desk: note(desk, "first, later"))
    for folder in (one, other):
        with open_desk(folder) as desk:
            came = merged(desk)
            assert texts(desk) == {"first, later", "second"}
            assert came.conflicts == 1
            assert came.saved_at is not None
            told = json.loads((came.saved_at / "merged.json").read_text(encoding="utf-8"))
            (gave_way,) = told["copies"][0]["gave_way"]
            assert "first, earlier" in json.dumps(gave_way["other"])
            assert desk.history.next_undo() is None


def test_what_one_changed_is_no_conflict(parted: Part) -> None:
    def there(desk: Desk) -> None:
        note(desk, "first, changed")
        line(desk, "Far too loud.")

    one, other = parted(nothing, there)
    for folder in (one, other):
        with open_desk(folder) as desk:
            assert merged(desk).conflicts == 0
            assert texts(desk) == {"first, changed", "second"}
            assert desk.positions.get(DocumentId(1)).items[0].comment == "Far too loud."


def test_what_was_taken_back_later_does_not_come_again(parted: Part) -> None:
    one, other = parted(lambda desk: note(desk, "first, changed"), lambda desk: remove(desk, "first"))
    for folder in (one, other):
        with open_desk(folder) as desk:
            merged(desk)
            assert texts(desk) == {"second"}


def test_a_document_that_only_the_copy_has_comes_with_its_text(parted: Part, tmp_path: Path) -> None:
    def there(desk: Desk) -> None:
        text = QUIET_HOURS.replace("7001/26", "7002/26")
        reading = desk.documents.read(quiet_hours(tmp_path, name="other.txt", text=text))
        (key,) = desk.documents.add(reading).documents
        noted(desk, paragraph(key), "on the other")

    one, _ = parted(nothing, there)
    with open_desk(one) as desk:
        came = merged(desk)
        assert came.without_original == ()
        held = next(held for held in desk.documents.all() if str(held.header.reference) == "ST 7002/26")
        assert len(list(desk.documents.content(held.id).units())) > 5
        assert [str(found.text) for found in desk.annotations.for_document(held.id)] == ["on the other"]


def test_a_document_whose_original_did_not_come_is_reported(parted: Part, tmp_path: Path) -> None:
    def there(desk: Desk) -> None:
        text = QUIET_HOURS.replace("7001/26", "7003/26")
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path, name="third.txt", text=text)))

    one, _ = parted(nothing, there)
    for path in (one / "originals").rglob("*.txt"):
        if b"7003/26" in path.read_bytes():
            delete(path)
    with open_desk(one) as desk:
        assert merged(desk).without_original == ("third.txt",)


def test_copies_are_put_aside_as_they_are(parted: Part) -> None:
    one, _ = parted(nothing, lambda desk: note(desk, "first, changed"))
    whole = (one / COPY).read_bytes()
    (one / "sidecars" / "x.sync-conflict-20261125-101500-ABCDEF7.jsonld").write_text("{}")
    (one / "index").mkdir(exist_ok=True)
    (one / "index" / "x.sync-conflict-20261125-101500-ABCDEF7.seg").write_text("x")
    with open_desk(one) as desk:
        mark = desk.packages.mark()
        came = merged(desk)
        assert desk.packages.mark() > mark  # it is new to the shared folder too
        assert came.saved_at is not None
        assert (came.saved_at / COPY).read_bytes() == whole
        assert len(came.copies) == 1
        inside = names((path for path in came.saved_at.rglob("*") if path.is_file()), came.saved_at)
        assert inside == [COPY, "merged.json", "sidecars/x.sync-conflict-20261125-101500-ABCDEF7.jsonld"]
        assert desk.inspect_surroundings().conflict_copies == ()
        assert not [path for path in (one / "damaged").iterdir() if path.name.startswith(".")]
        assert merged(desk).saved_at is None


def test_a_copy_of_another_library_or_of_none_changes_nothing(library: Path, tmp_path: Path) -> None:
    with open_desk(tmp_path / "stranger") as stranger:
        noted(stranger, paragraph(brought(stranger, tmp_path)), "of a stranger")
    leave_copy(tmp_path / "stranger", library)
    twin = "library (conflicted copy 2026-11-25).sqlite3"
    (library / twin).write_bytes(b"no database at all" * 500)
    with open_desk(library) as desk:
        before = state(desk)
        came = merged(desk)
        assert set(came.unusable) == {twin, COPY}
        assert differences(before, state(desk)) == []


def test_half_a_character_in_a_copy_harms_nothing_else(parted: Part) -> None:
    def there(desk: Desk) -> None:
        note(desk, "first, changed")
        desk.positions.set_item(DocumentId(1), PositionEntry(Address("para_1"), Stance.OPPOSE, tags=("a",)))

    one, _ = parted(nothing, there)
    with closing(sqlite3.connect(one / COPY)) as copy, copy:
        copy.execute("UPDATE position_item SET tags = ? WHERE address = 'para_1'", (r'["half \ud83d"]',))
    with open_desk(one) as desk:
        merged(desk)
        assert "first, changed" in texts(desk)
        assert "\ud83d" not in str(desk.positions.get(DocumentId(1)))


def test_a_copy_of_a_newer_version_waits(library: Path) -> None:
    leave_copy(library, library)
    with closing(sqlite3.connect(library / COPY)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    with open_desk(library) as desk:
        came = merged(desk)
        assert (came.unusable, came.saved_at) == ((COPY,), None)
        assert desk.inspect_surroundings().conflict_copies == (COPY,)


def test_what_others_sent_to_either_computer_is_in_both(parted: Part, tmp_path: Path) -> None:
    with open_desk(tmp_path / "anna") as anna:
        noted(anna, paragraph(brought(anna, tmp_path)), "of Anna")
        one, other = parted(nothing, lambda desk: send(anna, desk, tmp_path / "anna.ddpack"))
        with open_desk(one) as desk, open_desk(other) as second:
            merged(desk)
            merged(second)
            assert {(found.text, found.author) for found in desk.annotations.all() if found.author} == {
                ("of Anna", anna.people.own_person().id)
            }
            assert differences(state(desk), state(second)) == []


def test_an_encrypted_library_merges_its_copies_and_shows_nothing(tmp_path: Path) -> None:
    cipher, library, other = SealedCipher(bytes(range(32))), tmp_path / "one", tmp_path / "other"
    with open_desk(library, cipher) as desk:
        noted(desk, paragraph(brought(desk, tmp_path)), "Ringelnatter")
    shutil.copytree(library, other)
    with open_desk(other, cipher) as desk:
        noted(desk, paragraph(DocumentId(1)), "Blindschleiche")
    leave_copy(other, library)
    with open_desk(library, cipher) as desk:
        kept = merged(desk).saved_at
        assert texts(desk) == {"Ringelnatter", "Blindschleiche"}
    assert kept is not None
    assert json.loads(cipher.unseal((kept / "merged.json").read_bytes(), "merged.json"))["unusable"] == []
    for path in library.rglob("*"):
        assert not path.is_file() or b"Blindschleiche" not in path.read_bytes()


@pytest.mark.parametrize("seed", range(3))
def test_two_lives_are_one_again(tmp_path: Path, seed: int) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    beside = tmp_path / "scratch"
    beside.mkdir()
    with open_desk(one) as desk:
        life = Life(desk, beside, random.Random(seed))
        life.begin()
        life.live(40)
    shutil.copytree(one, other)
    for number, folder in enumerate((one, other)):
        scratch = tmp_path / f"scratch{number}"
        scratch.mkdir()
        with open_desk(folder) as desk:
            life = Life(desk, scratch, random.Random(seed + 100 + number))
            with contextlib.suppress(DeskError):  # the first document is in the library
                life.do_bring_in_a_paper()
            life.live(40)
    kept = tmp_path / "kept"
    shutil.copytree(one, kept)
    leave_copy(other, one)
    leave_copy(kept, other)
    with open_desk(one) as desk, open_desk(other) as second:
        merged(desk)
        merged(second)
        once = state(desk)
        assert differences(once, state(second)) == [], "\n".join(differences(once, state(second)))
        leave_copy(kept, one)
        merged(desk)
        assert differences(once, state(desk)) == []
