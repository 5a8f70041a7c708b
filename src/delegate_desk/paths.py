"""Locations of the program's resources and of the user's folders."""

import sys
from functools import cache
from pathlib import Path
from typing import Any

APPLICATION = "delegate-desk"
DESKTOP_ID = "eu.delegatedesk.DelegateDesk"
"""Name of the program for the desktop: of its menu entry, icon and package."""


_PACKAGE = Path(__file__).resolve().parent
RESOURCES = _PACKAGE / "resources"
"""Inside the package in a wheel or a frozen program, beside src/ in a checkout."""
if not RESOURCES.is_dir():
    RESOURCES = _PACKAGE.parent.parent / "resources"


def program_command(*arguments: str) -> list[str]:
    """Return the command that starts this program again, frozen or not, from any folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-P", "-m", "delegate_desk", *arguments]


@cache
def load_table(name: str) -> Any:
    """Read a table of words or facts, ``resources/tables/NAME.json``, once; nobody changes it."""
    import json

    return json.loads((RESOURCES / "tables" / f"{name}.json").read_text(encoding="utf-8"))


def _user_folder(kind: str) -> Path:
    import platformdirs

    return Path(getattr(platformdirs, kind)(APPLICATION, appauthor=False))


def default_library() -> Path:
    """Return the default library: the administrator's choice, else in the user's data folder."""
    from delegate_desk import policy

    return policy.current().library or _user_folder("user_data_dir") / "library"


def demo_library() -> Path:
    """Return the library of samples, separate from the user's own."""
    return _user_folder("user_data_dir") / "demo"


def settings_file() -> Path:
    return _user_folder("user_config_dir") / "settings.json"


def log_folder() -> Path:
    """Return the folder of the log, which contains no text of any document."""
    return _user_folder("user_log_dir")
