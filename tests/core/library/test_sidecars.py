import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.library import records
from delegate_desk.core.library.record_tables import is_entry, is_version
from delegate_desk.core.library.records import (
    Cell,
    ColumnForm,
    Fault,
    RecordColumn,
    RecordRows,
    RecordTable,
    SidecarError,
    SidecarSubject,
    decode_sidecar,
    encode_sidecar,
    row_to_object,
    rows_in,
    sidecar_header,
)

TABLE = RecordTable(
    "thing",
    "things",
    ("name",),
    (
        RecordColumn("name"),
        RecordColumn("perhaps", is_required=False),
        RecordColumn("kind", allowed_values=frozenset({"a", "b"}), is_required=False),
        RecordColumn("number", ColumnForm.NUMBER, is_required=False),
        RecordColumn("share", ColumnForm.REAL, is_required=False),
        RecordColumn("flag", ColumnForm.FLAG),
        RecordColumn("moment", ColumnForm.MOMENT, is_required=False),
        RecordColumn("several", ColumnForm.LIST),
        RecordColumn("escaped", ColumnForm.LIST, escaped=True),
        RecordColumn("whole", ColumnForm.OBJECT, is_required=False),
        RecordColumn("other", ColumnForm.DOCUMENT, is_required=False),
    ),
)
EMPTY: dict[str, Cell] = {"name": "", "flag": 0, "several": "[]", "escaped": "[]"}
NOTHING: dict[str, Cell] = {column.name: EMPTY.get(column.name) for column in TABLE.columns}
MOMENTS = st.datetimes(timezones=st.timezones()).filter(lambda one: one.year < 9000).map(lambda one: one.isoformat())
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def taken(value: object) -> RecordRows:
    return rows_in(TABLE, {"things": value}, {"aa": 7}.get)


def cited(number: int) -> dict[str, Any] | None:
    return {"sha256": "aa", "number": number}


@given(
    st.fixed_dictionaries(
        {
            "name": TEXTS,
            "perhaps": st.none() | TEXTS,
            "kind": st.sampled_from([None, "a", "b"]),
            "number": st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
            "share": st.none() | st.floats(-1e9, 1e9),
            "flag": st.sampled_from([0, 1]),
            "moment": st.none() | MOMENTS,
            "several": st.lists(TEXTS).map(lambda one: json.dumps(one, ensure_ascii=False)),
            "escaped": st.lists(TEXTS).map(json.dumps),
            "whole": st.none() | st.dictionaries(TEXTS, TEXTS).map(lambda one: json.dumps(one, ensure_ascii=False)),
            "other": st.sampled_from([None, 7]),
        }
    )
)
def test_a_row_comes_back_as_it_was(row: dict[str, Cell]) -> None:
    written = json.loads(encode_sidecar({"things": [row_to_object(TABLE, row, cited)]}))
    assert [one.row for one in taken(written["things"]).rows] == [row]


def test_what_is_empty_is_left_out() -> None:
    assert row_to_object(TABLE, NOTHING, cited) == {}
    assert row_to_object(TABLE, {**NOTHING, "perhaps": ""}, cited) == {"perhaps": ""}
    assert [one.row for one in taken([{}]).rows] == [NOTHING]


@pytest.mark.parametrize(
    "value",
    [
        5,
        {"name": 5},
        {"name": ["x"]},
        {"name": "half \ud800"},
        {"kind": "c"},
        {"number": 1.5},
        {"number": True},
        {"number": 2**63},
        {"share": True},
        {"flag": 1},
        {"moment": "2026-01-01T00:00:00"},
        {"moment": "soon"},
        {"several": "x"},
        {"several": [5]},
        {"escaped": ["\ud800"]},
        {"whole": []},
        {"whole": {"x": "\ud800"}},
        {"other": 7},
    ],
)
def test_what_is_not_understood_is_left_out_and_told(value: object) -> None:
    found = taken([value, {"name": "good"}])
    assert [one.row["name"] for one in found.rows] == ["good"]
    assert found.faults == [("things", Fault.NOT_UNDERSTOOD)]


def test_a_document_that_is_not_here_is_told_where_it_is_needed() -> None:
    assert taken([{"other": {"sha256": "bb"}}]).rows[0].row["other"] is None
    table = RecordTable("thing", "things", ("other",), (RecordColumn("other", ColumnForm.DOCUMENT),))
    assert rows_in(table, {"things": [{"other": {"sha256": "bb"}}]}, lambda _: None).faults == [
        ("things", Fault.NO_DOCUMENT)
    ]


def test_a_file_that_is_too_large_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    content = encode_sidecar(sidecar_header(SidecarSubject.LIBRARY))
    assert decode_sidecar(content, SidecarSubject.LIBRARY)["version"] == 1
    for limit in ("LARGEST", "MOST_VALUES"):
        with monkeypatch.context() as patched:
            patched.setattr(records, limit, 1)
            with pytest.raises(SidecarError) as error:
                decode_sidecar(content, SidecarSubject.LIBRARY)
        assert error.value.fault is Fault.TOO_LARGE


def test_lines_of_ours_and_versions_are_known_from_what_is_none() -> None:
    item = {"address": "para_1", "stance": "oppose", "tags": ["a"], "priority": 1}
    assert is_entry(item)
    wrong: list[object] = [{}, [], {**item, "stance": "shout"}, {**item, "tags": None}, {**item, "comment": 5}]
    assert not any(map(is_entry, wrong))
    version = {
        "status": "sent", "general": "", "internal": "", "cleared": None, "items": [item], "sources": {"para_1": "a"},
        "sent": {"to": "b", "file": "", "at": "2026-01-01T00:00:00+00:00"},
    }  # fmt: skip
    assert is_version(version)
    for name, value in (
        ("status", {}),
        ("general", None),
        ("sent", {"to": "b"}),
        ("items", [5]),
        ("sources", {"a": 1}),
    ):
        assert not is_version({**version, name: value})
    assert not is_version({name: value for name, value in version.items() if name != "cleared"})


@pytest.mark.parametrize(
    ("name", "cell", "is_possible"),
    [
        ("kind", "a", True),
        ("kind", "c", False),
        ("moment", "2026-11-30T12:00:00+00:00", True),
        ("moment", "2026-11-3xT12:00:00+00:00", False),
        ("several", '["a"]', True),
        ("several", '["a"', False),
        ("whole", "{", False),
        ("name", "anything", True),
        ("kind", "", True),
    ],
)
def test_a_database_holds_what_the_form_of_a_column_allows(name: str, cell: str, *, is_possible: bool) -> None:
    (column,) = (column for column in TABLE.columns if column.name == name)
    assert column.can_store(cell) is is_possible


def test_an_invalid_value_of_a_header_counts_as_left_out() -> None:
    row = records.read_valid(TABLE, {"name": "found", "kind": "c", "number": "many", "several": ["a", 1], "flag": True})
    assert row == {**NOTHING, "name": "found", "flag": 1}
