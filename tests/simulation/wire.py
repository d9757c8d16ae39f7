"""Sees every message on the wire, and holds it against what the officers wanted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.channels.channel import SendError, Uncertain
from bot.messages import Address
from bot.notices.screens import DRILL
from bot.storage.people.contacts import VIETNAM
from broadcasts.delivery import DOUBTS
from broadcasts.notice import Level
from tests.simulation.approvals import unapproved
from tests.simulation.network import Request
from tests.simulation.people import Citizen
from tests.simulation.register import Register, Text
from tests.simulation.rules import Breach, Event, Rule
from tests.simulation.store import LaneMoved

AT_ONCE = timedelta(seconds=1)  # within which nothing more leaves of what was stopped
AT_HAND = timedelta(seconds=30)  # that what was taken up before somebody fell asleep may still take


@dataclass
class WireJudge:
    """Sees the messages. `breaches` are all that was found. Contacts by address are `homes`."""

    register: Register
    homes: Mapping[Address, Citizen]
    citizens: Mapping[str, Citizen]
    clock: Callable[[], datetime]
    seconds: Callable[[], float]
    breaches: list[Breach] = field(default_factory=list)
    lanes: dict[str, LaneMoved] = field(default_factory=dict)
    came: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))  # texts by address
    times: Counter[tuple[int, str]] = field(default_factory=Counter)  # (text, contact)
    answers: defaultdict[tuple[int, str], list[SendError]] = field(default_factory=lambda: defaultdict(list))
    notes: set[str] = field(default_factory=set)  # keys of personal messages
    troubles: int = 0  # machines that died or slept, and databases that were away, so far
    trace: list[Event] = field(default_factory=list)

    def tell(self, *event: object) -> None:
        """Note for the story of this world that something happens now."""
        self.trace.append((self.seconds(), *event))

    def breach(self, rule: Rule, what: str) -> None:
        """Note that a promise was broken now."""
        self.breaches.append(Breach(rule, self.seconds(), what))

    def left(self, request: Request) -> None:
        """It was written to the wire: whose turn was it, and was it still wanted?"""
        self._note("left", request)
        lane, now = self.lanes.get(request.address.channel), self.clock()
        owner = request.machine and request.machine.name
        if lane is None or lane.owner != owner or datetime.fromisoformat(lane.until) <= now:
            self.breach(Rule.LANE, f"{owner} wrote to {request.address}, but the lane is with {lane}")
        text = self._text(request)
        if text is not None:
            self._in_time(text, now)
            self._still_wanted(text, self.homes.get(request.address), now)

    def _in_time(self, text: Text, now: datetime) -> None:
        if text.ends is not None and now >= text.ends:
            self.breach(Rule.IN_TIME, f"{text.number} was over at {text.ends}")
        if text.stopped_at is not None and now - text.stopped_at > AT_ONCE:
            self.breach(Rule.IN_TIME, f"{text.number} was stopped {now - text.stopped_at} ago")
        if text.fact.begins is not None and now < text.fact.begins:
            self.breach(Rule.IN_TIME, f"{text.number} was not to begin before {text.fact.begins}")

    def _still_wanted(self, text: Text, citizen: Citizen | None, now: datetime) -> None:
        if citizen is None:
            return
        opened = text.opened_at or now
        before = citizen.stopped_at is None or citizen.stopped_at < opened
        if before and not citizen.wants(text.notice.level) and not self._follows(text, citizen):
            self.breach(
                Rule.MEANT, f"{text.number} went to {citizen.contact}, who wants no more than {citizen.stop.value}"
            )
        asleep = citizen.sleeps((now - AT_HAND).astimezone(VIETNAM)) and citizen.sleeps(now.astimezone(VIETNAM))
        if text.notice.level is Level.ROUTINE and asleep:
            self.breach(Rule.MEANT, f"{text.number} went to somebody who sleeps")

    def arrived(self, request: Request) -> None:
        """Somebody has it: was it for them, and does it say what was approved?"""
        self._note("arrived", request)
        text = self._text(request)
        if text is None:
            return
        for why in unapproved(text, self.register):
            self.breach(Rule.TWO_PEOPLE, f"{text.number}: {why}")
        citizen = self.homes.get(request.address)
        if citizen is None or not (self._is_meant(text, citizen) or self._follows(text, citizen)):
            self.breach(Rule.MEANT, f"{text.number} came to {request.address}")
        else:
            self._once(text, citizen)
        self._says_drill(text, request.said)
        self._in_order(text, request.address)

    def _is_meant(self, text: Text, citizen: Citizen) -> bool:
        return citizen.is_meant(text.areas, text.fact.ages, text.fact.channels)

    def _follows(self, text: Text, citizen: Citizen) -> bool:
        """Whether it takes back or ends something that was on its way to them."""
        return text.main is not None and any(citizen.contact in one.meant for one in self.register.older(text))

    def _once(self, text: Text, citizen: Citizen) -> None:
        key = (text.number, citizen.contact)
        self.times[key] += 1
        doubts = self.troubles + sum(isinstance(why, Uncertain) for why in self.answers[key])
        most = 1 + min(doubts, DOUBTS * len(citizen.addresses)) if text.notice.level is Level.URGENT else 1
        if self.times[key] > most:
            self.breach(Rule.ONCE, f"{text.number} came to {citizen.contact} for the {self.times[key]}. time")

    def _says_drill(self, text: Text, said: str) -> None:
        whole = said.startswith(DRILL) and said.rstrip().endswith(DRILL)
        if whole is not text.notice.drill or (DRILL in said) is not text.notice.drill:
            self.breach(Rule.DRILL, f"{text.number} is {(text.notice.drill and 'a drill') or 'real'}: {said!r}")

    def _in_order(self, text: Text, address: Address) -> None:
        before = self.came[str(address)]
        late = text.later.intersection(before)
        if late:
            self.breach(Rule.ORDER, f"{text.number} came to {address} after {sorted(late)}")
        before.append(text.number)

    def edited(self, request: Request) -> None:
        """An old message says that it no longer holds."""
        self._note("edited", request)
        text = self._text(request) if request.address in self.homes else None
        if text is not None:
            self._says_drill(text, request.said)

    def failed(self, request: Request, why: SendError) -> None:
        """The network said no, or nothing."""
        self._note(type(why).__name__, request)
        text, citizen = self._text(request), self.homes.get(request.address)
        if text is not None and citizen is not None:
            self.answers[text.number, citizen.contact].append(why)

    def _text(self, request: Request) -> Text | None:
        if request.key in self.notes:
            return None
        try:
            return self.register.text_in(request.said)
        except KeyError as unknown:
            self.breach(Rule.TWO_PEOPLE, f"nobody ever wrote {unknown}")
            return None

    def _note(self, what: str, request: Request) -> None:
        self.tell(what, request.address, request.key, "from", request.machine and request.machine.name)
