"""Appearance of a manual page: the theme's fonts and colours, pictures in its language, search results."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from re import Pattern

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)

from delegate_desk import paths
from delegate_desk.core.manual_pages import ManualPage, parse_page
from delegate_desk.core.text import fold_with_places
from delegate_desk.gui import interface_language
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.paragraph_text import to_qt

MEASURE = 38.5
"""Width of a line of text, in ems: 65 to 75 characters."""
_PICTURE = re.compile(r"(!\[[^\]]*\])\((pictures/[^)]+)\)")
_LEADING = 27 / theme.READING
_BAR = "\ue000"
"""Stands for a bar in a table until the page is rendered."""
_HEADS = {1: 28 / theme.READING, 2: theme.TITLE / theme.READING}
"""Font size of title and headings, relative to the text."""
_HELP = paths.RESOURCES / "help"
_ENGLISH = "en"


def load_page(name: str) -> ManualPage:
    """Return a page in the language of the window, or in English if there is no other.

    Raises:
        OSError: If there is no such page.
    """
    file = next(file for file in _files(f"{name}.md") if file.is_file() or file.parent.name == _ENGLISH)
    return parse_page(name, file.read_text(encoding="utf-8"))


def picture_file(name: str) -> str:
    """Return the file of a picture, in the language of the window if there is one."""
    return str(next(file for file in _files(name) if file.is_file() or _ENGLISH in file.relative_to(_HELP).parts))


def _files(name: str) -> Iterator[Path]:
    return (_HELP / language / name for language in (interface_language.language(), _ENGLISH))


def set_page(document: QTextDocument, page: ManualPage, size: int) -> None:
    document.setDefaultFont(theme.reading_font(size))
    document.setMarkdown(_prepare(page.body), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    whole = QTextCursor(document)
    whole.beginEditBlock()  # Qt lays the page out once, not at each change
    while not (found := document.find(_BAR)).isNull():
        found.insertText("|", found.charFormat())
    for block in blocks(document):
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        _set_block_format(cursor, block, size, in_table=table is not None)
        for start, length, look in [
            _fragment_format(fragment, block, size)
            for fragment in fragments(block)
            if not fragment.charFormat().isImageFormat()
        ]:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)  # not merged: Qt makes headings larger on top of their size
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame, size)
    whole.endEditBlock()


def _prepare(body: str) -> str:
    """Return a page for Qt: pictures named by their files, keys marked, and escaped bars in tables replaced."""
    shown = _PICTURE.sub(lambda named: f"{named[1]}({QUrl.fromLocalFile(picture_file(named[2])).toString()})", body)
    return shown.replace("` `", "`\u2002`").replace("\\|", _BAR)


def fit_to_width(document: QTextDocument, room: int, size: int, sharpness: float) -> None:
    """Centre a page in the available width in pixels, and limit the width of its pictures."""
    width = min(round(size * MEASURE), room - 48)
    side = max((room - width) // 2, 24)
    root = document.rootFrame()
    shape = root.frameFormat()
    shape.setLeftMargin(side)
    shape.setRightMargin(side)
    shape.setTopMargin(24)
    shape.setBottomMargin(48)
    root.setFrameFormat(shape)
    for block in blocks(document):
        for fragment in fragments(block):
            look = fragment.charFormat()
            if not look.isImageFormat():
                continue
            shown = QTextImageFormat(look.toImageFormat())
            natural = QImage(QUrl(shown.name()).toLocalFile())
            if natural.isNull():
                continue
            shown.setWidth(min(natural.width(), width))
            shown.setHeight(round(shown.width() * natural.height() / natural.width()))
            drawn = natural.scaledToWidth(
                min(round(shown.width() * sharpness), natural.width()), Qt.TransformationMode.SmoothTransformation
            )
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(shown.name()), drawn)
            cursor = QTextCursor(document)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(shown)


def find_heading(document: QTextDocument, page: ManualPage, name: str) -> QTextBlock | None:
    """Return the block of a heading; None if the page has none with that name."""
    names = [heading.name for heading in page.headings]
    if name not in names:
        return None
    seconds = [block for block in blocks(document) if block.blockFormat().headingLevel() == 2]
    return seconds[names.index(name)]


def find_terms(document: QTextDocument, wanted: Sequence[Pattern[str]]) -> Iterator[QTextCursor]:
    """Yield the matches of the search terms, in reading order."""
    for block in blocks(document):
        text = block.text()
        folded, origin = fold_with_places(text)
        spans = sorted(match.span() for word in wanted for match in word.finditer(folded))
        for start, end in spans:
            first, last = origin[start], max(origin[end], origin[end - 1] + 1)
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + to_qt(text, first))
            cursor.setPosition(block.position() + to_qt(text, last), QTextCursor.MoveMode.KeepAnchor)
            yield cursor


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Return the paragraphs of a document, in reading order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    at = block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found


def _set_block_format(cursor: QTextCursor, block: QTextBlock, size: int, *, in_table: bool) -> None:
    shape = QTextBlockFormat(block.blockFormat())
    level = shape.headingLevel()
    if in_table:
        shape.setLineHeight(round(size * 19 / 17), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    else:
        shape.setTopMargin(0 if level == 1 else 28 if level else 0)
        in_list = block.textList() is not None and block.next().textList() is not None
        shape.setBottomMargin(4 if in_list else 8 if level else 12)
        shape.setLineHeight(round(size * _LEADING), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor.setBlockFormat(shape)


def _fragment_format(fragment: QTextFragment, block: QTextBlock, size: int) -> tuple[int, int, QTextCharFormat]:
    """Return a format by kind of text: a key or typed text, a link, a heading, a cell, or plain text."""
    was, look = fragment.charFormat(), QTextCharFormat()
    bold, level = was.fontWeight() > QFont.Weight.Normal, block.blockFormat().headingLevel()
    if was.fontFixedPitch() or QTextCursor(block).currentTable() is not None:
        font = theme.ui_font(round(theme.BASE * size / theme.READING), bold=bold)
    else:
        font = theme.reading_font(round(size * _HEADS.get(level, 1)))
        font.setWeight(QFont.Weight.DemiBold if bold or level else QFont.Weight.Normal)
    font.setItalic(was.fontItalic())
    font.setUnderline(was.isAnchor())
    look.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
    look.setForeground(theme.color("accent" if was.isAnchor() else "ink"))
    look.setAnchor(was.isAnchor())
    look.setAnchorHref(was.anchorHref())
    if was.fontFixedPitch():
        plain = theme.color("canvas") == theme.color("paper")  # so it is in high contrast
        look.setBackground(theme.color("side" if plain else "canvas"))
    return fragment.position(), fragment.length(), look


def _rule(table: QTextTable, size: int) -> None:
    shape = table.format()
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setCellPadding(round(size * 5 / 17))
    shape.setCellSpacing(0)
    shape.setBorder(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(16)
    if table.columns() == 2:
        lengths = [QTextLength(QTextLength.Type.PercentageLength, part) for part in (38, 62)]
        shape.setColumnWidthConstraints(lengths)
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = cell.format().toTableCellFormat()
            look.setBottomBorder(1)
            look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBottomBorderBrush(theme.color("hairline"))
            cell.setFormat(look)
