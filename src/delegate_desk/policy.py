"""An administrator's policies for everybody on this computer: default values, and locked values.

The file has the form of Firefox's ``policies.json``: one object ``policies`` of names and values, where ``{"Value": …,
"Locked": true}`` instead of a value locks it. On Windows a value of the registry key ``REGISTRY`` takes precedence;
``packaging/windows`` has the template for the policy editor.
"""

import contextlib
import json
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

REGISTRY = r"SOFTWARE\Policies\Delegate Desk"

NAMES: Mapping[str, type] = {
    "LibraryFolder": str,
    "RequireEncryption": bool,
    "AllowSharedFolder": bool,
    "InterfaceLanguage": str,
    "ReadingLanguages": list,
    "Delegation": str,
    "ExportTemplate": str,
}
"""The policies with the types of their values; environment variables in folders and files are expanded."""
SETTINGS: Mapping[str, str] = {
    "InterfaceLanguage": "language",
    "ReadingLanguages": "reading_languages",
    "ExportTemplate": "export_template",
}
"""The policies that set a user's settings, with the names of these."""
_PATHS = ("LibraryFolder", "ExportTemplate")
_CHOICES: Mapping[str, tuple[str, ...]] = {"InterfaceLanguage": ("system", "en", "el", "fr")}
_LOCKED_AT: Mapping[str, bool] = {"RequireEncryption": True, "AllowSharedFolder": False}
"""The policies that forbid something with one value, which is always locked, and leave the choice with the other."""


class Policy(NamedTuple):
    """The policies in force.

    Attributes:
        values: By name; only those that are set.
        locked: Names of those that users cannot change.
        fault: Why the file or the registry key cannot be used; empty if it can, or there is none.
    """

    values: Mapping[str, Any] = {}
    locked: frozenset[str] = frozenset()
    fault: str = ""

    @property
    def library(self) -> Path | None:
        return Path(self.values["LibraryFolder"]) if "LibraryFolder" in self.values else None

    @property
    def requires_encryption(self) -> bool:
        return bool(self.values.get("RequireEncryption", False))

    def of_settings(self, *, locked: bool) -> dict[str, Any]:
        """Return the user's settings that are set here: the locked ones, or the defaults of the others."""
        return {
            setting: self.values[name]
            for name, setting in SETTINGS.items()
            if name in self.values and (name in self.locked) is locked
        }


def file() -> Path:
    """Return the policy file, in a folder that only an administrator can write."""
    if sys.platform == "win32":
        return Path(sys.executable).resolve().parent / "policies.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Delegate Desk/policies.json")
    return Path("/etc/delegate-desk/policies.json")


def current() -> Policy:
    return Policy() if _are_lifted.is_set() else read()


@contextlib.contextmanager
def lift() -> Iterator[None]:
    """Have no policies, for the libraries of a self-test, which are deleted when it ends."""
    _are_lifted.set()
    try:
        yield
    finally:
        _are_lifted.clear()


_are_lifted = threading.Event()


@cache
def read() -> Policy:
    """Read the policies of this computer, once."""
    source = str(file())
    try:
        of_file = _file_policies()
        parse(of_file)
        source = REGISTRY
        return parse(of_file | _registry_policies())
    except (OSError, ValueError, RecursionError) as error:
        return Policy(fault=f"{source}: {error}")


def parse(entries: Mapping[str, Any]) -> Policy:
    """Return policies as given in a file or in the registry; unknown ones are ignored.

    Raises:
        ValueError: If a value is invalid for its policy.
    """
    values: dict[str, Any] = {}
    locked: set[str] = set()
    for name, kind in NAMES.items():
        entry = entries.get(name)
        value = entry.get("Value") if isinstance(entry, dict) else entry
        if entry is None:
            continue
        has_texts = not isinstance(value, list) or all(isinstance(part, str) for part in value)
        if type(value) is not kind or not has_texts or value not in _CHOICES.get(name, (value,)):
            raise ValueError(f"{name} has a value that it cannot have")
        values[name] = value
        if name in _PATHS:
            values[name] = str(Path(os.path.expandvars(str(value))).expanduser())
            if not Path(values[name]).is_absolute():
                raise ValueError(f"{name} is not an absolute path")
        if value == _LOCKED_AT[name] if name in _LOCKED_AT else isinstance(entry, dict) and entry.get("Locked") is True:
            locked.add(name)
    return Policy(values, frozenset(locked))


def _file_policies() -> dict[str, Any]:
    try:
        stored = json.loads(file().read_bytes())  # UTF-8 or UTF-16, also with the mark that editors of Windows write
    except FileNotFoundError:
        return {}
    policies = stored.get("policies") if isinstance(stored, dict) else None
    if not isinstance(policies, dict):
        raise ValueError("there is no object named policies in it")  # noqa: TRY004  (of the file, not of a caller)
    return policies


def _registry_policies() -> dict[str, Any]:
    """Return the values of the registry key; the value 1 of a name followed by ``Locked`` locks it."""
    found: dict[str, Any] = {}
    if sys.platform == "win32":
        import winreg

        with contextlib.suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, REGISTRY) as key:
            for n in range(winreg.QueryInfoKey(key)[1]):
                name, value, _ = winreg.EnumValue(key, n)
                found[name] = value
    return from_registry(found)


def from_registry(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a registry key as in a file: numbers are truth values and lists have commas."""

    def value(name: str) -> Any:
        stored = found[name]
        if NAMES[name] is bool and stored in (0, 1):
            return bool(stored)
        if NAMES[name] is list and isinstance(stored, str):
            return [part.strip() for part in stored.split(",")]
        return stored

    return {name: {"Value": value(name), "Locked": found.get(f"{name}Locked") == 1} for name in NAMES if name in found}
