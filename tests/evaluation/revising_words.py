"""Changes within the text of a unit: words, numbers, negations, institutions, and typography."""

import random
import tomllib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.revising_tree import Token, pieces

Tokens = list[Token]
LIKE = 0.42
"""Minimum similarity of two wordings if one is an edit of the other, and maximum otherwise."""
_LOOKS = str.maketrans({'"': "“", "“": '"', "”": '"', "'": "’", "’": "'", "–": "-", "—": "–", "«": "“", "»": "”"})


@cache
def phrases() -> dict[str, dict[str, Any]]:
    """By language, the words of documents and the words that change their meaning."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").with_stem("revising").read_text(encoding="utf-8"))


def said(tokens: Sequence[Token]) -> Counter[str]:
    """The words of a text with their counts, without cross-references."""
    return Counter(token.text.casefold() for token in tokens if token.is_word)


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Similarity of two texts by shared words, in 0..1."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0


def edited(
    chance: random.Random, tokens: Tokens, share: float, others: Sequence[str], spared: Collection[int] = ()
) -> Tokens:
    """Change a share of the words: most replaced, some deleted, some inserted; the result differs.

    Args:
        others: Words to insert.
        spared: Tokens, by position, that stay.
    """
    words = [n for n, token in enumerate(tokens) if token.is_word and n not in spared]
    chosen = set(chance.sample(words, min(len(words), max(1, round(share * len(words))))))
    size = sum(token.is_word for token in tokens)
    made: Tokens = []
    for n, token in enumerate(tokens):
        if n not in chosen:
            made.append(token)
            continue
        way = chance.random() if size > 3 else 0.0
        word = chance.choice([w for w in others if w != token.text.casefold()])
        if way < 0.6:
            made.append(Token(word.capitalize() if token.text[:1].isupper() and not made else word))
        elif way < 0.8:
            made += [token, Token(" "), Token(word)]
        elif made and made[-1].text == " ":
            made.pop()  # the word is deleted, with the space before it
        else:
            made.append(Token(word))
    return made if said(made) != said(tokens) or not chosen else [*made, Token(" "), Token(chance.choice(others))]


def punctuated(chance: random.Random, tokens: Tokens) -> Tokens | None:
    """Insert a comma, or change the end of an item of a list; None for a text that is too short."""
    spaces = [n for n, t in enumerate(tokens) if t.text == " " and n > 1 and tokens[n - 1].is_word]
    if tokens and tokens[-1].text in (";", ".") and chance.random() < 0.4:
        return [*tokens[:-1], Token("." if tokens[-1].text == ";" else ";")]
    if not spaces:
        return None
    at = chance.choice(spaces)
    return [*tokens[:at], Token(","), *tokens[at:]]


def renumbered(chance: random.Random, tokens: Tokens) -> Tokens | None:
    """Replace a number of the text; None if it has none."""
    numbers = [n for n, t in enumerate(tokens) if t.is_word and t.text.isdecimal() and len(t.text) < 6]
    if not numbers:
        return None
    at = chance.choice(numbers)
    number = int(tokens[at].text)
    other = str(max(0, number + chance.choice((-2, -1, 1, 2, 10)))) if number else "7"
    return [*tokens[:at], Token(other if other != tokens[at].text else f"{number + 3}"), *tokens[at + 1 :]]


def swapped(chance: random.Random, tokens: Tokens, language: str, table: str) -> Tokens | None:
    """Replace an institution (``swaps``), add a negation (``not``) or change a duty (``modal``); None if impossible."""
    pairs: list[list[str]] = [list(pair) for pair in phrases().get(language, {}).get(table, ())]
    pairs += [pair[::-1] for pair in pairs]
    chance.shuffle(pairs)
    for before, after in pairs:
        said_words = [t.text for t in pieces(before)]
        for n in range(len(tokens) - len(said_words) + 1):
            there = [t.text for t in tokens[n : n + len(said_words)]] == said_words and tokens[n].target is None
            if there and not "".join(t.text for t in tokens[n:]).startswith(after):  # it is there already
                return [*tokens[:n], *_kept(tokens[n : n + len(said_words)], after), *tokens[n + len(said_words) :]]
    return None


def _kept(old: Tokens, after: str) -> Tokens:
    """New words, with the old ones kept as the same tokens."""
    made = pieces(after)
    for token in old:
        place = next((n for n, new in enumerate(made) if new.text == token.text and new.origin is None), None)
        if place is not None:
            made[place] = token
    order = [t.origin[1] for t in made if t.origin]
    return made if order == sorted(order) else pieces(after)


def meant_otherwise(chance: random.Random, tokens: Tokens, language: str) -> Tokens | None:
    """One small significant change; None if the text offers none."""
    for way in chance.sample(("numbers", "swaps", "not", "modal"), 4):
        made = renumbered(chance, tokens) if way == "numbers" else swapped(chance, tokens, language, way)
        if made is not None:
            return made
    return None


def printed_otherwise(chance: random.Random, tokens: Tokens) -> Tokens:
    """The same words in other typography: quotes, dashes, no-break spaces, hyphens at the ends of lines."""
    made = []
    for token in tokens:
        text = token.text
        if token.target is not None or token.note is not None:
            made.append(token)
            continue
        if text == " ":
            text = "\u00a0" if chance.random() < 0.1 else text
        elif not token.is_word:
            text = text.translate(_LOOKS)
        elif text.isalpha() and len(text) > 8 and chance.random() < 0.15:
            at = chance.randrange(4, len(text) - 3)
            text = text[:at] + chance.choice(("\u00ad", "- ")) + text[at:]
        else:
            text = text.translate(_LOOKS)
        made.append(replace(token, text=text))
    return made
