"""The Qt application: created once, with its colours, keys and fault reports, and run until its window closes."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QScrollArea, QToolButton, QWidget
from shiboken6 import delete
from typing_extensions import override

from delegate_desk import __version__, paths, settings
from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, LibraryDamagedError
from delegate_desk.core.library import crash_log
from delegate_desk.core.library.crash_log import AbnormalExit
from delegate_desk.desk import Desk, encryption, is_library
from delegate_desk.gui import interface_language
from delegate_desk.gui.context import Ending
from delegate_desk.gui.help.help_controllers import HelpKey, show_manual
from delegate_desk.gui.library import library_switcher
from delegate_desk.gui.safety.safety_controllers import ExitBackupDialog, FaultReporter, install_guard
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.single_instance import FirstInstance, come_to_front
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, output, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, message_box, while_alive
from delegate_desk.gui.widgets.key_bindings import PhysicalKeys
from delegate_desk.gui.widgets.output import ClipboardMarker, FileIcons

if TYPE_CHECKING:
    from delegate_desk.core.library.reports import Surroundings

translate = QCoreApplication.translate
_MOST_NAMED = 3


def check_surroundings(window: MainWindow, settings_file: Path) -> None:
    """Check the surroundings in the background, and report what the user should know."""
    log, inspect = paths.log_folder(), window.desk.inspect_surroundings
    show = while_alive(window, partial(_show_findings, window, settings_file))
    window.tasks.read(lambda: (crash_log.collect_crashes(log), inspect()), show)


def _show_findings(window: MainWindow, file: Path, findings: tuple[AbnormalExit | None, Surroundings]) -> None:
    exit_kind, surroundings = findings
    sentences = []
    messages = {
        AbnormalExit.FAULT: translate(
            "Noticing",
            "Delegate Desk closed unexpectedly last time. Your saved work is safe, and you are back where you "
            "were. For details, see Help > Support Report.",
        ),
        AbnormalExit.KILLED: translate(
            "Noticing",
            "Delegate Desk was shut down by the system last time. Your saved work is safe, and you are back "
            "where you were.",
        ),
    }
    if exit_kind in messages:
        sentences.append(messages[exit_kind])
    library_mark = hashlib.sha256(str(window.desk.folder).encode(errors="surrogatepass")).hexdigest()[:16]
    reported = settings.load(file).synced_said
    if surroundings.synced_by and library_mark not in reported:
        text = translate(
            "Noticing",
            "{service} copies this library’s folder to other computers, which can damage it. Open the "
            "library on one computer at a time, or move it to another folder and share by package or shared "
            "folder.",
        )
        sentences.append(text.format(service=surroundings.synced_by))
        _save_settings(file, synced_said=(*reported, library_mark))
    if surroundings.conflict_copies:
        text = translate(
            "Noticing",
            "A sync service made conflict copies in the library’s folder because it was changed on two "
            "computers at once ({files}). Use Help > Check Library to merge them, and change the library on "
            "only one computer from now on.",
        )
        ellipsis = " …" if len(surroundings.conflict_copies) > _MOST_NAMED else ""
        sentences.append(text.format(files=", ".join(surroundings.conflict_copies[:_MOST_NAMED]) + ellipsis))
    if sentences:
        window.notices.show_notice(translate("Noticing", "Please note"), sentences)
        return
    last_version = settings.last_seen_version(file)
    seen_parts, parts = ([int(n) for n in re.findall(r"\d+", version)] for version in (last_version, __version__))
    if last_version and seen_parts < parts:
        text = translate("Noticing", "Delegate Desk has been updated to version {version}")
        link = translate("Noticing", "What’s new"), lambda: show_manual(window, "new")
        window.notices.show_notice(text.format(version=__version__), [], link)
        _save_settings(file, seen_version=__version__)
    elif not last_version:  # the very first start
        _save_settings(file, seen_version=__version__)


def _save_settings(file: Path, **changes: Any) -> None:
    with contextlib.suppress(OSError):  # then it is reported once more
        settings.save(file, replace(settings.load(file), **changes))


_FRAME = QSize(8, 32)
"""Approximate size of a window frame."""
_WITH_ICONS = (QFileDialog, QToolButton)


class EventFilter(QObject):
    """The only filter of all events: keys by position, the focus ring, Qt's file dialogs, and the size of dialogs.

    Each further one would take microseconds of every event, which was a third of the time of opening a document.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._keys = PhysicalKeys()
        self._icons = FileIcons()
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return self._keys.takes(watched, event)
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            accessibility.move_ring(watched, event)
        elif isinstance(event, QShowEvent) and isinstance(watched, QDialog):
            fit_to_screen(watched, watched.screen().availableSize() - _FRAME)
        elif isinstance(watched, _WITH_ICONS) and event.type() == QEvent.Type.Polish:  # before it is first shown
            output.set_icons(watched, self._icons)
        return False


def fit_to_screen(dialog: QDialog, space: QSize) -> None:
    """Limit a dialog to the available space, with scrolling where necessary."""
    layout = dialog.layout()
    minimum = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    if layout is None or (minimum.width() <= space.width() and minimum.height() <= space.height()):
        dialog.resize(dialog.size().boundedTo(space))
        return
    inner = QWidget()
    inner.setMinimumSize(dialog.minimumSize())
    inner.setLayout(layout)  # it brings its widgets along
    area = QScrollArea(widgetResizable=True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focused control
    area.setWidget(inner)
    column_layout(area, within=dialog, margins=0)
    dialog.setMinimumSize(0, 0)
    dialog.setMaximumSize(space)
    dialog.resize(minimum.boundedTo(space))


_SWITCH = 0.0005
"""Seconds after which a background job yields to the window; Python's 5 ms are visible in scrolling."""


def create_application() -> QApplication:
    """Return the application, existing or new, in the language of the settings."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        sys.setswitchinterval(_SWITCH)
        gc.freeze()  # the modules are there for good: looking through them for garbage takes 25 ms, seen in scrolling
        gc.enable()  # it is not while they are loaded
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        QGuiApplication.setDesktopFileName(paths.DESKTOP_ID)
        # Qt's dialogs would record the folders of files, whose names may be sensitive, for every program
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
        application = QApplication(sys.argv[:1])
        application.setApplicationName("delegate-desk")
        application.setApplicationDisplayName("Delegate Desk")
        application.setApplicationVersion(__version__)
        application.setWindowIcon(QIcon(str(paths.RESOURCES / "icons" / "delegate-desk.svg")))
        theme.load_fonts()
        ClipboardMarker(application)
    interface_language.install_language(settings.load(paths.settings_file()).language)
    return application


def run_window(desk: Desk, files: Sequence[Path], first: FirstInstance | None = None, done: str = "") -> Ending:
    """Show the window on a library, import files, also of later starts, and return what follows when it is closed.

    It reports the work ``done`` on the closed library before; the index is then rebuilt.
    """
    application = create_application()
    if done:
        desk.indexing.expect_none()
    window = MainWindow(desk, Tasks(), _reporter(application), paths.settings_file())
    _install_filters(application)  # not earlier: building the window causes thousands of irrelevant events
    guard = install_guard(window.context)
    library_switcher.remember_library(window.context)
    show_window(window)
    if files:
        window.import_paths(files)
    window.first_paint.passed.connect(partial(_start_checks, window))
    if done:
        window.notices.show_notice(done, [])
    welcome = partial(_welcome, window)
    if first is not None:
        first.files_received.connect(welcome)
        first.start_listening()
    crash_log.record_window_open()
    application.exec()
    ending = window.ending if guard is None else replace(window.ending, sleep=guard.sleep)
    if ending.has_next_window and ending.library is None:
        if first is not None:
            first.stop_listening()
            first.files_received.disconnect(welcome)
        delete(window)  # with all that it shows
        return ending
    if first is not None:
        first.close()  # a start while the library closes opens a window of its own
    if ending.has_next_window:
        delete(window)
    ExitBackupDialog(desk, paths.settings_file()).run()
    return ending


def _start_checks(window: MainWindow) -> None:
    from delegate_desk.gui.safety import care_dialogs

    check_surroundings(window, paths.settings_file())
    care_dialogs.check_in_background(window.context)


def show_window(window: MainWindow) -> None:
    """Show the window; if it is larger than the screen, maximised."""
    space = window.screen().availableSize()
    if window.width() > space.width() or window.height() > space.height():
        window.showMaximized()
    else:
        window.show()


def _install_filters(application: QApplication) -> None:
    _reporter(application)
    if application.findChild(EventFilter) is None:
        EventFilter(application)
        HelpKey(application)


def _reporter(application: QApplication) -> FaultReporter:
    """Return the reporter of faults, in the chosen theme; the same for all windows."""
    existing = application.findChild(FaultReporter)
    if isinstance(existing, FaultReporter):
        return existing
    reporter = FaultReporter(application)
    reporter.install()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    stored = settings.load(paths.settings_file())
    theme.apply_choices(stored.theme, stored.density, still=stored.reduce_motion)
    return reporter


def confirm_opening(library: Path) -> bool:
    """True if a library is to be opened: a missing one that existed once is only created on confirmation.

    The same applies to a missing folder: both may be on a memory stick that is not plugged in.
    """
    stored = settings.load(paths.settings_file())
    is_known = str(library) in (*stored.recent_libraries, *stored.open_documents)
    is_usual = library in (paths.default_library(), paths.demo_library())
    while not is_library(library) and (is_known or not (is_usual or library.parent.is_dir())):
        _install_filters(create_application())
        text = translate("application", "The library {folder} was not found.").format(folder=library)
        advice = translate(
            "application", "If it is on a USB stick or another drive, connect it and try again. Nothing was created."
        )
        box, roles = message_box(text, advice), QMessageBox.ButtonRole
        retry_button = box.addButton(translate("application", "&Try Again"), roles.AcceptRole)
        create_button = box.addButton(translate("application", "Create &New Library There"), roles.ActionRole)
        quit_button = box.addButton(translate("application", "&Quit"), roles.RejectRole)
        box.setDefaultButton(retry_button)
        box.setEscapeButton(quit_button)
        box.exec()
        if box.clickedButton() is not retry_button:
            return box.clickedButton() is create_button
    return True


def prompt_unlock(library: Path, first: FirstInstance | None = None, *, goes_back: bool = False) -> Cipher | None:
    """Return the cipher of a library, asked for if it is encrypted; None if the user quits or goes back instead.

    Raises:
        KeyDamagedError: If its key file cannot be read.
        LibraryBusyError: If another program is encrypting or decrypting it.
        DiskFullError, LibraryUnwritableError: If an interrupted run cannot be finished.
    """
    if not encryption.is_encrypted(library):
        return PLAIN
    _install_filters(create_application())
    from delegate_desk.gui.safety.library_dialogs import UnlockDialog

    tasks = Tasks()
    dialog = UnlockDialog(partial(encryption.unlock, library), tasks, goes_back=goes_back)
    with _on_its_own(dialog, tasks, first):
        dialog.exec()
        cipher, error = dialog.cipher, dialog.error
    if error is not None:
        raise error
    return cipher


def prompt_encryption(library: Path) -> Cipher | None:
    """Let the user set a required passphrase, and encrypt the library; None if the user quits instead."""
    _install_filters(create_application())
    from delegate_desk.gui.safety.library_dialogs import EncryptionDialog

    endings: list[Ending] = []

    def encrypt(ending: Ending) -> None:
        endings.append(ending)
        dialog.accept()

    dialog = EncryptionDialog(library, encrypt)
    dialog.exec()
    return run_work(endings[0]) if endings else None


def prompt_recovery(
    library: Path, cipher: Cipher, error: LibraryDamagedError | None, first: FirstInstance | None = None
) -> bool:
    """Report a damaged library, and recover it on confirmation; True if it is to be opened then."""
    _install_filters(create_application())
    from delegate_desk.gui.safety.library_dialogs import DamagedDialog

    tasks, second_place = Tasks(), settings.load(paths.settings_file()).second_place(library)
    dialog = DamagedDialog(library, cipher, second_place, error, tasks)
    with _on_its_own(dialog, tasks, first):
        return dialog.exec() == QDialog.DialogCode.Accepted


@contextlib.contextmanager
def _on_its_own(dialog: QDialog, tasks: Tasks, first: FirstInstance | None = None) -> Iterator[None]:
    """Let later starts bring a dialog without a window to the front; afterwards it is deleted, and its tasks closed."""
    to_front = partial(come_to_front, dialog)
    if first is not None:
        first.later_start_detected.connect(to_front)
    yield
    if first is not None:
        first.later_start_detected.disconnect(to_front)
    tasks.close()
    delete(dialog)


def run_work(ending: Ending) -> Cipher | None:
    """Do the work on a closed library, if any, and return its cipher; None if the passphrase must be asked for."""
    if ending.work is None:
        return None
    from delegate_desk.gui.safety.library_dialogs import LibraryWorkDialog

    tasks = Tasks()
    dialog = LibraryWorkDialog(ending, tasks)
    with _on_its_own(dialog, tasks):
        dialog.start()
        dialog.exec()
        return dialog.cipher


def _welcome(window: MainWindow, files: list[Path]) -> None:
    come_to_front(window)
    if files:
        window.import_paths(files)


def show_open_error(error: DeskError) -> int:
    create_application()
    theme.choose("system")
    message_box(interface_language.explain(error)).exec()
    return 1


def draw_screenshot(desk: Desk, target: Path) -> None:
    """Draw the window on a document with our items, as a delegate would see it, into a picture."""
    application = create_application()
    theme.choose("light")
    tasks = Tasks()
    window = MainWindow(desk, tasks, FaultReporter(application), target.with_suffix(".settings.json"))
    window.resize(1440, 900)
    window.show()
    documents = desk.documents.all()
    worked_on = desk.positions.documents()
    if documents:
        document = worked_on[0] if worked_on else documents[0].id
        items = desk.positions.get(document).items
        window.open_document(document, items[0].address if items else None)
    for _ in range(5):  # painted, what came in asks for more, and the cards find their height then
        tasks.wait()
        application.processEvents()
    window.grab().save(str(target))
    tasks.close()
