"""Cover pages of other institutions and press offices: the number, the signatory, and what is not a value."""

import pytest

from delegate_desk.core.documents.document import Header
from delegate_desk.parsing import reading, text_reader
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.header import act_title, header_lines, value_assignment

TOP = "Council of the European Union\nBrussels, 4 March 2022\n(OR. en)\n{number}\nTRANS 5\nNOTE\n"
FIELDS = "From: Presidency\nTo: Delegations\nSubject: Quiet hours in ports\n\nDelegations will find attached a text.\n"


def _read(paper: str) -> Header:
    return reading.understand(text_reader.source(paper), "paper.txt").header


def _both(paper: str) -> list[Header]:
    """The header with its lines kept, and joined into one line."""
    return [_read(paper), _read(f"{' '.join(paper.split())}\n")]


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        ("11820/22 COR 1 (et, lv)", "ST 11820/22 COR 1"),
        ("11820/22\nCOR 1 (et, lv)", "ST 11820/22 COR 1"),
        ("11820/22\nCOR 1\n(et,lv,mt)", "ST 11820/22 COR 1"),
        ("11820/22 COR 2 (de/fr)", "ST 11820/22 COR 2"),
        ("11820/22 COR 1 (EL)", "ST 11820/22 COR 1"),
        ("11820/22 COR 1 (cs + sk)", "ST 11820/22 COR 1"),
        ("11820/22 COR 3 (all languages)", "ST 11820/22 COR 3"),
        ("11820/22 ADD 1 COR 1 (bg, es, cs, da, de)", "ST 11820/22 ADD 1 COR 1"),
        ("11820/1/22\nREV 1 (fr; nl)", "ST 11820/1/22 REV 1"),
        ("11820/1/22 REV 1 COR 2 (sv, fi)", "ST 11820/1/22 REV 1 COR 2"),
        ("11820/22\nLIMITE\nCOR 1 (et)", "ST 11820/22 COR 1"),
        ("10450/22 (Presse 212)", "ST 10450/22"),
        ("10450/22 (Press 12)", "ST 10450/22"),
        ("10450/22 (PRESSE 212)", "ST 10450/22"),
        ("PE-CONS 12/22 COR 1 (pl, hu)", "PE-CONS 12/22 COR 1"),
    ],
)
def test_a_corrigendum_has_a_number_of_its_own(number: str, reference: str) -> None:
    assert [str(found.reference) for found in _both(TOP.format(number=number) + FIELDS)] == [reference] * 2


@pytest.mark.parametrize(
    "lines",
    [
        "10450/2/22\nDossier interinstitutionnel : REV 2 COR 3\n2008/0090 (COD)",
        "10450/2/22\nDossier interinstitutionnel :\nREV 2 COR 3\n2008/0090 (COD)",
        "10450/2/22\nInterinstitutional File: REV 2 COR 3\n2008/0090(COD)",
        "10450/2/22\nInterinstitutionelles Dossier: REV 2 COR 3\n2008/0090 (COD)",
        "10450/2/22\nΔιοργανικός φάκελος: REV 2 COR 3\n2008/0090 (COD)",
        "10450/2/22\nToimielinten välinen asia: REV 2 COR 3\n2008/0090 (COD)",
        "Dossier interinstitutionnel : REV 2 COR 3\n2008/0090 (COD)\n10450/2/22",
        "10450/2/22\nLIMITE REV 2 COR 3",
        "10450/2/22\n(OR. en) REV 2 COR 3",
        "2008/0090 (COD)\n10450/2/22\nREV 2\nCOR 3",
    ],
)
def test_a_suffix_may_stand_on_one_line_with_the_other_column(lines: str) -> None:
    paper = TOP.format(number=lines) + FIELDS
    assert str(_read(paper).reference) == "ST 10450/2/22 REV 2 COR 3"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("14402/21 LIMITE CO EUR-PREP 45", ["CO EUR-PREP 45"]),
        ("14402/21 LIMITE JAI 12 COPEN 7", ["JAI 12", "COPEN 7"]),
        ("14402/21 COR 1 (fr, el) LIMITE PR CO 5", ["PR CO 5"]),
        ("14402/21 (Presse 9) LIMITE PR CO 5", ["PR CO 5"]),
        ("14402/21 REV 1 LIMITE CFSP/PESC 1 CSDP/PSDC 2", ["CFSP/PESC 1", "CSDP/PSDC 2"]),
    ],
)
def test_number_marking_and_codes_may_share_a_line(line: str, codes: list[str]) -> None:
    for found in _both(TOP.format(number=line).replace("TRANS 5\n", "") + FIELDS):
        assert (found.marking, [str(code) for code in found.subject_codes]) == ("LIMITE", codes)
        assert found.reference is not None
        assert found.reference.number == 14402


def test_the_call_of_a_footnote_makes_no_code() -> None:
    for line in ("SOMMAIRE1", "SOMMAIRE¹", "CONTENTS1", "ANNEX2", "NOTE3"):
        assert not header_lines.is_codes(line)
    assert header_lines.is_codes("COEST169 PESC511")
    assert header_lines.is_codes("MI 4 JAI5")


@pytest.mark.parametrize(
    ("sender", "to"),
    [
        ("Secretary-General of the European Commission, signed by Ms. Ana FARO, Director",
         "Mr Jens FOAM, Secretary-General of the Council of the European Union"),
        ("Ms Ana FARO, Chair of the Committee on Ports; Mr. Ivo QUAY, Rapporteur",
         "Mr Jens FOAM, Secretary-General of the Council of the European Union"),
        ("Pour la secrétaire générale de la Commission européenne, Mme Ana FARO, directrice",
         "M. Jens ÉCUME, secrétaire général du Conseil de l'Union européenne"),
        ("Frau Ana FARO, Direktorin, im Auftrag der Generalsekretärin der Europäischen Kommission",
         "Hr. Jens SCHAUM, Generalsekretär des Rates der Europäischen Union"),
        ("Για την Γενική Γραμματέα της Ευρωπαϊκής Επιτροπής, η κ. Ana FARO, Διευθύντρια",
         "κ. Jens AFROS, Γενικός Γραμματέας του Συμβουλίου της Ευρωπαϊκής Ένωσης"),
        ("Za generální tajemnici Evropské komise p. Ana FARO, ředitelka",
         "p. Jens PĚNA, generální tajemník Rady Evropské unie"),
    ],
)  # fmt: skip
def test_whoever_signs_is_told_from_whoever_receives(sender: str, to: str) -> None:
    labels = ("From:", "To:", "Subject:")
    head = TOP.format(number="7001/22")
    end = "Delegations will find attached a text.\n"
    beside = f"{head}From: {sender}\nTo: {to}\nSubject: Quiet hours\n\n{end}"
    apart = f"{head}{' '.join(labels)} {sender} {to} COM(2022) 31 final Quiet hours {end}".replace(
        "Subject:", "No. Cion doc.: Subject:", 1
    )
    for found in (*_both(beside), _read(f"{' '.join(apart.split())}\n")):
        assert (found.sender, found.recipient, found.subject) == (sender, to, "Quiet hours")


@pytest.mark.parametrize(
    "subject",
    [
        "Letter by Mr. A. Faro to the Presidency on quiet hours",
        "Nomination de M. Jean Phare et de Mme. A. Brise, membres du comité",
        "Επιστολή του κ. A. Φάρου σχετικά με τον φωτισμό",
        "Schreiben von Hr. Leuchtturm über Häfen, vgl. S. 3 des Dok. 6999/22",
        "Mianowanie p. Ewy Latarni na członka komitetu",
        "Brief van dhr. Vuurtoren over de havens",
        "Lettera del sig. Faro e della sig.ra Molo sui porti",
        "Carta del Sr. Faro sobre los puertos",
        "Dr. Világító levele a kikötőkről",
        "Imenovanje g. Svetilnika in ga. Luke v odbor",
    ],
)
def test_an_abbreviation_ends_no_subject(subject: str) -> None:
    head = TOP.format(number="7001/22") + "From: Presidency\nTo: Delegations\n"
    for found in _both(f"{head}Subject: {subject}\n\n1. The Council took note of it.\n\n2. It was agreed.\n"):
        assert found.subject == subject


@pytest.mark.parametrize(
    ("words", "abbreviated"),
    [
        ("του κ.", True), ("de M.", True), ("by Mr.", True), ("see p.", True), ("von Hr.", True),
        ("in ports.", False), ("of the EU.", False), ("2022.", False),
    ],
)  # fmt: skip
def test_an_abbreviation_is_told_from_the_end_of_a_sentence(words: str, abbreviated: bool) -> None:
    assert value_assignment.is_abbreviated(words) == abbreviated


def test_stamps_and_codes_inside_values_are_no_part_of_them() -> None:
    fields = (
        "From: General Secretariat of the Council\nPUBLIC\nTo: Delegations\nTRANS 12 ENV 44\nCODEC 8\n"
        "Subject: Proposal for a Regulation on\nPUBLIC\nthe lighting of harbour steps\n\n"
    )
    paper = TOP.format(number="7001/22").replace("TRANS 5\n", "") + fields + "Delegations will find attached a text.\n"
    for found in _both(paper):
        assert (found.sender, found.recipient) == ("General Secretariat of the Council", "Delegations")
        assert found.subject == "Proposal for a Regulation on the lighting of harbour steps"
        assert found.public
        assert [str(code) for code in found.subject_codes] == ["TRANS 12", "ENV 44", "CODEC 8"]


def test_a_press_release_is_about_the_session_above_its_date() -> None:
    paper = (
        "Conseil de l'Union européenne\n\nFR\n\n10450/08 (Presse 212)\n\n(OR. en)\n\nCOMMUNIQUÉ DE PRESSE\n\n"
        "2882e session du Conseil\n\nTransports et énergie\n\nLuxembourg, le 13 juin 2008\n\n"
        "Président M. Jean PHARE\n\nSOMMAIRE¹\n\nPARTICIPANTS 5\n\nÉclairage des ports 7\n"
    )
    for found in _both(paper):
        assert (str(found.reference), str(found.date)) == ("ST 10450/08", "2008-06-13")
        assert found.subject == "2882e session du Conseil Transports et énergie"
        assert found.subject_codes == ()


@pytest.mark.parametrize(
    "words",
    [
        "LEGISLATIVE ACTS AND OTHER INSTRUMENTS",
        "COVER NOTE",
        "Council of the European Union\n\nNOTE",
        "NOTE\n\nBrussels, 4 March 2022",
        "CONTENTS 5",
        "ΣΗΜΕΙΩΜΑ",
        "LIMITE\n\nVERMERK",
    ],
)
def test_a_page_of_nothing_but_a_head_is_not_refused(words: str) -> None:
    read = reading.understand(text_reader.source(f"{words}\n"), "paper.txt")
    assert [unit.text for unit in read.paragraphs] == [line for line in words.split("\n") if line]


def test_a_field_and_the_text_may_stand_in_one_block() -> None:
    paper = TOP.format(number="7001/22") + FIELDS.replace("\n\n", "\n")
    assert [unit.text for unit in reading.understand(text_reader.source(paper), "paper.txt").paragraphs] == [
        "Delegations will find attached a text."
    ]


def test_a_second_signatory_on_a_line_of_its_own_signs_too() -> None:
    values = [
        "Frau Ana FARO, Direktorin,",
        "und Hr. Jens SCHAUM, Direktor, im Auftrag der Generalsekretärin der Europäischen Kommission",
        "Frau Ida BRISE, Generalsekretärin des Rates der Europäischen Union",
        "COM(2022) 31 final",
        "Vorschlag für einen Beschluss des Rates über Hafentreppen",
    ]
    head = "Rat der Europäischen Union\nBrüssel, den 4. März 2022\n(OR. en)\n7001/22\nTRANS 5\nÜBERMITTLUNGSVERMERK\n"
    labels = "Absender:\nEmpfänger:\nNr. Komm.dok.:\nBetr.:\n"
    body = "Die Delegationen erhalten anbei das Dokument COM(2022) 31 final.\n"
    for found in _both(f"{head}{labels}{chr(10).join(values)}\n{body}"):
        assert (found.sender, found.recipient) == (f"{values[0]} {values[1]}", values[2])
        assert found.subject == values[4]


def test_date_and_venue_of_a_meeting_stand_behind_its_subject() -> None:
    paper = (
        "CM 2187/22\nJAI 5\nNOTICE OF MEETING AND PROVISIONAL AGENDA\nContact: ports@example.eu\n"
        "Subject: Working Party on Shipping\nDate: 3 December 2022 (10.00)\nVenue: COUNCIL\n\n1. Adoption\n"
    )
    for found in _both(paper):
        assert (found.subject, str(found.date)) == ("Working Party on Shipping", "2022-12-03")


FORMULA = "Delegations will find attached a text on quiet hours in ports."


DUTCH = "Hierbij gaat voor de delegaties een tekst."
SPLIT: dict[str, tuple[list[str], list[str]]] = {
    "the cover's text ends where a heading begins": ([FORMULA], ["COUNCIL CONCLUSIONS", "1. One."]),
    "the heading may be a word": ([FORMULA], ["Draft", "Text."]),
    "the text may be no formula": (["A short word before."], ["ANNEX", "1. One."]),
    "what is enclosed is named on the cover": ([FORMULA, "Encl.: COM(2026) 31 final"], ["ANNEX"]),
    "an annex with the word of an enclosure is no enclosure": (
        [DUTCH, "Bijlage: COM(2026) 31"], ["BIJLAGE", "1. Een."],
    ),
    "a note of its own has no cover": ([], ["Some text.", "1. One."]),
    "paragraphs are no cover": ([], ["1. One.", "2. Two."]),
    "a long text is no cover": ([], [f"Text number {n}." for n in range(9)]),
    "a heading right behind the header is no cover": ([], ["CHAPTER I", "GENERAL PROVISIONS", "Article 1"]),
}  # fmt: skip


def _split(lines: list[str], page: int | None = None) -> tuple[list[str], list[str]]:
    blocks = [Block((TextRun(line),), page=page) for line in lines]
    covering, body = act_title.split_cover(blocks, ("nl" if DUTCH in lines else "en",))
    return [block.text for block in covering], [block.text for block in body]


@pytest.mark.parametrize(("covering", "body"), SPLIT.values(), ids=SPLIT)
def test_the_text_of_the_cover_is_split_off(covering: list[str], body: list[str]) -> None:
    assert _split([*covering, *body]) == (covering, body)


def test_the_cover_is_on_the_first_page() -> None:
    assert _split([FORMULA, "COUNCIL CONCLUSIONS"], page=1)[0] == [FORMULA]
    assert _split([FORMULA, "COUNCIL CONCLUSIONS"], page=2)[0] == []
