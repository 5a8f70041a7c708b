from delegate_desk.core.positions.requested_wordings import insert_wording

TEXT = "Ports set quiet hours for ships at berth."


def test_a_wording_stands_in_the_place_of_the_words_it_begins_and_ends_with() -> None:
    assert insert_wording("quiet and fair hours", TEXT) == "Ports set quiet and fair hours for ships at berth."


def test_words_between_may_go() -> None:
    assert insert_wording("quiet ships.", TEXT) == "Ports set quiet ships at berth."


def test_the_nearest_of_several_places_is_taken() -> None:
    text = "Quiet ports set quiet hours, and ports keep hours."
    assert insert_wording("quiet daily hours", text) == "Quiet ports set quiet daily hours, and ports keep hours."


def test_a_wording_of_other_words_is_added() -> None:
    assert insert_wording("by night only", TEXT) == "Ports set quiet hours for ships at berth by night only."


def test_a_whole_new_wording_replaces_the_text() -> None:
    new = "Harbours set quiet hours for ships at berth."
    assert insert_wording(new, TEXT) == new
