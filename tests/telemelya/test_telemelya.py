"""An elder learns over a Bot API server that none of us wrote."""

import asyncio
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.telegram.account import Account
from tests.processes.elder import QUESTIONS, RESULT, check_learnt
from tests.processes.learner import MESSAGES
from tests.processes.served import Served
from tests.telegram_server.server import TOKEN
from tests.telemelya.stand import Relay, telemelya

pytestmark = pytest.mark.processes

LAN = 77
NOBODY_LISTENS = 424  # telemelya knows no webhook yet


@dataclass
class Elder:
    """Somebody in telemelya's one private chat, who presses buttons and types."""

    client: httpx.AsyncClient
    heard: list[Mapping[str, Any]] = field(default_factory=list)  # every request of the bot, in order

    async def does(self, **what: object) -> int:
        """Let telemelya post an update; returns the status that its webhook got."""
        update = {"chat_id": LAN, **what}
        response = await self._posts(update)
        for _ in range(200):  # the bot serves its page a moment before it has told telemelya where to post
            if response.status_code != NOBODY_LISTENS:
                break
            await asyncio.sleep(0.05)
            response = await self._posts(update)
        return int(response.raise_for_status().json()["delivery"]["status_code"])

    async def _posts(self, update: Mapping[str, object]) -> httpx.Response:
        return await self.client.post("/api/v1/test/send_update", params={"bot_token": TOKEN}, json=update)

    async def learn(self) -> None:
        """From /start to the result and a look at the progress."""
        assert await self.does(command="/start") == 200
        for key in MESSAGES:
            screen = await self._next_screen()
            data = next((data for label, data in _buttons(screen).items() if label.startswith(f"{key}. ")), None)
            press = {"callback_data": data, "callback_message_id": screen["message_id"]}
            assert await self.does(**(press if data else {"text": key})) == 200
        await self._next_screen()

    async def _next_screen(self) -> Mapping[str, Any]:
        """The next message with buttons, after everything else that the bot asked for."""
        while True:
            asked = await self.client.get("/api/v1/test/responses/wait", params={"timeout": 20})
            response: Mapping[str, Any] = asked.json()["response"]
            assert response, "nothing came"
            self.heard.append(response)
            if response["method"] == "sendMessage" and _buttons(response):
                return response

    def heard_of(self, method: str) -> list[Mapping[str, Any]]:
        """The bot's requests of one method."""
        return [response for response in self.heard if response["method"] == method]


def _buttons(response: Mapping[str, Any]) -> dict[str, str]:
    rows = (response["reply_markup"] or {}).get("inline_keyboard", ())
    return {button["text"]: button["callback_data"] for row in rows for button in row}


async def test_an_elder_learns_by_webhook(tmp_path: Path) -> None:
    async with telemelya(tmp_path) as api, Relay(Account(TOKEN).secret) as relay:
        served = Served(tmp_path, CAMTAY_TELEGRAM_TOKEN=TOKEN, CAMTAY_TELEGRAM_API=api, CAMTAY_PUBLIC_URL=relay.url)
        relay.target = served.url
        headers = {"Authorization": "Bearer any", "X-Test-Session": "elder"}
        async with httpx.AsyncClient(base_url=api, headers=headers, timeout=30) as client:
            elder = Elder(client)
            await served.start()
            try:
                await elder.learn()
                unproved = await client.post(f"{served.url}/webhook/telegram", json={})
                [picture] = elder.heard_of("sendPhoto")
                stored = await client.get(f"/api/v1/test/media/{picture['file_id']}")
            finally:
                await served.kill(signal.SIGTERM)
    assert unproved.status_code == 401
    words = "\n".join(message["text"] for message in elder.heard_of("sendMessage"))
    assert all(title in words for title in (*QUESTIONS, RESULT))
    assert stored.content.startswith(b"\x89PNG")
    assert elder.heard_of("answerCallbackQuery")
    await check_learnt(tmp_path, people=1)
