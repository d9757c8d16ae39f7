"""What administrators edit is taken up while the bot runs; what somebody has begun stays as it was."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree
from typing import TypeVar

import pytest

from bot.content import Content
from bot.inbound import Inbound
from bot.messages import Address, Incoming, Kind
from bot.storage.database import Database, Transaction, open_database
from bot.storage.editing.lessons import lesson_source
from bot.storage.errors import DatabaseUnavailable
from bot.turns import Turns
from tests.conversation.recorder import Recorder
from tests.stories.teller import Clock

T = TypeVar("T")
SHIPPED = Path(__file__).parent / "stories" / "lessons"
FILE = "khoa-hoc/nguoi-cao-tuoi/01-dung-lai.md"
HOTLINES = "danh-ba/so-dien-thoai.csv"


@dataclass
class Place:
    """A lessons folder to edit, and the database beside it."""

    lessons: Path
    database: str
    clock: Clock = field(default_factory=Clock)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace words in a file."""
        path = self.lessons / file
        text = path.read_text()
        assert text.count(old) == 1
        path.write_text(text.replace(old, new))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[tuple[Content, Database]]:
        """The content as a freshly started program has it."""
        async with await open_database(self.database) as database:
            content = Content(self.lessons, "Ban thông tin cơ sở", database, self.clock)
            await content.refresh()
            yield content, database


@pytest.fixture
def place(tmp_path: Path) -> Place:
    copytree(SHIPPED, tmp_path / "lessons")
    return Place(tmp_path / "lessons", f"sqlite:///{tmp_path}/camtay.db")


def title(content: Content) -> str:
    lesson = content.world.library.lesson("dung-lai", "vi")
    assert lesson
    return lesson.title


async def test_nothing_is_known_before_the_first_refresh(place: Place) -> None:
    async with await open_database(place.database) as database:
        content = Content(place.lessons, "Ban thông tin cơ sở", database, place.clock)
        with pytest.raises(RuntimeError):
            _ = content.world
        assert await content.refresh() is True
        assert title(content) == "Dừng lại trước đã"


async def test_an_edited_lesson_is_taken_up(place: Place) -> None:
    async with place.running() as (content, _):
        before = content.world
        assert await content.refresh() is False
        assert content.world is before
        place.edit(FILE, "# Dừng lại trước đã", "# Cứ từ từ đã nhé")
        assert await content.refresh() is True
        assert title(content) == "Cứ từ từ đã nhé"


async def test_an_edit_that_two_look_at_at_once_is_taken_up_once(place: Place) -> None:
    """As when somebody publishes in the second in which the folder is looked at anyway."""
    async with place.running() as (content, _):
        for number in range(5):
            place.edit(FILE, f"# {title(content)}", f"# Cứ từ từ lần {number}")
            took_up = await asyncio.gather(*(content.refresh() for _ in range(3)))
            assert title(content) == f"Cứ từ từ lần {number}"
            assert took_up == [True, False, False]


async def test_a_new_lesson_is_offered_and_a_removed_one_no_more(place: Place) -> None:
    async with place.running() as (content, _):
        text = (place.lessons / FILE).read_text().replace("mã: dung-lai", "mã: bai-moi")
        (place.lessons / FILE).with_name("03-bai-moi.md").write_text(text.replace("# Dừng lại trước đã", "# Bài mới"))
        (place.lessons / FILE).unlink()
        assert await content.refresh()
        assert content.world.library.lesson("bai-moi", "vi")
        assert content.world.library.lesson("dung-lai", "vi") is None


async def test_a_broken_lesson_keeps_the_good_one(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    async with place.running() as (content, _):
        place.edit(FILE, "- [x] Tắt máy, hỏi con cháu", "- [ ] Tắt máy, hỏi con cháu")
        assert await content.refresh()
        assert title(content) == "Dừng lại trước đã"
        [mistake] = content.world.library.mistakes
        assert mistake.file == FILE
        assert mistake.line > 1
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert FILE in caplog.text


async def test_a_lesson_that_is_broken_at_the_start_is_still_the_good_one(place: Place) -> None:
    async with place.running():
        pass
    place.edit(FILE, "- [x] Tắt máy, hỏi con cháu", "- [ ] Tắt máy, hỏi con cháu")
    async with place.running() as (content, _):
        assert title(content) == "Dừng lại trước đã"
        assert content.world.library.mistakes


async def test_a_mended_lesson_has_no_mistakes(place: Place) -> None:
    async with place.running() as (content, _):
        place.edit(FILE, "người duyệt: Ban biên tập\n", "")
        await content.refresh()
        place.edit(FILE, "# Dừng lại trước đã\n", "# Cứ từ từ đã nhé\n\nngười duyệt: Ban biên tập")
        await content.refresh()
        assert content.world.library.mistakes == ()
        assert title(content) == "Cứ từ từ đã nhé"


async def test_the_directory_is_taken_up(place: Place) -> None:
    async with place.running() as (content, _):
        with (place.lessons / HOTLINES).open("a") as file:
            file.write("1022,Tổng đài tỉnh,hỏi việc của tỉnh,UBND tỉnh,2026-11-21\n")
        assert not content.world.directory.knows_number("1022")
        assert await content.refresh()
        assert content.world.directory.knows_number("1022")


async def test_every_version_is_kept(place: Place) -> None:
    async with place.running() as (content, database):
        versions = []
        for new in ("# Cứ từ từ đã nhé", "# Bình tĩnh đã nào"):
            lesson = content.world.library.lesson("dung-lai", "vi")
            assert lesson
            versions.append(lesson.version)
            place.edit(FILE, f"# {lesson.title}", new)
            await content.refresh()
        kept = [await database.read(lambda tx, one=one: lesson_source(tx, one)) for one in versions]  # type: ignore[misc]
    titles = [version.source.partition("\n")[0] if version else "" for version in kept]
    assert titles == ["# Dừng lại trước đã", "# Cứ từ từ đã nhé"]


class Away(Database):
    """A database that is away while it is told to be."""

    def __init__(self, real: Database) -> None:
        self.real, self.away = real, False

    async def write(self, work: Callable[[Transaction], T], patient: bool = False) -> T:
        if self.away:
            raise DatabaseUnavailable("the cable is out")
        return await self.real.write(work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        return await self.real.read(work)

    async def close(self) -> None:
        """The real one is closed by whoever opened it."""


async def test_an_edit_is_not_lost_while_the_database_is_away(place: Place) -> None:
    async with await open_database(place.database) as real:
        database = Away(real)
        content = Content(place.lessons, "Ban thông tin cơ sở", database, place.clock)
        await content.refresh()
        database.away = True
        place.edit(FILE, "# Dừng lại trước đã", "# Cứ từ từ đã nhé")
        with pytest.raises(DatabaseUnavailable):
            await content.refresh()
        assert title(content) == "Dừng lại trước đã"
        database.away = False
        assert await content.refresh() is True
        assert title(content) == "Cứ từ từ đã nhé"
        assert await content.refresh() is False


@dataclass
class Learner:
    """Somebody who learns from a running program."""

    inbound: Inbound
    channel: Recorder
    begun: int = 0

    async def type(self, *texts: str) -> str:
        """What was answered to the last message."""
        for text in texts:
            self.begun += 1
            kind = Kind.TEXT if text else Kind.START
            await self.inbound.handle(Incoming(Address("test", "lan"), f"m{self.begun}", kind, text))
        return self.channel.sent[-1].text


def learner(content: Content, database: Database, clock: Clock, begun: int = 0) -> Learner:
    channel = Recorder()
    return Learner(Inbound(database, {"test": channel}, Turns(lambda: content.world), clock), channel, begun)


async def test_an_open_quiz_goes_on_as_it_was_begun(place: Place) -> None:
    """After an edit of its file, after a restart, and after the file is gone."""
    async with place.running() as (content, database):
        lan = learner(content, database, place.clock)
        assert "Số lạ gọi" in await lan.type("", "1", "1", "0", "1", "1", "1", "1", "1")
        place.edit(FILE, "## Câu 2. Loa xã báo tiêm phòng", "## Câu 2. Chuyện khác hẳn")
        place.edit(FILE, "- [x] Tin bình thường\n- [ ] Tin lừa đảo", "- [x] Khác một\n- [ ] Khác hai")
        await content.refresh()
        assert "Loa xã báo tiêm phòng" in await lan.type("2", "1")
    async with place.running() as (content, database):
        lan = learner(content, database, place.clock, lan.begun)
        assert "Loa xã báo tiêm phòng" in await lan.type("nhắc lại")
        (place.lessons / FILE).unlink()
        await content.refresh()
        assert "Loa xã báo tiêm phòng" in await lan.type("nhắc lại")
        assert "Đúng rồi: Tin bình thường" in await lan.type("1")
        assert "Đúng ngay lần đầu 2 trên 2 câu." in await lan.type("1")


async def test_whoever_begins_after_an_edit_reads_the_new_version(place: Place) -> None:
    async with place.running() as (content, database):
        lan = learner(content, database, place.clock)
        place.edit(FILE, "Dừng lại. Hỏi con cháu.", "Đứng yên một lát. Hỏi con cháu.")
        await content.refresh()
        assert "Đứng yên một lát" in await lan.type("", "1", "1", "0", "1", "1", "1", "1")
