"""The catalogue of scams: every type in `lessons/lua-dao` as it is now, and the watch over it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.advice.room import Room, RoomEntry, RoomWatch
from bot.advice.scam_file import WrittenScam, read_scam
from bot.advice.scam_mistakes import ScamMistake
from bot.advice.scam_names import CODE, ROOM
from bot.learning.mistakes import Mistake, mistake

Catalogue = Room[WrittenScam]


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue of this lessons folder now; nothing is raised, what is wrong is in `mistakes`."""
    return watch_catalogue(folder).poll() or Catalogue()


def watch_catalogue(folder: Path) -> RoomWatch[WrittenScam]:
    """The watch over the catalogue of this lessons folder; a broken file never takes the place of the good one."""
    return RoomWatch(folder, ROOM, read_scam, _each_code_once)


def _each_code_once(
    entries: Sequence[RoomEntry[WrittenScam]], mistakes: list[Mistake]
) -> Iterator[RoomEntry[WrittenScam]]:
    seen: dict[str, str] = {}
    for entry in entries:
        code = entry.thing.scam.code
        if code in seen:
            values = {"code": code, "other": seen[code]}
            mistakes.append(mistake(entry.file, entry.line_of(CODE), ScamMistake.DOUBLED_CODE, values))
        else:
            seen[code] = entry.file
            yield entry
