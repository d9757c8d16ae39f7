"""The settings: what holds by itself, and one message for everything that is wrong."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from bot.settings import PREFIX, SETTINGS, Settings, SettingsError


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


def test_everything_has_a_default() -> None:
    settings = Settings.read()
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert (settings.data_dir, settings.lessons_dir) == (Path("data"), Path("lessons"))
    assert settings.database == "sqlite:///data/camtay.db"
    assert settings.runner


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMTAY_PORT", "9000")
    monkeypatch.setenv("CAMTAY_RUNNER", "UBND xã Ba Tơ")
    monkeypatch.setenv("CAMTAY_PUBLIC_URL", "https://xa.example.vn/")
    settings = Settings.read()
    assert (settings.port, settings.runner) == (9000, "UBND xã Ba Tơ")
    assert settings.public_url == "https://xa.example.vn"


def test_empty_variables_are_as_if_they_were_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Settings.read()
    for name in SETTINGS:
        monkeypatch.setenv(f"{PREFIX}{name.upper()}", "")
    assert Settings.read() == before


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMTAY_PORT", "9000")
    assert Settings.read(port=9001).port == 9001


def test_everything_wrong_is_told_at_once_and_without_values(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "CAMTAY_PORT": "s3cret-port",
        "CAMTAY_PUBLIC_URL": "s3cret-url",
        "CAMTAY_DATABASE_URL": "mysql://user:s3cret-password@host/name",
    }
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as told:
        Settings.read()
    message = str(told.value)
    assert [name for name in wrong if name not in message] == []
    assert len(message.splitlines()) == len(wrong) + 1
    assert "s3cret" not in message
    assert told.value.__context__ is None


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8080.5", "http", ""])
def test_a_port_is_one_that_can_be_listened_on(port: str) -> None:
    with pytest.raises(SettingsError, match="CAMTAY_PORT"):
        Settings.read(port=port)


@pytest.mark.parametrize(
    "url",
    ["sqlite:////srv/camtay.db", "postgresql://camtay:x@localhost/camtay", "postgres://camtay:x@localhost/camtay"],
)
def test_a_database_may_be_named(url: str) -> None:
    assert Settings.read(database_url=url).database == url


def test_the_database_lies_in_the_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "dữ liệu của xã"
    assert Settings.read(data_dir=folder).database == f"sqlite:///{folder}/camtay.db"


def test_a_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMTAY_TELEGRAM_TOKEN", "123:s3cret")
    settings = Settings.read()
    assert settings.telegram_token.get_secret_value() == "123:s3cret"
    assert "s3cret" not in f"{settings} {settings!r} {settings.telegram_token}"


def test_settings_cannot_be_changed() -> None:
    settings = Settings.read()
    with pytest.raises(FrozenInstanceError):
        setattr(settings, "port", 1)  # noqa: B010 - the type checker knows that it cannot be done


def test_every_setting_is_described() -> None:
    assert [name for name, one in SETTINGS.items() if not one.description] == []
