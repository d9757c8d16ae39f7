"""What a network posts: nothing of a stranger is kept, and everything else is stored before it is answered."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest

from bot.channels.telegram.account import Account
from bot.channels.telegram.receive import SECRET_HEADER
from bot.inbound import Inbound
from bot.listening import Listening
from bot.web.server import create_web
from bot.web.webhooks import LARGEST_BODY
from tests.channels.telegram.opened import opened
from tests.stories.teller import Stage, staged
from tests.telegram_server.calls import JSON
from tests.telegram_server.faults import Fault, Trouble
from tests.telegram_server.judge import judged_server
from tests.telegram_server.server import TOKEN, TelegramServer
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

LESSONS = Path(__file__).parents[1] / "stories" / "lessons"
PATH = "/webhook/telegram"
SECRET = {SECRET_HEADER: Account(TOKEN).secret}


@dataclass(frozen=True)
class Door:
    """The web server with a Telegram channel behind it, which answers into a server of this machine."""

    client: httpx.AsyncClient
    telegram: TelegramServer
    stage: Stage
    inbound: Inbound

    async def post(self, body: JSON | bytes, headers: Mapping[str, str] = SECRET, path: str = PATH) -> int:
        """The status of a webhook."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return (await self.client.post(path, content=content, headers=headers)).status_code

    async def stored(self) -> list[str]:
        """The state of every row that is stored."""
        rows = await self.stage.database.read(lambda tx: tx.exec_driver_sql("SELECT state FROM inbox").all())
        return [str(row[0]) for row in rows]


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    async with (
        judged_server() as telegram,
        staged(LESSONS, f"sqlite:///{tmp_path}/camtay.db") as stage,
        opened(telegram.url) as channel,
    ):
        inbound = stage.inbound({channel.name: channel})
        webhooks = {channel.name: Listening(channel, inbound).webhook}
        web = create_web(replace(scripted_ports(Conversation(RingingMailbox())), webhooks=webhooks))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://xa.test") as client:
            yield Door(client, telegram, stage, inbound)
        telegram.release()
        await inbound.finish()


async def test_it_is_answered_as_soon_as_it_is_stored(door: Door) -> None:
    lan = door.telegram.person(77)
    door.telegram.order(Fault(Trouble.SLOW, methods={"sendMessage"}, seconds=60))
    assert await door.post(await lan.starts()) == 200
    assert await door.stored() in (["received"], ["decided"])
    assert [seen.text for seen in lan.sees if seen.by_bot] == []
    door.telegram.release()
    assert (await lan.sees_next()).text.startswith("Xin chào!")
    await door.inbound.finish()
    assert await door.stored() == ["answered"]


FORGED = [
    {},
    {SECRET_HEADER: ""},
    {SECRET_HEADER: SECRET[SECRET_HEADER][:-1]},
    {SECRET_HEADER: SECRET[SECRET_HEADER].upper()},
    {SECRET_HEADER: TOKEN},
    {"Authorization": SECRET[SECRET_HEADER]},
]


@pytest.mark.parametrize("headers", FORGED)
async def test_nothing_of_a_stranger_is_stored(door: Door, headers: dict[str, str]) -> None:
    assert await door.post(await door.telegram.person(77).starts(), headers) == 401
    assert await door.post(b"{", headers) == 401
    assert await door.stored() == []


async def test_what_comes_twice_is_stored_once(door: Door) -> None:
    lan = door.telegram.person(77)
    update = await lan.starts()
    assert [await door.post(update) for _ in range(5)] == [200] * 5
    await lan.sees_next()
    await door.inbound.finish()
    assert await door.post(update) == 200
    await door.inbound.finish()
    assert await door.stored() == ["answered"]
    assert len(door.telegram.asked("sendMessage")) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 60_000, b'{"message": {}}', b"NaN"])
async def test_what_cannot_be_read_is_refused(door: Door, body: bytes) -> None:
    assert await door.post(body) == 400
    assert await door.stored() == []


async def test_as_much_as_the_limit_is_taken_and_not_a_byte_more(door: Door) -> None:
    update = json.dumps(await door.telegram.person(77).starts()).encode()
    assert await door.post(update.ljust(LARGEST_BODY + 1)) == 413
    assert await door.stored() == []
    assert await door.post(update.ljust(LARGEST_BODY)) == 200
    assert len(await door.stored()) == 1


async def test_a_body_that_does_not_say_how_long_it_is_meets_the_same_limit(door: Door) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 1024 + 1):
            yield b" " * 1024

    response = await door.client.post(PATH, content=pieces(), headers=SECRET)
    assert response.status_code == 413


async def test_a_channel_that_is_off_has_no_webhook(door: Door) -> None:
    update = await door.telegram.person(77).starts()
    for path in ("/webhook/zalo_bot", "/webhook/web", "/webhook/telegram/x"):
        assert await door.post(update, path=path) == 404
    assert (await door.client.get(PATH)).status_code in {404, 405}
    assert await door.stored() == []


async def test_what_is_not_for_the_bot_is_taken_without_a_word(door: Door) -> None:
    group = door.telegram.group(-1001, "Tổ 5")
    assert await door.post(await door.telegram.person(77).says("chào cả nhà", to=group)) == 200
    assert await door.stored() == []
