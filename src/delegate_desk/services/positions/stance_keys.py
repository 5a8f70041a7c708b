"""Stances and marks of a paragraph as they are set by key."""

from collections.abc import Callable
from dataclasses import replace

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Place
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.positions.stances import StanceStep, stance_step
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.positions.positions import Positions


class StanceKeys:
    def __init__(self, positions: Positions, annotations: Annotations) -> None:
        self._positions = positions
        self._annotations = annotations

    def press(
        self,
        place: Place,
        pressed: Stance,
        span: tuple[int, int] | None = None,
        *,
        report: Callable[[StanceStep], object] = lambda _: None,
    ) -> Changes:
        """Set, replace or remove the stance of our position on a paragraph, or a mark beside it.

        Args:
            place: The paragraph.
            pressed: The stance of the key.
            span: Of selected words; only a mark is set on them.
            report: Told which step it was.

        Raises:
            UnknownPlaceError: If the document has no such paragraph.
        """
        item = self._positions.get(place.document).entry_at(place.address)
        marks = [mark for mark in self._annotations.for_place(place) if _is_ours_on(mark, span)]
        step = stance_step(pressed, item.stance, {mark.kind for mark in marks}, on_words=span is not None)
        report(step)
        if step is StanceStep.ADD_MARK:
            return self._annotations.save(self._annotations.new(place, AnnotationKind(pressed.value), span=span))
        if step is StanceStep.REMOVE_MARK:
            return self._annotations.remove_many([mark.id for mark in marks if mark.kind.value == pressed.value])
        stance = None if step is StanceStep.REMOVE else pressed
        return self._positions.set_item(place.document, replace(item, stance=stance), typed=False)


def _is_ours_on(mark: Annotation, span: tuple[int, int] | None) -> bool:
    if mark.author or mark.holder or mark.reply_to:
        return False
    return span == ((mark.quote.start, mark.quote.end) if mark.quote else None)
