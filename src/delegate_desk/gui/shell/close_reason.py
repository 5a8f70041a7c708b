"""How a window on a library ends, and what comes after it.

For good; locked; for work on the library that nobody may have open meanwhile; to begin anew; or for another library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk.cipher import Cipher
from delegate_desk.core.progress import Steps

if TYPE_CHECKING:
    from delegate_desk.gui.safety.suspend_lock import Sleep
    from delegate_desk.gui.shell.single_instance import First

Work = Steps[Cipher | None]
"""Tells of bytes done and of all, and ends with what the library then opens with; None where it is to be asked for."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What comes after a window.

    Attributes:
        locked: True if the library is to be opened again, by who knows its passphrase.
        what: The work in words for people.
        work: Begins it, on the closed library.
        done: What the next window says when it is done, the index being made anew then; empty for nothing.
        sleep: Waits until the library is closed.
        anew: True if the next window opens on the same library at once, with what this one opened it with.
        library: Another one, on which the next window opens.
        first: The hold on that one, which hears of later starts on it.
    """

    locked: bool = False
    what: str = ""
    work: Callable[[], Work] | None = None
    done: str = ""
    sleep: Sleep | None = None
    anew: bool = False
    library: Path | None = None
    first: First | None = None

    @property
    def again(self) -> bool:
        """True if another window follows."""
        return self.locked or self.anew or self.work is not None or self.library is not None

    def release(self) -> None:
        """The library is closed: let the computer sleep, if that is what it waits for."""
        if self.sleep is not None:
            self.sleep.release()


OVER = Ending()
LOCKED = Ending(locked=True)
