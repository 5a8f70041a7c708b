from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.gui.widgets.text.paragraph_text import from_qt, to_qt


@given(st.text(max_size=30), st.integers(0, 30))
def test_a_place_comes_back_from_qt_as_it_went(text: str, place: int) -> None:
    place = min(place, len(text))
    assert from_qt(text, to_qt(text, place)) == place
    assert to_qt(text, place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
