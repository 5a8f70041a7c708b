"""The tables of people, of what others sent, and of when what is ours changed: a step of the schema."""

_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'"
    " || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)


def _stamping(event: str, table: str, *, kind: str, key: str, gone: str, when: str = "1", of: str = "") -> str:
    """A trigger that notes when a thing of ours changed: each time later than before, whatever the clock says.

    What was changed before there were stamps is taken from what the row says of itself.
    """
    row = "old" if event == "DELETE" else "new"
    named = key.format(row=row)
    before = "''" if event == "INSERT" or table != "annotation" else f"strftime('%Y-%m-%dT%H:%M:%fZ', {row}.modified)"
    return f"""
    CREATE TRIGGER {table}_{event}_stamps AFTER {event} {of} ON {table} WHEN {when.format(row=row)} BEGIN
        INSERT INTO stamp (kind, key, number, moment, gone, sent) SELECT '{kind}', {named}, 0, {before}, 0, 0
            WHERE NOT EXISTS (SELECT 1 FROM stamp WHERE kind = '{kind}' AND key = {named});
        UPDATE stamp SET
            number = (SELECT max(number) + 1 FROM stamp),
            moment = max({_NOW}, coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', moment, '+0.001 seconds'), '')),
            gone = {gone.format(row=row)}
        WHERE kind = '{kind}' AND key = {named};
    END;
    """  # noqa: S608  (names of our own)


_OURS = "{row}.author = ''"
_LINE = "{row}.document || ' ' || {row}.address"
_WHOLE = "{row}.document || ' '"
_THERE = "EXISTS (SELECT 1 FROM document WHERE id = old.document)"  # a document that goes takes nothing back
_REMOVED = f"old.trashed IS NOT NULL OR {_THERE}"
_SAYS = "new.general != '' OR new.internal != ''"

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
    {_stamping("DELETE", "position_item", kind="line", key=_LINE, gone=_THERE)}
    {_stamping("INSERT", "position", kind="line", key=_WHOLE, gone="0", when=_SAYS)}
    {_stamping("UPDATE", "position", kind="line", key=_WHOLE, gone=f"NOT ({_SAYS})", of="OF general, internal")}
    """  # noqa: S608  (names of our own)
