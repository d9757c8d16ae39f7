"""The tables of officers, notices and the ledger of who got what; a word means the same as in `tables`."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from bot.storage.columns import Id, Json, Moment, some_rows
from bot.storage.tables import metadata

officers = Table(
    "officers",
    metadata,
    Column("id", Text, primary_key=True),  # random
    Column("name", Text, nullable=False),
    Column("office", Text, nullable=False),  # in full
    Column("roles", Json, nullable=False),
    Column("areas", Json, nullable=False),  # codes as they were given: a province, or communes
    Column("province", Text, nullable=False, index=True),  # the code of the one all of them lie in; "" for several
    Column("secret", Text, nullable=False),  # of the second factor (TOTP, base 32)
    Column("last_step", Integer, nullable=False),  # the time step of the last factor that was right: each works once
    Column("wrong_factors", Integer, nullable=False),  # in a row; too many of them freeze the account
    Column("state", Text, nullable=False),  # active | frozen | revoked
    Column("added_at", Moment, nullable=False),
)

binding_codes = Table(
    "binding_codes",
    metadata,
    Column("code_hash", Text, primary_key=True),  # the code itself is shown once and kept nowhere
    Column("officer", ForeignKey("officers.id"), nullable=False, index=True),
    Column("replaces", Boolean, nullable=False),  # the telephones that were bound before are cut off by it
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

officer_places = Table(
    "officer_places",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("account", Text, primary_key=True),
    Column("officer", ForeignKey("officers.id"), nullable=False, index=True),
    Column("bound_at", Moment, nullable=False),
    Column("seen_at", Moment),  # of the officer's last message: who was here lately is called first
)

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False, index=True),
    Column("drill", Boolean, nullable=False),
    Column("office", Text, nullable=False),
    Column("province", Text, nullable=False),  # the code of the one that the audience lies in; "" for several
    Column("body", Json, nullable=False),  # the rest of the Broadcast but its moves
    Column("ends_at", Moment),
    Column("refers_to", Text, index=True),
    Column("made_at", Moment, nullable=False, index=True),
    Column("moved_at", Moment, nullable=False, index=True),
)

broadcast_moves = Table(
    "broadcast_moves",
    metadata,
    Column("id", Id, primary_key=True),
    Column("broadcast", ForeignKey("broadcasts.id"), nullable=False, index=True),
    Column("move", Text, nullable=False),
    Column("by", Text, nullable=False),  # an officer, or "system"
    Column("at", Moment, nullable=False),
    Column("where", Text, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_autoincrement=True,
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),  # 1, 2, 3… without a gap
    Column("at", Moment, nullable=False),
    Column("who", Text, nullable=False),  # an officer's id, "system" or "cli"
    Column("what", Text, nullable=False),
    Column("about", Text, nullable=False),  # the id of a broadcast, an officer, a case
    Column("details", Json, nullable=False),
    Column("previous", Text, nullable=False),  # the hash of the row before
    Column("hash", Text, nullable=False),
    sqlite_autoincrement=True,
)

mailings = Table(
    "mailings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("broadcast", Text, index=True),  # empty for a note to one person
    Column("key", Text, unique=True),  # of a note: the same one is opened once
    Column("level", Text, nullable=False),
    Column("state", Text, nullable=False),  # spelling | open | stopped | done
    Column("body", Json, nullable=False),  # the screen, exactly as it was approved
    Column("audience", Json),
    Column("cursor", Json),  # how far it is spelled out; empty when it is
    Column("replaces", Integer, index=True),  # the mailing whose messages this one takes the place of
    Column("only_received", Boolean, nullable=False),  # goes to exactly those who got (or may have got) that one
    Column("expires_at", Moment),
    Column("made_at", Moment, nullable=False),
    Column("first_at", Moment),  # when the first one was sent
    Column("done_at", Moment),  # when nobody waited for it any more; some of it may still lie ready
    Column("settled_at", Moment),  # when nothing of it could change any more
    Column("first_row", Id),  # of its deliveries; rows of other mailings may lie between it and the last one
    Column("last_row", Id),
    some_rows("mailings_unsettled", "settled_at IS NULL", "state", "level"),
    sqlite_autoincrement=True,
)

tallies = Table(
    "tallies",  # how many rows of a mailing are in each state, so that nobody counts a million of them
    metadata,
    Column("mailing", Integer, primary_key=True, autoincrement=False),
    Column("waiting", Integer, nullable=False),  # or later
    Column("held", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("uncertain", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("dropped", Integer, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("mailing", Integer, nullable=False),  # no foreign key: a million checks would take longer than the rows
    Column("contact", Text),  # empty for a note to an address without one, and for who was erased
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("state", Text, nullable=False),  # waiting | later | held | sent | uncertain | failed | dropped
    Column("due_at", Moment),  # of those that wait for their time
    Column("attempts", Integer, nullable=False),
    Column("doubts", Integer, nullable=False),
    Column("messages", Json),  # the network's names for what was sent
    Column("why", Text),
    Column("at", Moment),  # of the last step
    UniqueConstraint("contact", "mailing"),  # a person's rows are found by it; a mailing's lie in its stretch
    some_rows("deliveries_waiting", "state = 'waiting'", "mailing", "channel", "id"),
    some_rows("deliveries_apart", "state IN ('later', 'held')", "mailing"),
    some_rows("deliveries_held", "state = 'held'", "channel", "account"),
    some_rows("deliveries_due", "due_at IS NOT NULL", "due_at"),
)

claims = Table(
    "claims",  # who is at which waiting rows: one row for a whole portion, so that a row is written once and not twice
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("epoch", Integer, nullable=False),  # of the lease that has claimed them
    Column("mailing", Integer, nullable=False),
    Column("rows", Json, nullable=False),  # ids of deliveries; all of them are in the state "waiting"
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("delivery", Integer, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("why", Text, nullable=False),
)

lanes = Table(
    "lanes",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("until", Moment, nullable=False),
)

answerers = Table(
    "answerers",  # living processes that answer people over an account, whoever owns its lane
    metadata,
    Column("channel", Text, primary_key=True),
    Column("owner", Text, primary_key=True),
    Column("until", Moment, nullable=False),
)

receipts = Table(
    "receipts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("broadcast", Text, nullable=False, index=True),
    Column("contact", Text, index=True),
    Column("answer", Text, nullable=False),  # read | help | shown
    Column("at", Moment, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Text, primary_key=True),  # random
    Column("broadcast", Text, nullable=False),  # "" where help was asked for without a notice
    Column("contact", Text, index=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("area", Text, nullable=False, index=True),  # a commune's code
    Column("place", Text, nullable=False),  # in the person's words
    Column("people", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("state", Text, nullable=False),  # open | taken | closed
    Column("owner", Text),  # the officer who has taken it
    Column("opened_at", Moment, nullable=False),
    Column("climbed_at", Moment),  # when it was passed on because nobody took it
    Column("taken_at", Moment),
    Column("closed_at", Moment),
    Index("cases_account", "channel", "account"),
)

case_words = Table(
    "case_words",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case", ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("officer", Text),  # empty: the person's own words
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("leased_until", Moment),
    UniqueConstraint("kind", "about"),
)
