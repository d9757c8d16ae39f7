"""`camtay broadcast deliveries`: a table of everybody, attempt by attempt, that no spreadsheet can be tricked by."""

import asyncio
import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.storage.broadcasting import broadcast_rows
from bot.storage.database import open_database
from bot.storage.delivery.mailings import open_mailing
from broadcasts.audience import Audience
from broadcasts.broadcast import Move
from broadcasts.delivery import Outcome
from broadcasts.notice import Level
from tests.broadcasts.made import moved, written
from tests.storage.village import HERE, LATER, NOW, Villager, claim, owner, record, result, settle_in, spell_out


async def _sent(url: str) -> str:
    """A storm notice to three people: one has it, one has blocked us, one has no address."""
    async with await open_database(url) as database:
        await settle_in(database, "an", "binh", Villager("chi", ()))
        broadcast = moved(written(), Move.SUBMIT, Move.APPROVE)
        await database.write(lambda tx: broadcast_rows.keep(tx, None, broadcast))
        audience = Audience(frozenset([HERE]))
        await database.write(lambda tx: open_mailing(tx, broadcast.id, Level.URGENT, {}, audience, NOW, LATER))
        await spell_out(database)
        lease = await owner(database)
        outcomes = {"an": Outcome.SENT, "binh": Outcome.GONE}
        await record(database, lease, *(result(one, outcomes[one.account]) for one in await claim(database, lease)))
    return broadcast.id


def test_everybody_and_every_attempt_is_in_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMTAY_DATA_DIR", str(tmp_path))
    id, out = asyncio.run(_sent(f"sqlite:///{tmp_path}/camtay.db")), tmp_path / "bang.csv"
    done = CliRunner().invoke(main, ["broadcast", "deliveries", id, "--out", str(out)])
    assert done.exit_code == 0, done.output
    with out.open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file)
    assert heading[:4] == ["người thứ", "lần thử", "kênh", "kết quả"]
    assert sorted(row[3] for row in rows) == ["không tới", "không tới", "không tới", "đã nhận"]
    reasons = {row[5] for row in rows}
    assert {"người nhận đã chặn, hoặc không còn dùng nơi này", "không có nơi nào để nhắn"} <= reasons
    assert not any(name in cell for row in rows for cell in row for name in ("an", "binh", "chi") if cell == name)


def test_a_notice_that_nobody_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMTAY_DATA_DIR", str(tmp_path))
    done = CliRunner().invoke(main, ["broadcast", "deliveries", "ZZZZ-ZZZZ"])
    assert done.exit_code == 1
    assert "ZZZZ-ZZZZ" in done.output
