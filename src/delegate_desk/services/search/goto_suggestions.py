"""Places that a query names by itself: the document of a reference, a place in it, a title with these words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.documents import references
from delegate_desk.core.documents.addresses import find_place
from delegate_desk.core.documents.document import Address, DocumentId, Held, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.search import GoToSuggestion, ParsedQuery
from delegate_desk.core.text import fold
from delegate_desk.parsing.references import document_references
from delegate_desk.services.documents.document_lookup import Shelf
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.search_texts import TextStore

_PLACES = 5
_LONGEST = 16
"""No reference or place is sought in more words than these."""

_LONGEST_PLACE = 60
_BARE_ACT = re.compile(r"(\d{1,4})/(\d{1,4})(?:/[^\W\d_]{2,7})?")
_NUMBERED = re.compile(r".*(?:\d\S*|\))", re.DOTALL)
_MOST_BETWEEN = 5


@cache
def _table() -> Any:
    return paths.table("act_names")


@cache
def _short_names() -> dict[str, Reference]:
    """Acts by the names by which they are commonly called, folded."""
    named = {fold(name): references.parse(act) for name, act in _table()["names"].items()}
    return {name: act for name, act in named.items() if act is not None}


@cache
def _between() -> frozenset[str]:
    return frozenset(fold(_table()["between"]).split())


class GoToSuggestions:
    """Finds what a query names by itself. What is not held is not offered."""

    def __init__(self, documents: DocumentStore, texts: TextStore) -> None:
        self._documents = documents
        self._texts = texts
        self._shelf = Shelf(documents)

    def places(self, text: str, understood: ParsedQuery, language: str) -> list[GoToSuggestion]:
        """The places that a query names, in each language held once, the query's own or the window's first.

        Documents that lack the place stand behind those that have it.

        Args:
            text: As typed.
            understood: How it was read.
            language: Of the window.
        """
        bare, asked = _bare(text, understood)
        for found, place, file_language in self._named(bare, language):
            first = (file_language, *asked, language)
            offers = [offer for reference in found for offer in self._offers(reference, place, first)]
            if offers:
                there_first = sorted(dict.fromkeys(offers), key=lambda offer: not offer.place.address)
                return there_first[:_PLACES]
        return []

    def titles(self, documents: list[DocumentId], beside: list[GoToSuggestion]) -> list[GoToSuggestion]:
        """Documents as offers, in their order, without those that are offered anyway."""
        offered = {offer.place.document for offer in beside}
        heads = self._texts.heads(documents)
        return [
            GoToSuggestion(Place(key, Address("")), heads[key].name, heads[key].language, "", heads[key].subject)
            for key in documents
            if key in heads and key not in offered
        ]

    def _named(self, text: str, language: str) -> Iterator[tuple[list[Reference], str, str]]:
        """What a query may name: documents, the place in them as typed, and the language that a file's name gives."""
        typed = text.split()[: _LONGEST + 1]
        for end in range(min(len(typed), _LONGEST), 0, -1):
            head = " ".join(typed[:end])
            found = self._references(head, language)
            if found:
                yield found, " ".join(typed[end:]), references.language_named(head) or ""
        if len(typed) > _LONGEST:
            return
        for start in range(1, len(typed)):
            tail = " ".join(typed[start:])
            place = _place(" ".join(typed[:start]))
            found = self._references(tail, language) if place else []
            if found:
                yield found, place, references.language_named(tail) or ""

    def _references(self, text: str, language: str) -> list[Reference]:
        """The documents that all of a text may name; two series may have one number."""
        short = _short_names().get(fold(text))
        if short:
            return [short]
        if not any(character.isdecimal() for character in text):
            return []
        found = [reference] if (reference := references.parse(text)) else []
        if bare := _BARE_ACT.fullmatch(text):
            found += self._acts(*bare.groups())
        for named in document_references.occurrences(text, language):
            around = f"{text[: named.start]} {text[named.end :]}".split()
            if all(document_references.kinds_of_act(word) == [word] for word in around):
                found.append(named.target)
        return list(dict.fromkeys(found))

    def _acts(self, first: str, second: str) -> list[Reference]:
        """The acts held that bear both numbers, whichever of them is the year."""
        held = self._texts.references_with(f"{first}/{second}") + self._texts.references_with(f"{second}/{first}")
        either = ((int(first), int(second)), (int(second), int(first)))
        return [
            act
            for act in held
            if act.series in references.ACTS
            and any(number == act.number and year in (act.year, act.year % 100) for number, year in either)
        ]

    def _offers(self, reference: Reference, place: str, first: tuple[str, ...]) -> Iterator[GoToSuggestion]:
        """A place in each language version of a document; its beginning where it has no such place."""
        latest: dict[str, Held] = {}
        for held in sorted(self._documents.by_reference(reference), key=lambda held: held.id):
            latest[held.header.language] = held
        order = [*(language for language in first if language in latest), *sorted(latest)]
        for language in dict.fromkeys(order):
            held = latest[language]
            address = self._address(held, place)
            at = Place(held.id, address)
            citation = self._shelf.citation(at) if address else ""
            yield GoToSuggestion(at, held.name, language, citation, held.header.subject)

    def _address(self, held: Held, place: str) -> Address:
        """Where a place stands that is typed with a number; empty where it is none, or not there."""
        if len(place) > _LONGEST_PLACE or not any(character.isdecimal() for character in place):
            return Address("")
        return find_place(place, set(self._documents.addresses(held.id))) or Address("")


def _bare(text: str, understood: ParsedQuery) -> tuple[str, tuple[str, ...]]:
    """A query without its fields, and the languages that it asks for; a reference asked for by its field stands."""
    languages: tuple[str, ...] = ()
    named = ""
    for chip in sorted(understood.chips, key=lambda chip: chip.start, reverse=True):
        if chip.field:
            text = f"{text[: chip.start]} {text[chip.end :]}"
        if chip.field == "lang" and not chip.excluded:
            languages = chip.values
        if chip.field == "ref" and not chip.excluded and len(chip.values) == 1:
            named = chip.values[0]
    return text.strip() or named, languages


def _place(text: str) -> str:
    """The place that stands before a document's name, ``Article 6(1)(f) of the``; empty where other words do."""
    numbered = _NUMBERED.match(text)
    between = text[numbered.end() :].split() if numbered else []
    fits = len(between) <= _MOST_BETWEEN and all(
        fold(word) in _between() or document_references.kinds_of_act(word) == [word] for word in between
    )
    return numbered.group() if numbered and fits else ""
