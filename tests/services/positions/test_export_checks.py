"""The check list before an export: broken references, unsuitable verbs, labels; spelling."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph, Place
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.positions.export_checks import Concern
from delegate_desk.core.positions.export_options import Audience, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.services.positions import spelling as service
from delegate_desk.services.positions.spelling import Spelling
from support import spelling
from support.document_values import QUIET_HOURS, hold, quiet_hours, take_in

FIRST, SECOND, THIRD = map(Address, ("para_1", "para_2", "para_3"))


@pytest.fixture
def ours(desk: Desk, held: DocumentId) -> Desk:
    """A desk of Greece, with a document."""
    desk.positions.set_delegation("EL")
    return desk


def remarks(desk: Desk, document: DocumentId, options: ExportOptions | None = None) -> list[tuple[str, str, str, str]]:
    """The findings, as plain values."""
    return [
        (str(r.concern), r.address, r.field, r.words)
        for r in desk.export_checks.findings_for_document(document, options)
    ]


def wording(desk: Desk, place: Place) -> str:
    """The text of the document there."""
    unit = desk.documents.unit(place)
    assert unit is not None
    return unit.text


def test_a_sound_position_has_nothing_to_look_at(ours: Desk, held: DocumentId) -> None:
    source = wording(ours, Place(held, FIRST))
    ours.positions.set_general(held, "Greece supports the text. The wording follows paragraph 2(a).")
    ours.positions.set_internal(held, "Call the ministry before the meeting begins.")
    ours.positions.set_item(
        held,
        PositionEntry(
            FIRST, Stance.SUPPORT_IF, f"{source} At night too.", "See paragraph 3.", fallbacks=("At dusk only.",)
        ),
    )
    ours.positions.set_item(held, PositionEntry(SECOND, Stance.SCRUTINY_RESERVATION))
    assert remarks(ours, held) == []


def test_whose_position_it_is_is_looked_at(desk: Desk, held: DocumentId) -> None:
    desk.positions.set_general(held, "Germany thanks the Presidency.")
    assert remarks(desk, held) == [("no_delegation", "", "", "")]
    desk.positions.set_delegation("EL")
    desk.positions.set_item(held, PositionEntry(FIRST, comment="Η Γαλλία στηρίζει το κείμενο.", joint=("EL",)))
    desk.positions.set_item(held, PositionEntry(SECOND, comment="CY: we agree. It is late.", joint=("CY",)))
    desk.positions.set_item(
        held, PositionEntry(THIRD, comment="It is as Germany said.", justification="L'Italie le souhaite.")
    )
    assert remarks(desk, held) == [
        ("speaks_for_another", "", "general", "Germany"),
        ("joint_with_ourselves", FIRST, "joint", "EL"),
        ("speaks_for_another", FIRST, "comment", "Γαλλία"),
        ("speaks_for_another", THIRD, "justification", "Italie"),
    ]
    found = remarks(desk, held, ExportOptions(delegation="DE"))
    assert found[0] == ("other_delegation", "", "", "DE")
    assert not any(words == "Germany" for *_, words in found)


def test_a_newer_revision_and_a_marking_that_is_missing_are_told(ours: Desk, held: DocumentId, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("7001/26", "7001/26\n\nADD 1").replace("LIMITE\n", "")
    other = take_in(ours, quiet_hours(tmp_path, name="add.txt", text=text))
    assert ours.documents.get(other).header.marking is None
    assert remarks(ours, other) == [("no_marking", "", "", "")]
    assert remarks(ours, held) == []
    ours.positions.set_general(held, "Greece supports the text.")
    for number in (1, 2):
        text = QUIET_HOURS.replace("7001/26", f"7001/{number}/26\n\nREV {number}")
        key = take_in(ours, quiet_hours(tmp_path, name=f"{number}.txt", text=text))
    assert remarks(ours, held) == [("outdated", "", "", "ST 7001/2/26 REV 2")]
    assert remarks(ours, key) == []
    ours.documents.remove(key)
    assert remarks(ours, held) == [("outdated", "", "", "ST 7001/1/26 REV 1")]


def test_a_place_that_is_not_there_is_told(ours: Desk, held: DocumentId) -> None:
    source = wording(ours, Place(held, FIRST))
    new = ours.positions.new_item(held, SECOND)
    ours.positions.set_item(
        held, PositionEntry(FIRST, proposal=f"{source} Paragraphs 2a and 9 apply.", comment="See Article 7.")
    )
    ours.positions.set_item(held, replace(new, proposal="As in paragraph 3."))
    assert remarks(ours, held) == [("dead_reference", FIRST, "proposal", "9")]
    ours.positions.set_item(held, PositionEntry(THIRD, proposal="", comment="Paragraph 3 goes without saying."))
    assert remarks(ours, held) == [
        ("dead_reference", FIRST, "proposal", "9"),
        ("dead_reference", new.address, "proposal", "paragraph 3"),
    ]


def test_what_says_nothing_is_told(ours: Desk, held: DocumentId) -> None:
    ours.positions.set_item(held, PositionEntry(FIRST, Stance.QUESTION, justification=" … "))
    ours.positions.set_item(held, PositionEntry(SECOND, Stance.SUPPORT_IF))
    source = wording(ours, Place(held, THIRD))
    ours.positions.set_item(held, PositionEntry(THIRD, Stance.SUPPORT, f" {source}"))
    note = ours.annotations.new(Place(held, THIRD), AnnotationKind.QUESTION, visibility=Visibility.CIRCULATION)
    ours.annotations.save(note)
    assert sorted(remarks(ours, held)) == [
        ("empty_comment", FIRST, "justification", ""),
        ("empty_comment", SECOND, "comment", ""),
        ("empty_comment", THIRD, "annotation", ""),
        ("same_as_source", THIRD, "proposal", ""),
    ]


def test_words_that_were_meant_for_the_capital_are_told(ours: Desk, held: DocumentId) -> None:
    source = wording(ours, Place(held, FIRST))
    item = PositionEntry(
        FIRST,
        proposal="Ships rest from dusk.",
        comment="This is a RED LINE: we were told to hold out until the very last day of the talks.",
        justification=f"Harbours matter. Klingenthal said so. {source}",
        fallbacks=("Ships rest from dusk.",),
        instruction=f"Told to hold out until the very last day. {source}",
        source="Klingenthal",
    )
    ours.positions.set_item(held, item)
    expected = [
        ("internal_words", FIRST, "comment", "RED LINE"),
        ("internal_words", FIRST, "comment", "told to hold out until the very last day"),
        ("internal_words", FIRST, "justification", "Klingenthal"),
        ("internal_words", FIRST, "proposal", "Ships rest from dusk."),
    ]
    assert sorted(remarks(ours, held)) == sorted(expected)
    assert remarks(ours, held, ExportOptions(audience=Audience.CAPITAL)) == []


def test_brackets_that_are_open_and_characters_that_no_word_file_holds_are_told(ours: Desk, held: DocumentId) -> None:
    ours.positions.set_general(held, "We keep [our reservation.")
    ours.positions.set_item(
        held, PositionEntry(FIRST, proposal="Ships [shall] [may] rest […].", comment="As [shall] says.")
    )
    assert remarks(ours, held) == [
        ("open_brackets", "", "general", "[our reservation."),
        ("open_brackets", FIRST, "proposal", "[shall]"),
        ("open_brackets", FIRST, "proposal", "[may]"),
    ]
    ours.positions.set_general(held, "Greece sup\x07ports\uffff the\x07 text.\vThat is all.")
    ours.positions.set_item(held, PositionEntry(FIRST, comment="A bell\x00 rings."))
    assert remarks(ours, held) == [
        ("unprintable", "", "general", "U+0007, U+FFFF"),
        ("unprintable", FIRST, "comment", "U+0000"),
    ]


def test_every_concern_is_met_here_and_a_document_that_is_not_there_has_no_check_list(desk: Desk) -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [concern for concern in Concern if f'"{concern}"' not in text] == []
    with pytest.raises(UnknownDocumentError):
        desk.export_checks.findings_for_document(DocumentId(99))


RECITAL, ONE, TWO, LAST = map(Address, ("rec_1", "art_1__para_1", "art_1__para_2", "art_2__sub_1"))


def act(desk: Desk, language: str, citing: str = "", text: str = "") -> DocumentId:
    """An act with a recital and two articles, in the library; the last provision cites another."""
    units = (
        Paragraph(RECITAL, Kind.RECITAL, "(1)", text),
        Paragraph(Address("art_1"), Kind.ARTICLE, "Article 1", ""),
        Paragraph(ONE, Kind.PARAGRAPH, "1.", text),
        Paragraph(TWO, Kind.PARAGRAPH, "2.", text),
        Paragraph(Address("art_2"), Kind.ARTICLE, "Article 2", ""),
        Paragraph(LAST, Kind.SUBPARAGRAPH, "", citing),
    )
    desk.positions.set_delegation("EL")
    return hold(desk, Document(Header(language), units))


def found(desk: Desk, document: DocumentId, concern: str) -> list[tuple[str, str]]:
    return [(address, words) for named, address, _, words in remarks(desk, document) if named == concern]


@pytest.mark.parametrize(
    ("language", "citing", "words"),
    [
        ("en", "A keeper as referred to in Article 1(2) has a bell.", "Article 1(2)"),
        ("en", "Article 1(2) applies to keepers.", "Article 1(2)"),
        ("en", "In accordance with paragraph 2 of Article 1, keepers ring.", "paragraph 2 of Article 1"),
        ("fr", "Le gardien visé à l’article 1, paragraphe 2, sonne.", "article 1, paragraphe 2"),
        ("fr", "L’article 1, paragraphe 2, s’applique.", "article 1, paragraphe 2"),
        ("el", "Ο φύλακας του άρθρου 1 παράγραφος 2 έχει καμπάνα.", "άρθρου 1 παράγραφος 2"),
        ("el", "Εφαρμόζεται το άρθρο 1 παράγραφος 2.", "άρθρο 1 παράγραφος 2"),
        ("de", "Der Hüttenwart nach Artikel 1 Absatz 2 läutet.", "Artikel 1 Absatz 2"),
        ("es", "El guarda del artículo 1, apartado 2, toca la campana.", "artículo 1, apartado 2"),
        ("it", "Si applica l’articolo 1, paragrafo 2.", "articolo 1, paragrafo 2"),
    ],
)
def test_a_reference_to_what_we_delete_is_listed(desk: Desk, language: str, citing: str, words: str) -> None:
    document = act(desk, language, citing)
    assert found(desk, document, "broken_reference") == []
    desk.positions.set_item(document, PositionEntry(ONE, proposal=""))
    assert found(desk, document, "broken_reference") == []
    desk.positions.set_item(document, PositionEntry(TWO, proposal=""))
    broken = found(desk, document, "broken_reference")
    assert [address for address, _ in broken] == [LAST]
    assert words in broken[0][1]
    desk.positions.set_item(document, PositionEntry(LAST, proposal="A keeper has a bell."))
    assert found(desk, document, "broken_reference") == []


@pytest.mark.parametrize(
    ("language", "place", "proposal", "words"),
    [
        ("en", ONE, "A keeper should ring.", "should"),
        ("en", RECITAL, "A keeper Shall ring.", "Shall"),
        ("fr", ONE, "Le gardien devrait sonner.", "devrait"),
        ("fr", TWO, "Les gardiens devraient sonner.", "devraient"),
        ("el", ONE, "Ο φύλακας θα πρέπει να χτυπά την καμπάνα.", "θα πρέπει"),
        ("de", ONE, "Der Hüttenwart sollte läuten.", "sollte"),
        ("es", ONE, "El guarda debería tocar.", "debería"),
        ("it", ONE, "Il custode dovrebbe suonare.", "dovrebbe"),
        ("nl", ONE, "De wachter zou moeten luiden.", "zou moeten"),
        ("pt", ONE, "O guarda deveria tocar.", "deveria"),
    ],
)
def test_a_verb_of_the_other_kind_of_provision_is_listed(
    desk: Desk, language: str, place: Address, proposal: str, words: str
) -> None:
    document = act(desk, language)
    desk.positions.set_item(document, PositionEntry(place, proposal=proposal))
    assert found(desk, document, "unsuitable_verb") == [(place, words)]


def test_a_verb_that_suits_or_that_the_text_has_is_not_listed(desk: Desk) -> None:
    document = act(desk, "en", text="Keepers should ring.")
    desk.positions.set_item(document, PositionEntry(RECITAL, proposal="Keepers should ring at night."))
    desk.positions.set_item(document, PositionEntry(ONE, proposal="Keepers should ring at night, and shall sing."))
    assert found(desk, document, "unsuitable_verb") == []


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        ("Keepers:\n(a) ring;\n(c) sing.", ["(c)"]),
        ("1. Ring.\n3. Sing.", ["3."]),
        ("1. Ring.\n2. Sing.", []),
        ("(1) ring;\n(2) sing;\n(2) sleep.", ["(2)"]),
        ("Οι φύλακες:\nα) χτυπούν·\nγ) τραγουδούν.", ["γ)"]),
        ("Les gardiens :\na) sonnent ;\nb) chantent.", []),
        ("1. Ring:\n(a) once;\n(b) twice.\n2. Sing:\n(a) once.", []),
        ("(b) ring;\n(c) sing.", []),
        ("(a) ring:\n(i) once;\n(ii) twice;\n(v) often;\n(b) sing.", []),
        ("(h) ring;\n(i) sing;\n(k) sleep.", ["(k)"]),
        ("1. \u0430\n\u0430) \u0430;\n\u0431) \u0431.\n2. \u0430\n\u0430) \u0430.", []),
        ("a) läuten;\nd) singen.", ["d)"]),
        ("10. Ring.\n12. Sing.", ["12."]),
    ],
)
def test_a_label_that_does_not_follow_is_listed(desk: Desk, proposal: str, words: list[str]) -> None:
    document = act(desk, "en")
    desk.positions.set_item(document, PositionEntry(ONE, proposal=proposal))
    assert [label for _, label in found(desk, document, "numbering")] == words


def test_words_that_the_dictionary_does_not_have_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spelling.install(monkeypatch)
    text = "The portz should set qiet hours; it’s quiet."
    assert [text[start:end] for start, end in Spelling().find_misspelled(text, "en")] == ["portz", "qiet"]
    assert Spelling().suggestions("qiet", "en") == ["quiet"]
    spelling.install(monkeypatch)
    text = "COREPER 3a ports@example.eu www.example.eu 2002/49/EC the TEN-T berths"
    assert Spelling().find_misspelled(text, "en", "quiet berths") == []
    spelling.remove(monkeypatch)
    assert Spelling().find_misspelled("qiet", "en") == []


@pytest.mark.parametrize("language", ["el", "bg"])
def test_nothing_is_checked_without_a_dictionary(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    spelling.install(monkeypatch)
    assert Spelling().find_misspelled("Θέσση", language) == []
    assert list(Spelling().suggestions("Θέσση", language)) == []


def test_enchant_is_shown_the_dictionaries_of_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spelling.install(monkeypatch)
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", "")
    monkeypatch.delenv("ENCHANT_CONFIG_DIR")
    for name in ("dict-en/en_GB", "dict-de/de_DE_frami", "dict-fr/fr"):
        file = tmp_path / f"{name}.aff"
        file.parent.mkdir(exist_ok=True)
        file.write_text("SET UTF-8\n", encoding="utf-8")
        file.with_suffix(".dic").write_text(f"1\n{name[-2:]}\n", encoding="utf-8")
    (tmp_path / "dict-en" / "half.aff").touch()
    monkeypatch.setattr(service, "libreoffice_folders", lambda: [tmp_path, tmp_path / "nowhere"])
    checked = Spelling()
    checked.find_misspelled("qiet", "en")
    shown = Path(os.environ["ENCHANT_CONFIG_DIR"], "hunspell")
    assert sorted(file.name for file in shown.iterdir()) == [
        *("de_DE.aff", "de_DE.dic", "en_GB.aff", "en_GB.dic", "fr.aff", "fr.dic")
    ]
    assert (shown / "de_DE.dic").read_text(encoding="utf-8") == "1\nmi\n"


def test_a_folder_that_the_person_chose_for_enchant_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spelling.install(monkeypatch)
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path))
    monkeypatch.setattr(service, "libreoffice_folders", lambda: pytest.fail("it is not needed"))
    Spelling().find_misspelled("qiet", "en")
    assert os.environ["ENCHANT_CONFIG_DIR"] == str(tmp_path)
