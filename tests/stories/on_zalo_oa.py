"""Stories on Zalo's Official Account: webhooks in, the OpenAPI of this machine out, and a person at the other end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.channels.budget import Budget
from bot.channels.zalo_oa.send import Supplies, ZaloOaChannel
from bot.inbound import Inbound
from bot.listening import Listening
from bot.pictures import drawings
from bot.recordings import beside, finder
from bot.storage.delivery.account_tokens import DatabaseTokenStore
from bot.storage.people.media import DatabaseMediaCache
from tests.channels.zalo_oa.opened import account, first_pair
from tests.stories.teller import Stage, Teller
from tests.zalo_oa_server.limits import FILE, IMAGE
from tests.zalo_oa_server.people import Seen, signed
from tests.zalo_oa_server.server import APP_ID, OA_ID, OA_SECRET, ZaloOaServer

LAN = "4572947693969771653"
PICTURE = {"type": "image", "payload": {"url": "https://photo.zdn.vn/1.jpg"}}
FILES = {IMAGE: "hình", FILE: "tệp"}


class ZaloOaTeller(Teller):
    """Acts in the chat and reads what appears there."""

    def __init__(
        self, stage: Stage, server: ZaloOaServer, listening: Listening, inbound: Inbound, id: str = LAN
    ) -> None:
        super().__init__(stage)
        self.server, self.me = server, server.person(id)
        self.listening, self.inbound = listening, inbound
        self.read = self.count = 0  # messages of the bot that were looked at; events that Zalo has posted
        self.said: dict[str, Any] = {}

    async def say(self, text: str) -> None:
        await self._sends("text", text=self._pressed(text) or text)

    def _pressed(self, number: str) -> str | None:
        """What the button with that number under the newest message carries."""
        buttons = self.me.sees[-1].buttons if self.me.sees else []
        return next((one["payload"] for one in buttons if one["title"].startswith(f"{number}. ")), None)

    async def _sends(self, kind: str, **message: Any) -> None:
        self.count += 1
        people = {"sender": {"id": self.me.id}, "recipient": {"id": OA_ID}}
        said = {"msg_id": f"m{self.count}", **message}
        await self._posted({"event_name": f"user_send_{kind}", **people, "message": said})

    async def _posted(self, event: dict[str, Any]) -> None:
        """Zalo posts what happened; wait until it is answered, then look at the chat."""
        now = self.stage.clock()
        self.said, self.me.interacted = event, now
        stamped = {"app_id": APP_ID, "timestamp": str(int(now.timestamp() * 1000)), **event}
        await self.listening.webhook(*signed(APP_ID, OA_SECRET, stamped))
        await self.inbound.finish()
        await self.look()

    async def look(self) -> None:
        for seen in self.me.sees[self.read :]:
            self.seen.append(_written(seen, self.server))
        self.read = len(self.me.sees)

    async def do_start(self, payload: str) -> None:
        """Whoever follows carries nothing along; what stands on a commune's poster is typed."""
        if payload:
            await self.say(f"THAM GIA {payload.removeprefix('xa-')}")
        else:
            await self._posted({"event_name": "follow", "oa_id": OA_ID, "follower": {"id": self.me.id}})

    async def do_picture(self, _: str) -> None:
        await self._sends("image", attachments=[PICTURE])

    async def do_voice(self, _: str) -> None:
        await self._sends("audio", attachments=[{"type": "audio", "payload": {"url": "https://voice.zdn.vn/1.aac"}}])

    async def do_other(self, _: str) -> None:
        await self._sends("sticker", attachments=[{"type": "sticker", "payload": {"id": "46953"}}])

    async def forward(self, text: str) -> None:
        await self._sends("text", text=text)

    async def do_forward(self, text: str) -> None:
        await self._sends("text", text=text)

    async def do_repeat(self, _: str) -> None:
        """Zalo delivers the same event again."""
        await self._posted(self.said)

    async def do_double(self, key: str) -> None:
        """A double tap: two presses of one button, each with an id of its own; without a button the number once."""
        payload = self._pressed(key)
        await self.say(key)
        if payload:
            await self._sends("text", text=payload)

    async def do_old(self, rest: str) -> None:
        """A press on a button of an earlier screen, which stays where it is."""
        payload = f"#{rest.replace(' ', '|')}"
        shown = {one["payload"] for seen in self.me.sees for one in seen.buttons}
        await self._sends("text", text=payload if payload in shown else "giúp")


def _written(seen: Seen, server: ZaloOaServer) -> str:
    kind = next((path for path, data, _ in server.uploads.values() if seen.file and data == seen.file), "")
    lines = [f"({FILES[kind]}: {seen.text})" if kind else seen.text]
    return "\n".join([*lines, *(f"[{button['title']}]" for button in seen.buttons)])


@asynccontextmanager
async def on_zalo_oa(stage: Stage) -> AsyncIterator[Teller]:
    """An account that was consented to at the beginning of the story."""
    async with ZaloOaServer(lambda: stage.clock.now) as server:
        files = beside(drawings(stage.lessons), finder(stage.lessons, stage.lessons))
        store, cache = DatabaseTokenStore(stage.database, stage.clock), DatabaseMediaCache(stage.database, stage.clock)
        await first_pair(server, store, stage.clock)
        supplies = Supplies(store, cache, files)
        channel = ZaloOaChannel(account(server.url), supplies, Budget(), stage.clock)
        inbound = stage.inbound({channel.name: channel})
        try:
            yield ZaloOaTeller(stage, server, Listening(channel, inbound, "https://xa.example.vn"), inbound)
        finally:
            await inbound.finish()
            await channel.close()
