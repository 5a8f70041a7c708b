"""An act in force as a page of the Official Journal, and acts that amend it; every sentence is invented."""

from pathlib import Path

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from support.document_values import take_in

BASE = "Regulation (EU) 2021/8801"
_ARTICLES = {
    "Article 1|Subject matter": ["This Regulation lays down rules on the bells of small ferries."],
    "Article 2|Ringing": [
        "1.   The bell rings before each departure.",
        "2.   The master shall ring the bell within five minutes of the sighting of fog.",
        "3.   At night the bell is silent.",
    ],
    "Article 3|Records": ["1.   The master keeps a record of the bells.", "2.   The record is kept for two years."],
}
HEAD = (
    "Council of the European Union\n\nBrussels, 4 March 2026\n(OR. en)\n\n{number}\n\nLIMITE\n\nTRANS 12\n\nNOTE\n\n"
    "From: Presidency\nTo: Delegations\nSubject: Amending the rules on bells\n\n"
    "REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL\namending Regulation (EU) 2021/8801 on bells\n\n"
    "HAVE ADOPTED THIS REGULATION:\n\nArticle 1\nRegulation (EU) 2021/8801 is amended as follows:\n"
)
FIRST = (
    "(1) in Article 2, paragraph 1 is replaced by the following:\n‘1. The bell rings twice before each departure.’;\n"
    "(2) in Article 2(2), the words ‘five minutes’ are replaced by the words ‘two minutes’;\n"
    "(3) in Article 2, paragraph 3 is deleted;\n"
    "(4) the following Article 2a is inserted:\n‘Article 2a\nLamps\n1. A lamp burns beside each bell.’;\n"
    "(5) Article 40 is deleted.\n"
)
SECOND = "(1) in Article 2a, paragraph 1, the words ‘A lamp’ are replaced by the words ‘A red lamp’.\n"


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{text}</p>'


def base_page() -> str:
    """The act in force."""
    title = ("REGULATION (EU) 2021/8801 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL", "of 3 June 2021", "on bells")
    body = _paragraph("oj-normal", "HAVE ADOPTED THIS REGULATION:")
    for heading, texts in _ARTICLES.items():
        number, _, name = heading.partition("|")
        body += _paragraph("oj-ti-art", number) + _paragraph("oj-sti-art", name)
        body += "".join(_paragraph("oj-normal", text) for text in texts)
    head = (
        "<table><tr><td>15.6.2021</td><td>EN</td><td>Official Journal of the European Union</td><td>L 211/1</td></tr>"
    )
    titles = "".join(_paragraph("oj-doc-ti", line) for line in title)
    return f"<html><head><title>L</title></head><body>{head}</table><hr/>{titles}{body}</body></html>"


def import_acts(desk: Desk, folder: Path) -> tuple[DocumentId, DocumentId, DocumentId]:
    """The act in force and the two that amend it, in order, in a library."""
    found = []
    texts = {
        "base.html": base_page(),
        "first.txt": HEAD.format(number="8802/26") + FIRST,
        "second.txt": HEAD.format(number="8803/26") + SECOND,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        found.append(take_in(desk, folder / name))
    base, first, second = found
    return base, first, second
