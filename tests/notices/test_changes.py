"""What an officer changed between two drafts is told sentence by sentence."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.notices.changes import Change, changes
from broadcasts.notice import Level
from tests.broadcasts.made import ENDS, STORM


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({}, []),
        ({"ends": ENDS + timedelta(hours=1)}, []),
        ({"headline": "Bão số 13"}, [Change("tên tin", "Bão số 12 vào tối nay", "Bão số 13")]),
        (
            {"instruction": "Ở trong nhà. Rút phích điện. Gọi 114 nếu cần cứu."},
            [Change("việc cần làm", "Rút điện.", "Rút phích điện.")],
        ),
        ({"instruction": "Ở trong nhà. Rút điện."}, [Change("việc cần làm", "Gọi 114 nếu cần cứu.", "")]),
        ({"contact": ""}, [Change("số điện thoại", "02838290000", "")]),
        ({"level": Level.FIRST}, [Change("mức độ", "khẩn cấp", "ưu tiên")]),
        (
            {"description": f"Nước đang lên. {STORM.description}", "place": "phường Sài Gòn"},
            [
                Change("việc xảy ra", "", "Nước đang lên."),
                Change("nơi", "phường Sài Gòn, Thành phố Hồ Chí Minh", "phường Sài Gòn"),
            ],
        ),
    ],
)
def test_only_what_was_changed_is_told(edit: dict[str, object], expected: list[Change]) -> None:
    assert list(changes(STORM, replace(STORM, **edit))) == expected  # type: ignore[arg-type]
