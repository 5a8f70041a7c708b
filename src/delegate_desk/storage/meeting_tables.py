"""The tables of meetings: a step of the schema."""

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

NOTED = (("line", "line", "id"), ("intervention", "line", "line"))
"""The tables of which changes are noted for the index: as what, and by which column."""
