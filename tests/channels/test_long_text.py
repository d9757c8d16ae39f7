import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.long_text import cut, length

SYLLABLES = st.sampled_from(["Bác", "đừng", "đọc", "mã", "cho", "ai.", "Ngân", "hàng?", "nghe!", "“thật”", "👩‍👧", "é"])
TEXTS = st.lists(SYLLABLES, max_size=60).map(" ".join) | st.text(max_size=200)


@pytest.mark.parametrize(
    ("text", "longest", "pieces"),
    [
        ("Chào bác.", 20, ["Chào bác."]),
        ("Chào bác. Cháu đây ạ.", 12, ["Chào bác.", "Cháu đây ạ."]),
        ("Một. Hai. Ba bốn năm", 12, ["Một. Hai.", "Ba bốn năm"]),
        ("Bác “dừng lại!” Rồi gọi con.", 18, ["Bác “dừng lại!”", "Rồi gọi con."]),
        ("Gọi con\nGọi công an xã", 17, ["Gọi con", "Gọi công an xã"]),
        ("Không có dấu chấm nào", 10, ["Không có", "dấu chấm", "nào"]),
        ("Một chữ", 3, ["Một", "chữ"]),
        ("Một hai chữ", 7, ["Một hai", "chữ"]),
        ("ab \u0301cd", 5, ["ab \u0301c", "d"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("👍🏽👍🏽👍🏽", 9, ["👍🏽👍🏽", "👍🏽"]),
        ("  \n ", 2, []),
        ("", 5, []),
    ],
)
def test_cuts_where_it_hurts_least(text: str, longest: int, pieces: list[str]) -> None:
    assert list(cut(text, longest)) == pieces


def test_an_emoji_counts_twice_as_the_strictest_network_counts_it() -> None:
    assert length("Chào 👍") == 7


def test_a_single_visible_character_that_is_too_long_is_cut_rather_than_lost() -> None:
    family = "\u200d".join("👩👧👦👶")
    assert "".join(cut(family, 4)) == family


@given(TEXTS, st.integers(2, 50))
def test_nothing_is_lost_and_no_piece_is_too_long_or_empty(text: str, longest: int) -> None:
    pieces = list(cut(text, longest))
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece.strip() and length(piece) <= longest for piece in pieces)


@given(
    st.lists(st.sampled_from(["👍🏽", "e\u0323\u0302", "👩‍👧", "🇻🇳", "ữ", "a"]), min_size=1, max_size=30),
    st.integers(6, 20),
)
def test_no_cut_lies_inside_a_visible_character(visible: list[str], longest: int) -> None:
    pieces = list(cut("".join(visible), longest))
    assert [seen for piece in pieces for seen in regex.findall(r"\X", piece)] == visible
