"""Every setting, read once from the environment; nothing else looks there."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Self

PREFIX = "CAMTAY_"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


class SettingsError(Exception):
    """All that is missing or wrong, in one message."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A value that neither a log nor a traceback shows by accident."""

    _value: str = ""

    def __repr__(self) -> str:
        return "Secret(…)"

    def get_secret_value(self) -> str:
        """What is kept secret; empty where nothing was given."""
        return self._value


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting is for, in the words of the README, and how it is read; ValueError says what it must be."""

    description: str
    read: Callable[[str], Any] = str


def _port(written: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", written) or not 1 <= int(written) <= 65535:
        raise ValueError("must be a number from 1 to 65535")
    return int(written)


def _token(written: str) -> Secret:
    if written and not _TOKEN.fullmatch(written):
        raise ValueError("must be digits, a colon, then letters and digits, as BotFather gives it")
    return Secret(written)


def _rate(written: str) -> float:
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", written) or not 30 < float(written) <= 1000:
        raise ValueError("must be a number of messages a second, above 30 and at most 1000")
    return float(written)


def _dong(written: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", written):
        raise ValueError("must be a number of đồng")
    return int(written)


def _web_address(written: str) -> str:
    if written and not written.startswith(("https://", "http://")):
        raise ValueError("must begin with https:// or http://")
    return written.rstrip("/")


def _database(written: str) -> str:
    if written and not written.startswith(("sqlite:///", "postgresql://", "postgres://")):
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return written


def _secret(written: str) -> Secret:
    return Secret(written)


def _some_rate(written: str) -> float:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?", written) or not 0 < float(written) <= 60:
        raise ValueError("must be a number of messages a second, above 0 and at most 60")
    return float(written)


def _plan(written: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", written):
        raise ValueError("must be a number of messages a month; 0: any number")
    return int(written)


def _yes(written: str) -> bool:
    if written.lower() not in ("yes", "no"):
        raise ValueError("must be yes or no")
    return written.lower() == "yes"


_NOTHING = Secret()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one program, as they hold where nothing else is set."""

    host: Annotated[str, Setting("Address to listen on.")] = "127.0.0.1"
    port: Annotated[int, Setting("Port to listen on.", _port)] = 8080
    public_url: Annotated[
        str, Setting("Address under which people reach this server, for example https://xa.example.vn.", _web_address)
    ] = ""
    data_dir: Annotated[Path, Setting("Folder for the database file and other data.", Path)] = Path("data")
    lessons_dir: Annotated[Path, Setting("Folder with the lessons, directory and handbook.", Path)] = Path("lessons")
    database_url: Annotated[
        str, Setting("postgresql://user:password@host/name; empty: an SQLite file in the data folder.", _database)
    ] = ""
    telegram_token: Annotated[Secret, Setting("Token of a Telegram bot; empty: Telegram is off.", _token)] = _NOTHING
    telegram_api: Annotated[str, Setting("Base address of the Telegram Bot API.", _web_address)] = (
        "https://api.telegram.org"
    )
    telegram_paid_rate: Annotated[
        float | None,
        Setting("Messages a second, above 30, that may be paid for: 0.1 Star each. Empty: 30, free.", _rate),
    ] = None
    telegram_star: Annotated[
        int, Setting("What one Star costs in đồng: only to tell officers the price of a paid notice.", _dong)
    ] = 500
    zalo_bot_token: Annotated[
        Secret, Setting("Token of a bot of Zalo's Bot Platform; empty: that channel is off.", _secret)
    ] = _NOTHING
    zalo_bot_api: Annotated[str, Setting("Base address of Zalo's Bot API.", _web_address)] = (
        "https://bot-api.zaloplatforms.com"
    )
    zalo_bot_rate: Annotated[
        float, Setting("Messages a second over the Zalo bot; no figure is published.", _some_rate)
    ] = 5.0
    zalo_bot_plan: Annotated[
        int, Setting("Messages a month that the Zalo bot's plan allows; 0: any number.", _plan)
    ] = 3000
    zalo_large_text: Annotated[
        bool, Setting("Larger type in the Zalo bot's messages, for elderly readers: yes or no.", _yes)
    ] = True
    zalo_oa_app_id: Annotated[
        str, Setting("Id of the app that speaks for a Zalo Official Account; empty: that channel is off.")
    ] = ""
    zalo_oa_app_secret: Annotated[Secret, Setting("Secret of that app, for the login.", _secret)] = _NOTHING
    zalo_oa_secret: Annotated[Secret, Setting("Secret key of the Official Account, which signs webhooks.", _secret)] = (
        _NOTHING
    )
    zalo_oa_api: Annotated[str, Setting("Base address of Zalo's Open API.", _web_address)] = "https://openapi.zalo.me"
    zalo_oa_oauth: Annotated[str, Setting("Base address of Zalo's login.", _web_address)] = "https://oauth.zaloapp.com"
    zalo_oa_template: Annotated[
        str, Setting("Transaction template for people who have been silent for 7 days, for example transaction_event.")
    ] = ""
    zalo_oa_price: Annotated[
        int, Setting("What one message of the Official Account costs in đồng: only to tell officers.", _dong)
    ] = 55
    runner: Annotated[str, Setting("Who runs the bot, as people are told.")] = "Ban thông tin cơ sở"

    @property
    def rates(self) -> dict[str, float]:
        """Messages a second that a channel may send, by its name; what is not named is not limited."""
        return {"telegram": self.telegram_paid_rate or 30.0, "zalo_bot": self.zalo_bot_rate, "zalo_oa": 60.0}

    @property
    def prices(self) -> dict[str, float]:
        """Đồng for one message of a notice, by channel; a tenth of a Star where sending is paid for."""
        telegram = {"telegram": self.telegram_star / 10} if self.telegram_paid_rate else {}
        return {**telegram, "zalo_oa": float(self.zalo_oa_price)}

    @property
    def plans(self) -> dict[str, int]:
        """Messages a month that a channel's plan allows, by its name; what is not named is not counted."""
        return {"zalo_bot": self.zalo_bot_plan} if self.zalo_bot_plan else {}

    @property
    def channels(self) -> dict[str, bool]:
        """Every channel by its name, and whether it is on."""
        telegram, bot = (one.get_secret_value() for one in (self.telegram_token, self.zalo_bot_token))
        return {"web": True, "telegram": bool(telegram), "zalo_bot": bool(bot), "zalo_oa": bool(self.zalo_oa_app_id)}

    @property
    def database(self) -> str:
        """The address of the database that is used."""
        return self.database_url or f"sqlite:///{self.data_dir / 'camtay.db'}"

    def webhook_url(self, channel: str) -> str:
        """Where a network may post for a channel; empty where nobody outside can reach us."""
        return f"{self.public_url}/webhook/{channel}" if self.public_url else ""

    @classmethod
    def read(cls, **given: Any) -> Self:
        """The settings of this process; raises SettingsError that names every one that is wrong."""
        found: dict[str, Any] = {}
        wrong = ["These settings are wrong:"]
        for name, written in (_environment() | given).items():
            try:
                found[name] = SETTINGS[name].read(str(written))
            except ValueError as reason:  # it never quotes the value, which may be a secret
                wrong.append(f"  {PREFIX}{name.upper()}: {reason}")
        if len(wrong) > 1:
            raise SettingsError("\n".join(wrong))
        return cls(**found)


SETTINGS: dict[str, Setting] = {one.name: one.type.__metadata__[0] for one in fields(Settings)}  # type: ignore[union-attr]


def _environment() -> dict[str, str]:
    """What is set; an empty variable is as if it were not there."""
    return {name: value for name in SETTINGS if (value := os.environ.get(f"{PREFIX}{name.upper()}"))}
