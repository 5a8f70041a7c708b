"""Text copied from a PDF: labels on separate lines, footnotes at the bottom, headers and footers of pages."""

import pytest

from delegate_desk.parsing import reading, text_reader
from support.outlines import copied


def calls(words: str) -> dict[str, list[str]]:
    """By unit, the words before each call of a footnote, and the note called."""
    document = reading.understand(text_reader.source(words), "copied.txt")
    return {
        str(unit.address): [f"{unit.text[: call.offset].split()[-1]} {call.note}" for call in unit.calls]
        for unit in document.units()
        if unit.calls
    }


ALONE = {
    "numbers": (
        "1.\nThe Council notes the report.\n2.\nThe Council invites the Member States to act.\n",
        [
            ("para_1", "1.", "The Council notes the report."),
            ("para_2", "2.", "The Council invites the Member States to act."),
        ],
    ),
    "numbers behind blank lines": (
        "1.\n\nDer Rat nimmt den Bericht zur Kenntnis.\n\n2.\n\nDer Rat ersucht die Mitgliedstaaten zu handeln.\n\n",
        [
            ("para_1", "1.", "Der Rat nimmt den Bericht zur Kenntnis."),
            ("para_2", "2.", "Der Rat ersucht die Mitgliedstaaten zu handeln."),
        ],
    ),
    "wrapped lines": (
        "1.\nThe Council notes that noise from ships at berth disturbs the people\nwho live near ports, and "
        "invites the "
        "Member States to set quiet\nhours.\n2.\nThe Council will revert to the matter by the end of the year, in the\n"
        "light of a report.\n",
        [
            ("para_1", "1.", "The Council notes that noise from ships at berth disturbs the people who live near "
            "ports, and invites the Member States to set quiet hours."),
            ("para_2", "2.", "The Council will revert to the matter by the end of the year, in the light of a report."),
        ],
    ),
    "Greek letters": (
        "7.\nΤο Συμβούλιο καλεί τα κράτη μέλη:\nα)\nνα συνεργαστούν·\nβ)\nνα υποβάλουν έκθεση.\n",
        [
            ("para_7", "7.", "Το Συμβούλιο καλεί τα κράτη μέλη:"),
            ("para_7__point_1", "α)", "να συνεργαστούν·"),
            ("para_7__point_2", "β)", "να υποβάλουν έκθεση."),
        ],
    ),
    "an article": (
        "Article 5\nQuiet hours\n1.\nPorts shall be quiet at night.\n2.\nMember States shall\n(a)\nset the hours; and\n"
        "(b)\n\ntell the Commission.\nArticle 6\nReports\nMember States shall report each year.\n",
        [
            ("art_5", "Article 5", "Quiet hours"),
            ("art_5__para_1", "1.", "Ports shall be quiet at night."),
            ("art_5__para_2", "2.", "Member States shall"),
            ("art_5__para_2__point_1", "(a)", "set the hours; and"),
            ("art_5__para_2__point_2", "(b)", "tell the Commission."),
            ("art_6", "Article 6", "Reports"),
            ("art_6__sub_1", "", "Member States shall report each year."),
        ],
    ),
    "dashes": (
        "3.\nLe Conseil invite la Commission:\n—\nà présenter un rapport,\n—\nà proposer des mesures.\n",
        [
            ("para_3", "3.", "Le Conseil invite la Commission:"),
            ("para_3__ind_1", "—", "à présenter un rapport,"),
            ("para_3__ind_2", "—", "à proposer des mesures."),
        ],
    ),
    "recitals": (
        "Whereas:\n(11)\nNoise at night disturbs those who live near ports.\n(12)\n\nQuiet hours have proved useful.\n"
        "HAVE ADOPTED THIS REGULATION:\nArticle 1\n1.\nPorts shall be quiet.\n",
        [
            ("p_1", "", "Whereas:"),
            ("rec_11", "(11)", "Noise at night disturbs those who live near ports."),
            ("rec_12", "(12)", "Quiet hours have proved useful."),
            ("p_2", "", "HAVE ADOPTED THIS REGULATION:"),
            ("art_1", "Article 1", ""),
            ("art_1__para_1", "1.", "Ports shall be quiet."),
        ],
    ),
    "Bulgarian letters within": (
        "4.\n\nСъветът призовава държавите членки:\n\nа)\n\nда си сътрудничат;\n\nб)\n\nда "
        "докладват:\n\ni)\n\nвсяка година;\n\n"
        "ii)\n\nпри поискване.\n\n",
        [
            ("para_4", "4.", "Съветът призовава държавите членки:"),
            ("para_4__point_1", "а)", "да си сътрудничат;"),
            ("para_4__point_2", "б)", "да докладват:"),
            ("para_4__point_2__point_1", "i)", "всяка година;"),
            ("para_4__point_2__point_2", "ii)", "при поискване."),
        ],
    ),
    "Hungarian articles": (
        "1. cikk\n(1)\nA kikötőknek éjszaka csendesnek kell lenniük.\n(2)\nA tagállamok meghatározzák az órákat.\n",
        [
            ("art_1", "1. cikk", ""),
            ("art_1__para_1", "(1)", "A kikötőknek éjszaka csendesnek kell lenniük."),
            ("art_1__para_2", "(2)", "A tagállamok meghatározzák az órákat."),
        ],
    ),
    "bullets and levels": (
        "2.1.\nNoise\n2.2.\nLight\n•\nlamps\n•\nwindows\n",
        [
            ("para_1", "2.1.", "Noise"),
            ("para_2", "2.2.", "Light"),
            ("para_2__ind_1", "•", "lamps"),
            ("para_2__ind_2", "•", "windows"),
        ],
    ),
    "an outline": (
        "I.\nBackground\n1.\nThe report was sent in May.\nII.\nNext steps\n2.\nThe Council will return to it.\n",
        [
            ("hd_1", "I.", "Background"),
            ("para_1", "1.", "The report was sent in May."),
            ("hd_2", "II.", "Next steps"),
            ("para_2", "2.", "The Council will return to it."),
        ],
    ),
    "a number that ends a sentence": (
        "1.\nThe Council recalls that the quiet hours of ports, which the\nMember States set, are laid down in "
        "Article\n5.\nIt "
        "invites the Member States to set further hours where\nthese are needed.\n2.\nIt will return to this.\n",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind, (_, units) in ALONE.items() if units])
def test_a_label_alone_on_its_line_belongs_to_the_text_below(kind: str) -> None:
    words, units = ALONE[kind]
    assert [(str(a), label, said) for a, label, said in copied(words)] == units


def test_no_paragraph_is_empty_where_a_number_ends_a_sentence() -> None:
    found = copied(ALONE["a number that ends a sentence"][0])
    assert [said for _, _, said in found if not said] == []
    assert found[0][2].endswith("are laid down in Article 5.")
    assert [label for _, label, _ in found if label] == ["1.", "2."]


NOTES = {
    "glued, a rule": (
        "1. The Council recalls its conclusions of 2019 on quiet ports1 and the Action Plan2.\n2. It notes Article 3 "
        "of the Directive and paragraph 2 above.\n__________\n1 12862/19.\n2 See document 9798/15.\n\n3. It will "
        "return to this.\n",
        [("para_1", ["ports fn_1", "Plan fn_2"])],
        [("fn_1", "12862/19."), ("fn_2", "See document 9798/15.")],
    ),
    "a space before": (
        "1. Der Rat verweist auf die Strategie 1 und auf den Bericht der Kommission 2. Er nennt Artikel 2.\n\n1 Dok. "
        "12862/19.\n2 COM(2015) 185 final.\n\n2. Der Rat wird darauf zurückkommen.\n",
        [("para_1", ["Strategie fn_1", "Kommission fn_2"])],
        [("fn_1", "Dok. 12862/19."), ("fn_2", "COM(2015) 185 final.")],
    ),
    "brackets glued": (
        "1. Le Conseil rappelle ses conclusions(1), l'article 3, paragraphe 2, et le plan d'action(2).\n\n(1) Doc. "
        "12862/19.\n(2) Voir le document 9798/15.\n\n2. Le Conseil y reviendra.\n",
        [("para_1", ["conclusions fn_1", "d'action fn_2"])],
        [("fn_1", "Doc. 12862/19."), ("fn_2", "Voir le document 9798/15.")],
    ),
    "brackets behind a space": (
        "1. Il Consiglio ricorda le sue conclusioni (1) e il piano d'azione (2).\n2. Ricorda l'articolo 4 (2).\n\n(1) "
        "Doc. 12862/19.\n(2) Cfr. il documento 9798/15.\n\n3. Il Consiglio tornerà sulla questione.\n",
        [("para_1", ["conclusioni fn_1", "d'azione fn_2"])],
        [("fn_1", "Doc. 12862/19."), ("fn_2", "Cfr. il documento 9798/15.")],
    ),
    "raised": (
        "1. Rada przypomina swoje konkluzje³ i plan działania⁴.\n\n3 Dok. 12862/19.\n4 Zob. dokument 9798/15.\n\n2. "
        "Rada wróci do tej sprawy.\n",
        [("para_1", ["konkluzje fn_3", "działania fn_4"])],
        [("fn_3", "Dok. 12862/19."), ("fn_4", "Zob. dokument 9798/15.")],
    ),
    "wrapped, at the page's foot": (
        "1. The Council recalls the strategy on quiet ports3 and notes that the\n   noise of ships at berth disturbs "
        "the people who live near a\n\n3    OJ L 119, 4.5.2016, p. 1, as last changed by the act of 2019 on the\n     "
        "ports of the Union.\n\n"
        "12862/19        FL/mr      3\n           JAI.1        EN\n\f   port, and that Article 3 of the Directive "
        "applies.\n2. It will return to this.\n",
        [("para_1", ["ports fn_3"])],
        [("fn_3", "OJ L 119, 4.5.2016, p. 1, as last changed by the act of 2019 on the ports of the Union.")],
    ),
    "Greek, without a blank line": (
        "7. Το Συμβούλιο καλεί τα κράτη μέλη:\nα) να εφαρμόσουν τη στρατηγική1 και το άρθρο 1·\n1 Έγγρ. 12862/19.\nβ) "
        "να υποβάλουν έκθεση2.\n2 Βλ. έγγραφο 9798/15.\n8. Το Συμβούλιο θα επανέλθει.\n",
        [("para_7__point_1", ["στρατηγική fn_1"]), ("para_7__point_2", ["έκθεση fn_2"])],
        [("fn_1", "Έγγρ. 12862/19."), ("fn_2", "Βλ. έγγραφο 9798/15.")],
    ),
    "all notes at the end": (
        "1. Neuvosto palauttaa mieleen päätelmänsä1.\n2. Neuvosto viittaa 3 artiklaan ja komission kertomukseen2.\n3. "
        "Neuvosto palaa asiaan3.\n\n1 Asiak. 12862/19.\n2 Ks. asiakirja 9798/15.\n3 EUVL L 119, 4.5.2016, s. 1.\n",
        [("para_1", ["päätelmänsä fn_1"]), ("para_2", ["kertomukseen fn_2"]), ("para_3", ["asiaan fn_3"])],
        [("fn_1", "Asiak. 12862/19."), ("fn_2", "Ks. asiakirja 9798/15."), ("fn_3", "EUVL L 119, 4.5.2016, s. 1.")],
    ),
    "the number alone on its line": (
        "1. O Conselho recorda as suas conclusões1 e o plano de ação2.\n\n1\nDoc. 12862/19.\n2\nVer o documento "
        "9798/15.\n\n2. O Conselho voltará a esta questão.\n",
        [("para_1", ["conclusões fn_1", "ação fn_2"])],
        [("fn_1", "Doc. 12862/19."), ("fn_2", "Ver o documento 9798/15.")],
    ),
    "behind a stop and a year": (
        "1. The plan was adopted in 20171 and changed since.2 It counts 2 parts.\n\n1 12862/17.\n2 9798/18.\n\n2. The "
        "Council will return to this.\n",
        [("para_1", ["2017 fn_1", "since. fn_2"])],
        [("fn_1", "12862/17."), ("fn_2", "9798/18.")],
    ),
    "square brackets": (
        "1. De Raad herinnert aan zijn conclusies[1] en aan het actieplan [2].\n\n[1] Doc. 12862/19.\n[2] Zie document "
        "9798/15.\n\n2. De Raad komt hierop terug.\n",
        [("para_1", ["conclusies fn_1", "actieplan fn_2"])],
        [("fn_1", "Doc. 12862/19."), ("fn_2", "Zie document 9798/15.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", NOTES)
def test_footnotes_of_copied_text_are_known_by_their_calls(kind: str) -> None:
    words, called, notes = NOTES[kind]
    found = copied(words)
    assert [(str(a), said) for a, _, said in found if a.startswith("fn_")] == notes
    assert list(calls(words).items()) == called


def test_a_number_that_a_copy_put_too_early_stands_above_its_own_paragraph() -> None:
    found = copied(
        "1.\n\nPorts shall be quiet, provided that:\n\n2.\n\n(a)\n\nit is night; and\n\n(b)\n\nships are at berth.\n\n"
        "Member States shall set the hours.\n\n3.\n\nThey shall report:\n\n-\n\n4.\n\non the hours.\n\nThe Commission "
        "shall review them.\n"
    )
    assert [(str(a), label, said) for a, label, said in found] == [
        ("para_1", "1.", "Ports shall be quiet, provided that:"),
        ("para_1__point_1", "(a)", "it is night; and"),
        ("para_1__point_2", "(b)", "ships are at berth."),
        ("para_2", "2.", "Member States shall set the hours."),
        ("para_3", "3.", "They shall report:"),
        ("para_3__ind_1", "-", "on the hours."),
        ("para_4", "4.", "The Commission shall review them."),
    ]


def test_numbers_of_notes_that_stand_above_all_of_them_are_shared_out() -> None:
    words = (
        "1. The Council recalls its conclusions1, the Action Plan2 and the report3.\n\n1\n2\n\n3\n\n12862/19.\nSee "
        "document 9798/15.\n\nCOM(2015) 185 final.\n\n12862/19   FL/mr   3\nJAI.1   EN\n\n2. It will return to this.\n"
    )
    assert [(str(a), said) for a, _, said in copied(words)] == [
        ("para_1", "The Council recalls its conclusions, the Action Plan and the report."),
        ("para_2", "It will return to this."),
        ("fn_1", "12862/19."),
        ("fn_2", "See document 9798/15."),
        ("fn_3", "COM(2015) 185 final."),
    ]
    assert calls(words) == {"para_1": ["conclusions fn_1", "Plan fn_2", "report fn_3"]}


@pytest.mark.parametrize(
    ("printed", "before"),
    [
        ("Regulation (EU) 2023/1804 (1), and", "2023/1804"),
        ("Regulation (EU) 2023/1804 1, and", "2023/1804"),
        ("Directive 2002/49/EC\n1\n, and", "2002/49/EC"),
        ("Directive 2002/49/EC 1, and", "2002/49/EC"),
        ("Regulation (EU) 2023/18041, and", "2023/1804"),
        ("the ‘Green Deal’1, and", "Deal’"),
        ("the Green Deal (GD)1, and", "(GD)"),
    ],
)
def test_a_call_behind_the_number_of_an_act_is_told_from_it(printed: str, before: str) -> None:
    note = "(1) OJ L 1, 4.5.2016, p. 1." if "(1)" in printed else "1 OJ L 1, 4.5.2016, p. 1."
    words = f"1. The Council recalls {printed} its aims.\n\n{note}\n\n2. It will return to this.\n"
    assert calls(words) == {"para_1": [f"{before} fn_1"]}


PLAIN = {
    "no note": "1. The Council recalls Article 3 and paragraph 3, the 3 institutions and COM 3.\n2. It notes phase 3 "
    "and EUR 3 million, adopted on 3 May 2019 within 3 years3.\n",
    "numbers without stops": "1 The Council notes phase 1 of the plan and Article 2 of the act.\n2 The Council recalls "
    "phase 2.\n3 It will return to this in stage 3 of the work.\n",
    "recitals that name points": "Whereas:\n(1) Quiet ports are of use, as point (2) and Article 3 (3) say.\n(2) Noise "
    "is not.\n(3) Ships are noisy.\nHAVE ADOPTED THIS REGULATION:\nArticle 1\nPorts shall be quiet.\n",
    "measures": "1. Rooms of 20 m2 and emissions of CO2 count.\n2. The area is 2 km2 and PM10 is measured.\n\n2 "
    "rooms are kept free.\n",
    "amounts": "1. La somme est de 3 millions et le délai de 3 ans.\n\n3 ans après l'entrée en vigueur, le "
    "Conseil y reviendra.\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", PLAIN)
def test_numbers_that_call_nothing_stay_in_the_text(kind: str) -> None:
    found = copied(PLAIN[kind])
    assert not [address for address, _, _ in found if address.startswith("fn_")]
    letters = "".join(c for _, label, said in found for c in label + said if c.isalnum())
    assert sorted(letters) == sorted(c for c in PLAIN[kind] if c.isalnum())


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
    ("para_1", "The Council notes that noise from ships at berth disturbs the people who live near ports, and invites "
    "the Member States to set quiet hours."),
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
