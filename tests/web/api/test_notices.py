"""Programs write drafts in an officer's name, and nothing more."""

import asyncio
from typing import Any

import pytest

from bot.storage.broadcasting.broadcast_rows import load
from broadcasts.broadcast import Move, State
from tests.web.api.conftest import NOTICE, Api
from tests.web.console.conftest import Desk


async def test_a_draft_is_made_and_followed(api: Api, desk: Desk) -> None:
    program = await api()
    made = await program.post("/notices", json=NOTICE)
    assert made.status_code == 201, made.text
    found = await program.get(made.headers["location"].removeprefix("/api/v1"))
    assert found.json() == made.json()["notice"]
    kept = await desk.app.database.read(lambda tx: load(tx, found.json()["id"]))
    assert kept is not None
    assert kept.state is State.DRAFT
    assert [(one.move, one.by) for one in kept.moves] == [(Move.EDIT, desk.ids["lan"])]
    assert kept.moves[0].where.startswith("api:")
    assert kept.correction is not None


async def test_a_check_says_what_the_draft_will_say_and_keeps_nothing(api: Api) -> None:
    program = await api()
    checked = await program.post("/notices/check", json=NOTICE)
    assert checked.status_code == 200
    assert {one["code"] for one in checked.json()["errors"]} >= {"time-missing"}
    assert (await program.get("/notices")).json()["notices"] == []
    made = (await program.post("/notices", json=NOTICE)).json()
    assert {"errors": made["errors"], "warnings": made["warnings"]} == checked.json()


async def test_an_hour_that_nobody_can_read_is_an_error(api: Api) -> None:
    checked = await (await api()).post("/notices/check", json={**NOTICE, "begins": "mai"})
    assert "time-unreadable" in {one["code"] for one in checked.json()["errors"]}


async def test_the_same_key_gives_the_same_draft(api: Api) -> None:
    program, other = await api(), await api("tinh")
    key = {"Idempotency-Key": "a-1"}
    answers = await asyncio.gather(*(program.post("/notices", json=NOTICE, headers=key) for _ in range(3)))
    assert sorted(one.status_code for one in answers) == [200, 200, 201]
    assert len({one.json()["notice"]["id"] for one in answers}) == 1
    changed = await program.post("/notices", json={**NOTICE, "headline": "Khác"}, headers=key)
    assert changed.status_code == 422
    assert changed.json()["type"].endswith("#khoa-da-dung")
    assert (await other.post("/notices", json=NOTICE, headers=key)).status_code == 201
    assert (await program.post("/notices", json=NOTICE)).status_code == 201


async def test_a_key_whose_draft_was_refused_is_free(api: Api) -> None:
    program, key = await api(), {"Idempotency-Key": "a-1"}
    assert (await program.post("/notices", json={**NOTICE, "area": "08"}, headers=key)).status_code == 403
    assert (await program.post("/notices", json=NOTICE, headers=key)).status_code == 201


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "thật"},
        {"level": "gấp"},
        {"headline": "x" * 301},
        {"headline": None},
        {"begin": "2026-11-23T08:00"},
        {"refers_to": "khongco"},
        {"refers_to": "../x"},
        {"office": "UBND\0"},
    ],
)
async def test_fields_that_cannot_be_taken_are_named(api: Api, changes: dict[str, Any]) -> None:
    answer = await (await api()).post("/notices", json={**NOTICE, **changes})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == f"body.{next(iter(changes))}"
    assert answer.json()["errors"][0]["detail"]


async def test_bytes_that_are_no_json_are_a_problem(api: Api) -> None:
    program = await api()
    for body in (b"{", b"\xff\xfe", b"[]", b"null", b'"\\ud800"', b"[" * 5000):
        answer = await program.post("/notices", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in {400, 422}
        assert answer.headers["content-type"] == "application/problem+json"


async def test_a_list_is_read_page_by_page(api: Api) -> None:
    program = await api()
    made = [(await program.post("/notices", json=NOTICE)).json()["notice"]["id"] for _ in range(5)]
    seen: list[str] = []
    asked: dict[str, str | int] = {"limit": 2}
    while True:
        page = (await program.get("/notices", params=asked)).json()
        seen += [one["id"] for one in page["notices"]]
        if page["next"] is None:
            break
        asked["after"] = page["next"]
    assert seen == made[::-1]
    for wrong in ("x", "AAAA", "MjAyNg"):
        assert (await program.get("/notices", params={"after": wrong})).status_code == 422


async def test_a_drill_stays_one(api: Api) -> None:
    made = await (await api()).post("/notices", json={**NOTICE, "kind": "drill"})
    assert made.json()["notice"]["drill"] is True
