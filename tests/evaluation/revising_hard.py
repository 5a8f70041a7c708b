"""Difficult kinds of revision: units replaced, restructured, split and edited, series of similar rows."""

import random

from evaluation import revising_words as words
from evaluation.revising_acts import Revising
from evaluation.revising_tree import Node, Token, Tree, pieces

_DEEPEST = 4  # words: items of a short list have at most as many


def replaced(act: Revising) -> None:
    """Units replaced by unrelated ones at the same place; footnotes too."""
    for node in act.some(act.units(lambda n: n.kind == "fn"), 0.15):
        callers = [unit for unit in act.units() if any(t.note in node.came for t in unit.tokens or ())]
        for unit in callers[:1]:
            act.note_out(unit)
            act.note_in(unit)
    for node in act.some([n for n in act.movable() if not n.children and n.kind != "art"], 0.1):
        act.insert(node).children.clear()
        act.delete(node)


def parted_and_edited(act: Revising) -> None:
    """Units split or merged whose words are changed as well, and parts that move."""
    for node in act.some([n for n in act.movable() if not n.children and n.kind != "art"], 0.12):
        if not (act.is_whole(node) and node in act.new.parents()):
            continue
        if act.chance.random() < 0.5 and act.split(node):
            siblings = act.new.parents()[node].children
            second = siblings[siblings.index(node) + 1]
            act.reword(act.chance.choice((node, second)), act.chance.uniform(0.05, 0.2))
        elif act.merge(node):
            act.reword(node, act.chance.uniform(0.02, 0.15))


def restructured(act: Revising) -> None:
    """Lists reversed, subparagraphs numbered, sentences moved on, columns and annexes added and removed."""
    chance = act.chance
    above = [n for n in act.new.root.walk() if sum(child.kind == "point" for child in n.children) > 2]
    for node in act.some(above, 0.05):
        points = [c for c in node.children if c.kind == "point"]
        slots = [n for n, c in enumerate(node.children) if c.kind == "point"]
        for slot, point in zip(slots, reversed(points), strict=True):
            node.children[slot] = point
    for node in act.some(act.units(lambda n: n.kind == "art"), 0.3):
        subs = [c for c in node.children if c.kind == "sub"]
        if len(subs) > 1 and len(subs) == len(node.children):
            for n, sub in enumerate(subs, 1):
                sub.kind, sub.number, sub.label = "para", str(n), f"{n}."
            node.starts = {"para": 1}
    for node in act.some(act.movable(), 0.08):
        _hand_on(act, node)
    for table in act.some([n for n in act.new.root.walk() if n.kind == "tbl"], 0.5):
        _column(act, table)
    if chance.random() < 0.4 and (annexes := [n for n in act.new.root.children if n.kind == "annex"]):
        made = Node("annex", depth=1, tokens=pieces(act.text()), starts={"para": 1})
        for n in range(chance.randint(2, 4)):
            child = act.fresh(Node("para", depth=2))
            child.label, child.number = ("1.", "1") if n == 0 else ("", "")
            made.children.append(child)
        act.new.root.children.insert(act.new.root.children.index(annexes[0]), made)


def _hand_on(act: Revising, node: Node) -> None:
    """Move the last sentence of a unit to the beginning of the next one of its kind."""
    siblings = act.new.parents()[node].children
    at = siblings.index(node) + 1
    other = siblings[at] if at < len(siblings) else None
    ends = [n + 1 for n, t in enumerate((node.tokens or [])[:-2]) if t.text == "."]
    if other is None or other.kind != node.kind or not ends or not act.is_whole(other) or not act.is_whole(node):
        return
    tokens = node.tokens or []
    kept, given = tokens[: ends[-1]], tokens[ends[-1] :]
    sizes = [sum(t.is_word for t in part) for part in (kept, given)]
    if sizes[0] >= 6 and sizes[1] <= 0.7 * min(sizes[0], other.words()):
        node.tokens, other.tokens = kept, [*given[1:], Token(" "), *(other.tokens or [])]


def _column(act: Revising, table: Node) -> None:
    """One column less in a table, or one more."""
    rows = [row for row in table.children if len(row.children) > 2]
    at = act.chance.randrange(1, 3)
    if act.chance.random() < 0.5:
        for row in rows:
            row.children.pop(at)
        return
    for row in rows:
        row.children.insert(
            at, Node("cell", depth=row.children[0].depth, tokens=pieces(str(act.chance.randint(100, 999))))
        )


def chains(act: Revising, planted: list[list[Node]]) -> None:
    """Some of a series of similar rows are deleted, the others move up or down; they differ in a word or two only."""
    for chain in planted:
        standing = [act.became[node] for node in chain if act.is_whole(act.became[node])]
        for node in act.some(standing, act.chance.uniform(0.2, 0.6)):
            act.delete(node)
    for node in act.some(act.movable(), 0.04):
        act.insert(node)


def plant_chains(chance: random.Random, tree: Tree) -> list[list[Node]]:
    """Insert series of units after some, each of which differs from the others in a number or an institution."""
    parents, language = tree.parents(), tree.document.header.language
    fit = [n for n in tree.units() if n.kind in ("para", "rec", "point", "sub", "p") and n.words() > 7 and n in parents]
    fit = [n for n in fit if not n.children]
    planted = []
    for one in chance.sample(fit, min(3, len(fit))):
        said = {_plain(one)}
        chain = [one]
        for _ in range(chance.randint(4, 8)):
            tokens: words.Tokens = [Token(t.text, target=t.target) for t in chance.choice(chain).tokens or ()]
            for _ in range(chance.randint(1, 3)):
                tokens = words.meant_otherwise(chance, tokens, language) or tokens
            twin = Node(one.kind, depth=one.depth, tokens=tokens)
            if _plain(twin) not in said:
                said.add(_plain(twin))
                chain.append(twin)
        siblings = parents[one].children
        at = siblings.index(one) + 1
        siblings[at:at] = chain[1:]
        if len(chain) > 1:
            planted.append(chain)
    return planted


def lists(act: Revising, planted: list[Node]) -> None:
    """Some of a list of very short items are deleted, some inserted, and the order changes."""
    for node in planted:
        items = [child for child in act.became[node].children if child.came]
        for item in act.some(items, 0.15):
            act.delete(item)
        items = [child for child in act.became[node].children if child.came]
        for item in act.some(items, 0.15):
            fresh = Node(item.kind, depth=item.depth, tokens=pieces(" ".join(act.text().split()[-2:])))
            siblings = act.became[node].children
            siblings.insert(siblings.index(item), fresh)
        if act.chance.random() < 0.5 and items:
            act.move(act.chance.choice(items))


def plant_lists(chance: random.Random, tree: Tree) -> list[Node]:
    """Add lists of items of one to four words, no two the same, to units that have none."""
    bag = [t.text for n in tree.units() for t in n.tokens or () if t.is_word and t.text.isalpha() and len(t.text) > 3]
    fit = [n for n in tree.units() if n.kind in ("para", "sub") and not n.children]
    planted = []
    for node in chance.sample(fit, min(3, len(fit))):
        texts = {" ".join(chance.sample(bag, chance.randint(1, _DEEPEST))) for _ in range(chance.randint(4, 12))}
        for n, text in enumerate(sorted(texts)):
            item = Node("point", depth=node.depth + 1, tokens=pieces(f"{text};"))
            item.label, item.number = ("(a)", "1") if n == 0 else ("", "")
            node.children.append(item)
        node.starts = {**node.starts, "point": 1}
        planted.append(node)
    return planted


def _plain(node: Node) -> str:
    return "".join(token.text for token in node.tokens or () if token.is_word)
