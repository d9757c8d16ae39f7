"""Notices and cards read aloud, as the page's player asks for them."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.recordings import finder, keep
from bot.web.server import create_web
from tests.web.fakes import Conversation, RingingMailbox, scripted_ports

CONTENT = b"OggS" + bytes(range(200))


@pytest.fixture
def client(tmp_path: Path) -> httpx.AsyncClient:
    ports = replace(scripted_ports(Conversation(RingingMailbox())), recording=finder(tmp_path, tmp_path / "lessons"))
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


async def test_a_card_is_played_as_what_it_is_and_never_as_what_it_is_called(
    client: httpx.AsyncClient, tmp_path: Path
) -> None:
    folder = tmp_path / "lessons" / "tieng" / "khoa"
    folder.mkdir(parents=True)
    (folder / "goi-lai.mp3").write_bytes(CONTENT)
    whole = await client.get("/tieng/khoa/goi-lai.mp3")
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, CONTENT, "audio/ogg")
    assert whole.headers["x-content-type-options"] == "nosniff"
    assert "media-src 'self'" in whole.headers["content-security-policy"]
    part = await client.get("/tieng/khoa/goi-lai.mp3", headers={"range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"OggS")


@pytest.mark.parametrize(
    "name",
    ["page.ogg", "none.ogg", "..%2F..%2Fcamtay.db", "%2e%2e/%2e%2e/camtay.db", "a%00.ogg", "a" * 5000 + ".ogg", ""],
)
async def test_nothing_else_is_given_as_a_card(client: httpx.AsyncClient, tmp_path: Path, name: str) -> None:
    (tmp_path / "camtay.db").write_bytes(CONTENT)
    (tmp_path / "lessons" / "tieng").mkdir(parents=True)
    (tmp_path / "lessons" / "tieng" / "page.ogg").write_text("<html><script>alert(1)</script></html>")
    assert (await client.get(f"/tieng/{name}")).status_code == 404
