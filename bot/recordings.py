"""What somebody has read aloud: notices below the data folder, named by their content so that none is ever changed;
cards of lessons beside the lessons, named as whoever wrote the lesson pleased."""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FOLDER = "ghi-am"
OF_LESSONS = "tieng"  # below the lessons folder
LARGEST = 2 * 1024 * 1024  # bytes: some four minutes of speech, and what a phone on a weak network still loads
TYPES: Mapping[str, str] = {"ogg": "audio/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac"}
_SOURCE = re.compile(rf"{FOLDER}/(?P<name>[0-9a-f]{{64}}\.(?:{'|'.join(TYPES)}))")
_OF_LESSON = re.compile(rf"{OF_LESSONS}/(?:[A-Za-z0-9_-]+/){{0,3}}[A-Za-z0-9_-]+\.(?:{'|'.join(TYPES)})")
HEAD = 12  # bytes that tell what a file is

Find = Callable[[str], Path | None]  # where the recording with this source lies


@dataclass(frozen=True, slots=True)
class Sound:
    """A file as far as it matters whether it can be played: its bytes, and the ending that its content calls for."""

    size: int
    kind: str  # "" for what is no recording, whatever it is called


class RecordingError(Exception):
    """A recording was not kept; the class says why."""


class NotARecording(RecordingError):
    """The content is neither Ogg, MP3, M4A nor AAC, whatever the file is called."""


class RecordingTooLarge(RecordingError):
    """The content has more than LARGEST bytes."""


def keep(data: Path, content: bytes) -> str:
    """The source of a recording that is kept from now on; raises NotARecording or RecordingTooLarge."""
    source = f"{FOLDER}/{sha256(content).hexdigest()}.{ending_of(content)}"
    file = data / source
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        unfinished = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        unfinished.write_bytes(content)
        unfinished.replace(file)
    return source


def ending_of(content: bytes) -> str:
    """The ending under which a whole content may be kept; raises NotARecording or RecordingTooLarge."""
    if len(content) > LARGEST:
        raise RecordingTooLarge(f"more than {LARGEST} bytes")
    kind = kind_of(content)
    if not kind:
        raise NotARecording("neither Ogg, MP3, M4A nor AAC")
    return kind


def file_of(data: Path, source: str) -> Path | None:
    """Where a recording lies; None for whatever is none, or is gone."""
    found = _SOURCE.fullmatch(source)
    file = data / FOLDER / found["name"] if found else None
    return file if file and file.is_file() else None


def names_lesson_file(source: str) -> bool:
    """Whether a recording of a lesson may be called that: a plain path in its own folder, which no network changes."""
    return _OF_LESSON.fullmatch(source) is not None


def lesson_file(lessons: Path, source: str) -> Path | None:
    """Where the recording of a card lies; None for whatever is none, is too large, or leads out of the folder."""
    file = (lessons / source).resolve() if names_lesson_file(source) else None
    if file is None or not file.is_relative_to(lessons.resolve()) or not file.is_file():
        return None
    found = sound(file)
    return file if found.kind and found.size <= LARGEST else None


def finder(data: Path, lessons: Path) -> Find:
    """A function that says where any recording lies, of a notice or of a card."""
    return lambda source: file_of(data, source) or lesson_file(lessons, source)


def beside(pictures: Callable[[str], bytes | None], find: Find) -> Callable[[str], bytes | None]:
    """A function that gives the content of a recording, and of everything else what `pictures` does."""

    def content(source: str) -> bytes | None:
        file = find(source)
        return file.read_bytes() if file else pictures(source)

    return content


def sound(file: Path) -> Sound:
    """What a file is by its first bytes; raises OSError where it cannot be read."""
    with file.open("rb") as opened:
        return Sound(file.stat().st_size, kind_of(opened.read(HEAD)))


def kind_of(content: bytes) -> str:
    """Which of TYPES a content is by how it begins; "" for none of them."""
    if content.startswith(b"OggS"):
        return "ogg"
    if content[4:8] == b"ftyp":
        return "m4a"
    if content[:2] in (b"\xff\xf1", b"\xff\xf9"):
        return "aac"
    if content.startswith(b"ID3") or content[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"):
        return "mp3"
    return ""
