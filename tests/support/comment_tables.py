"""An act in three languages, and what delegations write on it: Word files with the tables that they use."""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

ACT = {
    "en": """Council of the European Union

Brussels, 4 March 2026
(OR. en)

7301/26

NOTE

From: Presidency
To: Delegations
Subject: Proposal for a Regulation on quiet harbours

(1) Noise from ships at berth disturbs the sleep of those who live near a harbour.

(2) Shore power lets ships keep their engines off while they are at berth.

Article 1
Subject matter

This Regulation lays down rules on the noise of ships in harbours of the Union.

Article 2
Quiet hours

1. Member States shall set quiet hours of at least six hours each night.

2. During quiet hours a ship at berth shall:

(a) keep its main engines off;

(b) use shore power where the harbour offers it.

3. Member States may exempt hospital ships.

Article 3
Report

The Commission shall report on the application of this Regulation every five years.
""",
    "fr": """Conseil de l'Union européenne

Bruxelles, le 4 mars 2026
(OR. en)

7302/26

NOTE

Origine: la présidence
Destinataire: délégations
Objet: Proposition de règlement relatif au calme dans les ports

(1) Le bruit des navires à quai trouble le sommeil des riverains d'un port.

Article premier
Objet

Le présent règlement établit des règles relatives au bruit des navires dans les ports de l'Union.

Article 2
Heures de calme

1. Les États membres fixent des heures de calme d'au moins six heures par nuit.

2. Pendant les heures de calme, un navire à quai:

a) coupe ses moteurs principaux;

b) utilise l'alimentation à quai lorsque le port en offre une.
""",
    "el": """Συμβούλιο της Ευρωπαϊκής Ένωσης

Βρυξέλλες, 4 Μαρτίου 2026
(OR. en)

7303/26

ΣΗΜΕΙΩΜΑ

Αποστολέας: Προεδρία
Αποδέκτης: Αντιπροσωπίες
Θέμα: Πρόταση κανονισμού για την ησυχία στα λιμάνια

(1) Ο θόρυβος των πλοίων που ελλιμενίζονται διαταράσσει τον ύπνο των περιοίκων ενός λιμένα.

Άρθρο 1
Αντικείμενο

Ο παρών κανονισμός θεσπίζει κανόνες για τον θόρυβο των πλοίων στους λιμένες της Ένωσης.

Άρθρο 2
Ώρες ησυχίας

1. Τα κράτη μέλη ορίζουν ώρες ησυχίας τουλάχιστον έξι ωρών κάθε νύχτα.

2. Κατά τις ώρες ησυχίας, κάθε ελλιμενισμένο πλοίο:

α) σβήνει τις κύριες μηχανές του·

β) χρησιμοποιεί ρεύμα ξηράς όπου το προσφέρει ο λιμένας.
""",
}
"""By language: recitals, and articles with paragraphs and points."""


def act(folder: Path, language: str = "en") -> Path:
    """Write the act as a text file."""
    file = folder / f"act {language}.txt"
    file.write_text(ACT[language], encoding="utf-8")
    return file


def marked(paragraph: WordParagraph, text: str) -> None:
    """Print a text in which ``+new+`` is in bold and underlined and ``~gone~`` is struck."""
    look, word = "", ""
    for character in f"{text}\0":
        if character not in "+~\0":
            word += character
            continue
        if word:
            run = paragraph.add_run(word)
            run.bold = run.underline = look == "+" or None
            run.font.strike = look == "~" or None
        look, word = ("" if look == character else character), ""


def written_paper(folder: Path, *lines: str, name: str = "contribution.docx") -> Path:
    """Write a Word file of paragraphs."""
    return word_file(folder, lines, name=name)


def word_file(folder: Path, *parts: Sequence[str] | Sequence[Sequence[str]], name: str = "contribution.docx") -> Path:
    """Write a Word file of paragraphs and tables, in the order given: lines are paragraphs, lists of cells are rows.

    A row of one cell goes over the width of its table.
    """
    document = docx.Document()
    for part in parts:
        if part and isinstance(part[0], str):
            for line in part:
                assert isinstance(line, str)
                marked(document.add_paragraph(), line)
            continue
        width = max(len(row) for row in part)
        table = document.add_table(rows=0, cols=width)
        for row in part:
            cells = table.add_row().cells
            if len(row) == 1 and width > 1:
                _fill(cells[0].merge(cells[-1]), row[0])
                continue
            for cell, text in zip(cells, row, strict=True):
                _fill(cell, text)
    file = folder / name
    buffer = io.BytesIO()
    document.save(buffer)
    file.write_bytes(buffer.getvalue())
    return file


def _fill(cell: _Cell, text: str) -> None:
    first, *rest = text.split("\n")
    marked(cell.paragraphs[0], first)
    for line in rest:
        marked(cell.add_paragraph(), line)
