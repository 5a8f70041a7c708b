"""What a Word file holds that Word would run, open or fetch: macros, templates, links, embedded files, fields."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing.foreign import is_elsewhere, is_file_elsewhere
from delegate_desk.parsing.word_package import Package
from delegate_desk.parsing.word_xml import W

_MOST_RELATIONS = 200  # parts
_CALLING = re.compile(
    r"^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", re.IGNORECASE
)
_BEGINS = "\0"


def found(package: Package, stories: Iterable[etree._Element | None]) -> Counter[str]:
    """How many there are of each, by their names in ``foreign``."""
    counts: Counter[str] = Counter()
    for name in package.names():
        folder, own = posixpath.split(name)
        counts["macros"] += own == "vbaproject.bin"
        counts["files"] += posixpath.basename(folder) in ("embeddings", "activex") and not own.endswith(".xml")
    for part in [name for name in package.names() if name.endswith(".rels")][:_MOST_RELATIONS]:
        try:
            for kind, target in package.external(part):
                counts[_kind(kind, target)] += 1
        except UnreadableDocumentError:  # a part that nothing read hangs on
            continue
    for story in stories:
        counts["fields"] += sum(bool(_CALLING.match(code)) for code in _codes(story))
    counts["entities"] = package.declares
    del counts[""]
    return counts


def _kind(kind: str, target: str) -> str:
    """What a relation to something outside the file is counted as; empty where it is a link like any other."""
    if kind == "hyperlink":
        return "links" if is_file_elsewhere(target) else ""
    if not is_elsewhere(target):
        return ""
    return {"image": "pictures", "attachedTemplate": "template"}.get(kind, "parts")


def _codes(story: etree._Element | None) -> list[str]:
    """The codes of a story's fields, those that are spread over several runs whole."""
    if story is None:
        return []
    pieces = []
    for element in story.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            pieces.append(element.text or "")
        elif element.tag == f"{W}fldSimple":
            pieces.append(f"{_BEGINS}{element.get(f'{W}instr', '')}{_BEGINS}")
        elif element.get(f"{W}fldCharType") == "begin":
            pieces.append(_BEGINS)
    return "".join(pieces).split(_BEGINS)
