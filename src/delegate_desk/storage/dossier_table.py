"""The tables of what a person said of dossiers: a step of the schema."""

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
