"""Officers of one commune at work, without database or channel: what storage would keep is kept in memory.

The rules are the real ones of broadcasts.governance; where storage does more, the stories show it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.conversation.facts import Fact, Given, Person, Refusal, Why
from bot.conversation.notice_facts import (
    BindingNeed,
    Bound,
    Case,
    CaseMove,
    CaseMoved,
    CaseNeed,
    CaseSaid,
    ColleagueFrozen,
    Desk,
    DeskNeed,
    Note,
    NoticeMoved,
    NoticeNeed,
    NoticesGiven,
    NoticeWritten,
    ReachNeed,
    Seen,
    Tally,
)
from bot.conversation.offices.notice_area import spelled
from bot.conversation.state import ConversationState
from bot.conversation.turn import decide, needs, show
from bot.conversation.visit import Visit, World
from bot.messages import Address, Incoming, Screen
from bot.notices.known import read_known
from bot.notices.templates import read_templates
from broadcasts.audience import Audience
from broadcasts.broadcast import LIVE, Broadcast, Move, State
from broadcasts.governance import Circumstances, Denial, denial
from broadcasts.officer import Action, Officer, Role
from tests.conversation.small_world import small_world
from tests.conversation.talk import BEGINNING

LESSONS = Path(__file__).parents[2] / "lessons"
COMMUNE, NEIGHBOUR, PROVINCE = "00721", "00733", "08"
OFFICE = "Ủy ban nhân dân xã Đồng Văn"
FACTOR = "246810"  # the one that is right, every time
MOVES = {
    Action.SUBMIT: Move.SUBMIT,
    Action.APPROVE: Move.APPROVE,
    Action.SEND_ALONE: Move.APPROVE_ALONE,
    Action.RETURN: Move.RETURN,
    Action.WITHDRAW: Move.WITHDRAW,
    Action.ALL_CLEAR: Move.END,
}


def world() -> World:
    """The small world with the templates and tables that are shipped."""
    known = read_known(LESSONS)
    small = replace(small_world(), directory=known.directory, hard_words=known.hard_words)
    templates = read_templates(LESSONS)
    return replace(small, shelf=lambda: templates)


WORLD = world()


def officer(name: str, *roles: Role, areas: tuple[str, ...] = (COMMUNE,), office: str = OFFICE) -> Officer:
    """An account; its id is the name."""
    return Officer(name, name, office, frozenset(roles), spelled(areas))


LAN = officer("Vàng Thị Lan", Role.WRITER)
BINH = officer("Giàng A Bình", Role.APPROVER)
DUNG = officer("Nông Văn Dũng", Role.DUTY)
TINH = officer("Hoàng Thị Tĩnh", Role.PROVINCE, areas=(PROVINCE,), office="Ủy ban nhân dân tỉnh Tuyên Quang")
AUDITOR = officer("Lò Văn Soát", Role.AUDITOR)
ADMINISTRATOR = officer("Triệu Thị Quản", Role.ADMINISTRATOR)
EVERYBODY = (LAN, BINH, DUNG, TINH, AUDITOR, ADMINISTRATOR)


@dataclass
class Office:
    """What all of them see. `reach` is how many people each channel gets to, wherever that is."""

    now: datetime = BEGINNING
    world: World = field(default_factory=lambda: WORLD)
    reach: Mapping[str, int] = field(default_factory=lambda: {"telegram": 1000, "web": 248})
    officers: dict[str, Officer] = field(default_factory=lambda: {one.id: one for one in EVERYBODY})
    bound: dict[str, str] = field(default_factory=dict)  # address: officer
    codes: dict[str, str] = field(default_factory=dict)  # one-time code: officer
    broadcasts: dict[str, Broadcast] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    cases: dict[str, Case] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    last_drill: datetime | None = BEGINNING
    see: Callable[[str], Seen | None] | None = None  # what is seen of any broadcast, where a test says so

    def seat(self, who: Officer, account: str = "") -> "Seat":
        """The conversation of an officer whose telephone is bound."""
        self.bound[account or who.id] = who.id
        return Seat(self, account or who.id)

    @property
    def only(self) -> Broadcast:
        """The broadcast that there is."""
        [one] = self.broadcasts.values()
        return one

    def wait(self, **span: int) -> None:
        """Time passes."""
        self.now += timedelta(**span)

    def read(self, need: object, who: Officer | None, given: NoticesGiven) -> NoticesGiven:
        """What storage would answer."""
        match need:
            case BindingNeed(code):
                return replace(given, binding=self.officers.get(self.codes.get(code, "")))
            case NoticeNeed(name):
                seen = (self.see or self._seen)(name)
                waits = who and seen and seen.broadcast.state is State.SUBMITTED
                return replace(given, notice=seen, reach=self.reach if waits else given.reach)
            case DeskNeed():
                return replace(given, desk=self._desk(who) if who else None)
            case ReachNeed():
                return replace(given, reach=self.reach)
            case CaseNeed(id):
                return replace(given, case=self.cases.get(id))
            case _:
                return given

    def _seen(self, name: str) -> Seen | None:
        found = self.broadcasts.get(name)
        return Seen(found, self.tally, {one.id: one.name for one in self.officers.values()}) if found else None

    def _desk(self, who: Officer) -> Desk:
        mine = [one for one in self.broadcasts.values() if one.audience.within(who.areas)]
        others = [one for one in mine if who.id not in one.writers]
        return Desk(
            drafts=tuple(one for one in mine if one.state in (State.DRAFT, State.SUBMITTED) and one not in others),
            to_approve=tuple(one for one in others if one.state is State.SUBMITTED),
            live=tuple(one for one in mine if one.state in LIVE),
            past=tuple(one for one in mine if one.state not in (*LIVE, State.DRAFT, State.SUBMITTED)),
            cases=tuple(one for one in self.cases.values() if one.area in who.areas and one.state != "closed"),
            colleagues=tuple(one for one in self.officers.values() if one.id != who.id and one.active),
            to_review=tuple(one for one in others if one.sent_unseen),
        )

    def keep(self, fact: Fact, address: str) -> Why | Denial | None:
        """Keep a fact as storage would, with its notes; or why not."""
        why = self._keep(fact, address, self.officers.get(self.bound.get(address, "")))
        if why is None:
            self.notes += getattr(fact, "notes", ())
        return why

    def _keep(self, fact: Fact, address: str, who: Officer | None) -> Why | Denial | None:
        if isinstance(fact, Bound):
            code = self.codes.pop(fact.code, None)
            self.bound |= {address: code} if code else {}
            return None if code else Why.UNKNOWN
        if who is None:
            return Denial.ACCOUNT
        match fact:
            case NoticeWritten():
                return self._write(fact, address, who)
            case NoticeMoved():
                return self._move(fact, address, who)
            case ColleagueFrozen(other):
                self.officers[other] = replace(self.officers[other], active=False)
            case CaseMoved():
                return self._move_case(fact, who)
            case CaseSaid(id, words):
                case = self.cases[id]
                self.cases[id] = replace(case, said=(*case.said, (who.id, words, self.now)))
        return None

    def _write(self, fact: NoticeWritten, address: str, who: Officer) -> Denial | None:
        before = self.broadcasts.get(fact.id)
        code = before.code if before else f"{len(self.broadcasts) + 1:08}"
        made = Broadcast(
            fact.id,
            code,
            fact.notice,
            Audience(spelled(fact.notice.areas)),
            fact.correction,
            fact.all_clear,
            template=fact.template,
            refers_to=fact.refers_to,
            begins=fact.begins,
            recording=fact.recording,
            moves=before.moves if before else (),
        )
        refused = denial(who, Action.DRAFT, before or made, self._at(before or made, address))
        if refused is None:
            self.broadcasts[fact.id] = made.moved(Move.EDIT, who.id, self.now, address)
        return refused

    def _at(self, broadcast: Broadcast, address: str, **more: object) -> Circumstances:
        plain = Circumstances(self.now, address, broadcast.text_hash, last_drill=self.last_drill)
        return replace(plain, old=self.broadcasts.get(broadcast.refers_to), **more)  # type: ignore[arg-type]

    def _move(self, fact: NoticeMoved, address: str, who: Officer) -> Denial | Why | None:
        broadcast = self.broadcasts.get(fact.id)
        if broadcast is None:
            return Why.UNKNOWN
        at = self._at(
            broadcast,
            address,
            text_hash=fact.text_hash,
            template_approved=fact.template_approved,
            factor=fact.factor == FACTOR,
            reason=fact.reason,
        )
        refused = denial(who, fact.action, broadcast, at)
        if refused is None:
            move = Move.REVIEW if broadcast.sent_unseen and fact.action is Action.APPROVE else MOVES[fact.action]
            moved = broadcast.moved(move, who.id, self.now, address, fact.reason)
            sends = move in (Move.APPROVE, Move.APPROVE_ALONE) and not (moved.begins and moved.begins > self.now)
            self.broadcasts[fact.id] = moved.moved(Move.START, who.id, self.now, address) if sends else moved
        return refused

    def _move_case(self, fact: CaseMoved, who: Officer) -> Denial | Why | None:
        case = self.cases.get(fact.case)
        if case is None:
            return Why.UNKNOWN
        if fact.move is CaseMove.CLOSE:
            self.cases[case.id] = replace(case, state="closed")
            return None if case.owner == who.id else Denial.STATE
        if case.state != "open":
            return Why.ALREADY
        self.cases[case.id] = replace(case, state="taken", owner=who.id, owner_name=who.name)
        return None


@dataclass
class Seat:
    """One conversation at one address."""

    office: Office
    account: str
    state: ConversationState = field(default_factory=lambda: ConversationState("home"))
    screen: Screen = field(default_factory=lambda: Screen(()))
    facts: tuple[Fact, ...] = ()
    refused: tuple[Refusal, ...] = ()
    messages: int = 0  # that were sent so far

    def hear(self, incoming: Incoming) -> "Seat":
        """One turn, as bot.turns does it."""
        self.office.wait(seconds=1)
        self.messages += 1
        decision = decide(self._visit(self.state, incoming), incoming)
        self.facts, self.refused = decision.facts, ()
        for fact in decision.facts:
            why = self.office.keep(fact, self.account)
            self.refused += (Refusal(fact, why),) if why else ()
        if not decision.silent:
            self.screen, state = show(replace(self._visit(decision.state), refused=self.refused))
            self.state = ConversationState.from_json(json.loads(json.dumps(state.to_json())))
            assert self.state == state
        return self

    def say(self, *texts: str) -> "Seat":
        """Several messages one after the other: numbers, labels or words."""
        for text in texts:
            self.hear(Incoming(Address("test", self.account), "", text=text))
        return self

    def press(self, choice: str) -> "Seat":
        """A button of the present screen, or a way that holds for ever."""
        return self.hear(Incoming(Address("test", self.account), "", choice=choice, screen=self.screen.id or None))

    def choose(self, *labels: str) -> "Seat":
        """The choices whose labels begin so, by their numbers."""
        for label in labels:
            [key] = [one.key for one in self.screen.choices if one.label.startswith(label)]
            self.say(key)
        return self

    @property
    def text(self) -> str:
        """All that is said on the screen."""
        return "\n".join(paragraph.text for paragraph in self.screen.paragraphs)

    @property
    def labels(self) -> list[str]:
        """All that is offered."""
        return [choice.label for choice in self.screen.choices]

    def _visit(self, state: ConversationState, incoming: Incoming | None = None) -> Visit:
        who = self.office.officers.get(self.office.bound.get(self.account, ""))
        bare, given = Visit(self.office.now, state, Person(officer=who), self.office.world), NoticesGiven()
        for need in needs(bare, incoming):
            given = self.office.read(need, who, given)
        return replace(bare, given=Given(notices=given))
