"""Parts as calls of the Bot API. Plain text and offsets of what is bold, never markup: so nothing needs escaping.

A body holds "method" and that method's fields; in place of a file's field it holds "file", a File.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath

from bot.channels.channel import Capabilities, Part, Prepared
from bot.channels.long_text import cut, length
from bot.channels.telegram.callback import write_callback
from bot.messages import Choice, Media, MediaKind, Paragraph, Tone

LONGEST_TEXT = 4096  # as `length` counts
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
BOLD = frozenset({Tone.TITLE})
CAPABILITIES = Capabilities(
    longest_text=LONGEST_TEXT,
    buttons=10,
    longest_label=60,  # longer ones are cut off on a telephone, so they are better read above their numbers
    pictures=True,
    voice=True,
    files=True,
    edit=True,
    withdraw=True,
    tones=True,
)

Body = Mapping[str, object]
FileOf = Callable[[str], bytes | None]  # the content of a Media.source; of a drawing as PNG


@dataclass(frozen=True, slots=True)
class File:
    """A file to upload. `key` names its content in the MediaCache; "" for what was made for one person."""

    name: str
    data: bytes = field(repr=False)
    key: str = ""


_OPENINGS = {  # by (without a sound, paid for above the free rate)
    (False, False): b'{"chat_id":%d,',
    (True, False): b'{"disable_notification":true,"chat_id":%d,',
    (False, True): b'{"allow_paid_broadcast":true,"chat_id":%d,',
    (True, True): b'{"disable_notification":true,"allow_paid_broadcast":true,"chat_id":%d,',
}


class Words(dict[str, object]):
    """The body of a sendMessage; however many people get it, its JSON is written once."""

    def to(self, chat: int, *, quiet: bool, paid: bool = False) -> bytes:
        """The whole request for one person; raises UnicodeError for half of a surrogate pair."""
        return _OPENINGS[quiet, paid] % chat + self._rest

    @cached_property
    def _rest(self) -> bytes:
        fields = {name: value for name, value in self.items() if name != "method"}
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()[1:]


METHODS = {MediaKind.PICTURE: "sendPhoto", MediaKind.VOICE: "sendVoice", MediaKind.FILE: "sendDocument"}


def prepare(parts: Sequence[Part], file_of: FileOf) -> Prepared:
    """The calls for the parts, in order; raises Refused for a button whose names are too long."""
    return Prepared(tuple(body for part in parts for body in _bodies(part, file_of)))


def _bodies(part: Part, file_of: FileOf) -> Iterator[Body]:
    if part.media:
        file = _file(part.media, file_of)
        if file:
            yield _file_body(part.media, file)
        else:
            part = _in_words(part, part.media)
    if part.text.strip():
        yield _text_body(part)


def _in_words(part: Part, media: Media) -> Part:
    """The part with the file's words in place of a file that cannot be found."""
    return replace(part, paragraphs=(Paragraph(media.words or media.alt), *part.paragraphs))


def _text_body(part: Part) -> Body:
    fields: dict[str, object] = {
        "method": "sendMessage",
        "text": part.text,
        "entities": _entities(part.paragraphs),
        "link_preview_options": {"is_disabled": True},
        "reply_markup": _keyboard(part),
    }
    return Words((name, value) for name, value in fields.items() if value)


def _file_body(media: Media, file: File) -> Body:
    caption = next(cut(media.alt, LONGEST_CAPTION), "")
    return {"method": METHODS[media.kind], "file": file, **({"caption": caption} if caption else {})}


def _file(media: Media, file_of: FileOf) -> File | None:
    """What was made for one person is not kept for others: it gets no key."""
    path = PurePosixPath(media.source)
    name = path.with_suffix(".png").name if media.kind is MediaKind.PICTURE and path.name else path.name
    if media.data is not None:
        return File(name, media.data)
    data = file_of(media.source)
    return File(name, data, sha256(media.kind.value.encode() + b"\0" + data).hexdigest()) if data else None


def _keyboard(part: Part) -> Body | None:
    """One button in each row, so that a whole answer can be read on a narrow telephone."""
    rows = [[_button(part.screen, choice)] for choice in part.buttons]
    return {"inline_keyboard": rows} if rows else None


def _button(screen: str, choice: Choice) -> Body:
    label = f"{choice.key}. {choice.label}" if choice.key else choice.label
    return {"text": label, "callback_data": write_callback(screen, choice)}


def _entities(paragraphs: Sequence[Paragraph]) -> list[Body]:
    """Where the bold paragraphs stand in Part.text, in UTF-16 units."""
    found: list[Body] = []
    offset = 0
    for paragraph in paragraphs:
        bold = paragraph.text.strip()
        if paragraph.tone in BOLD and bold:
            before = length(paragraph.text) - length(paragraph.text.lstrip())
            found.append({"type": "bold", "offset": offset + before, "length": length(bold)})
        offset += length(paragraph.text) + 2
    return found[:MOST_ENTITIES]
