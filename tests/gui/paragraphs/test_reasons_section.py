"""The section on recitals and articles in the file of a paragraph."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile
from delegate_desk.gui.tasks import Tasks
from support.document_values import take_in

ACT = """Proposal for a Regulation on mountain huts

Whereas:

(1) Walkers who arrive late need a warm bed.

(2) Dogs bark at night and wake the sleepers.

Article 1
Beds

1. A hut offers each walker who arrives late a warm bed.

Article 2
Dogs

1. Dogs that bark at night sleep outside.

Article 3
Definitions

For the purposes of this Regulation:

(1) ‘warm bed’ means a bed with two blankets;

(2) ‘soup’ means anything hot.
"""


@pytest.fixture
def view(desk: Desk, tasks: Tasks, qtbot: QtBot) -> ParagraphFile:
    made = ParagraphFile(desk, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def add_act(desk: Desk, folder: Path, text: str = ACT) -> DocumentId:
    path = folder / "huts.txt"
    path.write_text(text, encoding="utf-8")
    return take_in(desk, path)


def links(view: ParagraphFile) -> str:
    return " ".join(shown.text() for shown in view.reasons.body.findChildren(QLabel))


def test_an_article_shows_its_recitals_and_leads_there(
    view: ParagraphFile, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    document = add_act(desk, tmp_path)
    view.show_places([Place(document, Address("art_2__para_1"))])
    qtbot.waitUntil(lambda: "Dogs bark" in links(view))
    assert "Walkers" not in links(view).split("Dogs bark")[0]
    view.show_places([Place(document, Address("rec_1"))])
    qtbot.waitUntil(lambda: "Article 1" in links(view))
    link = view.reasons.entries()[0]
    assert isinstance(link, QLabel)
    with qtbot.waitSignal(view.opened) as opened:
        link.linkActivated.emit(link.text().split('"')[1])
    assert opened.args[0].address == "art_1"


def test_the_terms_of_a_paragraph_have_their_definitions(
    view: ParagraphFile, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    document = add_act(desk, tmp_path)
    units = {unit.text: unit.address for unit in desk.documents.content(document).paragraphs}
    view.show_places([Place(document, Address("art_1__para_1"))])
    qtbot.waitUntil(lambda: "two blankets" in links(view))
    assert "anything hot" not in links(view)
    view.show_places([Place(document, next(a for text, a in units.items() if "two blankets" in text))])
    qtbot.waitUntil(lambda: "used before it is defined" in links(view))
    view.show_places([Place(document, next(a for text, a in units.items() if "anything hot" in text))])
    qtbot.waitUntil(lambda: "not used in the articles" in links(view))
    view.show_places([Place(document, Address("art_3"))])
    qtbot.waitUntil(lambda: "not used in the articles" in links(view) and "used before it is defined" in links(view))


def test_the_current_word_has_its_whole_definition_first(
    view: ParagraphFile, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    long = "two blankets" + " and a pillow" * 20
    document = add_act(desk, tmp_path, ACT.replace("two blankets", long))
    view.show_places([Place(document, Address("art_1__para_1"))])
    qtbot.waitUntil(lambda: "two blankets" in links(view))
    assert long not in links(view)
    view.reasons.show_words("bed")
    first = view.reasons.entries()[0]
    assert isinstance(first, QLabel)
    assert long in first.text()
    view.reasons.show_words("walker")
    assert long not in links(view)


def test_the_links_of_an_act_are_computed_once_while_one_steps_through_it(
    view: ParagraphFile, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = add_act(desk, tmp_path)
    compute, runs, stepped = desk.documents.recitals_and_terms, list[DocumentId](), Event()

    def count(key: DocumentId) -> object:
        runs.append(key)
        stepped.wait()
        return compute(key)

    monkeypatch.setattr(desk.documents, "recitals_and_terms", count)
    view.show_places([Place(document, Address("art_1"))])
    qtbot.waitUntil(lambda: bool(runs))
    with qtbot.waitSignal(view.shown):
        view.show_places([Place(document, Address("art_2"))])
    stepped.set()
    qtbot.waitUntil(lambda: "Dogs bark" in links(view))
    assert runs == [document]
