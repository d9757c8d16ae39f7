"""The files that the server keeps: uploaded once, known by their file_id from then on."""

import hashlib
import struct
from dataclasses import dataclass
from enum import Enum

from tests.telegram_server.calls import JSON, Call, Refused, Upload
from tests.telegram_server.limits import MOST_DOWNLOADED

PNG = b"\x89PNG\r\n\x1a\n"
PICTURES = (PNG, b"\xff\xd8\xff", b"RIFF", b"GIF8")


class Sort(Enum):
    """What a file is kept as: the parameter it comes in, and its name in Telegram's refusals."""

    PHOTO = "Photo"
    VOICE = "VoiceNote"
    AUDIO = "Audio"
    DOCUMENT = "Document"
    STICKER = "Sticker"

    @property
    def field(self) -> str:
        """The parameter of a request and the field of a message that holds such a file."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Stored:
    """A kept file."""

    id: str
    unique: str
    sort: Sort
    upload: Upload

    @property
    def path(self) -> str:
        """Where it can be downloaded, below `/file/bot<token>/`."""
        return f"{self.sort.field}s/{self.unique}/{self.upload.name or 'file'}"

    @property
    def described(self) -> JSON:
        """The file as getFile and all kinds of messages show it."""
        return {"file_id": self.id, "file_unique_id": self.unique, "file_size": len(self.upload.data)}

    def shown(self, seconds: int = 0) -> JSON:
        """The part of a message that holds this file."""
        field, name = self.sort.field, self.upload.name
        if self.sort is Sort.PHOTO:
            width, height = _dimensions(self.upload.data)
            small = {"file_id": f"{self.id}-s", "file_unique_id": f"{self.unique}s", "width": 90, "height": 67}
            return {field: [small, {**self.described, "width": width, "height": height}]}
        if self.sort in {Sort.VOICE, Sort.AUDIO}:
            return {field: {**self.described, "duration": seconds}}
        return {field: {**self.described, "file_name": name}}


class Files:
    """All files of one bot."""

    def __init__(self) -> None:
        self._kept: dict[str, Stored] = {}

    def keep(self, upload: Upload, sort: Sort) -> Stored:
        """Keep a file; each upload gets a file_id of its own, equal content the same unique id."""
        unique = hashlib.sha256(sort.field.encode() + upload.data).hexdigest()[:16]
        stored = Stored(f"{sort.value}-{len(self._kept) + 1}-{unique}", unique, sort, upload)
        self._kept[stored.id] = stored
        return stored

    def sent(self, call: Call, sort: Sort) -> Stored:
        """The file that a sending request means: an upload or the file_id of an earlier one."""
        if upload := call.upload(sort.field):
            if sort is Sort.PHOTO and not upload.data.startswith(PICTURES):
                raise Refused(400, "IMAGE_PROCESS_FAILED")
            plays = sort is not Sort.VOICE or _is_voice(upload.data)
            return self.keep(upload, sort if plays else Sort.DOCUMENT)
        named = call.text(sort.field)
        if not named:
            raise Refused(400, f"there is no {sort.field} in the request")
        if "://" in named:
            raise Refused(400, "failed to get HTTP URL content")
        return self._named(named, sort)

    def _named(self, file_id: str, sort: Sort) -> Stored:
        if (stored := self._kept.get(file_id.removesuffix("-s"))) is None:
            raise Refused(400, "wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
        if stored.sort is not sort:
            raise Refused(400, f"can't use file of type {stored.sort.value} as {sort.value}")
        return stored

    def to_download(self, file_id: str) -> Stored:
        """The file that getFile asks for."""
        if (stored := self._kept.get(file_id.removesuffix("-s"))) is None:
            raise Refused(400, "invalid file_id")
        if len(stored.upload.data) > MOST_DOWNLOADED:
            raise Refused(400, "file is too big")
        return stored

    def at(self, path: str) -> bytes | None:
        """The content behind a download address."""
        return next((stored.upload.data for stored in self._kept.values() if stored.path == path), None)


def _is_voice(data: bytes) -> bool:
    opus = data.startswith(b"OggS") and b"OpusHead" in data[:128]
    return opus or data.startswith((b"ID3", b"\xff\xfb", b"\xff\xf3")) or data[4:8] == b"ftyp"


def _dimensions(data: bytes) -> tuple[int, int]:
    if data.startswith(PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return 1280, 960
