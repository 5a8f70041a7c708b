"""Documents made of values, for tests that need a document and no file."""

import datetime
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from delegate_desk.core.documents.document import (
    Address,
    Call,
    Document,
    DocumentId,
    Header,
    Kind,
    Mark,
    MarkUp,
    Mention,
    Paragraph,
    Span,
    SubjectCode,
)
from delegate_desk.core.documents.references import Reference, Suffix
from delegate_desk.desk import Desk
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore


def written(name: str) -> str:
    """The text of a document in data/papers."""
    return (Path(__file__).parents[1] / "data" / "papers" / f"{name}.txt").read_text(encoding="utf-8")


QUIET_HOURS = written("quiet_hours.en")
QUIET_HOURS_FRENCH = written("quiet_hours.fr")


def quiet_hours(folder: Path, *, name: str = "quiet hours.txt", text: str = QUIET_HOURS) -> Path:
    """Write a short Council document in English as a text file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def note_text(
    number: str,
    body: str = "1. Noise disturbs.",
    *,
    date: str = "4 March 2026",
    file: str = "",
    codes: str = "TRANS 88",
    previous: str = "",
    subject: str = "Quiet hours in ports",
) -> str:
    """A note of the Presidency in English, as a text file holds it."""
    procedure = f"\nInterinstitutional File: {file}\n" if file else ""
    above = f"No. prev. doc.: {previous}\n" if previous else ""
    return f"""Council of the European Union

Brussels, {date}
(OR. en)
{procedure}
{number}

LIMITE

{codes}

NOTE

From: Presidency
To: Delegations
{above}Subject: {subject}

{body}
"""


_read = ReadingProcess.read
_known: dict[tuple[str, bytes], Document] = {}


def take_in(desk: Desk, file: Path) -> DocumentId:
    """Import a file; returns the number of its document. Files with the same name and bytes are read once for all."""
    import pytest  # a process that a test starts and kills takes in nothing

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReadingProcess, "read", _read_once)
        reading = desk.documents.read(file)
    return next(iter(desk.documents.add(reading).documents))


def _read_once(reader: ReadingProcess, path: Path, file_name: str) -> Document:
    key = file_name, sha256(path.read_bytes()).digest()
    if key not in _known:
        _known[key] = _read(reader, path, file_name)
    return _known[key]


def paper(number: int = 7001, language: str = "en", year: int = 2026) -> Document:
    """A document of four units and a footnote, with everything a document can have."""
    return Document(
        Header(
            language,
            Reference("ST", number, year),
            "en",
            datetime.date(year, 3, 4),
            "LIMITE",
            public=True,
            document_type="note",
            document_type_label="NOTE",
            sender="Presidency",
            recipient="Delegations",
            subject="Quiet hours in ports",
            subject_codes=(SubjectCode("TRANS", 88), SubjectCode("ENV", 12)),
            interinstitutional_files=("2026/0101(COD)",),
            previous_documents=(
                Reference("ST", 6500, year),
                Reference("ST", 6500, year, suffixes=(Suffix("COR", 1),)),
            ),
            commission_documents=(Reference("COM", 77, year, final=True),),
            confidence={"reference": 0.99},
        ),
        (
            Paragraph(Address("cover"), Kind.COVER, "", "Delegations will find attached a text."),
            Paragraph(
                Address("para_1"), Kind.PARAGRAPH, "1.", "Noise disturbs the people who live near ports.", page=1
            ),
            Paragraph(
                Address("para_2"),
                Kind.PARAGRAPH,
                "2.",
                "Ports shall should set quiet hours for ships at berth.",
                spans=(Span(6, 12, Mark.REMOVED), Span(12, 18, Mark.ADDED), Span(12, 18, Mark.BOLD)),
                calls=(Call(35, Address("fn_1")),),
            ),
            Paragraph(
                Address("para_2__point_1"), Kind.POINT, "(a)", "shore power is offered to ships;", depth=2, page=2
            ),
        ),
        (Paragraph(Address("fn_1"), Kind.FOOTNOTE, "1", "See document 6500/26."),),
        (Mention("6500/26", Reference("ST", 6500, year), Address("fn_1")),),
        MarkUp.PRINTED,
    )


def hold(desk: Desk, document: Document) -> DocumentId:
    """Add a document made of values to the library."""
    with closing(Database(desk.folder)) as database:
        return DocumentStore(database).add(document, f"{len(desk.documents.all()):064x}", "a.txt")
