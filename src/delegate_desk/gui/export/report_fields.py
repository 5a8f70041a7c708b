"""Texts of a meeting's report, edited before it is exported: the summary, and outcome and next steps of each item."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.meetings.meeting import MeetingId, ReportText
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, column_layout, label
from delegate_desk.gui.widgets.jobs import Autosave, LatestOnly
from delegate_desk.gui.widgets.labels import terms


class ReportField(GrowingEdit):
    """One text; it is saved as it is typed."""

    def __init__(self, tasks: Tasks, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="field")
        self.document().setDocumentMargin(4)
        self.setPlaceholderText(name)
        self.setAccessibleName(f"{title}: {name}" if title else name)
        self.saving = Autosave(self)
        self.textChanged.connect(self.saving.mark_edited)
        tasks.flush_requested.connect(self.saving.flush)


class ReportFields(QWidget):
    def __init__(self, desk: Desk, tasks: Tasks, meeting: MeetingId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
            self._make_fields(texts)
        self._texts = texts
        for field, text in zip(self.fields, texts, strict=True):
            if not field.saving.is_dirty and not field.hasFocus():
                field.set_text(text.text)

    def _make_fields(self, texts: list[ReportText]) -> None:
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

    def _save(self, number: int) -> None:
        field, language = self.fields[number], terms.window_language()
        text = replace(self._texts[number], text=field.toPlainText())
        save = partial(self._desk.report_texts.save, self._meeting, text, language)
        field.saving.write(self._tasks, save, words=text.text)
