"""Our wording in paragraphs of a Word file, with as few characters deleted and inserted as possible."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field
from itertools import pairwise
from unicodedata import normalize

from lxml import etree

from delegate_desk.core.documents.document import Paragraph, View
from delegate_desk.core.text import without_half_characters
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.export.redline.character_stream import MATHS, Stream, StreamCharacter, effective, stream, unwrap
from delegate_desk.export.redline.tracked_changes import (
    ADDING,
    REMOVING,
    XML_SPACE,
    RevisionAuthor,
    W,
    new_run,
    parent_element,
    run_piece,
    text_element,
)


def live(parent: etree._Element) -> Iterator[etree._Element]:
    """Return the runs and formulas of a paragraph that no revision deletes."""
    for child, _ in unwrap(parent):
        if child.tag == f"{W}r" or child.tag in MATHS:
            yield child
        elif child.tag in ADDING:
            yield from live(child)


def is_live(node: etree._Element) -> bool:
    return not any(holder.tag in REMOVING for holder in node.iterancestors())


def expand_simple_field(simple: etree._Element) -> list[etree._Element]:
    """Replace a simple field by its complex form, which can be deleted (17.16.5); return its new parts."""
    parts: list[etree._Element] = []
    runs: list[etree._Element] = []
    for kind in ("begin", "instr", "separate", "end"):
        part = etree.Element(f"{W}instrText" if kind == "instr" else f"{W}fldChar")
        if kind == "instr":
            part.text = simple.get(f"{W}instr", "")
            part.set(XML_SPACE, "preserve")
        else:
            part.set(f"{W}fldCharType", kind)
        run = etree.Element(f"{W}r")
        run.append(part)
        parts.append(part)
        runs.append(run)
    parent = parent_element(simple)
    place = parent.index(simple)
    inner = [child for child in simple if child.tag != f"{W}fldData"]
    parent[place : place + 1] = [*runs[:3], *inner, runs[3]]
    return parts


_UNKNOWN = "\ufffc"  # what the stream has for a letter of a symbol font
_KEPT_NODES = frozenset({f"{W}annotationRef", f"{W}commentReference", f"{W}footnoteRef", f"{W}endnoteRef"})


class UnplacedError(Exception):
    """A wording cannot be applied to the content of the file."""


@dataclass(slots=True)
class RunEdit:
    """Edits to the runs of some paragraphs.

    Attributes:
        letters: Characters to be deleted, by the element that contains them.
        insertions: Runs to be inserted, by an element of a run and an offset in it.
        empty_paragraphs: Runs to be inserted at the end of a paragraph without words.
    """

    letters: dict[etree._Element, set[int]] = field(default_factory=lambda: defaultdict(set))
    nodes: dict[etree._Element, None] = field(default_factory=dict)
    insertions: dict[etree._Element, dict[int, list[etree._Element]]] = field(default_factory=dict)
    ends: list[etree._Element] = field(default_factory=list)
    empty_paragraphs: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)

    def add(self, other: "RunEdit") -> None:
        for node, offsets in other.letters.items():
            self.letters[node] |= offsets
        for node, by_offset in other.insertions.items():
            for offset, insertions in by_offset.items():
                self.insertions.setdefault(node, {}).setdefault(offset, []).extend(insertions)
        self.nodes.update(other.nodes)
        self.ends += other.ends
        self.empty_paragraphs += other.empty_paragraphs


def alignment(found: Stream, text: str) -> list[int | None]:
    """Return the group of each character of a unit's marked text; None for a space that is not in the file.

    Raises:
        UnplacedError: If the file has other words.
    """
    file_text = found.text
    groups = [n for n, group in enumerate(found.groups) for _ in group.text]
    offset = len(file_text.rstrip()) - len(text)
    if offset < 0 or not file_text.startswith(text, offset):
        offset = file_text.find(text)
    if offset >= 0:
        return list(groups[offset : offset + len(text)])
    # the file has additional words, such as hidden ones
    placed: list[int | None] = []
    offset, extra = 0, ""
    for change, words in diff_words(file_text, text):
        if change is WordChange.INSERT:
            if extra == _UNKNOWN * len(words):
                placed += groups[offset - len(words) : offset]
            elif words.isspace():
                placed += [None] * len(words)
            else:
                raise UnplacedError
            extra = ""
            continue
        if change is WordChange.EQUAL:
            placed += groups[offset : offset + len(words)]
        extra = words if change is WordChange.DELETE else ""
        offset += len(words)
    return placed


def plan(found: Stream, placed: Sequence[int | None], words: WordDiff, paragraph: etree._Element) -> RunEdit:
    """Return the edits to the runs for a change of wording.

    Args:
        placed: The group of each character of the old wording.
        paragraph: The paragraph to write in if there are no words.

    Raises:
        UnplacedError: If it would change content that cannot be changed in part, such as a formula.
    """
    return _Planner(found, placed, paragraph).plan(words)


class _Planner:
    def __init__(self, found: Stream, placed: Sequence[int | None], paragraph: etree._Element) -> None:
        self._found = found
        self._placed = placed
        self._paragraph = paragraph
        self._edit = RunEdit()
        self._cut: set[int] = set()  # groups

    def plan(self, words: WordDiff) -> RunEdit:
        offset = 0
        steps: list[tuple[int, str, bool]] = []  # before which character, what, whether words go there
        ranges: list[tuple[int, int]] = []  # what goes without anything in its place
        kept: set[int] = set()
        for n, (change, text) in enumerate(words):
            if change is WordChange.INSERT:
                steps.append((offset, text, n > 0 and words[n - 1][0] is WordChange.DELETE))
                continue
            end = offset + len(text)
            if change is WordChange.DELETE:
                self._cut |= {g for g in self._placed[offset:end] if g is not None}
                if n + 1 == len(words) or words[n + 1][0] is not WordChange.INSERT:
                    ranges.append((offset, end))
            else:
                kept |= {g for g in self._placed[offset:end] if g is not None}
            offset = end
        steps += self._broken(self._cut & kept, words)
        for group in sorted(self._cut):
            span = self._found.groups[group]
            for letter in self._found.letters[span.start : span.end]:
                if letter.node is None:
                    self._edit.ends.append(letter.paragraph)
                elif not letter.is_removed:
                    self._edit.letters[letter.node].add(letter.at)
        for start, end in ranges:
            self._calls(start, end)
        for place, text, replaces in sorted(steps, key=lambda step: step[0]):
            self._insert_at(place, text, replaces=replaces)
        self._check()
        self._delete_empty_fields()
        return self._edit

    def _broken(self, groups: set[int], words: WordDiff) -> Iterator[tuple[int, str, bool]]:
        """Yield the kept part of inseparable characters of which another part is deleted: it is rewritten."""
        offset = 0
        for change, text in words:
            if change is WordChange.INSERT:
                continue
            if change is WordChange.EQUAL:
                for n, letter in enumerate(text, offset):
                    if self._placed[n] in groups:
                        yield n, letter, True
            offset += len(text)

    def _calls(self, start: int, end: int) -> None:
        groups = [self._found.groups[g] for g in self._placed[start:end] if g is not None]
        if groups:
            first, last = groups[0].start, groups[-1].end
            calls = [node for offset, node in self._found.calls if first < offset < last and is_live(node)]
            self._edit.nodes.update(dict.fromkeys(calls))

    def _insert_at(self, place: int, text: str, *, replaces: bool) -> None:
        before, after = self._letter(place - 1, -1), self._letter(place, 1)
        if before is None and after is None:
            if any(group is not None for group in self._placed):
                raise UnplacedError
            last = next((letter for letter in reversed(self._found.live()) if letter.run is not None), None)
            if last is None:
                self._edit.empty_paragraphs.append((self._paragraph, new_run(text, None)))
                return
            before = last
        if before and after and after.depth < before.depth:
            before = None
        if before is None:
            assert after is not None
            self._insert(after.node, after.at, new_run(text, after.run))
            return
        node, offset = before.node, before.at + 1
        if not replaces and before is not after:
            end = next(n for n, character in enumerate(self._found.letters) if character is before) + 1
            calls = [call for position, call in self._found.calls if position == end and is_live(call)]
            node, offset = (calls[-1], 1) if calls else (node, offset)
        self._insert(node, offset, new_run(text, before.run))

    def _insert(self, node: etree._Element | None, offset: int, insertion: etree._Element) -> None:
        if node is None or not (node.tag in MATHS or parent_element(node).tag == f"{W}r"):
            raise UnplacedError
        self._edit.insertions.setdefault(node, {}).setdefault(offset, []).append(insertion)

    def _letter(self, place: int, step: int) -> StreamCharacter | None:
        """Return the nearest character that allows writing beside it; None if there is none."""
        while 0 <= place < len(self._placed):
            group = self._placed[place]
            if group is not None:
                span = self._found.groups[group]
                letters = self._found.live(slice(span.start, span.end))
                if letters:
                    nearest = letters[-1 if step < 0 else 0]  # of a run of the paragraph, or of a formula
                    is_maths = nearest.node is not None and nearest.node.tag in MATHS
                    return nearest if nearest.run is not None or is_maths else None
            place += step
        return None

    def _delete_empty_fields(self) -> None:
        letters = [letter for letter in self._found.live() if letter.node is not None]
        for word_field in self._found.fields:
            characters = [character for character in letters if word_field in character.fields]
            if word_field.is_complete and characters and all(self._is_deleted(character) for character in characters):
                self._edit.nodes.update(dict.fromkeys(word_field.parts))
        by_simple: dict[etree._Element, list[StreamCharacter]] = defaultdict(list)
        holders: dict[etree._Element, list[etree._Element]] = {}
        for character in letters:
            assert character.node is not None
            if character.node not in holders:
                holders[character.node] = list(character.node.iterancestors(f"{W}fldSimple"))
            for simple in holders[character.node]:
                by_simple[simple].append(character)
        for simple, characters in by_simple.items():
            if all(self._is_deleted(character) for character in characters):
                self._edit.nodes.update(dict.fromkeys(expand_simple_field(simple)))

    def _is_deleted(self, letter: StreamCharacter) -> bool:
        return letter.node is not None and letter.at in self._edit.letters.get(letter.node, ())

    def _check(self) -> None:
        """Check that content that cannot be changed in part is deleted as a whole or not at all."""
        fixed: dict[etree._Element, list[StreamCharacter]] = defaultdict(list)
        for letter in self._found.letters:
            if letter.node is not None and letter.run is None and letter.node in self._edit.letters:
                fixed[letter.node].append(letter)
        for node, letters in fixed.items():
            if parent_element(node).tag == f"{W}r" or not all(self._is_deleted(character) for character in letters):
                raise UnplacedError


def clear_paragraph(paragraph: etree._Element) -> RunEdit:
    """Delete all content of a paragraph; what others deleted stays theirs."""
    edit = RunEdit()
    for simple in list(paragraph.iter(f"{W}fldSimple")):
        if is_live(simple):
            expand_simple_field(simple)
    parts = {part for word_field in stream([paragraph]).fields if word_field.is_complete for part in word_field.parts}
    for element in live(paragraph):
        if element.tag in MATHS:
            edit.nodes[element] = None
            continue
        for child in element:
            in_field = child.tag in (f"{W}fldChar", f"{W}instrText")
            if child.tag != f"{W}rPr" and child.tag not in _KEPT_NODES and (not in_field or child in parts):
                edit.nodes[child] = None
    return edit


def apply(edit: RunEdit, author: RevisionAuthor) -> None:
    """Change the runs; the caller handles paragraphs whose end is deleted."""
    runs: dict[etree._Element, None] = {}
    for node in dict.fromkeys([*edit.letters, *edit.nodes, *edit.insertions]):
        parent = node.getparent()
        if parent is not None and parent.tag == f"{W}r":
            runs[parent] = None
        elif node.tag in MATHS:
            _rewrite_formula(node, edit, author)
    for run in runs:
        _rewrite(run, edit, author)
    for paragraph, insertion in edit.empty_paragraphs:
        paragraph.append(author.insertion([insertion]))


def _rewrite_formula(formula: etree._Element, edit: RunEdit, author: RevisionAuthor) -> None:
    holder = formula
    if formula in edit.letters or formula in edit.nodes:
        holder = author.element("del")
        parent_element(formula).replace(formula, holder)
        holder.tail, formula.tail = formula.tail, None
        holder.append(formula)
    for offset, runs in edit.insertions.get(formula, {}).items():
        for insertion in runs if offset else reversed(runs):
            element = author.insertion([insertion])
            if offset == 0:
                holder.addprevious(element)
            else:
                element.tail, holder.tail = holder.tail, None
                holder.addnext(element)


def _rewrite(run: etree._Element, edit: RunEdit, author: RevisionAuthor) -> None:
    result: list[etree._Element] = []
    pieces: list[tuple[bool, list[etree._Element]]] = []

    def close() -> None:
        for is_deleted, contents in pieces:
            part = run_piece(run, contents)
            result.append(author.deletion(part) if is_deleted else part)
        pieces.clear()

    def add(element: etree._Element, *, is_deleted: bool) -> None:
        if not pieces or pieces[-1][0] is not is_deleted:
            pieces.append((is_deleted, []))
        pieces[-1][1].append(element)

    def insert(node: etree._Element, offset: int) -> None:
        for insertion in edit.insertions.get(node, {}).get(offset, ()):
            close()
            result.append(author.insertion([insertion]))

    for child in [child for child in run if child.tag != f"{W}rPr"]:
        insert(child, 0)
        deleted, stops = edit.letters.get(child, set()), edit.insertions.get(child, {}).keys() - {0}
        if child.tag == f"{W}t" and (deleted or stops):
            for text, end, is_deleted in _split_run(effective(child), deleted, stops):
                add(text_element(text), is_deleted=is_deleted)
                insert(child, end)
            continue
        add(child, is_deleted=child in edit.nodes or bool(deleted))
        insert(child, 1)
    close()
    parent = parent_element(run)
    place = parent.index(run)
    if result:
        result[-1].tail = run.tail
    parent[place : place + 1] = result


def _split_run(text: str, deleted: Collection[int], stops: Collection[int]) -> Iterator[tuple[str, int, bool]]:
    """Split the words of a run where some are deleted or inserted: each part, its end, and whether it is deleted."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or end in stops or (end - 1 in deleted) is not (end in deleted):
            yield text[start:end], end, end - 1 in deleted
            start = end


def reword(paragraphs: Sequence[etree._Element], unit: Paragraph, wording: str, *, shared: bool) -> RunEdit:
    """Return the edits that give a unit another wording.

    Args:
        paragraphs: Those of the unit, not to be changed yet.
        shared: True if they contain other units too.

    Raises:
        UnplacedError: If the file has other words than the unit, or the change cannot be applied to it.
    """
    found = stream(list(paragraphs))
    placed = _place(found, unit)
    words = diff_words(unit.text, normalize("NFC", without_half_characters(wording.strip())))
    edit = plan(found, placed, words, paragraphs[-1])
    for paragraph, following in () if shared else pairwise(paragraphs):
        # a deleted end moves past a paragraph whose words are all deleted: the neighbour stays
        letters = [(c.node, c.at) for c in found.live() if c.paragraph is following and c.node is not None]
        is_written_in = any(node in edit.insertions for node, _ in letters)
        is_emptied = all(offset in edit.letters.get(node, ()) for node, offset in letters)
        if paragraph in edit.ends and following not in edit.ends and is_emptied and not is_written_in:
            edit.ends[edit.ends.index(paragraph)] = following
    return edit


def cut_out(paragraphs: Sequence[etree._Element], unit: Paragraph) -> RunEdit:
    """Return the edits that delete a unit, its words and its label, from paragraphs it shares with other units.

    Raises:
        UnplacedError: If the file has other words than the unit.
    """
    found = stream(list(paragraphs))
    placed = _place(found, unit)
    first = next((group for group in placed if group is not None), 0)
    label: list[int | None] = []
    index = first
    while index > 0 and len(label) <= len(unit.label) + 1:
        index -= 1
        if found.groups[index].text:
            label.insert(0, index)
    label_text = "".join(found.groups[g].text for g in label if g is not None).strip()
    is_printed = bool(unit.label) and label_text.endswith(unit.label)
    deleted = [*(label[-len(unit.label) - 1 :] if is_printed else ()), *placed]
    text = "x" * len(deleted)
    words: WordDiff = ((WordChange.DELETE, text),) if text else ()
    return plan(found, deleted, words, paragraphs[-1])


def _place(found: Stream, unit: Paragraph) -> list[int | None]:
    placed = alignment(found, unit.marked)
    return [placed[n] for n in unit.visible_offsets(View.AFTER)]
