"""The tables of real-shaped events and answers: what each is about, its form, and what the bot makes of it."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.channels import channel
from bot.channels.channel import SendError

FOLDER = Path(__file__).parent / "payloads"


class Case(NamedTuple):
    """One event; `heard` holds the fields of each Incoming."""

    about: str
    event: dict[str, Any]
    heard: list[dict[str, Any]]


class Answer(NamedTuple):
    """One answer of the Bot API that is no success, and the SendError that it stands for."""

    about: str
    status: int
    headers: dict[str, str]
    body: str
    name: str

    @property
    def failure(self) -> type[SendError]:
        """The class of the error."""
        found: type[SendError] = getattr(channel, self.name)
        return found


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return rows


CASES = {f"{path.stem}: {row['about']}": Case(**row) for path in sorted(FOLDER.glob("*.json")) for row in _rows(path)}
ANSWERS = {row["about"]: Answer(**row) for row in _rows(FOLDER / "answers" / "errors.json")}
EVERY_CASE = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
EVERY_ANSWER = pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
