"""`camtay channels status`: how each account is, for whoever runs it."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.channels.channel import TokenPair
from bot.cli import main
from bot.storage.database import Transaction, open_database
from bot.storage.delivery.account_states import AccountState, tell
from bot.storage.delivery.account_tokens import keep_tokens
from bot.storage.delivery.usage import add_messages
from bot.vietnamese.moments import VIETNAM
from tests.storage.village import Villager, settle_in

NOW = datetime.now(UTC)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Zalo's bot and Official Account are set up; nothing has run yet."""
    monkeypatch.setenv("CAMTAY_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("CAMTAY_ZALO_BOT_TOKEN", "12345:abc")
    monkeypatch.setenv("CAMTAY_ZALO_OA_APP_ID", "42")
    return f"sqlite:///{tmp_path}/camtay.db"


def status(*options: str) -> str:
    done = CliRunner().invoke(main, ["channels", "status", *options])
    assert done.exit_code == 0, done.output
    return done.output


def told() -> dict[str, dict[str, object]]:
    return {row["channel"]: row for row in map(json.loads, status("--json").splitlines())}


def test_what_never_ran_says_what_to_do(place: str) -> None:
    text = status()
    assert "Telegram: tắt" in text
    assert "camtay serve" in text
    assert "camtay zalo login" in text


async def _happen(place: str) -> None:
    async with await open_database(place) as database:
        await settle_in(database, Villager("an", ("zalo_oa:{}", "-zalo_bot:{}")), Villager("ba", ("!zalo_oa:{}",)))

        def happened(tx: Transaction) -> None:
            tell(tx, "zalo_bot", AccountState.AWAY, "timeout", NOW - timedelta(minutes=2))
            tell(tx, "zalo_bot", AccountState.AWAY, "timeout", NOW)
            tell(tx, "zalo_oa", AccountState.REFUSED, "-216", NOW)
            add_messages(tx, "zalo_bot", NOW.astimezone(VIETNAM).strftime("%Y-%m"), 2500)
            pair = TokenPair("a", NOW + timedelta(hours=25), "r", NOW + timedelta(days=90))
            keep_tokens(tx, "zalo_oa", pair, None, NOW)

        await database.write(happened)


def test_it_tells_state_reason_people_plan_and_tokens(place: str) -> None:
    asyncio.run(_happen(place))
    rows = told()
    bot, account = rows["zalo_bot"], rows["zalo_oa"]
    assert (bot["state"], bot["why"], bot["plan"], bot["left"]) == ("away", "timeout", 3000, 1)
    assert bot["since"] == (NOW - timedelta(minutes=2)).isoformat()  # since it began, however often it was told
    assert (account["state"], account["known"], account["shut"]) == ("refused", 2, 1)
    assert account["token_dies"] == (NOW + timedelta(days=90)).isoformat()
    assert "1 nơi đã quá hạn nhắn" in status()
