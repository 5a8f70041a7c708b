"""Active content of a file, which would run, open or fetch something, never executed: in words, for its document."""

from collections.abc import Iterator, Mapping

WORDS = {
    "macros": "macros are not run",
    "scripts": "scripts are not run",
    "actions": "file actions are not run",
    "template": "an external template is not loaded",
    "entities": "entities declared in the file are left out",
    "refresh": "a redirect to another page is not followed",
    "styles": "external styles are not loaded",
}
"""What is there or not."""
COUNTED = {
    "pictures": ("external image is not loaded", "external images are not loaded"),
    "files": ("embedded file is left out", "embedded files are left out"),
    "frames": ("frame is left out", "frames are left out"),
    "parts": ("external part is not loaded", "external parts are not loaded"),
    "links": ("link to an external file is not followed", "links to external files are not followed"),
    "fields": (
        "field that calls a program or another file is not run",
        "fields that call a program or another file are not run",
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
