import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo

from delegate_desk.core.annotations import AnnotationKind
from delegate_desk.gui import theme


def _contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, 1.4.3."""

    def light(colour: QColor) -> float:
        straight = (colour.redF(), colour.greenF(), colour.blueF())
        parts = [p / 12.92 if p <= 0.04045 else pow((p + 0.055) / 1.055, 2.4) for p in straight]
        return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_role_that_is_read_stands_out_from_paper_and_from_the_tint(name: str) -> None:
    theme.choose(name)
    roles = ["ink", "soft", "accent", *(kind.value for kind in AnnotationKind)]
    for role in roles:
        for ground in ("paper", "tint"):
            assert _contrast(theme.color(role), theme.color(ground)) >= 4.5, (role, ground)
    for role in ("added", "deleted"):
        assert _contrast(theme.color(role), theme.color(f"{role}_ground")) >= 4.5
    for ground in ("paper", "canvas"):  # WCAG 2.2, 1.4.11: what is no text
        assert _contrast(theme.color("hit_mark"), theme.color(ground)) >= 3


def test_no_two_kinds_share_a_shape(qapp: object) -> None:
    drawn = set()
    for kind in AnnotationKind:
        picture = theme.kind_icon(kind, 24).pixmap(QSize(24, 24)).toImage()
        drawn.add(tuple(picture.pixelColor(x, y).alpha() > 127 for x in range(24) for y in range(24)))
    assert len(drawn) == len(AnnotationKind)


def test_both_families_come_with_the_program(qapp: object) -> None:
    assert QFontInfo(theme.ui_font()).family() == "Inter"
    assert QFontInfo(theme.reading_font()).family() == "Source Serif 4"


def test_a_choice_that_is_none_follows_the_system(qapp: object) -> None:
    theme.choose("purple")
    assert theme.choice() == "system"
