"""The papers that a life in a library works on."""

PAPER = """Council of the European Union

Brussels, 4 March 2026
(OR. en)

{reference}

LIMITE

TRANS 88

NOTE

From: Presidency
To: Delegations
No. prev. doc.: ST 6500/26
Subject: Draft conclusions on harbour {number}

"""
NOTICE = """Council of the European Union
General Secretariat

Brussels, 1 April 2026

CM 2101/26

TRANS

NOTICE OF MEETING AND PROVISIONAL AGENDA

Subject: Working Party on Harbours
Date: 14 April 2026
Time: 10.00
Venue: COUNCIL, JUSTUS LIPSIUS BUILDING, Rue de la Loi 175, 1048 BRUSSELS

1. Adoption of the agenda

2. Draft conclusions on harbours
7001/26

3. Any other business
"""
TABLE = (
    ("Provision", "Drafting suggestions", "Comments"),
    ("Article 2(1)", "1. Member States shall set quiet hours of at least ~six~ +seven+ hours each night.", "Sleep."),
    ("Article 2(2)(a)", "", "What of auxiliary engines?"),
    ("Article 19", "", "There is no such article."),
)
