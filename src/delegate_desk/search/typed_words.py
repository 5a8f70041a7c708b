"""Words, wildcards and phrases: what is typed that is no sign of the search box, as parts of a query."""

import itertools
import re
from dataclasses import replace

from delegate_desk.core.text import fold, words
from delegate_desk.search import facts
from delegate_desk.search.analysis import folded, letters
from delegate_desk.search.nodes import Both, Near, Phrase, Text, Wildcard, Word

_LONG = 8
"""From so many letters on, ``word~`` lets two of them differ."""
_SPELT_SO = re.compile(r"(?P<word>.*[^\W_])~(?P<edits>\d?)[.,;:!]*", re.DOTALL)
_RUN = re.compile(r"(?:[^\W_]|[*?\u0300-\u036f\u00ad])+")
_LETTER = re.compile(r"[^\W_]")


def quoted(text: str, *, stemming: bool, loose: bool, growing: bool) -> Word | Phrase | None:
    """What stands in quotes: words in their very form, or ``loose`` with any ending.

    Args:
        text: Without its quotes.
        stemming: False where no word counts with other endings.
        loose: True if a ``~`` follows the quotes.
        growing: True if the last word may go on.
    """
    return _phrase(text, words(text), stemmed=loose and stemming, growing=growing)


def unquoted(text: str, *, stemming: bool, growing: bool) -> Text | Both | None:
    """One chunk: a word, or several without a space between, such as ``co-operation``, which are a phrase.

    ``word~`` is spelt almost so, ``ko*gr?ph`` has gaps. A question mark at the end of a chunk without other gaps ends a
    question; two stars together are decoration.
    """
    almost = _SPELT_SO.fullmatch(text)
    if almost and not re.search(r"[*?]", text):
        node = _almost(almost["word"], almost["edits"], stemming=stemming)
        if node:
            return node
    text = re.sub(r"(?<=[*?])~\d?$", "", text)
    runs = _runs(text)
    if any(_has_gap(run) for run in runs):
        return _with_gaps(runs, stemming=stemming, growing=growing)
    spans = _without_article(text, words(text))
    node = _phrase(text, spans, stemmed=False, growing=growing)
    return replace(node, stemmed=stemming) if isinstance(node, Word) else node


def too_many_edits(text: str) -> str | None:
    """The word of ``word~3``, where more letters may differ than is offered."""
    almost = _SPELT_SO.fullmatch(text)
    return almost["word"] if almost and almost["edits"] not in ("", "1", "2") else None


def _word(typed: str, *, stemmed: bool) -> Word:
    return Word(typed, folded(typed), letters(typed), stemmed=stemmed)


def _phrase(text: str, spans: list[tuple[int, int]], *, stemmed: bool, growing: bool) -> Word | Phrase | None:
    bare = text.rstrip()
    ends = bool(spans) and spans[-1][1] == len(text)
    starred = bool(spans) and bare.endswith("*") and spans[-1][1] == len(bare) - 1
    found = [_word(text[start:end], stemmed=stemmed) for start, end in spans]
    found = [word for word in found if word.exact]
    if not found:
        return None
    if starred or (growing and ends):
        found[-1] = replace(found[-1], prefix=True)
    return found[0] if len(found) == 1 else Phrase(tuple(found))


def _almost(text: str, edits: str, *, stemming: bool) -> Word | Phrase | None:
    """``word~`` and ``word~2``; several words joined, such as ``co-operation~``, are a phrase with any ending."""
    spans = _without_article(text, words(text))
    found = [word for start, end in spans if (word := _word(text[start:end], stemmed=stemming)).exact]
    if edits not in ("", "1", "2") or not found:
        return None
    if len(found) > 1:
        return Phrase(tuple(found)) if not edits else None
    letters_of_it = len(found[0].exact)
    return replace(found[0], edits=int(edits) if edits else 2 if letters_of_it >= _LONG else 1)


def _without_article(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out an article that elision ties to its noun, so that ``l'accord`` finds ``d'accord`` and ``accords``."""
    if len(spans) == 2:
        (start, end), (after, _) = spans
        if fold(text[end:after]) == "'" and fold(text[start:end]) in facts.elisions():
            return spans[1:]
    return spans


# Gaps


def _runs(text: str) -> list[str]:
    """Words of a chunk with the gaps that stand in them or before them."""
    spans = [match.span() for match in _RUN.finditer(re.sub(r"\*{2,}", lambda stars: " " * len(stars[0]), text))]
    runs = [text[start:end] for start, end in _without_article(text, spans)]
    return [run for run in runs if _LETTER.search(run)]


def _has_gap(run: str) -> bool:
    """True if a word has a gap that is not just its open end or a question's end."""
    return bool(re.search(r"[*?]", run.rstrip("*" if run.endswith("*") else "?")))


def _with_gaps(runs: list[str], *, stemming: bool, growing: bool) -> Text | Both | None:
    """A word with gaps; several joined by signs, such as ``co-op*ation``, stand side by side."""
    found: list[Word | Wildcard] = []
    for n, run in enumerate(runs):
        last = n == len(runs) - 1
        if _has_gap(run):
            pattern = folded(run + "*" if last and growing and not run.endswith("*") else run)
            if _LETTER.search(pattern):
                found.append(Wildcard(run, pattern))
            continue
        word = _word(run.strip("*?"), stemmed=stemming)
        if word.exact:
            found.append(replace(word, prefix=last and (run.endswith("*") or growing)))
    if len(found) < 2:
        return found[0] if found else None
    pairs = tuple(Near(left, right, 1) for left, right in itertools.pairwise(found))
    return pairs[0] if len(pairs) == 1 else Both(pairs)
