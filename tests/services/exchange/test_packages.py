"""Packages exported from one library and imported into others."""

import contextlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import NothingToExportError, TermFileError, UnknownPlaceError
from delegate_desk.core.exchange.package import PackageContents
from delegate_desk.core.library.errors import NotOursError, PackageFault, UnreadablePackageError
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete
from support.document_values import quiet_hours
from support.package_exchange import brought, kept, noted, pack, paragraph, send, texts, what
from support.package_fixtures import rewritten
from support.planted_tokens import SECRETS, TOKEN, WORDS, items


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quiet hours.ddpack"


def said_in(file: Path) -> str:
    """The whole content of a package or a Word file, as text."""
    with zipfile.ZipFile(file) as archive:
        return "\n".join(name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_a_package_brings_the_document_the_notes_and_the_lines(desk: Desk, other: Desk, held: DocumentId) -> None:
    desk.people.set_name("Anna")
    desk.positions.set_delegation("EL")
    noted(desk, paragraph(held), "too loud")
    desk.positions.set_item(held, PositionEntry(Address("para_2"), Stance.SUPPORT, "Quiet at night.", comment="agreed"))
    taken = send(desk, other)
    (document,) = taken.documents
    assert other.documents.get(document).sha256 == desk.documents.get(held).sha256
    (note,) = other.annotations.all()
    assert (note.text, note.place, note.author) == ("too loud", paragraph(document), desk.people.own_person().id)
    ((person, line, _),) = other.packages.positions_for_document(document)
    assert (person.name, person.delegation) == ("Anna", "EL")
    assert line == PositionEntry(Address("para_2"), Stance.SUPPORT, "Quiet at night.", comment="agreed")
    assert other.positions.get(document).items == ()
    (met,) = other.people.other_people()
    assert (met.person.display_name, met.notes, met.position_entries) == ("Anna", 1, 1)


def test_a_package_taken_in_again_or_of_our_own_changes_nothing(
    desk: Desk, other: Desk, held: DocumentId, file: Path
) -> None:
    note = noted(desk, paragraph(held), "once")
    send(desk, other, file)
    before = kept(other)
    taken = other.packages.merge(file)
    assert what(taken) == ["known"]
    assert taken.preview.was_imported_before
    assert kept(other) == before
    desk.annotations.save(replace(note, text="as it is"))
    assert what(desk.packages.merge(file)) == ["ours"]
    assert texts(desk) == {"as it is"}


def test_what_is_internal_leaves_only_when_chosen_and_is_said(
    desk: Desk, other: Desk, held: DocumentId, file: Path
) -> None:
    noted(desk, paragraph(held), "open words")
    noted(desk, paragraph(held), "secret-note", visibility=Visibility.INTERNAL)
    desk.positions.set_item(
        held,
        PositionEntry(
            Address("para_1"), Stance.RED_LINE, "Not at night.", "open comment", "secret-words",
            fallbacks=("secret-fallback",), red_line="secret-line", instruction="secret-orders", source="secret-source",
            priority=1, tags=("secret-tag",),
        ),
    )  # fmt: skip
    desk.positions.set_internal(held, "secret-notes")
    packed = pack(desk, file)
    assert "secret" not in said_in(file)
    assert "red_line" not in said_in(file)
    assert (packed.notes, packed.internal, packed.withheld_count) == (1, 0, 2)
    assert not other.packages.read(file).internal
    send(desk, other, file, internal=True)
    assert other.packages.read(file).internal
    assert texts(other) == {"open words", "secret-note"}
    lines = {line.address: line for _, line, _ in other.packages.positions_for_document(DocumentId(1))}
    assert lines[Address("para_1")].red_line == "secret-line"
    assert lines[Address("")].internal == "secret-notes"


def test_a_package_without_files_waits_for_its_documents(desk: Desk, other: Desk, held: DocumentId) -> None:
    noted(desk, paragraph(held), "waits")
    desk.positions.set_item(held, PositionEntry(Address("para_2"), comment="waits too"))
    taken = send(desk, other, originals=False)
    assert taken.preview.pending_count == 2
    original = desk.documents.original(held)
    content = original.read_bytes()
    delete(original)
    assert pack(desk, desk.folder.with_name("without.ddpack")).originals == 0
    original.write_bytes(content)
    assert other.annotations.all() == []
    assert other.packages.count_pending_notes() == 1
    document = brought(other)
    other.exchange.place_orphaned()
    assert texts(other) == {"waits"}
    assert [line.comment for _, line, _ in other.packages.positions_for_document(document)] == ["waits too"]


def test_what_its_author_changes_or_hides_changes_everywhere(desk: Desk, other: Desk, held: DocumentId) -> None:
    note = noted(desk, paragraph(held), "first")
    send(desk, other)
    desk.annotations.save(replace(note, text="second", tags=("told apart",)))  # a separate step to undo
    assert what(send(desk, other)) == ["changed"]
    assert texts(other) == {"second"}
    desk.history.undo()
    send(desk, other)
    assert texts(other) == {"first"}
    desk.annotations.save(replace(note, visibility=Visibility.INTERNAL))
    send(desk, other)
    assert other.annotations.all() == []


def test_what_its_author_takes_back_goes_everywhere(desk: Desk, other: Desk, held: DocumentId) -> None:
    note = noted(desk, paragraph(held), "taken back")
    desk.positions.set_item(held, PositionEntry(Address("para_2"), comment="taken back too"))
    send(desk, other)
    desk.annotations.remove(note.id)
    desk.positions.remove_item(held, Address("para_2"))
    assert what(send(desk, other)) == ["withdrawn", "withdrawn"]
    assert other.annotations.all() == []
    assert other.packages.positions_for_document(DocumentId(1)) == []
    desk.annotations.restore(note.id)
    send(desk, other)
    assert texts(other) == {"taken back"}


def test_a_note_that_never_left_is_not_spoken_of_nor_is_the_machine(desk: Desk, held: DocumentId, file: Path) -> None:
    note = noted(desk, paragraph(held), "never sent", visibility=Visibility.INTERNAL)
    pack(desk, file)
    desk.annotations.remove(note.id)
    pack(desk, file)
    assert note.id not in said_in(file)
    noted(desk, paragraph(held), "words")
    pack(desk, file)
    with zipfile.ZipFile(file) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        manifest = json.loads(archive.read("manifest.json"))
    assert str(Path.home()) not in said_in(file)
    assert manifest["internal"] is False


def test_a_document_that_is_removed_for_good_takes_nothing_back(desk: Desk, other: Desk, held: DocumentId) -> None:
    noted(desk, paragraph(held), "stays with you")
    desk.positions.set_item(held, PositionEntry(Address("para_1"), comment="stays too"))
    (document,) = send(desk, other).documents
    desk.documents.remove(held)
    desk.documents.empty_trash()
    assert pack(desk, desk.folder.with_name("after.ddpack")).withdrawn == 0
    send(desk, other)
    assert texts(other) == {"stays with you"}
    assert len(other.packages.positions_for_document(document)) == 1


def test_a_package_changes_nothing_of_ours(desk: Desk, other: Desk, held: DocumentId) -> None:
    document = brought(other)
    mine = noted(other, paragraph(document), "mine")
    other.positions.set_item(document, PositionEntry(Address("para_1"), comment="my line"))
    desk.positions.set_item(held, PositionEntry(Address("para_1"), comment="their line"))
    # a note of theirs with the id of ours
    clash = replace(noted(desk, paragraph(held), "theirs"), id=mine.id, text="in the place of yours")
    desk.annotations.save(clash)
    taken = send(desk, other)
    assert what(taken) == ["both", "both", "new"]
    assert other.annotations.get(mine.id) == mine
    assert other.positions.get(document).items == (PositionEntry(Address("para_1"), comment="my line"),)
    assert texts(other) == {"mine", "theirs", "in the place of yours"}


def test_what_of_others_was_removed_here_stays_removed(desk: Desk, other: Desk, held: DocumentId, file: Path) -> None:
    note = noted(desk, paragraph(held), "unwanted")
    desk.positions.set_item(held, PositionEntry(Address("para_2"), comment="unwanted too"))
    (document,) = send(desk, other, file).documents
    other.annotations.remove(note.id)
    other.packages.remove_positions(document, [key for _, _, key in other.packages.positions_for_document(document)])
    desk.annotations.save(replace(note, text="unwanted still"))
    assert what(send(desk, other, file)) == ["removed", "removed"]
    other.documents.empty_trash()
    other.packages.merge(file)
    assert other.annotations.all() == []
    assert other.packages.positions_for_document(document) == []
    assert other.annotations.trash() == []


def test_all_that_a_person_sent_can_be_removed_and_brought_back(
    desk: Desk, other: Desk, held: DocumentId, file: Path
) -> None:
    noted(desk, paragraph(held), "theirs")
    desk.positions.set_item(held, PositionEntry(Address("para_2"), comment="theirs too"))
    (document,) = send(desk, other, file).documents
    before = kept(other)
    other.packages.remove_all_from_person(desk.people.own_person().id)
    assert other.annotations.all() == []
    assert other.packages.positions_for_document(document) == []
    other.history.undo()
    assert kept(other) == before
    other.history.redo()
    other.packages.merge(file)
    assert other.annotations.all() == []
    assert other.packages.positions_for_document(document) == []


def test_what_a_package_brought_is_one_thing_to_undo(desk: Desk, other: Desk, held: DocumentId) -> None:
    note = noted(desk, paragraph(held), "first")
    send(desk, other)
    before = kept(other)
    desk.annotations.save(replace(note, text="second"))
    noted(desk, paragraph(held, 2), "third")
    send(desk, other)
    after = kept(other)
    other.history.undo()
    assert kept(other) == before
    other.history.redo()
    assert kept(other) == after


def test_the_document_of_an_entry_that_is_undone_is_named(desk: Desk, other: Desk, held: DocumentId) -> None:
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.OPPOSE, comment="Not so."))
    taken = send(desk, other)
    (there,) = other.documents.all()
    assert there.id in taken.changes.contributions
    assert other.history.undo().contributions == {there.id}
    assert not other.packages.positions_for_document(there.id)
    assert other.history.redo().contributions == {there.id}
    assert other.packages.positions_for_document(there.id)


def test_what_is_passed_on_keeps_its_author_and_yields_to_what_that_sends(
    desk: Desk, other: Desk, third: Desk, held: DocumentId, file: Path
) -> None:
    note = noted(desk, paragraph(held), "from the first")
    send(desk, other, file)
    taken = send(other, third, file)
    (there,) = third.annotations.all()
    assert (there.text, there.author) == ("from the first", desk.people.own_person().id)
    assert taken.preview.package.person.id == other.people.own_person().id
    desk.annotations.save(replace(note, text="from the first, later"))
    send(desk, third, file)
    other.packages.merge(file)
    send(other, third, file)
    assert texts(third) == {"from the first, later"}


def test_an_answer_finds_what_it_answers(desk: Desk, other: Desk, held: DocumentId) -> None:
    note = noted(desk, paragraph(held), "why?")
    send(desk, other)
    answer = replace(other.annotations.reply(note, "because"), visibility=Visibility.CIRCULATION)
    answer = replace(answer, place=other.annotations.all()[0].place)
    other.annotations.save(answer)
    send(other, desk)
    (back,) = desk.annotations.replies(note.id)
    assert (back.text, back.author) == ("because", other.people.own_person().id)


def test_what_another_wrote_is_not_edited_but_copied(desk: Desk, other: Desk, held: DocumentId) -> None:
    noted(desk, paragraph(held), "theirs")
    send(desk, other)
    (theirs,) = other.annotations.all()
    with pytest.raises(NotOursError):
        other.annotations.save(replace(theirs, text="mine now"))
    assert other.annotations.set_many([theirs.id], lambda one: replace(one, text="mine now")).annotations == frozenset()
    copy = other.annotations.copy(theirs)
    other.annotations.save(copy)
    assert texts(other) == {"theirs"}
    assert {one.author for one in other.annotations.all()} == {"", theirs.author}


def test_only_what_changed_since_a_mark_leaves(desk: Desk, other: Desk, held: DocumentId, file: Path) -> None:
    noted(desk, paragraph(held), "old")
    mark = send(desk, other, file).preview and desk.packages.mark()
    noted(desk, paragraph(held), "new")
    packed = pack(desk, file, since=mark, includes_others=False, known=frozenset({desk.documents.get(held).sha256}))
    assert (packed.notes, packed.originals) == (1, 0)
    assert what(other.packages.merge(file)) == ["new"]
    assert texts(other) == {"old", "new"}
    assert pack(desk, file, since=desk.packages.mark(), includes_others=False).notes == 0


def test_a_failure_leaves_no_half_package(desk: Desk, held: DocumentId, file: Path) -> None:
    file.write_bytes(b"what was there")
    steps = desk.packages.write(file, PackageContents())
    next(steps)
    steps.close()
    assert file.read_bytes() == b"what was there"
    assert [p.name for p in file.parent.glob(".desk-*")] == []


def test_packages_of_newer_and_older_versions_are_taken_as_far_as_they_are_known(
    desk: Desk, other: Desk, held: DocumentId, file: Path, tmp_path: Path
) -> None:
    noted(desk, paragraph(held), "known to all versions")
    pack(desk, file)

    def newer(parts: dict[str, bytes], manifest: dict[str, object]) -> None:
        manifest |= {"minor": 7, "weather": "fine"}
        parts["weather.json"] = b"{}"
        positions = json.loads(parts["positions.json"])
        parts["positions.json"] = json.dumps({**positions, "mood": "good"}).encode()

    taken = other.packages.merge(rewritten(file, tmp_path / "newer.ddpack", newer))
    assert texts(other) == {"known to all versions"}
    assert taken.preview.package.unknown_parts == 3
    noted(desk, paragraph(held), "of old")
    pack(desk, file)

    def older(parts: dict[str, bytes], manifest: dict[str, object]) -> None:
        for name in ("minor", "program", "people", "internal"):
            del manifest[name]
        del parts["positions.json"], parts["withdrawn.json"]
        notes = json.loads(parts["annotations.jsonld"])
        for note in notes["items"]:
            del note["desk:moment"], note["desk:whole"]
        parts["annotations.jsonld"] = json.dumps(notes).encode()

    other.people.remove_key(desk.people.own_person().id)  # each rewritten package is signed with another
    other.packages.merge(rewritten(file, tmp_path / "older.ddpack", older))
    assert texts(other) == {"known to all versions", "of old"}


def test_a_refused_file_does_not_keep_the_notes_from_coming(
    desk: Desk, other: Desk, file: Path, tmp_path: Path
) -> None:
    document = brought(desk, tmp_path)
    noted(desk, paragraph(document), "comes")
    pack(desk, file)
    quiet_hours(tmp_path)
    package = other.packages.read(file)
    broken = replace(package.documents[0], file_name="quiet hours.xyz", member=package.documents[0].member)
    taken = finish(other.packages.import_package(replace(package, documents=(broken,)), file))
    assert len(taken.failures) == 1
    assert other.packages.count_pending_notes() == 1


PLACES = ("para_1", "para_2", "para_2__point_1", "para_3")


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
        for name in ("notes.csv", "notes.jsonld"):
            exported = (tmp_path / name).read_text(encoding="utf-8")
            assert ("our-words" in exported, "their-words" in exported) == (True, False)


def test_what_was_sent_as_internal_is_passed_on_only_as_such(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    noted(desk, paragraph(held), TOKEN, visibility=Visibility.INTERNAL)
    desk.positions.set_item(held, PositionEntry(Address("para_2"), comment="open", internal=TOKEN))
    with open_desk(tmp_path / "other") as other:
        send(desk, other, tmp_path / "x.ddpack", internal=True)
        pack(other, tmp_path / "on.ddpack")
        assert TOKEN not in said_in(tmp_path / "on.ddpack")
        assert pack(other, tmp_path / "on.ddpack", internal=True).internal == 2


# Term bases

_TERMS = 'en;el;en\r\nwreck;ναυάγιο;"hulk; old\n""ship"""\r\nlife jacket;σωσίβιο;\r\n'


def with_terms(desk: Desk, folder: Path) -> None:
    path = folder / "harbours.csv"
    path.write_text(_TERMS, encoding="utf-8")
    desk.translations.bases.import_file(path, "Harbours: ports")


def test_term_bases_travel_only_when_chosen(desk: Desk, other: Desk, file: Path, tmp_path: Path) -> None:
    with_terms(desk, tmp_path)
    brought(desk, tmp_path)
    assert pack(desk, file).term_bases == 0
    assert "wreck" not in said_in(file)
    assert "terms" not in said_in(file)
    assert desk.packages.preview_contents(PackageContents(term_bases=True)).term_bases == 1
    assert pack(desk, file, term_bases=True).term_bases == 1
    assert other.packages.merge(file, undoable=False).term_bases == ()  # of a package that comes by itself
    assert other.translations.bases.all() == []
    taken = send(desk, other, file, term_bases=True)
    assert (taken.term_bases, taken.failures, taken.changes.settings) == (("Harbours: ports",), (), True)
    assert other.translations.bases.all() == desk.translations.bases.all()
    shown = other.translations.across.translations("ναυάγιο", "el", "en")
    assert [(one.word, one.source) for one in shown] == [
        ("wreck", "Harbours: ports"),
        ('hulk; old "ship"', "Harbours: ports"),
    ]
    assert other.packages.merge(file).term_bases == taken.term_bases
    assert len(other.translations.bases.all()) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"E_ID,L_CODE,T_TERM\r\n1,en,wreck\r\n", "it has no terms in two official languages of the Union"),
        (b"E_ID,L_CODE,T_TERM\r\n1,en,\xff\xfe", "it is damaged and cannot be opened"),
        (b"", "it has no terms in two official languages of the Union"),
    ],
)
def test_a_broken_term_base_is_refused_and_the_rest_is_imported(
    desk: Desk, other: Desk, file: Path, tmp_path: Path, content: bytes, reason: str
) -> None:
    with_terms(desk, tmp_path)
    brought(desk, tmp_path)
    pack(desk, file, term_bases=True)
    bad = rewritten(file, tmp_path / "bad.ddpack", lambda parts, _: parts.update({"terms/0.csv": content}))
    taken = other.packages.merge(bad)
    (refused,) = taken.failures
    assert isinstance(refused, TermFileError)
    assert refused.explain() == f"Harbours: ports was not imported as a term base: {reason}."
    assert (taken.term_bases, len(taken.documents), other.translations.bases.all()) == ((), 1, [])


@pytest.mark.parametrize(
    "terms",
    [
        {"terms": [{"name": "a", "file": "documents.json"}]},
        {"terms": [{"name": "a", "file": "terms/1.csv"}]},
        {"terms": [{"name": "", "file": "terms/0.csv"}]},
        {"terms": [{"name": "a", "file": "terms/0.csv"}] * 2},
        {"terms": []},
        {"terms": {}},
        [],
    ],
)
def test_a_package_whose_term_bases_are_not_as_they_have_to_be_is_refused(
    desk: Desk, other: Desk, file: Path, tmp_path: Path, terms: object
) -> None:
    with_terms(desk, tmp_path)
    pack(desk, file, term_bases=True)
    content = json.dumps(terms).encode()
    bad = rewritten(file, tmp_path / "bad.ddpack", lambda parts, _: parts.update({"terms.json": content}))
    with pytest.raises(UnreadablePackageError) as refused:
        other.packages.merge(bad)
    assert refused.value.fault is PackageFault.MALFORMED
    assert other.translations.bases.all() == []
