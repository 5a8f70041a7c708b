"""The manual in the program: F1 opens the page on the current place, over dialogs too.

The page of a tab names its own page of the manual, such as ``meeting`` or ``meeting#vote``; each other view and dialog
is listed in ``PLACES``; widgets in it have the same. A widget with several roles names its current page by its property
``help``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import key_bindings

if TYPE_CHECKING:
    from delegate_desk.gui.help.manual_window import ManualWindow

_FIRST = "begin"

PLACES = MappingProxyType(
    {
        "MainWindow": "begin",
        "WelcomePage": "begin#welcome",
        "TourStrip": "begin#welcome",
        "Palette": "keys#commands",
        "DocumentsView": "documents#library",
        "HeaderDialog": "documents#read",
        "UnplacedDialog": "documents#again",
        "OutlineView": "reading#beside",
        "OriginalView": "reading#beside",
        "PdfView": "reading#beside",
        "PlaceLine": "reading#place",
        "search_edit": "finding#box",
        "SearchSide": "finding",
        "FacetsPane": "finding",
        "AnnotationsView": "annotating",
        "AnnotationFilterPane": "annotating#all",
        "PositionSidePane": "drafting",
        "DelegationChooser": "drafting",
        "InputDialog": "drafting#versions",
        "VersionsDialog": "drafting#versions",
        "PhrasesDialog": "drafting#phrases",
        "ContributionDialog": "drafting#others",
        "ExportPane": "exporting",
        "PreviewPane": "exporting",
        "ExportDialog": "exporting",
        "NewMeetingView": "meeting#begin",
        "AgendaView": "meeting#places",
        "InterventionsView": "meeting#places",
        "CaptureLine": "capture",
        "SeekBar": "reading#lit",
        "MatrixPane": "meeting#files",
        "VotePane": "meeting#vote",
        "VoteDialog": "meeting#vote",
        "PopulationDialog": "meeting#vote",
        "DocumentChooserDialog": "revisions#compare",
        "ComparisonSidePane": "revisions#compare",
        "PackingDialog": "exchanging#packages",
        "UnpackingDialog": "exchanging#packages",
        "PeopleDialog": "exchanging#packages",
        "SharingDialog": "exchanging#shared",
        "BackupsDialog": "library#backups",
        "ExitBackupDialog": "library#backups",
        "DamagedDialog": "library#damage",
        "CheckDialog": "library#damage",
        "SupportDialog": "library#damage",
        "EncryptionDialog": "library#passphrase",
        "ChangePassphraseDialog": "library#passphrase",
        "UnlockDialog": "library#passphrase",
        "LibraryWorkDialog": "library#passphrase",
        "FaultDialog": "library#fault",
        "LicencesDialog": "privacy#licences",
        "PresenterWindow": "reading#screen",
        "PreferencesDialog": "preferences",
        "ManualWindow": "begin",
    }
)
"""The page and the heading of each view and dialog, by its class, or by its name where the class is Qt's."""


def show_manual(window: QWidget, place: str) -> ManualWindow:
    """Show a page of the manual beside a window, which goes on working; a dialog has a manual of its own."""
    from delegate_desk.gui.help.manual_window import ManualWindow  # when it is first read

    home = window.window()
    own = home.findChild(ManualWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = home if isinstance(home, ManualWindow) else own or ManualWindow(home)
    shown.show()
    shown.show_place(place)
    shown.activateWindow()
    shown.browser.setFocus(Qt.FocusReason.OtherFocusReason)
    return shown


def show_manual_for_focus(window: QWidget) -> None:
    """Show the manual page on the current place."""
    focus = QApplication.focusWidget()
    show_manual(window, manual_place(focus if focus is not None and focus.window() is window.window() else window))


def manual_place(widget: QWidget | None) -> str:
    """The page that a widget, or what it stands in, names."""
    while widget is not None:
        named = widget.property("help") or (widget.help_page if isinstance(widget, TabPage) else "")
        called = (widget.objectName(), *(of.__name__ for of in type(widget).__mro__))
        found = str(named) if named else next((PLACES[name] for name in called if name in PLACES), "")
        if found:
            return found
        widget = widget.parentWidget()
    return _FIRST


class HelpKey(QObject):
    """Gives each dialog that gets the focus the key of the manual; the window itself has it in its menu."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now is not None else None
        if window is None or window.objectName() == "manual" or window.findChild(_Key) is not None:
            return
        if not any(
            action.objectName() == "action_manual" for action in window.findChildren(QAction) + window.actions()
        ):
            _Key(window)


class _Key(QShortcut):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setKeys(key_bindings.keys("action_manual") or [QKeySequence("F1")])
        self.activated.connect(lambda: show_manual_for_focus(window))
