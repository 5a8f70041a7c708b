"""The tables of what others wrote on a document: a step of the schema."""

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
