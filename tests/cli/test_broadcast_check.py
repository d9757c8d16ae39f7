"""`camtay broadcast check`: the contract of its lines, and what it says to people."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

NOW = "2026-11-21T20:00:00+07:00"
GOOD: dict[str, Any] = {
    "id": "a",
    "kind": "actual",
    "level": "khẩn cấp",
    "office": "Ủy ban nhân dân xã Đồng Văn",
    "event": "lũ quét",
    "headline": "Lũ quét đêm 21/11 ở thôn Má Lủ",
    "description": "Nước suối lên nhanh.",
    "instruction": "Bà con thôn Má Lủ sơ tán ngay đến trường học. Cần giúp, gọi 0219 3000 123.",
    "area": "xã Đồng Văn, tỉnh Tuyên Quang",
    "officer_area": "tỉnh Tuyên Quang",
    "starts": "2026-11-21T20:00:00+07:00",
    "ends": "2026-11-22T12:00:00+07:00",
    "contact": "0219 3000 123",
    "web": "https://tuyenquang.gov.vn",
}


def line(**changes: object) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


def told(camtay: Run, *lines: str, now: str = NOW) -> tuple[int, list[dict[str, Any]]]:
    result = camtay("broadcast", "check", "--jsonl", "--now", now, typed="\n".join(lines) + "\n")
    return result.exit_code, [json.loads(line) for line in result.output.splitlines()]


def codes(answer: dict[str, Any], kind: str = "errors") -> list[str]:
    return [one["code"] for one in answer[kind]]


def test_a_good_notice(camtay: Run) -> None:
    assert told(camtay, line()) == (0, [{"id": "a", "errors": [], "warnings": []}])


def test_an_error_and_a_warning(camtay: Run) -> None:
    status, [answer] = told(camtay, line(instruction="Bà con chú ý.", event=""))
    assert status == 1
    assert (codes(answer), codes(answer, "warnings")) == (["no-action"], ["event-missing"])
    [error] = answer["errors"]
    assert set(error) == {"code", "message"}
    assert error["message"].startswith("Phần việc cần làm chưa có việc nào làm được ngay. Anh chị viết rõ")


def test_warnings_alone_are_no_failure(camtay: Run) -> None:
    status, [answer] = told(camtay, line(contact="", instruction="Bà con sơ tán ngay."))
    assert (status, codes(answer, "warnings")) == (0, ["contact-missing"])


def test_each_line_has_its_answer_and_one_error_is_enough(camtay: Run) -> None:
    status, answers = told(camtay, line(), "", line(id=2, area=None), line(id=None))
    assert status == 1
    assert [answer["id"] for answer in answers] == ["a", 2, None]
    assert [bool(answer["errors"]) for answer in answers] == [False, True, False]


@pytest.mark.parametrize(
    "bad", ["nope", "[1, 2]", "7", '{"id": NaN}', "{", "[" * 100_000, '{"id": ' + "9" * 5000 + "}", '"\\ud800"']
)
def test_a_line_that_is_no_notice(camtay: Run, bad: str) -> None:
    status, [first, second] = told(camtay, bad, line())
    assert status == 1
    assert (first["id"], codes(first), second["errors"]) == (None, ["unreadable"], [])


def test_bytes_that_are_no_text(camtay: Run, tmp_path: Path) -> None:
    file = tmp_path / "notices.jsonl"
    file.write_bytes(b"\xff\xfe\n\xef\xbb\xbf" + line().encode() + b"\n")
    result = camtay("broadcast", "check", "--jsonl", "--now", NOW, file)
    first, second = map(json.loads, result.output.splitlines())
    assert (codes(first), second["id"], second["errors"]) == (["unreadable"], "a", [])


def test_missing_fields_are_told_and_never_raised(camtay: Run) -> None:
    _, [empty, nulls, odd] = told(
        camtay, "{}", json.dumps(dict.fromkeys(GOOD)), json.dumps({name: {"a": [1]} for name in GOOD})
    )
    wanted = {
        "kind-unknown",
        "level-unknown",
        "office-missing",
        "headline-missing",
        "instruction-missing",
        "area-missing",
        "time-missing",
    }
    assert set(codes(empty)) == set(codes(nulls)) == set(codes(odd)) == wanted
    assert (empty["id"], odd["id"]) == (None, {"a": [1]})


def test_half_a_character_is_answered(camtay: Run) -> None:
    status, [answer] = told(camtay, '{"id": "\\ud800", "headline": "\\udfff"}')
    assert (status, answer["id"]) == (1, "\ud800")
    assert "hidden-character" in codes(answer)


def test_it_is_judged_as_of_now(camtay: Run) -> None:
    assert codes(told(camtay, line(), now="2026-11-22T12:00")[1][0]) == ["time-over"]
    assert told(camtay, line(), now="2026-11-22T11:59")[0] == 0


def test_now_must_be_a_moment(camtay: Run) -> None:
    result = camtay("broadcast", "check", "--jsonl", "--now", "soon", typed=line())
    assert result.exit_code == 2
    assert "soon" in result.output


def test_without_now_the_clock_judges(camtay: Run) -> None:
    result = camtay("broadcast", "check", "--jsonl", typed=line(starts="2001-01-01", ends="2001-01-02"))
    assert codes(json.loads(result.output)) == ["time-over"]


def test_one_notice_for_people(camtay: Run, tmp_path: Path) -> None:
    file = tmp_path / "notice.json"
    file.write_text(json.dumps({**GOOD, "area": "", "event": ""}, indent=2), "utf-8")
    result = camtay("broadcast", "check", "--now", NOW, file)
    assert result.exit_code == 1
    first, error, second, warning = result.output.splitlines()
    assert (first, second) == ("Phải sửa:", "Nên xem lại:")
    assert error.startswith("- Chưa chọn nơi nhận thông báo.")
    assert error.endswith("[area-missing]")
    assert warning.endswith("[event-missing]")


def test_one_good_notice_for_people(camtay: Run) -> None:
    result = camtay("broadcast", "check", "--now", NOW, typed=line())
    assert (result.exit_code, result.output) == (0, "Thông báo không có lỗi nào.\n")


def test_one_notice_for_scripts(camtay: Run) -> None:
    result = camtay("broadcast", "check", "--json", "--now", NOW, typed=json.dumps(GOOD, indent=2))
    assert json.loads(result.output) == {"id": "a", "errors": [], "warnings": []}


def test_no_database_is_made(camtay: Run, tmp_path: Path) -> None:
    told(camtay, line())
    assert not (tmp_path / "data").exists()
