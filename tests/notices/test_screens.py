"""Every form of a notice says what to do and when, on every kind, level and channel."""

import json
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.layout import lay_out
from bot.channels.long_text import length
from bot.channels.telegram.callback import write_callback
from bot.messages import RESERVED_KEYS, Choice, Media, MediaKind, Paragraph, Screen, Tone
from bot.notices.forms import short_text, speech_text
from bot.notices.screens import (
    EVERYBODY,
    no_longer_screen,
    notice_body,
    notice_screen,
    screen_body,
    screen_of,
)
from bot.notices.times import when
from bot.translations import Words
from bot.web.preview import CHANNELS
from broadcasts.audience import Audience
from broadcasts.broadcast import Broadcast
from broadcasts.notice import Kind, Level, Notice
from tests.notices.storm import CODE, NOW, STORM, of

DRILL = replace(
    STORM, drill=True, headline=f"[DIỄN TẬP] {STORM.headline}", instruction=f"{STORM.instruction} [DIỄN TẬP]"
)
EVERY = [replace(of(kind), level=level) for kind, level in product(Kind, Level)]
WORDS = {Level.URGENT: "THÔNG BÁO KHẨN CẤP", Level.FIRST: "THÔNG BÁO ƯU TIÊN", Level.ROUTINE: "THÔNG BÁO THÔNG THƯỜNG"}
FIRST = {Kind.UPDATE: "Tin mới, thay tin trước", Kind.CANCEL: "Đính chính", Kind.ALL_CLEAR: "Hết nguy hiểm"}


def text(screen: Screen) -> str:
    return "\n\n".join(paragraph.text for paragraph in screen.paragraphs)


@pytest.mark.parametrize("notice", EVERY, ids=lambda notice: f"{notice.kind.value} {notice.level.value}")
def test_the_card_says_all_of_it_with_the_level_in_letters_first(notice: Notice) -> None:
    screen = notice_screen(notice, CODE, EVERYBODY)
    first = screen.paragraphs[0].text
    assert first == " · ".join(filter(None, (FIRST.get(notice.kind), WORDS[notice.level])))
    said = text(screen)
    span = when(notice.starts, notice.ends, EVERYBODY)
    for part in (notice.office, notice.headline, notice.description, notice.place, notice.contact, notice.web, span):
        assert part in said
    assert "Mã kiểm tra: 7K2M-9QXA" in said
    assert [p.text for p in screen.paragraphs if p.tone is Tone.ACTION] == [f"Cần làm: {notice.instruction}"]
    assert [p.text for p in screen.paragraphs if p.tone is Tone.TITLE] == [notice.headline]


@pytest.mark.parametrize("notice", [*EVERY, DRILL], ids=lambda notice: f"{notice.kind.value} {notice.level.value}")
def test_the_short_form_fits_and_loses_neither_action_nor_time(notice: Notice) -> None:
    short = short_text(notice, CODE)
    assert len(short) <= 360
    assert " ".join(notice.instruction.replace("[DIỄN TẬP]", "").split()) in short
    assert ("8 giờ ngày 22/11" in short) or ("12 giờ 30 ngày 22/11" in short) or ("22/11" in short)
    assert notice.office in short
    assert "7K2M-9QXA" in short


@given(
    headline=st.integers(0, 90), description=st.integers(0, 600), place=st.integers(0, 100), action=st.integers(20, 170)
)
def test_however_long_the_fields_the_short_form_keeps_action_and_time(
    headline: int, description: int, place: int, action: int
) -> None:
    notice = replace(
        STORM,
        headline=_long("bão", headline),
        description=_long("mưa", description),
        place=_long("thôn", place),
        instruction=_long("đi", action),
    )
    short = short_text(notice, CODE)
    assert len(short) <= 360
    assert notice.instruction in short
    assert "22/11" in short
    assert "7K2M-9QXA" in short


def _long(word: str, size: int) -> str:
    return " ".join([word] * (size // (len(word) + 1)))


@pytest.mark.parametrize("form", ["card", "short", "speech", "numbers"])
def test_a_drill_begins_and_ends_as_one(form: str) -> None:
    screen = notice_screen(DRILL, CODE, EVERYBODY)
    said = {
        "card": text(screen),
        "short": short_text(DRILL, CODE),
        "speech": speech_text(DRILL, CODE),
        "numbers": lay_out(screen, CHANNELS["zalo"])[-1].text,
    }[form]
    assert said.startswith("[DIỄN TẬP]")
    assert said.endswith("[DIỄN TẬP]")
    assert said.count("[DIỄN TẬP]") <= 3


def test_nothing_real_is_marked_as_a_drill() -> None:
    said = (text(notice_screen(STORM, CODE, EVERYBODY)), short_text(STORM, CODE), speech_text(STORM, CODE))
    assert not [form for form in said if "DIỄN TẬP" in form]


def test_an_update_says_first_what_it_replaces_and_what_changed() -> None:
    later = of(Kind.UPDATE)
    screen = notice_screen(later, CODE, EVERYBODY, replaced=("AAAA2222", STORM))
    assert screen.paragraphs[0].text == "Tin mới, thay tin AAAA-2222 · THÔNG BÁO KHẨN CẤP"
    assert screen.paragraphs[1].text == "Đã đổi: giờ kết thúc."


def test_the_answers_stand_under_the_keys_that_hold_everywhere() -> None:
    without = notice_screen(STORM, CODE, EVERYBODY)
    assert [(c.key, c.label, c.id) for c in without.choices] == [
        ("8", "Tôi đã đọc", f"go:notice?read={CODE}"),
        ("9", "Tôi cần giúp", f"go:notice?help={CODE}"),
    ]
    heard = notice_screen(STORM, CODE, EVERYBODY, recording="ghi-am/bao.ogg")
    assert (heard.choices[0].key, heard.choices[0].label) == ("7", "Nghe")
    for choice in heard.choices:
        assert choice.key in RESERVED_KEYS
        assert write_callback(heard.id, choice) == f"{CODE}|{choice.id}"


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("kind", Kind)
def test_the_card_is_one_message_on_every_channel(kind: Kind, channel: str) -> None:
    capabilities = CHANNELS[channel]
    parts = lay_out(notice_screen(of(kind), CODE, EVERYBODY), capabilities)
    assert len(parts) == 1
    assert length(parts[0].text) <= capabilities.longest_text
    assert "Cần làm:" in parts[0].text


def test_the_loudspeaker_says_the_office_first_and_everything_that_matters_twice() -> None:
    script = speech_text(STORM, CODE)
    assert script.startswith(STORM.office)
    for twice in (
        "trước mười chín giờ",
        "Không đi qua cầu Rạch Dừa",
        "tám giờ ngày hai mươi hai tháng mười một",
        STORM.office,
    ):
        assert script.count(twice) == 2
    assert "\n\nXin nhắc lại.\n\n" in script
    assert not any(map(str.isdigit, script))


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ((21, 20, 0), (22, 8, 0), "từ 20 giờ ngày 21/11 đến 8 giờ ngày 22/11/2026"),
        ((21, 8, 0), (21, 17, 30), "từ 8 giờ đến 17 giờ 30 ngày 21/11/2026"),
        ((21, 20, 5), None, "từ 20 giờ 5 phút ngày 21/11/2026"),
        (None, (22, 0, 0), "đến 0 giờ ngày 22/11/2026"),
        (None, None, ""),
    ],
)
def test_times_are_said_as_people_say_them(
    starts: tuple[int, int, int] | None, ends: tuple[int, int, int] | None, said: str
) -> None:
    begin, end = (one and NOW.replace(day=one[0], hour=one[1], minute=one[2]) for one in (starts, ends))
    assert when(begin, end, EVERYBODY) == said


def test_a_span_over_new_year_names_both_years() -> None:
    begin = NOW.replace(month=12, day=31)
    assert when(begin, begin + timedelta(hours=12), EVERYBODY) == (
        "từ 20 giờ 30 ngày 31/12/2026 đến 8 giờ 30 ngày 1/1/2027"
    )


def test_another_language_frames_the_officials_words() -> None:
    screen = notice_screen(STORM, CODE, Words("en"))
    assert STORM.instruction in text(screen)


@pytest.mark.parametrize("later", [Kind.UPDATE, Kind.CANCEL, Kind.ALL_CLEAR])
def test_an_old_message_says_in_its_place_that_it_no_longer_holds(later: Kind) -> None:
    screen = no_longer_screen(DRILL, CODE, later)
    assert "7K2M-9QXA" in text(screen)
    assert screen.choices == ()
    assert text(screen).startswith("[DIỄN TẬP]")
    assert text(screen).endswith("[DIỄN TẬP]")


TEXT = st.text(max_size=40)
SCREENS = st.builds(
    Screen,
    paragraphs=st.lists(st.builds(Paragraph, TEXT, st.sampled_from(Tone)), max_size=5).map(tuple),
    choices=st.lists(st.builds(Choice, TEXT, TEXT, st.sampled_from(["", "7", "8", "9", "0"])), max_size=6).map(tuple),
    media=st.lists(st.builds(Media, st.sampled_from(MediaKind), TEXT, TEXT), max_size=2).map(tuple),
    hint=TEXT,
    id=TEXT,
)


@given(SCREENS)
def test_a_frozen_screen_comes_back_as_it_was(screen: Screen) -> None:
    assert screen_of(json.loads(json.dumps(screen_body(screen)))) == screen


@pytest.mark.parametrize("notice", [*EVERY, DRILL], ids=lambda notice: f"{notice.kind.value} {notice.level.value}")
def test_the_frozen_card_is_the_card(notice: Notice) -> None:
    broadcast = Broadcast("b", CODE, notice, Audience(frozenset(notice.areas)))
    frozen = screen_of(json.loads(json.dumps(notice_body(broadcast))))
    assert frozen == notice_screen(notice, CODE, EVERYBODY)
    before = Broadcast("a", "AAAA2222", STORM, broadcast.audience)
    with_before = screen_of(notice_body(broadcast, before))
    assert ("AAAA-2222" in with_before.paragraphs[0].text) is (notice.kind is Kind.UPDATE)
