"""The library of samples in each language of the window: the same work, on the documents in that language."""

from collections.abc import Iterator

import pytest

from delegate_desk.core.documents.document import Address, MarkUp, Place
from delegate_desk.core.progress import finish
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk, open_desk
from delegate_desk.libraries import prepare_samples
from delegate_desk.paths import RESOURCES
from delegate_desk.services.documents.samples import POSITION_ON, work

LANGUAGES = ("en", "el", "fr")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def samples(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The library as created in a language of the window."""
    folder = tmp_path_factory.mktemp("samples") / "library"
    assert finish(prepare_samples(folder, language=language))
    with open_desk(folder) as desk:
        yield desk


def test_each_document_is_held_in_each_language_with_notes_at_the_same_places(samples: Desk) -> None:
    held = {(one.name, one.header.language) for one in samples.documents.all()}
    names = {
        "ST 99101/26",
        "ST 99101/1/26 REV 1",
        "ST 99140/26",
        "ST 99150/26",
        "ST 99160/26",
        "CM 9917/26",
        "Regulation (EU) 2021/9901",
    }
    assert held == {(name, language) for name in names for language in LANGUAGES}
    found = {
        (note.place.address, str(note.kind), bool(note.tags), str(note.visibility))
        for note in samples.annotations.all()
    }
    assert found == {
        ("art_3__para_1", "red_line", True, "internal"),
        ("art_1__para_2", "scrutiny_reservation", False, "circulation"),
        ("para_7__point_6", "question", False, "internal"),
    }


def test_the_position_is_on_the_compromise_which_comes_in_front(samples: Desk, language: str) -> None:
    (on,) = samples.positions.documents()
    held = samples.documents.get(on)
    assert (held.name, held.header.language) == ("ST 99140/26", language)
    position = samples.positions.get(on)
    assert position.general == work(language).general
    assert [item.address for item in position.items] == ["art_3__para_1", "art_3__para_2__point_4", "art_3__para_4"]
    assert position.items[0].proposal
    behind, front = samples.samples.first(language)
    assert samples.documents.get(front.document).header.language == language
    assert (samples.documents.get(front.document).name, front.address) == ("ST 99140/26", "art_3__para_1")
    assert (samples.documents.get(behind.document).name, behind.address) == ("ST 99101/26", "para_7__point_6")
    assert all(samples.annotations.for_place(place) for place in (behind, front))


def test_the_returned_file_has_a_comment_an_instruction_and_a_remark(samples: Desk, language: str) -> None:
    path = RESOURCES / "returned" / f"ST-99140-2026-INIT_{language}_returned.docx"
    on = samples.documents.find(POSITION_ON, language).id
    changes = samples.replies.changes(on, samples.replies.read(path), path.name)
    assert [(item.address, str(item.field), item.certain) for item in changes.items] == [
        ("art_3__para_1", "comment", True),
        ("art_3__para_2__point_4", "instruction", True),
        ("art_3__para_4", "instruction", True),
    ]
    assert not changes.unplaced


def test_two_meetings_show_who_is_with_us_and_how_that_changed(samples: Desk, language: str) -> None:
    shares = [{pair.b: pair.share for pair in held.with_us} for held in samples.allies.over_time()]
    assert [found["DE"] for found in shares] == [1 / 3, 1.0]
    assert shares[0]["HR"] is None
    allies = samples.allies.at(Place(samples.documents.find(POSITION_ON, language).id, Address("art_3__para_4")))
    assert allies is not None
    assert (allies.with_us, allies.against_us) == (("DE", "FR", "CY"), ("NL",))
    assert [pair.b for pair in allies.could_join] == ["HR"]


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_an_act_is_amended_and_the_guide_finds_its_passage_in_each_language(samples: Desk, wanted: str) -> None:
    amending = samples.documents.find("99150/26", wanted).id
    (base,) = samples.amending.candidates(amending)
    act = samples.amending.apply(base.id, [amending])
    assert [str(one.state) for one in act.operations] == [*["applied"] * 5, "uncertain", "failed"]
    hits = samples.search.find(TypedQuery(samples.samples.passage(wanted), language=wanted)).hits
    of_texts = [hit for hit in hits if hit.kind == "paragraph"]
    assert {(hit.name, hit.language) for hit in of_texts} == {("ST 99140/26", wanted)}
    samples.documents.place(of_texts[0].document, "3(2)")


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_the_agenda_leads_to_its_documents_in_each_language(samples: Desk, wanted: str) -> None:
    agenda = samples.documents.find("CM 9917/26", wanted).id
    samples.meetings.from_document(agenda)
    (meeting,) = (meeting for meeting in samples.meetings.all() if meeting.reference)
    assert (meeting.body, [item.number for item in meeting.items]) == (
        samples.documents.get(agenda).header.subject,
        ["1", "2", "3", "4", "5"],
    )
    first = [
        (versions[0].name, versions[0].header.language)
        for item in meeting.items
        for _, versions in samples.meetings.documents(item, wanted)
        if versions
    ]
    assert first == [("ST 99101/1/26 REV 1", wanted), ("ST 99140/26", wanted)]


def test_the_compromise_marks_its_changes_in_each_language_at_the_same_places(samples: Desk, language: str) -> None:
    key = samples.documents.find(POSITION_ON, language).id
    content = samples.documents.content(key)
    assert content.mark_up is MarkUp.PRINTED
    here = Place(key, content.paragraphs[-1].address)
    others = samples.documents.other_language_places(here)
    assert [held.header.language for held, _ in others] == sorted(set(LANGUAGES) - {language})
    assert {place.address for _, place in others} == {here.address}


def test_a_language_that_no_window_speaks_and_samples_of_an_older_version_are_in_english(desk: Desk) -> None:
    list(desk.documents.import_files([RESOURCES / "samples" / "ST-99140-2026-INIT_en.docx"]))
    assert desk.samples.passage("el") == work("en").passage
    assert work("fi") == work("en")
