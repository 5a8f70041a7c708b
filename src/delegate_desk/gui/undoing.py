"""What undo would take back, in words: ``Undo red line on paragraph 10``."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from delegate_desk.core.annotations import Annotation
from delegate_desk.core.documents import Place
from delegate_desk.core.history import Edit, Subject
from delegate_desk.desk import Desk
from delegate_desk.gui import names


class Undoing(QObject):
    """Names the two commands by what they would do."""

    def __init__(self, desk: Desk, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undo = undo
        self._redo = redo
        self._said: tuple[Edit | None, Edit | None] = (None, None)
        self._plain = (undo.text(), redo.text())
        self._show(None, None)

    def fit(self) -> None:
        """Enable what can be done, and name it where it is another thing now."""
        edits = (self._desk.history.next_undo(), self._desk.history.next_redo())
        if edits != self._said:
            self._show(*edits)

    def _show(self, undo: Edit | None, redo: Edit | None) -> None:
        self._said = (undo, redo)
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        what = self._what(undo) if undo else ""
        self._undo.setText(self.tr("&Undo {what}").format(what=what) if what else self._plain[0])
        what = self._what(redo) if redo else ""
        self._redo.setText(self.tr("&Redo {what}").format(what=what) if what else self._plain[1])

    def _what(self, edit: Edit) -> str:
        """What was done, as far as it is told in a menu; empty for what has no words."""
        value = edit.after or edit.before
        several = value if isinstance(value, tuple) else (value,)
        notes = [one for one in several if isinstance(one, Annotation)]
        if edit.subject is Subject.ANNOTATION and notes:
            return self._notes(notes)
        if edit.subject is Subject.POSITION:
            return self.tr("of our position")
        if edit.subject is Subject.PHRASE:
            return self.tr("of a phrase")
        if edit.subject is Subject.DOSSIER:
            return self.tr("of a choice of dossier")
        if edit.subject is Subject.CONTRIBUTION:
            return self.tr("of what others wrote")
        if edit.subject is Subject.PACKAGE:
            return self.tr("of what a package brought")
        if edit.subject is Subject.LINE:
            return self.tr("of a line of the meeting")
        return ""

    def _notes(self, notes: list[Annotation]) -> str:
        kinds = {note.kind for note in notes}
        places = {note.place for note in notes}
        kind = names.kind(notes[0].kind) if len(kinds) == 1 else self.tr("annotations")
        kind = kind[:1].lower() + kind[1:]
        if len(places) > 1:
            return self.tr("{n} annotations").format(n=len(notes))
        place = self._place(notes[0].place)
        return self.tr("{kind} on {place}").format(kind=kind, place=place) if place else kind

    def _place(self, place: Place) -> str:
        language = self.tr("en", "the code of the language that the window speaks: en, el or fr")
        if not place.address or self._desk.documents.unit(place) is None:
            return ""
        return self._desk.documents.citation(place, language)
