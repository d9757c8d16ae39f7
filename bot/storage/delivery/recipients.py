"""Who is meant by an audience, and at which of their addresses they are written to."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    true,
)

from bot.conversation.facts import Stop
from bot.storage.columns import Moment
from bot.storage.listed import texts
from bot.storage.tables import addresses, contacts, follows
from broadcasts.audience import Audience
from broadcasts.notice import Level

FEW_AREAS = 200  # up to here, which is a province, people are found by area, above by walking over everybody

MAILBOX = "web"  # a page that has to be opened

_there = addresses.alias("there")
_other = addresses.alias("other")
_after: BindParameter[str] = bindparam("after")
_upto: BindParameter[str] = bindparam("upto")
_wanted = texts("areas")
_all_followers = select(follows.c.contact).where(follows.c.area.in_(_wanted))


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of the people of some areas; `open_to` is what they may have stopped and still get this."""

    open_to: frozenset[str]
    ages: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()


def filter_of(level: Level, ages: Collection[str] = (), channels: Collection[str] = ()) -> Filter:
    """Khẩn cấp also reaches those who want nothing ordinary any more; nothing reaches those who stopped all."""
    open_to = {Stop.NOTHING.value, Stop.ORDINARY.value} if level is Level.URGENT else {Stop.NOTHING.value}
    return Filter(frozenset(open_to), frozenset(ages), frozenset(channels))


def filter_for(audience: Audience, level: Level) -> Filter:
    """What an audience asks of people besides their areas."""
    return filter_of(level, audience.ages, audience.channels)


@cache
def of_one_area(people: Filter) -> Select[Any]:
    """(contact, channel, account) of the followers of `area` above `after`, up to `upto`; channel is NULL without."""
    here = follows.c.area == bindparam("area")
    followers = select(follows.c.contact).where(here, follows.c.contact > _after, follows.c.contact <= _upto)
    return _addressed(people, contacts.c.id.in_(followers))


@cache
def of_areas(people: Filter) -> Select[Any]:
    """The same for followers of any of the areas given as `areas`, among the contacts in that range.

    Both lists are looked up row by row, in a table of their own: databases that take them for joins ask the index for
    each of 3,321 areas, or compare each of 1,200 with each where they expect a single one between two contacts.
    """
    walked = follows.c.contact > _after, follows.c.contact <= _upto
    followers = select(follows.c.contact).where(*walked, follows.c.area.in_(_wanted).is_(true()))
    here = contacts.c.id > _after, contacts.c.id <= _upto
    return _addressed(people, *here, contacts.c.id.in_(followers).is_(true()))


@cache
def by_channel(people: Filter) -> Select[Any]:
    """(channel, persons) of all followers of any of the areas given as `areas`; channel is NULL without an address."""
    found = _addressed(people, contacts.c.id.in_(_all_followers)).subquery()
    return select(found.c.channel, func.count().label("people")).group_by(found.c.channel)


@cache
def persons(people: Filter) -> Select[Any]:
    """How many they are, wherever they can be written to."""
    return select(func.count()).select_from(contacts).where(contacts.c.id.in_(_all_followers), *_asked(people))


@cache
def shut_out(people: Filter) -> Select[Any]:
    """(channel, persons) of those followers at whose addresses the network lets nothing through at `moment`."""
    open_elsewhere = select(_other.c.account).where(
        _other.c.contact == _there.c.contact, *_usable(_other, people), is_open(_other)
    )
    return (
        select(_there.c.channel, func.count(_there.c.contact.distinct()).label("people"))
        .join(contacts, contacts.c.id == _there.c.contact)
        .where(_there.c.open_until <= bindparam("moment", type_=Moment), *_usable(_there, people), *_asked(people))
        .where(_there.c.contact.in_(_all_followers), ~open_elsewhere.exists())
        .group_by(_there.c.channel)
    )


def _addressed(people: Filter, *conditions: ColumnElement[bool]) -> Select[Any]:
    """Where several addresses are open, the one that was used last; the index knows those who have only one."""
    theirs = and_(_there.c.contact == contacts.c.id, *_usable(_there, people))
    several = func.count(_there.c.channel) > 1
    return (
        select(
            contacts.c.id.label("contact"),
            *(
                case((several, _last_used(name, people)), else_=func.min(_there.c[name])).label(name)
                for name in ("channel", "account")
            ),
        )
        .select_from(contacts.join(_there, theirs, isouter=not people.channels))
        .where(*conditions, *_asked(people))
        .group_by(contacts.c.id)
    )


def _asked(people: Filter) -> list[ColumnElement[bool]]:
    ages = [contacts.c.audience.in_(sorted(people.ages))] if people.ages else []
    return [contacts.c.stop.in_(sorted(people.open_to)), *ages]


def best_first(place: FromClause) -> tuple[ColumnElement[Any], ...]:
    """The order of one person's addresses: what rings at once, then what waits to be looked at, then what has closed;
    of equal ones the one that was used last."""
    worth = case((~is_open(place), 2), (place.c.channel == MAILBOX, 1), else_=0)
    return worth, place.c.seen_at.desc().nulls_last(), place.c.channel, place.c.account


def is_open(place: FromClause) -> ColumnElement[bool]:
    """Whether the network would let something through at the time given as `moment`."""
    return or_(place.c.open_until.is_(None), place.c.open_until > bindparam("moment", type_=Moment))


def _usable(place: FromClause, people: Filter) -> list[ColumnElement[bool]]:
    channels = [place.c.channel.in_(sorted(people.channels))] if people.channels else []
    return [place.c.left_at.is_(None), *channels]


def _last_used(column: str, people: Filter) -> ScalarSelect[Any]:
    return (
        select(_other.c[column])
        .where(_other.c.contact == contacts.c.id, *_usable(_other, people))
        .order_by(*best_first(_other))
        .limit(1)
        .correlate(contacts)
        .scalar_subquery()
    )
