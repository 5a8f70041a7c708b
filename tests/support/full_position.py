"""A full position on any document: every stance, every field, provisions new, moved and deleted, notes of all kinds."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import HEADINGS, Address, DocumentId, Kind, Paragraph, Place
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk

SAID = {
    "en": (
        "We thank the Presidency for the text.\nA few lines remain.",
        "The wording should follow that of the recitals.",
        "It follows from the aim of the act.",
    ),
    "fr": (
        "Nous remercions la présidence de ce texte.\nQuelques lignes restent ouvertes.",
        "La rédaction devrait suivre celle des considérants.",
        "Cela découle de l’objet de l’acte.",
    ),
    "el": (
        "Ευχαριστούμε την Προεδρία για το κείμενο.\nΛίγα σημεία παραμένουν ανοικτά.",
        "Η διατύπωση πρέπει να ακολουθεί τις αιτιολογικές σκέψεις.",
        "Προκύπτει από τον σκοπό της πράξης.",
    ),
}
ADDED = {"en": "effective and fair", "fr": "efficace et équitable", "el": "αποτελεσματικό και δίκαιο"}
HUSH = "hush-4417"
"""A word in all internal content."""
_NOT_MOVED = HEADINGS | {Kind.COVER, Kind.FOOTNOTE, Kind.TABLE, Kind.ROW, Kind.CELL}


def fill(desk: Desk, key: DocumentId, most: int = 40, seed: int = 7) -> int:
    """Draft on a number of units of a document, spread over it, and annotate them; returns the number of entries."""
    chance = random.Random(seed)
    document = desk.documents.content(key)
    language = document.header.language if document.header.language in SAID else "en"
    general, comment, justification = SAID[language]
    desk.positions.set_general(key, general)
    desk.positions.set_internal(key, f"{HUSH} line")
    units = [unit for unit in document.units() if len(unit.text.split()) > 3]
    step = max(1, len(units) // most)
    chosen, stances, codes = units[::step][:most], cycle(Stance), cycle(((), ("CY",), ("MT", "BG")))
    for number, unit in enumerate(chosen):
        item = PositionEntry(
            unit.address,
            next(stances),
            reworded(unit.text, ADDED[language], chance) if number % 2 == 0 else None,
            comment if number % 3 else "",
            f"{HUSH} note",
            justification if number % 4 == 0 else "",
            next(codes),
            (f"{HUSH} first", f"{HUSH} second"),
            f"{HUSH} red",
            f"{HUSH} told",
            f"{HUSH} capital",
            number % 3 + 1,
            (HUSH,),
        )
        if number % 9 == 5 and unit.kind not in HEADINGS:
            item = replace(item, proposal="")
        desk.positions.set_item(key, item)
        if number % 9 == 7:
            _move(desk, key, item, unit, units)
        if number % 7 == 3 and unit.kind not in _NOT_MOVED:
            new = desk.positions.new_item(key, unit.address)
            wording = f"{ADDED[language].capitalize()}: {unit.text[:80].rsplit(' ', 1)[0]}."
            desk.positions.set_item(key, replace(new, proposal=wording, comment=comment, internal=f"{HUSH} new"))
        _annotate(desk, key, unit, comment, number)
    return len(desk.positions.get(key).items)


def reworded(text: str, added: str, chance: random.Random) -> str:
    """A wording with some words deleted and others inserted; its spaces stay where they were."""
    words = text.split(" ")
    at = chance.randrange(len(words))
    gone = chance.randrange(3)
    return " ".join([*words[:at], added, *words[at + gone :]])


def _move(desk: Desk, key: DocumentId, item: PositionEntry, unit: Paragraph, units: Sequence[Paragraph]) -> None:
    """Move a unit behind the next one of its kind, if it may follow one."""
    if unit.kind in _NOT_MOVED:
        return
    for other in _later(unit, units):
        try:
            desk.positions.set_item(key, replace(item, proposal=None, after=other.address))
        except UnknownPlaceError:
            continue
        return


def _later(unit: Paragraph, units: Sequence[Paragraph]) -> Iterator[Paragraph]:
    return (other for other in units[units.index(unit) + 1 :] if other.kind is unit.kind and other.depth == unit.depth)


def _annotate(desk: Desk, key: DocumentId, unit: Paragraph, text: str, number: int) -> None:
    kinds, place = list(AnnotationKind), Place(key, Address(unit.address))
    kind = kinds[number % len(kinds)]
    words = " ".join(unit.text.split(" ")[1:3]) if number % 2 else None
    for visibility in Visibility:
        said = text if visibility is Visibility.CIRCULATION else f"{HUSH} remark"
        if number % 4 == 3 and visibility is Visibility.CIRCULATION:
            continue
        desk.annotations.save(
            desk.annotations.new(place, kind, text=said, words=words, tags=[HUSH], visibility=visibility)
        )
