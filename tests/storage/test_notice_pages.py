"""A long list is read page by page: nothing twice, nothing left out, nothing of others."""

from datetime import timedelta

import pytest

from bot.conversation.notice_facts import NoticeMoved, NoticeWritten
from bot.storage.broadcasting import broadcasts, notice_pages
from bot.storage.broadcasting.notice_pages import Place, page
from bot.storage.database import Database, Transaction
from broadcasts.officer import Action, Officer, Role
from tests.broadcasts.made import COMMUNE, NEIGHBOUR, NOW, STORM, all_clear_of, correction_of
from tests.storage.staff import appoint

MANY = 25


def write(tx: Transaction, officer: Officer, id: str, minutes: int) -> None:
    fact = NoticeWritten(id, STORM, correction_of(STORM), all_clear_of(STORM))
    assert broadcasts.write(tx, officer, "telegram:x", fact, NOW + timedelta(minutes=minutes)) is None


@pytest.fixture
async def officers(database: Database) -> tuple[Officer, Officer, Officer]:
    """A writer with many drafts, another writer with one between each two of them, and a neighbour."""

    def work(tx: Transaction) -> tuple[Officer, Officer, Officer]:
        an, binh = appoint(tx, Role.WRITER), appoint(tx, Role.WRITER)
        for number in range(MANY):
            write(tx, an, f"a{number:02}", number // 3)  # several in one minute
            write(tx, binh, f"b{number:02}", number // 3)
        return an, binh, appoint(tx, Role.DUTY, areas=(NEIGHBOUR,))

    return await database.write(work)


def everything(tx: Transaction, officer: Officer, most: int) -> list[str]:
    found: list[str] = []
    after: Place | None = None
    while True:
        one = page(tx, officer, most, after)
        assert len(one.notices) <= most
        found += [broadcast.id for broadcast in one.notices]
        if one.next is None:
            return found
        after = one.next


@pytest.mark.parametrize(("portion", "most"), [(1, 1), (2, 3), (7, 10), (200, 20), (50, 25), (25, 50)])
async def test_every_page_goes_on_where_the_last_ended(
    database: Database,
    officers: tuple[Officer, Officer, Officer],
    monkeypatch: pytest.MonkeyPatch,
    portion: int,
    most: int,
) -> None:
    monkeypatch.setattr(notice_pages, "PORTION", portion)
    monkeypatch.setattr(notice_pages, "_first", notice_pages._first.limit(portion))
    monkeypatch.setattr(notice_pages, "_after", notice_pages._after.limit(portion))
    an, _, neighbour = officers
    found = await database.read(lambda tx: everything(tx, an, most))
    assert sorted(found) == [f"a{number:02}" for number in range(MANY)]
    assert found[0][1:] >= "24"
    assert await database.read(lambda tx: everything(tx, neighbour, most)) == []


async def test_what_was_submitted_is_seen_by_colleagues(
    database: Database, officers: tuple[Officer, Officer, Officer]
) -> None:
    an, binh, _ = officers

    def submit(tx: Transaction) -> list[str]:
        text = next(one.text_hash for one in page(tx, an, 1).notices)
        newest = page(tx, an, 1).notices[0].id
        assert broadcasts.act(tx, an, "telegram:x", NoticeMoved(newest, Action.SUBMIT, text), NOW) is None
        return [one.id for one in page(tx, binh, 100).notices if one.id == newest]

    assert await database.write(submit) == ["a24"]


async def test_who_may_see_nothing_sees_nothing(database: Database, officers: tuple[Officer, Officer, Officer]) -> None:
    bien = await database.write(lambda tx: appoint(tx, Role.CONTENT, areas=(COMMUNE,)))
    assert await database.read(lambda tx: everything(tx, bien, 10)) == []
