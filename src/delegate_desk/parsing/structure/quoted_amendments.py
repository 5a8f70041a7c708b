"""Text quoted to be inserted elsewhere: how far it runs, whatever it holds."""

from collections.abc import Sequence

_PAIRS = {
    "‘": "’",
    "“": "”",
    "«": "»",
    "»": "«»",
    "„": "“”",
    "‚": "‘’",
    "”": "”",
    "’": "’",
    '"': '"',
    "'": "'",
}
"""What closes each mark that opens: Danish turns the angles about, Swedish and Finnish open as they close."""
_BEHIND = ".;,·: )"


def opens(text: str) -> str:
    """The mark with which a text begins a quotation; empty where it does not."""
    bare = text.lstrip("[(")
    return bare[:1] if bare[:1] in _PAIRS else ""


def left_open(text: str) -> int | None:
    """Return the start of a quotation after a colon in a text, if it does not end there; else None."""
    for at in range(len(text) - 1, 0, -1):
        if text[at] in _PAIRS and text[:at].rstrip().endswith(":"):
            return at if _depth(text[at:], text[at]) > 0 else None
    return None


def length(texts: Sequence[str], mark: str) -> int:
    """Number of blocks of a quotation that begins in the first of them; 0 if it never ends."""
    depth = 0
    for n, text in enumerate(texts, start=1):
        depth = _depth(text, mark, depth)
        if depth <= 0:
            return n
    return 0


def _depth(text: str, mark: str, depth: int = 0) -> int:
    """Number of quotations open after a block, including those already open before it.

    If opening and closing marks are alike, their number decides: an odd mark ends what is open. An apostrophe
    closes nothing: it is in a word, or ends a word while no quotation within the quotation is open.
    """
    closing = _PAIRS[mark]
    last = len(text.rstrip(_BEHIND)) - 1
    if mark in closing:
        count = (
            sum(map(text.count, closing))
            if mark not in "'’"
            else (text[:1] == mark) + (last > 0 and text[last] == mark)
        )
        return (depth + count) % 2
    for at, character in enumerate(text):
        if character == mark:
            depth += 1
        elif character in closing and not text[at + 1 : at + 2].isalnum() and (at == last or depth > 1):
            depth -= 1
    return depth
