"""Notes: personal messages that the bot sends by itself, resolved to the people whom they are for."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.conversation.notice_facts import Group, Note
from bot.messages import Address
from bot.notices.screens import screen_body
from bot.storage.asking import questions
from bot.storage.broadcasting import cases
from bot.storage.broadcasting.broadcast_rows import load
from bot.storage.database import Transaction
from bot.storage.delivery import mailings
from bot.storage.offices import binding, officers
from broadcasts.broadcast import Broadcast
from broadcasts.officer import Action, Officer, Role

HOLDS = timedelta(days=1)
Recipients = list[tuple[str | None, Address]]


def send(tx: Transaction, notes: Sequence[Note], now: datetime) -> None:
    """Put them into the ledger; a note whose key was sent before is not sent again."""
    for note in notes:
        found = recipients(tx, note)
        if found:
            mailings.open_note(tx, note.level, screen_body(note.screen), found, note.key, now, now + HOLDS)


def recipients(tx: Transaction, note: Note) -> Recipients:
    """Contacts and addresses; an officer is written to at every telephone that is bound, who was here lately first."""
    if note.to is Group.PERSON:
        return _person(cases.person(tx, note.about))
    if note.to is Group.ASKER:
        return _person(questions.asker(tx, note.about))
    return [(None, address) for address in binding.places(tx, _officers(tx, note))]


def _person(found: tuple[str | None, Address] | None) -> Recipients:
    return [found] if found else []


def _officers(tx: Transaction, note: Note) -> Iterable[str]:
    match note.to:
        case Group.APPROVERS | Group.RESPONSIBLE | Group.WRITERS:
            broadcast = load(tx, note.about)
            return _of_broadcast(tx, note.to, broadcast) if broadcast else ()
        case Group.DUTY | Group.PROVINCE:
            return _of_commune(tx, note.to, note.about)
        case Group.HELPERS | Group.AUTHORS:
            return _at_desks(tx, note.to, note.about)
        case Group.OWNER:
            found = cases.case(tx, note.about)
            return (found.owner,) if found and found.owner else ()
        case _:
            return _colleagues(tx, note.about)


def _of_broadcast(tx: Transaction, group: Group, broadcast: Broadcast) -> list[str]:
    """Approvers are others than the writers, for those may not approve it."""
    if group is Group.WRITERS:
        return _active(tx, broadcast.writers)
    above = officers.active_officers(tx, broadcast.audience.areas)
    able = [one.id for one in above if one.may(Action.APPROVE) and broadcast.audience.within(one.areas)]
    if group is Group.APPROVERS:
        return [id for id in able if id not in broadcast.writers]
    return [*able, *(id for id in _active(tx, broadcast.writers) if id not in able)]


def _of_commune(tx: Transaction, group: Group, commune: str) -> list[str]:
    """The officers on duty; where there are none, whoever may take a case there."""
    there = officers.active_officers(tx, [commune])
    if group is Group.PROVINCE:
        return _ids(one for one in there if Role.PROVINCE in one.roles)
    return _ids(one for one in there if Role.DUTY in one.roles) or _ids(one for one in there if one.may(Action.HELP))


def _at_desks(tx: Transaction, group: Group, commune: str) -> list[str]:
    """Those of the commune itself before those above it; where it is not known, whoever edits the answers."""
    if not commune:
        return _ids(one for one in officers.active(tx) if one.may(Action.TEACH))
    asked = Action.HELP if group is Group.HELPERS else Action.DRAFT
    there = [one for one in officers.active_officers(tx, [commune]) if one.may(asked)]
    return _ids(one for one in there if Role.PROVINCE not in one.roles) or _ids(there)


def _colleagues(tx: Transaction, officer: str) -> list[str]:
    one = officers.officer_by_id(tx, officer)
    return _ids(other for other in officers.active_officers(tx, one.areas) if other.id != officer) if one else []


def _active(tx: Transaction, ids: Iterable[str]) -> list[str]:
    found = (officers.officer_by_id(tx, id) for id in sorted(ids))
    return _ids(one for one in found if one and one.active)


def _ids(found: Iterable[Officer]) -> list[str]:
    return [one.id for one in found]
