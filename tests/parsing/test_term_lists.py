"""Lists of terms in the accepted forms."""

from pathlib import Path

import pytest

from delegate_desk.core.errors import ImportFailure
from delegate_desk.parsing.term_lists import Entry, entries, unpack_terms
from support.refusals import refusal

ROWS = [("wreck", "ναυάγιο", "épave"), ("life jacket", "σωσίβιο", "gilet de sauvetage")]
CODES = ("en", "el", "fr")
XML = '<?xml version="1.0" encoding="UTF-8"?>'


def _each(entry: str, language: str) -> str:
    return "".join(
        entry % (n, "".join(language % (code, term) for code, term in zip(CODES, row, strict=True)))
        for n, row in enumerate(ROWS)
    )


TBX_2008 = (
    f'{XML}<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX"><text><body>'
    + _each(
        '<termEntry id="a%d">%s</termEntry>',
        '<langSet xml:lang="%s"><ntig><termGrp><term>%s</term></termGrp></ntig></langSet>',
    )
    + "</body></text></martif>"
)
TBX_2019 = (
    f'{XML}<tbx type="TBX-Core" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>'
    + _each(
        '<conceptEntry id="a%d">%s</conceptEntry>',
        '<langSec xml:lang="%s"><termSec><term>%s</term></termSec></langSec>',
    )
    + "</body></text></tbx>"
)
TMX = (
    f'{XML}<tmx version="1.4"><header/><body>'
    + _each('<tu tuid="%d">%s</tu>', '<tuv xml:lang="%s-XX"><seg><hi>%s</hi></seg></tuv>')
    + "</body></tmx>"
)
SKOS = (
    f'{XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:skos="http://www.w3.org/2004/02/skos/core#">'
    + _each(
        '<skos:Concept rdf:about="http://a/%d">%s</skos:Concept>', '<skos:prefLabel xml:lang="%s">%s</skos:prefLabel>'
    )
    + "</rdf:RDF>"
)
TURTLE = (
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . # labels\n"
    '<http://a/0> a skos:Concept ; skos:prefLabel "wreck"@en , "ναυάγιο"@el , "\\u00E9pave"@fr .\n'
    '<http://a/1> a skos:Concept ;\n skos:altLabel "vest"@en ; skos:prefLabel "life jacket"@en ;\n'
    ' skos:prefLabel """σωσίβιο"""@el , "gilet de sauvetage"@fr ; skos:notation "7" .\n'
)
CSV = "\ufeffid;en;el;fr\r\n" + "".join(f'{n};"{a}";{b};{c}\r\n' for n, (a, b, c) in enumerate(ROWS))
TSV = "en-GB\tel\tfr\n" + "".join("\t".join(row) + "\n" for row in ROWS)
IATE = "E_ID|L_CODE|T_TERM\n" + "".join(
    f"{n}|{code}|{term}\n" for n, row in enumerate(ROWS) for code, term in zip(CODES, row, strict=True)
)
FORMS = {
    "a.tbx": TBX_2008, "b.tbx": TBX_2019, "c.tmx": TMX, "d.rdf": SKOS, "e.ttl": TURTLE, "f.csv": CSV, "g.tsv": TSV,
    "h.csv": IATE,
}  # fmt: skip


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def found(path: Path) -> list[Entry]:
    return [entry for entry in entries(path, path.name) if entry]


@pytest.mark.parametrize("name", list(FORMS))
def test_each_form_gives_the_same_terms(tmp_path: Path, name: str) -> None:
    read = found(written(tmp_path, name, FORMS[name]))
    assert [tuple(entry[code][0] for code in CODES) for entry in read] == ROWS


def test_quotation_marks_at_the_ends_of_a_term_stay(tmp_path: Path) -> None:
    text = """<http://a/0> skos:prefLabel "so-called \\"wreck\\""@en , "l'"@fr , \'"ναυάγιο"\'@el ."""
    assert found(written(tmp_path, "a.ttl", text)) == [{"en": ['so-called "wreck"'], "fr": ["l'"], "el": ['"ναυάγιο"']}]


def test_a_prefix_without_a_full_stop_hides_no_term(tmp_path: Path) -> None:
    text = 'BASE <http://a/>\nprefix skos: <http://b/>\nPREFIX : <c>\n<0> skos:prefLabel "wreck"@en , "ναυάγιο"@el .'
    assert found(written(tmp_path, "a.ttl", text)) == [{"en": ["wreck"], "el": ["ναυάγιο"]}]


@pytest.mark.parametrize("quote", ['"""', "'''"])
def test_a_text_on_several_lines_stays_whole_wherever_a_part_of_the_file_ends(tmp_path: Path, quote: str) -> None:
    comment = f"<http://a/0> skos:note {quote}" + 'it\'s a "note"\n' * 100_000 + f"{quote}@en .\n"
    text = f"<http://a/1> skos:prefLabel {quote}so-called\n'big' \"wreck{quote}@en , {quote}ναυάγιο{quote}@el .\n"
    expected = [{"en": ["so-called\n'big' \"wreck"], "el": ["ναυάγιο"]}]
    assert found(written(tmp_path, "a.ttl", comment + text)) == expected
    filler = "# a line\n" * ((1 << 20) // 9 - 5)
    assert found(written(tmp_path, "b.ttl", filler + text)) == expected


def test_a_spreadsheet_saved_as_unicode_text(tmp_path: Path) -> None:
    assert len(found(written(tmp_path, "a.txt", TSV.encode("utf-16")))) == 2


def test_terms_are_written_in_numbered_files(tmp_path: Path) -> None:
    into = tmp_path / "into"
    into.mkdir()
    told = unpack_terms(written(tmp_path, "f.csv", CSV), "f.csv", into)
    assert told == {"languages": ["el", "en", "fr"], "entries": 2, "chunks": 1}
    assert [path.name for path in into.iterdir()] == ["0"]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "wreck"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<martif><text><body><termEntry><langSet xml:lang="en"><tig><term>&b;</term></tig></langSet>'
    '<langSet xml:lang="el"><tig><term>&b;</term></tig></langSet></termEntry></body></text></martif>'
)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.csv", "", ImportFailure.NO_TEXT),
        ("no languages.csv", "colour;size\nred;large\n", ImportFailure.NO_TEXT),
        ("one language.csv", "en;x\nwreck;a\n", ImportFailure.NO_TEXT),
        ("binary.csv", bytes(range(256)) * 20, ImportFailure.DAMAGED),
        ("cut.tbx", TBX_2008[:-60], ImportFailure.DAMAGED),
        ("entities.tbx", BOMB, ImportFailure.NO_TEXT),
        ("page.xml", '<?xml version="1.0"?><html><body>wreck</body></html>', ImportFailure.UNSUPPORTED),
        ("prose.ttl", "This is no Turtle at all.", ImportFailure.NO_TEXT),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, data: str | bytes, reason: ImportFailure) -> None:
    assert refusal(unpack_terms, written(tmp_path, name, data), name, tmp_path).reason is reason
