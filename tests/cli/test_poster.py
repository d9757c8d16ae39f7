"""`camtay poster`: the two files, and a clear sentence for whatever is missing."""

import asyncio
import socket
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.cli.poster import DRAWING
from bot.conversation.visit import VIETNAM
from tests.cli.conftest import Run
from tests.telegram_server.server import TOKEN, TelegramServer

WEB = {"CAMTAY_PUBLIC_URL": "https://xa.example.vn"}


def words(file: Path) -> str:
    """All that stands on the poster, lines put together."""
    return "".join(ET.parse(file).getroot().itertext())


def test_the_web_chat(camtay: Run, tmp_path: Path) -> None:
    before = datetime.now(VIETNAM)
    result = camtay("poster", "--xa", "00004", "--out", tmp_path / "in", env={**WEB, "CAMTAY_RUNNER": "UBND <b>&"})
    days = {f"In ngày {day:%d/%m/%Y}" for day in (before, datetime.now(VIETNAM))}
    file = tmp_path / "in" / "ap-phich-00004.svg"
    assert (result.exit_code, result.output) == (
        0,
        f"Đã viết {file} và {file.with_suffix('.png')}. In trên giấy A4.\n",
    )
    said = words(file)
    assert all(one in said for one in ("Phường Ba Đình", "xa.example.vn/?xa=00004", "Trợ lý máy của UBND <b>&"))
    assert any(day in said for day in days)
    assert "Telegram" not in said
    assert file.with_suffix(".png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("written", ["@TenBotCuaXa_bot", "TenBotCuaXa_bot", "https://t.me/TenBotCuaXa_bot"])
def test_the_name_on_telegram_may_be_given(camtay: Run, tmp_path: Path, written: str) -> None:
    result = camtay("poster", "--xa", "00004", "--telegram", written, "--out", tmp_path, env=WEB)
    assert result.exit_code == 0
    svg = (tmp_path / "ap-phich-00004.svg").read_text()
    assert 'aria-label="https://t.me/TenBotCuaXa_bot?start=xa-00004"' in svg
    assert 'aria-label="https://xa.example.vn/?xa=00004"' in svg
    assert "@TenBotCuaXa_bot" in svg


async def test_telegram_is_asked_for_the_name(camtay: Run, tmp_path: Path) -> None:
    async with TelegramServer() as server:
        env = {"CAMTAY_TELEGRAM_TOKEN": TOKEN, "CAMTAY_TELEGRAM_API": server.url}
        result = await asyncio.to_thread(camtay, "poster", "--xa", "00004", "--out", tmp_path, env=env)
        name = server.account.user["username"]
    assert result.exit_code == 0
    svg = (tmp_path / "ap-phich-00004.svg").read_text()
    assert f'aria-label="https://t.me/{name}?start=xa-00004"' in svg
    assert svg.count("aria-label") == 1


async def test_a_token_that_telegram_refuses(camtay: Run, tmp_path: Path) -> None:
    async with TelegramServer() as server:
        env = {"CAMTAY_TELEGRAM_TOKEN": "654321:s3cret", "CAMTAY_TELEGRAM_API": server.url}
        result = await asyncio.to_thread(camtay, "poster", "--xa", "00004", "--out", tmp_path, env=env)
    assert result.exit_code == 1
    assert result.output == "Error: Telegram không nhận mã trong CAMTAY_TELEGRAM_TOKEN.\n"


def test_a_network_that_is_away(camtay: Run, tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        env = {
            "CAMTAY_TELEGRAM_TOKEN": "654321:s3cret",
            "CAMTAY_TELEGRAM_API": f"http://127.0.0.1:{nobody.getsockname()[1]}",
        }
        result = camtay("poster", "--xa", "00004", "--out", tmp_path, env=env)
        given = camtay("poster", "--xa", "00004", "--telegram", "@TenBotCuaXa_bot", "--out", tmp_path, env=env)
    assert result.exit_code == 1
    assert result.output.startswith("Error: Chưa hỏi được Telegram tên của bot.")
    assert "--telegram" in result.output
    assert "s3cret" not in result.output
    assert given.exit_code == 0


def test_no_channel_has_an_address(camtay: Run, tmp_path: Path) -> None:
    result = camtay("poster", "--xa", "00004", "--out", tmp_path / "in")
    assert result.exit_code == 1
    assert result.output.startswith("Error: Chưa có địa chỉ để in. Đặt CAMTAY_PUBLIC_URL ")
    assert not (tmp_path / "in").exists()


def test_an_unknown_code(camtay: Run, tmp_path: Path) -> None:
    result = camtay("poster", "--xa", "99999", "--out", tmp_path / "in", env=WEB)
    assert result.exit_code == 1
    assert result.output == "Error: Không có xã nào mang mã 99999. Mã xã có năm số, ví dụ 00004.\n"
    assert not (tmp_path / "in").exists()


def test_a_name_is_answered_by_its_code(camtay: Run, tmp_path: Path) -> None:
    result = camtay("poster", "--xa", "phường ba đình, hà nội", "--out", tmp_path / "in", env=WEB)
    assert result.exit_code == 1
    assert "  00004  Phường Ba Đình, Thành phố Hà Nội\n" in result.output


@pytest.mark.parametrize("name", ["a b", "@", "x/../y", "Tên_bot", "https://evil.example/bot"])
def test_what_cannot_be_a_bots_name(camtay: Run, tmp_path: Path, name: str) -> None:
    result = camtay("poster", "--xa", "00004", "--telegram", name, "--out", tmp_path, env=WEB)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {name} không phải tên của bot Telegram")


def test_an_address_that_is_too_long(camtay: Run, tmp_path: Path) -> None:
    env = {"CAMTAY_PUBLIC_URL": f"https://{'xa.' * 60}vn"}
    result = camtay("poster", "--xa", "00004", "--out", tmp_path, env=env)
    assert result.exit_code == 1
    assert "CAMTAY_PUBLIC_URL dài quá" in result.output


@pytest.mark.parametrize(
    ("drawing", "shown"),
    [
        ('<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"><circle id="sun"/></svg>', True),
        ('<svg xmlns="http://www.w3.org/2000/svg"><circle id="sun"/>', False),
        ("", False),
    ],
)
def test_a_drawing_that_cannot_be_read_is_left_out(
    camtay: Run, lessons: Path, tmp_path: Path, drawing: str, shown: bool
) -> None:
    (lessons / DRAWING.parent).mkdir(exist_ok=True)
    (lessons / DRAWING).write_text(drawing)
    assert camtay("poster", "--xa", "00004", "--out", tmp_path, env=WEB).exit_code == 0
    sheet = ET.parse(tmp_path / "ap-phich-00004.svg")
    assert (sheet.find(".//*[@id='sun']") is not None) is shown
