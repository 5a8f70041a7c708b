"""Phrases, inserted while drafting: a delegate's own, and forty that come with the program."""

from delegate_desk import paths
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import NamelessPhraseError
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.positions.phrases import ReadyPhrase, matching_phrases
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.stores.positions import PhraseStore

_NO_DOCUMENT = DocumentId(0)


class Phrases:
    def __init__(self, store: PhraseStore, history: History) -> None:
        self._store = store
        self._history = history
        self.all = self._store.all

    def ready(self, language: str) -> list[ReadyPhrase]:
        """Return the phrases that come with the program: in a language, or in English if it has none.

        An own phrase replaces that of the same keyword.
        """
        table = paths.load_table("ready_phrases")
        chosen = language if language in table else "en"
        own = {phrase.key for phrase in self._store.all()}
        phrases = [ReadyPhrase(keyword, chosen, text) for keyword, text in table[chosen].items()]
        return [phrase for phrase in phrases if phrase.key not in own]

    def find(self, typed: str, language: str | None = None) -> list[ReadyPhrase]:
        return matching_phrases([phrase for phrase in self._store.all() if language in (None, phrase.language)], typed)

    def save(self, phrase: ReadyPhrase, instead_of: ReadyPhrase | None = None) -> Changes:
        """Keep a phrase; one of the same keyword and language gives way to it.

        Args:
            instead_of: The phrase that it was before, if its keyword or language may be another now.

        Raises:
            NamelessPhraseError: If it has no keyword, or no text.
        """
        ready_phrase = ReadyPhrase(" ".join(phrase.keyword.split()), phrase.language, phrase.text.strip())
        if not ready_phrase.keyword or not ready_phrase.text:
            raise NamelessPhraseError
        keys = {ready_phrase.key, *([instead_of.key] if instead_of else [])}
        return self._write(keys, (ready_phrase,))

    def remove(self, phrase: ReadyPhrase) -> Changes:
        return self._write({phrase.key}, ())

    def _write(self, keys: set[tuple[str, str]], after: tuple[ReadyPhrase, ...]) -> Changes:
        before = tuple(phrase for phrase in self._store.all() if phrase.key in keys)
        if before == after:
            return Changes()
        edit = HistoryEdit(EditSubject.PHRASE, _NO_DOCUMENT, f"phrase {sorted(keys)}", before, after)
        self._history.record(edit, self._apply_edit)
        return self._apply_edit(edit, after)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        assert isinstance(edit.before, tuple)
        assert isinstance(edit.after, tuple)
        assert isinstance(value, tuple)
        for phrase in {*edit.before, *edit.after}:
            self._store.remove(phrase.key)
        for phrase in value:
            self._store.save(phrase)
        return Changes(settings=True)
