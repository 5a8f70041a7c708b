"""The table of the sidecars that are due, and what notes them: a step of the schema.

Each change of the record notes the sidecar that tells of it, once, in the same transaction. ``number`` is 0 until
somebody sets about writing it, and 0 again when it changes meanwhile.
"""

_EVENTS = ("INSERT", "UPDATE", "DELETE")


def due(table: str, subject: str, keys: str, *, of: str = "", when: str = "", name: str = "") -> str:
    """Triggers that note a sidecar at each change of a table's rows; for the step that makes the table.

    Args:
        table: The table, which is part of the record.
        subject: ``document``, ``meeting`` or ``library``.
        keys: A query for the keys of the sidecars, with ``{rows}`` for the values of a column, as in
            ``SELECT sha256 FROM document WHERE id IN {rows:document}``.
        of: The columns whose update counts, where not all do.
        when: The condition of an update, where not all count.
        name: What tells several of one table apart.
    """
    return "".join(_trigger(table, subject, keys, event, of, when, name) for event in _EVENTS)


def _trigger(table: str, subject: str, keys: str, event: str, of: str, when: str, name: str) -> str:
    found = keys.format(rows=_Rows(event))
    is_update = event == "UPDATE"
    return f"""
    CREATE TRIGGER {table}_{event}_is_due{name} AFTER {event} {f"OF {of}" if of and is_update else ""} ON {table}
    {f"WHEN {when}" if when and is_update else ""} BEGIN
        UPDATE sidecar_due SET number = 0 WHERE subject = '{subject}' AND key IN ({found}) AND number <> 0;
        INSERT INTO sidecar_due (subject, key, number)
            SELECT DISTINCT '{subject}', found.key, 0 FROM (SELECT NULL AS key WHERE 0 UNION ALL {found}) AS found
            WHERE NOT EXISTS (
                SELECT 1 FROM sidecar_due AS there WHERE there.subject = '{subject}' AND there.key = found.key
            );
    END;
    """  # noqa: S608  (names of our own)


class _Rows:
    """The values of a column in the rows that an event is about: as a query is filled with them."""

    def __init__(self, event: str) -> None:
        self._rows = {"INSERT": ("new",), "DELETE": ("old",), "UPDATE": ("new", "old")}[event]

    def __format__(self, column: str) -> str:
        return f"({', '.join(f'{row}.{column}' for row in self._rows)})"


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
        # The last number of all, and what is taken back of what is gone, are told with the library.
        _trigger("document", "library", _LIBRARY, "DELETE", "", "", "_of_library"),
        _trigger("annotation", "library", _LIBRARY, "DELETE", "", "", "_of_library"),
        _trigger("stamp", "document", _OF_STAMP, "UPDATE", "sent", "new.sent <> old.sent", ""),
    )
)
