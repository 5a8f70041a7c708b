"""Terms of one language from a list of terms, looked up by their words; the entry leads to other languages."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.search.across.pair_table import FORMAT, write_strings, written
from delegate_desk.search.across.word_keys import WordKeys
from delegate_desk.search.engine.segment_file import SegmentFile
from delegate_desk.search.engine.segment_reader import TermDictionary

LONGEST = 6
"""Maximum number of words of a term that is looked up as a whole."""


def term_key(text: str, language: str) -> str:
    return " ".join(key for _, _, key in WordKeys(language).kept(text))


class TermFile:
    """The terms of one language; safe on any thread.

    Raises:
        OSError: If it is missing, incomplete, or of another version.
        KeyError: If it is from before versions were recorded.
        SealBrokenError: If it was sealed and has been changed.
    """

    def __init__(self, path: Path, cipher: Cipher = PLAIN) -> None:
        self._file = SegmentFile.open_shared(path, cipher)
        if self._file["format"].tolist() != [FORMAT]:
            raise OSError("of another version")
        self._keys = TermDictionary(self._file, "keys")
        self._texts = TermDictionary(self._file, "texts")

    def entries(self, key: str) -> list[int]:
        """Return the entries that have a term with these words."""
        number = self._keys.number(key.encode("utf-8", "replace")) if key else -1
        if number < 0:
            return []
        low, high = self._file["start"][number : number + 2].tolist()
        found: list[int] = self._file["entries"][low:high].tolist()
        return found

    def texts(self, entry: int) -> list[str]:
        """Return the terms of an entry, the preferred one first."""
        found = self._texts.term(entry).decode() if entry < self._texts.count else ""
        return found.split("\n") if found else []


def write_terms(path: Path, language: str, entries: Iterable[Sequence[str]], cipher: Cipher = PLAIN) -> None:
    """Write the terms of a language, entry by entry; an entry may have none."""
    texts: list[str] = []
    keys: dict[str, list[int]] = {}
    for number, terms in enumerate(entries):
        texts.append("\n".join(terms))
        for term in terms:
            key = term_key(term, language)
            if key and key.count(" ") < LONGEST:
                keys.setdefault(key, []).append(number)
    ordered = sorted(keys)
    with written(path, len(texts), cipher) as file:
        file.append("format", np.array([FORMAT], np.int64))
        write_strings(file, "keys", ordered)
        write_strings(file, "texts", texts)
        file.append("start", np.cumsum([0, *(len(keys[key]) for key in ordered)]).astype(np.int64))
        file.append("entries", np.array([number for key in ordered for number in keys[key]], np.int32))
