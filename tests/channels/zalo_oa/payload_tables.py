"""The tables of events in Zalo's own shape: what each is about, the event, and what the bot hears of it."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

FOLDER = Path(__file__).parent / "payloads"


class Case(NamedTuple):
    """One event; `heard` holds the fields of each Incoming."""

    about: str
    event: dict[str, Any]
    heard: list[dict[str, Any]]


def _cases() -> dict[str, Case]:
    tables = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
    return {f"{table}: {row['about']}": Case(**row) for table, rows in tables.items() for row in rows}


CASES = _cases()
EVERY_CASE = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
