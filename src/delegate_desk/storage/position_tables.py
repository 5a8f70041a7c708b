"""The tables of all that a position says, of its versions and of its history: steps of the schema."""

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

PHRASES = """
    -- A delegate's own texts, each found by its keyword in its language, however that is written.
    CREATE TABLE phrase (
        language TEXT NOT NULL,
        folded TEXT NOT NULL,
        keyword TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (language, folded)
    ) WITHOUT ROWID;
    """
