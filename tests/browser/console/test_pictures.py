"""The pictures of docs/ban-lam-viec.md: `pytest tests/browser/console/test_pictures.py --screenshots docs`."""

import io
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser

from tests.browser.console.furnished import House
from tests.guards.sources import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
GUIDE = ROOT / "docs" / "ban-lam-viec.md"
LARGEST = 150_000  # bytes of one picture
SIGHTS = {  # by the picture's name: who, where, how wide and high
    "soan": ("lan", "/can-bo/thong-bao/{draft}/sua", 1280, 900),
    "tien-do": ("minh", "/can-bo/thong-bao/{live}", 1280, 640),
    "sua-bai": ("bien", "/can-bo/noi-dung/sua/khoa-hoc/nguoi-cao-tuoi/02-danh-ba-goi-lai.md", 1280, 900),
    "cau-hoi-320": ("lan", "/can-bo/cau-hoi/q1", 320, 960),
    "tong-quan-768": ("lan", "/can-bo/tong-quan", 768, 1100),
}
DARK = {"tong-quan-768"}
SHEET = "to-thong-tin"  # not a page: the infographic of a commune's report


async def test_the_guide_shows_what_the_desk_looks_like(
    chromium: Browser, furnished_house: House, pictures: Path
) -> None:
    for name in SIGHTS:
        _keep(await _taken(chromium, furnished_house, name), pictures / f"ban-lam-viec-{name}.png")
    lan = furnished_house.desk.client()
    lan.cookies.update(await furnished_house.cookies("lan"))
    sheet = await lan.get("/can-bo/bao-cao/{report_commune}.png".format_map(furnished_house.names))
    _keep(sheet.content, pictures / f"ban-lam-viec-{SHEET}.png", width=794)
    shown = GUIDE.read_text("utf-8")
    assert [name for name in (*SIGHTS, SHEET) if f"ban-lam-viec-{name}.png" not in shown] == []


async def _taken(chromium: Browser, house: House, name: str) -> bytes:
    who, path, width, height = SIGHTS[name]
    async with AsyncExitStack() as left:
        context = await chromium.new_context(
            viewport={"width": width, "height": height},
            base_url=house.address,
            color_scheme="dark" if name in DARK else "light",
            locale="vi-VN",
        )
        left.push_async_callback(context.close)
        cookies = (await house.cookies(who)).items()
        await context.add_cookies([{"name": key, "value": value, "url": house.address} for key, value in cookies])
        page = await context.new_page()
        await page.goto(path.format_map(house.names))
        await page.evaluate("document.fonts.ready.then(() => true)")
        return await page.screenshot()


def _keep(picture: bytes, file: Path, width: int = 0) -> None:
    """In at most 128 colours, which is enough for a page of text."""
    drawn = Image.open(io.BytesIO(picture)).convert("RGB")
    if width:
        drawn = drawn.resize((width, drawn.height * width // drawn.width), Image.Resampling.LANCZOS)
    drawn.quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)
    assert file.stat().st_size < LARGEST, file.name
