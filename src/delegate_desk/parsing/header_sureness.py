"""How sure the fields are that are read off their labels; the figures are measured (tests/evaluation)."""

from delegate_desk.core.documents.document import Header
from delegate_desk.parsing.header_layout import Layout

_BESIDE = 0.97  # label and value on one line
_BELOW = 0.95  # the value in another cell, or on the line below
_NOT_LABELLED = 0.88  # other labels were found, not this one: the field is empty, or its label unknown
_GUESSED = 0.85  # told by its shape among values that stand apart from their labels
_GUESSED_IN_A_RUN = 0.65  # cut out of text without line breaks
_DAMAGED = 0.65  # the labels have lost letters
_MISSED_IN_A_RUN = 0.6
_EMPTY = 0.4  # labelled, and nothing understood behind the label
_LOST = 0.3  # a Council number above no labels
_NO_HEADER = 0.75  # a paper of others, which names no sender in such a way


def of_labels(header: Header, layout: Layout) -> dict[str, float]:
    """By the name of a field: less where values were guessed, little where none is."""
    is_council = header.reference is not None and header.reference.is_council

    def of(key: str, value: object) -> float:
        entry = layout.entry(key)
        if layout.run_on:
            return _GUESSED_IN_A_RUN if value else _MISSED_IN_A_RUN
        if entry is None:
            return _NOT_LABELLED if layout.entries else _LOST if is_council else _NO_HEADER
        if not value:
            return _EMPTY
        if layout.damaged:
            return _DAMAGED
        return _GUESSED if entry.guessed else _BESIDE if entry.beside else _BELOW

    return {
        "sender": of("from", header.sender),
        "recipient": of("to", header.recipient),
        "subject": of("subject", header.subject) if header.subject or layout.entries else _LOST,
        "previous_documents": of("prev_doc", header.previous_documents),
        "commission_documents": of("cion_doc", header.commission_documents),
        "original_language": 0.98 if header.original_language else 0.8,
        "public": 0.9,
        "classification": 0.95,
        "subject_codes": 0.95 if header.subject_codes else 0.75,
        "interinstitutional_files": 0.97 if header.interinstitutional_files else 0.8,
    }
