"""Findings of the auditors of Word files."""

import io
import re
import tempfile
import zipfile
from collections import Counter
from functools import lru_cache
from pathlib import Path

import docx
import docx_integrity
import openxml_audit
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBER = re.compile(r"\d+")


def findings(content: bytes) -> list[str]:
    """The findings of openxml-audit and docx-integrity, of any severity, and of this project's own checks.

    The validator is a new one each time: it caches other parts by the package's address in memory, which the next file
    may
    get (openxml-audit 0.8.0, ``semantic/constraints/cross_part.py``).
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.docx"
        file.write_bytes(content)
        found = [f"docx-integrity: {one}" for one in docx_integrity.check(file)]
        found += [f"openxml-audit: {one}" for one in openxml_audit.OpenXmlValidator().validate(file).errors]
    docx.Document(io.BytesIO(content))
    return found + [f"own: {one}" for one in own(content)]


def new_findings(content: bytes, source: bytes) -> list[str]:
    """The findings in a file that are not as often in its source, without places and numbers, which change."""
    known = Counter(_sorts(source))
    found: list[str] = []
    for one in findings(content):
        sort = _NUMBER.sub("#", one)
        if known[sort]:
            known[sort] -= 1
        else:
            found.append(one)
    return found


@lru_cache(maxsize=32)
def _sorts(source: bytes) -> tuple[str, ...]:
    """The findings in a source without their numbers; many files have the same source."""
    return tuple(_NUMBER.sub("#", one) for one in findings(source))


def own(content: bytes) -> list[str]:
    """Faults that the auditors miss: XML that is not well-formed, names twice, ids twice, words lost in w:del.

    Word repairs or refuses: a part twice in the package, a w:ins, w:del or comment with the id of another of its kind,
    w:t in w:del, w:delText outside, a change without author or date, a cell that does not end in a paragraph.
    """
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        names = bundle.namelist()
        found += [
            f"twice in the package: {name}" for name, times in Counter(map(str.lower, names)).items() if times > 1
        ]
        roots = {name: etree.fromstring(bundle.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    for name, root in roots.items():
        if name.startswith("word/"):
            found += [f"{name}: {one}" for one in _in_part(root)]
    comments = roots.get("word/comments.xml")
    if comments is not None:
        known = Counter(one.get(f"{_W}id") for one in comments.iter(f"{_W}comment"))
        found += [f"comment {key} twice" for key, times in known.items() if times > 1]
        story = [root for name, root in roots.items() if name.startswith(("word/document", "word/footnotes"))]
        called = Counter(one.get(f"{_W}id") for root in story for one in root.iter(f"{_W}commentReference"))
        found += [f"comment {key} called {called[key]} times" for key in known if called[key] != 1]
    return found


def _in_part(root: etree._Element) -> list[str]:
    found: list[str] = []
    changes = list(root.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo"))
    ids = Counter(one.get(f"{_W}id") for one in changes)
    found += [f"change {key} twice" for key, times in ids.items() if times > 1]
    found += [
        f"{one.tag} without author or date" for one in changes if not (one.get(f"{_W}author") and one.get(f"{_W}date"))
    ]
    for text in root.iter(f"{_W}t", f"{_W}delText"):
        gone = any(above.tag == f"{_W}del" for above in text.iterancestors())
        if gone is not (text.tag == f"{_W}delText"):
            found.append(f"{etree.QName(text).localname} {'in' if gone else 'outside'} w:del")
    for cell in root.iter(f"{_W}tc"):
        if not len(cell) or cell[-1].tag not in (f"{_W}p", f"{_W}sdt", f"{_W}bookmarkEnd", f"{_W}commentRangeEnd"):
            found.append("a cell does not end in a paragraph")
    return found
