"""Delegations: the Member States and their codes.

Codes and protocol order are those of the Interinstitutional Style Guide, 7.1: the order of the States' names in their
own languages. Greece is EL, not GR.
"""

PROTOCOL_ORDER = tuple("BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE".split())
OTHERS = ("UK", "PRES", "COM", "CLS", "GSC", "EEAS", "ECB")
"""Speakers other than Member States, in the order in which tables list them, after the Member States."""
_ALIASES = {"GR": "EL"}


def delegation(code: str) -> str | None:
    """Return the code of a delegation in its printed form; None if it belongs to no Member State."""
    upper = code.strip().upper()
    canonical = _ALIASES.get(upper, upper)
    return canonical if canonical in PROTOCOL_ORDER else None


def protocol_rank(code: str) -> tuple[int, str]:
    """Sort key of speakers: the Member States in protocol order, then others, then unknown codes."""
    order = (*PROTOCOL_ORDER, *OTHERS)
    return (order.index(code) if code in order else len(order), code)
