from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.areas import (
    Commune,
    Found,
    Kind,
    Province,
    commune,
    communes_of,
    find_commune,
    find_province,
    full_name,
    province,
    provinces,
)
from bot.areas.former import former_communes, former_districts, former_provinces
from bot.vietnamese.fold import fold
from bot.vietnamese.spelling import dictionary_order, official

COMMUNES = [one for above in provinces() for one in communes_of(above.code)]
HANOI, HCM, TUYEN_QUANG = "01", "79", "08"


def _places(found: Found[Commune]) -> list[str]:
    return [full_name(match.unit) for match in found.matches]


def _names(found: Found[Province]) -> list[str]:
    return [match.unit.name for match in found.matches]


def test_as_many_as_the_law_has() -> None:
    assert len(provinces()) == 34
    kinds = Counter(one.kind for one in COMMUNES)
    assert kinds == {Kind.COMMUNE: 2621, Kind.WARD: 687, Kind.SPECIAL: 13}
    assert len({one.code for one in COMMUNES}) == 3321
    sizes = Counter({above.name: len(communes_of(above.code)) for above in provinces()})
    assert sizes.most_common(3) == [("Hồ Chí Minh", 168), ("Thanh Hóa", 166), ("Phú Thọ", 148)]
    assert sizes.most_common()[-1] == ("Lai Châu", 38)


def test_codes_are_text_with_leading_zeros() -> None:
    assert all(len(one.code) == 2 and one.code.isdecimal() for one in provinces())
    assert all(len(one.code) == 5 and one.code.isdecimal() for one in COMMUNES)
    assert commune("00004") == Commune("00004", Kind.WARD, "Ba Đình", HANOI)
    assert province("01") == provinces()[[one.name for one in provinces()].index("Hà Nội")]


def test_unknown_codes_name_nothing() -> None:
    assert province("1") is None
    assert commune("4") is None
    assert communes_of("99") == ()


def test_full_names() -> None:
    ba_dinh = commune("00004")
    assert ba_dinh is not None
    assert full_name(ba_dinh) == "Phường Ba Đình, Thành phố Hà Nội"
    assert [one.titled for one in COMMUNES if one.name == "Côn Đảo"] == ["Đặc khu Côn Đảo"]


def test_lists_stand_in_the_order_of_the_dictionary() -> None:
    assert list(provinces()) == sorted(provinces(), key=lambda one: dictionary_order(one.name))
    for above in provinces():
        part = communes_of(above.code)
        assert list(part) == sorted(part, key=lambda one: dictionary_order(one.name))


def test_names_are_spelt_officially() -> None:
    names = [one.name for one in provinces()] + [one.name for one in COMMUNES]
    former = [one.name for one in former_districts().values()]
    former += [merged.former.name for merged in (*former_communes(), *former_provinces())]
    assert not [name for name in (*names, *former) if official(name) != name or name[0].islower()]


def _in_several_provinces(names: Iterable[tuple[str, str]]) -> int:
    where = defaultdict(set)
    for name, code in names:
        where[name].add(code)
    return sum(len(codes) > 1 for codes in where.values())


def test_names_repeat_between_provinces_but_not_within_one() -> None:
    full = [(one.titled, one.province_code) for one in COMMUNES]
    short = [(one.name, one.province_code) for one in COMMUNES]
    # 243 and 313 in the lists of the resolutions, which write both Hoà and Hòa; the tables write Hòa throughout.
    assert _in_several_provinces(full) == 246
    assert _in_several_provinces((fold(name), code) for name, code in full) == 290
    assert _in_several_provinces(short) == 314
    assert _in_several_provinces((fold(name), code) for name, code in short) == 369
    assert max(Counter(short).values()) == 1
    assert sum(count > 1 for count in Counter((fold(name), code) for name, code in short).values()) == 10


def test_what_was_before() -> None:
    assert len(former_communes()) == 10_023
    assert len(former_provinces()) == 63
    assert Counter(len(merged.now) for merged in former_communes())[5] == 1
    heirs = {code for merged in former_communes() for code in merged.now}
    assert heirs < {one.code for one in COMMUNES}
    assert len(COMMUNES) - len(heirs) == 5
    assert {code for merged in former_provinces() for code in merged.now} == {one.code for one in provinces()}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        *[
            (written, ["Hà Nội"])
            for written in ("Hà Nội", "ha noi", "hanoi", "TP. Hà Nội", "thành phố hà nội", "HN", "Hà Tây")
        ],
        *[
            (written, ["Hồ Chí Minh"])
            for written in ("TP.HCM", "TPHCM", "hcm", "Sài Gòn", "sai gon", "TP Hồ Chí Minh", "SG")
        ],
        *[(written, ["Huế"]) for written in ("Huế", "tp hue", "Thừa Thiên - Huế", "TT Huế")],
        *[(written, ["Đắk Lắk"]) for written in ("Đắk Lắk", "daklak", "Đắc Lắc", "tỉnh Đăk Lăk")],
        ("Hà Tĩnh", ["Hà Tĩnh"]),
        ("ha tinh", ["Hà Tĩnh"]),
        ("đn", ["Đà Nẵng", "Đồng Nai"]),
        ("", []),
        ("tỉnh", []),
        ("Wakanda", []),
    ],
)
def test_find_province(written: str, names: list[str]) -> None:
    found = find_province(written)
    assert _names(found) == names
    assert not found.guessed
    assert all(match.former is None for match in found.matches)


@pytest.mark.parametrize(
    ("written", "names", "old"),
    [
        ("Bình Định", ["Gia Lai"], "tỉnh Bình Định"),
        ("tinh ha giang", ["Tuyên Quang"], "tỉnh Hà Giang"),
        ("Hoà Bình", ["Phú Thọ"], "tỉnh Hòa Bình"),
        ("Kontum", ["Quảng Ngãi"], "tỉnh Kon Tum"),
        ("Tiền Giang", ["Đồng Tháp", "Tây Ninh"], "tỉnh Tiền Giang"),
    ],
)
def test_a_former_province_answers_with_the_present_one(written: str, names: list[str], old: str) -> None:
    found = find_province(written)
    assert _names(found) == names
    assert {str(match.former) for match in found.matches} == {old}


def test_a_mistyped_province_is_a_guess() -> None:
    found = find_province("ha nol")
    assert (_names(found), found.guessed, found.only) == (["Hà Nội"], True, None)


def test_every_province_is_found_by_every_name_it_has() -> None:
    for one in provinces():
        for written in (one.name, one.titled, fold(one.name), fold(one.titled).replace(" ", "")):
            if match := find_province(written).only:
                assert match.unit == one
            else:
                assert written.startswith(("tinh", "thanhpho"))


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("Ba Đình", HANOI, "Phường Ba Đình, Thành phố Hà Nội"),
        ("phuong ba dinh", HANOI, "Phường Ba Đình, Thành phố Hà Nội"),
        ("P. Ba Đình", HANOI, "Phường Ba Đình, Thành phố Hà Nội"),
        ("ba dinh ha noi", None, "Phường Ba Đình, Thành phố Hà Nội"),
        ("Ba Đình, HN", None, "Phường Ba Đình, Thành phố Hà Nội"),
        ("đặc khu côn đảo", None, "Đặc khu Côn Đảo, Thành phố Hồ Chí Minh"),
        ("eahleo", None, "Xã Ea H'Leo, Tỉnh Đắk Lắk"),
        ("xã Xà Phiên", None, "Xã Xà Phiên, Thành phố Cần Thơ"),
        ("Xà Phiên", None, "Xã Xà Phiên, Thành phố Cần Thơ"),
        ("thị trấn Sa Pa", None, "Phường Sa Pa, Tỉnh Lào Cai"),
    ],
)
def test_find_commune_by_its_name(written: str, code: str | None, place: str) -> None:
    found = find_commune(written, code)
    assert _places(found) == [place]
    assert found.only is not None
    assert found.only.former is None


@pytest.mark.parametrize(
    ("written", "code", "place", "old"),
    [
        ("Tân Thành, Ngã Bảy", None, "Phường Đại Thành, Thành phố Cần Thơ", "xã Tân Thành"),
        ("xã tân thành thị xã ngã bảy tỉnh hậu giang", None, "Phường Đại Thành, Thành phố Cần Thơ", "xã Tân Thành"),
        ("tan thanh nga bay", None, "Phường Đại Thành, Thành phố Cần Thơ", "xã Tân Thành"),
        ("P.1, Quận 3", None, "Phường Bàn Cờ, Thành phố Hồ Chí Minh", "phường 1"),
        ("phường 01 Q3 sài gòn", None, "Phường Bàn Cờ, Thành phố Hồ Chí Minh", "phường 1"),
        ("Trúc Bạch", HANOI, "Phường Ba Đình, Thành phố Hà Nội", "phường Trúc Bạch"),
    ],
)
def test_find_commune_by_its_former_name(written: str, code: str | None, place: str, old: str) -> None:
    found = find_commune(written, code)
    assert _places(found) == [place]
    assert found.only is not None
    assert str(found.only.former) == old


def test_a_divided_commune_leads_to_every_part_the_present_name_first() -> None:
    found = find_commune("Ngọc Hà", HANOI)
    assert [(match.unit.name, match.former and str(match.former)) for match in found.matches] == [
        ("Ngọc Hà", None),
        ("Ba Đình", "phường Ngọc Hà"),
    ]
    assert found.only is None


def test_several_of_one_name_are_all_listed_and_none_is_chosen() -> None:
    marked, unmarked = find_commune("Tân Thành"), find_commune("tan thanh")
    assert sum(match.former is None for match in marked.matches) == 9
    assert sum(match.former is None for match in unmarked.matches) == 15
    assert marked.only is unmarked.only is None
    assert {match.unit for match in marked.matches} < {match.unit for match in unmarked.matches}


def test_a_former_name_stays_within_the_chosen_province() -> None:
    assert {match.unit.province_code for match in find_commune("Tân Thành", HCM).matches} == {HCM}
    assert find_commune("Trúc Bạch", HCM).matches == ()


def test_a_former_district_leads_to_its_communes_its_namesake_first() -> None:
    found = find_commune("huyện Đồng Văn", TUYEN_QUANG)
    assert _places(found)[0] == "Xã Đồng Văn, Tỉnh Tuyên Quang"
    assert [match.unit.name for match in find_commune("huyện Vị Xuyên").matches][:2] == ["Vị Xuyên", "Bạch Ngọc"]
    assert len(found.matches) == 6
    assert {str(match.former) for match in found.matches} == {"huyện Đồng Văn"}
    assert len(find_commune("Quận 1, TP.HCM").matches) == 4
    assert "Phường Trường Vinh, Tỉnh Nghệ An" in _places(find_commune("TP. Vinh"))


def test_the_kind_that_was_written_is_preferred() -> None:
    kinds = {match.former.kind for match in find_commune("thị trấn Tân Thành").matches if match.former}
    assert kinds == {Kind.TOWNSHIP}


def test_a_mistyped_commune_is_a_guess_and_an_exact_name_never() -> None:
    found = find_commune("Ba Dinhh", HANOI)
    assert (_places(found), found.guessed) == (["Phường Ba Đình, Thành phố Hà Nội"], True)
    assert not find_commune("Ba Đình", HANOI).guessed


def test_a_district_that_does_not_fit_makes_a_guess() -> None:
    found = find_commune("Ngọc Hà, Hà Đông")
    assert found.guessed
    assert found.matches[0].unit.name == "Ngọc Hà"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "xã",
        "thị xã",
        ",",
        "zz",
        "!?",
        "1" * 150,
        "Tân Thành, " + "tỉnh " * 100,
        "tôi bị lừa mất tiền rồi làm sao bây giờ cháu ơi giúp bác",
    ],
)
def test_what_is_no_place_finds_nothing(written: str) -> None:
    assert find_commune(written).matches == ()


def test_every_commune_is_found_in_its_province_by_its_name_without_marks() -> None:
    for one in COMMUNES:
        matches = find_commune(fold(one.titled), one.province_code).matches
        assert one in [match.unit for match in matches if match.former is None]


@settings(deadline=None)
@given(st.text(alphabet="xãphường tỉnhqt.,1ABđ"))
def test_any_text_can_be_looked_for(written: str) -> None:
    units = [match.unit.code for match in find_commune(written, HANOI).matches]
    assert len(units) == len(set(units))
    assert len(find_province(written).matches) <= len(provinces())
