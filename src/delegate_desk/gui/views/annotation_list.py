"""All annotations, of the library or of one document, narrowed by what is typed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from delegate_desk.core.annotations import Status
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import DocumentId, Held
from delegate_desk.desk import Desk
from delegate_desk.gui import icons, names, theme
from delegate_desk.gui.forms.ui_annotation_list import Ui_AnnotationList
from delegate_desk.gui.models.annotations import AnnotationsModel, Listed, load_list
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.views.hit_painter import column, draw_cursor, draw_marking
from delegate_desk.gui.views.parts import Dressed, part, while_there

_ROW = 52


class AnnotationListView(Dressed):
    """The tab of all annotations.

    Signals:
        opened: An annotation is to be shown at its place, with the ``Annotation``.
        shown: The list is on the screen.
    """

    opened = Signal(object)
    shown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document: DocumentId | None = None
        self._ticket: Ticket | None = None
        self._stale = True
        self._any_limite: str | None = None
        self.ui = Ui_AnnotationList()
        self.ui.setupUi(self)
        part(self, "paper")
        self._model = AnnotationsModel(self)
        listed = self.ui.annotation_list
        listed.setModel(self._model)
        listed.setItemDelegate(_Painter(listed, self._model))
        self.ui.scope_combo.addItem(self.tr("The whole library"))
        self.setFocusProxy(self.ui.filter_edit)
        self.ui.filter_edit.textChanged.connect(self._narrow)
        self.ui.filter_edit.returnPressed.connect(self._open)
        self.ui.filter_edit.installEventFilter(self)
        listed.installEventFilter(self)
        listed.clicked.connect(lambda _: self._open())
        self.ui.scope_combo.currentIndexChanged.connect(self.refresh)
        tasks.changed.connect(self._follow)

    @property
    def marking(self) -> str | None:
        """The marking of what is shown: ``LIMITE`` as soon as one document bears it."""
        return self._any_limite

    def offer(self, held: Held | None) -> None:
        """Offer the annotations of one document beside those of the library."""
        self._document = held.id if held else None
        combo = self.ui.scope_combo
        if held is None:
            combo.setCurrentIndex(0)
            combo.removeItem(1)
        elif combo.count() > 1:
            combo.setItemText(1, self.tr("On {name}").format(name=held.name))
            if combo.currentIndex() == 1:
                self.refresh()
        else:
            combo.addItem(self.tr("On {name}").format(name=held.name))

    def refresh(self) -> None:
        """Load the list anew; later, where it is not seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        document = self._document if self.ui.scope_combo.currentIndex() == 1 else None
        self._ticket = self._tasks.read(lambda: load_list(self._desk, document), while_there(self, self._show))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = column(self.width())
        self.ui.head_layout.setContentsMargins(left + 22, 0, self.width() - left - width + 12, 0)
        self.ui.empty_label.setContentsMargins(left, 0, self.width() - left - width, 0)

    @override
    def eventFilter(self, watched: object, event: object) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress:
            return False
        listed, key = self.ui.annotation_list, event.key()
        if watched is self.ui.filter_edit and key == Qt.Key.Key_Down:
            listed.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if watched is listed and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return True
        if watched is listed and (key == Qt.Key.Key_Up and listed.currentIndex().row() <= 0):
            self.ui.filter_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _show(self, listed: list[Listed]) -> None:
        self._ticket = None
        chosen = self._model.listed(self.ui.annotation_list.currentIndex())
        self._any_limite = next((one.held.header.marking for one in listed if one.held.header.marking), None)
        self._model.show(listed)
        if chosen is not None:
            self.ui.annotation_list.setCurrentIndex(self._model.find(chosen.annotation))
        self._show_counts()
        self.shown.emit()

    def _narrow(self, typed: str) -> None:
        self._model.narrow(typed)
        self._show_counts()

    def _show_counts(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        counted = names.counted(total, self.tr("1 annotation"), self.tr("{n} annotations"))
        part_of = self.tr("{shown} of {all}").format(shown=shown, all=counted)
        self.ui.count_label.setText(counted if shown == total else part_of)
        self.ui.annotation_list.setVisible(shown > 0)
        self.ui.empty_label.setVisible(shown == 0)
        none_yet = self.tr("No annotation yet: N on a paragraph of a text writes a note on it.")
        self.ui.empty_label.setText(self.tr("None has all of these words.") if total else none_yet)
        if shown and not self.ui.annotation_list.currentIndex().isValid():
            self.ui.annotation_list.setCurrentIndex(self._model.index(0))

    def _open(self) -> None:
        listed = self._model.listed(self.ui.annotation_list.currentIndex())
        if listed is not None:
            self.opened.emit(listed.annotation)

    def _follow(self, changes: Changes) -> None:
        if changes.annotations or changes.documents:
            self.refresh()


class _Painter(QStyledItemDelegate):
    """Draws an annotation in two lines: what it says, and where it stands."""

    def __init__(self, view: QListView, model: AnnotationsModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.viewport().width(), _ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        listed = self._model.listed(index)
        if listed is None:
            return
        annotation = listed.annotation
        left, width = column(self._view.width())
        area = QRect(left, option.rect.top(), width, _ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
        icons.draw_kind(painter, annotation.kind, QRectF(left + 24, area.top() + 12, 11, 11))
        first = QRect(left + 48, area.top() + 6, width - 60, 22)
        quoted = f"“{annotation.quote.exact}”" if annotation.quote else names.kind(annotation.kind)
        font = theme.reading_font(16)
        if not annotation.text:
            font.setItalic(annotation.quote is not None)
        font.setStrikeOut(annotation.status is Status.DONE)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if annotation.text else "soft"))
        said = " ".join((annotation.text or quoted).split())
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, shown)
        second = QRect(first.left(), first.bottom() + 1, first.width(), 17)
        x = second.left()
        if listed.held.header.marking:
            x = draw_marking(painter, listed.held.header.marking, x, second.center().y()) + 6
        painter.setFont(theme.ui_font(11))
        painter.setPen(theme.color("soft"))
        aside = f"{names.kind(annotation.kind)} · {self._model.aside(listed)}"
        rest = QRect(x, second.top(), second.right() - x, second.height())
        elided = painter.fontMetrics().elidedText(aside, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.restore()
