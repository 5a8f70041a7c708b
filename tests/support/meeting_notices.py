"""Notices of meetings and what they say: written by us, the truth before the reading that is judged by it."""

from dataclasses import dataclass
from datetime import date, time

Item = tuple[str, str, tuple[str, ...]]
"""Number, title, documents."""


@dataclass(frozen=True)
class Notice:
    """A notice as a text file prints it, and its truth."""

    name: str
    text: str
    body: str
    date: date
    time: time | None
    place: str
    contact: str
    items: tuple[Item, ...]


HARBOURS = Notice(
    "cm07101.en26.txt",
    """Council of the European Union
General Secretariat

Brussels, 2 October 2026

CM 7101/26

TRANS
MAR

NOTICE OF MEETING AND PROVISIONAL AGENDA

Contact: harbours@notices.example
Tel./Fax: +32.2-281.00.01
Subject: Working Party on Shipping
Date: 14 and 15 October 2026
Time: 10.00 (14.30)
Venue: COUNCIL, LEX BUILDING, Rue de la Loi 145, 1048 BRUSSELS

1. Adoption of the agenda

2. Quiet hours in harbours
(a) Draft Council conclusions: examination of the revised Presidency text
9317/1/26 REV 1 TRANS 88 MAR 12
(b) Replies of the Commission
WK 123/2026
WK 124/2026 REV 1

3. Proposal for a Directive amending Directive 2009/16/EC on port State control
8123/26 + COR 1 + ADD 1-3 TRANS 70 CODEC 512
COM(2026) 209 final

4. Any other business
- Information from the Danish delegation on ferries
9400/26 TRANS 91

NB: Documents are available on the Delegates Portal.
""",
    "Working Party on Shipping",
    date(2026, 10, 14),
    time(10, 0),
    "COUNCIL, LEX BUILDING, Rue de la Loi 145, 1048 BRUSSELS",
    "harbours@notices.example",
    (
        ("1", "Adoption of the agenda", ()),
        ("2", "Quiet hours in harbours", ()),
        ("2a", "Draft Council conclusions: examination of the revised Presidency text", ("ST 9317/1/26 REV 1",)),
        ("2b", "Replies of the Commission", ("WK 123/2026", "WK 124/2026 REV 1")),
        (
            "3",
            "Proposal for a Directive amending Directive 2009/16/EC on port State control",
            (
                "ST 8123/26", "ST 8123/26 COR 1", "ST 8123/26 ADD 1", "ST 8123/26 ADD 2", "ST 8123/26 ADD 3",
                "COM(2026) 209 final",
            ),
        ),
        ("4", "Any other business", ("ST 9400/26",)),
    ),
)  # fmt: skip

BEES = Notice(
    "cm07102.fr26.txt",
    """Conseil de l'Union européenne
Secrétariat général

Bruxelles, le 5 octobre 2026

CM 7102/26

AGRI

AVIS DE RÉUNION ET ORDRE DU JOUR PROVISOIRE

Contact: abeilles@notices.example
Objet: Groupe «Apiculture»
Date: 20 octobre 2026
Heure: 9h30
Lieu: CONSEIL, BÂTIMENT EUROPA, Rue de la Loi 155, 1048 BRUXELLES

1. Adoption de l'ordre du jour

2. Proposition de règlement relatif à la protection des ruches
– Texte de compromis de la présidence
10211/26 AGRI 301 CODEC 622
– Commentaires des délégations
WK 9001/2026 + ADD 1

3. Communication de la Commission sur les prairies
10305/26 + ADD 1 AGRI 305

4. Divers
""",
    "Groupe «Apiculture»",
    date(2026, 10, 20),
    time(9, 30),
    "CONSEIL, BÂTIMENT EUROPA, Rue de la Loi 155, 1048 BRUXELLES",
    "abeilles@notices.example",
    (
        ("1", "Adoption de l'ordre du jour", ()),
        (
            "2",
            "Proposition de règlement relatif à la protection des ruches",
            ("ST 10211/26", "WK 9001/2026", "WK 9001/2026 ADD 1"),
        ),
        ("3", "Communication de la Commission sur les prairies", ("ST 10305/26", "ST 10305/26 ADD 1")),
        ("4", "Divers", ()),
    ),
)

WELLS = Notice(
    "cm07103.el26.txt",
    """Συμβούλιο της Ευρωπαϊκής Ένωσης
Γενική Γραμματεία

Βρυξέλλες, 20 Νοεμβρίου 2026

CM 7103/26

ENV

ΑΝΑΚΟΙΝΩΣΗ ΣΥΝΕΔΡΙΑΣΗΣ ΚΑΙ ΠΡΟΣΩΡΙΝΗ ΗΜΕΡΗΣΙΑ ΔΙΑΤΑΞΗ

Επικοινωνία: pigadia@notices.example
Θέμα: Ομάδα «Περιβάλλον»
Ημερομηνία: 3 Δεκεμβρίου 2026
Ώρα: 10.00
Τόπος: ΣΥΜΒΟΥΛΙΟ, ΚΤΙΡΙΟ EUROPA, Rue de la Loi 155, 1048 ΒΡΥΞΕΛΛΕΣ

1. Έγκριση της ημερήσιας διάταξης

2. Σχέδιο συμπερασμάτων του Συμβουλίου για τα πηγάδια των νησιών
α) Εξέταση του αναθεωρημένου κειμένου της Προεδρίας
12501/2/26 REV 2 ENV 801
β) Περαιτέρω εργασίες

3. Πρόταση κανονισμού για τις δεξαμενές
12610/26 ENV 811 CODEC 902 + COR 1

4. Διάφορα
""",
    "Ομάδα «Περιβάλλον»",
    date(2026, 12, 3),
    time(10, 0),
    "ΣΥΜΒΟΥΛΙΟ, ΚΤΙΡΙΟ EUROPA, Rue de la Loi 155, 1048 ΒΡΥΞΕΛΛΕΣ",
    "pigadia@notices.example",
    (
        ("1", "Έγκριση της ημερήσιας διάταξης", ()),
        ("2", "Σχέδιο συμπερασμάτων του Συμβουλίου για τα πηγάδια των νησιών", ()),
        ("2α", "Εξέταση του αναθεωρημένου κειμένου της Προεδρίας", ("ST 12501/2/26 REV 2",)),
        ("2β", "Περαιτέρω εργασίες", ()),
        ("3", "Πρόταση κανονισμού για τις δεξαμενές", ("ST 12610/26", "ST 12610/26 COR 1")),
        ("4", "Διάφορα", ()),
    ),
)

BRIDGES = Notice(
    "cm07104.de26.txt",
    """Rat der Europäischen Union
Generalsekretariat

Brüssel, den 15. September 2026

CM 7104/26

TRANS

MITTEILUNG DER SITZUNG UND VORLÄUFIGE TAGESORDNUNG

Kontakt: bruecken@notices.example
Betr.: Gruppe "Landverkehr"
Datum: 30. September und 1. Oktober 2026
Uhrzeit: 9.30 Uhr
Ort: RAT, LEX-GEBÄUDE, Rue de la Loi 145, 1048 BRÜSSEL

I. Annahme der Tagesordnung

II. Vorschlag für eine Verordnung über alte Brücken
Dok. 11023/26 TRANS 410 CODEC 801
+ COR 1

III. Bericht des Vorsitzes über den Stand der Beratungen
Dok. 11100/26 TRANS 417

IV. Sonstiges
""",
    'Gruppe "Landverkehr"',
    date(2026, 9, 30),
    time(9, 30),
    "RAT, LEX-GEBÄUDE, Rue de la Loi 145, 1048 BRÜSSEL",
    "bruecken@notices.example",
    (
        ("I", "Annahme der Tagesordnung", ()),
        ("II", "Vorschlag für eine Verordnung über alte Brücken", ("ST 11023/26", "ST 11023/26 COR 1")),
        ("III", "Bericht des Vorsitzes über den Stand der Beratungen", ("ST 11100/26",)),
        ("IV", "Sonstiges", ()),
    ),
)

AMBASSADORS = Notice(
    "st07105.en26.txt",
    """Council of the European Union

Brussels, 9 October 2026
(OR. en)

7105/26

OJ CRP1 31

PROVISIONAL AGENDA

Subject: 2901st meeting of the PERMANENT REPRESENTATIVES COMMITTEE (Part 1)
Date: 13 October 2026
Time: 15.00
Venue: EUROPA Building, Brussels

Adoption of the agenda and any other business

I

1. Replies to questions put by Members of the European Parliament
(a) Question on lighthouses
9501/26 PE-QE 300

2. Regulation on lighthouse keepers (first reading)
Mandate for negotiations with the European Parliament
9512/26 + ADD 1 MAR 90 CODEC 700

II

3. I (Council) Council meeting on 20 October 2026: preparation
9530/26 MAR 92

4. Directive on fog horns
9541/26 MAR 93
""",
    "2901st meeting of the PERMANENT REPRESENTATIVES COMMITTEE (Part 1)",
    date(2026, 10, 13),
    time(15, 0),
    "EUROPA Building, Brussels",
    "",
    (
        ("1", "Replies to questions put by Members of the European Parliament", ()),
        ("1a", "Question on lighthouses", ("ST 9501/26",)),
        ("2", "Regulation on lighthouse keepers (first reading)", ("ST 9512/26", "ST 9512/26 ADD 1")),
        ("3", "I (Council) Council meeting on 20 October 2026: preparation", ("ST 9530/26",)),
        ("4", "Directive on fog horns", ("ST 9541/26",)),
    ),
)
