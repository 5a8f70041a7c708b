"""The table of what was carried from one document to another: a step of the schema."""

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
