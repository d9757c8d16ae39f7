"""People who never were, in a country of 3,321 communes: made by the database, in the order in which they joined.

Their ids are random, as real ones are, so that no index lies in the order of the rows.
"""

from sqlalchemy import text

from bot.storage.database import Transaction
from bot.storage.tables import addresses, contacts, follows

COMMUNES = [f"{10000 + number}" for number in range(3321)]
CHANNEL = "telegram"

_INDEXES = [index for table in (contacts, follows, addresses) for index in table.indexes]
_SQLITE = """
CREATE TEMP TABLE joining AS WITH RECURSIVE joining(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM joining WHERE i < :most)
SELECT i, lower(hex(randomblob(16))) AS id FROM joining
"""
_POSTGRESQL = """
CREATE TEMP TABLE joining AS SELECT i, md5(random()::text || i) AS id FROM generate_series(1, :most) AS of(i)
"""
_STEPS = (
    "INSERT INTO contacts (id, audience, language, stop, created_on)"
    " SELECT id, 'adult', 'vi', 'nothing', '2026-11-21' FROM joining",
    "INSERT INTO follows (contact, position, area)"
    " SELECT id, 0, CAST(10000 + i * CAST(7919 AS bigint) % 3321 AS text) FROM joining",
    "INSERT INTO follows (contact, position, area)"  # every fifth one a second commune
    " SELECT id, 1, CAST(10000 + (i * CAST(7919 AS bigint) + 1) % 3321 AS text) FROM joining WHERE i % 5 = 0",
    "INSERT INTO addresses (channel, account, contact, state, seen_at)"
    " SELECT 'telegram', CAST(1000000000 + i AS text), id, '{}', '2026-11-21 08:00:00.000000+00:00' FROM joining",
    "INSERT INTO addresses (channel, account, contact, state, seen_at)"  # every twentieth one a second address
    " SELECT 'web', id, id, '{}', '2026-11-20 08:00:00.000000+00:00' FROM joining WHERE i % 20 = 0",
)


def move_in(tx: Transaction, most: int) -> None:
    """So many contacts with their communes and addresses; indexes are made at the end, as that is quicker."""
    sqlite = tx.dialect.name == "sqlite"
    tx.execute(text("PRAGMA cache_size = -400000" if sqlite else "SET LOCAL session_replication_role = replica"))
    for index in _INDEXES:
        index.drop(tx)
    tx.execute(text(_SQLITE if sqlite else _POSTGRESQL), {"most": most})
    for step in _STEPS:
        tx.execute(text(step))
    for index in _INDEXES:
        index.create(tx)
