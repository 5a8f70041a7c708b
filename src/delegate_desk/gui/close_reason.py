"""Reasons for closing the window of a library, and the action that follows.

Quit; lock; work on the library during which nobody may have it open; restart; or open another library.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk.cipher import Cipher
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass

if TYPE_CHECKING:
    from delegate_desk.gui.safety.suspend_lock import SuspendLock
    from delegate_desk.gui.single_instance import FirstInstance

Work = Steps[Cipher | None]
"""Tells of bytes done and of all, and ends with what the library then opens with; None where it is to be asked for."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Action that follows a window.

    Attributes:
        locked: True if the library is to be opened again, with its passphrase.
        what: Description of the work, for people.
        work: Starts it, on the closed library.
        done: Message of the next window when it is done, while the index is rebuilt; empty for none.
        sleep: Waits until the library is closed.
        anew: True if the next window opens on the same library at once, with the same cipher.
        library: Another library, on which the next window opens.
        first: The lock on that library, which is told of later starts on it.
    """

    locked: bool = False
    what: str = ""
    work: Callable[[], Work] | None = None
    done: str = ""
    sleep: SuspendLock | None = None
    is_restart: bool = False
    library: Path | None = None
    first: FirstInstance | None = None

    @property
    def has_next_window(self) -> bool:
        return self.locked or self.is_restart or self.work is not None or self.library is not None

    def release(self) -> None:
        """The library is closed: let the computer sleep, if that is what it waits for."""
        if self.sleep is not None:
            self.sleep.release()


OVER = Ending()
LOCKED = Ending(locked=True)
