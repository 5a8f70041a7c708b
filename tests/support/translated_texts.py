"""The messages of the translations, and texts that would be English in a window of another language."""

import re
from xml.etree import ElementTree as ET

import translations
from delegate_desk.gui import interface_language

PLACE = re.compile(r"\{\w*(?:[:.!][^}]*)?\}|%\w")


def messages(language: str) -> list[tuple[str, str]]:
    """Source and translation of every message."""
    tree = ET.parse(translations.ts_file(language))
    return [(one.findtext("source") or "", one.findtext("translation") or "") for one in tree.iter("message")]


class EnglishTexts:
    """Whole texts of the window in English, and the parts between their placeholders, if a language has others."""

    def __init__(self, language: str) -> None:
        pairs = messages(language)
        theirs = {_bare(text) for _, text in pairs} | set(interface_language.OWN_NAMES.values())
        whole: set[str] = set()
        parts: set[str] = set()
        for source, translated in pairs:
            if _bare(source) in theirs or source == translated:
                continue
            pieces = [piece for piece in PLACE.split(source) if len(piece.split()) > 2]
            if PLACE.search(source):
                parts.update(piece.strip() for piece in pieces if piece not in translated)
            else:
                whole.add(_bare(source))
        self._whole = whole - {""}
        self._within = re.compile("|".join(re.escape(one) for one in sorted(parts, key=len, reverse=True) if one))

    def found(self, text: str) -> str:
        """The English parts of a text; empty if there are none."""
        bare = _bare(text)
        found = self._within.search(bare)
        return bare if bare in self._whole else found[0] if found else ""


def _bare(text: str) -> str:
    return text.replace("&", "").removesuffix("…").strip(" :\n")
