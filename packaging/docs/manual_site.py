"""Builds the manual as a website: plain HTML in three languages, without scripts and without external files.

.venv/bin/python packaging/docs/manual_site.py [FOLDER]     # by default dist/site
"""

import re
import shutil
import sys
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from delegate_desk.core.manual_pages import PAGES, ManualPage, parse_page

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
ENGLISH = "en"
NAMES = {"en": "English", "el": "Ελληνικά", "fr": "Français"}
SAID = {
    "en": ("Manual", "Contents", "Languages", "To the text", "Next: {title}", "This page is in English only so far."),
    "el": (
        "Εγχειρίδιο",
        "Περιεχόμενα",
        "Γλώσσες",
        "Στο κείμενο",
        "Επόμενο: {title}",
        "Η σελίδα αυτή υπάρχει προς το παρόν μόνο στα αγγλικά.",
    ),
    "fr": (
        "Manuel",
        "Sommaire",
        "Langues",
        "Au texte",
        "Suite\N{NO-BREAK SPACE}: {title}",
        "Cette page n’existe pour l’instant qu'en anglais.",
    ),
}
"""Texts of the website besides the pages, by language."""
STYLE = """\
:root { --paper: #ffffff; --side: #f4f2ee; --line: #d9d5cd; --ink: #1c2127; --soft: #59626c; --accent: #1f4f8f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1d2024; --side: #15171a; --line: #33383e; --ink: #e8e6e1; --soft: #a3abb4; --accent: #8fb8ea; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--side); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px; background: var(--paper); }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; justify-content: space-between; padding: 12px 24px; }
header p, header ul { margin: 0; }
header ul { display: flex; gap: 16px; list-style: none; padding: 0; }
.page { display: flex; flex-wrap: wrap; border-top: 1px solid var(--line); }
nav.contents { flex: 1 0 14rem; max-width: 18rem; padding: 16px 24px; }
nav.contents ul { list-style: none; margin: 0; padding: 0; }
nav.contents ul ul { padding-left: 16px; font-size: 14px; }
nav.contents li { margin: 4px 0; }
nav.contents a { text-decoration: none; }
[aria-current] { color: var(--ink); font-weight: 600; }
main { flex: 1 1 32rem; min-width: 0; background: var(--paper); padding: 16px 32px 48px; }
main > * { max-width: 44rem; }
main p, main li { font: 17px/1.6 "Source Serif 4", Georgia, "Times New Roman", serif; }
h1, h2 { font-family: "Source Serif 4", Georgia, "Times New Roman", serif; line-height: 1.25; }
h2 { margin-top: 2em; }
table { border-collapse: collapse; width: 100%; font-size: 15px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); }
.wide { overflow-x: auto; }
code { font: 0.85em ui-monospace, Consolas, monospace; background: var(--side); border-radius: 4px; padding: 1px 4px; }
pre { background: var(--side); padding: 12px; overflow-x: auto; }
pre code { padding: 0; background: none; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; }
.aside { color: var(--soft); }
@media (max-width: 46rem) { nav.contents { max-width: none; } main { padding: 16px; } }
"""
_NAME = re.compile(r" \{#([\w-]+)\}$")


def main() -> None:
    target = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "dist" / "site"
    print(build(target))


def build(target: Path) -> Path:
    """Build the website into a folder, and return its first page."""
    target.mkdir(parents=True, exist_ok=True)
    (target / "style.css").write_text(STYLE, encoding="utf-8")
    for language in NAMES:
        folder = target / language
        folder.mkdir(exist_ok=True)
        pictures = folder / "pictures"
        for source in (HELP / ENGLISH / "pictures", HELP / language / "pictures"):  # its own instead of the English one
            if source.is_dir():
                shutil.copytree(source, pictures, dirs_exist_ok=True)
        held = {name: page_of(language, name) for name in PAGES}
        for n, name in enumerate(PAGES):
            following = held[PAGES[n + 1]] if n + 1 < len(PAGES) else None
            (folder / f"{name}.html").write_text(written(language, held, name, following), encoding="utf-8")
    first = target / "index.html"
    first.write_text(entrance(), encoding="utf-8")
    return first


def source_of(language: str, name: str) -> Path:
    """Return the file of a page: English if it is not translated."""
    own = HELP / language / f"{name}.md"
    return own if own.is_file() else HELP / ENGLISH / f"{name}.md"


def page_of(language: str, name: str) -> ManualPage:
    return parse_page(name, source_of(language, name).read_text(encoding="utf-8"))


def written(language: str, held: dict[str, ManualPage], name: str, following: ManualPage | None) -> str:
    """Return one page of the website."""
    manual, contents, languages, to_text, next_one, untranslated = SAID[language]
    page, source = held[name], source_of(language, name)
    is_own = source.parent.name == language
    others = "".join(
        f'<li><a href="../{code}/{name}.html" lang="{code}"{_current(code == language)}>{named}</a></li>'
        for code, named in NAMES.items()
    )
    entries = "".join(_entry(one, one is page) for one in held.values())
    body = html_of(source.read_text(encoding="utf-8"))
    note = "" if is_own else f'<p class="aside">{untranslated}</p>\n'
    onward = (
        f'<p><a rel="next" href="{following.name}.html">{escape(next_one.format(title=following.title))}</a></p>\n'
        if following
        else ""
    )
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)} · Delegate Desk</title>
<link rel="stylesheet" href="../style.css">
</head>
<body>
<a class="skip" href="#the-page">{to_text}</a>
<header>
<p><strong>Delegate Desk</strong> · {manual}</p>
<nav aria-label="{languages}"><ul>{others}</ul></nav>
</header>
<div class="page">
<nav class="contents" aria-label="{contents}"><ul>{entries}</ul></nav>
<main id="the-page"{"" if is_own else f' lang="{ENGLISH}"'}>
{note}{body}{onward}</main>
</div>
</body>
</html>
"""


def html_of(source: str) -> str:
    """Return the HTML of a page: headings with anchors, links to pages of the website, tables that can scroll."""
    parser = MarkdownIt("commonmark", {"xhtmlOut": False}).enable("table")
    tokens = parser.parse(source)
    for n, token in enumerate(tokens):
        if token.type == "heading_open":
            _name(token, tokens[n + 1])
        for inner in token.children or ():
            target = inner.attrGet("href")
            if isinstance(target, str):
                inner.attrSet("href", re.sub(r"^(\w+)\.md", r"\1.html", target))
    made = str(parser.renderer.render(tokens, parser.options, {}))
    return made.replace("<table>", '<div class="wide"><table>').replace("</table>", "</table></div>")


def entrance() -> str:
    """Return the first page: a choice of language."""
    choices = "".join(
        f'<li><a href="{code}/{PAGES[0]}.html" lang="{code}">{named} · {SAID[code][0]}</a></li>'
        for code, named in NAMES.items()
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Delegate Desk</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>Delegate Desk</h1>
<ul>{choices}</ul>
</main>
</body>
</html>
"""


def _name(heading: Token, words: Token) -> None:
    """Give a heading the anchor that follows its text."""
    match = _NAME.search(words.content)
    last = words.children[-1] if words.children else None
    if match and last is not None:
        heading.attrSet("id", match[1])
        last.content = _NAME.sub("", last.content)


def _entry(page: ManualPage, is_here: bool) -> str:
    """Return a page in the contents; the current page has its headings below it."""
    under = "".join(f'<li><a href="#{one.name}">{escape(one.title)}</a></li>' for one in page.headings)
    inner = f"<ul>{under}</ul>" if is_here and under else ""
    return f'<li><a href="{page.name}.html"{_current(is_here)}>{escape(page.title)}</a>{inner}</li>'


def _current(is_here: bool) -> str:
    return ' aria-current="page"' if is_here else ""


if __name__ == "__main__":
    main()
