"""A long provision that was deleted is said to be: no new one at its place that has little in common with it is it."""

import pytest

from support.short_alignments import DUES, HOURS, NOISE, POWER, fates, placed, units

REPLACED = {
    "en": (
        "The harbour authority shall keep a register of all mooring places in the port and shall publish it once a "
        "year in a form that can be searched by the owners of small boats, free of any charge.",
        "By way of derogation from the general rules on fees, ferries that carry school children in winter may use the "
        "inner locks before the end of the night, where the ice is thick and the crew so requests.",
    ),
    "en-shorter": (
        "Each operator of a lighthouse shall notify the coastguard of every failure of the lamp that lasts for longer "
        "than ten minutes, stating its cause and the measures that were taken to repair it.",
        "Samples from village wells shall be examined by an accredited laboratory.",
    ),
    "en-longer": (
        "Beekeepers may place hives on the roofs of public archives.",
        "The pilots of ferries shall be trained at least every second year in the use of fog signals, and a record of "
        "that training shall be kept on board for the inspection of the competent body for as long as they serve.",
    ),
    "fr": (
        "L'exploitant du quai tient à jour le registre des postes d'amarrage et le publie chaque année sous une forme "
        "qui permet aux propriétaires de petits bateaux de le consulter sans frais.",
        "Par dérogation aux règles générales sur les redevances, les bacs qui transportent des écoliers en hiver "
        "peuvent emprunter les écluses intérieures avant la fin de la nuit lorsque la glace est épaisse.",
    ),
    "de": (
        "Das Hafenamt führt ein Verzeichnis aller Liegeplätze und veröffentlicht es einmal im Jahr in einer Form, die "
        "von den Eignern kleiner Boote unentgeltlich durchsucht werden kann.",
        "Abweichend von den allgemeinen Gebührenregeln dürfen Fähren, die im Winter Schulkinder befördern, die inneren "
        "Schleusen vor dem Ende der Nacht benutzen, wenn das Eis dick ist.",
    ),
    "el": (
        "Το λιμεναρχείο τηρεί μητρώο όλων των θέσεων πρόσδεσης και το δημοσιεύει μία φορά τον χρόνο σε μορφή που "
        "επιτρέπει στους ιδιοκτήτες μικρών σκαφών να το αναζητούν χωρίς επιβάρυνση.",
        "Κατά παρέκκλιση από τους γενικούς κανόνες για τα τέλη, τα πορθμεία που μεταφέρουν μαθητές τον χειμώνα μπορούν "
        "να χρησιμοποιούν τις εσωτερικές δεξαμενές πριν από το τέλος της νύχτας.",
    ),
    "hu": (
        "A kikötői hatóság nyilvántartást vezet valamennyi kikötőhelyről, és azt évente egyszer közzéteszi olyan "
        "formában, amelyben a kishajók tulajdonosai díjmentesen kereshetnek.",
        "A díjakra vonatkozó általános szabályoktól eltérve a télen iskolásokat szállító kompok az éjszaka vége előtt "
        "is használhatják a belső zsilipeket, ha vastag a jég.",
    ),
    "pl": (
        "Organ portowy prowadzi rejestr wszystkich miejsc do cumowania i publikuje go raz w roku w formie, którą "
        "właściciele małych łodzi mogą bezpłatnie przeszukiwać.",
        "Na zasadzie odstępstwa od ogólnych przepisów o opłatach promy przewożące zimą dzieci szkolne mogą korzystać "
        "ze śluz wewnętrznych przed końcem nocy, jeżeli lód jest gruby.",
    ),
    "fi": (
        "Satamaviranomainen pitää rekisteriä kaikista kiinnityspaikoista ja julkaisee sen kerran vuodessa muodossa, "
        "josta pienveneiden omistajat voivat hakea tietoja maksutta.",
        "Poiketen maksuja koskevista yleisistä säännöistä koululaisia talvella kuljettavat lautat voivat käyttää "
        "sisäsulkuja ennen yön päättymistä, jos jää on paksua.",
    ),
    "bg": (
        "Пристанищната администрация поддържа регистър на всички места за акостиране и го публикува веднъж годишно във "
        "вид, който собствениците на малки лодки могат да преглеждат безплатно.",
        "Чрез дерогация от общите правила за таксите фериботите, които превозват ученици през зимата, могат да "
        "използват вътрешните шлюзове преди края на нощта, ако ледът е дебел.",
    ),
}


@pytest.mark.parametrize("name", REPLACED)
@pytest.mark.parametrize("above", ["para", "art_5__para", "rec", "fn", "art_2__para_1__point"])
def test_a_long_provision_that_was_replaced_by_another_is_gone(name: str, above: str) -> None:
    old, new = REPLACED[name]
    numbers = [f"{above}_{n}" for n in (1, 2, 3)]
    told = fates(
        placed(**dict(zip(numbers, (NOISE, old, HOURS), strict=True))),
        placed(**dict(zip(numbers, (NOISE, new, HOURS), strict=True))),
    )
    assert [(fate.new, fate.verdict.value, fate.alternatives) for fate in told if fate.old == numbers[1]] == [
        (None, "deleted", ())
    ]
    assert [fate.verdict.value for fate in told if fate.new == numbers[1]] == ["inserted"]


@pytest.mark.parametrize(
    "new",
    [
        "It shall apply from the same date.",
        "Lighthouses are listed in a table.",
        "Bees may be kept in the port.",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_short_provision_is_no_rest_of_a_long_one_with_other_words(new: str, first: bool) -> None:
    long = REPLACED["en"][0]
    old, later = (long, new) if first else (new, long)
    told = fates(units(NOISE, old, HOURS), units(NOISE, later, HOURS))
    assert [(fate.verdict.value, fate.is_sure) for fate in told if fate.old == "para_2"] == [("deleted", True)]


def test_several_that_were_replaced_are_gone() -> None:
    pairs = [REPLACED["en"], REPLACED["en-shorter"], (REPLACED["en"][0], REPLACED["en-longer"][1])]
    told = fates(
        units(NOISE, *(old for old, _ in pairs[:2]), HOURS),
        units(NOISE, *(new for _, new in pairs), HOURS),
    )
    assert {fate.old: fate.is_sure for fate in told if fate.verdict.value == "deleted"} == {
        "para_2": True,
        "para_3": True,
    }


def test_a_long_provision_whose_children_stayed_is_looked_at() -> None:
    old, new = REPLACED["en"]
    points = {f"art_1__para_2__point_{n}": text for n, text in enumerate((NOISE, HOURS, POWER), 1)}
    told = fates(
        placed(art_1__para_1=DUES, art_1__para_2=old, **points), placed(art_1__para_1=DUES, art_1__para_2=new, **points)
    )
    assert [fate.is_sure for fate in told if fate.old == "art_1__para_2"] == [False]
    assert [fate.new for fate in told if fate.old == "art_1__para_2__point_2"] == ["art_1__para_2__point_2"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "‘mooring place’ means any part of a quay or pier to which a boat may be tied for longer than one hour;",
            "‘mooring place’ means the water in front of a buoy that is marked as such on the chart of the port;",
        ),
        (
            "«θέση πρόσδεσης»: κάθε τμήμα προβλήτας στο οποίο μπορεί να δεθεί σκάφος για περισσότερο από μία ώρα·",
            "«θέση πρόσδεσης»: ο χώρος μπροστά από σημαντήρα που σημειώνεται ως τέτοιος στον χάρτη του λιμένα·",
        ),
        (
            "„Liegeplatz“ jeden Teil eines Kais oder einer Mole, an dem ein Boot über eine Stunde festmachen darf;",
            "„Liegeplatz“ das Wasser vor einer Boje, die auf der Karte des Hafens als solche eingetragen ist;",
        ),
    ],
)
def test_a_definition_of_the_same_term_is_looked_at(old: str, new: str) -> None:
    told = fates(units(NOISE, old, HOURS), units(NOISE, new, HOURS))
    assert [fate.is_sure for fate in told if fate.old == "para_2"] == [False]


def test_a_row_whose_figures_all_changed_is_no_other() -> None:
    def table(*figures: int) -> dict[str, str]:
        rows = {f"tbl_1__row_1__cell_{n}": text for n, text in enumerate(("Port", "Ships", "Boats", "Ferries"), 1)}
        for row, (port, first) in enumerate(zip(("Patras", "Varna", "Cork"), figures, strict=True), 2):
            rows |= {f"tbl_1__row_{row}__cell_{n}": str(first * n + 7) for n in (2, 3, 4)}
            rows[f"tbl_1__row_{row}__cell_1"] = port
        return dict(sorted(rows.items()))

    told = fates(placed(**table(1113, 2227, 3331)), placed(**table(4447, 5557, 6663)))
    assert [fate.new for fate in told if fate.old == "tbl_1__row_3__cell_1"] == ["tbl_1__row_3__cell_1"]


def test_what_was_cut_down_to_a_few_of_its_words_is_looked_at() -> None:
    told = fates(
        units(NOISE, REPLACED["en"][0], HOURS), units(NOISE, "The register of mooring places is public.", HOURS)
    )
    assert [fate.is_sure for fate in told if fate.old == "para_2"] == [False]
