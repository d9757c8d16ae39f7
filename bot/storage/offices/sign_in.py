"""Signing in, unit by unit: a try is counted, the password was wrong or right, the second factor was right."""

from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Transaction
from bot.storage.offices import audit, half_logins, logins, passwords, tries
from bot.storage.offices.logins import Browser
from bot.storage.offices.passwords import Kept
from bot.storage.offices.tries import Try


@dataclass(frozen=True, slots=True)
class Asked:
    """A password is to be looked at, unless the try has to wait."""

    kept: Kept | None  # None for a name that nobody has
    counted: str
    tried: Try


@dataclass(frozen=True, slots=True)
class Factor:
    """What a browser brings after the password: the secret of its half login, and a code."""

    half: str
    code: str
    old: str = ""  # the login that was open in it


def ask(tx: Transaction, name: str, device: str, now: datetime) -> Asked:
    """Count one more try for this name."""
    kept = passwords.by_name(tx, name)
    known = kept is not None and logins.was_here(tx, kept.officer, device)
    counted = tries.counter(name, device if known else "")
    return Asked(kept, counted, tries.begin(tx, counted, now))


def wrong(tx: Transaction, asked: Asked, now: datetime) -> None:
    """The log is told of many wrong passwords in a row, not of each."""
    if asked.tried.notable:
        officer = asked.kept.officer if asked.kept else ""
        audit.append(tx, now, audit.SYSTEM, "wrong passwords", officer, count=asked.tried.wrong)


def right(tx: Transaction, counted: str, kept: Kept, newer_hash: str, now: datetime) -> str:
    """The secret of a half login; with `newer_hash` the password is kept under that from now on."""
    tries.forget(tx, counted)
    if newer_hash:
        passwords.rehash(tx, kept, newer_hash)
    return half_logins.begin(tx, kept.officer, now)


def finish(tx: Transaction, brought: Factor, browser: Browser, now: datetime) -> str | None:
    """The secret of the new login; None where the code is wrong, or the half login is over."""
    officer = half_logins.finish(tx, brought.half, brought.code, now)
    return enter(tx, officer, browser, now, brought.old) if officer else None


def enter(tx: Transaction, officer: str, browser: Browser, now: datetime, old: str = "") -> str:
    """The secret of a login that both factors have opened; the one that was open there before is ended."""
    if old:
        logins.end(tx, old, now)
    audit.append(tx, now, officer, "signed in", officer)
    return logins.begin(tx, officer, browser, now)


def leave(tx: Transaction, officer: str, login: str, now: datetime, by: str = "signed out") -> bool:
    """End one of the officer's own logins; False where it is not open."""
    if not any(one.id == login for one in logins.of_officer(tx, officer, now)):
        return False
    logins.end(tx, login, now)
    audit.append(tx, now, officer, by, officer)
    return True
