"""Notices read aloud, as the page's player asks for them."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot.recordings import file_of, keep
from bot.web.server import create_web
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

CONTENT = b"OggS" + bytes(range(200))


@pytest.fixture
def client(tmp_path: Path) -> httpx.AsyncClient:
    ports = replace(scripted_ports(Conversation(RingingMailbox())), recording=partial(file_of, tmp_path))
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_web(ports)), base_url="http://xa.test")


async def test_a_recording_is_played_whole_or_in_parts(client: httpx.AsyncClient, tmp_path: Path) -> None:
    url = f"/{keep(tmp_path, CONTENT)}"
    whole = await client.get(url)
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, CONTENT, "audio/ogg")
    assert "immutable" in whole.headers["cache-control"]
    part = await client.get(url, headers={"range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, CONTENT[4:8])


@pytest.mark.parametrize("name", ["x.ogg", f"{'0' * 64}.ogg", "..%2Fcamtay.db", "a" * 500])
async def test_nothing_else_is_given(client: httpx.AsyncClient, tmp_path: Path, name: str) -> None:
    (tmp_path / "camtay.db").write_text("secret")
    assert (await client.get(f"/ghi-am/{name}")).status_code == 404
