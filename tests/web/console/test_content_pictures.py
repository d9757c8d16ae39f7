"""Pictures that are sent: drawn anew, named by us, or refused; nothing is written anywhere else."""

import io
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from bot.learning.lesson_rules import MOST_KB
from bot.web.console.content.pictures import LARGEST, keep
from bot.web.console.content.plain_svg import NotAPicture
from bot.web.shell import PICTURE
from tests.web.console.conftest import LESSONS, Desk
from tests.web.console.content_desk import ROOM, everything

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 150"><rect width="9" height="9" fill="red"/></svg>'


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A copy that may be edited."""
    return Path(shutil.copytree(LESSONS, tmp_path / "lessons"))


def picture(format: str = "PNG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((64, 48), 90).resize(size).convert("RGB").save(out, format, **options)
    return out.getvalue()


def _zip(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def _huge() -> bytes:
    """A PNG of 60,000 × 60,000 pixels in a few bytes."""
    head = struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9999))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("size", [(64, 48), (1600, 900), (300, 1200)])
def test_a_picture_is_small_afterwards_and_can_be_shown(lessons: Path, format: str, size: tuple[int, int]) -> None:
    path = keep(lessons, picture(format, size))
    assert PICTURE.fullmatch(path.removeprefix("hinh/"))
    file = lessons / path
    assert file.stat().st_size <= MOST_KB * 1024
    with Image.open(file) as kept:
        kept.load()
        assert kept.width <= 960


def test_what_came_with_a_picture_is_gone(lessons: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "nhà cô Ba"
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "bi-mat")
    for sent in (picture("JPEG", exif=exif), picture("PNG", pnginfo=info), picture("JPEG") + b"PK\x03\x04bi-mat"):
        kept = (lessons / keep(lessons, sent)).read_bytes()
        assert b"bi-mat" not in kept
        assert b"Exif" not in kept


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + bytes(40),
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        picture("PNG")[:200],
        picture("JPEG")[:300],
        b"RIFF\xff\xff\xff\xffWEBPVP8 " + bytes(30),
        _zip("../../etc/cron.d/x"),
        _huge(),
        picture("PNG", (4001, 10)),
        picture("PNG") + bytes(LARGEST),
        b"<html><script>alert(1)</script></html>",
        SVG.replace(b"<rect", b"<script>alert(1)</script><rect"),
        SVG.replace(b"<rect", b'<rect onload="x()"'),
        SVG.replace(b"<rect", b'<image href="file:///etc/passwd"/><rect'),
        SVG.replace(b"<rect", b'<use href="http://a.vn/x.svg#a"/><rect'),
        SVG.replace(b'fill="red"', b'fill="url(http://a.vn/x)"'),
        SVG.replace(b"<rect", b"<style>@import 'http://a.vn'</style><rect"),
        b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + SVG,
        b'<?xml-stylesheet href="http://a.vn/x.css"?>' + SVG,
        SVG + b"<!-- " + bytes(50_000).replace(b"\0", b"x") + b"-->",
        b"<" * 10_000,
    ],
)  # fmt: skip
def test_what_is_no_plain_picture_is_refused(lessons: Path, content: bytes) -> None:
    before = everything(lessons)
    with pytest.raises(NotAPicture):
        keep(lessons, content)
    assert everything(lessons) == before


def test_a_plain_drawing_stays_as_it_is(lessons: Path) -> None:
    assert (lessons / keep(lessons, SVG)).read_bytes() == SVG


def test_broken_pictures_of_every_length_are_refused_or_kept_inside(lessons: Path) -> None:
    before = set(everything(lessons.parent))
    for whole in (picture("PNG"), picture("JPEG"), picture("WEBP"), SVG):
        for length in range(1, len(whole), max(1, len(whole) // 60)):
            changed = whole[:length] + bytes([whole[length] ^ 0x55]) + whole[length + 1 :]
            for content in (whole[:length], changed):
                try:
                    assert keep(lessons, content).startswith("hinh/anh-")
                except NotAPicture:
                    continue
    new = set(everything(lessons.parent)) - before
    assert all(one.parent == lessons / "hinh" and one.name.startswith("anh-") for one in new)


async def test_the_page_gives_the_line_to_paste(desk: Desk, lessons: Path) -> None:
    before = set(everything(lessons))
    bien = desk.client("bien")
    for name in ("../../x.png", "a\0b.svg", "x" * 4000, "<b>.png", "..\\..\\x", "con", ".htaccess"):
        sent = {"hinh": (name, picture(), "image/png")}
        answer = await bien.post(f"{ROOM}/hinh", files=sent, data={"ta": "Ông [cụ] cười"})
        assert answer.status_code == 200
        assert "![Ông cụ cười](hinh/anh-" in answer.text
    assert all(one.parent == lessons / "hinh" for one in set(everything(lessons)) - before)
    refused = await bien.post(f"{ROOM}/hinh", files={"hinh": ("a.png", b"PK", "image/png")}, data={"ta": "Ông cụ"})
    assert refused.status_code == 422
    assert "chưa dùng được" in refused.text
    assert (await bien.post(f"{ROOM}/hinh", data={"ta": "Ông cụ"})).status_code == 422


async def test_only_who_teaches_sends_pictures(desk: Desk) -> None:
    sent = {"hinh": ("a.png", picture(), "image/png")}
    for name in ("lan", "quan", ""):
        assert (await desk.client(name).post(f"{ROOM}/hinh", files=sent, data={"ta": "x"})).status_code in (401, 403)
