"""Kinds of revision: preparation of a document, and the edits of it."""

import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from delegate_desk.core.documents.document import Document
from evaluation import revising_hard as hard
from evaluation import revising_words as words
from evaluation.revising_acts import Revising
from evaluation.revising_layout import lay
from evaluation.revising_papers import LARGE, made, ours, real, table
from evaluation.revising_tree import Node, Token, Tree, grow, pieces
from evaluation.revising_truth import Revision, Truth

_LANGUAGES = ("en", "fr", "de", "el", "bg")
Twins = list[tuple[Node, Node, set[int], set[int]]]
"""Pairs of similar units, and the tokens in which each differs from the other."""


def light(act: Revising) -> None:
    """A few words here and there."""
    for node in act.some(act.units(lambda n: n.words() > 3), act.chance.uniform(0.03, 0.15)):
        way = act.chance.random()
        if way < 0.4:
            act.mean_otherwise(node)
        elif way < 0.5:
            act.punctuate(node)
        else:
            act.reword(node, act.chance.uniform(0.01, 0.2))


def heavy(act: Revising) -> None:
    """Many units reworded, up to 60 of 100 words; some inserted, some deleted."""
    come_and_go(act, 0.05)
    for node in act.some(act.units(lambda n: n.words() > 3), act.chance.uniform(0.2, 0.5)):
        act.reword(node, act.chance.uniform(0.05, 0.6))


def come_and_go(act: Revising, share: float | None = None) -> None:
    """Units inserted and deleted: all after them are renumbered."""
    share = share or act.chance.uniform(0.03, 0.12)
    for node in act.some(act.movable(), share):
        if node in act.new.parents():
            act.delete(node)
    for node in act.some(act.movable(), share):
        act.insert(node)


def shuffle(act: Revising) -> None:
    """Units moved, among their siblings or elsewhere; some of them are reworded a little."""
    for node in act.some(act.movable(), act.chance.uniform(0.02, 0.06)):
        is_moved = node in act.new.parents() and act.move(node, elsewhere=act.chance.random() < 0.3)
        if is_moved and act.chance.random() < 0.3:
            act.reword(node, act.chance.uniform(0.05, 0.25))
    light(act)


def part_and_join(act: Revising) -> None:
    """Units split and merged."""
    for node in act.some(act.movable(), act.chance.uniform(0.05, 0.15)):
        if act.is_whole(node) and node in act.new.parents() and act.chance.random() < 0.5:
            act.split(node)
    for node in act.some(act.movable(), act.chance.uniform(0.05, 0.15)):
        if node in act.new.parents() and act.is_whole(node):
            act.merge(node)
    light(act)


def reprint(act: Revising) -> None:
    """Different typography everywhere: quotes, dashes, spaces, hyphens; and a few real changes."""
    light(act)
    for node in act.new.units():
        if act.chance.random() < 0.7:
            act.print_otherwise(node)


def notes(act: Revising) -> None:
    """Footnotes inserted and deleted: the others are renumbered; some are reworded."""
    for node in act.some(act.units(lambda n: n.kind != "fn" and any(t.note for t in n.tokens or ())), 0.2):
        act.note_out(node)
    for node in act.some(act.units(lambda n: n.kind in ("rec", "para", "sub") and n.words() > 5), 0.04):
        act.note_in(node)
    for node in act.some(act.units(lambda n: n.kind == "fn" and n.words() > 4), 0.2):
        act.reword(node, 0.2)
    come_and_go(act, 0.03)


def tables(act: Revising) -> None:
    """Rows inserted, deleted and moved; cells changed."""
    for row in act.some(act.rows(), 0.12):
        act.delete(row)
    for row in act.some(act.rows(), 0.08):
        act.move_row(row)
    for row in act.some(act.rows(), 0.12):
        act.row_in(row)
    for cell in act.some(act.units(lambda n: n.kind == "cell"), 0.06):
        if act.chance.random() < 0.5:
            act.mean_otherwise(cell)
        else:
            act.reword(cell, 0.2)


def everything(act: Revising) -> None:
    """All of it, as after a long night."""
    for plan in (come_and_go, part_and_join, shuffle, notes, tables, heavy):
        plan(act)


def twins(act: Revising, pairs: Twins) -> None:
    """One of two similar units is deleted, or one or both are edited, or another is inserted between."""
    come_and_go(act, 0.03)
    for one, other, apart, apart_other in pairs:
        new, twin = act.became[one], act.became[other]
        if not (_stands(act, new) and _stands(act, twin)):
            continue
        way = act.chance.randrange(6)
        if way == 0:
            act.delete(new)
        elif way == 1:
            act.delete(twin)
        elif way == 2:
            act.reword(new, act.chance.uniform(0.02, 0.25), apart)
        elif way == 3:
            act.reword(twin, act.chance.uniform(0.02, 0.25), apart_other)
            act.delete(new)
        elif way == 4:
            act.reword(new, act.chance.uniform(0.02, 0.25), apart)
            act.reword(twin, act.chance.uniform(0.02, 0.25), apart_other)
        else:
            act.insert(new)


def copies(act: Revising, planted: Sequence[Node]) -> None:
    """One of ten identical units is deleted; another is edited; the others are renumbered."""
    standing = [act.became[node] for node in planted if _stands(act, act.became[node])]
    act.chance.shuffle(standing)
    for gone in standing[:1]:
        act.delete(gone)
    for edited in standing[1:2]:
        if act.chance.random() < 0.5:
            act.mean_otherwise(edited)
    come_and_go(act, 0.03)
    light(act)


def _stands(act: Revising, node: Node) -> bool:
    return act.is_whole(node) and node in act.new.parents()


PLANS: dict[str, Callable[[Revising], None]] = {
    plan.__name__: plan
    for plan in (
        light, heavy, come_and_go, shuffle, part_and_join, reprint, notes, tables, everything,
        hard.replaced, hard.parted_and_edited, hard.restructured,
    )
}  # fmt: skip
PLANTED = ("twins", "copies", "chains", "lists")


def plant_twins(chance: random.Random, tree: Tree, count: int) -> Twins:
    """Give some units a twin that differs in one or two significant words."""
    parents = tree.parents()
    language = tree.document.header.language
    fit = [n for n in tree.units() if n.kind in ("para", "rec", "point", "sub", "p") and n.words() > 7 and n in parents]
    pairs: Twins = []
    for one in chance.sample(fit, min(count, len(fit))):
        tokens: words.Tokens | None = [Token(t.text, target=t.target) for t in one.tokens or () if t.note is None]
        for _ in range(chance.randint(1, 2)):
            tokens = words.meant_otherwise(chance, tokens or [], language) or tokens
        bare = [t.text for t in one.tokens or () if t.note is None]
        if tokens is None or [t.text for t in tokens] == bare:
            continue
        twin = Node(one.kind, depth=one.depth, tokens=tokens)
        siblings = parents[one].children
        at = siblings.index(one) + (1 if chance.random() < 0.6 else chance.randint(1, 4))
        siblings.insert(min(at, len(siblings)), twin)
        apart = {n for n, t in enumerate(one.tokens or ()) if t.text not in {x.text for x in tokens}}
        apart_other = {n for n, t in enumerate(tokens) if t.text not in bare}
        pairs.append((one, twin, apart, apart_other))
    return pairs


def plant_copies(chance: random.Random, tree: Tree) -> list[Node]:
    """Insert the same sentence after ten units far apart, or several times in a row."""
    parents = tree.parents()
    language = tree.document.header.language
    text = words.phrases().get(language, words.phrases()["en"])["boilerplate"]
    fit = [n for n in tree.units() if n.kind in ("para", "sub", "rec", "point", "p") and n in parents]
    chance.shuffle(fit)
    behind = fit[:1] * 4 if chance.random() < 0.2 else fit[:10]
    planted = []
    for node in behind:
        siblings = parents[node].children
        planted.append(Node(node.kind, depth=node.depth, tokens=pieces(text)))
        siblings.insert(siblings.index(node) + 1, planted[-1])
    return planted


def plant_table(chance: random.Random, tree: Tree) -> None:
    """Add a table at the end."""
    language = tree.document.header.language
    language = language if language in words.phrases() else "en"
    rows = []
    for cells in table(chance, language):
        row = Node("row", depth=2, starts={"cell": 1})
        row.children = [Node("cell", depth=3, tokens=pieces(cell)) for cell in cells]
        rows.append(row)
    tree.root.children.append(Node("tbl", children=rows, starts={"row": 1}))


def paper(chance: random.Random, corpus: Path | None) -> tuple[str, Document]:
    """A document to be revised: generated, ours or, with a corpus, real; large ones rarely."""
    way = chance.random()
    if way < 0.5 or (corpus is None and way < 0.75):
        language = chance.choice(_LANGUAGES)
        articles = chance.choice((3, 5, 8, 12, 20))
        return f"made {language} {articles}", made(chance, language, articles)
    some = real(corpus) if corpus is not None and way < 0.8 else ours()
    while True:
        name, document = chance.choice(some)
        if len(document.units()) < LARGE or chance.random() < 0.1:
            return name, document


def _planted(chance: random.Random, plan: str, old: Tree) -> Callable[[Revising], None]:
    """The edits to do, after the old tree was prepared for them."""
    if plan == "twins":
        pairs = plant_twins(chance, old, chance.randint(2, 8))
        return lambda act: twins(act, pairs)
    if plan == "copies":
        same = plant_copies(chance, old)
        return lambda act: copies(act, same)
    if plan == "chains":
        rows = hard.plant_chains(chance, old)
        return lambda act: hard.chains(act, rows)
    if plan == "lists":
        short = hard.plant_lists(chance, old)
        return lambda act: hard.lists(act, short)
    return PLANS[plan]


@lru_cache(maxsize=64)
def revise(seed: int, corpus: Path | None = None) -> Revision:
    """Make a revision; the same seed gives the same one, and consecutive seeds give one of every kind."""
    chance = random.Random(seed)
    name, document = paper(chance, corpus)
    plans = [*PLANS, "heavy", "everything", "twins", *PLANTED]
    plan = plans[seed % len(plans)]
    return revised(chance, f"{seed} {plan} of {name}", document, plan)


def revised(
    chance: random.Random, name: str, document: Document, plan: str, *, letters: bool | None = None
) -> Revision:
    """Make a revision of a document.

    Args:
        name: Its name: number, plan, document.
        letters: True to number inserted units ``3a``; None for a random choice.
    """
    old = grow(document)
    if plan in ("tables", "everything", "restructured") and not any(node.kind == "row" for node in old.root.walk()):
        plant_table(chance, old)
    act_on = _planted(chance, plan, old)
    text, links = lay(old)
    act = Revising(chance, old)
    act_on(act)
    new_text, new_links = lay(act.new, act.became, letters=chance.random() < 0.25 if letters is None else letters)
    truth = Truth(act)
    quotes = truth.quotes(chance, 0.1)
    return Revision(name, text, new_text, links, new_links, truth.expected(), truth.inserted(), quotes)
