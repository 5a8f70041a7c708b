"""Names of files: which are clutter, which hold other files, and how a name from outside is made harmless."""

import re
import unicodedata
from pathlib import PurePosixPath

CONTAINERS = frozenset({".zip", ".eml"})
_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"})
_LONGEST = 200
_LONGEST_SUFFIX = 10
_DEEPEST = 20
_LONGEST_PATH = 8_000


def holds_others(name: str) -> bool:
    """True for a file that is opened to take in the files in it."""
    return PurePosixPath(name).suffix.lower() in CONTAINERS


def is_clutter(name: str) -> bool:
    """True for what systems and programs leave beside a person's own files: hidden files, locks, previews."""
    return name.startswith((".", "~$")) or name.lower() in _CLUTTER or name.endswith("~")


def harmless(path: str) -> str:
    """A path inside another file, as it is shown: relative, its parts divided by ``/``, none of them leading out.

    What is too long loses its middle; the suffix stays.
    """
    if len(path) > _LONGEST_PATH:
        path = f"{path[: _LONGEST_PATH // 2]}/{path[-_LONGEST_PATH // 2 :]}"
    parts = re.split(r"[/\\]+", "".join(c for c in path if unicodedata.category(c) not in ("Cc", "Cf", "Cs")))
    kept = [_short(part.strip()) for part in parts if part.strip() not in ("", ".", "..")]
    if len(kept) > _DEEPEST:
        kept = [*kept[: _DEEPEST - 1], kept[-1]]
    if kept and re.fullmatch(r"[A-Za-z]:", kept[0]):
        kept.pop(0)
    return "/".join(kept)


def _short(part: str) -> str:
    suffix = PurePosixPath(part).suffix
    if len(part) <= _LONGEST or len(suffix) > _LONGEST_SUFFIX:
        return part[:_LONGEST]
    return part[: _LONGEST - len(suffix)] + suffix
