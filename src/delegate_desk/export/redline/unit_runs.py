"""From a unit of the document to the runs of its paragraphs in the Word file."""

from collections.abc import Sequence
from unicodedata import normalize

from lxml import etree

from delegate_desk.core.documents.document import Paragraph, View
from delegate_desk.core.text import without_half_characters
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.export.redline.character_stream import Stream, stream
from delegate_desk.export.redline.paragraph_edits import RunEdit, alignment, plan


def reworded(paragraphs: Sequence[etree._Element], unit: Paragraph, wording: str, *, shared: bool) -> RunEdit:
    """Return the edits that give a unit another wording.

    Args:
        paragraphs: Those of the unit, not to be changed yet.
        unit: As it was read.
        wording: Ours.
        shared: True if they contain other units too.

    Raises:
        UnplacedError: If the file has other words than the unit, or the change cannot be applied to it.
    """
    found = stream(list(paragraphs))
    placed = _placed(found, unit)
    words = diff_words(unit.text, normalize("NFC", without_half_characters(wording.strip())))
    edit = plan(found, placed, words, paragraphs[-1])
    if not shared:
        _shift_removed_ends(found, edit, paragraphs)
    return edit


def cut_out(paragraphs: Sequence[etree._Element], unit: Paragraph) -> RunEdit:
    """Return the edits that delete a unit, its words and its label, from paragraphs it shares with other units.

    Raises:
        UnplacedError: If the file has other words than the unit.
    """
    found = stream(list(paragraphs))
    placed = _placed(found, unit)
    first = next((group for group in placed if group is not None), 0)
    label: list[int | None] = []
    at = first
    while at > 0 and len(label) <= len(unit.label) + 1:
        at -= 1
        if found.groups[at].text:
            label.insert(0, at)
    printed = "".join(found.groups[g].text for g in label if g is not None).strip()
    is_printed = bool(unit.label) and printed.endswith(unit.label)
    whole = [*(label[-len(unit.label) - 1 :] if is_printed else ()), *placed]
    text = "x" * len(whole)
    words: WordDiff = ((WordChange.DELETE, text),) if text else ()
    return plan(found, whole, words, paragraphs[-1])


def _placed(found: Stream, unit: Paragraph) -> list[int | None]:
    placed = alignment(found, unit.marked)
    return [placed[n] for n in unit.visible_offsets(View.AFTER)]


def _shift_removed_ends(found: Stream, edit: RunEdit, paragraphs: Sequence[etree._Element]) -> None:
    """Move a deleted paragraph end past a paragraph whose words are all deleted: the neighbour stays."""
    for n, paragraph in enumerate(paragraphs[:-1]):
        following = paragraphs[n + 1]
        letters = [
            one for one in found.letters if one.paragraph is following and one.node is not None and not one.is_removed
        ]
        is_written_in = any(node in edit.puts for one in letters if (node := one.node) is not None)
        goes = all(one.node is not None and one.at in edit.letters.get(one.node, ()) for one in letters)
        if paragraph in edit.ends and following not in edit.ends and goes and not is_written_in:
            edit.ends[edit.ends.index(paragraph)] = following
