"""The tokens of our own accounts: the wish for a new pair is kept before it is asked for, by one process alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.channels.channel import KeptTokens, TokenPair
from bot.storage.database import Database, Transaction
from bot.storage.tables import account_tokens
from bot.storage.upsert import insert

PATIENCE = timedelta(seconds=60)  # longer than any request; who has asked for longer is dead
MOST_SHOWN = 2  # times that a refresh token is handed in: once more after somebody died over it

_here = account_tokens.c.channel == bindparam("of_channel")
_kept = select(account_tokens).where(_here)
_held = _kept.with_for_update()
_change = update(account_tokens).where(_here)
_new = insert(account_tokens)
_put = _new.on_conflict_do_update(
    index_elements=[account_tokens.c.channel],
    set_={name: _new.excluded[name] for name in ("pair", "previous", "asked_at", "kept_at")},
)


def kept_tokens(tx: Transaction, channel: str) -> KeptTokens | None:
    """The pair in use."""
    row = tx.execute(_kept, {"of_channel": channel}).first()
    return KeptTokens(_pair(row.pair), row.kept_at, row.asked_at, row.pair["lost"]) if row else None


def claim_refresh(tx: Transaction, channel: str, refresh: str, now: datetime) -> bool:
    """Whether the caller may hand in this refresh token. Who finds that two have died over it keeps it as lost."""
    row = _row(tx, channel, refresh)
    if row is None or row.pair["lost"] or (row.asked_at and now < row.asked_at + PATIENCE):
        return False
    shown = row.pair["shown"]
    if shown >= MOST_SHOWN:
        _write(tx, channel, {"pair": row.pair | {"lost": "asked twice without an answer"}, "asked_at": None})
        return False
    _write(tx, channel, {"pair": row.pair | {"shown": shown + 1}, "asked_at": now})
    return True


def give_back_refresh(tx: Transaction, channel: str, refresh: str) -> None:
    """The refresh token counts as not handed in."""
    row = _row(tx, channel, refresh)
    if row:
        _write(tx, channel, {"pair": row.pair | {"shown": max(0, row.pair["shown"] - 1)}, "asked_at": None})


def lose_tokens(tx: Transaction, channel: str, refresh: str, why: str) -> None:
    """No next pair can be had with this refresh token."""
    row = _row(tx, channel, refresh)
    if row:
        _write(tx, channel, {"pair": row.pair | {"lost": why}, "asked_at": None})


def keep_tokens(tx: Transaction, channel: str, pair: TokenPair, instead_of: str | None, now: datetime) -> bool:
    """Keep a pair, and the one before it to find out what happened."""
    row = tx.execute(_held, {"of_channel": channel}).first()
    if instead_of is not None and (row is None or row.pair["refresh"] != instead_of):
        return False
    previous = row.pair if row else None
    tx.execute(
        _put, {"channel": channel, "pair": _written(pair), "previous": previous, "asked_at": None, "kept_at": now}
    )
    return True


class DatabaseTokenStore:
    """The TokenStore of `bot.channels.channel`, kept in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock

    async def kept(self, channel: str) -> KeptTokens | None:
        """The pair in use; None before the first consent."""
        return await self._database.read(partial(kept_tokens, channel=channel))

    async def claim(self, channel: str, refresh: str) -> bool:
        """Whether the caller, and nobody else for a minute, may hand in this refresh token."""
        return await self._database.write(partial(claim_refresh, channel=channel, refresh=refresh, now=self._clock()))

    async def give_back(self, channel: str, refresh: str) -> None:
        """Anybody may make the claim anew."""
        await self._database.write(partial(give_back_refresh, channel=channel, refresh=refresh))

    async def lose(self, channel: str, refresh: str, why: str) -> None:
        """The network does not take this refresh token any more."""
        await self._database.write(partial(lose_tokens, channel=channel, refresh=refresh, why=why))

    async def keep(self, channel: str, pair: TokenPair, instead_of: str | None = None) -> bool:
        """Keep a pair; False where `instead_of` names a refresh token that is no longer in use."""
        return await self._database.write(
            partial(keep_tokens, channel=channel, pair=pair, instead_of=instead_of, now=self._clock())
        )


def _row(tx: Transaction, channel: str, refresh: str) -> Any:
    """The account's row, held until the transaction ends; None where another refresh token is in use by now."""
    row = tx.execute(_held, {"of_channel": channel}).first()
    return row if row and row.pair["refresh"] == refresh else None


def _write(tx: Transaction, channel: str, values: dict[str, Any]) -> None:
    tx.execute(_change, {"of_channel": channel, **values})


def _written(pair: TokenPair) -> dict[str, Any]:
    """`shown` counts how often its refresh token was handed in."""
    dies = pair.refresh_dies.isoformat() if pair.refresh_dies else None
    named = {"access": pair.access, "access_dies": pair.access_dies.isoformat(), "refresh": pair.refresh}
    return {**named, "refresh_dies": dies, "shown": 0, "lost": ""}


def _pair(written: dict[str, Any]) -> TokenPair:
    dies = written["refresh_dies"]
    return TokenPair(
        written["access"],
        datetime.fromisoformat(written["access_dies"]),
        written["refresh"],
        datetime.fromisoformat(dies) if dies else None,
    )
