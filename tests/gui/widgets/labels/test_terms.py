from collections.abc import Iterator

import pytest

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address
from delegate_desk.core.documents.reading_remarks import MarkUpReason, ReadingRemark, RemarkKind
from delegate_desk.core.documents.references import ACTS
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui import interface_language
from delegate_desk.gui.widgets.labels import terms


@pytest.mark.parametrize(
    ("address", "label", "shown"),
    [
        ("para_10", "10.", "10."),
        ("para_7__point_6", "στ)", "7στ)"),
        ("art_10__para_3", "3.", "10(3)"),
        ("art_1__para_1a", "1 bis.", "1(1 bis)"),
        ("art_5__para_2__point_1", "(a)", "5(2)(a)"),
        ("rec_26", "(26)", "(26)"),
        ("hd_1", "", ""),
        ("fn_9", "9", "fn 9"),
    ],
)
def test_the_margin_names_the_place(address: str, label: str, shown: str) -> None:
    assert terms.margin_label(Address(address), label) == shown


def test_every_kind_stance_and_delegation_has_a_name() -> None:
    assert all(terms.kind_label(kind) for kind in AnnotationKind)
    assert all(terms.stance_label(stance) and terms.STANCE_SIGNS[stance] for stance in Stance)
    assert len({terms.state_name(code) for code in PROTOCOL_ORDER}) == 27


def test_things_are_counted_in_words() -> None:
    assert terms.format_count(1, "1 document", "{n} documents") == "1 document"
    assert terms.format_count(1204, "1 document", "{n} documents") == "1\u202f204 documents"
    assert terms.format_count(0, "1 document", "{n} documents") == "0 documents"


@pytest.mark.parametrize(
    ("remark", "shown"),
    [
        (ReadingRemark(RemarkKind.NO_TEXT, pages=(3,)), "no text on page 3"),
        (ReadingRemark(RemarkKind.BROKEN_TEXT, pages=(1, 3, 4, 5)), "a broken text layer on pages 1, 3–5"),
        (ReadingRemark(RemarkKind.COMMENTS, 2), "2 comments are left out"),
    ],
)
def test_what_could_not_be_read_is_said_in_the_windows_words(remark: ReadingRemark, shown: str) -> None:
    assert terms.reading_remark_label(remark) == shown


@pytest.mark.usefixtures("qapp", "_in_greek")
def test_every_remark_and_every_reason_is_translated() -> None:
    remarks = [ReadingRemark(kind, count) for kind in RemarkKind for count in (1, 2)[: 1 + bool(kind.plural)]]
    assert [r for r in remarks if r.wording in terms.reading_remark_label(r)] == []
    assert [reason for reason in MarkUpReason if terms.markup_reason_label(reason) == reason] == []


@pytest.fixture
def _in_greek() -> Iterator[None]:
    interface_language.install_language("el")
    yield
    interface_language.install_language("en")


@pytest.fixture
def _in_french() -> Iterator[None]:
    interface_language.install_language("fr")
    yield
    interface_language.install_language("en")


@pytest.mark.usefixtures("qapp", "_in_french")
def test_french_has_its_own_marks_between_words_and_its_own_names() -> None:
    assert terms.document_type_label("outcome_of_proceedings") == "Résultats des travaux"
    assert terms.document_type_label("ia_item_note") == "Note point «\u00a0I/A\u00a0»"
    assert terms.quote("sans délai") == "«\u00a0sans délai\u00a0»"
    assert terms.format_labelled("Nouvelles", "3") == "Nouvelles\u00a0: 3"
    assert terms.join_statements(["2 placés", "", "1 en attente"]) == "2 placés\u202f; 1 en attente"
    assert terms.format_decimal(66.14, 1) == "66,1"
    assert terms.format_size(12_300_000) == "12,3\u00a0Mo"
    assert terms.format_count(0, "1 document", "{n} documents") == "0 document"
    assert terms.format_count(0, "le premier", "les {n} premiers") == "les 0 premiers"


@pytest.mark.usefixtures("qapp", "_in_greek")
def test_a_document_is_not_called_as_a_note_of_ours_is_in_greek() -> None:
    assert terms.document_type_label("note") == "Σημείωμα"
    assert terms.kind_label(AnnotationKind.NOTE) == "Σημείωση"


def test_every_type_that_headings_name_is_named() -> None:
    types = paths.load_table("header_words")["types"]
    assert [one for one in types if one not in paths.load_table("document_types")] == []


@pytest.mark.usefixtures("qapp", "_in_french")
def test_every_kind_of_act_is_named() -> None:
    kinds = [act.lower().replace(" ", "_") for act in ACTS]
    assert [kind for kind in kinds if kind not in paths.load_table("document_types")] == []
    assert [terms.document_type_label(kind) for kind in ("regulation", "decision")] == ["Règlement", "Décision"]


def test_of_the_languages_one_reads_that_of_the_window_comes_first() -> None:
    interface_language.install_language("en")
    assert terms.reading_languages([]) == ("en",)
    assert terms.reading_languages(["fr", "en"]) == ("en", "fr")
    assert terms.reading_languages(["fr", "el"]) == ("fr", "el", "en")
