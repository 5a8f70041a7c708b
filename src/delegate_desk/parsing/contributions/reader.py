"""Written contributions: what a paper of others says on each provision, from its text as it was read."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from delegate_desk.core.contributions.contribution import Placed, ProvisionComment
from delegate_desk.core.documents.document import HEADINGS, Document, Kind, MarkUp, Paragraph
from delegate_desk.parsing.contributions import own_exports
from delegate_desk.parsing.contributions import vocabulary as words
from delegate_desk.parsing.contributions.cells import cut, voices, wording
from delegate_desk.parsing.contributions.tables import CommentTables, TableContext, is_cell, rows
from delegate_desk.parsing.contributions.vocabulary import CommentColumn

_OPENING = 6
"""How many units of a paper may say whose it is."""
_HEADING = 90
"""How many letters the heading over the comments on a provision has at most."""
_FEW = 5
_ENDS = (".", "!", "?", ";", ":", "·")


def read(paper: Document, delegations: tuple[str, ...] = (), *, file_name: str = "") -> tuple[Placed, ...]:
    """Return the comments of a contribution, in its order; none of them has a place in a document yet.

    Args:
        paper: As it was read.
        delegations: Authors of the whole contribution; if none is given, those that it names, part by part.
        file_name: May name the delegation if the contribution does not.
    """
    context = TableContext(who=_whose(paper, file_name))
    tables = CommentTables(paper.mark_up)
    found: list[Placed] = []
    for in_table, units in groupby(paper.paragraphs, is_cell):
        if in_table:
            for table in rows(units):
                found += tables.read(table, context)
            context.go_to("")
        else:
            found += _running(list(units), context, paper.mark_up)
    if not any(one.written.label or one.written.quoted for one in found) and not context.headed:
        return ()  # some paper that a delegation wrote, but not on the provisions of another
    if delegations:
        found = [replace(one, written=replace(one.written, delegations=delegations)) for one in found]
    return tuple(found)


def _whose(paper: Document, file_name: str) -> tuple[str, ...]:
    head = paper.header
    titles = [head.sender or "", head.subject, *(_line(unit) for unit in paper.paragraphs[:_OPENING])]
    titles.append(file_name.rpartition(".")[0].replace("_", " "))
    for title in titles:
        if who := words.named_in_title(title):
            return who
    return words.named_alone(head.sender or "")


def _line(unit: Paragraph) -> str:
    """A unit as the file prints it, label and text."""
    return f"{unit.label} {unit.marked}".strip()


def _running(units: Sequence[Paragraph], context: TableContext, mark_up: MarkUp) -> list[Placed]:
    """Return the comments outside tables: under headings that name a provision, or behind its name in the line."""
    found: list[Placed] = []
    for unit in units:
        line = _line(unit)
        text = unit.text.strip()
        if unit.kind is Kind.COVER or not line or own_exports.is_legend(text):
            continue
        if who := words.named_alone(line):
            general = context.general
            context.go_to("")
            context.who, context.general = who, general
        elif words.is_general(line) or words.is_general(text):
            context.go_to("")
            context.general = context.headed = True
        elif words.is_specific(line) or words.is_specific(text):
            context.go_to("")
        elif unit.kind in HEADINGS or _is_heading(unit):
            place = next((t for t in (unit.marked, line) if words.labels().at(t)), "")
            if place or not context.general:
                context.go_to(place)
        else:
            _hear(unit, context, mark_up, found)
    return found


def _is_heading(unit: Paragraph) -> bool:
    """True for a short line that names a provision and says nothing of it."""
    line = _line(unit)
    named = words.labels().at(line)
    return named is not None and len(line) <= _HEADING and not line[named.end :].strip(" .:–—-)")


def _hear(unit: Paragraph, context: TableContext, mark_up: MarkUp, found: list[Placed]) -> None:
    line = _line(unit)
    named = words.labels().at(line)
    place, body = context.place, unit
    if named and line[named.end :].lstrip()[:1] in (":", "–", "—", "-"):
        context.go_to(line)
        start = len(unit.marked) - len(line[named.end :].lstrip(" :–—-"))
        place, body = context.place, cut(unit, max(0, start), len(unit.marked))
    general = context.general or not place
    if not place and not context.general and not (context.who and _is_sentence(unit)):
        return
    for voice in voices(body):
        kind, cell = voice.column, voice.cell
        if kind is None:
            kind, cell = _announced(cell)
        said = wording(cell, mark_up)
        is_wording = kind is CommentColumn.PROPOSAL or (kind is None and said.is_marked and not general)
        label = f"{place} {unit.label}".strip() if is_wording and unit.label and body is unit else place
        if is_wording:
            after = said.after.strip(" \"'“”„«»‘’")
            before = said.before.strip(" \"'“”„«»‘’") if said.is_marked else ""
            proposal = "" if words.is_gone(after) or not after else after
            written = ProvisionComment(voice.who or context.who, label, before, proposal, "")
        else:
            if words.is_nothing(cell.text):
                continue
            text = _line(unit) if body is unit and voice.cell.marked == unit.marked else cell.text
            written = ProvisionComment(voice.who or context.who, label, "", None, text.strip())
        _join(found, Placed(written, None, general=general))


def _is_sentence(unit: Paragraph) -> bool:
    """True for text that says something, such as an introduction; titles and dates do not."""
    return len(unit.text.split()) >= _FEW and unit.text.rstrip()[-1:] in _ENDS


def _join(found: list[Placed], one: Placed) -> None:
    """Add what is said, to the last where that is the same delegation's on the same provision."""
    last = found[-1] if found else None
    new = one.written
    if last is None or last.general != one.general or not _goes_on(last.written, new):
        found.append(one)
        return
    old = last.written
    joined = replace(
        old,
        comment="\n".join(filter(None, (old.comment, new.comment))),
        proposal=new.proposal if old.proposal is None else old.proposal,
        quoted=old.quoted or new.quoted,
    )
    found[-1] = replace(last, written=joined)


def _goes_on(old: ProvisionComment, new: ProvisionComment) -> bool:
    """True if a delegation says more on one provision; a second wording is another matter."""
    if old.delegations != new.delegations or (old.proposal is not None and new.proposal is not None):
        return False
    return old.label == new.label or (not new.proposal and old.label.startswith(new.label))


def _announced(cell: Paragraph) -> tuple[CommentColumn | None, Paragraph]:
    """Return the kind announced before a colon, and the rest: ``Drafting suggestion: …``."""
    head, colon, _ = cell.marked.partition(":")
    known = words.heading(head) if colon and len(head) <= _HEADING else None
    if known is None or known.column not in (
        CommentColumn.PROPOSAL,
        CommentColumn.COMMENT,
        CommentColumn.JUSTIFICATION,
    ):
        return None, cell
    return known.column, cut(cell, len(head) + 1, len(cell.marked))
