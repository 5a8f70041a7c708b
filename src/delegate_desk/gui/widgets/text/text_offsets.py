"""Offsets: the library counts characters in code points, Qt in UTF-16 units."""

_LAST_OF_ONE_UNIT = "\uffff"


def to_qt(text: str, offset: int) -> int:
    """Return the Qt offset of a code point of a text."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, offset: int) -> int:
    """Return the code point of a text at a Qt offset."""
    if text.isascii() or not any(c > _LAST_OF_ONE_UNIT for c in text):
        return offset
    units = 0
    for n, character in enumerate(text):
        if units >= offset:
            return n
        units += 2 if character > _LAST_OF_ONE_UNIT else 1
    return len(text)
