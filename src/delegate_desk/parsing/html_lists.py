"""The labels that a browser computes for the items of lists."""

import re

from lxml import etree

from delegate_desk.parsing.word_numbering import roman

_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "disc": "disc", "circle": "disc", "square": "disc",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ListLabels:
    """The lists that are open at a place of a page."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []  # how each list counts, and the number of its last item
        self._waiting: str | None = None

    def enter(self, element: etree._Element, tag: str) -> None:
        """Begin a list or one of its items."""
        if tag in ("ol", "ul"):
            self._open.append((_style(element, tag), _integer(element.get("start"), 1) - 1))
        elif tag == "li" and self._open:
            style, number = self._open[-1]
            number = _integer(element.get("value"), number + 1)
            self._open[-1] = (style, number)
            self._waiting = _label(_style_of_item(element) or style, number)

    def leave(self, element: etree._Element, tag: str) -> None:  # noqa: ARG002  (the twin of enter)
        """End a list or one of its items."""
        if tag in ("ol", "ul") and self._open:
            self._open.pop()
        if tag == "li":
            self._waiting = None

    def take(self) -> str | None:
        """The label of the item that begins here, once."""
        label, self._waiting = self._waiting, None
        return label


def _style(element: etree._Element, tag: str) -> str:
    return _style_of_item(element) or ("disc" if tag == "ul" else "decimal")


def _style_of_item(element: etree._Element) -> str | None:
    style = _STYLE.search((element.get("style") or "").lower())
    if style:
        return style[1]
    given = element.get("type")
    return _TYPES.get(given) if given else None


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else default


def _label(style: str, number: int) -> str | None:
    if style in ("none", "inherit", "initial"):
        return None
    if style.endswith("roman") and 0 < number < 4000:
        numeral = roman(number)
        return f"({numeral.lower()})" if style.startswith("lower") else f"{numeral.upper()}."
    if style.endswith(("alpha", "latin")) and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, len(_LETTERS))
            letters = _LETTERS[rest] + letters
        return f"({letters})" if style.startswith("lower") else f"{letters.upper()}."
    return f"{number}." if style.startswith("decimal") else "–"
