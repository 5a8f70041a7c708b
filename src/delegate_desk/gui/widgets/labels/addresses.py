"""Short names of the parts of an address: ``cover``, ``fn``, ``row 2``; citations name them in full."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_KINDS = {
    "annex": QT_TRANSLATE_NOOP("places", "annex"),
    "part": QT_TRANSLATE_NOOP("places", "part"),
    "tit": QT_TRANSLATE_NOOP("places", "title"),
    "chp": QT_TRANSLATE_NOOP("places", "chapter"),
    "sec": QT_TRANSLATE_NOOP("places", "section"),
    "hd": QT_TRANSLATE_NOOP("places", "heading"),
    "cover": QT_TRANSLATE_NOOP("places", "cover"),
    "cit": QT_TRANSLATE_NOOP("places", "citation"),
    "p": QT_TRANSLATE_NOOP("places", "p"),
    "sub": QT_TRANSLATE_NOOP("places", "sub"),
    "ind": QT_TRANSLATE_NOOP("places", "indent"),
    "fn": QT_TRANSLATE_NOOP("places", "fn"),
    "tbl": QT_TRANSLATE_NOOP("places", "table"),
    "row": QT_TRANSLATE_NOOP("places", "row"),
    "cell": QT_TRANSLATE_NOOP("places", "column"),
}


def part_kind_label(key: str) -> str:
    """A kind of part of an address, in short: ``sub``; the key itself where it has no name."""
    called = _KINDS.get(key)
    return QCoreApplication.translate("places", str(called)) if called else key


def segment_label(segment: str) -> str:
    """A part of an address with its number: ``row 2``, ``cover``."""
    key, _, number = segment.partition("_")
    return " ".join(filter(None, (part_kind_label(key), number.replace("_", " "))))
