"""What stands in the editor: a text, what it becomes, and what keeps it from being published."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.learning.lesson import Lesson
from bot.learning.lesson_folder import DIRECTORY
from bot.storage.editing import revisions
from bot.storage.editing.drafts import Draft
from bot.web.console.at import At
from bot.web.console.content.asked import few, page, title_of
from bot.web.console.content.judge import Mistake, Verdict
from bot.web.console.content.learnt import Learnt
from bot.web.console.content.places import NAMES, Place
from bot.web.console.content.publishing import GOOD
from bot.web.console.content.reading import Reading, reading
from bot.web.console.content.rows import columns
from bot.web.console.content.shown import WAYS, Laid, laid_out


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the editor, and what keeps it from being published."""

    place: Place
    text: str
    base: str
    why: str = ""
    draft: Draft | None = None
    verdict: Verdict = GOOD
    shut: bool = False
    no_reason: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What the text is read as."""

    reading: Reading
    laid: Sequence[Laid]


async def look(at: At, here: Place, text: str) -> Seen:
    """What the text is read as, and its screens."""
    found = await asyncio.to_thread(reading, at.console.lessons_dir, here, text)
    world = at.console.content.world
    return Seen(found, await asyncio.to_thread(lambda: laid_out(found.thing, here, text, world, at.now)))


async def shown(at: At, sheet: Sheet, status: int = 200) -> Response:
    """The editor with this text."""
    seen = await look(at, sheet.place, sheet.text)
    mistakes: Sequence[Mistake] = sheet.verdict.own or seen.reading.mistakes
    live = await at.read(lambda tx: revisions.live(tx, sheet.place.path))
    lesson = _live_lesson(at, seen)
    learnt: Learnt = at.request.app.state.learnt
    figures = await learnt.figures_of(lesson.id, lesson.version) if lesson else None
    return page(
        at,
        "edit",
        status,
        sheet=sheet,
        place=sheet.place,
        seen=seen,
        ways=WAYS,
        mistakes=mistakes,
        kind=NAMES[sheet.place.kind],
        title=title_of(at, sheet.place, sheet.text),
        lesson=lesson,
        figures=figures,
        few=few(at),
        columns=columns(sheet.text) if sheet.place.path.startswith(DIRECTORY) else (),
        stale=bool(sheet.draft) and live is not None and live.hash != sheet.base,
    )


def _live_lesson(at: At, seen: Seen) -> Lesson | None:
    """The lesson that people learn from now, whose figures are worth knowing."""
    read = seen.reading.thing
    return at.console.content.world.library.lesson(read.id, read.language) if isinstance(read, Lesson) else None
