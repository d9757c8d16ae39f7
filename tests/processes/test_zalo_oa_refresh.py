"""Real processes share one Official Account: two that renew at once, and one that is killed over the answer."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels.channel import TokenPair
from bot.channels.zalo_oa.account import NAME
from bot.storage.database import open_database
from bot.storage.delivery.account_tokens import PATIENCE, DatabaseTokenStore
from tests.zalo_oa_server.calls import Fault
from tests.zalo_oa_server.server import ZaloOaServer

pytestmark = pytest.mark.processes


@pytest.fixture
async def zalo() -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer() as running:
        yield running


async def consented(database_url: str, zalo: ZaloOaServer) -> None:
    """The account's tokens, of which the access token is dead by now."""
    told, now = zalo.consents.give(), datetime.now(UTC)
    async with await open_database(database_url) as database:
        store = DatabaseTokenStore(database, lambda: now)
        await store.keep(NAME, TokenPair(told["access_token"], now, told["refresh_token"], now + timedelta(days=90)))


async def speaker(database_url: str, zalo: ZaloOaServer, ahead: float = 0) -> Process:
    """A process that wants to say something on Zalo."""
    command = [sys.executable, "-m", "tests.processes.zalo_oa_speaker", database_url, zalo.url, str(ahead)]
    return await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE)


async def told(process: Process) -> tuple[list[dict[str, Any]], str]:
    """What it told on its lines, and what it logged."""
    said, logged = await process.communicate()
    return [json.loads(line) for line in said.splitlines()], logged.decode()


async def test_two_processes_that_renew_at_once_have_the_same_living_token(
    database_url: str, zalo: ZaloOaServer
) -> None:
    await consented(database_url, zalo)
    both = [await speaker(database_url, zalo) for _ in range(2)]
    found = [(await told(one))[0][0]["access"] for one in both]
    assert len(set(found)) == len(zalo.consents.burned) == 1
    assert zalo.consents.refused(found[0]) == (0, "")


async def test_killed_between_renewing_and_keeping_raises_the_alarm_with_the_link(
    database_url: str, zalo: ZaloOaServer
) -> None:
    await consented(database_url, zalo)
    zalo.order(Fault("/access_token", done=True, hold=True, times=1))
    dies = await speaker(database_url, zalo)
    await asyncio.wait_for(zalo.holding.wait(), 30)
    dies.kill()
    await dies.communicate()
    lines, logged = await told(await speaker(database_url, zalo, PATIENCE.total_seconds()))
    assert len(zalo.consents.burned) == 2  # tried once more, in vain
    assert lines[0]["failed"] == "Misconfigured"
    assert "camtay zalo login" in lines[0]["why"]
    assert f"{zalo.url}/v4/oa/permission?" in logged
    assert lines[1] == {"heard": 1}


async def test_killed_before_zalo_has_obeyed_costs_nothing_but_a_minute(database_url: str, zalo: ZaloOaServer) -> None:
    await consented(database_url, zalo)
    zalo.order(Fault("/access_token", hold=True, times=1, drop=True))
    dies = await speaker(database_url, zalo)
    await asyncio.wait_for(zalo.holding.wait(), 30)
    dies.kill()
    await dies.communicate()
    lines, _ = await told(await speaker(database_url, zalo, PATIENCE.total_seconds()))
    assert zalo.consents.refused(lines[0]["access"]) == (0, "")
