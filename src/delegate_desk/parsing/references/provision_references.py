"""References to places, ``Article 5(2), second subparagraph, point (a)``, parsed from a text in any language.

A reference is a chain of steps, each a word and its numbers, from the outside in or from the inside out. The act with
the place follows (``of Regulation (EU) 2016/679``, ``TFEU``); without it the place is in the document itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.documents.addresses import label_numbers, roman_numeral
from delegate_desk.core.documents.citations import Pointer
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.references import document_references

Path = tuple[tuple[str, str], ...]
"""Kinds and numbers as printed, the outermost first."""

_BELOW = {"art": ("para", "point"), "annex": ("para", "point"), "para": ("point",)}
_MOST_SUBS = 12


def levels(kind: str, numbers: Sequence[str]) -> Path:
    """Return the steps of a number followed by others in brackets: ``5(2)(a)`` is Article 5, paragraph 2, point (a)."""
    path: list[tuple[str, str]] = [(kind, numbers[0])]
    for number in numbers[1:]:
        parent = path[-1][0]
        inner = _BELOW.get(parent, ("point",))
        path.append((inner[0] if number[:1].isdecimal() else "point", number))
    return tuple(path)


def canonical(path: Path) -> Address | None:
    """Return the canonical address of a place in another act; None if it cannot be determined."""
    address = ""
    for kind, number in path:
        found = label_numbers(number)
        if not found:
            return None
        if kind == "sub" and found[0] == "1":
            continue
        address = f"{address}__{kind}_{found[0]}" if address else f"{kind}_{found[0]}"
    return Address(address) if address else None


def resolve(path: Path, origin: Address, addresses: frozenset[Address]) -> Address | None:
    """Return the address in the document that contains ``origin``; None if it does not exist."""
    for base in _bases(path[0][0], origin):
        found = base
        for kind, number in path:
            inner = (address for n in label_numbers(number) for address in _below(found, kind, n))
            step = next((address for address in inner if address in addresses), None)
            if step is None:
                break
            found = step
        else:
            if found in addresses and (found != base or path[0][0] == "sub"):
                return Address(found)
    return None


def _bases(kind: str, origin: str) -> Iterator[str]:
    """Yield the addresses below which a place is looked up: neighbours first."""
    segments = origin.split("__")
    container = segments[0] if segments[0].startswith("annex") else ""
    if kind in ("annex", "fn"):
        yield ""
    elif kind in ("art", "rec", "chp", "sec"):
        yield from dict.fromkeys((container, ""))
    elif kind == "para":
        article = next((n for n, segment in enumerate(segments) if segment.startswith("art_")), None)
        if article is not None:
            yield "__".join(segments[: article + 1])
        yield from dict.fromkeys((container, ""))
    else:
        for n in range(len(segments), -1, -1):
            yield "__".join(segments[:n])


def _below(base: str, kind: str, number: str) -> Iterator[str]:
    """Yield the possible addresses of a unit under another unit: directly, or under a subparagraph of it."""
    stem = f"{base}__" if base else ""
    if kind == "sub":
        if number == "1":
            yield f"{stem}sub_1"
            yield base
        yield f"{stem}sub_{number}"
        return
    kinds = {"point": ("point", "para"), "para": ("para", "point")}.get(kind, (kind,))
    for value in kinds:
        yield f"{stem}{value}_{number}"
    if kind in ("point", "ind", "para") and base:
        for sub in range(1, _MOST_SUBS):
            yield f"{base}__sub_{sub}__{kinds[0]}_{number}"
    if kind in ("point", "para") and base.startswith("annex"):
        for text in range(1, _MOST_SUBS):
            yield f"{base}__p_{text}__point_{number}"


NUMBER_FIRST = frozenset({"hu", "fi", "lt", "lv", "sl"})
"""Languages in which a number may precede its word, ``16. cikk``."""
NUMBER_LAST_TOO = frozenset({"sl"})
"""Those of them in which it may also follow its word."""


@dataclass(frozen=True, slots=True)
class PointerPatterns:
    """The patterns of one language.

    Attributes:
        unit: A word for a unit; the group name is the kind.
        ordinals: In order, the words for first, second, third …
        joint: Separators of a list of numbers: a comma or a word.
        joints: The words among them.
        own: ``this`` before a word for an act.
        that: ``that`` before a word for an act.
    """

    unit: re.Pattern[str]
    ordinals: tuple[re.Pattern[str], ...]
    joint: re.Pattern[str]
    joints: frozenset[str]
    own: frozenset[str]
    that: frozenset[str]
    number_first: bool
    number_last: bool


@cache
def pointer_patterns(language: str, extra: tuple[tuple[str, str], ...] = ()) -> PointerPatterns:
    """Return the patterns of a language, else of English; further kinds of unit each with the stem of a word."""
    table = paths.load_table("pointer_words")
    language = language if language in table["units"] else "en"
    stems = [*extra, *((kind, stem) for kind, cell in table["units"][language].items() for stem in cell)]
    stems.sort(key=lambda pair: -len(pair[1]))
    groups: dict[str, list[str]] = {}
    for kind, stem in stems:
        is_short = "." in stem and stem.endswith((".", "º", "o"))
        groups.setdefault(kind, []).append(re.escape(stem) + ("" if is_short else r"[^\W\d_]*"))
    ordered = sorted(groups, key=lambda kind: (kind not in (Kind.SUBPARAGRAPH, Kind.INDENT), kind))
    unit = "|".join(rf"(?P<{kind}>{'|'.join(groups[kind])})" for kind in ordered)
    return PointerPatterns(
        unit=re.compile(rf"(?<![\w-])(?:{unit})(?![\w-])", re.IGNORECASE),
        ordinals=tuple(
            re.compile(rf"(?<!\w)(?:{_any(forms)})[^\W\d_]*", re.IGNORECASE) for forms in table["ordinals"][language]
        ),
        joint=re.compile(
            rf"\s*(?:,\s*(?:(?P<and>{_any(table['joints'][language])})\s+)?"
            rf"|(?:^|(?<=[\s)]))(?P<word>{_any(table['joints'][language])})\s+|[–-])\s*",
            re.IGNORECASE,
        ),
        joints=frozenset(table["joints"][language]),
        own=frozenset(table["own"][language]),
        that=frozenset(table["that"].get(language, ())),
        number_first=language in NUMBER_FIRST,
        number_last=language not in NUMBER_FIRST or language in NUMBER_LAST_TOO,
    )


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def treaties() -> re.Pattern[str]:
    """Return a pattern of the names of the treaties, short and long; the group name is the treaty."""
    table: dict[str, Any] = paths.load_table("pointer_words")["treaties"]
    groups = []
    for name in sorted({*table["short"], *table["long"]}, reverse=True):
        short = [re.escape(form) for form in table["short"].get(name, ())]
        long = [form.replace("'", "['’]") for form in table["long"].get(name, ())]
        groups.append(rf"(?P<{name}>{'|'.join((*long, *short))})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")


_Owner = tuple[Reference | None, str]
"""The act of a place, or else the name of a treaty; neither of them for an unknown act."""
_UNKNOWN: _Owner = (None, "")
_MORE = r"(?P<more>(?:\s?\((?:\d{1,3}[a-z]?|[^\W\d_]{1,5})\))*)"
_DIGITS = re.compile(
    r"(?P<first>\(\d{1,4}[a-zα-ω]{1,2}\)|\(?\d{1,4}\)?(?:\.?[ºo°](?!\w))?(?:[a-zα-ω](?![\w)])|-[A-Z](?!\w)|\s(?:bis(?!\s\d)|ter|quater)(?!\w))?)(?P<dot>\.\d{1,3}(?![\d/]))?"
    rf"{_MORE}(?![\w/])"
)
_LETTERS = re.compile(rf"(?P<first>\(?[^\W\d_]{{1,4}}\)){_MORE}(?!\w)|(?P<bare>[a-zα-ωа-я])(?![\w'’.)])")
_ROMAN = re.compile(
    r"(?P<first>[IVXLC]{1,7}(?:[a-z]|\s(?:bis|ter|quater)(?!\w))?)(?P<more>(?:\s?\((?:\d{1,3}|[a-z]{1,4})\))*)(?!\w)"
)
_CAPITAL = re.compile(r"(?P<first>[A-ZΑ-Ω])(?P<more>)(?!\w)")
_RANKS = {"annex": 0, "chp": 1, "sec": 1, "art": 2, "rec": 2, "fn": 2, "para": 3, "sub": 4, "point": 5, "ind": 6}
_ENDING = re.compile(r"(?<![\w(])(?:(?P<letter>[a-z]|\(?[^\W\d_]{1,4}\))|\(?\d{1,4}[a-z]?\)?)(?:\(\w{1,4}\))*\.?$")
_LONGEST_JOINT = 8
_BETWEEN = re.compile(r"\.?\s*,?\s*(?:[^\W\d_]{1,4}['’]?\s*){0,2}")
_INWARD = re.compile(r"[\s,.]*")
_LONGEST_GAP = 20
_TO_OWNER = 70


@dataclass(slots=True)
class StepNumber:
    start: int
    end: int
    levels: tuple[str, ...]


@dataclass(slots=True)
class ReferenceStep:
    """A word for a unit with its numbers: ``points (a) and (b)``."""

    kind: str
    start: int
    end: int
    numbers: list[StepNumber]


@dataclass(slots=True)
class _Chain:
    """Steps from the outermost."""

    steps: list[ReferenceStep]
    outer: Path = ()

    @property
    def start(self) -> int:
        return min(step.start for step in self.steps)

    @property
    def end(self) -> int:
        return max(step.end for step in self.steps)


def pointers(unit: Paragraph, addresses: frozenset[Address], language: str) -> list[Pointer]:
    """Return the places that a unit names, in order: existing ones of its document, and those in acts and treaties."""
    found: list[Pointer] = []
    for start, end, path, owner in _find_places(unit, language):
        place = canonical(path) if owner else resolve(path, unit.address, addresses)
        if place:
            found.append(Pointer(unit.marked[start:end], start, end, place, *(owner or (None, ""))))
    return found


_FIRST_ARTICLE = re.compile(r"\b(article) (?:premier|1er)\b", re.IGNORECASE)


def provision_named(title: str, language: str) -> Address | None:
    """Return the address of the provision named by a title with nothing else, as in ``Article 2(1), point (b)(i)``.

    A paragraph named by an ordinal, ``Article 1, first paragraph``, is an unnumbered subparagraph of the article.
    """
    title = _FIRST_ARTICLE.sub(r"\1 1", title)
    chains = _chains(title, pointer_patterns(language))
    if len(chains) != 1 or title[: chains[0].start].strip() or title[chains[0].end :].strip(" .:"):
        return None
    segments: list[tuple[str, str]] = []
    for step in chains[0].steps:
        if len(step.numbers) != 1:
            return None
        is_ordinal = title[step.numbers[0].start].isalpha() and step.kind == "para"
        for kind, label in levels("sub" if is_ordinal else step.kind, step.numbers[0].levels):
            inner = kind == "point" and segments[-1:] and segments[-1][0] == "point"
            roman = roman_numeral(label) if inner else None
            found = [str(roman)] if roman else label_numbers(label)
            if not found:
                return None
            is_text_of_parent = kind == "sub" and found[0] == "1" and segments[-1:] and segments[-1][0] != "art"
            if not is_text_of_parent:
                segments.append((kind, found[0]))
    return Address("__".join(f"{kind}_{number}" for kind, number in segments)) or None


def dead(unit: Paragraph, addresses: frozenset[Address], language: str) -> list[str]:
    """Return the words with which a unit names missing places of its own document, in order.

    A kind of which the document has no unit is assumed to be in another document: ``Article 7`` in conclusions.
    """
    kinds = {segment.rpartition("_")[0] for address in addresses for segment in address.split("__")}
    return [
        unit.marked[start:end]
        for start, end, path, owner in _find_places(unit, language)
        if owner is None and path[0][0] in kinds and resolve(path, unit.address, addresses) is None
    ]


def _find_places(unit: Paragraph, language: str) -> Iterator[tuple[int, int, Path, _Owner | None]]:
    """Yield the places that a unit names, in order, each with its words and its act; None for its own document."""
    text, patterns = unit.marked, pointer_patterns(language)
    chains = _chains(text, patterns)
    acts = document_references.occurrences(text, language)
    owners = [_owner(text, chain, acts, patterns) for chain in chains]
    for n in range(len(chains) - 2, -1, -1):  # what is joined with ``and`` has one owner
        if owners[n] is None and patterns.joint.fullmatch(text[chains[n].end : chains[n + 1].start]):
            owners[n] = owners[n + 1]
    for chain, owner in zip(chains, owners, strict=True):
        if owner == _UNKNOWN or (owner is None and unit.kind is Kind.CITATION):
            continue  # an act's citations speak of treaties and of other acts
        for start, end, path in _paths(chain):
            yield start, end, path, owner


def _chains(text: str, patterns: PointerPatterns) -> list[_Chain]:
    chains: list[_Chain] = []
    for step in steps(text, patterns):
        last = chains[-1] if chains else None
        gap = text[last.end : step.start] if last else ""
        # steps of one chain have little text between them, and no ``and``
        is_parted = "." in gap and text[step.start].isupper()
        is_near = len(gap) <= _LONGEST_GAP and not is_parted and _BETWEEN.fullmatch(gap)
        if last and is_near and patterns.joints.isdisjoint(gap.replace(",", " ").split()):
            inward = _INWARD.fullmatch(gap) is not None
            rank, outer, inner = _RANKS[step.kind], _RANKS[last.steps[0].kind], _RANKS[last.steps[-1].kind]
            if rank > inner or (rank == inner and inward and step.kind == "point"):
                last.steps.append(step)
                continue
            if rank < outer or (rank == outer and not inward and step.kind == "point"):
                last.steps.insert(0, step)
                continue
        chain = _Chain([step])
        if last and patterns.joint.fullmatch(gap):
            chain.outer = tuple(
                (kind, number) for kind, number in next(_paths(last))[2] if _RANKS[kind] < _RANKS[step.kind]
            )
        chains.append(chain)
    return chains


def steps(text: str, patterns: PointerPatterns) -> Iterator[ReferenceStep]:
    """Yield the words for units with numbers or ordinals, in order."""
    for match in patterns.unit.finditer(text):
        kind = match.lastgroup or ""
        offset = match.end() + (text[match.end() : match.end() + 1] in (" ", "\xa0"))
        following: list[StepNumber] = []  # ``5``, ``5(2)(a)``, ``(a), (b) and (d) to (f)``
        while patterns.number_last and (number := _number_at(text, offset, kind, following)):
            following.append(number)
            joint = patterns.joint.match(text, number.end)
            if not joint or not joint.group().strip():
                break
            offset = joint.end()
        ordinals = _ordinals_before(text, match.start(), patterns) if kind in ("sub", "ind", "para", "point") else []
        if kind == "sub" and following and not following[0].levels[0].isdecimal():
            kind = "point"  # Finnish has one word for both
        if ordinals:
            yield ReferenceStep(kind, ordinals[0].start, match.end(), ordinals)
        elif patterns.number_first and (preceding := _list_before(text, match.start(), kind, patterns)):
            kind = "point" if kind == "sub" and not preceding[0].levels[0].isdecimal() else kind
            yield ReferenceStep(kind, preceding[0].start, match.end(), preceding)
        elif following:
            yield ReferenceStep(kind, match.start(), following[-1].end, following)
        elif kind == "sub":
            found = ((n, pattern.match(text, match.end() + 1)) for n, pattern in enumerate(patterns.ordinals, start=1))
            n, ordinal = next((pair for pair in found if pair[1]), (0, None))
            if ordinal:
                number = StepNumber(ordinal.start(), ordinal.end(), (str(n),))
                yield ReferenceStep(kind, match.start(), number.end, [number])


def _number_at(text: str, offset: int, kind: str, numbers: Sequence[StepNumber]) -> StepNumber | None:
    roman = (_ROMAN, _DIGITS)
    patterns = {"annex": roman, "chp": roman, "sec": roman, "tit": roman, "part": (_CAPITAL, *roman)}
    letters = (_LETTERS, _DIGITS)
    tried = patterns.get(kind, letters if kind in ("point", "ind") or numbers else (_DIGITS,))
    for pattern in tried:
        match = pattern.match(text, offset)
        if match is None:
            continue
        if pattern is _LETTERS and match["first"] is None and numbers and len(numbers[-1].levels[0]) > 1:
            continue  # a single letter continues a list of single letters
        groups = match.groupdict()
        first = groups["first"] or groups.get("bare") or ""
        levels = [re.sub(r"\.?[º°]|\.o$", "", first.strip("() ")).rstrip(".")]
        if groups.get("dot"):
            levels.append(groups["dot"][1:])
        levels += re.findall(r"\((\w+)\)", groups["more"] or "")
        previous = numbers[-1].levels if numbers and first.startswith("(") else ()
        if len(previous) > 1:  # of ``6(1)(a) and (b)`` the second is ``6(1)(b)``, of ``6(1)(a) and (2)`` it is ``6(2)``
            is_digit = levels[0][:1].isdecimal()
            same = [n for n in range(1, len(previous)) if previous[n][:1].isdecimal() == is_digit]
            if len(same) > 1 and same[-2] == same[-1] - 1 and not is_digit and not roman_numeral(levels[0]):
                same.pop()  # ``6(1)(a)(i) and (b)``
            levels = [*(previous[: same[-1]] if same else previous), *levels]
        end = match.end() if groups["more"] is not None else match.end("bare")
        return StepNumber(offset, end, tuple(levels))
    return None


def _list_before(text: str, offset: int, kind: str, patterns: PointerPatterns) -> list[StepNumber]:
    """Return the numbers that end before a word: ``16.``, ``(1) és (2)``."""
    found: list[StepNumber] = []
    end = len(text[:offset].rstrip()) if text[offset - 1 : offset].isspace() else 0
    while match := _ENDING.search(text, max(0, end - 16), end):
        if match["letter"] and kind not in ("sub", "point", "ind"):
            break
        number = _number_at(text, match.start(), "point" if match["letter"] else kind, ())
        if number is None or number.end < end - 1:
            break
        found.insert(0, number)
        gaps = (
            g for g in range(_LONGEST_JOINT, 0, -1) if patterns.joint.fullmatch(text, number.start - g, number.start)
        )
        gap = next(gaps, None) if number.start > _LONGEST_JOINT else None
        if gap is None:
            break
        end = number.start - gap
    return found


def _ordinals_before(text: str, offset: int, patterns: PointerPatterns) -> list[StepNumber]:
    """Return ``first``, ``second and third`` before a word for a subparagraph."""
    found: list[StepNumber] = []
    end = offset
    while True:
        window = max(0, end - 24)
        hits = [
            (match.start(), match.end(), n)
            for n, pattern in enumerate(patterns.ordinals, start=1)
            for match in pattern.finditer(text, window, end)
            if not text[match.end() : end].strip() or (found and patterns.joint.fullmatch(text[match.end() : end]))
        ]
        if not hits:
            return found
        start, stop, n = max(hits)
        found.insert(0, StepNumber(start, stop, (str(n),)))
        end = start


def _paths(chain: _Chain) -> Iterator[tuple[int, int, Path]]:
    """Yield each place that a chain names, with its words: all of them for the first, a number for each further."""
    longest = max(chain.steps, key=lambda step: len(step.numbers))
    for n, number in enumerate(longest.numbers):
        path = chain.outer
        for step in chain.steps:
            path += levels(step.kind, (number if step is longest else step.numbers[0]).levels)
        is_alone = len(longest.numbers) == 1
        start = chain.start if n == 0 else number.start
        end = chain.end if is_alone or (n == 0 and number.end < chain.start) else number.end
        if n == 0 and chain.start == number.start and not is_alone:
            end = number.end
        yield start, max(end, start + 1), path


def _owner(
    text: str, chain: _Chain, acts: Sequence[document_references.CitedDocument], patterns: PointerPatterns
) -> _Owner | None:
    """Return the act of a chain, from the words after it, or before it where the language allows it."""
    after = text[chain.end : chain.end + _TO_OWNER].removeprefix(".")
    treaty = treaties().search(after)
    if treaty and _is_gap(after[: treaty.start()], 3):
        return None, treaty.lastgroup or ""
    for act in acts:
        gap = text[chain.end : act.start]
        is_near = act.start >= chain.end and len(gap) <= _TO_OWNER and _is_gap(gap, 9)
        if is_near and document_references.kinds_of_act(gap):
            return act.target, ""
    before = text[max(0, chain.start - _TO_OWNER) : chain.start]
    texts = after.replace(",", " ").split()[:5] if patterns.number_last else before.split()[-3:]
    kind = next((n for n, word in enumerate(texts) if document_references.kinds_of_act(word) == [word]), 0)
    if kind and patterns.own & {word.lower() for word in texts[:kind]}:
        return None
    if kind and patterns.that & {word.lower() for word in texts[:kind]}:
        return _last_act(text, chain, acts)
    if re.match(r"\s+thereof(?!\w)", after):
        return None if chain.outer else _last_act(text, chain, acts)
    if patterns.number_first:
        named = list(treaties().finditer(before))
        if named and len(before) - named[-1].end() <= _LONGEST_GAP and _is_gap(before[named[-1].end() :], 1):
            return None, named[-1].lastgroup or ""
        for act in reversed(acts):
            gap = text[act.end : chain.start]
            is_near = act.end <= chain.start and len(gap) <= _TO_OWNER and _is_gap(gap, 5)
            if is_near and (not gap.strip() or document_references.kinds_of_act(gap)):
                return act.target, ""
    return None


def _is_gap(gap: str, word_limit: int) -> bool:
    return not re.search(r"[.;:()]", gap) and len(gap.split()) <= word_limit


def _last_act(text: str, chain: _Chain, acts: Sequence[document_references.CitedDocument]) -> _Owner:
    """Return the act named last, for ``that Directive``; if there is none, the act of the place is unknown."""
    named = [act for act in acts if act.start < chain.start]
    treaty = list(treaties().finditer(text, 0, chain.start))
    if treaty and (not named or treaty[-1].start() > named[-1].start):
        return None, treaty[-1].lastgroup or ""
    return (named[-1].target, "") if named else _UNKNOWN
