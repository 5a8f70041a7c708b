"""Library documents, made of values, for tests of dossiers and families."""

import datetime

from delegate_desk.core.documents.document import DocumentId, Header, LibraryDocument, SubjectCode
from delegate_desk.core.documents.references import parse_reference

START = datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC)


def held(
    number: int,
    name: str = "",
    *,
    language: str = "en",
    date: str = "",
    files: tuple[str, ...] = (),
    previous: tuple[str, ...] = (),
    subject: str = "",
    codes: tuple[str, ...] = (),
    commission: tuple[str, ...] = (),
) -> LibraryDocument:
    """A document as listed by a library; each imported an hour after the one before."""
    reference = parse_reference(name) if name else None
    assert reference or not name
    header = Header(
        language,
        reference,
        "en",
        datetime.date.fromisoformat(date) if date else None,
        subject=subject,
        subject_codes=tuple(SubjectCode(code) for code in codes),
        interinstitutional_files=files,
        previous_documents=tuple(found for one in previous if (found := parse_reference(one))),
        commission_documents=tuple(found for one in commission if (found := parse_reference(one))),
    )
    added = START + datetime.timedelta(hours=number)
    return LibraryDocument(DocumentId(number), f"{number}", f"{number}.txt", header, 1, added)
