from collections.abc import Callable
from pathlib import Path

import pytest

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, ImportStatus, Place, View
from delegate_desk.core.errors import (
    AlreadyInLibraryError,
    AmbiguousLanguageError,
    ImportFailure,
    UnknownDocumentError,
    UnknownPlaceError,
    UnreadableDocumentError,
)
from delegate_desk.desk import Desk, open_desk
from support.document_values import QUIET_HOURS, note_text, paper, quiet_hours, take_in
from support.revision_chain import GREEK_HEAD, HEAD, PORTS, bring


def test_a_file_comes_in(desk: Desk, tmp_path: Path) -> None:
    changes = desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
    (held,) = desk.documents.all()
    assert changes.documents == {held.id}
    assert (held.name, held.header.language, held.header.marking) == ("ST 7001/26", "en", "LIMITE")
    assert desk.documents.original(held.id).read_text(encoding="utf-8") == QUIET_HOURS
    assert [unit.address for unit in desk.documents.content(held.id).paragraphs if unit.label] == [
        "para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_3",
    ]  # fmt: skip


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(b"changed"), Path.unlink])
@pytest.mark.parametrize("cipher", [PLAIN, SealedCipher(bytes(32))])
def test_an_original_that_is_not_whole_is_when_its_file_comes_again(
    tmp_path: Path, harm: Callable[[Path], object], cipher: Cipher
) -> None:
    with open_desk(tmp_path / "library", cipher) as desk:
        (held,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents
        original = desk.documents.original(held)
        original.chmod(0o600)
        harm(original)
        with pytest.raises(AlreadyInLibraryError) as caught:
            desk.documents.read(quiet_hours(tmp_path, name="again.TXT"))
        assert caught.value.mended
        assert desk.documents.original_bytes(held).decode() == QUIET_HOURS
        assert desk.check().ok
        with pytest.raises(AlreadyInLibraryError) as caught:
            desk.documents.read(quiet_hours(tmp_path, name="again.txt"))
        assert not caught.value.mended


def test_the_same_bytes_come_in_once_whoever_reads_them(desk: Desk, tmp_path: Path) -> None:
    one = desk.documents.read(quiet_hours(tmp_path))
    two = desk.documents.read(quiet_hours(tmp_path, name="again.txt"))
    desk.documents.add(one)
    with pytest.raises(AlreadyInLibraryError):
        desk.documents.add(two)
    with pytest.raises(AlreadyInLibraryError) as caught:
        desk.documents.read(quiet_hours(tmp_path, name="again.txt"))
    (held,) = desk.documents.all()
    assert (caught.value.document, caught.value.name) == (held.id, "ST 7001/26")
    assert desk.check().ok


def test_a_refused_file_leaves_nothing_and_does_not_stop_a_batch(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 and then nothing")
    with pytest.raises(UnreadableDocumentError):
        desk.documents.read(bad)
    assert [path for path in (desk.folder / "originals").rglob("*") if path.is_file()] == []
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.xyz").write_bytes(b"\1\2")
    quiet_hours(folder, name="b.txt")
    quiet_hours(folder, name="c.txt")
    (folder / ".hidden").write_text("passed over")
    items = list(desk.documents.import_files([folder]))
    assert [item.status for item in items] == [ImportStatus.REFUSED, ImportStatus.IMPORTED, ImportStatus.DUPLICATE]
    assert isinstance(items[0].error, UnreadableDocumentError)
    assert items[0].error.reason is ImportFailure.UNSUPPORTED


def test_a_document_is_named_in_many_forms_and_another_of_its_family_is_not_it(desk: Desk, held: DocumentId) -> None:
    for name in ("7001/26", "ST 7001/26", "st07001.en26", "ST-7001-2026-INIT", "#1"):
        assert desk.documents.find(name).id == held, name
    for name in ("7001/1/26", "7001/26 COR 1", "WK 7001/26", "#2", "#", "nothing at all", ""):
        with pytest.raises(UnknownDocumentError):
            desk.documents.find(name)


def test_a_language_must_be_named_where_several_are_in_the_library(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    greek = """Βρυξέλλες, 4 Μαρτίου 2026
(OR. en)

7001/26

LIMITE

TRANS 88

ΣΗΜΕΙΩΜΑ

Αποστολέας: Προεδρία
Αποδέκτης: Αντιπροσωπίες
Θέμα: Σχέδιο συμπερασμάτων σχετικά με τις ώρες ησυχίας στους λιμένες

1. Το Συμβούλιο σημειώνει ότι ο θόρυβος των πλοίων ενοχλεί όσους κατοικούν κοντά σε λιμένες.

2. Το Συμβούλιο καλεί τα κράτη μέλη να ορίσουν ώρες ησυχίας για τα πλοία.
"""
    file = quiet_hours(tmp_path, name="el.txt", text=greek)
    other = take_in(desk, file)
    with pytest.raises(AmbiguousLanguageError) as caught:
        desk.documents.find("7001/26")
    assert caught.value.languages == ("el", "en")
    assert desk.documents.find("7001/26", "EL").id == other
    assert desk.documents.find("st07001.en26").id == held
    assert [version.id for version in desk.documents.versions(held)] == [other]


def test_places_are_typed_as_people_type_them_and_cited_in_words(desk: Desk, held: DocumentId) -> None:
    for typed, address in (("2b", "para_2__point_2"), ("2(a)", "para_2__point_1"), ("para_3", "para_3")):
        assert desk.documents.place(held, typed) == address
    with pytest.raises(UnknownPlaceError):
        desk.documents.place(held, "99")
    cited = desk.documents.citation(Place(held, Address("para_2__point_2")))
    assert "paragraph 2" in cited
    assert "(b)" in cited


def test_the_trash_gives_notes_back_until_it_is_emptied(desk: Desk, first: Place) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="kept"))
    desk.documents.remove(first.document)
    assert desk.documents.all() == []
    assert desk.annotations.all() == []
    assert desk.search.find("noise").total == 0
    desk.documents.restore(first.document)
    assert [a.text for a in desk.annotations.all()] == ["kept"]
    assert desk.search.find("noise").total == 1
    original = desk.documents.original(first.document)
    desk.documents.remove(first.document)
    assert desk.documents.empty_trash().documents == {first.document}
    assert not original.exists()
    assert desk.documents.trash() == []
    assert desk.search.find("kept OR noise").total == 0
    assert desk.check().ok
    desk.history.undo()  # permanently deleted content does not come back, and asking is no error
    assert desk.documents.all() == []


def test_nothing_of_what_was_removed_for_good_stays_on_the_disk(desk: Desk, first: Place, tmp_path: Path) -> None:
    other = quiet_hours(
        tmp_path, name="other.txt", text=QUIET_HOURS.replace("7001/26", "7002/26").replace("noise", "din")
    )
    desk.documents.add(desk.documents.read(other))
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    assert desk.search.find("lighthouse OR noise").total == 2
    desk.documents.remove(first.document)
    desk.documents.empty_trash()
    desk.indexing.purge_removed()
    desk.close()
    left = [path for path in desk.folder.rglob("*") if path.is_file()]
    assert [p for p in left if any(word in p.read_bytes() for word in (b"lighthouse", b"noise"))] == []
    with open_desk(desk.folder) as again:
        assert again.search.find("din").total == 1


def test_changes_say_which_documents_are_gone_also_several_joined(desk: Desk, first: Place) -> None:
    key = frozenset({first.document})
    removed, restored, again = desk.documents.remove(first.document), desk.history.undo(), desk.history.redo()
    assert (removed.gone, restored.gone, again.gone) == (key, frozenset(), key)
    assert ((removed | restored).gone, (restored | again).gone) == (frozenset(), key)
    assert desk.documents.empty_trash().gone == key


def test_a_file_in_the_trash_comes_back_when_it_is_imported_again(desk: Desk, first: Place, tmp_path: Path) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="kept"))
    desk.documents.remove(first.document)
    (item,) = desk.documents.import_files([quiet_hours(tmp_path, name="again.txt")])
    assert item.status is ImportStatus.IMPORTED
    assert [held.id for held in desk.documents.all()] == [first.document]
    assert len(desk.annotations.all()) == 1


def test_what_a_document_names_is_told_and_removing_it_is_undone_and_done_again(desk: Desk, held: DocumentId) -> None:
    targets = {str(mention.target): other for mention, other in desk.documents.mentions(held)}
    assert targets["ST 6500/26"] is None
    assert "ST 6500/26 COR 1" in targets
    desk.documents.remove(held)
    desk.history.undo()
    assert [h.id for h in desk.documents.all()] == [held]
    desk.history.redo()
    assert desk.documents.all() == []


@pytest.mark.parametrize(
    ("old", "new", "taken"),
    [
        (("en", "el"), ("el",), ("el", "el")),
        (("el",), ("en", "el"), ("el", "el")),
        (("en",), ("en",), ("en", "en")),
        (("en",), ("el",), ("en", "el")),
        (("en", "el"), ("en", "el"), None),
    ],
)
def test_two_documents_are_of_the_one_language_that_both_are_in(
    desk: Desk, tmp_path: Path, old: tuple[str, ...], new: tuple[str, ...], taken: tuple[str, str] | None
) -> None:
    heads = {"en": HEAD, "el": GREEK_HEAD}
    words = {"en": PORTS, "el": "Το Συμβούλιο επισημαίνει ότι ο θόρυβος ενοχλεί όσους κατοικούν κοντά στους λιμένες."}
    for revision, languages in enumerate((old, new)):
        for language in languages:
            bring(desk, tmp_path, words[language], revision=revision, head=heads[language])
    names = ("7001/26", "7001/1/26 REV 1")
    if taken is None:
        with pytest.raises(AmbiguousLanguageError):
            desk.documents.pair(*names)
    else:
        assert tuple(held.header.language for held in desk.documents.pair(*names)) == taken
    for language in {*old} & {*new}:
        named = desk.documents.pair(*names, language, language)
        assert {held.header.language for held in named} == {language}


def test_missing_documents_are_listed_with_those_that_name_them(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("7001/26", "7002/26").replace("+ COR 1", "").replace("revert", "revert to 7001/26")
    other = take_in(desk, quiet_hours(tmp_path, name="o.txt", text=text))
    missing = {str(reference): [by.id for by in named] for reference, named in desk.documents.missing()}
    assert list(missing) == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert missing["ST 6500/26"] == [held, other]
    assert missing["ST 6500/26 COR 1"] == [held]
    desk.documents.remove(held)
    missing = {str(reference): [by.id for by in named] for reference, named in desk.documents.missing()}
    assert missing == {"ST 6500/26": [other], "ST 7001/26": [other]}


def test_the_council_s_own_are_named_first(desk: Desk, held: DocumentId) -> None:
    desk.reparse.renew(held, paper())
    desk.corrections.correct(held, CorrectableField.COMMISSION_DOCUMENTS, "COM(2026) 77")
    assert [str(reference) for reference, _ in desk.documents.missing()] == [
        "ST 6500/26",
        "ST 6500/26 COR 1",
        "COM(2026) 77",
    ]


def test_words_are_quoted_with_their_document_and_place(desk: Desk, held: DocumentId) -> None:
    place = Place(held, Address("para_2__point_1"))
    assert desk.documents.quotation(place, words="quiet hours") == "“quiet hours” (ST 7001/26, paragraph 2, point (a))"
    assert desk.documents.quotation(place, words="set") == "“set” (ST 7001/26, paragraph 2, point (a))"
    assert desk.documents.quotation(place).startswith("“set quiet hours for ships at berth;” (")
    last = Place(held, Address("para_3"))
    quoted = desk.documents.quotation(place, words="set", last=last)
    assert quoted == "“set” (ST 7001/26, paragraph 2, point (a) – paragraph 3)"
    with pytest.raises(UnknownPlaceError):
        desk.documents.quotation(Place(held, Address("para_9")))
    assert desk.documents.targets_for_place(Place(held, Address("para_99"))) == []
    desk.reparse.renew(held, paper())
    place = Place(held, Address("para_2"))
    assert desk.documents.quotation(place).startswith("“Ports should ")
    assert desk.documents.quotation(place, view=View.BEFORE).startswith("“Ports shall ")


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("el", "«Ports» (ST 7001/26, παράγραφος 2)"),
        ("fr", "«\u00a0Ports\u00a0» (ST 7001/26, paragraphe 2)"),
    ],
)
def test_a_quotation_speaks_the_documents_language(desk: Desk, held: DocumentId, language: str, quoted: str) -> None:
    desk.reparse.renew(held, paper(language=language))
    assert desk.documents.quotation(Place(held, Address("para_2")), words="Ports") == quoted


NAMING = note_text(
    "7002/26",
    """1. The Council recalls document 7001/26 and document 6999/26.

2. The Council invites the Member States to:

(a) keep quiet hours;

(b) report on the hours referred to in paragraph 2(a).""",
    date="4 May 2026",
)


def test_words_lead_to_documents_and_places_of_their_own_document(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path, name="naming.txt", text=NAMING))
    first, second = desk.documents.targets_for_place(Place(key, Address("para_1")))
    assert first.document is not None
    assert (first.document.id, first.address, str(first.reference)) == (held, "", "ST 7001/26")
    assert (second.document, str(second.reference)) == (None, "ST 6999/26")
    unit = desk.documents.unit(Place(key, Address("para_1")))
    assert unit is not None
    assert unit.marked[first.start : first.end] == first.text
    (target,) = desk.documents.targets_for_place(Place(key, Address("para_2__point_2")))
    assert target.document is not None
    assert (target.document.id, target.address, target.reference) == (key, "para_2__point_1", None)
