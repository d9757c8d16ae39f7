"""Areas as officers write them."""

import pytest

from bot.notices.area_reading import read_areas
from broadcasts.wording import AreaState

DONG_VAN, LUNG_CU, BA_DINH = "00721", "00715", "00004"


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("xã Đồng Văn, tỉnh Tuyên Quang", [DONG_VAN]),
        ("xã Đồng Văn tỉnh Tuyên Quang", [DONG_VAN]),
        ("Xã Đồng Văn - Tỉnh Tuyên Quang", [DONG_VAN]),
        ("xa dong van, tinh tuyen quang", [DONG_VAN]),
        ("thôn 3, xã Đồng Văn, tỉnh Tuyên Quang", [DONG_VAN]),
        ("Các thôn ven sông xã Đồng Văn, tỉnh Tuyên Quang", [DONG_VAN]),
        ("Các xã Đồng Văn, Lũng Cú và Phố Bảng, tỉnh Tuyên Quang", [DONG_VAN, LUNG_CU, "00745"]),
        ("xã Đồng Văn, tỉnh Tuyên Quang; 00715", [DONG_VAN, LUNG_CU]),
        ("00721 ; 00715", [DONG_VAN, LUNG_CU]),
        ("toàn tỉnh Tuyên Quang", ["08"]),
        ("Tổ dân phố 1, 2, 3 phường Ba Đình, Hà Nội", [BA_DINH]),
        ("Hà Nội, phường Ba Đình", [BA_DINH]),
        ("phường Văn Miếu - Quốc Tử Giám, thành phố Hà Nội", ["00226"]),
        ("phường Sài Gòn, TP.HCM", ["26740"]),
        ("tỉnh Bắc Ninh", ["24"]),  # a city by now
        ("", []),
    ],
)
def test_what_is_meant(written: str, codes: list[str]) -> None:
    areas = read_areas(written).areas
    assert [area.written for area in areas] == codes
    assert {area.state for area in areas} <= {AreaState.KNOWN}


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("cả nước", AreaState.UNKNOWN),
        ("miền Trung", AreaState.UNKNOWN),
        ("99999", AreaState.UNKNOWN),
        ("xã Không Có, tỉnh Tuyên Quang", AreaState.UNKNOWN),
        ("xã Lũng Cú, tỉnh Lào Cai", AreaState.UNKNOWN),  # it lies elsewhere
        ("huyện Đồng Văn, tỉnh Tuyên Quang", AreaState.FORMER),
        ("quận Ba Đình, Hà Nội", AreaState.FORMER),
        ("thị trấn Sa Pa, tỉnh Lào Cai", AreaState.FORMER),
        ("thành phố Thủ Đức", AreaState.FORMER),
        ("tỉnh Hà Giang", AreaState.FORMER),
        ("phường Bến Nghé, TP.HCM", AreaState.FORMER),
        ("026", AreaState.FORMER),
        ("xã Tân Thành", AreaState.AMBIGUOUS),
    ],
)
def test_what_is_no_area_of_today(written: str, state: AreaState) -> None:
    [area] = read_areas(written).areas
    assert area.state is state
    assert read_areas(area.written).areas == (area,)  # it stays what it is when it is read again


def test_of_several_with_one_name_the_one_that_is_near() -> None:
    [near] = read_areas("xã Tân Thành", frozenset({"82"})).areas
    [known] = read_areas("xã Tân Thành, tỉnh Đồng Tháp").areas
    assert near == known


def test_an_old_address_is_told_of_wholly() -> None:
    areas = read_areas("xã Đồng Văn, huyện Đồng Văn, tỉnh Hà Giang").areas
    assert [area.written for area in areas if area.state is AreaState.FORMER] == ["tỉnh Hà Giang", "huyện Đồng Văn"]
