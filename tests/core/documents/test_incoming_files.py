import pytest

from delegate_desk.core.documents.document import proposed_file_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Position on ST 7001/26.docx", "Position on ST 7001-26.docx"),
        ("CON", "_CON"),
        ("nul.docx", "_nul.docx"),
        ("Aux .tar.gz", "_Aux .tar.gz"),
        ("COM1.txt", "_COM1.txt"),
        ("lpt².pdf", "_lpt².pdf"),
        ("CONIN$", "_CONIN$"),
        ("Constitution.docx", "Constitution.docx"),
        ("COM(2026) 5.docx", "COM(2026) 5.docx"),
        ("COM10.docx", "COM10.docx"),
        ("Annex. . ", "Annex"),
        ("...", "_"),
        ('a:b<c>|d?*"\\e', "a-b-c--d----e"),
        ("two\nlines\t.docx", "two lines .docx"),
        ("Θέση για το άρθρο 5.docx", "Θέση για το άρθρο 5.docx"),
    ],
)
def test_a_proposed_name_is_taken_by_every_system(text: str, name: str) -> None:
    assert proposed_file_name(text) == name
