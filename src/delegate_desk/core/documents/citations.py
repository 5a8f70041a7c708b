"""Citations: an address in words, ``paragraph 7, point (f)``, as people write and say it.

The words of a language are in a table (``resources/tables/citations.json``): by the kind of a segment, by
``PARENT.KIND`` for a kind with another name under some parent, by ``KIND.digits`` for a label that is a numeral, by
``KIND.alone`` for a kind printed without a number, or by a complete segment (``art_1``). A word that begins with ``+``
follows the previous word without a separator, as ``(2)`` in ``Article 5(2)``. Without ordinals a word has its number in
digits. Numbers are those printed, so a Greek point stays ``στ)`` in an English citation.
"""

import re
from collections.abc import Mapping, Sequence

from delegate_desk.core.documents.addresses import roman_numeral
from delegate_desk.core.documents.document import Address, LibraryDocument, Paragraph
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.values import dataclass

_SEGMENT = re.compile(r"(?P<kind>[a-z]+)(?:_(?P<number>-?\d+[a-z]*)(?:-(?P<again>\d+))?)?")
_NUMERAL = re.compile(
    r"(?:(?<!\w)[-–−‑])?\d+(?:er|re|\s?[a-zα-ωа-я](?!\w))?(?:\s(?:bis|ter|quater|quinquies|sexies|septies))?",
    re.IGNORECASE,
)
_SHORT = 4  # maximum number of letters of a label: ``xxii``, ``viii``; longer words are names, not numbers


def citation(address: Address | str, labels: Sequence[str], words: Mapping[str, str]) -> str:
    """Return an address in words.

    Args:
        labels: The printed labels of its segments, from the outermost to the unit itself; empty if none is printed. If
            there are fewer, the outermost are missing.
        words: The table of one language.

    Returns:
        The citation as in running text: lower case except where the language requires capitals.
    """
    segments = address.split("__")
    printed = [""] * (len(segments) - len(labels)) + list(labels)[-len(segments) :]
    text = ""
    outer = ""
    for segment, label in zip(segments, printed, strict=True):
        found = _SEGMENT.fullmatch(segment)
        kind = found["kind"] if found else segment
        number = printed_number(label) or (found["number"] if found else None) or ""
        if label and not printed_number(label) and f"{kind}.alone" in words:
            number = ""  # a lone ``ANNEX`` is counted as 1 in addresses, and called the annex
        names = [segment, f"{outer}.{kind}"]
        names += [f"{kind}.digits"] if number.lstrip("-–−‑")[:1].isdecimal() else []
        names += [kind] if number else [f"{kind}.alone", kind]
        named = next((words[name] for name in names if name in words), words["other"])
        # A word with an ordinal gives, after ``|``, the form to use beyond the known ordinals.
        spelt, _, plain = named.partition("|")
        ordinals = words["ordinals_f" if "{nth_f}" in spelt else "ordinals"].split()
        if not plain:
            word = spelt.format(n=number)
        elif number.isdecimal() and 0 < int(number) <= len(ordinals):
            word = spelt.format(nth=ordinals[int(number) - 1], nth_f=ordinals[int(number) - 1])
        else:
            word = plain.format(n=number)
        if found and found["again"]:
            word = words["again"].format(what=word, n=found["again"])
        if word.startswith("+"):
            text += word[1:]
        else:
            text += words["separator"] + word if text else word
        outer = kind
    return text


def act_name(reference: Reference, words: Mapping[str, str], scopes: Mapping[str, str]) -> str:
    """Return an act's name in a language, ``Verordnung (EG) Nr. 1/2003``.

    Other documents have the same name in every language.

    Args:
        words: The language's names by English name of the act; ``no`` is the word before a number, ``act`` the order of
            both.
        scopes: The language's letters by those of the author of the act.
    """
    printed = str(reference)
    name = words.get(reference.series)
    if name is None:
        return printed
    number = printed.removeprefix(reference.series).lstrip()
    scope = scopes.get(reference.scope, reference.scope)
    number = re.sub(rf"(?<=[(/]){re.escape(reference.scope)}(?=\)|$)", scope, number) if reference.scope else number
    return words["act"].format(name=name, number=number.replace("No ", words["no"]))


def labels_to(address: Address | str, units: Mapping[Address, Paragraph]) -> list[str]:
    segments = address.split("__")
    ancestors = (Address("__".join(segments[: n + 1])) for n in range(len(segments)))
    return [unit.label if unit else "" for unit in map(units.get, ancestors)]


def printed_number(label: str) -> str:
    """Return the number in a printed label, ``στ`` of ``στ)`` and ``3a`` of ``Article 3a``; empty if there is none."""
    numeral = _NUMERAL.search(label)
    if numeral:
        return numeral.group()
    tokens = re.findall(r"[^\W\d_]+", label)
    if len(tokens) == 1 and len(tokens[0]) <= _SHORT:
        return str(tokens[0])
    romans = [token for token in tokens if token.isupper() and roman_numeral(token)]
    return str(romans[-1]) if romans else ""


@dataclass(frozen=True, slots=True)
class ReferenceTarget:
    """Target of a reference in a unit.

    Attributes:
        text: The words of the reference, as printed.
        start: Their offset in the unit's marked text: 0-based, in code points.
        end: End-exclusive.
        document: The document referred to; None if it is not in the library.
        address: The place in the document; empty for its beginning.
        reference: The document named; None for a reference within the same document.
    """

    text: str
    start: int
    end: int
    document: LibraryDocument | None
    address: Address
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place named in a unit's text: ``paragraph 7(f)``, ``Article 5(2)(a) of Regulation (EU) 2016/679``.

    Attributes:
        text: The words, as printed.
        start: Offset in the unit's marked text: 0-based, in code points.
        end: End-exclusive.
        address: The place named: an existing one in the same document, otherwise its address in the other document.
        document: The act with the place; None for the same document or a treaty.
        treaty: ``TEU``, ``TFEU``, ``TEC`` or ``Charter``; empty if it is none of these.
    """

    text: str
    start: int
    end: int
    address: Address
    document: Reference | None = None
    treaty: str = ""

    @property
    def is_internal(self) -> bool:
        return self.document is None and not self.treaty
