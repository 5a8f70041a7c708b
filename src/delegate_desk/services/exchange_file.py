"""Files of annotations, read with limits: they come from anywhere."""

import json
from pathlib import Path
from typing import Any

from delegate_desk.core.errors import ExchangeFault, UnreadableAnnotationsError
from delegate_desk.core.text import json_text

LARGEST = 32 * 1024 * 1024
"""How many bytes a file may have."""
MOST_VALUES = 1_000_000
"""How many objects and lists it may have: each takes far more memory than its two characters in the file."""


def parsed(path: Path) -> Any:
    """What a JSON file holds, in UTF-8, UTF-16 or UTF-32.

    Raises:
        UnreadableAnnotationsError: If it cannot be read, is too large, or is no JSON.
    """
    try:
        if not path.is_file():
            raise UnreadableAnnotationsError(path.name, ExchangeFault.UNREADABLE, "not a file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise UnreadableAnnotationsError(path.name, ExchangeFault.UNREADABLE, detail) from error
    if len(content) > LARGEST or content.count(b"{") + content.count(b"[") > MOST_VALUES:
        raise UnreadableAnnotationsError(path.name, ExchangeFault.TOO_LARGE)
    try:
        return json.loads(json_text(content))
    except RecursionError as error:
        raise UnreadableAnnotationsError(path.name, ExchangeFault.TOO_DEEP) from error
    except ValueError as error:  # no JSON, no text at all, or a number of thousands of digits
        raise UnreadableAnnotationsError(path.name, ExchangeFault.NOT_JSON) from error
