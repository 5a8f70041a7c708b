import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

import make_template
from delegate_desk.core.errors import TemplateFault, UnusableTemplateError
from delegate_desk.core.positions.export_options import TemplateGaps
from delegate_desk.export.docx import custom_template
from delegate_desk.export.docx.default_template import TEMPLATE, TEXT_WIDTH, WIDE_TEXT_WIDTH, Style

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def template(fill: Callable[[docx.document.Document], object] = lambda _: None) -> bytes:
    document = docx.Document()
    document.add_paragraph("Permanent Representation")
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(content: bytes, **parts: Callable[[bytes], bytes]) -> bytes:
    """A package with some parts rewritten, named by the end of their names, with dots as ``_``."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            key = re.sub(r"\W", "_", name.rpartition("/")[2]).strip("_")
            new.writestr(name, parts.get(key, bytes)(old.read(name)))
    return file.getvalue()


def fault(content: bytes) -> TemplateFault:
    with pytest.raises(UnusableTemplateError) as refused:
        custom_template.check_template(content, "house.docx")
    assert refused.value.file_name == "house.docx"
    return refused.value.fault


def related(kind: str, target: str, mode: str = "External") -> bytes:
    relation = (
        f'<Relationship Id="rId99" Type="{RELATION}{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return changed(template(), document_xml_rels=lambda data: data.replace(b"</Relationships>", relation.encode()))


def test_a_missing_file_is_refused_and_words_own_form_of_a_template_taken(tmp_path: Path) -> None:
    with pytest.raises(UnusableTemplateError) as refused:
        custom_template.read(tmp_path / "none.docx")
    assert (refused.value.file_name, refused.value.fault) == ("none.docx", TemplateFault.MISSING)
    kind = MAIN.replace("document.main", "template.main").encode()
    content = changed(template(), Content_Types__xml=lambda data: data.replace(MAIN.encode(), kind))
    assert kind in zipfile.ZipFile(io.BytesIO(content)).read("[Content_Types].xml")
    taken = custom_template.check_template(content, "house.dotx")
    assert "Permanent Representation" in "".join(p.text for p in docx.Document(io.BytesIO(taken)).paragraphs)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", TemplateFault.NOT_WORD),
        (b"%PDF-1.7", TemplateFault.NOT_WORD),
        (b"PK\x03\x04 and no more", TemplateFault.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, TemplateFault.ENCRYPTED),
        (template()[:-400], TemplateFault.DAMAGED),
        (b"PK" + b"x" * 20_000_000, TemplateFault.TOO_LARGE),
    ],
)
def test_what_is_no_word_file_is_refused(content: bytes, why: TemplateFault) -> None:
    assert fault(content) is why


def test_a_zip_of_something_else_or_one_that_unpacks_without_end_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as bundle:
        bundle.writestr("readme.txt", "hello")
    assert fault(file.getvalue()) is TemplateFault.NOT_WORD
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("[Content_Types].xml", "<Types/>")
        bundle.writestr("word/media/image1.png", b"\0" * 120_000_000)
    assert len(file.getvalue()) < 200_000
    assert fault(file.getvalue()) is TemplateFault.TOO_LARGE


def test_macros_entities_missing_parts_comments_words_strict_form_and_odd_measures_are_refused() -> None:
    kind = b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    content = changed(template(), Content_Types__xml=lambda data: data.replace(MAIN.encode(), kind))
    assert fault(content) is TemplateFault.MACROS

    def bomb(data: bytes) -> bytes:
        declared = b'<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document'
        return data.replace(b"<w:document", declared, 1).replace(b"Permanent", b"&a;&b;")

    assert fault(changed(template(), document_xml=bomb)) is TemplateFault.DAMAGED
    assert fault(related("image", "media/none.png", "Internal")) is TemplateFault.DAMAGED
    content = template(lambda d: d.add_comment(d.paragraphs[0].runs, "Change the logo", "A. Person"))
    assert fault(content) is TemplateFault.REVISED

    def strict(data: bytes) -> bytes:
        return data.replace(RELATION.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships/")

    assert fault(changed(template(), rels=strict, document_xml_rels=strict)) is TemplateFault.NOT_WORD

    def spoil(data: bytes) -> bytes:
        return re.sub(rb'w:w="\d+"', b'w:w="wide"', data)

    assert fault(changed(template(), document_xml=spoil)) is TemplateFault.DAMAGED


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("image", TemplateFault.LINKED),
        ("header", TemplateFault.LINKED),
        ("oleObject", TemplateFault.EMBEDDED),
        ("subDocument", TemplateFault.EMBEDDED),
        ("aFChunk", TemplateFault.EMBEDDED),
        ("hyperlink", None),
        ("attachedTemplate", None),
    ],
)
def test_what_fetches_or_runs_is_refused_but_not_a_link_to_be_pressed(kind: str, why: TemplateFault | None) -> None:
    content = related(kind, "\\\\server\\share\\x")
    if why is None:
        assert custom_template.check_template(content, "x")
    else:
        assert fault(content) is why


@pytest.mark.parametrize("name", ["w:ins", "w:del", "w:moveTo"])
def test_somebodys_changes_are_refused(name: str) -> None:
    def fill(document: docx.document.Document) -> None:
        document.paragraphs[0]._p.append(OxmlElement(name, {qn("w:id"): "1", qn("w:author"): "A. Person"}))

    assert fault(template(fill)) is TemplateFault.REVISED


@pytest.mark.parametrize("words", [("INCLUDETEXT x",), (" DDE", "AUTO cmd"), ("includepicture y",)])
def test_fields_that_fetch_are_refused(words: tuple[str, ...]) -> None:
    def fill(document: docx.document.Document) -> None:
        paragraph = document.paragraphs[0]._p
        for kind in ("begin", *words, "end"):
            run = OxmlElement("w:r")
            if kind in {"begin", "end"}:
                run.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))
            else:
                run.append(OxmlElement("w:instrText"))
                run[0].text = kind
            paragraph.append(run)

    assert fault(template(fill)) is TemplateFault.LINKED


def test_a_field_that_counts_or_links_is_taken() -> None:
    def fill(document: docx.document.Document) -> None:
        for said in (" PAGE ", ' HYPERLINK "https://house.example/link" '):
            document.paragraphs[0]._p.append(OxmlElement("w:fldSimple", {qn("w:instr"): said}))

    assert custom_template.check_template(template(fill), "x")


def test_what_a_template_wants_and_is_not_given_is_told() -> None:
    def fill(document: docx.document.Document) -> None:
        document.add_paragraph("{{reference}} {{Motto}}")
        document.sections[0].footer.paragraphs[0].text = "{{phone}}"
        document.add_table(1, 1).cell(0, 0).text = "{{table}}"

    def whole(document: docx.document.Document) -> None:
        fill(document)
        document.add_paragraph("{{table}}")

    lacking, full = (custom_template.check_template(template(made), "x") for made in (fill, whole))
    assert custom_template.gaps(lacking, {"reference"}) == TemplateGaps(("motto", "phone"), True)
    assert custom_template.gaps(full, {"reference", "motto", "phone"}) == TemplateGaps()


def test_hostile_files_are_taken_or_refused_with_a_sentence(shared: Path) -> None:
    found: set[bool | TemplateFault] = set()
    for file in sorted((shared / "corpus" / "hostile" / "docx").iterdir()):
        try:
            found.add(bool(custom_template.read(file)))
        except UnusableTemplateError as refused:
            found.add(refused.fault)
    assert {True, TemplateFault.DAMAGED, TemplateFault.ENCRYPTED} <= found


def contents(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_the_template_has_every_style_and_only_these_and_its_text_is_as_wide_as_the_page() -> None:
    document = docx.Document(str(TEMPLATE))
    fixed = {"Default Paragraph Font", "No List", "Normal Table"}
    names = {style.element.name_val for style in document.styles} - fixed
    assert names == {str(style) for style in Style}
    section = document.sections[0]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    assert section.page_height is not None
    assert Twips(TEXT_WIDTH) == section.page_width - section.left_margin - section.right_margin
    assert Twips(WIDE_TEXT_WIDTH) == section.page_height - section.left_margin - section.right_margin


def test_the_template_is_slim_says_nothing_of_its_making_and_is_what_its_script_makes() -> None:
    found = contents(TEMPLATE.read_bytes())
    assert len(TEMPLATE.read_bytes()) < 10_000
    assert not [name for name in found if "customXml" in name or "thumbnail" in name or "WithEffects" in name]
    assert b"python-docx" not in b"".join(found.values())
    assert found == contents(make_template.make())
