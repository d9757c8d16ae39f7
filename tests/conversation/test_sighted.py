"""One person counts once a day for one likeness, and once in three days for one kind; nothing of the words is kept."""

from dataclasses import replace
from datetime import timedelta

from bot.conversation.question_facts import Sighted
from bot.messages import Incoming, Kind
from tests.conversation.talk import ME, Talk
from tests.conversation.test_ask import ADVICE, LIBRARY, PRIZE

OTHER = "Chị ơi chị trúng thưởng tivi rồi, chị nộp trước hai triệu tiền thuế vào số tài khoản này để công ty giao nhé."


def start() -> Talk:
    talk = Talk()
    return replace(talk, world=replace(talk.world, advice=ADVICE.held, library=LIBRARY)).start("xa-00721").say("4")


def forward(talk: Talk, text: str = PRIZE, days: int = 0) -> Talk:
    later = replace(talk, now=talk.now + timedelta(days=days))
    return later.hear(Incoming(ME, "", Kind.FORWARD, text))


def counted(talk: Talk) -> list[Sighted]:
    return [fact for fact in talk.facts if isinstance(fact, Sighted)]


def test_a_judged_message_counts_for_the_commune_without_its_words() -> None:
    [fact] = counted(forward(start()))
    assert (fact.area, fact.new_kind, fact.new_likeness) == ("00721", True, True)
    assert fact.verdict in ("danger", "suspicious")
    assert len(fact.likeness) == 5
    assert not any(word in str(fact) for word in ("thưởng", "xe", "phí"))


def test_the_same_again_on_one_day_counts_once() -> None:
    talk = forward(start())
    assert counted(forward(talk)) == []
    assert counted(forward(talk, f"{PRIZE} 😱😱")) == []


def test_the_next_day_it_counts_and_is_nobody_new() -> None:
    [fact] = counted(forward(forward(start()), days=1))
    assert (fact.new_kind, fact.new_likeness) == (False, False)


def test_after_three_days_it_is_somebody_new() -> None:
    [fact] = counted(forward(forward(start()), days=3))
    assert (fact.new_kind, fact.new_likeness) == (True, True)


def test_another_message_of_the_same_kind_is_the_same_person() -> None:
    [fact] = counted(forward(forward(start()), OTHER))
    [alone] = counted(forward(start(), OTHER))
    [first] = counted(forward(start()))
    assert fact.new_likeness
    assert fact.new_kind is (alone.kind != first.kind)


def test_a_state_of_another_program_is_begun_anew() -> None:
    talk = start()
    odd = replace(talk, state=replace(talk.state, sighted=("x", "2026-99-99|a|b|c", "1|2|3|4|5")))
    assert len(counted(forward(odd))) == 1


def test_nobody_counts_without_end() -> None:
    talk = start()
    for number in range(40):
        talk = forward(talk, f"{PRIZE} {'abcdefghij'[number % 10] * 3} {'klmnopqrst'[number // 10] * 3} xyz uvw")
    assert len(talk.state.sighted) <= 30
