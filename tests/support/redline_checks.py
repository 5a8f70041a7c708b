"""Checks of redlines: our changes accepted or rejected, everything else compared with the source."""

import copy
import datetime
import io
import zipfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.redline import renderer
from delegate_desk.export.redline.content import Redline, RedlineEntry, RemarkText
from delegate_desk.parsing import reading

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR = "Delegation of Greece"
MOMENT = datetime.datetime(2026, 3, 9, 17, 30, tzinfo=datetime.UTC)
DATE = "2026-03-09T17:30:00Z"


def lines(document: Document, items: Iterable[PositionEntry]) -> Redline:
    """Some items as a redline without remarks, except their comments."""
    there = {unit.address for unit in document.units()}
    made = tuple(
        RedlineEntry(
            one.address,
            one.proposed_action(is_there=one.address in there),
            one.proposal,
            one.after,
            one.label,
            (RemarkText(one.comment, "en-GB"),) if one.comment else (),
        )
        for one in items
    )
    return Redline(AUTHOR, "en-GB", made)


def redlined(path: Path, items: Iterable[PositionEntry]) -> tuple[bytes, tuple[Address, ...]]:
    """The redline of a file, and its unplaced items."""
    document = reading.read(path, path.name)
    made = renderer.render(path.read_bytes(), document, lines(document, items), MOMENT)
    return made.content, made.unplaced


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a file."""
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return etree.fromstring(bundle.read(name))


def is_ours(element: etree._Element) -> bool:
    return element.get(f"{W}author") == AUTHOR and element.get(f"{W}date") == DATE


def resolved(content: bytes, change: WordChange) -> bytes:
    """A file with our changes accepted (``INSERT``) or rejected (``DELETE``), and without our comments."""
    made = io.BytesIO()
    comments = {one.get(f"{W}id") for _, root in parts(content) for one in root.iter(f"{W}comment") if is_ours(one)}
    with zipfile.ZipFile(io.BytesIO(content)) as bundle, zipfile.ZipFile(made, "w") as written:
        for name in bundle.namelist():
            data = bundle.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(data)
                settle(root, change, comments)
                data = etree.tostring(root)
            written.writestr(name, data)
    return made.getvalue()


def parts(content: bytes) -> Iterator[tuple[str, etree._Element]]:
    """The parts of a file that contain text."""
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for name in bundle.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield name, etree.fromstring(bundle.read(name))


def all_words(content: bytes) -> str:
    """The words of a file, a line for each paragraph: of its heads and feet, text, notes and comments."""
    paragraphs = (paragraph for _, root in parts(content) for paragraph in root.iter(f"{W}p"))
    return "\n".join("".join(text.text or "" for text in p.iter(f"{W}t", f"{W}delText")) for p in paragraphs)


def settle(root: etree._Element, change: WordChange, comments: Collection[str | None]) -> None:
    """Accept or reject our changes in a part, as Word does."""
    goes = f"{W}del" if change is WordChange.INSERT else f"{W}ins"
    for sign in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        if sign.get(f"{W}id") in comments:
            _drop(_holder(sign) if sign.tag == f"{W}commentReference" else sign)
    merging = []
    for made in [one for one in root.iter(f"{W}ins", f"{W}del", f"{W}pPrChange") if is_ours(one)]:
        parent = made.getparent()
        if parent is None:
            continue
        holder = etree.QName(parent).localname
        if made.tag == f"{W}pPrChange":
            if change is WordChange.DELETE:
                kept = [child for child in parent if child.tag in (f"{W}rPr", f"{W}sectPr")]
                old = list(made[0])
                for child in list(parent):
                    parent.remove(child)
                parent.extend([*old, *kept])
            else:
                parent.remove(made)
        elif holder == "trPr":
            row = _holder(parent)
            if made.tag == goes:
                _holder(row).remove(row)
            else:
                parent.remove(made)
                _bare(row, parent)
        elif holder == "rPr":
            if made.tag == goes:
                merging.append(_holder(_holder(parent)))
            parent.remove(made)
            properties = _holder(parent)
            paragraph = _holder(properties)
            _bare(properties, parent)
            _bare(paragraph, properties)
        elif made.tag == goes:
            _drop(made)
        else:
            _unwrap(made)
    for paragraph in merging:
        if root in paragraph.iterancestors():  # otherwise it was deleted with its row
            _merge(paragraph)
    if change is WordChange.DELETE:
        for text in root.iter(f"{W}delText", f"{W}delInstrText"):
            if not any(holder.tag in (f"{W}del", f"{W}moveFrom") for holder in text.iterancestors()):
                text.tag = f"{W}t" if text.tag == f"{W}delText" else f"{W}instrText"


def _holder(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _bare(parent: etree._Element, child: etree._Element) -> None:
    if not len(child) and child.getparent() is parent:
        parent.remove(child)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = _holder(element)
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _merge(paragraph: etree._Element) -> None:
    """Join a paragraph whose end is deleted with the next."""
    following = next(paragraph.itersiblings(f"{W}p", f"{W}tbl", f"{W}sdt"), None)
    contents = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is None or following.tag != f"{W}p":
        assert following is not None
        assert following.tag == f"{W}tbl"
        assert not list(paragraph.iter(f"{W}t", f"{W}delText", f"{W}instrText"))
        _drop(paragraph)
        return
    at = 1 if following.find(f"{W}pPr") is not None else 0
    following[at:at] = contents
    _drop(paragraph)


def levelled(root: etree._Element) -> list[bytes]:
    """The paragraphs of a part, with neighbouring runs of the same format as one run."""
    root = copy.deepcopy(root)
    for simple in list(root.iter(f"{W}fldSimple")):
        _in_full(simple)
    for run in root.iter(f"{W}r"):
        contents = list(run)
        for child in contents:
            run.remove(child)
        _add(run, contents)
    for paragraph in list(root.iter(f"{W}p")):
        for holder in [one for one in paragraph.iter("{*}*") if one.tag != f"{W}r"]:
            _join(holder)
    for empty in [*root.iter(f"{W}rPr"), *root.iter(f"{W}pPr")]:
        if not len(empty):
            _drop(empty)
    for element in root.iter():
        element.tail = None if not isinstance(element.tag, str) or not (element.tail or "").strip() else element.tail
        if isinstance(element.tag, str) and element.tag != f"{W}t" and not (element.text or "").strip():
            element.text = None
    for paragraph in root.iter(f"{W}p"):
        for name in [
            str(name) for name in paragraph.attrib
        ]:  # of the session in which it was written, and not of the content
            if "rsid" in name or name.endswith(("}paraId", "}textId")):
                del paragraph.attrib[name]
    return [etree.tostring(paragraph, method="c14n", exclusive=True) for paragraph in root.iter(f"{W}p")]


def _join(holder: etree._Element) -> None:
    for child in list(holder):
        before = child.getprevious()
        if child.tag == f"{W}r":
            if before is not None and before.tag == child.tag and _look(before) == _look(child):
                contents = [one for one in child if one.tag != f"{W}rPr"]
                holder.remove(child)
                _add(before, contents)
        elif child.tag in (f"{W}ins", f"{W}moveTo") and before is not None and _is_one(before, child):
            before.extend(list(child))
            holder.remove(child)


def _is_one(before: etree._Element, change: etree._Element) -> bool:
    names = ("author", "date")
    return before.tag == change.tag and all(before.get(f"{W}{n}") == change.get(f"{W}{n}") for n in names)


def _add(run: etree._Element, contents: Iterable[etree._Element]) -> None:
    """Append contents to a run, with adjacent words as one."""
    for one in contents:
        last = run[-1] if len(run) else None
        if one.tag in (f"{W}t", f"{W}delText"):
            if one.get(SPACE) != "preserve":
                one.text = (one.text or "").strip(" \t\r\n")
            one.set(SPACE, "preserve")
            if last is not None and last.tag == one.tag:
                last.text = (last.text or "") + (one.text or "")
                continue
        if one.tag == f"{W}instrText":
            one.set(SPACE, "preserve")
        run.append(one)


def _in_full(simple: etree._Element) -> None:
    """Write a field in one element as a beginning, a code, a result and an end."""
    runs = []
    for what in ("begin", "separate", "end"):
        run = etree.Element(f"{W}r")
        if what == "separate":
            code = etree.SubElement(run, f"{W}instrText")
            code.text = simple.get(f"{W}instr", "")
        etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", what)
        runs.append(run)
    parent = simple.getparent()
    assert parent is not None
    place = parent.index(simple)
    parent[place : place + 1] = [*runs[:2], *simple, runs[2]]


def _look(run: etree._Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True).strip()


def others_same(source: bytes, made: bytes, changing: Iterable[str]) -> Iterator[str]:
    """The parts that differ although they may not, and those that are missing."""
    allowed = set(changing)
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        names = set(new.namelist())
        for name in old.namelist():
            if name not in names:
                yield f"lost {name}"
            elif name not in allowed and old.read(name) != new.read(name):
                yield f"changed {name}"
        yield from (f"added {name}" for name in names - set(old.namelist()) - allowed)
