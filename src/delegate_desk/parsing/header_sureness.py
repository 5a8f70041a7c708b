"""How sure the fields are that are read off their labels; the figures are measured (tests/evaluation)."""

from delegate_desk.core.documents import Header
from delegate_desk.parsing.header_layout import Layout


def of_labels(header: Header, layout: Layout) -> dict[str, float]:
    """By the name of a field: less where values were guessed, little where none is."""

    def of(key: str, value: object) -> float:
        entry = layout.entry(key)
        if layout.run_on:
            return 0.4 if value else 0.2
        if entry is None:
            return 0.8 if layout.entries else 0.3
        if layout.damaged or entry.guessed:
            return 0.7 if value else 0.4
        return (0.95 if entry.beside else 0.85) if value else 0.4

    return {
        "sender": of("from", header.sender),
        "recipient": of("to", header.recipient),
        "subject": of("subject", header.subject),
        "previous_documents": of("prev_doc", header.previous_documents),
        "commission_documents": of("cion_doc", header.commission_documents),
        "original_language": 0.98 if header.original_language else 0.6,
        "public": 0.9,
        "classification": 0.95,
        "subject_codes": 0.95 if header.subject_codes else 0.6,
        "interinstitutional_files": 0.97 if header.interinstitutional_files else 0.8,
    }
