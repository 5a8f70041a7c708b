from pathlib import Path

from delegate_desk.core.library.reports import (
    CopiesMerged,
    RecoveryOrigin,
    RecoveryResult,
    RecoverySource,
    RepairResult,
    ReportSentences,
)

SENTENCES = ReportSentences()


def test_what_was_repaired_is_told_thing_by_thing() -> None:
    done = RepairResult(
        index=True, reread=("a.pdf", "b.pdf"), copies=CopiesMerged(("copy",), {"annotation": 2, "tag": 3})
    )
    assert SENTENCES.repair(done) == [
        "Merged from the other computer: notes: 2, other entries: 3.",
        "The text of a.pdf was re-imported from its original.",
        "The text of b.pdf was re-imported from its original.",
        "The search index was rebuilt.",
    ]
    assert SENTENCES.repair(RepairResult()) == ["There was nothing to repair."]


def test_every_source_of_a_recovery_has_its_sentence() -> None:
    names = tuple(f"ST {n}/26" for n in range(15))
    for origin in RecoveryOrigin:
        found = RecoveryResult(Path("aside"), (RecoverySource(origin, "backup", {"document": 15}, names),))
        texts = [*SENTENCES.recovery(found)]
        assert texts[0].endswith(": documents: 15.")
        assert texts[1:] == [
            f"This concerns {', '.join(names[:12])} and 3 more.",
            "The damaged files are kept in aside.",
        ]
