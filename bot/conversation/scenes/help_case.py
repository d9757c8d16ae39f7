"""Somebody needs people to come: where, how many, sent to the officers on duty, and talked over until it is done."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from bot.areas import commune
from bot.conversation import calls, case_screens
from bot.conversation.case_ways import begin, to_case
from bot.conversation.facts import Need
from bot.conversation.misses import missed
from bot.conversation.notice_facts import Case, CaseNeed, CaseSaid, Group, HelpAsked, Note
from bot.conversation.scenes.scene import Scene
from bot.conversation.state import ConversationState, Place
from bot.conversation.visit import Move, Visit
from bot.messages import Screen, Tone
from bot.translations import mark
from bot.vietnamese.fold import fold
from bot.vietnamese.headcount import people_in
from broadcasts.code import read_code

LONGEST, LONGEST_PLACE = 1_000, 300  # characters of what somebody writes about their case, and about where they are
SAFE = mark("Tôi an toàn rồi.")  # as the officer reads it
_YES = frozenset(
    {"gui", "gui di", "gui luon", "gui ngay di", "ok", "oke", "co", "vang", "dung", "dung roi", "duoc", "yes"}
)
_NO_PEOPLE = (
    mark("{Me} chưa rõ mấy người. {You} gõ một con số, ví dụ: 4."),
    mark("{You} gõ số người thôi{polite}, ví dụ: 4. Chưa chắc thì gõ số gần đúng."),
)
_NO_PHONE = (
    mark("Số này chưa đủ. {You} gõ lại số điện thoại, hoặc chọn “Không cần”."),
    mark("{Me} vẫn chưa đọc được số. {You} gõ liền các số, ví dụ: 0912345678."),
)


class HelpCase(Scene):
    """`place`: code (of the notice, "" for none), where, area, people, words, phone: what was answered so far.

    step: "where", "people", "words", "phone" (asked now), "confirm", or "case" (it is sent, case names it).
    """

    name = "help_case"
    back = "help"

    def needs(self, state: ConversationState) -> tuple[Need, ...]:
        return (CaseNeed(state.place.get("case", "")),) if state.place.get("step") == "case" else ()

    def asks_number(self, state: ConversationState) -> bool:
        """How many people: "8" is eight of them."""
        return bool(state.place.get("step") == "people")

    def open(self, visit: Visit, word: str) -> Move:
        """`talk`: the own open case; else a new one about the notice with this code, or about none."""
        return to_case("") if word == "talk" else begin(visit, read_code(word) or "")

    def answer(self, visit: Visit, choice: str) -> Move:
        what, _, which = choice.partition(":")
        match what:
            case "people":
                return _on(visit, people=int(which))
            case "ask":
                return _asking(visit, which)
            case "none":
                return _on(visit, **{which: ""})
            case "area":
                return _to_area(dict(visit.place))
            case "send":
                return _send(visit)
            case "safe":
                return _say(visit, SAFE)
            case "look":
                return to_case(visit.place.get("case", ""))
            case _:
                return Move("help_case", visit.place)

    def hear(self, visit: Visit, text: str) -> Move | None:
        """The answer to what is asked; while a case is open, words for the officer."""
        said = " ".join(text[:LONGEST].split())
        match visit.place.get("step"):
            case "where":
                return _on(visit, where=said[:LONGEST_PLACE])
            case "people":
                people = people_in(said)
                return _on(visit, people=people) if people else missed(visit, _NO_PEOPLE)
            case "phone":
                phone = "".join(filter(str.isdigit, said))
                return _on(visit, phone=phone) if 8 <= len(phone) <= 15 else missed(visit, _NO_PHONE)
            case "words":
                return _on(visit, words=_joined(visit, said))
            case "confirm":
                return _send(visit) if fold(said).strip(" .!") in _YES else _on(visit, words=_joined(visit, said))
            case "case":
                return _say(visit, said)
            case _:
                return None

    def show(self, visit: Visit) -> Screen:
        match visit.place.get("step"):
            case "people":
                return case_screens.how_many(visit)
            case "words":
                return case_screens.more(visit)
            case "phone":
                return case_screens.phone(visit)
            case "confirm":
                return case_screens.confirm(visit)
            case "case":
                return case_screens.state_of(visit)
            case _:
                return case_screens.where(visit)


def _on(visit: Visit, **answers: Any) -> Move:
    """On to the first question that is still open, else to the page that shows all answers."""
    place = {**visit.place, **answers}
    if not place.get("where"):
        return Move("help_case", {**place, "step": "where"})
    if commune(place.get("area") or "") is None:
        return _to_area(place)
    return Move("help_case", {**place, "step": "confirm" if place.get("people") else "people"})


def _asking(visit: Visit, step: str) -> Move:
    return Move("help_case", {**visit.place, "step": step})


def _to_area(place: Place) -> Move:
    """Which commune, from the lists; the answer comes back into the place."""
    return Move(
        "area", {"then": "help_case", "asked": {**place, "step": "confirm" if place.get("people") else "people"}}
    )


def _joined(visit: Visit, said: str) -> str:
    return " ".join(filter(None, (visit.place.get("words", ""), said)))[:LONGEST]


def _send(visit: Visit) -> Move:
    place = visit.place
    if not (place.get("where") and place.get("people") and commune(place.get("area") or "")):
        return _on(visit)
    written = {name: place.get(name, "") for name in ("code", "words", "phone")}
    asked = HelpAsked(_name(visit), area=place["area"], place=place["where"], people=place["people"], **written)
    note = Note(Group.DUTY, asked.area, calls.call(asked), f"case:{asked.id}:call")
    return Move("help_case", {**place, "step": "case", "case": asked.id}, facts=(replace(asked, notes=(note,)),))


def _name(visit: Visit) -> str:
    """A name for the case that no other one has: nobody asks twice in one millionth of a second."""
    told = (visit.now.isoformat(), visit.person.contact, visit.state.shown, *visit.place.values())
    return sha256(repr(told).encode()).hexdigest()[:20]


def _say(visit: Visit, text: str) -> Move:
    """Words for the officer who has taken the case, or for all on duty."""
    case = visit.given.notices.case
    if case is None:
        return to_case("")
    said = visit.plain("{Me} đã chuyển lời của {you} cho cán bộ.", Tone.RIGHT)
    place = to_case(case.id).place
    return Move("help_case", place, said=(said,), facts=(CaseSaid(case.id, text, (_note(visit, case, text),)),))


def _note(visit: Visit, case: Case, text: str) -> Note:
    to, about = (Group.OWNER, case.id) if case.owner else (Group.DUTY, case.area)
    return Note(to, about, calls.person_said(case, text), f"case:{case.id}:{visit.now:%Y%m%d%H%M%S%f}")
