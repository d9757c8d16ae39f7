"""What officers send is known to everybody within a look: in the chat, on the web, and only once it has left."""

from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copytree

import pytest

from bot.app import open_app
from bot.settings import Settings
from bot.web.from_app import ports_of
from broadcasts.broadcast import State
from broadcasts.notice import Kind
from tests.stories.office import COMMUNE, STORM
from tests.stories.teller import Clock, Stage, staged

LESSONS = Path(__file__).parent / "stories" / "lessons"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    copytree(LESSONS, tmp_path / "lessons")
    async with staged(tmp_path / "lessons", f"sqlite:///{tmp_path / 'notices.db'}") as opened:
        yield opened


async def test_before_anything_was_sent_nothing_is_known(stage: Stage) -> None:
    assert stage.content.world.notices == ()
    assert not await stage.content.refresh()


async def test_what_was_sent_is_known_at_the_next_look(stage: Stage) -> None:
    await stage.office.send("storm")
    assert await stage.content.refresh()
    [known] = stage.content.world.notices
    assert (known.notice, known.areas, known.replaced_by) == (STORM, frozenset({COMMUNE}), "")
    assert known.holds(stage.clock.now)
    assert not await stage.content.refresh()


async def test_a_draft_is_known_to_nobody(stage: Stage) -> None:
    await stage.office.write("storm")
    await stage.content.refresh()
    assert stage.content.world.notices == ()


async def test_what_was_taken_back_names_what_took_its_place(stage: Stage) -> None:
    await stage.office.send("storm")
    await stage.office.withdraw()
    await stage.content.refresh()
    withdrawn, correction = sorted(stage.content.world.notices, key=lambda one: one.notice.kind is Kind.CANCEL)
    assert (withdrawn.state, withdrawn.replaced_by) == (State.CANCELLED, correction.code)
    assert correction.notice.kind is Kind.CANCEL
    assert correction.holds(stage.clock.now)
    assert not withdrawn.holds(stage.clock.now)


async def test_edited_lessons_leave_the_notices_as_they_are(stage: Stage) -> None:
    await stage.office.send("storm")
    await stage.content.refresh()
    file = next((stage.lessons / "khoa-hoc").rglob("*.md"))
    file.write_text(file.read_text() + "\n")
    await stage.content.refresh()
    assert len(stage.content.world.notices) == 1


async def test_the_web_finds_a_notice_by_its_code(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data", lessons_dir=LESSONS)
    async with open_app(settings) as app:
        stage = Stage(LESSONS, app.database, app.content, Clock())
        await stage.office.send("storm")
        ports = ports_of(app)
        [code] = [one.code for one in await stage.office.recent()]
        unread = await ports.notice(code)
        assert unread
        assert ports.notices() == ()
        await app.content.refresh()
        assert [one.code for one in ports.notices()] == [code]
        assert await ports.notice(code) == ports.notices()[0]
        assert await ports.notice("ZZZZ0000") is None
