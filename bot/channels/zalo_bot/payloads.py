"""Parts as calls of the Bot API: plain text with the places of what is large or bold, never markup to be escaped.

A body holds "method" and that method's fields. Pictures and voice are addresses that Zalo itself fetches; where it
cannot, what stands under "instead" is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from bot.channels.channel import Part, Prepared
from bot.channels.long_text import cut, length
from bot.messages import Media, MediaKind, Paragraph, Tone

LONGEST_TEXT = 2000  # characters, of a caption too; official documentation

Body = Mapping[str, object]

# Codes of official documentation: b is bold, f_18 and f_20 are sizes, 15 being the usual one.
LARGE = {tone: ("b", "f_20") if tone is Tone.TITLE else ("f_18",) for tone in Tone}
USUAL = {Tone.TITLE: ("b",)}

_SPOKEN = ".aac"  # nothing else is played
_RASTER = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})


@dataclass(frozen=True, slots=True)
class Look:
    """How messages look. `large` type is for elders; `files_url` is the public address of the lessons' files, "": none.

    A drawing `hinh/a.svg` is expected there as `hinh/a.png`, because Zalo shows no SVG.
    """

    large: bool = True
    files_url: str = ""

    def address_of(self, media: Media) -> str | None:
        """Where Zalo can fetch a file; None for what was made for one person, which must never lie in the open."""
        path = PurePosixPath(media.source)
        if not self.files_url or media.data is not None or not path.name:
            return None
        if media.kind is MediaKind.PICTURE and path.suffix.lower() not in _RASTER:
            path = path.with_suffix(".png")
        shown = media.kind is MediaKind.PICTURE or (media.kind is MediaKind.VOICE and path.suffix == _SPOKEN)
        return f"{self.files_url.rstrip('/')}/{quote(str(path))}" if shown else None


def prepare(parts: Sequence[Part], look: Look) -> Prepared:
    """The calls for the parts, in order; pure."""
    return Prepared(tuple(body for part in parts for body in _bodies(part, look)))


def _bodies(part: Part, look: Look) -> Iterator[Body]:
    paragraphs = part.paragraphs
    if part.media and (address := look.address_of(part.media)):
        yield _file_body(part.media, address)
    elif part.media:
        paragraphs = (Paragraph(part.media.words or part.media.alt), *paragraphs)
    for message in _messages(paragraphs):
        yield _text_body(message, look)


def _messages(paragraphs: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """The paragraphs as they are where they fit into one message, as layout sees to; else a message for each piece."""
    whole = Part(tuple(paragraphs)).text
    if length(whole) > LONGEST_TEXT:
        yield from ([Paragraph(text, one.tone)] for one in paragraphs for text in cut(one.text, LONGEST_TEXT))
    elif whole.strip():
        yield paragraphs


def _text_body(paragraphs: Sequence[Paragraph], look: Look) -> Body:
    body: dict[str, object] = {"method": "sendMessage", "text": Part(tuple(paragraphs)).text}
    styles = _styles(paragraphs, LARGE if look.large else USUAL)
    return {**body, "text_styles": styles} if styles else body


def _styles(paragraphs: Sequence[Paragraph], codes: Mapping[Tone, tuple[str, ...]]) -> list[Body]:
    """Where each style stands in Part.text, in UTF-16 units."""
    found: list[Body] = []
    offset = 0
    for paragraph in paragraphs:
        words = paragraph.text.strip()
        if words and paragraph.tone in codes:
            before = length(paragraph.text) - length(paragraph.text.lstrip())
            found.append({"start": offset + before, "len": length(words), "st": list(codes[paragraph.tone])})
        offset += length(paragraph.text) + 2
    return found


def _file_body(media: Media, address: str) -> Body:
    words = next(cut(media.alt, LONGEST_TEXT - 2), "")
    instead = {"instead": f"[{words}]"} if words else {}
    if media.kind is MediaKind.VOICE:
        return {"method": "sendVoice", "voice_url": address, **instead}
    return {"method": "sendPhoto", "photo": address, **({"caption": words} if words else {}), **instead}
