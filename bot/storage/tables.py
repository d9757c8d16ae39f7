"""Every table. Wherever it stands, `contact` is a person's random id, and `account` theirs on a chat network."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from bot.storage.columns import Id, Json, Moment, some_rows

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_name)s",
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    }
)


def _of_contact() -> Column[str]:
    return Column("contact", ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True)


contacts = Table(
    "contacts",
    metadata,
    Column("id", Text, primary_key=True),  # random, 128 bits as hexadecimal digits
    Column("audience", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("quiet_from", Time),  # local time
    Column("quiet_to", Time),
    Column("stop", Text, nullable=False),  # nothing | ordinary | all: what is no longer wanted
    Column("created_on", Date, nullable=False),  # Vietnam's date; the minute is nobody's business
    Index("contacts_walk", "id", "stop", "audience"),  # a million contacts in their order, without their rows
    some_rows("contacts_quiet", "quiet_from IS NOT NULL", "id", "quiet_from", "quiet_to"),
)

follows = Table(
    "follows",
    metadata,
    _of_contact(),
    Column(
        "position", Integer, CheckConstraint("position BETWEEN 0 AND 2", "three"), primary_key=True
    ),  # 0: the own one
    Column("area", Text, nullable=False),  # a commune's code
    UniqueConstraint("contact", "area"),
    Index("follows_area", "area", "contact"),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("contact", Text, nullable=False, index=True),  # no foreign key: the proof outlives the person's data
    Column("version", Text, nullable=False),  # of the text that was shown
    Column("text_hash", Text, nullable=False),
    Column("by_parent", Boolean, nullable=False),
    Column("channel", Text, nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    sqlite_autoincrement=True,
)

addresses = Table(
    "addresses",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("account", Text, primary_key=True),
    Column("contact", ForeignKey("contacts.id", ondelete="SET NULL")),  # empty: only looks
    Column("state", Json, nullable=False),  # ConversationState
    Column("seen_at", Moment),  # of the last message from there
    Column("open_until", Moment),  # after which the network lets nothing through; empty: there is no such end
    Column("left_at", Moment),  # when the person blocked the bot there; empty while they can be written to
    Index("addresses_contact", "contact", "left_at", "channel", "account"),  # a million addresses without their rows
    some_rows("addresses_closing", "open_until IS NOT NULL", "open_until", "contact"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("message", Text, nullable=False),  # the network's own name for it
    Column("body", Json),  # the rest of the Incoming; emptied when answered
    Column("state", Text, nullable=False),  # received | decided | answered
    Column("received_at", Moment, nullable=False, index=True),
    Column("leased_until", Moment),  # until then somebody is at it
    UniqueConstraint("channel", "account", "message"),
    some_rows("inbox_open", "state <> 'answered'", "leased_until"),
    sqlite_autoincrement=True,  # an id is never given twice, even when the newest row was removed
)

progress = Table(
    "progress",
    metadata,
    _of_contact(),
    Column("lesson", Text, primary_key=True),
    Column("version", Text, nullable=False),  # of the lesson, when last read
    Column("card", Integer, nullable=False),  # from 0
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("right", Integer),  # at the first try, in the last finished quiz
    Column("asked", Integer),
)

answers = Table(
    "answers",
    metadata,
    _of_contact(),
    Column("lesson", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("run", Text, primary_key=True),  # one way through the quiz
    Column("attempt", Integer, primary_key=True),  # counted within the run, from 0
    Column("question", Integer, nullable=False),
    Column("answer", Integer, nullable=False),
    Column("right", Boolean, nullable=False),
    Column("first", Boolean, nullable=False),  # the first try at this question in this run
    Column("at", Moment, nullable=False),
)

media_cache = Table(
    "media_cache",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("key", Text, primary_key=True),  # hash of the file's content
    Column("id", Text, nullable=False),  # the network's own name for it
    Column("put_at", Moment, nullable=False),
)

lesson_versions = Table(
    "lesson_versions",
    metadata,
    Column("version", Text, primary_key=True),  # hash of the source
    Column("lesson", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("course", Text, nullable=False),
    Column("file", Text, nullable=False),  # below the lessons folder
    Column("source", Text, nullable=False),  # the Markdown as it was
    Column("kept_at", Moment, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("contact", Text, index=True),  # no foreign key, like a consent's; empty for somebody without a contact
    Column("kind", Text, nullable=False),  # show | erase
    Column("asked_at", Moment, nullable=False),
    Column("done_at", Moment),
    sqlite_autoincrement=True,
)

account_tokens = Table(
    "account_tokens",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("pair", Json, nullable=False),  # the tokens in use, with the time at which each dies
    Column("previous", Json),  # the pair before, to find out what happened
    Column("asked_at", Moment),  # when a new pair was asked for; empty once it is kept
    Column("kept_at", Moment, nullable=False),
)

usage = Table(
    "usage",  # what has left, for plans that are counted by the month
    metadata,
    Column("channel", Text, primary_key=True),
    Column("month", Text, primary_key=True),  # "2026-11", Vietnam's
    Column("messages", Integer, nullable=False),
)

accounts_seen = Table(
    "accounts_seen",  # how each of our own accounts was lately, told by whoever has it open
    metadata,
    Column("channel", Text, primary_key=True),
    Column("state", Text, nullable=False),  # connected | away | refused
    Column("why", Text, nullable=False),
    Column("details", Json, nullable=False),  # of the network's own: quota, webhook
    Column("at", Moment, nullable=False),
)

link_codes = Table(
    "link_codes",  # typed on another channel, they say that both are one person
    metadata,
    Column("contact", ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True),
    Column("code", Text, nullable=False, unique=True),  # in the open: it holds for minutes, and is shown again
    Column("expires_at", Moment, nullable=False),
)

mailbox = Table(
    "mailbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account", Text, nullable=False),  # a random name that we drew, so it needs no channel
    Column("key", Text, nullable=False),  # the same key is put once
    Column("position", Integer, nullable=False),  # among the letters of one key
    Column("body", Json, nullable=False),
    Column("put_at", Moment, nullable=False, index=True),
    UniqueConstraint("account", "key", "position"),
    Index("mailbox_account", "account", "id"),
    sqlite_autoincrement=True,  # a reader remembers the last id it saw, so ids never go backwards
)
