"""From the steps of a reference to addresses: those of the document where it points into itself."""

from collections.abc import Iterator, Sequence

from delegate_desk.core.documents.addresses import inserted_letter, letter_number, roman_numeral
from delegate_desk.core.documents.document import Address

Path = tuple[tuple[str, str], ...]
"""Kinds and numbers as printed, the outermost first."""

_BELOW = {"art": ("para", "point"), "annex": ("para", "point"), "para": ("point",)}
_MOST_SUBS = 12


def levels(kind: str, numbers: Sequence[str]) -> Path:
    """The steps of a number with others in brackets behind it: ``5(2)(a)`` is paragraph 2, point (a) of Article 5."""
    path: list[tuple[str, str]] = [(kind, numbers[0])]
    for number in numbers[1:]:
        above = path[-1][0]
        below = _BELOW.get(above, ("point",))
        path.append((below[0] if number[:1].isdecimal() else "point", number))
    return tuple(path)


def numbers(printed: str) -> list[str]:
    """The ways in which a number may stand in an address, the likeliest first: ``i`` is 1 or 9, ``3 bis`` is 3a."""
    bare = printed.strip("(). ")
    digits = "".join(c for c in bare if c.isdecimal())
    if digits and bare.startswith(digits):
        return [f"{int(digits)}{inserted_letter(bare[len(digits) :])}"]
    lower = bare.lower()
    found = [n for n in (roman_numeral(lower) if bare.isascii() else None, letter_number(lower)) if n]
    if bare.isupper() or len(lower) > 1 or lower == "i":
        return [str(n) for n in found]
    return [str(n) for n in reversed(found)]


def canonical(path: Path) -> Address | None:
    """How a place in another act is addressed; None where that cannot be told."""
    address = ""
    for kind, printed in path:
        found = numbers(printed)
        if not found:
            return None
        if kind == "sub" and found[0] == "1":
            continue
        address = f"{address}__{kind}_{found[0]}" if address else f"{kind}_{found[0]}"
    return Address(address) if address else None


def resolve(path: Path, here: Address, known: frozenset[Address]) -> Address | None:
    """The address in the document that holds ``here``; None where nothing stands there."""
    for base in _bases(path[0][0], here):
        found = _walk(base, path, known)
        if found is not None and found in known and (found != base or path[0][0] == "sub"):
            return Address(found)
    return None


def _bases(kind: str, here: str) -> Iterator[str]:
    """From where a place is sought: its neighbours first."""
    segments = here.split("__")
    container = segments[0] if segments[0].startswith("annex") else ""
    if kind in ("annex", "fn"):
        yield ""
    elif kind in ("art", "rec", "chp", "sec"):
        yield from dict.fromkeys((container, ""))
    elif kind == "para":
        article = next((n for n, segment in enumerate(segments) if segment.startswith("art_")), None)
        if article is not None:
            yield "__".join(segments[: article + 1])
        yield from dict.fromkeys((container, ""))
    else:
        for n in range(len(segments), -1, -1):
            yield "__".join(segments[:n])


def _walk(base: str, path: Path, known: frozenset[Address]) -> str | None:
    at = base
    for kind, printed in path:
        step = next((a for n in numbers(printed) for a in _below(at, kind, n) if a in known), None)
        if step is None:
            return None
        at = step
    return at


def _below(base: str, kind: str, number: str) -> Iterator[str]:
    """Where a unit may stand under another: on it, or on one of its subparagraphs."""
    stem = f"{base}__" if base else ""
    if kind == "sub":
        if number == "1":
            yield f"{stem}sub_1"
            yield base
        yield f"{stem}sub_{number}"
        return
    kinds = {"point": ("point", "para"), "para": ("para", "point")}.get(kind, (kind,))
    for one in kinds:
        yield f"{stem}{one}_{number}"
    if kind in ("point", "ind", "para") and base:
        for sub in range(1, _MOST_SUBS):
            yield f"{base}__sub_{sub}__{kinds[0]}_{number}"
    if kind in ("point", "para") and base.startswith("annex"):
        for text in range(1, _MOST_SUBS):
            yield f"{base}__p_{text}__point_{number}"
