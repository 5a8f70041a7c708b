"""All keys on one sheet, menu by menu: in the window, and on one page of A4."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPagedPaintDevice, QPainter, QPalette
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from delegate_desk.core.errors import ExportFailedError
from delegate_desk.gui.shell.shortcuts_page import BindableCommand
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.printing import new_printer

translate = QCoreApplication.translate
Group = tuple[str, list[tuple[str, str]]]
"""What a menu or a list is called, and its commands that have a key, each with its keys."""
_COLUMNS = 3
_ON_PAPER = 2
_POINTS, _GAP, _TITLE = 72, 28.0, 34.0
_WIDEST_LEADING, _TYPE = 13.0, 0.7
"""Points from line to line where there is room, and how high the type is in them."""


def group_commands(commands: Sequence[BindableCommand]) -> list[Group]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in commands:
        written = key_bindings.all_keys_text(one.name)
        if written:
            groups.setdefault(one.group, []).append((one.text, written))
    return list(groups.items())


def show_sheet(
    window: QWidget,
    commands: Sequence[BindableCommand],
    customise: Callable[[], object],
    print_keys: Callable[[], object],
) -> None:
    """List every command that has a key in three columns, and lead to where keys are changed and printed."""
    dialog = QDialog(window)
    dialog.setWindowTitle(translate("keysheet", "Keyboard Shortcuts"))
    dialog.setProperty("help", "keys")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page = QWidget()
    page.setBackgroundRole(QPalette.ColorRole.Base)
    page.setAutoFillBackground(True)
    columns = QHBoxLayout(page)
    columns.setContentsMargins(24, 16, 24, 24)
    columns.setSpacing(32)
    for some in _in_columns(group_commands(commands), _COLUMNS):
        column = QVBoxLayout()
        column.setSpacing(16)
        for group in some:
            column.addLayout(_key_list(group))
        column.addStretch(1)
        columns.addLayout(column)
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(translate("keysheet", "Keyboard Shortcuts"))
    change = QPushButton(translate("keysheet", "&Customise…"))
    on_paper = QPushButton(translate("keysheet", "&Print Shortcuts…"))
    close = QPushButton(translate("keysheet", "C&lose"))
    change.clicked.connect(dialog.accept)
    change.clicked.connect(customise)
    on_paper.clicked.connect(print_keys)
    close.clicked.connect(dialog.accept)
    foot = QHBoxLayout()
    foot.setContentsMargins(24, 8, 24, 16)
    foot.setSpacing(8)
    foot.addWidget(change)
    foot.addWidget(on_paper)
    foot.addStretch(1)
    foot.addWidget(close)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(area)
    outer.addLayout(foot)
    dialog.resize(min(1080, window.width() - 40), min(680, window.height() - 40))
    close.setDefault(True)
    dialog.open()
    close.setFocus()


def prompt_and_print(window: QWidget, tasks: Tasks, commands: Sequence[BindableCommand]) -> None:
    """Ask which printer, a PDF among them, and print the sheet beside the window."""
    printer = new_printer(translate("keysheet", "Keyboard Shortcuts"))
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(translate("keysheet", "Print Shortcuts"))
    if dialog.exec() == QDialog.DialogCode.Accepted:
        tasks.read(partial(print_sheet, group_commands(commands), printer), lambda _: None)


def print_sheet(groups: Sequence[Group], device: QPagedPaintDevice) -> None:
    """Print the keys on one page, in two columns, as large as they fit. Safe on any thread.

    Raises:
        ExportFailedError: If the printer takes nothing.
    """
    painter = QPainter()
    if not painter.begin(device):
        named = device.printerName() if isinstance(device, QPrinter) else ""
        raise ExportFailedError(named, translate("keysheet", "the printer is not accepting anything to print"))
    scale = device.logicalDpiX() / _POINTS
    size = device.pageLayout().paintRectPoints()
    painter.scale(scale, scale)
    width, height = float(size.width()), float(size.height())
    painter.setPen(theme.color_on_white("ink"))
    painter.setFont(_font(15, bold=True))
    painter.drawText(
        QRectF(0, 0, width, _TITLE),
        Qt.AlignmentFlag.AlignTop,
        translate("keysheet", "Delegate Desk keyboard shortcuts"),
    )
    columns = _in_columns(groups, _ON_PAPER)
    most = max((sum(len(rows) + 2 for _, rows in some) for some in columns), default=1)
    leading = min(_WIDEST_LEADING, (height - _TITLE) / most)
    column = (width - _GAP * (_ON_PAPER - 1)) / _ON_PAPER
    for n, some in enumerate(columns):
        y = _TITLE
        for name, rows in some:
            y = _print_group(painter, QRectF(n * (column + _GAP), y, column, leading), name, rows)
    painter.end()


def _print_group(painter: QPainter, line: QRectF, name: str, rows: Sequence[tuple[str, str]]) -> float:
    middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
    size = line.height() * _TYPE
    ink, soft = theme.color_on_white("ink"), theme.color_on_white("soft")
    painter.setFont(_font(size, bold=True))
    painter.setPen(soft)
    painter.drawText(line, middle, name)
    painter.setFont(_font(size))
    metrics = QFontMetricsF(painter.font())
    for text, keys in rows:
        line.translate(0, line.height())
        left = line.adjusted(0, 0, -metrics.horizontalAdvance(keys) - 8, 0)
        painter.setPen(ink)
        painter.drawText(left, middle, metrics.elidedText(text, Qt.TextElideMode.ElideRight, left.width()))
        painter.setPen(soft)
        painter.drawText(line, middle | right, keys)
    return line.bottom() + line.height()


def _in_columns(groups: Sequence[Group], count: int) -> list[list[Group]]:
    lines = [len(rows) + 2 for _, rows in groups]
    wanted = sum(lines) / count
    columns: list[list[Group]] = [[] for _ in range(count)]
    passed = 0.0
    for group, length in zip(groups, lines, strict=True):
        columns[min(int((passed + length / 2) / wanted), count - 1)].append(group)
        passed += length
    return columns


def _key_list(group: Group) -> QGridLayout:
    name, rows = group
    grid = QGridLayout()
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    head = QLabel(name)
    head.setProperty("part", "head")
    grid.addWidget(head, 0, 0, 1, 2)
    for row, (text, written) in enumerate(rows, start=1):
        keys = QLabel(written)
        keys.setProperty("part", "status")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        command = QLabel(text)
        command.setWordWrap(True)
        grid.addWidget(command, row, 0)
        grid.addWidget(keys, row, 1)
    return grid


def _font(points: float, *, bold: bool = False) -> QFont:
    """The interface's type; the painter counts in points."""
    return theme.ui_font(points, bold=bold)
