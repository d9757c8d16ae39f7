"""Tokens of each officer for the tests of the API."""

from collections.abc import Awaitable, Callable

import httpx
import pytest

from bot.app import clock
from bot.storage.offices import api_tokens
from bot.storage.offices.api_grants import Grant, Scope
from tests.web.console.conftest import OFFICE, Desk, desk, lessons

__all__ = ["desk", "lessons"]

Api = Callable[..., Awaitable[httpx.AsyncClient]]
NOTICE = {
    "kind": "actual",
    "level": "ưu tiên",
    "event": "cắt điện",
    "headline": "Cắt điện tối nay ở xã Đồng Văn",
    "description": "Điện lực sửa đường dây, cắt điện từ 19 giờ đến 21 giờ.",
    "instruction": "Sạc điện thoại trước 19 giờ. Gọi 19006769 nếu cần hỏi.",
    "area": "00721",
    "office": OFFICE,
}


@pytest.fixture
def api(desk: Desk) -> Api:
    """`await api("lan", Scope.READ_NOTICES)`: a program with a new token in Lan's name; no scope means all."""

    async def program(name: str = "lan", *scopes: Scope, areas: tuple[str, ...] = ()) -> httpx.AsyncClient:
        grant = Grant("máy thử", frozenset(scopes or Scope), areas)
        token = await desk.app.database.write(lambda tx: api_tokens.add(tx, desk.ids[name], grant, clock()))
        client = desk.client()
        client.headers = httpx.Headers({"Authorization": f"Bearer {token}"})
        client.base_url = httpx.URL("http://xa.test/api/v1")
        return client

    return program
