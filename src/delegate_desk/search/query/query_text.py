"""Parts of a query as typed, with English names and operators."""

import re
from collections.abc import Iterable

from delegate_desk.search.engine import index_terms
from delegate_desk.search.engine.index_terms import ANY_QUOTE, FieldInterpretation
from delegate_desk.search.query import field_values
from delegate_desk.search.query.nodes import (
    AllOf,
    Either,
    FieldFilter,
    Near,
    Node,
    Not,
    PhraseQuery,
    Wildcard,
    WordQuery,
)
from delegate_desk.search.query.tokens import QUOTES, SINGLE_QUOTES


def written(node: Node) -> str:
    """All of a query: read again, in whatever language of the window, it is made of the same parts."""
    return " ".join(map(_operand, node.parts)) if isinstance(node, AllOf) else _node(node)


def typed(reading: FieldInterpretation) -> tuple[str, ...]:
    """Values of a field, each with the star that makes it a beginning."""
    return tuple(f"{one}*" if reading.prefix else one for one in reading.written)


def field(name: str, several: Iterable[str]) -> str:
    """A field with its values."""
    return f"{name}:{value(name, '|'.join(several))}"


def value(name: str, text: str) -> str:
    """Values of a field, in quotes where they need them: for spaces, and where words behind them could be read on."""
    begun = (
        re.search(r"[^\W\d_]|\.\.$", text) if name in field_values.DATES else field_values.is_value_prefix(name, text)
    )
    return _quoted(text) if begun or not text or re.search(rf"[\s()'{ANY_QUOTE}{SINGLE_QUOTES}]", text) else text


def _quoted(text: str) -> str:
    opening, closing = next(((one, ends) for one, ends in QUOTES if not set(ends) & set(text)), QUOTES[0])
    return f"{opening}{text}{closing[0]}"


def _node(node: Node) -> str:
    match node:
        case WordQuery() | PhraseQuery() | Wildcard():
            return _text(node)
        case Near(left, right, distance):
            return f"{_text(left)} NEAR/{distance} {_text(right)}"
        case FieldFilter(name, reading):
            return field(name, typed(reading))
        case Not(part):
            return f"-{_bracketed(part) if isinstance(part, Near | Not) else _operand(part)}"
        case AllOf(parts):
            return " ".join(map(_operand, parts))
        case Either(parts):
            return _either(parts)
    raise AssertionError(node)


def _operand(node: Node) -> str:
    return _bracketed(node) if isinstance(node, AllOf | Either) else _node(node)


def _bracketed(node: Node) -> str:
    return f"({_node(node)})"


def _either(parts: tuple[Node, ...]) -> str:
    """Sides of an OR; one that has fields keeps them to itself by brackets."""
    return " OR ".join(
        _node(part) if isinstance(part, AllOf) and not _is_fielded(part) else _operand(part) for part in parts
    )


def _is_fielded(node: Node) -> bool:
    match node:
        case FieldFilter():
            return True
        case Not(part):
            return _is_fielded(part)
        case AllOf(parts) | Either(parts):
            return any(map(_is_fielded, parts))
    return False


def _text(node: WordQuery | Wildcard | PhraseQuery) -> str:
    match node:
        case Wildcard(typed):
            return typed
        case PhraseQuery(words):
            inside = " ".join(word.typed for word in words)
            star = "*" if words[-1].prefix else ""
            return f'"{inside}{star}"{"~" if words[0].stemmed else ""}'
        case WordQuery(typed, prefix=True, stemmed=stemmed):
            return f"{_lowered(typed)}*" if stemmed else f'"{typed}*"'
        case WordQuery(typed, edits=edits) if edits:
            return f"{_lowered(typed)}~{edits}"
        case WordQuery(typed, stemmed=stemmed):
            return _lowered(typed) if stemmed else f'"{typed}"'
    raise AssertionError(node)


def _lowered(typed: str) -> str:
    """A word that would be an operator in some language, in small letters, which mean the same."""
    known = (index_terms.operators(language) for language in index_terms.table()["operators"])
    return typed.lower() if any(typed in operators for operators in known) else typed
