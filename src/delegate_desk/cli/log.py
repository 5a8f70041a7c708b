"""The log: identifiers, counts and durations, never text of a document."""

import logging
import logging.handlers
import os

from delegate_desk import paths

_SIZE = 500_000


def begin() -> None:
    """Log to a file in the person's log folder; a folder that cannot be written is no reason not to work."""
    root = logging.getLogger("delegate_desk")
    if root.handlers:
        return
    root.setLevel(os.environ.get("DELEGATE_DESK_LOG", "INFO").upper())
    handler: logging.Handler
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "delegate-desk.log", maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    logging.raiseExceptions = False  # a full disk is said where it matters, not by the log
