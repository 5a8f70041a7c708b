"""Spelling by the hunspell dictionaries of the system, through Enchant; off where either is not installed."""

import logging
import re
from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Any

_log = logging.getLogger(__name__)
_COUNTRIES = {"en": "en_GB", "el": "el_GR", "fr": "fr_FR", "de": "de_DE", "pt": "pt_PT"}
"""The dictionaries preferred where a language has several."""
_WORD = re.compile(r"(?<![\w./@-])[^\W\d_]{2,}(?:['’][^\W\d_]+)*(?![\w/@]|\.\w)")
_SUGGESTIONS = 6


class Spelling:
    """Checks words: slow the first time, safe on any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._dictionaries: dict[str, Any] = {}

    def misspelled(self, text: str, language: str, known: str = "") -> list[tuple[int, int]]:
        """Return the words of a text that no dictionary has, in code points; none where there is no dictionary.

        Abbreviations and words with digits are passed over.

        Args:
            language: ISO 639-1.
            known: A text whose words are passed over.
        """
        passed = set(_WORD.findall(known))
        with self._lock:
            dictionary = self._dictionary(language)
            if dictionary is None:
                return []
            words = (match for match in _WORD.finditer(text) if not match[0].isupper() and match[0] not in passed)
            return [match.span() for match in words if not dictionary.check(match[0].replace("’", "'"))]

    def suggestions(self, word: str, language: str) -> Sequence[str]:
        with self._lock:
            dictionary = self._dictionary(language)
            return dictionary.suggest(word.replace("’", "'"))[:_SUGGESTIONS] if dictionary is not None else ()

    def _dictionary(self, language: str) -> Any:
        if language not in self._dictionaries:
            known = self._broker.list_languages() if self._broker is not None else []
            tags = sorted(tag for tag in known if tag.partition("_")[0] == language)
            preferred = _COUNTRIES.get(language, language)
            tag = preferred if preferred in tags else next(iter(tags), "")
            self._dictionaries[language] = self._broker.request_dict(tag) if tag else None
            _log.info("Spelling in %s: %s", language, tag or "no dictionary")
        return self._dictionaries[language]

    @cached_property
    def _broker(self) -> Any:
        try:
            import enchant
        except ImportError:  # the extra, or the library that it loads, is not installed
            return None
        return enchant.Broker()
