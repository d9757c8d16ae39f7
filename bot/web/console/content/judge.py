"""What is wrong with a text: quickly by itself, or by all checks of `camtay lessons check` in the whole folder."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from bot.advice.book.answer_check import check_answers
from bot.advice.catalogue_check import check_catalogue
from bot.learning.check import check_folder
from bot.learning.lesson_folder import Stamp, look, look_into
from bot.notices.known import HARD_IN_NOTICES
from bot.notices.template_check import check_templates
from bot.recordings import HEAD, OF_LESSONS
from bot.translations import Words
from bot.web.console.content.places import FOLDERS, Kind, Place


class Mistake(Protocol):
    """What every check calls a mistake: its file, its line, and what to write instead."""

    @property
    def file(self) -> str:
        """Its path below the lessons folder."""
        ...

    @property
    def line(self) -> int:
        """From 1."""
        ...

    @property
    def message(self) -> str:
        """In Vietnamese."""
        ...

    def said(self, words: Words) -> str:
        """In the reader's language."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What keeps a text from being published: its own mistakes, and those that other files would get by it."""

    own: tuple[Mistake, ...] = ()
    others: tuple[Mistake, ...] = ()

    @property
    def good(self) -> bool:
        """Whether it may become live."""
        return not (self.own or self.others)


Stamps = tuple[tuple[str, Stamp], ...]
Check = Callable[[Path, date], Sequence[Mistake]]


def _lessons(root: Path, today: date) -> Sequence[Mistake]:
    report = check_folder(root, today)
    return (*report.mistakes, *report.directory_mistakes)


CHECKS: Mapping[str, Check] = {
    "lessons": _lessons,
    "scams": lambda root, today: check_catalogue(root, today).mistakes,
    "answers": lambda root, today: check_answers(root, today).mistakes,
    "templates": lambda root, today: check_templates(root, today).mistakes,
}
READS: Mapping[str, tuple[str, ...]] = {
    "lessons": ("khoa-hoc/", "danh-ba/", "hinh/", "tieng/"),
    "scams": ("lua-dao/", "khoa-hoc/", "danh-ba/"),
    "answers": ("hoi-dap/", "khoa-hoc/", "danh-ba/"),
    "templates": ("thong-bao-mau/", "danh-ba/"),
}
# Whom a file of each kind may concern: scam types and answers name lessons, and tables are asked by all.
CONCERNED: Mapping[Kind, tuple[str, ...]] = {
    Kind.LESSON: ("lessons", "scams", "answers"),
    Kind.COURSE: ("lessons",),
    Kind.SCAM: ("scams",),
    Kind.ANSWER: ("answers",),
    Kind.TEMPLATE: ("templates",),
    Kind.TABLE: tuple(CHECKS),
}


def judge(root: Path, place: Place, text: str | None, today: date) -> Verdict:
    """The verdict on a folder in which this file had this text (None: were not there). Blocking, up to seconds."""
    checks = CONCERNED[place.kind]
    before = {_known(one) for one in found(root, today, checks)}
    with TemporaryDirectory() as scratch:
        _copy(root, Path(scratch), place, text)
        after = [one for check in checks for one in CHECKS[check](Path(scratch), today)]
    own = tuple(one for one in after if one.file == place.path and text is not None)
    others = tuple(one for one in after if one.file != place.path or text is None)
    return Verdict(own, tuple(one for one in others if _known(one) not in before))


def found(root: Path, today: date, checks: Sequence[str] = tuple(CHECKS)) -> tuple[Mistake, ...]:
    """Every mistake in the folder now; a check is run again where a file has changed that it reads. Blocking."""
    seen = stamps(root)
    return tuple(one for check in checks for one in _report(check, root, today, _read_by(check, seen)))


def stamps(root: Path) -> Stamps:
    """Every file that a check reads, and by what its content is known: the same stamps, the same mistakes."""
    return tuple(sorted(_files(root)))


@lru_cache(maxsize=32)
def _report(check: str, root: Path, today: date, stamps: Stamps) -> tuple[Mistake, ...]:
    """The stamps are what it is remembered by."""
    return tuple(CHECKS[check](root, today))


def _read_by(check: str, seen: Stamps) -> Stamps:
    """Those of the tables, and of the rooms that the check reads."""
    return tuple(one for one in seen if "/" not in one[0] or one[0].startswith(READS[check]))


def _files(root: Path) -> Iterator[tuple[str, Stamp]]:
    """Everything that a check reads."""
    yield from look(root).files.items()
    for room in FOLDERS.values():
        yield from look_into(root, room).files.items()
    hard = root / HARD_IN_NOTICES
    if hard.is_file():
        yield HARD_IN_NOTICES, Stamp(hard.stat().st_mtime_ns, hard.stat().st_size)


def _copy(root: Path, scratch: Path, place: Place, text: str | None) -> None:
    """The folder as it would be."""
    for path, _ in _files(root):
        (scratch / path).parent.mkdir(parents=True, exist_ok=True)
        if path != place.path:
            with suppress(FileNotFoundError):  # taken away meanwhile
                _copy_file(root / path, scratch / path, whole=not path.startswith(f"{OF_LESSONS}/"))
    if text is not None:
        (scratch / place.path).parent.mkdir(parents=True, exist_ok=True)
        (scratch / place.path).write_text(text, "utf-8")


def _copy_file(file: Path, copy: Path, whole: bool) -> None:
    """Of a recording the beginning only, as long as the whole: nothing more of it is judged."""
    if whole:
        shutil.copyfile(file, copy)
        return
    with file.open("rb") as opened, copy.open("wb") as written:
        written.write(opened.read(HEAD))
        written.truncate(file.stat().st_size)


def _known(one: Mistake) -> tuple[str, str]:
    return one.file, one.message
