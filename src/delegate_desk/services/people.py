"""What a delegate does about people: say who they are themselves, see whom they met, let go of what another sent."""

from datetime import UTC, datetime

from delegate_desk.core.changes import Changes
from delegate_desk.core.library_errors import UnknownPersonError
from delegate_desk.core.merging import ThingKind
from delegate_desk.core.people import Met, Person, PersonId, plain_name
from delegate_desk.storage.annotations import AnnotationStore
from delegate_desk.storage.database import Database
from delegate_desk.storage.people import PeopleStore
from delegate_desk.storage.received import ReceivedStore


class People:
    """The people of one library."""

    def __init__(
        self, store: PeopleStore, received: ReceivedStore, annotations: AnnotationStore, database: Database
    ) -> None:
        self._store = store
        self._received = received
        self._annotations = annotations
        self._database = database

    def ours(self) -> Person:
        """Who writes here."""
        return self._store.ours()

    def set_name(self, typed: str) -> Changes:
        """Say what we call ourselves: in packages, beside our notes; empty for the delegation alone."""
        self._store.set_name(plain_name(typed))
        return Changes(settings=True)

    def all(self) -> dict[PersonId, Person]:
        """Everybody by id, ours too."""
        return {one.id: one for one in self._store.all()}

    def met(self) -> list[Met]:
        """Everybody but ours, with how much of theirs is here."""
        return self._store.met()

    def find(self, typed: str) -> Person:
        """The person met whose id begins so, or whose name or delegation is this.

        Raises:
            UnknownPersonError: If there is none, or more than one.
        """
        wanted = typed.strip().casefold()
        fitting = [
            one.person
            for one in self.met()
            if wanted and (one.person.id.startswith(wanted) or wanted in map(str.casefold, one.person.said))
        ]
        if len(fitting) != 1:
            raise UnknownPersonError(typed)
        return fitting[0]

    def remove_all_of(self, person: PersonId) -> Changes:
        """Remove all that a person sent: it stays removed, whatever brings it again; what they send anew comes."""
        with self._database.write():
            several = [kept for kept in self._received.of_author(person) if not (kept.thing.gone or kept.removed)]
            notes = [found for kept in several if kept.note and (found := self._annotations.get(kept.note))]
            self._annotations.set_trashed([one.id for one in notes], datetime.now(UTC))
            self._received.set_removed([kept.thing.key for kept in several], removed=True)
        documents = {one.place.document for one in notes}
        lines = any(kept.thing.key.kind is ThingKind.LINE for kept in several)
        return Changes(
            annotations=frozenset(one.place for one in notes), contributions=frozenset(documents), settings=lines
        )
