"""The amending instructions of an act: found by its structure, each with the act and the provision that it amends."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, product, takewhile

from delegate_desk.core.amending.amended import Doubt, Instruction, ProvisionPath
from delegate_desk.core.amending.new_text import BuildStructure, ScaffoldLine
from delegate_desk.core.documents.addresses import parent
from delegate_desk.core.documents.citations import printed_number
from delegate_desk.core.documents.document import HEADINGS, Document, Kind, Paragraph
from delegate_desk.core.documents.references import ACTS, Reference
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.amending.clauses import ACT, QUOTE, ClauseGrammar, grammar, tokens
from delegate_desk.parsing.amending.interpretation import QuotedInstruction, context_paths, interpret
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.references.document_references import occurrences
from delegate_desk.parsing.structure.builder import PAIRS, Structure, left_open, length, opens

_CLOSED = ".;,·: )"
_MOST_READINGS = 12
_LEVELLED = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2009": " "})
_MOST_LINES = 4000
_SECOND_CALL = re.compile(r"(\((\*\d{1,3})\).*?[.;:])\s(?=\(\2\)\s)")
"""Matches the text before a note that is on one line with its reference, as in the cell of a table."""
_NOTE = re.compile(r"\((\*\d{1,3}|\*{1,4})\)\s*\S")


@dataclass(frozen=True, slots=True)
class AmendingScope:
    """The act and provision under which instructions are read.

    Attributes:
        act: None if none is named yet.
        path: None if an introduction is not understood.
        is_list: True below ``is amended as follows``.
        among: The provisions of ``Annexes I and II are amended as follows``, of which each instruction names one.
    """

    act: Reference | None
    path: ProvisionPath | None = ()
    is_list: bool = False
    among: tuple[ProvisionPath, ...] = ()

    def contains(self, paths: Iterable[ProvisionPath]) -> bool:
        """True if paths lead to the provisions of the scope."""
        return not self.among or all(any(path[: len(prefix)] == prefix for prefix in self.among) for path in paths)


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
    rules = grammar(document.header.language)
    return list(_Walk(document, base, rules).run()) if rules else []


class _Walk:
    def __init__(self, document: Document, base: Reference, rules: ClauseGrammar) -> None:
        self._units = document.paragraphs
        self._language = document.header.language
        self._base = base
        self._rules = rules
        titled = [act for act in amended_acts(document) if act.family == base.family]
        self._default = AmendingScope(titled[0] if titled else None)
        self._scopes: dict[str, AmendingScope] = {}

    def run(self) -> Iterator[Instruction]:
        index = 0
        while index < len(self._units):
            quoted = self._quoted_units(index)
            end = index + 1 + len(quoted)
            follows = self._units[end] if end < len(self._units) else None
            yield from self._unit(self._units[index], self._lines(quoted), follows)
            index = end

    def _lines(self, units: Sequence[Paragraph]) -> list[str]:
        """The texts of units with their labels, the cells of a row on a line."""
        lines = []
        for row, group in groupby(units, key=lambda unit: parent(unit.address) if unit.kind is Kind.CELL else unit):
            if isinstance(row, str):
                texts = {int(unit.address.rpartition("_")[2]): _line(unit) for unit in group}
                lines.append("\t".join(texts.get(column, "") for column in range(1, max(texts) + 1)))
            else:
                lines += map(_line, group)
        return [*lines[:-1], *map(self._without_conjunction, lines[-1:])]

    def _quoted_units(self, index: int) -> Sequence[Paragraph]:
        """Return the units after a unit that it quotes."""
        unit = self._units[index]
        text = self._without_conjunction(unit.text)
        following = self._units[index + 1 : index + 1 + _MOST_LINES]
        start = left_open(text)
        if start is not None:
            texts = [text[start:], *(self._without_conjunction(_line(other)) for other in following)]
            return following[: length(texts, text[start]) - 1]
        mark = opens(following[0].text) if following and text.endswith(":") else ""
        if not mark or following[0].kind in HEADINGS:
            return []
        return following[: length([self._without_conjunction(_line(other)) for other in following], mark)]

    def _without_conjunction(self, text: str) -> str:
        """Return a text without a final ``; and``, after which the next instruction follows."""
        stripped = text.rstrip()
        match = list(self._rules.conjunction.finditer(stripped))
        if match and match[-1].end() == len(stripped) and match[-1][0] not in ";,":
            stripped = stripped[: match[-1].start()].rstrip()
        return stripped

    def _annex(self, label: str) -> tuple[str, ...]:
        """Return the text of an annex of this document, with an empty line for its label; empty if there is none."""
        head = self._annex_head(label)
        if head is None:
            return ()
        start = self._units.index(head) + 1
        lines = self._lines([*takewhile(lambda unit: unit.kind is not Kind.ANNEX, self._units[start:])])
        text = (*filter(None, [head.text]), *lines)
        if text and opens(text[0]) and length(text, opens(text[0])) == len(text):  # ``‘ANNEX II``, with its label
            return _without_marks(text)
        return ("", *text) if lines else ()

    def _annex_head(self, label: str) -> Paragraph | None:
        found = [unit for unit in self._units if unit.kind is Kind.ANNEX and printed_number(unit.label) == label]
        return found[0] if len(found) == 1 else None

    def _unit(self, unit: Paragraph, quoted: Sequence[str], follows: Paragraph | None) -> Iterator[Instruction]:
        scope = self._scope(unit)
        candidates = _readings([self._without_conjunction(unit.text).translate(_LEVELLED), *quoted])
        named = [self._with_acts(reading) for reading in candidates]
        readings = [reading for reading, _ in named]
        text, acts = min(((reading.text, acts) for reading, acts in named), key=lambda pair: len(pair[0]))
        if acts:
            scope = replace(scope, act=acts[0])
        if unit.kind in HEADINGS and unit.kind is not Kind.ANNEX:
            self._scopes[unit.address] = AmendingScope(scope.act)
            return
        has_verb = bool(self._rules.verbs.search(text))
        quotes = bool(quoted) or any(reading.quotations for reading in readings)
        is_listed = not quotes and follows is not None and follows.kind in (Kind.POINT, Kind.INDENT, Kind.PARAGRAPH)
        is_text = unit.kind in (Kind.SUBPARAGRAPH, Kind.TEXT)
        # a unit has a list: its own, or that of its article if it is the first text
        if (
            follows is not None
            and is_listed
            and (
                follows.address.startswith(f"{unit.address}__")
                or (is_text and parent(follows.address) == parent(unit.address))
            )
        ):
            amends = scope.is_list or (has_verb and scope.act is not None)
            within = self._within(scope, text) if amends else scope
            address = (parent(unit.address) or "") if is_text else unit.address
            self._scopes[address] = self._scopes[unit.address] = replace(within, is_list=amends)
            return
        if self._refers(scope, text):
            return
        family = scope.act.family if scope.act else None
        if family != self._base.family or not (has_verb or scope.is_list):
            return
        named_here = scope.is_list or bool(acts)
        if scope.path is None:
            found = [Instruction(unit.address, unit.text, doubt=Doubt.PLACE)]
        else:
            found = interpret(unit.address, unit.text, readings, scope.path, self._rules, self._annex)
            if not all(scope.contains(instruction.paths or ((),)) for instruction in found if not instruction.doubt):
                found = [Instruction(unit.address, unit.text, doubt=Doubt.PLACE)]
        if named_here or quotes or all(instruction.doubt is None for instruction in found):
            yield from found

    def _with_acts(self, reading: QuotedInstruction) -> tuple[QuotedInstruction, list[Reference]]:
        """Return an instruction with a character for each act that its own words name, and these acts."""
        text = reading.text
        acts = [named for named in occurrences(text, self._language) if named.target.series in ACTS]
        for n, act in reversed(list(enumerate(acts))):
            text = f"{text[: act.start]}{chr(ACT + n)}{text[act.end :]}"
        return replace(reading, text=text), [act.target for act in acts]

    def _scope(self, unit: Paragraph) -> AmendingScope:
        address: str | None = unit.address
        while address := parent(address or ""):
            if address in self._scopes:
                return self._scopes[address]
        return self._default

    def _within(self, scope: AmendingScope, text: str) -> AmendingScope:
        """The scope of what follows an introduction."""
        paths = context_paths(text, scope.path, self._rules) if scope.path is not None else ()
        if not paths or (paths != (scope.path,) and not scope.contains(paths)):
            return replace(scope, path=None)
        if len(paths) > 1:
            return replace(scope, among=paths)
        return scope if paths == (scope.path,) else replace(scope, path=paths[0], among=())

    def _refers(self, scope: AmendingScope, text: str) -> bool:
        """True for ``Annex I is amended in accordance with the Annex to this Regulation``: the scope of that annex."""
        found = tokens(text, self._rules)
        verb = next((n for n, token in enumerate(found) if token.type == "amend_by"), None)
        if verb is None or not any(token.type == "this" for token in found[verb:]):
            return False
        named = next((token for token in found[verb:] if token.kind == "annex"), None)
        annex = self._annex_head(named.paths[0][0].label if named.paths else "") if named else None
        if annex is None:
            return False
        self._scopes[annex.address] = self._within(scope, text[: found[verb].start])
        return True


def _line(unit: Paragraph) -> str:
    return f"{unit.label} {unit.text}".strip()


def _readings(lines: Sequence[str]) -> Iterator[QuotedInstruction]:
    """Yield the ways to separate quotations from an instruction's words, as a closing mark may be an apostrophe."""
    pieces = list(_pieces(lines))
    for n, chosen in enumerate(product(*(ends for _, ends in pieces))):
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


_QuotationEnds = list[tuple[tuple[str, ...], str]]


def _pieces(lines: Sequence[str]) -> Iterator[tuple[str, _QuotationEnds]]:
    """Yield the words before each quotation, and the ways in which it ends: its lines, and the words after it."""
    text, *rest = lines
    if rest:
        start = left_open(text)
    else:
        start = next((n for n in range(1, len(text)) if text[n] in PAIRS and text[:n].rstrip().endswith(":")), None)
        if start is not None and text.rstrip(_CLOSED)[-1:] not in PAIRS[text[start]]:
            start = None
    if rest or start is not None:
        yield from _inline(text[:start])
        yield "", [(_without_marks([*([] if start is None else [text[start:]]), *rest]), "")]
    else:
        yield from _inline(text)


def _without_marks(lines: Sequence[str]) -> tuple[str, ...]:
    """Return quoted lines without the marks around them, and without footnotes."""
    first, last = lines[0].lstrip("[("), lines[-1].rstrip(_CLOSED)
    if len(lines) == 1:
        return _without_notes([lines[0].rstrip(_CLOSED)[1:-1].strip()])
    return _without_notes([first[1:].strip(), *lines[1:-1], last[:-1].strip()])


def _without_notes(lines: Sequence[str]) -> tuple[str, ...]:
    """Return new text without its footnotes, such as ``(*1) OJ L 5, 1.5.2024, p. 1.``, and the references to them."""
    lines = [part for line in lines for part in _SECOND_CALL.sub(r"\1\n", line).split("\n")]
    labels = [match[1] for line in lines if (match := _NOTE.match(line))]
    if not labels:
        return tuple(lines)
    calls = re.compile(rf"\s?\((?:{'|'.join(map(re.escape, labels))})\)")
    return tuple(calls.sub("", line) for line in lines if not _NOTE.match(line) and line.strip("_– "))


def _inline(text: str) -> Iterator[tuple[str, _QuotationEnds]]:
    offset = 0
    while offset < len(text):
        start = next((n for n in range(offset, len(text)) if _is_opening(text, n)), None)
        if start is None:
            break
        ends = list(_ends(text, start))
        following = next((n for n in range(start + 1, len(text)) if _is_opening(text, n)), len(text))
        within = [end for end in ends if end < following] or ends[:1]
        if not within:
            break
        last = within[-1] + 1
        yield text[offset:start], [((text[start + 1 : end].strip(),), text[end + 1 : last]) for end in within]
        offset = last
    yield text[offset:], [((), "")]


def _is_opening(text: str, n: int) -> bool:
    before = text[n - 1 : n]
    return text[n] in PAIRS and (not before or before.isspace() or before in "([") and text[n + 1 : n + 2] != ""


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield the possible ends of a quotation: closing marks that are not within a word or a nested quotation."""
    mark, depth = text[start], 1
    closing = PAIRS[mark]
    for offset in range(start + 1, len(text)):
        if text[offset] in closing and not text[offset + 1 : offset + 2].isalnum():
            if mark not in "'’‘":
                depth -= 1
            if depth <= 0 or mark in "'’‘":
                yield offset
                if depth <= 0:
                    return
        elif text[offset] == mark and mark not in closing:
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
        addresses = list(dict.fromkeys(line.address for line in scaffold))
        if [unit.address for unit in found[: len(addresses)]] != addresses:
            return None
        return found[len(addresses) :]

    return build
