"""`camtay report`: made twice it is the same, and figures that no longer agree end the command."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from bot.storage import question_tables
from bot.storage.counting import figures
from bot.storage.database import Database, open_database
from bot.storage.figure_tables import daily_figures
from tests.cli.conftest import Run
from tests.reports.world import DAY, DONG_VAN, NEXT, at, settle

DAYS = ("--from", DAY, "--to", NEXT)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[Database], object]], None]:
    """Does something to the database of the command."""

    async def once(work: Callable[[Database], object]) -> None:
        async with await open_database(f"sqlite:///{tmp_path}/data/camtay.db") as database:
            await work(database)  # type: ignore[misc]

    return lambda work: asyncio.run(once(work))


async def _lived(database: Database) -> None:
    await settle(database)
    for day in (DAY, NEXT):
        await figures.keep(database, day, at(1, day=NEXT))


def test_a_report_made_twice_is_one(camtay: Run, changed: Callable[[object], None]) -> None:
    changed(_lived)
    made = [camtay("report", "make", DONG_VAN, "--kind", "week", "--day", "2026-11-10", "--json") for _ in range(2)]
    assert [one.exit_code for one in made] == [0, 0], made[0].output
    assert made[0].output == made[1].output
    listed = camtay("report", "list", DONG_VAN, "--json").output.splitlines()
    assert [json.loads(line)["id"] for line in listed] == [json.loads(made[0].output)["id"]]
    assert "tuần 9–15/11/2026  Xã Đồng Văn" in camtay("report", "list", DONG_VAN).output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("make", "99999"), "No commune and no province"),
        (("make", DONG_VAN, "--day", "2999-01-01"), "is not over"),
        (("make", DONG_VAN, "--day", "hôm qua"), "hôm qua"),
    ],
)
def test_what_cannot_be_reported_is_told(camtay: Run, words: tuple[str, ...], said: str) -> None:
    done = camtay("report", *words)
    assert done.exit_code == 2
    assert said in done.output


def test_figures_that_agree_say_so(camtay: Run, changed: Callable[[object], None]) -> None:
    changed(_lived)
    done = camtay("report", "derive", *DAYS)
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "2 same")


def test_figures_that_were_changed_are_found(camtay: Run, changed: Callable[[object], None]) -> None:
    changed(_lived)
    row = {"day": DAY, "area": DONG_VAN, "verdict": "danger", "kind": "H1", "likeness": "", "times": 9}
    changed(lambda database: database.write(lambda tx: tx.execute(insert(question_tables.sightings).values(row))))
    done = camtay("report", "derive", *DAYS, "--json")
    assert done.exit_code == 1
    assert [json.loads(line)["is"] for line in done.output.splitlines()] == ["different", "same"]
    more = update(daily_figures).values(value=daily_figures.c.value + 99)
    changed(lambda database: database.write(lambda tx: tx.execute(more)))
    assert "fewer" in camtay("report", "derive", *DAYS).output


def test_days_that_nobody_wrote_down_are_told(camtay: Run) -> None:
    done = camtay("report", "derive", *DAYS)
    assert (done.exit_code, done.output.splitlines()[-1]) == (1, "2 missing")
