"""What Zalo's Official Account shows to people who have been silent: the template that it lets through, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.channel import Part
from bot.channels.zalo_oa.payloads import WINDOW
from bot.channels.zalo_oa.template import Template, Whole, short_form
from bot.translations import Words, mark
from broadcasts.code import shown

IN_TIME = mark("Tin đầy đủ này tới người có nhắn cho trang Zalo OA trong {n} ngày qua.")
SHORTENED = mark(
    "Người im lặng lâu hơn, tới một năm, nhận bản ngắn dưới đây. Zalo chỉ cho gửi theo mẫu đã duyệt, lời dài bị cắt."
)
NOTHING = mark(
    "Người im lặng lâu hơn không nhận được gì qua Zalo OA, vì máy này chưa đặt mẫu Zalo đã duyệt. "
    "Ai có kênh khác thì nhận ở kênh ấy."
)
AFTER_THAT = mark("Quá một năm không nhắn thì Zalo OA không gửi được nữa.")


@dataclass(frozen=True, slots=True)
class Short:
    """The fields of a transaction template, as Zalo draws them from above."""

    head: str
    texts: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    buttons: tuple[str, ...]


def short(parts: Sequence[Part], template: str, url: str) -> Short | None:
    """The very fields that are sent; None where this machine has no template, or no address to read all of it at."""
    if not (template and url):
        return None
    message = short_form(parts, Template(template, lambda code: Whole(shown(code), f"{url}/k/{shown(code)}")))
    return _read(message["attachment"]["payload"]) if message else None


def told(words: Words, form: Short | None) -> tuple[str, ...]:
    """Who gets the whole text, and what everybody else gets."""
    rest = (SHORTENED, AFTER_THAT) if form else (NOTHING,)
    return words.say(IN_TIME, n=WINDOW.days), *map(words.say, rest)


def _read(payload: Mapping[str, Any]) -> Short:
    by_type: dict[str, list[Any]] = {}
    for element in payload["elements"]:
        by_type.setdefault(element["type"], []).append(element["content"])
    rows = tuple((row["key"], row["value"]) for table in by_type["table"] for row in table)
    [head] = by_type["header"]
    return Short(head, tuple(by_type.get("text", ())), rows, tuple(one["title"] for one in payload["buttons"]))
