"""The table of annotations whose document is not held: a step of the schema."""

SCHEMA = """
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
