"""People: the delegate's own identity, and the people they have met."""

from delegate_desk.core.changes import Changes
from delegate_desk.core.exchange.people import KnownPerson, Person, PersonId, clean_name
from delegate_desk.core.library.errors import UnknownPersonError
from delegate_desk.storage.db.stores.exchange import PeopleStore


class People:
    """The people of one library."""

    def __init__(self, store: PeopleStore) -> None:
        self._store = store

    def own_person(self) -> Person:
        return self._store.own_person()

    def set_name(self, typed: str) -> Changes:
        """Say what we call ourselves: in packages, beside our notes; empty for the delegation alone."""
        self._store.set_name(clean_name(typed))
        return Changes(settings=True)

    def all(self) -> dict[PersonId, Person]:
        return {one.id: one for one in self._store.all()}

    def other_people(self) -> list[KnownPerson]:
        return self._store.other_people()

    def find(self, typed: str) -> Person:
        """The person met whose id begins so, or whose name or delegation is this.

        Raises:
            UnknownPersonError: If there is none, or more than one.
        """
        wanted = typed.strip().casefold()
        fitting = [
            one.person
            for one in self.other_people()
            if wanted and (one.person.id.startswith(wanted) or wanted in map(str.casefold, one.person.own_description))
        ]
        if len(fitting) != 1:
            raise UnknownPersonError(typed)
        return fitting[0]
