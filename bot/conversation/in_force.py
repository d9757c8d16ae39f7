"""What is in force for whoever is talking, and telling those whom it could not reach."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.conversation.facts import AreasFollowed, Fact, Joined, Stop
from bot.conversation.notice_facts import NoticeShown
from bot.conversation.visit import Move, Visit
from bot.messages import Paragraph, Tone
from bot.notices.forms import short_text
from bot.notices.public import PublicNotice
from broadcasts.code import shown
from broadcasts.notice import Kind, Level

_MOST_TOLD = 3  # at once; whoever was away for long reads the rest afterwards
_MOST_REMEMBERED = 30
_AFTER_OTHERS = frozenset({Kind.CANCEL, Kind.ALL_CLEAR})  # say nothing to whoever never saw what they speak of


@dataclass(frozen=True, slots=True)
class News:
    """What is to be said before the next screen, what is to be kept of it, and the codes that are then known here."""

    said: tuple[Paragraph, ...] = ()
    facts: tuple[Fact, ...] = ()
    told: tuple[str, ...] = ()


def in_force(visit: Visit, areas: Iterable[str] | None = None) -> tuple[PublicNotice, ...]:
    """The notices in force for the person's communes (or for these), newest first; a drill is nothing to act on."""
    there = frozenset(followed(visit) if areas is None else areas)
    return tuple(one for one in visit.world.notices if there & one.areas and _is_meant(visit, one))


def unknown_here(visit: Visit) -> bool:
    """Whether something is in force for this person that this conversation has not seen yet."""
    return any(one.code not in visit.state.told for one in in_force(visit)) if visit.world.notices else False


def news(visit: Visit, move: Move) -> News:
    """What this person has not seen of what is in force where they will follow it after this move."""
    if not visit.world.notices:
        return News()
    new = [one for one in in_force(visit, _areas_after(visit, move)) if one.code not in visit.state.told]
    if not new:
        return News()
    codes = tuple(one.code for one in new)
    away = [one for one in new if _was_missed(visit, one) and one.code not in move.place.values()]
    facts = tuple(NoticeShown(one.code) for one in away)
    return News(tuple(_told(visit, away[:_MOST_TOLD])), facts, (*visit.state.told, *codes)[-_MOST_REMEMBERED:])


def followed(visit: Visit) -> tuple[str, ...]:
    """The communes of this person, the own one first; of whoever only looks, the one that was named."""
    return visit.person.areas or ((visit.state.area,) if visit.state.area else ())


def _areas_after(visit: Visit, move: Move) -> tuple[str, ...]:
    """The communes that are followed once the move is kept."""
    for fact in reversed(move.facts):
        if isinstance(fact, AreasFollowed | Joined):
            return fact.areas
    area = move.changes.get("area")
    return (area,) if area and not visit.person.areas else followed(visit)


def _is_meant(visit: Visit, one: PublicNotice) -> bool:
    """Whether it holds, is real, is for this age group, and of a level that this person still wants to get."""
    audience = visit.person.audience or visit.state.audience
    of_age = not one.ages or (audience is not None and audience.value in one.ages)
    wanted = {Stop.NOTHING: True, Stop.ORDINARY: one.notice.level is Level.URGENT, Stop.ALL: False}[visit.person.stop]
    return of_age and wanted and not one.notice.drill and one.holds(visit.now)


def _was_missed(visit: Visit, one: PublicNotice) -> bool:
    """Whether it has not arrived; whoever was not among those it was sent to has not seen it either."""
    mine = next((mine for mine in visit.given.notices.mine if mine.code == one.code), None)
    if mine is not None:
        return not (mine.arrived or mine.answer)
    return one.notice.kind not in _AFTER_OTHERS or _takes_back_what_was_told(visit, one)


def _takes_back_what_was_told(visit: Visit, one: PublicNotice) -> bool:
    """Whoever was shown a notice here after it was sent is not among those to whom its correction is sent."""
    told = (old for old in visit.world.notices if old.replaced_by == one.code and old.code in visit.state.told)
    return one.notice.kind is Kind.CANCEL and any(told)


def _told(visit: Visit, away: list[PublicNotice]) -> Iterator[Paragraph]:
    if not away:
        return
    yield visit.plain("Xã {you} đang có thông báo:", Tone.TITLE)
    for one in away:
        yield Paragraph(short_text(one.notice, one.code), Tone.ACTION)
    code = shown(away[0].code)
    yield visit.plain("Đã đọc thì {you} nhắn 8. Cần giúp thì nhắn 9. Xem cả tin thì nhắn mã {code}.", code=code)
