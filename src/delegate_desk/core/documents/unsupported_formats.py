"""Kinds of file that are not read, by what they are to be saved as."""

from enum import StrEnum


class Foreign(StrEnum):
    """What a file is that is not read."""

    OPEN_DOCUMENT = "open_document"
    RICH_TEXT = "rich_text"
    OLD_WORD = "old_word"
    OUTLOOK = "outlook"
    SHEET = "sheet"
    SLIDES = "slides"
    PICTURE = "picture"
    PACKED = "packed"
    PAGES = "pages"
    PACKAGE = "package"
    """What a colleague packed for us."""


_BY_SUFFIX = {
    Foreign.OPEN_DOCUMENT: ".odt .ott .fodt .sxw",
    Foreign.RICH_TEXT: ".rtf",
    Foreign.OLD_WORD: ".doc .dot .wps .wpd .wri",
    Foreign.OUTLOOK: ".msg .oft .pst .ost .mbox",
    Foreign.SHEET: ".xlsx .xls .xlsm .xlsb .ods .csv .numbers",
    Foreign.SLIDES: ".pptx .ppt .pptm .ppsx .pps .odp .key",
    Foreign.PICTURE: ".jpg .jpeg .png .gif .tif .tiff .bmp .webp .heic .svg",
    Foreign.PACKED: ".7z .rar .tar .gz .tgz .bz2 .xz .cab .iso .dmg",
    Foreign.PAGES: ".pages",
    Foreign.PACKAGE: ".ddpack",
}
_KINDS = {suffix: kind for kind, suffixes in _BY_SUFFIX.items() for suffix in suffixes.split()}


def foreign(suffix: str) -> Foreign | None:
    """What a file is, by the end of its name; None for what has no advice of its own."""
    return _KINDS.get(suffix.lower())
