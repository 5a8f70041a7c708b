"""No meaning by colour alone: what has a role of its own colour has a shape or a word of its own too."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.gui.widgets import icons
from delegate_desk.gui.widgets.labels import comparison, terms


def shape(kind: AnnotationKind) -> bytes:
    """Where a kind's icon is drawn, whatever its colour."""
    picture = QImage(24, 24, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    icons.draw_kind(painter, kind, QRectF(2, 2, 20, 20))
    painter.end()
    return bytes(picture.convertToFormat(QImage.Format.Format_Alpha8).constBits())


def test_every_kind_of_annotation_has_a_shape_of_its_own(qapp: QApplication) -> None:
    assert len({shape(kind) for kind in AnnotationKind}) == len(AnnotationKind)


def test_every_stance_has_a_sign_and_words_of_its_own(qapp: QApplication) -> None:
    assert set(terms.STANCE_ROLES) == set(Stance) == set(terms.STANCE_SIGNS)
    assert len(set(terms.STANCE_SIGNS.values())) == len(Stance)
    assert len({terms.stance_label(stance) for stance in Stance}) == len(Stance)


def test_every_verdict_and_outcome_has_words_of_its_own(qapp: QApplication) -> None:
    assert len({comparison.verdict_label(one) for one in comparison.VERDICT_ROLES}) == len(comparison.VERDICT_ROLES)
    assert (
        len({comparison.adoption_label(ProposalAdoption(one, 0.5)) for one in AdoptionOutcome})
        == len(AdoptionOutcome)
        == len(comparison.OUTCOME_ROLES)
    )
