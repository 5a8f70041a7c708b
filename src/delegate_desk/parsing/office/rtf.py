"""Rich Text Format as blocks (Microsoft, RTF specification 1.9.1), as Word, LibreOffice and old programs write it.

striprtf was considered: it returns only words, without tables, footnotes, bold, struck or tracked text.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import field, replace
from pathlib import Path

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText, TextRun
from delegate_desk.parsing.word.story import BREAK, HeadLines
from delegate_desk.parsing.word.styles import bullet, format_number

MOST_GROUPS = 150_000
MOST_COMMANDS = 1_000_000  # without those for letters
_LETTERS = re.compile(r"(?:\\u-?\d{1,6} ?(?:\\'[0-9a-fA-F]{2}|\?))+")
_LETTER = re.compile(r"\\u(-?\d+)")
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""By ``\\fcharset``; fonts with another have the page of the file."""
_SIGNS = {
    "tab": " ", "line": BREAK, "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": " "}
_SWITCHES = {
    "b": Mark.BOLD, "i": Mark.ITALIC, "strike": Mark.STRIKE, "striked": Mark.STRIKE, "revised": Mark.ADDED,
    "deleted": Mark.REMOVED,
}  # fmt: skip
_LINED = re.compile(r"ul(?:d|w|db|dash|dashd|dashdd|hwave|ldash|th|thd|thdash|thdashd|thdashdd|thldash|uldbwave|wave)?")
_SKIPPED = frozenset(
    "colortbl info pict fldinst filetbl revtbl listtable listoverridetable rsidtbl nonshppict shprslt sp annotation "
    "atnid atnauthor nesttableprops tc tcn xe mmathPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables".split()
)
"""Destinations without text of the document; those that begin with an asterisk are skipped unless known."""
_STARRED = frozenset({"footnote", "moMath", "moMathPara"})
_EDGES = frozenset(f"{edge}{pages}" for edge in ("header", "footer") for pages in ("", "l", "r", "f"))
_IN_TABLES = frozenset({"f", "fcharset", "s", "outlinelevel", "u", "uc"})
"""Commands that have a meaning outside text: tables of fonts and styles, and the printed label of a list."""
_MOST_NOTES = 100_000
_LONGEST_HEADING = 300  # characters: a longer paragraph is text
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TWIPS = 20  # in a point


@dataclass(frozen=True, slots=True)
class _GroupState:
    """Properties that a group passes to nested groups, and that are restored at its end.

    Attributes:
        kind: ``fonttbl``, ``stylesheet``, ``label``, ``shape`` or ``skipped`` outside text; else empty.
        alternative: Number of characters after each Unicode character that replace it.
        font: -1 for the file's default.
    """

    marks: frozenset[Mark] = frozenset()
    is_hidden: bool = False
    kind: str = ""
    alternative: int = 1
    font: int = -1


@dataclass(slots=True)
class _RtfStory:
    """A body, a footnote or a text box being read.

    Attributes:
        is_row: True if the paragraph is in a table, ``was_row`` if that before it was.
        cell: The next cell: table, row and column.
    """

    blocks: list[Block] = field(default_factory=list)
    runs: list[TextRun] = field(default_factory=list)
    label: str = ""
    is_row: bool = False
    was_row: bool = False
    cell: tuple[int, int, int] = (0, 1, 1)
    centred: bool = False
    indent: int = 0
    level: int | None = None


def read(path: Path) -> SourceText:
    return source(path.read_bytes(), path.name)


def source(data: bytes, file_name: str = "") -> SourceText:
    """The blocks and footnotes of a text in Rich Text Format.

    Raises:
        UnreadableDocumentError: If it is not such a text, or too long.
    """
    if not data.lstrip().startswith(b"{\\rt"):
        raise UnreadableDocumentError(file_name, ImportFailure.DAMAGED)
    if data.count(b"{") > MOST_GROUPS:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {MOST_GROUPS} groups")
    if data.count(b"\\") - data.count(b"\\'") - data.count(b"\\u") > MOST_COMMANDS:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {MOST_COMMANDS} commands")
    return _RtfReader().read(data.decode("latin-1"))


class _RtfReader:
    def __init__(self) -> None:
        self._state = _GroupState()
        self._groups: list[tuple[_GroupState, str]] = []  # the state before each open group, and its kind of story
        self._stories = [_RtfStory()]
        self._notes: list[FootnoteBlock] = []
        self._note_counts: Counter[str] = Counter()
        self._running: list[str] = []
        self._counts: Counter[RemarkKind] = Counter()
        self._split = HeadLines().split
        self._code_page, self._font = "cp1252", 0
        self._fonts: dict[int, str] = {}  # code pages
        self._levels: dict[int, int] = {}  # outline levels of styles
        self._style = 0
        self._bytes = bytearray()  # letters in the code page of the font
        self._passed_over = 0  # following characters that replace a letter in Unicode
        self._tables = 0
        self._revisions = False
        self._commands: dict[str, Callable[[int], None]] = {
            "par": self._end_paragraph, "sect": self._end_paragraph, "nestcell": self._end_paragraph,
            "cell": self._end_cell, "row": self._end_row,
            "pard": lambda _: self._set(is_row=False, centred=False, indent=0, level=None),
            "intbl": lambda _: self._set(is_row=True), "qc": lambda _: self._set(centred=True),
            "li": lambda twips: self._set(indent=twips), "outlinelevel": self._set_level, "s": self._set_style,
            "u": self._unicode, "uc": lambda count: self._change(alternative=max(0, min(count, 8))),
            "f": lambda font: self._change(font=font), "deff": self._set_default_font,
            "fcharset": self._set_charset, "ansicpg": self._set_code_page,
            "v": lambda on: self._change(is_hidden=on != 0),
            "plain": lambda _: self._change(marks=frozenset(), is_hidden=False, font=-1),
            "ulnone": lambda _: self._mark(Mark.UNDERLINE, 0),
        }  # fmt: skip

    def read(self, text: str) -> SourceText:
        offset, end, starred = 0, len(text), False
        while offset < end:
            if self._state.alternative == 1 and (run := _LETTERS.match(text, offset)):
                self._flush()
                self._add("".join(chr(int(number) & 0xFFFF) for number in _LETTER.findall(run.group())))
                offset = run.end()
                continue
            token = _TOKEN.match(text, offset)
            assert token  # the pattern has an alternative for every letter
            offset = token.end()
            word, number, codes, symbol, brace, letters = token.groups()
            if codes is not None:
                self._add_bytes(bytes.fromhex(codes.replace("\\'", "")))
            elif letters is not None:
                self._add_bytes(letters.encode("latin-1"))
            elif brace == "{":
                self._flush()
                self._groups.append((self._state, ""))
            elif brace == "}":
                self._leave()
            elif word == "bin":
                offset += max(0, int(number or 0))
            elif word is not None:
                self._flush()
                self._command(word, number, starred=starred)
            elif symbol is not None:
                self._symbol(symbol)
            starred = symbol == "*"
        self._flush()
        while self._groups:
            self._leave()
        self._end_paragraph()
        blocks, running = self._stories[0].blocks, dict.fromkeys(self._running)
        return SourceText(
            tuple(blocks), tuple(self._notes), tuple(running), self._revisions, count_remarks(self._counts)
        )

    def _command(self, word: str, number: str | None, *, starred: bool) -> None:
        if word == "shptxt" and self._state.kind == "shape":
            self._open_story(word)
        elif word == "shpinst":
            self._change(kind="shape")
        elif word in _SKIPPED or (starred and word not in _STARRED):
            self._counts[RemarkKind.COMMENTS] += word == "annotation"
            self._change(kind="skipped")
        elif self._state.kind:
            if word in _IN_TABLES:
                self._commands[word](int(number or 0))
            elif word in _SIGNS:
                self._add(_SIGNS[word])
        elif word in ("fonttbl", "stylesheet"):
            self._change(kind=word)
        elif word in ("listtext", "pntext"):
            self._change(kind="label")
        elif word == "footnote" or word in _EDGES:
            self._open_story(word)
        elif word == "ftnalt" and self._groups:
            self._groups[-1] = (self._groups[-1][0], "endnote")
        elif word in self._commands:
            self._commands[word](int(number or (1 if word == "v" else 0)))
        elif word in _SWITCHES:
            self._mark(_SWITCHES[word], int(number or 1) if number != "0" else 0)
        elif _LINED.fullmatch(word):
            self._mark(Mark.UNDERLINE, 0 if number == "0" else 1)
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        self._counts[RemarkKind.EMBEDDED_FILES] += word == "objdata"

    # Groups

    def _open_story(self, kind: str) -> None:
        if self._groups:
            self._groups[-1] = (self._groups[-1][0], kind)
            self._change(kind="", marks=frozenset(), is_hidden=False)
            self._stories.append(_RtfStory())

    def _leave(self) -> None:
        self._flush()
        if not self._groups:
            return  # a bracket too many
        state, kind = self._groups.pop()
        if kind:
            self._end_paragraph()
            self._close_story(kind, self._stories.pop().blocks)
        self._state = state

    def _close_story(self, kind: str, blocks: list[Block]) -> None:
        if kind in _EDGES:
            self._running += [block.text.strip() for block in blocks]
        elif kind == "shptxt":
            self._story.blocks += blocks
        elif blocks and len(self._notes) < _MOST_NOTES:
            self._note_counts[kind] += 1
            label = format_number(self._note_counts[kind], "lowerRoman" if kind == "endnote" else "decimal")
            self._notes.append(FootnoteBlock(label, tuple(replace(block, cell=None) for block in blocks)))
            self._story.runs.append(TextRun("", self._state.marks, label))

    @property
    def _story(self) -> _RtfStory:
        return self._stories[-1]

    def _set(self, **values: object) -> None:
        for name, value in values.items():
            setattr(self._story, name, value)

    def _change(self, **values: object) -> None:
        self._state = replace(self._state, **values)  # type: ignore[arg-type]  # each of its field's type

    def _mark(self, mark: Mark, switch: int) -> None:
        self._change(marks=self._state.marks | {mark} if switch else self._state.marks - {mark})

    # Letters

    def _add_bytes(self, data: bytes) -> None:
        passed = min(self._passed_over, len(data))
        self._passed_over -= passed
        self._bytes += data[passed:]

    def _unicode(self, number: int) -> None:
        self._add(chr(number & 0xFFFF))
        self._passed_over = self._state.alternative

    def _symbol(self, symbol: str) -> None:
        if symbol in "\r\n":
            self._flush()
            if not self._state.kind:
                self._end_paragraph()
        elif self._passed_over:
            self._passed_over -= 1
        elif symbol in _SYMBOLS:
            self._flush()
            self._add(_SYMBOLS[symbol])

    def _flush(self) -> None:
        self._passed_over = 0
        if self._bytes:
            font = self._state.font if self._state.font >= 0 else self._font
            data, self._bytes = bytes(self._bytes), bytearray()
            self._add(data.decode(self._fonts.get(font, self._code_page), errors="replace"))

    def _add(self, text: str) -> None:
        state, story = self._state, self._story
        if state.kind == "label":
            story.label += text
        elif state.kind == "stylesheet":
            if heading := _HEADING.match(text):
                self._levels[self._style] = int(heading[1]) - 1
        elif state.is_hidden and not state.kind:
            self._counts[RemarkKind.HIDDEN_WORDS] += len(text.split())
        elif not state.kind:
            story.runs.append(TextRun(text, state.marks))

    def _set_default_font(self, font: int) -> None:
        self._font = font

    def _set_charset(self, charset: int) -> None:
        if charset in _CODE_PAGES:
            self._fonts[self._state.font] = _CODE_PAGES[charset]

    def _set_code_page(self, number: int) -> None:
        name = {65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
        try:
            self._code_page = codecs.lookup(name).name
        except LookupError:
            return  # that of Western Windows stays

    # Paragraphs

    def _end_paragraph(self, _: int = 0) -> None:
        story = self._story
        if story.is_row and not story.was_row:
            self._tables += 1
            story.cell = (self._tables, 1, 1)
        story.was_row = story.is_row
        runs, story.runs, label, story.label = _join_runs(story.runs), [], story.label.strip(), ""
        if not any(run.text.strip() or run.note for run in runs):
            return
        self._revisions = self._revisions or any(run.marks & {Mark.ADDED, Mark.REMOVED} for run in runs)
        is_heading = story.level is not None and sum(len(run.text) for run in runs) <= _LONGEST_HEADING
        block = Block(
            runs,
            label=label if any(map(str.isalnum, label)) else bullet(label) or None,
            indent=story.indent / _TWIPS,
            centred=story.centred,
            heading=(story.level or 0) + 1 if is_heading else None,
            cell=story.cell if story.is_row else None,
        )
        story.blocks += self._split(block)

    def _end_cell(self, _: int) -> None:
        self._set(is_row=True)
        self._end_paragraph()
        table, row, column = self._story.cell
        self._set(cell=(table, row, column + 1))

    def _end_row(self, _: int) -> None:
        table, row, _column = self._story.cell
        self._set(cell=(table, row + 1, 1))

    def _set_style(self, number: int) -> None:
        if self._state.kind == "stylesheet":
            self._style = number
        elif not self._state.kind:
            self._set(level=self._levels.get(number))

    def _set_level(self, level: int) -> None:
        if self._state.kind == "stylesheet":
            self._levels[self._style] = level
        elif not self._state.kind:
            self._set(level=level if level < 9 else None)


def _join_runs(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """Return runs with equal neighbours merged, and surrogate pairs joined."""
    found: list[tuple[list[str], TextRun]] = []
    for run in runs:
        if found and run.note is None and found[-1][1].note is None and found[-1][1].marks == run.marks:
            found[-1][0].append(run.text)
        else:
            found.append(([run.text], run))
    return tuple(
        replace(run, text="".join(texts).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        for texts, run in found
    )
