"""Presses, old presses, words that hold everywhere, and what is said to what nobody understands."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.areas import communes_of, provinces
from bot.conversation.facts import AreasFollowed, Erased, Joined, LessonFinished, QuestionAnswered, Stop
from bot.conversation.state import ConversationState
from bot.learning.lesson import Audience
from bot.learning.library import Library
from bot.messages import Incoming, Kind, Paragraph
from bot.translations import Words
from tests.conversation.talk import ME, Talk

KNOWN = Talk().start().say("1", "1", "0")  # an elder who has joined and follows no commune


def words(talk: Talk) -> str:
    """All that is said on the screen."""
    return "\n".join(paragraph.text for paragraph in talk.screen.paragraphs)


def in_quiz() -> Talk:
    """At the first question of a lesson."""
    return KNOWN.press("go:lesson?nguoi-cao-tuoi-0").say("1", "1")


def test_whoever_joins_is_known_from_then_on() -> None:
    assert KNOWN.person.contact
    assert (KNOWN.person.audience, KNOWN.state.scene) == (Audience.ELDER, "home")
    assert "quay lại" in words(KNOWN.start())


def test_a_child_joins_only_with_the_yes_of_a_parent() -> None:
    asked = Talk().start().say("2", "1")
    assert asked.person.contact is None
    joined = asked.type("1")
    assert [fact.by_parent for fact in joined.facts if isinstance(fact, Joined)] == [True]


def test_whoever_only_looks_is_not_kept() -> None:
    talk = Talk().start().say("4", "1", "1", "1", "1", "1", "2", "1", "1")
    assert talk.person.contact is None
    assert talk.progress.lessons == ()


def test_a_double_tap_is_answered_once() -> None:
    press = Incoming(ME, "", choice="go:help", screen=KNOWN.screen.id)
    once = KNOWN.hear(press)
    twice = once.hear(press)
    assert twice.silent
    assert twice.state == once.state


def test_the_same_old_button_is_answered_again_after_something_else() -> None:
    press = Incoming(ME, "", choice="go:help", screen=KNOWN.screen.id)
    again = KNOWN.hear(press).type("menu").hear(press)
    assert not again.silent
    assert again.state.scene == "help"


def test_presses_without_a_screen_are_never_taken_for_a_double_tap() -> None:
    press = Incoming(ME, "", choice="next")
    reading = KNOWN.press("go:lesson?dai-0")
    assert not reading.hear(press).hear(press).silent


def test_an_old_button_answers_no_newer_question() -> None:
    talk = in_quiz()
    old = talk.press("answer:1", screen=str(talk.state.shown - 1))
    assert old.state.place == talk.state.place
    assert old.facts == ()
    assert "màn hình cũ" in words(old)


def test_an_old_way_to_another_scene_holds_for_ever() -> None:
    assert in_quiz().press("go:privacy", screen="1").state.scene == "privacy"


@pytest.mark.parametrize(
    "forged", ["go:stop?all", "go:quiz?x", "go:welcome?agree", "go:privacy?erase-now", "go:area?x"]
)
def test_a_forged_word_does_nothing_but_open_the_scene(forged: str) -> None:
    opened = KNOWN.press(forged)
    assert opened.facts == ()
    assert opened.state.scene == forged.removeprefix("go:").partition("?")[0]


@pytest.mark.parametrize(
    "forged", ["go:nowhere", "go:", "go:?x", "go:lesson?nothing", "answer:99", "erase-now", "x" * 200]
)
def test_a_forged_choice_never_fails(forged: str) -> None:
    assert KNOWN.press(forged).screen.choices


def test_what_nobody_understands_gets_other_words_each_time() -> None:
    talk, said = KNOWN, list[Paragraph]()
    for _ in range(7):
        talk = talk.type("blorp")
        said.append(talk.state.said[0])
    assert all(one != following for one, following in pairwise(said))
    assert talk.type("menu").state.misses == 0


def test_a_quiz_takes_no_near_miss() -> None:
    talk = in_quiz()
    for text in ("đưa mã", "Khong dua lan", "không đưa lần 01", "dừng đưa lần 0"):
        missed = talk.type(text)
        assert not any(isinstance(fact, QuestionAnswered) for fact in missed.facts), text
        assert missed.state.place.get("quiz") == talk.state.place.get("quiz")


@pytest.mark.parametrize("text", ["2", "hai", "Không đưa lần 0", "khong dua lan 0", "KHÔNG ĐƯA LẦN 0"])
def test_a_quiz_takes_numbers_and_whole_answers(text: str) -> None:
    [fact] = in_quiz().type(text).facts
    assert isinstance(fact, QuestionAnswered)
    assert fact.right


def test_a_quiz_counts_first_tries_and_asks_the_missed_again() -> None:
    talk = in_quiz().say("1", "1", "2")
    [finished] = [fact for fact in talk.facts if isinstance(fact, LessonFinished)]
    assert (finished.right, finished.asked) == (1, 2)
    again = talk.type("1")
    assert "Làm lại câu chưa đúng" in words(again)
    assert "Đúng ngay lần đầu 1 trên 2 câu." in words(again.say("2", "1"))


def test_every_answer_of_a_run_is_an_attempt_of_its_own() -> None:
    talk, facts = in_quiz(), list[QuestionAnswered]()
    for text in ("1", "1", "3", "1", "1", "1", "2", "1", "2", "1"):
        talk = talk.type(text)
        facts += [fact for fact in talk.facts if isinstance(fact, QuestionAnswered)]
    assert [fact.attempt for fact in facts] == list(range(len(facts)))
    assert len({fact.run for fact in facts}) == 1
    assert [fact.first for fact in facts] == [True, True, *[False] * (len(facts) - 2)]


def test_the_quiz_goes_on_where_it_was_left() -> None:
    left = in_quiz().say("2", "1", "để lúc khác")
    assert left.state.scene == "home"
    assert "Câu 2 trên 2" in words(left.type("1"))


def test_a_lesson_that_is_gone_is_said_to_be_gone() -> None:
    gone = replace(in_quiz(), world=replace(KNOWN.world, library=Library()))
    assert "không còn nữa" in words(gone.type("nhắc lại"))
    assert gone.type("menu").screen.choices


def test_an_empty_library_says_so() -> None:
    empty = replace(KNOWN, world=replace(KNOWN.world, library=Library()))
    assert "chưa có bài học nào" in words(empty.type("học"))


def test_a_long_course_is_turned_page_by_page() -> None:
    talk, titles = KNOWN.say("học"), set()
    course = next(choice for choice in talk.offered if choice.id == "course:dai")
    talk = talk.press(course.id)
    for _ in range(3):
        titles |= {choice.label for choice in talk.offered if choice.id.startswith("lesson:")}
        talk = talk.press("more")
    assert len(titles) == 13
    assert talk.offered[0].id == "lesson:dai-0"


def test_a_fourth_commune_is_not_promised() -> None:
    talk, codes = KNOWN, [area.code for area in communes_of(provinces()[0].code)]
    for code in codes[:3]:
        talk = talk.start(f"xa-{code}")
        assert "theo dõi tin của" in words(talk)
    full = talk.start(f"xa-{codes[3]}")
    assert len(full.person.areas) == 3
    assert "đủ ba xã" in words(full)
    assert "Từ nay" not in words(full)


def test_stop_holds_at_once_and_can_be_taken_back() -> None:
    stopped = KNOWN.type("dừng")
    assert stopped.person.stop is Stop.ORDINARY
    assert stopped.say("dừng hết").person.stop is Stop.ALL
    assert stopped.press("nothing").person.stop is Stop.NOTHING


def test_erasing_takes_two_steps_and_leaves_a_stranger() -> None:
    asked = KNOWN.type("xóa")
    assert asked.facts == ()
    erased = asked.press("erase-now")
    assert erased.facts == (Erased(),)
    assert (erased.state.scene, erased.state.audience, erased.state.resume) == ("welcome", None, {})


def test_a_commune_is_found_by_its_name() -> None:
    asked = KNOWN.press("go:area")
    found = asked.say("quảng ngãi", "Xã Ba Tơ")
    [fact] = [fact for fact in found.facts if isinstance(fact, AreasFollowed)]
    assert len(fact.areas) == 1
    assert found.state.scene == "home"


@pytest.mark.parametrize("kind", [Kind.PICTURE, Kind.VOICE, Kind.OTHER])
def test_what_cannot_be_read_is_answered_on_the_same_screen(kind: Kind) -> None:
    talk = in_quiz()
    answered = talk.hear(Incoming(ME, "", kind, "x"))
    assert answered.state.place == talk.state.place
    assert answered.state.said


def test_a_message_that_is_passed_on_in_a_quiz_is_judged_and_the_quiz_kept() -> None:
    quiz = in_quiz()
    judged = quiz.hear(Incoming(ME, "", Kind.FORWARD, "Mẹ ơi con đổi số, mẹ chuyển cho con ít tiền nhé"))
    assert judged.state.scene == "ask"
    assert judged.press("go:home?resume").state.place == quiz.state.place


def test_a_forward_without_words_is_answered_on_the_same_screen() -> None:
    quiz = in_quiz()
    assert quiz.hear(Incoming(ME, "", Kind.FORWARD, " ")).state.place == quiz.state.place


def test_a_scene_of_another_program_is_home() -> None:
    elsewhere = replace(KNOWN, state=ConversationState(scene="games", place={"level": 3}))
    assert elsewhere.type("blorp").offered == KNOWN.type("blorp").offered


def test_english_is_spoken_on_every_screen_after_the_choice() -> None:
    talk = KNOWN.say("tiếng Anh", "2")
    assert talk.state.language == "en"
    assert Words("en").say("Cài đặt") in words(talk)
