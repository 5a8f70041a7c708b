from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.parsing import text_lines, text_reader
from delegate_desk.parsing.blocks import TextRun
from delegate_desk.parsing.text_lines import WordBreaks

GREEK = "Το Συμβούλιο καλεί τα κράτη μέλη να συνεργαστούν και να υποβάλουν έκθεση για τα αποτελέσματα."
BULGARIAN = "Съветът призовава държавите членки да си сътрудничат и да докладват за резултатите."
FRENCH = "Le Conseil invite les États membres à coopérer et à rendre compte des résultats – à l’été."
POLISH = "Rada wzywa państwa członkowskie do współpracy i do złożenia sprawozdania, które jest ważne."
LATVIAN = "Padome aicina dalībvalstis sadarboties un līdz gada beigām ziņot par rezultātiem, kā arī šo."
CAPITALS = f"Άρθρο 1. {GREEK} Όλα τα κράτη."


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (GREEK, "utf-8"),
        (GREEK, "utf-8-sig"),
        (GREEK, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (GREEK, "utf-16-le"),
        (BULGARIAN, "utf-16-be"),
        (GREEK, "cp1253"),
        (GREEK, "iso8859-7"),
        (BULGARIAN, "cp1251"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (LATVIAN, "cp1257"),
        (CAPITALS, "cp1253"),
        (CAPITALS, "iso8859-7"),
    ],
)
def test_encodings_are_told_apart(words: str, encoding: str) -> None:
    assert text_reader.decode(words.encode(encoding)) == words


def test_a_file_cut_off_in_a_character_is_read() -> None:
    cut = GREEK.encode("utf-8")[:-2]
    assert text_reader.decode(cut).startswith(GREEK[:-3])


LOST = "\ufffd"


@pytest.mark.parametrize(
    "words",
    [
        f"The Council {LOST} calls on the Member States.",
        f"{LOST}",
        f"The {LOST}rst and the second{LOST}.",
        f"Das Ger{LOST}t l{LOST}uft.",
        GREEK[:40] + LOST * 3,
        f"{POLISH[:30]}{LOST * 6}",
        f"Tr{LOST}s bien, d{LOST}j{LOST} vu, {LOST}t{LOST}.",
        f"{LOST * 12} page 3",
        f"{BULGARIAN}{LOST}",
        f"1. P{LOST}{LOST}v a povinnost{LOST}.\n2. Text.",
    ],
)
def test_letters_that_were_lost_before_do_not_change_the_encoding(words: str) -> None:
    assert text_reader.decode(words.encode()) == words


def test_letters_lost_before_and_one_cut_off_are_told_apart() -> None:
    words = f"Το Συμβούλιο {LOST} καλεί{LOST}: {GREEK}"
    assert text_reader.decode(words.encode() + "α".encode()[:1]).startswith(words)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(200), b"\0" * 5000])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(text_reader.NotTextError):
        text_reader.decode(data)


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs", "Cn", "Co"]), max_size=80))
def test_what_is_written_in_utf_8_is_read(words: str) -> None:
    assert text_reader.decode(words.encode("utf-8-sig")) == words


@given(st.text(max_size=300))
def test_any_text_has_blocks(words: str) -> None:
    found = text_reader.source(words)
    assert all(block.text.strip() for block in found.blocks if not any(run.note for run in block.runs))


INVITES = "The Council invites the Member States to set quiet hours for ships at berth. " * 3
SENTENCES = [
    "Ports should be quiet at night, and by day where they can be.",
    "The Presidency has our support for what it proposes on quiet hours in the maritime ports.",
    "We ask for a review after three years.",
]
SMALL = [
    "DER RAT —", "gestützt auf den Vertrag,", "in Erwägung nachstehender Gründe:", "(1) Gründe.", "Artikel 1",
    "Es gilt:", "a) eins,", "b) zwei,", "c) drei.",
]  # fmt: skip
NUMBERS = [
    "(1) The Council recalls that it is bound by what is laid down in paragraph\n(2) of that Article, as it\nis.",
    "(2) Sobre el fondo, la Comisión recuerda lo que dice el texto en su art.\n9. No hay más.",
]
SUBJECT = ["Subject: Proposal on quiet hours in the maritime ports of the Union and on", "information (recast)"]
REVISED = [
    "Since the last meeting of the Working Party on Shipping, held on 8 July, the text",
    "has been revised. There are as yet no further news on how the other institution",
    "intends to proceed with its work on the proposal in the near future. The Presidency",
    "hopes to be able to tell more at the next meeting on 10 September.",
]
BLOCKS: dict[str, tuple[str, list[str]]] = {
    "each line of an unwrapped text is a block": (
        f"ENV 1\nTRANS 2\n\n1. {INVITES}\n2. {INVITES}",
        ["ENV 1", "TRANS 2", f"1. {INVITES.strip()}", f"2. {INVITES.strip()}"],
    ),
    "lines of a wrapped text are joined": (
        "NOTE\n\n1. The Council notes that noise from ships at berth disturbs the\n"
        "   people who live near ports, and invites the Member States to set\n   quiet hours.\n"
        "2. The Council will revert to the matter by the end of the year, in\n   the light of a report.\n"
        "   (a) which is short;\n   (b) and clear.\n",
        ["NOTE",
         "1. The Council notes that noise from ships at berth disturbs the\n"
         "people who live near ports, and invites the Member States to set\nquiet hours.",
         "2. The Council will revert to the matter by the end of the year, in\nthe light of a report.",
         "(a) which is short;", "(b) and clear."],
    ),
    "sentences on lines of their own are not joined": ("\n".join(SENTENCES), SENTENCES),
    "a blank line after every line means nothing": (
        "\n\n".join(["NOTE", "from: the Presidency", "to: Delegations", *SUBJECT, *REVISED]),
        ["NOTE", "from: the Presidency", "to: Delegations", "\n".join(SUBJECT), "\n".join(REVISED)],
    ),
    "Markdown leaves no trace": (
        "- α) πρώτο [COM \\(2015\\) 185 final](#) και [έγγραφο](http://a.b/c_(d))\n- (b) second\n- a dash\n## Heading",
        ["α) πρώτο COM (2015) 185 final και έγγραφο", "(b) second", "- a dash", "Heading"],
    ),
    "small labels and citations behind blank lines run nothing on": ("\n\n".join(SMALL), SMALL),
    "a number at the beginning of a line may be the middle of a sentence": (
        "\n\n".join(NUMBERS),
        NUMBERS,
    ),
    "words broken at the end of a line are made whole": (
        "1. The contributions on the long-\nterm plan came late, so these contri-\nbutions to the long-term plan wait.",
        ["1. The contributions on the long-term plan came late, so these contributions to the long-term plan wait."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "texts"), BLOCKS.values(), ids=BLOCKS)
def test_the_lines_of_a_text_become_blocks(words: str, texts: list[str]) -> None:
    assert [block.text for block in text_reader.source(words).blocks] == texts


def test_footnotes_leave_the_text_and_are_called_in_it() -> None:
    found = text_reader.source(
        "1. First¹ and second².\n\n¹ See [11855/12](#).\n\n² A note\nof two lines.\n\n- a) next³ one\n\n³ Last."
    )
    assert [(note.label, " ".join(note.blocks[0].text.split())) for note in found.notes] == [
        ("1", "See 11855/12."), ("2", "A note of two lines."), ("3", "Last."),
    ]  # fmt: skip
    assert found.blocks[0].runs == (
        TextRun("1. First"),
        TextRun("", note="1"),
        TextRun(" and second"),
        TextRun("", note="2"),
        TextRun("."),
    )
    assert [block.text for block in found.blocks] == ["1. First and second.", "a) next one"]


def test_a_square_metre_calls_no_footnote() -> None:
    found = text_reader.source("1. A room of 20 m² and of 30 km² is large².\n\n² A note.\n\nA power of ten⁶.")
    assert [block.text for block in found.blocks] == ["1. A room of 20 m² and of 30 km² is large.", "A power of ten⁶."]


def test_page_feet_are_evidence_and_no_text() -> None:
    found = text_reader.source("1. One.\n\n7001/26 GK/cr 1\n\nTREE.2.A LIMITE EN\n\f2. Two.\n\n7001/26 GK/cr 2\n")
    assert [block.text for block in found.blocks] == ["1. One.", "2. Two."]
    assert [block.page for block in found.blocks] == [1, 2]
    assert found.running == ("7001/26 GK/cr 1", "TREE.2.A LIMITE EN", "7001/26 GK/cr 2")


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_bytes("1. Ένα.\r\n2. Δύο.\r\n".encode("cp1253"))
    assert [block.text for block in text_reader.read(file).blocks] == ["1. Ένα.", "2. Δύο."]


def test_a_line_without_end_is_no_work() -> None:
    source = text_reader.source("¹ A note.\n\n" + "m¹x" * 60_000 + "\n")
    assert len(source.blocks) == 1


WIDTH = 70


@pytest.mark.parametrize(
    ("above", "below", "begins"),
    [
        ("The ports shall be quiet.", "Article 5", True),
        ("Artikel 5", "Begriffsbestimmungen", True),
        ("Begriffsbestimmungen", "Für die Zwecke dieser Richtlinie gelten folgende Begriffsbestimmungen", True),
        ("DER RAT DER EUROPÄISCHEN UNION —", "gestützt auf den Vertrag über die Arbeitsweise der Europäischen", True),
        ("visto il trattato,", "vista la proposta della Commissione,", True),
        ("the harbours are kept quiet,", "HAS ADOPTED THIS REGULATION:", True),
        ("(a) locks;", "which are governed by national law", True),
        ("The Council invites the Member States to see to it that all ships and", "Ports are quiet at night.", False),
        ("1. The ports that lie by the sea and that are called by", "ships shall be quiet.", False),
        ("Delegations will find attached the conclusions in document", "EUCO 34/26", False),
    ],
)
def test_a_part_begins_without_a_blank_line_and_a_sentence_continues(above: str, below: str, begins: bool) -> None:
    assert text_lines.begins(above, below, WIDTH) is begins


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        (  # it stands whole elsewhere
            "The contributions came late; these contri-", "butions count.",
            "The contributions came late; these contributions count.",
        ),
        ("The long-term plan is a long-", "term plan.", "The long-term plan is a long-term plan."),  # with its hyphen
        ("Ein-", "und Ausfuhr", "Ein-\nund Ausfuhr"),  # a part is left out
        ("The long-", "and short-term plans", "The long-\nand short-term plans"),
        ("The text -", "as agreed", "The text -\nas agreed"),
        ("Article 5-", "a text", "Article 5-\na text"),
        ("The ha\u00ad", "ven", "The haven"),
    ],
)  # fmt: skip
def test_a_word_broken_at_the_end_of_a_line_is_joined_or_left(above: str, below: str, joined: str) -> None:
    assert WordBreaks((above, below)).join(above, below) == joined
