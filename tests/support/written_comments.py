"""Written comments of others on the document made of values, for tests of compilations."""

from delegate_desk.core.contributions.contribution import PlacedComment, ProvisionComment
from delegate_desk.core.documents.document import Address
from delegate_desk.core.word_diff import diff_words
from delegate_desk.export.internal_content import DelegationComment
from support.document_values import paper


def placed(
    codes: str,
    address: str | None,
    proposal: str | None = None,
    comment: str = "",
    *,
    label: str = "",
    general: bool = False,
    after: str | None = None,
) -> PlacedComment:
    """The comments of some on a provision of the document."""
    unit = paper().find(Address(address)) if address else None
    words = diff_words(unit.text if unit else "", proposal) if proposal is not None and address else ()
    written = ProvisionComment(tuple(codes.split()), label, "", proposal, comment)
    place = Address(address) if address else None
    return PlacedComment(written, place, words, general, None if after is None else Address(after))


WRITTEN = (
    placed("SE", None, comment="We welcome the text.", general=True),
    placed("DE NL", "para_2", "Ports must set quiet hours for ships at berth.", "It should bind."),
    placed("BE", "para_1", comment="Which people?"),
    placed("FR", "para_1a", "Ships shall keep them.", "A gap.", label="1 bis.", after="para_1"),
    placed("PL", None, "Another wording.", "Where?", label="Article 99"),
)


def heard(*some: PlacedComment) -> tuple[DelegationComment, ...]:
    """The comments of others; by default all of them."""
    return tuple(DelegationComment(comment, "en") for comment in some or WRITTEN)
