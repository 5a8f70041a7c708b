"""Names of files as they are kept and shown: nothing in them steers a terminal, turns a line round, or is no text."""

import re

_STEERING = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALF = re.compile("[\ud800-\udfff]")


def safe(name: str) -> str:
    """A name without control characters and marks of direction; bytes that are no text are shown as such.

    Letters stay as they are, composed or not: two names that differ in this alone are two names.
    """
    return _TURNING.sub("", _STEERING.sub(" ", _HALF.sub("\ufffd", name)))


def plain(lines: str) -> str:
    """Lines for a terminal: as they are, but nothing in them steers it."""
    return "\n".join("\t".join(map(safe, line.split("\t"))) for line in lines.split("\n"))
