"""Posters for the tests, and what can be read in their SVG."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from bot.areas import Commune, commune
from bot.poster import Poster, Way, telegram_way, web_way

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2026, 11, 21)
DRAWING = (Path(__file__).parents[2] / "lessons/hinh/dung-hoi-goi-lai.svg").read_text("utf-8")
WEB, TELEGRAM = "https://xa.example.vn/?xa=00004", "https://t.me/TenBotCuaXa_bot?start=xa-00004"


def known(code: str = "00004") -> Commune:
    """The commune with this code."""
    found = commune(code)
    assert found
    return found


def ways(code: str = "00004", url: str = "https://xa.example.vn", bot: str = "TenBotCuaXa_bot") -> tuple[Way, Way]:
    """Both channels."""
    return web_way(url, code), telegram_way(bot, code)


def poster(
    code: str = "00004", runner: str = "Ban thông tin cơ sở", drawing: str = DRAWING, shown: int = 2
) -> ET.Element:
    """The SVG of a poster with so many of the ways."""
    return ET.fromstring(Poster(known(code), runner, ways(code)[:shown], DAY, drawing).svg())


def texts(svg: ET.Element) -> list[str]:
    """What stands on the poster, line by line."""
    return [node.text or "" for node in svg.iter(f"{SVG}text")]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Pixels of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Rectangle") -> bool:
        """Whether the other lies inside."""
        across = self.left <= other.left + 0.1 and other.right <= self.right + 0.1
        return across and self.top <= other.top and other.bottom <= self.bottom

    def meets(self, other: "Rectangle") -> bool:
        """Whether they have a part in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def lines(svg: ET.Element) -> Iterator[tuple[str, Rectangle]]:
    """Every text with its place, from the highest of its marks to the lowest."""
    for node in svg.iter(f"{SVG}text"):
        x, y, size, wide = (float(node.attrib[name]) for name in ("x", "y", "font-size", "textLength"))
        left = x - wide / 2 if node.get("text-anchor") == "middle" else x
        yield node.text or "", Rectangle(left, y - 0.95 * size, left + wide, y + 0.25 * size)


def frames(svg: ET.Element) -> list[Rectangle]:
    """The boxes that are drawn with a line around them."""
    boxes = [node for node in svg.iter(f"{SVG}rect") if node.get("stroke") and node.get("stroke-width") == "2.5"]
    return [_rectangle(node) for node in boxes]


def _rectangle(node: ET.Element) -> Rectangle:
    x, y, wide, high = (float(node.attrib[name]) for name in ("x", "y", "width", "height"))
    return Rectangle(x, y, x + wide, y + high)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as it is drawn: its modules row by row, and where it stands with its quiet zone."""

    address: str
    modules: tuple[tuple[int, ...], ...]
    place: Rectangle


def codes(svg: ET.Element) -> list[Code]:
    """All of them from left to right."""
    groups = [node for node in svg.iter(f"{SVG}g") if node.get("shape-rendering") == "crispEdges"]
    return [_code(group) for group in groups]


def _code(group: ET.Element) -> Code:
    outer = group[0]
    side = int(outer[0].attrib["viewBox"].split()[-1])
    dark = set(_dark(outer[0][0].attrib["d"]))
    modules = tuple(tuple(int((x, y) in dark) for x in range(side)) for y in range(side))
    return Code(group.attrib["aria-label"], modules, _rectangle(outer))


def _dark(path: str) -> Iterator[tuple[int, int]]:
    """The modules that a path of level strokes runs through."""
    x, y = 0, 0.0
    for move, across, down in re.findall(r"([Mmh])(-?\d+)(?: (-?[\d.]+))?", path):
        if move == "h":
            yield from ((x + n, int(y)) for n in range(int(across)))
            x += int(across)
        else:
            x, y = (int(across), float(down)) if move == "M" else (x + int(across), y + float(down))
