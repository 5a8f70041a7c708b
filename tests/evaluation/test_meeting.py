from evaluation import meeting


def test_a_meeting_of_200_lines_is_understood_as_meant() -> None:
    judged = list(meeting.judge(meeting.JUDGED.read_text(encoding="utf-8")))
    lines, notes = judged[:-10], judged[-10:]
    wrong = [(one.line, one.meant, one.understood) for one in lines if not one.is_right]
    assert len(lines) >= 200
    assert len(wrong) <= len(lines) // 100, wrong
    assert [one.line for one in judged if not one.kept] == []
    assert [one.understood for one in notes] == ["-"] * 10


def test_what_is_understood_otherwise_is_told() -> None:
    said = list(meeting.judge("# item 2\n@ para_3\nDE+ 10 => FR support para_10\nDE 11 => DE statement para_11\n"))
    assert [one.is_right for one in said] == [False, True]


def test_lines_typed_in_a_hurry_are_understood_as_meant() -> None:
    judged = list(meeting.judge(meeting.HURRIED.read_text(encoding="utf-8")))
    assert len(judged) == 60
    assert [(one.line, one.meant, one.understood) for one in judged if not (one.is_right and one.kept)] == []
