"""Our Word template and its styles.

Code names styles only here; packaging/docs/make_template.py creates them.
"""

from enum import StrEnum
from pathlib import Path

from delegate_desk.paths import RESOURCES

TEMPLATE: Path = RESOURCES / "templates" / "position.docx"

TEXT_WIDTH = 9354
"""Width between the margins of the template's page (A4), in twentieths of a point."""
WIDE_TEXT_WIDTH = 14286
"""The same for a landscape page."""


UNIT_INDENT = 567
"""Indent of a unit from its parent, and of its text from its label."""
DETAIL_INDENT = 2722
"""From the name of a detail of the document to its text."""


class Style(StrEnum):
    """Names in Word of the styles of paragraphs, characters and tables."""

    NORMAL = "Normal"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING = "heading 1"
    PROVISION = "heading 2"
    RUNNING_HEAD = "header"
    RUNNING_FOOT = "footer"
    MARKING = "Marking"
    NOTICE = "Notice"
    DETAIL = "Detail"
    LAST_DETAIL = "Last Detail"
    LEGEND = "Legend"
    COLUMN_HEAD = "Column Head"
    STANCE = "Stance"
    PROVISION_LABEL = "Provision Label"
    PROVISION_TEXT = "Provision Text"
    NUMBERED_TEXT = "Numbered Text"
    COMMENT = "Comment"
    INTERNAL = "Internal"
    INTERNAL_NOTE = "Internal Note"
    INTERNAL_PART = "Internal Part"
    PART = "Part"
    STATEMENT = "Statement"
    MATRIX_HEAD = "Matrix Head"
    MATRIX_DELEGATION = "Matrix Delegation"
    MATRIX_SIGN = "Matrix Sign"
    TABLE_END = "Table End"
    UNIT = "Unit"
    UNIT_2 = "Unit 2"
    UNIT_3 = "Unit 3"
    UNIT_4 = "Unit 4"
    UNIT_NOTE = "Unit Note"
    ACT_DIVISION = "Act Division"
    ACT_ARTICLE = "Act Article"
    FOOTNOTE = "footnote text"
    REMARK = "annotation text"
    WIDE_TITLE = "Wide Title"
    WIDE_HEAD = "Wide Head"
    WIDE_FOOT = "Wide Foot"
    WIDE_MARKING = "Wide Marking"

    FOOTNOTE_CALL = "footnote reference"
    REMARK_CALL = "annotation reference"
    ADDED = "Added"
    DELETED = "Deleted"
    SOFT = "Soft"
    STRONG = "Strong"
    MARKING_SIGN = "Marking Sign"
    INTERNAL_SIGN = "Internal Sign"

    POSITION_TABLE = "Position Table"
    MATRIX_TABLE = "Matrix Table"
