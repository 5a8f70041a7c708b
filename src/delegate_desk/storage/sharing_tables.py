"""The tables of the shared folder: a step of the schema."""

from delegate_desk.storage.sidecar_tables import due

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
