"""A meeting on the short paper, for tests that sit in one."""

from pathlib import Path

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

2. Draft conclusions on quiet hours in ports
7001/26
6500/26 + COR 1

3. Any other business
"""
REVISED = NOTICE.replace("CM 2101/26", "CM 2101/1/26\nREV 1").replace(
    "3. Any other business", "3. Information from the Presidency on lighthouses\n\n4. Any other business"
)


def notice(folder: Path, *, name: str = "notice.txt", text: str = NOTICE) -> Path:
    """Write the notice of a meeting on the paper of quiet hours."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file
