"""Every story of several people, with buttons, with numbers only and on Telegram, must read as its transcript does."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import new_file
from tests.stories.many import MANY_WAYS, told_by_many

HERE = Path(__file__).parent
STORIES = sorted((HERE / "told-by-many").glob("*.story"))
EXPECTED = HERE / "expected-of-many"


@pytest.fixture(autouse=True)
def nothing_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An apology would read well enough in a transcript, so failures are looked for in the log."""
    yield
    assert not [record.message for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
@pytest.mark.parametrize("way", MANY_WAYS)
def test_story(story: Path, way: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    database = new_file(tmp_path / "story.db")
    transcript = asyncio.run(told_by_many(story.read_text(), MANY_WAYS[way], HERE / "lessons", database))
    expected = EXPECTED / f"{story.stem}.{way}.txt"
    if request.config.getoption("--rewrite"):
        expected.write_text(transcript)
    assert transcript == expected.read_text()


def test_there_are_enough_stories() -> None:
    assert len(STORIES) >= 8


def test_no_transcript_without_its_story() -> None:
    stories = {story.stem for story in STORIES}
    assert {file.name.split(".")[0] for file in EXPECTED.iterdir()} == stories


def test_every_message_gets_an_answer() -> None:
    """In every transcript somebody who has written is the next one to see something."""
    for file in EXPECTED.iterdir():
        story = HERE / "told-by-many" / f"{file.name.split('.')[0]}.story"
        said = [line for line in story.read_text().splitlines() if line and line[0] not in "#!"]
        for line in said:
            assert f"{line}\n\n[{line.partition(': ')[0]}]\n" in file.read_text(), f"{file.name}: {line}"
