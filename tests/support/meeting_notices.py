"""Notices of meetings with their expected contents, written by us before the parser was run on them."""

import tomllib
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[1] / "data" / "notices"

Item = tuple[str, str, tuple[str, ...]]
"""Number, title, documents."""


@dataclass(frozen=True)
class Notice:
    """A notice as printed in a text file, and its expected contents."""

    name: str
    text: str
    body: str
    date: date
    time: time | None
    place: str
    contact: str
    items: tuple[Item, ...]


def _read(name: str, told: dict[str, Any]) -> Notice:
    items = tuple((number, title, tuple(documents)) for number, title, documents in told["items"])
    return Notice(name, (_FOLDER / name).read_text(encoding="utf-8"), **{**told, "items": items})


NOTICES = tuple(
    _read(name, told) for name, told in tomllib.loads((_FOLDER / "truth.toml").read_text(encoding="utf-8")).items()
)
HARBOURS, SCHOOLS = NOTICES[0], NOTICES[5]
