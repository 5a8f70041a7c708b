"""LibreOffice with Word files, for tests that are skipped if it is not installed."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needed = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
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
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
  library:link="false"/></library:libraries>
"""


class Soffice:
    """LibreOffice with a profile of its own."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._has_macro = False

    def convert(self, files: Iterable[Path], folder: Path, form: str = "docx") -> list[Path]:
        """The files as written by LibreOffice, under the same names, in another folder."""
        given = list(files)
        self._start("--convert-to", form, "--outdir", str(folder), *map(str, given))
        made = [folder / file.with_suffix(f".{form}").name for file in given]
        missing = [file.name for file in made if not file.is_file()]
        assert not missing  # soffice reports success even if it failed
        return made

    def settle(self, file: Path, target: Path, what: str) -> Path:
        """A file with all changes accepted (``Accept``) or rejected (``Reject``)."""
        basic = self._profile / "user" / "basic"
        if not self._has_macro:
            if not basic.exists():
                self.convert([file], target.parent, "txt")  # the first start makes the profile
            (basic / "Standard").mkdir(parents=True, exist_ok=True)
            (basic / "Standard" / "Module1.xba").write_text(_MACRO, encoding="utf-8")
            (basic / "Standard" / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
            (basic / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
            self._has_macro = True
        self._start(f"macro:///Standard.Module1.Settle({file},{target},{what})")
        assert target.is_file()
        return target

    def _start(self, *arguments: str) -> None:
        command = [str(SOFFICE), f"-env:UserInstallation={self._profile.as_uri()}", "--headless", *arguments]
        subprocess.run(command, check=False, capture_output=True, timeout=300)
