"""The letters that posters are written with: they are there, and as wide as the table says."""

from importlib.resources import as_file

import pytest
import resvg_py

from bot.areas import communes_of, provinces
from bot.poster.lettering import ADDRESS, BOLD, FONTS, PHRASES, REGULAR, Place, clean, width

NAMES = [province.titled for province in provinces()]
NAMES += [commune.titled for province in provinces() for commune in communes_of(province.code)]
LETTERS = sorted({*"".join(NAMES), *"0123456789@_/?=:.,!“”…–"} - {" "})
SIZE, ROOM = 10.0, 400
WORN = 0.04  # of a line: the white at its ends, and what pairs of letters are moved


def drawn(text: str, weight: str, cut: float = ROOM) -> bytes:
    """A line in one of the fonts, without what stands behind `cut`."""
    style = f'font-family="Be Vietnam Pro" font-size="{SIZE}" font-weight="{weight}"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{ROOM}" height="20">'
        f'<clipPath id="c"><rect width="{cut}" height="20"/></clipPath>'
        f'<g clip-path="url(#c)"><text y="14" {style}>{text}</text></g></svg>'
    )
    with as_file(FONTS) as folder:
        fonts = [str(folder / f"be-vietnam-pro-{one}.ttf") for one in (REGULAR, BOLD)]
        return resvg_py.svg_to_bytes(svg_string=svg, dpi=96, skip_system_fonts=True, font_files=fonts)


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_every_letter_is_there_and_as_wide_as_the_table_says(weight: str) -> None:
    wrong = []
    for letter in LETTERS:
        row = f"H{letter}" * 15
        wide = width(row, SIZE, weight)
        whole = drawn(row, weight)
        fits = drawn(row, weight, wide * (1 + WORN)) == whole
        if whole == drawn("H\u0e01" * 15, weight) or not fits or drawn(row, weight, wide * (1 - WORN)) == whole:
            wrong.append(letter)
    assert not wrong


def test_every_name_of_a_place_fits_its_line_and_can_be_read_from_afar() -> None:
    place = Place(594, weight=BOLD)
    fitted = {name: place.fit(name, 46) for name in NAMES}
    assert not [name for name, setting in fitted.items() if setting.lines != (name,)]
    assert not [name for name, setting in fitted.items() if width(name, setting.size, BOLD) > place.within]
    assert min(setting.size for setting in fitted.values()) > 30


def test_words_go_into_as_few_lines_as_there_are() -> None:
    setting = Place(230, 2).fit("Mở máy ảnh, đưa vào ô vuông", 20)
    assert setting.size == 20
    assert setting.lines == ("Mở máy ảnh, đưa vào ô", "vuông")


def test_phrases_stay_whole() -> None:
    assert Place(200, 2, pieces=PHRASES).fit("Mở máy ảnh, đưa vào ô vuông", 20).lines == (
        "Mở máy ảnh,",
        "đưa vào ô vuông",
    )


@pytest.mark.parametrize("address", ["t.me/TenBotCuaXa_bot?start=xa-00004", "xa.example.vn/?xa=00004", "a" * 90, "??"])
def test_an_address_is_whole_over_its_lines(address: str) -> None:
    setting = Place(180, 2, pieces=ADDRESS).fit(address, 20)
    assert "".join(setting.lines) == address
    assert not any(line.startswith("=") for line in setting.lines)


def test_a_word_that_is_too_long_shrinks() -> None:
    setting = Place(100).fit("n" * 100, 20)
    assert setting.lines == ("n" * 100,)
    assert width(setting.lines[0], setting.size) <= 100


def test_what_cannot_be_printed_is_left_out() -> None:
    assert clean(" a\x00\n\tb\u202e\ud800  c ") == "a b c"
    assert clean("Hoa\u0300") == "Hoà"


def test_nothing_to_say_is_one_empty_line() -> None:
    assert Place(100).fit("", 20).lines == ("",)
