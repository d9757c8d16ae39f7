"""Parts as messages of the OpenAPI. Plain text only: Zalo has no markup, so nothing needs escaping.

A body holds "message", and "file", a File, where that message names an upload; the first body of a screen may hold
"template", the form in which it goes to people to whom an ordinary message may no longer be sent.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from bot.channels.channel import Capabilities, Part, Prepared
from bot.channels.long_text import cut, length
from bot.channels.zalo_oa.callback import write_callback
from bot.channels.zalo_oa.template import Template, short_form
from bot.messages import Choice, Media, MediaKind, Paragraph

# By the official documentation.
LONGEST_TEXT = 2000
MOST_BUTTONS = 5
LONGEST_TITLE = 100
WINDOW = timedelta(days=7)  # after a person's last message; official documentation of consultation messages
LARGEST_PICTURE = 1_000_000  # bytes
LARGEST_FILE = 5_000_000
PICTURES = {b"\x89PNG\r\n\x1a\n": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg")}
FILES = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".csv": "text/csv",
}
CAPABILITIES = Capabilities(
    longest_text=LONGEST_TEXT,
    buttons=MOST_BUTTONS,
    longest_label=LONGEST_TITLE - len("1. "),
    pictures=True,
    files=True,
    window=WINDOW,
)

Body = Mapping[str, Any]
FileOf = Callable[[str], bytes | None]  # the content of a Media.source; of a drawing as PNG


class Upload(Enum):
    """Where a file is put; the value is the end of the path."""

    PICTURE = "image"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class File:
    """A file to upload. `key` names its content in the MediaCache; "" for what was made for one person."""

    upload: Upload
    name: str
    mime: str
    data: bytes = field(repr=False)
    key: str = ""


def prepare(parts: Sequence[Part], file_of: FileOf, template: Template | None = None) -> Prepared:
    """The messages for the parts, in order; raises Refused for a button whose names are too long."""
    bodies = [body for part in parts for body in _bodies(part, file_of)]
    short = short_form(parts, template) if bodies and template else None
    if short:
        bodies[0] = {**bodies[0], "template": short}
    return Prepared(tuple(bodies))


def attached(body: Body, id: str) -> Body:
    """The message of a body with its file under the id that Zalo gave it."""
    file: File = body["file"]
    if file.upload is Upload.FILE:
        return {**body["message"], "attachment": {"type": "file", "payload": {"token": id}}}
    picture = {"media_type": "image", "attachment_id": id}
    payload = {"template_type": "media", "elements": [picture]}
    return {**body["message"], "attachment": {"type": "template", "payload": payload}}


def button(screen: str, choice: Choice, longest: int = LONGEST_TITLE) -> Body:
    """A button that comes back without being seen in the chat."""
    label = f"{choice.key}. {choice.label}" if choice.key else choice.label
    title = label if length(label) <= longest else next(cut(label, longest))
    return {"title": title, "type": "oa.query.hide", "payload": write_callback(screen, choice)}


def _bodies(part: Part, file_of: FileOf) -> Iterator[Body]:
    if part.media:
        file = _file(part.media, file_of)
        alt = next(cut(part.media.alt, LONGEST_TEXT), "")
        if file is None:
            part = replace(part, paragraphs=(Paragraph(part.media.words or part.media.alt), *part.paragraphs))
        elif file.upload is Upload.PICTURE:
            yield {"message": {"text": alt} if alt else {}, "file": file}
        else:
            yield {"message": {}, "file": file}
            part = replace(part, paragraphs=(Paragraph(alt), *part.paragraphs))  # a file carries no words here
    *before, last = [*cut(part.text, LONGEST_TEXT)] or [""]
    for text in before:
        yield {"message": {"text": text}}
    if last:
        yield {"message": {"text": last, **_buttons(part)}}


def _buttons(part: Part) -> Body:
    buttons = [button(part.screen, choice) for choice in part.buttons]
    return {"attachment": {"type": "template", "payload": {"buttons": buttons}}} if buttons else {}


def _file(media: Media, file_of: FileOf) -> File | None:
    """None for what Zalo would not take. What was made for one person is not kept for others: it gets no key."""
    data = media.data if media.data is not None else file_of(media.source)
    kind = _kind(media, data) if data else None
    if data is None or kind is None:
        return None
    upload, name, mime = kind
    key = "" if media.data is not None else sha256(upload.value.encode() + b"\0" + data).hexdigest()
    return File(upload, name, mime, data, key)


def _kind(media: Media, data: bytes) -> tuple[Upload, str, str] | None:
    path = PurePosixPath(media.source)
    if media.kind is MediaKind.FILE:
        mime = FILES.get(path.suffix.lower())
        return (Upload.FILE, path.name, mime) if mime and len(data) <= LARGEST_FILE else None
    looks = next((look for head, look in PICTURES.items() if data.startswith(head)), None)
    if media.kind is not MediaKind.PICTURE or not looks or len(data) > LARGEST_PICTURE:
        return None
    suffix, mime = looks
    return Upload.PICTURE, f"{path.stem or 'picture'}.{suffix}", mime
