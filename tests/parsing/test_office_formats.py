"""The same paper in each format that LibreOffice writes is read as the same; skipped where it is not installed."""

from collections import Counter
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Document
from delegate_desk.parsing import reading
from delegate_desk.paths import RESOURCES
from support.libreoffice import Soffice, needed

pytestmark = needed
PAPERS = ("ST-99140-2026-INIT_el.docx", "ST-99101-2026-REV-1_fr.docx")


def words(document: Document) -> Counter[str]:
    return Counter(word for unit in document.units() for word in (unit.label + " " + unit.marked).split())


def places(document: Document) -> list[tuple[str, str]]:
    return [(unit.address, unit.marked) for unit in document.units()]


@pytest.mark.parametrize("form", ["odt", "rtf"])
def test_no_word_is_lost_and_each_has_its_place(tmp_path: Path, form: str) -> None:
    papers = [RESOURCES / "samples" / name for name in PAPERS]
    for paper, made in zip(papers, Soffice(tmp_path / "profile").convert(papers, tmp_path, form), strict=True):
        ours, theirs = reading.read(paper, paper.name), reading.read(made, made.name)
        assert words(ours) == words(theirs)
        assert places(ours) == places(theirs)
        assert (ours.header.reference, ours.mark_up) == (theirs.header.reference, theirs.mark_up)
