"""Every story, with buttons, with numbers only and on Telegram, must read as its transcript does."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.databases import new_file
from tests.stories.on_page import with_buttons, with_numbers
from tests.stories.on_telegram import on_telegram
from tests.stories.on_zalo_bot import on_zalo_bot
from tests.stories.on_zalo_oa import on_zalo_oa
from tests.stories.teller import Way, told

HERE = Path(__file__).parent
WAYS: dict[str, Way] = {
    "buttons": with_buttons,
    "numbers": with_numbers,
    "telegram": on_telegram,
    "zalo_bot": on_zalo_bot,
    "zalo_oa": on_zalo_oa,
}
STORIES = sorted((HERE / "told").glob("*.story"))


@pytest.fixture(autouse=True)
def nothing_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An apology would read well enough in a transcript, so failures are looked for in the log."""
    yield
    assert not [record.message for record in caplog.records if record.levelname == "ERROR"]


def test_there_are_enough_stories() -> None:
    assert len(STORIES) >= 25


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
@pytest.mark.parametrize("way", WAYS)
def test_story(story: Path, way: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    lessons = tmp_path / "lessons"
    copytree(HERE / "lessons", lessons)
    transcript = asyncio.run(told(story.read_text(), WAYS[way], lessons, new_file(tmp_path / "story.db")))
    expected = HERE / "expected" / f"{story.stem}.{way}.txt"
    if request.config.getoption("--rewrite"):
        expected.write_text(transcript)
    assert transcript == expected.read_text()


def test_no_transcript_without_its_story() -> None:
    stories = {story.stem for story in STORIES}
    assert {file.name.split(".")[0] for file in (HERE / "expected").iterdir()} <= stories


def test_every_message_gets_an_answer() -> None:
    """In no transcript does a line of the person go unanswered, but for what is answered once on purpose."""
    on_purpose = ("! wait", "! repeat", "! edit", "! lost", "! office", "#")
    for file in (HERE / "expected").iterdir():
        blocks = file.read_text().strip().split("\n\n")
        for block, following in zip(blocks, [*blocks[1:], ""], strict=True):
            if block.startswith(("> ", "! ")) and not block.startswith(on_purpose):
                assert not following.startswith(("> ", "! ", "#")), f"{file.name}: {block}"
                assert following, f"{file.name}: {block}"
