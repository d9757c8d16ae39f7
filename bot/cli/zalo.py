"""`camtay zalo`: the consent without which nothing goes over the Official Account."""

import asyncio
from datetime import UTC, datetime

import click

from bot.channels.channel import Misconfigured, SendError, TokenPair
from bot.channels.zalo_oa.account import Account
from bot.channels.zalo_oa.consent import BadConsent, accept, consent_link, read_answer
from bot.cli.opening import read_settings
from bot.networks import zalo_oa_account
from bot.notices.times import moment
from bot.settings import Settings
from bot.storage.database import open_database
from bot.storage.delivery.account_tokens import DatabaseTokenStore
from bot.storage.errors import StorageError
from bot.translations import Words

WORDS = Words()
say = WORDS.say


@click.group()
def zalo() -> None:
    """Zalo's Official Account."""


@zalo.command()
@click.option("--answer", default="", help="The whole address that the browser was led to, where it is known already.")
def login(answer: str) -> None:
    """Show the link for the consent, take the address that the browser was led to, and keep the tokens."""
    settings = read_settings()
    account = _account(settings)
    if not answer:
        click.echo(say("1. Mở đường dẫn này bằng tài khoản quản trị Official Account, rồi bấm đồng ý:"))
        click.echo(f"\n{consent_link(account, _now()).url}\n")
        click.echo(say("2. Trình duyệt sẽ sang một trang khác. Chép toàn bộ địa chỉ của trang ấy."))
        answer = click.prompt(say("3. Dán địa chỉ vào đây"))
    pair = _accepted(settings, account, answer)
    click.echo(say("Đã đăng nhập. Máy tự cấp thẻ mới, không phải làm lại."))
    if pair.refresh_dies is None:
        at = moment(pair.access_dies, WORDS)
        click.echo(say("Official Account dùng thử không được cấp thẻ mới: phải đăng nhập lại trước {at}.", at=at))


def _account(settings: Settings) -> Account:
    if not settings.zalo_oa_app_id:
        raise click.ClickException("Zalo's Official Account is off. Set CAMTAY_ZALO_OA_APP_ID and its two secrets.")
    if not settings.public_url:
        raise click.ClickException("Zalo leads the browser back to this server. Set CAMTAY_PUBLIC_URL.")
    try:
        return zalo_oa_account(settings)
    except Misconfigured as missing:
        raise click.ClickException(str(missing)) from missing


def _accepted(settings: Settings, account: Account, answer: str) -> TokenPair:
    try:
        return asyncio.run(_accept(settings, account, answer))
    except (BadConsent, SendError) as refused:
        raise click.ClickException(str(refused)) from refused
    except StorageError as wrong:
        raise click.ClickException(f"The database cannot be used: {wrong}") from wrong


async def _accept(settings: Settings, account: Account, answer: str) -> TokenPair:
    async with await open_database(settings.database) as database:
        return await accept(account, read_answer(answer), DatabaseTokenStore(database, _now), _now)


def _now() -> datetime:
    return datetime.now(UTC)
