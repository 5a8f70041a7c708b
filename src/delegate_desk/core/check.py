"""What a look over the whole library found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """The state of a library.

    Attributes:
        database: ``ok``, or what SQLite finds wrong.
        index: ``ok``, ``rebuilt`` where it was damaged and made anew, or ``behind``.
        checked: How many originals were read and compared with their hash.
        damaged: Names of the files whose originals have other bytes than they came with.
        missing: Names of the files whose originals are not there.
        orphans: Originals that no document names.
        copies: Files that a service made of two versions: no fault, and they wait to be merged.
    """

    database: str
    index: str
    checked: int
    damaged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    orphans: int = 0
    copies: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """True if nothing is lost or broken."""
        return self.database == "ok" and self.index in ("ok", "rebuilt") and not (self.damaged or self.missing)
