"""A document and its revisions made of single paragraphs, and items on them, for tests of carry-over."""

from pathlib import Path

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import CarriedItem, Comparison
from delegate_desk.desk import Desk
from support.document_values import quiet_hours, take_in

Pair = tuple[DocumentId, DocumentId]
HEAD = """Council of the European Union

Brussels, {day} March 2026
(OR. en)

7001/{revision}26

LIMITE

NOTE

From: Presidency
To: Delegations
Subject: Draft conclusions on quiet hours in ports

"""
GREEK_HEAD = """Συμβούλιο της Ευρωπαϊκής Ένωσης

Βρυξέλλες, {day} Μαρτίου 2026
(OR. en)

7001/{revision}26

LIMITE

ΣΗΜΕΙΩΜΑ

Αποστολέας: Προεδρία
Αποδέκτης: Αντιπροσωπίες
Θέμα: Σχέδιο συμπερασμάτων για τις ώρες ησυχίας στους λιμένες

"""
PORTS = "The Council notes that noise from ships at berth disturbs the people who live near ports."
QUIET = "Member States shall set quiet hours for ships at berth and report them to the Commission by 2027."
POWER = "Ports shall offer shore power to ships that keep the hours, at a price that covers its cost."
BACK = "The Council will revert to the matter by the end of its term."
NEW = "The Council thanks the coastal regions for their patience with delays of every kind."
FIRST, SECOND, THIRD, FOURTH = (Address(f"para_{n}") for n in (1, 2, 3, 4))


def bring(
    desk: Desk, folder: Path, *paragraphs: str, revision: int = 0, head: str = HEAD, first: int = 1
) -> DocumentId:
    """Import one revision of a document, made of some paragraphs numbered from ``first``."""
    head = head.format(day=4 + revision, revision=f"{revision}/" if revision else "")
    if revision:
        head = head.replace("/26\n", f"/26\n\nREV {revision}\n", 1)
    text = head + "\n".join(f"{n}. {words}\n" for n, words in enumerate(paragraphs, first))
    file = quiet_hours(folder, name=f"paper {revision}.txt", text=text)
    return take_in(desk, file)


def compare(desk: Desk, old: DocumentId, new: DocumentId) -> Comparison:
    return finish(desk.comparisons.compare(old, new))


def carry(desk: Desk, old: DocumentId, new: DocumentId) -> dict[str, CarriedItem]:
    """Carry over, and return the outcome of each item by its key."""
    desk.carryover.carry(compare(desk, old, new))
    return {one.key: one for one in desk.carryover.find_carry(old, new).items}


def note(
    desk: Desk, document: DocumentId, address: Address, text: str = "ours", words: str | None = None
) -> AnnotationId:
    made = desk.annotations.new(Place(document, address), AnnotationKind.RED_LINE, text=text, words=words, tags=["sea"])
    desk.annotations.save(made)
    return made.id


def only(desk: Desk, document: DocumentId) -> Annotation:
    (found,) = desk.annotations.for_document(document)
    return found


def revision(desk: Desk, folder: Path) -> Pair:
    """A document and its revision: one paragraph is new, one is reworded, one is deleted."""
    old = bring(desk, folder, PORTS, QUIET, POWER, BACK)
    reworded = QUIET.replace("quiet hours", "quiet hours and days").replace("2027", "2028")
    return old, bring(desk, folder, NEW, PORTS, reworded, BACK, revision=1)
