"""Placement of contributions in a document, by the label that they name and by the text that they quote.

Both are used, because contributions refer to other versions of a text and contain errors. A comment that
could belong to two places is placed in neither.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import nlargest

from delegate_desk.core.contributions.contribution import PlacedComment, ProvisionComment
from delegate_desk.core.documents.addresses import ProvisionLabels, inserted_letter, parent
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.positions.new_provisions import propose_label
from delegate_desk.core.text import fold, folded_words, is_same_text, printed_words, word_spans
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, diff_words

_RANKED = 8
_CLEARLY = 0.08  # minimum lead of the most similar unit over the next
_SAME = 0.999

Ranked = list[tuple[float, Address]]
"""Units with their similarity, in 0..1, most similar first."""


@dataclass(frozen=True, slots=True)
class _SimilarityUnit:
    address: Address
    words: Counter[str]
    total: float


class TextSimilarity:
    def __init__(self, texts: Mapping[Address, str]) -> None:
        words_of_units = [(address, count_words(text)) for address, text in texts.items() if text]
        counts = Counter(word for _, words in words_of_units for word in words)
        self._unknown = math.log2(1 + max(1, len(words_of_units)))
        self._weights = {word: math.log2(1 + len(words_of_units) / times) for word, times in counts.items()}
        self._units = [_SimilarityUnit(address, words, self._weigh(words)) for address, words in words_of_units]
        self._where: dict[str, list[tuple[int, int]]] = {}
        for n, unit in enumerate(self._units):
            for word, times in unit.words.items():
                self._where.setdefault(word, []).append((n, times))

    def most_similar(self, text: str) -> Ranked:
        words = count_words(text)
        common: dict[int, float] = {}
        for word, times in words.items():
            for n, unit_times in self._where.get(word, ()):
                common[n] = common.get(n, 0.0) + self._weights[word] * min(times, unit_times)
        total = self._weigh(words)
        scored = ((2 * shared / (total + self._units[n].total), -n) for n, shared in common.items())
        return [(score, self._units[-n].address) for score, n in nlargest(_RANKED, scored)]

    def coverage(self, text: str, address: Address) -> float:
        """Return the share of a text's words in a unit and its descendants, in 0..1; 1 for a text without words."""
        words = count_words(text)
        unit_words: Counter[str] = Counter()
        for unit in self._units:
            if unit.address == address or unit.address.startswith(f"{address}__"):
                unit_words |= unit.words
        total = self._weigh(words)
        return self._weigh(words & unit_words) / total if total and unit_words else 1.0

    def _weigh(self, words: Counter[str]) -> float:
        return sum(self._weights.get(word, self._unknown) * times for word, times in words.items())


def has_clear_best(ranked: Ranked) -> bool:
    """True if the most similar unit is so by a clear lead, or is the only identical one."""
    if len(ranked) < 2:
        return bool(ranked)
    return ranked[0][0] - ranked[1][0] >= _CLEARLY or ranked[0][0] >= _SAME > ranked[1][0]


def count_words(text: str) -> Counter[str]:
    return Counter(folded_words(text))


_ALIKE_WORDING = 0.35  # minimum similarity of a piece to be a provision's new wording
_SAME_LABEL = 0.25  # bonus for a unit with the same label
_COVERED = 0.6  # minimum share of a provision's words in the quoted text for the provision to count as quoted
_LABEL = r"(?:\(?\d{1,3}[a-z]?[.)]|\([^\W\d_]{1,4}\)|[^\W\d_]{1,2}\))"
_BEFORE = (
    r"^|(?<=[.;:,·\]…]\s)|(?<=…\)\s)|(?<=;\sand\s)|(?<=;\sor\s)|(?<=;\set\s)|(?<=;\sou\s)|(?<=·\sκαι\s)|(?<=·\sή\s)"
)
_BEGINS = re.compile(rf"(?:{_BEFORE})(?P<label>{_LABEL})(?=\s+\S)")
_TITLE = re.compile(r"[^.;:]{1,150}?\s(?=(?P<label>\(?1[.)])\s)")
"""An article's title precedes its first paragraph, without punctuation in between."""
_LEFT_OUT_WORDING = re.compile(r"[(\[]\s?(?:…|\.\.\.)\s?[)\]]|…")
_REST_LEFT_OUT = re.compile(rf"(?<=[.;:·])\s*(?:{_LEFT_OUT_WORDING.pattern})$")
"""Signs of omission: after a complete sentence they stand for provisions, otherwise for the rest of one."""
_SPACE = re.compile(r"\s+")
_BARE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class ProvisionWording:
    """Part of a proposed wording that concerns one provision.

    Attributes:
        label: As printed; empty if the provision has no label.
        proposal: Without its label; empty to delete the provision.
        after: For a new provision, the address that it follows.
    """

    address: Address | None
    label: str
    proposal: str
    after: Address | None = None


_Piece = tuple[str, str]
"""A label, empty if there is none, and the text behind it."""


def split_wording(units: Sequence[Paragraph], quoted: str, proposal: str) -> tuple[ProvisionWording, ...] | None:
    groups: list[list[Paragraph]] = []
    for unit in units:
        if unit.label or not groups or (len(groups) == 1 and len(groups[0]) == 1 and not groups[0][0].text):
            groups.append([unit])
        else:
            groups[-1].append(unit)
    wording = _SPACE.sub(" ", proposal).strip()
    labels = {match.start("label"): match["label"] for match in _BEGINS.finditer(wording)}
    if title := _TITLE.match(wording):
        labels[title.start("label")] = title["label"]
    starts = sorted({0, *labels})
    cuts = ((start, end, labels.get(start, "")) for start, end in zip(starts, [*starts[1:], len(wording)], strict=True))
    pieces = [(label, _REST_LEFT_OUT.sub("", wording[start + len(label) : end].strip())) for start, end, label in cuts]
    pairs = dict(_pair_groups(groups, pieces))
    if len(pieces) < 2 or len(pairs) < 2:
        return None
    quoted_words = count_words(quoted)
    by_piece = {piece: group for group, piece in pairs.items()}
    found: list[ProvisionWording] = []
    previous = groups[min(pairs)][0].address
    done = min(pairs)
    for n, (label, text) in enumerate(pieces):
        group = by_piece.get(n)
        if group is None:
            if label:
                found.append(ProvisionWording(None, label, text, previous))
            elif 0 not in pairs:  # another title
                found += _group_wordings(groups[0], text)
            continue
        if not _LEFT_OUT_WORDING.search(proposal):
            found += _deletions(groups[done:group], pairs, done, quoted_words)
        found += _group_wordings(groups[group], text)
        previous, done = groups[group][-1].address, group + 1
    if not _LEFT_OUT_WORDING.search(proposal):
        found += _deletions(groups[done:], pairs, done, quoted_words)
    return tuple(part for part in found if not _LEFT_OUT_WORDING.fullmatch(part.proposal))


def _pair_groups(groups: Sequence[Sequence[Paragraph]], pieces: Sequence[_Piece]) -> list[tuple[int, int]]:
    """Return the order-preserving pairing of groups and pieces with the highest total similarity."""
    scores = [[_likeness(group, piece) for piece in pieces] for group in groups]
    table = [[0.0] * (len(pieces) + 1) for _ in range(len(groups) + 1)]
    for g in range(len(groups) - 1, -1, -1):
        for p in range(len(pieces) - 1, -1, -1):
            paired = scores[g][p] + table[g + 1][p + 1] if scores[g][p] >= _ALIKE_WORDING else 0.0
            table[g][p] = max(paired, table[g + 1][p], table[g][p + 1])
    pairs: list[tuple[int, int]] = []
    g = p = 0
    while g < len(groups) and p < len(pieces):
        if scores[g][p] >= _ALIKE_WORDING and table[g][p] == scores[g][p] + table[g + 1][p + 1]:
            pairs.append((g, p))
            g, p = g + 1, p + 1
        elif table[g][p] == table[g + 1][p]:
            g += 1
        else:
            p += 1
    return pairs


def _likeness(group: Sequence[Paragraph], piece: _Piece) -> float:
    label, text = piece
    words, others = Counter[str](), count_words(text)
    for unit in group:
        words += count_words(unit.text)
    size = words.total() + others.total()
    own, other = (_BARE.sub("", fold(name)) for name in (group[0].label, label))
    same = _SAME_LABEL if label and own == other else 0.0
    return (2 * (words & others).total() / size if size else 0.0) + same


def _deletions(
    groups: Sequence[Sequence[Paragraph]], pairs: dict[int, int], first: int, quoted_words: Counter[str]
) -> list[ProvisionWording]:
    units = [unit for n, group in enumerate(groups, first) if n not in pairs for unit in group]
    deleted: list[ProvisionWording] = []
    for unit in units:
        words = count_words(unit.text)
        if words and (words & quoted_words).total() >= _COVERED * words.total():
            deleted.append(ProvisionWording(unit.address, unit.label, ""))
    return deleted


def _group_wordings(group: Sequence[Paragraph], text: str) -> list[ProvisionWording]:
    texts = [_SPACE.sub(" ", unit.text).strip() for unit in group]
    cut = [text] if len(group) == 1 else _divide(texts, text)
    return [
        ProvisionWording(unit.address, unit.label, new.strip())
        for unit, old, new in zip(group, texts, cut, strict=True)
        if new.strip() != old
    ]


def _divide(texts: Sequence[str], new: str) -> list[str]:
    pieces = [""] * len(texts)
    owners = [n for n, text in enumerate(texts) for _ in f"{text} "]
    index = 0
    for change, text in diff_words(" ".join(texts), new):
        if change is WordChange.INSERT:
            pieces[owners[max(index - 1, 0)]] += text
            continue
        for character in text:
            pieces[owners[index]] += character if change is WordChange.EQUAL else ""
            index += 1
    return pieces


_LEFT_OUT = re.compile(r"\s*(?:[(\[]\s?(?:…|\.\.\.)\s?[)\]]|(?<!\w)…(?!\w)|(?<=\s)\.\.\.(?=\s))\s*")
_MOST = 6  # maximum number of words on either side of an omission that are looked up, the longest match first


def fill_in_omissions(proposal: str, text: str) -> str:
    """Return a wording with its omitted words filled in; unchanged if the text does not determine them."""
    parts = _LEFT_OUT.split(proposal)
    if len(parts) < 2 or _LEFT_OUT.search(text):
        return proposal
    filled = parts[0].strip()
    offset = 0
    for part in parts[1:]:
        start = _part_end(filled, text, offset) if filled else offset
        if start is None:
            return proposal
        end = _part_start(part, text, start) if part.strip() else len(text)
        if end is None:
            return proposal
        between = text[start:end].strip()
        is_punctuation = between[:1] in (",", ";", ".", ":")
        filled = f"{filled}{'' if is_punctuation or not filled else ' '}{between} {part.strip()}".strip()
        offset = end
    return filled


def _part_end(part: str, text: str, start: int) -> int | None:
    words = word_spans(part)
    spans = (_find_words(part, words[-count:], text, start) for count in range(min(_MOST, len(words)), 0, -1))
    end = next((span[1] for span in spans if span), None)
    tail = part[words[-1][1] :].strip() if words else ""
    return end + len(tail) if end is not None and text.startswith(tail, end) else end


def _part_start(part: str, text: str, start: int) -> int | None:
    words = word_spans(part)
    spans = (_find_words(part, words[:count], text, start) for count in range(min(_MOST, len(words)), 0, -1))
    return next((span[0] for span in spans if span), None)


def _find_words(part: str, word_offsets: Sequence[tuple[int, int]], text: str, after: int) -> tuple[int, int] | None:
    """Return the span of some words of a part after an offset; None if they do not occur, or more than once."""
    words = [fold(part[start:end]) for start, end in word_offsets]
    spans = [(start, end) for start, end in word_spans(text) if start >= after]
    folded = [fold(text[start:end]) for start, end in spans]
    size = len(words)
    places = [n for n in range(len(folded) - size + 1) if folded[n : n + size] == words]
    return (spans[places[0]][0], spans[places[0] + size - 1][1]) if len(places) == 1 else None


_LAST = re.compile(r"(?P<number>\d{1,4})\s?(?P<letter>[^\W\d_]{0,12})\)?[.):]*$|\(?(?P<letters>[^\W\d_]{1,4})\)[.:]*$")


def new_provision_address(
    label: str, addresses: Collection[Address], labels: ProvisionLabels
) -> tuple[Address, Address] | None:
    """Return the address of a new provision and the unit that it follows; None if its label does not show them.

    ``Article 2a`` follows all of Article 2, ``2(1a)`` follows 2(1), ``(aa)`` follows (a), and ``2(4)`` follows 2(3) if
    that is the last.
    """
    match = _LAST.search(label)
    if match is None:
        return None
    outer_label = label[: match.start()].strip(" ,.(")
    number, letter, letters = match["number"], match["letter"], match["letters"]
    if number and letter:
        return _neighbours_of_insertion(f"{outer_label} {number}".strip(), inserted_letter(letter), addresses, labels)
    if letters and len(letters) > 1:
        return _neighbours_of_insertion(
            f"{outer_label} ({letters[0]})".strip(), inserted_letter(letters[1:]), addresses, labels
        )
    outer = labels.find(outer_label, addresses) if outer_label and number else None
    if outer is None or not number:
        return None
    children = [a for a in addresses if a.startswith(f"{outer}__") and "__" not in a[len(outer) + 2 :]]
    address = next_sibling(children[-1], int(number)) if children else None
    return (address, last_descendant(children[-1], addresses)) if address else None


def address_for_added(previous: Address, label: str, addresses: Collection[Address]) -> Address:
    """Return the address of a new provision that follows another in a wording of several."""
    match = _LAST.search(label)
    plain = int(match["number"]) if match and match["number"] and not match["letter"] else None
    ancestor: str | None = previous
    while plain is not None and ancestor:
        address = next_sibling(Address(ancestor), plain)
        if address is not None and address not in addresses:
            return address
        ancestor = parent(ancestor)
    return propose_label(previous, label, addresses, "en")[0]


def next_sibling(address: Address, number: int) -> Address | None:
    """Return the next address among siblings; None if its number is not the next."""
    outer, divider, last = address.rpartition("__")
    kind, _, count = last.partition("_")
    return Address(f"{outer}{divider}{kind}_{number}") if count.isdecimal() and number == int(count) + 1 else None


def last_descendant(address: Address, addresses: Collection[Address]) -> Address:
    return [other for other in addresses if other == address or other.startswith(f"{address}__")][-1]


def _neighbours_of_insertion(
    label: str, letter: str, addresses: Collection[Address], labels: ProvisionLabels
) -> tuple[Address, Address] | None:
    previous = labels.find(label, addresses)
    if previous is None or not letter:
        return None
    return Address(f"{previous}{letter}"), last_descendant(previous, addresses)


_SURELY = 0.7  # minimum similarity for a place found by text alone
_LIKE = 0.45  # minimum similarity of the unit with the named label, or of one within it
_ALIKE = 0.2  # minimum similarity of a suggested place
_OFFERED = 3
_UNLIKE = 0.4  # a longer text with less similarity to the unit at its label was written on something else
_FEW = 6  # number of words below which a text does not contradict a label


class ProvisionFinder:
    def __init__(self, units: Sequence[Paragraph], labels: ProvisionLabels, *, same_language: bool = True) -> None:
        self._all = {unit.address: unit for unit in units}
        self._texts = {unit.address: unit.text for unit in units}
        self._labels = labels
        self._same_language = same_language

    @cached_property
    def _likeness(self) -> TextSimilarity:
        return TextSimilarity(self._texts)

    def place(self, parts: Sequence[PlacedComment]) -> tuple[PlacedComment, ...]:
        """Place the parts of a paper; parts that only repeat the document are left out.

        Parts placed by a person stay where they are, if the place exists.
        """
        found = (comment for part in parts for comment in self._place_comment(part))
        return tuple(
            part for part in found if part.provision_comment.proposal is not None or part.provision_comment.comment
        )

    def candidates(self, part: PlacedComment) -> tuple[Address, ...]:
        """Return the places that a part may belong to, most likely first: at its label, or with the nearest text."""
        written = part.provision_comment
        named = self._labels.find(written.label, self._texts) if written.label else None
        text = written.quoted or written.proposal or ""
        ranked = self._likeness.most_similar(text) if text and self._same_language else []
        similar = [address for score, address in ranked[:_OFFERED] if score >= _ALIKE]
        return tuple(dict.fromkeys([*([named] if named is not None else []), *similar]))[:_OFFERED]

    def place_by_hand(self, part: PlacedComment, address: Address | None) -> tuple[PlacedComment, ...]:
        unplaced = replace(part, address=None, is_general=False, after=None, by_hand=True)
        if address is None or address not in self._texts:
            return (self.with_word_diff(unplaced),)
        if part.provision_comment.proposal is not None:
            if (parts := self._split(unplaced, address)) is not None:
                return parts
            address = self._single_text(address, part.provision_comment.proposal)
        return (self.with_word_diff(replace(unplaced, address=address)),)

    def _place_comment(self, part: PlacedComment) -> tuple[PlacedComment, ...]:
        if part.is_general:
            return (replace(part, address=None, word_diff=(), after=None),)
        if part.by_hand:
            return self.place_by_hand(part, part.address)
        named = self._labels.find(part.provision_comment.label, self._texts) if part.provision_comment.label else None
        if named is not None and (parts := self._split(part, named)) is not None:
            return parts
        address = self._find(part, named)
        written = part.provision_comment
        if address is None and written.proposal and not (written.quoted and self._is_in_text(written.quoted)):
            found = new_provision_address(written.label, self._texts.keys(), self._labels)
            if found is not None:
                return (self.with_word_diff(replace(part, address=found[0], after=found[1])),)
        return (self.with_word_diff(replace(part, address=address, after=None)),)

    def _split(self, part: PlacedComment, outer: Address) -> tuple[PlacedComment, ...] | None:
        """Split a wording of a provision and its descendants; None for a wording of a single one."""
        written = part.provision_comment
        units = [unit for unit in self._all.values() if f"{unit.address}__".startswith(f"{outer}__")]
        if len(units) < 2 or not written.proposal or not self._is_alike(written):
            return None
        found = split_wording(units, written.quoted, written.proposal)
        if found is None:
            return None
        if not found:  # it repeats the document
            same = replace(written, proposal=None)
            return (self.with_word_diff(replace(part, address=outer, provision_comment=same)),)
        placed: list[PlacedComment] = []
        for n, piece in enumerate(found):
            label = written.label if piece.address == outer else f"{written.label} {piece.label}".strip()
            quoted = self._texts[piece.address] if piece.address is not None else ""
            text = written.comment if n == 0 else ""  # the first part has the comment
            comment = ProvisionComment(written.delegations, label, quoted, piece.proposal, text)
            address = piece.address or address_for_added(piece.after or outer, piece.label, self._texts.keys())
            shared = replace(part, provision_comment=comment, address=address, after=piece.after)
            placed.append(self.with_word_diff(shared))
        return tuple(placed)

    def with_word_diff(self, part: PlacedComment) -> PlacedComment:
        """Return a part with the word diff from the document's text at its place to its proposal."""
        written = part.provision_comment
        source = self._texts.get(part.address) if part.address is not None else None
        if written.proposal is None or part.address is None:
            return replace(part, word_diff=())
        if part.after is not None or source is None:
            return replace(part, word_diff=((WordChange.INSERT, written.proposal),))
        if not self._is_alike(written):
            quoted = written.quoted  # of a paper in another language; all is new if it quotes nothing
            words = diff_words(quoted, written.proposal) if quoted else ((WordChange.INSERT, written.proposal),)
            return replace(part, word_diff=words)
        label = self._all[part.address].label
        unlabelled = written.proposal.removeprefix(label).lstrip() if label else written.proposal
        proposal = fill_in_omissions(unlabelled, source)
        comment = replace(written, proposal=None if is_same_text(source, proposal) else proposal)
        words = diff_words(source, proposal) if comment.proposal is not None else ()
        return replace(part, provision_comment=comment, word_diff=words)

    def _find(self, part: PlacedComment, named: Address | None) -> Address | None:
        written = part.provision_comment
        text = written.quoted or written.proposal or ""
        if not text or not self._is_alike(written):
            return named
        ranked = self._likeness.most_similar(text)
        if named is not None:
            within = [(s, a) for s, a in ranked if f"{a}__".startswith(f"{named}__")]
            if within and within[0][0] >= _LIKE and has_clear_best(within):
                return within[0][1]
        if ranked and ranked[0][0] >= _SURELY and has_clear_best(ranked):
            return ranked[0][1]
        if named is None:
            return None
        is_long = len(printed_words(written.quoted)) >= _FEW
        if is_long and self._likeness.coverage(written.quoted, named) < _UNLIKE:
            return None
        return named if written.proposal is None else self._single_text(named, written.proposal)

    def _single_text(self, outer: Address, proposal: str) -> Address:
        """Return the only text below a heading; the heading itself if it is reworded, or has several texts or none."""
        words = count_words(proposal)
        if 2 * (words & count_words(self._texts[outer])).total() > words.total():
            return outer
        inner = [address for address in self._texts if address.startswith(f"{outer}__")]
        return inner[0] if len(inner) == 1 and self._all[inner[0]].kind is Kind.SUBPARAGRAPH else outer

    def _is_alike(self, written: ProvisionComment) -> bool:
        return self._same_language or self._is_in_text(written.quoted or written.proposal or "")

    def _is_in_text(self, quoted: str) -> bool:
        ranked = self._likeness.most_similar(quoted) if quoted else []
        return bool(ranked) and ranked[0][0] >= _LIKE
