"""LibreOffice itself accepts and rejects the changes of a comparison; skipped where it is not installed."""

from pathlib import Path

import docx
import pytest

from support.comparison_exports import NEW, OLD, file, known, texts
from support.libreoffice import Soffice, needed

pytestmark = needed


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a comparison as LibreOffice leaves it once all is accepted, and once all is rejected."""
    folder = tmp_path_factory.mktemp("settled")
    (folder / "ours.docx").write_bytes(file(known()))
    soffice = Soffice(tmp_path_factory.mktemp("profile"))
    for what in ("Accept", "Reject"):
        soffice.settle(folder / "ours.docx", folder / f"{what}.docx", what)
    return folder


def body(file: Path) -> list[str]:
    """The lines behind the head, without the heading of the footnotes.

    LibreOffice 25.2 may set that heading as what was deleted before it, where a comment on that has a style.
    """
    paragraphs = [(p.style.name or "", p.text) for p in docx.Document(str(file)).paragraphs if p.style]
    names = [name for name, _ in paragraphs]
    behind = paragraphs[names.index("Legend") + 1 :]
    return [" ".join(text.split()) for _, text in behind if text.strip() and text != "Footnotes"]


def test_accepting_all_gives_the_new_text(settled: Path) -> None:
    assert body(settled / "Accept.docx") == texts(NEW)


def test_rejecting_all_gives_the_old_text(settled: Path) -> None:
    assert body(settled / "Reject.docx") == texts(OLD)
