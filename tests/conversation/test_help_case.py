"""From "9" to people who come: where, how many, sent, talked over, closed; nothing that was typed is lost."""

import json
from dataclasses import replace

import pytest

from bot.conversation import calls
from bot.conversation.facts import Why
from bot.conversation.notice_facts import Case, CaseSaid, Group, HelpAsked, Mine, NoticesGiven
from bot.conversation.state import ConversationState
from bot.messages import RESERVED_KEYS, Screen, Tone
from tests.conversation.screens import faults
from tests.conversation.talk import Talk
from tests.conversation.test_notices import ELDER, at_home, in_quiz, words
from tests.notices.storm import CODE, COMMUNE, NOW, known

PLACE = "nhà bà Tư, đầu ấp 3, gần cầu"
CASE = Case("c1", COMMUNE, PLACE, 4, "", "", "open", None, "", NOW)
TAKEN = replace(CASE, state="taken", owner="o1", owner_name="Chị Lan")


def asked() -> Talk:
    """Asked where, in a storm."""
    return at_home().type("9")


def ready() -> Talk:
    """Place and people are known; nothing has been sent."""
    return asked().say(PLACE, "4")


def with_case(talk: Talk, case: Case | None) -> Talk:
    return replace(talk, notices=NoticesGiven(mine=talk.notices.mine, case=case))


def sent(talk: Talk) -> HelpAsked:
    [fact] = [fact for fact in talk.facts if isinstance(fact, HelpAsked)]
    return fact


def test_two_answers_and_a_yes_call_the_commune() -> None:
    talk = ready()
    assert talk.facts == ()
    assert "Chưa gửi gì cả" in words(talk)
    assert PLACE in words(talk)
    fact = sent(talk.type("1"))
    assert (fact.code, fact.area, fact.place, fact.people) == (CODE, COMMUNE, PLACE, 4)
    [note] = fact.notes
    assert (note.to, note.about, note.key) == (Group.DUTY, COMMUNE, f"case:{fact.id}:call")
    assert PLACE in "\n".join(paragraph.text for paragraph in note.screen.paragraphs)


@pytest.mark.parametrize("typed", ["8", "8 người", "tám", "tam nguoi", "tám người", "có 8 người ạ"])
def test_people_are_counted_as_they_are_typed(typed: str) -> None:
    talk = asked().say(PLACE, typed)
    assert talk.state.place["people"] == 8
    assert talk.state.place["step"] == "confirm"


def test_a_count_that_nobody_understands_is_asked_again_in_other_words() -> None:
    once = asked().say(PLACE, "đông lắm")
    again = once.type("nhiều")
    assert once.state.place["step"] == again.state.place["step"] == "people"
    assert once.state.said != again.state.said


def test_nought_leads_back_also_where_a_number_is_asked() -> None:
    assert asked().say(PLACE, "0").state.place["step"] == "where"


def test_the_numbers_to_call_come_first_on_every_screen() -> None:
    screens = [asked(), asked().type(PLACE), ready(), with_case(ready(), CASE).type("1")]
    for talk in screens:
        first = next(p for p in talk.screen.paragraphs if p not in talk.state.said)
        assert first.tone is Tone.ACTION
        assert all(number in first.text for number in ("112", "113", "114", "115"))


def test_telephone_and_more_words_are_welcome_and_not_needed() -> None:
    talk = ready().type("2")
    assert talk.state.place["step"] == "phone"
    assert talk.type("12").state.place["step"] == "phone"
    talk = talk.type("0912 345 678").type("3").type("có bà cụ không đi được")
    assert talk.state.place["step"] == "confirm"
    fact = sent(talk.type("nước tới gối").type("gửi đi"))
    assert (fact.phone, fact.words) == ("0912345678", "có bà cụ không đi được nước tới gối")
    assert sent(ready().say("2", "1", "1")).phone == ""


def test_every_answer_can_be_mended() -> None:
    place = ready().say("4", "trường cấp 2")
    assert (place.state.place["where"], place.state.place["people"], place.state.place["step"]) == (
        "trường cấp 2",
        4,
        "confirm",
    )
    assert ready().say("5", "7").state.place["people"] == 7
    area = ready().say("6", "Hà Giang", "Đồng Văn")
    assert area.state.scene == "help_case"
    assert area.state.place["area"] != COMMUNE
    assert (area.state.place["where"], area.state.place["people"]) == (PLACE, 4)
    assert area.facts == ()


def test_whoever_has_named_no_commune_is_asked_for_it() -> None:
    talk = Talk(state=ConversationState("help"), now=NOW).press("go:help_case?new").type(PLACE)
    assert talk.state.scene == "area"
    found = talk.say("Hồ Chí Minh", "Bình Lợi")
    assert (found.state.scene, found.state.place["area"], found.state.place["step"]) == ("help_case", COMMUNE, "people")
    assert sent(found.say("2", "1")).area == COMMUNE
    left = talk.type("0")
    assert left.state.scene == "help_case"
    assert left.state.place["where"] == PLACE


def test_the_commune_that_the_notice_is_for_is_called() -> None:
    person = replace(ELDER, areas=("00001", COMMUNE))
    assert at_home(person=person).type("9").state.place["area"] == COMMUNE


def test_what_was_typed_survives_a_restart() -> None:
    before = asked().type(PLACE).state
    assert ConversationState.from_json(json.loads(json.dumps(before.to_json()))).place["where"] == PLACE


@pytest.mark.parametrize("text", ["9", "giúp với", "cứu tôi"])
def test_another_cry_for_help_loses_nothing(text: str) -> None:
    again = asked().type(PLACE).press("go:help") if text == "9" else asked().type(PLACE).type(text)
    assert again.state.place["where"] == PLACE


def test_an_open_case_is_shown_and_what_is_typed_goes_to_the_officers() -> None:
    talk = with_case(ready().type("1"), CASE).type("nước lên nhanh quá")
    [fact] = talk.facts
    assert isinstance(fact, CaseSaid)
    assert (fact.case, fact.words, fact.notes[0].to, fact.notes[0].about) == (
        "c1",
        "nước lên nhanh quá",
        Group.DUTY,
        COMMUNE,
    )
    assert "đã chuyển lời của bác" in words(talk)
    taken = with_case(talk, TAKEN)
    [fact] = taken.type("còn một người nữa").facts
    assert isinstance(fact, CaseSaid)
    assert (fact.notes[0].to, fact.notes[0].about) == (Group.OWNER, "c1")
    assert "Chị Lan đã nhận" in words(taken.type("1"))


def test_two_messages_make_two_notes() -> None:
    first = with_case(ready().type("1"), CASE).type("nước lên")
    second = first.type("lên nữa rồi")
    assert (
        len({fact.notes[0].key for talk in (first, second) for fact in talk.facts if isinstance(fact, CaseSaid)}) == 2
    )


def test_nine_leads_back_into_the_open_case() -> None:
    talk = with_case(at_home(), TAKEN)
    for way in (talk.type("9"), talk.press("go:help_case?talk"), talk.press(f"go:notice?help={CODE}")):
        assert way.state.scene == "help_case"
        assert way.state.place["step"] == "case"
        assert "Chị Lan đã nhận" in words(way)
    said = replace(TAKEN, said=(("", "tôi ở ấp 3", NOW), ("o1", "Cháu đang tới", NOW)))
    assert "Bác nhắn: tôi ở ấp 3\nChị Lan: Cháu đang tới" in words(with_case(talk, said).type("9"))


def test_safe_is_one_tap() -> None:
    [fact] = with_case(at_home(), TAKEN).type("9").type("2").facts
    assert isinstance(fact, CaseSaid)
    assert fact.words == "Tôi an toàn rồi."


def test_a_closed_case_is_gone_and_a_new_one_can_be_opened() -> None:
    talk = with_case(at_home(), TAKEN).type("9")
    closed = with_case(talk, None).type("1")
    assert "không có yêu cầu nào đang mở" in words(closed)
    assert closed.type("1").state.place["step"] == "where"
    assert with_case(talk, None).type("còn ai không").facts == ()


class Refusing(Talk):
    """Where a case is open already, or nobody can keep one."""

    def _why_not(self, fact: object) -> Why | None:
        return Why.ALREADY if isinstance(fact, HelpAsked) else None


def test_a_second_case_is_refused_with_the_way_to_the_first() -> None:
    talk = ready()
    refused = Refusing(talk.world, talk.state, talk.person, talk.progress, talk.now, talk.screen, notices=talk.notices)
    shown = refused.type("1")
    assert "đang có một yêu cầu chưa xong" in words(shown)
    assert shown.offered[0].id == "go:help_case?talk"


def test_the_lesson_is_kept_while_help_is_asked_for() -> None:
    quiz = in_quiz(at_home())
    home = quiz.type("9").type("0")
    assert home.state.scene == "home"
    assert home.type("1").state.place == quiz.state.place


def test_forged_choices_send_nothing() -> None:
    for choice in ("send", "safe", "people:9", "ask:x", "none:phone", "area", "look"):
        before = Talk(state=ConversationState("help_case", {"step": "confirm"}), now=NOW).type("x")
        talk = before.press(choice)
        assert talk.facts == ()
        assert faults(talk, before) == []


def test_a_drill_calls_nobody_by_itself() -> None:
    drill = known(replace(known().notice, drill=True))
    mine = NoticesGiven(mine=(Mine(CODE, drill.notice, "sent", arrived=True),))
    talk = at_home(drill, mine=mine)
    for way in (talk.type("9"), talk.press(f"go:notice?help={CODE}", CODE)):
        assert way.state.scene == "help"
        assert "diễn tập" in words(way)
        assert way.press("go:help_case?new").state.place["code"] == ""


ASKED = HelpAsked("c1", CODE, COMMUNE, PLACE, 4, "có bà cụ", "0912345678")


@pytest.mark.parametrize(
    "screen",
    [
        calls.call(ASKED),
        calls.climbed(CASE),
        calls.person_said(CASE, "nước lên"),
        calls.person_said(TAKEN, "nước lên"),
        calls.taken("Chị Lan"),
        calls.officer_said("Chị Lan", "Cháu đang tới"),
        calls.not_taken(),
        calls.closed("Chị Lan"),
    ],
)
def test_what_comes_by_itself_never_changes_what_one_to_six_mean(screen: Screen) -> None:
    assert all(choice.key in RESERVED_KEYS for choice in screen.choices)
    assert not [paragraph.text for paragraph in screen.paragraphs if "{" in paragraph.text]


def test_the_call_holds_everything_the_officer_needs() -> None:
    text = "\n".join(paragraph.text for paragraph in calls.call(ASKED).paragraphs)
    for part in (PLACE, "xã Bình Lợi, thành phố Hồ Chí Minh", "Số người: 4", "có bà cụ", "0912345678", "7K2M-9QXA"):
        assert part in text
    assert calls.call(ASKED).choices[0].id == "go:case?take=c1"


def test_a_storm_that_is_over_asks_nobody_where_they_are() -> None:
    over = known(replace(known().notice, ends=NOW))
    assert at_home(over, mine=NoticesGiven()).type("9").state.scene == "help"
