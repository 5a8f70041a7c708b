import io
import zipfile

import docx
from docx.shared import Twips

import make_template
from delegate_desk.export.docx.default_template import TEMPLATE, TEXT_WIDTH, WIDE_TEXT_WIDTH, Style


def contents(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_the_template_is_what_its_script_makes() -> None:
    assert contents(TEMPLATE.read_bytes()) == contents(make_template.make())


def test_the_template_has_every_style_and_only_these() -> None:
    document = docx.Document(str(TEMPLATE))
    fixed = {"Default Paragraph Font", "No List", "Normal Table"}
    names = {style.element.name_val for style in document.styles} - fixed
    assert names == {str(style) for style in Style}


def test_the_template_is_slim_and_says_nothing_of_its_making() -> None:
    found = contents(TEMPLATE.read_bytes())
    assert len(TEMPLATE.read_bytes()) < 10_000
    assert not [name for name in found if "customXml" in name or "thumbnail" in name or "WithEffects" in name]
    assert b"python-docx" not in b"".join(found.values())


def test_the_text_is_as_wide_as_the_page_between_its_margins() -> None:
    section = docx.Document(str(TEMPLATE)).sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    assert section.page_height is not None
    assert Twips(TEXT_WIDTH) == section.page_width - section.left_margin - section.right_margin
    assert Twips(WIDE_TEXT_WIDTH) == section.page_height - section.left_margin - section.right_margin
