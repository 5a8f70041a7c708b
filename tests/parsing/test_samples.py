"""The sample documents are read correctly: the expected contents are written by hand, from the printed documents."""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import council_paper
import make_samples
from delegate_desk.core.documents import references
from delegate_desk.core.documents.columns import Column, column_table
from delegate_desk.core.documents.document import Address, Document, Kind, Mark, MarkUp, SubjectCode, View
from delegate_desk.parsing import reading

SAMPLES = make_samples.TARGET

EN, EL, FR = "ST-99101-2026-INIT_en.pdf", "ST-99101-2026-INIT_el.docx", "ST-99101-2026-INIT_fr.txt"
REVISED, PROPOSAL, AGENDA = "ST-99101-2026-REV-1_en.docx", "ST-99140-2026-INIT_en.docx", "CM-9917-2026-INIT_en.pdf"
CONCLUSIONS = (EN, EL, FR)
REVISIONS = (REVISED, "ST-99101-2026-REV-1_el.docx", "ST-99101-2026-REV-1_fr.docx")
PROPOSALS = (PROPOSAL, "ST-99140-2026-INIT_el.docx", "ST-99140-2026-INIT_fr.docx")
AMENDMENTS = tuple(f"ST-99150-2026-INIT_{code}.docx" for code in ("en", "el", "fr"))
COLUMNS = tuple(f"ST-99160-2026-INIT_{code}.docx" for code in ("en", "el", "fr"))
ACTS = tuple(f"Regulation-2021-9901_{code}.html" for code in ("en", "el", "fr"))
AGENDAS = (AGENDA, "CM-9917-2026-INIT_el.pdf", "CM-9917-2026-INIT_fr.pdf")

LANGUAGES = ("en", "el", "fr")
PRESIDENCY = ("Presidency", "Προεδρία", "la présidence")
DELEGATIONS = ("Delegations", "Αντιπροσωπίες", "délégations")
SHIPPING = ("Working Party on Shipping", "Ομάδα «Ναυτιλία»", "groupe «Transports maritimes»")
NOBODY = (None, None, None)
NOTICE = "notice_of_meeting_and_provisional_agenda"
Names = tuple[str | None, ...]
FAMILIES: tuple[tuple[tuple[str, ...], str, tuple[int, int, int], str, str | None, Names, Names, list[str]], ...] = (
    (CONCLUSIONS, "ST 99101/26", (2026, 9, 14), "note", "LIMITE", PRESIDENCY, DELEGATIONS, ["ST 99088/26"]),
    (REVISIONS, "ST 99101/1/26 REV 1", (2026, 10, 5), "note", "LIMITE", PRESIDENCY, DELEGATIONS, ["ST 99101/26"]),
    (PROPOSALS, "ST 99140/26", (2026, 10, 7), "note", "LIMITE", PRESIDENCY, SHIPPING, ["ST 99122/26"]),
    (AMENDMENTS, "ST 99150/26", (2026, 10, 9), "note", "LIMITE", PRESIDENCY, SHIPPING, []),
    (COLUMNS, "ST 99160/26", (2026, 10, 16), "note", "LIMITE", PRESIDENCY, SHIPPING, []),
    (AGENDAS, "CM 9917/26", (2026, 10, 6), NOTICE, None, NOBODY, NOBODY, []),
    (ACTS, "Regulation (EU) 2021/9901", (2021, 6, 3), "regulation", None, NOBODY, NOBODY, []),
)
HEADERS = {
    name: (number, language, date, kind, marking, sender, recipient, previous)
    for names, number, date, kind, marking, senders, recipients, previous in FAMILIES
    for name, language, sender, recipient in zip(names, LANGUAGES, senders, recipients, strict=True)
}

CODES = {
    **dict.fromkeys((*CONCLUSIONS, *REVISIONS), (("TRANS", 901), ("MAR", 902), ("ENV", 903))),
    **dict.fromkeys(PROPOSALS, (("TRANS", 917), ("MAR", 918), ("ENV", 919), ("CODEC", 920))),
    **dict.fromkeys(COLUMNS, (("TRANS", 931), ("MAR", 932), ("CODEC", 933))),
    **dict.fromkeys(AMENDMENTS, (("TRANS", 921), ("MAR", 922), ("CODEC", 923))),
}

SUBJECTS = {
    EN: "Draft Council conclusions on quieter ports at night",
    EL: "Σχέδιο συμπερασμάτων του Συμβουλίου σχετικά με πιο ήσυχους λιμένες κατά τη νύχτα",
    FR: "Projet de conclusions du Conseil sur des ports plus silencieux la nuit",
    REVISED: "Draft Council conclusions on quieter ports at night",
    AGENDA: "Working Party on Shipping",
    AGENDAS[1]: "Ομάδα «Ναυτιλία»",
    AGENDAS[2]: "Groupe «Transports maritimes»",
}

HEADINGS = {
    EN: ["Background", "Quiet hours", "Data and exchange of experience", "Financing", "Follow-up"],
    EL: ["Ιστορικό", "Ώρες ησυχίας", "Δεδομένα και ανταλλαγή εμπειριών", "Χρηματοδότηση", "Παρακολούθηση"],
    FR: ["Contexte", "Heures de silence", "Données et échange d'expériences", "Financement", "Suivi"],
    REVISED: ["Background", "Quiet hours", "Data, financing and exchange of experience", "Follow-up"],
    REVISIONS[1]: ["Ιστορικό", "Ώρες ησυχίας", "Δεδομένα, χρηματοδότηση και ανταλλαγή εμπειριών", "Παρακολούθηση"],
    REVISIONS[2]: ["Contexte", "Heures de silence", "Données, financement et échange d'expériences", "Suivi"],
}

LETTERS = (
    ("(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"),
    ("α)", "β)", "γ)", "δ)", "ε)", "στ)", "ζ)", "η)"),
    ("a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)"),
)
POINTS = {
    **{name: [*letters[:7]] for name, letters in zip(CONCLUSIONS, LETTERS, strict=True)},
    **{name: [*letters] for name, letters in zip(REVISIONS, LETTERS, strict=True)},
}

CALLS = ["para_2", "para_3", "para_4", "para_7__point_2", "para_7__point_7", "para_11"]
REVISED_CALLS = ["para_2", "para_3", "para_5", "para_8__point_2", "para_8__point_3", "para_8__point_8", "para_12"]
PROPOSAL_CALLS = ["rec_3", "art_1__para_2", "art_3__para_1", "art_3__para_2__point_4", "art_5__para_2"]

PROPOSAL_UNITS = """
    rec_1 rec_2 rec_3
    art_1 art_1__para_1 art_1__para_2 art_1__para_3 art_1__para_3__point_1 art_1__para_3__point_2 art_1__para_3__point_3
    art_2 art_2__sub_1 art_2__point_1 art_2__point_2 art_2__point_3 art_2__point_4
    art_3 art_3__para_1 art_3__para_2 art_3__para_2__point_1 art_3__para_2__point_2 art_3__para_2__point_3
    art_3__para_2__point_4 art_3__para_3 art_3__para_3__sub_2 art_3__para_4
    art_4 art_4__sub_1 art_4__point_1 art_4__point_2 art_4__point_3 art_4__sub_2
    art_5 art_5__para_1 art_5__para_2
""".split()

ARTICLES = {
    PROPOSALS[0]: [f"Article {n}" for n in range(1, 6)],
    PROPOSALS[1]: [f"Άρθρο {n}" for n in range(1, 6)],
    PROPOSALS[2]: ["Article premier", *(f"Article {n}" for n in range(2, 6))],
}

PORT_MANAGING_BODY = (
    "‘port managing body’ means the body that administers and manages the infrastructure and the traffic of a port"
)

NUMBERED = {Kind.PARAGRAPH, Kind.POINT, Kind.INDENT, Kind.ARTICLE, Kind.RECITAL, Kind.SUBPARAGRAPH}


@pytest.fixture(scope="module")
def sample() -> Callable[[str], Document]:
    read: dict[str, Document] = {}

    def get(name: str) -> Document:
        if name not in read:
            read[name] = reading.read(SAMPLES / name, name)
        return read[name]

    return get


def _units(document: Document, kinds: set[Kind]) -> list[str]:
    return [p.address for p in document.paragraphs if p.kind in kinds]


def _text(document: Document, address: str) -> str:
    unit = document.find(Address(address))
    assert unit is not None, address
    return unit.text


@pytest.mark.parametrize("name", HEADERS)
def test_the_header_is_read(sample: Callable[[str], Document], name: str) -> None:
    header = sample(name).header
    number, language, date, kind, marking, sender, recipient, previous = HEADERS[name]
    assert str(header.reference) == number
    assert header.language == language
    assert header.date == datetime.date(*date)
    assert header.document_type == kind
    assert header.marking == marking
    assert (header.sender, header.recipient) == (sender, recipient)
    assert [str(r) for r in header.previous_documents] == previous
    assert header.classification is None
    assert not header.public
    assert header.original_language == (None if name in (*AGENDAS, *ACTS) else "en")
    assert name not in CODES or header.subject_codes == tuple(SubjectCode(*code) for code in CODES[name])
    assert header.subject == SUBJECTS.get(name, header.subject)


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        (PROPOSALS[0], "Proposal for a Regulation of the European Parliament and of the Council on quiet hours in",
         "Presidency compromise text (Articles 1 to 5)"),
        (PROPOSALS[1], "Πρόταση κανονισμού του Ευρωπαϊκού Κοινοβουλίου και του Συμβουλίου για τις ώρες ησυχίας",
         "Συμβιβαστικό κείμενο της Προεδρίας (άρθρα 1 έως 5)"),
        (PROPOSALS[2], "Proposition de règlement du Parlement européen et du Conseil relatif aux heures de silence",
         "Texte de compromis de la présidence (articles 1er à 5)"),
    ],
)  # fmt: skip
def test_the_proposal_names_its_file_and_its_commission_document(
    sample: Callable[[str], Document], name: str, begins: str, ends: str
) -> None:
    header = sample(name).header
    assert header.interinstitutional_files == ("2026/9901(COD)",)
    assert "COM(2026) 9901 final" in [str(r) for r in header.commission_documents]
    assert header.subject.startswith(begins)
    assert header.subject.endswith(ends)


@pytest.mark.parametrize("name", [*CONCLUSIONS, *REVISIONS])
def test_the_conclusions_have_fourteen_paragraphs_one_with_points(sample: Callable[[str], Document], name: str) -> None:
    document = sample(name)
    with_points = 8 if name in REVISIONS else 7  # as many as its own number
    points = [f"para_{with_points}__point_{n}" for n in range(1, with_points + 1)]
    paragraphs = [f"para_{n}" for n in range(1, 15)]
    assert _units(document, NUMBERED) == [*paragraphs[:with_points], *points, *paragraphs[with_points:]]
    assert [p.label for p in document.paragraphs if p.kind is Kind.PARAGRAPH] == [f"{n}." for n in range(1, 15)]
    assert [p.label for p in document.paragraphs if p.kind is Kind.POINT] == POINTS[name]


@pytest.mark.parametrize("name", HEADINGS)
def test_the_headings_are_told_from_the_text(sample: Callable[[str], Document], name: str) -> None:
    found = [p.text for p in sample(name).paragraphs if p.kind is Kind.HEADING]
    assert [heading for heading in found if heading in HEADINGS[name]] == HEADINGS[name]


@pytest.mark.parametrize(
    ("name", "address", "text"),
    [
        (AGENDA, "para_4", "Information from the Presidency on the visit to a quiet port"),
        (PROPOSAL, "art_4", "Information for residents"),
        (PROPOSALS[1], "art_4", "Ενημέρωση των κατοίκων"),
        (PROPOSALS[2], "art_4", "Information des riverains"),
        (PROPOSAL, "fn_4", "DK: parliamentary scrutiny reservation. COM reserves its position on point (d)."),
        (PROPOSAL, "annex_1__tbl_1__row_4__cell_2", "[50]"),
    ],
)  # fmt: skip
def test_a_place_has_its_words(sample: Callable[[str], Document], name: str, address: str, text: str) -> None:
    assert _text(sample(name), address) == text


@pytest.mark.parametrize(
    ("name", "calls"),
    [
        *((name, CALLS) for name in CONCLUSIONS),
        *((name, REVISED_CALLS) for name in REVISIONS),
        *((name, PROPOSAL_CALLS) for name in PROPOSALS),
        *((name, []) for name in AGENDAS),
    ],
)
def test_each_footnote_is_called_from_its_place(sample: Callable[[str], Document], name: str, calls: list[str]) -> None:
    document = sample(name)
    notes = [Address(f"fn_{n}") for n in range(1, len(calls) + 1)]
    assert [note.address for note in document.footnotes] == notes
    assert [document.called_from(note) for note in notes] == [[place] for place in calls]


@pytest.mark.parametrize("name", PROPOSALS)
def test_the_proposal_has_its_recitals_articles_and_points(sample: Callable[[str], Document], name: str) -> None:
    document = sample(name)
    addresses = [p.address for p in document.paragraphs if p.kind in NUMBERED and not p.address.startswith("annex")]
    assert addresses == PROPOSAL_UNITS
    assert [p.label for p in document.paragraphs if p.kind is Kind.ARTICLE] == ARTICLES[name]
    assert [p.address for p in document.paragraphs if p.kind is Kind.CITATION][:2] == ["cit_1", "cit_2"]


def test_only_the_proposal_marks_its_changes(sample: Callable[[str], Document]) -> None:
    assert {name: sample(name).mark_up for name in HEADERS} == {
        **dict.fromkeys(HEADERS, MarkUp.NONE),
        **dict.fromkeys(PROPOSALS, MarkUp.PRINTED),
    }


@pytest.mark.parametrize("names", [CONCLUSIONS, REVISIONS, PROPOSALS], ids=lambda names: str(names[0]))
def test_a_sample_has_the_same_places_in_each_language(
    sample: Callable[[str], Document], names: tuple[str, ...]
) -> None:
    first, *others = ([p.address for p in sample(name).paragraphs] for name in names)
    assert others == [first, first]


def test_the_same_places_of_the_proposal_are_changed_in_each_language(sample: Callable[[str], Document]) -> None:
    first, *others = (
        [(p.address, {span.mark for span in p.spans} & {Mark.ADDED, Mark.REMOVED}) for p in sample(name).paragraphs]
        for name in PROPOSALS
    )
    assert others == [first, first]


@pytest.mark.parametrize(
    ("name", "address", "before", "after"),
    [
        (PROPOSAL, "art_3__para_1",
         "The port managing body shall, set quiet hours of at least eight consecutive hours between 22.00 and 7.00.",
         "The port managing body shall, after consulting the users of the port and the local authorities, "
         "set quiet hours of at least [seven] consecutive hours between 22.00 and 7.00."),
        (PROPOSAL, "art_1__para_3__point_2", "fishing ports;", "fishing ports, marinas and ports of refuge;"),
        (PROPOSAL, "art_1__para_3__point_3", "", "ports on islands that are connected with the mainland only by sea."),
        (PROPOSAL, "art_2__point_2",
         f"{PORT_MANAGING_BODY}, whether public or private;",
         f"{PORT_MANAGING_BODY};"),
        (PROPOSAL, "art_3__para_2", "During quiet hours, the following shall be prohibited:",
         "During quiet hours, the following shall be avoided as far as possible:"),
        (PROPOSAL, "art_3", "Quiet hours", "Quiet hours"),
        (PROPOSALS[1], "art_3__para_2", "Κατά τις ώρες ησυχίας απαγορεύονται τα ακόλουθα:",
         "Κατά τις ώρες ησυχίας αποφεύγονται στο μέτρο του δυνατού τα ακόλουθα:"),
        (PROPOSALS[2], "art_3__para_2", "Pendant les heures de silence, sont interdits:",
         "Pendant les heures de silence, sont évités dans la mesure du possible:"),
    ],
)  # fmt: skip
def test_the_proposal_reads_before_and_after(
    sample: Callable[[str], Document], name: str, address: str, before: str, after: str
) -> None:
    unit = sample(name).find(Address(address))
    assert unit is not None
    assert unit.in_view(View.BEFORE).text == before
    assert unit.in_view(View.AFTER).text == after


@pytest.mark.parametrize("name", AGENDAS)
def test_the_agenda_lists_items_and_the_documents_they_need(sample: Callable[[str], Document], name: str) -> None:
    document = sample(name)
    assert document.paragraphs[0].address == "para_1"  # the venue on three lines belongs to the header
    assert _units(document, NUMBERED - {Kind.SUBPARAGRAPH}) == [
        "para_1", "para_2", "para_2__ind_1", "para_3", "para_3__ind_1", "para_3__ind_2", "para_4", "para_5",
    ]  # fmt: skip
    assert [(str(m.target), m.address.split("__")[0]) for m in document.mentions] == [
        ("ST 99101/1/26 REV 1", "para_2"),
        ("ST 99140/26", "para_3"),
        ("ST 99155/26", "para_3"),
    ]


def test_the_conclusions_refer_to_acts_and_documents(sample: Callable[[str], Document]) -> None:
    found = {m.target for m in sample(EN).mentions}
    printed = ("Directive 2002/49/EC", "Regulation (EU) 2023/1804", "Regulation (EC) No 1406/2002", "ST 99088/26")
    assert found >= {references.parse_reference(name) for name in printed}


@pytest.mark.parametrize("name", [*CONCLUSIONS, *REVISIONS])
def test_every_paragraph_of_the_conclusions_has_the_words_of_its_source(
    sample: Callable[[str], Document], name: str
) -> None:
    paper = council_paper.read(make_samples.SOURCES / f"{Path(name).stem}.toml")
    written = [
        "".join(piece.text for piece in block.pieces if piece.look != "note")
        for block in paper.body
        if block.form in ("numbered", "point")
    ]
    assert [p.text for p in sample(name).paragraphs if p.kind in (Kind.PARAGRAPH, Kind.POINT)] == written
    assert [note.text for note in sample(name).footnotes] == list(paper.notes.values())


def test_the_samples_held_are_what_the_script_makes(tmp_path: Path) -> None:
    made = make_samples.make(tmp_path, pdf=False)
    assert {file.name for file in made} == {EL, FR, *REVISIONS, *PROPOSALS, *AMENDMENTS, *COLUMNS}
    for file in made:
        assert _contents(file) == _contents(SAMPLES / file.name), file.name


def _contents(file: Path) -> dict[str, bytes]:
    """A file's parts; their compression may differ from one zlib to the next."""
    if file.suffix != ".docx":
        return {file.name: file.read_bytes()}
    with zipfile.ZipFile(file) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def test_nothing_but_samples_lies_beside_the_samples() -> None:
    assert {file.name for file in SAMPLES.iterdir()} == set(HEADERS)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_four_column_document_is_read_by_row(name: str) -> None:
    table = column_table(reading.read(SAMPLES / name, name))
    assert table is not None
    assert [row.row for row in table.rows] == ["1", "2", "3", "3a", "4", "5", "6", "7", "8"]
    assert [str(row.status)[:1] for row in table.rows] == list("ggyrrggyr")
    assert [row.address for row in table.rows[:4]] == ["art_1", "art_1__sub_1", "art_3__para_1", "art_3__para_1a"]
    assert [row.origin is not None for row in table.rows[:4]] == [True, True, False, False]
    assert [len(row.cells[Column.COMPROMISE]) > 0 for row in table.rows] == [True] * 3 + [False] * 2 + [True] * 3 + [
        False
    ]
