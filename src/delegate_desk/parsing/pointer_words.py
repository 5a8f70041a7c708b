"""The words with which a text points to places, made into patterns: those of one language and the English ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.documents.document import Kind

NUMBER_FIRST = frozenset({"hu", "fi", "lt", "lv", "sl"})
"""Languages in which a number may stand before its word, ``16. cikk``."""
NUMBER_LAST_TOO = frozenset({"sl"})
"""Those of them in which it may also stand behind."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language's patterns.

    Attributes:
        unit: A word for a unit; the name of its group is the kind.
        ordinals: Behind each other, the words for first, second, third …
        joint: What stands between numbers of a list: a comma or a word.
        joints: The words among them.
        own: ``this`` before a word for an act.
        that: ``that`` before one.
    """

    unit: re.Pattern[str]
    ordinals: tuple[re.Pattern[str], ...]
    joint: re.Pattern[str]
    joints: frozenset[str]
    own: frozenset[str]
    that: frozenset[str]
    number_first: bool
    number_last: bool


@cache
def words(language: str) -> Words:
    """The patterns of a language; of English where it has no table."""
    table = paths.table("pointer_words")
    language = language if language in table["units"] else "en"
    stems = [(kind, stem) for kind, cell in table["units"][language].items() for stem in cell]
    stems.sort(key=lambda pair: -len(pair[1]))
    groups: dict[str, list[str]] = {}
    for kind, stem in stems:
        groups.setdefault(kind, []).append(_stem(stem))
    ordered = sorted(groups, key=lambda kind: (kind not in (Kind.SUBPARAGRAPH, Kind.INDENT), kind))
    unit = "|".join(rf"(?P<{kind}>{'|'.join(groups[kind])})" for kind in ordered)
    return Words(
        unit=re.compile(rf"(?<![\w-])(?:{unit})(?![\w-])", re.IGNORECASE),
        ordinals=tuple(
            re.compile(rf"(?<!\w)(?:{_any(forms)})[^\W\d_]*", re.IGNORECASE) for forms in table["ordinals"][language]
        ),
        joint=re.compile(
            rf"\s*(?:,\s*(?:(?P<and>{_any(table['joints'][language])})\s+)?"
            rf"|(?:^|(?<=[\s)]))(?P<word>{_any(table['joints'][language])})\s+|[–-])\s*",
            re.IGNORECASE,
        ),
        joints=frozenset(table["joints"][language]),
        own=frozenset(table["own"][language]),
        that=frozenset(table["that"].get(language, ())),
        number_first=language in NUMBER_FIRST,
        number_last=language not in NUMBER_FIRST or language in NUMBER_LAST_TOO,
    )


def _stem(stem: str) -> str:
    return re.escape(stem) if stem.endswith((".", "º", "o")) and "." in stem else rf"{re.escape(stem)}[^\W\d_]*"


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def treaties() -> re.Pattern[str]:
    """The names of the treaties, short and long; the name of a group is the treaty."""
    table: dict[str, Any] = paths.table("pointer_words")["treaties"]
    groups = []
    for name in sorted({*table["short"], *table["long"]}, reverse=True):
        short = [re.escape(form) for form in table["short"].get(name, ())]
        long = [form.replace("'", "['’]") for form in table["long"].get(name, ())]
        groups.append(rf"(?P<{name}>{'|'.join((*long, *short))})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")
