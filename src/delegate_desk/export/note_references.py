"""Footnote numbers and comments on a text, for writers without pages to put them on."""

from collections import Counter
from collections.abc import Iterable, Iterator

from delegate_desk.export.blocks import Comment, ExportParagraph, ExportTable, Footnote, StyledRun


class Called:
    """Counts footnotes as they are called, and tells which comments end in which paragraph."""

    def __init__(self, blocks: Iterable[ExportParagraph | ExportTable]) -> None:
        self._left = Counter(
            id(one) for text in paragraphs_in_blocks(blocks) for run in text.runs for one in comments_on(run)
        )
        self._counted = 0
        self.notes: list[tuple[str, Footnote]] = []

    def number(self, note: Footnote) -> str:
        """Return the mark of a footnote: its own label, or the next number."""
        mark = note_mark(note, self._counted)
        self._counted += mark == str(self._counted + 1)
        self.notes.append((mark, note))
        return mark

    def ending(self, text: ExportParagraph) -> Iterator[Comment]:
        """The comments whose last words stand in a paragraph, in the order in which they end."""
        if text.comment:
            yield Comment((ExportParagraph((StyledRun(text.comment, text.comment_language),)),))
        for run in text.runs:
            for one in comments_on(run):
                self._left[id(one)] -= 1
                if not self._left[id(one)]:
                    yield one


def note_mark(note: Footnote, before: int) -> str:
    """The mark of a footnote behind so many that were counted."""
    return note.label or str(before + 1)


def paragraphs_in_blocks(blocks: Iterable[ExportParagraph | ExportTable]) -> Iterator[ExportParagraph]:
    """The paragraphs of blocks in their order, those in tables too."""
    for block in blocks:
        if isinstance(block, ExportTable):
            yield from (text for row in block.rows for cell in row.cells for text in cell.texts)
        else:
            yield block


def comments_on(run: StyledRun) -> Iterator[Comment]:
    """The comments on a run, each once, with those on words of its footnote: they are shown at its call."""
    within = (one for text in run.note.texts for words in text.runs for one in words.comments) if run.note else ()
    yield from dict.fromkeys((*run.comments, *within))
