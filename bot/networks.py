"""The networks that are configured, opened; the code of one that is off is not even loaded."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.channels.budget import Budget
from bot.channels.channel import Misconfigured
from bot.listening import Listener
from bot.pictures import drawings
from bot.recordings import beside, finder
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.people.media import DatabaseMediaCache
from broadcasts.code import read_code, shown

if TYPE_CHECKING:
    from bot.channels.zalo_oa.account import Account as OaAccount
    from bot.channels.zalo_oa.template import Whole

Clock = Callable[[], datetime]
LOGIN = "/zalo"  # where Zalo leads the operator back to after the consent


def open_networks(settings: Settings, database: Database, clock: Clock) -> Sequence[Listener]:
    """One listener for each network that is on; raises Misconfigured, or ValueError naming the settings it lacks."""
    opened = (_telegram, _zalo_bot, _zalo_oa)
    return tuple(one for make in opened if (one := make(settings, database, clock)) is not None)


def _telegram(settings: Settings, database: Database, clock: Clock) -> Listener | None:
    token = settings.telegram_token.get_secret_value()
    if not token:
        return None
    from bot.channels.telegram.account import Account
    from bot.channels.telegram.send import TelegramChannel

    account, media = Account(token, settings.telegram_api), DatabaseMediaCache(database, clock)
    budget = Budget(settings.telegram_paid_rate) if settings.telegram_paid_rate else None
    return TelegramChannel(account, media, _files(settings), budget)


def _zalo_bot(settings: Settings, database: Database, clock: Clock) -> Listener | None:
    token = settings.zalo_bot_token.get_secret_value()
    if not token:
        return None
    from bot.channels.zalo_bot.account import Account
    from bot.channels.zalo_bot.payloads import Look
    from bot.channels.zalo_bot.plan import Plan
    from bot.channels.zalo_bot.send import ZaloBotChannel
    from bot.channels.zalo_bot.turns import Turns
    from bot.storage.delivery.usage import DatabaseUsage

    return ZaloBotChannel(
        Account(token, api=settings.zalo_bot_api),
        Plan(DatabaseUsage(database), settings.zalo_bot_plan, clock),
        Turns(Budget(settings.zalo_bot_rate)),
        Look(settings.zalo_large_text, settings.public_url),
        clock,
    )


def _zalo_oa(settings: Settings, database: Database, clock: Clock) -> Listener | None:
    if not settings.zalo_oa_app_id:
        return None
    from bot.channels.zalo_oa.send import Supplies, ZaloOaChannel
    from bot.channels.zalo_oa.template import Template
    from bot.storage.delivery.account_tokens import DatabaseTokenStore

    supplies = Supplies(
        DatabaseTokenStore(database, clock),
        DatabaseMediaCache(database, clock),
        _files(settings),
        Template(settings.zalo_oa_template, partial(_whole, settings)) if settings.zalo_oa_template else None,
    )
    return ZaloOaChannel(zalo_oa_account(settings), supplies, clock=clock)


def _whole(settings: Settings, screen: str) -> "Whole | None":
    """A notice's screen is named by its code; other screens by a number, which is none."""
    from bot.channels.zalo_oa.template import Whole

    code = read_code(screen) if settings.public_url else None
    return Whole(shown(code), f"{settings.public_url}/k/{shown(code)}") if code else None


def _files(settings: Settings) -> Callable[[str], bytes | None]:
    return beside(drawings(settings.lessons_dir), finder(settings.data_dir, settings.lessons_dir))


def zalo_oa_account(settings: Settings) -> "OaAccount":
    """The Official Account of the settings; raises Misconfigured that names what is missing."""
    from bot.channels.zalo_oa.account import Account

    try:
        return Account(
            settings.zalo_oa_app_id,
            settings.zalo_oa_app_secret.get_secret_value(),
            settings.zalo_oa_secret.get_secret_value(),
            f"{settings.public_url}{LOGIN}",
            settings.zalo_oa_api,
            settings.zalo_oa_oauth,
        )
    except ValueError as missing:
        raise Misconfigured(str(missing)) from missing
