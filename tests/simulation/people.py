"""The citizens of the simulated communes, and what each of them is meant to get."""

from dataclasses import dataclass, field
from datetime import datetime, time
from random import Random

from sqlalchemy import insert

from bot.conversation.facts import QuietHours, Stop
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.tables import addresses, contacts, follows
from broadcasts.notice import Level
from tests.simulation.staff import BEGINNING, CHAT, COMMUNES, WEB

FEWEST, MOST = 8, 20
_CONTACTS, _FOLLOWS, _ADDRESSES = insert(contacts), insert(follows), insert(addresses)
_QUIET = QuietHours(time(22), time(6))


@dataclass(slots=True)
class Citizen:
    """Somebody who follows one commune or two. `gone` are the addresses where the bot is blocked, whether it knows."""

    contact: str
    areas: frozenset[str]
    age: Audience
    stop: Stop
    quiet: QuietHours | None
    addresses: tuple[Address, ...]
    gone: set[Address] = field(default_factory=set)
    stopped_at: datetime | None = None

    def wants(self, level: Level) -> bool:
        """Whether they still want notices of this level."""
        return self.stop is Stop.NOTHING or (self.stop is Stop.ORDINARY and level is Level.URGENT)

    def stops(self, wish: Stop, now: datetime) -> None:
        """From now on they want no more than that."""
        self.stop, self.stopped_at = wish, now

    def is_meant(self, areas: frozenset[str], ages: frozenset[str], channels: frozenset[str]) -> bool:
        """Whether they live there, are of that age and can be written to there."""
        there = not channels or any(address.channel in channels for address in self.addresses)
        return bool(areas & self.areas) and (not ages or self.age.value in ages) and there

    def sleeps(self, now: datetime) -> bool:
        """Whether what can wait must wait; `now` in Vietnam's time."""
        return self.quiet is not None and (now.time() >= self.quiet.begins or now.time() < self.quiet.ends)


def settle(chance: Random) -> dict[str, Citizen]:
    """Some citizens, by contact."""
    drawn = [_citizen(chance, number) for number in range(chance.randint(FEWEST, MOST))]
    return {citizen.contact: citizen for citizen in drawn}


def _citizen(chance: Random, number: int) -> Citizen:
    chat, web = Address(CHAT, f"{number}"), Address(WEB, f"page-{number}")
    places = chance.choices(((chat,), (web,), (chat, web), ()), (60, 15, 22, 3))[0]
    return Citizen(
        f"{chance.getrandbits(128):032x}",
        frozenset(chance.choices(COMMUNES, (4, 2, 1, 1), k=chance.choice((1, 1, 2)))),
        chance.choice(tuple(Audience)),
        chance.choices(tuple(Stop), (84, 10, 6))[0],
        _QUIET if chance.random() < 0.3 else None,
        places,
        {place for place in places if place is chat and chance.random() < 0.08},
    )


def move_in(tx: Transaction, citizens: dict[str, Citizen]) -> None:
    """Put them into the database."""
    everybody = citizens.values()
    tx.execute(_CONTACTS, [_contact(one) for one in everybody])
    followed = [
        {"contact": one.contact, "position": place, "area": area}
        for one in everybody
        for place, area in enumerate(sorted(one.areas))
    ]
    tx.execute(_FOLLOWS, followed)
    places = [
        {"contact": one.contact, "channel": place.channel, "account": place.account, "state": {}, "seen_at": BEGINNING}
        for one in everybody
        for place in one.addresses
    ]
    tx.execute(_ADDRESSES, places)


def _contact(one: Citizen) -> dict[str, object]:
    return {
        "id": one.contact,
        "audience": one.age.value,
        "language": "vi",
        "quiet_from": one.quiet and one.quiet.begins,
        "quiet_to": one.quiet and one.quiet.ends,
        "stop": one.stop.value,
        "created_on": BEGINNING.date(),
    }
