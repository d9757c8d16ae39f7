"""Whatever is chosen, typed or pressed, everybody has a screen with a way on that speaks to them rightly."""

from collections import deque
from collections.abc import Hashable
from dataclasses import replace
from random import Random

import pytest

from bot.conversation.scenes import SCENES
from bot.conversation.state import ConversationState
from bot.messages import Incoming, Kind
from bot.vietnamese.fold import fold
from tests.conversation.nonsense import ALWAYS, FORGED, GARBAGE
from tests.conversation.screens import faults
from tests.conversation.small_world import small_world
from tests.conversation.talk import ME, Talk
from tests.notices.storm import CODE, COMMUNE, known

IN_A_STORM = Talk(replace(small_world(), notices=(known(),)), ConversationState(area=COMMUNE, told=(CODE,)))
# walked through in test_officer_walks
FOR_OFFICERS = {"bind", "officer", "write", "review", "live", "case", "questions"}


def _one_more(talk: Talk, chance: Random) -> Talk:
    """One message of any sort."""
    what = chance.random()
    if what < 0.45 and talk.offered:
        return talk.press(chance.choice(talk.offered).id)
    if what < 0.6 and talk.offered:
        choice = chance.choice(talk.offered)
        return talk.type(chance.choice((choice.key, choice.label, fold(choice.label), choice.label.upper())))
    if what < 0.7:
        return talk.type(chance.choice(ALWAYS))
    if what < 0.8:
        return talk.type(chance.choice((*GARBAGE, str(chance.randrange(21)))))
    if what < 0.93:
        screen = chance.choice((None, talk.screen.id, str(chance.randrange(-1, talk.state.shown + 2)), "x"))
        return talk.hear(Incoming(ME, "", choice=chance.choice(FORGED), screen=screen))
    kind = chance.choice([kind for kind in Kind if kind is not Kind.TEXT])
    return talk.hear(
        Incoming(
            ME, "", kind, chance.choice(("", "xa-26734", "xa-", "xa-x", "x", "ma-ABCD1234", "Mã kiểm tra: 7K2M-9QXA"))
        )
    )


@pytest.mark.parametrize("seed", range(30))
def test_a_random_walk_never_strands_anybody(seed: int) -> None:
    chance = Random(seed)
    talk = (Talk() if seed % 2 else IN_A_STORM).start()
    for step in range(100):
        before, talk = talk, _one_more(talk, chance)
        if not talk.silent:
            assert faults(talk, before) == [], f"step {step}, scene {talk.state.scene}"


_LISTED = ("province", "from", "to", "found", "begins", "name")


def _kind_of_place(talk: Talk) -> Hashable:
    """What tells one sort of screen from another; the many places and runs of a quiz are one sort each."""
    place, state, person = talk.state.place, talk.state, talk.person
    quiz = place.get("quiz") or {}
    return (
        *(state.scene, place.get("step"), place.get("page"), place.get("about"), place.get("stop"), place.get("then")),
        *(
            place.get("people"),
            bool(place.get("asked")),
            place.get("code"),
            place.get("card"),
            place.get("told"),
            bool(place.get("course")),
            place.get("start"),
        ),
        tuple(name for name in _LISTED if place.get(name)),
        *(quiz.get("round"), quiz.get("at"), len(quiz.get("open", ())), bool(quiz.get("missed"))),
        *(state.audience, person.contact is not None, bool(state.resume)),
        len(person.areas) if state.scene in ("preferences", "area") else 0,
        len(talk.offered) if state.scene in ("area", "lessons", "home") else 0,
    )


def test_every_choice_leads_somewhere() -> None:
    """The whole graph of screens that choices can reach, each sort of screen once."""
    start, stormy = Talk().start(), IN_A_STORM.start().press("go:check")
    unknown = start.press("go:home").type("cây xoài nhà mình bị sâu đục thân")
    seen, left = {_kind_of_place(start)}, deque([start, stormy, unknown])
    scenes = set()
    while left:
        here = left.popleft()
        scenes.add(here.state.scene)
        for choice in here.offered:
            there = here.press(choice.id)
            assert not there.silent
            assert faults(there, here) == [], f"{choice.id} in {here.state.scene} {dict(here.state.place)}"
            kind = _kind_of_place(there)
            if kind not in seen:
                seen.add(kind)
                left.append(there)
    assert scenes == set(SCENES) - FOR_OFFICERS
    assert 500 < len(seen) < 20_000


def test_a_number_chooses_what_a_press_chooses() -> None:
    here = Talk().start()
    for choice in here.offered:
        typed, pressed = here.type(choice.key), here.press(choice.id)
        assert typed.screen == pressed.screen
        assert typed.state == replace(pressed.state, pressed="")
