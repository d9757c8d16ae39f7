"""The files and pages around the chat: cached for ever or never, small, and safe to open."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import httpx
import pytest

from bot.web.assets import STATIC, assets
from bot.web.pictures import pictures_in
from bot.web.shell import PICTURE
from tests.web.fakes import DRAWING
from tests.web.page import Page

KB = 1024


async def test_static_files_are_kept_for_ever(client: httpx.AsyncClient) -> None:
    for name, asset in assets().by_name.items():
        response = await client.get(asset.url)
        assert response.status_code == 200, name
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert hashlib.sha256(response.content).hexdigest()[:12] in asset.url


@pytest.mark.parametrize("path", ["chat.css", "chat.000000000000.css", "../server.py", "%2e%2e/server.py", "OFL.txt"])
async def test_other_static_paths_are_not_there(path: str, client: httpx.AsyncClient) -> None:
    assert (await client.get(f"/static/{path}")).status_code == 404


async def test_everything_the_page_names_is_our_own_and_there(client: httpx.AsyncClient) -> None:
    for path in ("/", "/tro-giup", "/mat-mang"):
        for address in Page((await client.get(path)).text).addresses():
            assert address.startswith(("/", "#", "tel:")), address
            if address.startswith("/") and not address.startswith(("/chat", "/co-chu")):
                assert (await client.get(address)).status_code == 200, address


async def test_the_page_stays_within_its_budget(client: httpx.AsyncClient) -> None:
    page = (await client.get("/")).content
    by_name = assets().by_name
    fonts = sum(len(asset.content) for name, asset in by_name.items() if name.endswith(".woff2"))
    scripts = sum(len(gzip.compress(asset.content)) for name, asset in by_name.items() if name.endswith(".js"))
    assert len(gzip.compress(page)) < 15 * KB
    assert len(gzip.compress(by_name["chat.css"].content)) < 12 * KB
    assert scripts < 25 * KB
    assert fonts < 20 * KB


async def test_pages_are_never_kept_and_hold_no_inline_code(client: httpx.AsyncClient) -> None:
    for path in ("/", "/tro-giup", "/khong-co"):
        response = await client.get(path)
        assert response.headers["cache-control"] == "no-store"
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src)", response.text)


def test_the_library_is_the_published_one() -> None:
    published = "429f6b742f07ec4a8ea17fa74743f744f1b63688e2faa7702651a97f3c1026c7cea69dec1b021d48ff713b7f94944867"
    assert hashlib.sha384((STATIC / "htmx/htmx-4.0.1.min.js").read_bytes()).hexdigest() == published


def test_licences_lie_beside() -> None:
    assert "SIL Open Font License" in (STATIC / "fonts/OFL.txt").read_text("utf-8")
    assert "Zero-Clause BSD" in (STATIC / "htmx/LICENSE").read_text("utf-8")


async def test_the_page_can_be_installed(client: httpx.AsyncClient) -> None:
    response = await client.get("/manifest.webmanifest")
    manifest = response.json()
    assert response.headers["content-type"] == "application/manifest+json"
    assert (manifest["lang"], manifest["display"], manifest["start_url"]) == ("vi", "standalone", "/")
    for icon in manifest["icons"]:
        content = (await client.get(icon["src"])).content
        if icon["type"] == "image/png":
            width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
            assert f"{width}x{height}" == icon["sizes"]
    assert {icon["purpose"] for icon in manifest["icons"] if "purpose" in icon} == {"any", "maskable"}


async def test_the_service_worker_keeps_the_shell_only(client: httpx.AsyncClient) -> None:
    script = (await client.get("/sw.js")).text
    shell = json.loads(re.findall(r"SHELL = (\[.*?\])", script)[0])
    assert [path for path in shell if not path.startswith("/static/")] == ["/mat-mang"]
    for path in shell:
        assert (await client.get(path)).status_code == 200


async def test_without_a_network_the_emergency_numbers_can_be_called(client: httpx.AsyncClient) -> None:
    addresses = Page((await client.get("/mat-mang")).text).addresses()
    assert {"tel:111", "tel:113", "tel:114", "tel:115"} <= set(addresses)


async def test_a_picture_is_shown_but_can_do_nothing(client: httpx.AsyncClient) -> None:
    response = await client.get("/hinh/dat-may-xuong.svg")
    assert (response.content, response.headers["content-type"]) == (DRAWING, "image/svg+xml")
    assert "sandbox" in response.headers["content-security-policy"]
    again = await client.get("/hinh/dat-may-xuong.svg", headers={"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "name",
    [
        "../khoa.md",
        "..%2f..%2fetc/passwd",
        "x.html",
        "x.svg.exe",
        "x",
        ".svg",
        "a//b.svg",
        "/etc/x.svg",
        "x.svg%00",
        "a/" * 6 + "x.svg",
    ],
)
async def test_other_files_are_no_pictures(name: str, client: httpx.AsyncClient) -> None:
    assert (await client.get(f"/hinh/{name}")).status_code in {400, 404}


@pytest.mark.parametrize("name", ["x.svg", "bai-1/anh_2.webp", "a/b/c/d/e.jpeg"])
def test_a_picture_name(name: str) -> None:
    assert PICTURE.fullmatch(name)


def test_pictures_come_from_their_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "hinh"
    folder.mkdir()
    (folder / "x.svg").write_bytes(b"<svg/>")
    (tmp_path / "secret.svg").write_bytes(b"secret")
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    picture = pictures_in(folder)
    found = [
        picture(name) for name in ("x.svg", "../secret.svg", "link.svg", "y.svg", ".", str(tmp_path / "secret.svg"))
    ]
    assert found == [b"<svg/>", None, None, None, None, None]
