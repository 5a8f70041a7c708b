import datetime

from delegate_desk.core.documents import DocumentId, Header, Held
from delegate_desk.core.dossiers import dossiers
from delegate_desk.core.references import parse


def held(number: int, name: str, *, files: tuple[str, ...] = (), previous: tuple[str, ...] = ()) -> Held:
    reference = parse(name)
    assert reference
    before = tuple(found for one in previous if (found := parse(one)))
    header = Header("en", reference, interinstitutional_files=files, previous_documents=before)
    added = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)
    return Held(DocumentId(number), f"{number}", f"{number}.txt", header, 1, added)


def test_documents_of_one_file_are_one_dossier_named_by_it() -> None:
    some = [held(1, "ST 7001/26", files=("2026/0155(COD)",)), held(2, "ST 8000/26", files=("2026/0155",))]
    assert dossiers(some) == {1: "2026/0155(COD)", 2: "2026/0155(COD)"}


def test_a_chain_of_previous_documents_is_one_dossier_also_over_one_that_is_not_held() -> None:
    some = [
        held(1, "ST 7001/1/26 REV 1"),
        held(2, "ST 8000/26", previous=("ST 7001/26",)),
        held(3, "ST 9000/26", previous=("ST 6000/26",)),
        held(4, "ST 9100/26", previous=("ST 6000/1/26 REV 1",)),
        held(5, "ST 9999/26"),
    ]
    found = dossiers(some)
    assert found[DocumentId(1)] == found[DocumentId(2)] == "ST 7001/1/26 REV 1"
    assert found[DocumentId(3)] == found[DocumentId(4)] == "ST 9000/26"
    assert found[DocumentId(5)] == "ST 9999/26"
