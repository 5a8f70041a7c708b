"""The window of the manual: the contents at the left, with a search field, and the page at the right."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QStyleOptionViewItem,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core import manual_pages
from delegate_desk.core.manual_pages import ManualHit, ManualPage
from delegate_desk.gui.help import manual_page
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, row_layout, search_field
from delegate_desk.gui.widgets.filter_dialog import ChoiceDelegate
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_painting import write_line
from delegate_desk.gui.widgets.screen_reader import announce
from delegate_desk.gui.widgets.text.page_metrics import LARGEST, SMALLEST, USUAL

PLACE = Qt.ItemDataRole.UserRole
"""Item data role of a search result's place."""
_Index = QModelIndex | QPersistentModelIndex
_ABOVE = Qt.ItemDataRole.UserRole + 1
_ROW, _LEADING, _LINES = 80, 17, 3


def hit_item(found: ManualHit) -> QListWidgetItem:
    page, passage = found.page, found.passage
    under = next((heading.title for heading in page.headings if heading.name == passage.heading), "")
    above = page.title if passage.is_title or not under else f"{page.title} · {under}"
    item = QListWidgetItem(passage.text)
    item.setData(PLACE, found)
    item.setData(_ABOVE, above)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{passage.text} ({above})")
    return item


def _wrap_lines(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        last = len(lines) == _LINES - 1
        cut = text[line.textStart() :] if last else text[line.textStart() : line.textStart() + line.textLength()]
        lines.append(QFontMetrics(font).elidedText(cut, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines


class ManualHitDelegate(ChoiceDelegate):
    """Draws page and heading in a softer colour, and below them the sentence on three lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW)

    @override
    def _write(self, painter: QPainter, inner: QRect, index: _Index) -> None:
        inner.adjust(0, 6, 0, -4)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        write_line(painter, inner, str(index.data(_ABOVE)), "soft", size=theme.FINE, align=top)
        inner.setTop(inner.top() + 16)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("ink"))
        for n, line in enumerate(_wrap_lines(str(index.data()), painter.font(), inner.width())):
            painter.drawText(inner.translated(0, n * _LEADING), Qt.AlignmentFlag.AlignLeft, line)


_LEFT, _WIDTH, _HEIGHT = 264, 1000, 660


class ManualWindow(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setWindowTitle(self.tr("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = {name: manual_page.load_page(name) for name in manual_pages.PAGES}
        self.page: ManualPage = self._pages[manual_pages.PAGES[0]]
        self._entries: dict[str, QTreeWidgetItem] = {}
        self._size = USUAL
        self._back: list[tuple[str, int]] = []
        self._forward: list[tuple[str, int]] = []
        self.edit = search_field(self.tr("Search the manual"))
        self.contents = QTreeWidget()
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setHeaderHidden(True)
        self.contents.setIndentation(theme.WIDE)
        self.contents.setRootIsDecorated(False)
        self.contents.setExpandsOnDoubleClick(False)
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Results in the manual"))
        self.hits.setItemDelegate(ManualHitDelegate(self.hits))
        self.hits.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.count_label = label("", "status")
        self.browser = QTextBrowser(openLinks=False)  # nothing is fetched, whatever the text names
        self.browser.setObjectName("manual_page")
        self._left = QStackedWidget()
        for widget in (self.contents, self.hits, self.browser):
            widget.setFrameShape(QFrame.Shape.NoFrame)
        self._arrange()
        self._fill()
        self._connect()
        self.setStyleSheet(theme.style_sheet("manual"))
        self.resize(_WIDTH, _HEIGHT)

    def show_place(self, place: str, *, leave: bool = True) -> None:
        """Show a page, at a heading or its top, and remember the previous place.

        Args:
            place: Such as ``meeting`` or ``meeting#vote``.
            leave: False for going back or forward.
        """
        name, heading = manual_pages.parse_place(place)
        if name not in self._pages:
            return
        if leave and not self.browser.document().isEmpty():
            self._back.append((self.page.name, self.browser.verticalScrollBar().value()))
            self._forward.clear()
        if self._pages[name] is not self.page or self.browser.document().isEmpty():
            self.page = self._pages[name]
            self._set()
        self._scroll_to_heading(heading)
        self._choose(name, heading)
        self._update_actions()

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) in the history."""
        source, target = (self._back, self._forward) if by < 0 else (self._forward, self._back)
        if source:
            target.append((self.page.name, self.browser.verticalScrollBar().value()))
            name, at = source.pop()
            self.show_place(name, leave=False)
            self.browser.verticalScrollBar().setValue(at)

    def _arrange(self) -> None:
        left, right = QWidget(), QWidget()
        left.setObjectName("manual_left")
        right.setObjectName("manual_right")
        self._left.addWidget(self.contents)
        self._left.addWidget(self.hits)
        self.count_label.hide()
        top = column_layout(self.edit, self.count_label, margins=(0, 0, theme.APART, 0))
        margins = (theme.APART, theme.APART, 0, 0)
        column_layout(top, (self._left, 1), within=left, margins=margins, spacing=theme.NEAR)
        self._back_action = self._command(self.tr("Back"), "chevron-left", QKeySequence("Alt+Left"), -1)
        self._forward_action = self._command(self.tr("Forward"), "chevron-right", QKeySequence("Alt+Right"), 1)
        buttons = []
        for action in (self._back_action, self._forward_action):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            buttons.append(button)
        margins = (theme.APART, theme.TIGHT, theme.APART, theme.TIGHT)
        bar = row_layout(*buttons, None, margins=margins, spacing=theme.TIGHT)
        column_layout(bar, (self.browser, 1), within=right, margins=0, spacing=0)
        columns = QSplitter(handleWidth=1, childrenCollapsible=False)
        columns.addWidget(left)
        columns.addWidget(right)
        columns.setStretchFactor(1, 1)
        columns.setSizes([_LEFT, _WIDTH - _LEFT])
        column_layout(columns, within=self, margins=0)

    def _command(self, name: str, icon: str, keys: QKeySequence, by: int) -> QAction:
        action = QAction(icons.icon(icon), name, self)
        action.setShortcut(keys)
        action.setToolTip(f"{name} · {keys.toString(QKeySequence.SequenceFormat.NativeText)}")
        action.triggered.connect(lambda _=False: self.step(by))
        return action

    def _fill(self) -> None:
        for page in self._pages.values():
            entry = self._entries[page.name] = QTreeWidgetItem(self.contents, [page.title])
            for heading in page.headings:
                self._entries[f"{page.name}#{heading.name}"] = QTreeWidgetItem(entry, [heading.title])
        for place, entry in self._entries.items():
            entry.setData(0, PLACE, place)
            entry.setToolTip(0, entry.text(0))

    def _connect(self) -> None:
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
        self.edit.textChanged.connect(self._search)
        self.edit.installEventFilter(self)
        self.contents.itemActivated.connect(self._enter)
        self.contents.itemClicked.connect(self._on_entry_clicked)
        self.hits.currentItemChanged.connect(self._show_hit)
        self.hits.itemActivated.connect(lambda _: self.browser.setFocus(Qt.FocusReason.OtherFocusReason))
        self.hits.itemClicked.connect(self._show_hit)
        self.browser.anchorClicked.connect(self._on_link_clicked)
        theme.subscribe_to_theme(self, self._on_theme_changed)

    # The page

    def _set(self) -> None:
        document = self.browser.document()
        manual_page.set_page(document, self.page, self._size)
        self._fit_page_to_width()
        self.browser.setAccessibleName(self.page.title)
        self._mark()

    def _on_theme_changed(self) -> None:
        self.setStyleSheet(theme.style_sheet("manual"))
        self._set_again()

    def _set_again(self) -> None:
        at = self.browser.verticalScrollBar().value()
        self._set()
        self.browser.verticalScrollBar().setValue(at)

    def _fit_page_to_width(self) -> None:
        document, room = self.browser.document(), self.browser.viewport().width()
        top = self.browser.cursorForPosition(QPoint(room // 2, theme.BROAD)).block()
        before = document.documentLayout().blockBoundingRect(top).top()
        bar = self.browser.verticalScrollBar()
        at = bar.value()
        manual_page.fit_to_width(document, room, self._size, self.devicePixelRatioF())
        bar.setValue(round(at + document.documentLayout().blockBoundingRect(top).top() - before))

    def _scroll_to_heading(self, heading: str) -> None:
        block = manual_page.find_heading(self.browser.document(), self.page, heading)
        layout = self.browser.document().documentLayout()
        at = 0 if block is None else round(layout.blockBoundingRect(block).top()) - theme.APART
        cursor = self.browser.textCursor()
        cursor.setPosition(block.position() if block is not None else 0)
        self.browser.setTextCursor(cursor)
        self.browser.verticalScrollBar().setValue(at)

    def _mark(self) -> None:
        found = []
        wanted = manual_pages.word_start_patterns(self.edit.text())
        for cursor in manual_page.find_terms(self.browser.document(), wanted) if wanted else ():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(theme.color("hit"))
            selection.format.setForeground(theme.color("ink"))
            found.append(selection)
        self.browser.setExtraSelections(found)

    def _resize(self, size: int) -> None:
        self._size = min(max(size, SMALLEST), LARGEST)
        self._set_again()

    def _update_actions(self) -> None:
        self._back_action.setEnabled(bool(self._back))
        self._forward_action.setEnabled(bool(self._forward))

    def _on_link_clicked(self, url: QUrl) -> None:
        if url.isRelative():
            name = url.path().removesuffix(".md") or self.page.name
            self.show_place(f"{name}#{url.fragment()}")

    # Contents and search results

    def _choose(self, name: str, heading: str) -> None:
        for page in self._pages:
            self._entries[page].setExpanded(page == name)
        chosen = self._entries.get(f"{name}#{heading}", self._entries[name])
        self.contents.setCurrentItem(chosen)
        self.contents.scrollToItem(chosen)

    def _on_entry_clicked(self, item: QTreeWidgetItem) -> None:
        self.show_place(str(item.data(0, PLACE)))

    def _enter(self, item: QTreeWidgetItem) -> None:
        self._on_entry_clicked(item)
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _step_hit(self, by: int) -> None:
        """Show the next or previous search result, cyclically; focus the search field if there is none."""
        if self.hits.count():
            self.hits.setCurrentRow((self.hits.currentRow() + by) % self.hits.count())
        else:
            self._to_search()

    def _search(self, typed: str) -> None:
        found = manual_pages.search_pages(self._pages.values(), typed)
        self.hits.blockSignals(True)
        self.hits.clear()
        for hit in found:
            self.hits.addItem(hit_item(hit))
        self.hits.blockSignals(False)
        looks = bool(typed.strip())
        self._left.setCurrentWidget(self.hits if looks else self.contents)
        self.count_label.setVisible(looks)
        message = terms.format_count(len(found), self.tr("1 result"), self.tr("{n} results"))
        self.count_label.setText(message if found else self.tr("No matches in the manual."))
        announce(self.count_label, self.count_label.text() if looks else "")
        self._mark()

    def _show_hit(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        found: ManualHit = item.data(PLACE)
        self.show_place(f"{found.page.name}#{found.passage.heading}", leave=found.page is not self.page)
        layout = self.browser.document().documentLayout()
        top = self.browser.verticalScrollBar().value()
        for mark in self.browser.extraSelections():
            block = mark.cursor.block().text()
            if found.passage.text in block or (block and block in found.passage.text):
                at = layout.blockBoundingRect(mark.cursor.block())
                if not top <= at.top() <= top + self.browser.viewport().height() - at.height():
                    self.browser.verticalScrollBar().setValue(round(at.top()) - self.browser.viewport().height() // 3)
                break

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key is Qt.Key.Key_Escape and self.edit.text():
                self.edit.clear()
                return True
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if key in steps and self._left.currentWidget() is self.hits:
                row = min(max(self.hits.currentRow() + steps[key], 0), self.hits.count() - 1)
                self.hits.setCurrentRow(row)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.hits.currentRow() < 0:
                    self.hits.setCurrentRow(0)
                elif self.hits.count():
                    self.browser.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_page_to_width)  # the page has its room then
