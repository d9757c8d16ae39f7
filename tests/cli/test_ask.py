"""`camtay ask`: the contract of its lines, and what it says to people."""

import json
from pathlib import Path

import pytest

from bot.cli.json_lines import NOT_JSON
from tests.cli.conftest import Run

SHIPPED = {"CAMTAY_LESSONS_DIR": str(Path(__file__).parent.parent.parent / "lessons")}


def test_each_line_has_its_answer(camtay: Run) -> None:
    asked = [
        {"id": "a", "text": "Quên mật khẩu Zalo thì lấy lại thế nào?", "audience": "elder"},
        {"id": 2, "text": "bac lo doc ma otp cho no roi", "audience": "người cao tuổi"},
        {"id": 3, "text": "cho xin số đề tối nay"},
    ]
    result = camtay("ask", "--jsonl", typed="\n".join(json.dumps(line) for line in asked), env=SHIPPED)
    answers = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 0
    assert all(set(answer) == {"id", "route", "reply", "source", "score"} for answer in answers)
    assert [(answer["id"], answer["route"]) for answer in answers] == [
        ("a", "faq"),
        (2, "urgent_help"),
        (3, "unknown"),
    ]
    assert answers[0]["source"] == "zalo-quen-mat-khau"


def test_a_bad_line_is_told_and_the_others_answered(camtay: Run) -> None:
    result = camtay("ask", "--jsonl", typed='nope\n\n{"id": 7}\n{"id": 8, "text": "menu"}')
    answers = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 1
    assert ["error" in answer for answer in answers] == [True, True, False]
    assert answers[2]["route"] == "menu"


def test_an_audience_that_nobody_belongs_to_is_told_and_none_is_none(camtay: Run) -> None:
    wrong: list[object] = ["eldery", 5, ["elder"], {}, True, "ông bà"]
    right = ["", None, "Elder", "trẻ em", "NGUOI LON"]
    asked = [{"id": n, "text": "menu", "audience": one} for n, one in enumerate([*wrong, *right])]
    result = camtay("ask", "--jsonl", typed="\n".join(json.dumps(line) for line in asked))
    answers = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 1
    told = {"error": '"audience" không đúng. Ghi elder, child hay adult, hoặc để trống.'}
    assert answers[: len(wrong)] == [{"id": n, **told} for n in range(len(wrong))]
    assert [answer["route"] for answer in answers[len(wrong) :]] == ["menu"] * len(right)


def test_one_question_for_people_and_as_json(camtay: Run) -> None:
    assert "8 chữ" in camtay("ask", typed="làm sao biết thông báo của xã là thật", env=SHIPPED).output
    found = camtay("ask", "--json", "--audience", "child", typed="em bị bạn bắt nạt trên mạng", env=SHIPPED)
    assert "111" in json.loads(found.output)["reply"]


@pytest.mark.parametrize("opened", ["", " \n", "\ufeff"])
def test_one_object_is_answered_as_a_line_is(camtay: Run, opened: str) -> None:
    asked = {"id": {"row": [1.5, None]}, "text": "menu", "audience": "child"}
    found = camtay("ask", "--json", "--audience", "elder", typed=opened + json.dumps(asked, indent=1))
    line = camtay("ask", "--jsonl", "--audience", "elder", typed=json.dumps(asked))
    assert (found.exit_code, found.output) == (0, line.output)
    assert json.loads(found.output)["id"] == asked["id"]
    assert json.loads(found.output)["reply"] != json.loads(camtay("ask", "--json", typed="menu").output)["reply"]


@pytest.mark.parametrize(
    "typed", ['{"id": 5}', '{"id": 5, "text": ["menu"]}', '{"id": 5, "text": "menu", "audience": 5}']
)
def test_an_object_that_cannot_be_answered_is_told_with_its_id(camtay: Run, typed: str) -> None:
    result = camtay("ask", "--json", typed=typed)
    assert result.exit_code == 1
    assert set(json.loads(result.output)) == {"id", "error"}
    assert json.loads(result.output)["id"] == 5
    assert len(result.output.splitlines()) == 1


@pytest.mark.parametrize("typed", ['{"text": "menu"', "{'text': 'menu'}", "{"])
def test_a_broken_object_is_told(camtay: Run, typed: str) -> None:
    result = camtay("ask", "--json", typed=typed)
    assert result.exit_code == 1
    assert json.loads(result.output) == {"id": None, "error": NOT_JSON}


@pytest.mark.parametrize("typed", ["menu", '"menu"', "[1]", "5", "{tên} ơi menu", ""])
def test_words_are_no_object(camtay: Run, typed: str) -> None:
    result = camtay("ask", "--json", typed=typed)
    assert result.exit_code == 0
    assert set(json.loads(result.output)) == {"route", "reply", "source", "score"}
