"""The report on one notice: how fast it was, who was missed and why, who asked for help, who did what."""

import csv
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO

from starlette.responses import Response, StreamingResponse

from bot.conversation.notice_facts import Seen
from bot.conversation.offices.changes_said import all_changes, drafts
from bot.conversation.offices.figures import counted, lasting, percent
from bot.conversation.offices.in_sight import headline
from bot.conversation.offices.moves_said import named, state
from bot.conversation.offices.reach_words import channel_name
from bot.notices.times import moment
from bot.storage.broadcasting.delivery_table import OUTCOMES, STATES, WHYS, delivery_table
from bot.storage.broadcasting.reports import Report
from bot.translations import Words, mark
from bot.web.console.at import At
from bot.web.console.notices.looking import page_of, reported, seen, visit_of
from bot.web.console.notices.page import facts, story
from bot.web.console.notices.progress import progress_of
from broadcasts.broadcast import Move
from broadcasts.code import shown

FIRST = mark("Người đầu tiên nhận sau")
SHARE = mark("{n}% người nhận sau")
NETWORK = mark("mạng báo: “{why}”")
PLAIN: Mapping[str, str] = {**OUTCOMES, **WHYS}
NO_CHANNEL = mark("không có kênh")
HELP = (mark("chưa có người nhận"), mark("đang có người lo"), mark("đã xong"))
_DECIDED = (Move.APPROVE, Move.APPROVE_ALONE, Move.RELEASE)


@dataclass(frozen=True, slots=True)
class Speed:
    """After how long a share of the people had it; `width` in percent of the longest."""

    name: str
    span: str
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """A name and how many persons."""

    name: str
    count: str
    width: int


async def report(at: At) -> Response:
    """Everything that is known of how it went, fit to print."""
    found, told = await reported(at)
    broadcast, words, visit = found.broadcast, at.words, visit_of(at)
    approved = broadcast.last(*_DECIDED)
    known = drafts(broadcast)
    return at.page(
        "notice_report.html",
        broadcast=broadcast,
        drill=broadcast.notice.drill,
        headline=headline(broadcast.notice).text,
        code=shown(broadcast.code),
        state=state(visit, found),
        progress=progress_of(found, words, at.now),
        speeds=_speeds(found, words),
        waited=_waited(told, words),
        reasons=_reasons(found.failures, words),
        channels=_channels(told, words),
        help=_help(told, words),
        moves=story(visit, found),
        why=[(named(visit, found, one.by), one.reason) for one in broadcast.moves if one.reason],
        approved=(named(visit, found, approved.by), moment(approved.at, words)) if approved else None,
        draft=(known.index(approved.text_hash) + 1, len(known)) if approved else None,
        changes=all_changes(broadcast),
        facts=list(facts(visit, broadcast)),
        made=moment(at.now, words),
        own=page_of(broadcast.id),
    )


async def table(at: At) -> Response:
    """What happened to every person, attempt by attempt, for a spreadsheet."""
    broadcast = (await seen(at)).broadcast
    name = f"thong-bao-{broadcast.code}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return StreamingResponse(_lines(at, broadcast.id), media_type="text/csv; charset=utf-8", headers=headers)


async def _lines(at: At, id: str) -> AsyncIterator[str]:
    yield "\ufeff"  # so that spreadsheets read it as UTF-8
    async for rows in delivery_table(at.console.database, id):
        lines = StringIO()
        csv.writer(lines).writerows(rows)
        yield lines.getvalue()


def _speeds(found: Seen, words: Words) -> list[Speed]:
    longest = max(found.reached_in.values(), default=timedelta())
    return [
        Speed(
            words.say(SHARE, n=share) if share else words.say(FIRST),
            lasting(max(span, timedelta(seconds=1)), words),
            max(1, int(100 * span / longest)) if longest else 100,
        )
        for share, span in sorted(found.reached_in.items())
    ]


def _waited(told: Report, words: Words) -> str:
    """From the first submission to the approval."""
    if told.submitted_at is None or told.approved_at is None:
        return ""
    return lasting(told.approved_at - told.submitted_at, words)


def _reasons(failures: Mapping[str, int], words: Words) -> list[Row]:
    most = max(failures.values(), default=1)
    return [
        Row(words.say(PLAIN[why]) if why in PLAIN else words.say(NETWORK, why=why), counted(n, words), 100 * n // most)
        for why, n in sorted(failures.items(), key=lambda one: -one[1])
    ]


def _channels(told: Report, words: Words) -> list[tuple[str, str, str]]:
    """A row for each channel and state: names and persons."""
    return [
        (channel_name(channel, words) if channel else words.say(NO_CHANNEL), words.say(STATES[name]), counted(n, words))
        for channel, states in told.channels.items()
        for name, n in states.items()
    ]


def _help(told: Report, words: Words) -> list[Row]:
    """Requests for help by how far they are."""
    closed = sum(one.closed_at is not None for one in told.cases)
    taken = sum(one.taken_at is not None and one.closed_at is None for one in told.cases)
    counts = (len(told.cases) - taken - closed, taken, closed)
    return [
        Row(words.say(name), counted(n, words), percent(n, len(told.cases)))
        for name, n in zip(HELP, counts, strict=True)
    ]
