"""Wrong passwords in a row, and how long the next try has to wait: longer each time, never for good.

A name that nobody has waits as long as any other, so that waiting tells nothing. A browser in which the officer has
signed in before is counted apart: who guesses from elsewhere keeps nobody out of their own browser.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, delete, update

from bot.storage.database import Transaction
from bot.storage.login_tables import sign_in_tries
from bot.storage.upsert import insert

FREE = 4  # wrong ones in a row before anybody has to wait
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(minutes=15)
FORGOTTEN = timedelta(days=1)  # after the last wrong one


@dataclass(frozen=True, slots=True)
class Try:
    """One more try: how many wrong ones in a row it would make, and how long it has to wait instead of being looked at.

    `wait` is zero where it may be looked at now.
    """

    wrong: int
    wait: timedelta

    @property
    def notable(self) -> bool:
        """Whether so many wrong ones are worth one row of the audit log."""
        return self.wrong == FREE + 1 or self.wrong % 20 == 0


_new = insert(sign_in_tries)
_held = _new.on_conflict_do_update(index_elements=["name_hash"], set_={"name_hash": _new.excluded.name_hash}).returning(
    sign_in_tries.c.wrong, sign_in_tries.c.wait_until
)
_count = update(sign_in_tries).where(sign_in_tries.c.name_hash == bindparam("hashed"))
_forget = delete(sign_in_tries).where(sign_in_tries.c.name_hash == bindparam("hashed"))
_forget_old = delete(sign_in_tries).where(sign_in_tries.c.at < bindparam("before"))


def counter(name: str, device: str = "") -> str:
    """Where the tries of a name are counted; `device` of a browser in which it has signed in before."""
    return sha256(f"{name}|{device}".encode()).hexdigest()


def begin(tx: Transaction, counted: str, now: datetime) -> Try:
    """Count a try as wrong before it is looked at, so that many at once help nobody: they wait for one row."""
    tx.execute(_forget_old, {"before": now - FORGOTTEN})
    kept = tx.execute(_held, {"name_hash": counted, "wrong": 0, "wait_until": now, "at": now}).one()
    if kept.wait_until > now:
        return Try(kept.wrong, kept.wait_until - now)
    wrong = kept.wrong + 1
    tx.execute(_count, {"hashed": counted, "wrong": wrong, "wait_until": now + waiting(wrong), "at": now})
    return Try(wrong, timedelta())


def waiting(wrong: int) -> timedelta:
    """How long the next one waits after so many."""
    beyond = wrong - FREE - 1
    return min(FIRST_WAIT * 2 ** min(beyond, 10), LONGEST_WAIT) if beyond >= 0 else timedelta()


def forget(tx: Transaction, counted: str) -> None:
    """The password was right after all."""
    tx.execute(_forget, {"hashed": counted})
