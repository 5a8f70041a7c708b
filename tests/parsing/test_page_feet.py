"""Headers and footers of pages in text copied from a PDF."""

import pytest

from delegate_desk.parsing import text_reader
from support.outlines import copied

ANNEX = {
    "bg": "ПРИЛОЖЕНИЕ",
    "cs": "PŘÍLOHA",
    "da": "BILAG",
    "de": "ANLAGE",
    "el": "ΠΑΡΑΡΤΗΜΑ",
    "en": "ANNEX",
    "es": "ANEXO",
    "et": "LISA",
    "fi": "LIITE",
    "fr": "ANNEXE",
    "ga": "IARSCRÍBHINN",
    "hr": "PRILOG",
    "hu": "MELLÉKLET",
    "it": "ALLEGATO",
    "lt": "PRIEDAS",
    "lv": "PIELIKUMS",
    "mt": "ANNESS",
    "nl": "BIJLAGE",
    "pl": "ZAŁĄCZNIK",
    "pt": "ANEXO",
    "ro": "ANEXĂ",
    "sk": "PRÍLOHA",
    "sl": "PRILOGA",
    "sv": "BILAGA",
}
FEET = {
    "two lines": "12862/19                FL/mr                3\n             JAI.1                   EN\n",
    "two lines behind blank ones": "\n\n12862/19   FL/mr   3\n\nJAI.1   LIMITE   EN\n\n",
    "one line": "12862/1/19 REV 1 FL/mr 3 JAI.1 LIMITE EN\n",
    "broken": "12862/19\n\nFL/mr\nJAI.1\n\n3\n\nEN\n",
    "broken by columns": "12862/19\nANNEX\n\nFL/mr\nJAI.1\n\n3\n\nLIMITE\n\nEN\n\n",
    "an annex": "12862/19   FL/mr   3\nANNEX   JAI.1   EN\n",
    "a numbered annex": "PE-CONS 43/24    DMY/RC/sl    3\nANNEX II    ECOFIN.1.B    EN\n",
    "old unit": "\n16217/1/12 REV 1     rk/mn      3\n    DG E - 1C    LIMITE    EN\n\n",
    "another's stamp": "10939/17 ADD 2 LJP/ec/kg 3 DG G 2A EN\n\nwww.parlament.gv.at\n",
    "a form feed": "\n12862/19   FL/mr   3\n  JAI.1   EN\n\f",
    "the language alone": "\nEN\n\n",
    "the head of an annex": "12862/19   FL/mr   3\nANNEX   JAI.1   EN\n\f\nANNEX\n\n",
}  # fmt: skip


def _paper(foot: str, code: str = "EN") -> str:
    """A document whose second page starts within a sentence, and whose third starts within a list."""
    foot = foot.replace("EN\n", f"{code}\n")
    second, third = foot.replace("3", "4", 1) if "  3" in foot else foot, foot
    return (
        "1. The Council notes that noise from ships at berth disturbs the people who live near\n"
        f"{foot}"
        "ports, and invites the Member States to set quiet hours.\n"
        "2. The Council invites the Member States:\n"
        "(a) to set the hours that are kept at night in each of the ports of the Union;\n"
        f"{second}"
        "(b) to tell the Commission of the hours that are kept in each of the ports;\n"
        f"{third}"
        "(c) to report each year.\n"
        "3. It will return to this.\n"
    )


WHOLE = [
    ("para_1", "The Council notes that noise from ships at berth disturbs the people who live near ports, and "
    "invites the "
     "Member States to set quiet hours."),
    ("para_2", "The Council invites the Member States:"),
    ("para_2__point_1", "to set the hours that are kept at night in each of the ports of the Union;"),
    ("para_2__point_2", "to tell the Commission of the hours that are kept in each of the ports;"),
    ("para_2__point_3", "to report each year."),
    ("para_3", "It will return to this."),
]  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in FEET if kind != "the head of an annex"])
def test_feet_of_pages_cut_no_sentence_and_close_no_list(kind: str) -> None:
    assert [(str(a), said) for a, _, said in copied(_paper(FEET[kind]))] == WHOLE


@pytest.mark.parametrize("code", ANNEX)
def test_the_word_for_annex_at_the_foot_is_known_in_every_language(code: str) -> None:
    foot = f"12862/19   FL/mr   3\n{ANNEX[code]}   JAI.1   EN\n"
    assert [(str(a), said) for a, _, said in copied(_paper(foot, code.upper()))] == WHOLE
    foot = f"12862/19\n{ANNEX[code]} II\nFL/mr\n3\nJAI.1\nEN\n"
    assert [(str(a), said) for a, _, said in copied(_paper(foot, code.upper()))] == WHOLE


def test_an_annex_that_begins_behind_a_foot_is_no_foot() -> None:
    words = _paper(FEET["two lines"]).replace("3. It will", "\nANNEX\n\nDraft text\n\n1. It will")
    head = "Brussels, 8 October 2019\n(OR. en)\n12862/19\n\nNOTE\nFrom: Presidency\nTo: Delegations\nSubject: Ports\n\n"
    found = copied(f"{head}{words}\n12862/19   FL/mr   5\nANNEX   JAI.1   EN\n")
    assert [(str(a), said) for a, _, said in found] == [
        *WHOLE[:-1], ("annex_1", "Draft text"), ("annex_1__para_1", "It will return to this."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "1. These delegations spoke:\n\nDE\n\nWe agree.\n\nIT\n\nWe agree too.\n\nEL\n\nSo do we.\n",
        "1. The unit is named below.\n\nand/or\n\nnothing.\n\n3\n\n12345/19\n\nJAI 102\n",
        "1. It recalls these:\n\n7264/21 CFSP/PESC 193\n\n7264/21 CFSP/PESC 193\n\n7264/21 CFSP/PESC 193\n",
    ],
)
def test_lines_that_only_look_like_a_foot_stay(words: str) -> None:
    source = text_reader.source(words)
    assert not source.running
    assert [word for block in source.blocks for word in block.text.split()] == words.split()


def test_the_feet_are_evidence() -> None:
    source = text_reader.source(_paper(FEET["broken"]))
    assert source.running == ("12862/19", "FL/mr", "JAI.1", "3", "EN")
