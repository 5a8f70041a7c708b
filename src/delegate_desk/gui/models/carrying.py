"""What was carried to a revision, as rows: first what waits for an answer, what has no place, what has one."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.annotations import Annotation, AnnotationKind
from delegate_desk.core.carrying import Carried, CarriedKind, Carry, CarryVerdict
from delegate_desk.core.documents import Address, Document, DocumentId, Held, Paragraph, Place
from delegate_desk.core.meetings import Intervention
from delegate_desk.core.words import Change, compare
from delegate_desk.desk import Desk
from delegate_desk.gui import changewords, names
from delegate_desk.gui.models.meeting import short_place
from delegate_desk.gui.models.told import Heading, Passage, Row, Told, shortened

translate = QCoreApplication.translate
MOST = 9
"""How many proposals can be picked: one for each figure."""


@dataclass(frozen=True, slots=True)
class Review:
    """What was carried from one document to another, ready to be shown."""

    old: Held
    new: Held
    carry: Carry
    rows: tuple[Row, ...]

    @property
    def open(self) -> int:
        """How many wait for an answer."""
        return self.carry.open


def load_review(desk: Desk, old: DocumentId, new: DocumentId) -> Review:
    """Gather what was carried: reads both documents, safe on any thread."""
    carry = desk.carrying.carried(old, new)
    telling = _Telling(desk, carry)
    return Review(desk.documents.get(old), desk.documents.get(new), carry, tuple(telling.rows(carry)))


class _Telling:
    """Tells of the things carried, with their words."""

    def __init__(self, desk: Desk, carry: Carry) -> None:
        old, new = carry.old, carry.new
        self._old, self._new = old, new
        self._units = {key: _by_address(desk.documents.content(key)) for key in (old, new)}
        self._position = desk.positions.get(old)
        self._annotations: dict[str, Annotation] = {one.id: one for one in desk.annotations.of(old)}
        keys = [item.key for item in carry.items if item.kind is CarriedKind.INTERVENTION]
        self._said: dict[str, Intervention] = {one.id: one for one in desk.meetings.named(keys)}

    def rows(self, carry: Carry) -> Iterator[Row]:
        """All of it, in groups."""
        heads = carry.heads()
        away = [one for one in heads if not one.is_open and one.new is None]
        groups = (
            (translate("carrying", "To look at"), [one for one in heads if one.is_open]),
            (translate("carrying", "Paragraph gone"), [one for one in away if one.decided is None]),
            (translate("carrying", "Left where it was"), [one for one in away if one.decided is not None]),
            (translate("carrying", "Placed"), [one for one in heads if one.new is not None]),
        )
        there = translate("carrying", "answered there, it goes on to here")
        for n, (title, items) in enumerate(groups):
            if n == 1:
                for one in carry.waiting:
                    yield Heading(translate("carrying", "Waits in {name}").format(name=one.new.name), one.number, there)
            if items:
                yield Heading(title, len(items))
                yield from map(self._tell, items)

    def _tell(self, item: Carried) -> Told:
        name, sign, said = self._thing(item)
        outcome, role = changewords.carried(item)
        was = self._short(self._old, item.old)
        now = self._short(self._new, item.new) if item.new is not None else ""
        where = translate("carrying", "{old}, now {new}").format(old=was, new=now) if now and now != was else was
        return Told(
            f"{item.kind} {item.key}",
            now or was,
            translate("carrying", "{thing} on {place}").format(thing=name, place=where),
            outcome,
            role,
            sign,
            said,
            tuple(self._passages(item)),
            place=Place(self._new, item.new) if item.new is not None else None,
            before=Place(self._old, item.old),
            carried=item,
            waits=item.is_open,
        )

    def _passages(self, item: Carried) -> Iterator[Passage]:
        """What its paragraph said, and each place that it could be on with what is other there."""
        if item.proposals and (item.is_open or item.decided is not None):
            yield Passage(translate("carrying", "was"), shortened(((Change.EQUAL, item.text),), longest=120))
            yield from self._wording(item)
            for n, address in enumerate(item.proposals[:MOST], 1):
                picked = item.decided is not None and item.new == address
                short = self._short(self._new, address)
                yield Passage(
                    f"✓ {short}" if picked else short,
                    shortened(compare(item.text, self._text(address)), context=24),
                    str(n),
                )
        elif item.new is None:
            gone = Change.EQUAL if item.decided is not None else Change.DELETE
            yield Passage(translate("carrying", "was"), shortened(((gone, item.text),)))
        elif item.verdict not in (CarryVerdict.SAME, CarryVerdict.RENUMBERED, CarryVerdict.MOVED):
            yield Passage(translate("carrying", "now"), shortened(compare(item.text, self._text(item.new))))

    def _wording(self, item: Carried) -> Iterator[Passage]:
        """Of our line, the wording that we propose."""
        ours = self._position.item(item.old).proposal if item.kind is CarriedKind.POSITION else None
        if ours is not None:
            yield Passage(translate("carrying", "proposed"), shortened(compare(item.text, ours), context=24))

    def _thing(self, item: Carried) -> tuple[str, AnnotationKind, str]:
        """What is carried: its name, its sign and its words."""
        if item.kind is CarriedKind.ANNOTATION:
            annotation = self._annotations.get(item.key)
            if annotation is None:
                return translate("carrying", "Annotation"), AnnotationKind.NOTE, ""
            quote = names.quoted(annotation.quote.exact) if annotation.quote else ""
            holder = f"{annotation.holder} · " if annotation.holder else ""
            return (
                holder + names.kind(annotation.kind),
                annotation.kind,
                " — ".join(filter(None, (quote, annotation.text))),
            )
        if item.kind is CarriedKind.POSITION:
            line = self._position.item(item.old)
            name = names.stance(line.stance) if line.stance else ""
            ours = translate("carrying", "Our line")
            said = line.comment or line.proposal or line.internal
            return (f"{ours} · {name}" if name else ours), AnnotationKind.DRAFTING_SUGGESTION, said
        one = self._said.get(item.key)
        if one is None:
            return translate("carrying", "Intervention"), AnnotationKind.NOTE, ""
        stance = names.stance(one.stance) if one.stance else translate("carrying", "Intervention")
        return " · ".join(filter(None, (" ".join(one.delegations), stance))), AnnotationKind.NOTE, one.text

    def _short(self, document: DocumentId, address: Address) -> str:
        return short_place(address, self._units[document])

    def _text(self, address: Address) -> str:
        unit = self._units[self._new].get(address)
        return unit.text if unit else ""


def _by_address(document: Document) -> dict[Address, Paragraph]:
    return {unit.address: unit for unit in document.units()}
