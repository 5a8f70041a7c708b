"""Written contributions: the comments of a paper on each provision, from its text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import groupby

from delegate_desk.core.contributions.contribution import PlacedComment, ProvisionComment
from delegate_desk.core.contributions.placement import count_words
from delegate_desk.core.documents.addresses import label_path, leading_label, repeats_label
from delegate_desk.core.documents.document import HEADINGS, Document, Kind, Mark, MarkUp, Paragraph, Span, View
from delegate_desk.core.text import is_same_text
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.contributions import vocabulary
from delegate_desk.parsing.contributions.vocabulary import CommentColumn

_LOOKS = (Mark.BOLD, Mark.UNDERLINE)
_SPEAKS = (CommentColumn.PROPOSAL, CommentColumn.COMMENT, CommentColumn.JUSTIFICATION)
_ALL = 0.95  # in a cell printed in bold from end to end, bold marks nothing
_NAME = 60
_CODE = r"[A-Z]{2,5}"
_CODES = rf"{_CODE}(?:(?:\s?[,/&+]\s?|\s(?:and|et|και)\s){_CODE})*"
_VOICE = re.compile(
    rf"(?:(?<!\S)(?P<who>{_CODES})\s?(?=[:(–]))?\s?(?:\((?P<what>[^()]{{3,30}})\)\s?)?(?(what):?|(?(who)[:–]|(?!)))\s?"
)


@dataclass(frozen=True, slots=True)
class ProposedWording:
    """Wording proposed in a cell.

    Attributes:
        before: The wording without its additions; empty if no change is marked.
        after: The complete wording proposed.
    """

    before: str
    after: str
    is_marked: bool


def wording(cell: Paragraph, mark_up: MarkUp) -> ProposedWording:
    """Return the wordings in a cell of drafting suggestions.

    Even if the paper does not mark changes throughout, bold or underlined words are new in such a cell, and struck ones
    deleted, as the column is for changes.
    """
    if mark_up is MarkUp.NONE:
        old = {i for span in cell.spans if span.mark is Mark.STRIKE for i in range(span.start, span.end)}
        new = {i for span in cell.spans if span.mark in _LOOKS for i in range(span.start, span.end)} - old
        if len(new) >= _ALL * len(cell.marked):
            new = set()
        spans = [Span(i, i + 1, Mark.ADDED) for i in sorted(new)] + [Span(i, i + 1, Mark.REMOVED) for i in sorted(old)]
        cell = replace(cell, spans=(*cell.spans, *spans))
    marked = any(span.mark in (Mark.ADDED, Mark.REMOVED) for span in cell.spans)
    before = cell.in_view(View.BEFORE).text if marked else ""
    return ProposedWording(before, cell.in_view(View.AFTER).text, marked)


def is_title(cell: Paragraph) -> bool:
    """True for a short text entirely in bold that is not marked as new by underlining."""
    if any(span.mark in (Mark.UNDERLINE, Mark.STRIKE) for span in cell.spans):
        return False
    bold = sum(span.end - span.start for span in cell.spans if span.mark is Mark.BOLD)
    return bold >= _ALL * len(cell.marked) and len(cell.marked) <= 2 * _NAME


def comments_in_cell(cell: Paragraph) -> Iterator[tuple[tuple[str, ...], CommentColumn | None, Paragraph]]:
    """Yield each comment of a cell, ``DE (Drafting): … FR: …``: delegations and kind, if it states them, and words."""
    delegations: tuple[str, ...] = ()
    column: CommentColumn | None = None
    start = 0
    head, colon, _ = cell.marked.partition(":")
    if colon and len(head) <= _NAME and not _VOICE.match(head + colon) and (named := vocabulary.named_alone(head)):
        delegations, start = named, len(head) + 1  # the name of a State
    for match in _VOICE.finditer(cell.marked):
        codes = [vocabulary.code(value) for value in re.findall(_CODE, match["who"] or "")]
        named = tuple(filter(None, codes)) if all(codes) else ()
        heading = vocabulary.heading(match["what"]) if match["what"] else None
        stated = heading.column if heading and heading.column in _SPEAKS else None
        if not named and stated is None:
            continue
        if cell.marked[start : match.start()].strip():
            yield delegations, column, cut(cell, start, match.start())
        delegations, column = (named, stated) if named else (delegations, stated)
        start = match.end()
        if match["what"] and stated is None:  # brackets that say something else belong to the words
            start = match.start("what") - 1
    if cell.marked[start:].strip():
        yield delegations, column, cut(cell, start, len(cell.marked))


def cut(cell: Paragraph, start: int, end: int) -> Paragraph:
    """Return some words of a cell with their marks, without surrounding space."""
    text = cell.marked[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    spans = (Span(max(s.start, start) - start, min(s.end, end) - start, s.mark) for s in cell.spans)
    return replace(
        cell, marked=cell.marked[start:end], spans=tuple(s for s in spans if s.start < s.end), calls=(), boxes=()
    )


_CELL = re.compile(r"(?P<table>.*tbl_\d+)__row_(?P<row>\d+)__cell_(?P<cell>\d+)")
_REPEATS = 0.7
_FEW = 5  # number of words below which a text with a delegation's name is a speaker's name
_SHORT = 60  # number of letters below which a text that begins with a place is a heading, not its wording

Row = dict[int, Paragraph]
Columns = Mapping[int, vocabulary.ColumnHeading]


@dataclass(slots=True)
class _RowStatement:
    proposal: str | None = None
    before: str = ""
    comments: list[str] = field(default_factory=list)


def rows(cells: Iterable[Paragraph]) -> list[list[Row]]:
    """Return tables as rows of cells by column, from 1, without empty cells."""
    tables: dict[str, dict[int, Row]] = {}
    for cell in cells:
        match = _CELL.fullmatch(cell.address)
        assert match is not None
        tables.setdefault(match["table"], {}).setdefault(int(match["row"]), {})[int(match["cell"])] = cell
    return [list(table.values()) for table in tables.values()]


class _ContributionReader:
    """Reads the tables and the running text of one paper; what a heading says applies until another changes it.

    Attributes:
        headed: True after a heading of general comments.
    """

    def __init__(self, mark_up: MarkUp, delegations: tuple[str, ...]) -> None:
        self.headed = False
        self._mark_up = mark_up
        self._delegations = delegations
        self._path: tuple[str, ...] = ()  # the labels of the provision, from the outermost
        self._quoted = ""  # the provision's text
        self._general = False  # under the heading of general comments
        self._columns: Columns = {}  # also of following tables without headings

    @property
    def _place(self) -> str:
        return " ".join(self._path)

    def set_place(self, text: str, *, general: bool = False) -> None:
        """Set the place that a text names at its beginning, or none, for the following comments."""
        named = vocabulary.labels().label_at(text)
        short = text[: named.end] if named else text
        base = self._path[:1] if named and not vocabulary.labels().is_outermost(text) else ()
        self._path, self._quoted, self._general = (*base, short) if short else (), "", general
        self.headed |= general

    def read_table(self, table: Sequence[Row]) -> list[PlacedComment]:
        found: list[PlacedComment] = []
        pending: list[PlacedComment] = []
        width = max(max(row) for row in table)
        if self._columns and max(self._columns) != width:
            self._columns = {}
        for n, row in enumerate(table):
            if columns := _headings(row):
                self._columns = columns
                continue
            self._columns = self._columns or _guess_columns(table[n:], self._mark_up)
            if self._read_provision_row(row):
                found += pending
                # the text beside the name of a provision: the stance on it, or its intended place
                texts = (
                    _moved_provision(cell.text.strip()) if column == 1 else cell.text.strip()
                    for column, cell in row.items()
                )
                comment = ProvisionComment(self._delegations, self._place, "", None, "\n".join(filter(None, texts)))
                pending = [PlacedComment(comment, None)] if comment.comment else []
            elif len(row) > 1 or width == 1 or not self._read_heading_row(*next(iter(row.items()))):
                comments = self._row(row)
                if pending and comments:  # with the text beside its provision's name
                    first, pending_comment = comments[0].provision_comment, pending.pop(0).provision_comment
                    comment = replace(first, comment="\n".join(filter(None, (pending_comment.comment, first.comment))))
                    comments[0] = replace(comments[0], provision_comment=comment)
                found += [*pending, *comments]
                pending = []
        return [*found, *pending]

    def _read_provision_row(self, row: Row) -> bool:
        """Read a row that names a provision where no column does, perhaps with a stance; False for other rows."""
        cell = row.get(1)
        if cell is None or len(row) > 2 or not is_title(cell):
            return False
        if len(row) == 2 and any(heading.column is CommentColumn.PLACE for heading in self._columns.values()):
            return False
        text = cell.text.strip()
        other = next((second.text for column, second in row.items() if column != 1), "")
        request = vocabulary.requested_place(text)
        name = request.name if request else text
        named = vocabulary.labels().label_at(name)
        is_name = request is not None or (named is not None and (len(row) == 1 or not name[named.end :].strip()))
        if not is_name and other.strip() not in vocabulary.stances():
            return False
        self.set_place(name)
        return True

    def _read_heading_row(self, column: int, cell: Paragraph) -> bool:
        """Read a row with one cell that introduces the following ones; False for a row with content."""
        text = cell.text.strip()
        if delegations := vocabulary.named_alone(text):
            self._delegations, self._general = delegations, False
            return True
        if vocabulary.is_general(text) or vocabulary.is_specific(text):
            self.set_place("", general=vocabulary.is_general(text))
            return True
        head = self._columns.get(column)
        if head and head.column is CommentColumn.PLACE and self._general and not vocabulary.labels().label_at(text):
            return False
        if head and head.column in _SPEAKS and (column > 1 or wording(cell, self._mark_up).is_marked):
            return False
        if vocabulary.labels().label_at(text) and len(text) <= _SHORT:
            self.set_place(text)
            return True
        if head and head.column is CommentColumn.WHO and len(text.split()) < _FEW and not leading_label(text):
            return True
        is_statement = head is not None and head.column in _SPEAKS
        if is_statement and (self._general or any(h.column is CommentColumn.SOURCE for h in self._columns.values())):
            return False
        self._path, self._quoted = _split_provision_label(self._path, text)
        return True

    def _row(self, row: Row) -> list[PlacedComment]:
        source, place, delegations, moves = "", "", self._delegations, ""
        is_all_general = self._general and len(row) == 1
        for column, cell in row.items():
            heading = self._columns.get(column)
            if heading is None:
                continue
            if heading.column is CommentColumn.PLACE and not is_all_general:
                request = vocabulary.requested_place(cell.text.strip())
                place = request.name if request else cell.text.strip()
                moves = _moved_provision(cell.text.strip())
            elif heading.column is CommentColumn.SOURCE and not vocabulary.is_nothing(cell.text):
                source = cell.text.strip()
            elif heading.column is CommentColumn.WHO:
                delegations = vocabulary.named_alone(cell.text) or delegations
            elif delegations:
                delegations = tuple(dict.fromkeys((*delegations, *vocabulary.joint_delegations(cell.text)[1])))
        if vocabulary.named_alone(place):
            delegations, place = vocabulary.named_alone(place), ""
        general = vocabulary.is_general(place) or (self._general and not place and not source)
        comment_heading = vocabulary.ColumnHeading(CommentColumn.COMMENT)
        columns = dict.fromkeys(self._columns, comment_heading) if is_all_general else self._columns
        statements = self._row_statements(row, columns, delegations, source or self._quoted)
        if moves:
            statements.setdefault(delegations, _RowStatement()).comments.insert(0, moves)
        label, quoted = self._label_and_text(place, source)
        found = []
        for speakers, statement in statements.items():
            comment = _comment(speakers, label, quoted or (self._quoted if not source and not place else ""), statement)
            if comment.proposal is not None or comment.comment:
                found.append(PlacedComment(comment, None, is_general=general))
        return found

    def _label_and_text(self, place: str, source: str) -> tuple[str, str]:
        """Return the label of a row's provision, and its text without its number; both apply to the rows below."""
        if place and not vocabulary.is_nothing(place):
            # ``(a)``, of an earlier row's article
            is_below = leading_label(place) == place and not place[0].isdecimal()
            self._path = label_path(self._path, place) if is_below else (place,)
            return _split_label(self._place, source)
        if source:
            self._path, self._quoted = _split_provision_label(self._path, source)
            return self._place, self._quoted
        return self._place, ""

    def _row_statements(
        self, row: Row, columns: Columns, delegations: tuple[str, ...], source: str
    ) -> dict[tuple[str, ...], _RowStatement]:
        statements: dict[tuple[str, ...], _RowStatement] = {}
        for column, cell in row.items():
            heading = columns.get(column)
            if heading is None or heading.column not in (*_SPEAKS, CommentColumn.OTHER):
                continue
            for speakers, kind, words in comments_in_cell(cell):
                statement = statements.setdefault(speakers or heading.delegations or delegations, _RowStatement())
                self._add_cell(statement, kind or heading.column, words, source)
        return statements

    def _add_cell(self, statement: _RowStatement, kind: CommentColumn, cell: Paragraph, source: str) -> None:
        text = cell.text.strip()
        if kind is CommentColumn.OTHER:  # of a delegation: a wording where it marks changes or repeats the text
            counter, other = count_words(text), count_words(source)
            repeats = 2 * (counter & other).total() >= _REPEATS * (counter.total() + other.total()) > 0
            is_wording = repeats or wording(cell, self._mark_up).is_marked
            kind = CommentColumn.PROPOSAL if is_wording else CommentColumn.COMMENT
        if kind is not CommentColumn.PROPOSAL:
            place = vocabulary.requested_place(text)
            text = vocabulary.joint_delegations(text[place.end :] if place and place.is_deletion else text)[0].strip()
            if text and not vocabulary.is_nothing(text):
                statement.comments.append(text)
            return
        found = wording(cell, self._mark_up)
        if vocabulary.is_deletion_mark(found.after or text) or (found.is_marked and not found.after.strip()):
            statement.proposal, statement.before = "", found.before
        elif not vocabulary.is_nothing(found.after):
            statement.proposal, statement.before = found.after.strip(), found.before.strip()

    def read_text(self, units: Iterable[Paragraph]) -> list[PlacedComment]:
        """Return the comments outside tables: under headings that name a provision, or after its name in the line."""
        found: list[PlacedComment] = []
        for unit in units:
            line = _printed_line(unit)
            text = unit.text.strip()
            if unit.kind is Kind.COVER or not line or text in vocabulary.legends():
                continue
            if delegations := vocabulary.named_alone(line):
                self.set_place("", general=self._general)
                self._delegations = delegations
            elif vocabulary.is_general(line) or vocabulary.is_general(text):
                self.set_place("", general=True)
            elif vocabulary.is_specific(line) or vocabulary.is_specific(text):
                self.set_place("")
            elif unit.kind in HEADINGS or _is_heading(unit):
                place = next((t for t in (unit.marked, line) if vocabulary.labels().label_at(t)), "")
                if place or not self._general:
                    self.set_place(place)
            else:
                self._add_comment(unit, found)
        return found

    def _add_comment(self, unit: Paragraph, found: list[PlacedComment]) -> None:
        line = _printed_line(unit)
        named = vocabulary.labels().label_at(line)
        place, body = self._place, unit
        if named and line[named.end :].lstrip()[:1] in (":", "–", "—", "-"):
            self.set_place(line)
            start = len(unit.marked) - len(line[named.end :].lstrip(" :–—-"))
            place, body = self._place, cut(unit, max(0, start), len(unit.marked))
        general = self._general or not place
        is_sentence = len(unit.text.split()) >= _FEW and unit.text.rstrip()[-1:] in _ENDS
        if not place and not self._general and not (self._delegations and is_sentence):
            return
        for speakers, kind, words in comments_in_cell(body):
            cell = words
            head, colon, _ = words.marked.partition(":")
            heading = vocabulary.heading(head) if kind is None and colon and len(head) <= _HEADING else None
            if heading and heading.column in _SPEAKS:  # ``Drafting suggestion: …``
                kind, cell = heading.column, cut(words, len(head) + 1, len(words.marked))
            proposed = wording(cell, self._mark_up)
            is_wording = kind is CommentColumn.PROPOSAL or (kind is None and proposed.is_marked and not general)
            label = f"{place} {unit.label}".strip() if is_wording and unit.label and body is unit else place
            if is_wording:
                after = proposed.after.strip(" \"'“”„«»‘’")
                before = proposed.before.strip(" \"'“”„«»‘’")
                proposal = "" if vocabulary.is_deletion_mark(after) or not after else after
                comment = ProvisionComment(speakers or self._delegations, label, before, proposal, "")
            else:
                if vocabulary.is_nothing(cell.text):
                    continue
                text = _printed_line(unit) if body is unit and words.marked == unit.marked else cell.text
                comment = ProvisionComment(speakers or self._delegations, label, "", None, text.strip())
            _append_or_merge(found, PlacedComment(comment, None, is_general=general))


def _moved_provision(text: str) -> str:
    """Return the name of a provision that should be moved, which has no other column; empty for others."""
    place = vocabulary.requested_place(text)
    return text if place and place.is_move else ""


def _comment(speakers: tuple[str, ...], label: str, quoted: str, statement: _RowStatement) -> ProvisionComment:
    before = statement.before
    proposal = statement.proposal
    if proposal:
        own_label, rest = _split_label(label, proposal)
        if own_label == label or (leading_label(proposal) and not quoted):
            label, proposal = own_label, rest
            before = _split_label(label, before)[1] if leading_label(before) else before
    quoted = quoted or before
    if proposal and quoted and is_same_text(proposal, quoted):
        proposal = None
    return ProvisionComment(speakers, label, quoted, proposal, "\n".join(statement.comments))


def _split_label(label: str, text: str) -> tuple[str, str]:
    """Return a label with the number that its text begins with, and the text without it."""
    named = vocabulary.labels().label_at(text)
    if named and named.end < len(text) and len(text[named.end :].strip()) > 1:
        printed_label = text[: named.end]
        return (label if repeats_label(label, printed_label) else printed_label), text[named.end :].lstrip(" .:–—-")
    number = leading_label(text)
    if not number:
        return label, text.strip()
    rest = text[len(number) :].strip()
    return (label if repeats_label(label, number) else f"{label} {number}".strip()), rest


def _split_provision_label(path: tuple[str, ...], text: str) -> tuple[tuple[str, ...], str]:
    """Return the labels of a provision whose text is below others, and its text without its number."""
    named = vocabulary.labels().label_at(text)
    if named and vocabulary.labels().is_outermost(text):
        return (text[: named.end],), text[named.end :].lstrip(" .:–—-")
    number = leading_label(text)
    if not number:
        return path, text
    is_said = bool(path) and repeats_label(path[-1], number)
    return path if is_said else label_path(path, number), text[len(number) :].strip()


def _headings(row: Row) -> Columns | None:
    found = {column: heading for column, cell in row.items() if (heading := vocabulary.heading(cell.text))}
    kinds = {heading.column for heading in found.values()}
    speaks = bool(kinds & {*_SPEAKS}) or sum(heading.column is CommentColumn.OTHER for heading in found.values()) > 1
    if len(found) < 2 or len(found) < len(row) - 1 or not speaks:
        return None
    if len({cell.text for cell in row.values()}) < len(row):
        return None
    return found


def _guess_columns(table: Sequence[Row], mark_up: MarkUp) -> Columns:
    """Return the columns of a table without headings, guessed from their content."""
    columns = sorted({column for row in table for column in row})
    cells = {column: [row[column] for row in table if column in row] for column in columns}
    kinds: dict[int, CommentColumn] = {}
    for column in columns:
        texts = [cell.text for cell in cells[column]]
        if all(vocabulary.labels().parse(text) and len(text) <= _SHORT for text in texts):
            kinds.setdefault(column, CommentColumn.PLACE)
        elif all(vocabulary.named_alone(text) for text in texts):
            kinds.setdefault(column, CommentColumn.WHO)
    rest = [column for column in columns if column not in kinds]
    marked = [c for c in rest if any(wording(cell, mark_up).is_marked for cell in cells[c])]
    if marked:
        kinds[marked[0]] = CommentColumn.PROPOSAL
        kinds |= {column: CommentColumn.SOURCE for column in rest if column < marked[0]}
        kinds |= {column: CommentColumn.COMMENT for column in rest if column > marked[0]}
    elif rest:
        kinds |= dict.fromkeys(rest, CommentColumn.COMMENT)
        if len(rest) > 1 and CommentColumn.PLACE not in kinds.values():
            kinds[rest[0]] = CommentColumn.SOURCE
    return {column: vocabulary.ColumnHeading(kind) for column, kind in kinds.items()}


_OPENING = 6  # number of units at the beginning of a paper that may name its author
_HEADING = 90  # maximum number of letters of the heading over the comments on a provision
_ENDS = (".", "!", "?", ";", ":", "·")


def read(paper: Document, delegations: tuple[str, ...] = (), *, file_name: str = "") -> tuple[PlacedComment, ...]:
    """Return the comments of a contribution, in its order; none of them has a place in a document yet.

    Args:
        delegations: Authors of the whole contribution; if empty, those that it names, part by part.
        file_name: May name the delegation if the contribution does not.
    """
    head = paper.header
    titles = [head.sender or "", head.subject, *(_printed_line(unit) for unit in paper.paragraphs[:_OPENING])]
    titles.append(file_name.rpartition(".")[0].replace("_", " "))
    author = next(filter(None, map(vocabulary.named_in_title, titles)), ())
    reader = _ContributionReader(paper.mark_up, author or vocabulary.named_alone(head.sender or ""))
    found: list[PlacedComment] = []
    for in_table, units in groupby(paper.paragraphs, lambda unit: _CELL.fullmatch(unit.address) is not None):
        if in_table:
            for table in rows(units):
                found += reader.read_table(table)
            reader.set_place("")
        else:
            found += reader.read_text(units)
    comments = [comment.provision_comment for comment in found]
    if not reader.headed and not any(comment.label or comment.quoted for comment in comments):
        return ()  # some paper that a delegation wrote, but not on the provisions of another
    if delegations:
        found = [
            replace(comment, provision_comment=replace(comment.provision_comment, delegations=delegations))
            for comment in found
        ]
    return tuple(found)


def _printed_line(unit: Paragraph) -> str:
    return f"{unit.label} {unit.marked}".strip()


def _is_heading(unit: Paragraph) -> bool:
    line = _printed_line(unit)
    named = vocabulary.labels().label_at(line)
    return named is not None and len(line) <= _HEADING and not line[named.end :].strip(" .:–—-)")


def _append_or_merge(found: list[PlacedComment], comment: PlacedComment) -> None:
    """Add a comment, or append it to the last comment if that is the same delegation's on the same provision."""
    last = found[-1] if found else None
    new = comment.provision_comment
    old = last.provision_comment if last else new
    is_same = last is not None and last.is_general == comment.is_general and old.delegations == new.delegations
    on_same = old.label == new.label or (not new.proposal and old.label.startswith(new.label))
    if last is None or not (is_same and on_same) or (old.proposal is not None and new.proposal is not None):
        found.append(comment)  # a second wording is a separate comment too
        return
    joined = replace(
        old,
        comment="\n".join(filter(None, (old.comment, new.comment))),
        proposal=new.proposal if old.proposal is None else old.proposal,
        quoted=old.quoted or new.quoted,
    )
    found[-1] = replace(last, provision_comment=joined)
