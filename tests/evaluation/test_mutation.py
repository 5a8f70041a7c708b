import random
from pathlib import Path

from delegate_desk.parsing.reading_process import ReadingProcess
from evaluation import mutation

MANY = 60


def test_the_same_seed_makes_the_same_files() -> None:
    whole = mutation.samples()[-3:]
    one, two = ([mutation.mutate(random.Random(5), name, data) for name, data in whole] for _ in range(2))
    assert one == two


def test_damaged_files_are_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    made = 0

    def enough() -> bool:
        nonlocal made
        made += 1
        return made > MANY

    reader = ReadingProcess()
    report = mutation.run(mutation.changed(random.Random(26), mutation.samples(), enough), tmp_path, reader=reader)
    reader.close()
    assert report.outcomes.total() == MANY
    assert (dict(report.faults), dict(report.broken)) == ({}, {})
    assert f"{MANY} files" in "\n".join(report.lines())


def test_what_breaks_a_reader_is_counted_and_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    reader = ReadingProcess(seconds=0.3)
    slow = ("a.txt", b"1. " + b"The Council notes. " * 300_000)
    report = mutation.run([slow], tmp_path, keep=kept, reader=reader)
    reader.close()
    assert dict(report.broken) == {"time limit of 0.3 s": 1}
    assert [path.read_bytes() for path in kept.iterdir()] == [slow[1]]
