"""Content of a redline: made only from the circulating content of a position.

A ``RedlineEntry`` cannot contain internal content. The additional content for the capital is added by
``with_internal``, marked as such.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.positions.position import Position, PositionEntry, ProposedAction
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.export.internal_content import Internal
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.provision_page import internal_remarks
from delegate_desk.export.position_paper import reservation_holder

Said = tuple[str, str]
"""A paragraph of a comment, and the language of its words as Word names it."""


@dataclass(frozen=True, slots=True)
class RedlineEntry:
    """Our proposal and remarks on one provision.

    Attributes:
        wording: The whole wording proposed; None where there is none.
        after: Target of a new or moved provision; empty for the very beginning.
        label: Of a new or moved provision; empty to leave it unchanged.
        remarks: Comments on it.
    """

    address: Address
    does: ProposedAction
    wording: str | None
    after: Address | None
    label: str
    remarks: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """All that we propose and say on a document.

    Attributes:
        author: A delegation, never a person.
        language: Of the text, as Word names it.
        entries: In the position's order.
        general: On the whole.
    """

    author: str
    language: str
    entries: tuple[RedlineEntry, ...]
    general: tuple[Said, ...] = ()

    def is_empty(self) -> bool:
        """True if there is nothing to say."""
        return not (self.entries or self.general)


def build(
    document: Document,
    position: Position,
    annotations: Iterable[Annotation],
    labels: ExportLabels,
    delegation: str | None,
) -> Redline:
    """Take what circulates."""
    said: dict[Address, list[Said]] = {}
    own = word_language(document.header.language)
    there = {unit.address for unit in document.units()}
    for annotation in annotations:
        if annotation.visibility is Visibility.CIRCULATION:
            quote = annotation.quote.exact if annotation.quote else ""
            said.setdefault(annotation.place.address, []).append(_note(annotation, quote, labels))
    items = {item.address: item for item in position.items}
    order = {unit.address: n for n, unit in enumerate(document.units())}
    bare = [PositionEntry(address) for address in said if address not in items]
    lines = []
    for item in [*position.items, *sorted(bare, key=lambda item: order.get(item.address, len(order)))]:
        does = item.proposed_action(is_there=item.address in there)
        remarks = (*_remarks(item, labels, own), *said.get(item.address, ()))
        if does is not ProposedAction.NOTHING or remarks:
            lines.append(RedlineEntry(item.address, does, item.proposal, item.after, item.label.strip(), remarks))
    return Redline(labels.delegation(delegation), own, tuple(lines), _split_remark(position.general, own))


def with_internal(redline: Redline, inside: Internal, labels: ExportLabels) -> Redline:
    """The capital's copy: the same with what is internal, marked so.

    Args:
        redline: What circulates.
        inside: What is internal.
        labels: Of the file.
    """
    said = word_language(labels.language)
    mark = labels.words["internal"] + labels.words["colon"]
    more: dict[Address, tuple[Said, ...]] = {}
    for one in inside.provisions:
        texts = [_internal(name, words, labels) for name, words in internal_remarks(one, labels)]
        texts += [labels.kinds[note.kind] + labels.words["colon"] + note.text for note in one.notes]
        more[one.address] = tuple((mark + text.strip(), said) for text in texts)
    known = {line.address for line in redline.entries}
    lines = [replace(one, remarks=one.remarks + more.get(one.address, ())) for one in redline.entries]
    lines += [
        RedlineEntry(a, ProposedAction.NOTHING, None, None, "", texts)
        for a, texts in more.items()
        if texts and a not in known
    ]
    general = ((mark + inside.general.strip(), said),) if inside.general.strip() else ()
    return replace(redline, entries=tuple(lines), general=redline.general + general)


def _internal(name: str, words: WordDiff, labels: ExportLabels) -> str:
    """Something internal by its name, as it would read."""
    text = "".join(text for change, text in words if change is not WordChange.DELETE)
    return labels.words["colon"].join(filter(None, (name, text)))


def _remarks(item: PositionEntry, labels: ExportLabels, language: str) -> list[Said]:
    said = word_language(labels.language)
    remarks: list[Said] = [(labels.stances[item.stance.circulated], said)] if item.stance else []
    remarks += _split_remark(item.comment, language)
    for name, lines in (("justification", _split_remark(item.justification, language)), ("joint", _joint(item, said))):
        if lines:
            head = labels.words[name] + labels.words["colon"]
            remarks += [(head + lines[0][0], lines[0][1]), *lines[1:]]
    return remarks


def _joint(item: PositionEntry, said: str) -> tuple[Said, ...]:
    return ((", ".join(item.joint), said),) if item.joint else ()


def _split_remark(text: str, language: str) -> tuple[Said, ...]:
    return tuple((line.strip(), language) for line in text.splitlines() if line.strip())


def _note(annotation: Annotation, quote: str, labels: ExportLabels) -> Said:
    """A note that circulates; a red line is heard as a reservation."""
    kind = AnnotationKind.RESERVATION if annotation.kind is AnnotationKind.RED_LINE else annotation.kind
    words = [
        reservation_holder(annotation),
        labels.kinds[kind],
        *([labels.quote(quote)] if quote else []),
        *([annotation.text.strip()]),
    ]
    return (labels.words["colon"].join(word for word in words if word), word_language(labels.language))
