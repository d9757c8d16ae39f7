"""What happens at its time, although nobody has written: calls that climb, notices that begin, end and progress."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from bot.channels.channel import Channel, NotSupported, SendError
from bot.channels.layout import lay_out
from bot.conversation import calls, question_calls
from bot.conversation.notice_facts import Group, Note
from bot.conversation.offices import officer_calls
from bot.conversation.offices.progress_call import progress_call
from bot.conversation.offices.rise_call import rise_call
from bot.conversation.question_facts import QuestionState
from bot.messages import Address, Screen
from bot.storage import jobs
from bot.storage.asking import question_moves, questions, sightings
from bot.storage.broadcasting import broadcasts, cases, notes, notices
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.broadcasting.sent_notes import sent_notes
from bot.storage.database import Database, Transaction
from bot.storage.daytime import in_the_day
from bot.storage.delivery import mailings
from bot.storage.jobs import Job, JobKind
from broadcasts.broadcast import State
from broadcasts.notice import Level

LEASE = timedelta(seconds=30)  # for one job; longer than any of them takes
LOOK_AGAIN = timedelta(seconds=3)  # between two looks at how a notice goes
LOG = logging.getLogger(__name__)


class Due:
    """Does what is due, each piece in one process only."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        kinds: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`kinds` are the names of the kinds of scam by their codes, as they are now; it may read files."""
        self._database, self._channels, self._clock, self._kinds = database, channels, clock, kinds

    async def look(self) -> None:
        """Do everything whose time has come."""
        now = self._clock()
        for job in await self._database.write(partial(jobs.due, now=now, lease=LEASE)):
            kinds = await asyncio.to_thread(self._kinds) if job.kind is JobKind.RISE else {}
            await self._database.write(partial(_do, job=job, now=now, kinds=kinds))
            if job.kind is JobKind.PROGRESS:
                await self._show_progress(job.about)

    async def _show_progress(self, broadcast: str) -> None:
        """Put the newest figures in the place of the old ones, where the network can."""
        screen, messages = await self._database.read(partial(_progress, broadcast=broadcast))
        for address, message in messages:
            channel = self._channels.get(address.channel)
            if channel is None or not channel.capabilities.edit:
                continue
            try:
                await channel.edit(address, message, channel.prepare(lay_out(screen, channel.capabilities)))
            except (NotSupported, SendError) as failure:
                LOG.info("progress was not shown on %s: %r", channel.name, failure)


def _progress(tx: Transaction, broadcast: str) -> tuple[Screen, tuple[tuple[Address, str], ...]]:
    seen = notices.seen(tx, broadcast)
    return (progress_call(seen), sent_notes(tx, _key(broadcast))) if seen else (Screen(()), ())


def _key(broadcast: str) -> str:
    return f"progress:{broadcast}"


def _do(tx: Transaction, job: Job, now: datetime, kinds: Mapping[str, str]) -> None:
    """One job, done in one piece with what follows from it."""
    match job.kind:
        case JobKind.APPROVER:
            _nobody_approved(tx, job.about, now)
        case JobKind.START:
            broadcasts.begin(tx, job.about, now)
        case JobKind.EXPIRE:
            broadcasts.expire(tx, job.about, now)
        case JobKind.CASE:
            _nobody_helped(tx, job.about, now)
        case JobKind.PROGRESS:
            _look_at(tx, job.about, now)
        case JobKind.QUESTION:
            _nobody_answered(tx, job.about, now)
        case JobKind.RISE:
            _more_than_usual(tx, job.about, now, kinds)
    jobs.done(tx, job)


def _nobody_approved(tx: Transaction, id: str, now: datetime) -> None:
    """An urgent text lies unanswered: whoever stands above is called, and who may send alone is told."""
    broadcast = load(tx, id)
    if broadcast and broadcast.state is State.SUBMITTED:
        screen = officer_calls.unanswered_call(broadcast)
        notes.send(tx, [Note(Group.RESPONSIBLE, id, screen, f"unanswered:{id}:{broadcast.text_hash}")], now)


def _nobody_helped(tx: Transaction, id: str, now: datetime) -> None:
    """A case lies without an owner: the province is called, and the commune once more."""
    case = cases.case(tx, id)
    if case is not None and cases.climb(tx, id, now):
        screen = calls.climbed(case)
        above = Note(Group.PROVINCE, case.area, screen, f"climbed:{id}:province")
        again = Note(Group.DUTY, case.area, screen, f"climbed:{id}:duty")
        told = Note(Group.PERSON, id, calls.not_taken(), f"climbed:{id}:person")
        notes.send(tx, (above, again, told), now)


def _nobody_answered(tx: Transaction, id: str, now: datetime) -> None:
    """A question is new: its commune is told. It has waited for days, or lies with somebody: the province is."""
    question = questions.question(tx, id)
    if question is None or question.state not in (QuestionState.WAITING, QuestionState.TAKEN):
        return
    climbs_at = (question.taken_at or question.asked_at) + question_moves.CLIMBS_AFTER
    if now < climbs_at:
        called = Note(Group.HELPERS, question.area, question_calls.waits(question), f"question:{id}:call", Level.FIRST)
        notes.send(tx, (called,), now)
        jobs.put(tx, JobKind.QUESTION, id, in_the_day(climbs_at))
    elif question_moves.climb(tx, id, now):
        above = Group.PROVINCE if question.area else Group.HELPERS
        call = Note(above, question.area, question_calls.climbed(question), f"question:{id}:climbed", Level.FIRST)
        told = Note(Group.ASKER, id, question_calls.moved_up(question), f"question:{id}:moved", Level.FIRST)
        notes.send(tx, (call, told), now)


def _more_than_usual(tx: Transaction, area: str, now: datetime, kinds: Mapping[str, str]) -> None:
    """People of a commune meet the same trick more than usual: whoever writes its notices is told, once a week."""
    for rise in sightings.rises(tx, area, now):
        screen = rise_call(area, rise.kind, kinds.get(rise.kind, ""), rise.people)
        note = Note(Group.AUTHORS, area, screen, f"rise:{area}:{rise.kind}:{now:%Y%m%d}", Level.FIRST)
        notes.send(tx, (note,), now)


def _look_at(tx: Transaction, id: str, now: datetime) -> None:
    """Tell how a notice goes until everybody is settled, then that it is done."""
    seen = notices.seen(tx, id)
    if seen is None:
        return
    notes.send(tx, [Note(Group.RESPONSIBLE, id, progress_call(seen), _key(id), Level.FIRST)], now)
    if mailings.is_done(tx, id):
        broadcasts.finish(tx, id, now)
    elif seen.broadcast.state is State.SENDING or seen.tally.waiting:
        jobs.put(tx, JobKind.PROGRESS, id, now + LOOK_AGAIN)
