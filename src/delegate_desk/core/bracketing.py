"""Square brackets around what is not agreed, and alternatives beside each other in them."""

from delegate_desk.core.words import Change, compare


def bracketed(text: str, start: int, end: int) -> str:
    """A text with some of its words in square brackets, from start to end; spaces at their ends stay outside."""
    return f"{text[:start]}{_in_brackets(text[start:end])}{text[end:]}"


def alternatives(text: str, other: str, start: int = 0, end: int | None = None) -> str:
    """A text where it and another wording stand beside each other in square brackets, wherever they differ.

    Only differences that touch the text from start to end are taken. What stands in brackets already is not put into
    brackets again: a third alternative stands beside two.
    """
    end = len(text) if end is None else end
    made: list[str] = []
    at, ours, theirs = 0, "", ""
    for change, words in (*compare(text, other), (Change.EQUAL, "")):
        if change is Change.DELETE:
            ours += words
        elif change is Change.INSERT:
            theirs += words
        else:
            if ours or theirs:
                touches = at <= end and start <= at + len(ours)
                made.append(_beside(ours, theirs) if touches else ours)
            at += len(ours) + len(words)
            ours = theirs = ""
            made.append(words)
    return "".join(made)


def _beside(ours: str, theirs: str) -> str:
    """Two alternatives, with the spaces that stood around them."""
    shown = ours if ours.strip() else theirs
    bare = shown.strip()
    before, behind = shown[: shown.index(bare)], shown[shown.index(bare) + len(bare) :]
    both = " ".join(
        f"[{one.strip()}]" if not _is_bracketed(one) else one.strip() for one in (ours, theirs) if one.strip()
    )
    return f"{before}{both}{behind}" if both else shown


def _in_brackets(words: str) -> str:
    bare = words.strip()
    if not bare:
        return words
    at = words.index(bare)
    return f"{words[:at]}[{bare}]{words[at + len(bare) :]}"


def _is_bracketed(words: str) -> bool:
    bare = words.strip()
    return bare.startswith("[") and bare.endswith("]")
