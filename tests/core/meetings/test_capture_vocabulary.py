from hypothesis import example, given
from hypothesis import strategies as st

from delegate_desk import paths
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.capture_parser import CaptureContext, read
from delegate_desk.core.meetings.capture_vocabulary import (
    build_vocabulary,
    clean_line,
    correct_slips,
    fold_in_place,
    hide_quoted,
)
from delegate_desk.core.meetings.meeting import ParsedIntervention
from delegate_desk.core.positions.position import Stance
from evaluation.meeting import DOCUMENTS, GROUPS

WORDS = build_vocabulary(paths.load_table("capture_words"))
BITS = st.sampled_from(
    [
        *"+-?~!;:,./()=\"'«»“ 0123\u202e🙂\0\x1b\ud800É",
        *"DE it all but others PRES concludes V4 as previous 10 7στ art".split(),
        *"annex point a) not lifts res. support if +if".split(),
    ]
)  # fmt: skip
LINES = st.one_of(
    st.text(max_size=300), st.lists(BITS, max_size=60).map(" ".join), st.lists(BITS, max_size=60).map("".join)
)


def take(line: str, item: str = "3") -> ParsedIntervention:
    return read(
        line,
        WORDS,
        addresses=DOCUMENTS[item],
        at_hand=Address("art_5__para_2"),
        groups=GROUPS,
        earlier=CaptureContext(
            {("DE", address): Stance.SUPPORT for address in DOCUMENTS[item]}, previous=(Stance.OPPOSE, None)
        ),
    )


@given(LINES)
@example("DE+ " * 1250)
@example("(" * 5000)
@example("«" * 5000)
@example("DE+ 10 supports 6(2) " * 240)
@example("all but " * 700)
@example("1(1)" * 1250)
def test_any_line_is_read_and_kept(line: str) -> None:
    reading = take(line)
    assert reading.interventions
    assert len(reading.alternatives) <= 3
    for said in reading.interventions:
        assert (said.stance is None) == (not said.delegations)
        assert said.address is None or said.address in DOCUMENTS["3"]
        assert set(said.delegations) <= {*PROTOCOL_ORDER, "COM", "PRES", "CLS", "GSC", "EEAS", "ECB", "UK"}
        assert len(set(said.delegations)) == len(said.delegations)
        if not said.delegations:
            assert said.text == clean_line(line)


@given(st.text())
def test_levelling_keeps_every_offset(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)
    assert len(hide_quoted(text, fold_in_place(text))[0]) == len(text)


@given(st.text(alphabet=st.sampled_from("suportcanegi επιφύλαξη'"), max_size=60))
def test_mending_slips_keeps_count_of_offsets(text: str) -> None:
    better, places = correct_slips(fold_in_place(text), WORDS.known)
    assert len(places) == len(better) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)


def test_a_slip_in_a_long_word_is_put_right() -> None:
    typed = "suports resrvation scrutny agreees υποστιριζει"
    assert correct_slips(typed, WORDS.known)[0].split()[:4] == ["supports", "reservation", "scrutiny", "agrees"]
    assert correct_slips("report project council", WORDS.known)[0] == "report project council"


def test_a_code_is_known_in_any_letters() -> None:
    typed = ["el", "GR", "ΕΛ", "ΚΥ", "ΦΡ", "Cion", "gb", "XX", "Μαρία"]
    assert [WORDS.code(word) for word in typed] == ["EL", "EL", "EL", "CY", "FR", "COM", "UK", None, None]
