"""One desk: a question, a strange message, a call told by yes and no, somebody in need."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bot.advice.known import Known
from bot.advice.signals import Signal
from bot.advice.verdict import Check, Reason, Verdict
from bot.conversation.judged import place_of, reasons
from bot.conversation.question_facts import HandedOn, Sighted
from bot.conversation.visit import Visit
from bot.learning.library import read_library
from bot.messages import Incoming, Kind, MediaKind, Tone
from bot.shelves import shelf_of_advice
from tests.conversation.talk import BEGINNING, ME, Talk

LESSONS = Path(__file__).parents[2] / "lessons"
ADVICE = shelf_of_advice(LESSONS, lambda mistakes: None)
LIBRARY = read_library(LESSONS)
PRIZE = "Chúc mừng anh trúng thưởng xe máy. Anh nộp trước năm triệu tiền phí hồ sơ vào tài khoản này để nhận."


@pytest.fixture
def elder() -> Talk:
    """An elder who only looks, at home, in a bot that knows everything that is shipped."""
    talk = Talk()
    return replace(talk, world=replace(talk.world, advice=ADVICE.held, library=LIBRARY)).start().say("1", "2")


def text(talk: Talk) -> str:
    return "\n".join(paragraph.text for paragraph in talk.screen.paragraphs)


def labels(talk: Talk) -> list[str]:
    return [choice.label for choice in talk.screen.choices]


@pytest.mark.parametrize("typed", ["làm sao đổi mật khẩu zalo", "lam sao doi mat khau zalo"])
def test_a_question_gets_its_approved_answer_and_one_way_to_the_lesson(elder: Talk, typed: str) -> None:
    answered = elder.type(typed)
    assert "Quên mật khẩu" in text(answered)
    assert [label for label in labels(answered) if label.startswith("Học bài")] == ["Học bài: Giữ Zalo như giữ cửa nhà"]
    assert "nhắn “học”" not in text(answered)
    assert answered.type("1").state.scene == "lesson"


@cache
def _read_aloud() -> Known:
    """Every answer's general reply was read aloud, and its elders' own words too."""
    advice = ADVICE.held()
    answers = tuple(
        replace(one, recording="tieng/chung.mp3", elder_recording="tieng/bac.ogg") for one in advice.knowledge.answers
    )
    return replace(advice, knowledge=replace(advice.knowledge, answers=answers))


def _spoken(talk: Talk) -> Talk:
    return replace(talk, world=replace(talk.world, advice=_read_aloud))


@pytest.mark.parametrize("way", ["7", "nghe", "press"])
def test_an_answer_that_was_read_aloud_is_heard_by_seven(elder: Talk, way: str) -> None:
    answered = _spoken(elder).type("làm sao đổi mật khẩu zalo")
    assert ("7", "Nghe") in [(choice.key, choice.label) for choice in answered.offered]
    assert answered.screen.media == ()
    heard = answered.press("hear") if way == "press" else answered.type(way)
    [sound] = heard.screen.media
    assert sound.kind is MediaKind.VOICE
    assert sound.source in ("tieng/bac.ogg", "tieng/chung.mp3")
    assert sound.alt.startswith("Bản đọc: ")
    assert heard.screen.paragraphs == answered.screen.paragraphs
    assert heard.offered == answered.offered


def test_an_answer_that_nobody_has_read_aloud_offers_nothing_to_hear(elder: Talk) -> None:
    answered = elder.type("làm sao đổi mật khẩu zalo")
    assert "7" not in [choice.key for choice in answered.offered]
    assert "recording" not in answered.state.place


def test_a_strange_message_is_judged_with_its_own_words(elder: Talk) -> None:
    judged = elder.hear(Incoming(ME, "", Kind.FORWARD, PRIZE))
    assert judged.screen.paragraphs[0].text in ("NGUY HIỂM", "NGHI NGỜ")
    assert judged.screen.paragraphs[0].tone is Tone.WRONG
    assert "“" in text(judged)
    assert labels(judged)[0] == "Tôi lỡ làm theo rồi"
    assert [type(fact) for fact in judged.facts] == [Sighted]


def test_what_is_kept_of_a_message_holds_no_number(elder: Talk) -> None:
    judged = elder.hear(Incoming(ME, "", Kind.FORWARD, f"{PRIZE} Gọi 0912345678, tài khoản 190312345678."))
    assert "0912345678" not in str(judged.state.to_json())
    assert "190312345678" not in str(judged.state.to_json())
    assert PRIZE not in str(judged.type("menu").state.to_json())  # and nothing of it, once it is not shown any more


def test_a_code_that_cannot_be_read_is_not_quoted(elder: Talk) -> None:
    judged = elder.type("00020101021138540010A0000007270124000697")
    assert "Mã QR này hỏng hoặc đã bị sửa." in text(judged)


def test_a_verdict_that_has_not_helped_can_be_handed_on_though_its_kind_is_known(elder: Talk) -> None:
    judged = elder.hear(Incoming(ME, "", Kind.FORWARD, f"{PRIZE} Gọi 0912345678."))
    assert judged.state.place["kind"]
    assert "Hỏi cán bộ xã" not in labels(judged)
    asked = judged.press("not")
    assert labels(asked)[0] == "Hỏi cán bộ xã"
    shown = asked.type("1")
    assert shown.state.scene == "question"
    assert "trúng thưởng xe máy" in text(shown)
    assert "0912345678" not in text(shown)
    assert not [fact for fact in shown.facts if isinstance(fact, HandedOn)]
    assert [fact for fact in shown.type("1").facts if isinstance(fact, HandedOn)]


@pytest.mark.parametrize("typed", ["0912345678", "+375 29 123 45 67", "19006600"])
def test_of_a_lone_number_is_said_this_number(elder: Talk, typed: str) -> None:
    judged = elder.type(typed)
    assert "số này" in text(judged).lower()
    assert "[xxx]" not in text(judged)


@pytest.mark.parametrize("code", ["", "1"])  # sound, altered
def test_of_a_code_that_pays_the_end_of_the_account_is_shown(elder: Talk, code: str) -> None:
    paid = "00020101021138540010A00000072701240006970436011012345678900208QRIBFTTA53037045802VN6304BE57"
    judged = elder.type(paid[: len(paid) - len(code)] + code)
    assert "Vietcombank, bốn số cuối 7890" in text(judged)
    assert "1234567890" not in str(judged.state.to_json())
    assert "[xxx]" not in text(judged)


def reason_of(talk: Talk, signal: Signal, words: str) -> str:
    """A reason as it is told, after it was kept."""
    visit = Visit(BEGINNING, talk.state, talk.person, talk.world)
    place = place_of(visit, Check(Verdict.NO_SIGN, reasons=(Reason(signal, words),)))
    return next(reasons(replace(visit, state=talk.state.with_(place=place))))


def test_a_number_of_the_directory_is_shown_with_whose_it_is(elder: Talk) -> None:
    assert "1900 545 413 Vietcombank" in reason_of(elder, Signal.NUMBER_LISTED, "1900 545 413 Vietcombank")


def test_the_amount_and_the_receiver_of_a_code_can_be_compared(elder: Talk) -> None:
    told = reason_of(elder, Signal.QR_PAYS, "Vietcombank, 1234567890, NGUYEN VAN A, 1.500.000 VND, goi 0912345678")
    assert "Vietcombank, bốn số cuối 7890, NGUYEN VAN A, 1.500.000 VND" in told
    assert "0912345678" not in told


def test_an_ordinary_message_is_never_called_safe(elder: Talk) -> None:
    judged = elder.hear(Incoming(ME, "", Kind.FORWARD, "Mai mẹ qua đón cháu nhé, con cứ đi làm."))
    assert judged.screen.paragraphs[0].text == "CHƯA THẤY DẤU HIỆU LỪA ĐẢO"
    assert "an toàn" not in text(judged).lower()
    assert text(judged).lower().count("chưa thấy") == 1
    assert text(judged).count("máy") == 1
    assert "có thể sót" in text(judged)


def test_who_has_lost_money_reads_the_first_action_in_the_first_two_lines(elder: Talk) -> None:
    helped = elder.type("tôi lỡ chuyển tiền cho nó rồi")
    assert "ngân hàng" in "\n".join(text(helped).split("\n")[:2])
    assert helped.screen.paragraphs[0].tone is Tone.ACTION


def test_who_is_in_despair_is_led_to_people(elder: Talk) -> None:
    helped = text(elder.type("con chán sống quá"))
    assert "115" in helped
    assert "111" in helped


def test_what_must_not_be_answered_is_refused_kindly(elder: Talk) -> None:
    refused = elder.type("uống thuốc huyết áp mấy viên")
    assert "bác sĩ" in text(refused)


def test_what_is_nearly_known_is_asked_back(elder: Talk) -> None:
    asked = elder.type("tin của xã hay của ai")
    assert len([choice for choice in asked.offered if choice.id.startswith("near:")]) > 1
    answered = asked.type("2")
    assert answered.state.scene == "ask"
    assert answered.state.place["reply"]


def test_what_is_unknown_gets_the_helpful_answers_that_change(elder: Talk) -> None:
    once, twice = elder.type("xyz abc"), elder.type("xyz abc").type("xyz abc")
    assert once.state.scene == "home"
    assert text(once) != text(twice)


def test_in_a_quiz_words_are_not_taken_for_a_question(elder: Talk) -> None:
    quiz = elder.press("go:lessons").say("1", "1")
    while quiz.state.scene != "quiz":
        quiz = quiz.type("1")
    assert quiz.type("làm sao đổi mật khẩu zalo").state.scene == "quiz"


def test_a_call_is_told_by_yes_and_no(elder: Talk) -> None:
    asked = elder.press("go:call").type("1")
    assert "vụ án" in text(asked)  # that they say they are the police was just told
    ended = asked.say("2", "1")
    assert ended.screen.paragraphs[0].text == "NGUY HIỂM"
    assert "xưng là công an" in text(ended)
    assert labels(ended)[0] == "Tôi lỡ làm theo rồi"
    assert asked.say("1", "0").state.place["answers"] == []


def test_a_call_without_any_sign_ends_calmly_within_seven_questions(elder: Talk) -> None:
    told = elder.press("go:call").type("3")
    for _ in range(7):
        if told.offered[0].id != "yes":
            break
        told = told.type("2")
    assert told.screen.paragraphs[0].text == "CHƯA THẤY DẤU HIỆU LỪA ĐẢO"
    assert "số cũ đã lưu" in text(told)
    assert "Tôi lỡ làm theo rồi" not in labels(told)
