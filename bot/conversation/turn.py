"""One turn, in two pure steps: `decide` what was meant and what must be kept, then `show` where that leads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot import messages
from bot.conversation import checking, misses, reserved, unreadable
from bot.conversation.always import Always
from bot.conversation.facts import Fact, Left, Need, Returned, Why
from bot.conversation.in_force import news, unknown_here
from bot.conversation.notice_facts import MineNeed
from bot.conversation.question_facts import HandedOn
from bot.conversation.scenes import SCENES
from bot.conversation.scenes.link import typed_link
from bot.conversation.scenes.scene import GO, Scene, number_hint
from bot.conversation.state import ConversationState
from bot.conversation.understand import Chosen, Meaning, NoSuchNumber, Reserved, Said, Typed, Unclear, guess, understand
from bot.conversation.visit import Move, Visit
from bot.messages import Incoming, Kind, Paragraph, Screen, numbered
from bot.vietnamese.numerals import number_of

DOUBLE_TAP = 5  # seconds: a network may take its time, a person who comes back does not
_FOR_CODES = frozenset({"check", "notice"})
_ASIDE = _FOR_CODES | {"help_case", "ask", "call", "question"}  # what somebody turns to in the middle of a lesson
_LEARNING = frozenset({"lesson", "quiz"})
_COMINGS_AND_GOINGS: Mapping[Kind, Fact] = {Kind.LEFT: Left(), Kind.RETURNED: Returned()}


@dataclass(frozen=True, slots=True)
class Decision:
    """The state to keep, the facts to write with it, and whether to stay silent (a double tap, somebody who left)."""

    state: ConversationState
    facts: tuple[Fact, ...] = ()
    silent: bool = False


def needs(visit: Visit, incoming: Incoming | None = None) -> tuple[Need, ...]:
    """What must be read before the scene can answer this message; without one, before it can show.

    Of two needs of one kind the later one counts: a scene's own, but where codes are what the scene is for.
    """
    own = scene_of(visit.state).needs(visit.state)
    if incoming is None:
        return own
    mine = (MineNeed(),) if unknown_here(visit) else ()
    codes = checking.needs(visit, incoming)
    more = (*mine, *reserved.needs(visit, incoming))
    return (*more, *own, *codes) if visit.state.scene in _FOR_CODES else (*more, *codes, *own)


def scene_of(state: ConversationState) -> Scene:
    """The scene where the conversation is; home where an older program left a name that is gone."""
    return SCENES.get(state.scene) or SCENES["home"]


def decide(visit: Visit, incoming: Incoming) -> Decision:
    """What was meant and where it leads; nothing is shown and nothing is read."""
    if incoming.kind in _COMINGS_AND_GOINGS:
        return Decision(visit.state, (_COMINGS_AND_GOINGS[incoming.kind],), silent=True)
    if incoming.choice is not None and _pressed_twice(visit.state, incoming):
        return Decision(visit.state, silent=True)
    move = _with_news(visit, _move(visit, incoming))
    return Decision(_arrive(visit.state, move, incoming), move.facts)


def _with_news(visit: Visit, move: Move) -> Move:
    """The move, and before its words what is in force and could not reach this person."""
    found = news(visit, move)
    if not found.told:
        return move
    changes = {**move.changes, "told": found.told}
    return replace(move, said=(*found.said, *move.said), facts=(*move.facts, *found.facts), changes=changes)


def show(visit: Visit) -> tuple[Screen, ConversationState]:
    """The screen of the state's scene, and the state that remembers what it offers."""
    bare = scene_of(visit.state).show(visit)
    shown = visit.state.shown + 1
    choices = numbered(bare.choices)
    hint = bare.hint or (number_hint(visit) if choices else "")
    media = () if visit.state.misses else bare.media  # whoever was not understood has just seen it
    said = _said(visit)
    screen = replace(bare, paragraphs=said + bare.paragraphs, choices=choices, media=media, hint=hint, id=str(shown))
    return screen, visit.state.with_(said=said, offered=choices, exact=bare.exact, shown=shown)


def _said(visit: Visit) -> tuple[Paragraph, ...]:
    """The words before the screen; where a commune could not be followed, that instead of what was promised."""
    if any(one.why is Why.TOO_MANY and not isinstance(one.fact, HandedOn) for one in visit.refused):
        return (visit.plain("{You} đã theo dõi đủ ba xã. Muốn đổi xã, {you} nhắn “cài đặt” nhé."),)
    return visit.state.said


def _pressed_twice(state: ConversationState, incoming: Incoming) -> bool:
    """Whether this very button was the last thing that came; without its screen nobody can tell."""
    soon = 0 <= incoming.at.timestamp() - state.pressed_at <= DOUBLE_TAP
    return soon and incoming.screen is not None and state.pressed == _button(incoming)


def _button(incoming: Incoming) -> str:
    return "" if incoming.choice is None else f"{incoming.screen}/{incoming.choice}"


def _pressed(incoming: Incoming) -> dict[str, Any]:
    return {"pressed": _button(incoming), "pressed_at": int(incoming.at.timestamp()) if incoming.choice else 0}


def _arrive(state: ConversationState, move: Move, incoming: Incoming) -> ConversationState:
    """The state after a move: words said and misses counted are of this turn only."""
    changes: dict[str, Any] = {
        "said": move.said,
        "misses": 0,
        **_pressed(incoming),
        **_left(state, move),
        **move.changes,
    }
    if move.scene is not None:
        changes |= {"scene": move.scene, "place": dict(move.place)}
    return state.with_(**changes)


def _left(state: ConversationState, move: Move) -> dict[str, Any]:
    """A lesson that a notice interrupts is gone on with exactly where it was left."""
    open_lesson = state.scene in _LEARNING and state.place.get("lesson")
    interrupted = state.resume and open_lesson and move.scene in _ASIDE
    return {"resume": {"scene": state.scene, "place": dict(state.place)}} if interrupted else {}


def _move(visit: Visit, incoming: Incoming) -> Move:
    if incoming.kind is Kind.START:
        return _bind(incoming.text) or SCENES["welcome"].answer(visit, f"start:{incoming.text}")
    if incoming.kind is Kind.FORWARD and incoming.text.strip():
        return _passed_on(visit, incoming.text)
    if incoming.kind is not Kind.TEXT:
        return unreadable.answer(visit, incoming.kind)
    if incoming.choice is not None:
        return _press(visit, incoming.choice, incoming.screen)
    if incoming.screen not in (None, str(visit.state.shown)):  # a number that stands for a button of an old screen
        return misses.missed(visit, misses.OLD_BUTTON)
    return _typed(visit, _meaning(visit, incoming.text))


def _meaning(visit: Visit, text: str) -> Meaning:
    """What was typed; a number is an answer where the scene has asked for one."""
    asked = scene_of(visit.state).asks_number(visit.state) and number_of(text) not in (None, int(messages.BACK))
    return Typed(text) if asked else understand(text, visit.state.offered)


def _press(visit: Visit, choice: str, screen: str | None) -> Move:
    """A button: of this screen, or of an old one where only the ways to another scene still hold."""
    if choice.startswith(GO):
        return _go(visit, choice.removeprefix(GO))
    offered = any(choice == known.id for known in visit.state.offered)
    if offered and screen in (None, str(visit.state.shown)):
        return scene_of(visit.state).answer(visit, choice)
    return misses.missed(visit, misses.OLD_BUTTON)


def _typed(visit: Visit, meaning: Meaning) -> Move:
    match meaning:
        case Chosen(choice):
            return _press(visit, choice.id, None)
        case Said(word):
            return _always(visit, word)
        case Unclear(choices):
            return misses.which(visit, choices)
        case Reserved(key):
            return _reserved(visit, key)
        case NoSuchNumber():
            return misses.missed(visit, misses.NO_SUCH_NUMBER)
        case Typed(text):
            return _words(visit, text)


def _words(visit: Visit, text: str) -> Move:
    """Words that are no choice: the scene may know them, they may be a code or a notice, or near to a label."""
    heard = scene_of(visit.state).hear(visit, text) if text else None
    if heard is not None and not heard.changes.get("misses"):
        return heard
    found = _bind(text) or typed_link(text) or checking.typed(visit, text) or heard
    if found is not None:
        return found
    if not visit.state.shown:  # somebody new, on a network that does not tell when a chat is opened
        return SCENES["welcome"].answer(visit, "start:")
    near = guess(text, visit.state.offered) if text and not visit.state.exact else None
    if near:
        return _typed(visit, near)
    return _asked(visit, text) or misses.missed(visit, misses.NOT_UNDERSTOOD)


def _asked(visit: Visit, text: str) -> Move | None:
    """An answer to whatever it is; in a quiz words are only an answer that was not understood."""
    if not text or visit.state.exact:
        return None
    from bot.conversation import asking  # the first page can do without

    return asking.asked(visit, text)


def _passed_on(visit: Visit, text: str) -> Move:
    """Somebody else's words: a notice of ours, or whatever they turn out to be."""
    from bot.conversation import asking  # likewise

    return checking.forwarded(visit, text) or asking.forwarded(visit, text)


def _bind(text: str) -> Move | None:
    """An officer's one-time code; what follows from it is that scene's."""
    code = checking.binding_code(text)
    return Move("bind", {"code": code}) if code and "bind" in SCENES else None


def _go(visit: Visit, name: str) -> Move:
    """To a scene by its name; "lesson?id" carries a word for the scene's `open`."""
    scene, _, word = name.partition("?")
    if scene not in SCENES:
        return Move("home")
    if name == "help":
        return reserved.help_me(visit)
    return SCENES[scene].open(visit, word) if word else Move(scene)


def _reserved(visit: Visit, key: str) -> Move:
    """A number that means the same everywhere, on a screen that does not show it."""
    return Move(scene_of(visit.state).back) if key == messages.BACK else reserved.answer(visit, key)


def _always(visit: Visit, word: Always) -> Move:
    """What an always-word does from anywhere."""
    match word:
        case Always.AGAIN:
            return Move()
        case Always.BACK:
            return _back(visit)
        case Always.START:
            return SCENES["welcome"].answer(visit, "start:")
        case Always.HELP:
            return reserved.help_me(visit)
        case Always.STOP_ALL:
            return SCENES["stop"].answer(visit, "all")
        case Always.STOP:
            return SCENES["stop"].answer(visit, "ordinary")
        case Always.LANGUAGE:
            return SCENES["preferences"].answer(visit, "language")
        case Always.DATA:
            return SCENES["privacy"].open(visit, "show")
        case Always.ERASE:
            return SCENES["privacy"].answer(visit, "erase")
        case _:
            return Move(word.value)


def _back(visit: Visit) -> Move:
    """One step back: the scene's own "back" where it offers one, else its 0, else the scene behind it."""
    own = [choice for choice in visit.state.offered if choice.id == "back"]
    ways = own or [choice for choice in visit.state.offered if choice.key == messages.BACK]
    return _press(visit, ways[0].id, None) if ways else Move(scene_of(visit.state).back)
