"""The language of the window: English, Greek or French, chosen or the system's, changed without restarting the program.

The translations are compiled from ``resources/translations/*.ts`` when the project is installed. Qt's own
texts are translated here for Greek, which Qt does not ship, and taken from Qt for French, but for a few that
it lacks. A window has the same language for as long as it is open: if another is chosen, it is closed with all
saved, and the next opens at the same place.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from delegate_desk import paths
from delegate_desk.core.errors import DeskError

OWN_NAMES = {"en": "English", "el": "Ελληνικά", "fr": "Français"}
"""The languages of the window by their own names."""
CHOICES = ("system", *OWN_NAMES)
_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "el": QLocale(QLocale.Language.Greek, QLocale.Country.Greece),
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
}


def language() -> str:
    """Return the current language: ``en``, ``el`` or ``fr``."""
    name = QLocale().name().partition("_")[0]
    return name if name in _LOCALES else "en"


def resolve_language(choice: str) -> str:
    """Return the language for a choice: the system's if it is available, else English."""
    if choice in _LOCALES:
        return choice
    names = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in names if name in _LOCALES), "en")


def install_language(choice: str) -> None:
    """Install the chosen language before a window is created.

    Raises:
        FileNotFoundError: If the translations were not compiled.
    """
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("the application is made before it speaks")
    name = resolve_language(choice)
    QLocale.setDefault(_LOCALES[name])
    for translator in application.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    if name == "en":
        return
    folder = str(paths.RESOURCES / "translations")
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [(f"qtbase_{name}", qt_folder)] if name == "fr" else []  # ours, searched first, has what Qt's lacks
    for stem, place in (*files, (f"qtbase_{name}", folder), (f"delegate_desk_{name}", folder)):
        translator = QTranslator(application)
        if not translator.load(f"{stem}.qm", place):
            raise FileNotFoundError(f"{place}/{stem}.qm")
        QCoreApplication.installTranslator(translator)


def explain(error: DeskError) -> str:
    """Return the sentence for an error, in the language of the window."""
    return error.explain(lambda text: QCoreApplication.translate("errors", text))
