"""Returned Word files of ours: the record made on export, and the changes since.

An exported file contains a record of its rows: for each its address and, paragraph by paragraph, the field printed and
a digest of its words. The record contains no text of ours. Differences between record and returned file were made by
others; differences between record and our position were made by us.

A redline and an annotated text have the whole text of a document: there a row is a provision, with two cells, its
wording and our comments on it.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher
from enum import StrEnum
from unicodedata import normalize

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import ExportKind
from delegate_desk.core.values import dataclass

NAMESPACE = "urn:eu.delegatedesk:export"
"""Namespace of the custom XML part that contains the record."""
BOOKMARK = "_DelegateDesk"
"""Prefix of the bookmark of a recorded row; the number of the row follows."""
TEXT_KINDS = frozenset({ExportKind.REDLINE, ExportKind.ANNOTATED, ExportKind.AMENDED})
"""The exports that have the whole text of a document."""


class ReturnedField(StrEnum):
    STANCE = "stance"
    PROPOSAL = "proposal"
    COMMENT = "comment"
    JUSTIFICATION = "justification"
    INTERNAL = "internal"
    INSTRUCTION = "instruction"
    GENERAL = "general"


NAME, SOURCE, HEADING = "name", "source", "heading"
"""The parts of a row that are no fields of ours: the provision's name, its text, a column heading."""
INTERNAL_ON_ALL = "internal on all"
"""A paragraph in a comment on a provision with internal content on the whole document."""
_ON_ALL = {ReturnedField.GENERAL: ReturnedField.GENERAL, INTERNAL_ON_ALL: ReturnedField.INTERNAL}
_FIELDS = frozenset((*ReturnedField, INTERNAL_ON_ALL))
_BESIDE = 0.5  # minimum share of known paragraphs by which a name alone identifies a row


class UnplacedReason(StrEnum):
    NEW_ROW = "new_row"
    """A row that the exported file did not have."""
    NEW_PARAGRAPH = "new_paragraph"
    """A paragraph that the text did not have."""
    DOCUMENT_TEXT = "document_text"
    """The text of the document or the name of a provision was changed."""
    NO_FIELD = "no_field"
    """It is at a position where nothing of our position is printed."""
    NO_STANCE = "no_stance"
    """It is in the place of a stance and is none."""
    COMMENT_ELSEWHERE = "comment_elsewhere"
    """A comment on words outside the rows."""
    AMENDED_ACT = "amended_act"
    """It is on an act as it would be amended: our positions are on the acts that amend it."""
    NO_LONGER_THERE = "no_longer_there"
    """Its provision is no longer in the document or in our position."""


@dataclass(frozen=True, slots=True)
class ExportedParagraph:
    """A paragraph as exported: its ``ReturnedField`` or another part, and the text printed before it."""

    field: str
    digest: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class ExportedCell:
    field: str
    paragraphs: tuple[ExportedParagraph, ...]


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """A row of a table; without an address it is on no provision."""

    address: Address
    cells: tuple[ExportedCell, ...]


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """Record of a file of ours.

    Attributes:
        kind: The value of an ``ExportKind``, or ``columns`` for a four-column document that we built.
        reference: Of the document that it is on, as printed; empty for a file on none. Those of a four-column
            document's texts are divided by semicolons.
        sha256: Of the document's original; of several divided by spaces.
        labels: The language of its labels.
        author: Of its comments, a delegation.
        body: The paragraphs outside tables; of a text those are rows.
    """

    kind: str
    reference: str = ""
    language: str = ""
    sha256: str = ""
    labels: str = ""
    author: str = ""
    rows: tuple[ExportedRow, ...] = ()
    body: tuple[ExportedParagraph, ...] = ()

    @property
    def is_text(self) -> bool:
        return self.kind in TEXT_KINDS


@dataclass(frozen=True, slots=True)
class ReturnedParagraph:
    """A paragraph as returned, with its tracked changes accepted, and with the number that Word prints before it."""

    text: str
    authors: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    numbered: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    cells: tuple[tuple[ReturnedParagraph, ...], ...]
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """Content of a returned file; without a record it is not ours."""

    record: ExportRecord | None
    rows: tuple[ReturnedRow, ...] = ()
    body: tuple[ReturnedParagraph, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A field that was changed in the file.

    Attributes:
        exported: The digests of its paragraphs when it was exported.
        lines: Its paragraphs now; empty if it was emptied or its row deleted.
        notes: Comments on its row, which become instructions.
    """

    address: Address
    field: ReturnedField
    exported: tuple[str, ...]
    lines: tuple[str, ...]
    authors: tuple[str, ...] = ()
    is_certain: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnplacedText:
    text: str
    reason: UnplacedReason


@dataclass(frozen=True, slots=True)
class ReturnedItem:
    """A change that can be accepted.

    Attributes:
        address: None for the document as a whole.
        before: Our current text.
        certain: False if we changed it as well, or if its row was deleted.
    """

    address: Address | None
    field: ReturnedField
    before: str
    after: str
    certain: bool = True
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedChanges:
    items: tuple[ReturnedItem, ...]
    unplaced: tuple[UnplacedText, ...]


_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Letters for the digits of a digest, so that a number searched for in a file is never found in one by chance."""


def digest(text: str) -> str:
    """Return a digest of words, in 16 letters, with white space and accents normalised; empty for an empty text."""
    words = " ".join(normalize("NFC", text).split())
    digits = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return digits.translate(_LETTERS) if words else ""


def text_row(address: Address, text: ExportedParagraph, comments: Iterable[ExportedParagraph] = ()) -> ExportedRow:
    """A row of a text: a provision, or another paragraph where there is no address."""
    text = replace(text, field=ReturnedField.PROPOSAL) if address else text
    comment_cell = ExportedCell(ReturnedField.COMMENT, tuple(comments))
    return ExportedRow(address, (ExportedCell(text.field, (text,)), comment_cell))


def line_digests(text: str) -> tuple[str, ...]:
    return tuple(digest(line) for line in text.splitlines() if line.strip())


@dataclass(slots=True)
class _Found:
    exported: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    is_certain: bool = True


IsStance = Callable[[str], bool]


class FileComparison:
    """Compares a returned file with its record: changed fields in order, and changes without a certain place."""

    def __init__(self, returned: ReturnedFile, is_stance: IsStance) -> None:
        """Compare; ``is_stance`` tells whether a text is a stance in the wording of exports."""
        assert returned.record is not None
        self._record = returned.record
        self._is_stance = is_stance
        self._fields: dict[tuple[Address, ReturnedField], _Found] = {}
        self._notes: dict[Address, list[str]] = {}
        self.unplaced: list[UnplacedText] = []
        if not self._record.is_text:
            for paragraph in returned.body:
                self.unplaced += [UnplacedText(note, UnplacedReason.COMMENT_ELSEWHERE) for note in paragraph.comments]
            self._compare_cell(Address(""), ExportedCell("", self._record.body), returned.body, is_certain=True)
        self._compare_rows(returned.rows)
        for address in self._notes:
            self._fields.setdefault((address, ReturnedField.INSTRUCTION), _Found())
        self.edits: list[FieldEdit] = []
        for (address, name), found in self._fields.items():
            lines, exported = tuple(line for line in found.lines if line.strip()), tuple(found.exported)
            notes = tuple(self._notes.get(address, ())) if name is ReturnedField.INSTRUCTION else ()
            if tuple(map(digest, lines)) != exported or notes:
                authors = tuple(dict.fromkeys(found.authors))
                self.edits.append(FieldEdit(address, name, exported, lines, authors, found.is_certain, notes))

    def _compare_rows(self, rows: Sequence[ReturnedRow]) -> None:
        pairs = RowMatching(self._record.rows, rows, is_text=self._record.is_text)
        for place, exported in enumerate(self._record.rows):
            row_number = pairs.returned_of.get(place)
            if row_number is None:
                for cell in exported.cells:
                    self._add_missing(exported.address, cell)
                continue
            returned = rows[row_number]
            columns = pairs.columns(exported, returned)
            for n, cell in enumerate(exported.cells):
                texts = returned.cells[columns[n]] if n in columns else ()
                if self._record.is_text and n and not texts:  # a comment may be gone because it was dealt with
                    self._add_missing(exported.address, cell)
                    continue
                self._compare_cell(exported.address, cell, texts, is_certain=place not in pairs.uncertain)
            for n, paragraphs in enumerate(returned.cells):
                notes = [note for paragraph in paragraphs for note in paragraph.comments]
                if exported.address and notes:
                    self._notes.setdefault(exported.address, []).extend(notes)
                elif notes:
                    self.unplaced += [UnplacedText(note, UnplacedReason.COMMENT_ELSEWHERE) for note in notes]
                text = _join_paragraphs(paragraphs)
                if text and n not in columns.values():
                    self.unplaced.append(UnplacedText(text, UnplacedReason.NO_FIELD))
        for n, returned in enumerate(rows):
            if n not in pairs.exported_of:
                text = " | ".join(filter(None, (_join_paragraphs(cell) for cell in returned.cells)))
                notes = [note for cell in returned.cells for paragraph in cell for note in paragraph.comments]
                reason = UnplacedReason.NEW_PARAGRAPH if self._record.is_text else UnplacedReason.NEW_ROW
                self.unplaced += [UnplacedText(t, reason) for t in (text, *notes) if t]

    def _add_missing(self, address: Address, cell: ExportedCell) -> None:
        for paragraph in cell.paragraphs:
            if paragraph.field in _FIELDS and paragraph.digest:
                found = self._found(address, paragraph.field)
                found.exported.append(paragraph.digest)
                found.is_certain = False

    def _found(self, address: Address, role: str) -> _Found:
        place = Address("") if role in _ON_ALL else address
        return self._fields.setdefault((place, ReturnedField(_ON_ALL.get(role, role))), _Found())

    def _compare_cell(
        self, address: Address, cell: ExportedCell, paragraphs: Sequence[ReturnedParagraph], *, is_certain: bool
    ) -> None:
        exported = [paragraph for paragraph in cell.paragraphs if paragraph.digest]
        for paragraph in exported:
            if paragraph.field in _FIELDS:
                self._found(address, paragraph.field).exported.append(paragraph.digest)
        prefixes = sorted({text.before for text in cell.paragraphs if text.before}, key=len, reverse=True)
        returned = [p for p in paragraphs if p.text.strip()]
        digests = {paragraph.digest for paragraph in exported}
        note_digests = {paragraph.digest for paragraph in exported if not paragraph.field}
        texts = [_own_words(p, prefixes, digests) for p in returned]
        steps = SequenceMatcher(
            None, [p.digest for p in exported], [digest(text) for text in texts], autojunk=False
        ).get_opcodes()
        last = cell.field
        for step, i, j, k, m in steps:
            if step == "equal":
                roles = [paragraph.field for paragraph in exported[i:j]]
            else:
                roles = self._roles(exported[i:j], texts[k:m], last, cell.field, is_first=k == 0)
            for n, role in enumerate(roles):
                text = texts[k + n]
                if step != "equal" and digest(text) in note_digests:
                    continue  # a note of ours in another order
                if role in _FIELDS:
                    found = self._found(address, role)
                    found.lines.append(text)
                    found.authors += returned[k + n].authors
                    found.is_certain = found.is_certain and is_certain
                elif step != "equal":
                    is_source = role in (SOURCE, NAME, HEADING)
                    reason = UnplacedReason.DOCUMENT_TEXT if is_source else UnplacedReason.NO_FIELD
                    if role == "no stance":
                        reason = UnplacedReason.NO_STANCE
                    if role != NAME:  # the name of a row that was found otherwise: it was numbered anew
                        self.unplaced.append(UnplacedText(text, reason))
            if roles:
                last = roles[-1]
            elif i < j:
                last = exported[j - 1].field

    def _roles(
        self, exported: Sequence[ExportedParagraph], texts: Sequence[str], last: str, default: str, *, is_first: bool
    ) -> list[str]:
        """Return the fields of changed paragraphs by position; a new paragraph has the field of its predecessor."""
        fields = [paragraph.field for paragraph in exported]
        if len(fields) == len(texts):
            roles = list(fields)
        elif fields:
            rest = fields[1:] if fields[0] == ReturnedField.STANCE and len(fields) > 1 else fields
            first = [fields[0]] if rest is not fields and texts and self._is_stance(texts[0]) else []
            roles = [*first, *[rest[0]] * (len(texts) - len(first))]
            for n in range(1, len(rest)):  # the last paragraphs are those of the last fields
                if len(roles) - n > len(first):
                    roles[-n] = rest[-n] if rest[-n] == rest[-1] or len(texts) >= len(fields) else roles[-n]
        else:
            role = last if last in _FIELDS and last != ReturnedField.STANCE else default
            role = ReturnedField.COMMENT if role == ReturnedField.STANCE and default != ReturnedField.STANCE else role
            roles = [role] * len(texts)
            if texts and is_first and default == ReturnedField.COMMENT and self._is_stance(texts[0]):
                roles[0] = ReturnedField.STANCE
        return [
            "no stance" if role == ReturnedField.STANCE and not self._is_stance(text) else role
            for role, text in zip(roles, texts, strict=True)
        ]


def _join_paragraphs(paragraphs: Iterable[ReturnedParagraph]) -> str:
    return " ".join(text for paragraph in paragraphs if (text := " ".join(paragraph.text.split())))


_NUMBER_GOES_ON = re.compile(r"\w\w|[.,]\d")
"""The end of what may be a printed prefix, and what follows, where it is part of a number or word: ``1`` of ``10``."""


def _own_words(paragraph: ReturnedParagraph, prefixes: Sequence[str], digests: Collection[str]) -> str:
    """Return the words after the printed prefix, without a changed label."""
    if digest(paragraph.text) in digests:
        return paragraph.text
    if paragraph.numbered and (digest(paragraph.numbered) in digests or not prefixes):
        return paragraph.numbered
    words = " ".join(paragraph.text.split())
    begins = (prefix for prefix in prefixes if words.startswith(prefix))
    matching = next((prefix for prefix in begins if not _NUMBER_GOES_ON.match(words, len(prefix) - 1)), None)
    if matching is not None:
        return words[len(matching) :].strip()
    for label in filter(None, (re.fullmatch(r"(.*?)\w+(\W*)", prefix, re.DOTALL) for prefix in prefixes)):
        match = re.match(rf"{re.escape(label[1])}\w{{1,6}}{re.escape(label[2])}(?!\d)", words)
        rest = words[match.end() :].strip() if match else ""
        if match and (digest(rest) in digests or (len(digests) == 1 and label[2] and re.search(r"\d", match[0]))):
            return rest
    return words


class RowMatching:
    """Matching of the rows of a file to those of its record; uncertain are those found by their name alone."""

    def __init__(
        self, exported: Sequence[ExportedRow], returned: Sequence[ReturnedRow], *, is_text: bool = False
    ) -> None:
        self._exported, self._returned = exported, returned
        self._is_text = is_text
        self.returned_of: dict[int, int] = {}
        self.exported_of: dict[int, int] = {}
        self.uncertain: set[int] = set()
        self._digests = [Counter(d for cell in row.cells for p in cell if (d := digest(p.text))) for row in returned]
        self._recorded = [Counter(p.digest for c in row.cells for p in c.paragraphs if p.digest) for row in exported]
        self._by_bookmark()
        if is_text:
            self._in_order()
        else:
            self._by_part(SOURCE)
            self._by_part(NAME)
            # Rows that have most of their paragraphs in common, if no other row has.
            places, rows = self._unpaired()
            for place in places:
                scores = {row: self._likeness(place, row) for row in rows if row not in self.exported_of}
                best = max(scores, key=scores.__getitem__, default=None)
                if best is None or 2 * scores[best] < self._recorded[place].total() or not scores[best]:
                    continue
                if sum(value == scores[best] for value in scores.values()) == 1:
                    self._pair(place, best)
            # Rows after paired rows with the same number of cells: the rows below a provision's name.
            for place in range(1, len(self._exported)):
                after = self.returned_of.get(place - 1, len(self._returned)) + 1
                same = self._exported[place].address == self._exported[place - 1].address
                if place in self.returned_of or after >= len(self._returned) or after in self.exported_of or not same:
                    continue
                if len(self._returned[after].cells) == len(self._exported[place].cells) and self._digests[after]:
                    self._pair(place, after)
        self._heads = self._headings()

    def columns(self, exported: ExportedRow, returned: ReturnedRow) -> dict[int, int]:
        """Return the returned cell by recorded cell, by the headings of the columns, else in order."""
        was, now = self._heads
        if was != now and len(was) == len(exported.cells) > 1 and len(now) == len(returned.cells):
            return {n: now.index(head) for n, head in enumerate(was) if head in now}
        return {n: n for n in range(min(len(exported.cells), len(returned.cells)))}

    def _headings(self) -> tuple[list[str], list[str]]:
        for place, row in enumerate(self._exported):
            if place in self.returned_of and row.cells and all(cell.field == HEADING for cell in row.cells):
                own = [cell.paragraphs[0].digest if cell.paragraphs else "" for cell in row.cells]
                returned = self._returned[self.returned_of[place]]
                return own, [digest(_join_paragraphs(cell)) for cell in returned.cells]
        return [], []

    def _pair(self, place: int, row: int) -> None:
        self.returned_of[place], self.exported_of[row] = row, place

    def _likeness(self, place: int, row: int) -> int:
        return (self._recorded[place] & self._digests[row]).total()

    def _by_bookmark(self) -> None:
        marked: dict[str, list[int]] = {}
        for n, returned in enumerate(self._returned):
            for bookmark in returned.bookmarks:
                if self._digests[n] or self._is_text:
                    marked.setdefault(bookmark, []).append(n)
        for place in range(len(self._exported)):
            rows = [n for n in marked.get(f"{BOOKMARK}{place}", ()) if n not in self.exported_of]
            if rows:  # a copy of a row has its bookmark as well
                self._pair(place, max(rows, key=lambda n: self._likeness(place, n)))
        for place, row in self.returned_of.items():
            source = self._part(place, SOURCE)
            name, returned_name = self._part(place, NAME), self._first(row)
            renamed = bool(name) and bool(returned_name) and name != (returned_name,)
            others = {self._part(n, NAME) for n in range(len(self._exported)) if n != place}
            if renamed and (returned_name,) in others and not (source and self._has_all(row, source)):
                self.uncertain.add(place)

    def _part(self, place: int, name: str) -> tuple[str, ...]:
        """Return the digests of a recorded row's name or of the document's text in it."""
        cells = self._exported[place].cells
        return tuple(p.digest for cell in cells for p in cell.paragraphs if p.field == name and p.digest)

    def _first(self, row: int) -> str:
        cells = self._returned[row].cells
        return digest(_join_paragraphs(cells[0])) if cells else ""

    def _has_all(self, row: int, digests: Sequence[str]) -> bool:
        return all(self._digests[row][value] for value in digests)

    def _unpaired(self) -> tuple[list[int], list[int]]:
        places = [n for n in range(len(self._exported)) if n not in self.returned_of]
        rows = [n for n in range(len(self._returned)) if n not in self.exported_of and self._digests[n]]
        return places, rows

    def _by_part(self, part: str) -> None:
        places, rows = self._unpaired()
        keys: Mapping[int, tuple[str, ...]] = {place: self._part(place, part) for place in places}
        counts = Counter(keys.values())
        for place, key in keys.items():
            if not key or counts[key] > 1:
                continue
            free = [row for row in rows if row not in self.exported_of]
            found = [row for row in free if (self._first(row) == key[0] if part == NAME else self._has_all(row, key))]
            if len(found) != 1:
                continue
            rest = self._recorded[place].total() - len(key)
            common = self._likeness(place, found[0]) - len(key)
            self._pair(place, found[0])
            if part == NAME and rest and common < _BESIDE * rest:
                self.uncertain.add(place)

    def _in_order(self) -> None:
        """Pair the paragraphs of a text that are the same; footnotes, which have no bookmark, also by their place."""
        texts = (
            ["".join(p.digest for p in row.cells[0].paragraphs) for row in self._exported],
            [digest(_join_paragraphs(row.cells[0])) for row in self._returned],
        )
        for step, i, j, k, m in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            for place, row in zip(range(i, j), range(k, m), strict=False):
                is_free = place not in self.returned_of and row not in self.exported_of
                has_place = self._exported[place].address.startswith("fn_") or not self._exported[place].address
                if is_free and texts[0][place] and (step == "equal" or (has_place and j - i == m - k)):
                    self._pair(place, row)
                    if step != "equal":
                        self.uncertain.add(place)
