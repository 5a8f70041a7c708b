"""Tabs of a library from one start to the next: their list, group and window, and the place in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Qt

from delegate_desk.core.errors import DeskError
from delegate_desk.gui.shell.tabs.tab_group import TabGroup
from delegate_desk.gui.shell.tabs.tab_groups import LazyTab
from delegate_desk.gui.shell.tabs.tabs import Tabs
from delegate_desk.gui.tab_page import TabEntry, TabKind, TabPage, TabType

_DOWN = "down"


class TabMemory(QObject):
    """Saves and restores the tabs: current tabs at once, the others when they are first shown."""

    def __init__(self, tabs: Tabs, types: Mapping[TabKind, TabType]) -> None:
        super().__init__(tabs)
        self._tabs, self._types = tabs, types
        self._tabs.load_requested.connect(self.load_tab)

    # What is kept: numbers and addresses, never words, for a library may be encrypted

    def to_dict(self) -> dict[str, Any]:
        """The tabs of now, as they are kept."""
        tabs = self._tabs
        sides = tabs.sides()
        groups = [self._group(group, "") for group in sides]
        groups += [self._group(one.group, bytes(one.saveGeometry().toBase64().data()).decode()) for one in tabs.windows]
        is_down = tabs.splitter.orientation() is Qt.Orientation.Vertical
        return {
            "groups": groups,
            "front": tabs.groups().index(tabs.front),
            "split": _DOWN if is_down and len(sides) > 1 else "",
            "sizes": tabs.splitter.sizes(),
        }

    def _group(self, group: TabGroup, window: str) -> dict[str, Any]:
        pages = [(page, page.entry()) for page in group.views() if isinstance(page, TabPage)]
        told = [(page, entry) for page, entry in pages if entry is not None]
        front = next((n for n, (view, _) in enumerate(told) if view is group.currentWidget()), 0)
        packed = [[str(entry.kind), list(entry.keys), page.saved_place()] for page, entry in told]
        return {"tabs": packed, "front": front, "window": window}

    # What comes back

    def restore(self, kept: Mapping[str, Any], readers: Sequence[int]) -> None:
        """Bring back what was kept; of what an earlier version or the demonstration kept, only readers are known."""
        if not kept:
            entries = [[TabKind.READER.value, [number], ""] for number in readers]
            kept = {"groups": [{"tabs": entries, "front": len(entries) - 1}], "front": 0}
        tabs = self._tabs
        shown: list[TabGroup] = []
        with tabs.signals_paused():
            for packed in _groups(kept):
                group = self._restore_group(packed, kept, is_first=not shown)
                if group is not None:
                    shown.append(group)
        for group in tabs.groups():
            view = group.currentWidget()
            if isinstance(view, LazyTab):
                self.load_tab(view)
        sizes = kept.get("sizes")
        if isinstance(sizes, list) and len(sizes) == len(tabs.sides()) > 1 and all(isinstance(n, int) for n in sizes):
            tabs.splitter.setSizes(sizes)
        front = kept.get("front")
        if isinstance(front, int) and 0 <= front < len(shown) and shown[front] in tabs.groups():
            view = shown[front].currentWidget()
            if view is not None:
                tabs.setCurrentWidget(view)

    def _restore_group(self, packed: Mapping[str, Any], kept: Mapping[str, Any], *, is_first: bool) -> TabGroup | None:
        """Make a group with tabs that wait, where one of what it had is still there."""
        tabs = self._tabs
        entries = [entry for one in packed["tabs"] if (entry := self._entry(one)) is not None]
        named = [(entry, name) for entry in entries if (name := self._types[entry.kind].title(entry)) is not None]
        if not named:
            return None
        place = packed.get("window")
        if place:
            window = tabs.add_window()
            window.restoreGeometry(QByteArray.fromBase64(str(place).encode()))
            group = window.group
            window.show()
        elif is_first:
            group = tabs.sides()[0]
        else:
            is_down = kept.get("split") == _DOWN
            group = tabs.add_side(Qt.Orientation.Vertical if is_down else Qt.Orientation.Horizontal)
        tabs.front = group
        for entry, name in named:
            tabs.add_lazy_tab(LazyTab(entry), name)
        wanted = packed.get("front", 0)
        was = entries[wanted] if isinstance(wanted, int) and 0 <= wanted < len(entries) else None
        group.setCurrentIndex(next((n for n, (entry, _) in enumerate(named) if entry is was), group.count() - 1))
        return group

    def load_tab(self, waiting: LazyTab) -> None:
        """Make what a tab shows; one whose document or meeting is gone meanwhile is closed."""
        entry = waiting.entry()
        with self._tabs.replacing_lazy_tab(waiting), suppress(DeskError):
            if self._types[entry.kind].title(entry) is not None:
                self._types[entry.kind].open(entry)

    def _entry(self, packed: object) -> TabEntry | None:
        """A tab as it was kept; None for what cannot be understood."""
        match packed:
            case [str(kind), list(keys), str(place)] if kind in set(TabKind):
                if self._types[TabKind(kind)].is_valid(keys):
                    return TabEntry(TabKind(kind), tuple(keys), place)
        return None


def readers_in(kept: Mapping[str, Any]) -> list[int]:
    """The documents that are read in tabs, each once."""
    packed = [one for group in _groups(kept) for one in group["tabs"]]
    return list(dict.fromkeys(keys[0] for kind, keys, _ in packed if kind == TabKind.READER))


def _groups(kept: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    groups = kept.get("groups")
    found = [one for one in groups if isinstance(one, dict)] if isinstance(groups, list) else []
    return [one for one in found if isinstance(one.get("tabs"), list)]
