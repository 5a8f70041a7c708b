"""A small act about harbours in English and Greek, and a note in English only: invented, unit by unit."""

import itertools

from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.desk import Desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore

WHO = (
    ("the harbour master", "ο λιμενάρχης"),
    ("the keeper", "ο φύλακας"),
    ("the skipper", "ο κυβερνήτης"),
    ("the pilot", "ο πλοηγός"),
    ("the inspector", "ο επιθεωρητής"),
)
DOES = (
    ("shall remove the wreck", "απομακρύνει το ναυάγιο"),
    ("shall train the crew", "εκπαιδεύει το πλήρωμα"),
    ("shall measure the noise", "μετρά τον θόρυβο"),
    ("shall ring the bell", "χτυπά την καμπάνα"),
    ("shall issue the licence", "εκδίδει την άδεια"),
)
WHEN = (("in fog", "σε ομίχλη"), ("at night", "τη νύχτα"), ("in winter", "τον χειμώνα"))
HEADINGS = (("Wrecks", "Ναυάγια"), ("Crews", "Πληρώματα"), ("Noise", "Θόρυβος"))
OTHERWISE = 4
"""The paragraph in which the Greek text has another name for the harbour master."""


def act(language: str, number: str = "7401/26") -> Document:
    side = ("en", "el").index(language)
    texts = [f"{' '.join(part[side] for part in parts)}.".capitalize() for parts in itertools.product(WHO, DOES, WHEN)]
    if language == "el":
        texts[OTHERWISE - 1] = texts[OTHERWISE - 1].replace("Ο λιμενάρχης", "Ο διευθυντής του λιμένα")
    units = [Paragraph(Address(f"hd_{n}"), Kind.HEADING, "", heading[side]) for n, heading in enumerate(HEADINGS, 1)]
    units += [Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text) for n, text in enumerate(texts, 1)]
    return Document(Header(language, parse_reference(f"ST {number}"), subject="Harbours"), tuple(units))


NOTE = (
    "Delegations noted that a wreck near the entrance is a danger to everybody.",
    "Several delegations asked who trains a crew before its first season.",
    "The Commission will study the noise of propellers.",
)


def note() -> Document:
    units = (Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text) for n, text in enumerate(NOTE, 1))
    return Document(Header("en", parse_reference("ST 7403/26"), subject="Questions"), tuple(units))


def hold(desk: Desk, *documents: Document) -> list[DocumentId]:
    """Add documents to the library."""
    database = Database(desk.folder)
    store = DocumentStore(database)
    first = len(desk.documents.all())
    keys = [store.add(document, f"{first + n:064x}", "a.txt") for n, document in enumerate(documents)]
    database.close()
    return keys
