import dataclasses
import json
import types
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Document, Header, PageBox
from delegate_desk.parsing import worker_process

_place = st.floats(-20_000, 20_000)
st.register_type_strategy(PageBox, st.builds(PageBox, st.integers(1), _place, _place, _place, _place))
headers = st.builds(Header, confidence=st.dictionaries(st.text(), st.floats(0, 1)))
documents = st.builds(Document, headers)


@given(documents)
def test_a_document_that_travels_as_json_is_the_same(document: Document) -> None:
    assert worker_process.unpack(json.loads(json.dumps(worker_process.pack(document)))) == document


def values(value: Any) -> list[Any]:
    """All values inside a value."""
    inner: list[Any]
    if dataclasses.is_dataclass(value):
        inner = [getattr(value, field.name) for field in dataclasses.fields(value)]
    elif isinstance(value, tuple):
        inner = list(value)
    else:
        inner = []
    return [value, *(deep for part in inner for deep in values(part))]


@given(documents)
def test_what_has_travelled_has_the_same_types(document: Document) -> None:
    back = worker_process.unpack(json.loads(json.dumps(worker_process.pack(document))))
    assert list(map(type, values(back))) == list(map(type, values(document)))


def test_every_declared_type_is_one_that_travels() -> None:
    seen: set[Any] = set()

    def visit(shape: Any) -> None:
        shape = getattr(shape, "__supertype__", shape)
        if shape in seen or shape in (str, int, float, bool, types.NoneType, ...):
            return
        seen.add(shape)
        if dataclasses.is_dataclass(shape):
            for part in get_type_hints(shape).values():
                visit(part)
        elif get_origin(shape):
            assert get_origin(shape) in (tuple, Union, types.UnionType) or "Mapping" in str(shape), shape
            for part in get_args(shape):
                visit(part)
        else:
            assert issubclass(shape, StrEnum) or shape.__name__ == "date", shape

    visit(Document)
