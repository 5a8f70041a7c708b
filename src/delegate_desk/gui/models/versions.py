"""The versions of a position as they are compared, and what became of its fields, as pages of rich text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.fields import CIRCULATED, FieldDifference
from delegate_desk.core.positions.position import FieldChange, Position
from delegate_desk.core.positions.versions import Version, VersionDifference, compare_versions
from delegate_desk.core.word_diff import compare
from delegate_desk.desk import Desk
from delegate_desk.gui import fonts, names, positionwords, theme
from delegate_desk.gui.markedtext import marked

Cite = Callable[[Address], str]


@dataclass(frozen=True, slots=True)
class Past:
    """All that a position was.

    Attributes:
        versions: By number, the present one last.
        changes: Of its fields, the newest first.
    """

    versions: tuple[Version, ...]
    changes: tuple[FieldChange, ...]

    def version(self, number: int) -> Position:
        """One version."""
        return next(one.position for one in self.versions if one.position.version == number)

    def between(self, old: int, new: int) -> VersionDifference:
        """What became of the position from one version to another."""
        return compare_versions(self.version(old), self.version(new))


def load_past(desk: Desk, document: DocumentId) -> Past:
    """All that a position was: slow, safe on any thread."""
    versions = desk.position_versions
    return Past(tuple(versions.all(document)), tuple(versions.changes(document)))


def difference_page(difference: VersionDifference, cite: Cite) -> str:
    """What differs between two versions, provision by provision."""
    parts = [_field(one) for one in difference.texts]
    for item in difference.items:
        parts.append(f"<h3>{escape(cite(item.address))}</h3>")
        parts += [_field(one) for one in item.fields]
    return _page(parts)


def history_page(changes: Iterable[FieldChange], cite: Cite) -> str:
    """What became of each field, the newest first."""
    parts: list[str] = []
    for change in changes:
        where = f"{escape(cite(change.address))} · " if change.address else ""
        head = f"{escape(names.moment(change.at))} · {where}{escape(positionwords.field(change.field))}"
        difference = FieldDifference(change.field, change.before, change.after)
        parts.append(f'<p style="{_soft()}; margin-top:10px">{head}{_kept_in(change.field)}</p>{_words(difference)}')
    return _page(parts)


def _field(difference: FieldDifference) -> str:
    name = escape(positionwords.field(difference.field))
    return f'<p style="{_soft()}; margin-top:6px">{name}{_kept_in(difference.field)}</p>{_words(difference)}'


def _words(difference: FieldDifference) -> str:
    before, after = (positionwords.worded(difference, which) for which in ("before", "after"))
    return f'<p style="margin-left:12px">{marked(compare(before, after))}</p>'


def _kept_in(field: str) -> str:
    """What is said of a field that stays with us."""
    if field in CIRCULATED:
        return ""
    return f' · <span style="color:{theme.color("red_line").name()}">{escape(positionwords.internal())}</span>'


def _soft() -> str:
    return (
        f"color:{theme.color('soft').name()}; font-family:{fonts.INTERFACE}; font-size:{theme.SMALL}px; margin-bottom:0"
    )


def _page(parts: list[str]) -> str:
    look = f"color:{theme.color('ink').name()}; font-family:'{fonts.READING}'; font-size:{theme.LARGE}px"
    return f'<div style="{look}">{"".join(parts)}</div>'
