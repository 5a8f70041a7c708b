"""Short titles of documents: their subject without the words that every title of its kind begins with."""

import re
from collections.abc import Sequence

_SHORTEST = 3
"""Letters that a title has at least."""


def short_title(subject: str, beginnings: Sequence[str]) -> str:
    """Return a subject without its beginning, with a capital letter; the subject itself if nothing would be left.

    Args:
        subject: As the document has it.
        beginnings: Regular expressions of what is left out, each at the beginning of what is left by those before.
    """
    title = subject.strip()
    for beginning in beginnings:
        found = re.match(beginning, title, re.IGNORECASE)
        if found is not None and len(title) - found.end() >= _SHORTEST:
            title = title[found.end() :].lstrip(" :–—-")
    return title[:1].upper() + title[1:]
