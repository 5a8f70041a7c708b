import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.parsing.references import document_references


def _targets(text: str, language: str | None = None) -> list[str]:
    return [str(found.target) for found in document_references.documents(text, language)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("11855/12.", ["ST 11855/12"]),
        ("(ST 9798/15)", ["ST 9798/15"]),
        ("12326/19 + COR 1", ["ST 12326/19", "ST 12326/19 COR 1"]),
        ("8683/05 + ADD 1 + ADD 2 REV 1", ["ST 8683/05", "ST 8683/05 ADD 1", "ST 8683/05 ADD 2 REV 1"]),
        ("9200/08 + COR 1 INF 103 API 23 (COM(2008) 229 final)",
         ["ST 9200/08", "ST 9200/08 COR 1", "COM(2008) 229 final"]),
        ("11979/04 INIT PI 61 CODEC 962 + COR 1(es) + ADD 1",
         ["ST 11979/04", "ST 11979/04 COR 1", "ST 11979/04 ADD 1"]),
        ("9068/22 + ADD 1-3", ["ST 9068/22", "ST 9068/22 ADD 1", "ST 9068/22 ADD 2", "ST 9068/22 ADD 3"]),
        ("8962/16 + ADD 1 - ADD 2", ["ST 8962/16", "ST 8962/16 ADD 1", "ST 8962/16 ADD 2"]),
        ("9768/16,10231/16", ["ST 9768/16", "ST 10231/16"]),
        ("14860/1/18 REV 1 FRONT 416", ["ST 14860/1/18 REV 1"]),
        ("PE-CONS 43/24 and EUCO 34/16", ["PE-CONS 43/24", "EUCO 34/16"]),
        ("WK 529/2023", ["WK 529/2023"]),
        ("COM/2016/0871 και COM/2016/0872.", ["COM(2016) 871", "COM(2016) 872"]),
        ("COM (2015) 185 final", ["COM(2015) 185 final"]),
        ("KOM(2009) 66 endg.", ["COM(2009) 66 final"]),
        ("СОМ(2013) 441 final", ["COM(2013) 441 final"]),
        ("SWD(2016) 193 and JOIN(2016) 26 final", ["SWD(2016) 193", "JOIN(2016) 26 final"]),
        ("Directive 2011/93/EU of the European Parliament", ["Directive 2011/93/EU"]),
        ("Directives 2002/20/EC, 2002/21/EC and 2002/22/EC",
         ["Directive 2002/20/EC", "Directive 2002/21/EC", "Directive 2002/22/EC"]),
        ("Directive 95/46/EC", ["Directive 95/46/EC"]),
        ("Regulation (EU) 2016/679", ["Regulation (EU) 2016/679"]),
        ("Regulation (EU, Euratom) 2018/1046", ["Regulation (EU) 2018/1046"]),
        ("Regulations (EC) No 1211/2009 and (EU) No 531/2012",
         ["Regulation (EC) No 1211/2009", "Regulation (EU) No 531/2012"]),
        ("Regulation (EC) 1049/2001", ["Regulation (EC) No 1049/2001"]),
        ("Framework Decision 2002/584/JHA", ["Framework Decision 2002/584/JHA"]),
        ("Decision (CFSP) 2015/778", ["Decision (CFSP) 2015/778"]),
        ("Decision No 895/2006/EC", ["Decision 2006/895/EC"]),
    ],
)  # fmt: skip
def test_documents_are_found(text: str, targets: list[str]) -> None:
    assert _targets(text, "en") == targets


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("el", "της οδηγίας 2011/93/ΕΕ σχετικά με", "Directive 2011/93/EU"),
        ("el", "οδηγία 95/46/ΕΚ", "Directive 95/46/EC"),
        ("el", "τον κανονισμό (ΕΕ) 2016/679", "Regulation (EU) 2016/679"),
        ("el", "κανονισμού (ΕΚ) αριθ. 1049/2001", "Regulation (EC) No 1049/2001"),
        ("el", "κανονισμός (ΕK) αριθ. 895/2006", "Regulation (EC) No 895/2006"),
        ("el", "την απόφαση-πλαίσιο 2002/584/ΔΕΥ", "Framework Decision 2002/584/JHA"),
        ("fr", "la directive 2011/93/UE", "Directive 2011/93/EU"),
        ("fr", "du règlement (UE) 2016/679", "Regulation (EU) 2016/679"),
        ("fr", "règlement (CE) n° 1049/2001", "Regulation (EC) No 1049/2001"),
        ("fr", "la décision-cadre 2002/584/JAI", "Framework Decision 2002/584/JHA"),
        ("de", "der Richtlinie 95/46/EG", "Directive 95/46/EC"),
        ("de", "Verordnung (EU) Nr. 1052/2013", "Regulation (EU) No 1052/2013"),
        ("bg", "Директива 95/46/ЕО", "Directive 95/46/EC"),
        ("hu", "a 95/46/EK irányelv hatályon kívül", "Directive 95/46/EC"),
        ("hu", "az 1308/2013/EU európai parlamenti és tanácsi rendelet", "Regulation (EU) No 1308/2013"),
        ("hu", "az (EU) 2016/680 irányelv", "Directive (EU) 2016/680"),
        ("pl", "dyrektywy 95/46/WE", "Directive 95/46/EC"),
        ("cs", "směrnice 95/46/ES", "Directive 95/46/EC"),
        ("lt", "direktyva 2011/93/ES", "Directive 2011/93/EU"),
        ("fi", "direktiivin 95/46/EY kumoaminen", "Directive 95/46/EC"),
        ("et", "direktiivi 2011/93/EL", "Directive 2011/93/EU"),
        ("ga", "Treoir 95/46/CE", "Directive 95/46/EC"),
        ("mt", "tad-Direttiva 95/46/KE", "Directive 95/46/EC"),
    ],
)
def test_acts_are_found_in_every_language(language: str, text: str, target: str) -> None:
    assert _targets(text, language) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "8/10/2019", "2012/0011(COD)", "2012/0011 (COD)", "C/2024/883", "OJ L 119/1", "PE632.028v04-00", "A8-0193/2019",
        "P9_TA(2024)0138", "in 2015/16", "the season 2019/20", "3/24 of the ports", "24/7", "and/or 1/2", "2011/93",
        "www.example.org/12345/19", "ISO 9001/2015", "32023D0531(01)", "22015A1104(01)", "OJ L 335, 17.12.2011, p. 1",
        "62012FJ0157",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_document_is_none(text: str) -> None:
    assert _targets(text, "en") == []


def test_an_act_is_no_council_document() -> None:
    assert _targets("Directive (EU) 2016/97 and Regulation (EU) 2019/12", "en") == [
        "Directive (EU) 2016/97", "Regulation (EU) 2019/12",
    ]  # fmt: skip


def test_each_document_is_named_once_by_its_own_words() -> None:
    found = document_references.documents("see 11855/12 and ST 11855/12, and COM (2015) 185 final", "en")
    assert [(one.text, one.start) for one in found] == [("11855/12", 4), ("COM (2015) 185 final", 34)]


@given(st.text(alphabet="0123456789/() ABCDEOMNSTVR+", max_size=60))
def test_every_mention_stands_in_the_text(text: str) -> None:
    assert all(text[one.start :].startswith(one.text) for one in document_references.documents(text))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("CELEX 32016R0679", "Regulation (EU) 2016/679"),
        ("(32001R1049)", "Regulation (EC) No 1049/2001"),
        ("02009R1223-20191218", "Regulation (EC) No 1223/2009"),
        ("52018PC0340", "COM(2018) 340 final"),
        ("32002F0584", "Framework Decision 2002/584/JHA"),
        ("OJ L, 2024/1246, 8.5.2024, ELI: http://data.europa.eu/eli/dec/2024/1246/oj", "Decision (EU) 2024/1246"),
        ("ST/15798/2023/INIT", "ST 15798/23"),
        ("PE/50/2024/REV/1", "PE-CONS 50/1/24 REV 1"),
        ("judgment of 8 April 2014, ECLI:EU:C:2014:238, paragraph 54", "ECLI:EU:C:2014:238"),
    ],
)
def test_documents_are_found_by_their_numbers_in_registers(text: str, target: str) -> None:
    assert _targets(text, "en") == [target]


def test_the_examples_of_the_reference_tables_are_found(shared: Path) -> None:
    examples = json.loads((shared / "refdata" / "legal_references_examples.json").read_text("utf-8"))["examples"]
    for example in examples:
        if example["kind"] not in ("council_doc", "commission_doc"):
            continue
        found = document_references.documents(example["text"], example["lang"])
        wanted = re.search(r"(\d{2,5})(?:/(\d{2})|$| )", re.sub(r"\(\d{4}\)", "", example["normalised"]))
        assert wanted
        assert [one.target.number for one in found[:1]] == [int(wanted[1])], example["text"]
