"""Groups of delegations that a person defines, to be named by one word in a line."""

from collections.abc import Iterable, Mapping

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.errors import UnknownDelegationError
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.services.library.edit_history import History
from delegate_desk.services.meetings.agendas import NO_DOCUMENT
from delegate_desk.storage.db.stores.meetings import MeetingStore

_GROUPS = "groups of delegations"


class Groups:
    """The groups of one library."""

    def __init__(self, store: MeetingStore, history: History) -> None:
        self._groups = store
        self._group_history = history

    def groups(self) -> dict[str, tuple[str, ...]]:
        """The groups of delegations by name, each with its codes."""
        return self._groups.groups()

    def set_group(self, name: str, codes: Iterable[str]) -> Changes:
        """Keep a group of delegations under a name, in the place of the one that has it; without codes there is none.

        Raises:
            UnknownDelegationError: If a code is no Member State's.
        """
        members = []
        for code in codes:
            known = delegation(code)
            if known is None:
                raise UnknownDelegationError(code)
            members.append(known)
        bare = "".join(name.split())
        before = self._groups.groups()
        after = {one: kept for one, kept in before.items() if one.casefold() != bare.casefold()}
        if members and bare:
            after[bare] = tuple(dict.fromkeys(members))
        edit = HistoryEdit(EditSubject.MEETING, NO_DOCUMENT, _GROUPS, before, after)
        self._group_history.record(edit, self._put_groups)
        return self._put_groups(edit, after)

    def _put_groups(self, _: HistoryEdit, value: object) -> Changes:
        assert isinstance(value, Mapping)
        self._groups.set_groups(value)
        self._groups_changed()
        return Changes(settings=True)

    def _groups_changed(self) -> None:
        """What rests on the groups is to follow them."""
