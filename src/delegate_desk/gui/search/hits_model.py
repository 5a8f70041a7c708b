"""Search results as rows: places, hits grouped by document family, then notes, then positions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject
from typing_extensions import override

from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.search import (
    GoToSuggestion,
    Hit,
    HitKind,
    MatchReason,
    QueryChange,
    Revision,
    SearchResults,
    Suggestion,
)
from delegate_desk.core.translations.translation import AcrossHit, AcrossResults, Because
from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_list import Index, RowModel

_NO_BREAK = "\u00a0"
_BEFORE = 2
"""Words before a number that name what it belongs to: ``Regulation (EU) 2016/679``."""
_NUMBER = re.compile(r"\d+")
_MEMBER = re.compile(r"\b(?:REV|COR|ADD|DCL|EXT)\b.*")


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The head of some hits.

    Attributes:
        title: The short title of a document, or the kind of hits.
        members: Reference and language of the document, or what its revisions and languages share; may be empty.
        count: Number of hits below it.
        is_complete: False if further hits that are not shown may belong to it.
        family: Family of the document; empty for notes and positions.
    """

    title: str
    members: str
    marking: str | None
    count: int
    is_complete: bool = True
    family: str = ""


@dataclass(frozen=True, slots=True)
class MoreResultsRow:
    """The last row, if there are more hits than shown."""

    hidden: int


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A link after a hit that opens the same words in another language, or in another revision."""

    text: str
    language: str = ""
    revision: Revision | None = None


Row = GoToSuggestion | str | Suggestion | HitGroup | Hit | MoreResultsRow | AcrossHit
"""A text leads to the rows below it."""
HitNotes = tuple[str | LanguageLink, ...]


class HitsModel(RowModel[Row]):
    head = (HitGroup, str)
    _direct: Sequence[Row] = ()
    _across: Sequence[Row] = ()
    _reasons: Mapping[Hit, tuple[Because, ...]] = {}

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.members: dict[DocumentId, str] = {}  # how documents are told apart where a family has several

    def show(self, results: SearchResults | None, *, same: bool = False) -> None:
        """Show an answer; None shows nothing. Hits in other languages of the same query stay."""
        rows: list[Row] = []
        if results is not None:
            whole = results.total <= len(results.hits)
            rows += results.go_to_suggestions
            self.members = {}
            in_texts = [hit for hit in results.hits if hit.kind is HitKind.PARAGRAPH]
            for head, hits in self._by_family(in_texts, is_complete=whole):
                rows += [head, *hits]
            others = {
                HitKind.ANNOTATION: self.tr("Your notes"),
                HitKind.POSITION: self.tr("Your positions"),
                HitKind.INTERVENTION: self.tr("Interventions"),
            }
            for kind, title in others.items():
                if hits := [hit for hit in results.hits if hit.kind is kind]:
                    rows += [HitGroup(title, "", _marking(hits), len(hits), whole), *hits]
            if results.suggestions:
                rows += [self.tr("No results. Try instead:"), *results.suggestions]
            if results.hits and not whole:
                rows.append(MoreResultsRow(results.total - len(results.hits)))
        self._direct = rows
        if not same or results is None:
            self._across = ()
        self.set_rows([*self._direct, *self._across])

    def show_across(self, results: AcrossResults | None) -> None:
        """Show hits in other languages below the answer, not counted with it; None shows none."""
        rows: list[Row] = []
        if results is not None:
            self._reasons = {found.hit: found.because for found in results.hits}
        if results is not None and not results.can_translate:
            rows = [
                self.tr("Also in other languages: nothing has been learned yet."),
                self.tr("Import a document in two languages, or a term base under Preferences > Library."),
            ]
        elif results is not None and results.total:
            rows = [self.tr("Also in other languages ({n})").format(n=terms.format_number(results.total))]
            whole = results.total <= len(results.hits)
            for head, hits in self._by_family([found.hit for found in results.hits], is_complete=whole):
                rows.append(head)
                rows += [AcrossHit(hit, self._reasons[hit]) for hit in hits]
        self._across = rows
        self.set_rows([*self._direct, *self._across])

    def hit(self, index: Index) -> Hit | None:
        """Return the hit in a row; None for a head."""
        row = self.row(index)
        return row.hit if isinstance(row, AcrossHit) else row if isinstance(row, Hit) else None

    def hits(self) -> list[tuple[int, Hit]]:
        """Return the hits with their rows, in the order shown."""
        return [(n, row) for n, row in enumerate(self.rows) if isinstance(row, Hit)]

    def number(self, index: Index) -> int:
        """Return the number of a row among the hits, from 1; 0 for a row that is no hit."""
        if not isinstance(self.row(index), Hit):
            return 0
        return sum(isinstance(row, Hit) for row in self.rows[: index.row() + 1])

    def first(self, number: int = 0) -> int:
        """Return the first row from a number on that can be selected, -1 if none can."""
        rest = enumerate(self.rows[number:], number)
        return next((n for n, row in rest if not self.is_head(row)), -1)

    def best_row(self, query: str) -> int:
        """Return the row for Enter: a place whose number the query begins with, else the first hit or row."""
        first = _NUMBER.search(query)
        top = self.rows[0] if self.rows else None
        before = query[: first.start()] if first else ":"
        if isinstance(top, GoToSuggestion) and ":" not in before and len(before.split()) <= _BEFORE:
            offered = set(_NUMBER.findall(f"{top.name} {top.citation}"))
            if not offered.isdisjoint(_NUMBER.findall(query)):
                return 0
        return next((n for n, _ in self.hits()), self.first())

    def index_of_row(self, row: Row) -> QModelIndex:
        """Return the index of the same or a corresponding row in this answer; an invalid index if there is none."""
        found = self.find(self.key(row))
        return self.index(found if found is not None else -1)

    @override
    def key(self, row: Row) -> object:
        if isinstance(row, AcrossHit):
            return (AcrossHit, row.hit.document, row.hit.address)
        if isinstance(row, Hit):
            return (row.kind, row.document, row.address, row.annotation, row.line)
        if isinstance(row, HitGroup):
            return (HitGroup, row.family or row.title)
        return MoreResultsRow if isinstance(row, MoreResultsRow) else row

    def notes_for_hit(self, hit: Hit) -> HitNotes:
        """Return the small print of a hit: why it matched, and its counterparts in the library."""
        pieces: list[str | LanguageLink] = []
        reasons = [f"{one.word} → {', '.join(one.renderings)}" for one in self._reasons.get(hit, ())]
        label = terms.margin_label(hit.address, hit.label).rstrip(".")
        where = f"{hit.name}, {label}" if label else hit.name
        others = (reason for reason in hit.match_reasons if reason is not MatchReason.EXACT)
        if said := reasons or [self._reason_label(reason) for reason in others]:
            pieces.append(" · ".join(said))
        if member := self.members.get(hit.document):
            pieces += [" · " if pieces else "", member]
        if hit.kind is not HitKind.PARAGRAPH:
            pieces += [" · " if pieces else "", self.tr("on {place}").format(place=where)]
        links = [LanguageLink(code.upper(), language=code) for code in hit.other_languages]
        links += [LanguageLink(_member_name(revision.name), revision=revision) for revision in hit.revisions]
        before, _, after = self.tr("also in {places}").partition("{places}")
        for n, link in enumerate(links):
            pieces += [", " if n else (" · " if pieces else "") + before, link]
        return tuple(piece for piece in (*pieces, after if links else "") if piece)

    def suggestion_text(self, suggestion: Suggestion) -> str:
        form = {
            QueryChange.FILTER: self.tr("Without {what}"),
            QueryChange.SPELLING: self.tr("Did you mean “{what}”?"),
            QueryChange.LANGUAGE: self.tr("Try {what}"),
            QueryChange.STEMMING: self.tr("All word forms"),
            QueryChange.WORDS: self.tr("Without {what}"),
        }[suggestion.change]
        return form.format(what=suggestion.detail)

    def _reason_label(self, reason: str) -> str:
        return {
            "accent": self.tr("accents ignored"),
            "stem": self.tr("word form"),
            "prefix": self.tr("starts with"),
            "fuzzy": self.tr("similar spelling"),
        }[reason]

    @override
    def place(self, row: Row) -> Place | None:
        hit = row.hit if isinstance(row, AcrossHit) else row
        return Place(hit.document, hit.address) if isinstance(hit, Hit) and hit.address else None

    @override
    def accessible_text(self, row: Row) -> str:
        if isinstance(row, HitGroup):
            return " ".join(filter(None, (row.title, row.marking, row.members)))
        if isinstance(row, str):
            return row
        if isinstance(row, MoreResultsRow):
            return terms.format_count(row.hidden, self.tr("Show 1 more result"), self.tr("Show {n} more results"))
        if isinstance(row, GoToSuggestion):
            place = ", ".join(filter(None, (row.name, row.language.upper(), row.citation, row.subject)))
            return self.tr("Go to {place}").format(place=place)
        if isinstance(row, Suggestion):
            found = terms.format_count(row.total, self.tr("1 result"), self.tr("{n} results"))
            text = self.suggestion_text(row)
            return f"{text} {found}" if text[-1] in "?;" else f"{text}, {found}"  # Greek asks with a semicolon
        hit = row.hit if isinstance(row, AcrossHit) else row
        aside = "".join(piece if isinstance(piece, str) else piece.text for piece in self.notes_for_hit(hit))
        return " ".join(filter(None, (terms.margin_label(hit.address, hit.label), hit.snippet, aside)))

    def _by_family(self, hits: Iterable[Hit], *, is_complete: bool) -> Iterator[tuple[HitGroup, list[Hit]]]:
        """Group hits under heads, in the order of the first of each document family."""
        families: dict[str, list[Hit]] = {}
        for hit in hits:
            families.setdefault(family_of_hit(hit), []).append(hit)
        for family, alike in families.items():
            members = {hit.document: hit for hit in alike}
            names = dict.fromkeys(hit.name for hit in members.values())
            languages = dict.fromkeys(hit.language.upper() for hit in members.values())
            for hit in members.values() if len(members) > 1 else ():
                language = hit.language.upper() if len(languages) > 1 else ""
                parts = (_member_name(hit.name) if len(names) > 1 else "", language)
                self.members[hit.document] = " ".join(filter(None, parts))
            top = alike[0]
            title = dossiers.hit_title(top)
            name = top.reference and (top.name if len(names) == 1 else family)
            said = " · ".join(filter(None, (name, ", ".join(languages))))
            yield HitGroup(title, said, _marking(alike), len(alike), is_complete, family), alike


def _marking(hits: Iterable[Hit]) -> str | None:
    return next((hit.marking for hit in hits if hit.marking), None)


@lru_cache(maxsize=1024)
def _family(reference: str) -> str:
    found = parse_reference(reference)
    return str(replace(found, revision=0, suffixes=())) if found is not None else reference


def family_of_hit(hit: Hit) -> str:
    """Return the reference shared by the family of a hit's document."""
    return _family(hit.reference) if hit.reference else f"#{hit.document}"


def _member_name(name: str) -> str:
    """Return the part of a reference that distinguishes it in the family: ``REV 1``, ``INIT`` for the first."""
    member = _MEMBER.search(name)
    return member[0].replace(" ", _NO_BREAK) if member else "INIT"
