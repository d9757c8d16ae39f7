"""That the danger is over, that it is a drill, on which day."""

import pytest

from bot.notices.telling import danger_over, denies_drill, drill_words, is_dated, today, tomorrow


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Nguy hiểm đã qua.", True),
        ("Đã hết nguy hiểm, bà con dọn nhà.", True),
        ("Bà con có thể trở về nhà.", True),
        ("Hủy lệnh sơ tán.", True),
        ("Het nguy hiem.", True),
        ("Chỉ trở về nhà khi hết nguy hiểm.", False),
        ("Chưa hết nguy hiểm.", False),
        ("Bà con được về nhà khi có thông báo.", False),
        ("Không về cho đến khi tình hình đã an toàn.", False),
        ("Sau 16 giờ bà con được về nhà.", False),
        ("Bốn người vào viện, tình hình đã ổn định.", False),
        ("Tiếng nổ là của bộ đội, bà con yên tâm sinh hoạt.", False),
        ("Hủy phiên chợ ngày 22/11.", False),
    ],
)
def test_the_danger_is_over(text: str, over: bool) -> None:
    assert bool(list(danger_over(text))) is over


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Đây không phải là diễn tập!", True),
        ("KHÔNG PHẢI MỘT CUỘC DIỄN TẬP", True),
        ("Day khong phai dien tap", True),
        ("Nhắc lại: không phải tập đâu.", True),
        ("This is not a drill", True),
        ("Người già không phải tham gia diễn tập.", False),
        ("Người ốm không phải tập trung.", False),
        ("Buổi diễn tập bắt đầu lúc 8 giờ.", False),
    ],
)
def test_this_is_not_a_drill(text: str, denies: bool) -> None:
    assert bool(denies_drill(text)) is denies


@pytest.mark.parametrize(
    ("text", "drill"),
    [
        ("Diễn tập sơ tán", True),
        ("Phát thử loa", True),
        ("Tình huống giả định: cháy chợ", True),
        ("Tập trung ở sân đình", False),
        ("Luyện tập thể thao", False),
    ],
)
def test_words_of_a_drill(text: str, drill: bool) -> None:
    assert bool(drill_words(text)) is drill


@pytest.mark.parametrize(
    "text",
    [
        "Ngày mai cắt điện",
        "Sáng mai có mưa",
        "Mai hú còi",
        "mai cắt điện",
        "Chiều mốt",
        "từ mai",
        "hop luc 7h ngay mai",
    ],
)
def test_another_day_tomorrow(text: str) -> None:
    assert tomorrow(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mai Châu có mưa",
        "Đường từ Mai Châu đến Mai Sơn",
        "chị Mai",
        "phường Hoàng Mai",
        "hoa mai nở",
        "Bà Mai, 60 tuổi",
    ],
)
def test_a_name_is_no_day(text: str) -> None:
    assert not tomorrow(text)


def test_this_day() -> None:
    assert today("Từ 19 giờ tối nay") == ["tối nay"]
    assert not today("Hiện nay nước còn cao")


@pytest.mark.parametrize(
    "text", ["22/11", "ngày 22", "22-11-2026", "22.11.2026", "2026-11-22", "ngày 22 tháng 11", "mùng 5", "mồng năm"]
)
def test_a_date(text: str) -> None:
    assert is_dated(f"Từ {text}, cắt điện.")


@pytest.mark.parametrize(
    "text", ["24/7", "24/24", "lúc 6 giờ", "sáng 6 giờ", "3.000 m3", "12/TB-UBND", "ngày 3 lần", "tháng 11", "0,5 m"]
)
def test_no_date(text: str) -> None:
    assert not is_dated(f"Trực {text}.")
