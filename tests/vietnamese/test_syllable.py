import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.vietnamese.spelling import dictionary_order, official, with_tone
from bot.vietnamese.syllable import TONES, could_be_syllable, is_syllable, may_carry, part_tone, toneless_syllables

SENTENCE = """Thuở ấy, chị Nguyễn Quỳnh Giang khuyên người già giữ gìn quyển sổ; nghe ngoằn ngoèo, khuya rồi, ghế xoong
quốc huýt ngã nghiêng giếng yêu thương, ỉa, tuýp, khuỷu tay, rượu, hươu, quýt, quạ, gì"""


@pytest.mark.parametrize("word", sorted({word.strip(",;") for word in SENTENCE.split()}))
def test_words_of_everyday_are_syllables(word: str) -> None:
    assert is_syllable(word)
    assert could_be_syllable(word)


@pytest.mark.parametrize(
    "word", ["test", "gas", "sex", "as", "bank", "kà", "cê", "ngê", "ghà", "mat", "hộc2", "tiêp", "", "ươ2"]
)
def test_other_words_are_not(word: str) -> None:
    assert not is_syllable(word)


def test_a_stop_needs_an_acute_or_a_dot() -> None:
    assert [is_syllable(word) for word in ("mát", "mạt", "mat", "màt", "mảt", "mãt")] == [True, True, *[False] * 4]


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("Thuỷ Hoà", "Thủy Hòa"),
        ("khoẻ, loé, tuý", "khỏe, lóe, túy"),
        ("quý giá hoàn toàn", "quý giá hoàn toàn"),
        ("ĐẮK LẮK HOÁ", "ĐẮK LẮK HÓA"),
        ("Plei Ku, Ea H'Leo, zalo", "Plei Ku, Ea H'Leo, zalo"),
        ("ộ́", "ộ́"),
    ],
)
def test_tones_stand_where_official_names_have_them(written: str, spelt: str) -> None:
    assert official(written) == spelt


@settings(deadline=None)
@given(st.sampled_from(sorted(toneless_syllables())), st.sampled_from(TONES))
def test_parting_a_tone_and_setting_it_again_gives_the_same(toneless: str, tone: str) -> None:
    assert part_tone(with_tone(toneless, tone)) == (toneless, tone)
    assert is_syllable(with_tone(toneless, tone)) is may_carry(toneless, tone)


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_respelt_and_ordered(text: str) -> None:
    assert official(official(text)) == official(text)
    assert dictionary_order(text) <= dictionary_order(f"{text} a")


def test_dictionary_order() -> None:
    ordered = [
        "An",
        "Ánh",
        "Ăn",
        "Ba",
        "Bà",
        "Bả",
        "Bã",
        "Bá",
        "Bạ",
        "Dũng",
        "Đa",
        "Hà Nội",
        "Hạ Long",
        "Hải",
        "Y",
        "Ý",
    ]
    assert sorted(set(ordered), key=dictionary_order) == ordered
    assert sorted(["Phường 10", "Phường 2"], key=dictionary_order) == ["Phường 2", "Phường 10"]
    assert dictionary_order("1" * 5000) > dictionary_order("9" * 4999)
