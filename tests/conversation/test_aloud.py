"""Cards and questions that somebody has read aloud are heard by 7; a notice that came meanwhile is heard first."""

from dataclasses import replace
from functools import cache

import pytest

from bot.conversation.facts import CardReached
from bot.conversation.notice_facts import Mine, NoticesGiven
from bot.conversation.visit import World
from bot.learning.collection import Entry
from bot.learning.lesson import Lesson
from bot.messages import MediaKind
from tests.conversation.small_world import small_world
from tests.conversation.talk import Talk
from tests.conversation.test_notices import ARRIVED, VOICED, at_home, words
from tests.notices.storm import CODE, STORM

CARD, QUESTION = "tieng/the-dau.ogg", "tieng/cau-1.m4a"


def _spoken(lesson: Lesson) -> Lesson:
    """The lesson with its first card and its first question read aloud."""
    (first, *cards), (asked, *questions) = lesson.cards, lesson.questions
    return replace(
        lesson,
        cards=(replace(first, recording=CARD), *cards),
        questions=(replace(asked, recording=QUESTION), *questions),
    )


@cache
def spoken_world() -> World:
    """The small world, where every lesson can be heard."""
    world = small_world()
    entries = tuple(Entry(one.file, _spoken(one.lesson), one.source) for one in world.library.entries)
    return replace(world, library=replace(world.library, entries=entries))


def on_card(talk: Talk | None = None) -> Talk:
    talk = talk or at_home()
    return replace(talk, world=replace(spoken_world(), notices=talk.world.notices)).press("go:lesson?nguoi-cao-tuoi-0")


def played(talk: Talk) -> list[str]:
    return [one.source for one in talk.screen.media if one.kind is MediaKind.VOICE]


@pytest.mark.parametrize("way", ["7", "bảy", "Nghe", "nghe", "press"])
def test_seven_on_a_card_plays_it_with_its_words_and_choices(way: str) -> None:
    card = on_card()
    assert ("7", "Nghe") in [(choice.key, choice.label) for choice in card.offered]
    assert not played(card)
    heard = card.press("hear") if way == "press" else card.type(way)
    assert played(heard) == [CARD]
    assert heard.screen.media[0].alt == "Bản đọc: Thẻ đầu"
    assert heard.screen.paragraphs == card.screen.paragraphs
    assert heard.offered == card.offered
    assert heard.facts == ()


def test_what_follows_is_silent_again_and_seven_says_what_it_said() -> None:
    after = on_card().say("7", "1")
    assert after.state.place["card"] == 1
    assert not after.screen.media
    assert "7" not in [choice.key for choice in after.offered]
    assert "chưa có bản đọc" in words(after.type("7"))
    assert played(after.type("0")) == []
    assert played(on_card().say("7", "1", "2")) == []  # back to the card that was heard


def test_a_card_that_was_heard_counts_once() -> None:
    assert [fact for fact in on_card().facts if isinstance(fact, CardReached)]
    assert on_card().type("7").type("7").facts == ()


def test_a_question_is_heard_and_then_answered() -> None:
    asked = on_card().say("1", "1")
    heard = asked.type("7")
    assert played(heard) == [QUESTION]
    assert heard.screen.exact
    assert heard.offered == asked.offered
    told = heard.type("2")
    assert told.state.place["told"]
    assert not told.screen.media
    assert "7" not in [choice.key for choice in told.offered]
    following = told.type("1")
    assert not played(following)
    assert "chưa có bản đọc" in words(following.type("7"))


def test_a_notice_that_came_meanwhile_is_heard_before_the_card_and_once() -> None:
    card = on_card(at_home(VOICED))
    notice = card.type("7")
    assert (notice.state.scene, notice.state.place["code"]) == ("notice", CODE)
    assert played(notice) == ["ghi-am/x.ogg"]
    back = notice.type("1")
    assert (back.state.scene, played(back)) == ("lesson", [])
    assert played(back.type("7")) == [CARD]
    assert played(back.say("1", "1").type("7")) == [QUESTION]


def test_a_notice_in_a_quiz_leads_back_to_the_question() -> None:
    back = on_card(at_home(VOICED)).say("1", "1", "7", "1")
    assert back.state.scene == "quiz"
    assert played(back.type("7")) == [QUESTION]


def test_a_notice_that_was_confirmed_or_not_recorded_leaves_seven_to_the_card() -> None:
    confirmed = NoticesGiven(mine=(Mine(CODE, STORM, "sent", arrived=True, answer="read"),))
    assert played(on_card(at_home(VOICED, mine=confirmed)).type("7")) == [CARD]
    assert played(on_card(at_home(mine=ARRIVED)).type("7")) == [CARD]
