"""Hits as they are shown: what the database tells of what the index found."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.search import Hit, HitKind, Revision
from delegate_desk.search.engine.results import Match
from delegate_desk.search.query.nodes import Query
from delegate_desk.search.query.snippets import Snippets
from delegate_desk.storage.db.stores.search_texts import TextStore

_AT_A_TIME = 50
"""Hits that are read in one go."""


class HitDetails:
    """Reads what is shown of hits: of many at once, from the texts as they are now."""

    def __init__(self, texts: TextStore) -> None:
        self._texts = texts

    def of(
        self, matches: Sequence[Match], asked: Query, stopped: Callable[[], bool] | None = None
    ) -> tuple[list[Hit], bool]:
        """The hits of matches, in order; what went between the answer and now is left out.

        Args:
            matches: What was found.
            asked: The query, whose words a snippet shows.
            stopped: Asked now and then; once it is True the rest is left out.

        Returns:
            The hits, and whether some were left out because it was stopped.
        """
        snippets = Snippets(asked)
        hits: list[Hit] = []
        rest = iter(matches)
        while some := list(islice(rest, _AT_A_TIME)):
            if hits and stopped is not None and stopped():
                return hits, True
            hits.extend(self._some(some, snippets))
        return hits, False

    def _some(self, matches: list[Match], snippets: Snippets) -> Iterator[Hit]:
        places = [Place(match.document, match.address) for match in matches]
        units = self._texts.at(places)
        named = [match.document for match in matches] + [key for match in matches for key, _ in match.revisions]
        heads = self._texts.heads(named)
        others = self._texts.other_languages(places)
        notes = self._texts.notes([match.annotation for match in matches if match.annotation])
        lines = self._texts.lines([match.line for match in matches if match.line])
        ours = self._texts.positions(match.document for match in matches if match.kind is HitKind.POSITION)
        for match, place in zip(matches, places, strict=True):
            head, unit = heads.get(match.document), units.get(place)
            note = notes.get(match.annotation) if match.annotation else None
            texts = {
                HitKind.PARAGRAPH: unit.text if unit else None,
                HitKind.ANNOTATION: note.text if note else None,
                HitKind.POSITION: ours.get(place),
                HitKind.INTERVENTION: lines.get(match.line) if match.line else None,
            }
            text = texts[match.kind]
            if head is None or text is None:
                continue
            part = snippets.of(text, head.language)
            yield Hit(
                match.kind,
                match.document,
                head.name,
                head.reference,
                head.subject,
                head.language,
                head.marking,
                match.address,
                unit.label if unit else "",
                part.text,
                part.highlights,
                part.why,
                others.get(place, ()),
                match.annotation,
                note.kind if note else "",
                tuple(
                    Revision(key, heads[key].name, Address(address)) for key, address in match.revisions if key in heads
                ),
                match.line,
            )
