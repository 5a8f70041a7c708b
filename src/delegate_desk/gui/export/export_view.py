"""View of an export: the pages as they are printed in the middle, settings, checks and the file at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import EmptyCalendarError, NothingCaughtError
from delegate_desk.core.meetings.meeting import MeetingId, ReportText
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, ExportKind, Mail
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.export.export_preview import (
    ExportCheck,
    ExportPreview,
    PageArea,
    Remedy,
    load_export_preview,
)
from delegate_desk.gui.export.export_side_pane import ExportSidePane
from delegate_desk.gui.export.exports import ExportChoices, ExportEntry
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.reader.pdf_view import ZOOM_KEYS
from delegate_desk.gui.tab_page import PageState, TabEntry, TabPage, entry_of_document
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, output, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    GrowingEdit,
    StyledPane,
    column_layout,
    flat_button,
    handle_escape,
    label,
    link_label,
    row_layout,
    set_part,
    tool_button,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import Autosave, LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.printing import pdf_for_mail, prompt_print


class ReportField(GrowingEdit):
    def __init__(self, tasks: Tasks, name: str, title: str) -> None:
        super().__init__(name="field")
        self.document().setDocumentMargin(4)
        self.setPlaceholderText(name)
        self.setAccessibleName(f"{title}: {name}" if title else name)
        self.saving = Autosave(self)
        self.textChanged.connect(self.saving.mark_edited)
        tasks.flush_requested.connect(self.saving.flush)


class ReportFields(QWidget):
    def __init__(self, desk: Desk, tasks: Tasks, meeting: MeetingId) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._meeting = meeting
        self._texts: list[ReportText] = []
        self.fields: list[ReportField] = []
        self._loader = LatestOnly(tasks, self)
        self._column = column_layout(label(self.tr("Report"), "head"), within=self, margins=(0, 0, 0, 12), spacing=4)
        tasks.changed.connect(self._on_changes)
        self._load()

    def _load(self) -> None:
        self._loader.run(lambda _: self._desk.report_texts.all(self._meeting), self._show)

    def _on_changes(self, changes: Changes) -> None:
        if self._meeting in changes.meetings:
            self._load()

    def _show(self, texts: list[ReportText]) -> None:
        if [(text.item, text.title) for text in texts] != [(text.item, text.title) for text in self._texts]:
            while (item := self._column.takeAt(1)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            self.fields = []
            for number, text in enumerate(texts):
                title = f"{text.item}. {text.title}" if text.item is not None else ""
                if title and not text.is_next_steps:
                    self._column.addWidget(label(title, "soft", wrap=True))
                outcome = self.tr("Outcome") if title else self.tr("Summary")
                field = ReportField(self._tasks, self.tr("Next steps") if text.is_next_steps else outcome, title)
                field.saving.due.connect(partial(self._save, number))
                self.fields.append(field)
                self._column.addWidget(field)
        self._texts = texts
        for field, text in zip(self.fields, texts, strict=True):
            if not field.saving.is_dirty and not field.hasFocus():
                field.set_text(text.text)

    def _save(self, number: int) -> None:
        field, language = self.fields[number], terms.window_language()
        text = replace(self._texts[number], text=field.toPlainText())
        save = partial(self._desk.report_texts.save, self._meeting, text, language)
        field.saving.write(self._tasks, save, words=text.text)


_PAUSE = 300
"""Milliseconds after a change before the pages are made again."""


class ExportView(TabPage):
    """Shows a file as it would be exported, and writes it.

    Signals:
        exported: The file was written, with its path.
        closed: Esc was pressed: the previous view should be shown again.
    """

    help_page = "exporting"
    names_place = True
    exported = Signal(object)
    closed = Signal()

    def __init__(self, context: Context, entry: ExportEntry, choices: ExportChoices) -> None:
        super().__init__()
        self._context = context
        self._desk, self._tasks = context.desk, context.tasks
        self.export = entry
        self.written: Path | None = None
        self.preview = ExportPreview()
        self.side = ExportSidePane(entry, choices)
        if ExportKind.REPORT in entry.kinds:
            self.side.report_layout.addWidget(ReportFields(self._desk, self._tasks, entry.subject))
        self.pages = PageArea()
        self.before: QWidget | None = None
        self._origin = ""
        self._loader = LatestOnly(context.tasks, self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.load)
        set_part(self, "paper")
        self.setProperty("help", entry.help)
        self._lay_out()
        self.side.changed.connect(self._timer.start)
        self.side.export_button.clicked.connect(self.write)
        self.side.copy_button.clicked.connect(self.copy)
        self.side.print_button.clicked.connect(self.print)
        self.side.remedy_requested.connect(self._remedy)
        self.side.installEventFilter(self)
        self.pages.number_changed.connect(self._show_page)
        self.pages.scale_changed.connect(self._show_page)
        self._tasks.changed.connect(self._on_changes)
        self._show_origin()
        self._show_page()
        self.setFocusProxy(self.pages)
        self.load()

    @override
    def state(self) -> PageState:
        document = self.export.document
        enabled = {"action_copy_mail", "action_print"} if self.preview.summary is not None else set()
        if document is not None and self.export.kinds == DOCUMENT_KINDS:
            enabled |= {"action_clear_position", "action_send_position"}
        return PageState(
            document,
            marking=self.preview.summary.marking if self.preview.summary is not None else None,
            text=self.tr("Export · {name}").format(name=self.export.title),
            position=self.tr("Esc back"),
            side=self.side,
            enabled=frozenset(enabled),
        )

    @override
    def entry(self) -> TabEntry | None:
        return entry_of_document(self.before) if self.export.document else None

    def return_to(self, previous: QWidget | None, origin: str) -> None:
        self.before, self._origin = previous, origin
        self._show_origin()

    def take_steps(self) -> QWidget:
        """Return the current page and the zoom, for the line of a page that contains the export."""
        self._breadcrumb.show_widgets([self.back_label])
        self._line.hide()
        return self._steps

    @override
    def enter(self) -> None:
        self.pages.setFocus()

    @override
    def drop_document(self, document: DocumentId) -> bool:
        return document == self.export.document or super().drop_document(document)

    # Preview

    def load(self) -> None:
        self._timer.stop()
        kind, options, subject = self.side.kind, self.side.options, self.export.subject
        self._loader.run(
            lambda _: load_export_preview(self._desk, subject, kind, options), self._show, self._on_load_failed
        )

    def _show(self, preview: ExportPreview) -> None:
        self.preview = preview
        self.side.update_overwrite_note(self.written)
        self.side.show_preview(preview)
        self.pages.show_pages(preview.pages)
        self.state_changed.emit()

    def _on_load_failed(self, error: Exception) -> None:
        self.preview = ExportPreview()
        self.pages.show_pages(None)
        self.state_changed.emit()
        if isinstance(error, NothingCaughtError | EmptyCalendarError):
            self.side.show_nothing(explain(error))
        else:
            self.side.show_nothing("")
            self._fail(error)

    def _on_changes(self, changes: Changes) -> None:
        document = self.export.document
        is_listed = self.side.kind is ExportKind.ANNOTATIONS and bool(changes.annotations)
        is_annotated = any(place.document == document for place in changes.annotations)
        is_ours = document in changes.positions or document in changes.documents
        if changes.settings or changes.meetings or is_ours or is_annotated or is_listed:
            self._timer.start()

    # Writing

    def write(self) -> None:
        side = self.side
        if not side.name_edit.text().strip() or not side.export_button.isEnabled():
            return
        target, code = side.target, side.delegation
        if self.export.delegation is None and code:
            self.export = replace(self.export, delegation=code)
            self._tasks.write(lambda: self._desk.positions.set_delegation(code))
        side.export_button.setEnabled(False)
        kind, options, export, suffix = side.kind, side.options, self._desk.export, target.suffix.lower()
        entry, mail = self.export, self._mail_job()

        def write() -> None:
            if suffix in entry.formats:
                entry.formats[suffix](target, options)
            elif suffix == ".pdf":
                export.save_file(pdf_for_mail(mail()), target)
            else:
                export.write(entry.subject, kind, target, options)

        def show(_: None) -> None:
            self.written = target
            side.export_button.setEnabled(True)
            side.update_overwrite_note(target)
            text = self.tr("Exported: {file}").format(file=target.name)
            self.done_label.setText(text)
            self.done_label.setToolTip(str(target))
            is_position = side.kind in DOCUMENT_KINDS and side.kind is not ExportKind.COMPILATION
            self.sent_button.setVisible(is_position and side.audience is Audience.CIRCULATION)
            self.done_strip.show()
            accessibility.announce(self, text)
            self.exported.emit(target)
            if side.open_check.isChecked():
                self._open(folder=False)

        what = self.tr("Saving {file}").format(file=target.name)
        self._tasks.read(write, while_alive(self, show), failed=self._fail, what=what)

    def _fail(self, error: Exception) -> None:
        if self.preview.summary is not None:
            self.side.export_button.setEnabled(True)
        if self._tasks.is_known(error):
            self.side.show_note(explain(error), "danger")

    def _open(self, *, folder: bool) -> None:
        if self.written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written.parent if folder else self.written)))

    def copy(self) -> None:
        self._tasks.read(self._mail_job(), self._on_copied, failed=self._fail)

    def _on_copied(self, mail: Mail) -> None:
        output.copy_mail(mail)
        self.side.show_note(self.tr("Copied. Paste it into an email."), "certain")

    def print(self) -> None:
        prompt_print(self._mail_job(), self.side.target.stem, self._tasks, self)

    def _mail_job(self) -> Callable[[], Mail]:
        kind, options, subject = self.side.kind, self.side.options, self.export.subject
        return lambda: self._desk.export.mail(subject, kind, options)

    # Checks

    def _remedy(self, check: ExportCheck) -> None:
        navigate = self._context.navigate
        if check.remedy is Remedy.SHOW and self.export.document is not None:
            navigate.open_position(self.export.document, check.address)
        elif check.remedy is Remedy.OPEN_NEWER and check.document is not None:
            navigate.open_document(check.document)
        elif check.remedy is Remedy.EDIT_DETAILS:
            navigate.action("action_header").trigger()
        elif check.remedy is Remedy.CLEAR:
            navigate.action("action_clear_position").trigger()
        elif check.remedy is Remedy.CHOOSE_DELEGATION:
            self.side.delegation_combo.setFocus()
            self.side.delegation_combo.showPopup()

    # Layout

    def _lay_out(self) -> None:
        self.back_label = link_label("line")
        self.back_label.setWordWrap(False)
        self.page_label, self.zoom_label = label("", "soft"), label("", "soft")
        go_to_page, zoom = self.pages.go_to_page, self.pages.step_zoom
        go_back, go_forward = (lambda: go_to_page(self.pages.number - 1)), (lambda: go_to_page(self.pages.number + 1))
        self.previous_button = tool_button("chevron-left", self.tr("Previous page"), go_back, part="flat")
        self.next_button = tool_button("chevron-right", self.tr("Next page"), go_forward, part="flat")
        self.smaller_button = tool_button("minus", self.tr("Zoom out"), lambda: zoom(-1), part="flat")
        self.larger_button = tool_button("plus", self.tr("Zoom in"), lambda: zoom(1), part="flat")
        self._line, self._steps = StyledPane(), QWidget()
        page = (self.previous_button, self.page_label, self.next_button)
        size = (self.smaller_button, self.zoom_label, self.larger_button)
        row_layout(*page, 12, *size, within=self._steps, margins=0, spacing=4)
        set_part(self._line, "breadcrumb")
        self._breadcrumb = FlowRow((self.back_label, self._steps), 4, ends_right=True)
        row_layout(self._breadcrumb, within=self._line, margins=(16, 2, 16, 2))
        self.done_label = label("", "certain")
        self.open_button = flat_button(self.tr("Open"), self.tr("Open the file"))
        self.folder_button = flat_button(self.tr("Show in folder"), self.tr("Show in folder"))
        self.sent_button = flat_button(self.tr("Mark as sent…"), self.tr("Record the recipient of the position"))
        self.done_strip = StyledPane()
        self.hide_button = tool_button("x", self.tr("Close"), self.done_strip.hide, part="flat")
        set_part(self.done_strip, "bar")
        buttons = (self.open_button, self.folder_button, self.sent_button)
        parts = (self.done_label, 8, *buttons, None, self.hide_button)
        row_layout(*parts, within=self.done_strip, margins=(16, 4, 8, 4), spacing=4)
        self.done_strip.hide()
        self.back_label.linkActivated.connect(lambda _: self.closed.emit())
        self.open_button.clicked.connect(lambda: self._open(folder=False))
        self.folder_button.clicked.connect(lambda: self._open(folder=True))
        self.sent_button.clicked.connect(lambda: self._context.navigate.action("action_send_position").trigger())
        column_layout(self._line, (self.pages, 1), self.done_strip, within=self, margins=0, spacing=0)
        theme.subscribe_to_theme(self, self._follow_theme)

    def _follow_theme(self) -> None:
        """Show again what has colours in its text."""
        self._show_origin()
        if self.preview.summary is not None:
            self.side.show_preview(self.preview)

    def _show_origin(self) -> None:
        accent = theme.color("accent").name()
        back_text, export_text = escape(self._origin or self.tr("Back")), escape(self.tr("Export"))
        link = f'<a href="back" style="color:{accent};text-decoration:none">← {back_text}</a>'
        self.back_label.setText(theme.semi_bold(f"{link}&nbsp; › &nbsp;<b>{export_text}</b>"))

    def _show_page(self) -> None:
        pages = self.pages
        text = self.tr("Page {n} of {of}").format(n=pages.number, of=pages.count) if pages.count else ""
        self.page_label.setText(text)
        self.zoom_label.setText(f"{pages.zoom} %")
        self.previous_button.setEnabled(pages.number > 1)
        self.next_button.setEnabled(pages.number < pages.count)

    def _handle_key(self, event: QEvent) -> bool:
        """Handle Esc, and Ctrl with plus or minus, which zooms the pages rather than texts."""
        if not isinstance(event, QKeyEvent) or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return handle_escape(event, self.closed.emit)
        step = ZOOM_KEYS.get(Qt.Key(event.key()), 0)
        if step and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif step and event.type() == QEvent.Type.KeyPress:
            self.pages.step_zoom(step)
        return bool(step)

    @override
    def event(self, event: QEvent) -> bool:
        return self._handle_key(event) or super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the right column are those of the view too."""
        return watched is self.side and self._handle_key(event)


def show_export(
    context: Context,
    make: Callable[[], ExportEntry],
    choices: ExportChoices | None = None,
    *,
    way: str = "file",
    origin: str = "",
    on_created: Callable[[ExportView], object] = lambda _: None,
) -> None:
    """Show an export in front of the current view, which returns with Esc.

    Args:
        make: Loads what is exported. Slow; safe on any thread.
        choices: The person's last choices; None for the defaults.
        way: Destination whose button gets the focus: ``file``, ``mail`` or ``paper``.
        origin: Name of the current view.
        on_created: Called with a new view, to connect it.
    """

    def show(entry: ExportEntry) -> None:
        previous = context.navigate.current_page()
        open_views = context.navigate.pages(ExportView)
        same = [view for view in open_views if (view.export.subject, view.export.kinds) == (entry.subject, entry.kinds)]
        view = same[0] if same else None
        if view is None:
            view = ExportView(context, entry, choices or ExportChoices(markup=entry.markup))
            view.closed.connect(lambda view=view: _leave(context, view))
            on_created(view)
        if previous is not view:
            view.return_to(previous, origin)
        context.navigate.show_page(view, view.state().text)
        context.navigate.action("action_right").setChecked(True)  # the file is there, with the key that writes it
        buttons = {"mail": view.side.copy_button, "paper": view.side.print_button}
        buttons.get(way, view.pages).setFocus(Qt.FocusReason.OtherFocusReason)

    read_export(context, make, show)


def read_export(context: Context, make: Callable[[], ExportEntry], show: Callable[[ExportEntry], object]) -> None:
    """Load what is exported, with our delegation, after saving what is being typed."""
    context.tasks.flush()
    context.tasks.read(lambda: replace(make(), delegation=context.desk.positions.delegation()), show)


def _leave(context: Context, view: ExportView) -> None:
    previous = view.before
    if previous is not None and isValid(previous) and previous in context.navigate.pages(QWidget):
        context.navigate.show_page(previous, "")
    context.navigate.drop_page(view)
