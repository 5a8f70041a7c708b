"""Word files of some paragraphs, with some changes in them."""

from pathlib import Path

from lxml import etree

from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.word_diff import WordChange
from delegate_desk.parsing import reading
from support.redline_checks import AUTHOR, W, levelled, part, redlined, resolved
from support.redline_documents import word_file

NOTE = (
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> A note.</w:t></w:r></w:p></w:footnote>'
)
CALL = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def r(text: str, look: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def said(element: etree._Element) -> str:
    """All words of an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


class Redlined:
    """A file of some paragraphs with some changes in it."""

    def __init__(
        self, folder: Path, body: str, *items: PositionEntry, notes: str = "", comments: str | None = None
    ) -> None:
        file = folder / "source.docx"
        self.source = word_file(body, notes=notes, comments=comments)
        file.write_bytes(self.source)
        self.content, self.unplaced = redlined(file, items)
        self.root = part(self.content)
        self._folder = folder

    def ours(self, tag: str) -> list[str]:
        """The words that we insert (``ins``) or delete (``del``)."""
        return [
            said(change).strip()
            for change in self.root.iter(f"{W}{tag}")
            if change.get(f"{W}author") == AUTHOR and len(change)
        ]

    def texts(self, change: WordChange) -> list[str]:
        """The texts of the units once our changes are accepted or rejected."""
        file = self._folder / "resolved.docx"
        file.write_bytes(resolved(self.content, change))
        return [f"{unit.label} {unit.text}".strip() for unit in reading.read(file, file.name).units()]

    def is_kept(self) -> bool:
        """True if rejecting our changes gives the original paragraphs."""
        rejected = resolved(self.content, WordChange.DELETE)
        return levelled(part(self.source)) == levelled(part(rejected))
