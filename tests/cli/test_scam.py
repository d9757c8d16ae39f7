"""`camtay scam check`: the contract of its lines, and what it says to people."""

import json

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


def test_one_message_as_json(camtay: Run) -> None:
    result = camtay("scam", "check", "--json", typed=SCAM)
    assert json.loads(result.output)["verdict"] == "danger"


def test_for_people(camtay: Run) -> None:
    result = camtay("scam", "check", typed=SCAM)
    assert result.output.startswith("NGUY HIỂM")
    assert "\nAnh chị đừng làm theo" in result.output
