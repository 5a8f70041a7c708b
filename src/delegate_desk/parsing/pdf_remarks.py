"""What is said of a PDF whose text cannot be trusted as it stands: scans, broken text layers, broken pages."""

from collections.abc import Iterable, Iterator, Sequence

from delegate_desk.parsing.pdf_page import Page

_FEW = 100  # letters: a scan that bears no more has at most a number stamped on it
_BROKEN = 0.1  # of the letters of a page
_MANY = 20  # letters: fewer say nothing


def remarks_on(pages: Sequence[Page], count: int) -> Iterator[str]:
    """Sentences on pages without text, in English words.

    Args:
        pages: Those that could be read.
        count: Of all pages.
    """
    bare = [page for page in pages if not page.count]
    pictured = [page for page in pages if page.count and page.pictured]
    broken = [page for page in pages if page.unmapped >= max(_MANY, _BROKEN * page.count)]
    read = {page.number for page in pages}
    for words, numbers in (
        ("no text", [page.number for page in bare if page.pictured or page.drawn]),
        ("hardly any text beside an image", [page.number for page in pictured if page.count < _FEW]),
        ("text recognised from an image (OCR)", [page.number for page in pictured if page.count >= _FEW]),
        ("a broken text layer", [page.number for page in broken]),
        ("nothing readable", [n for n in range(1, count + 1) if n not in read]),
    ):
        if numbers:
            yield f"{words} on {_named(numbers)}"


def _named(numbers: Iterable[int]) -> str:
    """Pages by number, those that follow each other drawn together: ``pages 1, 3 to 5``."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    parts = [str(a) if a == b else f"{a} to {b}" if b > a + 1 else f"{a}, {b}" for a, b in spans]
    return f"page {parts[0]}" if len(spans) == 1 and spans[0][0] == spans[0][1] else f"pages {', '.join(parts)}"
