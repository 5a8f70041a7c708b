"""Where what others wrote belongs in a document: by the label that they name, and by the text that they quote.

Both are asked, for papers are written on other versions of a text and with slips. What could belong to two places is
placed in neither.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from delegate_desk.core.addresses import inserted_letter, parent
from delegate_desk.core.contribution_gaps import filled
from delegate_desk.core.contribution_parts import Share, shares
from delegate_desk.core.contributions import Placed, Written
from delegate_desk.core.documents import Address, Kind, Paragraph
from delegate_desk.core.new_provisions import proposed
from delegate_desk.core.provision_labels import Labels
from delegate_desk.core.sameness import same
from delegate_desk.core.text import fold, printed_words
from delegate_desk.core.words import Change, Words, compare

_SURELY = 0.7
"""From here on a text is found by its words alone."""
_LIKE = 0.45
"""From here on it is the one that its label names, or one within that."""
_ALIKE = 0.2
"""From here on it is offered."""
_OFFERED = 3
_CLEARLY = 0.08
"""By as much the likest must beat the next."""
_UNLIKE = 0.4
"""A text of some length that has less in common with the one at its label was written on something else."""
_FEW = 6
"""Words: a shorter text does not contradict a label."""
_RANKED = 8
_LAST_LABEL = re.compile(r"(\d{1,4})\s?(\w{0,12})\)?[.):]*$|\(?([^\W\d_]{1,4})\)[.:]*$")


@dataclass(frozen=True, slots=True)
class _Unit:
    address: Address
    words: Counter[str]
    total: float


class Places:
    """The provisions of a document, among which places are found; made once for a paper.

    Args:
        units: All units of the document, in reading order.
        labels: Reads the labels of provisions.
        same_language: False for a paper in another language: then its words tell nothing.
    """

    def __init__(self, units: Sequence[Paragraph], labels: Labels, *, same_language: bool = True) -> None:
        self._all = units
        self._texts = {unit.address: unit.text for unit in units}
        self._labels = labels
        self._same_language = same_language
        counted = [(unit.address, _counted(unit.text)) for unit in units if unit.text]
        seen = Counter(word for _, words in counted for word in words)
        self._weights = {word: math.log2(1 + len(counted) / times) for word, times in seen.items()}
        self._units = [_Unit(address, words, self._weigh(words)) for address, words in counted]
        self._where: dict[str, list[tuple[int, int]]] = {}
        for n, unit in enumerate(self._units):
            for word, times in unit.words.items():
                self._where.setdefault(word, []).append((n, times))

    def place(self, parts: Sequence[Placed]) -> tuple[Placed, ...]:
        """Parts of a paper with their places; what says nothing that is not in the document already is left out.

        Those that a person placed stay where they are, if there is such a place.
        """
        found = (one for part in parts for one in self._placed(part))
        return tuple(part for part in found if part.written.proposal is not None or part.written.comment)

    def candidates(self, part: Placed) -> tuple[Address, ...]:
        """The places that a part may belong to, the likeliest first: at its label, or where the text is likest."""
        written = part.written
        named = self._labels.find(written.label, self._texts) if written.label else None
        text = written.quoted or written.proposal or ""
        ranked = self._likest(_counted(text)) if text and self._same_language else []
        like = [address for score, address in ranked[:_OFFERED] if score >= _ALIKE]
        return tuple(dict.fromkeys([*([named] if named is not None else []), *like]))[:_OFFERED]

    def put(self, part: Placed, address: Address | None) -> tuple[Placed, ...]:
        """A part at a place that a person gave it, None for nowhere: in parts where it is a wording of several."""
        here = replace(part, address=None, general=False, after=None, by_hand=True)
        if address is None or address not in self._texts:
            return (self._fitted(here),)
        if part.written.proposal is not None:
            if (several := self._several(here, address)) is not None:
                return several
            address = self._only_text(address)
        return (self._fitted(replace(here, address=address)),)

    def _placed(self, part: Placed) -> tuple[Placed, ...]:
        if part.general:
            return (replace(part, address=None, words=(), after=None),)
        if part.by_hand:
            return self.put(part, part.address)
        named = self._labels.find(part.written.label, self._texts) if part.written.label else None
        if named is not None and (several := self._several(part, named)) is not None:
            return several
        address = self._find(part, named)
        if address is None and part.written.proposal:
            address, after = self._new(part)
            if address is not None:
                return (self._fitted(replace(part, address=address, after=after)),)
        return (self._fitted(replace(part, address=address, after=None)),)

    def _several(self, part: Placed, named: Address) -> tuple[Placed, ...] | None:
        """A wording of a provision and of what hangs on it, taken apart; None for a wording of one."""
        written = part.written
        below = [unit for unit in self._all if unit.address == named or unit.address.startswith(f"{named}__")]
        if len(below) < 2 or not written.proposal or not self._same_language:
            return None
        found = shares(below, written.quoted, written.proposal)
        if found is None:
            return None
        if not found:  # it says what is there
            return (self._fitted(replace(part, address=named, written=replace(written, proposal=None))),)
        made = []
        for n, share in enumerate(found):
            own = written.label if share.address == named else f"{written.label} {share.label}".strip()
            quoted = self._texts[share.address] if share.address is not None else ""
            said = Written(written.delegations, own, quoted, share.proposal, "" if n else written.comment)
            address = share.address or self._address_of(named, share)
            made.append(self._fitted(replace(part, written=said, address=address, after=share.after)))
        return tuple(made)

    def _address_of(self, named: Address, share: Share) -> Address:
        """The address that a new provision would have which stands among others."""
        match = _LAST_LABEL.search(share.label)
        above = parent(share.after or "") or named
        number = match[1] if match and not match[2] else None
        last = (share.after or "").rpartition("__")[2]
        kind, _, count = last.rpartition("_")
        if number and count.isdecimal() and int(number) == int(count) + 1:
            address = Address(f"{above}__{kind}_{number}")
            if address not in self._texts:
                return address
        return proposed(share.after or named, share.label, self._texts.keys(), "en")[0]

    def fit(self, part: Placed) -> Placed:
        """A part where it is, with its words."""
        return self._fitted(part)

    def _fitted(self, part: Placed) -> Placed:
        """A part with the words from the document's text at its place to what it proposes there."""
        written = part.written
        there = self._texts.get(part.address) if part.address is not None else None
        if written.proposal is None or part.address is None:
            return replace(part, words=())
        if part.after is not None or there is None:
            return replace(part, words=((Change.INSERT, written.proposal),))
        if not self._same_language:
            return replace(part, words=_own(written.quoted, written.proposal))
        proposal = filled(written.proposal, there)
        said = replace(written, proposal=None if same(there, proposal) else proposal)
        return replace(part, written=said, words=compare(there, proposal) if said.proposal is not None else ())

    def _find(self, part: Placed, named: Address | None) -> Address | None:
        written = part.written
        text = written.quoted or written.proposal or ""
        if not text or not self._same_language:
            return named
        sought = _counted(text)
        ranked = self._likest(sought)
        if named is not None:
            within = [(s, a) for s, a in ranked if a == named or a.startswith(f"{named}__")]
            if within and within[0][0] >= _LIKE and _is_clear(within):
                return within[0][1]
        if ranked and ranked[0][0] >= _SURELY and _is_clear(ranked):
            return ranked[0][1]
        if named is not None and written.quoted and self._contradicts(sought, named):
            return None
        return self._only_text(named) if named is not None and written.proposal is not None else named

    def _only_text(self, named: Address) -> Address:
        """The one text that hangs on a heading; the heading itself where there are several or none."""
        below = [address for address in self._texts if address.startswith(f"{named}__")]
        return below[0] if len(below) == 1 and not _is_numbered(below[0]) else named

    def _contradicts(self, sought: Counter[str], named: Address) -> bool:
        """True if a text of some length has next to nothing of the one at its label, nor of what hangs on it."""
        if sought.total() < _FEW:
            return False
        there: Counter[str] = Counter()
        for unit in self._units:
            if unit.address == named or unit.address.startswith(f"{named}__"):
                there |= unit.words
        if not there:
            return False
        total = self._weigh(sought)
        return total > 0 and self._weigh(sought & there) < _UNLIKE * total

    def _likest(self, sought: Counter[str]) -> list[tuple[float, Address]]:
        """The units that have the most words in common with a text, the likest first, with how like they are."""
        common: dict[int, float] = {}
        for word, times in sought.items():
            for n, there in self._where.get(word, ()):
                common[n] = common.get(n, 0.0) + self._weights[word] * min(times, there)
        total = self._weigh(sought)
        scored = ((2 * shared / (total + self._units[n].total), -n) for n, shared in common.items())
        return [(score, self._units[-n].address) for score, n in nlargest(_RANKED, scored)]

    def _weigh(self, words: Counter[str]) -> float:
        unknown = math.log2(1 + max(1, len(self._texts)))
        return sum(self._weights.get(word, unknown) * times for word, times in words.items())

    def _new(self, part: Placed) -> tuple[Address | None, Address | None]:
        """The address that a new provision would have, and what it is to stand behind; None where it has no place."""
        written = part.written
        match = _LAST_LABEL.search(written.label)
        if match is None or (written.quoted and not self._is_absent(written.quoted)):
            return None, None
        above = written.label[: match.start()].strip(" ,.(")
        return self._behind(above, match)

    def _is_absent(self, quoted: str) -> bool:
        ranked = self._likest(_counted(quoted))
        return not ranked or ranked[0][0] < _LIKE

    def _behind(self, above: str, match: re.Match[str]) -> tuple[Address | None, Address | None]:
        number, letter = (match[1], match[2]) if match[1] else ("", match[3])
        if number and letter and (behind := self._labels.find(f"{above} {number}".strip(), self._texts)):
            address = Address(f"{behind}{inserted_letter(letter)}")
            return (address, self._last_of(behind)) if inserted_letter(letter) else (None, None)
        inside = self._labels.find(above, self._texts) if above else None
        if inside is None:
            return None, None
        children = [a for a in self._texts if a.startswith(f"{inside}__") and "__" not in a[len(inside) + 2 :]]
        last = children[-1] if children else inside
        kind, _, count = last.rpartition("__")[2].rpartition("_")
        wanted = int(number) if number else None
        if children and wanted is not None and count.isdecimal() and wanted == int(count) + 1:
            return Address(f"{inside}__{kind}_{wanted}"), self._last_of(last)
        return None, None

    def _last_of(self, address: Address) -> Address:
        """The last unit that hangs on a unit, or itself."""
        return [a for a in self._texts if a == address or a.startswith(f"{address}__")][-1]


def _is_clear(ranked: Sequence[tuple[float, Address]]) -> bool:
    return len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= _CLEARLY or ranked[0][0] > ranked[1][0] >= 0.999


def _counted(text: str) -> Counter[str]:
    return Counter(fold(word) for word in printed_words(text))


def _own(quoted: str, proposal: str) -> Words:
    """The changes of a paper in another language, from the text that it quotes; all is new where it quotes none."""
    return compare(quoted, proposal) if quoted else ((Change.INSERT, proposal),)


def _is_numbered(address: Address) -> bool:
    return not address.rpartition("__")[2].startswith(f"{Kind.SUBPARAGRAPH}_")
