"""Trouble that was ordered, as the two libraries meet it."""

from typing import Any

import pytest

from tests.telegram_server.clients import Client
from tests.telegram_server.faults import Fault, RateLimit, Trouble
from tests.telegram_server.fixtures import GROUP, LAN, SHY
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.asyncio(loop_scope="module")

TROUBLES = {
    Trouble.REFUSE: ("wait", False),
    Trouble.ERROR: ("server", False),
    Trouble.HTML: ("not the Bot API", False),
    Trouble.DROP_BEFORE: ("network", False),
    Trouble.DROP_AFTER: ("network", True),
    Trouble.SLOW: ("too slow", False),
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_trouble_looks_as_it_does_at_telegram(
    server: TelegramServer, client: Client, bot: Any, trouble: Trouble
) -> None:
    error, arrives = TROUBLES[trouble]
    server.order(Fault(trouble, seconds=7, times=1))
    hurry = client.hurried(0.05) if trouble is Trouble.SLOW else {}
    with pytest.raises(client.error(error)) as failed:
        await bot.send_message(LAN, "Bác ơi", **hurry)
    if trouble is Trouble.REFUSE:
        assert client.wait(failed.value) == 7
    assert ([seen.text for seen in server.account.chats[LAN].sees] == ["Xin chào", "Bác ơi"]) is arrives
    await bot.send_message(LAN, "Lại được rồi")


async def test_faults_strike_once_in_every_so_many_and_always_at_the_same_places(
    server: TelegramServer, client: Client, bot: Any
) -> None:
    def order() -> tuple[Fault, Fault]:
        refuse = Fault(Trouble.REFUSE, one_in=5, methods={"sendMessage"}, seed=1)
        return refuse, Fault(Trouble.DROP_AFTER, one_in=10, methods={"sendMessage"}, seed=1)

    async def statuses() -> list[int]:
        server.requests.clear()
        server.order(*order())
        for _ in range(20):
            try:
                await bot.send_message(LAN, "a")
            except (client.error("wait"), client.error("network")):
                await bot.get_me()
        return [call.status for call in server.asked("sendMessage")]

    first, again = await statuses(), await statuses()
    assert first == again
    assert (first.count(429), first.count(0), first.count(200)) == (4, 2, 14)
    assert all(first[block : block + 5].count(429) == 1 for block in range(0, 20, 5))


async def test_the_rate_is_a_strict_rolling_second(client: Client) -> None:
    now = 100.0
    async with TelegramServer(clock=lambda: now) as server:
        server.rate_limit = RateLimit(per_second=3, penalty=5)
        server.person(LAN, started=True)
        bot = client.bot(server)
        for moment in (100.0, 100.5, 100.9, 101.0):
            now = moment
            await bot.send_message(LAN, "a")
        now = 101.49
        with pytest.raises(client.error("wait")) as refused:
            await bot.send_message(LAN, "a")
        assert client.wait(refused.value) == 5
        now = 106.0
        with pytest.raises(client.error("wait")):  # for the whole token, whatever it asks
            await bot.send_chat_action(LAN, "typing")
        now = 106.49
        await bot.send_message(LAN, "a")
        assert server.rate_limit.refused == 2


async def test_one_chat_and_one_group_have_rates_of_their_own(client: Client) -> None:
    now = 100.0
    async with TelegramServer(clock=lambda: now) as server:
        server.rate_limit = RateLimit(per_chat=1, per_group=2, penalty=1)
        server.person(LAN, started=True)
        server.person(SHY, started=True)
        await server.group(GROUP, "Tổ 3").admits_bot(by=server.person(LAN))
        bot = client.bot(server)
        await bot.send_message(LAN, "a")
        await bot.send_message(SHY, "a")
        with pytest.raises(client.error("wait")):
            await bot.send_message(LAN, "b")
        for moment in (105.0, 110.0):
            now = moment
            await bot.send_message(GROUP, "a")
        now = 120.0
        with pytest.raises(client.error("wait")):
            await bot.send_message(GROUP, "a")
