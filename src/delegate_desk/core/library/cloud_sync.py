"""What stands around a library: the service that copies its folder elsewhere, and what that left behind."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was seen around a library.

    Attributes:
        file_system: The type of the file system, as the system names it; empty where it does not tell.
        synced_by: The service that keeps the folder in step with other computers, such as ``Syncthing``; empty for
            none.
        conflict_copies: Files that such a service made of two versions, as paths in the library with ``/``, in order.
    """

    file_system: str = ""
    synced_by: str = ""
    conflict_copies: tuple[str, ...] = ()
