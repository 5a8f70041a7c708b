"""The files and measurements of the export benchmark."""

from pathlib import Path

import bench_export
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.desk import Desk, open_desk
from support.document_values import take_in


def test_the_act_is_read_and_drafted_on(desk: Desk, tmp_path: Path) -> None:
    bench_export.write(tmp_path / "act.docx", 60)
    key = take_in(desk, tmp_path / "act.docx")
    bench_export.draft(desk, key, 20)
    there = {unit.address for unit in desk.documents.content(key).units()}
    items = desk.positions.get(key).items
    assert len(items) == 20
    assert {item.proposed_action(is_there=item.address in there) for item in items} == {
        ProposedAction.REWORD,
        ProposedAction.DELETE,
        ProposedAction.INSERT,
    }
    assert len(desk.annotations.for_document(key)) == 20


def test_a_measurement_has_its_figures(tmp_path: Path) -> None:
    bench_export.write(tmp_path / "act.docx", 60)
    with open_desk(tmp_path) as desk:
        key = take_in(desk, tmp_path / "act.docx")
        bench_export.draft(desk, key, 5)
    figures = bench_export.redline(tmp_path)
    assert figures["seconds"] > 0
    assert figures["lines"] == 5
    assert len(bench_export.files(tmp_path)) == 16
