"""What is in force now, for everybody: `/trang-thai`, of one place with `?xa=`. Drills are no news and stay away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.areas import commune, communes_of, find_commune, find_province, full_name, province
from bot.messages import Paragraph
from bot.notices.public import PublicNotice
from bot.notices.screens import body, opening
from bot.notices.verdicts import answer_to, told
from bot.translations import Words
from bot.web.pages import page
from bot.web.ports import Ports
from bot.web.visitor import visitor
from broadcasts.code import shown
from broadcasts.notice import Level

PATH = "/trang-thai"
ENDED_FOR = timedelta(hours=24)  # how long what has ended is still named
MOST = 200  # notices on one page
LONGEST_NAME = 100  # characters of a place
MOST_GUESSES = 8
_PRESSING = (Level.URGENT, Level.FIRST, Level.ROUTINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """One notice as the page shows it."""

    code: str  # as people read it
    level: str  # urgent, first or routine
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The notices of one province; `name` is empty for those of several."""

    name: str
    notices: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What was asked for: the communes that are meant (None: all), their name, and what else it may be."""

    typed: str = ""
    name: str = ""
    communes: frozenset[str] | None = None
    guesses: tuple[tuple[str, str], ...] = ()  # codes and names


def values_of(notices: Iterable[PublicNotice], place: Place, words: Words, now: datetime) -> Mapping[str, Any]:
    """What the page shows of these notices; `more` is how many did not fit."""
    meant = [one for one in notices if not one.notice.drill and _is_there(one, place)]
    holding = sorted((one for one in meant if one.holds(now)), key=_pressing)
    ended = [one for one in meant if _has_just_ended(one, now)]
    return {
        "place": place,
        "groups": _groups(holding[:MOST], words),
        "holding": len(holding),
        "more": max(0, len(holding) - MOST),
        "ended": [_ended(one, meant, words, now) for one in ended[:MOST]],
    }


def place_of(written: str) -> Place:
    """The place with this code or name; with guesses where it may be several, or none is called so."""
    typed = " ".join(written.replace("\0", "").split())[:LONGEST_NAME]
    if not typed:
        return Place()
    if found := _coded(typed):
        return found
    below = find_commune(typed)
    sure = [one for one in (find_province(typed), below) if one.matches and not one.guessed]
    if len(sure) == 1 and sure[0].only:
        return _coded(sure[0].only.unit.code) or Place(typed)
    units = [match.unit for found_ in sure or (below,) for match in found_.matches]
    named = ((unit.code, known.name) for unit in units[:MOST_GUESSES] if (known := _coded(unit.code)))
    return Place(typed, guesses=tuple(named), communes=frozenset())


def _coded(code: str) -> Place | None:
    if one := commune(code):
        return Place(code, full_name(one), frozenset({code}))
    if above := province(code):
        return Place(code, above.titled, frozenset(one.code for one in communes_of(code)))
    return None


def _is_there(one: PublicNotice, place: Place) -> bool:
    return place.communes is None or not one.areas.isdisjoint(place.communes)


def _pressing(one: PublicNotice) -> int:
    return _PRESSING.index(one.notice.level)


def _has_just_ended(one: PublicNotice, now: datetime) -> bool:
    at = one.over_at
    return not one.holds(now) and at is not None and now - ENDED_FOR < at <= now


def _groups(notices: Sequence[PublicNotice], words: Words) -> tuple[Group, ...]:
    """By province in the order of what is most pressing in each."""
    by_name: dict[str, list[Shown]] = {}
    for one in notices:
        by_name.setdefault(_province_of(one), []).append(_shown(one, words))
    return tuple(Group(name, tuple(found)) for name, found in by_name.items())


def _province_of(one: PublicNotice) -> str:
    codes = {found.province_code for found in map(commune, one.areas) if found}
    above = province(codes.pop()) if len(codes) == 1 else None
    return above.titled if above else ""


def _shown(one: PublicNotice, words: Words) -> Shown:
    paragraphs = (*opening(one.notice, words), *body(one.notice, one.code, words))
    return Shown(shown(one.code), one.notice.level.name.lower(), paragraphs)


def _ended(one: PublicNotice, known: Sequence[PublicNotice], words: Words, now: datetime) -> Shown:
    """Why it no longer holds, and what it was."""
    by_code = {other.code: other for other in known}
    why = told(answer_to(one.code, by_code.get, now), words, now)[0]
    return Shown(
        shown(one.code),
        one.notice.level.name.lower(),
        (why, Paragraph(one.notice.headline), Paragraph(one.notice.place)),
    )


async def status(request: Request) -> Response:
    """The notices that hold, and those that have ended within a day."""
    who, ports = visitor(request), _ports(request)
    words = ports.stranger if who.fresh else await ports.words(who.account)
    place = place_of(request.query_params.get("xa", ""))
    return page(request, "in_force.html", words, who, **values_of(ports.notices(), place, words, ports.now()))


def _ports(request: Request) -> Ports:
    ports: Ports = request.app.state.ports
    return ports


ROUTES = (Route(PATH, status),)
