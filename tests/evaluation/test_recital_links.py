"""Links between recitals and articles in real acts, compared with the judgement of a reader: first, and within three.

The expected articles of each recital are those of a reader: several if the recital gives reasons for several. On the
second act the reader judged by the beginnings of the recitals, with the found links in view; on the third from the text
alone, before any link was computed. The weights make the judgements on all three, and on 41 recitals of Regulation (EU)
2024/2847, most likely: none of these acts is unseen any more.
"""

from pathlib import Path

import pytest

from delegate_desk.core.documents.explanations import link_recitals
from delegate_desk.parsing import reading
from delegate_desk.services.documents.document_lookup import on_subsidiarity

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "eurlex"
_DATA_PROTECTION = (
    "1 1;2 1;15 2;16 2;18 2;19 2;21 2;22 3;23 3;24 3;25 3;26 4;30 4;32 4 7;34 4 9;35 4;36 4 56;37 4;38 8;"
    "39 5;40 6;41 6;42 7;43 7;44 6;45 6;46 6;47 6;48 6;49 6;50 6 5;51 9;52 9;53 9;54 9;55 9;56 9;57 11;58"
    " 12;59 12;60 13 14;61 13 14;62 14 13;63 15;64 15 12;65 17 16;66 17;67 18;68 20;69 21;70 21;71 22;72 "
    "22 70;73 23;74 24;75 24 32 35;76 24 35;77 24 40 70;78 25;79 26;80 27;81 28;82 30;83 32;84 35 24;85 3"
    "3;86 34;87 33 34;88 33 34;89 35;90 35;91 35;92 35;93 35;94 36;95 28 36;96 36;97 37 38 39;98 40;99 40"
    ";100 42;101 44;103 45;104 45;105 45;106 45;107 45;108 46;109 46 28;110 47;111 49;112 49;113 49;115 4"
    "8;116 50;117 51 52;118 52 51;119 51 63;120 52;121 53 54;122 55 57;124 56;125 60;126 60;127 56;128 55"
    ";129 58;130 60;131 56 60;132 57;133 61;134 62;135 63;136 65;137 66;138 63 60 66;139 68 70 75;140 75;"
    "141 77 78;142 80;143 78;144 81;145 79;146 82;147 79 82;148 83 84;149 84;150 83;151 83;152 84;153 85;"
    "154 86;155 88;156 89;157 89;158 89;159 89;160 89;162 89;164 90;165 91;166 92;167 93 92;168 93;170 1;"
    "171 94 99;173 95"
)
_CHILD_PROTECTION = (
    "4 1;5 2 1;6 1 2;7 1;8 1;9 1;10 2;11 2;12 2;13 2;14 3;15 3 4;16 4;17 4;18 4;19 6;20 7;21 7;22 7;23 7 "
    "8;24 7 8;25 7;26 10;27 10 50;28 10;29 12;30 14;31 14 1;32 16;33 16;34 19;35 20 21;36 21;37 20 21;38 "
    "20 21;39 22;40 23;41 24;42 24;43 25;44 25;45 25;46 26;47 27 28;48 28 29;49 31;50 32;51 33;52 34;53 3"
    "5;55 36;56 36;57 37 38 39;58 39;59 40;60 43 40;61 44;62 44;63 45;64 46;65 48;66 49;67 50;68 51;69 53"
    " 54;70 54;71 53;72 42 53;73 55;74 66;75 83 84;76 85;77 85;78 88;79 86;80 86;81 87 39;82 89"
)
_RATINGS = (
    "15 2;16 2 4;17 3;18 2;19 2;20 2;21 2;22 2 49;23 2;24 2;25 2 52;26 15 23 1;27 10 11 12;28 2 4 3;30 4 6 7 8 9;"
    "31 14 50;32 15;33 23 24;34 23 24;36 28;37 15 23 3;38 15 25;39 16;40 26 17;41 29;42 29;43 32;44 32 33 34 35 36 37;"
    "45 6 12 23;46 42;47 47 39 42;48 5;49 29;50 1"
)
"""Recitals on the background, the opinion of the bank and other law give reasons for no article."""
ACTS = {
    "CELEX_32016R0679_EN_TXT.html": _DATA_PROTECTION,
    "CELEX_32016R0679_HU_TXT.html": _DATA_PROTECTION,
    "COM_2022_209_EN_csa-regulation.html": _CHILD_PROTECTION,
    "../register/PE-43-2024-INIT_en.pdf": _RATINGS,
}


def shares(name: str) -> tuple[float, float, int]:
    """Share of recitals whose first article is right, share with a right one among three, and their number."""
    path = CORPUS / name
    document = reading.read(path, name)
    links = link_recitals(document.paragraphs, on_subsidiarity(document))
    found = {str(address): articles for address, articles in links.items()}
    first = three = 0
    rows = ACTS[name].split(";")
    for row in rows:
        recital, *numbers = row.split()
        truth = {f"art_{number}" for number in numbers}
        articles = found[f"rec_{recital}"]
        first += bool(articles) and articles[0] in truth
        three += not truth.isdisjoint(articles)
    return first / len(rows), three / len(rows), len(rows)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus")
@pytest.mark.parametrize("act", ACTS)
def test_most_recitals_lead_to_their_article(act: str) -> None:
    first, three, _ = shares(act)
    is_third = act.endswith(".pdf")
    assert first >= (0.79 if is_third else 0.85)
    assert three >= (0.88 if is_third else 0.95)
