"""Contacts: persons who agreed to be remembered, under a random id."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import bindparam, delete, insert, update

from bot.conversation.facts import Consented, Joined, QuietHours, Stop, Why
from bot.learning.lesson import Audience
from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.people.conversations import contact_of, hold, link
from bot.storage.tables import consents, contacts, follows

MOST_AREAS = 3
VIETNAM = timezone(timedelta(hours=7))


_add_contact = insert(contacts)
_add_consent = insert(consents)
_add_follow = insert(follows)
_unfollow = delete(follows).where(follows.c.contact == bindparam("who"))
_one_contact = update(contacts).where(contacts.c.id == bindparam("who"))


def join(tx: Transaction, address: Address, joined: Joined, now: datetime) -> Why | None:
    """Make a contact with their consent, at this address; or why not."""
    if len(set(joined.areas)) > MOST_AREAS:
        return Why.TOO_MANY
    hold(tx, address)
    if contact_of(tx, address) is not None:
        return Why.ALREADY
    who = secrets.token_hex(16)
    tx.execute(_add_contact, _new_contact(who, joined, now))
    consent(tx, who, address, joined, now)
    link(tx, address, who)
    return follow(tx, who, joined.areas)


def consent(tx: Transaction, contact: str, address: Address, given: Joined | Consented, now: datetime) -> None:
    """Keep the proof that this contact, or a parent for it, agreed to a text."""
    tx.execute(_add_consent, _new_consent(contact, given, address, now))


def follow(tx: Transaction, contact: str, areas: Sequence[str]) -> Why | None:
    """Follow these communes and no others, or say that they are too many."""
    once = list(dict.fromkeys(areas))
    if len(once) > MOST_AREAS:
        return Why.TOO_MANY
    tx.execute(_unfollow, {"who": contact})
    if once:
        rows = [{"contact": contact, "position": position, "area": area} for position, area in enumerate(once)]
        tx.execute(_add_follow, rows)
    return None


def choose_audience(tx: Transaction, contact: str, audience: Audience) -> None:
    """Lessons for these readers from now on."""
    tx.execute(_one_contact.values(audience=audience.value), {"who": contact})


def choose_language(tx: Transaction, contact: str, language: str) -> None:
    """Everything in this language from now on."""
    tx.execute(_one_contact.values(language=language), {"who": contact})


def choose_quiet_hours(tx: Transaction, contact: str, quiet: QuietHours | None) -> None:
    """No ordinary messages in these hours; None: at any hour."""
    begins, ends = (quiet.begins, quiet.ends) if quiet else (None, None)
    tx.execute(_one_contact.values(quiet_from=begins, quiet_to=ends), {"who": contact})


def choose_stop(tx: Transaction, contact: str, stop: Stop) -> None:
    """What this contact no longer wants to get."""
    tx.execute(_one_contact.values(stop=stop.value), {"who": contact})


def _new_contact(who: str, joined: Joined, now: datetime) -> dict[str, Any]:
    return {
        "id": who,
        "audience": joined.audience.value,
        "language": joined.language,
        "stop": Stop.NOTHING.value,
        "created_on": now.astimezone(VIETNAM).date(),
    }


def _new_consent(who: str, given: Joined | Consented, address: Address, now: datetime) -> dict[str, Any]:
    return {
        "contact": who,
        "version": given.consent,
        "text_hash": given.text_hash,
        "by_parent": given.by_parent,
        "channel": address.channel,
        "given_at": now,
    }
