"""Surroundings of a library: the service that copies its folder elsewhere, and the files that it leaves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Surroundings found at a library.

    Attributes:
        file_system: The type of the file system, as the system names it; empty if it is unknown.
        synced_by: The service that synchronises the folder with other computers, such as ``Syncthing``; empty
            for none.
        conflict_copies: Files that such a service made of two versions, as paths in the library with ``/``, in
            order.
    """

    file_system: str = ""
    synced_by: str = ""
    conflict_copies: tuple[str, ...] = ()
