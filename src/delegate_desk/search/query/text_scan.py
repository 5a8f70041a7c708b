"""Answers from the texts themselves, while there is no index: the same hits, as far as time goes, in no order."""

import time
from collections import Counter
from collections.abc import Callable, Iterable

from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.text import printed_words
from delegate_desk.search.engine.analysis import WordForm, forms
from delegate_desk.search.engine.index_terms import facts
from delegate_desk.search.engine.results import IndexAnswer, Match
from delegate_desk.search.query.nodes import AllOf, Either, FieldFilter, Node, Not, Query
from delegate_desk.search.query.text_matching import TextMatcher

_AT_A_TIME = 16
"""How many entries are looked through between two looks at the clock."""


def scan(
    entries: Iterable[IndexEntry],
    query: Query,
    limit: int | None = 50,
    *,
    seconds: float,
    stopped: Callable[[], bool] | None = None,
) -> IndexAnswer:
    """Find what a query holds for among entries, in their order, until time runs out: then the answer is ``cut``.

    As in the index, the same words in several members of a family are one hit, and are counted once.
    """
    if query.node is None:
        return IndexAnswer()
    until = time.monotonic() + seconds
    evaluation = Scan(query)
    groups: dict[object, list[IndexEntry]] = {}
    cut = False
    for n, entry in enumerate(entries):
        if n % _AT_A_TIME == 0 and (time.monotonic() > until or (stopped is not None and stopped())):
            cut = True
            break
        if evaluation.holds(entry):
            groups.setdefault(evaluation.same(entry), []).append(entry)
    matches = [_match(members) for members in list(groups.values())[:limit]]
    return IndexAnswer(len(groups), tuple(matches), _facets(groups.values()), cut)


class Scan:
    """A query, asked of one entry after the other."""

    def __init__(self, query: Query) -> None:
        self._node = _fields_first(query.node) if query.node else None
        self._matcher = TextMatcher()
        self._entry: IndexEntry | None = None
        self._forms: list[WordForm] = []
        self._asked: list[IndexEntry] = []
        self._uncounted: dict[tuple[str, int], list[IndexEntry]] = {}
        self._times: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def holds(self, entry: IndexEntry) -> bool:
        """True if the index would find an entry."""
        if self._node is None:
            return False
        self._asked.append(entry)
        return self._matches_node(self._node, entry)

    def same(self, entry: IndexEntry) -> object:
        """Key equal for entries that are the same hit: paragraphs of a family with the same words in a language.

        Words that occur twice in a document are two hits: the second is like the second in another revision. So it
        counts how many of the entries asked about have the same words.

        Args:
            entry: The entry that was asked about last.
        """
        reference = entry.header.reference
        if entry.kind is not HitKind.PARAGRAPH or reference is None:
            return object()
        words = _exact(entry)
        return (reference.family, entry.header.language, words, self._times_asked(entry, words))

    def _times_asked(self, entry: IndexEntry, words: tuple[str, ...]) -> int:
        """Number of times such words were asked about in a group; only texts of the same length are read, once."""
        for one in self._asked:
            self._uncounted.setdefault((one.group, len(printed_words(one.text))), []).append(one)
        self._asked.clear()
        alike = self._uncounted.pop((entry.group, len(printed_words(entry.text))), ())
        self._times.update((entry.group, _exact(one)) for one in alike)
        return self._times[entry.group, words]

    def _words(self, entry: IndexEntry) -> list[WordForm]:
        if self._entry is not entry:
            self._entry = entry
            self._forms = [form for _, _, form in forms(entry.text, entry.header.language)]
        return self._forms

    def _matches_node(self, node: Node, entry: IndexEntry) -> bool:
        match node:
            case FieldFilter():
                return meets(entry, node)
            case Not(part):
                return not self._matches_node(part, entry)
            case AllOf(parts):
                return all(self._matches_node(part, entry) for part in parts)
            case Either(parts):
                return any(self._matches_node(part, entry) for part in parts)
        return any(True for _ in self._matcher.runs(self._words(entry), entry.header.language, node))


def _exact(entry: IndexEntry) -> tuple[str, ...]:
    return tuple(form.exact for _, _, form in forms(entry.text, entry.header.language))


def _fields_first(node: Node) -> Node:
    """The same parts, those that cost no look at the words before the others."""
    if isinstance(node, AllOf | Either):
        return type(node)(tuple(sorted(map(_fields_first, node.parts), key=_reads_words)))
    return node


def _reads_words(node: Node) -> bool:
    if isinstance(node, AllOf | Either):
        return any(map(_reads_words, node.parts))
    return _reads_words(node.part) if isinstance(node, Not) else not isinstance(node, FieldFilter)


def meets(entry: IndexEntry, asked: FieldFilter) -> bool:
    """True if what a field asks for is so of an entry."""
    reading, date = asked.reading, entry.header.date
    if reading.first is not None or reading.last is not None:
        day = date.year * 10_000 + date.month * 100 + date.day if date else 0
        return (reading.first or 1) <= day <= (reading.last or 99_999_999)
    known = facts(entry)
    for *whole, last in reading.terms:
        begun = last in known or (reading.prefix and any(fact.startswith(last) for fact in known))
        if begun and known.issuperset(whole):
            return True
    return False


def _match(members: list[IndexEntry]) -> Match:
    """One hit of the entries that are one: the newest edition, and the others behind it."""
    newest, *others = sorted(members, key=_edition, reverse=True)
    revisions = tuple((entry.document, entry.address) for entry in others)
    return Match(newest.kind, newest.document, newest.address, newest.annotation, revisions, newest.line)


def _edition(entry: IndexEntry) -> tuple[int, int, int]:
    """Sort key of the editions of a text: by date, then revision, then latest import; without a date first."""
    day, reference = entry.header.date, entry.header.reference
    if day is None:
        return (0, 0, entry.document)
    return (day.toordinal(), reference.revision if reference else 0, entry.document)


def _facets(hits: Iterable[list[IndexEntry]]) -> dict[str, dict[str, int]]:
    """By facet and value, how many hits there are, most first."""
    counts: dict[str, Counter[str]] = {}
    for members in hits:
        values: dict[str, set[str]] = {}
        for entry in members:
            for name, found in _values(entry).items():
                values.setdefault(name, set()).update(found)
        for name, found in values.items():
            counts.setdefault(name, Counter()).update(found)
    return {name: dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))) for name, found in counts.items()}


def _values(entry: IndexEntry) -> dict[str, set[str]]:
    """Values of an entry, by facet."""
    header = entry.header
    return {
        "language": {header.language},
        "year": {str(header.date.year)} if header.date else set(),
        "document_type": {header.document_type} if header.document_type else set(),
        "code": {code.code for code in header.subject_codes},
        "dossier": set(header.interinstitutional_files),
        "marking": {header.marking} if header.marking else set(),
        "kind": {str(entry.kind)},
    }
