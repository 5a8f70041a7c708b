"""Edits of a tree in a revision. The outcome of each unit is then read from the tree itself."""

import random
from collections.abc import Callable, Collection, Sequence

from evaluation import revising_words as words
from evaluation.revising_papers import passage
from evaluation.revising_tree import Node, Token, Tree, pieces

_WHOLE = frozenset({"art", "para", "point", "rec", "sub", "ind", "p", "cit"})
"""Kinds of unit that are inserted, deleted and moved."""
_PART = 6  # words: split or merged units have at least as many in each part
_LEAST = 0.25  # of the words: a smaller part does not count


class Revising:
    """A tree on its way to a revision.

    Attributes:
        new: The tree that is changed.
        became: By node of the old tree, its new node, or the one it would have if it were still there.
    """

    def __init__(self, chance: random.Random, old: Tree) -> None:
        self.chance = chance
        self.old = old
        self.language = old.document.header.language
        self.new, self.became = old.copy()
        self.others = self._vocabulary(old)

    @staticmethod
    def _vocabulary(old: Tree) -> list[str]:
        found = {
            t.text.casefold(): None for node in old.units() for t in node.tokens or () if t.is_word and len(t.text) > 2
        }
        return [word for word in found if word.isalpha()] or ["other", "word", "more"]

    def units(self, fits: Callable[[Node], bool] = lambda _: True) -> list[Node]:
        """Units of the new tree that come from the old one and are not edited yet, in order."""
        return [n for n in self.new.units() if n.came and self.is_whole(n) and fits(n)]

    @staticmethod
    def is_whole(node: Node) -> bool:
        """True for a unit that still has all its words."""
        return len(node.came) == 1 and [t.origin for t in node.tokens or ()] == [
            (node.came[0], n) for n in range(len(node.came[0].tokens or ()))
        ]

    # words

    def reword(self, node: Node, share: float, spared: Collection[int] = ()) -> None:
        """Change a share of a unit's words; it stays clearly more similar to its old text than to anything new."""
        before = words.said(node.tokens or ())
        if not before:
            return
        for _ in range(6):
            made = words.edited(self.chance, node.tokens or [], share, self.others, spared)
            if words.likeness(before, words.said(made)) >= words.LIKE:
                node.tokens = made
                return
            share *= 0.7

    def mean_otherwise(self, node: Node) -> None:
        node.tokens = words.meant_otherwise(self.chance, node.tokens or [], self.language) or node.tokens

    def punctuate(self, node: Node) -> None:
        node.tokens = words.punctuated(self.chance, node.tokens or []) or node.tokens

    def print_otherwise(self, node: Node) -> None:
        node.tokens = words.printed_otherwise(self.chance, node.tokens or [])

    # units

    def text(self) -> str:
        """Words that no unit of the old tree has in this way."""
        chance = self.chance
        if self.language in words.phrases():
            return passage(chance, self.language)
        units = [node for node in self.old.units() if node.words() > 6]
        clauses = []
        for _ in range(chance.randint(3, 7)):
            some = [t.text for t in (chance.choice(units).tokens or ()) if t.is_word] if units else self.others
            at = chance.randrange(len(some))
            clauses.append(" ".join(some[at : at + chance.randint(2, 4)]))
        return " ".join(clauses).capitalize() + "."

    def fresh(self, like: Node) -> Node:
        """A new unit of the kind of another, unlike its neighbours."""
        near = [words.said(n.tokens or ()) for n in self.old.units() if n.kind == like.kind]
        text = self.text()
        for _ in range(8):
            bag = words.said(pieces(text))
            if all(words.likeness(bag, one) < words.LIKE for one in near):
                break
            text = self.text()
        return Node(like.kind, depth=like.depth, tokens=pieces(text))

    def insert(self, beside: Node) -> Node:
        """Insert a new unit after another, sometimes with its own points."""
        above = self.new.parents()[beside]
        made = self.fresh(beside)
        if beside.kind in ("art", "para") and self.chance.random() < 0.3:
            kind = "para" if beside.kind == "art" else "point"
            label = "1." if kind == "para" else "(a)"
            for n in range(self.chance.randint(2, 3)):
                child = self.fresh(Node(kind, depth=beside.depth + 1))
                child.label, child.number = (label, "1") if n == 0 else ("", "")
                made.children.append(child)
            made.starts = {kind: 1}
        above.children.insert(above.children.index(beside) + 1, made)
        return made

    def delete(self, node: Node) -> None:
        self.new.parents()[node].children.remove(node)

    def split(self, node: Node) -> bool:
        """Split a unit in two, at the end of a sentence if there is one; its subunits go with the second."""
        tokens = node.tokens or []
        total = node.words()
        ends = [n + 1 for n, t in enumerate(tokens) if t.text in (".", ";") and 0 < n < len(tokens) - 1]
        spaces = [n for n, t in enumerate(tokens) if t.text == " "]
        for at in self.chance.sample(ends, len(ends)) + self.chance.sample(spaces, len(spaces)):
            first, second = tokens[:at], tokens[at:]
            while second and second[0].text == " ":
                second = second[1:]
            sizes = [sum(t.is_word for t in part) for part in (first, second)]
            if min(sizes) >= max(_PART, _LEAST * total):
                break
        else:
            return False
        above = self.new.parents()[node]
        other = Node(node.kind, depth=node.depth, tokens=second, children=node.children, came=node.came)
        other.starts, node.children, node.tokens = node.starts, [], first
        above.children.insert(above.children.index(node) + 1, other)
        return True

    def merge(self, node: Node) -> bool:
        """Join a unit and the next of its kind; only if they have no subunits."""
        above = self.new.parents().get(node)
        at = above.children.index(node) + 1 if above else 0
        other = above.children[at] if above and at < len(above.children) else None
        if above is None or other is None or not self._can_join(node, other):
            return False
        node.tokens = [*(node.tokens or []), Token(" "), *(other.tokens or [])]
        node.came += other.came
        above.children.remove(other)
        self.became[other.came[0]] = node
        return True

    def _can_join(self, one: Node, other: Node) -> bool:
        sizes = (one.words(), other.words())
        alike = one.kind == other.kind and not one.children and not other.children
        return alike and self.is_whole(other) and min(sizes) >= max(_PART, _LEAST * sum(sizes))

    def move(self, node: Node, *, elsewhere: bool = False) -> bool:
        """Move a unit with everything below it to another place among its siblings, or to another parent."""
        parents = self.new.parents()
        above = parents[node]
        homes = [n for n in self.new.units() if n.kind == node.kind and n in parents and n not in set(node.walk())]
        homes = [n for n in homes if (parents[n] is not above) is elsewhere]
        if not homes:
            return False
        beside = self.chance.choice(homes)
        above.children.remove(node)
        home = parents[beside]
        at = home.children.index(beside)
        home.children.insert(at + self.chance.randrange(2), node)
        node.is_moved = True
        return True

    # footnotes and tables

    def note_in(self, node: Node) -> None:
        note = Node("fn", tokens=pieces(self.text()))
        self.new.notes.append(note)
        self.became[note] = note
        tokens = node.tokens or []
        spaces = [n for n, t in enumerate(tokens) if t.text == " "] or [len(tokens)]
        at = self.chance.choice(spaces)
        node.tokens = [*tokens[:at], Token("", note=note), *tokens[at:]]

    def note_out(self, node: Node) -> None:
        """Remove the calls of footnotes from a unit."""
        node.tokens = [token for token in node.tokens or () if token.note is None]

    def row_in(self, row: Node) -> None:
        above = self.new.parents()[row]
        cells = []
        for cell in row.children:
            text = " ".join(self.text().split()[:6])
            cells.append(Node("cell", cell.number, depth=cell.depth, tokens=pieces(text)))
        made = Node("row", depth=row.depth, children=cells, starts=dict(row.starts))
        above.children.insert(above.children.index(row) + 1, made)

    def move_row(self, row: Node) -> None:
        """Move a row within its table."""
        siblings = self.new.parents()[row].children
        siblings.remove(row)
        siblings.insert(self.chance.randint(0, len(siblings)), row)
        row.is_moved = True

    def rows(self) -> list[Node]:
        return [node for node in self.new.root.walk() if node.kind == "row" and node.came and node.children]

    def movable(self) -> list[Node]:
        """Units that may be inserted, deleted and moved."""
        return self.units(lambda n: n.kind in _WHOLE)

    def some(self, units: Sequence[Node], share: float) -> list[Node]:
        """A share of some units, at least one if there is any."""
        return self.chance.sample(list(units), min(len(units), max(1, round(share * len(units)))))
