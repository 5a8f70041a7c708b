"""What a file holds that would run, open or fetch something, none of which is done: in words, for its document.

A link that a person may press is no more than words; what a program would follow by itself is named here.
"""

from collections.abc import Iterator, Mapping

WORDS = {
    "macros": "macros are not run",
    "scripts": "scripts are not run",
    "actions": "actions of the file are not carried out",
    "template": "a template elsewhere is not fetched",
    "entities": "entities that the file declares are left out",
    "refresh": "a call to another page is not followed",
    "styles": "styles elsewhere are not fetched",
}
"""What is there or not."""
COUNTED = {
    "pictures": ("picture elsewhere is not fetched", "pictures elsewhere are not fetched"),
    "files": ("embedded file is left out", "embedded files are left out"),
    "frames": ("frame is left out", "frames are left out"),
    "parts": ("part elsewhere is not fetched", "parts elsewhere are not fetched"),
    "links": ("link to a file elsewhere is not followed", "links to files elsewhere are not followed"),
    "fields": (
        "field that calls a program or another file is not carried out",
        "fields that call a program or another file are not carried out",
    ),
}
"""What is counted."""


def remarks(found: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each kind of thing that was found, in English words."""
    for kind, words in WORDS.items():
        if found.get(kind):
            yield words
    for kind, (one, many) in COUNTED.items():
        if count := found.get(kind):
            yield f"{count} {one if count == 1 else many}"


def is_elsewhere(address: str) -> bool:
    """True if an address names something outside the file: on the web, on a share, on this machine."""
    start = address.strip().lower()
    return bool(start) and not start.startswith(("#", "data:", "cid:", "mid:", "about:"))


def is_file_elsewhere(address: str) -> bool:
    """True if a link leads to a file of this machine or a share, or is for a program: to no page, no mail."""
    start = address.strip().lower()
    return is_elsewhere(start) and not start.startswith(("http://", "https://", "mailto:", "tel:"))
