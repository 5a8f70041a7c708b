"""Random Word files with everything between words: runs, fields, links, notes, controls, tables, revisions."""

import io
import random
import zipfile
from xml.sax.saxutils import escape

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="Listed"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
WORDS = (
    "ports ships noise berth quiet hours Member States shall should ensure that λιμένες πλοία θόρυβος ήσυχες ώρες "
    "l’escale über naïve co-operation 2030 50% «silence» (optional) e.g. e\u0301tude x\u0304 A/B fees; however, "
    "berth. the of and to in"
).split()
LOOKS = ("", "<w:b/>", "<w:i/>", '<w:b/><w:u w:val="single"/>', '<w:lang w:val="el-GR"/>', '<w:sz w:val="20"/>')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OTHER = 'w:author="Someone Else" w:date="2025-01-01T00:00:00Z"'


def word_file(
    body: str,
    *,
    notes: str = "",
    comments: str | None = None,
    media: bytes = b"",
    spaces: str = SPACES,
    head: str = HEAD,
) -> bytes:
    """A whole Word file.

    Args:
        body: The XML of its text.
        notes: That of its footnotes.
        comments: That of its comments; None for a file without the part.
        media: Some bytes that are not XML.
        spaces: The namespaces that its text declares.
        head: The XML declaration of its text.
    """
    parts = {
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
        "word/header1.xml": f"<w:hdr {SPACES}><w:p><w:r><w:t>Our   header</w:t></w:r></w:p></w:hdr>",
    }
    kinds = {"styles": "styles", "numbering": "numbering", "header1": "header"}
    if notes:
        rules = "".join(
            f'<w:footnote w:type="{kind}" w:id="{n}"><w:p/></w:footnote>'
            for n, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        parts["word/footnotes.xml"] = f"<w:footnotes {SPACES}>{rules}{notes}</w:footnotes>"
        kinds["footnotes"] = "footnotes"
    if comments is not None:
        parts["word/comments.xml"] = f"<w:comments {SPACES}>{comments}</w:comments>"
        kinds["comments"] = "comments"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{WORD_TYPE}.{_type(name)}+xml"/>' for name in parts
        )
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="bin" ContentType="application/octet-stream"/>{overrides}</Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        links = "".join(
            f'<Relationship Id="r{part}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>' for part, kind in kinds.items()
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}<Relationship Id="rOut" TargetMode="External" '
            f'Type="{OFFICE}/hyperlink" Target="about:blank"/></Relationships>',
        )
        package.writestr("word/media/picture.bin", media, zipfile.ZIP_STORED)
        for name, xml in parts.items():
            first = head if name == "word/document.xml" else HEAD
            encoding = "utf-16" if "UTF-16" in first else "utf-8"
            package.writestr(name, f"{first}\n{xml}".encode(encoding))
    return made.getvalue()


class Paper:
    """A random Word file; the same seed gives the same file."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._notes: list[str] = []
        self._ids = 100
        self.body = self._story()

    def content(self) -> bytes:
        """The bytes of the file."""
        chance = self._chance
        comments = None
        if chance.random() < 0.3:
            comments = f'<w:comment w:id="7" w:initials="x" {OTHER}><w:p/></w:comment>' if chance.random() < 0.5 else ""
        return word_file(self.body, notes="".join(self._notes), comments=comments, media=chance.randbytes(200))

    def _id(self) -> int:
        self._ids += 1
        return self._ids

    def _story(self) -> str:
        chance = self._chance
        blocks: list[str] = []
        for number in range(1, chance.randint(3, 9)):
            if chance.random() < 0.15:
                blocks.append(self._table())
            else:
                blocks.append(self._paragraph(number))
        end = "<w:sectPr/>" if chance.random() < 0.7 else ""
        return "".join([*blocks, self._paragraph(99), end])

    def _paragraph(self, number: int) -> str:
        chance = self._chance
        shape = chance.choice(("typed", "typed", "tab", "auto", "style", "bare"))
        properties = {
            "auto": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
            "style": "",
        }.get(shape, "")
        if shape == "style":
            properties = '<w:pStyle w:val="Listed"/>'
        if chance.random() < 0.1:
            properties += f'<w:rPr><w:{chance.choice(("ins", "del"))} w:id="{self._id()}" {OTHER}/></w:rPr>'
        if chance.random() < 0.07:
            properties += "<w:sectPr/>"
        label = {"typed": f"{number}. ", "tab": f"{number}.\t"}.get(shape, "")
        head = self._run(label) if label else ""
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{head}{self._pieces()}</w:p>"

    def _table(self) -> str:
        chance = self._chance
        columns = chance.randint(1, 3)
        rows = []
        for _ in range(chance.randint(1, 3)):
            cells = "".join(
                f"<w:tc><w:tcPr/>{''.join(f'<w:p>{self._pieces()}</w:p>' for _ in range(chance.randint(1, 2)))}</w:tc>"
                for _ in range(columns)
            )
            properties = "<w:trPr><w:cantSplit/></w:trPr>" if chance.random() < 0.3 else ""
            rows.append(f"<w:tr>{properties}{cells}</w:tr>")
        return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def _words(self, most: int = 6) -> str:
        chance = self._chance
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))

    def _run(self, text: str, look: str | None = None, tag: str = "t") -> str:
        chance = self._chance
        look = chance.choice(LOOKS) if look is None else look
        inner = ""
        for n, piece in enumerate(text.split("\t")):
            inner += "<w:tab/>" if n else ""
            if chance.random() < 0.15 and len(piece) > 2:
                at = chance.randrange(1, len(piece))
                inner += f'<w:{tag} xml:space="preserve">{escape(piece[:at])}</w:{tag}>'
                piece = piece[at:]
            inner += f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>' if piece else ""
        return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"

    def _pieces(self) -> str:
        made = [self._run(self._words() + " ")]
        for _ in range(self._chance.randint(0, 5)):
            made.append(self._piece())
            if self._chance.random() < 0.8:
                made.append(self._run(" "))
        made.append(self._run(self._words()))
        return "".join(made)

    def _piece(self) -> str:
        chance, words = self._chance, self._words
        kind = chance.choice(
            (
                "run",
                "run",
                "link",
                "field",
                "simple",
                "control",
                "note",
                "ins",
                "del",
                "both",
                "marks",
                "signs",
                "hidden",
            )
        )
        if kind == "link":
            return f'<w:hyperlink r:id="rOut">{self._run(words(2))}{self._run(" " + words(2))}</w:hyperlink>'
        if kind == "field":
            begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{w}"/></w:r>' for w in ("begin", "separate", "end"))
            return f"{begin}<w:r><w:instrText> REF a </w:instrText></w:r>{middle}{self._run(words(3))}{end}"
        if kind == "simple":
            return f'<w:fldSimple w:instr=" REF b ">{self._run(words(2))}</w:fldSimple>'
        if kind == "control":
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{self._run(words(3))}</w:sdtContent></w:sdt>"
        if kind == "note":
            return self._note()
        if kind == "ins":
            return f'<w:ins w:id="{self._id()}" {OTHER}>{self._run(words(3))}{self._run(" " + words(2))}</w:ins>'
        if kind == "del":
            return f'<w:del w:id="{self._id()}" {OTHER}>{self._run(words(3), tag="delText")}</w:del>'
        if kind == "both":
            inner = f'<w:del w:id="{self._id()}" {OTHER}>{self._run(words(2), tag="delText")}</w:del>'
            return f'<w:ins w:id="{self._id()}" {OTHER}>{self._run(words(2))} {inner}</w:ins>'
        if kind == "marks":
            number = self._id()
            return (
                f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>{self._run(words(2))}'
                f'<w:proofErr w:type="spellStart"/><w:bookmarkEnd w:id="{number}"/>'
            )
        if kind == "signs":
            return f"<w:r><w:t>{escape(words(1))}</w:t><w:noBreakHyphen/><w:t>{escape(words(1))}</w:t><w:br/></w:r>"
        if kind == "hidden":
            return self._run(words(2), "<w:vanish/>")
        return self._run(words())

    def _note(self) -> str:
        number = len(self._notes) + 1
        sign = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        text = f"<w:p>{sign}{self._run(' ' + self._words())}</w:p>"
        self._notes.append(f'<w:footnote w:id="{number}">{text}</w:footnote>')
        look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'


def _type(part: str) -> str:
    stem = part.rpartition("/")[2].partition(".")[0].rstrip("1")
    return "document.main" if stem == "document" else stem
