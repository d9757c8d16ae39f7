"""What is due: once for each thing, under a lease, at the time that was put last."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.storage import jobs
from bot.storage.database import Database
from bot.storage.jobs import Job, JobKind

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
SOON, LEASE = NOW + timedelta(minutes=3), timedelta(seconds=30)


async def put(database: Database, about: str = "b1", at: datetime = NOW, kind: JobKind = JobKind.APPROVER) -> None:
    await database.write(lambda tx: jobs.put(tx, kind, about, at))


async def due(database: Database, now: datetime = NOW) -> tuple[Job, ...]:
    return await database.write(lambda tx: jobs.due(tx, now, LEASE))


async def test_a_job_is_due_at_its_time_and_not_before(database: Database) -> None:
    await put(database, at=SOON)
    assert await due(database, SOON - timedelta(microseconds=1)) == ()
    [job] = await due(database, SOON)
    assert (job.kind, job.about, job.due_at, job.leased_until) == (JobKind.APPROVER, "b1", SOON, SOON + LEASE)


async def test_a_leased_job_comes_back_when_the_lease_ends(database: Database) -> None:
    await put(database)
    assert len(await due(database)) == 1
    assert await due(database, NOW + LEASE - timedelta(seconds=1)) == ()
    assert len(await due(database, NOW + LEASE)) == 1


async def test_a_job_that_is_done_is_gone(database: Database) -> None:
    await put(database)
    [job] = await due(database)
    await database.write(lambda tx: jobs.done(tx, job))
    assert await due(database, NOW + LEASE) == ()


async def test_a_lease_that_was_lost_ends_nothing(database: Database) -> None:
    await put(database)
    [mine] = await due(database)
    later = NOW + 2 * LEASE
    assert len(await due(database, later)) == 1
    await database.write(lambda tx: jobs.done(tx, mine))
    assert len(await due(database, later + LEASE)) == 1


async def test_what_is_put_anew_while_it_is_done_is_done_again(database: Database) -> None:
    await put(database)
    [job] = await due(database)
    await put(database, at=SOON)
    await database.write(lambda tx: jobs.done(tx, job))
    assert [one.due_at for one in await due(database, SOON)] == [SOON]


async def test_the_same_job_is_kept_once_at_the_last_time(database: Database) -> None:
    await put(database)
    await put(database, at=SOON)
    await put(database, about="b2", at=SOON)
    await put(database, kind=JobKind.EXPIRE, at=SOON)
    assert await due(database) == ()
    found = {(job.kind, job.about) for job in await due(database, SOON)}
    assert found == {(JobKind.APPROVER, "b1"), (JobKind.APPROVER, "b2"), (JobKind.EXPIRE, "b1")}


async def test_a_job_that_is_dropped_is_gone(database: Database) -> None:
    await put(database)
    await put(database, about="b2")
    await database.write(lambda tx: jobs.drop(tx, JobKind.APPROVER, "b1"))
    assert [job.about for job in await due(database)] == ["b2"]


async def test_the_longest_overdue_comes_first_and_no_more_than_asked_for(database: Database) -> None:
    for minute, about in ((3, "c"), (1, "a"), (2, "b")):
        await put(database, about, NOW + timedelta(minutes=minute))
    found = await database.write(lambda tx: jobs.due(tx, NOW + timedelta(hours=1), LEASE, most=2))
    assert [job.about for job in found] == ["a", "b"]


async def test_two_who_ask_at_once_share_them(database: Database) -> None:
    for number in range(10):
        await put(database, f"b{number}")
    found = await asyncio.gather(*(due(database) for _ in range(4)))
    assert sorted(job.about for jobs in found for job in jobs) == [f"b{number}" for number in range(10)]
