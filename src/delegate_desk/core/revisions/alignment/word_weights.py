"""Weight of a word as evidence for its provision: a number or a negation more than ten small words."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from delegate_desk.core.text import fold

NAMED = "xref"
"""What the word for a place that a cross-reference names begins with."""
_HEAVY = 6.0  # bits at least, of what tells provisions apart
_RAREST = 8.0
_SMALL = 3  # letters: most words as short say little
_OF_SMALL = 0.3
_FEW = 40  # units: in a short text no word is taken for rarer than among so many

_NEGATIONS = """
not no nor never without neither cannot nicht kein keine keinen keiner ohne nie ne pas non sans aucun aucune jamais
δεν μην ουδεις κανενας χωρις ουτε μη no ni sin ningun ninguna nunca nao nem sem nenhum nenhuma non senza nessun
nessuna mai niet geen zonder nooit ikke ingen uden aldrig inte inga ej utan ei eivat ilman koskaan nie bez zaden zadny
ani nikdy ne brez niti nikoli nem sem nelkul soha nici nu fara niciun nicio не без нито никога ni ir be nav nedz bez
ikviens mhux ma minghajr ebda nil gan
"""
_INSTITUTIONS = """
commission council parliament presidency court bank agency member states union ombudsman committee board authority eu
kommission rat parlament vorsitz gerichtshof mitgliedstaaten behorde ausschuss conseil parlement presidence cour etats
membres comite autorite επιτροπη επιτροπης συμβουλιο συμβουλιου κοινοβουλιο κοινοβουλιου προεδρια προεδριας δικαστηριο
κρατη μελη comision consejo parlamento presidencia tribunal estados miembros comissao conselho presidencia estados
commissione consiglio presidenza corte stati membri raad commissie voorzitterschap lidstaten radet kommissionen
formandskabet komissio neuvosto komisja rada prezydencja komise komisia predsednistvo komisija svet savet vijece
bizottsag tanacs elnokseg comisia consiliul presedintia комисията комисия съветът съвета парламентът председателството
nukogu komisjon padome taryba kunsill kummissjoni comhairle coimisiun delegations ministers high representative
"""
_MODALS = """
shall may should must will can could might would ought soll sollen sollte kann konnen muss mussen darf durfen doit
doivent peut peuvent devrait devraient pourra pourront πρεπει μπορει μπορουν οφειλει οφειλουν δυναται δυνανται debe
deben puede pueden deberia deve devem pode podem deveria puo possono dovrebbe moet moeten kan kunnen mag skal bor maa
far ska skall voi tulee pitaa musi moze moga muze mohou lahko mora morajo mozno kell lehet trebuie poate трябва може
peab voib var drikst turi gali ghandu jista feadfaidh optional mandatory voluntary prohibited required
"""
_DENYING = frozenset(fold(word) for word in _NEGATIONS.split())
_TELLING = frozenset(fold(word) for word in (_NEGATIONS + _INSTITUTIONS + _MODALS).split())
_FIGURE = re.compile(r"\d")


def is_negation(word: str) -> bool:
    """True for a folded word that turns a sentence round: ``not``, ``without``."""
    return word in _DENYING


def is_distinctive_word(word: str) -> bool:
    """True for a folded word that tells provisions apart: a number, a negation, an institution, a modal verb."""
    return word in _TELLING or word.startswith(NAMED) or _FIGURE.search(word) is not None


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the words of two texts, in bits.

    Attributes:
        plain: Higher for rarer words; for the similarity of units.
        telling: The same, with a minimum for a number, a negation, an institution, a modal verb; to decide
            between two lookalikes.
    """

    plain: Mapping[str, float]
    telling: Mapping[str, float]


def weigh_words(texts: Iterable[Collection[str]]) -> Weights:
    """Return the weights of the words of some units."""
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        seen.update(text)
        count += 1
    size = max(count, 2 * _FEW)
    plain = {word: _rarity(word, size, often) for word, often in seen.items()}
    return Weights(plain, {word: _telling(word, bits) for word, bits in plain.items()})


def _rarity(word: str, size: int, often: int) -> float:
    bits = min(math.log2(1 + size / (often + 1)), _RAREST)
    return bits * _OF_SMALL if len(word) <= _SMALL and not word.isdigit() else bits


def _telling(word: str, bits: float) -> float:
    if not is_distinctive_word(word):
        return bits
    return max(bits, _HEAVY if len(word) > 1 or word.isdigit() else _HEAVY / 2)
