"""Where one has been: back and forward among places."""

from delegate_desk.core.documents.document import Place

_LONGEST = 200


class Travel:
    """The places jumped to, and the one that is at hand."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def leave(self, place: Place | None) -> None:
        """Remember a place before a jump away from it."""
        if place is not None and self._back[-1:] != [place]:
            self._back.append(place)
            del self._back[:-_LONGEST]
        self._forward.clear()

    def back(self, here: Place | None) -> Place | None:
        """The place to go back to; from here one can then go forward again."""
        return _turn(self._back, self._forward, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place to go forward to."""
        return _turn(self._forward, self._back, here)

    @property
    def has_back(self) -> bool:
        return bool(self._back)

    @property
    def has_forward(self) -> bool:
        return bool(self._forward)


def _turn(source: list[Place], target: list[Place], here: Place | None) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            if here is not None:
                target.append(here)
            return place
    return None
