from pathlib import Path

import pytest

from delegate_desk.core.export import Audience, MarkupStyle
from delegate_desk.export.extract import text_of
from drafted import written


@pytest.mark.parametrize("markup", MarkupStyle)
def test_a_file_is_read_back_with_head_body_and_foot(tmp_path: Path, markup: MarkupStyle) -> None:
    file = tmp_path / "position.docx"
    file.write_bytes(written(markup))
    lines = text_of(file.read_bytes()).splitlines()
    assert lines[:4] == [
        "LIMITE",
        "Delegation of Greece · ST 7001/26 LIMITE",
        "Delegation of Greece",
        "Comments on ST 7001/26",
    ]
    assert "Paragraph 2 | Support if amended" in lines
    assert "2. Ports should set fair quiet hours for ships at berth. | Fairness follows from recital 4." in lines
    assert lines[-1] == "ST 7001/26 LIMITE 1/1"


def test_what_is_internal_is_read_back_too(tmp_path: Path) -> None:
    file = tmp_path / "position.docx"
    file.write_bytes(written(audience=Audience.CAPITAL))
    assert "Internal: We can live with the old text." in text_of(file.read_bytes())
