import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vietnamese.headcount import people_in


@pytest.mark.parametrize(
    ("text", "people"),
    [
        *(("5", 5), ("5 người", 5), ("khoảng 20 người", 20), ("nhà có 12", 12), ("năm người", 5), ("nam nguoi", 5)),
        *(("mười hai", 12), ("muoi hai nguoi", 12), ("tám", 8), ("hai vợ chồng với ba đứa con", 5)),
        *(("3 người lớn 2 trẻ em", 5), ("một mình tôi", 1), ("chỉ có tôi", 1), ("ba tôi và tôi nữa, hai người", 2)),
        *(("nhiều lắm", None), ("", None), ("0", None), ("99999999", None), ("nắm tay nhau", None)),
    ],
)
def test_how_many_people_are_meant(text: str, people: int | None) -> None:
    assert people_in(text) == people


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    found = people_in(text)
    assert found is None or 0 < found <= 9_999
