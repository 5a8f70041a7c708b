"""Positions and annotations with a token in all internal content, for tests of exports."""

from dataclasses import replace

from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus, Quote, Visibility
from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import (
    PRIORITIES,
    Clearing,
    Position,
    PositionEntry,
    PositionStatus,
    Sending,
    Stance,
)
from support.position_values import KEY, MOMENT, remark

TOKEN = "ΕΦΕΔΡΕΙΑ7731Xsecret"
PLACES = ("cover", "para_1", "para_2", "para_2__point_1", "fn_1", "para_99")
NEW = ("para_1a", "para_2a", "para_2__point_1a")
ANCHORS = ("", "para_1", "para_2", "para_2__point_1", "para_1a", "para_77")
WORDS = st.text(st.characters(codec="utf-8"), max_size=30).map(lambda text: text.replace(TOKEN, ""))
SECRETS = st.tuples(WORDS, WORDS).map(TOKEN.join)
CODES = st.sampled_from([(), ("CY",), ("CY", "MT")])


@st.composite
def items(draw: st.DrawFn, places: tuple[str, ...] = PLACES, new: tuple[str, ...] = NEW) -> PositionEntry:
    """Our entry on a paragraph, or a new provision; all its internal content contains the token."""
    is_new = draw(st.booleans()) and bool(new)
    after = draw(st.sampled_from(ANCHORS) if is_new else st.none() | st.just("para_1"))
    address = draw(st.sampled_from(new if is_new else places))
    return PositionEntry(
        Address(address),
        draw(st.none() | st.sampled_from(Stance)),
        draw(st.none() | st.just("") | WORDS),
        draw(WORDS),
        draw(SECRETS),
        justification=draw(WORDS),
        joint=draw(CODES),
        fallbacks=tuple(draw(st.lists(SECRETS, max_size=2))),
        red_line=draw(SECRETS),
        instruction=draw(SECRETS),
        source=draw(SECRETS),
        priority=draw(st.none() | st.sampled_from(PRIORITIES)),
        tags=tuple(draw(st.lists(SECRETS, max_size=2))),
        authors=tuple(draw(st.sampled_from([(), ("SE",)]))),
        after=None if after is None or after == address else Address(after),
        label=draw(st.sampled_from(["", "1a.", "(aa)"])),
    )


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    """An annotation; all internal content contains the token: tags and the context of a quote always do."""
    visibility = draw(st.sampled_from(Visibility))
    text = draw(SECRETS if visibility is Visibility.INTERNAL else WORDS)
    quote = draw(st.none() | st.just(Quote("words", TOKEN, TOKEN, 0, 5)))
    if quote and visibility is Visibility.INTERNAL:
        quote = replace(quote, exact=TOKEN)
    kind = draw(st.sampled_from(AnnotationKind))
    made = remark(draw(st.sampled_from(PLACES)), kind, text, visibility, quote=quote, tags=(TOKEN,))
    return replace(made, status=draw(st.sampled_from(AnnotationStatus)))


@st.composite
def positions(draw: st.DrawFn) -> Position:
    """A position; its clearing and its sending contain the token."""
    own = {item.address: item for item in draw(st.lists(items(), max_size=5))}
    return Position(
        KEY,
        draw(st.sampled_from(PositionStatus)),
        draw(WORDS),
        draw(SECRETS),
        tuple(own.values()),
        cleared=draw(st.none() | st.just(Clearing(TOKEN, MOMENT))),
        sent=draw(st.none() | st.just(Sending(TOKEN, TOKEN, MOMENT))),
    )
