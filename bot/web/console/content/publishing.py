"""How a text becomes live: judged in the whole folder, begun in the database, put in its place, taken up at once."""

import asyncio
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from bot.conversation.visit import VIETNAM
from bot.storage.database import Transaction
from bot.storage.editing import drafts, revisions, second_person, two_people
from bot.storage.editing.revisions import Change, Stale, hash_of
from bot.storage.editing.second_person import Decision
from bot.web.console.at import At
from bot.web.console.content.files import NotWritable, put, read, stage
from bot.web.console.content.judge import Verdict, judge
from bot.web.console.content.places import Place
from bot.web.console.content.safety import about_safety

GOOD = Verdict()


class End(Enum):
    """How an attempt to publish ended."""

    LIVE = "live"
    MISTAKES = "mistakes"
    CLASH = "clash"  # somebody else was first
    ASKED = "asked"  # a second person has to agree
    SHUT = "shut"  # the folder takes no file


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, and for mistakes which."""

    end: End
    verdict: Verdict = GOOD


def today(at: At) -> date:
    """The day in Vietnam."""
    return at.now.astimezone(VIETNAM).date()


async def current(at: At, place: Place) -> str | None:
    """The text in the folder now (None: no file); one that was edited there by hand becomes a version. Unreadable."""
    newest = await at.read(lambda tx: revisions.newest_id(tx, place.path))
    text = await asyncio.to_thread(read, at.console.lessons_dir, place)
    known = await at.read(lambda tx: revisions.live(tx, place.path))
    if (known.hash if known else "") != hash_of(text):
        await at.write(lambda tx: revisions.notice(tx, place.path, text, newest, at.now))
    return text


async def publish(at: At, place: Place, change: Change) -> Outcome:
    """Make it live, or ask a second person where one has to agree. Unreadable where the place is no plain file."""
    root = at.console.lessons_dir
    verdict = await asyncio.to_thread(judge, root, place, change.text, today(at))
    if not verdict.good:
        return Outcome(End.MISTAKES, verdict)
    if not change.second and await _needs_second(at, place, change):
        return await _asked(at, place, change)
    return await _put(at, place, change)


async def _needs_second(at: At, place: Place, change: Change) -> bool:
    if not await at.read(two_people.wanted):
        return False
    library, root = at.console.content.world.library, at.console.lessons_dir
    return await asyncio.to_thread(about_safety, library, place, change.text or "", root)


async def _asked(at: At, place: Place, change: Change) -> Outcome:
    if hash_of(await current(at, place)) != change.base:
        return Outcome(End.CLASH)
    await at.write(lambda tx: _ask(tx, change, at))
    return Outcome(End.ASKED)


def ended(text: str) -> str:
    """The text with exactly one line feed at its end."""
    return text.rstrip() + "\n"


async def _put(at: At, place: Place, change: Change) -> Outcome:
    root, staged = at.console.lessons_dir, None
    await current(at, place)
    try:
        staged = await asyncio.to_thread(stage, root, place, change.text) if change.text is not None else None
        id = await at.write(lambda tx: _begin(tx, change, at))
    except (NotWritable, Stale) as refused:
        _tidy(staged)
        return Outcome(End.CLASH if isinstance(refused, Stale) else End.SHUT)
    try:
        await asyncio.to_thread(put, root, place, staged)
    except NotWritable:
        _tidy(staged)
        await at.write(lambda tx: revisions.give_up(tx, id))
        return Outcome(End.SHUT)
    await at.write(lambda tx: _live(tx, id, change, at))
    await at.console.content.refresh()
    return Outcome(End.LIVE)


def _ask(tx: Transaction, change: Change, at: At) -> None:
    second_person.ask(tx, change, at.where, at.now)
    drafts.drop(tx, change.officer, change.path, change.hash)


def _begin(tx: Transaction, change: Change, at: At) -> int:
    id = revisions.begin(tx, change, at.now)
    if change.request and not second_person.still_waits(tx, change.request):
        raise Stale(change.path)
    return id


def _live(tx: Transaction, id: int, change: Change, at: At) -> None:
    revisions.place(tx, id, change, at.now)
    if change.request:
        second_person.decide(tx, change.request, Decision(change.second, agreed=True), at.now)
    drafts.drop(tx, change.officer, change.path, change.hash)


def _tidy(staged: Path | None) -> None:
    if staged is not None:
        staged.unlink(missing_ok=True)
