"""The amending instructions of an act: found by its structure, each with the act and the provision that it amends."""

from collections.abc import Iterator, Sequence
from itertools import groupby, product

from delegate_desk.core.amending.amended import Doubt, Instruction, ProvisionPath
from delegate_desk.core.amending.application import BuildStructure
from delegate_desk.core.amending.working_text import ScaffoldLine
from delegate_desk.core.documents.addresses import parent
from delegate_desk.core.documents.citations import printed_number
from delegate_desk.core.documents.document import HEADINGS, Document, Kind, Paragraph
from delegate_desk.core.documents.references import ACTS, Reference
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.amending.clauses import ACT, QUOTE, ClauseGrammar, grammar
from delegate_desk.parsing.amending.interpretation import QuotedInstruction, context_path, interpret
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.references.document_references import occurrences
from delegate_desk.parsing.structure.builder import PAIRS, Structure, left_open, length, opens

_CLOSED = ".;,·: )"
_MOST_READINGS = 12
_LEVELLED = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2009": " "})
_MOST_LINES = 4000


@dataclass(frozen=True, slots=True)
class AmendingScope:
    """The act and provision under which instructions are read.

    Attributes:
        act: None if none is named yet.
        path: None if an introduction is not understood.
        is_list: True below ``is amended as follows``.
    """

    act: Reference | None
    path: ProvisionPath | None = ()
    is_list: bool = False


def amended_acts(document: Document) -> list[Reference]:
    """Return the acts that a document's title says it amends, in order; empty if it names none."""
    title = [unit.text for unit in document.paragraphs[:8] if unit.kind in (Kind.COVER, Kind.HEADING)]
    found = [
        named.target
        for text in (document.header.subject, *title)
        for named in occurrences(text, document.header.language)
        if named.target.series in ACTS and named.target != document.header.reference
    ]
    return list({act.family: act for act in found}.values())


def instructions(document: Document, base: Reference) -> list[Instruction]:
    """Return the instructions of a document on an act, in the order of its text; those on other acts are left out."""
    own = grammar(document.header.language)
    return list(_Walk(document, base, own).run()) if own else []


class _Walk:
    def __init__(self, document: Document, base: Reference, own: ClauseGrammar) -> None:
        self._units = document.paragraphs
        self._language = document.header.language
        self._base = base
        self._own = own
        titled = [act for act in amended_acts(document) if act.family == base.family]
        self._default = AmendingScope(titled[0] if titled else None)
        self._scopes: dict[str, AmendingScope] = {}

    def run(self) -> Iterator[Instruction]:
        at = 0
        while at < len(self._units):
            quoted = self._quoted(at)
            behind = at + 1 + len(quoted)
            follows = self._units[behind] if behind < len(self._units) else None
            yield from self._unit(self._units[at], self._lines(quoted), follows)
            at = behind

    def _lines(self, units: Sequence[Paragraph]) -> list[str]:
        """The texts of units with their labels, the cells of a row on a line."""
        lines = []
        for row, group in groupby(units, key=lambda unit: parent(unit.address) if unit.kind is Kind.CELL else unit):
            if isinstance(row, str):
                texts = {int(unit.address.rpartition("_")[2]): self._line(unit) for unit in group}
                lines.append("\t".join(texts.get(column, "") for column in range(1, max(texts) + 1)))
            else:
                lines += map(self._line, group)
        return lines

    def _quoted(self, at: int) -> Sequence[Paragraph]:
        """The units behind one that are quoted by it."""
        unit = self._units[at]
        text = self._trimmed(unit.text)
        following = self._units[at + 1 : at + 1 + _MOST_LINES]
        start = left_open(text)
        if start is not None:
            texts = [text[start:], *(self._line(other) for other in following)]
            return following[: length(texts, text[start]) - 1]
        mark = opens(following[0].text) if following and text.endswith(":") else ""
        if not mark or following[0].kind in HEADINGS:
            return []
        return following[: length([self._line(other) for other in following], mark)]

    def _line(self, unit: Paragraph) -> str:
        return self._trimmed(f"{unit.label} {unit.text}".strip())

    def _trimmed(self, text: str) -> str:
        """Return a text without a final ``; and``, after which the next instruction follows."""
        bare = text.rstrip()
        match = list(self._own.conjunction.finditer(bare))
        if match and match[-1].end() == len(bare) and match[-1][0] not in ";,":
            bare = bare[: match[-1].start()].rstrip()
        return bare

    def _annex(self, label: str) -> tuple[str, ...]:
        """Return the text of an annex of this document, with an empty line for its label; empty if there is none."""
        annexes = [n for n, unit in enumerate(self._units) if unit.kind is Kind.ANNEX]
        starts = [n for n in annexes if printed_number(self._units[n].label) == label]
        if len(starts) != 1:
            return ()
        head = self._units[starts[0]]
        end = next((n for n in annexes if n > starts[0]), len(self._units))
        lines = self._lines(self._units[starts[0] + 1 : end])
        return ("", *filter(None, [head.text]), *lines) if lines else ()

    def _unit(self, unit: Paragraph, quoted: Sequence[str], follows: Paragraph | None) -> Iterator[Instruction]:
        scope = self._scope(unit)
        text = self._trimmed(unit.text).translate(_LEVELLED)
        acts = [named for named in occurrences(text, self._language) if named.target.series in ACTS]
        for n, named in reversed(list(enumerate(acts))):
            text = f"{text[: named.start]}{chr(ACT + n)}{text[named.end :]}"
        if acts:
            scope = AmendingScope(acts[0].target, scope.path, scope.is_list)
        if unit.kind in HEADINGS and unit.kind is not Kind.ANNEX:
            self._scopes[unit.address] = AmendingScope(scope.act)
            return
        has_verb = bool(self._own.verbs.search(text))
        readings = list(_readings([text, *quoted]))
        quotes = bool(quoted) or any(reading.quotations for reading in readings)
        if not quotes and follows is not None and self._leads_to(unit, follows):
            self._introduce(unit, scope, text, has_verb=has_verb)
            return
        known = scope.act.family if scope.act else None
        if known != self._base.family or not (has_verb or scope.is_list):
            return
        named_here = scope.is_list or bool(acts)
        if scope.path is None:
            found = [Instruction(unit.address, unit.text, doubt=Doubt.PLACE)]
        else:
            found = interpret(unit.address, unit.text, readings, scope.path, self._own, self._annex)
        if named_here or quotes or all(instruction.doubt is None for instruction in found):
            yield from found

    def _scope(self, unit: Paragraph) -> AmendingScope:
        above: str | None = unit.address
        while above := parent(above or ""):
            if above in self._scopes:
                return self._scopes[above]
        return self._default

    def _leads_to(self, unit: Paragraph, following: Paragraph) -> bool:
        """True if a unit has a list: its own, or that of its article if it is the first text."""
        if following.kind not in (Kind.POINT, Kind.INDENT, Kind.PARAGRAPH):
            return False
        return following.address.startswith(f"{unit.address}__") or (
            unit.kind in (Kind.SUBPARAGRAPH, Kind.TEXT) and parent(following.address) == parent(unit.address)
        )

    def _introduce(self, unit: Paragraph, scope: AmendingScope, text: str, *, has_verb: bool) -> None:
        amends = scope.is_list or (has_verb and scope.act is not None)
        path = context_path(text, scope.path or (), self._own) if amends and scope.path is not None else scope.path
        on = unit.address if unit.kind not in (Kind.SUBPARAGRAPH, Kind.TEXT) else parent(unit.address) or ""
        self._scopes[on] = self._scopes[unit.address] = AmendingScope(scope.act, path, amends)


def _readings(lines: Sequence[str]) -> Iterator[QuotedInstruction]:
    """Yield the ways to separate the quotations of an instruction from its words.

    A closing mark can also be an apostrophe, so that a quotation may end at several positions.
    """
    pieces = list(_pieces(lines))
    for n, chosen in enumerate(product(*(ways for _, ways in pieces))):
        if n >= _MOST_READINGS:
            return
        quotations: list[tuple[str, ...]] = []
        text = ""
        for (before, _), (quoted, rest) in zip(pieces, chosen, strict=True):
            text += before
            if quoted:
                text += chr(QUOTE + len(quotations))
                quotations.append(quoted)
            text += rest
        yield QuotedInstruction(text, tuple(quotations))


_Ways = list[tuple[tuple[str, ...], str]]


def _pieces(lines: Sequence[str]) -> Iterator[tuple[str, _Ways]]:
    """Yield the words before each quotation, and the ways in which it ends: its lines, and the words after it."""
    text = lines[0]
    block = left_open(text) if len(lines) > 1 else None
    if len(lines) > 1:
        quoted = [text[block:], *lines[1:]] if block is not None else list(lines[1:])
        yield from _inline(text if block is None else text[:block])
        yield "", [(_bare(quoted), "")]
        return
    at = next((n for n in range(1, len(text)) if text[n] in PAIRS and text[:n].rstrip().endswith(":")), None)
    if at is not None and text.rstrip(_CLOSED)[-1:] in PAIRS[text[at]]:
        yield from _inline(text[:at])
        yield "", [(_bare([text[at:]]), "")]
        return
    yield from _inline(text)


def _bare(lines: Sequence[str]) -> tuple[str, ...]:
    """Return quoted lines without the marks around them."""
    first, last = lines[0].lstrip("[("), lines[-1].rstrip(_CLOSED)
    if len(lines) == 1:
        return (lines[0].rstrip(_CLOSED)[1:-1].strip(),)
    return (first[1:].strip(), *lines[1:-1], last[:-1].strip())


def _inline(text: str) -> Iterator[tuple[str, _Ways]]:
    at = 0
    while at < len(text):
        start = next((n for n in range(at, len(text)) if _is_opening(text, n)), None)
        if start is None:
            break
        ends = list(_ends(text, start))
        following = next((n for n in range(start + 1, len(text)) if _is_opening(text, n)), len(text))
        within = [end for end in ends if end < following] or ends[:1]
        if not within:
            break
        last = within[-1] + 1
        yield (
            text[at:start],
            [((text[start + 1 : end].strip(),), text[end + 1 : last]) for end in within],
        )
        at = last
    yield text[at:], [((), "")]


def _is_opening(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return text[at] in PAIRS and (not before or before.isspace() or before in "([") and text[at + 1 : at + 2] != ""


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield the possible ends of a quotation: closing marks that are not within a word or a nested quotation."""
    mark, depth = text[start], 1
    closing = PAIRS[mark]
    for at in range(start + 1, len(text)):
        if text[at] in closing and not text[at + 1 : at + 2].isalnum():
            if mark not in "'’‘":
                depth -= 1
            if depth <= 0 or mark in "'’‘":
                yield at
                if depth <= 0:
                    return
        elif text[at] == mark and mark not in closing:
            depth += 1


def structure_builder(language: str) -> BuildStructure:
    """Return a builder of the structure of new text in the language of an act."""
    languages = tuple(dict.fromkeys((language, "en")))

    def build(scaffold: Sequence[ScaffoldLine], lines: Sequence[str]) -> Sequence[Paragraph] | None:
        blocks = [Block((TextRun(line.text),), heading=1 if line.is_heading else None) for line in scaffold]
        row = 0
        for line in lines:
            row = row + 1 if "\t" in line else 0
            for column, text in enumerate(line.split("\t"), start=1):
                blocks.append(Block((TextRun(text),), cell=(0, row, column) if row else None))
        structure = Structure(languages)
        structure.add(blocks)
        found = structure.paragraphs({})
        known = list(dict.fromkeys(line.address for line in scaffold))
        if [unit.address for unit in found[: len(known)]] != known:
            return None
        return found[len(known) :]

    return build
