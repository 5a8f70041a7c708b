"""The quoted words of a capture line: what a delegation asks the text to say."""

import re

from delegate_desk.core.capture_words import HIDDEN

_OPENS = re.compile(r"""["“”„‟«»″]|(?<!\w)[‘’‚‛‹›'](?=\w)""")
_CLOSE = {"'": "'’", "‘": "’'", "‚": "‘’'", "‛": "’'", "’": "’'", "‹": "›", "›": "‹"}


def hide_quoted(line: str, low: str) -> tuple[str, tuple[str, ...]]:
    """The levelled line with quoted words hidden, and those words in order, as typed.

    All kinds of quotation marks are read; a double one that is not closed yet runs to the end of the line.
    """
    wordings: list[str] = []
    hidden = list(low)
    at = 0
    while opened := _OPENS.search(line, at):
        single = opened[0] in _CLOSE
        closing = (
            re.compile(rf"[{_CLOSE[opened[0]]}](?!\w)") if single else re.compile(r'["“”„‟«»″]')
        )  # a single one is an apostrophe too
        closed = closing.search(line, opened.end())
        if closed is None and (single or not _begins_word(line, opened.start())):
            at = opened.end()
            continue
        end = closed.start() if closed else len(line)
        at = closed.end() if closed else len(line)
        if words := line[opened.end() : end].strip():
            wordings.append(words)
        for n in range(opened.start(), at):
            hidden[n] = HIDDEN
    return "".join(hidden), tuple(wordings)


def _begins_word(line: str, at: int) -> bool:
    return at == 0 or not line[at - 1].isalnum()
