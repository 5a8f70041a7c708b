"""A document on quiet ports in English and Greek, made of values, for tests of two languages side by side."""

from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.core.documents.document import Address, Call, Document, Header, Kind, Paragraph
from delegate_desk.core.documents.references import Reference

Row = tuple[str, str, str]

ROWS: tuple[Row, ...] = (
    (
        "cover",
        "Delegations will find attached the draft conclusions.",
        "Επισυνάπτεται για τις αντιπροσωπίες το σχέδιο συμπερασμάτων.",
    ),
    (
        "para_1",
        "The Council recalls Directive 2002/49/EC and the noise that ships at berth make in 27 ports of the Union.",
        "Το Συμβούλιο υπενθυμίζει την οδηγία 2002/49/ΕΚ και τον θόρυβο που κάνουν τα πλοία σε 27 λιμένες της Ένωσης.",
    ),
    (
        "para_2",
        "It notes that people who live near ports sleep badly.",
        "Σημειώνει ότι όσοι κατοικούν κοντά σε λιμένες δεν κοιμούνται καλά.",
    ),
    ("para_3", "It invites the Member States to:", "Καλεί τα κράτη μέλη:"),
    (
        "para_3__point_1",
        "set quiet hours from 22:00 to 6:00 for all ships at berth, whatever flag they fly and whatever they carry;",
        "να ορίσουν ώρες ησυχίας από τις 22:00 έως τις 6:00 για όλα τα ελλιμενισμένα πλοία, όποια σημαία και αν φέρουν "
        "και ό,τι και αν μεταφέρουν·",
    ),
    ("para_3__point_2", "offer shore power;", "να παρέχουν ρεύμα ξηράς·"),
    (
        "para_3__point_3",
        "report to Eurostat by 31.3.2027 on what they did under points (a) and (b).",
        "να υποβάλουν έκθεση στη Eurostat έως τις 31.3.2027 για όσα έπραξαν βάσει των στοιχείων α) και β).",
    ),
    (
        "para_4",
        "It asks the Commission to examine by the end of 2028 whether 1 000 meters would be enough, in the light of "
        "Article 7(2) of Regulation (EU) 2017/352, and to bring forward a proposal where it finds that they would not.",
        "Ζητεί από την Επιτροπή να εξετάσει έως το τέλος του 2028 αν επαρκούν 1.000 μετρητές, υπό το πρίσμα του "
        "άρθρου 7 παράγραφος 2 του κανονισμού (ΕΕ) 2017/352, και να υποβάλει πρόταση αν διαπιστώσει ότι δεν επαρκούν.",
    ),
    (
        "para_5",
        "It stresses that small ports need time and money, and that no port should be worse off than its neighbours.",
        "Τονίζει ότι οι μικροί λιμένες χρειάζονται χρόνο και χρήματα και ότι κανένας δεν πρέπει να ζημιωθεί.",
    ),
    (
        "para_6",
        "It will come back to the matter in the light of the report of EMSA, at the latest 18 months from now.",
        "Θα επανέλθει στο θέμα υπό το πρίσμα της έκθεσης του EMSA, το αργότερο σε 18 μήνες από σήμερα.",
    ),
    ("fn_1", "OJ L 189, 18.7.2002, p. 12.", "ΕΕ L 189 της 18.7.2002, σ. 12."),
    ("fn_2", "See ST 6500/26.", "Βλέπε ST 6500/26."),
)
CALLS = {"Directive 2002/49/EC": "fn_1", "EMSA": "fn_2"}
"""The English text of a paragraph, and the footnote that it calls."""


def english(rows: Sequence[Row] = ROWS, reference: Reference | None = None) -> Document:
    return _paper("en", [(address, one, one) for address, one, _ in rows], reference)


def greek(rows: Sequence[Row] = ROWS, reference: Reference | None = None) -> Document:
    return _paper("el", rows, reference)


def renumbered(rows: Sequence[Row], change: dict[str, str]) -> list[Row]:
    """Rows with other addresses: by the beginning of one, its replacement."""
    found = []
    for address, one, other in rows:
        first, divider, rest = address.partition("__")
        found.append((change.get(first, first) + divider + rest, one, other))
    return found


def with_text(document: Document, address: str, text: str) -> Document:
    """A document in which one unit has another text."""
    units = tuple(replace(u, marked=text) if u.address == address else u for u in document.paragraphs)
    return replace(document, paragraphs=units)


def _paper(language: str, rows: Sequence[Row], reference: Reference | None) -> Document:
    units = []
    for address, in_english, text in rows:
        kind = Kind(address.rpartition("__")[2].partition("_")[0])
        calls = tuple(Call(len(text), Address(note)) for words, note in CALLS.items() if words in in_english)
        units.append(Paragraph(Address(address), kind, "", text, calls=calls))
    notes = tuple(unit for unit in units if unit.kind is Kind.FOOTNOTE)
    return Document(Header(language, reference), tuple(unit for unit in units if unit.kind is not Kind.FOOTNOTE), notes)
