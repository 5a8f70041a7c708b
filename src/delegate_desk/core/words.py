"""Word by word: what a new wording adds to an old one and takes from it."""

import re
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")


class Change(StrEnum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


Words = tuple[tuple[Change, str], ...]


def compare(old: str, new: str) -> Words:
    """Compare two wordings by whole words; runs of one kind are merged, a deletion stands before its insertion.

    Without the insertions the result is the old text exactly, without the deletions the new one.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    runs: list[tuple[Change, str]] = []
    deleted = inserted = ""
    for n, (what, i, j, k, m) in enumerate(steps):
        kept = "".join(before[i:j])
        lone_space = kept == " " and 0 < n < len(steps) - 1 and steps[n - 1][0] == steps[n + 1][0] == "replace"
        if what == "equal" and not lone_space:
            runs += [(Change.DELETE, deleted), (Change.INSERT, inserted), (Change.EQUAL, kept)]
            deleted = inserted = ""
        else:
            deleted += kept
            inserted += "".join(after[k:m])
    runs += [(Change.DELETE, deleted), (Change.INSERT, inserted)]
    return tuple(run for run in runs if run[1])
