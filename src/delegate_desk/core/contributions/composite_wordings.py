"""A wording that others propose for several provisions at once, such as a whole article, taken apart by provision.

Papers print it as one text. It is cut at the numbers and letters that begin its provisions, and each piece is paired
with the provision that it is likest, in order; pieces that are like none are new.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from delegate_desk.core.contributions.text_similarity import counted_words
from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.text import fold
from delegate_desk.core.word_diff import WordChange, compare

_ALIKE_WORDING = 0.35
"""From here on a piece may be a provision's new wording."""
_SAME_LABEL = 0.25
"""By as much one with the same label is likelier."""
_COVERED = 0.6
"""A provision of whose words so many stand in the text quoted is quoted."""
_LABEL = r"(?:\(?\d{1,3}[a-z]?[.)]|\([^\W\d_]{1,4}\)|[^\W\d_]{1,2}\))"
_BEFORE = (
    r"^|(?<=[.;:,·\]…]\s)|(?<=…\)\s)|(?<=;\sand\s)|(?<=;\sor\s)|(?<=;\set\s)|(?<=;\sou\s)|(?<=·\sκαι\s)|(?<=·\sή\s)"
)
_BEGINS = re.compile(rf"(?:{_BEFORE})(?P<label>{_LABEL})(?=\s+\S)")
_TITLE = re.compile(r"[^.;:]{1,150}?\s(?=(?P<label>\(?1[.)])\s)")
"""An article's title stands before its first paragraph, without a sign between."""
_LEFT_OUT_WORDING = re.compile(r"[(\[]\s?(?:…|\.\.\.)\s?[)\]]|…")
_REST_LEFT_OUT = re.compile(rf"(?<=[.;:·])\s*(?:{_LEFT_OUT_WORDING.pattern})$")
"""Behind a whole sentence it stands for provisions, else for the rest of one."""
_SPACE = re.compile(r"\s+")
_BARE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Share:
    """What a wording says of one provision.

    Attributes:
        address: None for a provision that is new.
        label: As printed; empty where the provision has none.
        proposal: Without its label; empty where the provision is to go.
        after: Of a provision that is new, what it is to stand behind.
    """

    address: Address | None
    label: str
    proposal: str
    after: Address | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    label: str
    text: str


def shares(units: Sequence[Paragraph], quoted: str, proposal: str) -> tuple[Share, ...] | None:
    """What a wording changes, by provision, in order; None where it is not a wording of several.

    Args:
        units: An article or another unit with all that hangs on it, in reading order.
        quoted: What the paper prints as the text that stands; may be empty.
        proposal: The wording of all of them, without the label of the first.
    """
    groups = _groups(units)
    pieces = _pieces(proposal)
    pairs = dict(_paired(groups, pieces))
    if len(pieces) < 2 or len(pairs) < 2:
        return None
    there = counted_words(quoted)
    by_piece = {piece: group for group, piece in pairs.items()}
    found: list[Share] = []
    behind = groups[min(pairs)][0].address
    done = min(pairs)
    for n, piece in enumerate(pieces):
        group = by_piece.get(n)
        if group is None:
            if piece.label:
                found.append(Share(None, piece.label, piece.text, behind))
            elif 0 not in pairs:  # another title
                found += _reworded(groups[0], piece.text)
            continue
        if not _LEFT_OUT_WORDING.search(proposal):
            found += _gone(groups[done:group], pairs, done, there)
        found += _reworded(groups[group], piece.text)
        behind, done = groups[group][-1].address, group + 1
    if not _LEFT_OUT_WORDING.search(proposal):
        found += _gone(groups[done:], pairs, done, there)
    return tuple(share for share in found if not _LEFT_OUT_WORDING.fullmatch(share.proposal))


def _groups(units: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The units, those without a label with the one before: a text does not tell where these begin."""
    groups: list[list[Paragraph]] = []
    for unit in units:
        if unit.label or not groups or (len(groups) == 1 and len(groups[0]) == 1 and not groups[0][0].text):
            groups.append([unit])
        else:
            groups[-1].append(unit)
    return groups


def _pieces(text: str) -> list[_Piece]:
    """A text cut where its provisions begin."""
    text = _SPACE.sub(" ", text).strip()
    labels = {match.start("label"): match["label"] for match in _BEGINS.finditer(text)}
    if title := _TITLE.match(text):
        labels[title.start("label")] = title["label"]
    starts = sorted({0, *labels})
    cuts = ((start, end, labels.get(start, "")) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    return [_Piece(label, _REST_LEFT_OUT.sub("", text[start + len(label) : end].strip())) for start, end, label in cuts]


def _paired(groups: Sequence[Sequence[Paragraph]], pieces: Sequence[_Piece]) -> list[tuple[int, int]]:
    """Which group each piece is, in order, so that they are as like as can be in all."""
    scores = [[_likeness(group, piece) for piece in pieces] for group in groups]
    table = [[0.0] * (len(pieces) + 1) for _ in range(len(groups) + 1)]
    for g in range(len(groups) - 1, -1, -1):
        for p in range(len(pieces) - 1, -1, -1):
            both = scores[g][p] + table[g + 1][p + 1] if scores[g][p] >= _ALIKE_WORDING else 0.0
            table[g][p] = max(both, table[g + 1][p], table[g][p + 1])
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
    words, others = Counter[str](), counted_words(piece.text)
    for unit in group:
        words += counted_words(unit.text)
    size = words.total() + others.total()
    same = _SAME_LABEL if piece.label and _bare(group[0].label) == _bare(piece.label) else 0.0
    return (2 * (words & others).total() / size if size else 0.0) + same


def _bare(label: str) -> str:
    return _BARE.sub("", fold(label))


def _gone(groups: Sequence[Sequence[Paragraph]], pairs: dict[int, int], first: int, there: Counter[str]) -> list[Share]:
    """Of some groups those that the paper quotes and gives no wording for."""
    units = [unit for n, group in enumerate(groups, first) if n not in pairs for unit in group]
    return [Share(unit.address, unit.label, "") for unit in units if unit.text and _is_quoted(unit, there)]


def _is_quoted(unit: Paragraph, there: Counter[str]) -> bool:
    words = counted_words(unit.text)
    return bool(words) and (words & there).total() >= _COVERED * words.total()


def _reworded(group: Sequence[Paragraph], text: str) -> list[Share]:
    """What changes in the units of a group by a wording for them all."""
    texts = [_SPACE.sub(" ", unit.text).strip() for unit in group]
    cut = [text] if len(group) == 1 else _cut(texts, text)
    return [
        Share(unit.address, unit.label, new.strip())
        for unit, old, new in zip(group, texts, cut, strict=True)
        if new.strip() != old
    ]


def _cut(texts: Sequence[str], new: str) -> list[str]:
    """A new text cut where the old ones end; what is added between two belongs to the first of them."""
    pieces = [""] * len(texts)
    place, left = 0, len(texts[0])
    for change, text in compare(" ".join(texts), new):
        if change is WordChange.INSERT:
            pieces[place] += text
            continue
        for character in text:
            if left < 0 or (left == 0 and place < len(texts) - 1):
                if left < 0:
                    place, left = place + 1, len(texts[place + 1])
                else:
                    left = -1  # the space between two
                    continue
            pieces[place] += character if change is WordChange.EQUAL else ""
            left -= 1
    return pieces
