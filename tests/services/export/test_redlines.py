"""Redlines of documents in the library: in the original file, or in a newly written text."""

import re
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions, RedlineResult
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.paths import RESOURCES
from support.document_values import quiet_hours, take_in
from support.position_values import parts
from support.redline_checks import W, part

WORD_PAPER = RESOURCES / "samples" / "ST-99101-2026-REV-1_en.docx"
OPTIONS = ExportOptions(delegation="EL")


def redline(desk: Desk, key: DocumentId, target: Path, options: ExportOptions = OPTIONS) -> RedlineResult:
    made = desk.export.write(key, ExportKind.REDLINE, target, options)
    assert made is not None
    return made


def position(desk: Desk, key: DocumentId) -> None:
    """A provision with everything for circulation and some internal content."""
    desk.positions.set_general(key, "We thank the Presidency.")
    desk.positions.set_internal(key, "SECRET general")
    item = PositionEntry(
        Address("para_2"),
        Stance.RED_LINE,
        "Ports set fair quiet hours.",
        "Fairness matters.",
        "SECRET note",
        justification="Recital 4.",
        joint=("CY", "MT"),
        fallbacks=("SECRET fallback",),
        red_line="SECRET line",
        instruction="SECRET order",
        source="SECRET source",
        tags=("SECRET",),
        authors=("DE",),
    )
    desk.positions.set_item(key, item)
    new = PositionEntry(Address("para_2a"), proposal="Ferries are ships.", after=Address("para_2"), label="2a.")
    desk.positions.set_item(key, new)
    for visibility in Visibility:
        text = "Which ports?" if visibility is Visibility.CIRCULATION else "SECRET remark"
        place = Place(key, Address("para_1"))
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.QUESTION, text=text, visibility=visibility))


@pytest.fixture(params=["docx", "txt"])
def spoken_on(request: pytest.FixtureRequest, desk: Desk, tmp_path: Path) -> DocumentId:
    key = take_in(desk, WORD_PAPER if request.param == "docx" else quiet_hours(tmp_path))
    position(desk, key)
    return key


def test_what_circulates_is_tracked_and_said_and_nothing_else(
    desk: Desk, spoken_on: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    target, again = tmp_path / "out.docx", tmp_path / "again.docx"
    made = redline(desk, spoken_on, target)
    redline(desk, spoken_on, again)
    assert target.read_bytes() == again.read_bytes()
    assert made.unplaced == ()
    assert made.rebuilt is (desk.documents.get(spoken_on).file_name.endswith("txt"))
    whole = "".join(parts(target.read_bytes()).values())
    for said in ("We thank the Presidency.", "Opposed", "Fairness matters.", "Recital 4.", "CY, MT", "Which ports?"):
        assert said in whole
    assert "SECRET" not in whole
    assert "Red line" not in whole
    changes = [one for one in part(target.read_bytes()).iter(f"{W}ins", f"{W}del") if len(one)]
    assert {one.get(f"{W}author") for one in changes} == {"Delegation of Greece"}
    words = "".join(t.text or "" for one in changes if one.tag == f"{W}ins" for t in one.iter(f"{W}t"))
    assert "fair" in words
    assert "Ferries are ships." in words


def test_the_capital_is_told_what_is_internal(desk: Desk, spoken_on: DocumentId, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    redline(desk, spoken_on, target, ExportOptions(audience=Audience.CAPITAL, delegation="EL"))
    comments = re.sub("<[^>]*>", "", parts(target.read_bytes())["word/comments.xml"])
    for said in ("Internal: SECRET note", "Internal: SECRET general", "SECRET remark", "Red line"):
        assert said in comments


def test_a_text_set_again_has_both_texts_and_says_that_it_is(desk: Desk, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path))
    desk.positions.set_item(key, PositionEntry(Address("para_1"), proposal=""))
    desk.positions.set_item(key, PositionEntry(Address("para_3"), after=Address("para_1"), label="1a."))
    target = tmp_path / "out.docx"
    assert redline(desk, key, target).rebuilt
    whole = "".join(t.text or "" for t in part(target.read_bytes()).iter(f"{W}t", f"{W}delText"))
    assert "reproduced here" in whole
    assert whole.count("The Council will revert to the matter") == 2  # its old place, and its new place
