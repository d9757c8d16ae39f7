"""The book of answers: every approved one in `lessons/hoi-dap` as it is now, and the watch over it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.advice.book.answer_file import read_answer
from bot.advice.book.answer_mistakes import AnswerMistake
from bot.advice.book.answer_names import ID, ROOM
from bot.advice.knowledge import Answer
from bot.advice.room import Room, RoomEntry, RoomWatch
from bot.learning.mistakes import Mistake, mistake
from bot.vietnamese.fold import words

AnswerBook = Room[Answer]


def read_answers(folder: Path) -> AnswerBook:
    """The answers of this lessons folder now; nothing is raised, what is wrong is in `mistakes`."""
    return watch_answers(folder).poll() or AnswerBook()


def watch_answers(folder: Path) -> RoomWatch[Answer]:
    """The watch over the answers of this lessons folder; a broken file never takes the place of the good one."""
    return RoomWatch(folder, ROOM, read_answer, _each_once)


def _each_once(entries: Sequence[RoomEntry[Answer]], mistakes: list[Mistake]) -> Iterator[RoomEntry[Answer]]:
    """No `mã` twice; a question that stands in two files keeps neither out, but is noted."""
    ids: dict[str, str] = {}
    asked: dict[tuple[str, ...], str] = {}
    for entry in entries:
        id = entry.thing.id
        if id in ids:
            values = {"id": id, "other": ids[id]}
            mistakes.append(mistake(entry.file, entry.line_of(ID), AnswerMistake.DOUBLED_ID, values))
            continue
        ids[id] = entry.file
        mistakes.extend(_asked_elsewhere(entry, asked))
        yield entry


def _asked_elsewhere(entry: RoomEntry[Answer], asked: dict[tuple[str, ...], str]) -> Iterator[Mistake]:
    for way in (entry.thing.question, *entry.thing.ways):
        other = asked.setdefault(words(way), entry.file)
        if other != entry.file:
            line = max(entry.line_of(f"- {way}"), entry.line_of(f"# {way}"))
            yield mistake(entry.file, line, AnswerMistake.ASKED_TWICE, {"text": way, "other": other})
