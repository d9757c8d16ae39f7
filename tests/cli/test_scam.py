"""`camtay scam check`: the contract of its lines, and what it says to people."""

import json

import pytest

from bot.advice.verdict import TITLES, Verdict
from bot.cli.audiences import NO_AUDIENCE
from bot.cli.json_lines import NO_TEXT
from bot.translations import Words
from tests.cli.conftest import Run

SCAM = "Tôi là công an, bà đọc mã OTP và chuyển tiền vào tài khoản tạm giữ, không nói với ai."


def test_each_line_has_its_answer(camtay: Run) -> None:
    lines = [json.dumps({"id": "a", "text": SCAM}), "", json.dumps({"id": 2, "text": "Chiều nay mẹ đón con nhé"})]
    result = camtay("scam", "check", "--jsonl", typed="\n".join(lines))
    danger, harmless = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 0
    assert (danger["id"], danger["verdict"], danger["kind"]) == ("a", "danger", "H14")
    assert set(danger) == {"id", "verdict", "kind", "reasons", "advice", "lesson"}
    assert all(set(reason) == {"code", "text"} for reason in danger["reasons"])
    assert (harmless["id"], harmless["verdict"], harmless["kind"]) == (2, "no_sign", None)


def test_a_bad_line_is_told_and_the_others_answered(camtay: Run) -> None:
    bad = ["nope", "[1]", '{"id": 7}', '{"id": 8, "text": 5}', '{"id": NaN, "text": ""}', "[" * 100_000, '"\\ud800"']
    result = camtay("scam", "check", "--jsonl", typed="\n".join([*bad, '{"id": 9, "text": ""}']))
    answers = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 1
    assert [answer.get("id") for answer in answers] == [None, None, 7, 8, None, None, None, 9]
    assert ["error" in answer for answer in answers] == [True] * 7 + [False]


def test_whoever_asks_is_spoken_to_as_such(camtay: Run) -> None:
    asked = [{"id": who, "text": SCAM, "audience": who} for who in ("elder", "child", "adult", None, "nobody")]
    result = camtay("scam", "check", "--jsonl", "--audience", "elder", typed="\n".join(map(json.dumps, asked)))
    answers = [json.loads(line) for line in result.output.splitlines()]
    first = [answer["advice"][0].split(" đừng")[0] for answer in answers[:4]]
    assert (first, answers[4]["error"]) == (["Bác", "Em", "Anh chị", "Bác"], Words().say(NO_AUDIENCE))


def test_one_message_as_json(camtay: Run) -> None:
    result = camtay("scam", "check", "--json", typed=SCAM)
    assert json.loads(result.output)["verdict"] == "danger"


@pytest.mark.parametrize(
    "id", ["7", "1.5", "-0.25", "true", "null", '""', '"\\ud83d"', '[1, {"a": 1.5}]', "123456789012345678901234567890"]
)
@pytest.mark.parametrize("option", ["--json", "--jsonl"])
def test_an_id_comes_back_as_it_was(camtay: Run, option: str, id: str) -> None:
    result = camtay("scam", "check", option, typed=f'{{"id": {id}, "text": "Chiều nay mẹ đón con nhé"}}')
    assert (result.exit_code, result.output.startswith(f'{{"id": {id}, "verdict": "no_sign"')) == (0, True)


@pytest.mark.parametrize("id", ["1e999", "NaN", "[" * 990 + "]" * 990])
def test_an_id_that_cannot_be_written_again_is_refused(camtay: Run, id: str) -> None:
    result = camtay("scam", "check", "--json", typed=f'{{"id": {id}, "text": ""}}')
    assert (result.exit_code, json.loads(result.output)["id"]) == (1, None)


def test_an_object_without_a_text_is_told(camtay: Run) -> None:
    result = camtay("scam", "check", "--json", typed='{"id": "a"}')
    assert (result.exit_code, json.loads(result.output)) == (1, {"id": "a", "error": NO_TEXT})


@pytest.mark.parametrize(
    ("text", "first", "verdict"),
    [
        ("tôi lỡ chuyển tiền cho lừa đảo rồi", "Gọi ngân hàng ngay", "no_sign"),
        ("toi lo chuyen tien cho lua dao roi", "Gọi ngân hàng ngay", "no_sign"),
        ("tôi đã đọc mã OTP cho nó rồi", "Gọi ngân hàng ngay", "suspicious"),
        ("con không muốn sống nữa", "Cháu nghe bác đây", "no_sign"),
    ],
)
def test_who_is_in_need_gets_the_first_steps_first_and_the_verdict_stays(
    camtay: Run, text: str, first: str, verdict: str
) -> None:
    found = json.loads(camtay("scam", "check", "--json", typed=text).output)
    assert found["advice"][0].startswith(first)
    assert found["verdict"] == verdict
    lines = camtay("scam", "check", typed=text).output.splitlines()
    assert [line for line in lines if line in found["advice"]] == found["advice"]
    if verdict == "no_sign":  # whoever wants to die is not told that no trick was seen
        assert lines == found["advice"]
    else:
        assert lines.index("") < lines.index(TITLES[Verdict(verdict)])


@pytest.mark.parametrize("text", [SCAM, "Chiều nay mẹ đón con nhé", "có nên đọc mã OTP cho ai không"])
def test_nobody_else_does(camtay: Run, text: str) -> None:
    assert camtay("scam", "check", typed=text).output.startswith(tuple(TITLES.values()))


def test_for_people(camtay: Run) -> None:
    result = camtay("scam", "check", typed=SCAM)
    assert result.output.startswith("NGUY HIỂM")
    assert "\nBác đừng làm theo" in result.output
