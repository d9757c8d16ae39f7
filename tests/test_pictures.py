"""Drawings become small PNG pictures; what cannot be drawn is refused by name and never ends the process."""

import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures import (
    LARGEST,
    MOST_BYTES,
    NotAPicture,
    PictureError,
    PictureMissing,
    PictureTooLarge,
    drawings,
    png_of,
)

SHIPPED = sorted((Path(__file__).parents[1] / "lessons/hinh").rglob("*.svg"))
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" '
DRAWING = HEAD + 'viewBox="0 0 320 150"><circle cx="160" cy="75" r="50" fill="#0b5d4e"/></svg>'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A picture that is still to be written."""
    return tmp_path / "hinh.svg"


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def _colours(png: bytes) -> int:
    """How many different four-byte pixels there are, one row's filter byte apart: a blank picture has hardly any."""
    data, at = b"", 8
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        data += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    return len(set(zlib.decompress(data)))


def test_drawings_are_shipped() -> None:
    assert len(SHIPPED) >= 20


@pytest.mark.parametrize("drawing", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_drawing_is_a_small_picture_of_something(drawing: Path) -> None:
    png = png_of(drawing)
    assert len(png) <= MOST_BYTES
    assert _size(png) == (640, 300)
    assert _colours(png) > 20


def test_a_blank_picture_would_be_noticed(file: Path) -> None:
    file.write_text(HEAD + 'viewBox="0 0 320 150"/>', "utf-8")
    assert _colours(png_of(file)) < 10


def test_a_content_is_drawn_once(file: Path, tmp_path: Path) -> None:
    file.write_text(DRAWING, "utf-8")
    other = tmp_path / "other.svg"
    other.write_text(DRAWING, "utf-8")
    assert png_of(file) is png_of(other)
    file.write_text(DRAWING.replace("0b5d4e", "a8121a"), "utf-8")
    assert png_of(file) != png_of(other)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff...", b"RIFF....WEBP", b"GIF89a"])
def test_other_pictures_pass_as_they_are(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert png_of(file) == content


def test_a_missing_picture(file: Path, tmp_path: Path) -> None:
    for path in (file, tmp_path):
        with pytest.raises(PictureMissing):
            png_of(path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "xin chào",
        "<svg",
        "<html/>",
        "<svg viewBox='0 0 1 1'></svg",
        HEAD + "/>",
        HEAD + 'viewBox="0 0 1 100000"/>',
        HEAD + 'viewBox="0 0 320 150" width="1"/>',
        HEAD + 'viewBox="0 0 320 150" width="1" height="1e9"/>',
        HEAD + 'viewBox="0 0 320 150" height="100000%"/>',
        HEAD + 'viewBox="0 0 0 0"/>',
        HEAD + 'viewBox="0 0 320 150"><image href="mat.png" width="9" height="9"/></svg>',
        HEAD + 'viewBox="0 0 320 150"><filter><feImage href="mat.png"/></filter></svg>',
    ],
)
def test_what_is_no_drawing(file: Path, content: str) -> None:
    file.write_text(content, "utf-8")
    with pytest.raises(NotAPicture):
        png_of(file)


def test_bytes_that_are_no_text(file: Path) -> None:
    file.write_bytes(DRAWING.encode("utf-16"))
    with pytest.raises(NotAPicture):
        png_of(file)


def _noise(count: int) -> str:
    spots = (
        f'<rect x="{n * 7 % 320}" y="{n * 11 % 150}" width="2" height="2" fill="#{n * 2_654_435_761 % 0xFFFFFF:06x}"/>'
        for n in range(count)
    )
    return HEAD + 'viewBox="0 0 320 150">' + "".join(spots) + "</svg>"


def test_a_busy_drawing_is_drawn_smaller(file: Path) -> None:
    file.write_text(_noise(3_200), "utf-8")
    png = png_of(file)
    assert len(png) <= MOST_BYTES
    assert _size(png)[0] < 640


@pytest.mark.parametrize("content", [_noise(8_000), DRAWING + " " * LARGEST], ids=["noise", "file"])
def test_a_drawing_that_stays_too_large(file: Path, content: str) -> None:
    file.write_text(content, "utf-8")
    with pytest.raises(PictureTooLarge):
        png_of(file)


def test_pictures_come_from_the_lessons_folder_only(file: Path, tmp_path: Path) -> None:
    file.write_text(DRAWING, "utf-8")
    (tmp_path / "lessons/hinh").mkdir(parents=True)
    (tmp_path / "lessons/hinh/a.svg").write_text(DRAWING, "utf-8")
    (tmp_path / "lessons/hinh/b.svg").write_text("hỏng", "utf-8")
    picture = drawings(tmp_path / "lessons")
    assert picture("hinh/a.svg") == png_of(file)
    assert [picture(path) for path in ("hinh/b.svg", "hinh/c.svg", "hinh", "../hinh.svg", str(file))] == [None] * 5


@settings(deadline=None)
@given(data=st.data())
def test_any_change_of_a_drawing_is_drawn_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    start = data.draw(st.integers(0, len(DRAWING)))
    changed = DRAWING[:start] + data.draw(st.text(max_size=6)) + DRAWING[start + data.draw(st.integers(0, 9)) :]
    file = tmp_path_factory.getbasetemp() / "any.svg"
    file.write_text(changed, "utf-8", "surrogatepass")
    try:
        assert png_of(file)
    except PictureError:
        return
