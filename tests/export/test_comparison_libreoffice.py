"""LibreOffice itself accepts and rejects the changes of a comparison; skipped where it is not installed."""

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from laid_out import NEW, OLD, file, known, texts

SOFFICE = shutil.which("soffice")
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, what As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  paper = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(paper.CurrentController.Frame, ".uno:" &amp; what &amp; "AllTrackedChanges", "", 0, Array())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  paper.storeToURL(ConvertToURL(target), form())
  paper.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
  library:link="false"/></library:libraries>
"""

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a comparison as LibreOffice leaves it once all is accepted, and once all is rejected."""
    folder, profile = tmp_path_factory.mktemp("settled"), tmp_path_factory.mktemp("profile")
    (folder / "ours.docx").write_bytes(file(known()))
    command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless"]

    def start(*arguments: str) -> None:
        subprocess.run([*command, *arguments], check=False, capture_output=True, timeout=55)

    start("--convert-to", "txt", "--outdir", str(folder), str(folder / "ours.docx"))
    basic = profile / "user" / "basic"  # the first start has made it
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "Standard" / "Module1.xba").write_text(MACRO, encoding="utf-8")
    (basic / "Standard" / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "script.xlc").write_text(LIBRARIES, encoding="utf-8")
    for what in ("Accept", "Reject"):
        start(f"macro:///Standard.Module1.Settle({folder / 'ours.docx'},{folder / what}.docx,{what})")
        assert (folder / f"{what}.docx").is_file()  # soffice says nothing of what went wrong
    return folder


def body(file: Path) -> list[str]:
    """The lines behind the head, without the heading of the footnotes."""
    paragraphs = [(p.style.name or "", p.text) for p in docx.Document(str(file)).paragraphs if p.style]
    names = [name for name, _ in paragraphs]
    behind = paragraphs[names.index("Legend") + 1 :]
    return [" ".join(text.split()) for name, text in behind if text.strip() and name.lower() != "heading 1"]


def test_accepting_all_gives_the_new_text(settled: Path) -> None:
    assert body(settled / "Accept.docx") == texts(NEW)


def test_rejecting_all_gives_the_old_text(settled: Path) -> None:
    assert body(settled / "Reject.docx") == texts(OLD)
