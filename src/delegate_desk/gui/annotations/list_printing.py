"""A list of annotations as a page to be printed, as it is shown."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from delegate_desk.core.annotations.annotation import AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.gui.annotations.annotation_list import AnnotationRow, GroupHead
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import annotations, terms
from delegate_desk.gui.widgets.printing import prompt_print

translate = QCoreApplication.translate


def prompt_print_annotations(rows: Sequence[AnnotationRow], now: datetime, tasks: Tasks, parent: QWidget) -> None:
    prompt_print(partial(page_for_rows, rows, now), translate("printing", "Annotations"), tasks, parent)


def page_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> Mail:
    entries = [row for row in rows if isinstance(row, AnnotationEntry)]
    marking = next((entry.document.header.marking for entry in entries if entry.document.header.marking), "") or ""
    is_internal = any(entry.annotation.visibility is Visibility.INTERNAL for entry in entries)
    title = translate("printing", "Annotations")
    head = f"{title} · {now.astimezone():%Y-%m-%d %H:%M}"
    signs = filter(None, (translate("printing", "INTERNAL") if is_internal else "", marking))
    first = f'<p style="color:{_on_paper("soft")}; font-size:{theme.PRINT_SMALL}pt">{escape(head)}</p>'
    return Mail("", first + html_for_rows(rows, now), title, (head, marking), ("", *signs), now)


def html_for_rows(rows: Sequence[AnnotationRow], now: datetime) -> str:
    return theme.semi_bold("".join(_head(row) if isinstance(row, GroupHead) else _entry(row, now) for row in rows))


def _on_paper(role: str) -> str:
    """The colour of a role on paper, which is white in the dark too."""
    return theme.color_on_white(role).name()


def _head(head: GroupHead) -> str:
    marking = f' <span style="color:{_on_paper("red_line")}">{escape(head.marking)}</span>' if head.marking else ""
    aside = (
        f' <span style="color:{_on_paper("soft")}; font-weight:400">{escape(head.details)}</span>'
        if head.details
        else ""
    )
    look = f"color:{_on_paper('ink')}; margin:14px 0 4px 0; font-size:{theme.PRINT}pt; font-weight:600"
    return f'<h3 style="{look}">{escape(head.title)}{marking}{aside}</h3>'


def _entry(entry: AnnotationEntry, now: datetime) -> str:
    one = entry.annotation
    kind = escape(f"{one.holder} {terms.kind_label(one.kind)}".strip())
    asides = [escape(annotations.annotation_place(entry)), escape(entry.document.header.language)]
    internal = one.visibility is Visibility.INTERNAL
    word = escape(annotations.visibility_label(one.visibility))
    asides.append(f'<b><span style="color:{_on_paper("red_line")}">{word}</span></b>' if internal else word)
    if one.status is AnnotationStatus.DONE:
        asides.append(escape(annotations.status_label(one.status)))
    if one.due:
        asides.append(escape(translate("printing", "due {when}").format(when=annotations.format_due(one, now))))
    asides += map(escape, one.tags)
    lines = [f'<b>{kind}</b> <span style="color:{_on_paper("soft")}">{" · ".join(asides)}</span>']
    if one.quote:
        lines.append(f'<i style="color:{_on_paper("soft")}">{terms.quote(escape(one.quote.exact))}</i>')
    lines += [escape(line) for line in one.text.splitlines() if line.strip()]
    return f'<p style="color:{_on_paper("ink")}; margin:5px 0 7px 12px">{"<br>".join(lines)}</p>'
