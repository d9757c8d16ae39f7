"""Notices read aloud by somebody: files below the data folder, named by their content so that none is ever changed."""

import re
import secrets
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

FOLDER = "ghi-am"
LARGEST = 2 * 1024 * 1024  # bytes: some four minutes of speech, and what a phone on a weak network still loads
TYPES: Mapping[str, str] = {"ogg": "audio/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac"}
_SOURCE = re.compile(rf"{FOLDER}/(?P<name>[0-9a-f]{{64}}\.(?:{'|'.join(TYPES)}))")


class RecordingError(Exception):
    """A recording was not kept; the class says why."""


class NotARecording(RecordingError):
    """The content is neither Ogg, MP3, M4A nor AAC, whatever the file is called."""


class RecordingTooLarge(RecordingError):
    """The content has more than LARGEST bytes."""


def keep(data: Path, content: bytes) -> str:
    """The source of a recording that is kept from now on; raises NotARecording or RecordingTooLarge."""
    if len(content) > LARGEST:
        raise RecordingTooLarge(f"more than {LARGEST} bytes")
    source = f"{FOLDER}/{sha256(content).hexdigest()}.{_suffix(content)}"
    file = data / source
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        unfinished = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        unfinished.write_bytes(content)
        unfinished.replace(file)
    return source


def file_of(data: Path, source: str) -> Path | None:
    """Where a recording lies; None for whatever is none, or is gone."""
    found = _SOURCE.fullmatch(source)
    file = data / FOLDER / found["name"] if found else None
    return file if file and file.is_file() else None


def beside(pictures: Callable[[str], bytes | None], data: Path) -> Callable[[str], bytes | None]:
    """A function that gives the content of a recording, and of everything else what `pictures` does."""

    def content(source: str) -> bytes | None:
        file = file_of(data, source)
        return file.read_bytes() if file else pictures(source)

    return content


def _suffix(content: bytes) -> str:
    """By what the content begins with."""
    if content.startswith(b"OggS"):
        return "ogg"
    if content[4:8] == b"ftyp":
        return "m4a"
    if content[:2] in (b"\xff\xf1", b"\xff\xf9"):
        return "aac"
    if content.startswith(b"ID3") or content[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"):
        return "mp3"
    raise NotARecording("neither Ogg, MP3, M4A nor AAC")
