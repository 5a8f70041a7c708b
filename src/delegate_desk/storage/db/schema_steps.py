"""SQL of the later steps of the schema, one constant per step."""

import re

ORPHAN_SCHEMA = """
    -- Annotations from elsewhere whose document is not held: each as Web Annotation JSON-LD, known by its own id.
    CREATE TABLE annotation_aside (
        id TEXT PRIMARY KEY,
        reference TEXT NOT NULL,
        language TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        modified TEXT NOT NULL,
        annotation TEXT NOT NULL
    ) WITHOUT ROWID;
    """

CARRYING_SCHEMA = """
    -- An annotation carried over knows the one that it was made of, which may be gone, and what became of its unit.
    ALTER TABLE annotation ADD COLUMN origin TEXT;
    ALTER TABLE annotation ADD COLUMN carried TEXT;
    CREATE INDEX annotation_origin ON annotation (origin) WHERE origin IS NOT NULL;

    -- What became of each thing that stood on ``old`` when it was carried to ``new``: by kind and key, the key of our
    -- line its address there, that of our general comments empty. ``text`` is what its unit said.
    CREATE TABLE carried (
        old INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        new INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        address TEXT NOT NULL,
        placed TEXT,
        verdict TEXT NOT NULL,
        proposals TEXT NOT NULL,
        text TEXT NOT NULL,
        words_gone INTEGER NOT NULL,
        decided TEXT,
        made TEXT NOT NULL,
        follows TEXT NOT NULL,
        PRIMARY KEY (old, new, kind, key)
    ) WITHOUT ROWID;
    CREATE INDEX carried_placed ON carried (new, placed);
    """

CONTRIBUTION_SCHEMA = """
    -- A paper of others on a document. Its parts stand in its order; a part without an address has no place, and what
    -- its unit said is kept, so that it is never taken for another one when the document is read anew.
    CREATE TABLE contribution (
        id TEXT PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        paper INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        added TEXT NOT NULL
    );
    CREATE INDEX contribution_document ON contribution (document);
    CREATE INDEX contribution_paper ON contribution (paper);
    CREATE TABLE contribution_part (
        contribution TEXT NOT NULL REFERENCES contribution ON DELETE CASCADE,
        position INTEGER NOT NULL,
        delegations TEXT NOT NULL,
        label TEXT NOT NULL,
        quoted TEXT NOT NULL,
        proposal TEXT,
        comment TEXT NOT NULL,
        general INTEGER NOT NULL,
        address TEXT,
        "after" TEXT,
        by_hand INTEGER NOT NULL,
        stands TEXT NOT NULL,
        PRIMARY KEY (contribution, position)
    ) WITHOUT ROWID;
    """

DOSSIER_SCHEMA = """
    -- Where a document belongs with its family: ``dossier`` is a mark of that dossier, nothing for what stands apart.
    CREATE TABLE dossier_choice (
        document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
        dossier TEXT,
        made TEXT NOT NULL
    );
    -- What a document does not belong to, though its text seemed to say so: it is not offered again.
    CREATE TABLE dossier_refusal (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        dossier TEXT NOT NULL,
        PRIMARY KEY (document, dossier)
    ) WITHOUT ROWID;
    """

MEETING_SCHEMA = """
    -- What a notice of meeting prints behind its labels, by name.
    ALTER TABLE document ADD COLUMN notice TEXT NOT NULL DEFAULT '{}';

    CREATE TABLE meeting (
        id TEXT PRIMARY KEY,
        reference TEXT,
        body TEXT NOT NULL,
        date TEXT,
        time TEXT,
        place TEXT NOT NULL,
        contact TEXT NOT NULL,
        created TEXT NOT NULL,
        agenda INTEGER REFERENCES document ON DELETE SET NULL,
        trashed TEXT
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX meeting_reference ON meeting (reference) WHERE trashed IS NULL;
    CREATE TABLE agenda_item (
        meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        position INTEGER NOT NULL,
        number TEXT NOT NULL,
        title TEXT NOT NULL,
        documents TEXT NOT NULL,
        PRIMARY KEY (meeting, position)
    ) WITHOUT ROWID;
    -- A line as typed; ``sequence`` counts those of a meeting, for the clock may jump.
    CREATE TABLE line (
        id TEXT PRIMARY KEY,
        meeting TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        item TEXT,
        text TEXT NOT NULL,
        document INTEGER REFERENCES document ON DELETE SET NULL,
        address TEXT,
        created TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        trashed TEXT
    ) WITHOUT ROWID;
    CREATE INDEX line_meeting ON line (meeting, sequence);
    CREATE INDEX line_document ON line (document);
    -- What lines mean, made from them. ``shelf`` is the document under which it is found.
    CREATE TABLE intervention (
        id TEXT PRIMARY KEY,
        line TEXT NOT NULL REFERENCES line ON DELETE CASCADE,
        position INTEGER NOT NULL,
        delegations TEXT NOT NULL,
        stance TEXT,
        document INTEGER REFERENCES document ON DELETE SET NULL,
        address TEXT,
        text TEXT NOT NULL,
        wordings TEXT NOT NULL,
        conclusion INTEGER NOT NULL,
        label TEXT NOT NULL,
        shelf INTEGER REFERENCES document ON DELETE SET NULL
    ) WITHOUT ROWID;
    CREATE INDEX intervention_line ON intervention (line, position);
    CREATE INDEX intervention_place ON intervention (document, address);
    CREATE INDEX intervention_shelf ON intervention (shelf);
    CREATE TRIGGER line_moves_with_document AFTER UPDATE ON document BEGIN
        DELETE FROM change WHERE subject = 'line'
            AND key IN (SELECT line FROM intervention WHERE shelf = new.id);
        INSERT INTO change (subject, key) SELECT DISTINCT 'line', line FROM intervention WHERE shelf = new.id;
    END;
    CREATE TRIGGER line_moves_with_meeting AFTER UPDATE OF trashed ON meeting BEGIN
        DELETE FROM change WHERE subject = 'line' AND key IN (SELECT id FROM line WHERE meeting = new.id);
        INSERT INTO change (subject, key) SELECT 'line', id FROM line WHERE meeting = new.id;
    END;
    -- Groups of delegations, codes with spaces between; those that everybody knows are there from the beginning.
    CREATE TABLE delegation_group (
        name TEXT PRIMARY KEY,
        codes TEXT NOT NULL
    ) WITHOUT ROWID;
    INSERT INTO delegation_group (name, codes) VALUES
        ('Baltics', 'EE LV LT'), ('V4', 'CZ HU PL SK'), ('Benelux', 'BE LU NL');
    """

INDEXED_MEETING_TABLES = (("line", "line", "id"), ("intervention", "line", "line"))
"""The meeting tables whose changes are recorded for the index: under what subject, and by which column."""

POSITION_SCHEMA = """
    -- A version that was sent stays as it was: what is written then belongs to the next.
    ALTER TABLE position ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE position ADD COLUMN cleared_by TEXT;
    ALTER TABLE position ADD COLUMN cleared_at TEXT;
    ALTER TABLE position ADD COLUMN sent_to TEXT;
    ALTER TABLE position ADD COLUMN sent_file TEXT;
    ALTER TABLE position ADD COLUMN sent_at TEXT;
    ALTER TABLE position_item ADD COLUMN justification TEXT NOT NULL DEFAULT '';
    ALTER TABLE position_item ADD COLUMN joint TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE position_item ADD COLUMN fallbacks TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE position_item ADD COLUMN red_line TEXT NOT NULL DEFAULT '';
    ALTER TABLE position_item ADD COLUMN instruction TEXT NOT NULL DEFAULT '';
    ALTER TABLE position_item ADD COLUMN source TEXT NOT NULL DEFAULT '';
    ALTER TABLE position_item ADD COLUMN priority INTEGER;
    ALTER TABLE position_item ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE position_item ADD COLUMN authors TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE position_item ADD COLUMN "after" TEXT;
    ALTER TABLE position_item ADD COLUMN label TEXT NOT NULL DEFAULT '';
    ALTER TABLE unplaced ADD COLUMN item TEXT; -- our line whole, as the versions have it

    CREATE TABLE position_version (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        version INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (document, version)
    ) WITHOUT ROWID;

    -- What became of each field: what is typed at one go is one change. The address of a field of the whole is empty.
    CREATE TABLE position_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        version INTEGER NOT NULL,
        address TEXT NOT NULL,
        field TEXT NOT NULL,
        before TEXT NOT NULL,
        "after" TEXT NOT NULL,
        at TEXT NOT NULL
    );
    CREATE INDEX position_change_document ON position_change (document, address, field);
    """

PHRASE_SCHEMA = """
    -- A delegate's own texts, each found by its keyword in its language, however that is written.
    CREATE TABLE phrase (
        language TEXT NOT NULL,
        folded TEXT NOT NULL,
        keyword TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (language, folded)
    ) WITHOUT ROWID;
    """

_EVENT_ROWS = {"INSERT": r"(new.\1)", "UPDATE": r"(new.\1, old.\1)", "DELETE": r"(old.\1)"}


def due(table: str, subject: str, keys: str, *, of: str = "", when: str = "", name: str = "") -> str:
    """Return triggers that mark a sidecar as due at each change of a table's rows; for the step that creates the table.

    Args:
        subject: ``document``, ``meeting`` or ``library``.
        keys: A query for the keys of the sidecars, with ``{rows}`` for the values of a column, as in ``SELECT sha256
            FROM document WHERE id IN {rows:document}``.
        of: The columns whose update counts, if not all do.
        when: The condition of an update, if not all count.
        name: Distinguishes several triggers of one table.
    """
    return "".join(_trigger(table, subject, keys, event, of, when, name) for event in _EVENT_ROWS)


def _trigger(table: str, subject: str, keys: str, event: str, of: str, when: str, name: str) -> str:
    query = re.sub(r"{rows:(\w+)}", _EVENT_ROWS[event], keys)
    is_update = event == "UPDATE"
    return f"""
    CREATE TRIGGER {table}_{event}_is_due{name} AFTER {event} {f"OF {of}" if of and is_update else ""} ON {table}
    {f"WHEN {when}" if when and is_update else ""} BEGIN
        UPDATE sidecar_due SET number = 0 WHERE subject = '{subject}' AND key IN ({query}) AND number <> 0;
        INSERT INTO sidecar_due (subject, key, number)
            SELECT DISTINCT '{subject}', found.key, 0 FROM (SELECT NULL AS key WHERE 0 UNION ALL {query}) AS found
            WHERE NOT EXISTS (
                SELECT 1 FROM sidecar_due AS there WHERE there.subject = '{subject}' AND there.key = found.key
            );
    END;
    """  # noqa: S608  (names of our own)


DOCUMENT = "SELECT sha256 FROM document WHERE id IN {rows:document}"
_OF_TAG = """
    SELECT sha256 FROM document WHERE id IN (SELECT document FROM annotation WHERE id IN {rows:annotation})
"""
_OF_PART = """
    SELECT sha256 FROM document WHERE id IN (SELECT document FROM contribution WHERE id IN {rows:contribution})
"""
_CARRIED = "SELECT sha256 FROM document WHERE id IN {rows:old} OR id IN {rows:new}"
_OF_LINE = "SELECT meeting FROM line WHERE id IN {rows:line}"
_OF_STAMP = """
    SELECT sha256 FROM document WHERE id IN (SELECT document FROM annotation WHERE id IN {rows:key})
        OR 'line' IN {rows:kind} AND id = CAST(new.key AS INTEGER)
"""
_LIBRARY = "SELECT 'library'"
_OF_DOCUMENT = (
    "annotation", "position", "position_item", "position_version", "position_change", "correction", "unplaced",
    "dossier_choice", "dossier_refusal", "contribution",
)  # fmt: skip
_OF_LIBRARY = (
    "library", "watched_folder", "seen_file", "saved_search", "recent_search", "voting_year", "voting_population",
    "phrase", "delegation_group", "annotation_aside", "person", "received", "package_taken",
)  # fmt: skip

SIDECAR_SCHEMA = "".join(
    (
        """
    -- The sidecars that do not yet say what the record says.
    CREATE TABLE sidecar_due (
        subject TEXT NOT NULL,
        key TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (subject, key)
    ) WITHOUT ROWID;
    INSERT INTO sidecar_due SELECT 'document', sha256, 0 FROM document;
    INSERT INTO sidecar_due SELECT 'meeting', id, 0 FROM meeting;
    INSERT INTO sidecar_due VALUES ('library', 'library', 0);
    """,
        due("document", "document", "SELECT value FROM json_each(json_array{rows:sha256})"),
        *(due(table, "document", DOCUMENT) for table in _OF_DOCUMENT),
        due("annotation_tag", "document", _OF_TAG),
        due("contribution_part", "document", _OF_PART),
        due("carried", "document", _CARRIED),
        due("meeting", "meeting", "SELECT value FROM json_each(json_array{rows:id})"),
        due("agenda_item", "meeting", "SELECT value FROM json_each(json_array{rows:meeting})"),
        due("line", "meeting", "SELECT value FROM json_each(json_array{rows:meeting})"),
        due("line", "document", DOCUMENT, name="_of_document"),
        due("intervention", "meeting", _OF_LINE),
        due("intervention", "document", DOCUMENT, name="_of_document"),
        *(due(table, "library", _LIBRARY) for table in _OF_LIBRARY),
        # the last number used and the withdrawals of deleted items are stored with the library
        _trigger("document", "library", _LIBRARY, "DELETE", "", "", "_of_library"),
        _trigger("annotation", "library", _LIBRARY, "DELETE", "", "", "_of_library"),
        _trigger("stamp", "document", _OF_STAMP, "UPDATE", "sent", "new.sent <> old.sent", ""),
    )
)

SHARING_SCHEMA = f"""
    -- The folder that is shared in: one, or none. ``mark`` is the last change of ours that went there.
    CREATE TABLE shared_folder (
        path TEXT PRIMARY KEY,
        internal INTEGER NOT NULL,
        originals INTEGER NOT NULL,
        joined TEXT NOT NULL,
        mark INTEGER,
        sent INTEGER NOT NULL
    ) WITHOUT ROWID;
    -- Whose packages are taken in no more.
    CREATE TABLE refused_person (
        person TEXT PRIMARY KEY,
        refused TEXT NOT NULL
    ) WITHOUT ROWID;
    -- The packages there, as they were looked at; the size in bytes, the time in nanoseconds.
    CREATE TABLE shared_file (
        name TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        fault TEXT
    ) WITHOUT ROWID;
    -- The originals that some package there holds.
    CREATE TABLE shared_original (
        sha256 TEXT PRIMARY KEY
    ) WITHOUT ROWID;
    {due("shared_folder", "library", "SELECT 'library'")}
    {due("refused_person", "library", "SELECT 'library'")}
    """

KEYS_SCHEMA = f"""
    -- The public keys of people: of those who sent a package, and ours, which alone have a secret.
    CREATE TABLE person_key (
        person TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        secret TEXT,
        since TEXT NOT NULL, -- when it came with a package, or was made
        verified TEXT -- when its fingerprint was compared
    ) WITHOUT ROWID;
    {due("person_key", "library", "SELECT 'library'")}
    """

_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'"
    " || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)


def _stamping(event: str, table: str, *, kind: str, key: str, gone: str, when: str = "1", of: str = "") -> str:
    """Return a trigger that records when an item of ours changed: always later than before, whatever the clock says.

    For changes from before stamps existed, the time in the row itself is used.
    """
    row = "old" if event == "DELETE" else "new"
    item_key = key.format(row=row)
    before = "''" if event == "INSERT" or table != "annotation" else f"strftime('%Y-%m-%dT%H:%M:%fZ', {row}.modified)"
    return f"""
    CREATE TRIGGER {table}_{event}_stamps AFTER {event} {of} ON {table} WHEN {when.format(row=row)} BEGIN
        INSERT INTO stamp (kind, key, number, moment, gone, sent) SELECT '{kind}', {item_key}, 0, {before}, 0, 0
            WHERE NOT EXISTS (SELECT 1 FROM stamp WHERE kind = '{kind}' AND key = {item_key});
        UPDATE stamp SET
            number = (SELECT max(number) + 1 FROM stamp),
            moment = max({_NOW}, coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', moment, '+0.001 seconds'), '')),
            gone = {gone.format(row=row)}
        WHERE kind = '{kind}' AND key = {item_key};
    END;
    """  # noqa: S608  (names of our own)


_OURS = "{row}.author = ''"
_LINE = "{row}.document || ' ' || {row}.address"
_WHOLE = "{row}.document || ' '"
_DOCUMENT_EXISTS = "EXISTS (SELECT 1 FROM document WHERE id = old.document)"  # deleting a document withdraws nothing
_REMOVED = f"old.trashed IS NOT NULL OR {_DOCUMENT_EXISTS}"
_HAS_TEXT = "new.general != '' OR new.internal != ''"

PEOPLE_SCHEMA = f"""
    -- Who writes here and elsewhere. What people say of themselves outranks what others say of them.
    CREATE TABLE person (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL DEFAULT '',
        delegation TEXT NOT NULL DEFAULT '',
        ours INTEGER NOT NULL DEFAULT 0,
        moment TEXT NOT NULL DEFAULT '', -- when they said so
        firsthand INTEGER NOT NULL DEFAULT 0,
        seen TEXT -- when something of theirs came last
    ) WITHOUT ROWID;
    INSERT INTO person (id, ours) VALUES ({_UUID}, 1);
    ALTER TABLE annotation ADD COLUMN author TEXT NOT NULL DEFAULT ''; -- empty for ours
    CREATE INDEX annotation_author ON annotation (author) WHERE author != '';

    -- The latest of each thing that others sent: a note by its id, a line by its document and address. What its author
    -- took back is gone; what was removed here stays removed.
    CREATE TABLE received (
        author TEXT NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        moment TEXT NOT NULL,
        gone INTEGER NOT NULL,
        whole INTEGER NOT NULL, -- with what is internal
        via TEXT NOT NULL, -- who sent it
        reference TEXT NOT NULL,
        language TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content TEXT NOT NULL,
        package TEXT NOT NULL, -- which brought it
        note TEXT NOT NULL DEFAULT '', -- the annotation that was made of it
        removed INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (author, kind, key)
    ) WITHOUT ROWID;
    CREATE INDEX received_key ON received (kind, key);
    CREATE INDEX received_note ON received (note) WHERE note != '';
    CREATE INDEX received_document ON received (sha256);
    CREATE INDEX received_reference ON received (reference, language);
    CREATE TRIGGER annotation_trash_of_others AFTER UPDATE OF trashed ON annotation WHEN new.author != '' BEGIN
        UPDATE received SET removed = new.trashed IS NOT NULL WHERE note = new.id;
    END;
    CREATE TRIGGER annotation_gone_of_others AFTER DELETE ON annotation WHEN old.author != '' BEGIN
        UPDATE received SET note = '' WHERE note = old.id;
    END;

    CREATE TABLE package_taken (
        id TEXT PRIMARY KEY,
        person TEXT NOT NULL,
        moment TEXT NOT NULL,
        taken TEXT NOT NULL
    ) WITHOUT ROWID;

    -- When each thing of ours changed, and whether it ever left: what left and is gone is taken back by a package.
    CREATE TABLE stamp (
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        number INTEGER NOT NULL,
        moment TEXT NOT NULL,
        gone INTEGER NOT NULL,
        sent INTEGER NOT NULL,
        PRIMARY KEY (kind, key)
    ) WITHOUT ROWID;
    CREATE INDEX stamp_number ON stamp (number);
    {_stamping("INSERT", "annotation", kind="note", key="{row}.id", gone="0", when=_OURS)}
    {_stamping("UPDATE", "annotation", kind="note", key="{row}.id", gone="{row}.trashed IS NOT NULL", when=_OURS)}
    {_stamping("DELETE", "annotation", kind="note", key="{row}.id", gone=_REMOVED, when=_OURS)}
    {_stamping("INSERT", "position_item", kind="line", key=_LINE, gone="0")}
    {_stamping("UPDATE", "position_item", kind="line", key=_LINE, gone="0")}
    {_stamping("DELETE", "position_item", kind="line", key=_LINE, gone=_DOCUMENT_EXISTS)}
    {_stamping("INSERT", "position", kind="line", key=_WHOLE, gone="0", when=_HAS_TEXT)}
    {_stamping("UPDATE", "position", kind="line", key=_WHOLE, gone=f"NOT ({_HAS_TEXT})", of="OF general, internal")}
    """  # noqa: S608  (names of our own)

TERM_SCHEMA = """
    -- Imported lists of terms. They are not in sidecars: whoever has the file can import it again.
    CREATE TABLE term_base (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        languages TEXT NOT NULL, -- separated by spaces
        entries INTEGER NOT NULL
    );
    CREATE TABLE term_chunk (
        base INTEGER NOT NULL REFERENCES term_base ON DELETE CASCADE,
        number INTEGER NOT NULL,
        content BLOB NOT NULL, -- entries in JSON, compressed by zlib
        PRIMARY KEY (base, number)
    ) WITHOUT ROWID;
    """
