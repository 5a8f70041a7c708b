"""Papers made of values, for tests that need a document and no file."""

import datetime
from pathlib import Path

from delegate_desk.core.documents.document import (
    Address,
    Call,
    Document,
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

QUIET_HOURS = """Council of the European Union

Brussels, 4 March 2026
(OR. en)

7001/26

LIMITE

TRANS 88

NOTE

From: Presidency
To: Delegations
No. prev. doc.: 6500/26 + COR 1
Subject: Draft conclusions on quiet hours in ports

Delegations will find attached a draft text on quiet hours in ports.

1. The Council notes that noise from ships at berth disturbs the people who live near ports.

2. The Council invites the Member States to:

(a) set quiet hours for ships at berth;

(b) offer shore power to ships that keep them.

3. The Council will revert to the matter by the end of 2027.
"""

QUIET_HOURS_FRENCH = """Conseil de l'Union européenne

Bruxelles, le 4 mars 2026
(OR. en)

7001/26

LIMITE

TRANS 88

NOTE

Origine: la présidence
Destinataire: délégations
Objet: Projet de conclusions sur les heures calmes dans les ports

Les délégations trouveront ci-joint un projet de texte.

1. Le Conseil note que le bruit des navires à quai dérange les riverains des ports.

2. Le Conseil invite les États membres à fixer des heures calmes pour les navires.
"""


def quiet_hours(folder: Path, *, name: str = "quiet hours.txt", text: str = QUIET_HOURS) -> Path:
    """Write a short Council paper in English as a text file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


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
