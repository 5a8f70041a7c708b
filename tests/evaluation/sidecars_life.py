"""A life in a library through the services: everything that leaves a trace in the database, in random order."""

import json
import os
import random
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.package import PackageContents
from delegate_desk.core.positions.position import PositionEntry, ReadyPhrase, Stance
from delegate_desk.core.progress import finish
from delegate_desk.core.search import SavedSearch
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db.stores.annotations import AnnotationStore, UnplacedStore
from delegate_desk.storage.db.stores.documents import DossierStore
from support.comment_tables import TABLE, act, word_file
from support.document_values import note_text, written
from support.watching import import_new_files

NOTICE = written("harbours_notice").replace("quiet hours in ports\n7001/26\n6500/26 + COR 1", "harbours\n7001/26")
_WORDS = "harbour shed quiet λιμάνι σιωπή zażółć naïve 港 🐋 \u0301 \u202eback tab\tline\nbreak <b> & \\ \" '".split(
    " "
)


class Life:
    """Random work in a library.

    Args:
        scratch: A folder next to it for imported files.
    """

    def __init__(self, desk: Desk, scratch: Path, dice: random.Random) -> None:
        self._desk = desk
        self._scratch = scratch
        self._dice = dice
        self._papers = 0
        names = sorted(name for name in dir(self) if name.startswith("do_"))
        self.deeds: list[Callable[[], object]] = [getattr(self, name) for name in names]

    def begin(self) -> None:
        """Import documents to work on."""
        for _ in range(3):
            self.do_bring_in_a_paper()
        (self._scratch / "notice.txt").write_text(NOTICE, encoding="utf-8")
        paper = word_file(self._scratch, ["Comments by Greece"], TABLE)
        marked = word_file(self._scratch, ["1. Quiet hours are ~six~ +seven+ hours.", "2. Ships rest."], name="m.docx")
        for path in (self._scratch / "notice.txt", act(self._scratch), paper, marked):
            list(self._desk.documents.import_files([path]))
        notice = next(held.id for held in self._desk.documents.all() if held.name.startswith("CM"))
        self._desk.meetings.from_document(notice)

    def live(self, deeds: int) -> None:
        """Do some actions; a refusal counts as done."""
        for _ in range(deeds):
            try:
                self._dice.choice(self.deeds)()
            except DeskError:
                continue

    # Targets

    def _words(self) -> str:
        return " ".join(self._dice.choices(_WORDS, k=self._dice.randint(1, 8)))

    def _document(self) -> DocumentId:
        return self._dice.choice(self._desk.documents.all()).id

    def _place(self) -> Place:
        key = self._document()
        units = self._desk.documents.content(key).units()
        return Place(key, self._dice.choice(units).address)

    def _note(self) -> Annotation:
        notes = self._desk.annotations.all()
        return self._dice.choice(notes) if notes else self.do_annotate()

    # Documents

    def do_bring_in_a_paper(self) -> None:
        self._papers += 1
        path = self._scratch / f"paper {self._papers}.txt"
        reference = f"ST {7000 + self._papers}/26" if self._dice.random() < 0.8 else f"ST 7001/26 REV {self._papers}"
        lines = [
            f"{n}. The Council notes what harbour {self._dice.randint(1, 9)} keeps in shed {n}." for n in range(1, 9)
        ]
        subject = f"Draft conclusions on harbour {self._papers}"
        text = note_text(reference, "\n\n".join(lines), previous="ST 6500/26", subject=subject)
        path.write_text(text + "\n", encoding="utf-8")
        changes = [one.document.id for one in self._desk.documents.import_files([path]) if one.document]
        self._desk.exchange.place_orphaned()
        assert changes

    def do_remove_and_restore(self) -> None:
        key = self._document()
        if len(self._desk.documents.all()) > 5:
            self._desk.documents.remove(key)
        if self._dice.random() < 0.5:
            self._desk.documents.restore(key)

    def do_empty_the_trash(self) -> None:
        if self._dice.random() < 0.3:
            self._desk.documents.empty_trash()

    def do_correct(self) -> None:
        field, typed = self._dice.choice(
            [
                (CorrectableField.SUBJECT, self._words()),
                (CorrectableField.DATE, "2026-05-06"),
                (CorrectableField.PREVIOUS_DOCUMENTS, "ST 7002/26"),
                (CorrectableField.REFERENCE, f"ST {self._dice.randint(8000, 9000)}/26"),
            ]
        )
        self._desk.corrections.correct(self._document(), field, typed)

    def do_take_a_correction_back(self) -> None:
        key = self._document()
        for one in self._desk.corrections.for_document(key)[:1]:
            self._desk.corrections.revert(key, one.field)

    def do_overrule(self) -> None:
        key = next((h.id for h in self._desk.documents.all() if h.file_name == "m.docx"), self._document())
        self._desk.corrections.overrule(key, self._dice.choice([True, False, None]))

    # Notes

    def do_annotate(self) -> Annotation:
        place = self._place()
        unit = next(u for u in self._desk.documents.content(place.document).units() if u.address == place.address)
        span = (0, min(len(unit.text), self._dice.randint(1, 20))) if unit.text and self._dice.random() < 0.5 else None
        made = self._desk.annotations.new(
            place,
            self._dice.choice(list(AnnotationKind)),
            text=self._words(),
            span=span,
            tags=self._dice.sample(["α", "harbour", "to do"], k=self._dice.randint(0, 3)),
            visibility=self._dice.choice(list(Visibility)),
            due=datetime.now(UTC) + timedelta(days=self._dice.randint(-5, 5)) if self._dice.random() < 0.3 else None,
            holder=self._dice.choice(["", "FR"]),
        )
        self._desk.annotations.save(made)
        return made

    def do_type(self) -> None:
        note = self._note()
        for _ in range(5):
            note = replace(note, text=note.text + self._dice.choice("abc αβγ"))
            self._desk.annotations.save(note, typed=True)

    def do_reply(self) -> None:
        self._desk.annotations.save(self._desk.annotations.reply(self._note(), self._words()))

    def do_set_done(self) -> None:
        self._desk.annotations.set_many([self._note().id], lambda one: replace(one, status=AnnotationStatus.DONE))

    def do_put_away(self) -> None:
        key = self._note().id
        self._desk.annotations.remove(key)
        if self._dice.random() < 0.4:
            self._desk.annotations.restore(key)

    # Positions

    def do_draft(self) -> None:
        place = self._place()
        d = self._dice
        self._desk.positions.set_item(
            place.document,
            PositionEntry(
                place.address,
                d.choice([None, *Stance]),
                d.choice([None, "", self._words()]),
                d.choice(["", self._words()]),
                d.choice(["", self._words()]),
                joint=tuple(d.sample(["CY", "MT"], k=d.randint(0, 2))),
                fallbacks=tuple(self._words() for _ in range(d.randint(0, 2))),
                priority=d.choice([None, 1, 2, 3]),
                tags=tuple(d.sample(["ένα", "two"], k=d.randint(0, 2))),
            ),
            typed=d.random() < 0.5,
        )

    def do_draft_what_is_new(self) -> None:
        place = self._place()
        item = self._desk.positions.new_item(place.document, place.address)
        self._desk.positions.set_item(place.document, replace(item, proposal=self._words()))

    def do_say_in_general(self) -> None:
        self._desk.positions.set_general(self._document(), self._dice.choice(["", self._words()]))
        self._desk.positions.set_internal(self._document(), self._dice.choice(["", self._words()]))

    def do_send(self) -> None:
        drafted = self._desk.positions.documents()
        if drafted:
            key = self._dice.choice(drafted)
            self._desk.positions.clear(key, "the head of unit")
            self._desk.positions.send(key, "the Presidency", self._dice.choice(["", "paper.docx"]))

    def do_withdraw(self) -> None:
        if drafted := self._desk.positions.documents():
            self._desk.positions.withdraw(self._dice.choice(drafted))

    # Revisions

    def do_carry(self) -> None:
        old, new = self._document(), self._document()
        if old != new:
            self._desk.carryover.carry(finish(self._desk.comparisons.compare(old, new)))

    def do_decide(self) -> None:
        old, new = self._document(), self._document()
        for one in self._desk.carryover.find_carry(old, new).items[:2]:
            self._desk.carryover.decide(old, new, one.kind, one.key, self._dice.choice([None, one.old]))

    # Meetings

    def do_capture(self) -> None:
        meetings = self._desk.meetings.all()
        if meetings:
            line = self._dice.choice(["FR EL+ 3 says", "DE? 2 why", "COM concludes", "PL! 5 never", "words alone"])
            at_hand = self._place() if self._dice.random() < 0.5 else None
            item = self._dice.choice(["2", None])
            key = self._dice.choice(meetings).id
            self._desk.meetings.capture(key, f"{line} {self._words()}", item=item, at_hand=at_hand)

    def do_change_a_line(self) -> None:
        for meeting in self._desk.meetings.all():
            for line in self._desk.meetings.lines(meeting.id)[:1]:
                what = self._dice.randrange(3)
                if what == 0:
                    self._desk.meetings.edit_line(line.id, f"FR+ 2 {self._words()}")
                elif what == 1:
                    self._desk.meetings.move_line(line.id, None)
                else:
                    self._desk.meetings.remove_line(line.id)

    def do_hold_a_meeting(self) -> None:
        self._desk.meetings.save(self._desk.meetings.new(f"Working Party {self._words()}"))

    def do_call_a_meeting_off(self) -> None:
        meetings = self._desk.meetings.all()
        if len(meetings) > 1:
            self._desk.meetings.remove(self._dice.choice(meetings).id)

    # Other people

    def do_bring_in_a_contribution(self) -> None:
        papers = [held.id for held in self._desk.documents.all() if held.file_name == "contribution.docx"]
        acts = [held.id for held in self._desk.documents.all() if held.file_name == "act en.txt"]
        if papers and acts:
            made = self._desk.contributions.read(papers[0], acts[0], ["EL"])
            self._desk.contributions.add(made)
            kept = self._desk.contributions.for_document(acts[0])[0]
            self._desk.contributions.place(kept.id, 0, self._place().address)

    def do_take_a_contribution_out(self) -> None:
        if self._dice.random() < 0.3:
            for held in self._desk.documents.all():
                for one in self._desk.contributions.for_document(held.id)[:1]:
                    self._desk.contributions.remove(one.id)

    def do_sort_dossiers(self) -> None:
        one, other = self._document(), self._document()
        what = self._dice.randrange(3)
        if what == 0:
            self._desk.dossiers.move([one], other)
        elif what == 1:
            self._desk.dossiers.separate([one])
        else:
            self._desk.dossiers.reset_assignments([one])

    def do_refuse_a_dossier(self) -> None:
        """Few documents are offered: one is refused as in the service."""
        mark = self._dice.choice(["2030/0100", "ST 7001/26"])
        DossierStore(self._desk._database).save_refusals([(self._document(), mark)], refused=True)

    def do_lose_a_place(self) -> None:
        """Let a provision have no place, as after its document was parsed again, with a note of the same kind."""
        key = self._document()
        unplaced = UnplacedStore(self._desk._database, AnnotationStore(self._desk._database))
        item = PositionEntry(Address("para_99"), Stance.OPPOSE, self._words(), tags=("ένα",))
        unplaced.add_item(key, item, self._words())
        held = self._desk.documents.get(key)
        self._import(f"urn:x-delegate-desk:document::{held.header.language}:{held.sha256}#para_99")
        lost = self._desk.reparse.unplaced(key)
        if self._dice.random() < 0.5:
            self._desk.reparse.drop(lost[0])

    def do_receive_a_package(self) -> None:
        """Import from another library: its notes and provisions, and those waiting for their document."""
        folder = self._scratch / f"other {self._dice.randint(0, 10**9)}"
        with open_desk(folder) as other:
            other.people.set_name(self._words()[:20])
            path = self._scratch / f"paper {self._dice.randint(1, self._papers)}.txt"
            list(other.documents.import_files([path]))
            for held in other.documents.all():
                place = Place(held.id, Address("para_1"))
                note = other.annotations.new(
                    place, AnnotationKind.NOTE, text=self._words(), visibility=Visibility.CIRCULATION
                )
                other.annotations.save(note)
                other.positions.set_item(held.id, PositionEntry(Address("para_2"), proposal=self._words()))
            package = self._scratch / "theirs.ddpack"
            package.unlink(missing_ok=True)
            list(other.packages.write(package, PackageContents(originals=self._dice.random() < 0.5)))
        self._desk.packages.merge(package)

    def do_send_a_package(self) -> None:
        package = self._scratch / "ours.ddpack"
        package.unlink(missing_ok=True)
        list(self._desk.packages.write(package, PackageContents()))

    def do_import_annotations(self) -> None:
        """Import annotations of a document that is not in the library."""
        self._import(f"urn:x-delegate-desk:document:ST%20{self._dice.randint(1, 9)}%2F26:en:{'0' * 64}#para_1")

    def _import(self, target: str) -> None:
        path = self._scratch / "theirs.jsonld"
        note = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:uuid:{uuid.UUID(int=self._dice.getrandbits(128))}",
            "type": "Annotation",
            "body": {"type": "TextualBody", "value": self._words()},
            "target": target,
        }
        path.write_text(json.dumps(note), encoding="utf-8")
        self._desk.exchange.import_annotations(self._desk.exchange.read(path))

    # The library as a whole

    def do_keep_a_phrase(self) -> None:
        self._desk.phrases.save(ReadyPhrase(self._dice.choice(["one", "δύο"]), "en", self._words()))

    def do_search(self) -> None:
        self._desk.search.remember(self._words())
        self._desk.search.save(SavedSearch(self._dice.choice(["mine", "δικό μου"]), self._words()))
        self._desk.search.mark_seen("mine")

    def do_watch(self) -> None:
        folder = self._scratch / "watched"
        folder.mkdir(exist_ok=True)
        file = folder / "letter.txt"
        file.write_text(self._words(), encoding="utf-8")
        os.utime(file, (1, 1))
        self._desk.watched_folders.watch(folder)
        list(import_new_files(self._desk))

    def do_count(self) -> None:
        figures = {code: self._dice.randint(1_000, 80_000_000) for code in PROTOCOL_ORDER}
        self._desk.voting.set_figures(self._dice.randint(2027, 2029), figures, exact=True, source="ours")

    def do_group(self) -> None:
        self._desk.meetings.set_group(
            self._dice.choice(["Ours", "Benelux"]), self._dice.sample(["CY", "MT", "EL"], k=2)
        )

    def do_name_us(self) -> None:
        self._desk.positions.set_delegation("EL")
        self._desk.people.set_name(self._words()[:30])

    def do_undo(self) -> None:
        self._desk.history.undo()
