"""What differs between two texts, told so that either of them can be read out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.console.content import difference as room
from bot.web.console.content.difference import Row, difference

TEXTS = st.lists(st.text("ab ớ", max_size=8), max_size=6).map("\n".join)


def _side(rows: list[Row], how: str) -> list[str]:
    """The words of one of the two texts."""
    kept = ("", how)
    return [word for row in rows for kind, text in row.pieces if kind in kept for word in text.split()]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_it(old: str, new: str) -> None:
    with pytest.MonkeyPatch.context() as whole:
        whole.setattr(room, "AROUND", 1000)
        rows = list(difference(old, new))
    if old == new:
        assert rows == []
    else:
        assert sorted(_side(rows, "del")) == sorted(old.split())
        assert sorted(_side(rows, "ins")) == sorted(new.split())


def test_lines_far_from_a_change_are_left_out() -> None:
    lines = [str(number) for number in range(20)]
    rows = difference("\n".join(lines), "\n".join([*lines[:10], "mười", *lines[11:]]))
    shown = ["".join(text for _, text in row.pieces) for row in rows]
    assert shown == ["", "8", "9", "10mười", "11", "12", ""]


def test_only_the_words_that_changed_are_marked() -> None:
    (row,) = difference("Bác gọi số đã lưu", "Bác bấm số đã lưu")
    assert row.pieces == (("", "Bác "), ("del", "gọi"), ("ins", "bấm"), ("", " số đã lưu"))
