"""The public pages as files: the same as what is served, whole, fresh, and without anything that is no longer true."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.notices.public import PublicNotice
from bot.web.server import create_web
from bot.web.static_files import Contents, files_of, linked, path_of_file, write
from bot.web.static_site import Source, StaticSite
from tests.web.published import DRILL, NOTICES, NOW, STORM_HERE, library, published

PORTS = published()
CONTENTS = Contents(library(), NOTICES, PORTS.owner, "http://xa.test")
LINK = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(files_of(CONTENTS, PORTS.picture, NOW))


def heart(page: str) -> str:
    """What a page says, without the ways that only a running program offers."""
    main = page[page.index("<main") : page.index("</main>")]
    saved, paths = r'<p class="saved">.*?</p>', r'<p class="go">.*?</p>'
    running = r' <a href="[^"]*#that">.*?</a>|<form.*?</form>|<audio.*?</audio>'
    main = re.sub(rf"{saved}|{paths}|{running}", "", main, flags=re.DOTALL)
    return " ".join(main.split())


async def test_every_file_says_what_is_served(files: dict[str, bytes]) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_web(PORTS)), base_url="http://xa.test") as client:
        pages = [path for path in files if path.endswith(".html") and path != "index.html"]
        assert len(pages) > 20
        for path in pages:
            served = await client.get(f"/{path.removesuffix('.html')}")
            assert served.status_code == 200
            address = f"/{path.removesuffix('.html')}"
            assert heart(files[path].decode()) == heart(linked(served.text, address)), path


def test_every_link_leads_to_a_file(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if not path.endswith(".html"):
            continue
        for link in LINK.findall(content.decode()):
            if link.startswith(("#", "tel:")):
                continue
            assert not link.startswith("/"), (path, link)
            assert "//" not in link, (path, link)
            target = (Path("/x") / path).parent / link
            assert str(target.resolve().relative_to("/x")) in files, (path, link)


def test_a_page_has_its_look_beside_it(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if path.endswith(".css"):
            for name in re.findall(rb'url\("([^"]+)"\)', content):
                assert f"static/{name.decode()}" in files


def test_every_page_says_when_it_was_saved(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if path.endswith(".html"):
            assert "Bản lưu lúc 15 giờ ngày 21/11/2026" in content.decode(), path
            assert "<form" not in content.decode()
            assert "<script" not in content.decode()


def test_a_drill_is_known_by_its_code_only(files: dict[str, bytes]) -> None:
    name = "k/DDDD-2345.html"
    assert "Đây là tin diễn tập" in files[name].decode()
    assert all("Báo thử" not in content.decode() for path, content in files.items() if path != name and path[-1] == "l")


def test_what_is_stale_goes_and_the_rest_stays(tmp_path: Path, files: dict[str, bytes]) -> None:
    write(tmp_path, files)
    kept = (tmp_path / "bai.html").stat().st_mtime_ns
    write(tmp_path, {path: content for path, content in files.items() if not path.startswith("k/")})
    assert not (tmp_path / "k").exists()
    assert (tmp_path / "bai.html").stat().st_mtime_ns == kept
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {path for path in files if not path.startswith("k/")}


def test_a_picture_outside_is_not_written() -> None:
    course = library().courses[0]
    lesson = course.lessons[0]
    assert lesson.picture is not None
    bad = replace(lesson, picture=replace(lesson.picture, path="hinh/../../x.svg"))
    entries = tuple(replace(one, lesson=bad) for one in library().entries if one.lesson is lesson)
    found = files_of(Contents(replace(library(), entries=entries), ()), lambda name: b"<svg/>", NOW)
    assert not [path for path in found if ".." in path]


@pytest.mark.parametrize(
    ("path", "file"),
    [("/", "index.html"), ("/bai", "bai.html"), ("/bai/x/y", "bai/x/y.html"), ("/k/A-B", "k/A-B.html")],
)
def test_a_page_is_the_file_of_its_name(path: str, file: str) -> None:
    assert path_of_file(path) == file


class Moving:
    """A site whose notices and clock a test moves."""

    def __init__(self, folder: Path) -> None:
        self.now, self.move, self.notices = NOW, 1, [STORM_HERE, DRILL]
        source = Source(library, self._newest, self._sent, PORTS.picture)
        self.site = StaticSite(folder, source, lambda: self.now)

    async def _newest(self) -> int:
        return self.move

    async def _sent(self, since: datetime) -> tuple[PublicNotice, ...]:
        return tuple(self.notices)


def _nothing(one: Moving) -> None: ...


def _a_move(one: Moving) -> None:
    one.move += 1


def _an_end(one: Moving) -> None:
    one.now += timedelta(hours=12)


def _an_hour(one: Moving) -> None:
    one.now += timedelta(hours=1)


@pytest.mark.parametrize(("change", "written"), [(_nothing, False), (_a_move, True), (_an_end, True), (_an_hour, True)])
async def test_files_are_written_when_something_has_changed(
    tmp_path: Path, change: Callable[[Any], None], written: bool
) -> None:
    moving = Moving(tmp_path)
    assert await moving.site.refresh()
    change(moving)
    assert await moving.site.refresh() is written
    assert not await moving.site.refresh()


async def test_what_has_ended_is_said_so_on_disk(tmp_path: Path) -> None:
    moving = Moving(tmp_path)
    await moving.site.refresh()
    assert "1 thông báo, gấp nhất ở trên." in (tmp_path / "trang-thai.html").read_text("utf-8")
    moving.now += timedelta(hours=13)
    await moving.site.refresh()
    text = (tmp_path / "trang-thai.html").read_text("utf-8")
    assert "Lúc này không có thông báo nào đang có hiệu lực." in text
    assert "Hết hiệu lực trong 24 giờ qua" in text


def test_a_saved_lesson_has_its_words_and_no_recording() -> None:
    lessons = CONTENTS.library
    first = lessons.entries[0]
    cards = tuple(replace(card, recording="tieng/a.ogg") for card in first.lesson.cards)
    spoken = replace(lessons, entries=(replace(first, lesson=replace(first.lesson, cards=cards)), *lessons.entries[1:]))
    page = files_of(replace(CONTENTS, library=spoken), PORTS.picture, NOW)
    lesson = page[f"bai/{first.lesson.course}/{first.lesson.id}.html"].decode()
    assert first.lesson.cards[0].title in lesson
    assert "tieng/" not in lesson
