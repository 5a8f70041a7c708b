import threading
from pathlib import Path

from delegate_desk.search.engine import schema
from delegate_desk.search.engine.segment_file import SegmentFile
from delegate_desk.search.engine.writer import Slice, TermBuffer
from support.index_entries import ENGLISH, GREEK, paragraph


def test_one_slice_is_written_while_another_is_filled(tmp_path: Path) -> None:
    lexicon = TermBuffer()
    slices = [Slice(lexicon) for _ in range(4)]
    threads: list[threading.Thread] = []
    for number, part in enumerate(slices):
        for order in range(200):
            text = f"word{number}x{order} shared note notes"
            part.add(schema.row(paragraph(text, str(order), header=ENGLISH if order % 2 else GREEK), order))
        for thread in threads:
            thread.join()
        threads = [threading.Thread(target=part.write, args=(tmp_path / f"MAIN_{number}.arr",))]
        threads[0].start()
    threads[0].join()
    for number in range(4):
        file = SegmentFile(tmp_path / f"MAIN_{number}.arr")
        terms = file["exact.terms"].tobytes().decode()
        assert (file.size, len(file["exact.ends"])) == (200, 204)
        assert f"word{number}x199" in terms
        list(file.check())


def test_a_slice_tells_how_much_it_holds(tmp_path: Path) -> None:
    part = Slice(TermBuffer())
    for text in ("two words", "", "and three more"):
        part.add(schema.row(paragraph(text), 0))
    assert (len(part), part.words) == (3, 5)
    lengths = part.write(tmp_path / "MAIN_1.arr")
    assert lengths == {"exact": 5, "stem": 5}
