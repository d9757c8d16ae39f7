"""A text retold with other names is alike; another text of the same length and kind is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vietnamese.likeness import likeness
from bot.vietnamese.likest import in_order, likest

TAM = (
    "Ông Tám đang nấu nước thì có người gọi, xưng là công an. Họ giục: “Chuyển tiền ngay, không là bị bắt!” "
    "Ông đáp: “Chờ tôi tắt bếp đã.” Tắt bếp xong, ông gọi cho con gái."
)
HAI = (
    "Bà Hai đang nấu cơm thì có người gọi, xưng là tòa án. Họ giục: “Gửi tiền liền, không là bị bắt!” "
    "Bà đáp: “Chờ tôi tắt bếp đã.” Tắt bếp xong, bà gọi cho con trai."
)
LUA = (
    "Bà Lụa lưu ba số cùng tên Hai: con trai, em dâu, ông bán cám. Bà gọi mời con về ăn giỗ. "
    "Ông bán cám tới, ăn rất thật tình! Từ đó bà lưu mỗi tên thêm vài chữ."
)


def test_the_same_words_are_alike_however_they_are_written() -> None:
    assert likeness(TAM, TAM.upper().replace(",", " –")) == 1
    assert likeness("Gọi lại số cũ", "goi lai so cu") == 1


def test_a_story_with_other_names_is_much_alike() -> None:
    assert likeness(TAM, HAI) > 0.5


@pytest.mark.parametrize("other", [TAM, HAI])
def test_another_story_is_not(other: str) -> None:
    assert likeness(LUA, other) < 0.2


def test_nothing_is_like_nothing() -> None:
    assert likeness("", "") == likeness("?!", TAM) == 0


@given(st.text(), st.text())
def test_it_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1


def test_the_likest_has_the_same_words_in_any_order() -> None:
    assert likest(in_order(["mat", "khau", "quen"]), ["bao co sap", in_order(["quen", "mat", "khau"])]) == 1
    assert likest("khau mat", ["bao co sap"]) < 0.5
    assert likest("mat khau", []) == 0
