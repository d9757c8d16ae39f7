"""`camtay poster`: one A4 sheet for a commune's notice board."""

import asyncio
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import click

from bot.areas import Commune, commune, find_commune, full_name
from bot.cli.opening import read_settings
from bot.conversation.visit import VIETNAM
from bot.poster import Poster, Way, as_png, telegram_way, web_way
from bot.settings import Settings
from bot.translations import Words

say = Words().say
DRAWING = Path("hinh", "gui-anh-goi-co-hinh.svg")  # below the lessons folder; a poster can do without
LONGEST_ADDRESS = 150  # characters; the QR code of a longer one is too fine for old cameras
MOST_GUESSES = 8
_BOT_NAME = re.compile(r"(?:https://t\.me/|@)?([A-Za-z][A-Za-z0-9_]{3,31})")


@click.command()
@click.option("--xa", required=True, help="The commune's code of five digits; with a name, the codes are listed.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("build"), show_default=True)
@click.option("--telegram", default="", help="The Telegram bot's @name, to print it without asking Telegram.")
def poster(xa: str, out: Path, telegram: str) -> None:
    """Write the A4 poster of a commune as SVG and PNG, with a QR code for each channel that is on."""
    settings, place = read_settings(), _commune(xa)
    ways = tuple(_ways(settings, place.code, _given_name(telegram)))
    if not ways:
        raise click.ClickException(
            say("Chưa có địa chỉ để in. Đặt CAMTAY_PUBLIC_URL là địa chỉ trang của xã, ví dụ https://xa.example.vn")
        )
    sheet = Poster(place, settings.runner, ways, datetime.now(VIETNAM).date(), _drawing(settings.lessons_dir)).svg()
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"ap-phich-{place.code}.svg"
    file.write_text(sheet, encoding="utf-8")
    file.with_suffix(".png").write_bytes(as_png(sheet))
    click.echo(say("Đã viết {svg} và {png}. In trên giấy A4.", svg=file, png=file.with_suffix(".png")))


def _commune(code: str) -> Commune:
    found = commune(code.strip())
    if found is None:
        raise click.ClickException(_unknown(code))
    return found


def _unknown(code: str) -> str:
    """What to write instead; whoever wrote a name is told its code."""
    guesses = [match.unit for match in find_commune(code).matches[:MOST_GUESSES]]
    lines = [say("Không có xã nào mang mã {code}. Mã xã có năm số, ví dụ 00004.", code=code)]
    lines += [say("Có phải một trong các xã này không?")] if guesses else []
    return "\n".join((*lines, *(f"  {one.code}  {full_name(one)}" for one in guesses)))


def _ways(settings: Settings, code: str, name: str) -> Iterator[Way]:
    """Every channel that is on. A Telegram name that was given counts as one."""
    if settings.public_url:
        way = web_way(settings.public_url, code)
        if len(way.address) > LONGEST_ADDRESS:
            raise click.ClickException(say("Địa chỉ trong CAMTAY_PUBLIC_URL dài quá, mã QR sẽ khó quét."))
        yield way
    if name or settings.telegram_token.get_secret_value():
        yield telegram_way(name or asyncio.run(_asked_name(settings)), code)


def _given_name(written: str) -> str:
    if not written:
        return ""
    name = _BOT_NAME.fullmatch(written.strip())
    if name is None:
        raise click.ClickException(say("{name} không phải tên của bot Telegram, ví dụ @TenBotCuaXa_bot", name=written))
    return name[1]


async def _asked_name(settings: Settings) -> str:
    """What Telegram calls the bot; ends the command with a clear message where it cannot be asked."""
    from bot.channels.channel import Misconfigured, SendError
    from bot.channels.telegram.account import Account
    from bot.channels.telegram.failures import named
    from bot.channels.telegram.request import AiohttpRequest, bot_over

    request = AiohttpRequest(Account(settings.telegram_token.get_secret_value(), settings.telegram_api))
    try:
        return str((await named(bot_over(request).get_me())).username)
    except Misconfigured as failure:
        raise click.ClickException(say("Telegram không nhận mã trong CAMTAY_TELEGRAM_TOKEN.")) from failure
    except SendError as failure:
        raise click.ClickException(
            say("Chưa hỏi được Telegram tên của bot. Khi có mạng hãy thử lại, hoặc viết tên: --telegram TÊN_BOT")
        ) from failure
    finally:
        await request.shutdown()


def _drawing(lessons: Path) -> str:
    """As an element that may stand within another document; empty where there is none that can be read."""
    try:
        found = ElementTree.parse(lessons / DRAWING).getroot()  # noqa: S314 - the administrators' own file
    except (OSError, ElementTree.ParseError):
        return ""
    return ElementTree.tostring(found, encoding="unicode")
