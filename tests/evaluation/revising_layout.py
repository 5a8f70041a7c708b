"""Conversion of a changed tree to a document: numbers, labels, addresses, cross-references, calls of footnotes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from delegate_desk.core.documents.addresses import greek_numeral, inserted_letter, letter_number, roman_numeral
from delegate_desk.core.documents.document import Address, Call, Document
from evaluation.revising_tree import COUNTED, Node, Token, Tree, calls_of, unit_of

_NUMERAL = re.compile(
    r"\d+[a-z]?(?![a-z])|(?<![^\W_])[^\W\d_]{1,5}(?=\))|(?<![^\W_])[IVXL]+(?![^\W_])|(?<=\s)[a-z](?!\w)"
)
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_GREEK = ("", *"αβγδε", "στ", *"ζηθ"), ("", *"ικλμνξοπ")
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъьюя"


Links = tuple[tuple[int, int, Address], ...]
"""Cross-references of a unit: their start and end in its text, and their targets."""


def lay(
    tree: Tree, became: Mapping[Node, Node] | None = None, *, letters: bool = False
) -> tuple[Document, Mapping[Address, Links]]:
    """A tree renumbered as a document, and its cross-references by the address of the unit that has any.

    Args:
        became: The current nodes of the targets of its cross-references and calls; by default its own.
        letters: True to number inserted units ``3a`` and keep the numbers of the others.
    """
    _number(tree.root, letters=letters)
    _order_notes(tree, became)
    _address(tree.root, "")
    for footnote in tree.notes:
        footnote.address = f"fn_{footnote.number}"

    def now(node: Node | None) -> Node | None:
        """The current node of a token's target; None if there is none."""
        meant = node if became is None or node is None else became.get(node)
        return meant if meant is not None and meant.address else None

    links: dict[Address, Links] = {}
    units = []
    for node in tree.units():
        tokens: list[Token] = []
        calls: list[Call] = []
        named: list[tuple[int, int, Address]] = []
        at = 0
        for token in node.tokens or ():
            note: Node | None = now(token.note)
            target: Node | None = now(token.target)
            meant = token.target
            if meant is not None and became is not None:
                text = _respelled(token.text, meant.address, target.address, node.address) if target else None
                token, target = replace(token, text=text or token.text), target if text else None
            if note:
                calls.append(Call(at, Address(note.address)))
            if target:
                named.append((at, at + len(token.text), Address(target.address)))
            tokens.append(token)
            at += len(token.text)
        node.tokens = tokens
        if named:
            links[Address(node.address)] = tuple(named)
        units.append(unit_of(node, calls))
    count = len(units) - len(tree.notes)
    body, notes = tuple(units[:count]), tuple(units[count:])
    return replace(tree.document, paragraphs=body, footnotes=notes, mentions=()), links


def _address(node: Node, at: str) -> None:
    for child in node.children:
        step = f"{child.kind}_{child.number}" if child.number else child.kind
        child.address = f"{at}__{step}" if at else step
        _address(child, child.address)


def _number(node: Node, *, letters: bool) -> None:
    """Number the children of a node, and set their labels."""
    for kind in dict.fromkeys(child.kind for child in node.children):
        if kind == "cover":
            continue
        some = [child for child in node.children if child.kind == kind]
        pattern = next(((c.label, c.number) for c in some if c.label and c.number), ("", ""))
        start = node.starts.get(kind)
        if start is None and not any(child.number for child in some):
            start = 2 if kind == "sub" and node.tokens else 1
        if start is None:
            _fill(some)
        elif letters and kind not in COUNTED:
            _insert(some, start, pattern)
        else:
            for n, child in enumerate(some, start):
                _print(child, str(n), pattern)
    for child in node.children:
        _number(child, letters=letters)


def _fill(some: Sequence[Node]) -> None:
    """Numbers for the new ones among siblings whose numbers follow no rule."""
    taken = {child.number for child in some}
    free = (str(n) for n in range(1, len(some) + 1000) if str(n) not in taken)
    seen: set[str] = set()
    for child in some:
        if not child.number or child.number in seen:
            child.number = next(free)
        seen.add(child.number)


def _insert(some: Sequence[Node], start: int, pattern: tuple[str, str]) -> None:
    """Inserted or moved units take a letter after the number before them; the others keep their own."""
    taken = {child.number for child in some if child.came and not child.is_moved}
    last = str(start - 1)
    for child in some:
        if not child.came or child.is_moved or not child.number:
            base = last.rstrip("abcdefghijklmnopqrstuvwxyz")
            number = next(f"{base}{c}" for c in "abcdefghijklmnopqrstuvwxyz" if f"{base}{c}" not in taken)
            taken.add(number)
            _print(child, number, pattern)
        last = child.number


def _print(node: Node, number: str, pattern: tuple[str, str]) -> None:
    """Give a node its number and its label."""
    label, old = (node.label, node.number) if node.label and node.number else pattern
    if node.kind not in COUNTED and label and old != number:
        node.label = shifted(label, old, number) or node.label
    elif label and not node.label and node.kind != "hd":
        node.label = label
    node.number = number


def shifted(printed: str, old: str, new: str) -> str | None:
    """A label with another number: ``στ)`` for 6 is ``ζ)`` for 7; None if it does not contain the number."""
    for match in _NUMERAL.finditer(printed):
        made = _said(match.group(), old, new)
        if made is not None:
            return printed[: match.start()] + made + printed[match.end() :]
    return None


def _said(numeral: str, old: str, new: str) -> str | None:
    """A number in the script of another; None if that one is not the old number."""
    parted = re.fullmatch(r"(\d+)([a-z]?)", new)
    if not parted:
        return None
    digits, letter = parted.groups()
    if numeral[0].isdecimal():
        return f"{digits}{letter}" if numeral == old else None
    was = int(old) if old.isdecimal() else None
    lower = numeral.lower()
    n = int(digits)
    said: str | None = None
    if len(lower) == 1 and "a" <= lower <= "z" and letter_number(lower) == was and 0 < n <= 26:
        said = chr(96 + n)
    elif lower.isascii() and roman_numeral(lower) == was and was is not None and n:
        said = _roman(n)
    elif greek_numeral(lower) == was and was is not None and 0 < n < 90:
        said = _GREEK[1][n // 10] + _GREEK[0][n % 10]
    elif len(lower) == 1 and lower in _CYRILLIC and letter_number(lower) == was and 0 < n <= len(_CYRILLIC):
        said = _CYRILLIC[n - 1]
    if said is None:
        return None
    said += inserted_letter(letter) if letter else ""
    return said.upper() if numeral.isupper() else said


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def _order_notes(tree: Tree, became: Mapping[Node, Node] | None) -> None:
    """Footnotes in the order of their calls; those no longer called are removed, unless they never were."""
    called: dict[Node, None] = {}
    for node in tree.root.walk():
        for note in calls_of(node):
            meant = note if became is None else became.get(note)
            if meant is not None:
                called.setdefault(meant)
    kept = [note for note in tree.notes if note in called or note in tree.loose]
    order = {note: n for n, note in enumerate(called)}
    last = len(order)
    tree.notes = sorted(kept, key=lambda note: order.get(note, last))
    if tree.notes_start is None:
        _fill(tree.notes)
        return
    pattern = next(((n.label, n.number) for n in tree.notes if n.label and n.number), ("", ""))
    for n, note in enumerate(tree.notes, tree.notes_start):
        _print(note, str(n), pattern)


def _respelled(printed: str, old: str, new: str, here: str) -> str | None:
    """The words for a place with the numbers of another; None if the same words cannot express them."""
    before, after = old.split("__"), new.split("__")
    if [s.partition("_")[0] for s in before] != [s.partition("_")[0] for s in after]:
        return None
    numerals = list(_NUMERAL.finditer(printed))
    shown = max(0, len(before) - len(numerals))
    if before[:shown] != after[:shown] and after[:shown] != here.split("__")[:shown]:
        return None
    used: dict[int, str] = {}
    for one, other in zip(before[shown:], after[shown:], strict=True):
        if one == other:
            continue
        fits = (
            (n, said)
            for n, match in enumerate(numerals)
            if n not in used and (said := _said(match.group(), one.partition("_")[2], other.partition("_")[2]))
        )
        found = next(fits, None)
        if found is None:
            return None
        used[found[0]] = found[1]
    text, at = "", 0
    for n, match in enumerate(numerals):
        text += printed[at : match.start()] + used.get(n, match.group())
        at = match.end()
    return text + printed[at:]
