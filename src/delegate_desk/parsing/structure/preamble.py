"""The text before the articles of an act: citations, recitals, and the formulas around them."""

from collections.abc import Sequence

from delegate_desk.core.documents.document import Kind
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.structure import block_labels, headings
from delegate_desk.parsing.structure.addressed_units import LabelledBlock, Unit

_AHEAD = 4
_STOPS = (",", ";", "·")
_ENDED = (*_STOPS, ".", ":")
_TITLE_LINES = 7
_LONGEST_LINE = 600


def title(found: Sequence[LabelledBlock], languages: tuple[str, ...]) -> tuple[int, int, int]:
    """Return start and end of the title of an act, and the first citation; the act's author is between them.

    Its lines are the title in every language, even if some print them in lower case or in brackets.
    """
    first = 0
    for n, item in enumerate(found):
        text = item.text.text
        if item.label is None and text.endswith(_STOPS) and vocabulary.begins_formula("citation", text, languages):
            first = n
            break
    line = found[first - 1].text.text if first else ""
    # from the author a comma or a dash leads to the citations, or everything is in capitals
    is_author = line.endswith((",", "—", "–", "-")) or (line.isupper() and not any(map(str.isdecimal, line)))
    start = end = first - is_author
    while start and end - start < _TITLE_LINES:
        item, text = found[start - 1], found[start - 1].text.text
        is_ended = text.endswith((".", ";", ":")) and not text.endswith(("…", "..."))
        if is_ended or len(text) > _LONGEST_LINE or item.label is not None or item.block.cell is not None:
            break
        if headings.parse(item.remaining, languages, item.block):  # such as the annex that the act is sent in
            break
        start -= 1
    while start < end and not headings.is_heading(found[start].block, found[start].text.text):
        start += 1
    return start, end, first


class Preamble:
    """Position in the preamble of a text.

    Attributes:
        languages: Languages whose formulas are known.
        part: ``citations``, ``recitals`` or empty.
        numbered: True after a numbered recital: text without a number then belongs to it.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self.part = ""
        self.numbered = False

    def leave(self) -> None:
        """Leave the preamble, or skip a missing one."""
        self.part, self.numbered = "", False

    def place(
        self, item: LabelledBlock, following: Sequence[LabelledBlock], last: Unit | None, *, in_article: bool
    ) -> Kind | None:
        """Classify a block: a citation, a recital without a number, a formula as text; None for none of these."""
        if item.label is not None and not item.label.is_bullet:
            return None
        text = item.text.text
        if vocabulary.is_formula("recitals_intro", text, self.languages) and not in_article:
            self.part, self.numbered = "recitals", False
            return Kind.TEXT
        # between preamble and articles a known formula, or capitals up to a colon
        shouted = text.isupper() and len(text) > 4
        is_formula = (shouted or self.part) and vocabulary.begins_formula("enacting_formula", text, self.languages)
        if is_formula or (shouted and self.part and text.endswith((":", "."))):
            self.leave()
            return Kind.TEXT
        if in_article:
            return None
        capital = block_labels.capital(text)
        if capital and vocabulary.begins_formula("recital", text[capital.end :].strip(), self.languages):
            self.part = "recitals"  # ``A. whereas``: a list continues with its labels
            return None
        if self._is_recital(item, following, last):
            return Kind.RECITAL
        if self._is_citation(item, following, last):
            self.part = "citations"
            return Kind.CITATION
        return None

    def _is_citation(self, item: LabelledBlock, following: Sequence[LabelledBlock], last: Unit | None) -> bool:
        text = item.text.text
        if vocabulary.begins_formula("citation", text, self.languages):
            return text.endswith(_STOPS) or self.part == "citations" or self._is_followed(following)
        if self.part != "citations" or item.label is not None or text.isupper():
            return False
        continues = last is not None and not last.text.text.endswith(_ENDED) and text[:1].islower()
        return not continues and (text.endswith(_STOPS) or self._is_followed(following))

    def _is_followed(self, following: Sequence[LabelledBlock]) -> bool:
        if not following:
            return False
        text = following[0].text.text
        return vocabulary.is_formula("recitals_intro", text, self.languages) or any(
            vocabulary.begins_formula(key, text, self.languages) for key in ("citation", "recital")
        )

    def _is_recital(self, item: LabelledBlock, following: Sequence[LabelledBlock], last: Unit | None) -> bool:
        """True for a recital without a number: in a list under ``Whereas``, or beginning with the word."""
        text = item.text.text
        if vocabulary.begins_formula("recital", text, self.languages) and text.endswith(_ENDED):
            if self.part or self._is_followed(following):
                self.part = "recitals"
                return True
            return False
        if self.part != "recitals" or self.numbered or text.isupper() or item.block.centred:
            return False
        if any(later.label and later.label.is_number for later in following[:_AHEAD]):
            return False
        is_open = last is not None and last.kind is Kind.RECITAL and not last.text.text.endswith(_ENDED)
        return not (is_open and text[:1].islower())
