"""Emergencies that no pattern foresees, told by all the words together."""

import json
from pathlib import Path

import pytest

from bot.advice import emergencies
from bot.advice.distress import Distress
from bot.advice.knowledge_watch import read_knowledge
from bot.advice.urgency import ANY, emergency, table
from bot.advice.urgent import Lost

LESSONS = Path(__file__).parents[2] / "lessons"
CASES = Path(__file__).with_name("urgent-cases.jsonl")
WHAT = {*(lost.value for lost in Lost), "kidnap", "life", "fire", "child", "violence", "self-harm"}
MISSED, TAKEN_FOR_ONE = 0.2, 0.02  # a little more than of what was learned from on 22/11/2026


def cases(*, urgent: bool) -> list[dict[str, str]]:
    rows = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    return [row for row in rows if bool(row["what"]) is urgent]


def test_there_is_help_for_every_emergency_of_the_table() -> None:
    assert set(table()) == WHAT | {ANY}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("cháu ơi bà vừa chuyển cho họ bốn mươi triệu rồi giờ gọi lại thì thuê bao", Lost.MONEY),
        ("em mới gõ mật khẩu với mã vào cái trang họ gửi, tài khoản đang bị trừ liên tục", Lost.CODE),
        ("nó dọa tối nay đăng ảnh của em cho cả trường xem, em sợ lắm", Distress.CHILD_HARM),
    ],
)
def test_help_comes_for_what_happened(text: str, what: object) -> None:
    told = emergencies.told(text)
    assert told
    assert told.what == what
    assert told.sentences


@pytest.mark.parametrize(
    "text", ["", "quên mật khẩu zalo thì làm sao", "mai mấy giờ chợ họp", "lỡ chuyển nhầm thì sao"]
)
def test_an_ordinary_question_is_no_emergency(text: str) -> None:
    assert emergencies.told(text) is None


def test_what_was_told_to_learn_from_is_kept() -> None:
    urgent, others = cases(urgent=True), cases(urgent=False)
    missed = [row["text"] for row in urgent if emergency(row["text"]) is None]
    alarms = [row["text"] for row in others if emergency(row["text"]) is not None]
    assert len(urgent) == 495
    assert len(missed) <= MISSED * len(urgent), missed
    assert len(alarms) <= TAKEN_FOR_ONE * len(others), alarms


def test_no_way_to_ask_for_an_answer_sounds_like_an_emergency() -> None:
    ways = [way for answer in read_knowledge(LESSONS).answers for way in answer.ways]
    alarms = [way for way in ways if emergency(way) is not None]
    assert len(alarms) <= 0.005 * len(ways), alarms
