"""Active content in a file is not run, opened or downloaded, and is reported."""

import re
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import ImportStatus
from delegate_desk.desk import Desk
from delegate_desk.parsing import reading
from delegate_desk.parsing.reading_process import ReadingProcess
from support.command_line import Shell
from support.handwritten_pdf import Paper

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TEXT = "<w:p><w:r><w:t>The Council notes that noise is heard.</w:t></w:r></w:p>"


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server on this machine that nothing may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture
def address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def assert_nobody_called(listener: socket.socket) -> None:
    with pytest.raises(BlockingIOError):
        listener.accept()


def _relations(*of: tuple[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
        for n, (kind, target) in enumerate(of, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{said}</Relationships>'


def word(
    path: Path, *, body: str = _TEXT, before: str = "", external: str = "", settings: str = "", **more: str
) -> Path:
    """A Word file that refers to more parts than it contains."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/document.xml",
            f'{before}<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:xi="http://www.w3.org/2001/XInclude">'
            f"<w:body>{body}</w:body></w:document>",
        )
        package.writestr("word/_rels/document.xml.rels", external or _relations())
        package.writestr("word/_rels/settings.xml.rels", settings or _relations())
        for name, content in more.items():
            package.writestr(name, content)
    return path


def field(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{which}"/></w:r>' for which in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}<w:r><w:t>said</w:t></w:r></w:p>"


def remarks(path: Path) -> tuple[str, ...]:
    return tuple(map(str, reading.read(path, path.name).remarks))


def test_what_word_would_fetch_is_said_and_not_fetched(tmp_path: Path, listener: socket.socket, address: str) -> None:
    path = word(
        tmp_path / "a.docx",
        external=_relations(
            ("image", f"{address}/a.png"),
            ("image", r"\\server\share\b.png"),
            ("oleObject", f"{address}/sheet.xlsx"),
            ("subDocument", f"{address}/more.docx"),
            ("hyperlink", r"\\server\share\c.docx"),
            ("hyperlink", "https://www.consilium.europa.eu"),
            ("hyperlink", "mailto:a@example.eu"),
        ),
        settings=_relations(("attachedTemplate", f"{address}/evil.dotm")),
    )
    assert remarks(path) == (
        "an external template is not loaded",
        "2 external images are not loaded",
        "2 external parts are not loaded",
        "1 link to an external file is not followed",
    )
    assert_nobody_called(listener)


def test_macros_embedded_files_and_controls_are_said(tmp_path: Path) -> None:
    parts = {
        "word/vbaProject.bin": "",
        "word/embeddings/oleObject1.bin": "",
        "word/embeddings/sheet.xlsx": "",
        "word/activeX/activeX1.bin": "",
    }
    path = word(tmp_path / "a.docm", **parts)
    assert remarks(path) == ("macros are not run", "3 embedded files are left out")


@pytest.mark.parametrize(
    "body",
    [
        field("DDEAUTO c:\\windows\\system32\\cmd.exe"),
        field(" DD", "E", "AUTO ", "cmd"),
        field('INCLUDEPICTURE "http://127.0.0.1/a.png" \\d'),
        field("INCLUDETEXT c:\\secret.docx"),
        field("LINK Excel.Sheet.8"),
        '<w:p><w:fldSimple w:instr=" DDE cmd "><w:r><w:t>said</w:t></w:r></w:fldSimple></w:p>',
    ],
)
def test_fields_that_call_are_said_and_their_result_alone_is_read(tmp_path: Path, body: str) -> None:
    document = reading.read(word(tmp_path / "a.docx", body=_TEXT + body), "a.docx")
    assert list(map(str, document.remarks)) == ["1 field that calls a program or another file is not run"]
    assert document.paragraphs[-1].marked == "said"


def test_an_ordinary_field_is_not_said(tmp_path: Path) -> None:
    body = _TEXT + field("PAGEREF _Toc1") + field("HYPERLINK http://europa.eu") + field(" LINKED ")
    assert remarks(word(tmp_path / "a.docx", body=body)) == ()


def test_entities_and_includes_of_a_word_file_are_not_resolved(
    tmp_path: Path, listener: socket.socket, address: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    before = (
        f'<!DOCTYPE d SYSTEM "{address}/d.dtd" [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y SYSTEM "{address}/y">'
        f'<!ENTITY % p SYSTEM "{address}/p.dtd"> %p;]>'
    )
    include = f'<xi:include href="{secret.as_uri()}" parse="text"/>'
    body = f"{_TEXT}<w:p><w:r><w:t>before &x;&y;{include} after</w:t></w:r></w:p>"
    document = reading.read(word(tmp_path / "a.docx", body=body, before=before), "a.docx")
    assert document.paragraphs[-1].marked.split() == ["before", "after"]
    assert "secret" not in " ".join(unit.marked for unit in document.units())
    assert list(map(str, document.remarks)) == ["entities declared in the file are left out"]
    assert_nobody_called(listener)


def test_what_a_browser_would_run_or_fetch_is_said(tmp_path: Path, listener: socket.socket, address: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"""<!DOCTYPE html><html><head>
        <meta http-equiv="Refresh" content="0; url={address}/refresh"><link rel="stylesheet" href="{address}/a.css">
        <style>@import '{address}/b.css'; p {{ background: url({address}/c.png) }}</style>
        <script src="{address}/a.js"></script></head><body onload="fetch('{address}')" background="{address}/d.png">
        <p>The Council notes noise.</p><img src="{address}/e.png"><img src="data:image/png;base64,AA"><iframe
        src="{address}/f"></iframe><object data="{address}/g"></object><a href="file://server/h">h</a>
        <a href="https://europa.eu">i</a><a href="other.html">j</a><a href="javascript:alert(1)">k</a></body></html>"""
    )
    assert remarks(path) == (
        "scripts are not run",
        "a redirect to another page is not followed",
        "external styles are not loaded",
        "2 external images are not loaded",
        "2 frames are left out",
        "1 link to an external file is not followed",
    )
    assert_nobody_called(listener)


def test_entities_of_a_page_are_said_and_not_followed(tmp_path: Path) -> None:
    path, secret = tmp_path / "a.html", tmp_path / "secret"
    secret.write_text("hidden words")
    path.write_text(f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><p>Noise &x; is heard.</p>')
    assert remarks(path) == ("entities declared in the file are left out",)
    assert "hidden words" not in " ".join(unit.marked for unit in reading.read(path, path.name).units())


def test_a_plain_page_has_no_remarks(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text('<!DOCTYPE html><p>Noise is <a href="https://europa.eu" style="color: red">heard</a>.</p>')
    assert remarks(path) == ()


def test_what_a_mail_would_fetch_is_said(tmp_path: Path, listener: socket.socket, address: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@example.eu", "Noise"
    mail.set_content("Noise is heard. " * 40)
    mail.add_alternative(f"<p>{'Noise is heard. ' * 40}</p><img src='{address}/pixel.gif'>", subtype="html")
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())
    assert remarks(path) == ("1 external image is not loaded",)
    path.write_text(
        "From: a@example.eu\nSubject: Noise\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nNoise is heard.\n--b\n"
        f'Content-Type: message/external-body; access-type=URL; URL="{address}/a.pdf"\n\n'
        "Content-Type: application/pdf\n\n--b--\n"
    )
    assert remarks(path) == ("1 external part is not loaded",)
    assert_nobody_called(listener)


def _pdf(path: Path, catalogue: bytes) -> Path:
    """A document of one page, with more in its catalogue than pages."""
    paper = Paper()
    paper.page()
    paper.text(57, 700, "The Council notes that noise is heard in all ports of the Union.")
    paper.save(path)
    whole = path.read_bytes()
    changed = whole.replace(b"/Type /Catalog", b"/Type /Catalog " + catalogue, 1)
    assert changed != whole
    path.write_bytes(changed)
    return path


@pytest.mark.parametrize(
    ("catalogue", "said"),
    [
        (b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "scripts are not run"),
        (b"/OpenAction << /S /J#61vaScript /#4AS (app.alert\\(1\\)) >>", "scripts are not run"),
        (b"/OpenAction << /S /Launch /F (cmd.exe) >>", "file actions are not run"),
        (b"/OpenAction << /S /GoToR /F (//server/a.pdf) /D [0 /Fit] >>", "file actions are not run"),
        (
            b"/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) >>] >> >>",
            "1 embedded file is left out",
        ),
    ],
)
def test_what_a_viewer_would_run_is_said(tmp_path: Path, catalogue: bytes, said: str) -> None:
    assert remarks(_pdf(tmp_path / "a.pdf", catalogue)) == (said,)


def test_shortcuts_in_an_archive_are_refused_each(desk: Desk, tmp_path: Path, address: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.url", f"[InternetShortcut]\nURL={address}/a\n")
        archive.writestr("b.lnk", b"L\0\0\0\1\x14\2\0" + bytes(60))
        archive.writestr("c.txt", "Noise is heard.")
    became = {Path(item.path).name: item.status for item in desk.documents.import_files([path])}
    assert became == {
        "a.url": ImportStatus.REFUSED,
        "b.lnk": ImportStatus.REFUSED,
        "c.txt": ImportStatus.IMPORTED,
    }


def test_what_was_there_is_said_by_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shell = Shell(tmp_path / "library", capsys)
    shell.json("import", str(word(tmp_path / "a.docm", **{"word/vbaProject.bin": ""})))
    assert shell.json("show", "#1")["remarks"] == ["macros are not run"]


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("strace"), reason="needs strace")
def test_the_reader_opens_no_socket_and_starts_nothing(tmp_path: Path, address: str) -> None:
    path = word(
        tmp_path / "a.docx",
        body=_TEXT + field("DDEAUTO cmd"),
        external=_relations(("image", f"{address}/a.png")),
        settings=_relations(("attachedTemplate", f"{address}/evil.dotm")),
    )
    log = tmp_path / "calls"
    command = [shutil.which("strace") or "", "-f", "-e", "trace=socket,connect,execve", "-o", str(log)]
    reader = ReadingProcess(
        seconds=60, command=[*command, sys.executable, "-P", "-m", "delegate_desk.parsing.reading_process"]
    )
    assert reader.read(path, path.name).remarks
    reader.close()
    calls = log.read_text()
    assert not re.search(r"socket\(|connect\(", calls)
    assert len(re.findall(r"execve\(.*\) = 0", calls)) == 1  # the reader itself


def test_the_strace_above_would_see_a_call(tmp_path: Path, listener: socket.socket) -> None:
    subprocess.run(
        [sys.executable, "-c", f"import socket; socket.create_connection(('127.0.0.1', {listener.getsockname()[1]}))"],
        check=True,
    )
    listener.accept()[0].close()
