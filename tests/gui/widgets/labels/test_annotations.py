import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind
from delegate_desk.core.annotations.annotation_list import OURS, Age, Aspect, Deadline, Grouping
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.gui.widgets.labels import terms


@pytest.fixture(autouse=True)
def _in_athens(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = QLocale()
    monkeypatch.setenv("TZ", "Europe/Athens")
    time.tzset()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
    monkeypatch.undo()
    time.tzset()


def due(moment: datetime | None) -> Annotation:
    made = datetime(2026, 1, 1, tzinfo=UTC)
    place = Place(DocumentId(1), Address("para_1"))
    return Annotation(AnnotationId("a"), place, AnnotationKind.NOTE, "", made, made, due=moment)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 10, 24, 20, 0, tzinfo=UTC), "today 23:00"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "tomorrow 03:30"),  # the hour that occurs twice
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "tomorrow 03:30"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "tomorrow 04:30"),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "Mon 26 Oct 00:30"),  # after a day of 25 hours
        (datetime(2026, 10, 23, 6, 0, tzinfo=UTC), "Fri 23 Oct 09:00"),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "28 Mar 2027 02:30"),
        (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), "28 Mar 2027 04:30"),  # there is no half past three on that day
        (None, ""),
    ],
)
def test_deadlines_are_told_by_the_local_clock(moment: datetime | None, said: str) -> None:
    assert terms.format_due(due(moment), datetime(2026, 10, 24, 9, 0, tzinfo=UTC)) == said


def test_every_value_has_words() -> None:
    for aspect, values in (
        (Aspect.KIND, AnnotationKind),
        (Aspect.CREATED, Age),
        (Aspect.DUE, Deadline),
    ):
        assert all(terms.aspect_value_label(aspect, value, {}) for value in values)
    assert terms.aspect_value_label(Aspect.HOLDER, OURS, {}) == "ours"
    assert terms.aspect_value_label(Aspect.HOLDER, "FR", {}) == "FR"
    assert all(terms.aspect_label(aspect) for aspect in Aspect)
    assert all(terms.grouping_label(grouping) for grouping in Grouping)


def test_days_of_groups_have_their_weekday() -> None:
    assert terms.group_title(Grouping.DUE, "2026-11-26", {}) == "Thursday 26 November 2026"
    assert terms.group_title(Grouping.DUE, "", {}) == "Without a deadline"
    assert terms.group_title(Grouping.TAG, "", {}) == "Without a tag"
