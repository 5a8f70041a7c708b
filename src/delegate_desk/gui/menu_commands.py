"""The commands of a window: those of its menus, and those that have only a key and a name."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar


def menu_commands(bar: QMenuBar) -> list[tuple[str, list[QAction]]]:
    """Return the commands by menu, finally those of the window that are in no menu."""
    menus = [action.menu() for action in bar.actions()]
    found = [(menu.title().replace("&", ""), _actions(menu)) for menu in menus if isinstance(menu, QMenu)]
    in_menus = {action for _, actions in found for action in actions}
    others = [action for action in bar.window().actions() if action not in in_menus and action.objectName()]
    return [*found, (QCoreApplication.translate("menucommands", "Other Commands"), others)]


def _actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += _actions(inner)
        elif not action.isSeparator():
            found.append(action)
    return found


def plain_name(action: QAction) -> str:
    """Return a command's name without its mnemonic; commands of a submenu are preceded by its name."""
    name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix(" …").removesuffix("…")
    return f"{action.data()}: {name}" if isinstance(action.data(), str) and action.data() else name
