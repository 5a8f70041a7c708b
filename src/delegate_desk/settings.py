"""The user's settings: one field each, stored in one small file."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from delegate_desk import policy
from delegate_desk.files import written_whole

_LARGEST = 2**31 - 1
"""The largest number that Qt accepts."""
_BEFORE_IT_WAS_KEPT = "0.7.0"
"""The version of settings that do not state one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of the user, and the state in which they left the program.

    Attributes:
        theme: ``system``, ``light`` or ``dark``.
        reading_size: Font size of the reader in pixels, 13 to 26.
        window: Qt's own record of the window's size and place, in base 64.
        columns: Widths of the left, middle and right column, in pixels.
        sections_folded: True, by the name of a section of the paragraph's file, if the user folded it.
        original_shown: True if version 0.8 showed the original pages in all tabs.
        proposals_shown: True if our drafting is shown in texts with their mark-up.
        open_documents: Numbers of the open documents, by library folder.
        places: The current address, by library folder and document number.
        export_kind: The kind of the last export of a document.
        export_markup: How its changes are shown.
        export_columns: Columns of its table, by kind of export.
        export_labels: Language of its labels, by language of the document.
        export_template: Path of the organisation's template; empty for our own layout.
        export_templates: Templates used, the latest first.
        second_places: The second location for backups, by library folder.
        lock_minutes: Minutes without input after which an encrypted library locks; 0 for never.
        language: Language of the window: ``system``, ``en``, ``el`` or ``fr``.
        recent_commands: Names of the commands chosen last in the palette, the latest first.
        moved_keys_told: Keys of an earlier version whose new command was announced.
        synced_said: Marks of the libraries whose synchronisation by a service was announced.
        density: Spacing of rows: ``comfortable`` or ``compact``.
        reduce_motion: True to animate nothing, whatever the system's setting.
        recent_libraries: Folders of other libraries opened, the latest first.
        welcomed: Folders of the libraries in which the welcome was answered or closed.
        guide: The current step of the guide, from 1; 0 when it is finished.
        reading_languages: Codes of the languages in which the user reads documents; empty if never chosen.
        seen_version: The newest version of the program started; empty at first.
        across_shown: True to show hits in other languages below the results of a search.
        unread: Numbers of the documents marked as unread by the user, by library folder.
        visits: When each library was last closed, as ISO 8601 in UTC, by its folder.
        open_tabs: Content of the tabs, by library folder, in numbers and addresses: see ``gui/shell``.
    """

    theme: str = "system"
    reading_size: int = 17
    window: str = ""
    columns: Sequence[int] = (264, 480, 352)
    left_shown: bool = True
    right_shown: bool = True
    outline_shown: bool = False
    sections_folded: Mapping[str, bool] = field(default_factory=dict)
    original_shown: bool = False
    proposals_shown: bool = False
    open_documents: Mapping[str, Sequence[int]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    export_kind: str = "position"
    export_markup: str = "council"
    export_columns: Mapping[str, str] = field(default_factory=dict)
    export_labels: Mapping[str, str] = field(default_factory=dict)
    export_template: str = ""
    export_templates: Sequence[str] = ()
    export_opens_file: bool = False
    lock_minutes: int = 10
    language: str = "system"
    synced_said: Sequence[str] = ()
    second_places: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    recent_commands: Sequence[str] = ()
    moved_keys_told: Sequence[str] = ()
    tabs_come_back: bool = True
    density: str = "comfortable"
    reduce_motion: bool = False
    recent_libraries: Sequence[str] = ()
    welcomed: Sequence[str] = ()
    guide: int = 1
    reading_languages: Sequence[str] = ()
    across_shown: bool = True
    seen_version: str = ""
    open_tabs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    visits: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def second_place(self, library: Path) -> Path | None:
        chosen = self.second_places.get(str(library))
        return Path(chosen) if isinstance(chosen, str) and chosen else None


def load(file: Path) -> Settings:
    """Read the settings; missing or unreadable ones have their default, invalid entries are ignored.

    Settings locked by an administrator have the administrator's value, whatever the file contains.
    """
    types = _types()
    sound = {name: _sound(value, types[name]) for name, value in _load(file).items() if name in types}
    chosen = {name: value for name, value in sound.items() if value is not None}
    policies = policy.current()
    return Settings(**policies.of_settings(locked=False) | chosen | policies.of_settings(locked=True))


def _load(file: Path) -> dict[str, Any]:
    """Return the contents of a settings file; empty if it cannot be read."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


@cache
def _types() -> dict[str, Any]:
    return get_type_hints(Settings)


def _sound(stored: Any, type_: Any) -> Any:
    """Return the part of a value that has the type of its field; None if there is none."""
    if type_ is Any:
        return stored if _can(str.encode, json.dumps(stored, ensure_ascii=False)) else None
    if get_origin(type_) is Mapping and isinstance(stored, dict):
        pairs = ((name, _sound(value, get_args(type_)[1])) for name, value in stored.items() if _can(os.fsencode, name))
        return {name: value for name, value in pairs if value is not None}
    if get_origin(type_) is Sequence and isinstance(stored, list):
        values = (_sound(value, get_args(type_)[0]) for value in stored)
        return [value for value in values if value is not None]
    is_sound = type(stored) is type_ and (type_ is not int or abs(stored) <= _LARGEST)
    is_sound = is_sound and (type_ is not str or _can(os.fsencode, stored))
    return stored if is_sound else None


def _can(encode: Callable[[str], bytes], text: str) -> bool:
    """False for a text with an unpaired surrogate, which cannot be encoded; a folder's name may have raw bytes."""
    try:
        encode(text)
    except UnicodeEncodeError:
        return False
    return True


def save_start_places(file: Path, library: Path, places: Sequence[tuple[int, str]]) -> None:
    """Set the places at which the next window on a library begins, by document number and address, the current last.

    Raises:
        OSError: If they cannot be saved.
    """
    settings, key = load(file), str(library)
    opened = {**settings.open_documents, key: [document for document, _ in places]}
    start_places = {**settings.places, key: {str(document): address for document, address in places}}
    save(file, replace(settings, open_documents=opened, places=start_places))


def last_seen_version(file: Path) -> str:
    """Return the newest version of the program started before; empty at the first start."""
    stored = _load(file)
    seen = stored.get("seen_version", _BEFORE_IT_WAS_KEPT if stored else "")
    return seen if isinstance(seen, str) else ""


def save(file: Path, settings: Settings) -> None:
    """Save the settings atomically: those that differ from their defaults, and none that an administrator has set.

    Raises:
        OSError: If they cannot be saved; the stored ones stay.
    """
    policies, previous = policy.current(), _load(file)
    usual, locked = asdict(Settings(**policies.of_settings(locked=False))), policies.of_settings(locked=True)
    chosen = asdict(settings).items()
    stored = {name: value for name, value in chosen if value != usual[name] and (value or usual[name])}
    stored |= {"seen_version": settings.seen_version} | {name: previous.get(name) for name in locked}
    file.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(file) as written:
        written.write(json.dumps(stored, indent=1).encode("ascii"))  # a folder's name can be any bytes
