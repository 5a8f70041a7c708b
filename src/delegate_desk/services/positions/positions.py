"""Positions of our delegation: entries, versions, stances and phrases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from delegate_desk import paths
from delegate_desk.core import errors
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.delegations import delegation, protocol_rank
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.library import policies
from delegate_desk.core.positions.new_provisions import in_text_order, is_address, propose_label
from delegate_desk.core.positions.position import (
    PRIORITIES,
    Clearing,
    FieldChange,
    Position,
    PositionEntry,
    PositionStatus,
    ReadyPhrase,
    Sending,
    Stance,
    StanceStep,
    Version,
    VersionDifference,
    compare_versions,
    differences,
    matching_phrases,
    replace_words,
    stance_step,
    start_draft,
)
from delegate_desk.core.text import without_half_characters
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.positions import PhraseStore, PositionHistoryStore

_TYPED = frozenset({"proposal", "comment", "internal", "justification", "red_line", "instruction", "source", "label"})


class Positions:
    def __init__(self, stores: LibraryStores, history: History) -> None:
        self._store = store = stores.positions
        self._versions = stores.versions
        self._documents = stores.documents
        self._database = stores.database
        self._history = history
        self.get, self.documents = store.get, store.documents
        self.summary, self.summaries = store.summary, store.summaries
        self.delegation = self._database.delegation

    def name(self, document: DocumentId) -> str:
        """Return the name of a document.

        Raises:
            UnknownDocumentError: If there is no such document.
        """
        return self._documents.held(document).name

    def sources(self, position: Position) -> dict[Address, str]:
        units = (self._documents.unit(Place(position.document, item.address)) for item in position.items)
        return {unit.address: unit.text for unit in units if unit is not None}

    def write(self, before: Position, after: Position, edited: str = "", *, typed: bool = False) -> Changes:
        is_same_version = after.version > 1 and before.version == after.version
        sent = self._versions.versions(after.document) if is_same_version else []
        last = sent[-1].position if sent else None
        if (
            last is not None
            and after.status is PositionStatus.DRAFT
            and last.version == after.version - 1
            and (last.general, last.internal, last.items) == (after.general, after.internal, after.items)
        ):  # the draft equals the version sent
            after = replace(after, status=last.status, version=last.version, cleared=last.cleared, sent=last.sent)
        if before == after:
            return Changes()
        key = f"position {before.document} {edited}".rstrip()
        edit = HistoryEdit(EditSubject.POSITION, before.document, key, before, after)
        return self._history.do(edit, self._apply_edit, typed=typed)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        before, after = edit.before, edit.after
        if self._documents.get(edit.document) is None:
            return Changes()
        assert isinstance(before, Position)
        assert isinstance(after, Position)
        assert isinstance(value, Position)
        lines = [{item.address: item for item in position.items} for position in (before, after, value)]
        with self._database.write():
            for address in lines[0] | lines[1]:
                if lines[0].get(address) != lines[1].get(address):
                    self._store.set_item(edit.document, lines[2].get(address, PositionEntry(address)))
            if (before.general, before.internal) != (after.general, after.internal):
                self._store.set_texts(edit.document, value.general, value.internal)
            states = [(v.status, v.version, v.cleared, v.sent) for v in (before, after)]
            if states[0] != states[1]:
                self._store.set_state(value)
                self._versions.thaw(value.document, value.version + (value.sent is not None))
            if states[0] != states[1] and value.sent is not None:
                frozen = [v for v in self._versions.versions(value.document) if v.position.version == value.version]
                current = self._store.get(value.document)
                self._versions.freeze(Version(current, frozen[0].sources if frozen else self.sources(current)))
        return Changes(positions=frozenset({edit.document}))

    def word_changes(self, document: DocumentId, item: PositionEntry) -> WordDiff:
        if item.proposal is None:
            return ()
        unit = self._documents.unit(Place(document, item.address))
        if unit is None:  # a new provision, or one whose paragraph is missing
            return ((WordChange.INSERT, item.proposal),) if item.proposal and item.after is not None else ()
        return diff_words(unit.text, item.proposal)

    def set_general(self, document: DocumentId, text: str) -> Changes:
        before = self._store.get(document)
        after = replace(start_draft(before), general=without_half_characters(text))
        return self.write(before, after, "general", typed=True)

    def set_internal(self, document: DocumentId, text: str) -> Changes:
        before = self._store.get(document)
        after = replace(start_draft(before), internal=without_half_characters(text))
        return self.write(before, after, "internal", typed=True)

    def new_item(self, document: DocumentId, after: Address) -> PositionEntry:
        """Return a new provision that would follow another, with the address and label that it would get.

        Args:
            after: Address of a unit or of another new provision; empty for the beginning of the text.

        Raises:
            UnknownPlaceError: If there is no such provision.
        """
        stored = self._documents.get(document)
        units = {unit.address: unit for unit in self._documents.content(stored).units()} if stored else {}
        items = {item.address: item for item in self._store.get(document).items}
        if after and after not in units and after not in items:
            raise errors.UnknownPlaceError(self.name(document), after)
        previous = units.get(after) or items.get(after)
        language = stored.header.language if stored else ""
        address, label = propose_label(after, previous.label if previous else "", {*units, *items}, language)
        return PositionEntry(address, after=after, label=label)

    def set_item(
        self, document: DocumentId, item: PositionEntry, *, typed: bool = True, instead_of: Address | None = None
    ) -> Changes:
        """Save our entry on a paragraph, or a new provision; an empty entry is deleted.

        Args:
            instead_of: Address of the entry that it replaces, such as before a new provision was moved.

        Raises:
            UnknownPlaceError: If the document has no such paragraph and it is not a new provision, or if the unit that
                it should follow does not exist.
            UnknownDelegationError: If a delegation that we are joined by is no Member State.
            NotUnderstoodError: If there is no such priority.
        """
        before = self._store.get(document)
        self._check(before, item)
        item = _without_half_characters(replace(item, joint=_codes(item.joint)))
        old_item = before.entry_at(item.address)
        changed = {difference.field for difference in differences(old_item, item)}
        if not changed:
            return Changes()
        lines = {entry.address: entry for entry in before.items} | {item.address: item}
        if item.is_empty():
            lines = _without(lines, old_item)
        if instead_of is not None and instead_of != item.address:
            lines = _without(lines, before.entry_at(instead_of))
        items = in_text_order(lines.values(), self._documents.addresses(document))
        after = replace(start_draft(before), items=tuple(items))
        edited = f"{item.address} {' '.join(sorted(changed))}"
        return self.write(before, after, edited, typed=typed and changed <= _TYPED)

    def replace_words(self, document: DocumentId, words: str, replacement: str) -> tuple[Changes, int]:
        """Replace words in everything that we wrote on a document, as a single step; return how many were replaced."""
        before = self._store.get(document)
        replaced, count = replace_words(before, words, without_half_characters(replacement)) if words else (before, 0)
        if replaced == before:
            return Changes(), count
        after = replace(start_draft(before), general=replaced.general, internal=replaced.internal, items=replaced.items)
        return self.write(before, after, "replace"), count

    def remove_item(self, document: DocumentId, address: Address) -> Changes:
        return self.set_item(document, PositionEntry(address), typed=False)

    def clear(self, document: DocumentId, name: str) -> Changes:
        """Record now who cleared the position.

        Raises:
            PositionStateError: If there is none, if it was sent or withdrawn, or if nobody is named.
        """
        before = self._step(document)
        if before.status in (PositionStatus.SENT, PositionStatus.WITHDRAWN):
            raise self._state_error(document, errors.PositionFault(before.status))
        if not name.strip():
            raise self._state_error(document, errors.PositionFault.NOBODY_CLEARED)
        cleared = Clearing(name.strip(), datetime.now(UTC))
        return self.write(before, replace(before, status=PositionStatus.CLEARED, cleared=cleared), "clear")

    def send(self, document: DocumentId, recipient: str, file: str = "") -> Changes:
        """Record now to whom the position was sent; this version is not changed any more.

        Later recipients of the same version are added to the earlier ones.

        Args:
            file: The name of the file, or its path, of which only the name is stored.

        Raises:
            PositionStateError: If there is none, if it is withdrawn, or if nobody is named.
        """
        before = self._step(document)
        if before.status is PositionStatus.WITHDRAWN:
            raise self._state_error(document, errors.PositionFault.WITHDRAWN)
        if not recipient.strip():
            raise self._state_error(document, errors.PositionFault.SENT_TO_NOBODY)
        name = PurePath(file.replace("\\", "/")).name
        now = datetime.now(UTC)
        earlier = before.sent or Sending("", "", now)
        sent = Sending(_append_distinct(earlier.to, recipient.strip()), _append_distinct(earlier.file, name), now)
        return self.write(before, replace(before, status=PositionStatus.SENT, sent=sent), "send")

    def withdraw(self, document: DocumentId) -> Changes:
        """Withdraw the whole position; it can still be read. Withdrawing twice does nothing.

        Raises:
            PositionStateError: If there is none.
        """
        before = self._step(document)
        return self.write(before, replace(before, status=PositionStatus.WITHDRAWN), "withdraw")

    def set_delegation(self, code: str) -> Changes:
        """Set our delegation.

        Raises:
            UnknownDelegationError: If the code belongs to no Member State.
            PolicyError: If the administrator requires another.
        """
        member = delegation(code)
        if member is None:
            raise errors.UnknownDelegationError(code)
        policies.check_delegation(member)
        self._database.set_delegation(member)
        return Changes(settings=True)

    def _check(self, before: Position, item: PositionEntry) -> None:
        addresses = frozenset(self._documents.addresses(before.document))
        items = {entry.address: entry for entry in before.items}
        is_removed = item.is_empty() and item.address in items
        is_new = is_address(item.address) and (item.after is not None or is_removed)
        if item.address not in addresses and not is_new:
            raise errors.UnknownPlaceError(self.name(before.document), item.address)
        after = item.after
        visited = {item.address}
        while after and after not in addresses:
            if after in visited or after not in items:
                raise errors.UnknownPlaceError(self.name(before.document), item.after or "")
            visited.add(after)
            after = items[after].after
        if after and f"{after}__".startswith(f"{item.address}__"):  # it would follow itself or its own child
            raise errors.UnknownPlaceError(self.name(before.document), after)
        if item.priority is not None and item.priority not in PRIORITIES:
            raise errors.NotUnderstoodError("priority", str(item.priority))

    def _step(self, document: DocumentId) -> Position:
        before = self._store.get(document)
        if document not in self._store.documents():
            raise self._state_error(document, errors.PositionFault.EMPTY)
        return before

    def _state_error(self, document: DocumentId, fault: errors.PositionFault) -> errors.PositionStateError:
        return errors.PositionStateError(self.name(document), fault)


def _without_half_characters(item: PositionEntry) -> PositionEntry:
    """Return an item without unpaired surrogates, which text saved at each key may contain."""
    values: dict[str, Any] = {name: value for name in _TYPED if (value := getattr(item, name)) is not None}
    fields: dict[str, Any] = {name: without_half_characters(value) for name, value in values.items()}
    fields["fallbacks"] = tuple(map(without_half_characters, item.fallbacks))
    fields["tags"] = tuple(map(without_half_characters, item.tags))
    return replace(item, **fields)


def _codes(joint: tuple[str, ...]) -> tuple[str, ...]:
    members = {code: delegation(code) for code in joint}
    for code, value in members.items():
        if value is None:
            raise errors.UnknownDelegationError(code)
    return tuple(sorted({value for value in members.values() if value}, key=protocol_rank))


def _without(lines: dict[Address, PositionEntry], old: PositionEntry) -> dict[Address, PositionEntry]:
    """Return the lines without one of them; new provisions that followed it take its position."""
    return {
        address: replace(entry, after=old.after) if entry.after == old.address and old.after is not None else entry
        for address, entry in lines.items()
        if address != old.address
    }


def _append_distinct(listed: str, new: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, (*listed.split("; "), new))))


class PositionVersions:
    def __init__(self, store: PositionHistoryStore, positions: Positions) -> None:
        self._store = store
        self._positions = positions

    def all(self, document: DocumentId) -> list[Version]:
        sent = self._store.versions(document)
        current = self._positions.get(document)
        if sent and sent[-1].position.version == current.version:
            return sent
        return [*sent, Version(current, self._positions.sources(current))]

    def get(self, document: DocumentId, number: int) -> Version:
        """Return a version.

        Raises:
            UnknownVersionError: If there is no such version.
        """
        for version in self.all(document):
            if version.position.version == number:
                return version
        raise errors.UnknownVersionError(self._positions.name(document), number)

    def compare(self, document: DocumentId, old: int, new: int) -> VersionDifference:
        """Return the changes between two versions of a position.

        Raises:
            UnknownVersionError: If there is no such version.
        """
        return compare_versions(self.get(document, old).position, self.get(document, new).position)

    def changes(self, document: DocumentId, address: Address | None = None, field: str = "") -> list[FieldChange]:
        return [
            change
            for change in reversed(self._store.changes(document))
            if (address is None or change.address == address) and (not field or change.field == field)
        ]


_NO_DOCUMENT = DocumentId(0)


class Phrases:
    def __init__(self, store: PhraseStore, history: History) -> None:
        self._store = store
        self._history = history
        self.all = self._store.all

    def ready(self, language: str) -> list[ReadyPhrase]:
        """Return the phrases of the program in a language, else in English, without those a person replaced."""
        table = paths.load_table("ready_phrases")
        chosen = language if language in table else "en"
        own_keys = {phrase.key for phrase in self._store.all()}
        phrases = [ReadyPhrase(keyword, chosen, text) for keyword, text in table[chosen].items()]
        return [phrase for phrase in phrases if phrase.key not in own_keys]

    def find(self, typed: str, language: str | None = None) -> list[ReadyPhrase]:
        return matching_phrases([phrase for phrase in self._store.all() if language in (None, phrase.language)], typed)

    def save(self, phrase: ReadyPhrase, instead_of: ReadyPhrase | None = None) -> Changes:
        """Save a phrase; it replaces one with the same keyword and language.

        Args:
            instead_of: The phrase before editing, if its keyword or language may have changed.

        Raises:
            NamelessPhraseError: If it has no keyword or no text.
        """
        ready_phrase = ReadyPhrase(" ".join(phrase.keyword.split()), phrase.language, phrase.text.strip())
        if not ready_phrase.keyword or not ready_phrase.text:
            raise errors.NamelessPhraseError
        keys = {ready_phrase.key, *([instead_of.key] if instead_of else [])}
        return self._write(keys, (ready_phrase,))

    def remove(self, phrase: ReadyPhrase) -> Changes:
        return self._write({phrase.key}, ())

    def _write(self, keys: set[tuple[str, str]], after: tuple[ReadyPhrase, ...]) -> Changes:
        before = tuple(phrase for phrase in self._store.all() if phrase.key in keys)
        if before == after:
            return Changes()
        edit = HistoryEdit(EditSubject.PHRASE, _NO_DOCUMENT, f"phrase {sorted(keys)}", before, after)
        return self._history.do(edit, self._apply_edit)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        assert isinstance(edit.before, tuple)
        assert isinstance(edit.after, tuple)
        assert isinstance(value, tuple)
        self._store.replace({*edit.before, *edit.after}, value)
        return Changes(settings=True)


class StanceKeys:
    def __init__(self, positions: Positions, annotations: Annotations) -> None:
        self._positions = positions
        self._annotations = annotations

    def press(
        self,
        place: Place,
        pressed: Stance,
        span: tuple[int, int] | None = None,
        *,
        report: Callable[[StanceStep], object] = lambda _: None,
    ) -> Changes:
        """Set, replace or remove our stance on a paragraph, or a mark beside it.

        Args:
            span: Offsets of the selected words; only marks can be set on them.
            report: Called with the step that was done.

        Raises:
            UnknownPlaceError: If the document has no such paragraph.
        """
        item = self._positions.get(place.document).entry_at(place.address)
        marks = [
            mark
            for mark in self._annotations.for_place(place)
            if not (mark.author or mark.holder or mark.reply_to)
            and span == ((mark.quote.start, mark.quote.end) if mark.quote else None)
        ]
        step = stance_step(pressed, item.stance, {mark.kind for mark in marks}, on_words=span is not None)
        report(step)
        if step is StanceStep.ADD_MARK:
            return self._annotations.save(self._annotations.new(place, AnnotationKind(pressed.value), span=span))
        if step is StanceStep.REMOVE_MARK:
            return self._annotations.remove_many([mark.id for mark in marks if mark.kind.value == pressed.value])
        stance = None if step is StanceStep.REMOVE else pressed
        return self._positions.set_item(place.document, replace(item, stance=stance), typed=False)
