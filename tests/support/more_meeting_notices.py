"""More notices of meetings, and all of them."""

from datetime import date, time

from support.meeting_notices import AMBASSADORS, BEES, BRIDGES, HARBOURS, WELLS, Notice

SCHOOLS = Notice(
    "cm07106.es26.txt",
    """Consejo de la Unión Europea
Secretaría General

Bruselas, 28 de septiembre de 2026

CM 7106/26

EDUC

CONVOCATORIA DE REUNIÓN Y ORDEN DEL DÍA PROVISIONAL

Contacto: escuelas@notices.example
Asunto: Comité de Educación
Fecha: 14 de octubre de 2026
Hora: 10.00
Lugar: CONSEJO, EDIFICIO EUROPA, Rue de la Loi 155, 1048 BRUSELAS

1. Adopción del orden del día

2. Proyecto de Conclusiones del Consejo sobre las bibliotecas de las escuelas (doc. 10800/26 EDUC 200)

3.1 Recomendación sobre los huertos escolares
10811/26 EDUC 201

3.2 Recomendación sobre los comedores
10812/26 EDUC 202

4. Varios
""",
    "Comité de Educación",
    date(2026, 10, 14),
    time(10, 0),
    "CONSEJO, EDIFICIO EUROPA, Rue de la Loi 155, 1048 BRUSELAS",
    "escuelas@notices.example",
    (
        ("1", "Adopción del orden del día", ()),
        ("2", "Proyecto de Conclusiones del Consejo sobre las bibliotecas de las escuelas", ("ST 10800/26",)),
        ("3.1", "Recomendación sobre los huertos escolares", ("ST 10811/26",)),
        ("3.2", "Recomendación sobre los comedores", ("ST 10812/26",)),
        ("4", "Varios", ()),
    ),
)

MILLS = Notice(
    "cm07107.nl26.txt",
    """Raad van de Europese Unie
Secretariaat-generaal

Brussel, 1 oktober 2026

CM 7107/26

ENER

AANKONDIGING VAN VERGADERING EN VOORLOPIGE AGENDA

Contact: molens@notices.example
Betreft: Groep Energie
Datum: 9 oktober 2026
Tijd: 9.00 - 13.00 uur
Plaats: RAAD, LEX-GEBOUW, Wetstraat 145, 1048 BRUSSEL

1. Aanneming van de agenda

2. Ontwerpconclusies van de Raad over windmolens
10950/26 ENER 301

2a. Presentatie door de Commissie

3. Diversen
""",
    "Groep Energie",
    date(2026, 10, 9),
    time(9, 0),
    "RAAD, LEX-GEBOUW, Wetstraat 145, 1048 BRUSSEL",
    "molens@notices.example",
    (
        ("1", "Aanneming van de agenda", ()),
        ("2", "Ontwerpconclusies van de Raad over windmolens", ("ST 10950/26",)),
        ("2a", "Presentatie door de Commissie", ()),
        ("3", "Diversen", ()),
    ),
)

RIVERS = Notice(
    "cm07108.pl26.txt",
    """Rada Unii Europejskiej
Sekretariat Generalny

Bruksela, 6 października 2026 r.

CM 7108/26

ENV

ZAWIADOMIENIE O POSIEDZENIU I WSTĘPNY PORZĄDEK OBRAD

Kontakt: rzeki@notices.example
Dotyczy: Grupa Robocza do Spraw Środowiska
Data: 19 października 2026 r.
Godzina: 10.00
Miejsce: RADA, BUDYNEK EUROPA, Rue de la Loi 155, 1048 BRUKSELA

1. Przyjęcie porządku obrad

2. Projekt konkluzji Rady w sprawie rzek
12001/26 ENV 701

3. Sprawy różne
""",
    "Grupa Robocza do Spraw Środowiska",
    date(2026, 10, 19),
    time(10, 0),
    "RADA, BUDYNEK EUROPA, Rue de la Loi 155, 1048 BRUKSELA",
    "rzeki@notices.example",
    (
        ("1", "Przyjęcie porządku obrad", ()),
        ("2", "Projekt konkluzji Rady w sprawie rzek", ("ST 12001/26",)),
        ("3", "Sprawy różne", ()),
    ),
)

CLOCKS = Notice(
    "cm07109-re01.en26.txt",
    """Council of the European Union
General Secretariat

Brussels, 12 October 2026

CM 7109/1/26
REV 1

JAI

REVISED NOTICE OF MEETING AND PROVISIONAL AGENDA

Contact: clocks@notices.example
Subject: Working Party on Civil Law Matters (Town clocks)
Date: 30.10.2026 (14:30)
Venue: COUNCIL, JUSTUS LIPSIUS BUILDING, Rue de la Loi 175, 1048 BRUSSELS

1. Adoption of the agenda
2. Proposal for a Regulation on town clocks (2026/0155 (COD))
= Presidency compromise proposal (Articles 1 to 12)
= 12555/26 JUSTCIV 64 CODEC 1021
= Exchange of views on the basis of WK 1234/2026 INIT
3. Proposal for a Council Decision on sundials (12600/26 JUSTCIV 66 + ADD 1)
4. AOB
""",
    "Working Party on Civil Law Matters (Town clocks)",
    date(2026, 10, 30),
    time(14, 30),
    "COUNCIL, JUSTUS LIPSIUS BUILDING, Rue de la Loi 175, 1048 BRUSSELS",
    "clocks@notices.example",
    (
        ("1", "Adoption of the agenda", ()),
        ("2", "Proposal for a Regulation on town clocks (2026/0155 (COD))", ("ST 12555/26", "WK 1234/2026")),
        ("3", "Proposal for a Council Decision on sundials", ("ST 12600/26", "ST 12600/26 ADD 1")),
        ("4", "AOB", ()),
    ),
)

LAKES = Notice(
    "cm07110.fi26.txt",
    """Euroopan unionin neuvosto
Pääsihteeristö

Bryssel, 7. lokakuuta 2026

CM 7110/26

ENV

KOKOUSKUTSU JA ALUSTAVA ESITYSLISTA

Yhteystiedot: jarvet@notices.example
Aihe: Ympäristötyöryhmä
Päivämäärä: 22. lokakuuta 2026
Kellonaika: 10.00
Paikka: NEUVOSTO, EUROPA-RAKENNUS, Rue de la Loi 155, 1048 BRYSSEL

1. Esityslistan hyväksyminen

2. Ehdotus neuvoston päätelmiksi järvistä
12101/26 ENV 702

3. Muut asiat
""",
    "Ympäristötyöryhmä",
    date(2026, 10, 22),
    time(10, 0),
    "NEUVOSTO, EUROPA-RAKENNUS, Rue de la Loi 155, 1048 BRYSSEL",
    "jarvet@notices.example",
    (
        ("1", "Esityslistan hyväksyminen", ()),
        ("2", "Ehdotus neuvoston päätelmiksi järvistä", ("ST 12101/26",)),
        ("3", "Muut asiat", ()),
    ),
)

NOTICES = (HARBOURS, BEES, WELLS, BRIDGES, AMBASSADORS, SCHOOLS, MILLS, RIVERS, CLOCKS, LAKES)
