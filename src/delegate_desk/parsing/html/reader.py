"""HTML: pages of EUR-Lex in all their layouts, and pages of browsers, mail programs or the clipboard.

EUR-Lex has four: the Official Journal's (classes ``ti-art`` and, since 2023, ``oj-ti-art``; points in tables of a label
and a text), consolidated texts (``title-article-norm``; points in grids), plain paragraphs before 2004 (``TexteOnly``),
and documents of the Commission (``ManualNumPar1``, the label in ``span.num``).
"""

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText, TextRun, is_elsewhere, is_file_elsewhere
from delegate_desk.parsing.html import footnotes, styles
from delegate_desk.parsing.html.footnotes import FootnoteLinks
from delegate_desk.parsing.html.styles import classes, is_centred, is_hidden, level, marks_for_element, table_rows
from delegate_desk.parsing.structure import block_labels
from delegate_desk.parsing.structure.builder import closes
from delegate_desk.parsing.word.styles import roman

LONGEST_LABEL = 14
_WIDEST = 500  # columns that a cell may be said to span
_OPENING = "‘“«„‚\"'"
_LABELLED = (2, 3)  # columns of a table of labels and their texts: the first may be empty, as an indent

Cell = tuple[int, int, int]


class HtmlTables:
    """The tables below an element, and the cells of its descendants."""

    def __init__(self, root: etree._Element) -> None:
        self._cells: dict[etree._Element, Cell] = {}
        layout_tables: set[etree._Element] = set()
        number = 0
        for table in root.iter("table"):
            if self.cell(table) or table in layout_tables:
                continue
            inside = table.iterdescendants("table")
            rows = list(table_rows(table))
            is_one_column = all(sum(_short_text(cell) != "" for cell in cells) <= 1 for cells in rows) and not any(
                _span(cell, "rowspan") > 1 for cells in rows for cell in cells
            )
            if is_one_column or _is_label_table(table) or not all(map(_is_label_table, inside)):
                layout_tables.add(table)
            else:
                number += 1
                last_rows: dict[int, int] = {}  # by column, the last row that a cell above reaches down to
                for row, cells in enumerate(rows, start=1):
                    column = 1
                    for cell in cells:
                        while last_rows.get(column, 0) >= row:
                            column += 1
                        self._cells[cell] = (number, row, column)
                        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
                        if height > 1:
                            last_rows.update((column + n, row + height - 1) for n in range(width))
                        column += width

    def cell(self, element: etree._Element | None) -> Cell | None:
        """Return table, row and column of an element, each from 1."""
        holders = () if element is None else (element, *element.iterancestors())
        return next((self._cells[holder] for holder in holders if holder in self._cells), None)


def _is_label_table(table: etree._Element) -> bool:
    """True if every row is a label with its text, as the Official Journal prints points."""
    if "table" in classes(table) or (table.get("border") or "0") != "0":
        return False
    found = False
    for cells in table_rows(table):
        if len(cells) not in _LABELLED:
            return False
        *label_cells, text = cells
        labels = [_short_text(cell) for cell in label_cells]
        if any(value is None for value in labels):
            return False
        label = " ".join(value for value in labels if value)
        if label and not is_label(label):
            return False
        if not label and _short_text(text) != "":
            return False
        found = found or bool(label)
    return found


def is_label(text: str) -> bool:
    """True for only a label; at the beginning of a quotation it has the quotation mark before it: ``‘(5a)``."""
    text = text.lstrip(_OPENING) or text
    read = block_labels.read(f"{text} ")
    return (read is not None and read.end >= len(text)) or block_labels.outline(f"{text} ") == text


def _short_text(cell: etree._Element) -> str | None:
    text = ""
    for part in cell.itertext():
        text += str(part).replace("\xa0", " ")
        if len(text.strip()) > LONGEST_LABEL:
            return None
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_LABEL else None


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name) or "1"
    return max(1, min(int(value), _WIDEST)) if value.isascii() and value.isdecimal() and len(value) < 6 else 1


_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "disc": "disc", "circle": "disc", "square": "disc",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ListLabels:
    """The open lists at a position of a page."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []  # how each list counts, and the number of its last item
        self._waiting: str | None = None

    def enter(self, element: etree._Element, tag: str) -> None:
        if tag in ("ol", "ul"):
            style = _item_style(element) or ("disc" if tag == "ul" else "decimal")
            self._open.append((style, _integer(element.get("start"), 1) - 1))
        elif tag == "li" and self._open:
            style, number = self._open[-1]
            number = _integer(element.get("value"), number + 1)
            self._open[-1] = (style, number)
            self._waiting = _label(_item_style(element) or style, number)

    def leave(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._open:
            self._open.pop()
        if tag == "li":
            self._waiting = None

    def next_label(self) -> str | None:
        """Return the label of the item that begins here, once."""
        label, self._waiting = self._waiting, None
        return label


def _item_style(element: etree._Element) -> str | None:
    style = _STYLE.search((element.get("style") or "").lower())
    if style:
        return style[1]
    kind = element.get("type")
    return _TYPES.get(kind) if kind else None


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else default


def _label(style: str, number: int) -> str | None:
    if style in ("none", "inherit", "initial"):
        return None
    if style.endswith("roman") and 0 < number < 4000:
        numeral = roman(number)
        return f"({numeral.lower()})" if style.startswith("lower") else f"{numeral.upper()}."
    if style.endswith(("alpha", "latin")) and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, len(_LETTERS))
            letters = _LETTERS[rest] + letters
        return f"({letters})" if style.startswith("lower") else f"{letters.upper()}."
    return f"{number}." if style.startswith("decimal") else "–"


_SKIPPED = frozenset(
    "head script style noscript template nav button select textarea svg math canvas object iframe audio video map"
    " datalist dialog".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
    " txt_te".split()
)
_RUNNING = frozenset(
    "hd-date hd-lg hd-ti hd-oj hd-coll hd-uniq reference disclaimer hd-modifiers title-fam-member"
    " title-fam-member-star title-doc-oj-reference".split()
)
_EDITORIAL = frozenset({"modref", "arrow"})
_NUMBERS = frozenset({"num", "no-parag", "grid-list-column-1"})
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NUMBER_ENDS = re.compile(r"\d$|\s[IVXLΙΧ]+$")
_NUMERAL = re.compile(r"[IVXLΙΧ]+(?!\w)")
_CALL = "\0"
_BRACKETED = re.compile(rf"([(]\s*){_CALL}(\s*[)])|([\[]\s*){_CALL}(\s*\])")
_SPACED = re.compile(rf"(\s*){_CALL}(\s*)(?=[,.;:)\]’”»])|(\s+){_CALL}(?=\s|$)")


def walk(root: etree._Element, links: FootnoteLinks) -> "_Walker":
    """Read the content of a page, in reading order."""
    walker = _Walker(root, links)
    events = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, element in events:
        if event == "end":
            if element is not skipped:
                walker.leave(element)
            if element is not root:
                walker.add_text(element.tail)  # of its parent
        elif not walker.enter(element):
            events.skip_subtree()
            skipped = element
    walker.flush()
    return walker


class _Walker:
    """Collects the words of a block until another begins; blocks and notes are in reading order."""

    def __init__(self, root: etree._Element, links: FootnoteLinks) -> None:
        self.blocks: list[Block] = []
        self.notes: list[FootnoteBlock] = []
        self.running: list[str] = []
        self._links = links
        self._lists = ListLabels()
        self._acts = set(styles.tables_of_acts(root))
        self._tables = HtmlTables(root)
        self._runs: list[TextRun] = []
        self._marks: list[frozenset[Mark]] = [frozenset()]
        self._block_element: etree._Element | None = None  # the element whose style the block has
        self._note: tuple[str, list[Block]] | None = None
        self._note_in: etree._Element | None = None
        self._breaks = 0

    def enter(self, element: etree._Element) -> bool:
        """Begin an element; False if its content is skipped."""
        tag = _tag(element)
        if tag in _SKIPPED or is_hidden(element) or classes(element) & _EDITORIAL:
            return False
        if element in self._links.calls:
            self._runs.append(TextRun("", note=self._links.calls[element]))
            return False
        if element in self._links.back_links:
            return False
        is_apart = element in self._acts or (tag == "div" and element.get("title") in ("header", "footer"))
        if classes(element) & _RUNNING or is_apart:
            self.flush()
            lines = element.iter("p") if is_apart else [element]
            self.running += [line for paragraph in lines if (line := styles.text(paragraph))]
            return False
        if tag == "pre":
            self._add_typed_text("".join(map(str, element.itertext())))
            return False
        if tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self.flush()
            else:
                self._runs.append(TextRun("\n", self._marks[-1]))
        elif tag in _BLOCKS:
            self.flush()
            label = self._links.notes.get(element)
            if label is not None:
                self._end_note()
                self._note, self._note_in = (label, []), element
            self._lists.enter(element, tag)
            self._block_element = element
        self._marks.append(marks_for_element(element, self._marks[-1]))
        self.add_text(element.text)
        return True

    def leave(self, element: etree._Element) -> None:
        """End an element that was not skipped."""
        self._marks.pop()
        tag = _tag(element)
        if classes(element) & _NUMBERS:
            self.add_text(" ")
        if tag in _BLOCKS:
            self.flush()
            self._lists.leave(tag)
            self._block_element = element.getparent()
            if element is self._note_in:
                self._end_note()

    def flush(self) -> None:
        runs, self._runs, self._breaks = self._runs, [], 0
        for pattern in (styles.AMENDMENT, _BRACKETED, _SPACED):  # what their groups match is left out
            text = "".join(run.text if run.note is None else _CALL for run in runs)
            cut = {i for match in pattern.finditer(text) for start, end in match.regs[1:] for i in range(start, end)}
            end = 0
            for n, run in enumerate(runs):
                start, end = end, end + (len(run.text) if run.note is None else 1)
                letters = (text[i] for i in range(start, start + len(run.text)) if i not in cut)
                runs[n] = replace(run, text="".join(letters))
        if not any(run.text.strip() or run.note is not None for run in runs):
            return
        element = self._block_element
        centred = element is not None and is_centred(element)
        heading = None if element is None else level(element)
        block = Block(
            tuple(_split_heading(runs) if centred or heading else runs),
            centred=centred,
            heading=heading,
            cell=None if self._note else self._tables.cell(element),
            begins=not (centred or heading),  # a title may run over lines of its own
        )
        if self._note:
            self._note[1].append(block)
            return
        label = self._lists.next_label() if block.cell is None else None
        if label and not block_labels.read(block.text.strip()):
            block = replace(block, label=label)
        self.blocks.append(block)

    def _add_typed_text(self, words: str) -> None:
        """Add text typed line by line, with the paragraphs of a text file."""
        self.flush()
        if self._note or self._tables.cell(self._block_element):
            self.add_text(words)
            return
        typed = text_reader.source(words)
        self.blocks += typed.blocks
        self.notes += typed.notes

    def add_text(self, words: str | None) -> None:
        if not words:
            return
        text = _SPACE.sub(" ", words)
        if text.strip():
            self._breaks = 0
        self._runs.append(TextRun(text, self._marks[-1]))

    def _end_note(self) -> None:
        if self._note:
            label, blocks = self._note
            is_printed = self._note_in in self._links.printed
            end = closes(blocks[-1].text) if blocks and self.blocks else None
            if end is not None:  # ``(*1)  OJ L 5, 1.5.2024, p. 1).’;``: the note of a quoted text is within its marks
                quoted, text = self.blocks[-1], blocks[-1].text
                self.blocks[-1] = replace(quoted, runs=(*quoted.runs, TextRun(text[end:].rstrip())))
                blocks = [*blocks[:-1], blocks[-1].cut(0, end)]
            self.notes.append(footnotes.note(label, blocks, is_printed=is_printed))
        self._note, self._note_in = None, None


def _tag(element: etree._Element) -> str:
    """Return an element's name; those of other vocabularies, such as Word's ``o:p``, keep their prefix."""
    return element.tag.rpartition("}")[2].lower().removeprefix("html:") if isinstance(element.tag, str) else ""


def _split_heading(runs: list[TextRun]) -> Iterator[TextRun]:
    """Yield the runs of a heading, with a space between number and title if the page lost a line break."""
    before = ""
    for run in runs:
        if run.text[:1].isupper() and _NUMBER_ENDS.search(before) and not _NUMERAL.match(run.text):
            yield TextRun(" ")
        yield run
        before += run.text


def _merge_labels(blocks: list[Block]) -> list[Block]:
    """Put each separate label before its text."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        alone = last is not None and last.cell == block.cell and _is_label(last)
        if last is not None and alone and block.label is None and not _is_label(block):
            found[-1] = replace(block, runs=(*last.runs, TextRun(" "), *block.runs), heading=None, centred=False)
        else:
            found.append(block)
    return found


def _is_label(block: Block) -> bool:
    text = block.line
    return 0 < len(text) <= LONGEST_LABEL and block.heading is None and is_label(text)


_FRAMES = frozenset({"iframe", "frame", "object", "embed", "applet", "portal"})
_PICTURES = frozenset({"img", "image", "video", "audio", "source", "picture", "input"})
_STYLE_ADDRESS = re.compile(r"(?:url\(|@import)\s*['\"]?\s*([^'\")\s;]+)", re.IGNORECASE)
_DATA = re.compile(r"json|template|x-", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:java|vb)script:", re.IGNORECASE)


def active_content_in(root: etree._Element, page: str) -> Counter[RemarkKind]:
    """Return the active content that would run, open or fetch something and is ignored: the number of each kind."""
    counts: Counter[RemarkKind] = Counter()
    for element in root.iter(etree.Element):
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        attributes = {str(name).rpartition("}")[2].lower(): str(value) for name, value in element.attrib.items()}
        link = attributes.get("href", "")
        counts[RemarkKind.SCRIPTS] += tag == "script" and not _DATA.search(attributes.get("type", ""))
        counts[RemarkKind.SCRIPTS] += any(
            name.startswith("on") or _SCRIPT.match(value) for name, value in attributes.items()
        )
        counts[RemarkKind.FRAMES] += tag in _FRAMES
        sources = (attributes.get(name, "") for name in ("src", "srcset", "href", "poster"))
        counts[RemarkKind.IMAGES] += tag in _PICTURES and any(map(is_elsewhere, sources))
        counts[RemarkKind.IMAGES] += is_elsewhere(attributes.get("background", ""))
        counts[RemarkKind.REDIRECT] += tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh"
        counts[RemarkKind.STYLES] += tag == "link" and is_elsewhere(link)
        counts[RemarkKind.STYLES] += _names_a_place(attributes.get("style", ""))
        counts[RemarkKind.STYLES] += tag == "style" and _names_a_place(element.text or "")
        # one without a scheme leads to a page of the same site
        scheme = re.match(r"\s*([a-z][a-z0-9+.-]*:|\\\\)", link, re.IGNORECASE)
        is_to_file = scheme and is_file_elsewhere(link) and not _SCRIPT.match(link)
        counts[RemarkKind.FILE_LINKS] += tag in ("a", "area") and bool(is_to_file)
    counts[RemarkKind.ENTITIES] = "<!ENTITY" in page
    return counts


def _names_a_place(style: str) -> bool:
    return any(is_elsewhere(address) for address in _STYLE_ADDRESS.findall(style))


MOST_TAGS = 1_000_000
MOST_ATTRIBUTES = 2_000
_MOST_OPEN = 5_000
"""More elements open at once than any page has: libxml2 2.11, which lxml for Windows includes, has no limit."""
_NESTED_TAG = re.compile(
    r"<(/?)(?!(?:p|li|d[td]|t[rdh]|t(?:head|body|foot)|[bh]r|img|input|col|link|meta)\b)([a-z]\w*)"
)
_GAVE_UP = ("ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_CONTENT = ("TexteOnly", "docHtml", "document1", "textTabContent", "PP4Contents")
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_ALIASES = {"unicode-1-1-utf-8": "utf-8", "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
_CLOSED_AT_ONCE = re.compile(r"<((?!br\b|hr\b|img\b|col\b|link\b|meta\b|input\b|!|/)[a-zA-Z][\w:-]*)((?:\s[^<>]*)?)/>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CELEX = re.compile(r"CELEX[:%_3A]{1,4}(\d{5}[A-Z]{1,2}\d{4}[^&:#\s\"'<>]{0,30})")


def read(path: Path) -> SourceText:
    return source(decode(path.read_bytes()), path.name)


def decode(data: bytes) -> str:
    """Decode a page: by its byte order mark, else as it declares if possible, else like a text file.

    Raises:
        NotTextError: If it is not text.
    """
    declared = _DECLARED.search(data[:2000])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(_ALIASES.get(name, name))
        except (UnicodeDecodeError, LookupError):
            return text_reader.decode(data)
    return text_reader.decode(data)


def source(page: str, file_name: str = "") -> SourceText:
    """Return the blocks and footnotes of a page.

    Raises:
        UnreadableDocumentError: If it has too many or too deeply nested tags, as text would be lost silently.
    """
    if page.count("<") > MOST_TAGS:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {MOST_TAGS} tags")
    if any(tag.group().count("=") > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(page)):
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {MOST_ATTRIBUTES} attributes")
    # self-closed elements of XHTML are closed in full, as an HTML parser leaves them open
    page_text = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", _DECLARATION.sub("", page.replace("\0", "")))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    root, too_deep = None, _is_too_deep(page_text)
    with contextlib.suppress(etree.XMLSyntaxError):  # there is nothing in it
        root = None if too_deep else etree.fromstring(page_text.encode("utf-8", errors="replace"), parser)
    # the parser stops before the end beyond the limits of libxml2
    if too_deep or any(error.type_name in _GAVE_UP for error in parser.error_log):
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, "tags in each other beyond all measure")
    if root is None:
        return SourceText(())
    content = _content(root)
    notes = footnotes.find_linked(content)
    walked = walk(content, notes)
    blocks, head_lines = styles.without_head(_merge_labels(walked.blocks))
    running = tuple(dict.fromkeys((*_evidence(root), *walked.running, *head_lines)))
    remarks = count_remarks(active_content_in(root, page))
    if walked.notes and not notes.calls:
        labels = [note.label for note in walked.notes if note.label.isdecimal()]
        if labels == [str(number) for number in range(1, len(labels) + 1)]:
            blocks = list(footnotes.recognise_calls(blocks, len(labels))[0])
    found = SourceText(tuple(blocks), tuple(walked.notes), running, remarks=remarks)
    return found if found.notes else footnotes.at_the_end(found)


def _is_too_deep(page: str) -> bool:
    opened, depth = Counter[str](), 0
    for closing, name in _NESTED_TAG.findall(page.lower()) if page.count("<") > _MOST_OPEN else ():
        change = 1 if not closing else -1 if opened[name] else 0
        opened[name] += change
        depth += change
        if depth > _MOST_OPEN:
            return True
    return False


def _content(root: etree._Element) -> etree._Element:
    by_id = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")}
    for name in _CONTENT:
        if name in by_id and _has_text(by_id[name]):
            return by_id[name]
    mains = [main for main in root.iter("main") if _has_text(main)]
    if len(mains) == 1:
        return mains[0]
    return next(root.iter("body"), root)


def _has_text(element: etree._Element) -> bool:
    return any(str(part).strip() for part in element.itertext())


def _evidence(root: etree._Element) -> Iterator[str]:
    """Yield a page's metadata outside its text: its number and its language in EUR-Lex."""
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        value = " ".join((meta.get("content") or "").split())
        if name in ("dc.source", "dc.description", "dc.title") or "celex" in name or "celex" in value.lower():
            for found in _CELEX.finditer(value):
                yield f"CELEX:{found[1]}"
            if re.search(r"\b[0-9]{5}[A-Z]{1,2}[0-9]{4}\b", value):
                yield value[:200]
        if name == "dc.language" and re.fullmatch(r"[A-Za-z]{2}", value):
            yield value.upper()
