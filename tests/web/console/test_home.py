"""The first page says what waits for whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app import clock
from bot.conversation.notice_facts import NoticeMoved, NoticeWritten
from bot.storage.broadcasting import broadcasts
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.offices.officers import officer_by_id
from broadcasts.officer import Action
from tests.stories.office import ALL_CLEAR, CORRECTION, STORM
from tests.web.console.conftest import Desk


def _submitted(tx: Transaction, writer: str) -> None:
    now = clock()
    texts = (STORM, CORRECTION, ALL_CLEAR)
    notice, correction, clear = (replace(one, starts=now, ends=now + timedelta(hours=5)) for one in texts)
    officer = officer_by_id(tx, writer)
    assert officer
    fact = NoticeWritten("b1", notice, correction, clear)
    assert broadcasts.write(tx, officer, "office:lan", fact, now) is None
    written = load(tx, "b1")
    assert written
    assert broadcasts.act(tx, officer, "office:lan", NoticeMoved("b1", Action.SUBMIT, written.text_hash), now) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [("minh", "thông báo chờ anh chị duyệt"), ("lan", "bản nháp của anh chị"), ("bien", "Không có việc nào đang chờ.")],
)
async def test_everybody_sees_what_waits_for_them(desk: Desk, name: str, said: str) -> None:
    await desk.app.database.write(lambda tx: _submitted(tx, desk.ids["lan"]))
    page = await desk.client(name).get("/can-bo")
    assert said in page.text
    assert ("wait pressing" in page.text) is (name == "minh")
