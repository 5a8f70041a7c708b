"""Spelling with the hunspell dictionaries of the system and of LibreOffice, through Enchant; off without Enchant."""

import atexit
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

_log = logging.getLogger(__name__)
_COUNTRIES = {"en": "en_GB", "el": "el_GR", "fr": "fr_FR", "de": "de_DE", "pt": "pt_PT"}
"""Preferred dictionary of languages that have several."""
_WORD = re.compile(r"(?<![\w./@-])[^\W\d_]{2,}(?:['’][^\W\d_]+)*(?![\w/@]|\.\w)")
_SUGGESTIONS = 6
_ENCHANT_FOLDER = "ENCHANT_CONFIG_DIR"
_TAG = re.compile(r"([a-z]{2,3})(?:_([A-Z]{2}))?(?:_\w+)?")
"""Pattern of a dictionary's name: ``en_GB``, ``fr``; some have a name after the country, as ``de_DE_frami``."""


class Spelling:
    """Checks words. Slow the first time; safe on any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._dictionaries: dict[str, Any] = {}

    def find_misspelled(self, text: str, language: str, known: str = "") -> list[tuple[int, int]]:
        """Return the words of a text that no dictionary has, in code points; empty without a dictionary.

        Abbreviations and words with digits are skipped.

        Args:
            language: ISO 639-1.
            known: A text whose words are accepted.
        """
        accepted = set(_WORD.findall(known))
        with self._lock:
            dictionary = self._dictionary(language)
            if dictionary is None:
                return []
            words = (match for match in _WORD.finditer(text) if not match[0].isupper() and match[0] not in accepted)
            return [match.span() for match in words if not dictionary.check(match[0].replace("’", "'"))]

    def suggestions(self, word: str, language: str) -> Sequence[str]:
        with self._lock:
            dictionary = self._dictionary(language)
            return dictionary.suggest(word.replace("’", "'"))[:_SUGGESTIONS] if dictionary is not None else ()

    def _dictionary(self, language: str) -> Any:
        if language not in self._dictionaries:
            languages = self._broker.list_languages() if self._broker is not None else []
            tags = sorted(tag for tag in languages if tag.partition("_")[0] == language)
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
        if _ENCHANT_FOLDER not in os.environ:
            self._offer_libreoffice()
        return enchant.Broker()

    def _offer_libreoffice(self) -> None:
        """Let Enchant find LibreOffice's dictionaries, through a folder of links instead of the user's folder."""
        files: dict[str, Path] = {}  # by language tag, such as ``en_GB``
        for file in (file for folder in libreoffice_folders() for file in sorted(folder.rglob("*.aff"))):
            tag = _TAG.fullmatch(file.stem)
            if tag and file.with_suffix(".dic").is_file():
                files["_".join(filter(None, tag.groups()))] = file
        if not files:
            return
        links = tempfile.TemporaryDirectory(prefix="delegate-desk-spelling-")
        atexit.register(links.cleanup)
        os.environ[_ENCHANT_FOLDER] = links.name
        hunspell = Path(links.name, "hunspell")
        hunspell.mkdir()
        for name, file in files.items():
            for suffix in (".aff", ".dic"):
                link = hunspell / f"{name}{suffix}"
                try:
                    link.symlink_to(file.with_suffix(suffix))
                except OSError:  # Windows allows links only in developer mode
                    shutil.copyfile(file.with_suffix(suffix), link)


def libreoffice_folders() -> list[Path]:
    """Return the folders in which LibreOffice may have dictionaries: its own, then those added by the user."""
    home = Path.home()
    if sys.platform == "win32":
        programs = [Path(os.environ.get(name, "C:/Program Files")) for name in ("ProgramFiles", "ProgramFiles(x86)")]
        shares = [folder / "LibreOffice" / "share" for folder in programs]
        profile = Path(os.environ.get("APPDATA", home), "LibreOffice")
    elif sys.platform == "darwin":
        shares = [Path("/Applications/LibreOffice.app/Contents/Resources")]
        profile = home / "Library" / "Application Support" / "LibreOffice"
    else:
        installed = sorted(Path("/opt").glob("libreoffice*"))
        roots = [Path("/usr/lib/libreoffice"), Path("/usr/lib64/libreoffice"), *installed]
        shares = [root / "share" for root in roots]
        profile = Path(os.environ.get("XDG_CONFIG_HOME", home / ".config"), "libreoffice")
    return [*(share / "extensions" for share in shares), profile / "4" / "user" / "uno_packages" / "cache"]
