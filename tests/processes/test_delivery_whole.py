"""Two officers send a storm notice from their telephones while a lesson goes out, and take it back: records agree."""

import json
import re
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.storage.broadcasting import notices
from bot.storage.database import Transaction
from bot.storage.delivery.mailings import mailing_of
from broadcasts.notice import Kind, Level
from tests.processes.balancer import balanced
from tests.processes.served import Delivering, Served
from tests.processes.telephone import COMMUNE, Telephone
from tests.processes.village import TIMES, Village, until
from tests.telegram_server.faults import Fault, Trouble

pytestmark = pytest.mark.processes

PEOPLE = 10_000 * TIMES
PART = PEOPLE // 4  # have got the notice when it is taken back, at least
RATE = 1000  # messages a second that are permitted
GONE = 7  # of them have deleted their accounts
LESSONS = str(Path(__file__).parents[2] / "lessons")
LESSON, STORM, CORRECTION = "Bài mới: số lạ gọi nhỡ", "THÔNG BÁO KHẨN CẤP", "Đính chính · THÔNG BÁO KHẨN CẤP"
LINES = {
    "sent": r"Đã gửi tới ([0-9.]+) trên",
    "uncertain": r"Chưa rõ đã tới chưa: ([0-9.]+)",
    "failed": r"Không gửi được: ([0-9.]+)",
    "dropped": r"Thôi không gửi nữa: ([0-9.]+)",
}


async def test_report_ledger_and_network_agree_to_the_last_person(village: Village) -> None:
    """On SQLite with one bot, on PostgreSQL with two of them and a process that only sends."""
    await village.settle(COMMUNE, range(1, PEOPLE + 1))
    for number in range(1, GONE + 1):
        village.server.person(number).deletes_account()
    lan, binh = (Telephone(village.server, 10**6 + n, name) for n, name in enumerate(("Vàng Thị Lan", "Giàng A Bình")))
    async with _running(village) as bot:
        await lan.appointed("writer", bot)
        await binh.appointed("approver", bot)
        lesson = await village.send(LESSON, Level.ROUTINE, COMMUNE)
        await village.messages(PEOPLE // 10)
        village.server.order(*_troubles())
        await lan.writes_a_storm_notice()
        assert await binh.approves() == PEOPLE
        await until(lambda: _reached(village, PART))
        await binh.takes_it_back()
        await until(lambda: village.database.read(_taken_back))
        (storm, stopped), (correction, taken_back) = await village.database.read(_sent)
        await village.settled(lesson, stopped, taken_back)
        assert _read(await binh.reads_the_report()) == await _reported(bot, storm)
        assert await _reported(bot, storm) == await village.agreed(stopped, STORM)
        assert await _reported(bot, correction) == await village.agreed(taken_back, CORRECTION)
        assert "head" in json.loads(await bot.run("audit", "verify", "--json"))
    await _check(village, stopped, lesson)


@asynccontextmanager
async def _running(village: Village) -> AsyncIterator[Served]:
    """One of the bots, through which people write in turn where there are two."""
    alone = village.url.startswith("sqlite")
    kinds = [Served] if alone else [Served, Served, Delivering]
    processes = [await village.process(kind, RATE, CAMTAY_LESSONS_DIR=LESSONS) for kind in kinds]
    async with balanced(processes[:2]) as address:
        for process in processes:
            process.set("CAMTAY_PUBLIC_URL", "" if alone else address)
            await process.start()
        yield processes[0]
        await village.end()


def _troubles() -> tuple[Fault, ...]:
    return tuple(
        Fault(trouble, one_in=150, methods={"sendMessage"}, times=20) for trouble in (Trouble.DROP_AFTER, Trouble.ERROR)
    )


async def _reached(village: Village, enough: int) -> bool:
    return len(village.got(STORM)) >= enough


def _taken_back(tx: Transaction) -> bool:
    return any(one.notice.kind is Kind.CANCEL for one in notices.newest(tx, 2))


def _sent(tx: Transaction) -> list[tuple[str, int]]:
    """Id and mailing of the notice, then of what took it back."""
    of_kind = {one.notice.kind: one.id for one in notices.newest(tx, 2)}
    ids = [of_kind[Kind.ACTUAL], of_kind[Kind.CANCEL]]
    return [(id, mailing_of(tx, id) or 0) for id in ids]


def _read(report: str) -> Counter[str]:
    """What the officer reads."""
    found = {state: re.search(line, report) for state, line in LINES.items()}
    return Counter({state: int(match[1].replace(".", "")) for state, match in found.items() if match})


async def _reported(bot: Served, broadcast: str) -> Counter[str]:
    """What a script reads, in total and by channel."""
    told: dict[str, Any] = json.loads(await bot.run("broadcast", "report", broadcast, "--json"))
    assert told["tally"]["meant"] == sum(told["report"]["channels"]["telegram"].values())
    return Counter(told["report"]["channels"]["telegram"])


async def _check(village: Village, stopped: int, lesson: int) -> None:
    """Some had it, some were spared, nobody but who had it was told that it was wrong; the lesson reached all."""
    rows, got = await village.rows(stopped), village.got(STORM)
    assert PART <= len(got) < PEOPLE
    assert set(village.got(CORRECTION)) == set(got)
    assert len(rows) == PEOPLE
    assert max(got.values()) <= 2
    assert village.calls(STORM)[0].at < village.calls(LESSON)[-1].at  # which was under way
    await village.agreed(lesson, LESSON)
    states = {row.account: row.state for row in await village.rows(lesson)}
    gone = {str(number) for number in range(1, GONE + 1)}
    # A torn connection may have swallowed the network's word that somebody is gone: then nobody knows.
    assert {states.pop(account) for account in gone} - {"uncertain"} == {"failed"}
    assert set(states.values()) <= {"sent", "uncertain"}
    assert set(village.got(LESSON)) == set(states)
    assert set(village.got(LESSON).values()) == {1}
