"""What stands on a commune's poster, and that all of it stays in its place."""

import struct
from xml.etree import ElementTree as ET

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from bot.areas import communes_of, full_name, provinces
from bot.poster import Poster, as_png
from bot.poster.sheet import HIGH, MARGIN, WARNING_HIGH, WARNING_TOP, WIDE, foot
from tests.poster.drawn import (
    DAY,
    DRAWING,
    SVG,
    TELEGRAM,
    WEB,
    Rectangle,
    codes,
    frames,
    known,
    lines,
    poster,
    texts,
    ways,
)

PRINTABLE = Rectangle(MARGIN, 36, WIDE - MARGIN, HIGH - 36)  # printers leave out less
MILLIMETRE = WIDE / 210
COMMUNES = [commune for province in provinces() for commune in communes_of(province.code)]
LONGEST = {
    *sorted(COMMUNES, key=lambda one: -len(one.titled))[:5],
    *sorted(COMMUNES, key=lambda one: -len(full_name(one)))[:5],
}
BY_CODE = {one.code: one for one in LONGEST}
LONG_URL = "https://chuyendoiso.vanmieu-quoctugiam.hanoi.gov.vn"
LONG_BOT = "PhuongVanMieuQuocTuGiam_TroLybot"
LONG_RUNNER = "Ủy ban nhân dân Phường Văn Miếu - Quốc Tử Giám, Thành phố Hà Nội, Tổ công nghệ số cộng đồng số 12"


def spilt(svg: ET.Element) -> list[str]:
    """The lines that leave the sheet or their box, or lie on each other or on a code."""
    placed = list(lines(svg))
    boxes, black = frames(svg), [code.place for code in codes(svg)]
    wrong = [text for text, place in placed if not PRINTABLE.holds(place)]
    wrong += [text for text, place in placed for box in boxes if place.meets(box) and not box.holds(place)]
    return wrong + [text for text, place in placed for code in black if _inside(code).meets(place)]


def _inside(code: Rectangle) -> Rectangle:
    """The code and its quiet zone without the descenders' room of the title above it."""
    return Rectangle(code.left, code.top + 2, code.right, code.bottom - 2)


def test_it_says_whose_it_is_who_runs_it_and_what_it_never_asks() -> None:
    svg = poster()
    said = " ".join(texts(svg))
    assert texts(svg)[:2] == ["Phường Ba Đình", "Thành phố Hà Nội"]
    assert "Cầm Tay giúp dùng điện thoại, tránh bị lừa" in said
    assert "Cầm Tay là máy, không hỏi mật khẩu, không hỏi mã, không xin tiền" in said
    assert {"Trợ lý máy của Ban thông tin cơ sở", "In ngày 21/11/2026"} <= set(texts(svg))
    assert said.count("Mở máy ảnh, đưa vào ô vuông") == 2
    assert (svg.findtext(f"{SVG}title") or "").endswith("Phường Ba Đình, Thành phố Hà Nội")


@pytest.mark.parametrize(("shown", "addresses"), [(1, [WEB]), (2, [WEB, TELEGRAM])])
def test_the_codes_hold_the_addresses(shown: int, addresses: list[str]) -> None:
    drawn = codes(poster(shown=shown))
    assert [code.address for code in drawn] == addresses
    for code in drawn:
        wanted = segno.make(code.address, error="q", micro=False).matrix_iter(border=4)
        assert code.modules == tuple(tuple(row) for row in wanted)


@pytest.mark.parametrize("shown", [1, 2])
def test_a_code_is_large_enough_for_old_cameras(shown: int) -> None:
    for code in codes(poster(shown=shown)):
        module = (code.place.right - code.place.left) / len(code.modules)
        assert module * (len(code.modules) - 8) >= 55 * MILLIMETRE


def test_the_shortest_address_is_large_enough_too() -> None:
    [code, _] = codes(ET.fromstring(Poster(known(), "Xã", ways(url="http://x.vn", bot="abcd"), DAY).svg()))
    module = (code.place.right - code.place.left) / len(code.modules)
    assert module * (len(code.modules) - 8) >= 55 * MILLIMETRE


def test_the_addresses_can_be_read() -> None:
    said = "".join(texts(poster()))
    assert WEB.removeprefix("https://") in said
    assert TELEGRAM.removeprefix("https://") in said


@pytest.mark.parametrize("code", sorted(BY_CODE))
@pytest.mark.parametrize("shown", [1, 2])
@pytest.mark.parametrize("drawing", [DRAWING, ""], ids=["drawing", "no drawing"])
def test_long_names_stay_in_their_place(code: str, shown: int, drawing: str) -> None:
    both = ways(code, LONG_URL, LONG_BOT)[:shown]
    assert not spilt(ET.fromstring(Poster(BY_CODE[code], LONG_RUNNER, both, DAY, drawing).svg()))


def test_telegram_alone_stays_in_its_place() -> None:
    only = ways("00226", LONG_URL, LONG_BOT)[1:]
    assert not spilt(ET.fromstring(Poster(known("00226"), LONG_RUNNER, only, DAY, DRAWING).svg()))


@given(st.text(max_size=200))
def test_no_runner_breaks_the_sheet(runner: str) -> None:
    svg = ET.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{foot(runner, DAY)}</svg>')
    below = Rectangle(MARGIN, WARNING_TOP + WARNING_HIGH, WIDE - MARGIN, PRINTABLE.bottom)
    assert not [text for text, place in lines(svg) if not below.holds(place)]
    assert len(texts(svg)) in {2, 3}


def test_a_hostile_runner_is_only_words() -> None:
    runner = "</text><script>alert(1)</script>\" onload='x' &amp; {runner}\x00\x1b\u202e\ud800"
    svg = poster(runner=runner)
    assert "</text><script>alert(1)</script>\" onload='x' &amp; {runner}" in " ".join(texts(svg))
    assert not list(svg.iter(f"{SVG}script"))


def test_a_hostile_address_is_only_words() -> None:
    address = 'https://x.vn/"><script>&'
    svg = ET.fromstring(Poster(known(), "Xã", ways(url=address), DAY).svg())
    assert codes(svg)[0].address == f"{address}/?xa=00004"
    assert not list(svg.iter(f"{SVG}script"))


def test_it_needs_nothing_from_outside() -> None:
    for node in poster().iter():
        assert node.tag.removeprefix(SVG) not in {"script", "style", "image", "use", "foreignObject", "a"}
        references = {name: value for name, value in node.attrib.items() if "href" in name or "url(" in value}
        assert references in ({}, {"clip-path": "url(#round)"})


def test_the_picture_is_a4_at_150_dots_per_inch() -> None:
    png = as_png(Poster(known(), "Xã", ways(), DAY, DRAWING).svg())
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (1240, 1754)
    place = png.index(b"pHYs") + 4
    assert struct.unpack(">IIB", png[place : place + 9]) == (5906, 5906, 1)
