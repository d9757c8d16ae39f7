"""A filled template is the notice with its correction and its all-clear, real or drill."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.notices.holes import NotFilled, filled
from bot.notices.template import LONGEST_IN_FORCE, NO_PHONE, all_clear, as_written, correction, fill
from bot.vietnamese.moments import VIETNAM
from broadcasts.notice import Kind, Level
from tests.notices.samples import NOW, OFFICE, VALUES, good, spoilt


def test_the_notice_says_what_the_template_says() -> None:
    notice = fill(good(), VALUES, OFFICE, NOW)
    assert (notice.kind, notice.level, notice.event, notice.drill) == (Kind.ACTUAL, Level.URGENT, "lũ quét", False)
    assert (notice.office, notice.place, notice.areas) == (OFFICE.name, OFFICE.place, OFFICE.areas)
    assert notice.contact == OFFICE.contact
    assert notice.headline == "Lũ quét sắp về suối Nậm Mu"
    assert notice.description == "Mưa rất to. Lũ quét đổ về suối Nậm Mu, xã Tân Thành, lúc 2 giờ ngày 22/11."
    assert notice.instruction == "Rời bờ suối, lên sân trường trên đồi ngay.\nCần giúp, gọi 02433334444."


def test_it_holds_from_now_to_a_full_hour() -> None:
    notice = fill(good(), VALUES, OFFICE, NOW)
    assert (notice.starts, notice.ends) == (NOW, datetime(2026, 11, 22, 9, 0, tzinfo=VIETNAM))
    on_the_hour = NOW.replace(minute=0)
    assert fill(good(), VALUES, OFFICE, on_the_hour).ends == on_the_hour + timedelta(hours=12)


def test_no_notice_holds_for_more_than_three_days() -> None:
    longest = good(spoilt("12 giờ", "72 giờ"))
    notice = fill(longest, VALUES, OFFICE, NOW)
    assert notice.ends == NOW + LONGEST_IN_FORCE
    assert all_clear(notice, longest).ends == NOW + LONGEST_IN_FORCE


def test_times_are_told_in_vietnams_time() -> None:
    notice = fill(good(), VALUES, OFFICE, NOW.astimezone(UTC))
    assert notice.starts
    assert notice.starts.isoformat() == NOW.isoformat()


def test_where_the_office_has_no_number_there_is_somebody_to_call() -> None:
    notice = fill(good(), VALUES, replace(OFFICE, contact=""), NOW)
    assert notice.instruction.endswith(f"gọi {NO_PHONE}.")


@pytest.mark.parametrize("missing", VALUES)
def test_a_blank_without_a_value_is_named(missing: str) -> None:
    with pytest.raises(NotFilled, match=missing):
        fill(good(), {**VALUES, missing: ""}, OFFICE, NOW)
    with pytest.raises(NotFilled, match=missing):
        fill(good(), {name: value for name, value in VALUES.items() if name != missing}, OFFICE, NOW)


def test_braces_in_an_answer_stay_what_they_are() -> None:
    notice = fill(good(), {**VALUES, "suối nào": "{nơi cao} {xã} {"}, OFFICE, NOW)
    assert notice.headline == "Lũ quét sắp về {nơi cao} {xã} {"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("{a} đến.", "Bão đến."),
        ("Có {a}.", "Có bão."),
        ("Mưa. {a} đến.", "Mưa. Bão đến."),
        ("Mưa\n{a} đến", "Mưa\nBão đến"),
        ("Mưa 3.{a}", "Mưa 3.bão"),
        ("{ A }", "Bão"),
    ],
)
def test_a_value_that_begins_a_sentence_begins_with_a_capital(text: str, whole: str) -> None:
    assert filled(text, {"a": "bão"}) == whole


def test_the_all_clear_and_the_correction_go_to_the_same_people() -> None:
    notice = fill(good(), VALUES, OFFICE, NOW)
    for later, kind in ((all_clear(notice, good()), Kind.ALL_CLEAR), (correction(notice, good()), Kind.CANCEL)):
        assert later.kind is kind
        assert (later.level, later.areas, later.office) == (notice.level, notice.areas, notice.office)
        assert (later.place, later.contact, later.event) == (notice.place, notice.contact, notice.event)
        assert later.starts == notice.starts
        assert later.ends
        assert notice.ends
        assert later.ends > notice.ends


def test_what_the_all_clear_and_the_correction_say() -> None:
    notice = fill(good(), VALUES, OFFICE, NOW)
    over, wrong = all_clear(notice, good()), correction(notice, good())
    assert over.headline == "Hết nguy cơ lũ quét ở xã Tân Thành"
    assert over.description == "Ủy ban nhân dân xã Tân Thành báo: nước suối đã rút."
    assert over.instruction == "Bà con về nhà được rồi."
    assert wrong.headline == "Đính chính: không có lũ quét ở xã Tân Thành"
    assert wrong.instruction.endswith("gọi 02433334444.")


def test_a_drill_is_marked_at_head_and_foot_and_so_is_what_follows_it() -> None:
    drill = fill(good(), VALUES, OFFICE, NOW, drill=True)
    for notice in (drill, all_clear(drill, good()), correction(drill, good())):
        assert notice.drill
        assert notice.headline.startswith("[DIỄN TẬP] ")
        assert notice.instruction.endswith(" [DIỄN TẬP]")
    assert "DIỄN TẬP" not in str(fill(good(), VALUES, OFFICE, NOW))


@pytest.mark.parametrize("drill", [False, True])
def test_a_notice_is_as_written_until_somebody_changes_a_word(drill: bool) -> None:
    template = good()
    notice = fill(template, VALUES, OFFICE, NOW, drill=drill)
    assert as_written(notice, template, VALUES, OFFICE)
    assert as_written(replace(notice, ends=NOW), template, VALUES, OFFICE)
    for changed in (
        replace(notice, headline=notice.headline + "!"),
        replace(notice, description="Mưa."),
        replace(notice, instruction="Chạy đi."),
        replace(notice, level=Level.ROUTINE),
        replace(notice, event="lũ"),
        replace(notice, drill=not drill),
    ):
        assert not as_written(changed, template, VALUES, OFFICE)
    assert not as_written(notice, template, {}, OFFICE)
