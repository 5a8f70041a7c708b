"""A listener on the accessibility bus, like a screen reader: a line on standard output for each announcement.

It runs with the system's Python, which has the bindings of AT-SPI: ``python3 accessibility_listener.py``.
"""

import contextlib
import sys

import gi  # type: ignore[import-not-found,unused-ignore]  # the system's Python has it

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found,unused-ignore]  # noqa: E402

KINDS = ("object:announcement", "object:state-changed:focused", "object:property-change:accessible-name")


def hear(event) -> None:  # type: ignore[no-untyped-def]  # bindings without types
    """Print an event and its source; a source deleted meanwhile is skipped."""
    with contextlib.suppress(GLib.Error):
        _tell(event)


def _tell(event) -> None:  # type: ignore[no-untyped-def]  # as above
    if event.type.startswith("object:announcement"):
        said = f"announced: {event.any_data}"
    elif event.type.startswith("object:state-changed:focused"):
        said = f"focus: {event.source.get_role_name()}: {event.source.get_name()}" if event.detail1 else ""
    else:
        said = f"name: {event.any_data}"
    if said:
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()


def main() -> int:
    """Listen until it is ended."""
    listener = Atspi.EventListener.new(hear)
    for kind in KINDS:
        listener.register(kind)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    Atspi.event_main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
