"""Each rule: the smallest notice that breaks it, and one that just does not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from broadcasts.notice import Kind, Level, Notice
from broadcasts.wording import (
    Action,
    Area,
    AreaState,
    Code,
    Finding,
    HardWord,
    Link,
    Number,
    Office,
    Said,
    Sense,
    Sentence,
    Severity,
    TextFacts,
    Trust,
    check,
    found,
)
from broadcasts.wording.forms import MOST_LONG, MOST_SHORT, long_form, short_form

NOW = datetime(2026, 11, 21, 20, tzinfo=timezone(timedelta(hours=7)))
HOUR = timedelta(hours=1)
NOTICE = Notice(
    kind=Kind.ACTUAL,
    level=Level.URGENT,
    office="Ủy ban nhân dân xã Đồng Văn",
    event="lũ quét",
    headline="Lũ quét đêm 21/11",
    description="Nước suối lên nhanh.",
    instruction="Sơ tán đến trường học.",
    place="xã Đồng Văn, tỉnh Tuyên Quang",
    areas=("00721",),
    starts=NOW,
    ends=NOW + 12 * HOUR,
    contact="0219 3000 123",
    web="https://tuyenquang.gov.vn",
)
HERE = Area("00721", AreaState.KNOWN, "08")
LEAVE = Action("sơ tán", "đến trường", Sense.LEAVE)
STAY = Action("ở yên", "trong nhà", Sense.STAY)
FACTS = TextFacts(areas=(HERE,), actions=(LEAVE,), names_action=True)


def codes(notice: Notice, facts: TextFacts = FACTS, areas: frozenset[str] | None = None) -> set[Code]:
    return {finding.code for finding in check(notice, facts, NOW, areas)}


def with_facts(**changes: Any) -> TextFacts:
    return replace(FACTS, **changes)


def test_a_good_notice_has_no_finding() -> None:
    assert check(NOTICE, FACTS, NOW, {"00721"}) == ()


# What only the notice itself shows: the code, the change that breaks the rule, and the change that just does not.
FIELDS: list[tuple[Code, dict[str, Any], dict[str, Any]]] = [
    (Code.HEADLINE_MISSING, {"headline": " "}, {"headline": "Lũ"}),
    (Code.DESCRIPTION_MISSING, {"description": ""}, {"description": "Lũ."}),
    (Code.EVENT_MISSING, {"event": ""}, {"event": "lũ"}),
    (Code.OFFICE_MISSING, {"office": ""}, {"office": "Công an"}),
    (Code.CONTACT_MISSING, {"contact": ""}, {"contact": "113"}),
    (Code.INSTRUCTION_MISSING, {"instruction": " "}, {"instruction": "Sơ tán."}),
    (Code.TIME_MISSING, {"starts": None, "ends": None}, {"ends": None}),
    (Code.TIME_OVER, {"starts": None, "ends": NOW}, {"starts": None, "ends": NOW + timedelta(minutes=1)}),
    (Code.TIME_REVERSED, {"starts": NOW + 2 * HOUR, "ends": NOW + HOUR}, {"starts": NOW + HOUR, "ends": NOW + HOUR}),
    (Code.HEADLINE_LONG, {"headline": "l" * 91}, {"headline": "l" * 90}),
    (Code.LINE_UNBREAKABLE, {"description": "l" * 46}, {"description": "l" * 45}),
    (Code.HIDDEN_CHARACTER, {"headline": "Lũ\u200b quét"}, {"headline": "Lũ quét\n1️⃣ 👨‍👩‍👧 \U0001fae9"}),
    (Code.HIDDEN_CHARACTER, {"office": "Công\u202e an"}, {"office": "Công an"}),
    (Code.HIDDEN_CHARACTER, {"instruction": "Sơ tán\ufffd"}, {"instruction": "Sơ tán…"}),
    (Code.LOOK_ALIKE_LETTER, {"headline": "Lũ quét đêm \u043eo"}, {"headline": "Lũ quét ở Ea H’leo, 30 µg/m³"}),
    (Code.LOOK_ALIKE_LETTER, {"instruction": "S\uff4f tán"}, {"instruction": "Sơ tán, CO₂, 37°C, № 5"}),
    (Code.LOOK_ALIKE_LETTER, {"office": "\u0421\u0410 xã"}, {"office": "CA xã"}),
    (Code.HTML, {"description": "<b>Lũ</b>"}, {"description": "Mưa < 50 mm & gió > cấp 6"}),
    (Code.HTML, {"description": "Lũ &nbsp; quét"}, {"description": "Lũ & quét"}),
    (Code.MANY_CAPITALS, {"headline": "LŨ QUÉT đêm nay"}, {"headline": "LŨ quét đêm nay ở bản"}),
    (Code.MANY_EXCLAMATIONS, {"headline": "Lũ!", "instruction": "Đi!!"}, {"headline": "Lũ!", "instruction": "Đi!"}),
    (Code.MANY_EMOJI, {"headline": "🌊🌊🌊🌊 Lũ"}, {"headline": "🌊🌊🌊 Lũ"}),
    (Code.HEADLINE_REPEATED, {"description": "Lũ quét, đêm 21/11!"}, {"description": "Lũ quét đêm 22/11"}),
    (Code.DESCRIPTION_REPEATED, {"description": "sơ tán đến trường học"}, {"description": "Sơ tán đến trường"}),
    (Code.DRILL_UNMARKED, {"drill": True}, {"drill": False}),
]


@pytest.mark.parametrize(("code", "breaks", "keeps"), FIELDS)
def test_a_field_that_breaks_a_rule(code: Code, breaks: dict[str, Any], keeps: dict[str, Any]) -> None:
    assert code in codes(replace(NOTICE, **breaks))
    assert code not in codes(replace(NOTICE, **keeps))


# What a fact shows, in the same order.
BY_FACT: list[tuple[Code, dict[str, Any], dict[str, Any]]] = [
    (Code.OFFICE_ONLY_ABBREVIATION, {"office": Office.ONLY_ABBREVIATION}, {"office": Office.ABBREVIATED}),
    (Code.OFFICE_ABBREVIATED, {"office": Office.ABBREVIATED}, {"office": Office.FULL}),
    (Code.OFFICE_WITHOUT_PLACE, {"office": Office.WITHOUT_PLACE}, {"office": Office.FULL}),
    (Code.CONTACT_UNREADABLE, {"contact_readable": False}, {"contact_readable": True}),
    (
        Code.LINK_NOT_OFFICIAL,
        {"links": (Link("web", "a.xyz", Trust.UNKNOWN),)},
        {"links": (Link("web", "a.gov.vn", Trust.OFFICIAL),)},
    ),
    (Code.LINK_OPEN_TO_ALL, {"links": (Link("web", "zalo.me", Trust.OPEN_TO_ALL),)}, {"links": ()}),
    (
        Code.NUMBER_UNKNOWN,
        {"numbers": (Number("instruction", "0912345678", known=False),)},
        {"numbers": (Number("instruction", "114", known=True),)},
    ),
    (Code.NO_ACTION, {"actions": ()}, {"actions": (STAY,)}),
    (
        Code.CODE_ASKED,
        {"actions": (Action("đọc mã", "xác nhận"),)},
        {"actions": (Action("đọc mã", "xác nhận", forbidden=True),)},
    ),
    (Code.CODE_ASKED, {"actions": (Action("gửi", "otp cho"),)}, {"actions": (Action("gửi", "đơn về"),)}),
    (Code.KIND_AGAINST_TEXT, {"danger_over": (Said("headline", "hết nguy hiểm"),)}, {"danger_over": ()}),
    (Code.AREA_MISSING, {"areas": ()}, {"areas": (HERE,)}),
    (Code.AREA_UNKNOWN, {"areas": (Area("99999", AreaState.UNKNOWN),)}, {"areas": (HERE,)}),
    (Code.AREA_FORMER, {"areas": (Area("026", AreaState.FORMER),)}, {"areas": (HERE,)}),
    (Code.AREA_AMBIGUOUS, {"areas": (Area("xã Tân Thành", AreaState.AMBIGUOUS),)}, {"areas": (HERE,)}),
    (Code.PLACE_OUTSIDE, {"places_outside": (Said("headline", "xã Lũng Cú"),)}, {"places_outside": ()}),
    (
        Code.TOMORROW_WITHOUT_DATE,
        {"tomorrow": (Said("headline", "ngày mai"),)},
        {"tomorrow": (Said("headline", "ngày mai"),), "dated": True},
    ),
    (
        Code.TODAY_WITHOUT_DATE,
        {"today": (Said("headline", "tối nay"),)},
        {"today": (Said("headline", "tối nay"),), "dated": True},
    ),
    (Code.SPEECH_LONG, {"seconds": 120.5}, {"seconds": 120.0}),
    (
        Code.SENTENCE_LONG,
        {"sentences": (Sentence("headline", "Một", 21),)},
        {"sentences": (Sentence("headline", "Một", 20),)},
    ),
    (Code.DRILL_WORDS, {"drill_words": (Said("headline", "diễn tập"),)}, {"drill_words": ()}),
    (Code.NOT_A_DRILL, {"not_a_drill": (Said("headline", "không phải diễn tập"),)}, {"not_a_drill": ()}),
    (Code.NO_TONE_MARKS, {"without_marks": ("headline",)}, {"without_marks": ()}),
    (Code.HARD_WORD, {"hard_words": (HardWord("headline", "taluy", "sườn dốc"),)}, {"hard_words": ()}),
    (Code.FOREIGN_WORD, {"foreign_words": (Said("headline", "update"),)}, {"foreign_words": ()}),
    (Code.ABBREVIATION, {"abbreviations": (Said("headline", "PCTT"),)}, {"abbreviations": ()}),
]


@pytest.mark.parametrize(("code", "breaks", "keeps"), BY_FACT)
def test_a_fact_that_breaks_a_rule(code: Code, breaks: dict[str, Any], keeps: dict[str, Any]) -> None:
    assert codes(NOTICE, with_facts(**breaks)) == {code}
    assert code not in codes(NOTICE, with_facts(**keeps))


def bidding(*verbs: str, **more: Any) -> tuple[Action, ...]:
    return tuple(Action(verb, "", sentence=at, piece=at, **more) for at, verb in enumerate(verbs))


def test_more_than_three_things_to_do() -> None:
    assert codes(NOTICE, with_facts(actions=bidding("tắt", "khóa", "mang", "gọi"))) == {Code.MANY_ACTIONS}
    assert not codes(NOTICE, with_facts(actions=bidding("tắt", "khóa", "mang")))


def test_what_one_sentence_forbids_is_one_thing() -> None:
    forbidden = tuple(
        Action(verb, "", forbidden=True, piece=at) for at, verb in enumerate(("tắm", "bơi", "câu", "lội"))
    )
    assert not codes(NOTICE, with_facts(actions=forbidden))


def test_leaving_and_staying_contradict_each_other_unless_each_says_for_whom() -> None:
    one, other = replace(LEAVE, for_whom=True), replace(STAY, for_whom=True)
    assert codes(NOTICE, with_facts(actions=(LEAVE, STAY))) == {Code.CONTRADICTION}
    assert codes(NOTICE, with_facts(actions=(one, STAY))) == {Code.CONTRADICTION}
    assert not codes(NOTICE, with_facts(actions=(one, other)))


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (Action("uống", "nước giếng"), Action("uống", "nước giếng", forbidden=True), True),
        (Action("uống", "nước giếng"), Action("uống", "nước suối", forbidden=True), False),
        (Action("ra khơi", ""), Action("ra khơi", "trước 5", forbidden=True), True),
        (Action("đóng", "cửa sổ"), Action("mở", "cửa sổ"), True),
        (Action("đóng", "cửa sổ"), Action("mở", "đài nghe"), False),
    ],
)
def test_the_same_thing_bidden_and_forbidden(one: Action, other: Action, contradict: bool) -> None:
    assert (Code.CONTRADICTION in codes(NOTICE, with_facts(actions=(one, other)))) is contradict


def test_an_all_clear_that_tells_to_leave() -> None:
    facts = with_facts(evacuations=(Said("instruction", "sơ tán"),))
    for kind in (Kind.ALL_CLEAR, Kind.CANCEL):
        assert codes(replace(NOTICE, kind=kind), facts) == {Code.KIND_AGAINST_TEXT}
    assert not codes(NOTICE, facts)


def test_an_all_clear_may_say_only_what_people_may_do() -> None:
    facts = with_facts(actions=(), danger_over=(Said("headline", "hết nguy hiểm"),))
    assert not codes(replace(NOTICE, kind=Kind.ALL_CLEAR), facts)
    assert codes(replace(NOTICE, kind=Kind.UPDATE), facts) == {Code.NO_ACTION}


@pytest.mark.parametrize(
    ("officer", "wider"),
    [
        ({"00721"}, False),
        ({"08"}, False),
        ({"00721", "00715"}, False),
        ({"00715"}, True),
        ({"15"}, True),
        (set(), True),
    ],
)
def test_never_wider_than_the_officers_own_area(officer: set[str], wider: bool) -> None:
    assert (Code.AREA_WIDER in codes(NOTICE, areas=frozenset(officer))) is wider


def test_a_province_is_wider_than_a_commune_of_it() -> None:
    facts = with_facts(areas=(HERE, Area("08", AreaState.KNOWN, "08")))
    assert codes(NOTICE, facts, frozenset({"00721"})) == {Code.AREA_WIDER}


def text(length: int) -> str:
    return ("a " * length)[: length - 1] + "."


def test_the_short_form_counts_to_the_last_character() -> None:
    room = MOST_SHORT - len(short_form(replace(NOTICE, instruction=""))) - len(" ")
    assert Code.SHORT_FORM_LONG not in codes(replace(NOTICE, instruction=text(room)))
    assert codes(replace(NOTICE, instruction=text(room + 1))) == {Code.SHORT_FORM_LONG}


def test_the_long_form_counts_to_the_last_character() -> None:
    room = MOST_LONG - len(long_form(replace(NOTICE, description=""))) - len("\n")
    assert Code.LONG_FORM_LONG not in codes(replace(NOTICE, description=text(room)))
    assert codes(replace(NOTICE, description=text(room + 1))) == {Code.LONG_FORM_LONG}


def test_the_place_is_said_only_where_nothing_else_names_it() -> None:
    assert "Tuyên Quang" not in short_form(NOTICE)
    assert "Tuyên Quang" in short_form(replace(NOTICE, office="Trạm Y tế"))


@pytest.mark.parametrize(
    ("headline", "instruction", "marked"),
    [
        ("[DIỄN TẬP] Lũ", "Sơ tán. [DIỄN TẬP]", True),
        ("[Diễn tập] Lũ [Diễn tập]", "Sơ tán.", True),
        ("[DIỄN TẬP] Lũ", "Sơ tán.", False),
        ("Lũ", "Sơ tán. [DIỄN TẬP]", False),
        ("[DIỄN TẬP]", "Sơ tán.", False),
        ("DIỄN TẬP: Lũ", "Sơ tán. DIỄN TẬP", False),
    ],
)
def test_a_drill_is_marked_at_its_head_and_at_its_foot(headline: str, instruction: str, marked: bool) -> None:
    notice = replace(NOTICE, drill=True, headline=headline, instruction=instruction)
    facts = with_facts(drill_words=(Said("headline", "diễn tập"),))
    assert (Code.DRILL_UNMARKED not in codes(notice, facts)) is marked
    assert Code.DRILL_WORDS not in codes(notice, facts)


def test_a_correction_may_say_that_it_was_a_drill() -> None:
    facts = with_facts(drill_words=(Said("headline", "diễn tập"),))
    assert not codes(replace(NOTICE, kind=Kind.CANCEL), facts)


def test_every_rule_is_tried() -> None:
    """Those that are missing here are found while a notice is read, see `tests/notices/test_written.py`."""
    tried = {code for code, _, _ in (*FIELDS, *BY_FACT)}
    others = {Code.MANY_ACTIONS, Code.CONTRADICTION, Code.AREA_WIDER, Code.SHORT_FORM_LONG, Code.LONG_FORM_LONG}
    reading = {Code.UNREADABLE, Code.KIND_UNKNOWN, Code.LEVEL_UNKNOWN, Code.TIME_UNREADABLE, Code.OFFICER_AREA_UNKNOWN}
    assert tried | others | reading == set(Code)


def test_codes_are_kebab_case_and_keep_their_severity() -> None:
    assert all(code == code.lower() and set(code) <= set("abcdefghijklmnopqrstuvwxyz-") for code in Code)
    assert {code.severity for code in Code} == set(Severity)
    assert list(_warnings()) == [Code.EVENT_MISSING]


def _warnings() -> Iterator[Code]:
    for finding in check(replace(NOTICE, event=""), FACTS, NOW):
        assert finding == Finding(finding.code, Severity.WARNING, "event")
        yield finding.code


def test_what_a_sentence_quotes_is_one_short_line() -> None:
    [(_, value)] = found(Code.UNREADABLE, "", text="a\nb " + "c" * 100).values
    assert value.startswith("a b c")
    assert len(value) == 80
