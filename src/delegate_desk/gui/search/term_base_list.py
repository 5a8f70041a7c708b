"""The term bases of the library, for the preferences: what is there, and what imports or removes one."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.translations.translation import TermBase
from delegate_desk.gui.context import Context
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, push_button, row_layout, while_alive
from delegate_desk.gui.widgets.labels import terms


class TermBaseList(QWidget):
    """The term bases, each with what removes it, and what imports another."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lines: list[QWidget] = []
        self.import_button = push_button(self.tr("Import Term Base…"), self._prompt_file, default=False)
        self.message = label("", "soft", wrap=True)
        self.setFocusProxy(self.import_button)
        self._layout = column_layout(
            self.message, row_layout(self.import_button, None), within=self, margins=0, spacing=4
        )
        self._load()

    def _load(self) -> None:
        self._context.tasks.read(self._context.desk.translations.bases.all, while_alive(self, self._show))

    def _show(self, bases: list[TermBase]) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for n, base in enumerate(bases):
            line = QWidget()
            said = self.tr("{name}: {n} entries in {languages}").format(
                name=base.name, n=terms.format_number(base.entries), languages=", ".join(base.languages)
            )
            remove = push_button(self.tr("Remove"), partial(self._remove, base.name), default=False)
            remove.setAccessibleName(self.tr("Remove {name}").format(name=base.name))
            row_layout((QLabel(said, wordWrap=True), 1), remove, within=line, margins=0, spacing=8)
            self._layout.insertWidget(n, line)
            self._lines.append(line)
        self.message.setText("" if bases else self.tr("No term base has been imported."))
        self.message.setVisible(not bases)

    def _prompt_file(self) -> None:
        forms = self.tr("Term bases (*.tbx *.tmx *.csv *.tsv *.txt *.rdf *.ttl *.nt *.xml)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import Term Base"), str(Path.home()), forms)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        self.message.setText(self.tr("Importing {file}…").format(file=path.name))
        self.message.show()
        bases = self._context.desk.translations.bases
        self._context.tasks.read(
            lambda: bases.import_file(path), while_alive(self, self._on_changed), failed=while_alive(self, self._fail)
        )

    def _remove(self, name: str) -> None:
        bases = self._context.desk.translations.bases
        self._context.tasks.read(lambda: bases.remove(name), while_alive(self, self._on_changed))

    def _on_changed(self, _: object) -> None:
        self._context.tasks.changed.emit(Changes(settings=True))
        self._load()

    def _fail(self, error: Exception) -> None:
        self._load()
        self._context.notify.show_error(error)
