"""Everything that people write, by rooms, with what is wrong and how lessons go."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from starlette.responses import Response

from bot.storage.counting.lesson_figures import LessonFigures
from bot.storage.editing import drafts, revisions, second_person
from bot.storage.editing.drafts import Draft
from bot.storage.editing.revisions import Revision
from bot.vietnamese.fold import fold
from bot.web.console.at import At
from bot.web.console.content.asked import few, page
from bot.web.console.content.checking import Checking
from bot.web.console.content.files import Unreadable, listed, read, writable
from bot.web.console.content.learnt import Learnt
from bot.web.console.content.places import NAMES, TABLE_NAMES, Kind, Place
from bot.web.console.content.publishing import today

SIGNED = ("nguoi duyet", "nguoi phu trach")  # lines that name who agreed, without marks
OF_COURSES = (Kind.LESSON, Kind.COURSE)
HEAD = 20  # lines of a file in which its code and its reviewer stand
LONGEST_NAME = 20  # letters of the name of such a line
NOBODY = LessonFigures()


@dataclass(frozen=True, slots=True)
class Line:
    """One file in the list; `unsigned`: nobody has agreed to its words yet."""

    place: Place
    title: str
    code: str = ""
    mistakes: int | None = None  # None: nobody has counted yet
    unsigned: bool = False
    figures: LessonFigures = NOBODY

    @property
    def id(self) -> str:
        """A name for its state on the page."""
        return f"tinh-trang-{sha256(self.place.path.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class CourseLines:
    """One course with its lessons; without a heading where that does not match what was asked for."""

    name: str
    heading: Line | None
    lessons: Sequence[Line]

    @property
    def count(self) -> int:
        """How many lessons."""
        return len(self.lessons)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the database says beside the files."""

    mine: Mapping[str, Draft]
    figures: Mapping[str, LessonFigures]
    waiting: int
    gone: Sequence[Revision]


NOTHING_KEPT = Kept({}, {}, 0, ())


async def rooms(at: At) -> Response:
    """All rooms, or what is asked for by words or by code."""
    asked = _asked(at)
    root = at.console.lessons_dir
    kept, counts = await _kept(at), await _counts(at)
    lines = await asyncio.to_thread(_lines, root, at, kept, counts)
    wanted = [line for line in lines if _matches(line, fold(asked))]
    closed = not await asyncio.to_thread(writable, root)
    told = {"names": NAMES, "asked": asked, "count": len(wanted), "closed": closed, "few": few(at)}
    told["checking"] = counts is None
    shown = {"rooms_of": _by_kind(wanted), "courses": _courses(wanted), "lesson": Kind.LESSON}
    return page(at, "list", 200, kept=kept, **shown, **told)


async def states(at: At) -> Response:
    """The state of every file, for a page that has waited for it; nothing (204) while it is still being found out."""
    counts = await _counts(at)
    if counts is None:
        return Response(status_code=204)
    root = at.console.lessons_dir
    lines = await asyncio.to_thread(_lines, root, at, NOTHING_KEPT, counts)
    wanted = [line for line in lines if _matches(line, fold(_asked(at)))]
    return page(at, "states", lines=wanted, count=len(lines))


def _asked(at: At) -> str:
    """The words or the code that one looks for."""
    return " ".join(at.request.query_params.get("tim", "").split())[:100]


async def _counts(at: At) -> Mapping[str, int] | None:
    checking: Checking = at.request.app.state.checking
    return await checking.counts(at.console.lessons_dir, today(at))


async def _kept(at: At) -> Kept:
    learnt: Learnt = at.request.app.state.learnt
    figures = await learnt.figures()
    return await at.read(
        lambda tx: Kept(drafts.drafts(tx, at.officer.id), figures, second_person.how_many(tx), revisions.retired(tx))
    )


def _lines(root: Path, at: At, kept: Kept, counts: Mapping[str, int] | None) -> Sequence[Line]:
    mistakes = (lambda path: None) if counts is None else (lambda path: counts.get(path, 0))
    return [_line(root, place, mistakes(place.path), at, kept) for place in listed(root)]


def _line(root: Path, place: Place, mistakes: int | None, at: At, kept: Kept) -> Line:
    if place.kind is Kind.TABLE:
        return Line(place, at.say(TABLE_NAMES[place.path]), place.stem, mistakes)
    title, code, signed = _head(root, place)
    unsigned = place.kind is not Kind.COURSE and not signed
    figures = kept.figures.get(code, NOBODY) if place.kind is Kind.LESSON else NOBODY
    return Line(place, title or place.stem, code, mistakes, unsigned, figures)


def _head(root: Path, place: Place) -> tuple[str, str, bool]:
    try:
        return _head_at(root, place, (root / place.path).stat().st_mtime_ns)
    except (Unreadable, OSError):
        return "", "", False


@lru_cache(maxsize=2000)
def _head_at(root: Path, place: Place, _changed_ns: int) -> tuple[str, str, bool]:
    """Title, code and whether somebody has signed, read again when the file has changed."""
    head = (read(root, place) or "").split("\n", HEAD)[:HEAD]
    title = next((line[2:].strip() for line in head if line.startswith("# ")), "")
    parts = (line.partition(":") for line in head)
    said = {fold(name): value.strip() for name, colon, value in parts if colon and len(name) <= LONGEST_NAME}
    return title, said.get("ma", ""), any(said.get(name) for name in SIGNED)


def _matches(line: Line, asked: str) -> bool:
    return all(word in fold(f"{line.title} {line.code} {line.place.path}") for word in asked.split())


def _by_kind(lines: Sequence[Line]) -> Mapping[Kind, Sequence[Line]]:
    """All that belongs to no course."""
    alone = [kind for kind in Kind if kind not in OF_COURSES]
    return {kind: [line for line in lines if line.place.kind is kind] for kind in alone}


def _courses(lines: Sequence[Line]) -> Sequence[CourseLines]:
    own = [line for line in lines if line.place.kind in OF_COURSES]
    found = []
    for name, some in groupby(own, key=lambda line: line.place.lesson_file.course):
        of_course = list(some)
        heading = next((line for line in of_course if line.place.kind is Kind.COURSE), None)
        found.append(CourseLines(name, heading, [one for one in of_course if one.place.kind is Kind.LESSON]))
    return found
