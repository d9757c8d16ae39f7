import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.vietnamese.closest import LEAST, closest, nearest, only_closest

MENU = ["Học một bài", "Kiểm tra tin nhắn lạ", "Hỏi đáp", "Thông báo của xã", "Cài đặt", "Dừng lại – Hỏi – Gọi lại"]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("học một bài", "Học một bài"),
        ("hoc bai", "Học một bài"),
        ("kiem tra", "Kiểm tra tin nhắn lạ"),
        ("kiem tar tin nahn", "Kiểm tra tin nhắn lạ"),
        ("hoidap", "Hỏi đáp"),
        ("hỏi đấp", "Hỏi đáp"),
        ("cai dta", "Cài đặt"),
        ("caidat", "Cài đặt"),
        ("thong bao", "Thông báo của xã"),
        ("toi muon hoc mot bai", "Học một bài"),
        ("dung lai hoi goi lai", "Dừng lại – Hỏi – Gọi lại"),
    ],
)
def test_the_label_that_was_meant(written: str, label: str) -> None:
    assert [MENU[at] for at in closest(written, MENU)] == [label]


@pytest.mark.parametrize(
    "written", ["", "a", "xa", "hoc", "dung", "lai", "tin", "hoc bac", "con meo", "!?", "kieu tro"]
)
def test_tiny_overlaps_and_other_words_mean_nothing(written: str) -> None:
    assert closest(written, MENU) == []


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("bao", "báu", False),
        ("tna", "tân", True),
        ("quynh", "quyn", True),
        ("quynh", "quym", False),
        ("facebook", "facebok", True),
        ("telegram", "telegarn", True),
        ("thanh toan", "thah toam", True),
        ("12345", "12346", False),
    ],
)
def test_one_edit_from_four_letters_and_two_from_eight(one: str, other: str, near: bool) -> None:
    assert bool(closest(one, [other])) is near


def test_the_best_comes_first_and_equals_keep_their_order() -> None:
    assert closest("Tân Thanh", ["Tân Thành Đông", "Tân Thạnh", "Tân Thanh"]) == [1, 2, 0]
    assert closest("tan tahnh", ["Tân Thành Đông", "Tân Thạnh", "Tân Thanh"]) == [1, 2, 0]


def test_whole_lets_no_word_be_missing() -> None:
    assert [near.index for near in nearest("tan thanh", ["Tân Thành Đông", "Tân Thạnh"], whole=True)] == [1]


def test_only_closest_never_chooses_between_equals() -> None:
    assert only_closest("tan thanh", ["Tân Thanh", "Tân Thành"]) is None
    assert only_closest("tan thanh", ["Tân Thanh Tây", "Tân Thành"]) == 1
    assert only_closest("khong co", ["Tân Thanh"]) is None


@settings(deadline=None)
@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_text_gets_an_answer_within_bounds(written: str, options: list[str]) -> None:
    found = nearest(written, options)
    assert all(LEAST <= near.score <= 100 for near in found)
    assert len({near.index for near in found}) == len(found)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abcđéươ ", min_size=4), min_size=1, max_size=4))
def test_an_option_itself_is_always_found(options: list[str]) -> None:
    if options[0].strip():
        assert 0 in closest(options[0], options)
