"""The short form of a notice in an approved transaction template, which may be sent for a year after the last word."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.channels.channel import Part
from bot.channels.long_text import cut, length
from bot.channels.zalo_oa.callback import write_callback
from bot.messages import Choice, Paragraph, Tone
from bot.translations import mark

# By the official documentation of transaction templates.
LONGEST_HEADER = 100
LONGEST_TEXT = 250
MOST_TEXTS = 2
LONGEST_VALUE = 100
MOST_BUTTONS = 4
LONGEST_TITLE = 35
CODE = mark("Mã kiểm tra")  # a table has to name something by "Mã …"
WHOLE = mark("Đọc toàn văn")
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Whole:
    """By which code a notice is told, and where all of it can be read."""

    code: str
    url: str


@dataclass(frozen=True, slots=True)
class Template:
    """`type` as Zalo approved it, for example transaction_education; `whole` knows a notice by the id of its screen."""

    type: str
    whole: Callable[[str], Whole | None]


def short_form(parts: Sequence[Part], template: Template) -> Mapping[str, Any] | None:
    """The message; None for what is no notice, because a template has to name it by a code."""
    screen = next((part.screen for part in parts if part.screen), "")
    whole = template.whole(screen) if screen else None
    if whole is None:
        return None
    paragraphs = [paragraph for part in parts for paragraph in part.paragraphs if paragraph.text.strip()]
    payload = {
        "template_type": template.type,
        "language": "VI",
        "elements": [*_elements(paragraphs, whole)],
        "buttons": [_link(whole), *_presses(parts, screen)],
    }
    return {"attachment": {"type": "template", "payload": payload}}


def _elements(paragraphs: Sequence[Paragraph], whole: Whole) -> Iterator[Mapping[str, Any]]:
    """How urgent and what; then what happened, and what to do, which is never the part that is cut off."""
    heads = [paragraph.text for paragraph in paragraphs if paragraph.tone in {Tone.LEVEL, Tone.TITLE}]
    happened = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.tone is Tone.PLAIN)
    to_do = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.tone is Tone.ACTION)
    yield {"type": "header", "content": _short(": ".join(heads) or happened, LONGEST_HEADER), "align": "left"}
    for text in filter(None, (to_do, happened)):
        yield {"type": "text", "content": _short(text, LONGEST_TEXT), "align": "left"}
    yield {"type": "table", "content": [{"key": CODE, "value": _short(whole.code, LONGEST_VALUE)}]}


def _link(whole: Whole) -> Mapping[str, Any]:
    return {"title": WHOLE, "type": "oa.open.url", "payload": {"url": whole.url}, "image_icon": ""}


def _presses(parts: Sequence[Part], screen: str) -> Iterator[Mapping[str, Any]]:
    fitting = (choice for part in parts for choice in part.buttons if length(_title(choice)) <= LONGEST_TITLE)
    for choice in islice(fitting, MOST_BUTTONS - 1):
        payload = write_callback(screen, choice)
        yield {"title": _title(choice), "type": "oa.query.hide", "payload": payload, "image_icon": ""}


def _title(choice: Choice) -> str:
    return f"{choice.key}. {choice.label}" if choice.key else choice.label


def _short(text: str, longest: int) -> str:
    return text if length(text) <= longest else next(cut(text, longest - len(_CUT))) + _CUT
