"""Revisions whose new text marks its own changes, like compromise texts: new text added, deleted text struck out."""

from collections import Counter
from dataclasses import replace

from delegate_desk.core.documents.document import Address, Mark, MarkUp, Paragraph, Span, View
from delegate_desk.core.word_diff import WordChange, diff_words
from evaluation.revising_truth import Revision

_MARKS = {WordChange.INSERT: Mark.ADDED, WordChange.DELETE: Mark.REMOVED}


def marked(revision: Revision) -> Revision:
    """The same revision with its changes marked, in every unit that has one source and calls no footnote."""
    texts = {unit.address: unit.text for unit in revision.old.units()}
    came = {
        next(iter(expected.news)): texts[old] for old, expected in revision.expected.items() if len(expected.news) == 1
    }
    shared = Counter(new for expected in revision.expected.values() for new in expected.news)

    def of(unit: Paragraph) -> Paragraph:
        alone = shared[unit.address] == 1 or unit.address in revision.inserted
        return _marked(came.get(unit.address, ""), unit) if alone and not unit.calls and unit.text else unit

    paragraphs = tuple(of(unit) for unit in revision.new.paragraphs)
    return replace(revision, new=replace(revision.new, paragraphs=paragraphs, mark_up=MarkUp.PRINTED))


def marked_units(revision: Revision) -> set[Address]:
    """The units of the new text that mark changes."""
    return {unit.address for unit in revision.new.units() if unit.spans}


def _marked(old: str, unit: Paragraph) -> Paragraph:
    """A unit with the changes from an old wording marked; unchanged if the readings would lose a space."""
    if old == unit.text:
        return unit
    text, spans = "", []
    for change, words in diff_words(old, unit.text):
        if change in _MARKS:
            spans.append(Span(len(text), len(text) + len(words), _MARKS[change]))
        text += words
    made = replace(unit, marked=text, spans=tuple(spans))
    is_true = made.in_view(View.AFTER).text == unit.text and made.in_view(View.BEFORE).text == old
    return made if is_true else unit
