"""Word files (.docx) as blocks, read from the XML, as python-docx ignores revisions, notes and numbers."""

import re
from dataclasses import field, replace
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import FootnoteBlock, SourceText
from delegate_desk.parsing.office.xml_package import XmlPackage, active_content
from delegate_desk.parsing.word.story import Formats, Story
from delegate_desk.parsing.word.styles import Numbering, W, WordStyles, format_number, integer, value

_CALLING = re.compile(
    r"^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", re.IGNORECASE
)
_BEGINS = "\0"


def _codes(story: etree._Element | None) -> list[str]:
    """Return the codes of a story's fields, including those spread over several runs."""
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


def read(path: Path) -> SourceText:
    with XmlPackage(path) as package:
        main = package.main_part()
        root = package.tree(main)
        if root is None:
            raise package.refusal(ImportFailure.DAMAGED)
        body = root.find(f"{W}body") if root.tag == f"{W}document" else None
        if body is None:
            raise package.refusal(ImportFailure.UNSUPPORTED)
        source = _source(package, main, body)
        if not source.blocks:
            raise package.refusal(ImportFailure.NO_TEXT)
        return source


def _source(package: XmlPackage, main: str, body: etree._Element) -> SourceText:
    relations = package.relations(main)
    trees = {r.kind: package.tree(r.part) for r in relations.values() if r.kind in _PARTS}
    formats = Formats(WordStyles(trees.get("styles")), Numbering(trees.get("numbering")))
    notes = {
        (kind, note.get(f"{W}id", "")): note
        for kind in ("footnote", "endnote")
        if (root := trees.get(f"{kind}s")) is not None
        for note in root.findall(f"{W}{kind}")
    }
    calls = _Calls(notes, trees.get("settings"))
    main_story = Story(formats, calls.label, _places(body.getroottree().getroot()))
    blocks = main_story.read(body)
    called, inner = _notes(formats, calls)
    edges = [package.tree(r.part) for r in relations.values() if r.kind in ("header", "footer")]
    lines = (block.text.strip() for edge in edges if edge is not None for block in Story(formats, _no_label).read(edge))
    stories = [main_story, *inner]
    counts = active_content(package)
    for part in (body, *(trees.get(kind) for kind in _STORIES), *edges):
        counts[RemarkKind.FIELDS] += sum(bool(_CALLING.match(code)) for code in _codes(part))
    comments = trees.get("comments")
    counts[RemarkKind.HIDDEN_WORDS] = sum(len(words.split()) for story in stories for words in story.hidden)
    counts[RemarkKind.COMMENTS] = 0 if comments is None else len(comments.findall(f"{W}comment"))
    counts[RemarkKind.INSERTED_FILES] = sum(story.foreign for story in stories)
    others = [note for key, note in notes.items() if key not in calls.labels]  # separators do not count
    usual = (note for note in others if note.get(f"{W}type") in (None, "normal"))
    counts[RemarkKind.UNCALLED_NOTES] = sum(any(t.text for t in note.iter(f"{W}t")) for note in usual)
    return SourceText(
        blocks,
        called,
        tuple(dict.fromkeys(line for line in lines if line)),
        any(story.revisions for story in stories),
        count_remarks(counts),
        main_story.fills,
    )


_PARTS = frozenset({"styles", "numbering", "footnotes", "endnotes", "settings", "comments"})
_STORIES = ("footnotes", "endnotes", "comments")


def _places(part: etree._Element) -> dict[etree._Element, int]:
    return {paragraph: place for place, paragraph in enumerate(part.iter(f"{W}p"))}


def _no_label(reference: etree._Element, own_mark: str | None) -> None:
    """Headers and footers reference no notes."""


_Key = tuple[str, str]  # the kind of a note and its id


@dataclass(slots=True)
class _Calls:
    """Assigns labels to footnotes and endnotes in the order in which they are referenced (17.11)."""

    notes: dict[_Key, etree._Element]
    settings: etree._Element | None
    labels: dict[_Key, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def label(self, reference: etree._Element, own_mark: str | None) -> str | None:
        """Return the label of a referenced note; None if there is no such note."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        key = (kind, reference.get(f"{W}id", ""))
        if key not in self.labels:
            if key not in self.notes:
                return None
            if not own_mark:
                properties = self.settings.find(f"{W}{kind}Pr") if self.settings is not None else None
                start = integer(value(properties, "numStart"), 1)
                self.counts[kind] = self.counts.get(kind, start - 1) + 1
                default = "decimal" if kind == "footnote" else "lowerRoman"
                own_mark = format_number(self.counts[kind], value(properties, "numFmt") or default)
            self.labels[key] = own_mark
        return self.labels[key]


def _notes(formats: Formats, calls: _Calls) -> tuple[tuple[FootnoteBlock, ...], list[Story]]:
    notes: list[FootnoteBlock] = []
    stories: list[Story] = []
    places = {root: _places(root) for note in calls.notes.values() if (root := note.getparent()) is not None}
    for key, label in calls.labels.items():
        note = calls.notes[key]
        root = note.getparent()
        story = Story(formats, _no_label, None if root is None else places[root])
        blocks = story.read(note)
        if blocks and not label.isalnum():  # a typed label may be at its beginning
            first, *others = blocks[0].runs
            typed = replace(first, text=first.text.lstrip().removeprefix(label))
            blocks = (replace(blocks[0], runs=(typed, *others)), *blocks[1:])
        notes.append(FootnoteBlock(label, blocks))
        stories.append(story)
    return tuple(notes), stories
