"""What typed words mean beside what was offered."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.always import Always
from bot.conversation.understand import (
    Chosen,
    Meaning,
    NoSuchNumber,
    Reserved,
    Said,
    Typed,
    Unclear,
    guess,
    understand,
)
from bot.messages import Choice, numbered
from bot.vietnamese.fold import fold, words

MENU = numbered(
    (
        Choice("stop", "Dừng lại – Hỏi – Gọi lại (đã học)"),
        Choice("code", "Mã xác thực"),
        Choice("sent", "Lỡ gửi tiền rồi (đang học)"),
        Choice("help", "Tôi cần giúp", "9"),
        Choice("back", "Về trang đầu", "0"),
    )
)
YES_NO = numbered((Choice("yes", "Có"), Choice("no", "Không"), Choice("later", "Để lúc khác", "0")))
TRUE = numbered((Choice("right", "Đúng"), Choice("wrong", "Sai"), Choice("later", "Để lúc khác", "0")))
ALIKE = numbered((Choice("to", "Xã Ba Tơ"), Choice("too", "Xã Ba Tô"), Choice("back", "Chọn lại tỉnh", "0")))


def told(meaning: Meaning | None) -> object:
    """The meaning in short."""
    match meaning:
        case Chosen(choice):
            return choice.id
        case Unclear(choices):
            return [choice.id for choice in choices]
        case Reserved(key):
            return f"key {key}"
        case NoSuchNumber(number):
            return number
        case Said(word):
            return word
        case _:
            return None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("1", "stop"), (" 2 ", "code"), ("2.", "code"), ("(2)", "code"), ("số 2", "code"), ("câu 2", "code")),
        *(("②", "code"), ("２", "code"), ("2️⃣", "code"), ("hai", "code"), ("Hai", "code"), ("số hai", "code")),
        *(("chọn 2 ạ", "code"), ("em chọn số 2", "code"), ("9", "help"), ("0", "back"), ("không", "back")),
        *(("chín", "help"), ("7", "key 7"), ("bảy", "key 7"), ("8", "key 8"), ("tám", "key 8")),
        *(("4", 4), ("bốn", 4), ("20", 20), ("hai mươi", 20), ("21", None), ("113", None), ("1 2", None)),
        *(("-1", None), ("1/2", None), ("bà", None), ("hải", None), ("nắm", None), ("chọn không", None)),
    ],
)
def test_numbers(text: str, meant: object) -> None:
    assert told(understand(text, MENU)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("Mã xác thực", "code"), ("ma xac thuc", "code"), ("MÃ XÁC THỰC", "code"), ("mã  xác thực!", "code")),
        *(("Dừng lại – Hỏi – Gọi lại", "stop"), ("dung lai hoi goi lai", "stop"), ("dừng lại, hỏi, gọi lại", "stop")),
        *(("Dừng lại – Hỏi – Gọi lại (đã học)", "stop"), ("lỡ gửi tiền rồi", "sent")),
        *(("tôi cần giúp", "help"), ("về trang đầu", "back"), ("Mã xác", None), ("mã", None)),
    ],
)
def test_labels(text: str, meant: object) -> None:
    assert told(understand(text, MENU)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("dừng", Always.STOP), ("Dừng.", Always.STOP), ("dừng lại", Always.STOP), ("dung", Always.STOP)),
        *(("stop", Always.STOP), ("/stop", Always.STOP), ("dừng hết", Always.STOP_ALL), ("stop all", Always.STOP_ALL)),
        *(("đúng", None), ("dùng", None), ("đừng", None), ("đúng lại", None), ("hóc", None), ("thói", None)),
        *(("menu", Always.MENU), ("MENU", Always.MENU), ("/menu", Always.MENU), ("thôi", Always.MENU)),
        *(("thoi", Always.MENU), ("/start", Always.START), ("bắt đầu", Always.START), ("bat dau lai", Always.START)),
        *(("giúp", Always.HELP), ("giup toi", Always.HELP), ("help", Always.HELP), ("Help!", Always.HELP)),
        *(("quay lại", Always.BACK), ("tro ve", Always.BACK), ("back", Always.BACK), ("nhắc lại", Always.AGAIN)),
        *(("again", Always.AGAIN), ("học", Always.LESSONS), ("hoc", Always.LESSONS), ("lessons", Always.LESSONS)),
        *(("tiến bộ", Always.PROGRESS), ("cài đặt", Always.PREFERENCES), ("settings", Always.PREFERENCES)),
        *(("tiếng Anh", Always.LANGUAGE), ("English", Always.LANGUAGE), ("dữ liệu", Always.DATA)),
        *(("xóa", Always.ERASE), ("xoá", Always.ERASE), ("delete my data", Always.ERASE), ("/xoa", Always.ERASE)),
        *(("tôi học bài", None), ("menu nào", None), ("/", None), ("/khac", None), ("", None), ("!!!", None)),
    ],
)
def test_words_that_hold_everywhere(text: str, meant: object) -> None:
    assert told(understand(text, MENU)) == meant


@pytest.mark.parametrize(
    ("text", "offered", "meant"),
    [
        *(("Không", YES_NO, "no"), ("khong", YES_NO, "no"), ("có", YES_NO, "yes"), ("0", YES_NO, "later")),
        *(("2", YES_NO, "no"), ("số không", YES_NO, "later"), ("để lúc khác", YES_NO, "later")),
        *(("đúng", TRUE, "right"), ("dung", TRUE, "right"), ("dừng", TRUE, Always.STOP), ("đừng", TRUE, None)),
        *(("dùng", TRUE, None), ("sai", TRUE, "wrong"), ("sài", TRUE, None), ("ĐÚNG", TRUE, "right")),
    ],
)
def test_short_answers_are_answers(text: str, offered: tuple[Choice, ...], meant: object) -> None:
    assert told(understand(text, offered)) == meant


def test_an_answer_that_is_a_number_is_chosen_by_its_key_first() -> None:
    ages = numbered((Choice("one", "2"), Choice("two", "13"), Choice("three", "8")))
    assert [told(understand(text, ages)) for text in ("2", "13", "3", "8", "12")] == [
        "two",
        "two",
        "three",
        "key 8",
        12,
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("Xã Ba Tơ", "to"), ("xã ba tô", "too"), ("xa ba to", ["to", "too"]), ("XA BA TO", ["to", "too"])),
        *(("xã ba to", ["to", "too"]), ("1", "to"), ("chon lai tinh", "back")),
    ],
)
def test_labels_that_read_alike_are_asked_back(text: str, meant: object) -> None:
    assert told(understand(text, ALIKE)) == meant


def test_tone_marks_of_the_other_school_are_the_same_words() -> None:
    offered = numbered((Choice("hoa", "Hòa"), Choice("thuy", "Thủy"), Choice("khoe", "Khỏe")))
    assert [told(understand(text, offered)) for text in ("hoà", "Thuỷ", "khoẻ")] == ["hoa", "thuy", "khoe"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("mã xác thựt", "code"), ("ma xacthuc", "code"), ("xac thuc", "code"), ("gửi tiền rồi", "sent")),
        *(("tôi cần", "help"), ("lại", None), ("xyz", None), ("", None), ("đúng", None)),
    ],
)
def test_near_misses_of_a_menu(text: str, meant: object) -> None:
    assert told(guess(text, MENU)) == meant


def test_a_near_miss_of_several_is_asked_back() -> None:
    offered = numbered((Choice("a", "Mật khẩu mạnh cho bé"), Choice("b", "Mật khẩu mạnh cho ông")))
    assert told(guess("mật khẩu mạnh", offered)) == ["a", "b"]


ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="aáàđ0123456789 .()\u0301\u0323\u200d", max_size=200),
    st.builds(lambda part, times: (part * times)[:20_000], st.text(min_size=1, max_size=8), st.integers(1, 20_000)),
)
LABEL = st.text(alphabet="abcdghiklmnoăâđêôơưáàảãạếềịốờúýỳ ABĐÔ", min_size=2, max_size=40).map(str.strip).filter(words)
LABELS = st.lists(LABEL, min_size=1, max_size=6, unique_by=str.lower)


def offered_with(labels: list[str]) -> tuple[Choice, ...]:
    choices = tuple(Choice(f"c{number}", unicodedata.normalize("NFC", label)) for number, label in enumerate(labels))
    return numbered((*choices, Choice("back", "Quay về phần trước", "0")))


@settings(deadline=None, max_examples=150)
@given(ANY_TEXT, LABELS)
def test_no_text_is_too_odd(text: str, labels: list[str]) -> None:
    offered = offered_with(labels)
    meaning = understand(text, offered)
    near = guess(text, offered)
    chosen = [meaning.choice] if isinstance(meaning, Chosen) else []
    chosen += [near.choice] if isinstance(near, Chosen) else near.choices if near else []
    assert set(chosen) <= set(offered)
    assert not isinstance(meaning, Typed) or len(meaning.text) <= len(text) * 3


@given(LABELS)
def test_every_key_chooses_its_choice(labels: list[str]) -> None:
    offered = offered_with(labels)
    for choice in offered:
        for way in ("{}", " {} ", "{}.", "({})", "số {}", "chọn {}"):
            assert understand(way.format(choice.key), offered) == Chosen(choice)


@settings(deadline=None)
@given(LABELS)
def test_every_label_chooses_its_choice_or_is_asked_back(labels: list[str]) -> None:
    offered = offered_with(labels)
    for choice in offered:
        label = choice.label
        for text in (label, label.upper(), unicodedata.normalize("NFD", label), fold(label), f"  {label}  "):
            meaning = understand(text, offered)
            if text.strip().lower() in {other.label.lower() for other in offered if other is not choice}:
                continue  # without its marks it is another one's label, letter by letter
            meant = meaning.choices if isinstance(meaning, Unclear) else (getattr(meaning, "choice", None),)
            assert choice in meant, (text, meaning)
        assert understand(label, offered) == Chosen(choice)
