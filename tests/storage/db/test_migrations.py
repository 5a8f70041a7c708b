import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, MarkUp, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.phrases import ReadyPhrase
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.core.search import SavedSearch
from delegate_desk.desk import open_desk
from delegate_desk.storage.db import migrations, schema_steps
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from support.comment_tables import written_paper
from support.document_values import QUIET_HOURS, quiet_hours

OLD = """
    INSERT INTO library (id, created) VALUES ('the-library', '2026-01-01T00:00:00+00:00');
    INSERT INTO document (
        sha256, file_name, added, reference, language, date, public, subject, confidence, mark_up
    ) VALUES (
        'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        'old.txt', '2026-01-01T00:00:00+00:00', 'ST 7001/26', 'en', '2026-03-04', 0, 'Quiet hours', '{}', 'none'
    );
    INSERT INTO paragraph (document, position, address, kind, label, marked, depth, page, spans, calls)
        VALUES (1, 0, 'para_1', 'para', '1.', 'Noise disturbs.', 1, NULL, '[]', '[]');
    INSERT INTO mention (document, position, text, target, address) VALUES (1, 0, '6500/26', 'ST 6500/26', 'para_1');
    INSERT INTO annotation (id, document, address, kind, text, created, modified, status, visibility) VALUES (
        'a-note', 1, 'para_1', 'note', 'ours', '2026-01-02T00:00:00+00:00', '2026-01-02T00:00:00+00:00', 'open',
        'internal'
    );
"""


def made_by_the_first_version(folder: Path) -> Path:
    """A library as the first version of the program made it, with one document and one note."""
    folder.mkdir()
    file = folder / FILE_NAME
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        migrations.migrate(connection, file, migrations.STEPS[:1])
        for statement in migrations.statements(OLD):
            connection.execute(statement)
    return folder


def test_a_library_of_the_first_version_is_opened(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    database = Database(folder)
    store = DocumentStore(database)
    (held,) = store.all()
    content = store.content(held)
    assert (held.name, held.header.subject, content.mark_up) == ("ST 7001/26", "Quiet hours", MarkUp.NONE)
    assert [unit.marked for unit in content.paragraphs] == ["Noise disturbs."]
    assert (content.why, content.remarks, content.header_boxes, content.paragraphs[0].boxes) == (None, (), {}, ())
    assert store.read_before(2) == [held]
    assert database.problems() == []
    assert database.library_id() == "the-library"
    database.close()
    copy = folder / "backups" / "library-before-step-2.sqlite3"
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        assert migrations.version(connection) == 1
        assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (1,)


def test_what_the_first_version_kept_is_put_right_and_found(tmp_path: Path) -> None:
    with open_desk(made_by_the_first_version(tmp_path / "library")) as desk:
        assert desk.search.find("noise").total == 1
        desk.corrections.correct(DocumentId(1), CorrectableField.REFERENCE, "7002/26")
        assert desk.search.find("ref:7002/26 ours").total == 1
        place = Place(DocumentId(1), Address("para_1"))
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, words="Noise"))
        assert len(desk.annotations.for_place(place)) == 2
        assert [str(reference) for reference, _ in desk.documents.missing()] == ["ST 6500/26"]


def test_a_library_that_kept_no_searches_keeps_them(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:4])
    with open_desk(folder) as desk:
        desk.search.remember("noise")
        desk.search.save(SavedSearch("quiet", "noise"))
        assert (desk.search.recent(), [kept.name for kept in desk.search.saved()]) == (["noise"], ["quiet"])
    with contextlib.closing(sqlite3.connect(folder / "backups" / "library-before-step-5.sqlite3")) as connection:
        assert migrations.version(connection) == 4
        assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (1,)


def test_notes_of_a_library_that_had_no_answers_are_kept(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = next(n for n, step in enumerate(migrations.STEPS) if "reply_to" in step)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
    with open_desk(folder) as desk:
        (kept,) = desk.annotations.all()
        assert (kept.text, kept.reply_to, kept.due, kept.holder) == ("ours", None, None, "")
        desk.annotations.save(desk.annotations.reply(kept, "answered"))
        desk.annotations.remove(kept.id)
        assert [one.text for one in desk.annotations.trash()] == ["ours", "answered"]


def test_a_library_that_kept_nothing_aside_does(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.ORPHAN_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
    with open_desk(folder) as desk:
        assert desk.exchange.pending_annotations() == []
        file = tmp_path / "notes.jsonld"
        (key,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents
        note = desk.annotations.new(Place(key, Address("para_1")), AnnotationKind.NOTE)
        desk.annotations.save(note)
        desk.exchange.write(file, internal=True, only=[note.id])
        for document in (DocumentId(1), key):
            desk.documents.remove(document)
        desk.documents.empty_trash()
        desk.exchange.import_annotations(desk.exchange.read(file))
        assert [(one.original.reference, one.count) for one in desk.exchange.pending_annotations()] == [
            ("ST 7001/26", 1)
        ]


def test_a_library_that_knew_no_meetings_holds_them(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:5])
    with open_desk(folder) as desk:
        held = desk.documents.find("7001/26")
        assert desk.documents.content(held.id).notice == {}
        assert desk.reparse.outdated() == [held]
        made = desk.meetings.new("Working Party on Shipping", items=["Quiet hours"])
        item = replace(made.items[0], documents=(Reference("ST", 7001, 2026),))
        desk.meetings.save(replace(made, items=(item,)))
        _, (one,) = desk.meetings.capture(made.id, "DE+ 1 agrees", item="1")
        assert one.place == Place(held.id, Address("para_1"))
        assert desk.search.find("in:interventions agrees").total == 1
        assert list(desk.meetings.groups()) == ["Baltics", "Benelux", "V4"]
    with contextlib.closing(sqlite3.connect(folder / "backups" / "library-before-step-6.sqlite3")) as connection:
        assert migrations.version(connection) == 5
        assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (1,)


def test_a_library_that_knew_no_choice_of_dossier_keeps_one(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.DOSSIER_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
    with open_desk(folder) as desk:
        (key,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path, text="A paper.\n"))).documents
        desk.dossiers.move([key], DocumentId(1))
        assert desk.dossiers.names() == {DocumentId(1): "ST 7001/26", key: "ST 7001/26"}


def test_a_library_that_carried_nothing_carries(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.CARRYING_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
    with open_desk(folder) as desk:
        (kept,) = desk.annotations.for_document(DocumentId(1))
        assert (kept.origin, kept.carried) == (None, None)
        text = QUIET_HOURS.replace("7001/26", "7001/1/26\n\nREV 1").replace(
            "1. The Council", "1. Noise disturbs.\n\n2. It"
        )
        new = next(iter(desk.documents.add(desk.documents.read(quiet_hours(tmp_path, text=text))).documents))
        desk.carryover.carry(finish(desk.comparisons.compare(DocumentId(1), new)))
        (made,) = desk.annotations.for_document(new)
        assert (made.origin, made.text) == (kept.id, "ours")
        assert desk.check().database == "ok"


def test_a_position_of_few_fields_has_all(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.POSITION_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
        connection.execute("INSERT INTO position VALUES (1, 'draft', 'General.', 'ours')")
        connection.execute("INSERT INTO position_item VALUES (1, 'para_1', 'oppose', 'Silence.', 'So.', 'secret')")
        connection.execute(
            "INSERT INTO unplaced (document, address, text, comment) VALUES (1, 'para_9', 'Noise.', 'Gone.')"
        )
    with open_desk(folder) as desk:
        key, address = DocumentId(1), Address("para_1")
        item = PositionEntry(address, Stance.OPPOSE, "Silence.", "So.", "secret")
        assert desk.positions.get(key) == Position(key, general="General.", internal="ours", items=(item,))
        (lost,) = desk.reparse.unplaced(key)
        assert lost.item == PositionEntry(Address("para_9"), comment="Gone.")
        desk.positions.send(key, "The Presidency")
        desk.positions.set_item(key, replace(item, fallbacks=("Less noise.",)))
        assert [one.position.version for one in desk.position_versions.all(key)] == [1, 2]
        assert desk.search.find("in:positions less").total == 1


def test_a_library_without_phrases_keeps_them(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.PHRASE_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
    with open_desk(folder) as desk:
        phrase = ReadyPhrase("thanks", "en", "We thank the Presidency.")
        desk.phrases.save(phrase)
        assert desk.phrases.all() == [phrase]


def test_a_library_that_held_no_contributions_holds_them(tmp_path: Path) -> None:
    folder = made_by_the_first_version(tmp_path / "library")
    before = migrations.STEPS.index(schema_steps.CONTRIBUTION_SCHEMA)
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        migrations.migrate(connection, folder / FILE_NAME, migrations.STEPS[:before])
    with open_desk(folder) as desk:
        key = DocumentId(1)
        assert desk.contributions.for_document(key) == []
        said = written_paper(tmp_path, "Comments by France", "Paragraph 1: Noise by day disturbs as well.")
        (paper,) = desk.documents.add(desk.documents.read(said)).documents
        desk.contributions.add(desk.contributions.read(paper, key))
        (one,) = desk.contributions.for_document(key)
        assert [(part.address, part.provision_comment.delegations) for part in one.placed] == [("para_1", ("FR",))]
