"""The tables of the JSON API: its tokens, and which draft an idempotency key has made."""

from sqlalchemy import Column, ForeignKey, Table, Text

from bot.storage.columns import Json, Moment
from bot.storage.tables import metadata

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", Text, primary_key=True),  # random; the first part of what is shown once
    Column("secret_hash", Text, nullable=False),  # of the other part, which is kept nowhere
    Column("name", Text, nullable=False),  # what it is for
    Column("officer", ForeignKey("officers.id"), nullable=False, index=True),  # in whose name it reads and writes
    Column("office", Text, nullable=False),  # the officer's when it was made
    Column("areas", Json, nullable=False),  # codes of provinces and communes; empty: all that the officer answers for
    Column("scopes", Json, nullable=False),
    Column("made_by", Text, nullable=False),  # an administrator's id, or "cli"
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("revoked_at", Moment),
)

api_drafts = Table(
    "api_drafts",
    metadata,
    Column("token", ForeignKey("api_tokens.id"), primary_key=True),
    Column("key", Text, primary_key=True),  # as the caller chose it
    Column("request_hash", Text, nullable=False),  # of the body: one key stands for one request
    Column("broadcast", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)
