"""Every setting, read once from the environment; nothing else looks there."""

import re
from pathlib import Path
from typing import Any, Self

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "CAMTAY_"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


class SettingsError(Exception):
    """All that is missing or wrong, in one message."""


class Settings(BaseSettings):
    """The settings of one program; each description is its line in the README."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_ignore_empty=True)

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8080, ge=1, le=65535, description="Port to listen on.")
    public_url: str = Field(
        "", description="Address under which people reach this server, for example https://xa.example.vn."
    )
    data_dir: Path = Field(Path("data"), description="Folder for the database file and other data.")
    lessons_dir: Path = Field(Path("lessons"), description="Folder with the lessons, directory and handbook.")
    database_url: str = Field(
        "", description="postgresql://user:password@host/name; empty: an SQLite file in the data folder."
    )
    telegram_token: SecretStr = Field(SecretStr(""), description="Token of a Telegram bot; empty: Telegram is off.")
    telegram_api: str = Field("https://api.telegram.org", description="Base address of the Telegram Bot API.")
    runner: str = Field("Ban thông tin cơ sở", description="Who runs the bot, as people are told.")

    @field_validator("telegram_token")
    @classmethod
    def _a_token(cls, token: SecretStr) -> SecretStr:
        if token.get_secret_value() and not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("must be digits, a colon, then letters and digits, as BotFather gives it")
        return token

    @field_validator("public_url", "telegram_api")
    @classmethod
    def _a_web_address(cls, url: str) -> str:
        if url and not url.startswith(("https://", "http://")):
            raise ValueError("must begin with https:// or http://")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _a_known_database(cls, url: str) -> str:
        if url and not url.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return url

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
        try:
            return cls(**given)
        except ValidationError as wrong:
            raise SettingsError(_told(wrong)) from None


def _told(wrong: ValidationError) -> str:
    """One line for each wrong setting; values stay out, they may be secrets."""
    lines = (f"  {PREFIX}{str(error['loc'][0]).upper()}: {error['msg']}" for error in wrong.errors())
    return "\n".join(("These settings are wrong:", *lines))
