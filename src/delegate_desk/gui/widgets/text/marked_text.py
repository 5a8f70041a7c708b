"""Words with what is added and struck in them, as rich text."""

from html import escape

from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.widgets import theme

_LOOKS = {
    WordChange.INSERT: ("added", "text-decoration:underline; font-weight:600"),
    WordChange.DELETE: ("deleted", "text-decoration:line-through"),
}


def mark_changes(words: WordDiff, around: int | None = None) -> str:
    """Return the changes of words as rich text, marked as in the drafting.

    Args:
        words: From one text to another.
        around: Number of unchanged characters shown beside a change; None for all.
    """
    said: list[str] = []
    for n, (change, text) in enumerate(words):
        if change is WordChange.EQUAL:
            shown = text if around is None else _shortened(text, around, is_first=n == 0, is_last=n == len(words) - 1)
            said.append(_lines(shown))
        else:
            role, look = _LOOKS[change]
            ink, ground = theme.color(role).name(), theme.color(f"{role}_ground").name()
            said.append(f'<span style="color:{ink}; background-color:{ground}; {look}">{_lines(text)}</span>')
    return "".join(said)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _shortened(text: str, around: int, *, is_first: bool, is_last: bool) -> str:
    """Return an unchanged text without its words far from a change."""
    if len(text) <= 2 * around:
        return text
    head = "" if is_first else f"{text[:around].rsplit(' ', 1)[0]} "
    tail = "" if is_last else f" {text[-around:].split(' ', 1)[-1]}"
    return f"{head}…{tail}"
