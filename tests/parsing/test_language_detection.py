import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.parsing import language_detection, vocabulary

SENTENCES = {
    "bg": "Съветът призовава държавите членки да си сътрудничат и да докладват за резултатите до края на годината.",
    "cs": "Rada vyzývá členské státy, aby spolupracovaly a do konce roku podaly zprávu o výsledcích.",
    "da": "Rådet opfordrer medlemsstaterne til at samarbejde og aflægge rapport om resultaterne inden årets udgang.",
    "de": "Der Rat ersucht die Mitgliedstaaten, zusammenzuarbeiten und bis zum Jahresende darüber zu berichten.",
    "el": "Το Συμβούλιο καλεί τα κράτη μέλη να συνεργαστούν και να υποβάλουν έκθεση για τα αποτελέσματα.",
    "en": "The Council calls on the Member States to cooperate and to report on the results by the end of the year.",
    "es": "El Consejo pide a los Estados miembros que cooperen y que informen de los resultados antes de final de año.",
    "et": "Nõukogu kutsub liikmesriike üles tegema koostööd ja andma tulemustest aru enne aasta lõppu.",
    "fi": "Neuvosto kehottaa jäsenvaltioita tekemään yhteistyötä ja raportoimaan tuloksista ennen vuoden loppua.",
    "fr": "Le Conseil invite les États membres à coopérer et à rendre compte des résultats avant la fin de l'année.",
    "ga": "Iarrann an Chomhairle ar na Ballstáit oibriú le chéile agus tuairisc a thabhairt ar na torthaí.",
    "hr": "Vijeće poziva države članice da surađuju i da do kraja godine izvijeste o rezultatima.",
    "hu": "A Tanács felkéri a tagállamokat, hogy működjenek együtt, és az év végéig számoljanak be az eredményekről.",
    "it": "Il Consiglio invita gli Stati membri a cooperare e a riferire sui risultati entro la fine dell'anno.",
    "lt": "Taryba ragina valstybes nares bendradarbiauti ir iki metų pabaigos pranešti apie rezultatus.",
    "lv": "Padome aicina dalībvalstis sadarboties un līdz gada beigām ziņot par rezultātiem.",
    "mt": "Il-Kunsill jistieden lill-Istati Membri biex jikkooperaw u jirrappurtaw dwar ir-riżultati sa tmiem is-sena.",
    "nl": "De Raad verzoekt de lidstaten samen te werken en vóór het einde van het jaar verslag uit te brengen.",
    "pl": "Rada wzywa państwa członkowskie do współpracy i do złożenia sprawozdania z wyników przed końcem roku.",
    "pt": "O Conselho insta os Estados-Membros a cooperar e a apresentar um relatório sobre os resultados.",
    "ro": "Consiliul invită statele membre să coopereze și să prezinte un raport privind rezultatele.",
    "sk": "Rada vyzýva členské štáty, aby spolupracovali a do konca roka podali správu o výsledkoch.",
    "sl": "Svet poziva države članice, naj sodelujejo in do konca leta poročajo o rezultatih.",
    "sv": "Rådet uppmanar medlemsstaterna att samarbeta och rapportera om resultaten före årets slut.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "words"),
    [
        *SENTENCES.items(),
        ("sl", "Ta uredba začne veljati dvajseti dan po objavi."),
        ("sl", "Ta dan je bil sprejet sklep."),
        ("sl", "Predsedstvo predlaga, naj se ta stavek črta."),
        ("sl", "To poročilo obravnava svet."),
        ("sl", "Ladje morajo biti ta dan tiho."),
        ("hr", "Države članice izvješćuju svake godine."),
        ("hr", "Ova uredba stupa na snagu dvadesetog dana."),
        ("mt", "Dan ir-regolament jidħol fis-seħħ fl-għoxrin jum."),
        ("mt", "L-Istati Membri jirrappurtaw kull sena dwar dan."),
        ("mt", "Ir-rapport ta' din is-sena."),
        ("mt", "Ta' dan ma hemmx prova."),
    ],
)
def test_a_sentence_tells_its_language_however_short_and_shared_its_words_are(code: str, words: str) -> None:
    assert language_detection.detect(words)[0] == code


def test_all_languages_of_the_union_are_told_apart() -> None:
    assert set(language_detection.codes()) == set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_the_name_of_the_council_or_its_secretariat_tells_its_language(code: str) -> None:
    for key in ("council", "gsc"):
        assert language_detection.detect(vocabulary.terms(key, code)[0])[0] == code


def test_words_of_another_language_in_a_text_do_not_decide() -> None:
    mixed = f"{SENTENCES['hu']} Council of the European Union, General Secretariat. {SENTENCES['hu']}"
    assert language_detection.detect(mixed)[0] == "hu"


def test_a_longer_text_is_surer() -> None:
    short = language_detection.detect("The Council")[1]
    assert short < language_detection.detect(SENTENCES["en"])[1] < language_detection.detect(SENTENCES["en"] * 5)[1]


def test_nothing_tells_nothing() -> None:
    assert language_detection.detect("") == ("en", 0.0)
    assert language_detection.detect("12 %") == ("en", 0.0)


def test_a_hint_decides_where_the_text_is_too_short() -> None:
    assert language_detection.detect("Annex 3", ["fr"])[0] == "fr"
    assert language_detection.detect(SENTENCES["el"], ["en"])[0] == "el"


@given(st.text(max_size=200))
def test_any_text_has_a_language_and_a_confidence(text: str) -> None:
    code, sure = language_detection.detect(text)
    assert code in language_detection.codes()
    assert 0 <= sure < 1


def test_tables_of_contents_tell_their_language(shared: Path) -> None:
    for page in (shared / "corpus" / "headings24").glob("toc_*.html"):
        text = html.unescape(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")))
        assert language_detection.detect(text)[0] == page.stem[-2:]
