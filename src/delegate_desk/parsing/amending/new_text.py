"""New text of an amending instruction, read by the builder of structure behind what precedes it in the base act."""

from collections.abc import Sequence

from delegate_desk.core.amending.application import BuildStructure, ScaffoldLine
from delegate_desk.core.documents.document import Paragraph
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure.builder import Structure


def structure_builder(language: str) -> BuildStructure:
    """Builder of the structure of new text in the language of an act."""
    languages = tuple(dict.fromkeys((language, "en")))

    def build(scaffold: Sequence[ScaffoldLine], lines: Sequence[str]) -> Sequence[Paragraph] | None:
        blocks = [Block((TextRun(line.text),), heading=1 if line.is_heading else None) for line in scaffold]
        blocks += [Block((TextRun(line),)) for line in lines]
        structure = Structure(languages)
        structure.add(blocks)
        found = structure.paragraphs({})
        known = list(dict.fromkeys(line.address for line in scaffold))
        if [unit.address for unit in found[: len(known)]] != known:
            return None
        return found[len(known) :]

    return build
