import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Mark, Paragraph, Span, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align
from delegate_desk.core.revisions.alignment_units import InternalReference, best_chain
from delegate_desk.core.revisions.comparison import Verdict, VerdictBasis
from delegate_desk.core.word_diff import WordChange
from support.short_alignments import COPY, DUES, HOURS, NOISE, POWER, REPORT, became, fates, placed, told, units

ONE, TWO = REPORT.format("Commission", 2021), REPORT.format("Presidency", 2022)
BOTH = f"{NOISE} {POWER}"
OUTCOMES = {
    "what follows an insertion is only renumbered": (
        units(NOISE, HOURS), units(NOISE, POWER, HOURS),
        "para_1 → para_1 same, None → para_2 inserted, para_2 → para_3 renumbered",
    ),
    "what was deleted stands behind what it stood behind": (
        units(NOISE, HOURS, POWER), units(NOISE, POWER),
        "para_1 → para_1 same, para_2 → None deleted, para_3 → para_2 renumbered",
    ),
    "the fewest that can have moved have moved": (
        units(NOISE, HOURS, POWER, DUES), units(HOURS, POWER, DUES, NOISE),
        "para_2 → para_1 renumbered, para_3 → para_2 renumbered, para_4 → para_3 renumbered, para_1 → para_4 moved",
    ),
    "a unit is taken apart": (
        units(BOTH, HOURS), units(NOISE, POWER, HOURS),
        "para_1 → para_1 split, para_1 → para_2 split, para_2 → para_3 renumbered",
    ),
    "two units are put together": (
        units(NOISE, POWER, HOURS), units(BOTH, HOURS),
        "para_1 → para_1 merged, para_2 → para_1 merged, para_3 → para_2 renumbered",
    ),
    "parts may be edited too": (
        units(BOTH, HOURS), units(NOISE.replace("disturbs", "troubles"), POWER.replace("offered", "given"), HOURS),
        "para_1 → para_1 split, para_1 → para_2 split, para_2 → para_3 renumbered",
    ),
    "a unit put together from two others is none of them alone": (
        units(NOISE, DUES, POWER), units(NOISE, f"{DUES} {POWER}"),
        "para_1 → para_1 same, para_2 → para_2 merged, para_3 → para_2 merged",
    ),
    "a lookalike is not the one that went": (
        units(ONE, TWO, NOISE), units(TWO, NOISE),
        "para_1 → None deleted, para_2 → para_1 renumbered, para_3 → para_2 renumbered",
    ),
    "a footnote is never taken for a paragraph": (
        placed(para_1=NOISE, fn_1=HOURS), placed(para_1=NOISE, para_2=HOURS),
        "para_1 → para_1 same, fn_1 → None deleted, None → para_2 inserted",
    ),
    "children of what was renumbered are renumbered": (
        placed(para_1=NOISE, para_1__point_1=HOURS), placed(para_1=DUES, para_2=NOISE, para_2__point_1=HOURS),
        "None → para_1 inserted, para_1 → para_2 renumbered, para_1__point_1 → para_2__point_1 renumbered",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "outcomes"), OUTCOMES.values(), ids=OUTCOMES)
def test_each_unit_has_its_outcome(old: list[Paragraph], new: list[Paragraph], outcomes: str) -> None:
    assert ", ".join(f"{before} → {after} {verdict}" for before, after, verdict in told(old, new)) == outcomes


def test_a_changed_word_makes_a_unit_reworded_and_is_named() -> None:
    fate = finish(align(units(HOURS), units(HOURS.replace("should", "shall"))))[0]
    assert fate.verdict is Verdict.REWORDED
    assert [text for change, text in fate.words if change is not WordChange.EQUAL] == ["should", "shall"]


def test_a_cross_reference_that_was_renumbered_is_no_other_wording() -> None:
    old = units(NOISE, POWER, "The hours in paragraph 2 are binding.")
    new = units(NOISE, HOURS, POWER, "The hours in paragraph 3 are binding.")
    links_old = {Address("para_3"): (InternalReference(13, 24, Address("para_2")),)}
    links_new = {Address("para_4"): (InternalReference(13, 24, Address("para_3")),)}
    last = finish(align(old, new, links_old=links_old, links_new=links_new))[-1]
    assert (last.old, last.new, last.verdict) == ("para_3", "para_4", Verdict.RENUMBERED)
    assert ("delete", "2") in last.words


def test_twins_that_are_both_edited_are_told_apart_by_what_differs_in_them() -> None:
    new = units(f"{ONE[:-1]} at the latest.", TWO.replace("invites", "calls on"), NOISE)
    assert became(units(ONE, TWO, NOISE), new) == {"para_1": "para_1", "para_2": "para_2", "para_3": "para_3"}


def test_of_twins_the_one_that_stayed_may_be_edited() -> None:
    edited = TWO.replace("invites", "calls on")
    assert became(units(ONE, TWO, NOISE), units(edited, NOISE)) == {
        "para_1": None,
        "para_2": "para_1",
        "para_3": "para_2",
    }


def test_cross_references_tell_what_their_numbers_do_not() -> None:
    text = "The controller shall inform the person concerned as provided for in paragraph {} without delay."
    old = units(NOISE, POWER, text.format(1), text.format(2))
    new = units(HOURS, NOISE, POWER, text.format(2), text.format(3))
    start = text.index("paragraph")
    links_old = {
        Address(f"para_{n + 2}"): (InternalReference(start, start + 11, Address(f"para_{n}")),) for n in (1, 2)
    }
    links_new = {
        Address(f"para_{n + 2}"): (InternalReference(start, start + 11, Address(f"para_{n}")),) for n in (2, 3)
    }
    told = finish(align(old, new, links_old=links_old, links_new=links_new))
    assert {fate.old: (fate.new, fate.verdict.value, fate.is_sure) for fate in told if fate.old} == {
        f"para_{n}": (f"para_{n + 1}", "renumbered", True) for n in range(1, 5)
    }


@pytest.mark.parametrize("gone", range(5))
def test_of_many_copies_the_one_that_went_is_told_by_its_neighbours(gone: int) -> None:
    texts = [f"{NOISE} {word} {HOURS}" for word in ("Brest", "Cork", "Gdynia", "Patras", "Varna")]
    old = units(*(text for one in texts for text in (one, COPY)))
    new = units(*(text for n, one in enumerate(texts) for text in ((one,) if n == gone else (one, COPY))))
    assert became(old, new)[f"para_{2 * gone + 2}"] is None
    assert len(became(old, new)) == 10


def test_of_copies_in_a_row_it_is_not_known_which_one_went() -> None:
    told = fates(units(NOISE, COPY, COPY, COPY, HOURS), units(NOISE, COPY, COPY, HOURS))
    doubtful = [fate for fate in told if fate.old in ("para_2", "para_3", "para_4")]
    assert not any(fate.is_sure for fate in doubtful)
    assert {fate.basis for fate in doubtful} == {(VerdictBasis.LOOKALIKES,)}


def test_what_replaces_a_unit_at_its_place_is_not_the_unit() -> None:
    told = became(units(NOISE, POWER, HOURS), units(NOISE, "Bees are kept on the roofs of the archive.", HOURS))
    assert told.get("para_2") is None


def test_one_clause_in_common_does_not_make_it_the_same_unit() -> None:
    clause = "unless the weather makes it impossible for the crews concerned"
    old = units(NOISE, f"The operator shall grant access to the winter timetable, {clause}.", HOURS)
    new = units(NOISE, f"Each laboratory may suspend samples taken from wells, {clause}.", HOURS)
    assert "para_2" not in became(old, new)


def test_a_unit_reworded_by_half_is_known_by_its_place_or_left_in_doubt() -> None:
    half = "Shore current is sold to any boat that stays for longer than three days."
    told = next(fate for fate in fates(units(NOISE, POWER, HOURS), units(NOISE, half, HOURS)) if fate.old == "para_2")
    assert told.new == "para_2"
    assert told.verdict is Verdict.REWORDED


def test_a_short_unit_reworded_whole_is_not_said_to_be_gone() -> None:
    told = fates(placed(hd_1="Registers", para_1=NOISE), placed(hd_1="Lists", para_1=NOISE))
    assert [fate.alternatives for fate in told if fate.old == "hd_1"] == [("hd_1",)]


def test_a_copy_goes_with_its_parent() -> None:
    old = placed(
        art_1="Ports", art_1__para_1=NOISE, art_1__para_2=COPY, art_2="Ships", art_2__para_1=POWER, art_2__para_2=COPY
    )
    new = placed(art_1="Ships", art_1__para_1=POWER, art_1__para_2=COPY)
    told = became(old, new)
    assert told["art_2__para_2"] == "art_1__para_2"
    assert told.get("art_1__para_2") is None


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
    "new", ["It shall apply from the same date.", "Lighthouses are listed in a table.", "Bees may be kept in the port."]
)
@pytest.mark.parametrize("first", [True, False])
def test_a_short_provision_is_no_rest_of_a_long_one_with_other_words(new: str, first: bool) -> None:
    long = REPLACED["en"][0]
    old, later = (long, new) if first else (new, long)
    told = fates(units(NOISE, old, HOURS), units(NOISE, later, HOURS))
    assert [(fate.verdict.value, fate.is_sure) for fate in told if fate.old == "para_2"] == [("deleted", True)]


def test_several_that_were_replaced_are_gone() -> None:
    pairs = [REPLACED["en"], REPLACED["en-shorter"], (REPLACED["en"][0], REPLACED["en-longer"][1])]
    told = fates(units(NOISE, *(old for old, _ in pairs[:2]), HOURS), units(NOISE, *(new for _, new in pairs), HOURS))
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


def test_a_row_whose_figures_all_changed_is_no_other() -> None:
    def table(*figures: int) -> dict[str, str]:
        rows = {f"tbl_1__row_1__cell_{n}": text for n, text in enumerate(("Port", "Ships", "Boats", "Ferries"), 1)}
        for row, (port, first) in enumerate(zip(("Patras", "Varna", "Cork"), figures, strict=True), 2):
            rows |= {f"tbl_1__row_{row}__cell_{n}": str(first * n + 7) for n in (2, 3, 4)}
            rows[f"tbl_1__row_{row}__cell_1"] = port
        return dict(sorted(rows.items()))

    told = fates(placed(**table(1113, 2227, 3331)), placed(**table(4447, 5557, 6663)))
    assert [fate.new for fate in told if fate.old == "tbl_1__row_3__cell_1"] == ["tbl_1__row_3__cell_1"]


DEFINED = (
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
)
NUMBERED = "The controller shall inform the person concerned as provided for in Article {} without delay."
IN_DOUBT = {
    "which of two copies went": (units(NOISE, NOISE, HOURS), units(NOISE, HOURS), {"para_1", "para_2"}),
    "a lookalike of both is the one of neither": (
        units(ONE, TWO, NOISE), units(REPORT.format("Parliament", 2023), NOISE), {"para_1", "para_2"},
    ),
    "the same words under another number may be the next unit, or the same renumbered": (
        units(*map(NUMBERED.format, (7, 8))), units(*map(NUMBERED.format, (8, 9))), {"para_1", "para_2"},
    ),
    "what was cut down to a few of its words": (
        units(NOISE, REPLACED["en"][0], HOURS), units(NOISE, "The register of mooring places is public.", HOURS),
        {"para_2"},
    ),
    **{
        f"a definition of the same term: {old[:15]}": (units(NOISE, old, HOURS), units(NOISE, new, HOURS), {"para_2"})
        for old, new in DEFINED
    },
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "doubtful"), IN_DOUBT.values(), ids=IN_DOUBT)
def test_what_is_not_known_is_looked_at(old: list[Paragraph], new: list[Paragraph], doubtful: set[str]) -> None:
    assert {fate.old for fate in fates(old, new) if not fate.is_sure} == doubtful


def rows(*texts: tuple[str, ...]) -> list[Paragraph]:
    return placed(
        **{f"tbl_1__row_{n}__cell_{k}": text for n, row in enumerate(texts, 1) for k, text in enumerate(row, 1)}
    )


def test_a_row_that_came_makes_the_rows_below_renumbered_only() -> None:
    old = rows(("Port", "Hours"), ("Brest", "22 to 6"), ("Cork", "23 to 5"))
    new = rows(("Port", "Hours"), ("Brest", "22 to 6"), ("Varna", "21 to 7"), ("Cork", "23 to 5"))
    verdicts = {fate.old: fate.verdict.value for fate in fates(old, new) if fate.old}
    assert list(verdicts.values()) == ["same"] * 4 + ["renumbered"] * 2


def test_a_changed_cell_is_reworded_and_its_row_is_not() -> None:
    old = rows(("Port", "Hours"), ("Brest", "22 to 6"), ("Cork", "23 to 5"))
    new = rows(("Port", "Hours"), ("Brest", "22 to 7"), ("Cork", "23 to 5"))
    changed = [(fate.old, fate.verdict) for fate in fates(old, new) if fate.verdict is not Verdict.SAME]
    assert changed == [("tbl_1__row_2__cell_2", Verdict.REWORDED)]


def test_a_column_that_went_is_gone_and_the_others_are_not() -> None:
    old = rows(("Port", "Hours", "Remarks"), ("Brest", "22 to 6", "by night"), ("Cork", "23 to 5", "in winter"))
    new = rows(("Port", "Remarks"), ("Brest", "by night"), ("Cork", "in winter"))
    assert became(old, new)["tbl_1__row_3__cell_3"] == "tbl_1__row_3__cell_2"
    assert became(old, new)["tbl_1__row_3__cell_2"] is None


def test_headings_without_text_are_known_by_what_stands_under_them() -> None:
    old = placed(art_1="", art_1__para_1=NOISE, art_2="", art_2__para_1=HOURS, art_3="", art_3__para_1=POWER)
    new = placed(art_1="", art_1__para_1=NOISE, art_2="", art_2__para_1=POWER)
    assert became(old, new) == {
        "art_1": "art_1",
        "art_1__para_1": "art_1__para_1",
        "art_2": None,
        "art_2__para_1": None,
        "art_3": "art_2",
        "art_3__para_1": "art_2__para_1",
    }


def test_a_list_turned_round_is_moved_and_not_shared_out() -> None:
    verdicts = {verdict for _, _, verdict in told(units(NOISE, HOURS, POWER, DUES), units(DUES, POWER, HOURS, NOISE))}
    assert verdicts <= {"moved", "renumbered", "same"}
    assert became(units(NOISE, HOURS, POWER, DUES), units(DUES, POWER, HOURS, NOISE))["para_1"] == "para_4"


def test_of_a_split_unit_all_but_the_current_part_is_deleted() -> None:
    first = fates(units(f"{NOISE} {POWER}", HOURS), units(NOISE, POWER, HOURS))[0]
    assert not [text for change, text in first.words if change is WordChange.INSERT]
    assert "".join(text for change, text in first.words if change is not WordChange.DELETE) == NOISE


def test_a_text_is_compared_in_the_reading_that_was_asked_for() -> None:
    marked = Paragraph(units("")[0].address, units("")[0].kind, "1.", f"{NOISE} {COPY}", spans=(
        Span(0, len(NOISE) + 1, Mark.REMOVED), Span(len(NOISE) + 1, len(NOISE) + 1 + len(COPY), Mark.ADDED)
    ))  # fmt: skip
    for view, text in ((View.BEFORE, NOISE), (View.AFTER, COPY)):
        assert [fate.verdict for fate in finish(align(units(text), [marked], view=view))] == [Verdict.SAME]


TEXTS = st.lists(st.sampled_from((NOISE, HOURS, POWER, DUES, COPY, "", "Ports", f"{NOISE} {HOURS}")), max_size=9)


@given(TEXTS, TEXTS)
def test_every_unit_has_a_fate_and_the_words_are_both_texts(one: list[str], other: list[str]) -> None:
    old, new = units(*one), units(*other)
    found = fates(old, new)
    before, after = ({unit.address: unit.text for unit in some} for some in (old, new))
    assert {fate.old for fate in found} - {None} == before.keys()
    assert [fate.new for fate in found if fate.new and fate.verdict is not Verdict.MERGED] == [
        address for address in after if all(f.new != address or f.verdict is not Verdict.MERGED for f in found)
    ]
    for fate in found:
        was = "".join(text for change, text in fate.words if change is not WordChange.INSERT)
        now = "".join(text for change, text in fate.words if change is not WordChange.DELETE)
        assert was == (before[fate.old] if fate.old else "")
        assert now == (after[fate.new] if fate.new else "")
    assert found == fates(old, new)


@given(TEXTS)
def test_any_text_is_the_same_as_itself(one: list[str]) -> None:
    for fate in fates(units(*one), units(*one)):
        assert (fate.verdict, fate.new, fate.similarity, fate.is_sure) == (Verdict.SAME, fate.old, 1.0, True)


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 9).map(float), max_size=9))
def test_the_best_run_is_the_best_of_all(worths: dict[tuple[int, int], float]) -> None:
    def best(pairs: list[tuple[int, int]]) -> float:
        ahead = [worths[i, k] + best([p for p in pairs if p[0] > i and p[1] > k]) for i, k in pairs]
        return max(ahead, default=0.0)

    chain = best_chain(worths)
    assert chain.score == best(sorted(worths)) == sum(worths[pair] for pair in chain.pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(chain.pairs, chain.pairs[1:], strict=False))
    for pair, through in chain.best_through.items():
        others = [p for p in worths if (p[0] < pair[0] and p[1] < pair[1]) or (p[0] > pair[0] and p[1] > pair[1])]
        assert through == worths[pair] + best(sorted(others))
