"""What would be found where nothing was: the query with one thing changed, each tried before it is said."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from delegate_desk.core.search import QueryChange, QueryChip, Suggestion
from delegate_desk.search.engine.results import IndexAnswer
from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query import query, rewriting
from delegate_desk.search.query.nodes import Near, Node, PhraseQuery, Query, Text, Wildcard, WordQuery

_MOST = 5
_OF_ONE_KIND = 2
_SECONDS = 0.4
_SECONDS_TYPING = 0.1
_SPELLINGS = 3
_WORDS = 12
"""The words of a longer query, such as a passage pasted, are not looked up one by one."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a query is read, beside its text."""

    typing: bool
    stemming: bool
    language: str

    def read(self, text: str) -> Query:
        """Read a query."""
        return query.parse(text, typing=self.typing, stemming=self.stemming, language=self.language)


class Suggestions:
    """Tries other queries where one found nothing, until time runs out."""

    def __init__(self, index: SearchIndex, asked: Query, manner: Manner, stopped: Callable[[], bool] | None) -> None:
        self._index = index
        self._asked = asked
        self._manner = manner
        self._until = time.monotonic() + (_SECONDS_TYPING if manner.typing else _SECONDS)
        self._stopped = stopped

    def all(self) -> tuple[Suggestion, ...]:
        """What would be found, at most five, each with how much; the likeliest first."""
        found: dict[str, Suggestion] = {}
        for one in self._tried():
            found.setdefault(one.query if one.change is not QueryChange.STEMMING else "", one)
            if len(found) == _MOST or self._over():
                break
        return tuple(found.values())

    def _over(self) -> bool:
        return time.monotonic() > self._until or (self._stopped is not None and self._stopped())

    def _tried(self) -> Iterator[Suggestion]:
        chips = self._asked.understood.chips
        words = self._words()
        if len(words) <= _WORDS:
            yield from self._spelt([word for word in words if not self._over() and not self._finds(word)])
        yield from self._without_stemming_off()
        yield from self._in_other_languages([chip for chip in chips if chip.field == "lang" and not chip.excluded])
        yield from self._shorter([chip for chip in chips if chip.field])
        yield from self._fewer_words([chip for chip in chips if not chip.field and not chip.excluded])

    def _count(self, asked: Query) -> IndexAnswer:
        """What a query finds; nothing where that was not counted to the end."""
        if asked.node is None or self._over():
            return IndexAnswer()
        found = self._index.find(asked, 0, stopped=self._over)
        return IndexAnswer() if found.cut else found

    def _finds(self, node: Node) -> bool:
        """True if any text has a word."""
        return self._count(replace(self._asked, node=node)).total > 0

    def _words(self) -> list[WordQuery]:
        """The words sought, in the order typed."""
        return list(dict.fromkeys(word for part in self._asked.sought() for word in _words(part)))

    # What is changed

    def _spelt(self, lacking: list[WordQuery]) -> Iterator[Suggestion]:
        """With words that the index lacks in the spelling of words that it has; another number is no other spelling."""
        if any(character.isdecimal() for word in lacking for character in word.exact):
            return
        known = {word.typed: found for word in lacking if (found := self._index.spellings(word.exact, _SPELLINGS))}
        if not known or len(known) < len(lacking):
            return
        tries = [{typed: found[0] for typed, found in known.items()}]
        if len(known) == 1:
            tries = [{typed: other} for typed, found in known.items() for other in found]
        some = 0
        for put in tries:
            text = self._asked.text
            for typed, other in put.items():
                text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", other, text)  # other has letters and digits only
            total = self._count(self._manner.read(text)).total
            if total and text != self._asked.text:
                some += 1
                yield Suggestion(QueryChange.SPELLING, ", ".join(put.values()), text, total)
            if some == _OF_ONE_KIND:
                return

    def _without_stemming_off(self) -> Iterator[Suggestion]:
        if not self._manner.stemming:
            text = self._asked.text
            total = self._count(replace(self._manner, stemming=True).read(text)).total
            if total:
                yield Suggestion(QueryChange.STEMMING, text, text, total)

    def _in_other_languages(self, chips: list[QueryChip]) -> Iterator[Suggestion]:
        """In languages in which the words are found, most hits first."""
        if len(chips) != 1:
            return
        elsewhere = self._without(chips)
        counts = self._count(self._manner.read(elsewhere)).facets.get("language", {})
        for language in sorted(counts, key=lambda code: -counts[code])[:_OF_ONE_KIND]:
            text = rewriting.with_value(elsewhere, "lang", language, language=self._manner.language)
            asked = self._manner.read(text)
            total = self._count(asked).total
            said = next((chip.said for chip in asked.understood.chips if chip.field == "lang"), language)
            if total:
                yield Suggestion(QueryChange.LANGUAGE, said, text, total)

    def _shorter(self, chips: list[QueryChip]) -> Iterator[Suggestion]:
        """Without one of its filters, that with the fewest hits first; without all of them where one is not enough."""
        tried = [(chip.said, self._without([chip])) for chip in chips]
        found = [(self._count(self._manner.read(text)).total, said, text) for said, text in tried]
        hits = sorted(one for one in found if one[0])
        if not hits and len(chips) > 1:
            text = self._without(chips)
            hits = [(self._count(self._manner.read(text)).total, ", ".join(chip.said for chip in chips), text)]
        for total, said, text in hits[:_OF_ONE_KIND]:
            if total:
                yield Suggestion(QueryChange.FILTER, said, text, total)

    def _fewer_words(self, chips: list[QueryChip]) -> Iterator[Suggestion]:
        """Without the words that no text has; where each is in some text, without one of them."""
        if not 2 <= len(chips) <= _WORDS:
            return
        vain = [chip for chip in chips if not self._count(self._alone(chip)).total]
        tries = [vain] if vain else [[chip] for chip in chips]
        found = []
        for gone in tries:
            text = self._without(gone)
            total = self._count(self._manner.read(text)).total if len(gone) < len(chips) else 0
            if total:
                found.append((total, ", ".join(chip.said for chip in gone), text))
        for total, said, text in sorted(found)[:_OF_ONE_KIND]:
            yield Suggestion(QueryChange.WORDS, said, text, total)

    def _alone(self, chip: QueryChip) -> Query:
        return self._manner.read(rewriting.alone(self._asked.text, chip, language=self._manner.language))

    def _without(self, chips: list[QueryChip]) -> str:
        text = self._asked.text
        for chip in sorted(chips, key=lambda chip: chip.start, reverse=True):
            text = rewriting.without(text, chip, language=self._manner.language)
        return text


def _words(part: Text) -> Iterator[WordQuery]:
    match part:
        case WordQuery():
            yield part
        case PhraseQuery(words):
            yield from words
        case Near(left, right):
            yield from (*_words(left), *_words(right))
        case Wildcard():
            return
