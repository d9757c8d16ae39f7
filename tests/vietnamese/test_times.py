"""Times of day and moments, as people type them at night."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.vietnamese.fold import fold
from bot.vietnamese.moments import VIETNAM, Unclear, moment, said_moment
from bot.vietnamese.times import said_time, time_of_day

EVENING = datetime(2026, 11, 21, 20, 0, tzinfo=VIETNAM)  # a Saturday
SMALL_HOURS = datetime(2026, 11, 22, 2, 13, tzinfo=VIETNAM)

TIMES = [
    ("19h30", "19:30"),
    ("19h", "19:00"),
    ("19:30", "19:30"),
    ("19g30", "19:30"),
    ("19 giờ 30", "19:30"),
    ("19 giờ 30 phút", "19:30"),
    ("19 GIỜ 5 PHÚT", "19:05"),
    ("7h05", "07:05"),
    ("lúc 7h", "07:00"),
    ("khoảng 7h.", "07:00"),
    ("7 giờ", "07:00"),
    ("7 giờ sáng", "07:00"),
    ("7 giờ tối", "19:00"),
    ("7h30 tối", "19:30"),
    ("tối 7h30", "19:30"),
    ("7 gio toi", "19:00"),
    ("bảy giờ tối", "19:00"),
    ("mười chín giờ ba mươi", "19:30"),
    ("muoi chin gio ba muoi phut", "19:30"),
    ("hai mươi ba giờ năm mươi chín phút", "23:59"),
    ("7 giờ rưỡi tối", "19:30"),
    ("8 giờ kém 15", "07:45"),
    ("tám giờ kém mười lăm tối", "19:45"),
    ("1 giờ kém 5", "00:55"),
    ("1 giờ trưa", "13:00"),
    ("11 giờ trưa", "11:00"),
    ("12 giờ trưa", "12:00"),
    ("5h chiều", "17:00"),
    ("17h chiều", "17:00"),
    ("11 giờ đêm", "23:00"),
    ("12 giờ đêm", "00:00"),
    ("2 giờ khuya", "02:00"),
    ("0h", "00:00"),
    ("24h", "00:00"),
    ("tới 7 giờ", "07:00"),  # until, not the evening
    ("đến 7 giờ", "07:00"),
]
NO_TIMES = [
    "tối nay",
    "tối",
    "7",
    "19",
    "25h",
    "24h30",
    "19h60",
    "19h300",
    "19 giờ sáng",
    "12 giờ sáng",
    "9 giờ chiều",
    "7h-9h",
    "7 giờ 9 giờ",
    "từ 7 giờ tới 9 giờ",
    "trước 7h",
    "19h ngày 22/11",
    "7h mai",
    "-7h",
    "119h",
    "0 giờ kém 5",
    "8 giờ kém 75",
    "giờ",
    "",
]


@pytest.mark.parametrize(("typed", "read"), TIMES)
def test_a_time_of_day(typed: str, read: str) -> None:
    assert time_of_day(typed) == time.fromisoformat(read)


@pytest.mark.parametrize("typed", NO_TIMES)
def test_no_time_of_day(typed: str) -> None:
    assert time_of_day(typed) is None


MOMENTS = [
    ("19h ngày 22/11", "2026-11-22 19:00"),
    ("19h30 22-11", "2026-11-22 19:30"),
    ("22/11 19h", "2026-11-22 19:00"),
    ("19h. 22/11", "2026-11-22 19:00"),
    ("22/11/2026, 19:30", "2026-11-22 19:30"),
    ("19h ngày 22/11/2027", "2027-11-22 19:00"),
    ("7 giờ 22 tháng 11", "2026-11-22 07:00"),
    ("bảy giờ tối ngày 22 tháng 11 năm 2026", "2026-11-22 19:00"),
    ("chủ nhật 22/11 7h", "2026-11-22 07:00"),
    ("7h thứ hai, ngày 23/11", "2026-11-23 07:00"),
    ("7h thứ 2 23/11", "2026-11-23 07:00"),
    ("2/1 7h", "2027-01-02 07:00"),
    ("1/6 7h", "2026-06-01 07:00"),
    ("mai 7 giờ", "2026-11-22 07:00"),
    ("7 giờ ngày mai", "2026-11-22 07:00"),
    ("bảy giờ sáng mai nhé", "2026-11-22 07:00"),
    ("19h tối nay", "2026-11-21 19:00"),
    ("hôm nay 19h", "2026-11-21 19:00"),
    ("8h tối qua", "2026-11-20 20:00"),
    ("hôm qua 16h", "2026-11-20 16:00"),
    ("hôm kia 7h", "2026-11-19 07:00"),
    ("ngày kia 7h", "2026-11-23 07:00"),
    ("sáng mốt 7h", "2026-11-23 07:00"),
    ("11 giờ đêm nay", "2026-11-21 23:00"),
    ("12 giờ đêm 22/11", "2026-11-23 00:00"),  # the one after that evening
    ("24h 22/11", "2026-11-23 00:00"),
    ("0h 23/11", "2026-11-23 00:00"),
]
NO_MOMENTS = [
    "tối nay",
    "mai",
    "22/11",
    "7h",
    "19h30",
    "31/11 7h",
    "29/2 7h",
    "0/1 7h",
    "thứ hai 22/11 7h",
    "ngày 22 7h",
    "từ 7h mai",
    "trước 7h mai",
    "7h mai 22/11",
    "7h 22/11 23/11",
    "mai 7 giờ hoặc 9 giờ",
    "",
]


@pytest.mark.parametrize(("typed", "read"), MOMENTS)
def test_a_moment(typed: str, read: str) -> None:
    assert moment(typed, EVENING) == datetime.fromisoformat(read).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize("typed", NO_MOMENTS)
def test_no_moment(typed: str) -> None:
    assert moment(typed, EVENING) is Unclear.UNREADABLE


@pytest.mark.parametrize("typed", ["1 giờ đêm mai", "2h khuya 22/11", "1h đêm nay"])
def test_an_hour_after_midnight_belongs_to_two_nights(typed: str) -> None:
    assert moment(typed, EVENING) is Unclear.WHICH_NIGHT


@pytest.mark.parametrize("typed", ["mai 7 giờ", "7h sáng mai", "ngày kia 7h", "7h ngày mốt"])
def test_in_the_small_hours_tomorrow_may_be_today(typed: str) -> None:
    assert moment(typed, SMALL_HOURS) is Unclear.WHICH_MORNING
    assert not isinstance(moment(typed, EVENING), Unclear)


def test_in_the_small_hours_today_is_today() -> None:
    assert moment("7h sáng nay", SMALL_HOURS) == datetime(2026, 11, 22, 7, tzinfo=VIETNAM)


def test_now_may_be_told_in_any_zone() -> None:
    assert moment("19h tối nay", EVENING.astimezone(None)) == moment("19h tối nay", EVENING)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("19:00", "19 giờ"),
        ("19:30", "19 giờ 30"),
        ("07:05", "7 giờ 5 phút"),
        ("00:00", "0 giờ"),
        ("00:01", "0 giờ 1 phút"),
    ],
)
def test_a_time_is_written_out(at: str, said: str) -> None:
    assert said_time(time.fromisoformat(at)) == said


def test_a_moment_is_written_out_with_its_day() -> None:
    at = datetime(2026, 11, 22, 19, 30, tzinfo=VIETNAM)
    assert said_moment(at, EVENING) == "19 giờ 30 ngày 22/11"
    assert said_moment(at.replace(year=2027), EVENING) == "19 giờ 30 ngày 22/11/2027"


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_what_is_written_out_is_read_back(at: time) -> None:
    assert time_of_day(said_time(at)) == at
    assert time_of_day(fold(said_time(at))) == at


@given(st.integers(-1000, 1000), st.integers(0, 24 * 60 - 1))
@example(days=0, minutes=0)
def test_a_moment_written_out_is_read_back(days: int, minutes: int) -> None:
    midnight = EVENING.replace(hour=0)
    at = midnight + timedelta(days=days, minutes=minutes)
    assert moment(said_moment(at, EVENING), EVENING) == at


@given(st.text(alphabet="0123456789hg:/-. giờrưỡikémtốinaymasáđêqu"))
def test_any_text_is_a_time_or_none(text: str) -> None:
    read = time_of_day(text)
    assert read is None or (read.second, read.tzinfo) == (0, None)
    assert isinstance(moment(text, EVENING), datetime | Unclear)
