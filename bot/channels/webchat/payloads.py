"""Parts as the JSON bodies that the page draws. A body without "own" is the bot's."""

from base64 import b64encode
from collections.abc import Mapping, Sequence

from bot.channels.channel import Part, Prepared, Refused
from bot.messages import Choice, Media, Paragraph

LARGEST_FILE = 1_000_000  # bytes of a file made for one person; it lies in the mailbox as base64

Body = Mapping[str, object]


def prepare(parts: Sequence[Part]) -> Prepared:
    """One body for each part; raises Refused for a file that is too large for a mailbox."""
    return Prepared(tuple(map(body, parts)))


def body(part: Part) -> Body:
    """{"paragraphs": [{"text", "tone"}], "buttons": [{"id", "key", "label"}], "screen", "media"}, no empty ones."""
    fields: dict[str, object] = {
        "paragraphs": [_paragraph(one) for one in part.paragraphs],
        "buttons": [_button(one) for one in part.buttons],
        "screen": part.screen,
        "media": part.media and _media(part.media),
    }
    return {name: value for name, value in fields.items() if value}


def own_words(text: str) -> Body:
    """What the person wrote or pressed, so that it stands in the history after a reload."""
    return {"own": text}


def _paragraph(paragraph: Paragraph) -> Body:
    return {"text": paragraph.text, "tone": paragraph.tone.value}


def _button(choice: Choice) -> Body:
    return {"id": choice.id, "key": choice.key, "label": choice.label}


def _media(media: Media) -> Body:
    """{"kind", "source", "alt"}, and "data" in base64 where the file was made for this person."""
    fields: Body = {"kind": media.kind.value, "source": media.source, "alt": media.alt}
    if media.data is None:
        return fields
    if len(media.data) > LARGEST_FILE:
        raise Refused(f"{media.source} has {len(media.data)} bytes, the web chat carries {LARGEST_FILE}")
    return {**fields, "data": b64encode(media.data).decode()}
