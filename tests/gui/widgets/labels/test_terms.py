from collections.abc import Iterator

import pytest

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address
from delegate_desk.core.documents.references import ACTS
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.shell import interface_language
from delegate_desk.gui.widgets.labels import terms


@pytest.mark.parametrize(
    ("address", "label", "shown"),
    [
        ("para_10", "10.", "10."),
        ("para_7__point_6", "στ)", "7 στ)"),
        ("art_10__para_3", "3.", "10(3)"),
        ("art_5__para_2__point_1", "(a)", "5(2)(a)"),
        ("rec_26", "(26)", "(26)"),
        ("hd_1", "", ""),
        ("fn_9", "9", "fn 9"),
    ],
)
def test_the_margin_names_the_place(address: str, label: str, shown: str) -> None:
    assert terms.margin_label(Address(address), label) == shown


def test_every_kind_stance_and_delegation_has_a_name() -> None:
    assert all(terms.kind(kind) for kind in AnnotationKind)
    assert all(terms.stance(stance) and terms.STANCE_SIGNS[stance] and terms.STANCE_ROLES[stance] for stance in Stance)
    assert len({terms.state(code) for code in PROTOCOL_ORDER}) == 27


def test_no_two_stances_share_a_sign() -> None:
    assert len(set(terms.STANCE_SIGNS.values())) == len(Stance)


def test_things_are_counted_in_words() -> None:
    assert terms.counted(1, "1 document", "{n} documents") == "1 document"
    assert terms.counted(1204, "1 document", "{n} documents") == "1\u202f204 documents"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("no text on page 3", "no text on page 3"),
        ("a broken text layer on pages 1, 3 to 5", "a broken text layer on pages 1, 3–5"),
        ("2 comments are left out", "2 comments are left out"),
        ("something new", "something new"),
    ],
)
def test_what_could_not_be_read_is_said_in_the_windows_words(said: str, shown: str) -> None:
    assert terms.remark(said) == shown


@pytest.fixture
def _in_greek() -> Iterator[None]:
    interface_language.speak("el")
    yield
    interface_language.speak("en")


@pytest.fixture
def _in_french() -> Iterator[None]:
    interface_language.speak("fr")
    yield
    interface_language.speak("en")


def test_nought_is_many_in_english() -> None:
    assert terms.counted(0, "1 document", "{n} documents") == "0 documents"


@pytest.mark.usefixtures("qapp", "_in_french")
def test_nought_is_one_in_french() -> None:
    assert terms.counted(0, "1 document", "{n} documents") == "0 document"
    assert terms.counted(0, "le premier", "les {n} premiers") == "les 0 premiers"


@pytest.mark.usefixtures("qapp", "_in_french")
def test_french_has_its_own_marks_between_words() -> None:
    assert terms.quoted("sans délai") == "«\u00a0sans délai\u00a0»"
    assert terms.labelled("Nouvelles", "3") == "Nouvelles\u00a0: 3"
    assert terms.strung(["2 placés", "", "1 en attente"]) == "2 placés\u202f; 1 en attente"
    assert terms.decimal(66.14, 1) == "66,1"
    assert terms.megabytes(12_300_000) == "12,3\u00a0Mo"


@pytest.mark.usefixtures("qapp", "_in_greek")
def test_a_paper_is_not_called_as_a_note_of_ours_is_in_greek() -> None:
    assert terms.document_type("note") == "Σημείωμα"
    assert terms.kind(AnnotationKind.NOTE) == "Σημείωση"


@pytest.mark.usefixtures("qapp", "_in_french")
def test_types_of_documents_are_called_as_the_council_calls_them() -> None:
    assert terms.document_type("outcome_of_proceedings") == "Résultats des travaux"
    assert terms.document_type("ia_item_note") == "Note point «\u00a0I/A\u00a0»"


def test_every_type_that_headings_name_is_named() -> None:
    types = paths.table("header_words")["types"]
    assert [one for one in types if one not in terms.DOCUMENT_TYPES] == []


@pytest.mark.usefixtures("qapp", "_in_french")
def test_every_kind_of_act_is_named() -> None:
    kinds = [act.lower().replace(" ", "_") for act in ACTS]
    assert [kind for kind in kinds if kind not in terms.DOCUMENT_TYPES] == []
    assert [terms.document_type(kind) for kind in ("regulation", "decision")] == ["Règlement", "Décision"]


def test_of_the_languages_one_reads_that_of_the_window_comes_first() -> None:
    interface_language.speak("en")
    assert terms.languages_read([]) == ("en",)
    assert terms.languages_read(["fr", "en"]) == ("en", "fr")
    assert terms.languages_read(["fr", "el"]) == ("fr", "el", "en")
