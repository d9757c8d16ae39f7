"""Notices that somebody else wrote, see README.md beside this file: faults are caught, good ones are not refused."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from bot.notices.known import read_known
from bot.notices.text_facts import text_facts
from bot.notices.written import read_moment, read_notice
from broadcasts.wording import Code, Finding, Severity, check
from tests.guards.sources import ROOT

MOMENTS = {"notices.jsonl": "2026-11-21T20:00:00+07:00", "later-notices.jsonl": "2026-11-23T08:00:00+07:00"}
NOTICES: list[dict[str, Any]] = [
    {**json.loads(line), "now": now}
    for name, now in MOMENTS.items()
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()
]
GOOD = [notice for notice in NOTICES if notice["fault"] is None]
BAD = [notice for notice in NOTICES if notice["fault"] is not None]
FEWEST_CAUGHT = 0.95
MOST_REFUSED = 0.05


@cache
def _findings() -> dict[str, tuple[Finding, ...]]:
    known, found = read_known(ROOT / "lessons"), {}
    for notice in NOTICES:
        read, now = read_notice(notice), read_moment(notice["now"])
        assert now
        judged = check(read.notice, text_facts(read.notice, known), now, read.officer_areas)
        found[notice["id"]] = (*read.findings, *judged)
    return found


def _codes(notice: dict[str, Any], *severities: Severity) -> list[Code]:
    return [finding.code for finding in _findings()[notice["id"]] if finding.severity in severities]


def _is_caught(notice: dict[str, Any]) -> bool:
    wanted = (Severity.ERROR,) if notice["severity"] == "error" else tuple(Severity)
    return bool(_codes(notice, *wanted))


def test_faults_are_caught() -> None:
    missed = [notice["id"] for notice in BAD if not _is_caught(notice)]
    assert len(missed) <= (1 - FEWEST_CAUGHT) * len(BAD), missed


def test_good_notices_are_not_refused() -> None:
    refused = {notice["id"]: codes for notice in GOOD if (codes := _codes(notice, Severity.ERROR))}
    assert len(refused) <= MOST_REFUSED * len(GOOD), refused


def test_there_are_enough_of_both() -> None:
    assert len({notice["id"] for notice in NOTICES}) == len(NOTICES)
    assert min(len(GOOD), len(BAD)) >= 190
