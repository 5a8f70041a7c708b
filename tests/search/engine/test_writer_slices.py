import threading
from pathlib import Path

from delegate_desk.search.engine import schema
from delegate_desk.search.engine.segment_file import SegmentFile
from delegate_desk.search.engine.writer import Slice, TermBuffer
from support.index_entries import ENGLISH, GREEK, paragraph


def test_a_word_has_a_number_in_each_language() -> None:
    lexicon = TermBuffer()
    numbers = [lexicon.printed(language)[word] for language, word in (("en", "note"), ("fr", "note"), ("en", "note"))]
    assert numbers == [0, 1, 0]
    assert len(lexicon) == 2
    exact, _, first, second = lexicon.forms(2)
    assert exact.tolist() == [0, 0]
    assert (first.tolist(), second.tolist()) == ([0, 1], [-1, -1])
    assert list(lexicon.stem) == ["en note", "fr not"]


def test_only_words_met_before_are_looked_at() -> None:
    lexicon = TermBuffer()
    for word in ("one", "two", "three"):
        lexicon.printed("en")[word]
    assert len(lexicon.forms(2)[0]) == 2
    assert list(lexicon.exact) == ["one", "two"]
    assert len(lexicon.forms(3)[0]) == 3


def test_a_word_without_accents_of_its_own_has_no_accented_form() -> None:
    lexicon = TermBuffer()
    words = lexicon.printed("el")
    assert [words[word] for word in ("ΑΡΧΕΣ", "αρχές", "Αρχές")] == [0, 1, 2]
    exact, accented, *_ = lexicon.forms(3)
    assert (exact.tolist(), accented.tolist()) == ([0, 0, 0], [-1, 0, 0])


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
