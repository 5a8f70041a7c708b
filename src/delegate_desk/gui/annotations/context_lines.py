"""Context of a paragraph besides annotations, as lines with links."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from delegate_desk.core.documents.cross_references import ReferenceTarget
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.gui.annotations.paragraph_annotations import CarryOrigin, NamedDocument, ParagraphContext
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import clear_layout, link_label
from delegate_desk.gui.widgets.labels import changes, terms

translate = QCoreApplication.translate
_MOST = 12
"""Of what was said, how much is shown: the newest."""


def place_from_link(link: str) -> Place:
    """The place that a link leads to."""
    document, _, address = link.partition(" ")
    return Place(DocumentId(int(document)), Address(address))


def fill_card(head: QWidget, card: QWidget, lines: Sequence[str], opened: Callable[[Place], object]) -> None:
    """Show lines in a card under its head; neither where there are none."""
    head.setVisible(bool(lines))
    card.setVisible(bool(lines))
    layout = card.layout()
    assert layout is not None  # the form gives each card one
    clear_layout(layout)
    for line in lines:
        shown = link_label("plain")
        shown.setText(line)
        shown.linkActivated.connect(lambda link: opened(place_from_link(link)))
        layout.addWidget(shown)


def reference_lines(context: ParagraphContext) -> list[str]:
    """The places and documents that the words name."""
    lines = [_cited_place(*led) for led in context.places]
    lines += [_named_document(named) for named in context.named]
    return list(dict.fromkeys(lines))


def footnote_lines(context: ParagraphContext) -> list[str]:
    """The footnotes that it calls."""
    return [f"{escape(note.label)}&nbsp; {escape(note.text)}" for note in context.footnotes]


def version_lines(context: ParagraphContext) -> list[str]:
    """The same place in other languages."""
    return [
        f"{_link(Place(held.id, context.place.address), terms.language_name(held.header.language))} · {escape(words)}"
        for held, words in context.versions
    ]


def intervention_lines(context: ParagraphContext) -> list[str]:
    """Return the interventions made in meetings, the newest last; those on an earlier text say so."""
    lines = [_intervention_line(*one) for one in context.interventions[-_MOST:]]
    before = len(context.interventions) - len(lines)
    if before:
        more = translate("context", "{n} earlier").format(n=terms.format_number(before))
        lines.insert(0, _coloured(more, "soft"))
    return lines


def origin_link(origin: CarryOrigin) -> str:
    """Return the origin of a carried-over annotation, with a link: ``from ST 7001/26, paragraph 3 · reworded``."""
    where, became = _origin(origin)
    return f"{_link(origin.place, where)} · {escape(became)}"


def origin_text(origin: CarryOrigin) -> str:
    """The same in plain words."""
    return " · ".join(_origin(origin))


def _origin(origin: CarryOrigin) -> tuple[str, str]:
    where = translate("context", "from {name}, {place}").format(
        name=origin.library_document.name, place=origin.citation
    )
    became, _ = changes.carried_label(origin.carried)
    return where, became


def _intervention_line(one: Intervention, origin: CarryOrigin | None) -> str:
    who = " ".join(map(_chip, one.delegations))
    sign = _coloured(terms.STANCE_SIGNS[one.stance], terms.STANCE_ROLES[one.stance], bold=True) if one.stance else ""
    words = escape(one.text or (terms.stance_label(one.stance) if one.stance else one.line.text))
    parts = " ".join(filter(None, (who, sign, words)))
    if origin is None:
        return parts
    there = translate("context", "on {name}, {place}").format(name=origin.library_document.name, place=origin.citation)
    return f"{parts} · {_link(origin.place, there)}"


def _cited_place(target: ReferenceTarget, citation: str) -> str:
    """Return a link to a place cited in the text, in this document or another."""
    assert target.document is not None  # those are left out before
    other = f" · {escape(target.document.name)}" if target.reference is not None else ""
    return _link(Place(target.document.id, target.address or Address("")), citation[:1].upper() + citation[1:]) + other


def _named_document(named: NamedDocument) -> str:
    label = translate("context", "footnote {label}: ")
    before = label.format(label=named.footnote) if named.footnote else ""
    target = str(named.mention.target)
    if named.library_document:
        return escape(before) + _link(Place(named.library_document.id, Address("")), target)
    if not named.mention.target.is_council:
        return escape(before + target)
    missing = translate("context", "{reference} is not in the library").format(reference=target)
    return escape(before) + _coloured(missing, "scrutiny_reservation")


def _link(target: Place, text: str) -> str:
    colour = theme.color("accent").name()
    href = escape(f"{target.document} {target.address}")
    return f'<a href="{href}" style="color:{colour}; text-decoration:none">{escape(text)}</a>'


def _chip(code: str) -> str:
    """A delegation: its code on a ground of its own."""
    ground = theme.color("side").name()
    return f'<span style="background-color:{ground}; font-weight:600">&nbsp;{escape(code)}&nbsp;</span>'


def _coloured(text: str, role: str, *, bold: bool = False) -> str:
    weight = "; font-weight:600" if bold else ""
    return f'<span style="color:{theme.color(role).name()}{weight}">{escape(text)}</span>'
