"""The command as it is called, on a lessons folder and a data folder of its own."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

Run = Callable[..., Result]


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A lessons folder that may be spoilt."""
    copytree(Path(__file__).parent.parent / "stories" / "lessons", tmp_path / "lessons")
    return tmp_path / "lessons"


@pytest.fixture
def camtay(tmp_path: Path, lessons: Path) -> Run:
    """Calls `camtay` with these words; `typed` is what stands on its standard input, `env` more of its settings."""

    def run(*words: object, typed: str = "", env: dict[str, str] | None = None) -> Result:
        settings = {"CAMTAY_DATA_DIR": str(tmp_path / "data"), "CAMTAY_LESSONS_DIR": str(lessons), **(env or {})}
        return CliRunner().invoke(main, list(map(str, words)), input=typed, env=settings)

    return run
