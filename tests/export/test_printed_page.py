"""A file on paper or in a mail: what it says of the original, and what stands at the head of its pages."""

from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import open_desk
from delegate_desk.paths import RESOURCES

SAMPLES = RESOURCES / "samples"


@pytest.mark.parametrize(
    ("name", "said", "not_said"),
    [
        ("ST-99101-2026-REV-1_en.docx", "tracked in the Word file itself", "is not a Word file"),
        ("ST-99101-2026-INIT_en.pdf", "is not a Word file", "tracked in the Word file itself"),
    ],
)
def test_it_says_where_the_changes_are_tracked(tmp_path: Path, name: str, said: str, not_said: str) -> None:
    with open_desk(tmp_path) as desk:
        key = next(iter(desk.documents.add(desk.documents.read(SAMPLES / name)).documents))
        desk.positions.set_item(key, PositionEntry(Address("para_1"), Stance.SUPPORT))
        mail = desk.export.mail(key, ExportKind.REDLINE, ExportOptions(labels="en"))
    assert said in mail.text
    assert not_said not in mail.text


def test_the_capital_is_named_before_what_the_file_is_and_the_marking_stands_alone(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        key = next(iter(desk.documents.add(desk.documents.read(SAMPLES / "ST-99101-2026-INIT_en.pdf")).documents))
        desk.positions.set_delegation("EL")
        desk.positions.set_item(key, PositionEntry(Address("para_1"), Stance.SUPPORT))
        made = desk.export.mail(key, ExportKind.POSITION, ExportOptions(audience=Audience.CAPITAL, labels="en"))
    assert made.head == ("INTERNAL – FOR THE CAPITAL · Delegation of Greece · ST 99101/26", "LIMITE")
    assert made.foot == ("ST 99101/26", "LIMITE")
