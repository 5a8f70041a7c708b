"""People, and the times of our changes, in the tables."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.exchange.package import Person, PersonId, clean_name
from delegate_desk.core.library.record_merge import ChangeStamp
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.exchange import PeopleStore, StampStore
from support.package_exchange import noted, paragraph


def stamps(desk: Desk) -> dict[tuple[str, str], ChangeStamp]:
    with contextlib.closing(Database(desk.folder)) as database:
        return StampStore(database).all()


def test_a_library_has_one_person_of_its_own_from_the_beginning(tmp_path: Path) -> None:
    with open_desk(tmp_path / "one") as one, open_desk(tmp_path / "two") as two:
        first, second = one.people.own_person(), two.people.own_person()
        assert first.id != second.id
        assert len(first.id) == 36
        assert first.is_own
        one.positions.set_delegation("EL")
        assert one.people.own_person().display_name == "EL"
        one.people.set_name("  Anna \n Papadaki ")
    with open_desk(tmp_path / "one") as one:
        assert one.people.own_person() == Person(first.id, "Anna Papadaki", "EL", is_own=True)


def test_each_change_of_ours_is_stamped_later_than_the_one_before(desk: Desk, held: DocumentId) -> None:
    note = noted(desk, paragraph(held), "first")
    seen = [stamps(desk)["note", note.id]]
    changes: list[Callable[[], object]] = [
        lambda: desk.annotations.save(replace(note, text="second")),
        lambda: desk.annotations.remove(note.id),
        lambda: desk.annotations.restore(note.id),
        desk.history.undo,
    ]
    for change in changes:
        change()
        seen.append(stamps(desk)["note", note.id])
    assert [one.is_deleted for one in seen] == [False, False, True, False, True]
    assert sorted(seen, key=lambda one: one.moment) == sorted(seen, key=lambda one: one.number) == seen
    assert len({one.moment for one in seen}) == 5


def test_stamps_continue_though_the_clock_goes_back(desk: Desk, held: DocumentId) -> None:
    note = noted(desk, paragraph(held), "from the future")
    ahead = (datetime.now(UTC) + timedelta(days=400)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    with contextlib.closing(Database(desk.folder)) as database, database.write() as connection:
        connection.execute("UPDATE stamp SET moment = ?", (ahead,))
    desk.annotations.save(replace(note, text="later"))
    assert stamps(desk)["note", note.id].moment > ahead


def test_lines_are_stamped_and_what_is_of_others_is_not(desk: Desk, held: DocumentId) -> None:
    desk.positions.set_item(held, PositionEntry(Address("para_1"), comment="ours"))
    desk.positions.set_general(held, "general")
    found = stamps(desk)
    assert {key for _, key in found} == {f"{held} para_1", f"{held} "}
    desk.positions.remove_item(held, Address("para_1"))
    desk.positions.set_general(held, "")
    assert all(one.is_deleted for one in stamps(desk).values())
    desk.positions.set_delegation("EL")
    assert stamps(desk)["line", f"{held} "].number < desk.packages.mark() + 1


def test_what_people_say_of_themselves_outranks_what_others_say(tmp_path: Path) -> None:
    anna, bela = PersonId("anna"), PersonId("bela")
    with contextlib.closing(Database(tmp_path)) as database:
        store = PeopleStore(database)
        said = [
            ([Person(anna, "Anna")], anna, "2026-01-02"),
            ([Person(anna, "A Fool"), Person(bela, "Bela")], bela, "2026-01-09"),
            ([Person(anna, "Anna before"), Person(store.own_person().id, "Not us")], anna, "2026-01-01"),
        ]
        for order in (said, said[::-1], said):
            for one in order:
                store.save_people(*one)
            met = {one.person.id: one.person.name for one in store.other_people()}
            assert met == {anna: "Anna", bela: "Bela"}
        assert store.own_person().name == ""


def test_a_name_is_one_line_and_not_endless() -> None:
    assert clean_name("a\n\tb\u202e\x00c") == "a b c"
    assert len(clean_name("x" * 1000)) == 100
