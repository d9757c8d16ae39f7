"""`camtay scam check --notices`: copies of notices that were sent, without a database."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WORDS = (
    "Lũ lên nhanh ở thôn 3. Nước sông lên nhanh từ 14 giờ ngày 22/11/2026, thôn 3 có thể ngập sâu. "
    "Bà con thôn 3 đến trường tiểu học ngay, mang theo thuốc và nước uống."
)
NOTICE = {
    "code": "7K2M-9QXA",
    "state": "sent",
    "kind": "actual",
    "office": "UBND xã Hòa Bình",
    "event": "lũ",
    "headline": "Lũ lên nhanh ở thôn 3",
    "description": "Nước sông lên nhanh từ 14 giờ ngày 22/11/2026, thôn 3 có thể ngập sâu.",
    "instruction": "Bà con thôn 3 đến trường tiểu học ngay, mang theo thuốc và nước uống.",
    "starts": "2026-11-22T14:00",
}
PRETENDS = "THÔNG BÁO KHẨN: UBND xã yêu cầu bà con nộp 200 nghìn. Mã kiểm tra: 8ABC-1234"


def verdict(camtay: Run, folder: Path, text: str, **changed: str) -> object:
    file = folder / "notices.jsonl"
    file.write_text(json.dumps({**NOTICE, **changed}, ensure_ascii=False), "utf-8")
    result = camtay("scam", "check", "--json", "--notices", str(file), typed=text)
    return json.loads(result.output)["verdict"]


@pytest.mark.parametrize(
    ("text", "changed", "expected"),
    [
        (WORDS, {}, "official"),
        (f"{WORDS} Mã kiểm tra 7K2M-9QXA", {"state": "cancelled"}, "not_in_force"),
        (f"{WORDS} Mã kiểm tra 7K2M-9QXA", {"ends": "2026-11-22T15:00"}, "not_in_force"),
        (WORDS.replace("đến trường tiểu học ngay", "chuyển 500 nghìn vào số 123456789"), {}, "altered"),
        (PRETENDS, {}, "no_such_notice"),
        ("UBND xã thông báo lịch tiêm chủng sáng thứ bảy", {}, "no_sign"),
        ("Đơn hàng 8ABC-1234 của bạn đang được giao", {}, "no_sign"),
    ],
)
def test_a_copy_of_a_notice_is_known(
    camtay: Run, tmp_path: Path, text: str, changed: dict[str, str], expected: str
) -> None:
    assert verdict(camtay, tmp_path, text, **changed) == expected


def test_who_pretends_to_send_a_notice_is_found_without_any_list(camtay: Run) -> None:
    found = json.loads(camtay("scam", "check", "--json", typed=PRETENDS).output)
    assert found["verdict"] == "no_such_notice"
    assert set(found) == {"id", "verdict", "kind", "reasons", "advice", "lesson"} - {"id"}


@pytest.mark.parametrize("line", ["nope", "[]", "{}", '{"code": "7K2M-9QXA", "state": "lost"}'])
def test_a_list_that_cannot_be_read_is_refused(camtay: Run, tmp_path: Path, line: str) -> None:
    file = tmp_path / "notices.jsonl"
    file.write_text(line, "utf-8")
    result = camtay("scam", "check", "--notices", str(file), typed=WORDS)
    assert result.exit_code == 2
    assert "line 1" in result.output
