"""A notice as other programs write it: whatever can be meant is read, and what cannot is told with a code."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.notices.known import HARD_IN_NOTICES, Known, read_known
from bot.notices.sentences import SENTENCES, said, said_of
from bot.notices.text_facts import text_facts
from bot.notices.written import read_moment, read_notice
from bot.translations import Words
from bot.vietnamese.moments import VIETNAM
from broadcasts.notice import Kind, Level
from broadcasts.wording import Code, check
from tests.guards.sources import ROOT

FIELDS: dict[str, Any] = {
    "kind": "actual",
    "level": "khẩn cấp",
    "office": "Ủy ban nhân dân xã Đồng Văn",
    "headline": "Lu\u0303 quét",
    "area": "xã Đồng Văn, tỉnh Tuyên Quang",
    "officer_area": "tỉnh Tuyên Quang",
    "starts": "2026-11-21T19:00:00+07:00",
    "ends": None,
}
AT_SEVEN = datetime(2026, 11, 21, 19, tzinfo=VIETNAM)


def codes(**changes: object) -> list[Code]:
    return [finding.code for finding in read_notice({**FIELDS, **changes}).findings]


def test_a_notice_is_read() -> None:
    read = read_notice(FIELDS)
    assert read.findings == ()
    assert read.officer_areas == frozenset({"08"})
    notice = read.notice
    assert (notice.kind, notice.level, notice.drill) == (Kind.ACTUAL, Level.URGENT, False)
    assert (notice.headline, notice.description, notice.areas) == ("Lũ quét", "", ("00721",))
    assert (notice.starts, notice.ends) == (AT_SEVEN, None)


@pytest.mark.parametrize(
    ("written", "kind", "drill"),
    [
        ("actual", Kind.ACTUAL, False),
        ("Drill", Kind.ACTUAL, True),
        ("update", Kind.UPDATE, False),
        ("cancel", Kind.CANCEL, False),
        ("all-clear", Kind.ALL_CLEAR, False),
    ],
)
def test_the_kinds(written: str, kind: Kind, drill: bool) -> None:
    notice = read_notice({**FIELDS, "kind": written}).notice
    assert (notice.kind, notice.drill) == (kind, drill)


@pytest.mark.parametrize("written", [None, "", "real", 7, ["actual", "drill"], {"kind": "actual"}])
def test_an_unknown_kind(written: object) -> None:
    assert codes(kind=written) == [Code.KIND_UNKNOWN]


@pytest.mark.parametrize(
    ("written", "level"),
    [("KHẨN CẤP", Level.URGENT), ("khan cap", Level.URGENT), ("Ưu tiên", Level.FIRST), ("thông thường", Level.ROUTINE)],
)
def test_the_levels(written: str, level: Level) -> None:
    assert read_notice({**FIELDS, "level": written}).notice.level is level


@pytest.mark.parametrize("written", [None, "cao", "cấp 3", 3])
def test_an_unknown_level(written: object) -> None:
    assert codes(level=written) == [Code.LEVEL_UNKNOWN]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-21T19:00:00+07:00", AT_SEVEN),
        ("2026-11-21T12:00:00Z", AT_SEVEN),
        ("2026-11-21 19:00", AT_SEVEN),
        ("19:00 21/11/2026", AT_SEVEN),
        ("21/11/2026 19:00", AT_SEVEN),
        ("19h 21/11/2026", AT_SEVEN),
        ("2026-11-21", AT_SEVEN.replace(hour=0)),
    ],
)
def test_a_moment(written: str, moment: datetime) -> None:
    assert read_moment(written) == moment


def test_a_day_alone_lasts_to_its_end() -> None:
    assert read_moment("21/11/2026", at_end=True) == AT_SEVEN + timedelta(hours=4, minutes=59)
    assert read_moment("2026-11-21T00:00", at_end=True) == AT_SEVEN.replace(hour=0)


@pytest.mark.parametrize("written", ["19 giờ", "21/13/2026", "2026-11-31", "0001-01-01T00:00:00+14:00", "mai"])
def test_what_is_no_moment(written: str) -> None:
    assert codes(ends=written) == [Code.TIME_UNREADABLE]


def test_an_officers_area_that_is_none() -> None:
    assert codes(officer_area="cả nước") == [Code.OFFICER_AREA_UNKNOWN]
    assert read_notice({**FIELDS, "officer_area": "cả nước"}).officer_areas == frozenset()
    assert read_notice({**FIELDS, "officer_area": None}).officer_areas is None


def test_an_area_is_told_by_the_officers_or_by_the_offices_own() -> None:
    ambiguous = {**FIELDS, "area": "xã Tân Thành"}
    by_officer = read_notice({**ambiguous, "officer_area": "tỉnh Đồng Tháp"}).notice
    by_office = read_notice({**ambiguous, "officer_area": "", "office": "Công an xã Tân Thành, tỉnh Đồng Tháp"}).notice
    assert by_officer.areas == by_office.areas == ("29938",)


def test_areas_in_a_list_and_codes_in_words() -> None:
    notice = read_notice({**FIELDS, "area": ["00721", "00715"]}).notice
    assert notice.areas == ("00721", "00715")
    assert notice.place == "Xã Đồng Văn, Tỉnh Tuyên Quang; Xã Lũng Cú, Tỉnh Tuyên Quang"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = (*FIELDS, "event", "description", "instruction", "contact", "web")


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING))
def test_nothing_is_raised_for_any_fields(fields: dict[str, object]) -> None:
    read = read_notice(fields)
    found = check(read.notice, text_facts(read.notice, Known()), AT_SEVEN, read.officer_areas)
    for finding in (*read.findings, *found):
        assert said_of(finding, Words())


def test_every_rule_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Code)
    assert said(Code.HEADLINE_LONG, Words(), length=91, most=90).startswith("Tiêu đề dài 91 ký tự, nhiều nhất là 90.")


def test_the_hard_words_of_lessons_and_of_notices() -> None:
    known = read_known(ROOT / "lessons")
    assert {"website", "hạ du"} <= set(known.hard_words.better)
    table = (ROOT / "lessons" / HARD_IN_NOTICES).read_text("utf-8").splitlines()
    assert len(table) == len(set(table)) == 1 + len(read_known_table(table))


def read_known_table(table: list[str]) -> list[list[str]]:
    """The rows that have a hard word and a better one."""
    return [cells for line in table[1:] if len(cells := line.split(",")) == 2 and all(cells)]


def test_without_tables_nothing_is_hard_and_nobody_known() -> None:
    assert read_known(ROOT / "nowhere").hard_words.better == {}
