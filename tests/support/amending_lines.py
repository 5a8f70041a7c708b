"""Acts and amending acts from lines of text, and what the instructions of one change in the other."""

from collections.abc import Sequence

from delegate_desk.core.amending.amended import AmendedAct
from delegate_desk.core.amending.application import apply_instructions
from delegate_desk.core.documents.document import Document, DocumentId
from delegate_desk.core.documents.references import Reference
from delegate_desk.parsing import reading
from delegate_desk.parsing.amending.instructions import instructions, structure_builder
from delegate_desk.parsing.blocks import Block, SourceText, TextRun

BASE = Reference("Regulation", 9901, 2021, scope="EU")
HEADS = {
    "en": (
        "REGULATION OF THE COUNCIL",
        "amending Regulation (EU) 2021/9901",
        "HAVE ADOPTED THIS REGULATION:",
        "Article 1",
        "Regulation (EU) 2021/9901 is amended as follows:",
    ),
    "fr": (
        "RÈGLEMENT DU CONSEIL",
        "modifiant le règlement (UE) 2021/9901",
        "ONT ADOPTÉ LE PRÉSENT RÈGLEMENT:",
        "Article premier",
        "Le règlement (UE) 2021/9901 est modifié comme suit:",
    ),
    "de": (
        "VERORDNUNG DES RATES",
        "zur Änderung der Verordnung (EU) 2021/9901",
        "HABEN FOLGENDE VERORDNUNG ERLASSEN:",
        "Artikel 1",
        "Die Verordnung (EU) 2021/9901 wird wie folgt geändert:",
    ),
    "el": (
        "ΚΑΝΟΝΙΣΜΟΣ ΤΟΥ ΣΥΜΒΟΥΛΙΟΥ",
        "για την τροποποίηση του κανονισμού (ΕΕ) 2021/9901",
        "ΕΞΕΔΩΣΑΝ ΤΟΝ ΠΑΡΟΝΤΑ ΚΑΝΟΝΙΣΜΟ:",
        "Άρθρο 1",
        "Ο κανονισμός (ΕΕ) 2021/9901 τροποποιείται ως εξής:",
    ),
}


def read(lines: Sequence[str], name: str) -> Document:
    """A document of some lines; tabs divide the cells of a table."""
    blocks = []
    row = 0
    for line in lines:
        row = row + 1 if "\t" in line else 0
        for column, text in enumerate(line.split("\t"), start=1):
            blocks.append(Block((TextRun(text),), cell=(1, row, column) if row else None))
    return reading.understand(SourceText(tuple(blocks)), name)


def applied(base: Document, text: str, language: str = "en") -> AmendedAct:
    """The act with the instructions of some lines, below an introduction in the language."""
    act = read([*HEADS[language], *text.split("\n")], f"act_{language}.txt")
    given = instructions(act, BASE)
    return apply_instructions(
        DocumentId(1), base.paragraphs, [(DocumentId(2), given)], structure_builder(language), language
    )
