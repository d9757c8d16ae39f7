"""`/metrics`: figures for this machine's own eyes, nothing for anybody outside."""

from collections.abc import Sequence
from dataclasses import replace

import httpx
import pytest

from bot.web.ports import Figure
from bot.web.server import create_web
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

FIGURES = (
    Figure("deliveries", "Rows of the ledger by state.", ("state",), {("sent",): 12, ("held",): 3}),
    Figure("attempts", "Sends of this process.", ("channel", "outcome"), {("telegram", "sent"): 12.0}, grows=True),
)


async def figures() -> Sequence[Figure]:
    return FIGURES


async def asked(client_at: str, headers: dict[str, str] | None = None) -> httpx.Response:
    ports = replace(scripted_ports(Conversation(RingingMailbox())), figures=figures)
    transport = httpx.ASGITransport(create_web(ports), client=(client_at, 40_000))
    async with httpx.AsyncClient(transport=transport, base_url="http://xa.test") as client:
        return await client.get("/metrics", headers=headers)


async def test_prometheus_on_this_machine_reads_them() -> None:
    answer = await asked("127.0.0.1")
    assert answer.status_code == 200
    assert 'camtay_deliveries{state="sent"} 12.0' in answer.text
    assert 'camtay_attempts_total{channel="telegram",outcome="sent"} 12.0' in answer.text


@pytest.mark.parametrize(
    ("client_at", "headers"),
    [
        ("203.0.113.7", {}),
        ("127.0.0.1", {"X-Forwarded-For": "203.0.113.7"}),
        ("127.0.0.1", {"X-Forwarded-Proto": "https"}),
        ("127.0.0.1", {"Forwarded": "for=x"}),
    ],
)
async def test_nobody_outside_does(client_at: str, headers: dict[str, str]) -> None:
    answer = await asked(client_at, headers)
    assert answer.status_code == 404
    assert "camtay_deliveries" not in answer.text
