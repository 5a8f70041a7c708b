"""The window of the manual: the contents at the left, with a search field, and the page at the right.

A page has the fonts and colours of the theme, pictures in its language, and the words that are searched for marked.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QFont,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLayout,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QListWidgetItem, QStyleOptionViewItem, QTextEdit, QTreeWidgetItem, QWidget
from typing_extensions import override

from delegate_desk import paths
from delegate_desk.core import manual_pages
from delegate_desk.core.manual_pages import ManualHit, ManualPage
from delegate_desk.core.text import fold_with_places
from delegate_desk.gui import interface_language
from delegate_desk.gui.forms.ui_manual import Ui_ManualWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.accessibility import announce
from delegate_desk.gui.widgets.filter_dialog import ChoiceDelegate
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import Index, write_line
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST, USUAL
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


def _files(name: str) -> Iterator[Path]:
    """Yield a file of the manual in the language of the window, whether it exists or not, and in English."""
    return (_HELP / language / name for language in (interface_language.language(), _ENGLISH))


def set_page(document: QTextDocument, page: ManualPage, size: int) -> None:
    """Show a page: pictures named by their files, keys marked, and escaped bars in tables replaced."""

    def name_file(picture: re.Match[str]) -> str:
        file = next(file for file in _files(picture[2]) if file.is_file() or _ENGLISH in file.relative_to(_HELP).parts)
        return f"{picture[1]}({QUrl.fromLocalFile(str(file)).toString()})"

    body = _PICTURE.sub(name_file, page.body).replace("` `", "`\u2002`").replace("\\|", _BAR)
    document.setDefaultFont(theme.reading_font(size))
    document.setMarkdown(body, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    page_cursor = QTextCursor(document)
    page_cursor.beginEditBlock()  # Qt lays the page out once, not at each change
    while not (bar := document.find(_BAR)).isNull():
        bar.insertText("|", bar.charFormat())
    for block in blocks(document):
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        _set_block_format(cursor, block, size, in_table=table is not None)
        for start, length, style in [
            _fragment_format(fragment, block, size)
            for fragment in fragments(block)
            if not fragment.charFormat().isImageFormat()
        ]:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(style)  # not merged: Qt makes headings larger on top of their size
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _style_table(frame, size)
    page_cursor.endEditBlock()


def fit_to_width(document: QTextDocument, space: int, size: int, sharpness: float) -> None:
    """Centre a page in the available width in pixels, and limit the width of its pictures."""
    width = min(round(size * MEASURE), space - 48)
    side = max((space - width) // 2, 24)
    root = document.rootFrame()
    frame_format = root.frameFormat()
    frame_format.setLeftMargin(side)
    frame_format.setRightMargin(side)
    frame_format.setTopMargin(24)
    frame_format.setBottomMargin(48)
    root.setFrameFormat(frame_format)
    for block in blocks(document):
        for fragment in fragments(block):
            image_format = fragment.charFormat()
            if not image_format.isImageFormat():
                continue
            fitted = QTextImageFormat(image_format.toImageFormat())
            natural = QImage(QUrl(fitted.name()).toLocalFile())
            if natural.isNull():
                continue
            fitted.setWidth(min(natural.width(), width))
            fitted.setHeight(round(fitted.width() * natural.height() / natural.width()))
            scaled = natural.scaledToWidth(
                min(round(fitted.width() * sharpness), natural.width()), Qt.TransformationMode.SmoothTransformation
            )
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(fitted.name()), scaled)
            cursor = QTextCursor(document)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(fitted)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Return the paragraphs of a document, in reading order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> list[QTextFragment]:
    result = []
    iterator = block.begin()
    while not iterator.atEnd():
        result.append(iterator.fragment())
        iterator += 1
    return result


def _set_block_format(cursor: QTextCursor, block: QTextBlock, size: int, *, in_table: bool) -> None:
    style = QTextBlockFormat(block.blockFormat())
    level = style.headingLevel()
    if in_table:
        style.setLineHeight(round(size * 19 / 17), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    else:
        style.setTopMargin(0 if level == 1 else 28 if level else 0)
        in_list = block.textList() is not None and block.next().textList() is not None
        style.setBottomMargin(4 if in_list else 8 if level else 12)
        style.setLineHeight(round(size * _LEADING), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor.setBlockFormat(style)


def _fragment_format(fragment: QTextFragment, block: QTextBlock, size: int) -> tuple[int, int, QTextCharFormat]:
    """Return a format by kind of text: a key or typed text, a link, a heading, a cell, or plain text."""
    original, style = fragment.charFormat(), QTextCharFormat()
    bold, level = original.fontWeight() > QFont.Weight.Normal, block.blockFormat().headingLevel()
    if original.fontFixedPitch() or QTextCursor(block).currentTable() is not None:
        font = theme.ui_font(round(theme.BASE * size / theme.READING), bold=bold)
    else:
        font = theme.reading_font(round(size * _HEADS.get(level, 1)))
        font.setWeight(QFont.Weight.DemiBold if bold or level else QFont.Weight.Normal)
    font.setItalic(original.fontItalic())
    font.setUnderline(original.isAnchor())
    style.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
    style.setForeground(theme.color("accent" if original.isAnchor() else "ink"))
    style.setAnchor(original.isAnchor())
    style.setAnchorHref(original.anchorHref())
    if original.fontFixedPitch():
        is_uniform = theme.color("canvas") == theme.color("paper")  # so it is in high contrast
        style.setBackground(theme.color("side" if is_uniform else "canvas"))
    return fragment.position(), fragment.length(), style


def _style_table(table: QTextTable, size: int) -> None:
    table_format = table.format()
    table_format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table_format.setCellPadding(round(size * 5 / 17))
    table_format.setCellSpacing(0)
    table_format.setBorder(0)
    table_format.setTopMargin(4)
    table_format.setBottomMargin(16)
    if table.columns() == 2:
        lengths = [QTextLength(QTextLength.Type.PercentageLength, part) for part in (38, 62)]
        table_format.setColumnWidthConstraints(lengths)
    table.setFormat(table_format)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            style = cell.format().toTableCellFormat()
            style.setBottomBorder(1)
            style.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            style.setBottomBorderBrush(theme.color("hairline"))
            cell.setFormat(style)


PLACE = Qt.ItemDataRole.UserRole
"""Item data role of a search result's place."""
_ABOVE = Qt.ItemDataRole.UserRole + 1
_ROW, _HEAD, _HIT_LEADING, _LINES = 80, 13, 17, 3


class ManualHitDelegate(ChoiceDelegate):
    """Draws page and heading in a softer colour, and below them the sentence on three lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    @override
    def _write(self, painter: QPainter, inner: QRect, index: Index) -> None:
        inner.adjust(0, 6, 0, -4)
        head = QRect(inner.topLeft(), QSize(inner.width(), _HEAD))
        write_line(painter, head, str(index.data(_ABOVE)), "soft", size=theme.FINE)
        inner.setTop(inner.top() + 16)
        text, layout = str(index.data()), QTextLayout(str(index.data()), theme.ui_font())
        layout.beginLayout()
        for n in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(inner.width())
            end = len(text) if n == _LINES - 1 else line.textStart() + line.textLength()
            box = QRect(inner.left(), inner.top() + n * _HIT_LEADING, inner.width(), 16)
            write_line(painter, box, text[line.textStart() : end], "ink")
        layout.endLayout()


_LEFT = 264
"""Width of the contents in pixels."""


class ManualWindow(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = ui = Ui_ManualWindow()
        ui.setupUi(self)
        self._pages: dict[str, ManualPage] = {}
        for name in manual_pages.PAGES:
            file = next(file for file in _files(f"{name}.md") if file.is_file() or file.parent.name == _ENGLISH)
            self._pages[name] = manual_pages.parse_page(name, file.read_text(encoding="utf-8"))
        self.page: ManualPage = self._pages[manual_pages.PAGES[0]]
        self._entries: dict[str, QTreeWidgetItem] = {}
        self._size = USUAL
        self._back: list[tuple[str, int]] = []
        self._forward: list[tuple[str, int]] = []
        ui.hit_list.setItemDelegate(ManualHitDelegate(ui.hit_list))
        ui.columns.setStretchFactor(1, 1)
        ui.columns.setSizes([_LEFT, self.width() - _LEFT])
        for page in self._pages.values():
            entry = self._entries[page.name] = QTreeWidgetItem(ui.contents_tree, [page.title])
            for heading in page.headings:
                self._entries[f"{page.name}#{heading.name}"] = QTreeWidgetItem(entry, [heading.title])
        for place, entry in self._entries.items():
            entry.setData(0, PLACE, place)
            entry.setToolTip(0, entry.text(0))
        self._connect()
        self.setStyleSheet(theme.style_sheet("manual"))

    def show_place(self, place: str, *, leave: bool = True) -> None:
        """Show a page, at a heading or its top, and remember the previous place.

        Args:
            place: Such as ``meeting`` or ``meeting#vote``.
            leave: False for going back or forward.
        """
        browser = self.ui.page_browser
        name, heading = manual_pages.parse_place(place)
        if name not in self._pages:
            return
        if leave and not browser.document().isEmpty():
            self._back.append((self.page.name, browser.verticalScrollBar().value()))
            self._forward.clear()
        if self._pages[name] is not self.page or browser.document().isEmpty():
            self.page = self._pages[name]
            self._render_page()
        names = [entry.name for entry in self.page.headings]
        cursor, top = QTextCursor(browser.document()), 0
        if heading in names:
            headings = [block for block in blocks(browser.document()) if block.blockFormat().headingLevel() == 2]
            block = headings[names.index(heading)]
            top = round(browser.document().documentLayout().blockBoundingRect(block).top()) - theme.APART
            cursor.setPosition(block.position())
        browser.setTextCursor(cursor)
        browser.verticalScrollBar().setValue(top)
        for page in self._pages:
            self._entries[page].setExpanded(page == name)
        chosen = self._entries.get(f"{name}#{heading}", self._entries[name])
        self.ui.contents_tree.setCurrentItem(chosen)
        self.ui.contents_tree.scrollToItem(chosen)
        self._back_action.setEnabled(bool(self._back))
        self._forward_action.setEnabled(bool(self._forward))

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) in the history."""
        source, target = (self._back, self._forward) if by < 0 else (self._forward, self._back)
        bar = self.ui.page_browser.verticalScrollBar()
        if source:
            target.append((self.page.name, bar.value()))
            name, top = source.pop()
            self.show_place(name, leave=False)
            bar.setValue(top)

    def _connect(self) -> None:
        ui = self.ui
        self._back_action = QAction(theme.icon("chevron-left"), self.tr("Back"), self)
        self._forward_action = QAction(theme.icon("chevron-right"), self.tr("Forward"), self)
        for button, action, keys, by in (
            (ui.back_button, self._back_action, "Alt+Left", -1),
            (ui.forward_button, self._forward_action, "Alt+Right", 1),
        ):
            action.setShortcut(keys)
            action.setToolTip(f"{action.text()} · {action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}")
            action.triggered.connect(lambda _=False, by=by: self.step(by))
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
        for keys, do in {
            "Ctrl+F": self._to_search,
            "F3": lambda: self._step_hit(1),
            "Shift+F3": lambda: self._step_hit(-1),
            "Ctrl++": lambda: self._resize(self._size + 1),
            "Ctrl+-": lambda: self._resize(self._size - 1),
            "Ctrl+0": lambda: self._resize(USUAL),
        }.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, do=do: do())
            self.addAction(action)
        ui.sought_edit.textChanged.connect(self._search)
        ui.sought_edit.installEventFilter(self)
        ui.contents_tree.itemActivated.connect(self._enter)
        ui.contents_tree.itemClicked.connect(lambda item: self.show_place(str(item.data(0, PLACE))))
        ui.hit_list.currentItemChanged.connect(self._show_hit)
        ui.hit_list.itemActivated.connect(lambda _: ui.page_browser.setFocus(Qt.FocusReason.OtherFocusReason))
        ui.hit_list.itemClicked.connect(self._show_hit)
        ui.page_browser.anchorClicked.connect(self._on_link_clicked)
        theme.subscribe_to_theme(self, self._on_theme_changed)

    # The page

    def _render_page(self) -> None:
        set_page(self.ui.page_browser.document(), self.page, self._size)
        self._fit_page_to_width()
        self.ui.page_browser.setAccessibleName(self.page.title)
        self._highlight_matches()

    def _on_theme_changed(self) -> None:
        self.setStyleSheet(theme.style_sheet("manual"))
        self._resize(self._size)

    def _resize(self, size: int) -> None:
        """Render the page again with a font size, at the same place."""
        self._size = min(max(size, SMALLEST), LARGEST)
        bar = self.ui.page_browser.verticalScrollBar()
        top = bar.value()
        self._render_page()
        bar.setValue(top)

    def _fit_page_to_width(self) -> None:
        browser = self.ui.page_browser
        document, width, bar = browser.document(), browser.viewport().width(), browser.verticalScrollBar()
        block = browser.cursorForPosition(QPoint(width // 2, theme.BROAD)).block()
        top_before, position = document.documentLayout().blockBoundingRect(block).top(), bar.value()
        fit_to_width(document, width, self._size, self.devicePixelRatioF())
        bar.setValue(round(position + document.documentLayout().blockBoundingRect(block).top() - top_before))

    def _highlight_matches(self) -> None:
        """Highlight the matches of the search terms."""
        selections = []
        patterns = manual_pages.word_start_patterns(self.ui.sought_edit.text())
        for block in blocks(self.ui.page_browser.document()) if patterns else ():
            text = block.text()
            folded, origin = fold_with_places(text)
            for start, end in sorted(match.span() for word in patterns for match in word.finditer(folded)):
                first, last = origin[start], max(origin[end], origin[end - 1] + 1)
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + to_qt(text, first))
                cursor.setPosition(block.position() + to_qt(text, last), QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(theme.color("hit"))
                selection.format.setForeground(theme.color("ink"))
                selections.append(selection)
        self.ui.page_browser.setExtraSelections(selections)

    def _on_link_clicked(self, url: QUrl) -> None:
        if url.isRelative():
            name = url.path().removesuffix(".md") or self.page.name
            self.show_place(f"{name}#{url.fragment()}")

    # Contents and search results

    def _enter(self, item: QTreeWidgetItem) -> None:
        self.show_place(str(item.data(0, PLACE)))
        self.ui.page_browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self.ui.sought_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.sought_edit.selectAll()

    def _step_hit(self, by: int) -> None:
        """Show the next or previous search result, cyclically; focus the search field if there is none."""
        hits = self.ui.hit_list
        if hits.count():
            hits.setCurrentRow((hits.currentRow() + by) % hits.count())
        else:
            self._to_search()

    def _search(self, typed: str) -> None:
        ui, hits = self.ui, manual_pages.search_pages(self._pages.values(), typed)
        ui.hit_list.blockSignals(True)
        ui.hit_list.clear()
        for hit in hits:
            page, passage = hit.page, hit.passage
            heading_title = next((heading.title for heading in page.headings if heading.name == passage.heading), "")
            location = page.title if passage.is_title or not heading_title else f"{page.title} · {heading_title}"
            item = QListWidgetItem(passage.text, ui.hit_list)
            item.setData(PLACE, hit)
            item.setData(_ABOVE, location)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{passage.text} ({location})")
        ui.hit_list.blockSignals(False)
        is_searching = bool(typed.strip())
        ui.left_pages.setCurrentWidget(ui.hit_list if is_searching else ui.contents_tree)
        ui.count_label.setVisible(is_searching)
        message = terms.format_count(len(hits), self.tr("1 result"), self.tr("{n} results"))
        ui.count_label.setText(message if hits else self.tr("No matches in the manual."))
        announce(ui.count_label, ui.count_label.text() if is_searching else "")
        self._highlight_matches()

    def _show_hit(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        hit: ManualHit = item.data(PLACE)
        self.show_place(f"{hit.page.name}#{hit.passage.heading}", leave=hit.page is not self.page)
        browser = self.ui.page_browser
        bar, height = browser.verticalScrollBar(), browser.viewport().height()
        for mark in browser.extraSelections():
            block = mark.cursor.block().text()
            if hit.passage.text in block or (block and block in hit.passage.text):
                rect = browser.document().documentLayout().blockBoundingRect(mark.cursor.block())
                if not bar.value() <= rect.top() <= bar.value() + height - rect.height():
                    bar.setValue(round(rect.top()) - height // 3)
                break

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        edit, hits = self.ui.sought_edit, self.ui.hit_list
        if watched is edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key is Qt.Key.Key_Escape and edit.text():
                edit.clear()
                return True
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if key in steps and self.ui.left_pages.currentWidget() is hits:
                hits.setCurrentRow(min(max(hits.currentRow() + steps[key], 0), hits.count() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if hits.currentRow() < 0:
                    hits.setCurrentRow(0)
                elif hits.count():
                    self.ui.page_browser.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_page_to_width)  # when the page has its new size
